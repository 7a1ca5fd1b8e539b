//! Reports: what a committee reads before its meeting, and what is kept of it.

use app::demo::id_of;
use app::elements::store::change_element;
use app::followup::store::{self, Account, Part};
use domain::elements::{Element, ElementState};
use domain::followup::{Need, PartKind, PartState};
use domain::ids::{ElementId, FollowUpId, OrgUnitId, RoundId};
use domain::steering::TypeId;
use jiff::civil::date;

use crate::kit::{Browser, TestApp, id};

/// A controller of the whole municipality.
const CONTROLLER: &str = "Kerstin Öberg";
const COMMITTEE: &str = "utbildningsnamnden";
const MEASURE: &str = "trygga-vardnadshavare";

fn report_of(body: &str) -> String {
    format!("/rapport/{}", id("org", body))
}

/// The innermost section whose heading ends with these words, as one line of text.
fn section(browser: &Browser, heading: &str) -> String {
    let sections = browser.page().texts("article.report section");
    sections
        .into_iter()
        .filter(|text| {
            let after_number = text.trim_start_matches(|letter: char| {
                letter.is_ascii_digit() || letter == '.' || letter == ' '
            });
            after_number.starts_with(heading)
        })
        .min_by_key(String::len)
        .unwrap_or_else(|| panic!("no section {heading}"))
}

/// Accounts handed in under the committee.
fn handed_in(app: &TestApp) -> Vec<Account> {
    let structure = app.structure();
    let round: RoundId = id_of("round", "delar-2026-08");
    let committee: OrgUnitId = id_of("org", COMMITTEE);
    app.reading(|tx| store::accounts_of_round(tx, round))
        .into_iter()
        .filter(|account| account.state.is_handed_in())
        .filter(|account| structure.organisation.is_within(account.org_unit, committee))
        .collect()
}

fn explanation(app: &TestApp, account: &Account, text: &str) -> Part {
    Part { text: text.to_owned(), at: account.at, ..part_of(app, account.id) }
}

/// A part that deviates and says nothing yet.
pub(crate) fn part_of(app: &TestApp, account: FollowUpId) -> Part {
    Part {
        asked: None,
        eased: false,
        scale_level: String::new(),
        id: app.app().new_id(),
        account,
        position: 900,
        kind: PartKind::Measure,
        subject: Some(id_of::<ElementId>("element", MEASURE)),
        title: "Trygga vårdnadshavare".to_owned(),
        needs: vec![Need::TargetNotMet],
        state: PartState::Done,
        automatic_text: String::new(),
        causes: Vec::new(),
        text: String::new(),
        text_version: 1,
        earlier_text: String::new(),
        earlier_period: None,
        level: None,
        proposed: None,
        proposal_reason: String::new(),
        reason: String::new(),
        reason_version: 1,
        person_name: "Någon Annan".to_owned(),
        at: 1,
        version: 1,
    }
}

/// Every unit that has handed in explains the measure; how many there are.
fn everyone_explains(app: &TestApp) -> Vec<String> {
    let accounts = handed_in(app);
    let texts: Vec<String> =
        (0..accounts.len()).map(|number| format!("Förklaring nummer {number}.")).collect();
    for (account, text) in accounts.iter().zip(&texts) {
        let part = explanation(app, account, text);
        app.writing(move |tx| store::insert_part(tx, &part));
    }
    texts
}

