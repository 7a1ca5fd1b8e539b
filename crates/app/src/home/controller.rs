//! Min sida of a controller: how the collection goes, what is not reached, and the thread's health.

use std::collections::BTreeSet;

use domain::access::Action;
use domain::followup::AtHand;
use domain::ids::OrgUnitId;
use maud::{Markup, Render, html};

use super::collection::{Collection, collections, waiting};
use super::first_steps::first_steps;
use super::goals::top_goals;
use super::hero::{hero, whole_thread};
use super::signals::{measures_of, seen_of, stands_out};
use super::{asked, many, nth_id, store, year};
use crate::cx::Cx;
use crate::elements;
use crate::followup::{about, at_hand, planned_words};
use crate::health;
use crate::thread::{shape_of, weekday_and_day};
use crate::web::error::AppError;
use crate::web::ui::{
    Button, Column, Due, Fact, Row, Table, button_link, empty_state, facts, section, status,
};

/// Goals in the list of what is not reached.
const MOST: i64 = 6;

pub(super) fn body(cx: &mut Cx<'_, '_>, home: OrgUnitId) -> Result<Markup, AppError> {
    let texts = cx.texts();
    let rounds = at_hand(cx)?;
    let collected = collections(cx, &rounds.open, home)?;
    let not_reached = not_reached(cx)?;
    let asked = asked::section_of(cx, home, &rounds)?;
    let goals = top_goals(cx);
    let ids = measures_of(cx, &goals);
    let seen = seen_of(cx, home, &ids)?;
    let side = year::section(cx)?;
    let health = health_part(cx)?;
    let sentence = match collected.first() {
        Some(collected) => {
            let (done, all) = collected.handed_in();
            texts.home_collection_sentence(
                all,
                weekday_and_day(texts.language, collected.round.due_on),
                done,
            )
        }
        None => texts.home_no_collection().to_owned(),
    };
    let hero = hero(cx, sentence, whole_thread(cx));
    let first_steps = first_steps(cx, &rounds)?;
    let by_administration = collected.first().map(|collected| {
        let table = collected.by_administration(texts, &cx.structure.organisation);
        section("forvaltningar", texts.home_by_administration(), "", &table)
    });
    Ok(html! {
        (hero)
        div.wrap.with-side {
            div {
                (first_steps)
                @for collected in &collected { (card(cx, collected, &rounds)) }
                @if collected.is_empty() { (no_collection(cx, &rounds)) }
                (super::oversight_way(texts))
                (asked)
                @if let Some(part) = by_administration { (part) }
                (stands_out(texts, texts.home_stands_out_all(), home, &seen))
                (not_reached)
            }
            aside.side aria-label=(texts.home_health()) { (health) (side) }
        }
    })
}

/// What to do where no round is open: the one that comes, or opening the first.
fn no_collection(cx: &Cx<'_, '_>, rounds: &AtHand) -> Markup {
    let texts = cx.texts();
    let planned = rounds.planned.as_ref().map(|round| planned_words(texts, round));
    let action = cx
        .can_everywhere(Action::Adopt)
        .then(|| button_link(Button::Secondary, "/folja-upp/ny", texts.followup_new_round()));
    let why = planned.as_deref().unwrap_or(texts.home_no_collection_text());
    empty_state(texts.home_no_collection(), why, action.as_ref())
}

fn card(cx: &Cx<'_, '_>, collected: &Collection, rounds: &AtHand) -> Markup {
    let texts = cx.texts();
    let (done, all) = collected.handed_in();
    Due {
        id: nth_id("insamling-kort", collected.nth),
        title: texts.home_collection_title(all, done),
        deadline: texts.home_hand_in(weekday_and_day(texts.language, collected.round.due_on)),
        lead: format!("{}. {}", super::round_title(&collected.round), waiting(texts, collected)),
        knots: Some(collected.knots(texts)),
        end: html! { (button_link(Button::Onward, &about("/folja-upp", &collected.round, rounds), texts.home_all_accounts())) },
        ..Due::default()
    }
    .render()
}

/// Goals that are not reached, wherever they are.
fn not_reached(cx: &mut Cx<'_, '_>) -> Result<Markup, AppError> {
    let texts = cx.texts();
    let structure = cx.structure.clone();
    let ids: BTreeSet<_> = store::not_reached(cx.tx, MOST)?.into_iter().collect();
    let said = crate::thread::store::said(cx.tx, &ids, &BTreeSet::new())?;
    let rows: Vec<Row> = ids
        .iter()
        .filter_map(|id| structure.element(*id))
        .filter(|element| element.is_current())
        .map(|element| {
            let (shape, word) = shape_of(texts, &structure, element, &said);
            Row::new(vec![
                html! { a href=(elements::url(element)) { (element.title) } },
                html! { (structure.organisation.name(element.owner)) },
                html! { (status(shape, &word)) },
            ])
        })
        .collect();
    if rows.is_empty() {
        return Ok(html! {});
    }
    let columns =
        [texts.home_goal(), texts.home_owner(), texts.home_state()].map(Column::text).to_vec();
    let title = texts.home_not_reached();
    let table =
        html! { (Table { hide_caption: true, ..Table::new("inte-natt", title, columns, rows) }) };
    Ok(section(
        "inte-natt-rubrik",
        title,
        "",
        &html! {
            (table)
            p { a href="/trad?avviker=1" { (texts.home_see_on_thread()) } }
        },
    ))
}

/// What is not well with the thread, counted in the picture.
pub(super) fn health_part(cx: &mut Cx<'_, '_>) -> Result<Markup, AppError> {
    let texts = cx.texts();
    let counts = health::open_counts(cx)?;
    let rows: Vec<Fact> = counts
        .iter()
        .map(|(rule, count)| {
            Fact::rich(health::name(texts, *rule), html! {
                @if *count == 0 { (texts.home_none()) } @else { a href=(health::url(*rule)) { (many(*count)) } }
            })
        })
        .collect();
    let is_well = counts.iter().all(|(_, count)| *count == 0);
    Ok(html! {
        section.section aria-labelledby="halsa" {
            h2 #halsa { (texts.home_health()) }
            @if !cx.structure.has_goals() {
                p.soft { (texts.home_health_empty()) }
                @if crate::app::may_somewhere(cx.visit, Action::Plan) {
                    p { a href="/planera" { (texts.home_health_empty_action()) } }
                }
            }
            @else if is_well { p.soft { (texts.home_health_well()) } }
            @else { (facts(&rows)) }
            p { a href="/trad/halsa" { (texts.home_health_all()) } }
        }
    })
}
