//! What moves along with what: candidates to think about, never causes. Few are told of many that were
//! looked at, so that chance alone seldom is.

use std::collections::BTreeMap;

use domain::analysis::Pattern;
use domain::elements::Structure;
use domain::ids::ElementId;
use domain::statistics::chance::{share_of_chance, worth_telling};
use maud::{Markup, PreEscaped, html};

use super::facts::{Looked, series};
use super::store::{self, Analysis};
use super::subject::Subject;
use crate::cx::Cx;
use crate::i18n::Texts;
use crate::measures::moves_along::{associate, candidates};
use crate::measures::{Shown, sparkline, url_for};
use crate::web::error::AppError;

/// Measures of a subject that are held against each other: more would mostly find chance.
const MOST_TOGETHER: usize = 12;
/// Of those that are told, about one in twenty is expected to be chance.
const RATE: f64 = 0.05;
/// Measures that the org unit reports, among which are those near.
const MOST_REPORTED: i64 = 60;
/// Patterns that are told.
const MOST_TOLD: usize = 12;

/// What was found, with the series that it was found in.
pub(super) struct Found {
    pub(super) patterns: Vec<Pattern>,
    pub(super) looked: usize,
    /// Whether one measure was held against others, and not several against each other.
    pub(super) is_of_one: bool,
    pub(super) shown: BTreeMap<ElementId, Shown>,
}

/// Looks for what moves together: around a single measure among those near it, else among the measures of
/// the subject.
pub(super) fn find(
    cx: &mut Cx<'_, '_>,
    (of, subject): (&Analysis, &Subject),
    looked: Looked,
) -> Result<Found, AppError> {
    cx.as_everybody(|cx| {
        let structure = cx.structure.clone();
        let own: Vec<ElementId> = looked.facts.measures.iter().map(|one| one.measure).collect();
        let single = own.len() == 1 || subject.elements.iter().any(|id| own.contains(id));
        let mut shown = looked.shown;
        let mut pairs: Vec<(ElementId, ElementId)> = Vec::new();
        if let Some(first) = own.first().filter(|_| single) {
            let Some(element) = structure.element(*first) else { return Ok(nothing(shown)) };
            let reported =
                crate::measures::store::measures_reported_by(cx.tx, of.org_unit, MOST_REPORTED)?;
            let near = candidates(cx, &structure, element, &reported);
            shown.extend(series(cx, &structure, &near, of)?);
            pairs.extend(near.iter().map(|other| (*first, *other)));
        } else {
            let some: Vec<ElementId> = own.iter().copied().take(MOST_TOGETHER).collect();
            for (at, one) in some.iter().enumerate() {
                pairs.extend(some.iter().skip(at + 1).map(|other| (*one, *other)));
            }
        }
        Ok(Found { is_of_one: single, ..told(cx.texts(), &structure, shown, &pairs) })
    })
}

fn nothing(shown: BTreeMap<ElementId, Shown>) -> Found {
    Found { patterns: Vec::new(), looked: 0, is_of_one: true, shown }
}

/// Those of the pairs that are told although so many were looked at.
fn told(
    texts: Texts,
    structure: &Structure,
    shown: BTreeMap<ElementId, Shown>,
    pairs: &[(ElementId, ElementId)],
) -> Found {
    let looked: Vec<_> = pairs
        .iter()
        .filter_map(|(one, other)| {
            let found = associate(&shown.get(one)?.series, &shown.get(other)?.series)?;
            Some((*one, *other, found))
        })
        .collect();
    let shares: Vec<Option<f64>> = looked
        .iter()
        .map(|(_, _, found)| share_of_chance(found.coefficient?, found.pairs))
        .collect();
    let worth = worth_telling(&shares, RATE);
    let title =
        |id: &ElementId| structure.element(*id).map(|one| one.title.clone()).unwrap_or_default();
    let count = looked.len();
    let mut all: Vec<_> = looked.into_iter().zip(worth).filter(|(_, told)| *told).collect();
    all.sort_by(|((.., one), _), ((.., other), _)| {
        let size = |found: &domain::statistics::association::Association| {
            found.coefficient.unwrap_or(0.0).abs()
        };
        size(other).total_cmp(&size(one))
    });
    let patterns = all.into_iter().take(MOST_TOLD).map(|((measure, other, found), _)| {
        let pairs = i64::try_from(found.pairs).unwrap_or(0);
        let sentence = if found.coefficient.unwrap_or(0.0) > 0.0 {
            texts.measures_along_together(title(&other), title(&measure), pairs)
        } else {
            texts.measures_along_opposed(title(&other), title(&measure), pairs)
        };
        Pattern { measure, other, sentence }
    });
    Found { patterns: patterns.collect(), looked: count, is_of_one: false, shown }
}

/// The two series above each other, as small multiples.
pub(super) fn pictures(
    texts: Texts,
    structure: &Structure,
    (of, found): (&Analysis, &Found),
    pattern: &Pattern,
) -> Markup {
    let one = |id: ElementId, nth: usize| {
        let (Some(element), Some(measure)) = (structure.element(id), structure.measure(id)) else {
            return html! {};
        };
        let Some(shown) = found.shown.get(&id) else { return html! {} };
        let name = format!("monster-{}-{nth}", pattern.name());
        html! {
            div {
                p { a href=(url_for(id, of.org_unit)) { (element.title) } }
                (PreEscaped(sparkline(texts, &name, &element.title, measure, shown)))
            }
        }
    };
    html! { div.multiples { (one(pattern.measure, 1)) (one(pattern.other, 2)) } }
}

/// The kept answers to whether a pattern was expected, by its name.
pub(super) fn answer_of<'r>(
    row: &'r store::StepRow,
    pattern: &Pattern,
) -> Option<&'r domain::analysis::Mark> {
    row.content.marks.get(&pattern.name())
}
