//! How many people a value is about, said beside the value: what is about too few is shown to nobody
//! but those who report it.

use domain::imports::{ValueKey, read_count};

use super::outcome_form::Fields;
use super::store;
use crate::cx::{Cx, record};
use crate::i18n::Texts;
use crate::web::error::Answer;

/// What is known of how many people a value for all is about.
pub(super) fn known(cx: &mut Cx<'_, '_>, key: &ValueKey) -> Answer<Option<u32>> {
    let counts = store::counts_of(cx.tx, key.measure, key.org_unit)?;
    Ok(counts.get(&(key.org_unit, key.breakdown.clone(), key.period.to_string())).copied())
}

/// As the form shows it.
pub(super) fn shown(known: Option<u32>) -> String {
    known.map(|count| count.to_string()).unwrap_or_default()
}

/// What the form says of it; none where it does not ask.
pub(super) fn typed(
    texts: Texts,
    fields: &Fields,
) -> Result<Option<Option<u32>>, (&'static str, String)> {
    let Some(typed) = &fields.count else { return Ok(None) };
    let count = read_count(typed.trim());
    count.map(Some).map_err(|_| ("antal", texts.measures_problem_count().to_owned()))
}

/// Keeps what the form said, where that is something else than what is known.
pub(super) fn keep(
    cx: &mut Cx<'_, '_>,
    key: &ValueKey,
    version: i64,
    typed: Option<Option<u32>>,
) -> Answer<()> {
    let Some(count) = typed else { return Ok(()) };
    let before = known(cx, key)?;
    if before == count {
        return Ok(());
    }
    store::keep_counts(cx.tx, None, [(key, count)])?;
    let after = serde_json::json!({
        "org_unit": key.org_unit,
        "breakdown": key.breakdown,
        "period": key.period,
        "people": count,
        "people_before": before,
    });
    record(cx.tx, "count_people", "outcome", key.measure.bytes(), version, &after)
}
