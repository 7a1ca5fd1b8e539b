//! Uppsikt: everything that the executive board and those who lead must see at any time, on one page.

use std::sync::Arc;

use domain::ids::OrgUnitId;
use domain::oversight::Tally;
use maud::{Markup, html};

use super::branch::knots;
use super::collected::collected;
use super::deviating::deviating;
use super::deviation_rows::{row, table};
use super::of_bodies::{OfBodies, of_bodies};
use super::page::{due_or_closed, many};
use super::scope::Scope;
use super::sorted::Sorted;
use super::{compare, deviations, moved, overdue, tree, ways, work};
use crate::acceptance::store::holding;
use crate::actions;
use crate::cx::Cx;
use crate::followup::at_hand;
use crate::frame::Nav;
use crate::web::error::{Answer, AppError};
use crate::web::ui::{PageHead, Row, empty_state, page_header, progress_knots, section};

/// Rows of each list; the rest is on a page of its own.
const MOST: usize = 6;

/// Shows it.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let texts = cx.texts();
    let title = texts.oversight_title();
    let scope = Scope::of(cx);
    let organisation = Arc::clone(&cx.structure.organisation);
    let names: Vec<&str> = scope.tops().iter().map(|top| organisation.name(*top)).collect();
    let collection = collection(cx, &scope)?;
    let bodies = of_bodies(cx)?;
    let moved = moved::section_of(cx, &bodies)?;
    let deviating = deviating(cx)?;
    let today = cx.today();
    let holding = holding(cx.tx, today)?;
    let sorted = Sorted::of(cx, &scope, None, &deviating, &holding);
    let overdue = overdue::way_among(cx, &sorted)?;
    let late = actions::late_under(cx, scope.tops())?;
    let ways = ways::section_of(cx)?;
    let head = PageHead {
        eyebrow: names.join(", "),
        title: title.to_owned(),
        lead: texts.oversight_lead().to_owned(),
        end: None,
    };
    let body = html! {
        div.wrap.page {
            (page_header(&head))
            div.with-side {
                div {
                    (collection)
                    (moved)
                    (without(cx, &sorted))
                    (overdue)
                    (late)
                    (accepted(cx, &sorted))
                    (compared(cx, &bodies))
                    (work::section_of(cx, &scope, &deviating))
                }
                aside.side aria-label=(texts.oversight_ways()) { (ways) }
            }
        }
    };
    Ok(cx.page(title, Nav::FollowUp, &body))
}

/// How far the round at hand has come, by what lies right under where the oversight begins.
fn collection(cx: &mut Cx<'_, '_>, scope: &Scope) -> Result<Markup, AppError> {
    let texts = cx.texts();
    let title = texts.oversight_collection();
    let Some(round) = at_hand(cx)?.shown().cloned() else {
        let none = empty_state(texts.followup_no_round(), texts.followup_no_round_text(), None);
        return Ok(section("insamlingen", title, "", &none));
    };
    let collected = collected(cx, &round)?;
    let organisation = &cx.structure.organisation;
    let sum = scope
        .tops()
        .iter()
        .fold(Tally::default(), |sum, top| sum.and(&collected.branches.tally(*top)));
    let words = texts.oversight_handed_in(many(sum.asked), many(sum.handed_in()));
    let waits = texts.oversight_collection_waits(
        many(sum.late),
        many(sum.not_started),
        many(sum.returned),
        many(sum.submitted),
    );
    let only = match scope.tops() {
        [top] => Some(*top),
        _ => None,
    };
    let branches: Vec<OrgUnitId> = match only {
        Some(top) => collected.branches.below(organisation, top).collect(),
        None => scope.tops().to_vec(),
    };
    let behind = branches.iter().filter(|one| {
        let tally = collected.branches.tally(**one);
        tally.asked > tally.handed_in()
    });
    let mut behind: Vec<&OrgUnitId> = behind.collect();
    // The worst first: what is late, then what lacks the greatest share.
    behind.sort_by_key(|one| {
        let tally = collected.branches.tally(**one);
        let handed_in = tally.handed_in() * 1_000 / tally.asked.max(1);
        (std::cmp::Reverse(tally.late), handed_in)
    });
    let body = html! {
        p.lead { (words) ". " (due_or_closed(cx, &round)) }
        (progress_knots(&knots("insamling", words.clone(), &sum)))
        p { (waits) }
        @if !behind.is_empty() {
            p.block { b { (texts.oversight_behind()) } }
            ul.plain-list {
                @for one in behind.iter().take(MOST) {
                    @let tally = collected.branches.tally(**one);
                    li {
                        a href={(tree::URL) "?gren=" (one) "#trad"} { (organisation.name(**one)) } ": "
                        (texts.oversight_of(many(tally.asked), many(tally.handed_in())))
                        @if tally.late > 0 { ", " (texts.oversight_count_late(many(tally.late))) }
                    }
                }
                @if behind.len() > MOST { li.soft { (texts.oversight_behind_more(many(behind.len() - MOST))) } }
            }
        }
        p.block { a href=(tree::URL) { (texts.oversight_whole_collection()) } }
    };
    Ok(section("insamlingen", title, &round.title, &body))
}

/// What deviates without anything being done about it.
fn without(cx: &Cx<'_, '_>, sorted: &Sorted<'_>) -> Markup {
    let texts = cx.texts();
    let all = &sorted.without;
    let rows: Vec<Row> = all.iter().take(MOST).filter_map(|one| row(cx, Some(one), None)).collect();
    let body = html! {
        @if rows.is_empty() { (empty_state(texts.oversight_none_without(), texts.oversight_none_without_text(), None)) }
        @else { (table(cx, "utan-atgard", rows)) }
        p.block { a href=(deviations::URL) { (texts.oversight_all_deviations(many(all.len() + sorted.with.len() + sorted.accepted.len()))) } }
    };
    let note = texts.oversight_count_without(many(all.len()));
    section("utan-atgard-rubrik", texts.oversight_without(), &note, &body)
}

/// What has been accepted, what ends first before the rest.
fn accepted(cx: &Cx<'_, '_>, sorted: &Sorted<'_>) -> Markup {
    let texts = cx.texts();
    let both = sorted.accepted.iter().map(|(one, by)| (Some(*one), Some(*by)));
    let mut all: Vec<_> = both.chain(sorted.calm.iter().map(|by| (None, Some(*by)))).collect();
    all.sort_by_key(|(_, by)| by.map(|(by, _)| by.until));
    if all.is_empty() {
        return html! {};
    }
    let rows = all.iter().take(MOST).filter_map(|(one, by)| row(cx, *one, *by)).collect();
    let note = texts.oversight_count_accepted(many(all.len()));
    section(
        "accepterade",
        texts.oversight_accepted(),
        &note,
        &table(cx, "accepterade-tabell", rows),
    )
}

/// Committees beside each other, in short.
fn compared(cx: &Cx<'_, '_>, all: &OfBodies) -> Markup {
    let texts = cx.texts();
    let Some(period) = all.periods.first().copied() else { return html! {} };
    let rows = compare::beside(cx, all, period);
    let body = html! {
        p { (compare::finding(cx, &rows, period)) }
        (compare::table(cx, &rows))
        p.block { a href=(compare::URL) { (texts.oversight_compare_more()) } }
    };
    section("jamforda", texts.oversight_compare(), "", &body)
}
