//! In which report each assignment shall be answered: set by whoever plans where the assignment lies.

use domain::access::Action;
use domain::elements::Element;
use domain::followup::RoundKind;
use domain::ids::ElementId;
use domain::steering::Role;
use maud::{Markup, html};

use super::store::{self, Point};
use crate::cx::Cx;
use crate::frame::Nav;
use crate::i18n::sort_key;
use crate::templates::kind_word;
use crate::web::error::{Answer, AppError, OrNotFound};
use crate::web::response::Response;
use crate::web::ui::{
    Button, Choice, Column, Field, PageHead, Row, Stop, Table, breadcrumb_thread, button,
    empty_state, page_header,
};

/// The page.
pub(super) const URL: &str = "/folja-upp/redovisningspunkter";
/// Assignments shown.
const MOST: usize = 200;

/// The visitor's assignments: those that lie where the visitor plans, by owner and title.
fn assignments(cx: &Cx<'_, '_>) -> Vec<Element> {
    let types = cx.structure.model.types_with_role(Role::Assignment);
    let mut all: Vec<Element> = types
        .flat_map(|one| cx.structure.of_type(&one.id))
        .filter(|element| element.is_current() && cx.can(Action::Plan, element.owner))
        .map(|element| Element::clone(element))
        .collect();
    all.sort_by_cached_key(|one| {
        (sort_key(cx.structure.organisation.name(one.owner)), sort_key(&one.title))
    });
    all.truncate(MOST);
    all
}

/// Shows them.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let points = store::points(cx.tx)?;
    let texts = cx.texts();
    let all = assignments(cx);
    let stops =
        [Stop::to("/folja-upp", texts.followup_title()), Stop::here(texts.followup_points())];
    let head = PageHead {
        eyebrow: texts.followup_eyebrow().to_owned(),
        title: texts.followup_points().to_owned(),
        lead: texts.followup_points_lead().to_owned(),
        end: None,
    };
    let rows = all.iter().map(|one| {
        Row::new(vec![
            html! { a href={ "/mal/" (one.id) } { (one.title) } },
            html! { (cx.structure.organisation.name(one.owner)) },
            form(cx, one, points.get(&one.id)),
        ])
    });
    let columns =
        [texts.followup_assignment(), texts.followup_column_unit(), texts.followup_points()];
    let table = Table::new(
        "uppdrag",
        texts.followup_points(),
        columns.map(Column::text).to_vec(),
        rows.collect(),
    );
    let body = html! {
        div.wrap.page {
            (breadcrumb_thread(texts.web_thread_label(), &stops))
            (page_header(&head))
            @if all.is_empty() { (empty_state(texts.followup_no_assignments(), texts.followup_no_assignments_text(), None)) }
            @else { (table.hide_caption()) }
        }
    };
    Ok(cx.page(texts.followup_points(), Nav::FollowUp, &body))
}

/// The reports that can be chosen: every kind of this year and the next, and the one that is set.
fn choices(cx: &Cx<'_, '_>, point: Option<&Point>) -> Vec<Choice> {
    let texts = cx.texts();
    let year = cx.today().year();
    let mut offered: Vec<(RoundKind, i16)> = [year, year.saturating_add(1)]
        .into_iter()
        .flat_map(|year| RoundKind::ALL.iter().map(move |kind| (*kind, year)))
        .filter(|(kind, _)| *kind != RoundKind::Month)
        .collect();
    let set = point.map(|point| (point.kind, point.year));
    offered.extend(set.filter(|set| !offered.contains(set)));
    let none = Choice::new("", texts.followup_no_point()).chosen(set.is_none());
    let choice = |(kind, year): (RoundKind, i16)| {
        let word = kind_word(texts, &cx.structure.model, kind);
        Choice::new(format!("{} {year}", kind.code()), format!("{word} {year}"))
            .chosen(set == Some((kind, year)))
    };
    std::iter::once(none).chain(offered.into_iter().map(choice)).collect()
}

fn form(cx: &Cx<'_, '_>, one: &Element, point: Option<&Point>) -> Markup {
    let texts = cx.texts();
    let label = texts.followup_point_of(&one.title);
    html! {
        form.row method="post" action=(URL) {
            input type="hidden" name="uppdrag" value=(one.id);
            input type="hidden" name="version" value=(point.map_or(0, |point| point.version));
            (Field::select("rapport", label, choices(cx, point)).id(format!("rapport-{}", one.id)).hide_label())
            (button(Button::SmallSecondary, texts.web_save(), None))
        }
    }
}

/// Keeps in which report one assignment is answered.
pub(super) fn keep(cx: &mut Cx<'_, '_>) -> Answer {
    let form = &cx.req.form;
    let id: ElementId = form.parsed("uppdrag").or_not_found()?;
    let element = cx.structure.element(id).or_not_found()?;
    (element.role == Role::Assignment).then_some(()).or_not_found()?;
    cx.may(Action::Plan, element.owner)?;
    let chosen = read(form.text("rapport"));
    let now = store::points(cx.tx)?.remove(&id);
    let here = Response::see_other(URL);
    let Ok(chosen) = chosen else { return Ok(here) };
    // The same form sent twice is no conflict.
    if now.map(|point| (point.kind, point.year)) == chosen {
        return Ok(here);
    }
    let version = form.parsed::<i64>("version").unwrap_or(-1);
    if version != now.map_or(0, |point| point.version) {
        return Err(AppError::Stale);
    }
    store::keep_point(cx.tx, id, chosen, version)?;
    Ok(here)
}

/// The report that a text says: none chosen, one, or something that is no report.
fn read(text: &str) -> Result<Option<(RoundKind, i16)>, ()> {
    if text.is_empty() {
        return Ok(None);
    }
    let (kind, year) = text.split_once(' ').ok_or(())?;
    let year = year.parse().ok().filter(|year| (2000..=2100).contains(year)).ok_or(())?;
    Ok(Some((kind.parse().map_err(|_| ())?, year)))
}
