//! Files beside elements: put there, taken home without harm, taken away and back.

use http::{Method, StatusCode};

use crate::kit::{Browser, NEIGHBOUR_HOST, Reply, Sending, TestApp, id};

const CONTROLLER: &str = "Kerstin Öberg";
const MANAGER: &str = "Amira Lindqvist";
const READER: &str = "Ingrid Malm";
const ELECTED: &str = "Yvonne Strand";
const FILE: &str = "0198f000000070008000000000000031";
const PDF: &[u8] = b"%PDF-1.4\n1 0 obj\n%%EOF\n";

fn page() -> String {
    format!("/bilagor/{}", id("element", "rm-klarar-grundskolan"))
}

fn sent(file: (&str, &str, &[u8]), shows: &str) -> Sending {
    let (own, name, bytes) = file;
    let fields = [("id", own), ("visar", shows)].map(|(name, value)| (name.into(), value.into()));
    Sending::Parts(fields.to_vec(), vec![("fil".to_owned(), name.to_owned(), bytes.to_vec())])
}

fn put(browser: &mut Browser, file: (&str, &str, &[u8])) -> Reply {
    browser.send(&Method::POST, &page(), &[], Some(sent(file, "Vad nämnden beslutade")))
}

fn take_home(browser: &mut Browser) -> Reply {
    browser.get(&format!("{}/{FILE}/fil", page()))
}

/// How many contents are kept.
fn contents(app: &TestApp) -> i64 {
    let sql = "select count(*) from attachment_contents where tenant = $1";
    app.reading(|tx| tx.one(sql, &[], |row| row.int(0))).unwrap_or(0)
}

fn detach(browser: &mut Browser, fields: &[(&str, &str)]) -> u16 {
    browser.post(&format!("{}/{FILE}/ta-bort", page()), fields).status.as_u16()
}

#[test]
fn a_file_is_put_beside_a_goal_and_read_by_everyone_who_may_read_the_goal() {
    let app = TestApp::new();
    let mut controller = app.signed_in(CONTROLLER);
    controller.open(&format!("/mal/{}", id("element", "rm-klarar-grundskolan")));
    controller.follow("Lägg till en fil som visar hur det går");
    controller
        .upload("Fil", "Beslut våren 2026.pdf", PDF)
        .fill("Vad visar filen?", "Nämndens beslut om <läxhjälp>")
        .press("Lägg till filen");
    assert_eq!(controller.status(), 200);
    for who in [READER, ELECTED, MANAGER] {
        let mut browser = app.signed_in(who);
        browser.open(&format!("/mal/{}", id("element", "rm-klarar-grundskolan")));
        browser.within_budget(30);
        for words in ["Beslut våren 2026.pdf", "Nämndens beslut om <läxhjälp>", CONTROLLER] {
            assert!(browser.page().says(words), "{who}: {words}");
        }
        assert!(!browser.page().says("Lägg till en fil"), "{who} may not change the goal");
    }
    let mut reader = app.signed_in(READER);
    reader.open(&page()).within_budget(30);
    let links = reader.page().links();
    let (_, address) = links.iter().find(|(words, _)| words.contains("Beslut våren")).unwrap();
    assert_eq!(reader.get(address).body, PDF);
}

#[test]
fn a_file_is_taken_home_and_never_shown_as_a_page_of_ours() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    let script = "Hej <script>alert(1)</script>".as_bytes();
    assert_eq!(put(&mut browser, (FILE, "anteckning å.txt", script)).status, 422);
    let signs = "Anna <anna@skarvik.se> & <antal> barn".as_bytes();
    assert_eq!(put(&mut browser, (FILE, "anteckning å.txt", signs)).status, 303);
    let reply = take_home(&mut browser);
    assert_eq!(reply.status, StatusCode::OK);
    assert_eq!(reply.body, signs);
    assert_eq!(reply.header("content-type"), "text/plain; charset=utf-8");
    assert_eq!(
        reply.header("content-disposition"),
        "attachment; filename=\"anteckning-a.txt\"; filename*=UTF-8''anteckning%20%C3%A5.txt"
    );
    assert_eq!(reply.header("x-content-type-options"), "nosniff");
    let policy = reply.header("content-security-policy");
    assert!(policy.starts_with("default-src 'none'") && policy.ends_with("sandbox"), "{policy}");
    assert_eq!(reply.header("cache-control"), "private, no-cache");
    let tag = reply.header("etag").to_owned();
    let address = format!("{}/{FILE}/fil", page());
    let known = [("if-none-match", tag.as_str())];
    let again = browser.send(&Method::GET, &address, &known, None);
    assert_eq!((again.status.as_u16(), again.body.len()), (304, 0));
    let mut stranger = app.browser();
    let reply = stranger.send(&Method::GET, &address, &known, None);
    assert_eq!(reply.status, StatusCode::SEE_OTHER, "what is known gives no way in");
}

