//! Min sida of an elected: what to read before the meeting. Nothing here can be edited.

use domain::followup::AtHand;
use domain::ids::OrgUnitId;
use maud::{Markup, Render, html};

use super::collection::{Collection, collections_behind, waiting};
use super::goals::{Standing, goals_of};
use super::hero::{hero, own_thread};
use super::leader::owners_words;
use super::signals::{measures_of, seen_of, stands_out};
use super::{many, nth_id, summary, year};
use crate::cx::Cx;
use crate::followup::{about, at_hand};
use crate::i18n::date_short;
use crate::oversight::{self, Meetings, NEWS_URL, improving_way, meetings_of};
use crate::thread::weekday_and_day;
use crate::web::error::AppError;
use crate::web::ui::{Button, Due, button_link};
use crate::wheel::step_url;

pub(super) fn body(cx: &mut Cx<'_, '_>, home: OrgUnitId) -> Result<Markup, AppError> {
    let texts = cx.texts();
    let name = cx.structure.organisation.name(home).to_owned();
    let rounds = at_hand(cx)?;
    let collected = collections_behind(cx, &rounds.open, home)?;
    let all = goals_of(cx, home);
    let count = all.len();
    let standing = Standing::of(cx, all)?;
    let list = standing.section(cx, &texts.home_goals_of(owners_words(cx, home)));
    let ids = measures_of(cx, &standing.goals);
    let seen = seen_of(cx, home, &ids)?;
    let summary = summary::section_of(cx, home, &standing, collected.first())?;
    let side = year::section(cx)?;
    let has_been = rounds.shown().is_some();
    let sentence = if count == 0 {
        texts.home_before_first_meeting().to_owned()
    } else {
        texts.home_before_meeting_sentence(many(count), &name)
    };
    let hero = hero(cx, sentence, own_thread(cx, home));
    let meetings = meetings_of(cx, home)?;
    let changed = html! { a href=(NEWS_URL) { (texts.oversight_news()) } };
    let last = summary::changed_since(cx, &standing, &changed);
    let mut cards: Vec<Markup> =
        collected.iter().map(|collected| card(cx, home, (collected, &rounds))).collect();
    if cards.is_empty() {
        cards.push(without_collection(cx, home, has_been));
    }
    Ok(html! {
        (hero)
        div.wrap.with-side {
            div {
                @for card in &cards { (card) }
                (summary)
                (last)
                (list)
                (stands_out(texts, texts.home_stands_out(), home, &seen))
            }
            aside.side aria-label=(texts.home_year()) { (meeting(cx, home, &meetings)) (side) }
        }
    })
}

/// When the body meets next, and what is new until then.
fn meeting(cx: &Cx<'_, '_>, home: OrgUnitId, meetings: &Meetings) -> Markup {
    let texts = cx.texts();
    html! {
        section.section aria-labelledby="sammantrade" {
            h2 #sammantrade { (texts.oversight_next_meeting()) }
            @match &meetings.next {
                Some(step) => p {
                    b { (weekday_and_day(texts.language, step.content.due_on)) } br;
                    a href=(step_url(step.id)) { (step.content.title) }
                },
                None => p.soft { (texts.home_no_meeting()) },
            }
            p { a href=(NEWS_URL) { (texts.oversight_news()) } }
            p { a href=(oversight::URL) { (texts.oversight_title()) } }
            @if let Some(way) = improving_way(cx, home) { p { a href=(way) { (texts.oversight_improving()) } } }
            p { a href=(crate::challenges::URL) { (texts.challenges_title()) } }
        }
    }
}

/// What to read of a round that is open.
fn card(cx: &Cx<'_, '_>, home: OrgUnitId, (collected, rounds): (&Collection, &AtHand)) -> Markup {
    let texts = cx.texts();
    let (done, all) = collected.handed_in();
    let title = super::round_title(&collected.round);
    let read = about(&format!("/folja-upp/namnd/{home}"), &collected.round, rounds);
    let pdf = about(&format!("/rapport/{home}/pdf"), &collected.round, rounds);
    Due {
        id: nth_id("infor-sammantradet", collected.nth),
        title: texts.home_before_meeting().to_owned(),
        deadline: texts.home_closes(date_short(texts.language, collected.round.closes_on)),
        lead: format!(
            "{title}. {}. {}",
            texts.home_accounts_done(all, done),
            waiting(texts, collected)
        ),
        knots: Some(collected.knots(texts)),
        end: html! {
            (button_link(Button::Onward, &read, texts.home_read_follow_up()))
            (button_link(Button::Secondary, &pdf, texts.home_read_pdf()))
        },
        ..Due::default()
    }
    .render()
}

/// What to read while nobody collects: what was followed up last, else the thread.
fn without_collection(cx: &Cx<'_, '_>, home: OrgUnitId, has_been: bool) -> Markup {
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
            } @else { (button_link(Button::Onward, "/trad", texts.home_follow_thread())) }
        },
        ..Due::default()
    }
    .render()
}
