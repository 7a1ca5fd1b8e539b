//! What a measure says to those who live here, and by which established definition it is counted: the
//! part of its forms where that is written, and how it is read.

use domain::elements::{Element, Structure};
use domain::measures::{Measure, ShareOf, TellsInhabitants, is_page_address, shows_results};
use domain::steering::{ElementType, FieldTwin};
use maud::{Markup, html};

use crate::i18n::Texts;
use crate::web::ui::{Choice, Fact, Field};

/// Longest reason.
const LONGEST_REASON: usize = 2_000;
/// Longest name of a definition, and longest address of one.
const LONGEST_LINE: usize = 300;

/// The fields, by their names in forms.
pub(super) const FIELDS: [&str; 5] =
    ["kontrollfraga", "kontrollskal", "etablerat", "etablerat-lank", "andel-av"];

/// What is kept, by field.
pub(super) fn kept(measure: &Measure) -> [(&'static str, String); 5] {
    [
        (FIELDS[0], measure.tells_inhabitants.map_or("", TellsInhabitants::code).to_owned()),
        (FIELDS[1], measure.tells_reason.clone()),
        (FIELDS[2], measure.established.clone()),
        (FIELDS[3], measure.established_link.clone()),
        (FIELDS[4], measure.share_of.map_or("", ShareOf::code).to_owned()),
    ]
}

/// What cannot be kept, by field.
pub(super) fn problems<'t>(
    texts: Texts,
    get: impl Fn(&'static str) -> &'t str,
) -> Vec<(&'static str, String)> {
    let mut problems = Vec::new();
    let answer = get(FIELDS[0]);
    if !answer.is_empty() && answer.parse::<TellsInhabitants>().is_err() {
        problems.push((FIELDS[0], texts.web_unknown_choice().to_owned()));
    }
    let most = [(FIELDS[1], LONGEST_REASON), (FIELDS[2], LONGEST_LINE), (FIELDS[3], LONGEST_LINE)];
    for (name, most) in most {
        let written = get(name).chars().count();
        if written > most {
            problems.push((name, texts.web_too_long(most, written)));
        }
    }
    let link = get(FIELDS[3]).trim();
    if !link.is_empty() && !is_page_address(link) {
        problems.push((FIELDS[3], texts.measures_problem_link().to_owned()));
    } else if !link.is_empty() && get(FIELDS[2]).trim().is_empty() {
        problems.push((FIELDS[2], texts.measures_problem_established().to_owned()));
    }
    problems
}

/// A measure with what the fields say; they hold no problems.
pub(super) fn put<'t>(measure: Measure, get: impl Fn(&'static str) -> &'t str) -> Measure {
    let text = |name| get(name).trim().replace("\r\n", "\n");
    Measure {
        tells_inhabitants: get(FIELDS[0]).parse().ok(),
        tells_reason: text(FIELDS[1]),
        established: text(FIELDS[2]),
        established_link: text(FIELDS[3]),
        share_of: get(FIELDS[4]).parse().ok(),
        ..measure
    }
}

/// The fields themselves.
pub(super) fn fields<'t>(
    texts: Texts,
    question: &str,
    get: impl Fn(&'static str) -> &'t str,
    wrong: impl Fn(&'static str) -> Option<&'t str>,
) -> Markup {
    let answer = get(FIELDS[0]);
    let none = Choice::new("", texts.measures_tells_unanswered()).chosen(answer.is_empty());
    let each = TellsInhabitants::ALL
        .iter()
        .map(|one| Choice::new(one.code(), answer_word(texts, *one)).chosen(one.code() == answer));
    let share = Choice::new(ShareOf::People.code(), texts.measures_share_of_people())
        .chosen(get(FIELDS[4]) == ShareOf::People.code());
    let optional = texts.web_optional();
    html! {
        (Field::radios(FIELDS[0], question, each.chain(std::iter::once(none)).collect()).hint(texts.measures_tells_hint()).problem(wrong(FIELDS[0])))
        (Field::textarea(FIELDS[1], texts.measures_tells_reason()).rows(2).hint(texts.measures_tells_reason_hint()).value(get(FIELDS[1])).optional(optional).problem(wrong(FIELDS[1])))
        (Field::text(FIELDS[2], texts.measures_established()).hint(texts.measures_established_hint()).value(get(FIELDS[2])).optional(optional).problem(wrong(FIELDS[2])))
        (Field::text(FIELDS[3], texts.measures_established_link()).hint(texts.measures_established_link_hint()).value(get(FIELDS[3])).optional(optional).problem(wrong(FIELDS[3])))
        (Field::checkboxes(FIELDS[4], texts.measures_share_of(), vec![share]).hint(texts.measures_share_of_hint()))
    }
}

/// The control question: as the steering model asks it, else as it stands in the model of 2017.
pub(super) fn question(texts: Texts, of_type: Option<&ElementType>) -> String {
    let mut fields = of_type.into_iter().flat_map(|one| &one.fields);
    let asked = fields.find(|one| one.same_as == Some(FieldTwin::Inhabitants));
    let words = asked.and_then(|field| field.help.clone());
    words.unwrap_or_else(|| texts.measures_tells_question().to_owned())
}

/// What an answer is called.
fn answer_word(texts: Texts, answer: TellsInhabitants) -> &'static str {
    match answer {
        TellsInhabitants::Yes => texts.measures_tells_yes(),
        TellsInhabitants::Partly => texts.measures_tells_partly(),
        TellsInhabitants::No => texts.measures_tells_no(),
    }
}

/// An answer, or that nobody has given one.
pub(super) fn answered(texts: Texts, answer: Option<TellsInhabitants>) -> &'static str {
    answer.map_or(texts.measures_tells_unanswered(), |answer| answer_word(texts, answer))
}

/// The established definition and the answer to the control question, among a measure's facts. That
/// nobody has answered is told of measures of results alone.
pub(super) fn facts(
    texts: Texts,
    (structure, element): (&Structure, &Element),
    measure: &Measure,
) -> Vec<Fact> {
    let mut all = Vec::new();
    if !measure.established.is_empty() {
        let link = &measure.established_link;
        let words = html! {
            @if is_page_address(link) { a href=(link) rel="noopener" { (measure.established) } }
            @else { (measure.established) }
        };
        all.push(Fact::rich(texts.measures_established(), words));
    }
    if measure.tells_inhabitants.is_some() || shows_results(structure, element, measure) {
        let words = html! {
            (answered(texts, measure.tells_inhabitants))
            @if !measure.tells_reason.is_empty() { ". " (measure.tells_reason) }
        };
        all.push(Fact::rich(texts.measures_tells(), words));
    }
    if measure.is_percentage {
        all.push(Fact::new(texts.measures_share_of(), shared(texts, measure.share_of)));
    }
    all
}

/// What a percentage is a share of, or that nobody has said it.
pub(super) fn shared(texts: Texts, of: Option<ShareOf>) -> &'static str {
    match of {
        Some(ShareOf::People) => texts.measures_share_of_people(),
        None => texts.measures_not_stated(),
    }
}
