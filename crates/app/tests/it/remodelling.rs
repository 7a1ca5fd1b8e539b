//! Changing the steering model: looked at, refused, put in force, read afterwards.

use crate::kit::{Browser, TestApp};

const ADMIN: &str = "Johan Åkerlund";
const ALINGSAS: &str = include_str!("../../../../presets/alingsas-2020.yaml");

fn exported(browser: &mut Browser) -> String {
    browser.get("/modell/fil.yaml").text()
}

/// The model in force with one text replaced.
fn changed(browser: &mut Browser, from: &str, to: &str) -> String {
    let file = exported(browser);
    assert!(file.contains(from), "the model has no {from:?}:\n{file}");
    file.replace(from, to)
}

fn look<'b>(browser: &'b mut Browser, file: &str) -> &'b mut Browser {
    browser.open("/modell/byt").upload("Modellfil", "modell.yaml", file.as_bytes()).press("Granska")
}

/// What cannot be loaded leaves the model and the audit trail as they were.
fn assert_untouched(app: &TestApp, audit: i64, model: &domain::steering::SteeringModel) {
    assert_eq!(app.audit_length(), audit);
    assert_eq!(*app.structure().model, *model);
}

#[test]
fn a_changed_word_is_shown_before_it_is_used_and_the_old_version_can_be_read() {
    let app = TestApp::new();
    let mut browser = app.signed_in(ADMIN);
    let file = changed(&mut browser, "inriktningsmål", "målområde");
    let (audit, before) = (app.audit_length(), app.structure());
    let page = look(&mut browser, &file).page();
    assert!(page.says("Ändras Målområde"), "{}", page.text());
    assert!(page.says("inriktningsmål, inriktningsmålet, inriktningsmålen"), "{}", page.text());
    assert!(page.says("7 finns i Tråden"), "{}", page.text());
    assert_untouched(&app, audit, &before.model);
    browser.press("Läs in modellen");
    assert_eq!(browser.address(), "/modell");
    assert!(browser.page().says("Målområde"));
    assert_eq!(app.audit_length(), audit + 1);
    assert_eq!(app.structure().revision, before.revision + 1);
    assert!(browser.open("/mal/nytt").page().says("Målområde"), "{}", browser.page().text());
    browser.open("/modell").follow("Version 1");
    assert!(browser.page().says("Du läser version 1, som har ersatts"));
    assert!(browser.page().says("Inriktningsmål"), "{}", browser.page().text());
}

#[test]
fn fields_of_their_own_are_told_in_words_and_not_in_the_words_of_the_file() {
    let app = TestApp::new();
    let mut browser = app.signed_in(ADMIN);
    let to = "{name: givare, kind: choice, choices: [stort, litet]}, \
              {name: berör barn, kind: yes_no}, {name: klart, kind: date}";
    let file = changed(&mut browser, "{name: givare, kind: text}", to);
    let page = look(&mut browser, &file).page();
    for words in ["givare (välj: stort, litet)", "berör barn (ja eller nej)", "klart (dag)"] {
        assert!(page.says(words), "{words}: {}", page.text());
    }
    assert!(!page.says("choice") && !page.says("yes_no") && !page.says("long_text"));
}

#[test]
fn a_municipality_that_was_reading_sees_the_new_model_without_a_restart() {
    let app = TestApp::new();
    let mut reader = app.signed_in("Ingrid Malm");
    reader.open("/trad");
    let mut admin = app.signed_in(ADMIN);
    let file = changed(&mut admin, "singular: vision", "singular: framtidsbild");
    look(&mut admin, &file).press("Läs in modellen");
    assert!(reader.open("/modell").page().says("Framtidsbild"), "{}", reader.page().text());
}

