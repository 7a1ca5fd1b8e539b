//! What others do while a file is read in: nobody waits for a file that is parsed, and what changed
//! after a plan was made is met again.

use std::sync::Arc;
use std::sync::mpsc::channel;

use app::identity::store::end_grant;
use app::measures::store::{Door, How, insert_outcomes};
use app::revisions::{Changed, note};
use app::web::error::AppError;
use db::{DbError, Tx};
use domain::ids::{ElementId, GrantId, OrgUnitId};
use domain::measures::{Outcome, OutcomeQuality, OutcomeValue};

use crate::imports::{PLACE, look, rows, value_of_august, value_of_august_as};
use crate::kit::{Browser, TestApp, id};

/// Holds the municipality's writer while the closure runs, and lets it go afterwards.
fn while_somebody_writes<T>(app: &TestApp, work: impl FnOnce() -> T) -> T {
    std::thread::scope(|scope| {
        let (begun, has_begun) = channel();
        let (done, is_done) = channel::<()>();
        let is_done = std::sync::Mutex::new(is_done);
        scope.spawn(move || {
            app.writing(move |_| {
                let _ = begun.send(());
                // Ends also when the other thread has failed.
                let _ = is_done.lock().map(|wait| wait.recv());
                Ok(())
            });
        });
        has_begun.recv().expect("the writer is taken");
        let answer = work();
        drop(done);
        answer
    })
}

#[test]
fn files_are_looked_at_while_somebody_writes() {
    let app = TestApp::new();
    let mut browser = app.signed_in("Johan Åkerlund");
    look(&mut browser, &rows(&[&format!("{PLACE};2026-08;;9,9;"), &format!("{PLACE};2026;;9,9;")]));
    let address = browser.address().to_owned();
    while_somebody_writes(&app, || {
        look(&mut browser, b"matt;enhet;period;varde\n");
        assert_eq!(browser.status(), 422);
        browser.open(&address);
        assert_eq!(browser.status(), 200);
        browser.choose("Läs in bara om allt är rätt").press("Läs in ett värde");
        assert_eq!(browser.status(), 422);
    });
}

/// Presses the button, and makes the change when the plan is made and before it is carried out.
fn read_in_while(
    app: &TestApp,
    browser: &mut Browser,
    change: impl Fn(&mut Tx<'_>) -> Result<(), AppError> + Send + 'static,
) {
    let address = browser.address().to_owned();
    browser.open(&address);
    // The same statements plan the file here and there; the page is one more, the picture's.
    let planned = app.app().statements() + browser.statements() - 1;
    let count = Arc::clone(app.app());
    std::thread::scope(|scope| {
        let (begun, has_begun) = channel();
        scope.spawn(move || {
            app.writing(move |tx| {
                let _ = begun.send(());
                // Bounded, so that a failure on the other side is told and not waited for.
                for _ in 0..2_000_000 {
                    if count.statements() >= planned {
                        break;
                    }
                    std::thread::yield_now();
                }
                change(tx)
            });
        });
        has_begun.recv().expect("the writer is taken");
        browser.press("Läs in ett värde");
    });
}

fn outcome(period: &str, value: i64) -> Outcome {
    let bytes = |kind, word| uuid::Uuid::parse_str(&id(kind, word)).unwrap().into_bytes();
    Outcome {
        measure: ElementId::from(bytes("element", "sjukfranvaro")),
        org_unit: OrgUnitId::from(bytes("org", "skargardens-forskolor")),
        breakdown: "kvinnor".to_owned(),
        period: period.parse().unwrap(),
        value: OutcomeValue::Measured(value.into()),
        quality: OutcomeQuality::Preliminary,
        version: 1,
    }
}

#[test]
fn a_value_changed_after_the_plan_was_made_is_shown_before_anything_is_read_in() {
    let app = TestApp::new();
    let mut browser = app.signed_in("Johan Åkerlund");
    let measure = "Sjukfrånvaro;Skärgårdens förskolor;kvinnor;2022-08;;9,9;";
    look(&mut browser, &rows(&[measure]));
    let audit = app.audit_length();
    read_in_while(&app, &mut browser, |tx| {
        let kept = insert_outcomes(tx, &How::by(Door::Filled), [outcome("2022-08", 5)])?;
        assert_eq!(kept, 1);
        tx.leave_unaudited("a value in a test");
        Ok(())
    });
    assert_eq!(browser.status(), 409);
    assert!(browser.page().says("Något har ändrats sedan du granskade filen"));
    assert!(browser.page().says("ersätter 5"), "{}", browser.page().text());
    assert_eq!(app.audit_length(), audit);
    browser.press("Läs in ett värde");
    assert!(browser.page().says("Ett värde är inläst"));
}

#[test]
fn a_structure_changed_after_the_plan_was_made_makes_the_plan_anew() {
    let app = TestApp::new();
    let mut browser = app.signed_in("Johan Åkerlund");
    look(&mut browser, &rows(&[&format!("{PLACE};2026-08;;9,9;")]));
    read_in_while(&app, &mut browser, |tx| {
        note(tx, &[Changed::Organisation])?;
        tx.leave_unaudited("a revision in a test");
        Ok(())
    });
    assert!(browser.page().says("Ett värde är inläst"), "{}", browser.page().text());
    assert!(value_of_august(&app).starts_with("9,9"));
}

#[test]
fn a_role_that_ended_after_the_plan_was_made_reads_nothing_in() {
    let app = TestApp::new();
    let mut browser = app.signed_in("Johan Åkerlund");
    look(&mut browser, &rows(&[&format!("{PLACE};2026-08;;9,9;")]));
    let grants = grants_of_johan(&app);
    read_in_while(&app, &mut browser, move |tx| {
        let yesterday = jiff::civil::date(2026, 8, 24);
        grants.iter().try_for_each(|grant| end_grant(tx, *grant, yesterday))
    });
    assert_eq!(browser.status(), 403);
    assert!(!value_of_august_as(&app, "Kerstin Öberg").starts_with("9,9"));
}

fn grants_of_johan(app: &TestApp) -> Vec<GrantId> {
    app.reading(|tx| {
        let sql = "select g.grant_id from grants g join people p on p.tenant = g.tenant \
                   and p.person_id = g.person_id where g.tenant = $1 and p.name = 'Johan Åkerlund'";
        tx.all(sql, &[], |row| -> Result<GrantId, DbError> { row.id(0) })
    })
}
