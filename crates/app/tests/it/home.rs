//! Min sida on the first day of a municipality and in the middle of its year: every role is told
//! something it can use.

use app::demo::tenant;
use app::identity::store::{PersonRow, insert_grant, insert_person, insert_tenant};
use app::organisation::store::insert_org_unit;
use app::steering::store::insert_model;
use app::web::error::AppError;
use db::{Author, Db};
use domain::access::AccessRole;
use domain::organisation::{OrgLevelKind, OrgUnit};
use domain::steering::check;
use jiff::civil::date;

use crate::kit::{TestApp, id};

const MODEL: &str = include_str!("../../../../presets/osteraker-2018.yaml");

/// One person in each role: managers, staff and providers at the unit, the others at the top.
const PEOPLE: [(&str, AccessRole, &str); 8] = [
    ("Ada Administratör", AccessRole::Administrator, "topp"),
    ("Calle Controller", AccessRole::Controller, "topp"),
    ("Cilla Chef", AccessRole::Manager, "enhet"),
    ("Mia Medarbetare", AccessRole::Staff, "enhet"),
    ("Frida Förtroendevald", AccessRole::Elected, "topp"),
    ("Ulf Utförare", AccessRole::Provider, "enhet"),
    ("Rut Revisor", AccessRole::Auditor, "topp"),
    ("Lars Läsare", AccessRole::Reader, "topp"),
];

fn plant(db: &Db) {
    let author = Author { name: "Test".to_owned(), at: 1, ..Author::default() };
    let founded = db.write(tenant(), &author, |tx| {
        let model = check(MODEL.as_bytes()).into_model().unwrap();
        insert_model(tx, &model, MODEL, date(2026, 1, 1))?;
        for (word, kind, parent) in
            [("topp", OrgLevelKind::Council, None), ("enhet", OrgLevelKind::Unit, Some("topp"))]
        {
            let level = model.org_levels.iter().find(|level| level.kind == kind).unwrap();
            let unit = OrgUnit {
                id: id("org", word).parse().unwrap(),
                level: level.id.as_str().to_owned(),
                kind,
                parent: parent.map(|word| id("org", word).parse().unwrap()),
                name: word.to_owned(),
                valid_from: date(2026, 1, 1),
                valid_to: None,
                succeeded_by: None,
                version: 1,
            };
            insert_org_unit(tx, &unit)?;
        }
        for (name, role, place) in PEOPLE {
            let person = PersonRow {
                id: id("person", name).parse().unwrap(),
                name: name.to_owned(),
                title: String::new(),
                email: format!("{}@tom.example", id("person", name)),
                left_on: None,
                version: 1,
            };
            insert_person(tx, &person)?;
            let (grant, org) = (id("grant", name), id("org", place));
            let held = (role, org.parse().unwrap());
            insert_grant(tx, grant.parse().unwrap(), person.id, held, date(2026, 1, 1))?;
        }
        Ok::<_, AppError>(())
    });
    founded.unwrap();
    db.write_control(tenant(), &author, |tx| insert_tenant(tx, "localhost", "Tomby")).unwrap();
}

#[test]
fn on_the_first_day_every_role_is_told_what_to_do_or_what_will_come() {
    let app = TestApp::planted(plant);
    for (name, says) in [
        ("Ada Administratör", "Så kommer ni i gång"),
        ("Calle Controller", "Öppna den första uppföljningen"),
        ("Cilla Chef", "Er enhet har inga mål än"),
        ("Mia Medarbetare", "Här visas enhetens mål när de är skrivna."),
        ("Frida Förtroendevald", "Här läser du uppföljningen inför sammanträdet."),
        ("Ulf Utförare", "Här syns nästa rapport när den öppnar."),
        ("Rut Revisor", "Du ser allt och ändrar inget."),
        ("Lars Läsare", "Inga mål är beslutade än"),
    ] {
        let mut browser = app.signed_in(name);
        browser.open("/").within_budget(30);
        assert!(browser.page().says(says), "{name}: {}", browser.page().text());
        let local = |to: &String| to.starts_with('/') && !to.starts_with("/static");
        let links: Vec<String> =
            browser.page().links().into_iter().map(|(_, to)| to).filter(local).collect();
        for link in links {
            let status = browser.get(&link).status.as_u16();
            assert!(status < 400, "{name}: {link} answers {status}");
        }
    }
}

#[test]
fn the_first_steps_lead_on_and_are_ticked_off() {
    let app = TestApp::planted(plant);
    let mut ada = app.signed_in("Ada Administratör");
    ada.open("/");
    let done = ada.page().texts("section[aria-labelledby=borja] li.done b");
    let units = "Lägg till nämnder, förvaltningar och enheter";
    assert_eq!(done, [units, "Bjud in dem som ska rapportera"]);
    let mut calle = app.signed_in("Calle Controller");
    calle.open("/");
    assert!(!calle.page().links().iter().any(|(_, to)| to == "/personer"));
    let mut kerstin = TestApp::new().signed_in("Kerstin Öberg");
    kerstin.open("/");
    assert!(!kerstin.page().says("Så kommer ni i gång"));
}

