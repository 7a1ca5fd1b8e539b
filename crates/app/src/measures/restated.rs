//! What has become of values since frozen reports were made of them.

use domain::elements::Structure;
use domain::ids::{ElementId, OrgUnitId, ReportId};
use domain::measures::{Measure, OutcomeValue};
use domain::periods::Period;
use jiff::civil::Date;
use maud::{Markup, html};

use super::show::MeasurePage;
use super::store::{FrozenSeries, Turn};
use super::{Shown, outcome_words, period_words, shown_together, store};
use crate::cx::Cx;
use crate::i18n::Texts;
use crate::web::error::AppError;
use crate::web::ui::{Tone, notice};

/// Changes read for a page.
const MOST_READ: i64 = 200;
/// Changes shown on it.
const MOST_SHOWN: usize = 20;

/// A value that a frozen report says otherwise than what stands now.
pub struct Restated {
    /// The measure.
    pub measure: ElementId,
    /// Which value.
    pub period: Period,
    /// What the report says.
    pub before: OutcomeValue,
    /// What stands now.
    pub now: OutcomeValue,
    /// Why, where a person has said so.
    pub reason: String,
}

/// Something that was done on a day.
pub(super) struct Dated<T> {
    pub(super) what: T,
    pub(super) on: Date,
}

impl<T> Dated<T> {
    /// Puts the municipality's own days to what was done at some instants.
    pub(super) fn all(
        cx: &Cx<'_, '_>,
        all: impl IntoIterator<Item = T>,
        at: impl Fn(&T) -> i64,
    ) -> Vec<Self> {
        let day = |what: &T| cx.app.clock.local(at(what)).date();
        all.into_iter().map(|what| Self { on: day(&what), what }).collect()
    }
}

/// What was changed, and what frozen reports stand on.
#[derive(Default)]
pub(super) struct Past {
    pub(super) changes: Vec<Dated<Turn>>,
    pub(super) frozen: Vec<Dated<FrozenSeries>>,
}

impl Past {
    /// Reads what has been changed at an org unit and below it.
    pub(super) fn of(
        cx: &mut Cx<'_, '_>,
        structure: &Structure,
        measure: ElementId,
        org_unit: OrgUnitId,
    ) -> Result<Self, AppError> {
        let mut changes = store::newest_changes(cx.tx, measure, MOST_READ)?;
        let organisation = &structure.organisation;
        changes.retain(|one| {
            one.breakdown.is_empty() && organisation.is_within(one.org_unit, org_unit)
        });
        let frozen = store::frozen_of_measure(cx.tx, measure, org_unit)?;
        Ok(Self {
            changes: Dated::all(cx, changes, |one| one.at),
            frozen: Dated::all(cx, frozen, |one| one.at),
        })
    }
}

/// What a report says otherwise than the series now, as far as the measure's decimals show.
fn differing(
    measure: &Measure,
    frozen: &FrozenSeries,
    shown: &Shown,
    changes: &[Dated<Turn>],
) -> Vec<Restated> {
    let rounded = |value: OutcomeValue| match value {
        OutcomeValue::Measured(number) => {
            OutcomeValue::Measured(number.round_dp(u32::from(measure.decimals)).normalize())
        }
        other => other,
    };
    let now = |period: Period| {
        let points = &shown.series.points;
        let place = points.binary_search_by_key(&period, |point| point.period).ok();
        let outcome = place.and_then(|at| points.get(at)).and_then(|point| point.outcome.as_ref());
        outcome.map_or(OutcomeValue::Missing, |outcome| outcome.value)
    };
    let why = |period: Period| {
        let all = changes.iter().map(|one| &one.what);
        let since = all.filter(|one| one.at > frozen.at);
        let mut of_period = since.filter(|one| one.period == period);
        of_period.find(|one| !one.reason.is_empty()).map(|one| one.reason.clone())
    };
    // What the visitor may not see tells nothing of what has changed.
    let seen = frozen.points.iter().filter(|(period, _)| !shown.withheld.contains(period));
    seen
        .map(|(period, before)| (*period, *before, now(*period)))
        .filter(|(_, before, now)| rounded(*before) != rounded(*now))
        .map(|(period, before, now)| Restated {
            measure: measure.id,
            period,
            before,
            now,
            reason: why(period).unwrap_or_default(),
        })
        .collect()
}

/// What a frozen report says otherwise than the values now, by measure.
pub fn restated_since(
    cx: &mut Cx<'_, '_>,
    report: ReportId,
    org_unit: OrgUnitId,
) -> Result<Vec<Restated>, AppError> {
    let structure = cx.structure.clone();
    let frozen = store::frozen_in_report(cx.tx, report)?;
    let ids: Vec<ElementId> = frozen.iter().map(|one| one.measure).collect();
    let today = cx.today();
    let series = shown_together(cx, &structure, &ids, org_unit, today)?;
    let mut all = Vec::new();
    for one in frozen {
        let Some((measure, shown)) = structure.measure(one.measure).zip(series.get(&one.measure))
        else {
            continue;
        };
        let differ = differing(measure, &one, shown, &[]);
        if differ.is_empty() {
            continue;
        }
        // Reasons are looked for only where something differs, which is seldom.
        let past = Past::of(cx, &structure, one.measure, org_unit)?;
        all.extend(differing(measure, &one, shown, &past.changes));
    }
    Ok(all)
}

impl MeasurePage<'_> {
    /// What frozen reports say otherwise; nothing when they say the same.
    pub(super) fn restated_notice(&self) -> Markup {
        let texts = self.texts;
        let differ = self.past.frozen.iter().map(|frozen| {
            let since = differing(self.measure, &frozen.what, &self.shown, &self.past.changes);
            (frozen, since)
        });
        let differ: Vec<_> = differ.filter(|(_, since)| !since.is_empty()).collect();
        if differ.is_empty() {
            return html! {};
        }
        let body = html! {
            @for (frozen, since) in &differ {
                p { (texts.measures_restated_text(crate::i18n::date(texts.language, frozen.on))) }
                ul {
                    @for one in since.iter().take(MOST_SHOWN) { li { (restated_words(texts, self.measure, one)) } }
                }
            }
        };
        notice(Tone::Event, texts.measures_restated(), &body)
    }
}

/// A restated value in a sentence: what the report says, what stands now, and why.
pub(super) fn restated_words(texts: Texts, measure: &Measure, one: &Restated) -> String {
    let (before, now) =
        (outcome_words(texts, measure, one.before), outcome_words(texts, measure, one.now));
    let period = period_words(texts.language, one.period);
    let said = texts.measures_restated_value(before, now, period);
    if one.reason.is_empty() { said } else { format!("{said} {}", one.reason) }
}
