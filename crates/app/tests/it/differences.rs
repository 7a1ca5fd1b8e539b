//! Whether units and groups differ, what cost buys, where the year ends, and the figures behind it all.

use domain::measures::Outcome;

use crate::few::{outcome, write};
use crate::kit::{TestApp, id};

fn of(measure: &str, page: &str) -> String {
    format!("/matt/{}{page}", id("element", measure))
}

const SAFE: &str = "trygga-vardnadshavare";

/// How many answered at each org unit.
const ANSWERED: [(&str, i64); 12] = [
    ("skargardens-forskolor", 118),
    ("centrums-forskolor", 164),
    ("norrbackens-forskola", 52),
    ("hamnens-forskolor", 340),
    ("viks-forskola", 43),
    ("angsbackens-forskola", 78),
    ("bjorkdungens-forskola", 95),
    ("fyrens-forskola", 37),
    ("lovholmens-forskola", 29),
    ("sjotorpets-forskola", 61),
    ("tallkottens-forskola", 84),
    ("solrosen-ab", 49),
];

/// A municipality that knows how many answered.
fn answered() -> TestApp {
    let app = TestApp::new();
    for (unit, count) in ANSWERED {
        people(&app, unit, Some(count));
    }
    app
}

/// Says how many people the values of an org unit are about in 2026.
fn people(app: &TestApp, unit: &'static str, count: Option<i64>) {
    app.writing(move |tx| {
        tx.leave_unaudited("a test's preparation");
        let key = |kind: &str, word: &str| -> [u8; 16] {
            let id: domain::ids::ElementId = id(kind, word).parse().unwrap();
            id.bytes()
        };
        let (measure, unit) = (key("element", SAFE), key("org", unit));
        tx.run(
            "delete from value_counts where tenant = $1 and measure_id = $2 and org_unit_id = $3 \
             and period = '2026'",
            db::params![measure, unit],
        )?;
        if let Some(count) = count {
            tx.run(
                "insert into value_counts (tenant, measure_id, org_unit_id, breakdown, period, \
                 counted) values ($1, $2, $3, '', '2026', $4)",
                db::params![measure, unit, count],
            )?;
        }
        tx.run(
            "update value_revisions set revision = revision + 1 where tenant = $1 \
             and measure_id = $2",
            db::params![measure],
        )?;
        Ok::<_, app::web::error::AppError>(())
    });
}

#[test]
fn units_beside_each_other_are_told_with_what_chance_does_and_never_ranked() {
    let app = answered();
    let mut browser = app.signed_in("Ingrid Malm");
    let measure = of(SAFE, "");
    browser.open(&measure).follow("Skiljer sig enheterna åt?").within_budget(30);
    let page = browser.page();
    assert!(
        page.says("Ingen av 12 enheter skiljer sig mer än slumpen från alla tillsammans, 87,9")
    );
    assert!(page.says("Håll ögonen på") && page.says("Hamnens förskolor"));
    assert!(page.says("Av 12 enheter väntas ungefär 0,6 ligga utanför varningsgränsen"));
    assert!(page.says("Automatisk text"));
    let rows = page.table("Trygga vårdnadshavare, 2026");
    assert_eq!(rows.len(), 13, "and the heads");
    let row = rows.iter().find(|row| row[0] == "Hamnens förskolor").unwrap();
    assert_eq!((row[1].as_str(), row[2].as_str()), ("82 %", "340"), "{row:?}");
    assert_eq!(row[4], "håll ögonen på");
    assert_eq!(rows[1][0], "Björkdungens förskola", "in the order of names, no ranking");
    let file = browser.get(&of(SAFE, "/enheter.csv?period=2026")).text();
    assert!(file.contains("Hamnens förskolor") && file.contains("håll ögonen på"), "{file}");
}

#[test]
fn how_many_is_told_of_nobody_where_one_unit_is_of_few() {
    let app = answered();
    people(&app, "viks-forskola", Some(3));
    let mut browser = app.signed_in("Ingrid Malm");
    browser.open(&of(SAFE, "/enheter?period=2026"));
    assert!(browser.page().says("Hur många personer värdena gäller visas inte"));
    let rows = browser.page().table("Trygga vårdnadshavare, 2026");
    let row = rows.iter().find(|row| row[0] == "Viks förskola").unwrap();
    assert_eq!(row[1], "visas inte");
    assert!(rows.iter().skip(1).all(|row| row[2] == "–" && row[3] == "–"), "{rows:?}");
    let file = browser.get(&of(SAFE, "/enheter.csv?period=2026")).text();
    let line = file.lines().find(|line| line.contains("Viks förskola")).unwrap();
    assert!(line.contains("visas_inte") && !line.contains("88"), "{line}");
    assert!(!file.contains("340"), "{file}");
    // Over time its value is a gap.
    browser.open(&of(SAFE, "/enheter?vy=tid"));
    let rows = browser.page().table("Trygga vårdnadshavare");
    let row = rows.iter().find(|row| row[0] == "Viks förskola").unwrap();
    assert_eq!(row[1], "Inte lämnat", "{row:?}");
}

#[test]
fn a_unit_whose_number_is_not_known_is_left_out_and_that_is_said() {
    let app = answered();
    people(&app, "viks-forskola", None);
    let mut browser = app.signed_in("Kerstin Öberg");
    browser.open(&of(SAFE, "/enheter"));
    assert!(browser.page().says("En enhet är inte med i jämförelsen"));
    assert!(browser.page().says("Av 11 enheter väntas"));
}

