//! Judging on the goal's page: the proposal with what it rests on, the stages beside each other, the
//! file from which anyone can compute it again, and the list of what differs.

use app::assessment::store::overrides::{latest, of_org_units};
use app::assessment::store::{
    Assessment, AssessmentKind, keep_assessment, keep_weight, of_element,
};
use app::demo::id_of;
use app::elements::store::{insert_element, insert_link};
use app::web::error::AppError;
use domain::assessment::Weight;
use domain::elements::{Element, Link};
use domain::fulfilment::{Fulfilment, Stage};
use domain::ids::{ElementId, OrgUnitId};
use domain::steering::LinkKind;

use crate::kit::{Browser, TestApp, id};

const CONTROLLER: &str = "Kerstin Öberg";
const MANAGER: &str = "Amira Lindqvist";
const ABOVE: &str = "Lena Holm";
const AUDITOR: &str = "Gösta Hallin";
const READER: &str = "Ingrid Malm";
const ADMINISTRATOR: &str = "Johan Åkerlund";
const GOAL: &str = "rm-trygg-start";

fn goal(word: &str) -> String {
    format!("/mal/{}", id("element", word))
}

fn judge(browser: &mut Browser, word: &str) {
    browser.open(&format!("{}/bedom", goal(word))).within_budget(30);
}

/// The judgements of a goal that are kept, as stage, period and level.
fn kept(app: &TestApp, word: &str) -> Vec<(Stage, String, Fulfilment)> {
    let mut all: Vec<_> = app
        .reading(|tx| of_element(tx, id_of("element", word)))
        .into_iter()
        .filter(|one| one.kind == AssessmentKind::Outcome)
        .map(|one| (one.stage, one.period.to_string(), one.level))
        .collect();
    all.sort();
    all
}

#[test]
fn the_goal_page_shows_the_proposal_in_a_sentence_with_every_input_and_limit() {
    let app = TestApp::new();
    let mut browser = app.signed_in(READER);
    browser.open(&goal(GOAL)).within_budget(30);
    let page = browser.page();
    assert!(page.says("Regelns förslag"), "{}", page.text());
    assert!(
        page.says("mått når sina styrtal")
            || page.says("mått når sitt styrtal")
            || page.says("Måttet når")
    );
    let inputs = page.table("Underlag");
    assert_eq!(inputs[0][..4], ["Underlag", "Läge", "Uppgift", "Räknas"]);
    let measures = app.structure().measures_of(id_of("element", GOAL)).len();
    assert_eq!(inputs.len() - 1, measures);
    assert!(inputs.iter().skip(1).any(|row| row[3] == "Ja"));
    assert!(inputs.iter().skip(1).any(|row| row[3] == "Nej"), "{inputs:?}");
    let limits = page.table("Gränser för varje nivå");
    assert_eq!(limits[1][..2], ["Uppnått", "minst 100 %"]);
    assert!(limits.last().unwrap()[1].contains("i annat fall"));
    // A reader sees it all, and judges nothing.
    assert!(!page.says("Ändra vikter"));
    assert_eq!(browser.get(&format!("{}/bedom", goal(GOAL))).status.as_u16(), 403);
}

#[test]
fn a_judgement_is_written_outside_a_round_beside_those_of_other_stages() {
    let app = TestApp::new();
    let before = kept(&app, GOAL);
    assert!(before.iter().any(|(stage, ..)| *stage == Stage::Central));
    // Lena answers for the goal: her own stage is beside the central one.
    let mut browser = app.signed_in(ABOVE);
    judge(&mut browser, GOAL);
    let audit = app.audit_length();
    browser.choose("Egen bedömning").pick("Period", "Augusti 2026");
    browser.choose("Inte uppnått").press("Spara bedömningen");
    assert_eq!(browser.status(), 422);
    assert!(!browser.page().problems().is_empty());
    assert_eq!(app.audit_length(), audit);
    browser.fill("Varför bedömer du så?", "Två förskolor har tappat hälften av personalen.");
    browser.press("Spara bedömningen");
    assert_eq!(browser.status(), 200);
    assert!(browser.page().says("Två förskolor har tappat hälften av personalen."));
    let after = kept(&app, GOAL);
    assert_eq!(after.len(), before.len() + 1);
    assert!(before.iter().all(|one| after.contains(one)), "{after:?}");
    assert!(after.contains(&(Stage::Own, "2026-08".to_owned(), Fulfilment::NotAchieved)));
    assert_eq!(app.audit_length(), audit + 1);
}

