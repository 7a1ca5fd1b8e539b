//! The thread as a grid: the council's goals by committee, where what is empty says why.

mod cells;
mod sums;

use std::collections::BTreeMap;

use domain::access::Action;
use domain::elements::{Element, Structure};
use domain::ids::{ElementId, OrgUnitId};
use domain::impact::Exemption;
use maud::{Markup, html};

use super::beginning::begin;
use super::columns::Columns;
use super::filters::Pills;
use super::map::views;
use super::saved;
use super::view::View;
use crate::assessment::LevelCounts;
use crate::cx::Cx;
use crate::frame::Nav;
use crate::goals::store::adopted_exemptions_among;
use crate::i18n::Texts;
use crate::web::error::Answer;
use crate::web::ui::{Button, PageHead, button_link, empty_state, page_header};
use sums::{Line, Sums, is_whole, sums};

/// Committees whose names stand beside each other on most screens; those of more stand upright.
const MOST_BESIDE: usize = 8;

/// Shows the grid.
pub(super) fn show(cx: &mut Cx<'_, '_>, view: &View) -> Answer {
    let structure = cx.structure.clone();
    let columns = Columns::of(&structure.model);
    let sums = sums(cx, &columns, view)?;
    let names = crate::thread::names::name_asked_for(cx, view)?;
    let texts = cx.texts();
    let pills = Pills {
        texts,
        structure: &structure,
        view,
        names: &names,
        tag: "",
        me: cx.visit.person.as_deref().map(|person| person.id),
    };
    let committees = columns_shown(&structure, view, &sums);
    let lines = rows_shown(&structure, view, &sums);
    let exempt = adopted_exemptions_among(cx.tx, lines.iter().map(|line| line.goal))?;
    let (reasons, numbers) = reasons(exempt, &lines, &committees);
    let saved = saved::part(cx, view)?;
    let grid = Grid {
        texts,
        structure: &structure,
        view,
        numbers,
        reasons,
        committees,
        lines,
        saved,
        is_whole: is_whole(view),
        sums: &sums,
        cx,
    };
    let body = grid.body(&pills);
    Ok(cx.wide_page(texts.thread_title(), Nav::Thread, &body))
}

/// The committees within the part of the organisation that is asked for, or around it.
fn columns_shown(structure: &Structure, view: &View, sums: &Sums) -> Vec<OrgUnitId> {
    let organisation = &structure.organisation;
    let meets = |unit: OrgUnitId| {
        view.within.is_none_or(|top| {
            organisation.is_within(unit, top) || organisation.is_within(top, unit)
        })
    };
    sums.committees.iter().copied().filter(|unit| meets(*unit)).collect()
}

/// The goals above or at the element in focus; all without one.
fn rows_shown<'s>(structure: &Structure, view: &View, sums: &'s Sums) -> Vec<&'s Line> {
    let above = view.focus.map(|focus| (focus, structure.above(focus)));
    let meets = |goal: ElementId| {
        above.as_ref().is_none_or(|(focus, above)| goal == *focus || above.contains(&goal))
    };
    sums.lines.iter().filter(|line| meets(line.goal)).collect()
}

/// Why a goal does not concern some committees.
struct Shared {
    goal: ElementId,
    committees: Vec<OrgUnitId>,
    words: String,
}

/// The reasons of the committees shown, goal by goal, each told once; a goal of their own outweighs
/// what is decided. With which of them holds for each goal and committee.
fn reasons(
    all: Vec<Exemption>,
    lines: &[&Line],
    committees: &[OrgUnitId],
) -> (Vec<Shared>, BTreeMap<(ElementId, OrgUnitId), usize>) {
    let mut by_place: BTreeMap<(ElementId, OrgUnitId), Exemption> =
        all.into_iter().map(|one| ((one.element, one.org_unit), one)).collect();
    let mut reasons: Vec<Shared> = Vec::new();
    let mut numbers = BTreeMap::new();
    for line in lines {
        let goal = line.goal;
        let first = reasons.len();
        for committee in committees.iter().filter(|unit| !line.of.contains_key(unit)) {
            let Some(exempt) = by_place.remove(&(goal, *committee)) else { continue };
            let known = reasons.iter().skip(first).position(|one| one.words == exempt.reason);
            let at = known.map_or(reasons.len(), |at| first + at);
            numbers.insert((goal, *committee), at);
            match reasons.get_mut(at) {
                Some(reason) => reason.committees.push(*committee),
                None => reasons.push(Shared {
                    goal,
                    committees: vec![*committee],
                    words: exempt.reason,
                }),
            }
        }
    }
    (reasons, numbers)
}

