//! What has stood in a part before, for those who write in it: nothing that was saved is lost, whoever
//! wrote after.

use std::collections::BTreeSet;

use maud::{Markup, html};

use super::reach::{find_to_write, part_of};
use super::store::{self, Aside, Saved};
use super::words::moment_words;
use super::{part_url, url};
use crate::cx::Cx;
use crate::frame::Nav;
use crate::web::error::Answer;
use crate::web::ui::{
    PageHead, Stop, Tone, breadcrumb_thread, empty_state, page_header, quote, tag,
};

/// Texts on the page.
const MOST: usize = 30;
/// What one person saves while writing is one text: of what came closer than this to the text shown
/// after it, in microseconds, nothing is shown.
const ONE_SITTING: i64 = 2 * 60 * 1_000_000;

/// Where they are shown.
pub(super) fn address(part: &str) -> String {
    format!("{part}/tidigare")
}

/// Shows them.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let found = find_to_write(cx)?;
    let parts = store::parts_of(cx.tx, found.account.id)?;
    let part = part_of(cx, &parts)?;
    let saved = store::saved_texts(cx.tx, part.id)?;
    let before = before(&part.text, saved);
    let texts = cx.texts();
    let title = texts.followup_earlier_title();
    let unit = cx.structure.organisation.name(found.account.org_unit);
    let stops = [
        Stop::to(url(found.account.id), unit),
        Stop::to(part_url(found.account.id, part.id), &part.title),
        Stop::here(title),
    ];
    let head = PageHead {
        title: title.to_owned(),
        lead: texts.followup_earlier_lead().to_owned(),
        ..PageHead::default()
    };
    let body = html! {
        div.wrap.page {
            (breadcrumb_thread(texts.web_thread_label(), &stops))
            (page_header(&head))
            @if before.is_empty() {
                (empty_state(texts.followup_earlier_none(), texts.followup_earlier_none_text(), None))
            }
            @for one in before.iter().take(MOST) { (line(cx, one)) }
        }
    };
    Ok(cx.page(title, Nav::FollowUp, &body))
}

fn line(cx: &Cx<'_, '_>, one: &Saved) -> Markup {
    let when = moment_words(cx.app, cx.texts(), one.at);
    html! {
        div.block {
            (quote(&one.text, &html! { (one.person_name) ", " (when) }))
            @match one.aside {
                Some(Aside::Overtaken) => { (tag(Tone::Neutral, cx.texts().followup_earlier_aside())) }
                Some(Aside::Locked) => { (tag(Tone::Neutral, cx.texts().followup_earlier_locked())) }
                None => {}
            }
        }
    }
}

/// What stood before what stands now, the latest first: the last of each sitting, and nothing twice
/// in a row. What never held stands among them, but for what held after all and the steps on the way to it.
fn before(now: &str, saved: Vec<Saved>) -> Vec<Saved> {
    let held: BTreeSet<String> =
        saved.iter().filter(|one| one.aside.is_none()).map(|one| one.text.clone()).collect();
    let mut kept: Vec<Saved> = Vec::new();
    let mut sitting: Option<(String, i64)> = None;
    for one in saved {
        if one.aside.is_some() {
            let is_step = kept.iter().any(|later| {
                later.aside.is_some()
                    && later.person_name == one.person_name
                    && later.text.starts_with(&one.text)
            });
            if one.text != now && !is_step && !held.contains(&one.text) {
                kept.push(one);
            }
            continue;
        }
        let continues = sitting
            .as_ref()
            .is_some_and(|(who, at)| *who == one.person_name && at - one.at < ONE_SITTING);
        if continues {
            continue;
        }
        sitting = Some((one.person_name.clone(), one.at));
        let newer = kept.iter().rfind(|one| one.aside.is_none());
        let newer = newer.map_or(now, |last| last.text.as_str());
        if !one.text.trim().is_empty() && one.text != newer {
            kept.push(one);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    const MINUTE: i64 = 60 * 1_000_000;

    fn saved(who: &str, minute: i64, text: &str) -> Saved {
        let (text, person_name) = (text.to_owned(), who.to_owned());
        Saved { text, person_name, at: minute * MINUTE, aside: None }
    }

    #[test]
    fn what_never_held_is_shown_unless_it_held_after_all() {
        let why = Some(Aside::Overtaken);
        let aside = |text| Saved { aside: why, ..saved("Sofia", 5, text) };
        let first = saved("Amira", 1, "Mina ord");
        let all = vec![saved("Amira", 9, "Allt"), aside("Sofias ord"), first.clone()];
        let texts = |saved| -> Vec<String> {
            before("Allt", saved).into_iter().map(|one| one.text).collect()
        };
        assert_eq!(texts(all), ["Sofias ord", "Mina ord"]);
        assert_eq!(texts(vec![saved("Amira", 9, "Allt"), aside("Allt"), first]), ["Mina ord"]);
    }

    #[test]
    fn the_last_of_each_sitting_is_kept_and_what_stands_now_is_not() {
        let all = vec![
            saved("Lena", 90, "Hennes ord"),
            saved("Amira", 61, "Mina ord, hela"),
            saved("Amira", 60, "Mina ord"),
            saved("Amira", 20, "Första försöket"),
            saved("Amira", 19, ""),
        ];
        let texts: Vec<String> =
            before("Hennes ord", all).into_iter().map(|one| one.text).collect();
        assert_eq!(texts, ["Mina ord, hela", "Första försöket"]);
    }

    #[test]
    fn a_long_time_of_writing_is_shown_in_steps() {
        let all = (0..10).rev().map(|minute| saved("Amira", minute, &format!("Ord {minute}")));
        let texts: Vec<String> =
            before("Ord 9", all.collect()).into_iter().map(|one| one.text).collect();
        assert_eq!(texts, ["Ord 7", "Ord 5", "Ord 3", "Ord 1"]);
    }

    #[test]
    fn what_another_wrote_in_between_hides_nothing() {
        let all = vec![
            saved("Lena", 3, "Hennes ord"),
            saved("Amira", 2, "Mina ord"),
            saved("Lena", 1, "Hennes första"),
        ];
        assert_eq!(before("Hennes ord", all).len(), 2);
        assert!(before("Ord", vec![saved("Amira", 1, "Ord")]).is_empty());
    }
}
