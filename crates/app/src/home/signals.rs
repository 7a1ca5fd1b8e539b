//! What stands out among the measures of an org unit, compared with its own usual variation.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use domain::elements::Element;
use domain::ids::{ElementId, OrgUnitId};
use domain::measures::{Measure, Outcome};
use domain::statistics::Movement;
use domain::statistics::finding::{Finding, Signal as Found};
use domain::statistics::target::Meaning;
use domain::steering::Role;
use maud::{Markup, PreEscaped, html};

use crate::cx::Cx;
use crate::i18n::Texts;
use crate::measures::{
    FindingWords, Shown, finding_words, kept_from_visitor, latest_words, sparkline, target_words,
    url_for,
};
use crate::web::error::AppError;
use crate::web::ui::{Signal, calm_rows, section, signal_row};

/// Rows that stand out; more would no longer stand out.
const MOST: usize = 5;
/// Measures that are looked through for the whole of an org unit, goals that are asked which their
/// measures are, and goals under one of them: the rest is on the thread.
const MOST_MEASURES: usize = 30;
const MOST_UNDER: usize = 60;

/// A measure as the org unit's own values show it.
pub(super) struct Seen {
    pub(super) element: Arc<Element>,
    measure: Arc<Measure>,
    shown: Shown,
    pub(super) words: FindingWords,
}

impl Seen {
    fn signal(&self) -> Option<&Found> {
        match self.shown.finding.as_ref()? {
            Finding::Observed(reading) => reading.signal.as_ref(),
            Finding::Missing { .. } => None,
        }
    }

    /// Whether what moves gets better or worse; nothing when it varies as usual.
    pub(super) fn meaning(&self) -> Option<Meaning> {
        self.signal().map(|signal| signal.meaning)
    }

    /// What is found and its measure, in one sentence.
    pub(super) fn fact(&self) -> String {
        let sentence = self.in_one_line();
        if sentence.starts_with(&self.element.title) {
            format!("{sentence}.")
        } else {
            format!("{}: {sentence}.", self.element.title)
        }
    }

    /// Its definition.
    pub(super) fn measure(&self) -> &Measure {
        &self.measure
    }

    /// The page of the measure as the org unit's values show it.
    pub(super) fn url(&self) -> String {
        url_for(self.element.id, self.shown.org_unit)
    }

    /// Which way it moves, when it really does.
    pub(super) fn movement(&self) -> Option<Movement> {
        self.signal().map(|signal| signal.movement)
    }

    /// The series that it is read from.
    pub(super) fn shown(&self) -> &Shown {
        &self.shown
    }

    /// What is found, in one line with its reservations.
    pub(super) fn in_one_line(&self) -> &str {
        &self.words.short
    }

    /// Worse first, then better, then neither; certain before possible.
    fn rank(&self) -> (u8, bool) {
        let meaning = self.signal().map(|signal| (signal.meaning, signal.possible));
        match meaning {
            Some((Meaning::Worse, possible)) => (0, possible),
            Some((Meaning::Better, possible)) => (1, possible),
            Some((Meaning::Neutral, possible)) => (2, possible),
            None => (3, false),
        }
    }
}

/// Every measure that the org unit has values of.
pub(super) fn seen(cx: &mut Cx<'_, '_>, home: OrgUnitId) -> Result<Vec<Seen>, AppError> {
    let structure = cx.structure.clone();
    let (texts, today) = (cx.texts(), cx.today());
    let mut by_measure: BTreeMap<ElementId, Vec<Outcome>> = BTreeMap::new();
    for outcome in crate::measures::store::all_of_org_unit(cx.tx, home)? {
        by_measure.entry(outcome.measure).or_default().push(outcome);
    }
    let by_measure = crate::measures::with_computed(&structure, home, by_measure);
    let ids: Vec<ElementId> = by_measure.keys().copied().collect();
    let few = kept_from_visitor(cx, &ids, home)?;
    let mut baselines = crate::measures::store::baselines_of_org_unit(cx.tx, home)?;
    let mut all: Vec<Seen> = by_measure
        .into_iter()
        .filter_map(|(id, outcomes)| {
            let element = structure.element(id).filter(|element| element.is_current())?.clone();
            let measure = structure.measure(id)?.clone();
            let breaks = baselines.remove(&id).unwrap_or_default();
            let of = (outcomes, breaks);
            let shown = Shown::without_few(&structure, &measure, (home, &few), of, today);
            let words = finding_words(texts, &element.title, &measure, &shown);
            Some(Seen { element, measure, shown, words })
        })
        .collect();
    all.sort_by_cached_key(|one| (one.rank(), crate::i18n::sort_key(&one.element.title)));
    Ok(all)
}

