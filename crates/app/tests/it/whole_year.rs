//! What can be seen in the year of the demo: reports in every state, people who answer, the days of
//! levels, and the same words and numbers wherever a thing is told.

use app::demo::id_of;
use app::identity::store::insert_grant;
use domain::access::AccessRole;
use domain::ids::{OrgUnitId, PersonId};
use jiff::civil::date;

use crate::followup::hand_in;
use crate::forecasts::{FORECAST, account_of, open};
use crate::kit::{TestApp, id};
use crate::reminders::letter_to;

const CONTROLLER: &str = "Kerstin Öberg";
const MANAGER: &str = "Amira Lindqvist";

#[test]
fn the_open_round_has_reports_in_every_state() {
    let app = TestApp::new();
    let mut kerstin = app.signed_in(CONTROLLER);
    kerstin.open("/uppsikt/insamling").within_budget(30);
    for state in [
        "Godkända 38",
        "Skickade tillbaka 1",
        "Inte påbörjade 12",
        "Försenade 3",
        "Lämnade för sent 1",
    ] {
        assert!(kerstin.page().says(state), "{state}: {}", kerstin.page().text());
    }
    let mut lena = app.signed_in("Lena Holm");
    lena.open("/").within_budget(30);
    assert!(lena.page().says("Du skickade tillbaka en del"), "{}", lena.page().text());
    let mut jakob = app.signed_in("Jakob Drott");
    jakob.open("/").within_budget(30);
    assert!(jakob.page().says("Nämnden frågade om just det i juni."), "{}", jakob.page().text());
    let mut rebecka = app.signed_in("Rebecka Storm");
    rebecka.open("/").within_budget(30);
    assert!(rebecka.page().says("Skulle ha lämnats 21 augusti"), "{}", rebecka.page().text());
}

#[test]
fn a_report_handed_in_by_somebody_else_is_not_said_to_be_ones_own() {
    let app = TestApp::new();
    let mut oskar = app.signed_in("Oskar Lundmark");
    oskar.open("/").within_budget(30);
    assert!(oskar.page().says("är lämnad. Den läses nu."), "{}", oskar.page().text());
    assert!(!oskar.page().says("Du har lämnat"), "his manager handed it in");
}

#[test]
fn the_same_minutes_are_told_wherever_a_report_waits() {
    let app = TestApp::new();
    open(&app, FORECAST, "2026-T2", &["enhet"]);
    let extra = account_of(&app, "skargardens-forskolor");
    hand_in(&mut app.signed_in(MANAGER));
    let mut amira = app.signed_in(MANAGER);
    for page in ["/", "/folja-upp", &extra] {
        amira.open(page).within_budget(30);
        assert!(amira.page().says("Det tar cirka 2 minuter."), "{page}: {}", amira.page().text());
        assert!(!amira.page().says("15 minuter"), "{page}");
    }
}

#[test]
fn a_letter_says_of_each_part_what_the_page_says() {
    let app = TestApp::new();
    open(&app, FORECAST, "2026-T2", &["enhet"]);
    let extra = account_of(&app, "skargardens-forskolor");
    let mut amira = app.signed_in(MANAGER);
    amira.open(&extra).press("Börja rapportera");
    amira.open("/");
    let words = "Säg hur det går med pengarna";
    assert!(amira.page().says(words), "{}", amira.page().text());
    let letter = letter_to(&app, MANAGER).expect("a report waits");
    assert!(letter.text.contains(words), "{}", letter.text);
    assert!(!letter.text.contains("Berätta om"), "{}", letter.text);
}

#[test]
fn what_waits_of_many_units_is_read_together() {
    let app = TestApp::new();
    let units = ["fyrskolan", "hamnskolan", "viksskolan", "skargardsskolan", "hemtjansten-norr"];
    let more = ["lokalvarden", "gata-och-trafik", "huvudbiblioteket", "kulturskolan", "simhallen"];
    let all = units.into_iter().chain(more).collect::<Vec<_>>();
    app.writing(move |tx| {
        for (number, unit) in (1..).zip(&all) {
            let person = id_of::<PersonId>("person", "amira-lindqvist");
            let held = (AccessRole::Manager, id_of::<OrgUnitId>("org", unit));
            insert_grant(tx, [number; 16].into(), person, held, date(2026, 1, 1))?;
        }
        Ok(())
    });
    let mut amira = app.signed_in(MANAGER);
    amira.open("/konto/paminnelser").within_budget(30);
    assert!(amira.page().says("Fyrskolan") && amira.page().says("Viksskolan"));
}

