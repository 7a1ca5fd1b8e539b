//! `kill -9` while people report: a text that was answered as saved is there, and an account is as the
//! last answer said, never half handed in.
#![expect(clippy::unwrap_used, reason = "helpers of tests fail like tests")]

mod common;

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use app::demo::id_of;
use common::{Dice, Page, Server, ask, output, send, text};
use domain::ids::{FollowUpId, PersonId};

const CYCLES: usize = 8;

/// What one who writes had been told, and had asked for, when the server went away.
#[derive(Clone, Copy, Debug, Default)]
struct Written {
    answered: u32,
    asked: u32,
}

#[test]
fn what_was_saved_and_handed_in_is_there_when_the_server_has_been_killed() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data").display().to_string();
    let mut server = Server::start(&["demo", "--data", &data]);
    let (amira, daniel) =
        (sign_in(server.port, "amira-lindqvist"), sign_in(server.port, "daniel-osterberg"));
    let part = part_that_saves(server.port, &amira);
    let account = account_of("norrbackens-forskola");
    let mut dice = Dice(20_261_122);
    let (mut texts, mut steps) = (Written::default(), Written::default());
    let first = is_handed_in(server.port, &account, &daniel);
    for cycle in 0..CYCLES {
        let (port, killed) = (server.port, AtomicBool::new(false));
        let wait = Duration::from_millis(60 + dice.below(300));
        (texts, steps) = std::thread::scope(|scope| {
            let writer = scope.spawn(|| write(port, &part, &amira, texts.asked, &killed));
            let reporter = scope.spawn(|| hand_in(port, &account, &daniel, steps.asked, &killed));
            std::thread::sleep(wait);
            server.kill();
            killed.store(true, Ordering::Relaxed);
            (writer.join().unwrap(), reporter.join().unwrap())
        });
        let verified = output(&["audit", "verify", "--data", &data]);
        assert!(verified.status.success(), "{}{}", text(&verified.stdout), text(&verified.stderr));
        server = Server::start(&["demo", "--data", &data]);
        let kept = number_of(&told(&save(server.port, &part, &amira, "0", "").unwrap()).0);
        assert!((texts.answered..=texts.asked).contains(&kept), "{kept} of {texts:?} in {cycle}");
        let after = is_handed_in(server.port, &account, &daniel);
        // Each step turns it around; one that was asked for and not answered may have been done.
        let as_told = |steps: u32| first != (steps % 2 == 1);
        let fits = after == as_told(steps.answered) || after == as_told(steps.asked);
        assert!(fits, "{after} after {steps:?} in {cycle}");
        steps = if after == as_told(steps.asked) {
            steps
        } else {
            Written { asked: steps.answered, ..steps }
        };
    }
    println!("{} texts and {} steps were answered", texts.answered, steps.answered);
    assert!(texts.answered > 20 && steps.answered > 4, "{texts:?} {steps:?}");
}

fn sign_in(port: u16, word: &str) -> String {
    let person: PersonId = id_of("person", word);
    let page = ask(port, "POST", "/logga-in/roll", "", &format!("person={person}")).unwrap();
    page.header("set-cookie").unwrap().split(';').next().unwrap().to_owned()
}

fn account_of(org_unit: &str) -> String {
    let account: FollowUpId = id_of("follow_up", org_unit);
    format!("/folja-upp/{account}")
}

/// The address that saves a part of Amira's account.
fn part_that_saves(port: u16, cookie: &str) -> String {
    let account = account_of("skargardens-forskolor");
    let page = ask(port, "GET", &account, cookie, "").unwrap();
    let links = page.body.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let parts = links.filter_map(|link| link.split_once("/del/").map(|(_, part)| part));
    let mut saving =
        parts.map(|part| format!("/folja-upp/del/{}", part.split(['#', '?']).next().unwrap()));
    saving
        .find(|path| {
            let version = told(&save(port, path, cookie, "0", "").unwrap()).1;
            save(port, path, cookie, &version, "gång 0").unwrap().status == 200
        })
        .expect("a part that saves")
}

fn save(port: u16, path: &str, cookie: &str, version: &str, words: &str) -> Option<Page> {
    let heads = format!(
        "cookie: {cookie}\r\ncontent-type: application/json\r\naccept: application/json\r\nif-match: {version}"
    );
    send(port, "PATCH", path, &heads, &format!("{{\"field\":\"text\",\"value\":\"{words}\"}}"))
}

/// The text that is kept and its version, as an answer tells them.
fn told(page: &Page) -> (String, String) {
    let told: serde_json::Value = serde_json::from_str(page.body.trim()).unwrap();
    let of = |name: &str| told[name].as_str().unwrap_or_default().to_owned();
    (of("theirs"), of("version"))
}

fn number_of(words: &str) -> u32 {
    words.rsplit(' ').next().and_then(|number| number.parse().ok()).unwrap_or(0)
}

/// Saves one text after the other until the server is gone.
fn write(port: u16, path: &str, cookie: &str, from: u32, killed: &AtomicBool) -> Written {
    let mut written = Written { answered: 0, asked: from };
    let Some(page) = save(port, path, cookie, "0", "") else { return written };
    let (kept, mut version) = told(&page);
    written.answered = number_of(&kept);
    for number in from + 1.. {
        if killed.load(Ordering::Relaxed) {
            break;
        }
        written.asked = number;
        let Some(page) = save(port, path, cookie, &version, &format!("gång {number}")) else {
            break;
        };
        assert_eq!(page.status, 200, "{}", page.body);
        version = told(&page).1;
        written.answered = number;
    }
    written
}

fn is_handed_in(port: u16, account: &str, cookie: &str) -> bool {
    let page = ask(port, "GET", &format!("{account}/kvitto"), cookie, "").unwrap();
    page.status == 200
}

/// Takes an account back and hands it in again until the server is gone.
fn hand_in(port: u16, account: &str, cookie: &str, from: u32, killed: &AtomicBool) -> Written {
    let mut written = Written { answered: from, asked: from };
    for step in from + 1.. {
        if killed.load(Ordering::Relaxed) {
            break;
        }
        let Some(receipt) = ask(port, "GET", &format!("{account}/kvitto"), cookie, "") else {
            break;
        };
        let (action, form) = if receipt.status == 200 {
            ("angra", receipt)
        } else {
            let Some(review) = ask(port, "GET", &format!("{account}/granska"), cookie, "") else {
                break;
            };
            ("lamna", review)
        };
        let version = form.option("version");
        let form = format!("version={version}&intygar=ja");
        written.asked = step;
        let Some(page) = ask(port, "POST", &format!("{account}/{action}"), cookie, &form) else {
            break;
        };
        assert_eq!(page.status, 303, "{action} {}", page.body);
        written.answered = step;
    }
    written
}
