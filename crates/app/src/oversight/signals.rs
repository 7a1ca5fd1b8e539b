//! Measures of bodies' goals that moved more than they usually do, the worst first.

use std::collections::BTreeSet;
use std::sync::Arc;

use domain::elements::Element;
use domain::ids::{ElementId, OrgUnitId};
use domain::measures::Measure;
use domain::statistics::finding::{Finding, Signal};
use domain::statistics::target::Meaning;
use maud::{Markup, html};

use super::page::many;
use crate::cx::Cx;
use crate::i18n::Texts;
use crate::measures::{FindingWords, finding_words, shown_together, url_for};
use crate::web::error::AppError;
use crate::web::ui::{Column, Row, Table, signal_status};

/// Measures whose series are read for one page.
const MOST_READ: usize = 96;

/// A measure that moved.
struct Moved {
    element: Arc<Element>,
    signal: Signal,
    words: FindingWords,
}

/// What moved, of the measures that were read.
pub(super) struct Signals {
    moved: Vec<Moved>,
    top: OrgUnitId,
    read: usize,
    of: usize,
}

/// Reads the measures of the bodies' goals that `counts` takes; none where there is no organisation.
pub(super) fn signals(
    cx: &mut Cx<'_, '_>,
    bodies: &[OrgUnitId],
    counts: impl Fn(&Measure) -> bool,
    tells: impl Fn(Meaning) -> bool,
) -> Result<Option<Signals>, AppError> {
    let (texts, today, structure) = (cx.texts(), cx.today(), cx.structure.clone());
    let Some(top) = structure.organisation.roots().first().copied() else { return Ok(None) };
    let mut taken = BTreeSet::new();
    let mut ids: Vec<ElementId> = bodies
        .iter()
        .flat_map(|body| structure.owned_by(*body))
        .filter(|goal| goal.is_current())
        .flat_map(|goal| structure.measures_of(goal.id))
        .filter(|(element, measure)| element.is_current() && counts(measure))
        .map(|(element, _)| element.id)
        .filter(|id| taken.insert(*id))
        .collect();
    let of = ids.len();
    ids.truncate(MOST_READ);
    let shown = shown_together(cx, &structure, &ids, top, today)?;
    let told = ids.iter().filter_map(|id| {
        let (element, measure) = (structure.element(*id)?, structure.measure(*id)?);
        let shown = shown.get(id)?;
        let Some(Finding::Observed(reading)) = &shown.finding else { return None };
        let signal = reading.signal.filter(|signal| tells(signal.meaning))?;
        let words = finding_words(texts, &element.title, measure, shown);
        Some(Moved { element: Arc::clone(element), signal, words })
    });
    let mut moved: Vec<Moved> = told.collect();
    moved.sort_by_key(|one| {
        (one.signal.meaning != Meaning::Worse, one.signal.possible, one.element.id)
    });
    Ok(Some(Signals { moved, top, read: ids.len(), of }))
}

impl Signals {
    /// The first of them with their sentences, or `none`; and how many measures were read when that
    /// is not all.
    pub(super) fn list(&self, texts: Texts, most: usize, none: &str) -> Markup {
        html! {
            @if self.moved.is_empty() { p { (none) } }
            @else {
                (self.table(texts, most))
            }
            @if self.read < self.of { p.fine { (texts.oversight_read_some(many(self.of), many(self.read))) } }
        }
    }

    fn table(&self, texts: Texts, most: usize) -> Table {
        let row = |Moved { element, words, .. }: &Moved| {
            Row::new(vec![
                html! { a href=(url_for(element.id, self.top)) { (element.title) } },
                signal_status(words.symbol, words.tone, &words.word),
                html! { span.soft { (words.sentence) } },
            ])
        };
        let columns = [
            texts.oversight_column_measure(),
            texts.oversight_column_moves(),
            texts.oversight_column_says(),
        ];
        let rows = self.moved.iter().take(most).map(row).collect();
        let title = texts.oversight_signals();
        Table::new("ror-sig", title, columns.map(Column::text).to_vec(), rows).hide_caption()
    }
}
