//! The two sides beside each other for an org unit. They are read together; nothing here says that one
//! comes of the other.

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::access::Action;
use domain::elements::{Element, Structure};
use domain::ids::{ElementId, OrgUnitId};
use domain::quality_sides::Side;
use maud::{Markup, PreEscaped, html};

use super::{URL, store};
use crate::cx::Cx;
use crate::frame::Nav;
use crate::i18n::Texts;
use crate::measures::{
    FindingWords, Shown, finding_words, latest_words, period_words, shown_together, sparkline,
    target_words, url_for,
};
use crate::web::error::{Answer, AppError, OrNotFound};
use crate::web::response::Response;
use crate::web::ui::{
    Column, Filter, Filters, Link, PageHead, Row, Spark, Table, button_link, details_section,
    empty_state, filter_pills, page_header, sparkline_card,
};

/// Measures on each side.
const MOST: usize = 12;
/// Org units to choose among.
const MOST_UNITS: usize = 200;

/// A measure of one side with its values.
struct Told<'s> {
    element: &'s Arc<Element>,
    side: Side,
    shown: Shown,
    words: FindingWords,
}

/// What a side is called.
pub(super) fn side_word(texts: Texts, side: Side) -> &'static str {
    match side {
        Side::StaffSurvey => texts.quality_sides_staff_survey(),
        Side::SickLeave => texts.quality_sides_sick_leave(),
        Side::WorkEnvironment => texts.quality_sides_work_environment(),
        Side::Outer => texts.quality_sides_outer(),
    }
}

/// The org unit of the address, else the visitor's own, else the first of the organisation.
fn chosen(cx: &Cx<'_, '_>) -> Answer<OrgUnitId> {
    let organisation = &cx.structure.organisation;
    let unit = match cx.req.query.text("enhet") {
        "" => cx.visit.person.as_ref().and_then(|person| person.home()),
        id => Some(id.parse().ok().or_not_found()?),
    };
    let unit = unit.or_else(|| organisation.roots().first().copied()).or_not_found()?;
    organisation.get(unit).or_not_found()?;
    (!cx.is_provider_elsewhere(unit)).then_some(unit).or_not_found()
}

/// The measures of both sides that have values at the org unit.
fn told<'s>(
    cx: &mut Cx<'_, '_>,
    structure: &'s Structure,
    unit: OrgUnitId,
) -> Result<Vec<Told<'s>>, AppError> {
    let all = store::sides(cx.tx)?;
    let mut sides: Vec<(&'s Arc<Element>, Side)> = all
        .into_iter()
        .filter_map(|(id, side, _)| Some((structure.element(id)?, side?)))
        .filter(|(element, _)| element.is_current() && cx.may_see(element))
        .collect();
    sides.sort_by(|(one, of), (other, is)| {
        (of, one.title.as_str()).cmp(&(is, other.title.as_str()))
    });
    let ids: Vec<ElementId> = sides.iter().map(|(element, _)| element.id).collect();
    let today = cx.today();
    let mut values: BTreeMap<ElementId, Shown> = shown_together(cx, structure, &ids, unit, today)?;
    let texts = cx.texts();
    let told = sides.into_iter().filter_map(|(element, side)| {
        let shown = values.remove(&element.id)?;
        let measure = structure.measure(element.id)?;
        let has_any = !shown.series.points.is_empty();
        let words = finding_words(texts, &element.title, measure, &shown);
        has_any.then_some(Told { element, side, shown, words })
    });
    Ok(told.collect())
}

/// Shows it.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let unit = chosen(cx)?;
    let structure = cx.structure.clone();
    let all = told(cx, &structure, unit)?;
    let texts = cx.texts();
    let name = structure.organisation.name(unit);
    let places = crate::app::may_somewhere(cx.visit, Action::Plan);
    let place = button_link(
        crate::web::ui::Button::Secondary,
        "/inre-och-yttre/matt",
        texts.quality_sides_place(),
    );
    let head = PageHead {
        eyebrow: name.to_owned(),
        title: texts.quality_sides_title().to_owned(),
        lead: texts.quality_sides_lead().to_owned(),
        end: places.then(|| place.clone()),
    };
    let column = |title: &str, none: &str, inner: bool| {
        let of = all.iter().filter(|one| one.side.is_inner() == inner).take(MOST);
        let cards: Vec<Spark> = of.filter_map(|one| card(texts, &structure, one)).collect();
        html! {
            section.stack {
                h2 { (title) }
                div { @for one in &cards { (sparkline_card(one)) } }
                @if cards.is_empty() { p.soft { (none) } }
            }
        }
    };
    let inner = column(texts.quality_sides_inner(), texts.quality_sides_no_inner(), true);
    let outer = column(texts.quality_sides_outer_head(), texts.quality_sides_no_outer(), false);
    let body = html! {
        div.wrap.page {
            (page_header(&head))
            (units(cx, unit))
            @if all.is_empty() { (empty_state(texts.quality_sides_none(), texts.quality_sides_none_text(), places.then_some(&place))) }
            @else {
                div.grid-2 { (inner) (outer) }
                p.soft.block { (texts.quality_sides_not_cause()) }
                (details_section(None, texts.web_show_table(), "", false, &table(texts, &structure, &all)))
                p.block { a.csv href={"/inre-och-yttre.csv?enhet=" (unit)} download { (texts.web_csv()) } }
            }
        }
    };
    Ok(cx.page(texts.quality_sides_title(), Nav::Measures, &body))
}