#[test]
fn the_controller_judges_at_the_central_and_political_stage_and_not_for_the_unit() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    judge(&mut browser, GOAL);
    let page = browser.page().text();
    assert!(page.contains("Granskning") && page.contains("Beslut"), "{page}");
    assert!(!page.contains("Egen bedömning"));
    let address = format!("{}/bedom", goal(GOAL));
    let own = [("steg", "own"), ("period", "2026-08"), ("bedomning", "delvis"), ("skal", "Nej")];
    assert_eq!(browser.post(&address, &own).status.as_u16(), 422);
    for stage in ["central", "political"] {
        let fields =
            [("steg", stage), ("period", "2026-08"), ("bedomning", "delvis"), ("skal", "Så")];
        assert_eq!(browser.post(&address, &fields).status.as_u16(), 303, "{stage}");
    }
    let stages: Vec<Stage> = kept(&app, GOAL)
        .into_iter()
        .filter(|(_, period, _)| period == "2026-08")
        .map(|one| one.0)
        .collect();
    assert_eq!(stages, [Stage::Central, Stage::Political]);
    let mut administrator = app.signed_in(ADMINISTRATOR);
    let fields =
        [("steg", "central"), ("period", "2026-08"), ("bedomning", "delvis"), ("skal", "Så")];
    assert_eq!(administrator.post(&address, &fields).status.as_u16(), 422);
}

#[test]
fn what_the_page_does_not_offer_is_refused_and_leaves_nothing_behind() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    let address = format!("{}/bedom", goal(GOAL));
    let long = "å".repeat(601);
    let audit = app.audit_length();
    for wrong in [
        ("steg", "king"),
        ("period", "2019"),
        ("period", "1' or '1'='1"),
        ("bedomning", "not_assessed"),
        ("bedomning", ""),
        ("skal", ""),
        ("skal", long.as_str()),
    ] {
        let mut fields = vec![
            ("steg", "central"),
            ("period", "2026-08"),
            ("bedomning", "delvis"),
            ("skal", "Så"),
        ];
        for field in &mut fields {
            if field.0 == wrong.0 {
                field.1 = wrong.1;
            }
        }
        assert_eq!(browser.post(&address, &fields).status.as_u16(), 422, "{wrong:?}");
    }
    assert_eq!(app.audit_length(), audit);
    // Work, measures and drafts are not judged here; what one may not know of is not found.
    for other in [
        format!("/mal/{}/bedom", id("element", "akt-handledning-i-lekpedagogik")),
        format!("/mal/{}/bedom", crate::matrix::UNKNOWN),
    ] {
        assert_eq!(browser.get(&other).status.as_u16(), 404, "{other}");
    }
}

#[test]
fn a_period_that_the_units_report_judges_is_judged_there() {
    let app = TestApp::new();
    let mut browser = app.signed_in(MANAGER);
    judge(&mut browser, "em-skargardens-forskolor");
    let fields = [("steg", "own"), ("period", "2026-T2"), ("bedomning", "delvis"), ("skal", "Så")];
    let address = format!("{}/bedom", goal("em-skargardens-forskolor"));
    browser.post_and_show(&address, &fields);
    assert_eq!(browser.status(), 422);
    assert!(browser.page().says("Perioden bedöms i enhetens rapport."));
    let fields = [("steg", "own"), ("period", "2026-08"), ("bedomning", "delvis"), ("skal", "Så")];
    assert_eq!(browser.post(&address, &fields).status.as_u16(), 303);
}

#[test]
fn the_units_own_judgement_stands_beside_that_of_the_head_above() {
    let app = TestApp::new();
    let unit_goal = "em-skargardens-forskolor";
    let address = format!("{}/bedom", goal(unit_goal));
    let said = |stage, level, why| {
        [("steg", stage), ("period", "2026-08"), ("bedomning", level), ("skal", why)]
    };
    app.clock().set(jiff::civil::date(2026, 8, 25).at(13, 0, 0, 0));
    let mut unit = app.signed_in(MANAGER);
    let own = said("own", "delvis", "Grupperna är mindre.");
    assert_eq!(unit.post(&address, &own).status.as_u16(), 303);
    // Who heads the committee's administration reviews; the unit speaks for itself.
    let mut above = app.signed_in(ABOVE);
    judge(&mut above, unit_goal);
    let page = above.page().text();
    assert!(page.contains("Granskning") && !page.contains("Egen bedömning"), "{page}");
    assert_eq!(above.post(&address, &said("own", "inte", "Nej")).status.as_u16(), 422);
    assert_eq!(above.post(&address, &said("central", "inte", "Vi väntar.")).status.as_u16(), 303);
    above.open(&goal(unit_goal));
    let page = above.page().text();
    assert!(page.contains("Grupperna är mindre.") && page.contains("Vi väntar."), "{page}");
    let now = kept(&app, unit_goal);
    for one in [(Stage::Own, Fulfilment::Partly), (Stage::Central, Fulfilment::NotAchieved)] {
        assert!(now.contains(&(one.0, "2026-08".to_owned(), one.1)), "{now:?}");
    }
}

