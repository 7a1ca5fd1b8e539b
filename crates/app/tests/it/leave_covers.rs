//! A leave with somebody standing in covers every report of the org unit while it lasts, also of rounds
//! that open during it, and ends by itself.

use app::demo::id_of;
use app::followup::store;
use app::together::store::substitutes_of;
use domain::ids::{FollowUpId, OrgUnitId, RoundId};
use jiff::civil::date;

use crate::asked_rounds::open_round;
use crate::kit::{Browser, TestApp};

const AWAY: &str = "Katarina Björk";
const STANDS_IN: &str = "Samir Benali";

/// The account of Katarina's unit in the round that was opened.
fn account(app: &TestApp) -> (RoundId, FollowUpId) {
    let round = app.reading(store::rounds).into_iter().find(|one| one.title == "Kvalitetsrunda");
    let round = round.expect("opened").id;
    let unit: OrgUnitId = id_of("org", "viks-forskola");
    let accounts = app.reading(|tx| store::accounts_of_round(tx, round));
    (round, accounts.iter().find(|one| one.org_unit == unit).expect("takes part").id)
}

/// What the next letter to somebody holds.
fn letter(browser: &mut Browser) -> String {
    browser.open("/konto/paminnelser").within_budget(30);
    assert_eq!(browser.status(), 200, "{}", browser.page().text());
    browser.page().text()
}

#[test]
fn who_stands_in_is_asked_for_rounds_that_open_during_the_leave_and_not_after_it() {
    let app = TestApp::new();
    open_round(&mut app.signed_in("Kerstin Öberg"));
    let (_, id) = account(&app);
    let address = format!("/folja-upp/{id}");
    let named = app.reading(|tx| substitutes_of(tx, id, date(2026, 8, 25)));
    assert_eq!(named.len(), 1);
    assert_eq!((named[0].person_name.as_str(), named[0].to), (STANDS_IN, date(2026, 9, 6)));
    // Asked: on the first page and in the letter, and Katarina is not.
    let mut samir = app.signed_in(STANDS_IN);
    samir.open("/").within_budget(30);
    assert!(samir.page().says("Viks förskola, Kvalitetsrunda."), "{}", samir.page().text());
    let mut katarina = app.signed_in(AWAY);
    katarina.open("/").within_budget(30);
    assert!(!katarina.page().says("Fortsätt rapportera"), "{}", katarina.page().text());
    assert!(katarina.page().says("Samir Benali rapporterar i ditt ställe"));
    assert!(letter(&mut samir).contains("Kvalitetsrunda"));
    assert!(!letter(&mut katarina).contains("Kvalitetsrunda"));
    // May write and hand in.
    samir.open(&address).press("Börja rapportera");
    assert_eq!(samir.status(), 200, "{}", samir.page().text());
    samir.open(&format!("{address}/granska"));
    assert_eq!(samir.status(), 200);
    // It ends by itself with the leave.
    app.clock().set(date(2026, 9, 7).at(9, 0, 0, 0));
    let mut samir = app.signed_in(STANDS_IN);
    samir.open(&address);
    assert_eq!(samir.status(), 404, "{}", samir.page().text());
    samir.open("/");
    assert!(!samir.page().says("Viks förskola, Kvalitetsrunda"), "{}", samir.page().text());
    let mut katarina = app.signed_in(AWAY);
    assert!(letter(&mut katarina).contains("Kvalitetsrunda"));
    katarina.open("/");
    assert!(katarina.page().says("Kvalitetsrunda"), "{}", katarina.page().text());
}

#[test]
fn a_leave_is_named_and_ended_once_for_all_open_reports_of_the_unit() {
    let app = TestApp::new();
    open_round(&mut app.signed_in("Kerstin Öberg"));
    let (_, new) = account(&app);
    let old: FollowUpId = id_of("follow_up", "viks-forskola");
    let today = date(2026, 8, 25);
    let standing = |id| app.reading(|tx| substitutes_of(tx, id, today)).len();
    assert_eq!((standing(old), standing(new)), (1, 1));
    let mut katarina = app.signed_in(AWAY);
    katarina.open(&format!("/folja-upp/{new}/medverkande")).press("Avsluta nu");
    assert_eq!((standing(old), standing(new)), (0, 0), "ended from both");
    katarina.pick("Vem?", "Samir Benali, Tallkottens förskola");
    katarina.fill("Från och med", "2026-08-25").fill("Till och med", "2026-09-20").press("Utse");
    assert_eq!(katarina.status(), 200, "{}", katarina.page().text());
    assert_eq!((standing(old), standing(new)), (1, 1), "named in both");
    assert!(katarina.page().says("Det gäller alla enhetens rapporter under tiden"));
    let taken: Vec<_> = app.reading(|tx| substitutes_of(tx, old, today));
    assert_eq!(taken[0].to, date(2026, 9, 20));
}
