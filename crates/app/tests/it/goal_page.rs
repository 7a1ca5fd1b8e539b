//! What the pages of goals and org units cost when much hangs on them and much has happened.

use app::demo::id_of;
use app::elements::store::{change_element, insert_element, insert_link, insert_measure};
use app::measures::store::{Door, How, insert_outcomes};
use domain::elements::{Element, Link};
use domain::ids::{ElementId, OrgUnitId};
use domain::measures::{Aggregation, Measure, Outcome, OutcomeQuality, OutcomeValue};
use domain::periods::Period;
use domain::steering::{LinkKind, Role};
use jiff::civil::date;
use rust_decimal::Decimal;

use crate::kit::{TestApp, id};

const CONTROLLER: &str = "Kerstin Öberg";
const GOAL: &str = "rm-trygg-start";

/// Hangs four measures of each class on the goal, whose values lie under the committee.
fn hang_many_measures(app: &TestApp) -> usize {
    let structure = app.structure();
    let like = structure.measures_of(id_of("element", "rm-trygg-start"));
    let (element, measure) = like.first().expect("the goal is measured");
    let (element, measure) = (Element::clone(element), Measure::clone(measure));
    let classes = structure.model.types_with_role(Role::Measure).flat_map(|one| &one.classes);
    let classes: Vec<String> = classes.map(|class| class.name.clone()).collect();
    let all = classes.len() * 4;
    app.writing(move |tx| {
        for (number, class) in classes.iter().cycle().take(all).enumerate() {
            let name = format!("one-of-many-{number}");
            let one: ElementId = id_of("element", &name);
            let title = format!("Mått {number}");
            insert_element(tx, &Element { id: one, title, version: 1, ..element.clone() })?;
            let over_organisation = Aggregation::Mean;
            let class = class.clone();
            insert_measure(tx, &Measure { id: one, class, over_organisation, ..measure.clone() })?;
            let parent = id_of("element", GOAL);
            let kind = LinkKind::Measures;
            insert_link(tx, &Link { id: id_of("link", &name), child: one, parent, kind })?;
            let value = |unit: &str, more: usize| Outcome {
                measure: one,
                org_unit: id_of("org", unit),
                breakdown: String::new(),
                period: Period::containing(date(2026, 8, 25), measure.frequency).previous(),
                value: OutcomeValue::Measured(Decimal::from(20 + 2 * number + more)),
                quality: OutcomeQuality::Verified,
                version: 1,
            };
            // The last one is no part of the committee.
            let values = [
                value("skargardens-forskolor", 0),
                value("centralskolan", 2),
                value("byggkontoret", 50),
            ];
            insert_outcomes(tx, &How::by(Door::Filled), values)?;
        }
        tx.leave_unaudited("values of a test");
        Ok(())
    });
    all
}

#[test]
fn a_goal_of_twelve_measures_is_put_together_in_few_statements_also_the_first_time() {
    let app = TestApp::new();
    assert!(hang_many_measures(&app) >= 12);
    let address = format!("/mal/{}", id("element", GOAL));
    let mut browser = app.signed_in(CONTROLLER);
    browser.open(&address).within_budget(30);
    let cards = browser.page().texts(".spark-card");
    let mut told = 0;
    for number in 0..12 {
        let (title, mean) = (format!("Mått {number} "), format!("{},0", 21 + 2 * number));
        for card in cards.iter().filter(|card| card.contains(&title)) {
            assert!(card.contains(&mean), "{card} does not say {mean}");
            told += 1;
        }
    }
    assert!(told >= 6, "{cards:?}");
    browser.open(&address).within_budget(30);
}

#[test]
fn a_long_history_is_shown_a_piece_at_a_time() {
    let app = TestApp::new();
    let goal: ElementId = id_of("element", GOAL);
    let now = Element::clone(app.structure().element(goal).expect("the goal"));
    app.writing(move |tx| {
        for number in 1..=45 {
            let title = format!("Lydelse nummer {number}");
            let version = now.version + number;
            change_element(tx, "change", &Element { title, version, ..now.clone() })?;
        }
        Ok(())
    });
    let mut browser = app.signed_in(CONTROLLER);
    browser.open(&format!("/mal/{}", id("element", GOAL))).within_budget(30);
    let lines = |browser: &crate::kit::Browser| browser.page().texts("#historik ul.dates li");
    let first = lines(&browser);
    assert_eq!(first.len(), 20);
    assert!(first[0].contains("44 45") || first[0].contains("45"), "{}", first[0]);
    // The last line of a piece is still compared with what stood before it.
    assert!(first[19].contains("25") && first[19].contains("26"), "{}", first[19]);
    browser.follow("Visa äldre händelser").within_budget(30);
    let second = lines(&browser);
    assert_eq!(second.len(), 20);
    assert!(second[0].contains("24") && second[0].contains("25"), "{}", second[0]);
    browser.follow("Visa äldre händelser");
    assert!((5..20).contains(&lines(&browser).len()), "{}", lines(&browser).len());
    assert!(!browser.page().says("Visa äldre händelser"));
    browser.follow("Visa de senaste händelserna");
    assert_eq!(lines(&browser), first);
}

#[test]
fn an_org_unit_renamed_many_times_shows_its_latest_names() {
    let app = TestApp::new();
    let unit: OrgUnitId = id_of("org", "skargardens-forskolor");
    let now = app.structure().organisation.get(unit).expect("the unit").clone();
    app.writing(move |tx| {
        for number in 1..=25 {
            let name = format!("Förskola {number}");
            let renamed = domain::organisation::OrgUnit {
                name,
                version: now.version + number,
                ..domain::organisation::OrgUnit::clone(&now)
            };
            app::organisation::store::change_org_unit(tx, "rename", &renamed)?;
        }
        Ok(())
    });
    let mut browser = app.signed_in(CONTROLLER);
    browser.open(&format!("/organisation/{}", id("org", "skargardens-forskolor")));
    let rows = |browser: &crate::kit::Browser| browser.page().texts("#historik-tabell tbody tr");
    let first = rows(&browser);
    assert_eq!(first.len(), 20);
    assert!(first[19].contains("Bytte namn från Förskola 5 till Förskola 6"), "{}", first[19]);
    browser.follow("Visa äldre händelser");
    let rest = rows(&browser);
    assert!(rest[0].contains("Bytte namn från Förskola 4 till Förskola 5"), "{}", rest[0]);
    assert!(rest.last().is_some_and(|row| row.contains("Lades upp")), "{rest:?}");
}
