//! The commands as a person in a terminal meets them.
#![expect(clippy::unwrap_used, reason = "helpers of tests fail like tests")]

mod common;

use std::path::{Path, PathBuf};

use common::{Server, ask, init, init_at, output, sign_in_with_code, text, traden, workspace};

fn fixture(name: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name).display().to_string()
}

fn models(folder: &Path) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|end| end == "yaml"))
        .filter(|path| path.file_stem().is_some_and(|stem| stem != "metamodel"))
        .collect();
    found.sort();
    found
}

fn check(files: &[PathBuf]) -> (Option<i32>, String) {
    let mut command = traden(&["model", "check"]);
    let done = command.args(files).output().unwrap();
    (done.status.code(), text(&done.stdout))
}

#[test]
fn the_models_that_come_with_the_program_are_accepted() {
    let presets = models(&workspace().join("presets"));
    assert!(presets.len() >= 2);
    let (code, said) = check(&presets);
    assert_eq!(code, Some(0), "{said}");
    assert_eq!(said.lines().count(), presets.len(), "{said}");
}

#[test]
fn the_models_of_research_are_accepted_with_what_is_left_to_decide() {
    let folder = workspace().join("../shared/data/models");
    let files = models(&folder);
    if files.is_empty() {
        println!("no research models next to the workspace: skipped");
        return;
    }
    let (code, said) = check(&files);
    assert_eq!(code, Some(0), "{said}");
    assert!(
        said.lines().all(|line| line.ends_with(": OK") || line.ends_with(" att besluta")),
        "{said}"
    );
}

#[test]
fn what_is_wrong_with_a_model_is_said_with_place_and_remedy() {
    let done = output(&["model", "check", &fixture("refused.yaml"), &fixture("accepted.yaml")]);
    let said = text(&done.stdout);
    assert_eq!(done.status.code(), Some(1), "{said}");
    assert!(said.contains("refused.yaml: underkänd"), "{said}");
    assert!(said.contains("rad 4, org_level"), "{said}");
    assert!(said.contains("Menade du ”org_levels”?"), "{said}");
    assert!(said.contains("accepted.yaml: OK med"), "{said}");
}

#[test]
fn a_program_gets_the_same_as_json() {
    let done = output(&["model", "check", "--json", &fixture("refused.yaml"), "finns-inte.yaml"]);
    assert_eq!(done.status.code(), Some(1));
    let found: serde_json::Value = serde_json::from_slice(&done.stdout).unwrap();
    assert_eq!(found[0]["verdict"], "refused");
    let problems = found[0]["problems"].as_array().unwrap();
    assert!(
        problems.iter().any(|problem| problem["line"] == 4 && problem["code"] == "unknown_key"),
        "{problems:?}"
    );
    assert_eq!(found[1]["verdict"], "unreadable");
}

#[test]
fn mistakes_on_the_command_line_are_explained_in_swedish() {
    for (arguments, wanted) in [
        (vec!["fel"], "kommandot ”fel” finns inte"),
        (vec!["init", "--name", "X"], "det här saknas: --model"),
        (vec!["serve", "--port", "abc"], "värdet ”abc” går inte att använda för --port"),
        (vec!["demo", "--storlek"], "”--storlek” finns inte"),
    ] {
        let done = output(&arguments);
        assert_eq!(done.status.code(), Some(2), "{arguments:?}");
        assert!(text(&done.stderr).contains(wanted), "{arguments:?}: {}", text(&done.stderr));
    }
    let help = output(&["--help"]);
    assert_eq!(help.status.code(), Some(0));
    let said = text(&help.stdout);
    assert!(said.contains("Slutkoder") && said.contains("Användning:"), "{said}");
    assert!(!said.contains("Print") && !said.contains("Options"), "{said}");
}

#[test]
fn a_municipality_is_made_served_and_signed_in_to() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let code = init(&data);
    let data = data.display().to_string();
    let server = Server::start(&["serve", "--data", &data, "--insecure-loopback"]);
    let page = ask(server.port, "GET", &code, "", "").unwrap();
    assert_eq!(page.status, 200, "{}", page.body);
    let cookie = sign_in_with_code(server.port, &code);
    assert_eq!(ask(server.port, "GET", "/matt", &cookie, "").unwrap().status, 200);
    let again = ask(server.port, "POST", &code, "", "losenord=en+lang+ramsa+om+traden").unwrap();
    assert_eq!(again.status, 410, "a code opens once");
    let reset = output(&["invite", "--data", &data, "--email", "ASA@prov.example"]);
    assert!(text(&reset.stdout).contains("/kod/"), "{}", text(&reset.stderr));
    drop(server);
    let verified = output(&["audit", "verify", "--data", &data]);
    assert!(verified.status.success(), "{}", text(&verified.stdout));
}