#[test]
fn a_model_that_leaves_things_without_a_place_is_refused_with_the_list() {
    let app = TestApp::new();
    let mut browser = app.signed_in(ADMIN);
    let (audit, before) = (app.audit_length(), app.structure());
    look(&mut browser, ALINGSAS);
    assert_eq!(browser.status(), 422);
    let page = browser.page();
    assert!(page.says("står i vägen för modellen"), "{}", page.text());
    assert!(
        page.says("Typen inriktningsmål (inriktningsmal) finns inte i filen 7"),
        "{}",
        page.text()
    );
    assert!(
        page.says("Nivån enhet (enhet) finns inte i filen, eller är av ett annat slag"),
        "{}",
        page.text()
    );
    assert!(!browser.buttons().contains(&"Läs in modellen".to_owned()));
    assert_untouched(&app, audit, &before.model);
    // The same file sent straight to where models are loaded.
    let reply = browser.post("/modell/byt/las-in", &[("version", "1"), ("modell", ALINGSAS)]);
    assert_eq!(reply.status, 422);
    assert_untouched(&app, audit, &before.model);
}

#[test]
fn a_link_in_use_stands_in_the_way() {
    let app = TestApp::new();
    let mut browser = app.signed_in(ADMIN);
    let audit = app.audit_length();
    let file = exported(&mut browser);
    let from = "{type: enhetsmal, link: executes}, ";
    assert!(file.contains(from), "{file}");
    look(&mut browser, &file.replacen(from, "", 1));
    assert_eq!(browser.status(), 422, "{}", browser.page().text());
    assert!(
        browser.page().says("I filen får inte kopplas: aktivitet genomför resultatmål för enhet"),
        "{}",
        browser.page().text()
    );
    assert_eq!(app.audit_length(), audit);
}

#[test]
fn files_that_are_no_models_are_refused_with_place_and_remedy() {
    let app = TestApp::new();
    let mut browser = app.signed_in(ADMIN);
    let good = exported(&mut browser);
    let (audit, before) = (app.audit_length(), app.structure());
    let bomb = format!(
        "a: &a [x, x, x, x, x, x, x, x, x]\n{}",
        (b'b'..=b'j')
            .map(|one| {
                let (this, last) = (one as char, (one - 1) as char);
                format!("{this}: &{this} [{}]\n", vec![format!("*{last}"); 9].join(", "))
            })
            .collect::<String>()
    );
    let cases: Vec<(Vec<u8>, &str)> = vec![
        (b"".to_vec(), "tom"),
        (b"PK\x03\x04\0\0".to_vec(), "inte en textfil"),
        (b"\xff\xfem\0e\0".to_vec(), "UTF-8"),
        (b"meta: [".to_vec(), "YAML"),
        (bomb.into_bytes(), "upprepa"),
        (vec![b'a'; 3 * 1024 * 1024], "större än 2 MB"),
        ([vec![b'['; 400], vec![b']'; 400]].concat(), "nivåer"),
        (good.replace("role: direction", "role: riktning").into_bytes(), "riktning"),
        (good.replace("owner: kf", "owner: finnsinte").into_bytes(), "finnsinte"),
        (good.replacen("id: miljomal", "id: inriktningsmal", 1).into_bytes(), "inriktningsmal"),
        (
            good.replacen("parents: []", "parents: [{type: resultatmal, link: contributes}]", 1)
                .into_bytes(),
            "vision",
        ),
    ];
    for (file, reason) in cases {
        browser.open("/modell/byt").upload("Modellfil", "modell.yaml", &file).press("Granska");
        assert_eq!(browser.status(), 422, "{reason}");
        let text = browser.page().text();
        assert!(text.contains(reason), "{reason}: {text}");
    }
    assert_untouched(&app, audit, &before.model);
}

