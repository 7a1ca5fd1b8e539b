//! What is downloaded is what can be read in: the same values give the same bytes, whatever way they
//! took.

use std::collections::{BTreeSet, HashSet};

use app::measures::{CountsByPlace, csv_of, xlsx_of};
use domain::imports::{Found, Mapping, Names, Scope, ValueKey, plan, read_rows};
use domain::measures::{Outcome, OutcomeQuality, OutcomeValue};
use domain::periods::Period;
use formats::csv_text::{read, read_text};
use formats::xlsx::read_as_csv;
use jiff::civil::date;
use proptest::prelude::*;
use proptest::sample::Index;
use rust_decimal::Decimal;

use crate::kit::{Browser, NewMeasure, TestApp, id};

/// A value as it is drawn: measure, org unit, periods back, group, state and digits.
type Drawn = (Index, Index, u8, Option<Index>, u8, i64);

fn drawn() -> impl Strategy<Value = Drawn> {
    (
        any::<Index>(),
        any::<Index>(),
        0_u8..20,
        any::<Option<Index>>(),
        0_u8..4,
        -9_999_999_i64..9_999_999,
    )
}

fn key_of(one: &Outcome) -> ValueKey {
    let Outcome { measure, org_unit, period, .. } = *one;
    ValueKey { measure, org_unit, breakdown: one.breakdown.clone(), period }
}

#[test]
#[expect(clippy::too_many_lines, reason = "what is drawn, read and compared is one thought")]
fn export_import_export_gives_the_same_bytes() {
    let structure = TestApp::new().structure();
    let today = date(2026, 8, 25);
    let names = Names::new(&structure, today);
    let measures: Vec<_> = structure
        .elements()
        .filter(|one| one.is_current())
        .filter_map(|one| structure.measure(one.id))
        .filter(|one| one.formula.is_none())
        .collect();
    let org_units: Vec<_> = structure.organisation.all().map(|unit| unit.id).collect();
    let outcome = |(measure, org_unit, back, group, state, digits): &Drawn| {
        let measure = measure.get(&measures);
        let now = Period::containing(today, measure.frequency);
        let period = std::iter::successors(Some(now), |period| Some(period.previous()));
        let number = Decimal::new(*digits, u32::from(measure.decimals));
        let number =
            if measure.is_percentage { number.abs() % Decimal::ONE_HUNDRED } else { number };
        let value = match state {
            0 => OutcomeValue::Missing,
            1 => OutcomeValue::NotApplicable,
            _ => OutcomeValue::Measured(number),
        };
        let quality =
            if digits % 2 == 0 { OutcomeQuality::Verified } else { OutcomeQuality::Preliminary };
        Outcome {
            measure: measure.id,
            org_unit: *org_unit.get(&org_units),
            breakdown: group
                .and_then(|group| {
                    let mut groups = measure.breakdowns.iter().flat_map(|by| &by.groups);
                    let count = groups.clone().count();
                    (count > 0).then(|| groups.nth(group.index(count)).cloned())?
                })
                .unwrap_or_default(),
            period: period.take(usize::from(*back) + 1).last().unwrap(),
            value,
            quality,
            version: 1,
        }
    };
    let again = |text: &str| {
        let sheet = read_text(text).unwrap();
        let mapping = Mapping::default();
        let scope = Scope {
            structure: &structure,
            names: &names,
            mapping: &mapping,
            today,
            undecided: &HashSet::new(),
            may: &|_| true,
        };
        let read = read_rows(&sheet.header, &sheet.rows, &scope).unwrap();
        assert_eq!(read.problems, []);
        plan(read.rows, "", &Found::default())
            .rows
            .into_iter()
            .map(|row| {
                let key = row.incoming.key;
                let count = row.incoming.count.map(|count| (key.clone(), count));
                let outcome = Outcome {
                    measure: key.measure,
                    org_unit: key.org_unit,
                    breakdown: key.breakdown,
                    period: key.period,
                    value: row.incoming.value,
                    quality: row.incoming.quality,
                    version: 1,
                };
                (outcome, count)
            })
            .unzip::<_, _, Vec<Outcome>, Vec<_>>()
    };
    proptest!(ProptestConfig::with_cases(64), |(drawn in proptest::collection::vec(drawn(), 1..40))| {
        let mut places = BTreeSet::new();
        let mut outcomes: Vec<Outcome> = drawn.iter().map(outcome).collect();
        outcomes.retain(|one| places.insert((one.measure, one.org_unit, one.breakdown.clone(), one.period)));
        let known: CountsByPlace = outcomes.iter().enumerate()
            .filter(|(at, _)| at % 3 == 0)
            .map(|(at, one)| (key_of(one), u32::try_from(at + 1).unwrap()))
            .collect();
        let again = |text: &str| {
            let (outcomes, counts) = again(text);
            (outcomes, counts.into_iter().flatten().collect::<CountsByPlace>())
        };
        let csv = csv_of(&names, &outcomes, &known);
        let text = String::from_utf8(csv.clone()).unwrap();
        let (from_csv, counts) = again(text.trim_start_matches('\u{feff}'));
        prop_assert_eq!(&csv_of(&names, &from_csv, &counts), &csv);
        prop_assert_eq!(counts, known.clone());
        let xlsx = xlsx_of("Värden", &names, &outcomes, &known);
        let (from_xlsx, counts) = again(&read_as_csv(&xlsx).unwrap());
        prop_assert_eq!(&xlsx_of("Värden", &names, &from_xlsx, &counts), &xlsx);
        prop_assert_eq!(&csv_of(&names, &from_xlsx, &counts), &csv, "both kinds of file say the same");
    });
}