#[test]
fn a_provider_ordered_by_its_committee_is_told_of_the_reader_once() {
    let app = TestApp::new();
    let mut farah = app.signed_in("Farah Nazari");
    farah.open(&format!("/folja-upp/{}/kvitto", id("follow_up", "solrosen-ab")));
    let text = farah.page().text();
    assert!(text.contains("Den läses av Utbildningsnämnden."), "{text}");
}

#[test]
fn what_is_said_of_a_forecast_in_march_is_the_sum_of_its_figures() {
    let app = TestApp::new();
    let account = format!("/folja-upp/{}/las", id("follow_up", "mars/skargardens-forskolor"));
    let mut amira = app.signed_in(MANAGER);
    amira.open(&account);
    let text = amira.page().text().replace('\u{a0}', " ");
    assert!(text.contains("underskott på 95 000 kronor"), "{text}");
    assert!(!text.contains("190 000"), "{text}");
}

#[test]
fn a_year_without_a_wheel_has_no_poster() {
    let app = TestApp::new();
    let mut lena = app.signed_in("Lena Holm");
    let wheel = |year: i16| format!("/arshjul/{}/{year}", id("org", "utbildningsforvaltningen"));
    for address in ["affisch", "affisch/pdf"] {
        let reply = lena.get(&format!("{}/{address}", wheel(2030)));
        assert_eq!(reply.status.as_u16(), 303, "{address}");
    }
    lena.open(&format!("{}/affisch", wheel(2026))).within_budget(30);
    let text = lena.page().text();
    for above in ["Nämnden går igenom delårsrapporterna med rektorerna", "Budgetdialog på hösten"]
    {
        assert!(text.contains(above), "{above}: {text}");
    }
}

#[test]
fn a_body_over_many_is_told_how_many_reports_it_is_not_offered() {
    let app = TestApp::new();
    app.writing(|tx| {
        tx.leave_unaudited("a test");
        tx.run("update compilations set state = 'draft' where tenant = $1", &[])?;
        tx.run("update follow_ups set state = 'approved' where tenant = $1", &[])?;
        Ok(())
    });
    let mut kerstin = app.signed_in(CONTROLLER);
    let address = format!("/folja-upp/sammanstallning/{}", id("org", "kommunfullmaktige"));
    kerstin.open(&address).within_budget(30);
    assert!(kerstin.page().says("26 rapporter till är lämnade"), "{}", kerstin.page().text());
    let text = kerstin.page().text();
    assert!(text.contains("Anpassade grundskolan") && !text.contains("Ängsbackeskolan"), "{text}");
}

#[test]
fn a_model_that_is_decided_before_its_first_year_says_what_it_changes_now() {
    let app = TestApp::new();
    let mut lena = app.signed_in("Lena Holm");
    let begin = |year: i16| {
        let unit = id("org", "fyrskolan");
        format!("/arshjul/{unit}/{year}/nytt?fran=modell")
    };
    let before = "efter årshjulet 2027";
    lena.open(&begin(2027)).within_budget(30);
    assert!(!lena.page().says(before), "the model holds since long");
    let mut johan = app.signed_in("Johan Åkerlund");
    johan.open("/modell/byt").fill("Gäller från", "2026-08-20").press("Granska");
    assert!(!johan.page().says("men används så snart"), "its first day has come");
    johan.open("/modell/byt").fill("Gäller från", "2028-01-01").press("Granska");
    let ahead = "Modellen gäller från 1 januari 2028 men används så snart den läses in";
    assert!(johan.page().says(ahead), "{}", johan.page().text());
    johan.press("Läs in modellen");
    lena.open(&begin(2027)).within_budget(30);
    assert!(lena.page().says(before), "{}", lena.page().text());
    lena.open(&begin(2028));
    assert!(!lena.page().says("efter årshjulet"), "{}", lena.page().text());
    let wheels = app.reading(|tx| {
        tx.one("select count(*) from wheels where tenant = $1", &[], |row| row.int(0))
    });
    assert!(wheels > Some(100), "what is made stands as it is: {wheels:?}");
}