/// What the page is made from.
struct Grid<'g, 'a, 'c> {
    texts: Texts,
    structure: &'g Structure,
    view: &'g View,
    sums: &'g Sums,
    committees: Vec<OrgUnitId>,
    lines: Vec<&'g Line>,
    reasons: Vec<Shared>,
    /// Which of the reasons holds for a goal and a committee.
    numbers: BTreeMap<(ElementId, OrgUnitId), usize>,
    saved: Markup,
    /// Whether the filters leave all that is answered, so that what is empty is unanswered.
    is_whole: bool,
    cx: &'g Cx<'a, 'c>,
}

impl Grid<'_, '_, '_> {
    fn body(&self, pills: &Pills<'_>) -> Markup {
        let texts = self.texts;
        let head = PageHead {
            title: texts.thread_title().to_owned(),
            lead: texts.thread_grid_lead().to_owned(),
            end: Some(views(texts, self.view)),
            ..PageHead::default()
        };
        html! {
            div.wrap.page {
                (page_header(&head))
                @if self.sums.lines.is_empty() && self.is_whole {
                    (begin(texts, crate::app::may_somewhere(self.cx.visit, Action::Plan)))
                } @else {
                    (pills.render(""))
                    (self.saved)
                    @if self.lines.is_empty() || self.committees.is_empty() {
                        (empty_state(texts.thread_none_fit(), texts.thread_none_fit_text(), Some(&button_link(Button::Secondary, &self.view.with(View::widen), texts.thread_show_all()))))
                    } @else {
                        (self.table())
                        (self.key())
                        (self.why())
                    }
                }
            }
        }
    }

    fn table(&self) -> Markup {
        let texts = self.texts;
        let organisation = &self.structure.organisation;
        let many = i64::try_from(self.committees.len()).unwrap_or(0);
        html! {
            @if self.committees.len() > MOST_BESIDE { p.fine.block { (texts.thread_grid_wide(many)) } }
            div.table-scroll role="group" tabindex="0" aria-labelledby="rutnat-namn" {
                table.goal-grid.tall[self.committees.len() > MOST_BESIDE] #rutnat {
                    caption.sr #rutnat-namn { (texts.thread_grid_caption()) }
                    thead { tr {
                        th scope="col" { (texts.thread_grid_goal()) }
                        @for committee in &self.committees {
                            th scope="col" { a.quiet href=(self.committee_url(*committee)) { (organisation.name(*committee)) } }
                        }
                        th.sum scope="col" { (texts.thread_grid_all()) }
                    } }
                    tbody { @for line in &self.lines { (self.row(line)) } }
                    tfoot { (self.sums_below()) }
                }
            }
        }
    }

    fn row(&self, line: &Line) -> Markup {
        let Some(goal) = self.structure.element(line.goal) else { return html! {} };
        let mut all = LevelCounts::default();
        for committee in &self.committees {
            if let Some(counts) = line.of.get(committee) {
                all.add(counts);
            }
        }
        html! {
            tr {
                th scope="row" { (Self::goal(goal)) }
                @for committee in &self.committees { (self.cell(goal, line, *committee)) }
                td.sum {
                    (self.counts(self.answers_with(goal), &all, &self.list_url(goal, None)))
                    (self.answered_of_row(goal, line))
                }
            }
        }
    }

    fn goal(goal: &Element) -> Markup {
        html! {
            @if !goal.number.is_empty() { span.kind { (goal.number) } }
            a href=(crate::elements::url(goal)) { (goal.title) }
        }
    }

    fn sums_below(&self) -> Markup {
        let mut whole = LevelCounts::default();
        let mut columns = Vec::new();
        for committee in &self.committees {
            let mut all = LevelCounts::default();
            for counts in self.lines.iter().filter_map(|line| line.of.get(committee)) {
                all.add(counts);
            }
            whole.add(&all);
            columns.push((*committee, all));
        }
        let first = self.lines.first().and_then(|line| self.structure.element(line.goal));
        let with = first.and_then(|goal| self.answers_with(goal));
        html! {
            tr {
                th scope="row" { (self.texts.thread_grid_all()) }
                @for (committee, all) in &columns {
                    td { (self.counts(with, all, "")) (self.answered_of_column(*committee)) }
                }
                td.sum { (self.counts(with, &whole, "")) }
            }
        }
    }
}