#[test]
fn a_round_in_an_organisation_without_units_says_what_is_missing() {
    let app = TestApp::planted(|db| {
        plant(db);
        let author = Author { at: 2, ..Author::default() };
        let closed = db.write(tenant(), &author, |tx| {
            tx.leave_unaudited("the organisation as it is before anybody adds to it");
            let sql = "delete from org_units where tenant = $1 and name = 'enhet'";
            tx.run(sql, &[])?;
            tx.run(
                "delete from grants where tenant = $1 and role in ('manager', 'staff', 'provider')",
                &[],
            )?;
            Ok::<_, AppError>(())
        });
        closed.unwrap();
    });
    let mut ada = app.signed_in("Ada Administratör");
    ada.open("/folja-upp/ny");
    assert!(ada.page().says("Det finns inga enheter att följa upp"));
    ada.follow("Till organisationen");
    let mut calle = app.signed_in("Calle Controller");
    calle.open("/folja-upp/ny");
    assert!(calle.page().says("Be administratören lägga till"));
    assert!(calle.buttons().iter().all(|button| button != "Öppna uppföljningen"));
}

/// What each role's page says in the middle of the year, and which headings it has.
#[test]
fn in_the_middle_of_the_year_every_role_meets_what_its_work_asks_for() {
    let app = TestApp::new();
    for (name, headings) in [
        (
            "Kerstin Öberg",
            &["Frågor till dig", "Så ligger förvaltningarna till", "Trådens hälsa"][..],
        ),
        ("Kerstin Öberg", &["Det här sticker ut i kommunen", "Mål som inte är uppnådda"]),
        ("Mårten Ekdahl", &["Tre saker att veta", "Kommunens mål", "Frågor att ställa"]),
        ("Lena Holm", &["Inte lämnat än", "Det här sticker ut", "Utbildningsnämndens mål"]),
        ("Yvonne Strand", &["Inför sammanträdet", "I korthet", "Vad har ändrats sedan sist"]),
        ("Farah Nazari", &["Era resultat", "Jämfört med alla utförare"]),
        ("Gösta Hallin", &["Granska", "Ändrat sedan 12 januari 2026", "Mål utan uppföljning"]),
        ("Johan Åkerlund", &["Insamling: 61 av 86 klara", "Sköta systemet"]),
        ("Ingrid Malm", &["Kommunens mål", "Det här sticker ut i kommunen"]),
        ("Sofia Bergkvist", &["Skärgårdens förskolors mål"]),
    ] {
        let mut browser = app.signed_in(name);
        browser.open("/").within_budget(30);
        let found = browser.page().texts("h2");
        for heading in headings {
            assert!(found.iter().any(|one| one == heading), "{name}: {heading} not in {found:?}");
        }
        assert!(!browser.page().says("Inget väntar på dig"), "{name}");
    }
}

#[test]
fn who_leads_all_meets_the_goals_with_what_is_reached_under_each_and_questions_with_their_facts() {
    let app = TestApp::new();
    let mut browser = app.signed_in("Mårten Ekdahl");
    browser.open("/");
    let page = browser.page();
    assert!(page.says("4 av 10 mål är uppnådda"));
    assert!(page.texts("article.signal .value").iter().any(|one| one.starts_with("3 av 7")));
    assert!(page.says("Trygg uppväxt och lust att lära är delvis uppnått."));
    assert!(page.says("Läs och godkänn HR-enheten"), "what waits is still there");
    browser.follow("4 av 10 mål är uppnådda");
    assert_eq!(browser.status(), 200);
}

#[test]
fn an_elected_reads_half_a_page_and_meets_nothing_to_edit() {
    let app = TestApp::new();
    let mut browser = app.signed_in("Yvonne Strand");
    browser.open("/");
    let page = browser.page();
    assert!(page.says("1 av 4 mål är uppnått"));
    assert_eq!(page.texts("blockquote").len(), 3);
    assert!(page.says("Hämta som PDF"));
    assert_eq!(page.texts("main form").len(), 0);
    assert!(!page.links().iter().any(|(_, to)| to.starts_with("/planera")));
}

#[test]
fn a_provider_is_set_beside_all_who_report_the_same_without_a_rank_or_a_name() {
    let app = TestApp::new();
    let mut browser = app.signed_in("Farah Nazari");
    browser.open("/");
    let rows = browser.page().table("Jämfört med alla utförare");
    let engagement = rows.iter().find(|row| row[0] == "Hållbart medarbetarengagemang").unwrap();
    assert_eq!(engagement[1], "76 %");
    assert_eq!(engagement[3], "Bland fjärdedelen längst från det önskade");
    let section = browser.page().texts("section[aria-labelledby=bredvid-rubrik]").join(" ");
    assert!(!section.contains("förskolor") && !section.contains("Kompassen"), "{section}");
}

#[test]
fn a_reviewer_finds_decisions_departures_and_goals_that_nothing_follows_up() {
    let app = TestApp::new();
    let mut browser = app.signed_in("Gösta Hallin");
    browser.open("/");
    assert!(browser.page().says("Bedömt annorlunda än förslaget: "));
    assert!(browser.page().says("Beslut: Kommunfullmäktige"));
    let rows = browser.page().table("Mål utan uppföljning");
    assert_eq!(rows.len(), 7, "a head and six goals: {rows:?}");
    browser.follow("Se alla 70");
    assert_eq!(browser.status(), 200);
}