#[test]
fn a_units_explanation_stands_at_its_measure_with_everything_that_belongs_to_it() {
    let app = TestApp::new();
    let mut reader = app.signed_in(CONTROLLER);
    reader.open(&report_of(COMMITTEE)).within_budget(30);
    let said = section(&reader, "Trygga vårdnadshavare");
    for words in [
        "Hamnens förskolor Trygga vårdnadshavare Räknar inte med att nå målet",
        "Vårdnadshavarna vet inte vem som möter barnet.",
        "Orsaker Byten av personal",
        "Elif Demir · 21 augusti 2026",
    ] {
        assert!(said.contains(words), "{words} in {said}");
    }
    let turnover = section(&reader, "Personal som slutar");
    for words in ["Fyra av tolv vikarier", "Åtgärd Timvikarier blir fasta tjänster. Klart senast"]
    {
        assert!(turnover.contains(words), "{words} in {turnover}");
    }
    reader.follow("Elif Demir · 21 augusti 2026");
    assert_eq!(reader.page().heading(), "Hamnens förskolor");
}

#[test]
fn what_a_unit_writes_in_a_draft_is_not_in_the_report() {
    let app = TestApp::new();
    let mut reader = app.signed_in(CONTROLLER);
    reader.open(&report_of(COMMITTEE));
    assert!(!reader.page().says("Två tjänster har varit vakanta sedan februari"));
}

#[test]
fn many_explanations_of_one_measure_all_find_room() {
    let app = TestApp::new();
    let texts = everyone_explains(&app);
    assert!(texts.len() > 10);
    let mut reader = app.signed_in(CONTROLLER);
    reader.open(&report_of(COMMITTEE)).within_budget(30);
    let quoted = reader.page().texts("article.report blockquote");
    for text in &texts {
        assert_eq!(quoted.iter().filter(|quoted| *quoted == text).count(), 1, "{text}");
    }
    let heads = reader.page().texts("article.report section section section figure.quote");
    // Hamnens förskolor says that it does not count on reaching the target, and is read first.
    let first = heads.iter().find(|head| head.contains("Trygga vårdnadshavare")).unwrap();
    assert!(first.contains("Räknar inte med att nå målet"), "{first}");
    let left = texts.len() + 1 - 6;
    let words = app::i18n::number_word(app::i18n::Language::Swedish, i64::try_from(left).unwrap());
    assert!(
        reader
            .page()
            .says(&format!("Ytterligare {words} förklaringar står i bilagan sist i rapporten."))
    );
    let appendix = section(&reader, "Bilaga: fler förklaringar");
    assert!(appendix.contains("Inget är utelämnat."));
    assert_eq!(appendix.matches("Förklaring nummer").count(), left);
}

fn decide_all_drafts(app: &TestApp) {
    let structure = app.structure();
    let drafts: Vec<Element> = structure
        .of_type(&TypeId::from("resultatmal"))
        .filter(|one| one.is_editable())
        .map(|one| Element::clone(one))
        .collect();
    app.writing(move |tx| {
        for draft in &drafts {
            let (state, version) = (ElementState::Adopted, draft.version + 1);
            change_element(tx, "adopt", &Element { state, version, ..draft.clone() })?;
        }
        Ok(())
    });
}

#[test]
fn what_is_not_decided_is_in_no_report_frozen_or_not() {
    let app = TestApp::new();
    let mut writer = app.signed_in(CONTROLLER);
    let (owner, parent) = (id("org", COMMITTEE), id("element", "im-uppvaxt"));
    let fields = [
        ("id", "0198f000000070008000000000000031"),
        ("typ", "resultatmal"),
        ("titel", "Kanariefågelns utkast"),
        ("agare", &owner),
        ("under", &parent),
    ];
    assert_eq!(writer.post("/mal", &fields).status.as_u16(), 303);
    let frozen = freeze(&app);
    for address in [report_of(COMMITTEE), frozen.clone()] {
        writer.open(&address);
        assert!(!writer.reply().text().contains("Kanariefågelns"), "{address}");
    }
    decide_all_drafts(&app);
    assert!(writer.open(&report_of(COMMITTEE)).page().says("Kanariefågelns utkast"));
    assert!(!writer.open(&frozen).page().says("Kanariefågelns utkast"));
}

