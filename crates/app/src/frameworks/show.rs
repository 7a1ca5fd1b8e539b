//! One framework: its goals, and how many of the municipality's own contribute to each.

use std::collections::BTreeMap;

use domain::access::Action;
use domain::steering::Role;
use maud::{Markup, html};

use super::known;
use super::pack::{Pack, PackGoal};
use super::tags::list_url;
use super::{store, url};
use crate::cx::Cx;
use crate::frame::Nav;
use crate::web::error::{Answer, AppError, OrNotFound};
use crate::web::ui::{
    Button, Column, PageHead, Problem, Row, Stop, Table, breadcrumb_thread, button, error_summary,
    page_header,
};

/// Shows the page.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let asked: String = cx.req.param("pack").or_not_found()?;
    let pack = known::read(cx)?.pack(&asked).or_not_found()?.clone();
    let body = body(cx, &pack, None)?;
    Ok(cx.page(pack.name(cx.texts()), Nav::Thread, &body))
}

/// The body, with what hinders when something was refused.
pub(super) fn body(
    cx: &mut Cx<'_, '_>,
    pack: &Pack,
    problem: Option<&str>,
) -> Result<Markup, AppError> {
    let texts = cx.texts();
    let chosen = store::chosen(cx.tx)?.remove(&pack.id);
    let mut tagged: BTreeMap<u32, usize> = BTreeMap::new();
    for (goal, element) in store::tagged_with(cx.tx, &pack.id)? {
        let element = cx.structure.element(element).filter(|one| one.is_current());
        if element.is_some_and(|element| cx.may_see(element)) {
            *tagged.entry(goal).or_default() += 1;
        }
    }
    let row = |goal: &PackGoal| row(cx, pack, goal, (chosen.is_some(), tagged.get(&goal.number)));
    let rows = pack.goals.iter().map(row).collect();
    let mut columns = vec![Column::text(texts.frameworks_goal())];
    if chosen.is_some() {
        columns.push(Column::number(texts.frameworks_tagged()));
        if cx.structure.model.types_with_role(Role::External).next().is_some() {
            columns.push(Column::number(texts.frameworks_contributes()));
        }
    }
    let name = pack.name(texts);
    let head = PageHead {
        title: name.to_owned(),
        lead: texts.frameworks_source(&pack.source_date, &pack.source),
        ..PageHead::default()
    };
    let stops = [
        Stop::to("/trad", texts.thread_title()),
        Stop::to("/ramverk", texts.frameworks_title()),
        Stop::here(name),
    ];
    let summary: Vec<Problem> = problem.iter().map(|words| Problem::at("", *words)).collect();
    let is_newest = chosen.as_ref().is_some_and(|chosen| chosen.pack_version == pack.version);
    let top = cx.structure.organisation.roots().first().copied();
    let may = top.is_some_and(|top| cx.can(Action::ManageModel, top));
    let own = url(&pack.id);
    Ok(html! {
        div.wrap.page {
            (error_summary(texts.web_problems(), &summary))
            (breadcrumb_thread(texts.web_thread_label(), &stops))
            (page_header(&head))
            @if may && !is_newest {
                form method="post" action={(own) "/valj"} {
                    p { @if chosen.is_some() { (texts.frameworks_newer()) } @else { (texts.frameworks_choose_text()) } }
                    p.row { (button(Button::Primary, texts.frameworks_choose(), None)) }
                }
            }
            (Table::new("mal-utifran", name, columns, rows).hide_caption())
            @if may && chosen.is_some() {
                form method="post" action={(own) "/bort"} {
                    p.row { (button(Button::SmallSecondary, texts.frameworks_leave(), None)) }
                }
            }
        }
    })
}

/// A goal, with the ways to what is tagged with it and contributes to it once the framework is
/// chosen.
fn row(
    cx: &Cx<'_, '_>,
    pack: &Pack,
    goal: &PackGoal,
    (is_chosen, tagged): (bool, Option<&usize>),
) -> Row {
    let title = pack.shown(cx.texts(), goal);
    let element = cx.structure.element(pack.element(goal)).filter(|one| one.is_current());
    if !is_chosen {
        return Row::new(vec![html! { (title) }]);
    }
    let tagged = html! {
        @match tagged {
            Some(count) => a href=(list_url(&(pack.id.clone(), goal.number))) { (count) },
            None => span.none { "0" },
        }
    };
    let Some(element) = element else {
        return Row::new(vec![html! { (title) }, tagged]);
    };
    let count = cx.structure.count_children(element.id);
    let list = format!("/trad?vy=lista&fokus={}&rakt=1", element.id);
    Row::new(vec![
        html! { a href=(crate::elements::url(element)) { (title) } },
        tagged,
        html! {
            @if count > 0 { a href=(list) { (count) } }
            @else { span.none { "0" } }
        },
    ])
}