#[test]
fn what_is_not_taken_is_told_and_leaves_nothing_behind() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    let (before, kept) = (app.audit_length(), contents(&app));
    let large = vec![b'a'; 10 * 1024 * 1024 + 1];
    let refused: [(&str, &[u8], &str); 9] = [
        ("rapport.pdf", b"<!doctype html>", "heter som en PDF men innehåller något annat"),
        ("bild.svg", b"<svg/>", "Den sortens fil går inte"),
        ("sida.html", b"<p>", "Den sortens fil går inte"),
        ("rapport.pdf.exe", PDF, "Den sortens fil går inte"),
        ("bok.xlsm", b"PK\x03\x04", "kan ha makron"),
        ("rapport.pdf", b"%PDF-1.4 /JavaScript (x)\n%%EOF", "innehåller program"),
        ("tom.pdf", b"", "Filen är tom"),
        ("stor.txt", &large, "större än 10 MB"),
        ("gammal.csv", b"\xe5r;1", "inte sparad som UTF-8"),
    ];
    for (name, bytes, words) in refused {
        let reply = put(&mut browser, (FILE, name, bytes));
        assert_eq!(reply.status.as_u16(), 422, "{name}");
        assert!(reply.text().contains(words), "{name}: {words}");
        assert!(reply.text().contains("Vad nämnden beslutade"), "{name}: what was typed is kept");
    }
    let reply = browser.post(&page(), &[("visar", "x")]);
    assert!(reply.text().contains("Välj en fil"));
    for shows in ["", "\u{200b}\u{202e}", &"å".repeat(301)] {
        let reply =
            browser.send(&Method::POST, &page(), &[], Some(sent((FILE, "a.pdf", PDF), shows)));
        assert_eq!(reply.status.as_u16(), 422);
    }
    let huge = vec![b'a'; 12 * 1024 * 1024];
    assert_eq!(put(&mut browser, (FILE, "stor.txt", &huge)).status, StatusCode::PAYLOAD_TOO_LARGE);
    assert_eq!((app.audit_length(), contents(&app)), (before, kept));
}

#[test]
fn a_name_is_cleaned_before_it_is_kept() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    let name = "..%2f../\u{202e}fdp.<b>.pdf";
    assert_eq!(put(&mut browser, (FILE, name, PDF)).status, 303);
    browser.open(&page());
    assert!(browser.page().says("fdp.-b-.pdf"), "{}", browser.page().text());
    assert!(!browser.reply().text().contains('\u{202e}') && !browser.page().says(".."));
}

#[test]
fn the_same_form_and_the_same_file_are_kept_once() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    let (before, kept) = (app.audit_length(), contents(&app));
    for _ in 0..2 {
        assert_eq!(put(&mut browser, (FILE, "a.pdf", PDF)).status, 303);
    }
    assert_eq!(app.audit_length(), before + 1, "sent twice is put there once");
    let other = "0198f000000070008000000000000032";
    let reply = put(&mut browser, (other, "b.pdf", PDF));
    assert!(reply.text().contains("Samma fil finns redan här: a.pdf"));
    let elsewhere = format!("/bilagor/{}", id("element", "sprakutveckling"));
    let reply =
        browser.send(&Method::POST, &elsewhere, &[], Some(sent((other, "b.pdf", PDF), "x")));
    assert_eq!(reply.status, 303);
    assert_eq!(contents(&app), kept + 1, "the content is kept once");
}

#[test]
fn there_is_a_limit_to_how_many_files_stand_in_one_place() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    for number in 0..20_u8 {
        let (own, text) = (format!("0198f0000000700080000000000001{number:02}"), [b'a' + number]);
        assert_eq!(put(&mut browser, (&own, "a.txt", &text)).status, 303, "{number}");
    }
    let reply = put(&mut browser, (FILE, "a.pdf", PDF));
    assert_eq!(reply.status.as_u16(), 422);
    assert!(reply.text().contains("Det finns redan 20 filer"));
    browser.open(&page()).within_budget(30);
}

#[test]
fn a_file_taken_away_can_be_taken_back_for_some_days_and_then_its_content_goes() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    let kept = contents(&app);
    put(&mut browser, (FILE, "a.pdf", PDF));
    assert_eq!(detach(&mut browser, &[("version", "7")]), 409, "another was faster");
    browser.open(&page()).press("Ta bort filen");
    assert!(browser.page().says("Det finns inga bilagor"));
    assert!(browser.page().says("Togs bort av Kerstin Öberg"));
    assert_eq!(take_home(&mut browser).status.as_u16(), 404);
    let before = app.audit_length();
    assert_eq!(detach(&mut browser, &[("version", "1")]), 303, "sent twice");
    assert_eq!(app.audit_length(), before);
    browser.press("Ta tillbaka");
    assert_eq!(take_home(&mut browser).body, PDF);
    assert_eq!(detach(&mut browser, &[("version", "3")]), 303);
    app.clock().advance_secs(31 * 24 * 60 * 60);
    browser.sign_in(CONTROLLER);
    browser.open(&page());
    assert!(!browser.page().says("a.pdf"));
    let back = browser.post(&format!("{}/{FILE}/ta-tillbaka", page()), &[]);
    assert_eq!(back.status.as_u16(), 409);
    assert_eq!(contents(&app), kept + 1);
    let other = "0198f000000070008000000000000032";
    put(&mut browser, (other, "b.txt", b"hej"));
    assert_eq!(contents(&app), kept + 1, "what cannot be taken back is let go of");
}

