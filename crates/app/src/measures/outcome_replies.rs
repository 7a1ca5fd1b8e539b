//! The form of a value again: refused, overtaken by somebody else, or for a measure that has ended.

use domain::access::Action;
use domain::elements::Element;
use domain::ids::OrgUnitId;
use domain::measures::{Measure, OutcomeValue};
use maud::html;

use super::count_of_value::conflict_words;
use super::outcome_form::{Fields, Form, recent_periods};
use super::{outcome_words, store};
use crate::cx::Cx;
use crate::frame::Nav;
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
pub(super) enum Now {
    /// Another value.
    Value(OutcomeValue),
    /// The same value, about another number of people.
    About(Option<u32>),
    /// Nothing: it was taken away.
    Nothing,
}

/// The form again with what was typed, and what stands there now with its version.
pub(super) fn conflict(
    cx: &Cx<'_, '_>,
    at: (&Element, &Measure, OrgUnitId),
    mut fields: Fields,
    (version, now): (i64, Now),
) -> Response {
    let texts = cx.texts();
    fields.seen.clone_from(&fields.period);
    fields.version = version.to_string();
    let (title, words) = match now {
        Now::Value(value) => {
            let theirs = outcome_words(texts, at.1, value);
            (texts.measures_conflict(), texts.measures_conflict_text(&fields.value, theirs))
        }
        Now::About(people) => {
            let typed = fields.count.clone().unwrap_or_default();
            (texts.measures_conflict(), conflict_words(texts, &typed, people))
        }
        Now::Nothing => {
            (texts.measures_taken_away(), texts.measures_taken_away_text(&fields.value))
        }
    };
    let news = notice(Tone::Partly, title, &html! { p { (words) } });
    let form = Form { news: Some(news), ..form(cx, at, fields) };
    cx.conflicting(texts.measures_record(), Nav::Measures, &form.body())
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
