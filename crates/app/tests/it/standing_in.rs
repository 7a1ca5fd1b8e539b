//! Those who write an account for somebody or by invitation: what they are asked, what they sign, and
//! what becomes of it when the account goes.

use app::demo::id_of;
use app::identity::store::insert_grant;
use app::together::store::{Invitation, insert_invitation, invitations_of, substitutes_of};
use domain::access::AccessRole;
use domain::ids::{FollowUpId, OrgUnitId, PersonId};
use jiff::civil::date;

use crate::asked_rounds::{open_round, opened};
use crate::followup::{account, hand_in};
use crate::kit::{Browser, TestApp, id};

const MANAGER: &str = "Amira Lindqvist";
const STAFF: &str = "Sofia Bergkvist";

fn people() -> String {
    format!("{}/medverkande", account())
}

/// An address as it is written when an identity is written without hyphens.
fn plain(address: &str) -> String {
    address.replace('-', "")
}

/// Where the visitor's tasks in the account lead.
fn tasks(browser: &mut Browser, page: &str) -> Vec<String> {
    // The first page after the start reads the thread in.
    browser.open("/trad").open(page).within_budget(30);
    let links = browser.page().links().into_iter().map(|(_, address)| plain(&address));
    let own = format!("{}/", plain(&account()));
    let mut links: Vec<String> = links.filter(|address| address.starts_with(&own)).collect();
    links.sort();
    links.dedup();
    links
}

#[test]
fn who_is_not_invited_is_given_no_tasks_and_who_is_has_those() {
    let app = TestApp::new();
    let mut sofia = app.signed_in(STAFF);
    assert!(tasks(&mut sofia, "/").len() > 1, "she is invited to all of it");
    let mut amira = app.signed_in(MANAGER);
    amira.open(&people()).press("Ta bort");
    for page in ["/", "/folja-upp"] {
        assert_eq!(tasks(&mut sofia, page), Vec::<String>::new(), "{page}");
        assert!(!sofia.page().says("behöver dig"), "{}", sofia.page().text());
        let buttons = sofia.buttons();
        assert!(!buttons.iter().any(|one| one.starts_with("Fortsätt")), "{buttons:?}");
    }
    amira.open(&people()).choose(STAFF).choose("Trygga vårdnadshavare");
    amira.fill("Klart senast", "2026-08-31").press("Bjud in att skriva");
    let own = vec![plain(&crate::followup::part("trygga-vardnadshavare"))];
    for page in ["/", "/folja-upp"] {
        assert_eq!(tasks(&mut sofia, page), own, "{page}");
    }
}

#[test]
fn nobody_but_those_invited_is_told_to_begin() {
    let app = TestApp::new();
    let mut kerstin = app.signed_in("Kerstin Öberg");
    open_round(&mut kerstin);
    let (round, other) = opened(&app);
    let mut sofia = app.signed_in(STAFF);
    let begin = |browser: &mut Browser| {
        browser.open(&format!("/folja-upp?runda={round}"));
        browser.buttons().iter().any(|one| one.starts_with("Börja"))
    };
    assert!(begin(&mut sofia), "nobody is invited yet");
    let mut amira = app.signed_in(MANAGER);
    amira.open(&format!("{other}/medverkande")).choose(STAFF).fill("Klart senast", "2026-09-01");
    amira.press("Bjud in att skriva").press("Ta bort");
    assert!(!begin(&mut sofia));
    sofia.open("/");
    assert!(!sofia.page().links().iter().any(|(_, address)| plain(address) == plain(&other)));
}

#[test]
fn an_invitation_is_shown_however_many_there_have_been() {
    let app = TestApp::new();
    let (person, old) = (id_of::<PersonId>("person", "sofia-bergkvist"), FollowUpId::from([9; 16]));
    let at = app.now();
    app.writing(move |tx| {
        for number in 0..120_u8 {
            let mut id = [7; 16];
            id[0] = number;
            insert_invitation(
                tx,
                &Invitation {
                    id: id.into(),
                    account: old,
                    part: None,
                    person,
                    person_name: STAFF.to_owned(),
                    invited_by: MANAGER.to_owned(),
                    due_on: date(2024, 5, 1),
                    at,
                    removed_at: None,
                    version: 1,
                },
            )?;
        }
        Ok(())
    });
    let mut sofia = app.signed_in(STAFF);
    sofia.open("/trad").open("/").within_budget(30);
    assert!(sofia.page().says("Att skriva tillsammans med andra"), "{}", sofia.page().text());
}

#[test]
fn a_manager_above_who_is_named_stands_in_and_signs_for_whom() {
    let app = TestApp::new();
    let mut amira = app.signed_in(MANAGER);
    amira.open(&people()).pick("Vem?", "Lena Holm").fill("Till och med", "2026-08-30");
    amira.press("Utse");
    let mut lena = app.signed_in("Lena Holm");
    lena.open("/").within_budget(30).follow("Rapportera för Amira Lindqvist").within_budget(30);
    assert_eq!(plain(lena.address()), plain(&account()), "she comes to what is left to write");
    hand_in(&mut lena);
    let signed = "Lena Holm för Amira Lindqvist";
    assert!(lena.page().says(&format!("{signed} lämnade den.")), "{}", lena.page().text());
    let mut kerstin = app.signed_in("Kerstin Öberg");
    kerstin.open(&format!("{}/las", account()));
    assert!(kerstin.page().says(&format!("{signed} lämnade rapporten")));
    kerstin.press("Godkänn rapporten");
    assert!(kerstin.page().says("Kerstin Öberg godkände rapporten"));
}

