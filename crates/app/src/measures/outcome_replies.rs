//! The form of a value again: refused, overtaken by somebody else, or for a measure that has ended.

use domain::access::Action;
use domain::elements::Element;
use domain::ids::OrgUnitId;
use domain::imports::ValueKey;
use domain::measures::{Measure, Outcome, OutcomeValue};
use maud::html;

use super::closed::{closed_notice, closing_of};
use super::count_of_value::{self, conflict_words};
use super::decide_outcome::standing;
use super::outcome_form::{Fields, Form, recent_periods};
use super::restated::Dated;
use super::terms::quality_word;
use super::{outcome_words, store};
use crate::cx::Cx;
use crate::frame::Nav;
use crate::i18n::{date, datetime};
use crate::web::error::Answer;
use crate::web::response::Response;
use crate::web::ui::{Tone, notice};

/// The form of a value with its fields.
pub(super) fn form<'a>(
    cx: &'a Cx<'_, '_>,
    (element, measure, org_unit): (&'a Element, &'a Measure, OrgUnitId),
    fields: Fields,
) -> Form<'a> {
    let periods = recent_periods(measure, cx.today()).collect();
    Form {
        texts: cx.texts(),
        element,
        measure,
        org_unit,
        org_unit_name: cx.structure.organisation.name(org_unit),
        periods,
        fields,
        may_verify: cx.can(Action::Verify, org_unit),
        history: Vec::new(),
        fewest: None,
        is_closed: false,
        problem: None,
        news: None,
    }
}

/// The form again with what was typed and what is wrong with it.
pub(super) fn refused(
    cx: &Cx<'_, '_>,
    at: (&Element, &Measure, OrgUnitId),
    fields: Fields,
    problem: (&'static str, String),
) -> Response {
    let form = Form { problem: Some(problem), ..form(cx, at, fields) };
    cx.refused(cx.texts().measures_record(), Nav::Measures, &form.body())
}

/// What stands where a value goes, otherwise than it was seen.
#[derive(Clone, Copy)]
pub(super) enum Now {
    /// Another value.
    Value(OutcomeValue),
    /// The same value, about another number of people.
    About,
    /// Nothing: it was taken away.
    Nothing,
}

/// The form again with what was typed, and what stands there now with its version, who put it there
/// and when.
pub(super) fn conflict(
    cx: &mut Cx<'_, '_>,
    at: (&Element, &Measure, OrgUnitId),
    mut fields: Fields,
    (key, version, now): (&ValueKey, i64, Now),
) -> Answer {
    fields.seen.clone_from(&fields.period);
    fields.version = version.to_string();
    let texts = cx.texts();
    let (author, words) = match now {
        Now::Value(value) => {
            let theirs = outcome_words(texts, at.1, value);
            let words = texts.measures_conflict_text(&fields.value, theirs);
            (store::last_told(cx.tx, key)?, words)
        }
        Now::About => {
            let typed = fields.count.clone().unwrap_or_default();
            let people = count_of_value::known(cx, key)?;
            // The history of values does not say who said how many.
            (None, conflict_words(texts, &typed, people))
        }
        Now::Nothing => {
            (store::last_told(cx.tx, key)?, texts.measures_taken_away_text(&fields.value))
        }
    };
    let who = author.map(|(name, at)| named_at(cx, &name, at));
    let title = match (now, who) {
        (Now::Nothing, _) => texts.measures_taken_away().to_owned(),
        (_, Some(who)) => texts.measures_conflict_with(who),
        (_, None) => texts.measures_conflict().to_owned(),
    };
    let news = notice(Tone::Partly, &title, &html! { p { (words) } });
    let form = Form { news: Some(news), ..form(cx, at, fields) };
    Ok(cx.conflicting(texts.measures_record(), Nav::Measures, &form.body()))
}

/// Who did something, with the day and the time.
fn named_at(cx: &Cx<'_, '_>, name: &str, at: i64) -> String {
    format!("{name}, {}", datetime(cx.language(), cx.app.clock.local(at)))
}

/// The form again with what was typed, when a period was chosen where a value stands that the form did
/// not tell of.
pub(super) fn already_here(
    cx: &mut Cx<'_, '_>,
    at: (&Element, &Measure, OrgUnitId),
    mut fields: Fields,
    (key, kept, typed): (&ValueKey, &Outcome, OutcomeValue),
) -> Answer {
    let texts = cx.texts();
    let period = kept.period.to_string();
    let author = store::last_told(cx.tx, key)?;
    let day = |at| date(cx.language(), cx.app.clock.local(at).date());
    let author = author.map(|(name, at)| format!(", {name}, {}", day(at))).unwrap_or_default();
    let about = format!("{}{author}", quality_word(texts, kept.quality).to_lowercase());
    let closing = closing_of(cx, at.2, kept.period)?;
    let owes = closing.is_some() || standing(kept).owes_reason(typed);
    fields.seen.clone_from(&period);
    fields.version = kept.version.to_string();
    // What is known of how many stands until somebody says otherwise.
    if fields.count.as_ref().is_some_and(|count| count.trim().is_empty()) {
        fields.count = Some(count_of_value::shown(count_of_value::known(cx, key)?));
    }
    let history = store::changes_of_value(cx.tx, at.0.id, at.2, &period)?;
    let fewest = count_of_value::protected(cx, at.1, key)?;
    let title = texts.measures_already_here(about, outcome_words(texts, at.1, kept.value));
    let words =
        if owes { texts.measures_already_here_why() } else { texts.measures_already_here_text() };
    let news = html! {
        (notice(Tone::Partly, &title, &html! { p { (words) } }))
        @if let Some(closing) = &closing { (closed_notice(cx, closing)) }
    };
    let mut form = form(cx, at, fields);
    (form.news, form.is_closed, form.fewest) = (Some(news), closing.is_some(), fewest);
    form.history = Dated::all(cx, history, |one| one.at);
    if owes && form.fields.reason.trim().is_empty() {
        form.problem = Some(("skal", texts.measures_problem_why_changed().to_owned()));
    }
    Ok(cx.refused(texts.measures_record(), Nav::Measures, &form.body()))
}

/// Refuses a value of what has ended or been replaced, with the way to what goes on.
pub(super) fn no_longer(
    cx: &mut Cx<'_, '_>,
    at: (&Element, &Measure, OrgUnitId),
    fields: Fields,
) -> Answer {
    let texts = cx.texts();
    let structure = cx.structure.clone();
    let after = store::rewordings(cx.tx, at.0.id)?
        .into_iter()
        .find_map(|id| structure.element(id).filter(|one| one.is_current() && cx.may_see(one)));
    let period = &fields.period;
    let body = html! {
        @match after {
            Some(after) => p { (texts.goals_superseded_by()) " " a href={ (super::url(after.id)) "/varde?enhet=" (at.2) "&period=" (period) } { (after.title) } },
            None => p { (texts.goals_is_superseded_text()) },
        }
    };
    let news = notice(Tone::Partly, texts.goals_is_superseded(), &body);
    let form = Form { news: Some(news), ..form(cx, at, fields) };
    Ok(cx.refused(texts.measures_record(), Nav::Measures, &form.body()))
}