/// A measure's title, with what kind of inner quality it shows where the title does not say so.
fn headed(texts: Texts, title: &str, side: Side) -> String {
    let word = side_word(texts, side).to_lowercase();
    if side.is_inner() && !title.to_lowercase().contains(&word) {
        format!("{title} ({word})")
    } else {
        title.to_owned()
    }
}

fn card(texts: Texts, structure: &Structure, one: &Told<'_>) -> Option<Spark> {
    let measure = structure.measure(one.element.id)?;
    let target = one.shown.target.as_ref().map(|target| target_words(texts, measure, target));
    let target = target.filter(|words| !words.is_empty()).map(|words| texts.goals_target(words));
    let title = &one.element.title;
    let picture = sparkline(texts, &format!("sida-{}", one.element.id), title, measure, &one.shown);
    Some(Spark {
        title: headed(texts, title, one.side),
        url: url_for(one.element.id, one.shown.org_unit),
        state: (one.words.symbol, one.words.tone, one.words.word.clone()),
        sparkline: PreEscaped(picture),
        value: latest_words(texts, measure, &one.shown).unwrap_or_default(),
        target: target.unwrap_or_default(),
    })
}

/// A measure as the cells of a row.
fn cells(texts: Texts, structure: &Structure, one: &Told<'_>) -> [String; 5] {
    let measure = structure.measure(one.element.id);
    let latest = one.shown.series.latest().filter(|_| !one.shown.hides_latest());
    let period = latest.map(|(place, _)| period_words(texts.language, place.period));
    let value = measure
        .filter(|_| latest.is_some())
        .and_then(|measure| latest_words(texts, measure, &one.shown));
    [
        one.element.title.clone(),
        side_word(texts, one.side).to_owned(),
        period.unwrap_or_default(),
        value.unwrap_or_else(|| texts.quality_sides_no_value().to_owned()),
        one.words.sentence.clone(),
    ]
}

fn heads(texts: Texts) -> [&'static str; 5] {
    [
        texts.quality_sides_measure(),
        texts.quality_sides_side(),
        texts.quality_sides_period(),
        texts.quality_sides_value(),
        texts.quality_sides_finding(),
    ]
}

fn table(texts: Texts, structure: &Structure, all: &[Told<'_>]) -> Markup {
    let rows = all.iter().map(|one| Row::words(&cells(texts, structure, one))).collect();
    let columns = heads(texts).map(Column::text).to_vec();
    html! { (Table::new("sidor", texts.quality_sides_title(), columns, rows).stacked()) }
}

/// Downloads the table.
pub(super) fn download(cx: &mut Cx<'_, '_>) -> Answer {
    let unit = chosen(cx)?;
    let structure = cx.structure.clone();
    let all = told(cx, &structure, unit)?;
    let texts = cx.texts();
    let rows = all.iter().map(|one| cells(texts, &structure, one));
    let text = formats::csv_text::write(&heads(texts), rows);
    let name = format!("{}.csv", texts.quality_sides_title());
    Ok(Response::file("text/csv; charset=utf-8", &name, text))
}

/// The way down to the org unit, and what lies directly under it.
fn units(cx: &Cx<'_, '_>, unit: OrgUnitId) -> Markup {
    let texts = cx.texts();
    let organisation = &cx.structure.organisation;
    let mut way = organisation.ancestors(unit);
    way.reverse();
    let chosen = way.len();
    way.push(unit);
    way.extend(organisation.children(unit).iter().take(MOST_UNITS).copied());
    let reads = |id: &OrgUnitId| !cx.is_provider_elsewhere(*id);
    let chosen = way.iter().take(chosen).filter(|id| reads(id)).count();
    let choices = way
        .iter()
        .filter(|id| reads(id))
        .map(|id| Link::new(format!("{URL}?enhet={id}"), organisation.name(*id)))
        .collect();
    filter_pills(&Filters {
        label: texts.quality_sides_unit().to_owned(),
        filters: vec![Filter::OneOf {
            name: texts.quality_sides_unit().to_owned(),
            choices,
            chosen,
        }],
        note: String::new(),
    })
}