#[test]
fn a_manager_above_signs_approvals_with_their_own_name_only() {
    let app = TestApp::new();
    let mut amira = app.signed_in(MANAGER);
    amira.open(&people()).pick("Vem?", "Lena Holm").fill("Till och med", "2026-08-30");
    amira.press("Utse");
    hand_in(&mut amira);
    assert!(amira.page().says("Amira Lindqvist lämnade den."), "{}", amira.page().text());
    let mut lena = app.signed_in("Lena Holm");
    lena.open(&format!("{}/las", account())).press("Godkänn rapporten");
    assert!(lena.page().says("Lena Holm godkände rapporten"), "{}", lena.page().text());
}

#[test]
fn ending_twice_ends_once() {
    let app = TestApp::new();
    let mut amira = app.signed_in(MANAGER);
    amira.open(&people()).pick("Vem?", "Hanna Rydell, Centrums förskolor");
    amira.fill("Till och med", "2026-08-30").press("Utse");
    let follow_up: FollowUpId = id_of("follow_up", "skargardens-forskolor");
    let known = app.reading(|tx| substitutes_of(tx, follow_up, date(2026, 8, 25)));
    let one = known[0].id.to_string();
    let before = app.audit_length();
    for _ in 0..2 {
        let reply = amira.post(&format!("{}/ersattare/avsluta", account()), &[("ersattare", &one)]);
        assert_eq!(reply.status.as_u16(), 303, "{}", reply.text());
    }
    assert_eq!(app.audit_length(), before + 1);
}

#[test]
fn an_account_that_is_taken_away_ends_what_was_asked_of_people_in_it() {
    let app = TestApp::new();
    let mut kerstin = app.signed_in("Kerstin Öberg");
    open_round(&mut kerstin);
    let (round, other) = opened(&app);
    let mut amira = app.signed_in(MANAGER);
    amira.open(&format!("{other}/medverkande")).choose(STAFF).fill("Klart senast", "2026-09-01");
    amira.press("Bjud in att skriva").pick("Vem?", "Hanna Rydell, Centrums förskolor");
    amira.fill("Till och med", "2026-08-30").press("Utse");
    let gone: FollowUpId = other.rsplit('/').next().unwrap().parse().unwrap();
    let today = date(2026, 8, 25);
    assert_eq!(app.reading(|tx| substitutes_of(tx, gone, today)).len(), 1);
    let under = id("org", "utbildningsforvaltningen");
    kerstin.open(&format!("/folja-upp/runda/{round}/enheter?under={under}")).within_budget(30);
    kerstin.untick("Skärgårdens förskolor").press("Spara vilka som är med");
    let asked = app.reading(|tx| invitations_of(tx, gone));
    assert!(!asked.is_empty() && asked.iter().all(|one| one.removed_at.is_some()), "{asked:?}");
    assert!(app.reading(|tx| substitutes_of(tx, gone, today)).is_empty());
}

#[test]
fn only_who_handed_in_is_asked_whether_it_was_worth_the_time() {
    let app = TestApp::new();
    let (mut amira, mut sofia) = (app.signed_in(MANAGER), app.signed_in(STAFF));
    hand_in(&mut amira);
    sofia.open(&format!("{}/kvitto", account()));
    assert!(!sofia.page().says("Var det här värt din tid?"), "{}", sofia.page().text());
    let vote = format!("{}/vart-tiden", account());
    assert_eq!(sofia.post(&vote, &[("svar", "no")]).status.as_u16(), 403);
    amira.open(&format!("{}/kvitto", account()));
    assert!(amira.page().says("Var det här värt din tid?"));
    amira.press("Delvis");
    assert!(amira.page().says("Tack, ditt svar är räknat."));
}

#[test]
fn a_role_that_begins_next_month_answers_for_nothing_today() {
    let app = TestApp::new();
    let mut lena = app.signed_in("Lena Holm");
    let lacks = |browser: &mut Browser| {
        browser.open("/folja-upp");
        let rows = browser.page().table("Rapporter som saknar ansvarig");
        rows.iter().any(|row| row[0] == "Viksskolan")
    };
    assert!(lacks(&mut lena));
    app.writing(|tx| {
        let (person, unit) = (id_of::<PersonId>("person", "hanna-rydell"), "viksskolan");
        let held = (AccessRole::Manager, id_of::<OrgUnitId>("org", unit));
        insert_grant(tx, [5; 16].into(), person, held, date(2026, 10, 1)).map(|_| ())
    });
    assert!(lacks(&mut lena), "she begins in October");
    app.clock().set(date(2026, 10, 1).at(9, 0, 0, 0));
    assert!(!lacks(&mut app.signed_in("Lena Holm")));
}
