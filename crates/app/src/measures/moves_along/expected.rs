//! Whether it was expected that two measures move along: people answer, and the answer is shown the next
//! time with who and when.

use domain::access::Action;
use domain::ids::{ElementId, OrgUnitId};
use maud::{Markup, html};

use crate::cx::Cx;
use crate::i18n::{Texts, date};
use crate::measures::store::{self, PatternAnswer};
use crate::measures::url;
use crate::web::error::{Answer, AppError, OrNotFound};
use crate::web::response::Response;
use crate::web::ui::{Choice, Field};

/// Answers that are kept of one form.
const MOST_AT_ONCE: usize = 60;
/// The answers there are.
const ANSWERS: [&str; 3] = ["yes", "no", "unsure"];

/// An answer as it is shown.
pub(super) struct Answered {
    other: ElementId,
    answer: String,
    who: String,
    day: String,
}

/// What people have said of the measure and others, newest last.
pub(super) fn answers(
    cx: &mut Cx<'_, '_>,
    measure: ElementId,
    org_unit: OrgUnitId,
) -> Result<Vec<Answered>, AppError> {
    let texts = cx.texts();
    let kept = store::pattern_answers(cx.tx, measure, org_unit)?;
    let shown = kept.into_iter().map(|one| Answered {
        other: one.other,
        answer: one.answer,
        who: one.person_name,
        day: date(texts.language, cx.app.clock.local(one.at).date()),
    });
    Ok(shown.collect())
}

fn word(texts: Texts, answer: &str) -> &'static str {
    match answer {
        "yes" => texts.measures_along_yes(),
        "no" => texts.measures_along_no(),
        _ => texts.measures_along_unsure(),
    }
}

/// The question, or what was answered to who may not answer.
pub(super) fn question(
    texts: Texts,
    other: ElementId,
    answers: &[Answered],
    may_answer: bool,
) -> Markup {
    let latest = answers.iter().rev().find(|one| one.other == other);
    let chosen = latest.map_or("", |one| one.answer.as_str());
    let choices = ANSWERS.map(|code| Choice::new(code, word(texts, code)).chosen(code == chosen));
    html! {
        @if may_answer {
            (Field::radios(format!("om-{other}"), texts.measures_along_expected(), choices.to_vec()))
        }
        @if let Some(one) = latest {
            p.fine { (texts.measures_along_answered(word(texts, &one.answer), &one.day, &one.who)) }
        } @else if !may_answer {
            p.fine { (texts.measures_along_unanswered()) }
        }
    }
}

/// Keeps the answers that say something else than the ones kept.
pub(in crate::measures) fn answer(cx: &mut Cx<'_, '_>) -> Answer {
    let id: ElementId = cx.req.param("id").or_not_found()?;
    let structure = cx.structure.clone();
    let element = cx.find_visible(&structure, id)?;
    structure.measure(id).or_not_found()?;
    let org_unit: OrgUnitId = cx.req.form.parsed("enhet").or_not_found()?;
    structure.organisation.get(org_unit).or_not_found()?;
    cx.may(Action::RecordOutcome, org_unit)?;
    let before = store::pattern_answers(cx.tx, id, org_unit)?;
    let person = cx.person()?;
    let is_offered = |other: ElementId| {
        let seen = structure.element(other).is_some_and(|one| one.is_current() && cx.may_see(one));
        element.is_current() && seen && other != id && structure.measure(other).is_some()
    };
    let sent = cx.req.form.iter().filter_map(|(name, answer)| {
        let other: ElementId = name.strip_prefix("om-")?.parse().ok()?;
        let kept = before.iter().rev().find(|one| one.other == other);
        let is_new = kept.is_none_or(|kept| kept.answer != answer);
        (is_new && ANSWERS.contains(&answer) && is_offered(other)).then(|| PatternAnswer {
            other,
            answer: answer.to_owned(),
            person_name: person.name.clone(),
            at: cx.visit.now,
        })
    });
    let sent: Vec<PatternAnswer> = sent.take(MOST_AT_ONCE).collect();
    store::insert_pattern_answers(cx.tx, (id, org_unit), person.id, &sent)?;
    Ok(Response::see_other(&format!("{}/samband?enhet={org_unit}", url(id))))
}
