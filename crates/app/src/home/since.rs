//! What has happened since a day, for who reviews: what bodies decided, and where a person judged
//! otherwise than the rule proposed.

use std::sync::Arc;

use domain::access::Action;
use domain::elements::{Element, Unwell};
use jiff::civil::Date;
use maud::{Markup, html};

use super::{many, store};
use crate::assessment::Untold;
use crate::cx::Cx;
use crate::decisions::{decision_words, reference_words};
use crate::elements;
use crate::health;
use crate::thread::short_day;
use crate::web::error::AppError;
use crate::web::ui::{Column, DatedItem, Row, Table, dates, section};

/// Lines of each kind.
const MOST: i64 = 4;
/// Goals in the list of those that nothing follows up.
const MOST_GOALS: usize = 6;

/// The section of what has happened since a day; `all` leads to everything that has changed.
pub(super) fn section_of(
    cx: &mut Cx<'_, '_>,
    (from, title): (Date, &str),
    all: &str,
) -> Result<Markup, AppError> {
    let (texts, today, language) = (cx.texts(), cx.today(), cx.language());
    let structure = cx.structure.clone();
    let mut found: Vec<(Date, String, Option<String>)> = Vec::new();
    for decision in crate::decisions::store::latest(cx.tx, MOST)?.into_values() {
        if decision.decided_on < from || decision.decided_on > today {
            continue;
        }
        let body = structure.organisation.name(decision.body);
        let reference = reference_words(texts, &decision);
        let words = texts.home_since_decided(decision_words(texts, body, &decision));
        let words = if reference.is_empty() { words } else { format!("{words}, {reference}") };
        found.push((decision.decided_on, words, None));
    }
    let differing = store::latest_differing(cx.tx, MOST)?;
    let places = differing.iter().filter(|one| !one.between_stages);
    let places: Vec<_> = places.map(|one| (one.element, one.org_unit)).collect();
    let untold = Untold::of_visitor(cx, &structure, places)?;
    for one in differing {
        let day = cx.app.clock.local(one.at).date();
        if untold.keeps((one.element, one.org_unit), day) {
            continue;
        }
        let told = |one: &&Arc<Element>| day >= from && cx.can(Action::Audit, one.owner);
        let Some(element) = structure.element(one.element).filter(told) else { continue };
        let words = texts.home_since_differs(&element.title);
        found.push((day, words, Some(elements::url(element))));
    }
    found.sort_by_key(|(day, ..)| std::cmp::Reverse(*day));
    let items: Vec<DatedItem> = found
        .into_iter()
        .map(|(day, content, url)| DatedItem {
            iso: day.to_string(),
            day: short_day(language, day, today),
            content,
            url,
        })
        .collect();
    let body = html! {
        @if items.is_empty() { p.soft { (texts.home_since_none()) } } @else { (dates(&items)) }
        p { a href=(all) { (texts.home_since_all()) } }
    };
    Ok(section("andrat", title, "", &body))
}

/// Goals that nothing measures and no other goal takes further: nobody will be able to tell how
/// they went.
pub(super) fn not_followed_up(cx: &Cx<'_, '_>) -> Markup {
    let texts = cx.texts();
    let structure = &cx.structure;
    let count = structure.health().count(Unwell::Unmeasured);
    if count == 0 {
        return html! {};
    }
    let found = structure.unwell(Unwell::Unmeasured).filter(|one| cx.may_see(one));
    let rows = found
        .take(MOST_GOALS)
        .map(|element| {
            Row::new(vec![
                html! { a href=(elements::url(element)) { (element.title) } },
                html! { (structure.organisation.name(element.owner)) },
            ])
        })
        .collect();
    let columns = [texts.home_goal(), texts.home_owner()].map(Column::text).to_vec();
    let title = texts.home_not_followed_up();
    let table =
        Table { hide_caption: true, ..Table::new("utan-uppfoljning", title, columns, rows) };
    let body = html! {
        (table)
        p { a href=(health::url(Unwell::Unmeasured.into())) { (texts.home_see_all(many(count))) } }
    };
    section("utan-uppfoljning-rubrik", title, texts.home_not_followed_up_note(), &body)
}