#[test]
fn what_should_never_have_been_there_goes_for_good_at_once() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    let kept = contents(&app);
    put(&mut browser, (FILE, "a.pdf", PDF));
    browser.open(&page()).press("Ta bort för gott");
    assert!(!browser.page().says("Borttagna filer"));
    assert_eq!(contents(&app), kept);
    assert_eq!(take_home(&mut browser).status.as_u16(), 404);
    let back = browser.post(&format!("{}/{FILE}/ta-tillbaka", page()), &[]);
    assert_eq!(back.status.as_u16(), 409);
}

#[test]
fn files_of_a_draft_are_for_those_who_read_the_draft() {
    let app = TestApp::new();
    let mut controller = app.signed_in(CONTROLLER);
    let (owner, parent) = (id("org", "utbildningsnamnden"), id("element", "im-uppvaxt"));
    let draft = "0198f000000070008000000000000021";
    let fields = [
        ("id", draft),
        ("typ", "resultatmal"),
        ("titel", "X"),
        ("agare", &owner),
        ("under", &parent),
    ];
    assert_eq!(controller.post("/mal", &fields).status, 303);
    let address = format!("/bilagor/{draft}");
    let reply =
        controller.send(&Method::POST, &address, &[], Some(sent((FILE, "a.pdf", PDF), "x")));
    assert_eq!(reply.status, 303);
    let file = format!("{address}/{FILE}/fil");
    assert_eq!(controller.get(&file).status, 200);
    for who in [READER, ELECTED, MANAGER] {
        let mut browser = app.signed_in(who);
        assert_eq!(browser.get(&address).status.as_u16(), 404, "{who}");
        assert_eq!(browser.get(&file).status.as_u16(), 404, "{who}");
        // Nor by the way of an element that they may see.
        assert_eq!(browser.get(&format!("{}/{FILE}/fil", page())).status.as_u16(), 404, "{who}");
    }
    assert_eq!(controller.post(&format!("/mal/{draft}/kasta"), &[("version", "1")]).status, 303);
    let reply =
        controller.send(&Method::POST, &address, &[], Some(sent((FILE, "b.txt", b"b"), "x")));
    assert_eq!(reply.status.as_u16(), 409, "nothing is put beside what is thrown away");
}

#[test]
fn files_of_another_municipality_do_not_exist_here() {
    let app = TestApp::with_neighbour();
    let mut there = app.browser_at(NEIGHBOUR_HOST);
    there.sign_in(CONTROLLER);
    assert_eq!(put(&mut there, (FILE, "a.pdf", PDF)).status, 303);
    assert_eq!(take_home(&mut there).body, PDF);
    let mut here = app.signed_in(CONTROLLER);
    assert_eq!(take_home(&mut here).status.as_u16(), 404);
    assert_eq!(detach(&mut here, &[("version", "1")]), 404);
}

#[test]
fn both_engines_keep_files_alike() {
    let Some(app) = TestApp::with_neighbour_on_postgres() else {
        println!("skipped: PostgreSQL is not installed");
        return;
    };
    let mut browser = app.signed_in(CONTROLLER);
    let large: Vec<u8> = std::iter::repeat_n(b"r;1\n", 1_000_000).flatten().copied().collect();
    assert_eq!(put(&mut browser, (FILE, "a.csv", &large)).status, 303);
    assert_eq!(take_home(&mut browser).body, large);
    browser.open(&format!("/mal/{}", id("element", "rm-klarar-grundskolan"))).within_budget(30);
    assert!(browser.page().says("a.csv"));
    assert_eq!(detach(&mut browser, &[("version", "1"), ("for-gott", "1")]), 303);
    assert_eq!(take_home(&mut browser).status.as_u16(), 404);
}

#[test]
fn a_page_of_another_day_tells_of_the_files_of_that_day() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    let goal = format!("/mal/{}", id("element", "rm-klarar-grundskolan"));
    put(&mut browser, (FILE, "a.pdf", PDF));
    app.clock().advance_secs(2 * 24 * 60 * 60);
    browser.sign_in(CONTROLLER);
    detach(&mut browser, &[("version", "1")]);
    browser.open(&goal);
    assert!(!browser.page().says("a.pdf"));
    browser.open(&format!("{goal}?den=2026-08-25"));
    assert!(browser.page().says("a.pdf"), "{}", browser.page().text());
    browser.open(&format!("{goal}?den=2026-08-24"));
    assert!(!browser.page().says("a.pdf"));
}
