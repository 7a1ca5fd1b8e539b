//! The organisation as a tree, with what has ended on demand.

use domain::access::Action;
use domain::ids::OrgUnitId;
use domain::organisation::{OrgUnit, Organisation};
use jiff::civil::Date;
use maud::html;

use super::page::level_name;
use crate::cx::Cx;
use crate::frame::Nav;
use crate::i18n::date_short;
use crate::web::error::Answer;
use crate::web::ui::{
    Branch, Button, Link, PageHead, Tone, button_link, page_header, segmented, tag, tree,
};

/// Levels that are unfolded from the start.
const OPEN_LEVELS: usize = 2;
/// More org units than this and the tree is folded below its top.
const MOST_OPEN: usize = 120;

/// Shows the tree.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let texts = cx.texts();
    let organisation = cx.structure.organisation.clone();
    let today = cx.today();
    let all = cx.req.query.text("visa") == "alla";
    let (now, ended) = organisation.all().fold((0_usize, 0_usize), |(now, ended), unit| {
        if is_shown(unit, today, false) { (now + 1, ended) } else { (now, ended + 1) }
    });
    let open = if now > MOST_OPEN { 1 } else { OPEN_LEVELS };
    let branches: Vec<Branch> = organisation
        .roots()
        .iter()
        .filter_map(|root| branch(cx, &organisation, *root, (all, 0, open)))
        .collect();
    let top = organisation.roots().first().copied().filter(|top| cx.can(Action::Organise, *top));
    let head = PageHead {
        title: texts.reorganisation_title().to_owned(),
        lead: texts.reorganisation_lead(i64::try_from(now).unwrap_or(0)),
        end: top.map(|top| {
            button_link(
                Button::Primary,
                &format!("{}/ny", super::url(top)),
                texts.reorganisation_new(),
            )
        }),
        ..PageHead::default()
    };
    let views = [
        Link::new("/organisation", texts.reorganisation_show_now()),
        Link::new(
            "/organisation?visa=alla",
            texts.reorganisation_show_all(i64::try_from(ended).unwrap_or(0)),
        ),
    ];
    let body = html! {
        div.wrap.page {
            (page_header(&head))
            @if ended > 0 { div.row { (segmented(texts.reorganisation_view(), &views, usize::from(all))) } }
            (tree(&branches))
        }
    };
    Ok(cx.page(texts.reorganisation_title(), Nav::Settings, &body))
}

fn is_shown(unit: &OrgUnit, today: Date, all: bool) -> bool {
    all || unit.valid_to.is_none_or(|last| last >= today)
}

fn branch(
    cx: &Cx<'_, '_>,
    organisation: &Organisation,
    id: OrgUnitId,
    (all, depth, open): (bool, usize, usize),
) -> Option<Branch> {
    let unit = organisation.get(id)?;
    let below: Vec<Branch> = organisation
        .children(id)
        .iter()
        .filter_map(|child| branch(cx, organisation, *child, (all, depth + 1, open)))
        .collect();
    // An ended org unit with living ones under it must not hide them.
    if !is_shown(unit, cx.today(), all) && below.is_empty() {
        return None;
    }
    let texts = cx.texts();
    let content = html! { a href=(super::url(id)) { (unit.name) } " " span.fine { (level_name(cx, &unit.level)) } };
    let toggle = texts.reorganisation_below(&unit.name);
    let branch = Branch::with(content, toggle, below, depth < open);
    Some(match time_tag(cx, unit) {
        Some(words) => branch.end(tag(Tone::Neutral, &words)),
        None => branch,
    })
}

fn time_tag(cx: &Cx<'_, '_>, unit: &OrgUnit) -> Option<String> {
    let (texts, today) = (cx.texts(), cx.today());
    let day = |day: Date| {
        if day.year() == today.year() {
            date_short(cx.language(), day)
        } else {
            crate::i18n::date(cx.language(), day)
        }
    };
    match unit.valid_to {
        Some(last) if last < today => Some(texts.reorganisation_ended(day(last))),
        Some(last) => Some(texts.reorganisation_ends(day(last))),
        None if unit.valid_from > today => Some(texts.reorganisation_begins(day(unit.valid_from))),
        None => None,
    }
}