/// The measures of some goals and of the goals right under them, as many as can be looked through.
pub(super) fn measures_of(cx: &Cx<'_, '_>, goals: &[Arc<Element>]) -> Vec<ElementId> {
    let structure = &cx.structure;
    let under = goals.iter().flat_map(|goal| {
        let children = structure.children_with(goal.id, Role::Goal).into_iter().take(MOST_UNDER);
        children.map(|child| child.id).collect::<Vec<_>>()
    });
    let mut taken = BTreeSet::new();
    let asked = goals.iter().map(|goal| goal.id).chain(under);
    asked
        .flat_map(|goal| structure.measures_of(goal))
        .filter(|(element, _)| element.is_current() && cx.may_see(element))
        .map(|(element, _)| element.id)
        .filter(|id| taken.insert(*id))
        .take(MOST_MEASURES)
        .collect()
}

/// Some measures as the whole of an org unit shows them: its own values, else what lies under it put
/// together. What has no value yet is left out.
pub(super) fn seen_of(
    cx: &mut Cx<'_, '_>,
    org_unit: OrgUnitId,
    ids: &[ElementId],
) -> Result<Vec<Seen>, AppError> {
    let structure = cx.structure.clone();
    let (texts, today) = (cx.texts(), cx.today());
    let shown = crate::measures::shown_together(cx, &structure, ids, org_unit, today)?;
    let mut all: Vec<Seen> = shown
        .into_iter()
        .filter(|(_, shown)| shown.series.latest().is_some())
        .filter_map(|(id, shown)| {
            let element = structure.element(id)?.clone();
            let measure = structure.measure(id)?.clone();
            let words = finding_words(texts, &element.title, &measure, &shown);
            Some(Seen { element, measure, shown, words })
        })
        .collect();
    all.sort_by_cached_key(|one| (one.rank(), crate::i18n::sort_key(&one.element.title)));
    Ok(all)
}

/// The section of what stands out, with the calm ones folded; nothing where nothing is measured.
pub(super) fn stands_out(texts: Texts, title: &str, home: OrgUnitId, all: &[Seen]) -> Markup {
    if all.is_empty() {
        return html! {};
    }
    let (loud, calm): (Vec<&Seen>, Vec<&Seen>) = all.iter().partition(|one| one.signal().is_some());
    let folded: Vec<&Seen> = calm.into_iter().chain(loud.iter().skip(MOST).copied()).collect();
    let body = html! {
        @for (index, one) in loud.iter().take(MOST).enumerate() { (row(texts, home, index, one)) }
        @if loud.is_empty() { p.soft { (texts.home_all_usual()) } }
        @if !folded.is_empty() {
            (calm_rows(&texts.home_calm(super::many(folded.len())), texts.home_calm_note(), &html! {
                ul {
                    @for one in &folded {
                        li { a href=(url_for(one.element.id, home)) { (one.element.title) } " " span.fine { (value(texts, one)) } }
                    }
                }
            }))
        }
    };
    section("sticker-ut", title, texts.home_compared(), &body)
}

fn value(texts: Texts, one: &Seen) -> String {
    latest_words(texts, &one.measure, &one.shown).unwrap_or_default()
}

fn row(texts: Texts, home: OrgUnitId, index: usize, one: &Seen) -> Markup {
    let target = one
        .shown
        .target
        .as_ref()
        .map(|target| texts.home_target(target_words(texts, &one.measure, target)));
    let picture =
        sparkline(texts, &format!("signal-{index}"), &one.element.title, &one.measure, &one.shown);
    signal_row(&Signal {
        title: one.element.title.clone(),
        url: url_for(one.element.id, home),
        symbol: one.words.symbol,
        tone: one.words.tone,
        word: one.words.word.clone(),
        sentence: one.words.sentence.clone(),
        sparkline: PreEscaped(picture),
        value: value(texts, one),
        target: target.unwrap_or_default(),
    })
}
