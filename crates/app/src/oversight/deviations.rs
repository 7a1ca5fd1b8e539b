//! What does not go as decided: what nothing is done about, what something is done about, and what
//! has been accepted.

use domain::ids::OrgUnitId;
use maud::{Markup, html};

use super::deviating::{Deviation, deviating};
use super::deviation_rows::{row, table};
use super::page::{many, stops};
use super::scope::{Scope, bodies};
use super::sorted::Sorted;
use crate::acceptance::store::{Accepted, holding};
use crate::cx::Cx;
use crate::frame::Nav;
use crate::web::error::{Answer, OrNotFound};
use crate::web::ui::{
    Filter, Filters, Link, PageHead, Pagination, empty_state, filter_pills, page_header,
    pagination, segmented,
};

/// Where the page is.
pub(super) const URL: &str = "/uppsikt/avvikelser";
/// Rows to a page.
const PAGE_ROWS: usize = 200;

/// Which of them are asked for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Which {
    Without,
    With,
    Accepted,
}

impl Which {
    const ALL: [Self; 3] = [Self::Without, Self::With, Self::Accepted];

    fn code(self) -> &'static str {
        match self {
            Self::Without => "",
            Self::With => "med",
            Self::Accepted => "accepterade",
        }
    }
}

fn address(which: Which, within: Option<OrgUnitId>) -> String {
    let parts = [
        (which != Which::Without).then(|| format!("visa={}", which.code())),
        within.map(|unit| format!("enhet={unit}")),
    ];
    let query: Vec<String> = parts.into_iter().flatten().collect();
    if query.is_empty() { URL.to_owned() } else { format!("{URL}?{}", query.join("&")) }
}

/// The org unit that the address narrows to.
fn within(cx: &Cx<'_, '_>) -> Answer<Option<OrgUnitId>> {
    match cx.req.query.text("enhet") {
        "" => Ok(None),
        asked => {
            let asked: OrgUnitId = asked.parse().ok().or_not_found()?;
            cx.structure.organisation.get(asked).or_not_found()?;
            Ok(Some(asked))
        }
    }
}

/// Shows it.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let within = within(cx)?;
    let asked = cx.req.query.text("visa");
    let which = Which::ALL.into_iter().find(|one| one.code() == asked).unwrap_or(Which::Without);
    let deviating = deviating(cx)?;
    let today = cx.today();
    let holding = holding(cx.tx, today)?;
    let scope = Scope::of(cx);
    let sorted = Sorted::of(cx, &scope, within, &deviating, &holding);
    let texts = cx.texts();
    let title = texts.oversight_deviations();
    let head = PageHead {
        title: title.to_owned(),
        lead: texts.oversight_deviations_lead().to_owned(),
        ..PageHead::default()
    };
    let page = Page { cx, which, within };
    let body = html! {
        div.wrap.page {
            (stops(cx, title))
            (page_header(&head))
            (page.choices(&scope, &sorted))
            (page.list(&sorted))
            p.block { a.csv href={(URL) ".csv"} download { (texts.oversight_csv()) } }
        }
    };
    Ok(cx.page(title, Nav::FollowUp, &body))
}

struct Page<'p, 'a, 'c> {
    cx: &'p Cx<'a, 'c>,
    which: Which,
    within: Option<OrgUnitId>,
}

impl Page<'_, '_, '_> {
    fn choices(&self, scope: &Scope, sorted: &Sorted<'_>) -> Markup {
        let texts = self.cx.texts();
        let views = Which::ALL.map(|which| {
            let words = match which {
                Which::Without => texts.oversight_view_without(many(sorted.without.len())),
                Which::With => texts.oversight_view_with(many(sorted.with.len())),
                Which::Accepted => {
                    texts.oversight_view_accepted(many(sorted.accepted.len() + sorted.calm.len()))
                }
            };
            Link::new(address(which, self.within), words)
        });
        let current = Which::ALL.iter().position(|which| *which == self.which).unwrap_or(0);
        let organisation = &self.cx.structure.organisation;
        let mut units: Vec<Option<OrgUnitId>> = vec![None];
        let seen = bodies(organisation, self.cx.today());
        units.extend(seen.into_iter().filter(|one| scope.sees(organisation, *one)).map(Some));
        if !units.contains(&self.within) {
            units.push(self.within);
        }
        let choices = units
            .iter()
            .map(|unit| {
                let words =
                    unit.map_or(texts.oversight_all_units(), |unit| organisation.name(unit));
                Link::new(address(self.which, *unit), words)
            })
            .collect();
        let chosen = units.iter().position(|unit| *unit == self.within).unwrap_or(0);
        let name = texts.oversight_column_body().to_owned();
        html! {
            div.row { (segmented(texts.oversight_deviations(), &views, current)) }
            @if units.len() > 2 {
                (filter_pills(&Filters {
                    label: texts.oversight_choose_body().to_owned(),
                    filters: vec![Filter::OneOf { name, choices, chosen }],
                    note: String::new(),
                }))
            }
        }
    }

    fn list(&self, sorted: &Sorted<'_>) -> Markup {
        let texts = self.cx.texts();
        let all: Vec<(Option<&Deviation>, Option<&Accepted>)> = match self.which {
            Which::Without => sorted.without.iter().map(|one| (Some(*one), None)).collect(),
            Which::With => sorted.with.iter().map(|one| (Some(*one), None)).collect(),
            Which::Accepted => {
                let both = sorted.accepted.iter().map(|(one, by)| (Some(*one), Some(*by)));
                both.chain(sorted.calm.iter().map(|by| (None, Some(*by)))).collect()
            }
        };
        if all.is_empty() {
            let (none, why) = match self.which {
                Which::Without => {
                    (texts.oversight_none_without(), texts.oversight_none_without_text())
                }
                Which::With => (texts.oversight_none_with(), texts.oversight_none_with_text()),
                Which::Accepted => {
                    (texts.oversight_none_accepted(), texts.oversight_none_accepted_text())
                }
            };
            return empty_state(none, why, None);
        }
        let last = all.len().div_ceil(PAGE_ROWS);
        let number: usize = self.cx.req.query.parsed("sida").unwrap_or(1).clamp(1, last);
        let shown = all.iter().skip((number - 1) * PAGE_ROWS).take(PAGE_ROWS);
        let rows = shown.filter_map(|(one, by)| row(self.cx, *one, *by)).collect();
        html! {
            (table(self.cx, "avvikelser", rows))
            @if last > 1 { (self.pages(number, last)) }
        }
    }

    fn pages(&self, number: usize, last: usize) -> Markup {
        let texts = self.cx.texts();
        let at = address(self.which, self.within);
        let join = if at.contains('?') { '&' } else { '?' };
        let to = |page: usize| format!("{at}{join}sida={page}");
        pagination(&Pagination {
            label: texts.web_pages().to_owned(),
            shown: texts.oversight_page(many(last), many(number)),
            previous: (number > 1).then(|| Link::new(to(number - 1), texts.web_previous())),
            next: (number < last).then(|| Link::new(to(number + 1), texts.web_next())),
            ..Pagination::default()
        })
    }
}