#[test]
fn what_the_table_downloads_can_be_read_in_and_changes_nothing() {
    let app = TestApp::new();
    let mut browser = app.signed_in("Johan Åkerlund");
    let unit = id("org", "skargardens-forskolor");
    for ending in ["csv", "xlsx"] {
        let file = browser.get(&format!("/matvarden/varden.{ending}?enhet={unit}")).body.to_vec();
        browser.open("/matt/inlasning").upload("Fil", &format!("v.{ending}"), &file);
        browser.press("Granska filen");
        assert!(
            browser.page().says("Allt i filen står redan i Tråden"),
            "{}",
            browser.page().text()
        );
    }
    let year = browser.get(&format!("/matvarden/varden.csv?enhet={unit}&ar=2025")).body.to_vec();
    let rows = read(&year).unwrap().rows;
    assert!(!rows.is_empty() && rows.iter().all(|(_, row)| row[3].starts_with("2025")));
}

#[test]
fn a_file_with_other_headings_is_read_when_it_is_told_what_they_mean_and_remembered() {
    let app = TestApp::new();
    let mut browser = app.signed_in("Johan Åkerlund");
    let file = "Förskola;Nyckeltal;Månad;Utfall\nSkärgårdens fsk;Sjukfrånvaro;2026-08;9,9\n";
    let look = |browser: &mut Browser, file: &str| {
        browser
            .open("/matt/inlasning")
            .upload("Fil", "v.csv", file.as_bytes())
            .press("Granska filen");
    };
    look(&mut browser, file);
    assert!(browser.page().says("Vad betyder kolumnerna?"), "{}", browser.page().text());
    assert_eq!(browser.status(), 200);
    let audit = app.audit_length();
    browser.press("Fortsätt");
    assert_eq!(app.audit_length(), audit + 1);
    assert!(browser.page().says("Namn som inte känns igen"), "{}", browser.page().text());
    browser.fill("Skärgårdens fsk i filen betyder", "Skärgårdens förskolor").press("Använd namnen");
    assert_eq!(app.audit_length(), audit + 2);
    assert!(browser.page().says("Läs in ett värde"), "{}", browser.page().text());
    // The next file with the same headings, from another person, needs nothing told.
    let mut other = app.signed_in("Kerstin Öberg");
    look(&mut other, &file.replace("9,9", "9,8"));
    assert!(other.page().says("Läs in ett värde"), "{}", other.page().text());
    other.press("Läs in ett värde");
    assert!(crate::imports::value_of_august(&app).starts_with("9,8"));
}

#[test]
fn columns_told_wrongly_are_refused_with_everything_kept() {
    let app = TestApp::new();
    let mut browser = app.signed_in("Johan Åkerlund");
    let file = b"a;b;c;d\nx;y;2026-08;1\n";
    browser.open("/matt/inlasning").upload("Fil", "v.csv", file).press("Granska filen");
    let audit = app.audit_length();
    browser.pick("Mått", "a").pick("Enhet", "a").pick("Period", "c").press("Fortsätt");
    assert_eq!(browser.status(), 422);
    let problems = browser.page().problems();
    assert!(problems.iter().any(|one| one.contains("redan vald")), "{problems:?}");
    assert!(problems.iter().any(|one| one.contains("Värde: Välj")), "{problems:?}");
    assert_eq!(app.audit_length(), audit);
}

