//! How many people the values of a file are about, and which of them will not be shown.

use std::collections::{BTreeSet, HashSet};

use db::Tx;
use domain::elements::Structure;
use domain::ids::ElementId;
use domain::imports::{IncomingValue, PlannedValue, ValueKey};
use maud::{Markup, html};

use super::look::Look;
use crate::i18n::Texts;
use crate::measures::Few;
use crate::web::error::AppError;

/// The values among some that are hidden whatever the file says, because they have been known to be about
/// too few where values make each other up.
pub(super) fn protected(
    tx: &mut Tx<'_>,
    structure: &Structure,
    rows: &[IncomingValue],
) -> Result<HashSet<ValueKey>, AppError> {
    let counted = rows.iter().filter(|row| row.count.is_some()).map(|row| row.key.measure);
    let measures: BTreeSet<ElementId> = counted.collect();
    if measures.is_empty() {
        return Ok(HashSet::new());
    }
    let few = Few::read(tx, structure, &Vec::from_iter(measures))?;
    let keys = rows.iter().map(|row| &row.key).filter(|key| few.is_protected(key));
    Ok(keys.cloned().collect())
}

/// Whether a value is not shown to others than those who report.
fn is_few(look: &Look, row: &PlannedValue) -> bool {
    let key = &row.incoming.key;
    let Some(measure) = look.structure.measure(key.measure) else { return false };
    let says_few = row.incoming.count.is_some_and(|count| measure.is_few(count));
    says_few || look.protected.contains(key)
}

/// How many values will not be shown; nothing where all will.
pub(super) fn note(texts: Texts, look: &Look) -> Markup {
    let few = look.plan.writes().filter(|row| is_few(look, row)).count();
    let few = i64::try_from(few).unwrap_or(i64::MAX);
    html! { @if few > 0 { p { (texts.imports_few(few)) } } }
}

/// How many a value is about, and whether it will be shown.
pub(super) fn words(texts: Texts, look: &Look, row: &PlannedValue) -> String {
    let number = row.incoming.count.map(|count| count.to_string()).unwrap_or_default();
    if is_few(look, row) { format!("{number}, {}", texts.measures_hidden()) } else { number }
}