#[test]
fn a_report_of_more_goals_than_anyone_should_have_holds_them_all() {
    let app = TestApp::new();
    let mut writer = app.signed_in(CONTROLLER);
    let (owner, parent) = (id("org", COMMITTEE), id("element", "im-uppvaxt"));
    for number in 0..125 {
        let (new, title) =
            (format!("0198f000000070008{number:015}"), format!("Mål nummer {number}."));
        let fields = [
            ("id", new.as_str()),
            ("typ", "resultatmal"),
            ("titel", &title),
            ("agare", &owner),
            ("under", &parent),
        ];
        assert_eq!(writer.post("/mal", &fields).status.as_u16(), 303);
    }
    decide_all_drafts(&app);
    // Whoever comes first after so many changes reads them all.
    writer.open("/");
    let report = report_of(COMMITTEE);
    let holds_all = |headings: &[String]| {
        (0..125).all(|number| {
            let title = format!("Mål nummer {number}.");
            headings.iter().any(|heading| heading.ends_with(&title))
        })
    };
    writer.open(&format!("{report}?del=alla")).within_budget(30);
    assert!(holds_all(&writer.page().texts("article.report h3")));
    // It is read a part at a time, and no part is left out on the way.
    writer.open(&report).within_budget(30);
    let (mut headings, mut parts) = (Vec::new(), 0);
    loop {
        parts += 1;
        let part = writer.page().texts("article.report h3");
        assert!(!holds_all(&part));
        headings.extend(part);
        assert!(writer.page().says(&format!("Del {parts} av ")), "{}", writer.page().text());
        if !writer.page().links().iter().any(|(text, _)| text == "Nästa") {
            break;
        }
        writer.follow("Nästa");
    }
    assert!(parts > 1 && holds_all(&headings), "{parts} parts");
    writer.open(&format!("{report}?del=99"));
    assert!(writer.page().says(&format!("Del {parts} av {parts}")));
}

#[test]
fn numbers_and_words_agree() {
    let app = TestApp::new();
    let mut reader = app.signed_in(CONTROLLER);
    reader.open(&report_of(COMMITTEE));
    let lead = reader.page().texts("article.report .lead").join(" ");
    assert!(lead.starts_with("Rapporten följer upp fyra mål. Det finns avvikelser i "), "{lead}");
    assert!(lead.contains("En enhet förklarar vad som ligger bakom ett av dem."), "{lead}");
    assert_eq!(reader.page().texts("article.report dl.facts dt")[0], "Nämnd");
    reader.open(&report_of("kommunfullmaktige"));
    assert_eq!(reader.page().texts("article.report dl.facts dt")[0], "Avser");
    let text = reader.reply().text();
    assert!(!text.contains("Vad gjorde ni?"), "a report does not ask its reader");
}

#[test]
fn a_body_without_goals_and_a_time_before_any_round_say_so() {
    let app = TestApp::new();
    let mut reader = app.signed_in(CONTROLLER);
    reader.open(&report_of("valnamnden"));
    assert!(reader.page().says("Det finns inga mål att följa upp."));
    app.clock().set(date(2026, 1, 15).at(9, 0, 0, 0));
    let mut early = app.signed_in(CONTROLLER);
    early.open(&report_of(COMMITTEE));
    assert_eq!(early.status(), 200);
    assert!(early.page().says("Rapporten görs när en uppföljning har öppnats."));
    assert_eq!(early.open(&format!("{}/pdf", report_of(COMMITTEE))).status(), 404);
    assert_eq!(early.post(&format!("{}/frys", report_of(COMMITTEE)), &[]).status.as_u16(), 404);
}

#[test]
fn what_does_not_exist_and_what_belongs_to_others_is_not_found() {
    let app = TestApp::new();
    let mut reader = app.signed_in(CONTROLLER);
    for unknown in ["0198f000000070008000000000000009", "utbildningsnamnden", "%00"] {
        for end in ["", "/pdf"] {
            let address = format!("/rapport/{unknown}{end}");
            assert_eq!(reader.open(&address).status(), 404, "{address}");
        }
    }
    assert_eq!(reader.open("/rapport/fryst/inget").status(), 404);
    let frozen = freeze(&app);
    let mut provider = app.signed_in("Farah Nazari");
    assert_eq!(provider.open(&frozen).status(), 404);
}