#[test]
fn a_server_without_the_exception_sends_secure_cookies() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let code = init(&data);
    let server = Server::start(&["serve", "--data", &data.display().to_string()]);
    let signed_in =
        ask(server.port, "POST", &code, "", "losenord=en+lang+ramsa+om+traden").unwrap();
    let cookie = signed_in.header("set-cookie").unwrap();
    assert!(cookie.starts_with("__Host-") && cookie.contains("; Secure"), "{cookie}");
    assert!(signed_in.header("strict-transport-security").is_some());
}

#[test]
fn what_cannot_be_done_is_refused_and_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data").display().to_string();
    let refused = |arguments: &[&str], wanted: &str| {
        let done = output(arguments);
        assert_eq!(done.status.code(), Some(1), "{arguments:?}");
        assert!(text(&done.stderr).contains(wanted), "{}", text(&done.stderr));
    };
    refused(&["serve", "--data", &data], "det finns inga data");
    refused(&["audit", "verify", "--data", &data], "det finns inga data");
    refused(
        &["audit", "verify", "--database", "postgres://traden:hemligt@db.invalid/traden"],
        "databasen kan inte öppnas: the connection to db.invalid would not be encrypted",
    );
    let admin =
        ["--name", "X", "--admin-name", "Y", "--admin-email", "y@x.example", "--data", &data];
    let with_model = |model: &'static str| [&["init", "--model", model][..], &admin].concat();
    refused(&with_model("ingen-sådan"), "varken en färdig modell");
    assert!(!Path::new(&data).exists(), "nothing was made");
    init(Path::new(&data));
    refused(&with_model("osteraker-2018"), "används redan av Provkommun");
    refused(
        &["invite", "--data", &data, "--email", "ingen@prov.example"],
        "ingen person i Provkommun",
    );
    refused(
        &["invite", "--data", &data, "--host", "annan.se", "--email", "a@b.c"],
        "ingen kommun har",
    );
    refused(
        &["serve", "--data", &data, "--insecure-loopback", "--listen", "0.0.0.0"],
        "--insecure-loopback går bara",
    );
    refused(&["serve", "--data", &data, "--database", "postgres://x"], "inte båda");
}

#[test]
fn the_demo_is_not_planted_beside_a_municipality() {
    for host in ["localhost", "mal.prov.example"] {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("data");
        init_at(host, ["--data", &data.display().to_string()]);
        let files = || {
            let names = std::fs::read_dir(&data).unwrap().map(|file| file.unwrap().file_name());
            names.collect::<std::collections::BTreeSet<_>>()
        };
        let before = files();
        let done = output(&["demo", "--port", "0", "--data", &data.display().to_string()]);
        let said = text(&done.stderr);
        assert_eq!(done.status.code(), Some(1), "{said}");
        assert!(said.contains("finns redan en kommun"), "{said}");
        assert_eq!(said.lines().count(), 1, "{said}");
        assert_eq!(files(), before);
    }
}

#[test]
fn a_model_is_taken_out_changed_and_loaded_again() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    init(&data);
    let data = data.display().to_string();
    let exported = output(&["model", "export", "--data", &data]);
    let yaml = text(&exported.stdout);
    assert!(yaml.contains("municipality: Provkommun"), "{yaml}");
    assert!(yaml.contains("based_on: {municipality: Österåker"), "{yaml}");
    let file = folder.path().join("ny.yaml");
    std::fs::write(&file, yaml.replace("inriktningsmål", "målområde")).unwrap();
    let file = file.display().to_string();
    let load = |more: &[&str]| output(&[&["model", "load", &file, "--data", &data], more].concat());
    let looked = load(&["--dry-run"]);
    let said = text(&looked.stdout);
    assert!(looked.status.success() && said.contains("~ Målområde"), "{said}");
    assert!(said.contains("Inget är ändrat"), "{said}");
    let loaded = load(&["--valid-from", "2027-01-01", "--decision", "KF 2026-11-16 § 12"]);
    let said = text(&loaded.stdout);
    assert!(loaded.status.success(), "{said} {}", text(&loaded.stderr));
    assert!(said.contains("Gäller från 1 januari 2027. Beslut: KF 2026-11-16 § 12"), "{said}");
    let kept = text(&output(&["model", "export", "--data", &data]).stdout);
    assert!(kept.contains("målområde") && kept.contains("2027-01-01"), "{kept}");
    let first = text(&output(&["model", "export", "--data", &data, "--version", "1"]).stdout);
    assert_eq!(first, yaml);
    let verified = output(&["audit", "verify", "--data", &data]);
    assert!(verified.status.success(), "{}", text(&verified.stdout));
}