#[test]
fn of_a_share_that_nobody_has_called_one_of_people_nothing_is_claimed() {
    let app = TestApp::new();
    let mut browser = app.signed_in("Kerstin Öberg");
    browser.open(&of("sjukfranvaro", "/enheter"));
    assert!(browser.page().says("ingen har sagt att måttet är en andel av de personer det gäller"));
    assert!(!browser.page().says("skiljer sig mer än slumpen"));
    browser.follow("Säg vad andelen är en andel av");
    browser.choose("De personer som värdet gäller").press("Spara");
    browser.open(&of("sjukfranvaro", "/enheter"));
    assert!(!browser.page().says("ingen har sagt att måttet är en andel"));
}

#[test]
fn the_intervals_of_groups_can_be_taken_home_as_they_are_drawn() {
    let app = TestApp::new();
    let (unit, measure) = (id("org", "skargardens-forskolor"), id("element", SAFE));
    let group = |group: &str, number: i64| Outcome {
        measure: measure.parse().unwrap(),
        breakdown: group.to_owned(),
        ..outcome("skargardens-forskolor", "2026".parse().unwrap(), number)
    };
    write(&app, 0, vec![(group("flickor", 94), Some(200)), (group("pojkar", 80), Some(150))]);
    let mut browser = app.signed_in("Kerstin Öberg");
    browser.open(&of(SAFE, &format!("?enhet={unit}"))).within_budget(30);
    let page = browser.page();
    assert!(page.says("flickor har högre värde än pojkar under 2026"), "{}", page.text());
    let rows = page.table("Är skillnaden större än slumpen?, 2026");
    let links = page.links();
    let (_, address) = links.iter().find(|(_, to)| to.contains("/grupper.csv?")).unwrap();
    let file = browser.get(address).text().clone();
    let lines: Vec<Vec<&str>> = file.lines().map(|line| line.split([',', ';']).collect()).collect();
    assert_eq!(lines.len(), rows.len(), "{file}");
    for (line, row) in lines.iter().zip(&rows).skip(1) {
        assert_eq!((line[0], line[3]), (row[0].as_str(), row[2].as_str()), "{file}");
        let rounded = |at: usize| format!("{:.0}", line[at].parse::<f64>().unwrap());
        assert!(row[3].contains(&rounded(4)) && row[3].contains(&rounded(5)), "{row:?} {line:?}");
    }
}

#[test]
fn cost_beside_quality_names_who_has_both_and_says_nothing_of_causes() {
    let app = TestApp::new();
    let mut browser = app.signed_in("Ingrid Malm");
    browser.open(&of(SAFE, "")).follow("Enheterna i två mått").within_budget(30);
    browser.pick("Det andra måttet", "Kostnad per barn").press("Visa").within_budget(30);
    let page = browser.page();
    assert!(page.says("ligger lägre än medianen i Kostnad per barn och bättre än medianen i"));
    assert!(page.says("Det säger inget om vad som beror på vad."));
    let rows = page.table("Enheterna i två mått");
    assert_eq!(rows.len(), 13, "a year that is whole for both: {rows:?}");
    let file = of(SAFE, &format!("/kostnad.csv?mot={}", id("element", "kostnad-per-barn")));
    assert!(browser.get(&file).text().contains("lägre Kostnad per barn, bättre "));
    browser.open(&of("kostnad-per-barn", "/kostnad"));
    assert!(browser.page().says("Måttet säger inte vad som är bättre"));
}

/// Nothing in a measure tells that it is of cost: each is called by its own name.
#[test]
fn a_measure_that_is_not_of_cost_is_never_called_cost() {
    let app = TestApp::new();
    let mut browser = app.signed_in("Ingrid Malm");
    browser
        .open(&of(SAFE, "/kostnad"))
        .pick("Det andra måttet", "Personal med förskollärarexamen")
        .press("Visa");
    let page = browser.page();
    assert!(page.says("medianen i Personal med förskollärarexamen"), "{}", page.text());
    for claim in ["lägre kostnad", "högre kostnad", "kostnad och kvalitet"] {
        assert!(!page.says(claim), "{claim}");
    }
}

#[test]
fn where_the_year_ends_is_told_with_how_sure_it_is_and_what_it_rests_on() {
    let app = TestApp::new();
    let mut browser = app.signed_in("Ingrid Malm");
    let unit = id("org", "skargardens-forskolor");
    browser.open(&of("kostnad-per-barn", &format!("?enhet={unit}"))).within_budget(30);
    let page = browser.page();
    assert!(page.says("2026 väntas sluta på"), "{}", page.text());
    assert!(page.says("I nitton fall av tjugo hamnar året mellan"));
    assert!(page.says("Bygger på 2 av 3 perioder i år och på hur 3 tidigare år fortsatte."));
    browser.open(&of("sjukfranvaro", &format!("?enhet={unit}")));
    assert!(browser.page().says("Ingen prognos kan ges. Värdena förändras"));
}

#[test]
fn an_auditor_follows_the_sentence_to_every_figure_behind_it() {
    let app = TestApp::new();
    let mut browser = app.signed_in("Gösta Hallin");
    let unit = id("org", "skargardens-forskolor");
    browser.open(&of("sjukfranvaro", &format!("?enhet={unit}")));
    assert!(browser.page().says("Automatisk text"));
    browser.follow("Så räknades det").within_budget(30);
    let page = browser.page();
    assert!(page.says("har legat över sitt medel sju månader i rad"));
    assert!(page.says("Regel 4: 7 värden i rad ligger på samma sida om medel."));
    assert!(page.says("6,667 + 2,66 × 0,364 = 7,634"), "the golden limits of the design");
    let rows = page.table("Värde för värde");
    assert_eq!(rows.len(), 25, "and the heads");
    assert_eq!(rows[1][1..], ["8,1 %", "0,3", "över övre gränsen", "1 utanför gräns"]);
}