fn freeze(app: &TestApp) -> String {
    let mut controller = app.signed_in(CONTROLLER);
    controller.open(&report_of(COMMITTEE)).follow("Frys rapporten").press("Frys rapporten");
    assert!(controller.page().says("Rapporten är fryst"));
    controller.address().to_owned()
}

#[test]
fn a_frozen_report_stays_as_it_was_and_shows_the_sum_it_was_checked_against() {
    let app = TestApp::new();
    let frozen = freeze(&app);
    let mut reader = app.signed_in(CONTROLLER);
    let article = |reader: &mut Browser| {
        reader.open(&frozen).within_budget(30);
        reader.page().texts("article.report")
    };
    let before = article(&mut reader);
    let sum = |reader: &Browser| {
        let text = reader.page().text();
        let (_, rest) = text.split_once("Kontrollsumma ").unwrap();
        rest.split_whitespace().map(str::to_owned).find(|word| word.len() >= 64)
    };
    let digest = sum(&reader).unwrap();
    everyone_explains(&app);
    assert_eq!(article(&mut reader), before);
    assert_eq!(sum(&reader).unwrap(), digest);
    reader.open(&report_of(COMMITTEE));
    assert!(reader.page().says("Förklaring nummer 0."));
    assert!(!before[0].contains("Förklaring nummer 0."));
}

#[test]
fn a_frozen_report_that_somebody_altered_is_not_shown() {
    let app = TestApp::new();
    let frozen = freeze(&app);
    app.writing(|tx| {
        tx.run(
            "update reports set tree = replace(tree, 'Uppnått', 'Missat') where tenant = $1",
            &[],
        )?;
        tx.leave_unaudited("a tampering");
        Ok(())
    });
    assert_eq!(app.signed_in(CONTROLLER).open(&frozen).status(), 409);
}

#[test]
fn a_measure_that_only_units_follow_is_counted_and_shown_with_its_figures() {
    let app = TestApp::new();
    let mut reader = app.signed_in(CONTROLLER);
    reader.open(&report_of(COMMITTEE)).within_budget(30);
    let lead = reader.page().texts("article.report .lead").join(" ");
    assert!(lead.contains("av enheternas egna mått"), "{lead}");
    let said = section(&reader, "Personal som slutar");
    assert!(said.contains("Personal som slutar hos enheterna som förklarar avvikelsen"), "{said}");
    let table = reader.page().texts("article.report table");
    let first = table.iter().find(|text| text.contains("Mått som avviker")).expect("a table");
    assert!(first.contains("Personal som slutar, "), "{first}");
    let figures = reader.page().texts("article.report figure");
    assert!(figures.iter().any(|text| text.contains("Personal som slutar, ")), "{figures:?}");
}

#[test]
fn goals_without_measures_are_not_said_to_have_none_that_deviates() {
    let app = TestApp::new();
    let structure = app.structure();
    let like = structure.element(id_of("element", "rm-trygg-start")).expect("a goal");
    let owner = id_of("org", "valnamnden");
    let goal = Element { id: app.app().new_id(), owner, ..Element::clone(like) };
    app.writing(move |tx| {
        assert!(app::elements::store::insert_element(tx, &goal)?, "a new one");
        Ok(())
    });
    let mut reader = app.signed_in(CONTROLLER);
    reader.open(&report_of("valnamnden"));
    let lead = reader.page().texts("article.report .lead").join(" ");
    assert!(lead.contains("Inget mått följer målen."), "{lead}");
    assert!(!lead.contains("avviker"), "{lead}");
}
