//! How many people the values of a file are about, and which of them will not be shown.

use domain::elements::Structure;
use domain::imports::{Plan, PlannedValue};
use maud::{Markup, html};

use crate::i18n::Texts;

/// Whether a value is about too few to be shown to others than those who report: by what the file says,
/// or by what is known already where values make each other up.
fn is_few(structure: &Structure, row: &PlannedValue) -> bool {
    let Some(measure) = structure.measure(row.incoming.key.measure) else { return false };
    let known = row.before.and_then(|kept| kept.count).filter(|_| measure.has_sums());
    row.incoming.count.into_iter().chain(known).any(|count| measure.is_few(count))
}

/// How many values will not be shown; nothing where all will.
pub(super) fn note(texts: Texts, structure: &Structure, plan: &Plan) -> Markup {
    let few = plan.writes().filter(|row| is_few(structure, row)).count();
    let few = i64::try_from(few).unwrap_or(i64::MAX);
    html! { @if few > 0 { p { (texts.imports_few(few)) } } }
}

/// How many a value is about, and whether it will be shown.
pub(super) fn words(texts: Texts, structure: &Structure, row: &PlannedValue) -> String {
    let number = row.incoming.count.map(|count| count.to_string()).unwrap_or_default();
    if is_few(structure, row) { format!("{number}, {}", texts.measures_hidden()) } else { number }
}
