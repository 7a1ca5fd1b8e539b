//! Calendars to subscribe to: the ones a person has, making one, and ending one.

use domain::ids::{FeedId, OrgUnitId};
use maud::{Markup, html};

use super::store::{self, Feed};
use super::{key, url};
use crate::cx::Cx;
use crate::frame::Nav;
use crate::i18n::date;
use crate::web::error::{Answer, OrNotFound};
use crate::web::response::Response;
use crate::web::ui::{
    Button, PageHead, Setting, Stop, Tone, breadcrumb_thread, button, button_link, notice,
    page_header, section, settings_list,
};

/// The org unit that a calendar is asked for; none for the person's own.
fn asked(cx: &Cx<'_, '_>, text: &str) -> Answer<Option<OrgUnitId>> {
    if text.is_empty() {
        return Ok(None);
    }
    let org_unit: OrgUnitId = text.parse().ok().or_not_found()?;
    cx.structure.organisation.get(org_unit).or_not_found()?;
    Ok(Some(org_unit))
}

/// Shows the person's calendars and how one is made.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let about = asked(cx, cx.req.query.text("enhet"))?;
    let feeds = store::feeds_of(cx.tx, cx.person_id()?)?;
    let body = page(cx, about, &feeds);
    Ok(cx.page(cx.texts().wheel_subscribe(), Nav::Plan, &body))
}

/// Makes a calendar and shows its address, once. The one it replaces ends.
pub(super) fn open(cx: &mut Cx<'_, '_>) -> Answer {
    let about = asked(cx, cx.req.form.text("enhet"))?;
    let (person, now) = (cx.person_id()?, cx.visit.now);
    for old in store::feeds_of(cx.tx, person)?.iter().filter(|feed| feed.org_unit == about) {
        store::revoke(cx.tx, old, now)?;
    }
    let secret = key::new(&*cx.app.entropy);
    let feed = Feed { id: cx.new_id::<FeedId>(), person, org_unit: about, at: now };
    store::insert_feed(cx.tx, &feed, key::digest(&secret))?;
    let scheme = if cx.app.settings.plain_http { "http" } else { "https" };
    let address = format!("{scheme}://{}/kalender/{secret}/arshjul.ics", cx.req.header("host"));
    let body = made(cx, about, &address);
    Ok(cx.page(cx.texts().wheel_feed_made(), Nav::Plan, &body))
}

/// Ends one of the person's own calendars.
pub(super) fn close(cx: &mut Cx<'_, '_>) -> Answer {
    let id: FeedId = cx.req.param("id").or_not_found()?;
    let feeds = store::feeds_of(cx.tx, cx.person_id()?)?;
    let feed = feeds.into_iter().find(|feed| feed.id == id).or_not_found()?;
    store::revoke(cx.tx, &feed, cx.visit.now)?;
    Ok(Response::see_other("/arshjul/kalender"))
}

fn name<'c>(cx: &'c Cx<'_, '_>, about: Option<OrgUnitId>) -> &'c str {
    match about {
        Some(unit) => cx.structure.organisation.name(unit),
        None => cx.texts().wheel_feed_yours(),
    }
}

fn page(cx: &Cx<'_, '_>, about: Option<OrgUnitId>, feeds: &[Feed]) -> Markup {
    let texts = cx.texts();
    let stops = [Stop::to("/arshjul", texts.wheel_all()), Stop::here(texts.wheel_subscribe())];
    let head = PageHead {
        title: texts.wheel_subscribe().to_owned(),
        lead: texts.wheel_subscribe_lead().to_owned(),
        ..PageHead::default()
    };
    let offered: Vec<Option<OrgUnitId>> = std::iter::once(None).chain(about.map(Some)).collect();
    let choices: Vec<Setting> = offered.into_iter().map(|one| offer(cx, one, feeds)).collect();
    html! {
        div.wrap.page {
            (breadcrumb_thread(texts.web_thread_label(), &stops))
            (page_header(&head))
            (section("ny", texts.wheel_feed_new(), "", &settings_list(&choices)))
            @if !feeds.is_empty() {
                (section("oppna", texts.wheel_feed_open(), "", &html! {
                    p.soft { (texts.wheel_feed_open_text()) }
                    (settings_list(&feeds.iter().map(|feed| kept(cx, feed)).collect::<Vec<_>>()))
                }))
            }
        }
    }
}

/// A calendar that can be made, or made anew.
fn offer(cx: &Cx<'_, '_>, about: Option<OrgUnitId>, feeds: &[Feed]) -> Setting {
    let texts = cx.texts();
    let again = feeds.iter().any(|feed| feed.org_unit == about);
    let words = if again { texts.wheel_feed_again() } else { texts.wheel_feed_make() };
    let note =
        if about.is_some() { texts.wheel_feed_unit_text() } else { texts.wheel_feed_own_text() };
    Setting {
        title: name(cx, about).to_owned(),
        note: note.to_owned(),
        end: html! {
            form method="post" action="/arshjul/kalender" {
                @if let Some(unit) = about { input type="hidden" name="enhet" value=(unit); }
                (button(Button::Small, words, None))
            }
        },
    }
}

/// A calendar that is open, with the way to end it.
fn kept(cx: &Cx<'_, '_>, feed: &Feed) -> Setting {
    let texts = cx.texts();
    let since = date(texts.language, cx.app.clock.local(feed.at).date());
    Setting {
        title: name(cx, feed.org_unit).to_owned(),
        note: texts.wheel_feed_since(since),
        end: html! {
            form method="post" action={"/arshjul/kalender/" (feed.id) "/stang"} {
                (button(Button::SmallSecondary, texts.wheel_feed_close(), None))
            }
        },
    }
}

/// The address of a calendar that has just been made.
fn made(cx: &Cx<'_, '_>, about: Option<OrgUnitId>, address: &str) -> Markup {
    let texts = cx.texts();
    let head = PageHead {
        eyebrow: name(cx, about).to_owned(),
        title: texts.wheel_feed_made().to_owned(),
        lead: texts.wheel_feed_made_lead().to_owned(),
        end: None,
    };
    let back = about.map_or_else(|| "/arshjul".to_owned(), |unit| url(unit, cx.today().year()));
    html! {
        div.wrap.page {
            (page_header(&head))
            div.form {
                label.sr for="adress" { (texts.wheel_feed_address()) }
                input.input.one-time #adress type="text" readonly value=(address) autocomplete="off";
                (notice(Tone::Neutral, texts.wheel_feed_once(), &html! { p { (texts.wheel_feed_once_text()) } }))
                p.row { (button_link(Button::Primary, &back, texts.wheel_feed_back())) }
            }
        }
    }
}
