//! How many people a value is about, said beside the value: what is about too few is shown to nobody
//! but those who report it.

use domain::imports::{ValueKey, read_count};
use domain::measures::Measure;
use maud::{Markup, html};

use super::Written;
use super::outcome_form::Fields;
use super::store;
use crate::cx::{Cx, record};
use crate::i18n::Texts;
use crate::web::error::Answer;
use crate::web::ui::{Choice, Field};

/// What is known of how many people a value for all is about.
pub(super) fn known(cx: &mut Cx<'_, '_>, key: &ValueKey) -> Answer<Option<u32>> {
    let counts = store::counts_of(cx.tx, key.measure, key.org_unit)?;
    Ok(counts.get(&(key.org_unit, key.breakdown.clone(), key.period.to_string())).copied())
}

/// As the form shows it.
pub(super) fn shown(known: Option<u32>) -> String {
    known.map(|count| count.to_string()).unwrap_or_default()
}

/// The fewest that the value has been known to be about, where that is too few: it is shown to nobody
/// but those who report, whatever is said now (decision 0042).
pub(super) fn protected(
    cx: &mut Cx<'_, '_>,
    measure: &Measure,
    key: &ValueKey,
) -> Answer<Option<u32>> {
    if measure.least_count <= 1 || !measure.has_sums() {
        return Ok(None);
    }
    let fewest = store::fewest_of(cx.tx, key)?;
    Ok(fewest.filter(|fewest| measure.is_few(*fewest)))
}

/// What a form says of how many.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Count {
    /// It does not ask: what is known stands.
    Unasked,
    /// So many, or that it is not known.
    Said(Option<u32>),
}

/// What a form says of it.
#[derive(Clone, Copy)]
pub(super) struct Typed {
    count: Count,
    /// Whether what has been said of it was wrong from the beginning, so that it protects nobody.
    was_wrong: bool,
}

/// Reads what the form says. Only who answers for that values are checked may say that the number was
/// wrong from the beginning.
pub(super) fn typed(
    texts: Texts,
    fields: &Fields,
    may_verify: bool,
) -> Result<Typed, (&'static str, String)> {
    let was_wrong = may_verify && fields.count_was_wrong;
    let Some(typed) = &fields.count else { return Ok(Typed { count: Count::Unasked, was_wrong }) };
    let count = read_count(typed.trim());
    let count = count.map_err(|_| ("antal", texts.measures_problem_count().to_owned()))?;
    Ok(Typed { count: Count::Said(count), was_wrong })
}

/// Whether the number the form said is what is known, or it did not say.
pub(super) fn is_known(cx: &mut Cx<'_, '_>, key: &ValueKey, typed: Typed) -> Answer<bool> {
    Ok(match typed.count {
        Count::Unasked => true,
        Count::Said(count) => known(cx, key)? == count,
    })
}

/// Whether what the form said changes anything.
fn is_news(cx: &mut Cx<'_, '_>, measure: &Measure, key: &ValueKey, typed: Typed) -> Answer<bool> {
    if !is_known(cx, key, typed)? {
        return Ok(true);
    }
    Ok(typed.was_wrong && protected(cx, measure, key)?.is_some())
}

/// Keeps what the form said, where that is something else than what is known.
pub(super) fn keep(
    cx: &mut Cx<'_, '_>,
    measure: &Measure,
    (key, version): (&ValueKey, i64),
    typed: Typed,
) -> Answer<()> {
    if is_news(cx, measure, key, typed)? { put(cx, (key, version), typed) } else { Ok(()) }
}

fn put(cx: &mut Cx<'_, '_>, (key, version): (&ValueKey, i64), typed: Typed) -> Answer<()> {
    let before = known(cx, key)?;
    if typed.was_wrong {
        store::mistake_counts(cx.tx, key)?;
    }
    let count = match typed.count {
        Count::Unasked => before,
        Count::Said(count) => count,
    };
    if before != count {
        store::keep_counts(cx.tx, None, [(key, count)])?;
    }
    let after = serde_json::json!({
        "org_unit": key.org_unit,
        "breakdown": key.breakdown,
        "period": key.period,
        "people": count,
        "people_before": before,
        "was_wrong": typed.was_wrong,
    });
    record(cx.tx, "count_people", "outcome", key.measure.bytes(), version, &after)
}

/// Keeps what the form said beside a value of a version that stays as it is.
pub(super) fn change(
    cx: &mut Cx<'_, '_>,
    measure: &Measure,
    (key, version): (&ValueKey, i64),
    typed: Typed,
) -> Answer<()> {
    if !is_news(cx, measure, key, typed)? {
        return Ok(());
    }
    store::raise_versions(cx.tx, [(key, version)])?;
    put(cx, (key, version + 1), typed)?;
    let mut written = Written::default();
    written.touch(key);
    written.withhold(cx.tx, &cx.whole)
}

/// What is said to whoever saves a value that stands as it is, but is now said to be about another
/// number of people than they saw.
pub(super) fn conflict_words(texts: Texts, typed: &str, known: Option<u32>) -> String {
    let said = |count: String| match count.trim() {
        "" => texts.measures_no_count().to_owned(),
        count => count.to_owned(),
    };
    texts.measures_conflict_people(said(typed.to_owned()), said(shown(known)))
}

/// What the form says of a place that is protected, and the way to say that it never needed to be, which
/// stays as it was ticked when the form comes back.
pub(super) fn protected_field(
    texts: Texts,
    fewest: Option<u32>,
    (may_verify, is_checked): (bool, bool),
) -> Markup {
    let words = fewest.map(|fewest| texts.measures_count_was_few(i64::from(fewest)));
    let words = words.unwrap_or_default();
    if !may_verify || !(is_checked || fewest.is_some()) {
        return html! { @if !words.is_empty() { p.fine { (words) } } };
    }
    let choice = Choice::new("ja", texts.measures_count_was_wrong()).chosen(is_checked);
    let field = Field::checkboxes("antal_fel", texts.measures_count_is_protected(), vec![choice]);
    html! { (field.hint(words)) }
}
