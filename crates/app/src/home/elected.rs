//! Min sida of an elected: what to read before the meeting. Nothing here can be edited.

use domain::followup::AtHand;
use domain::ids::OrgUnitId;
use maud::{Markup, Render, html};

use super::collection::{Collection, collections_behind, waiting};
use super::goals::{goals, goals_of};
use super::hero::{hero, own_thread};
use super::{many, nth_id, year};
use crate::cx::Cx;
use crate::followup::{about, at_hand};
use crate::i18n::Language;
use crate::steering::genitive;
use crate::web::error::AppError;
use crate::web::ui::{Button, Due, button_link};

pub(super) fn body(cx: &mut Cx<'_, '_>, home: OrgUnitId) -> Result<Markup, AppError> {
    let texts = cx.texts();
    let name = cx.structure.organisation.name(home).to_owned();
    let rounds = at_hand(cx)?;
    let collected = collections_behind(cx, &rounds.open, home)?;
    let all = goals_of(cx, home);
    let owners = match cx.language() {
        Language::Swedish => genitive(&name),
        Language::English => name.clone(),
    };
    let list = goals(cx, &texts.home_goals_of(owners), &all)?;
    let side = year::section(cx)?;
    let has_been = rounds.shown().is_some();
    let sentence = if all.is_empty() {
        texts.home_before_first_meeting().to_owned()
    } else {
        texts.home_before_meeting_sentence(many(all.len()), &name)
    };
    let hero = hero(cx, sentence, own_thread(cx, home));
    let (since, changed) = super::changed(cx, Some(home))?;
    let changed = html! { a href=(changed) { (since) } };
    let mut cards: Vec<Markup> =
        collected.iter().map(|collected| card(cx, home, (collected, &rounds), &changed)).collect();
    if cards.is_empty() {
        cards.push(without_collection(cx, home, has_been, &changed));
    }
    Ok(html! {
        (hero)
        div.wrap.with-side {
            div { @for card in &cards { (card) } (list) }
            aside.side aria-label=(texts.home_year()) { (side) }
        }
    })
}

/// What to read of a round that is open.
fn card(
    cx: &Cx<'_, '_>,
    home: OrgUnitId,
    (collected, rounds): (&Collection, &AtHand),
    changed: &Markup,
) -> Markup {
    let texts = cx.texts();
    let (done, all) = collected.handed_in();
    let title = super::round_title(&collected.round);
    let read = about(&format!("/folja-upp/namnd/{home}"), &collected.round, rounds);
    let pdf = about(&format!("/rapport/{home}/pdf"), &collected.round, rounds);
    Due {
        id: nth_id("infor-sammantradet", collected.nth),
        title: texts.home_before_meeting().to_owned(),
        lead: format!(
            "{title}. {}. {}",
            texts.home_accounts_done(all, done),
            waiting(texts, collected)
        ),
        knots: Some(collected.knots(texts)),
        end: html! {
            (button_link(Button::Onward, &read, texts.home_read_follow_up()))
            (button_link(Button::Secondary, &pdf, texts.home_read_pdf()))
            (changed)
        },
        ..Due::default()
    }
    .render()
}

/// What to read while nobody collects: what was followed up last, else the thread.
fn without_collection(
    cx: &Cx<'_, '_>,
    home: OrgUnitId,
    has_been: bool,
    changed: &Markup,
) -> Markup {
    let texts = cx.texts();
    let lead = if has_been {
        format!("{}.", texts.home_follow_up_of(cx.structure.organisation.name(home)))
    } else {
        format!("{}. {}", texts.followup_no_round(), texts.followup_no_round_text())
    };
    Due {
        id: "infor-sammantradet".to_owned(),
        title: texts.home_before_meeting().to_owned(),
        lead,
        end: html! {
            @if has_been {
                (button_link(Button::Onward, &format!("/folja-upp/namnd/{home}"), texts.home_read_follow_up()))
                (button_link(Button::Secondary, &format!("/rapport/{home}/pdf"), texts.home_read_pdf()))
                (changed)
            } @else { (button_link(Button::Onward, "/trad", texts.home_follow_thread())) }
        },
        ..Due::default()
    }
    .render()
}
