//! The cells of the grid: how many goals have come how far, or why there are none.

use std::sync::Arc;

use domain::access::Action;
use domain::elements::{Element, ElementState};
use domain::fulfilment::Fulfilment;
use domain::ids::OrgUnitId;
use domain::impact::answering_type;
use domain::steering::ElementType;
use maud::{Markup, html};

use super::super::view::{Look, View};
use super::super::words::lowered;
use super::Grid;
use super::sums::Line;
use crate::assessment::{LevelCounts, fulfilment_symbol, fulfilment_word};
use crate::web::ui::{Symbol, Tone, signal_status, status, symbol};

const GRADES: [Fulfilment; 5] = [
    Fulfilment::Achieved,
    Fulfilment::Partly,
    Fulfilment::NotAchieved,
    Fulfilment::CannotTell,
    Fulfilment::NotAssessed,
];

/// Why a cell holds no goals.
enum Empty<'e> {
    /// The committee has decided that the goal does not concern it; with the number of its reason.
    Exempt(usize, &'e str),
    /// It must answer and has not.
    Gap,
    /// The steering model asks nothing of it here, or the filters hide what there is.
    NotConcerned,
}

impl Grid<'_, '_, '_> {
    /// The list of the goals that a cell of a goal's row counts.
    pub(super) fn list_url(&self, goal: &Element, committee: Option<OrgUnitId>) -> String {
        self.view.with(|view: &mut View| {
            view.look = Look::List;
            view.focus = Some(goal.id);
            view.directly = true;
            view.within = committee.or(view.within);
            view.state = view.state.or(Some(ElementState::Adopted));
        })
    }

    /// The list of everything that a committee has written.
    pub(super) fn committee_url(&self, committee: OrgUnitId) -> String {
        self.view.with(|view| {
            view.look = Look::List;
            view.focus = None;
            view.within = Some(committee);
        })
    }

    pub(super) fn answers_with(&self, goal: &Element) -> Option<&ElementType> {
        answering_type(self.structure, &goal.element_type)
    }

    /// How many of each grade, as a link to the goals themselves; sums of columns lead nowhere.
    pub(super) fn counts(
        &self,
        with: Option<&ElementType>,
        counts: &LevelCounts,
        url: &str,
    ) -> Markup {
        let some: Vec<(Fulfilment, usize)> = GRADES
            .into_iter()
            .map(|grade| (grade, counts.count(grade)))
            .filter(|(_, count)| *count > 0)
            .collect();
        if some.is_empty() {
            return html! { span.none aria-hidden="true" { "–" } span.sr { (self.texts.thread_grid_no_goals()) } };
        }
        let inside = html! {
            @for (at, (grade, count)) in some.iter().enumerate() {
                @let word = fulfilment_word(self.texts, &self.structure.model, with, *grade);
                @let shape = fulfilment_symbol(*grade);
                @if at > 0 { span.sr { ", " } }
                span {
                    (count) " " span.(shape.tone().class()) { (symbol(shape, 16)) } span.sr { " " (lowered(&word)) }
                }
            }
        };
        html! {
            @if url.is_empty() { span.counts { (inside) } } @else { a.counts href=(url) { (inside) } }
        }
    }

    /// One cell.
    pub(super) fn cell(&self, goal: &Arc<Element>, line: &Line, committee: OrgUnitId) -> Markup {
        if let Some(counts) = line.of.get(&committee) {
            let url = self.list_url(goal, Some(committee));
            return html! { td { (self.counts(self.answers_with(goal), counts, &url)) } };
        }
        let texts = self.texts;
        match self.empty(goal, committee) {
            Empty::Exempt(number, reason) => html! {
                td.exempt {
                    a.quiet href={"#skal-" (number)} {
                        (texts.thread_grid_exempt()) sup { (number) }
                        span.sr { ". " (reason) }
                    }
                }
            },
            Empty::Gap => html! {
                td.gap {
                    (signal_status(Symbol::NotMet, Tone::Concern, texts.thread_grid_gap()))
                    @if self.cx.can(Action::Plan, committee) {
                        a.mend href={"/planera?enhet=" (committee)} {
                            (texts.thread_grid_mend())
                            span.sr { ": " (goal.title) ", " (self.structure.organisation.name(committee)) }
                        }
                    }
                }
            },
            Empty::NotConcerned => html! {
                td.none { span aria-hidden="true" { "–" } span.sr { (texts.thread_grid_not_concerned()) } }
            },
        }
    }

    fn empty(&self, goal: &Element, committee: OrgUnitId) -> Empty<'_> {
        let number = self.numbers.get(&(goal.id, committee)).copied();
        let reason = number.and_then(|at| Some((at + 1, self.reasons.get(at)?)));
        if let Some((number, reason)) = reason {
            return Empty::Exempt(number, &reason.words);
        }
        let must = self.sums.answer.get(&goal.element_type);
        if self.is_whole && must.is_some_and(|all| all.contains(&committee)) {
            return Empty::Gap;
        }
        Empty::NotConcerned
    }

    /// How many of those who must have answered a goal.
    pub(super) fn answered_of_row(&self, goal: &Element, line: &Line) -> Markup {
        let Some(must) = self.sums.answer.get(&goal.element_type).filter(|_| self.is_whole) else {
            return html! {};
        };
        let must: Vec<OrgUnitId> =
            self.committees.iter().copied().filter(|one| must.contains(one)).collect();
        let has = |unit: &&OrgUnitId| self.has_answered(line, **unit);
        self.answered(must.iter().filter(has).count(), must.len())
    }

    /// How many of the goals that it must a committee has answered.
    pub(super) fn answered_of_column(&self, committee: OrgUnitId) -> Markup {
        if !self.is_whole {
            return html! {};
        }
        let must = self.lines.iter().filter(|line| {
            let goal = self.structure.element(line.goal);
            let all = goal.and_then(|goal| self.sums.answer.get(&goal.element_type));
            all.is_some_and(|all| all.contains(&committee))
        });
        let (mut has, mut all) = (0, 0);
        for line in must {
            all += 1;
            has += usize::from(self.has_answered(line, committee));
        }
        self.answered(has, all)
    }

    fn has_answered(&self, line: &Line, unit: OrgUnitId) -> bool {
        line.of.contains_key(&unit) || self.numbers.contains_key(&(line.goal, unit))
    }

    fn answered(&self, has: usize, all: usize) -> Markup {
        if all == 0 {
            return html! {};
        }
        html! { small.short[has < all] { (self.texts.thread_grid_answered(all, has)) } }
    }

    /// What the symbols and the empty cells mean.
    pub(super) fn key(&self) -> Markup {
        let texts = self.texts;
        html! {
            div.legend role="group" aria-label=(texts.thread_legend()) {
                (status(Symbol::Met, texts.assessment_achieved()))
                (status(Symbol::Partly, texts.assessment_partly()))
                (status(Symbol::NotMet, texts.assessment_not_achieved()))
                (status(Symbol::NotAssessed, texts.assessment_not_assessed()))
                span { "– " (texts.thread_grid_not_concerned()) }
            }
        }
    }

    /// Why goals do not concern those who have said so.
    pub(super) fn why(&self) -> Markup {
        if self.reasons.is_empty() {
            return html! {};
        }
        let organisation = &self.structure.organisation;
        html! {
            section.section aria-labelledby="skal" {
                h2 #skal { (self.texts.thread_grid_reasons()) }
                ol.reasons {
                    @for (at, reason) in self.reasons.iter().enumerate() {
                        @let goal = self.structure.element(reason.goal);
                        @let names: Vec<&str> = reason.committees.iter().map(|unit| organisation.name(*unit)).collect();
                        li id={"skal-" (at + 1)} {
                            b { (goal.map(|goal| goal.title.as_str()).unwrap_or_default()) ": " }
                            (reason.words) " "
                            span.soft { (names.join(", ")) "." }
                        }
                    }
                }
            }
        }
    }
}