#[test]
fn without_a_file_the_decision_of_the_model_in_force_is_named() {
    let app = TestApp::new();
    let mut browser = app.signed_in(ADMIN);
    browser
        .open("/modell/byt")
        .fill("Gäller från", "2027-01-01")
        .fill("Beslut", "KF 2026-11-16 § 12")
        .press("Granska");
    assert!(browser.page().says("Bara giltighet, beslut och anmärkningar ändras"));
    browser.press("Läs in modellen");
    assert!(browser.page().says("Gäller från 1 januari 2027"), "{}", browser.page().text());
    assert!(browser.page().says("KF 2026-11-16 § 12"));
    browser.open("/modell/byt").press("Granska");
    assert_eq!(browser.status(), 422);
    assert_eq!(browser.page().problems(), ["Välj en fil, eller ange giltighet eller beslut"]);
    browser.open("/modell/byt").fill("Gäller från", "i höst").press("Granska");
    assert_eq!(browser.status(), 422);
    assert_eq!(browser.value("Gäller från"), "i höst");
    browser.open("/modell/byt").fill("Beslut", &"§".repeat(201)).press("Granska");
    assert_eq!(browser.status(), 422);
}

#[test]
fn another_model_meanwhile_is_told_and_sending_twice_loads_once() {
    let app = TestApp::new();
    let (mut one, mut other) = (app.signed_in(ADMIN), app.signed_in(ADMIN));
    let first = changed(&mut one, "inriktningsmål", "målområde");
    let second = changed(&mut other, "inriktningsmål", "huvudmål");
    look(&mut one, &first);
    look(&mut other, &second).press("Läs in modellen");
    let audit = app.audit_length();
    one.press("Läs in modellen");
    assert_eq!(one.status(), 409);
    assert!(one.page().says("Modellen har ändrats medan du tittade"), "{}", one.page().text());
    assert_eq!(app.audit_length(), audit);
    one.press("Läs in modellen");
    assert_eq!((one.status(), app.audit_length()), (200, audit + 1));
    let again = exported(&mut one);
    let reply = one.post("/modell/byt/las-in", &[("version", "2"), ("modell", &again)]);
    assert_eq!((reply.status.as_u16(), app.audit_length()), (303, audit + 1));
}

#[test]
fn the_file_that_is_taken_out_is_the_model_in_force() {
    let app = TestApp::new();
    let mut browser = app.signed_in(ADMIN);
    let file = exported(&mut browser);
    look(&mut browser, &file);
    assert_eq!(browser.page().problems(), ["Filen är den modell som redan gäller"]);
}

#[test]
fn a_model_is_changed_on_postgresql_too() {
    let Some(app) = TestApp::with_neighbour_on_postgres() else {
        println!("skipped: PostgreSQL is not installed");
        return;
    };
    let mut browser = app.signed_in(ADMIN);
    let file = changed(&mut browser, "inriktningsmål", "målområde");
    look(&mut browser, &file).press("Läs in modellen");
    assert!(browser.open("/mal/nytt").page().says("Målområde"));
    browser.open("/modell?version=1");
    assert!(browser.page().says("Inriktningsmål"));
}

#[test]
fn the_pages_stay_within_their_budget() {
    let app = TestApp::new();
    let mut browser = app.signed_in(ADMIN);
    browser.open("/modell").within_budget(30).open("/modell/byt").within_budget(30);
    let file = changed(&mut browser, "inriktningsmål", "målområde");
    look(&mut browser, &file).within_budget(30);
}

#[test]
fn an_ended_top_takes_nothing_from_those_who_answer_for_the_living_one() {
    let app = TestApp::new();
    app.writing(|tx| {
        let ended = domain::organisation::OrgUnit {
            id: [0xe1; 16].into(),
            level: "kommunfullmaktige".to_owned(),
            kind: domain::organisation::OrgLevelKind::Council,
            parent: None,
            // Sorted first, so that it is the first top as well.
            name: "Aspvik".to_owned(),
            valid_from: jiff::civil::date(2000, 1, 1),
            valid_to: Some(jiff::civil::date(2017, 12, 31)),
            succeeded_by: None,
            version: 1,
        };
        app::organisation::store::insert_org_unit(tx, &ended).map(|_| ())
    });
    assert_eq!(app.structure().organisation.roots().len(), 2);
    assert_eq!(app.signed_in(ADMIN).open("/modell/byt").status(), 200);
    let mut controller = app.signed_in("Kerstin Öberg");
    assert_eq!(controller.open("/folja-upp/ny").status(), 200);
}
