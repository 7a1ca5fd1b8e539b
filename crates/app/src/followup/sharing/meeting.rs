//! What an account says back to those who work there: one page to show at the staff meeting, in large
//! text, with nobody's name on it.

use std::collections::BTreeSet;

use domain::followup::PartKind;
use domain::fulfilment::Fulfilment;
use domain::ids::ElementId;
use domain::organisation::OrgLevelKind;
use maud::{Markup, html};

use super::super::reach::{Found, find};
use super::super::store::{self, Part};
use super::super::url;
use super::super::words::{level_symbol, level_word, part_title};
use crate::cx::Cx;
use crate::frame::Nav;
use crate::i18n::date_short;
use crate::web::error::Answer;
use crate::web::response::Response;
use crate::web::ui::{PageHead, Stop, breadcrumb_thread, page_header, section, status};

/// Deviations and goals that are told; a page has room for no more.
const MOST: usize = 6;

/// Shows the page; what is not handed in has nothing to give back yet.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let found = find(cx)?;
    let account = &found.account;
    if !account.state.is_handed_in() {
        return Ok(Response::see_other(&url(account.id)));
    }
    let parts = store::parts_of(cx.tx, account.id)?;
    let remedies = store::remedies_of(cx.tx, account.id)?;
    let chosen: BTreeSet<ElementId> = remedies.into_values().flatten().collect();
    let texts = cx.texts();
    let unit = cx.structure.organisation.name(account.org_unit).to_owned();
    let head = PageHead {
        eyebrow: unit.clone(),
        title: texts.together_meeting().to_owned(),
        lead: texts.together_meeting_lead(&found.round.title),
        end: None,
    };
    let stops =
        [Stop::to(format!("{}/las", url(account.id)), &unit), Stop::here(texts.together_meeting())];
    let body = html! {
        div.wrap.page.meeting {
            (breadcrumb_thread(texts.web_thread_label(), &stops))
            (page_header(&head))
            (section("sagt", texts.together_meeting_said(), "", &said(cx, &parts)))
            (went_well(cx, &parts))
            (section("gor", texts.together_meeting_follows(), "", &follows(cx, &chosen)))
            (section("nu", texts.together_meeting_now(), "", &now(cx, &found)))
            p.fine.no-print { (texts.together_meeting_print()) }
        }
    };
    Ok(cx.page(texts.together_meeting(), Nav::FollowUp, &body))
}

/// The summary, and each thing that stands out in its own words.
fn said(cx: &Cx<'_, '_>, parts: &[Part]) -> Markup {
    let texts = cx.texts();
    let summary = parts.iter().find(|part| part.kind == PartKind::Summary);
    let told: Vec<&Part> = parts
        .iter()
        .filter(|part| part.kind != PartKind::Summary && !went(part))
        .filter(|part| {
            !part.text.is_empty() && (part.is_deviation() || part.kind == PartKind::Goal)
        })
        .take(MOST)
        .collect();
    html! {
        @if let Some(summary) = summary.filter(|part| !part.text.is_empty()) { p.lead { (summary.text) } }
        @for part in told {
            h3 { (part_title(texts, part)) }
            (judged(cx, part))
            p { (part.text) }
        }
    }
}

fn judged(cx: &Cx<'_, '_>, part: &Part) -> Markup {
    html! {
        @if let Some(level) = part.level.filter(|_| part.kind == PartKind::Goal) {
            p { (status(level_symbol(level), &level_word(cx.texts(), &cx.structure, part, (level, &part.scale_level)))) }
        }
    }
}

/// Whether the part tells of something that went well.
fn went(part: &Part) -> bool {
    part.kind == PartKind::Goal && part.level == Some(Fulfilment::Achieved)
}

/// Goals that are reached, and how much goes as expected; nothing when nothing does.
fn went_well(cx: &Cx<'_, '_>, parts: &[Part]) -> Markup {
    let texts = cx.texts();
    let reached: Vec<&Part> = parts.iter().filter(|part| went(part)).take(MOST).collect();
    let usual = parts.iter().filter(|part| part.is_usual()).count();
    if reached.is_empty() && usual == 0 {
        return html! {};
    }
    let body = html! {
        @for part in reached {
            h3 { (part_title(texts, part)) }
            (judged(cx, part))
            @if !part.text.is_empty() { p { (part.text) } }
        }
        @if usual > 0 { p { (texts.together_meeting_usual(i64::try_from(usual).unwrap_or(i64::MAX))) } }
    };
    section("bra", texts.together_meeting_went_well(), "", &body)
}

/// What is done about it, and by when; whoever answers for it is not named.
fn follows(cx: &Cx<'_, '_>, chosen: &BTreeSet<ElementId>) -> Markup {
    let texts = cx.texts();
    let mut work: Vec<_> = chosen.iter().filter_map(|id| cx.structure.element(*id)).collect();
    work.sort_by_cached_key(|work| (work.ends_on, crate::i18n::sort_key(&work.title)));
    html! {
        @if work.is_empty() { p { (texts.together_meeting_no_work()) } }
        @else {
            ul {
                @for work in work {
                    li {
                        @match work.ends_on {
                            Some(day) => (texts.together_meeting_until(date_short(texts.language, day), &work.title)),
                            None => (work.title),
                        }
                    }
                }
            }
        }
    }
}

/// Who reads it now, by what they are and not by name.
fn now(cx: &Cx<'_, '_>, found: &Found) -> Markup {
    let texts = cx.texts();
    let organisation = &cx.structure.organisation;
    let unit = found.account.org_unit;
    let above = organisation.get(unit).and_then(|unit| unit.parent);
    let committee =
        organisation.nearest(unit, OrgLevelKind::Committee).filter(|id| Some(*id) != above);
    html! {
        @if let Some(above) = above {
            @let above = organisation.name(above);
            p {
                @if found.account.state == domain::followup::AccountState::Approved { (texts.together_meeting_approved(above)) }
                @else { (texts.together_meeting_waits(above)) }
            }
        }
        @if let Some(committee) = committee { p { (texts.together_meeting_committee(organisation.name(committee))) } }
        p { (texts.together_meeting_next()) }
    }
}