#[test]
fn a_model_that_cannot_be_loaded_leaves_the_one_in_force() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    init(&data);
    let data = data.display().to_string();
    let before = output(&["model", "export", "--data", &data]).stdout;
    // The top of the organisation stands on a level that this model calls something else.
    let other = text(&before).replace("id: kf\n", "id: topp\n").replace(": kf", ": topp");
    let file = folder.path().join("annan.yaml");
    std::fs::write(&file, other).unwrap();
    let same = folder.path().join("samma.yaml");
    std::fs::write(&same, &before).unwrap();
    for (file, wanted) in [
        (fixture("refused.yaml"), "modellen underkändes"),
        (file.display().to_string(), "inget är ändrat"),
        (same.display().to_string(), "den modell som redan gäller"),
        ("finns-inte.yaml".to_owned(), "kan inte läsas: den finns inte"),
    ] {
        let done = output(&["model", "load", &file, "--data", &data]);
        assert_eq!(done.status.code(), Some(1), "{file}");
        assert!(text(&done.stderr).contains(wanted), "{}", text(&done.stderr));
        assert_eq!(text(&done.stderr).lines().count(), 1, "{}", text(&done.stderr));
    }
    assert_eq!(output(&["model", "export", "--data", &data]).stdout, before);
}

#[test]
fn the_link_leads_to_the_port_that_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    init(&data);
    let data = data.display().to_string();
    let told =
        output(&["invite", "--data", &data, "--email", "asa@prov.example", "--port", "4321"]);
    assert!(text(&told.stdout).contains("http://localhost:4321/kod/"), "{}", text(&told.stdout));
}

#[test]
fn a_reader_who_has_seen_enough_is_no_fault() {
    use std::process::Stdio;
    let files = vec![fixture("accepted.yaml"); 400];
    let mut command = traden(&["model", "check", "--json"]);
    let mut child =
        command.args(files).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let done = child.wait_with_output().unwrap();
    assert_eq!(done.status.code(), Some(0), "{}", text(&done.stderr));
    assert_eq!(text(&done.stderr), "");
}

#[test]
fn the_check_says_why_what_mends_it_and_where_for_the_day_that_is_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    init(&data);
    let data = data.display().to_string();
    let said = output(&["check", "--data", &data, "--day", "2026-08-25"]);
    assert_eq!(said.status.code(), Some(0), "{}", text(&said.stderr));
    let words = text(&said.stdout);
    assert!(words.contains("kontrollerad för dagen 2026-08-25\n"), "{words}");
    assert!(words.contains("S01 Kvar att bestämma i styrmodellen"), "{words}");
    assert!(
        words.contains(" · /modell\n") && words.contains("Till dess någon bestämmer"),
        "{words}"
    );
    let found = output(&["check", "--data", &data, "--json", "--day", "2026-08-25"]);
    let found: serde_json::Value = serde_json::from_slice(&found.stdout).unwrap();
    assert!(found["faults"][0]["why"].is_string() && found["faults"][0]["mend"].is_string());
    assert_eq!(found["let_be"], serde_json::json!([]));
    assert_eq!(found["day"], "2026-08-25");
    let wrong = output(&["check", "--data", &data, "--day", "2026-13-45"]);
    assert_eq!(wrong.status.code(), Some(2));
}

#[test]
fn reminders_are_shown_before_they_are_sent_and_need_a_server_that_can_be_trusted() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    init(&data);
    let data = data.display().to_string();
    let said = output(&["remind", "--data", &data, "--dry-run", "--day", "2026-08-25"]);
    assert!(said.status.success(), "{}", text(&said.stderr));
    assert!(text(&said.stdout).contains("0 brev till"), "{}", text(&said.stdout));
    let from = "Tråden <traden@prov.example>";
    let file = folder.path().join("losen").display().to_string();
    std::fs::write(&file, "hemligt\n").unwrap();
    let with = |more: &[&'static str]| [&["--smtp-from", from], more].concat();
    for (more, problem) in [
        (vec![], "ange e-postservern med --smtp-url"),
        (vec!["--smtp-url", "smtp://a.example"], "ange avsändaren med --smtp-from"),
        (with(&["--smtp-url", "a.example"]), "smtp:// eller smtps://"),
        (with(&["--smtp-url", "smtp://me:secret@a.example"]), "i en fil"),
        (with(&["--smtp-url", "smtp://me@a.example"]), "hör ihop"),
        (vec!["--smtp-url", "smtp://a.example", "--smtp-from", "x"], "--smtp-from"),
        (with(&["--smtp-url", "smtp://a.example", "--smtp-insecure-loopback"]), "den här datorn"),
    ] {
        let mut all = vec!["remind", "--data", &data];
        all.extend(more);
        let said = output(&all);
        let words = text(&said.stderr);
        assert!(!said.status.success() && words.contains(problem), "{all:?}: {words}");
        assert!(!words.contains("secret") && !words.contains("hemligt"), "{words}");
    }
    let mut all = vec!["remind", "--data", &data];
    all.extend(with(&["--smtp-url", "smtp://a.example"]));
    let with_file = |name: &'static str| output(&[&all[..], &[name, &file]].concat());
    assert!(text(&with_file("--smtp-password-file").stderr).contains("hör ihop"));
    assert!(!with_file("--smtp-ca").status.success());
}