#[test]
fn nobody_replaces_what_another_has_judged_at_the_same_stage() {
    let app = TestApp::new();
    let unit_goal = "em-skargardens-forskolor";
    let address = format!("{}/bedom", goal(unit_goal));
    let fields = [
        ("steg", "central"),
        ("period", "2026-08"),
        ("bedomning", "uppnatt"),
        ("skal", "Alla är på plats."),
    ];
    assert_eq!(app.signed_in(ABOVE).post(&address, &fields).status.as_u16(), 303);
    let mut browser = app.signed_in(CONTROLLER);
    judge(&mut browser, unit_goal);
    browser.choose("Granskning").pick("Period", "Augusti 2026").choose("Delvis uppnått");
    browser.fill("Varför bedömer du så?", "Inte överallt.").press("Spara bedömningen");
    assert_eq!(browser.status(), 409);
    assert!(browser.page().says("Alla är på plats.") && browser.page().says("står kvar"));
    assert_eq!(browser.value("Varför bedömer du så?"), "Inte överallt.");
    browser.press("Spara bedömningen");
    assert_eq!(browser.status(), 409);
    browser.choose("Beslut").press("Spara bedömningen");
    assert_eq!(browser.status(), 200);
    let now = kept(&app, unit_goal);
    for one in [(Stage::Central, Fulfilment::Achieved), (Stage::Political, Fulfilment::Partly)] {
        assert!(now.contains(&(one.0, "2026-08".to_owned(), one.1)), "{now:?}");
    }
    // Whoever said it may still change their mind.
    let mut changed = fields;
    changed[2].1 = "inte";
    assert_eq!(app.signed_in(ABOVE).post(&address, &changed).status.as_u16(), 303);
}

