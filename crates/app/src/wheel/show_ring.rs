//! The ring of a wheel's page: a ring for each level, what is next, and the same as a table.

use chart::{ArcLink, Reach, RingTone};
use domain::calendar::WheelStep;
use domain::ids::OrgUnitId;
use domain::organisation::OrgLevelKind;
use maud::{Markup, html};

use super::figure::{Ring, picture};
use super::show::Page;
use super::tables::{row_id, table};
use super::{step_url, words};
use crate::web::ui::{ChartFigure, DatedItem, dates, figure_key};

/// Rings of the levels above beside the own one: the council's, and the two that are nearest.
const MOST_ABOVE: usize = 3;
/// Days in the list of what comes.
const NEXT: usize = 4;

/// Levels that share a ring: whose, and their steps.
type Shared<'p> = (Vec<&'p str>, Vec<&'p WheelStep>);

impl Page<'_, '_, '_> {
    fn unit_name(&self, unit: OrgUnitId) -> &str {
        self.cx.structure.organisation.name(unit)
    }

    /// The levels above as they are drawn, the outermost first. Council and executive board share
    /// a ring.
    fn drawn(&self) -> Vec<Shared<'_>> {
        let organisation = &self.cx.structure.organisation;
        let leads = |unit: OrgUnitId| {
            let kind = organisation.get(unit).map(|one| one.kind);
            matches!(kind, Some(OrgLevelKind::Council | OrgLevelKind::ExecutiveBoard))
        };
        let mut found: Vec<Shared<'_>> = Vec::new();
        for (unit, steps) in self.levels.above.iter().rev() {
            match found.first_mut().filter(|_| leads(*unit)) {
                Some((names, shared)) => {
                    names.push(organisation.name(*unit));
                    shared.extend(steps);
                }
                None => found.push((vec![organisation.name(*unit)], steps.iter().collect())),
            }
        }
        while found.len() > MOST_ABOVE {
            found.remove(1);
        }
        found
    }

    /// The rings, the own one innermost.
    pub(super) fn rings(&self) -> Vec<Ring> {
        let above = self.drawn().into_iter();
        let above = above.map(|(_, steps)| Ring::of(steps, RingTone::Other));
        above.chain([Ring::of(&self.levels.own, RingTone::Own)]).collect()
    }

    /// The rings with the way from each step to where it stands on the page, or to its own page. The
    /// keyboard passes the own steps alone: those of the levels above are in lists.
    fn leading_rings(&self) -> Vec<Ring> {
        let texts = self.cx.texts();
        let above = self.drawn().into_iter().map(|(_, steps)| {
            Ring::leading(steps, RingTone::Other, |step| {
                let (owner, span) = (self.unit_name(step.org_unit), words::span(texts, step));
                let name = texts.wheel_segment_above(owner, span, &step.content.title);
                ArcLink { url: step_url(step.id), name, reach: Reach::Pointing }
            })
        });
        let own = Ring::leading(&self.levels.own, RingTone::Own, |step| {
            let name = texts.wheel_segment(words::span(texts, step), &step.content.title);
            ArcLink { url: format!("#{}", row_id(step.id)), name, reach: Reach::Everybody }
        });
        above.chain([own]).collect()
    }

    /// What is next of all levels.
    fn next(&self) -> Vec<&WheelStep> {
        let today = self.cx.today();
        let above = self.levels.above.iter().flat_map(|(_, steps)| steps);
        let all = self.levels.own.iter().chain(above);
        let mut all: Vec<&WheelStep> = all.filter(|step| step.content.due_on >= today).collect();
        all.sort_by_key(|step| (step.content.due_on, step.org_unit != self.org_unit));
        all.truncate(NEXT);
        all
    }

    /// What the picture says in a sentence.
    pub(super) fn told(&self) -> String {
        let texts = self.cx.texts();
        match self.next().first() {
            Some(step) => {
                texts.wheel_next(words::short(texts, step.content.due_on), &step.content.title)
            }
            None => texts.wheel_nothing_next().to_owned(),
        }
    }

    /// Whose the rings are, and how they tell which year they are about.
    pub(super) fn key(&self) -> Markup {
        let own = self.unit_name(self.org_unit);
        html! {
            @match self.key_above() {
                None => (figure_key(&[("follow", own)])),
                Some(above) => (figure_key(&[("follow", own), ("plan", &above)])),
            }
            p.fine { (self.key_patterns()) }
        }
    }

    /// Whose the outer rings are; nothing where there are none.
    fn key_above(&self) -> Option<String> {
        let drawn: Vec<&str> = self.drawn().into_iter().flat_map(|(names, _)| names).collect();
        (!drawn.is_empty()).then(|| self.cx.texts().wheel_key_above(drawn.join(", ")))
    }

    fn key_patterns(&self) -> String {
        self.cx.texts().wheel_key_patterns(self.year + 1, self.year, self.year - 1)
    }

    /// The key in sentences, for paper: which ring is whose is told by how far in it lies.
    pub(super) fn key_in_words(&self) -> Vec<String> {
        let texts = self.cx.texts();
        let own = texts.wheel_key_innermost(self.unit_name(self.org_unit));
        [Some(own), self.key_above(), Some(self.key_patterns())].into_iter().flatten().collect()
    }

    /// The ring with what is next.
    pub(super) fn ring(&self) -> Markup {
        let texts = self.cx.texts();
        let own = [(self.unit_name(self.org_unit), self.levels.own.as_slice())];
        let above =
            self.levels.above.iter().map(|(unit, steps)| (self.unit_name(*unit), steps.as_slice()));
        let told = self.told();
        let figure = ChartFigure {
            title: texts.wheel_ring().to_owned(),
            finding: told.clone(),
            wide: html! { (picture(texts, self.year, self.cx.today(), &self.leading_rings(), &told)) (self.key()) },
            table: Some((
                texts.web_show_table().to_owned(),
                table(texts, own.into_iter().chain(above)),
            )),
            bare: true,
            ..ChartFigure::default()
        };
        let next = self.next().into_iter().map(|step| DatedItem {
            iso: step.content.due_on.to_string(),
            day: words::brief(texts, step.content.due_on),
            content: step.content.title.clone(),
            url: Some(step_url(step.id)),
        });
        let next: Vec<DatedItem> = next.collect();
        html! { section.section { (figure) @if !next.is_empty() { (dates(&next)) } } }
    }
}
