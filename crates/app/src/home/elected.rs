//! Min sida of an elected: what to read before the meeting. Nothing here can be edited.

use domain::ids::OrgUnitId;
use maud::{Markup, Render, html};

use super::collection::{collection, waiting};
use super::goals::{goals, goals_of};
use super::hero::{hero, own_thread};
use super::{many, year};
use crate::cx::Cx;
use crate::followup::at_hand;
use crate::i18n::Language;
use crate::steering::genitive;
use crate::web::error::AppError;
use crate::web::ui::{Button, Due, button_link};

pub(super) fn body(cx: &mut Cx<'_, '_>, home: OrgUnitId) -> Result<Markup, AppError> {
    let texts = cx.texts();
    let name = cx.structure.organisation.name(home).to_owned();
    let rounds = at_hand(cx)?;
    let collected = collection(cx, rounds.open.as_ref(), home)?;
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
    let (title, lead) = match &collected {
        Some(collected) => {
            let (done, all) = collected.handed_in();
            let lead =
                format!("{}. {}", texts.home_accounts_done(all, done), waiting(texts, collected));
            (super::round_title(&collected.round).to_owned(), lead)
        }
        None if has_been => (texts.home_follow_up_of(&name), String::new()),
        None => (texts.followup_no_round().to_owned(), texts.followup_no_round_text().to_owned()),
    };
    let (since, changed) = super::changed(cx, Some(home))?;
    let card = Due {
        id: "infor-sammantradet".to_owned(),
        title: texts.home_before_meeting().to_owned(),
        lead: format!("{title}. {lead}").trim_end().to_owned(),
        knots: collected.as_ref().map(|collected| collected.knots(texts)),
        end: html! {
            @if has_been {
                (button_link(Button::Onward, &format!("/folja-upp/namnd/{home}"), texts.home_read_follow_up()))
                (button_link(Button::Secondary, &format!("/rapport/{home}/pdf"), texts.home_read_pdf()))
                a href=(changed) { (since) }
            } @else { (button_link(Button::Onward, "/trad", texts.home_follow_thread())) }
        },
        ..Due::default()
    };
    Ok(html! {
        (hero)
        div.wrap.with-side {
            div { (card.render()) (list) }
            aside.side aria-label=(texts.home_year()) { (side) }
        }
    })
}
