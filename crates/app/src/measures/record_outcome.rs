//! Recording a value by form: a number, missing, or not applicable.

use domain::access::Action;
use domain::elements::Element;
use domain::ids::{ElementId, OrgUnitId};
use domain::imports::ValueKey;
use domain::measures::{Fate, Measure, Outcome, OutcomeQuality, OutcomeValue, Standing, fate};
use domain::periods::Period;
use maud::html;

use super::Written;
use super::closed::{closed_notice, closing_of, takes_no_values};
use super::count_of_value;
use super::decide_outcome::{decide, decide_change, standing};
use super::outcome_form::Fields;
use super::outcome_replies::{Now, already_here, conflict, form, no_longer, refused};
use super::replaced_sums::replaced_sums;
use super::restated::Dated;
use super::store::Sums;
use super::told_below::told_below;
use super::{store, url_for, use_below};
use crate::cx::Cx;
use crate::frame::Nav;
use crate::web::error::{Answer, OrNotFound};
use crate::web::response::Response;
use crate::web::ui::{Tone, notice};

/// Shows the form, filled with what is kept for the period.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let structure = cx.structure.clone();
    let id: ElementId = cx.req.param("id").or_not_found()?;
    let element = cx.find_visible(&structure, id)?;
    let measure = structure.measure(id).or_not_found()?;
    let org_unit = cx.req.query.parsed::<OrgUnitId>("enhet").unwrap_or(element.owner);
    structure.organisation.get(org_unit).or_not_found()?;
    cx.may(Action::RecordOutcome, org_unit)?;
    let latest = Period::containing(cx.today(), measure.frequency);
    let period = cx.req.query.parsed::<Period>("period").unwrap_or(latest);
    if !element.is_current() || takes_no_values(cx, element, measure)?.is_some() {
        return Ok(Response::see_other(&url_for(id, org_unit)));
    }
    let kept = store::outcome(cx.tx, id, org_unit, &period.to_string())?;
    let mut fields =
        Fields::of((period, cx.today()), kept.as_ref(), cx.can(Action::Verify, org_unit));
    let count = count_of_value::known(cx, &place(id, org_unit, period))?;
    fields.count = Some(count_of_value::shown(count));
    let history = store::changes_of_value(cx.tx, id, org_unit, &period.to_string())?;
    let (used, _) = store::used_source(cx.tx, &place(id, org_unit, period))?;
    let closing = match &kept {
        Some(_) => closing_of(cx, org_unit, period)?,
        None => None,
    };
    let below = told_below(cx, measure, org_unit)?;
    let fewest = count_of_value::protected(cx, measure, &place(id, org_unit, period))?;
    let owes = kept.is_none() && use_below::owes_reason(cx, id, (org_unit, period))?;
    let way = use_below::way(cx, measure, (org_unit, period))?;
    let mut form = form(cx, (element, measure, org_unit), fields);
    form.fewest = fewest;
    form.history = Dated::all(cx, history, |one| one.at);
    if let Some(closing) = closing {
        form.news = Some(closed_notice(cx, &closing));
        form.is_closed = true;
    } else if let Some(source) = used.filter(|source| !source.is_empty()) {
        let texts = cx.texts();
        let words = html! { p { (texts.measures_source_takes_over_text()) } };
        let title = texts.measures_source_takes_over(&source);
        form.news = Some(notice(Tone::Neutral, &title, &words));
    } else if kept.is_none() {
        (form.news, form.is_closed) = (below, owes);
    } else {
        form.news = way;
    }
    Ok(cx.page(cx.texts().measures_record(), Nav::Measures, &form.body()))
}

/// The place of a value for all people.
fn place(measure: ElementId, org_unit: OrgUnitId, period: Period) -> ValueKey {
    ValueKey { measure, org_unit, breakdown: String::new(), period }
}

/// Keeps a value. A first one corrects nothing, whatever was handed in without it.
pub(super) fn record_outcome(cx: &mut Cx<'_, '_>) -> Answer {
    let structure = cx.structure.clone();
    let id: ElementId = cx.req.param("id").or_not_found()?;
    let element = cx.find_visible(&structure, id)?;
    let measure = structure.measure(id).or_not_found()?;
    let org_unit: OrgUnitId = cx.req.form.parsed("enhet").or_not_found()?;
    structure.organisation.get(org_unit).or_not_found()?;
    cx.may(Action::RecordOutcome, org_unit)?;
    let fields = Fields::sent(&cx.req.form);
    if !element.is_current() {
        return no_longer(cx, (element, measure, org_unit), fields);
    }
    if let Some(words) = takes_no_values(cx, element, measure)? {
        return Ok(refused(cx, (element, measure, org_unit), fields, ("varde", words.to_owned())));
    }
    let may_verify = cx.can(Action::Verify, org_unit);
    let typed = |one| Ok((one, count_of_value::typed(cx.texts(), &fields, may_verify)?));
    let decided = decide(cx.texts(), measure, &fields, cx.today()).and_then(typed);
    let ((period, value, quality), count) = match decided {
        Ok(decided) => decided,
        Err(problem) => return Ok(refused(cx, (element, measure, org_unit), fields, problem)),
    };
    let key = place(id, org_unit, period);
    let known = fields.known(period);
    let kept = store::outcome(cx.tx, id, org_unit, &period.to_string())?;
    if let Some(kept) = kept.as_ref().filter(|kept| kept.version != known) {
        let is_said = (kept.value, kept.quality) == (value, quality);
        return overtaken(cx, (element, measure, &key), fields, (kept, is_said, count, value));
    }
    if kept.is_none() && known > 0 {
        return conflict(cx, (element, measure, org_unit), fields, (&key, 0, Now::Nothing));
    }
    let before = kept.as_ref().map(standing);
    if before.is_some_and(|before| before.value == value && before.quality == quality) {
        count_of_value::change(cx, measure, (&key, known), count)?;
        return Ok(Response::see_other(&url_for(id, org_unit)));
    }
    let unsaid = before.is_none().then_some((&key, value));
    let sums = replaced_sums(cx.tx, &cx.whole, unsaid)?;
    let about = (period, before.is_some(), &sums);
    if let Some(asked) = unexplained(cx, (element, measure, org_unit), about, &fields)? {
        return Ok(asked);
    }
    if let Err(problem) = decide_change(cx.texts(), &fields, (value, quality), before, may_verify) {
        return Ok(refused(cx, (element, measure, org_unit), fields, problem));
    }
    if let Some(source) = settle_beside(cx, &key)? {
        let words = cx.texts().measures_source_decided(source);
        return Ok(refused(cx, (element, measure, org_unit), fields, ("varde", words)));
    }
    let place = before.map_or(Place::Unsaid(&sums), |before| Place::Said(before, known));
    keep(cx, key.clone(), (value, quality), place, &fields.reason)?;
    count_of_value::keep(cx, measure, (&key, known + 1), count)?;
    let mut written = Written::default();
    let was = before.or(sums.get(&key).copied());
    written.value(&key, was.map(|was| was.value), value);
    written.withhold(cx.tx, &cx.whole)?;
    Ok(Response::see_other(&url_for(id, org_unit)))
}