#[test]
fn a_table_with_periods_as_headings_is_read() {
    let app = TestApp::new();
    let mut browser = app.signed_in("Johan Åkerlund");
    let file = "matt;enhet;2026-07;2026-08\nSjukfrånvaro;Skärgårdens förskolor;–;9,9\n";
    browser.open("/matt/inlasning").upload("Fil", "v.csv", file.as_bytes()).press("Granska filen");
    if browser.page().says("Varför ändras värdena?") {
        browser.fill("Varför ändras värdena?", "Avläst på nytt.");
    }
    browser.press("Läs in 2 värden");
    assert_eq!(browser.status(), 200, "{}", browser.page().text());
    assert!(crate::imports::value_of_august(&app).starts_with("9,9"));
}

#[test]
fn a_name_that_leads_to_nothing_is_not_remembered() {
    let app = TestApp::new();
    let mut browser = app.signed_in("Johan Åkerlund");
    let file = "matt;enhet;period;varde\nSjukfrånvaro;Finns inte;2026-08;9,9\n";
    browser.open("/matt/inlasning").upload("Fil", "v.csv", file.as_bytes()).press("Granska filen");
    let (address, audit) = (browser.address().to_owned(), app.audit_length());
    let sent = [("sort0", "enhet"), ("namn0", "Finns inte"), ("betyder0", "Inte heller")];
    browser.post_and_show(&format!("{address}/namn"), &sent);
    assert!(browser.page().says("Namn som inte känns igen"));
    assert_eq!(app.audit_length(), audit);
}

#[test]
fn the_file_of_a_branch_has_the_values_it_is_made_up_of() {
    let app = TestApp::new();
    let mut browser = app.signed_in("Ingrid Malm");
    let page = format!("/matt/{}", id("element", "sjukfranvaro"));
    let link = browser.open(&page).page().links().into_iter();
    let (_, address) = link.into_iter().find(|(_, to)| to.contains("varden.csv")).expect("a file");
    let (of_branch, whole) =
        (browser.get(&address).text(), browser.get(&format!("{page}/varden.csv")).text());
    assert!(of_branch.lines().count() > 40, "{of_branch}");
    assert!(of_branch.lines().all(|line| whole.contains(line)), "rows of the whole file");
    let school = format!("{page}/varden.csv?enhet={}", id("org", "skargardens-forskolor"));
    let lone = browser.get(&school).text();
    assert!(lone.lines().skip(1).all(|line| line.contains("Skärgårdens förskolor")), "{lone}");
}

#[test]
fn the_file_of_an_org_unit_says_how_many_people_values_are_about_as_that_of_a_measure() {
    let app = TestApp::new();
    let mut browser = app.signed_in("Johan Åkerlund");
    let (measure, unit) = ("00000000000000000000000000000057", id("org", "skargardens-forskolor"));
    NewMeasure::new(measure, "Hur många som svarar")
        .of("utbildningsnamnden", "sum")
        .define(&app, &mut browser);
    let form = format!("/matt/{measure}/uppdelning");
    browser.open(&form).fill("Visa inte värden som gäller färre än", "5").press("Spara");
    assert_eq!(browser.status(), 200, "{}", browser.page().text());
    browser.open(&format!("/matt/{measure}/varde?enhet={unit}&period=2026-06"));
    browser
        .fill("Värde", "33")
        .fill("Hur många personer gäller värdet?", "3")
        .press("Spara värdet");
    assert_eq!(browser.status(), 200, "{}", browser.page().text());
    for ending in ["csv", "xlsx"] {
        let of = |browser: &mut Browser, address: &str| {
            let file = browser.get(address).body.to_vec();
            let text = if ending == "csv" {
                String::from_utf8(file).unwrap()
            } else {
                read_as_csv(&file).unwrap()
            };
            let rows = text.lines().filter(|line| line.contains("Hur många som svarar"));
            rows.map(|line| line.replace('"', "")).collect::<Vec<_>>()
        };
        let one = of(&mut browser, &format!("/matt/{measure}/varden.{ending}?enhet={unit}"));
        assert_eq!(one.len(), 1, "{one:?}");
        assert!(one[0].ends_with('3') && one[0].contains("33"), "{one:?}");
        let whole = of(&mut browser, &format!("/matvarden/varden.{ending}?enhet={unit}"));
        assert_eq!(whole, one, "{ending}");
    }
}
