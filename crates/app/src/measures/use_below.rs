//! Taking an own value away where others below make one up: what they say speaks again, with why.

use domain::access::Action;
use domain::elements::Element;
use domain::ids::{ElementId, OrgUnitId};
use domain::imports::ValueKey;
use domain::measures::{Measure, Outcome, OutcomeValue};
use domain::periods::Period;
use maud::{Markup, html};

use super::Written;
use super::closed::takes_no_values;
use super::decide_outcome::check_reason;
use super::replaced_sums::replaced_sums;
use super::told_below::told_below;
use super::{outcome_words, period_words, store, url_for};
use crate::cx::Cx;
use crate::form_page::FormPage;
use crate::frame::Nav;
use crate::web::error::{Answer, AppError, OrNotFound};
use crate::web::fields::Fields;
use crate::web::response::Response;
use crate::web::ui::{Field, PageHead, Problem, Tone, notice};

/// The way there from the form of the value; nothing where nobody below says anything.
pub(super) fn way(
    cx: &mut Cx<'_, '_>,
    measure: &Measure,
    (org_unit, period): (OrgUnitId, Period),
) -> Answer<Option<Markup>> {
    let is_summed = told_below(cx, measure, org_unit)?.is_some();
    let texts = cx.texts();
    let to = format!("{}?enhet={org_unit}&period={period}", address(measure.id));
    let body = html! { p { (texts.measures_use_below_text()) " " a href=(to) { (texts.measures_use_below()) } } };
    Ok(is_summed.then(|| notice(Tone::Neutral, texts.measures_use_below_title(), &body)))
}

fn address(measure: ElementId) -> String {
    format!("{}/varde/enheternas", super::url(measure))
}

/// Whether an own value in the place of what is put together below owes a reason, whatever it says.
pub(super) fn owes_reason(
    cx: &mut Cx<'_, '_>,
    measure: ElementId,
    (org_unit, period): (OrgUnitId, Period),
) -> Answer<bool> {
    let key = ValueKey { measure, org_unit, breakdown: String::new(), period };
    Ok(!replaced_sums(cx.tx, &cx.whole, [(&key, OutcomeValue::Missing)])?.is_empty())
}

/// The value of the address.
struct Found<'s> {
    element: &'s Element,
    measure: &'s Measure,
    key: ValueKey,
    kept: Option<Outcome>,
}

fn find<'s>(
    cx: &mut Cx<'_, '_>,
    structure: &'s domain::elements::Structure,
    sent: &Fields,
) -> Answer<Found<'s>> {
    let id: ElementId = cx.req.param("id").or_not_found()?;
    let element = cx.find_visible(structure, id)?;
    let measure = structure.measure(id).or_not_found()?;
    let org_unit: OrgUnitId = sent.parsed("enhet").or_not_found()?;
    structure.organisation.get(org_unit).or_not_found()?;
    cx.may(Action::RecordOutcome, org_unit)?;
    let period: Period = sent.parsed("period").or_not_found()?;
    let is_open = element.is_current() && takes_no_values(cx, element, measure)?.is_none();
    told_below(cx, measure, org_unit)?.filter(|_| is_open).or_not_found()?;
    let kept = store::outcome(cx.tx, id, org_unit, &period.to_string())?;
    let key = ValueKey { measure: id, org_unit, breakdown: String::new(), period };
    Ok(Found { element, measure, key, kept })
}

/// Shows the form.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let structure = cx.structure.clone();
    let sent = cx.req.query.clone();
    let found = find(cx, &structure, &sent)?;
    if found.kept.is_none() {
        return Ok(Response::see_other(&url_for(found.element.id, found.key.org_unit)));
    }
    let body = body(cx, &found, "", &[]);
    Ok(cx.page(cx.texts().measures_use_below_title(), Nav::Measures, &body))
}

/// Takes the own value away; the history keeps it.
pub(super) fn take_away(cx: &mut Cx<'_, '_>) -> Answer {
    let structure = cx.structure.clone();
    let sent = cx.req.form.clone();
    let found = find(cx, &structure, &sent)?;
    let back = Response::see_other(&url_for(found.element.id, found.key.org_unit));
    // Sent twice it is gone already.
    let Some(kept) = &found.kept else { return Ok(back) };
    if sent.parsed("version") != Some(kept.version) {
        return Err(AppError::Stale);
    }
    let reason = sent.text("skal").trim();
    if let Err(words) = check_reason(cx.texts(), reason, true) {
        let body = body(cx, &found, reason, &[Problem::at("skal", words)]);
        return Ok(cx.refused(cx.texts().measures_use_below_title(), Nav::Measures, &body));
    }
    store::take_away(cx.tx, kept, reason)?;
    let mut written = Written::default();
    written.touch(&found.key);
    written.withhold(cx.tx, &cx.whole)?;
    Ok(back)
}

fn body(cx: &Cx<'_, '_>, found: &Found<'_>, reason: &str, problems: &[Problem]) -> Markup {
    let texts = cx.texts();
    let name = cx.structure.organisation.name(found.key.org_unit);
    let period = period_words(texts.language, found.key.period);
    let head = PageHead {
        eyebrow: format!("{} · {name}", found.element.title),
        title: texts.measures_use_below_title().to_owned(),
        lead: texts.measures_use_below_lead().to_owned(),
        end: None,
    };
    let cancel = url_for(found.element.id, found.key.org_unit);
    let page = FormPage {
        head,
        problems,
        action: &address(found.element.id),
        save: texts.measures_use_below(),
        cancel: &cancel,
    };
    let version = found.kept.as_ref().map_or(0, |kept| kept.version);
    let stands = found.kept.as_ref().map(|kept| outcome_words(texts, found.measure, kept.value));
    let fields = html! {
        input type="hidden" name="enhet" value=(found.key.org_unit);
        input type="hidden" name="period" value=(found.key.period);
        input type="hidden" name="version" value=(version);
        @if let Some(stands) = stands { p { (texts.measures_use_below_stands(period, stands)) } }
        (Field::textarea("skal", texts.measures_use_below_why()).rows(2).hint(texts.measures_use_below_hint()).value(reason).problem(Problem::of(problems, "skal")))
    };
    page.body(texts, &html! {}, &fields)
}
