//! Org units on several pages, where they are more than one page has room for.

use domain::ids::OrgUnitId;
use domain::statistics::funnel::Standing;
use maud::Markup;

use super::many;
use super::standing::Stands;
use crate::cx::Cx;
use crate::i18n::Texts;
use crate::measures::list::PAGE_ROWS;
use crate::web::ui::{Link, Pagination, pagination};

/// Which page is asked for.
pub(super) fn asked(cx: &Cx<'_, '_>) -> usize {
    cx.req.query.parsed("sida").unwrap_or(1_usize).clamp(1, 10_000)
}

/// Whether they are more than one page has room for.
pub(super) fn are_many(all: usize) -> bool {
    all > PAGE_ROWS
}

/// What stands on a page.
pub(super) fn on_page<T>(all: Vec<T>, page: usize) -> impl Iterator<Item = T> {
    all.into_iter().skip((page - 1) * PAGE_ROWS).take(PAGE_ROWS)
}

/// The org units of a page; where they are many one's own and those that stand out come first.
pub(super) fn standing_on(all: &[Stands], own: OrgUnitId, page: usize) -> Vec<&Stands> {
    let mut ordered: Vec<&Stands> = all.iter().collect();
    if are_many(all.len()) {
        ordered.sort_by_key(|one| match one.standing {
            _ if one.unit == own => 0,
            Some(Standing::Differs(_)) => 1,
            Some(Standing::Watch(_)) => 2,
            Some(Standing::Usual) | None => 3,
        });
    }
    on_page(ordered, page).collect()
}

/// The ways to the other pages; nothing where there is one.
pub(super) fn ways(
    texts: Texts,
    (page, all): (usize, usize),
    address: impl Fn(usize) -> String,
) -> Markup {
    if !are_many(all) {
        return Markup::default();
    }
    let last = all.div_ceil(PAGE_ROWS);
    let previous = (page > 1).then(|| Link::new(address(page - 1), texts.web_previous()));
    let next = (page < last).then(|| Link::new(address(page + 1), texts.web_next()));
    pagination(&Pagination {
        label: texts.web_pages().to_owned(),
        shown: texts.measures_over_time_page(many(all), many(last), many(page)),
        previous,
        next,
        pages: Vec::new(),
        current: 0,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_one_page_has_no_room_for_stands_on_the_next() {
        assert!(!are_many(200) && are_many(201));
        let all: Vec<usize> = (0..450).collect();
        let pages: Vec<Vec<usize>> =
            (1..=4).map(|page| on_page(all.clone(), page).collect()).collect();
        let counts: Vec<usize> = pages.iter().map(Vec::len).collect();
        assert_eq!(counts, [200, 200, 50, 0]);
        assert_eq!(pages.concat(), all);
    }
}