#[test]
fn what_the_demo_has_judged_is_in_step_with_what_its_rules_propose() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    let mut wrong = Vec::new();
    for line in include_str!("../../../../demo/skarvik/followup.yaml").lines() {
        let Some(word) = line.strip_prefix("  - {element: ").and_then(|it| it.split(',').next())
        else {
            continue;
        };
        let kept = app.reading(|tx| of_element(tx, id_of("element", word)));
        let now = kept.iter().filter(|one| {
            one.period.to_string() == "2026-T2" && one.kind == AssessmentKind::Outcome
        });
        let said: Vec<_> = now.map(|one| (one.level, one.proposed)).collect();
        let file = browser.get(&format!("{}/underlag.csv", goal(word))).text();
        let proposed = file.lines().find(|line| line.starts_with("förslag;")).unwrap();
        let proposed = proposed.split(';').nth(5).unwrap().parse::<Fulfilment>().ok();
        // What nobody has judged was judged against no proposal either.
        let in_step = |(level, kept): &(Fulfilment, Option<Fulfilment>)| {
            *kept == proposed || (*level == Fulfilment::NotAssessed && kept.is_none())
        };
        if !said.iter().all(in_step) {
            wrong.push(format!("{word} {said:?} {proposed:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn coverage_and_fulfilment_are_asked_and_the_matrix_proposes() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    browser.open(&goal("im-uppvaxt"));
    assert!(browser.page().says("frågorna om täckning och uppfyllelse är inte besvarade"));
    assert_eq!(browser.page().table("Så ger svaren ett förslag").len(), 10);
    let address = format!("{}/bedom", goal("im-uppvaxt"));
    let mut fields = vec![
        ("steg", "central"),
        ("period", "2026-T2"),
        ("tackning", "part"),
        ("uppfyllelse", "achieved"),
        ("bedomning", "uppnatt"),
        ("skal", ""),
    ];
    browser.post_and_show(&address, &fields);
    assert_eq!(browser.status(), 422);
    assert!(browser.page().says("Förslag: Delvis uppnått"), "{}", browser.page().text());
    fields[5].1 = "Det som inte är täckt är litet.";
    assert_eq!(browser.post(&address, &fields).status.as_u16(), 303);
    browser.open(&goal("im-uppvaxt"));
    assert!(browser.page().says("täcker en del av målet. Den delen är uppnådd."));
    assert!(browser.page().says("Regeln föreslog något annat: delvis uppnått."));
    let rows = recompute(&mut browser, "im-uppvaxt");
    assert_eq!(rows, "partly");
}

/// Computes a proposal from the file alone, and holds it against what the file says.
fn recompute(browser: &mut Browser, word: &str) -> String {
    recompute_at(browser, &format!("{}/underlag.csv", goal(word)))
}

/// As [`recompute`], from a file's address.
fn recompute_at(browser: &mut Browser, address: &str) -> String {
    recompute_rows(browser, address, "")
}

/// As [`recompute_at`], from the rows whose names begin so.
fn recompute_rows(browser: &mut Browser, address: &str, prefix: &str) -> String {
    let reply = browser.get(address);
    assert_eq!(reply.status.as_u16(), 200);
    let sheet = formats::csv_text::read_text(&reply.text()).expect("a file");
    let at = |name: &str| sheet.header.iter().position(|one| one == name).expect("a column");
    let rows = |kind: &'static str| {
        let row = at("rad");
        let kind = format!("{prefix}{kind}");
        sheet.rows.iter().map(|(_, cells)| cells).filter(move |cells| cells[row] == kind)
    };
    let grade = |level: &str| match level {
        "achieved" => 2,
        "partly" => 1,
        _ => 0,
    };
    let said = rows("förslag").next().expect("a proposal")[at("nivå")].clone();
    let computed = if let Some(answer) = rows("svar").next() {
        let pair = (&answer[at("slag")], &answer[at("villkor")]);
        let cell = rows("matris").find(|cells| (&cells[at("slag")], &cells[at("villkor")]) == pair);
        cell.map(|cells| cells[at("nivå")].clone()).unwrap_or_default()
    } else {
        let counts: Vec<(u64, &str)> = rows("underlag")
            .filter(|cells| cells[at("räknas")] == "Ja")
            .map(|cells| (cells[at("vikt")].parse().expect("a weight"), cells[at("nivå")].as_str()))
            .collect();
        let known: Vec<&(u64, &str)> =
            counts.iter().filter(|(_, level)| !level.is_empty()).collect();
        let least: usize = rows("krav på uppgift").next().expect("a demand")[at("procent")]
            .parse()
            .expect("per cent");
        if known.is_empty() || known.len() * 100 < least * counts.len() {
            String::new()
        } else {
            let whole: u64 = known.iter().map(|(weight, _)| weight).sum();
            let holds = |cells: &&Vec<String>| {
                let wanted = grade(&cells[at("nivå")]);
                let part: u64 = known
                    .iter()
                    .filter(|(_, level)| grade(level) >= wanted)
                    .map(|(weight, _)| weight)
                    .sum();
                let pct: u64 = cells[at("procent")].parse().expect("per cent");
                if cells[at("villkor")] == "minst" {
                    part * 100 >= pct * whole
                } else {
                    part * 100 > pct * whole
                }
            };
            rows("gräns")
                .find(holds)
                .map_or_else(|| "not_achieved".to_owned(), |cells| cells[at("nivå")].clone())
        }
    };
    assert_eq!(computed, said, "{}", reply.text());
    said
}

#[test]
fn the_proposal_of_every_goal_can_be_computed_again_from_its_file_alone() {
    let app = TestApp::new();
    let structure = app.structure();
    let mut browser = app.signed_in(READER);
    let mut proposed = 0;
    for element in structure.elements() {
        let word = element.id.to_string();
        let of_type = structure.model.element_type(&element.element_type);
        let judged = matches!(
            element.role,
            domain::steering::Role::Goal | domain::steering::Role::Criterion
        );
        if !judged || element.is_editable() || of_type.is_none() {
            continue;
        }
        let file = format!("/mal/{word}/underlag.csv");
        proposed += usize::from(!recompute_at(&mut browser, &file).is_empty());
    }
    assert!(proposed >= 20, "{proposed}");
}

#[test]
fn the_forecast_proposed_is_shown_part_by_part_and_computed_again_from_the_file() {
    let app = TestApp::new();
    let mut browser = app.signed_in(READER);
    let mut proposed = 0;
    for word in ["im-uppvaxt", "im-liv", "im-hav", "im-ekonomi", "rm-klarar-grundskolan"] {
        let file = format!("{}/underlag.csv", goal(word));
        let said = recompute_rows(&mut browser, &file, "prognos ");
        let words = browser.get(&file).text();
        assert!(words.contains("prognos regel;"), "{words}");
        browser.open(&goal(word)).within_budget(30);
        let page = browser.page();
        assert_eq!(page.says("Förslag till prognos"), !said.is_empty(), "{word}");
        if said.is_empty() {
            continue;
        }
        proposed += 1;
        // As many parts are listed as the sentence counts; what is not forecast never counts.
        let parts = page.table("Underlag för prognosen");
        let counting = parts.iter().skip(1).filter(|row| row[3] == "Ja").count();
        let sent = words.lines().filter(|line| line.starts_with("prognos underlag;"));
        let sent = sent.filter(|line| line.split(';').nth(3) == Some("Ja")).count();
        assert_eq!(counting, sent, "{word}: {parts:?}");
    }
    assert!(proposed >= 2, "{proposed}");
}

#[test]
fn a_heavier_measure_moves_the_proposal_where_the_model_weighs() {
    let app = TestApp::new();
    let address = goal("pm-rent-och-helt");
    let mut browser = app.signed_in(CONTROLLER);
    browser.open(&address);
    let inputs = browser.page().table("Underlag");
    let first = inputs.iter().find(|row| row[3] == "Ja").expect("one that counts")[0].clone();
    assert_eq!(inputs[1][4], "1");
    browser.follow("Ändra vikter").within_budget(30);
    browser.fill(&first, "0").press("Spara vikterna");
    assert_eq!(browser.status(), 422);
    let audit = app.audit_length();
    browser.fill(&first, "7").press("Spara vikterna");
    assert_eq!(browser.status(), 200);
    assert_eq!(app.audit_length(), audit + 1);
    let inputs = browser.page().table("Underlag");
    let row = inputs.iter().find(|row| row[0].starts_with(&first)).expect("the measure");
    assert_eq!(row[4], "7");
    recompute(&mut browser, "pm-rent-och-helt");
    // Where the model does not weigh there are no weights to set.
    assert_eq!(browser.get(&format!("{}/vikter", goal(GOAL))).status.as_u16(), 404);
}

#[test]
fn what_differs_is_listed_with_its_reason_and_leaves_the_list_when_it_agrees() {
    let app = TestApp::new();
    let mut browser = app.signed_in(AUDITOR);
    browser.open("/").follow("Avsteg från förslaget").within_budget(30);
    let rows = browser.page().table("Avsteg från förslaget");
    let row = rows.iter().find(|row| row[0].contains("försörjning")).expect("the demo's own");
    assert!(row[1].contains("Delvis uppnått") && row[2].contains("Uppnått"), "{row:?}");
    assert!(row[2].contains("Antalet hushåll med bistånd minskar"));
    // Only some roles read it.
    for other in [READER, "Yvonne Strand", "Sofia Bergkvist", "Farah Nazari"] {
        assert_eq!(app.signed_in(other).get("/avsteg").status.as_u16(), 403, "{other}");
    }
    let all = rows.len();
    let within = format!("/avsteg?enhet={}", id("org", "socialnamnden"));
    browser.open(&within).within_budget(30);
    assert!(browser.page().table("Avsteg från förslaget").len() < all);
    browser.open("/avsteg?period=2019");
    assert!(browser.page().says("Inga avsteg"));
    let goal: ElementId = id_of("element", "rm-egen-forsorjning");
    let mut standing = app.reading(|tx| of_element(tx, goal));
    standing.retain(|one| one.kind == AssessmentKind::Outcome);
    app.writing(move |tx| {
        for one in &standing {
            keep_assessment(tx, &Assessment { level: Fulfilment::Partly, ..one.clone() })?;
        }
        Ok(())
    });
    browser.open("/avsteg");
    let rows = browser.page().table("Avsteg från förslaget");
    let left =
        rows.iter().filter(|row| row[0].contains("försörjning") && !row[0].contains("Prognos"));
    assert_eq!(left.count(), 0, "{rows:?}");
}

/// Plants judgements of many goals of one org unit, all at one moment, each other than proposed.
fn plant_many(app: &TestApp, many: usize) {
    let structure = app.structure();
    let like = Element::clone(structure.element(id_of("element", GOAL)).expect("the goal"));
    let person = app.reading(|tx| of_element(tx, id_of("element", GOAL)))[0].clone();
    app.writing(move |tx| {
        for number in 0..many {
            let name = format!("many-{number}");
            let element: ElementId = id_of("element", &name);
            insert_element(
                tx,
                &Element { id: element, title: format!("Mål {number}"), ..like.clone() },
            )?;
            let parent = id_of("element", "im-uppvaxt");
            insert_link(
                tx,
                &Link {
                    id: id_of("link", &name),
                    child: element,
                    parent,
                    kind: LinkKind::Contributes,
                },
            )?;
            for kind in [AssessmentKind::Outcome, AssessmentKind::Forecast] {
                let id = id_of("assessment", &format!("{name}/{kind:?}"));
                keep_assessment(
                    tx,
                    &Assessment {
                        id,
                        element,
                        kind,
                        proposed: Some(Fulfilment::Achieved),
                        level: Fulfilment::Partly,
                        ..person.clone()
                    },
                )?;
            }
        }
        Ok::<_, AppError>(())
    });
}

#[test]
fn a_long_list_is_read_a_page_at_a_time_and_every_row_is_met_once() {
    let app = TestApp::new();
    let before = app.reading(|tx| latest(tx, (i64::MAX, ElementId::from([255; 16])), 1000)).len();
    plant_many(&app, 330);
    let mut browser = app.signed_in(AUDITOR);
    browser.open("/avsteg").within_budget(30);
    let mut met: Vec<String> = Vec::new();
    loop {
        let rows = browser.page().table("Avsteg från förslaget");
        assert!(rows.len() <= 201);
        met.extend(rows.into_iter().skip(1).map(|row| row[0].clone()));
        if !browser.page().says("Visa äldre") {
            break;
        }
        browser.follow("Visa äldre").within_budget(30);
    }
    assert_eq!(met.len(), before + 660);
    met.sort();
    met.dedup();
    assert_eq!(met.len(), before + 660);
}

#[test]
fn what_differs_is_noted_with_the_judgement_and_withdrawn_with_it() {
    let app = TestApp::new();
    let unit: OrgUnitId = id_of("org", "utbildningsnamnden");
    let count = |app: &TestApp| app.reading(|tx| of_org_units(tx, &[unit])).len();
    let before = count(&app);
    plant_many(&app, 2);
    assert_eq!(count(&app), before + 4);
    let period = "2026-T2".parse().unwrap();
    app.writing(move |tx| {
        let many = (0..2).map(|number| id_of("element", &format!("many-{number}")));
        let judged = many
            .chain([id_of("element", GOAL)])
            .flat_map(|goal| {
                [AssessmentKind::Outcome, AssessmentKind::Forecast].map(|kind| (goal, kind))
            })
            .collect();
        app::assessment::store::withdraw_assessments(tx, unit, (period, Stage::Central), &judged)
    });
    let own = app.reading(|tx| of_org_units(tx, &[unit]));
    let goal = id_of("element", GOAL);
    assert!(own.iter().all(|one| one.period != period || one.element != goal), "{own:?}");
    assert!(own.len() <= before, "{own:?}");
}

#[test]
fn a_goal_that_hundreds_answer_to_proposes_from_them_all_within_the_budget() {
    let app = TestApp::new();
    plant_many(&app, 150);
    let parent = id("element", "mm-vatten");
    app.writing(|tx| {
        for number in 0..150 {
            let child = id_of("element", &format!("many-{number}"));
            let name = format!("water/{number}");
            insert_link(
                tx,
                &Link {
                    id: id_of("link", &name),
                    child,
                    parent: id_of("element", "mm-vatten"),
                    kind: LinkKind::Contributes,
                },
            )?;
        }
        keep_weight(tx, (id_of("element", "mm-vatten"), id_of("element", "many-1")), Weight::EQUAL)
    });
    let mut browser = app.signed_in(READER);
    browser.open(&format!("/mal/{parent}")).within_budget(30);
    browser.open(&format!("/mal/{parent}")).within_budget(30);
    assert!(browser.page().says("finns i underlaget som du kan hämta."));
    assert_eq!(browser.page().table("Underlag").len() - 1, 50);
    assert_eq!(recompute_at(&mut browser, &format!("/mal/{parent}/underlag.csv")), "partly");
}

#[test]
fn the_bodys_page_shows_what_is_proposed_of_its_goals() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    browser
        .open(&format!("/folja-upp/namnd/{}", id("org", "utbildningsnamnden")))
        .within_budget(30);
    assert!(browser.page().says("Regelns förslag"), "{}", browser.page().text());
    assert!(browser.page().says("Lena Holm, granskning"));
}