/// What is answered where another value stands than was seen. The same sent twice is no conflict.
fn overtaken(
    cx: &mut Cx<'_, '_>,
    (element, measure, key): (&Element, &Measure, &ValueKey),
    fields: Fields,
    (kept, is_said, count, value): (&Outcome, bool, count_of_value::Typed, OutcomeValue),
) -> Answer {
    let at = (element, measure, key.org_unit);
    if is_said && count_of_value::is_known(cx, key, count)? {
        count_of_value::change(cx, measure, (key, kept.version), count)?;
        return Ok(Response::see_other(&url_for(measure.id, key.org_unit)));
    }
    // The form told of another period: nobody has written meanwhile.
    if fields.seen != key.period.to_string() {
        return already_here(cx, at, fields, (key, kept, value));
    }
    let now = if is_said { Now::About } else { Now::Value(kept.value) };
    conflict(cx, at, fields, (key, kept.version, now))
}

/// The form again, when no reason is said and one is owed: what is changed has been handed in or
/// frozen, or what the units below make up was checked.
fn unexplained(
    cx: &mut Cx<'_, '_>,
    (element, measure, org_unit): (&Element, &Measure, OrgUnitId),
    (period, stands, sums): (Period, bool, &Sums),
    fields: &Fields,
) -> Answer<Option<Response>> {
    if !fields.reason.trim().is_empty() {
        return Ok(None);
    }
    // A first value corrects nothing of what was handed in without it.
    let closing = if stands { closing_of(cx, org_unit, period)? } else { None };
    if closing.is_none() && sums.is_empty() {
        return Ok(None);
    }
    let texts = cx.texts();
    let (words, news) = match &closing {
        Some(closing) => (texts.measures_problem_why_closed(), Some(closed_notice(cx, closing))),
        None => (texts.measures_problem_why_changed(), None),
    };
    let mut form = form(cx, (element, measure, org_unit), fields.clone());
    (form.problem, form.news) = (Some(("skal", words.to_owned())), news);
    form.is_closed = true;
    Ok(Some(cx.refused(texts.measures_record(), Nav::Measures, &form.body())))
}

/// Makes room for an own value where another source's is used; the source's name when somebody has
/// decided that it shall be used all the same.
fn settle_beside(cx: &mut Cx<'_, '_>, key: &ValueKey) -> Answer<Option<String>> {
    let (used, own_beside) = store::used_source(cx.tx, key)?;
    match fate("", used.as_deref(), own_beside) {
        Fate::Beside => return Ok(Some(used.unwrap_or_default())),
        Fate::TakesOver => drop(store::move_beside(cx.tx, [key])?),
        Fate::Used | Fate::Replaces => {}
    }
    Ok(None)
}

/// What stands in the place of a value.
#[derive(Clone, Copy)]
enum Place<'a> {
    /// What was said, with its version.
    Said(Standing, i64),
    /// What others make up, if that is anything that others could trust.
    Unsaid(&'a Sums),
}

/// Keeps a value, in the place of the one before with its version when there is one.
fn keep(
    cx: &mut Cx<'_, '_>,
    key: ValueKey,
    (value, quality): (OutcomeValue, OutcomeQuality),
    before: Place<'_>,
    reason: &str,
) -> Answer<()> {
    let taken = match before {
        Place::Said(_, known) => known,
        Place::Unsaid(_) => store::versions_taken(cx.tx, [key.measure])?.remove(&key).unwrap_or(0),
    };
    let ValueKey { measure, org_unit, breakdown, period } = key;
    let version = taken + 1;
    let outcome = Outcome { measure, org_unit, breakdown, period, value, quality, version };
    match before {
        Place::Said(before, _) => store::correct_outcome(cx.tx, &outcome, before, reason)?,
        Place::Unsaid(sums) if sums.is_empty() => store::keep_outcome(cx.tx, &outcome, reason)?,
        Place::Unsaid(sums) => store::keep_over_sum(cx.tx, &outcome, sums, reason)?,
    }
    Ok(())
}
