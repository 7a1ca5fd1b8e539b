//! Who has handed in: the organisation as a tree of which only the opened branch is shown.

use std::collections::BTreeSet;

use domain::followup::Round;
use domain::ids::OrgUnitId;
use domain::oversight::Tally;
use maud::{Markup, html};

use super::branch::knots;
use super::collected::{Collected, collected};
use super::page::{due_or_closed, many, stops};
use super::scope::Scope;
use crate::cx::Cx;
use crate::followup::{asked_for, happened_notice, store::rounds};
use crate::frame::Nav;
use crate::web::error::{Answer, OrNotFound};
use crate::web::ui::{
    Branch, Fact, Filter, Filters, Link, PageHead, Pagination, empty_state, facts_across,
    filter_pills, page_header, pagination, progress_knots, section, tree,
};

/// Org units directly under the opened one to a page.
pub(super) const PAGE_ROWS: usize = 200;
/// Where the page is.
pub(super) const URL: &str = "/uppsikt/insamling";

/// Shows it.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let texts = cx.texts();
    let title = texts.oversight_collection();
    let Some(round) = asked_for(cx)? else {
        let body = html! {
            div.wrap.page {
                (stops(cx, title))
                (page_header(&PageHead { title: title.to_owned(), ..PageHead::default() }))
                (empty_state(texts.followup_no_round(), texts.followup_no_round_text(), None))
            }
        };
        return Ok(cx.page(title, Nav::FollowUp, &body));
    };
    let scope = Scope::of(cx);
    let structure = cx.structure.clone();
    let organisation = &structure.organisation;
    let opened = match cx.req.query.text("gren") {
        "" => scope.tops().first().copied(),
        asked => {
            let asked: OrgUnitId = asked.parse().ok().or_not_found()?;
            scope.sees(organisation, asked).then_some(()).or_not_found()?;
            Some(asked)
        }
    };
    let happened = if let Some(opened) = opened {
        happened_notice(cx, Some(opened), &round)?
    } else {
        html! {}
    };
    let collected = collected(cx, &round)?;
    let all = rounds(cx.tx)?;
    let mut open: BTreeSet<OrgUnitId> = opened.into_iter().collect();
    open.extend(opened.into_iter().flat_map(|unit| organisation.ancestors(unit)));
    let page = Page { cx, round: &round, collected: &collected, opened, open };
    let body = page.body(&scope, &all, &happened);
    Ok(cx.page(title, Nav::FollowUp, &body))
}

/// The page, of which the lines of the tree are drawn elsewhere.
pub(super) struct Page<'p, 'a, 'c> {
    pub(super) cx: &'p Cx<'a, 'c>,
    round: &'p Round,
    pub(super) collected: &'p Collected,
    /// The branch that is opened.
    pub(super) opened: Option<OrgUnitId>,
    /// It and the way to it.
    pub(super) open: BTreeSet<OrgUnitId>,
}

impl Page<'_, '_, '_> {
    pub(super) fn address(&self, branch: OrgUnitId) -> String {
        format!("{URL}?runda={}&gren={branch}", self.round.id)
    }

    fn body(&self, scope: &Scope, rounds: &[Round], happened: &Markup) -> Markup {
        let texts = self.cx.texts();
        let title = texts.oversight_collection();
        let head = PageHead {
            eyebrow: self.round.title.clone(),
            title: title.to_owned(),
            lead: due_or_closed(self.cx, self.round),
            end: None,
        };
        let tops = scope.tops().iter().filter(|top| self.collected.branches.tally(**top).asked > 0);
        let branches: Vec<Branch> = tops.clone().map(|top| self.branch(*top)).collect();
        let all =
            tops.fold(Tally::default(), |sum, top| sum.and(&self.collected.branches.tally(*top)));
        html! {
            div.wrap.page {
                (stops(self.cx, title))
                (page_header(&head))
                (self.filters(rounds))
                @if branches.is_empty() {
                    (empty_state(texts.oversight_nothing_asked(), texts.oversight_nothing_asked_text(), None))
                } @else {
                    (self.sum(&all))
                    (happened)
                    (section("trad", texts.oversight_by_level(), texts.oversight_open_hint(), &html! {
                        (tree(&branches))
                        (self.pages())
                    }))
                    p.block { a.csv href={(URL) ".csv?runda=" (self.round.id)} download { (texts.oversight_csv()) } }
                }
            }
        }
    }

    fn filters(&self, rounds: &[Round]) -> Markup {
        let texts = self.cx.texts();
        let choices = rounds
            .iter()
            .map(|round| Link::new(format!("{URL}?runda={}", round.id), &round.title))
            .collect();
        let chosen = rounds.iter().position(|round| round.id == self.round.id).unwrap_or(0);
        let name = texts.oversight_round().to_owned();
        filter_pills(&Filters {
            label: texts.oversight_choose_round().to_owned(),
            filters: vec![Filter::OneOf { name, choices, chosen }],
            note: String::new(),
        })
    }

    /// The thread of knots, what it comes to in words, and the counts.
    fn sum(&self, all: &Tally) -> Markup {
        let texts = self.cx.texts();
        let words = texts.oversight_handed_in(many(all.asked), many(all.handed_in()));
        let fact = |name: &str, count: usize| Fact::new(name, &count.to_string());
        let counts = [
            fact(texts.oversight_approved(), all.approved),
            fact(texts.oversight_to_approve(), all.submitted),
            fact(texts.oversight_returned(), all.returned),
            fact(texts.oversight_writing(), all.draft),
            fact(texts.oversight_not_begun(), all.not_started),
            fact(texts.oversight_late(), all.late),
            fact(texts.oversight_was_late(), all.was_late),
        ];
        html! {
            p.lead { (words) }
            (progress_knots(&knots("insamling", words.clone(), all)))
            (facts_across(&counts))
        }
    }

    /// Which page of the opened branch is shown.
    pub(super) fn number(&self, rows: usize) -> usize {
        let last = rows.div_ceil(PAGE_ROWS).max(1);
        self.cx.req.query.parsed("sida").unwrap_or(1).clamp(1, last)
    }

    fn pages(&self) -> Markup {
        let Some(opened) = self.opened else { return html! {} };
        let organisation = &self.cx.structure.organisation;
        let rows = self.collected.branches.below(organisation, opened).count();
        if rows <= PAGE_ROWS {
            return html! {};
        }
        let (texts, number) = (self.cx.texts(), self.number(rows));
        let last = rows.div_ceil(PAGE_ROWS);
        let to = |page: usize| format!("{}&sida={page}#trad", self.address(opened));
        pagination(&Pagination {
            label: texts.web_pages().to_owned(),
            shown: texts.oversight_page(many(last), many(number)),
            previous: (number > 1).then(|| Link::new(to(number - 1), texts.web_previous())),
            next: (number < last).then(|| Link::new(to(number + 1), texts.web_next())),
            ..Pagination::default()
        })
    }
}
