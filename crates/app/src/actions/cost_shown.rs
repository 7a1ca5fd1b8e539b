//! What poor quality is estimated to cost, as it is shown beside what it is of.

use domain::actions::{Cost, CostSubject};
use domain::elements::Element;
use domain::ids::{AnalysisId, OrgUnitId, PartId};
use maud::{Markup, html};
use rust_decimal::Decimal;

use super::cost::{cost_url, may_estimate};
use super::store;
use crate::cx::Cx;
use crate::i18n::{Texts, date, decimal};
use crate::web::error::AppError;
use crate::web::ui::section;

/// An amount in whole kronor, or with öre where there are any.
pub fn kronor_words(texts: Texts, kronor: Decimal) -> String {
    let shown = if kronor.fract().is_zero() { kronor.trunc() } else { kronor };
    texts.actions_kronor(decimal(texts.language, shown))
}

/// The estimates of an action, also those of the wordings that it replaces, with the way to make one.
pub(super) fn section_of_action(
    cx: &mut Cx<'_, '_>,
    element: &Element,
) -> Result<Markup, AppError> {
    let subjects: Vec<CostSubject> =
        store::wordings(cx.tx, element.id)?.into_iter().map(CostSubject::Action).collect();
    section_of(cx, &subjects, element.owner)
}

/// The estimates of what an analysis has found, with the way to make one; nothing where there are none and
/// the visitor may make none.
pub fn costs_of_analysis(
    cx: &mut Cx<'_, '_>,
    analysis: AnalysisId,
    org_unit: OrgUnitId,
) -> Result<Markup, AppError> {
    section_of(cx, &[CostSubject::Analysis(analysis)], org_unit)
}

/// The estimates of the deviations that an account tells of, each with its title, and the way to make
/// one; nothing where there are none and the visitor may make none.
pub fn costs_of_parts(
    cx: &mut Cx<'_, '_>,
    org_unit: OrgUnitId,
    parts: &[(PartId, &str)],
) -> Result<Markup, AppError> {
    if parts.is_empty() {
        return Ok(html! {});
    }
    let subjects = parts.iter().map(|(part, _)| CostSubject::Part(*part));
    let all = store::costs_of_subjects(cx.tx, subjects)?;
    let may = may_estimate(cx, org_unit);
    if all.is_empty() && !may {
        return Ok(html! {});
    }
    let texts = cx.texts();
    let of = |part: PartId| all.iter().filter(move |one| one.subject == CostSubject::Part(part));
    let body = html! {
        ul.plain-list.stack {
            @for (part, title) in parts {
                @if may || of(*part).next().is_some() {
                    li {
                        p { (title) @if may { " · " a href=(cost_url(CostSubject::Part(*part))) { (texts.actions_estimate_cost()) } } }
                        @for cost in of(*part) { (told(cx, cost, may)) }
                    }
                }
            }
        }
    };
    Ok(section("bristkostnad", texts.actions_cost(), texts.actions_cost_note(), &body))
}

/// The estimates of some things; a new one is of the first.
fn section_of(
    cx: &mut Cx<'_, '_>,
    subjects: &[CostSubject],
    org_unit: OrgUnitId,
) -> Result<Markup, AppError> {
    let Some(first) = subjects.first().copied() else { return Ok(html! {}) };
    let all = store::costs_of_subjects(cx.tx, subjects.iter().copied())?;
    let may = may_estimate(cx, org_unit);
    if all.is_empty() && !may {
        return Ok(html! {});
    }
    let texts = cx.texts();
    let body = html! {
        @if !all.is_empty() { ul.plain-list.stack { @for cost in &all { li { (told(cx, cost, may)) } } } }
        @if may { p { a href=(cost_url(first)) { (texts.actions_estimate_cost()) } } }
    };
    Ok(section("bristkostnad", texts.actions_cost(), texts.actions_cost_note(), &body))
}

/// An estimate with how it was made, by whom and when.
fn told(cx: &Cx<'_, '_>, cost: &Cost, may: bool) -> Markup {
    let texts = cx.texts();
    let amount = kronor_words(texts, cost.kronor());
    let day = date(texts.language, cx.app.clock.local(cost.at).date());
    html! {
        p { b { (texts.actions_estimated(amount, cost.year.to_string())) } }
        p { (cost.estimated) }
        p.fine {
            (cost.person_name) ", " (day)
            @if may { " · " a href={(cost_url(cost.subject)) "?kostnad=" (cost.id)} { (texts.actions_change_cost()) } }
        }
    }
}
