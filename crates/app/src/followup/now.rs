//! The parts of an account as the figures are now: while it is written, its questions follow them; what is
//! handed in says what it said.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use domain::elements::Structure;
use domain::followup::{AccountState, EventKind, PartKind, Round};
use domain::ids::{ElementId, OrgUnitId, PartId};
use maud::{Markup, html};

use super::making::{Figures, follow_series};
use super::reach::Found;
use super::store::{self, Account, Part};
use crate::cx::Cx;
use crate::measures::{self, Few, Shown, target_words, value_words};
use crate::web::error::AppError;
use crate::web::ui::{Tone, notice};

/// The figures of org units, read once each for a page that shows several accounts.
pub(super) type Read = BTreeMap<OrgUnitId, Figures>;

/// The parts of an account in order, as they ask now.
pub(super) fn parts_with(
    cx: &mut Cx<'_, '_>,
    account: &Account,
    round: &Round,
    read: &mut Read,
) -> Result<Vec<Part>, AppError> {
    let mut parts = store::parts_of(cx.tx, account.id)?;
    let asks = |part: &Part| part.kind == PartKind::Measure;
    if account.state != AccountState::Draft || !parts.iter().any(asks) {
        return Ok(parts);
    }
    let figures = match read.entry(account.org_unit) {
        Entry::Occupied(kept) => kept.into_mut(),
        Entry::Vacant(place) => place.insert(Figures::now(cx, account.org_unit)?),
    };
    let structure = cx.structure.clone();
    for part in &mut parts {
        figures.follow((&structure, round), part);
    }
    Ok(parts)
}

/// Lets the parts of an account that is being written follow series that the caller has read: the org
/// unit's own, by measure.
pub fn follow_seen<'s>(
    structure: &Structure,
    round: &Round,
    parts: &mut [Part],
    series: impl Fn(ElementId) -> Option<&'s Shown>,
) {
    for part in parts {
        if let Some(shown) = part.subject.and_then(&series) {
            follow_series((structure, round), part, shown);
        }
    }
}

/// The same of an account that was found.
pub(super) fn parts_of(cx: &mut Cx<'_, '_>, found: &Found) -> Result<Vec<Part>, AppError> {
    parts_with(cx, &found.account, &found.round, &mut Read::new())
}

/// Keeps what the figures asked for when the account is handed in: what it says then it goes on saying.
pub(super) fn keep(
    cx: &mut Cx<'_, '_>,
    found: &Found,
    mut parts: Vec<Part>,
) -> Result<Vec<Part>, AppError> {
    let before = store::parts_of(cx.tx, found.account.id)?;
    for part in &mut parts {
        if std::mem::take(&mut part.eased) {
            part.needs.clear();
        }
    }
    let says = |one: &Part| {
        (one.needs.clone(), one.automatic_text.clone(), one.proposed, one.proposal_reason.clone())
    };
    let kept: BTreeMap<PartId, &Part> = before.iter().map(|one| (one.id, one)).collect();
    let is_other = |one: &&Part| kept.get(&one.id).is_some_and(|kept| says(kept) != says(one));
    let others: Vec<&Part> = parts.iter().filter(is_other).collect();
    store::keep_figures(cx.tx, &others)?;
    Ok(parts)
}

/// What has become of the figures of a part that no longer needs words.
pub(super) fn told(cx: &mut Cx<'_, '_>, found: &Found, part: &Part) -> Result<Markup, AppError> {
    let Some(id) = part.subject.filter(|_| part.eased) else { return Ok(html! {}) };
    let figures = Figures::of_one(cx, found.account.org_unit, id)?;
    let sentence = sentence(cx, found, &figures, id)?;
    let texts = cx.texts();
    let body = html! { p { (sentence) } p { (texts.followup_eased_text()) } };
    Ok(notice(Tone::Event, texts.followup_eased(), &body))
}

fn sentence(
    cx: &mut Cx<'_, '_>,
    found: &Found,
    figures: &Figures,
    id: ElementId,
) -> Result<String, AppError> {
    let texts = cx.texts();
    let structure = cx.structure.clone();
    let measure = structure.measure(id);
    let (Some(measure), Some(shown)) = (measure, figures.told(id)) else {
        return Ok(texts.followup_eased_usual().to_owned());
    };
    let met = figures
        .meets_target((&structure, &found.round), id)
        .filter(|met| *met)
        .and(shown.target.as_ref());
    let target = met.map(|target| target_words(texts, measure, target)).unwrap_or_default();
    let met = if target.is_empty() { "no" } else { "yes" };
    let Some((place, value)) = shown.series.latest().filter(|_| !shown.hides_latest()) else {
        return Ok(texts.followup_eased_hidden(met, target));
    };
    let words = |value| value_words(texts.language, measure, value);
    let events = store::events_of(cx.tx, found.account.id)?;
    let begun = events.iter().filter(|one| one.kind == EventKind::Begun).map(|one| one.at).max();
    let period = place.period.to_string();
    let unit = found.account.org_unit;
    let turns = measures::store::changes_of_value(cx.tx, id, unit, &period)?;
    // The oldest change since the account was opened says what stood when it was; where nobody has noted
    // when that was, the last change is what is known.
    let since = match begun {
        Some(begun) => turns.iter().rev().find(|turn| turn.at > begun),
        None => turns.first(),
    };
    let before = since.and_then(|turn| turn.before.and_then(|before| before.value.number()));
    // Who writes may be a substitute, who has not seen what stood there.
    let may_tell = !Few::of(cx, &[id])?.hides_past(id, (unit, place.period));
    let before = before.filter(|_| may_tell);
    Ok(match before.filter(|before| *before != value) {
        Some(before) => texts.followup_eased_changed(words(before), met, target, words(value)),
        None => texts.followup_eased_latest(met, target, words(value)),
    })
}
