//! What has become of values since frozen reports were made of them.

use std::collections::BTreeSet;

use domain::access::Action;
use domain::ids::{ElementId, OrgUnitId, ReportId};
use domain::measures::{Measure, OutcomeValue};
use domain::periods::Period;
use jiff::civil::Date;
use maud::{Markup, html};

use super::show::MeasurePage;
use super::store::{FrozenSeries, SaidWhy, Turn};
use super::{Few, Shown, outcome_words, period_words, shown_together, store};
use crate::cx::Cx;
use crate::i18n::Texts;
use crate::web::error::AppError;
use crate::web::ui::{Tone, notice};

/// Changes read for a page.
const MOST_READ: i64 = 20;
/// Restated values shown on it.
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

/// The places where the visitor is not told of changed values, and where not of what others made up
/// before.
#[derive(Default)]
pub(super) struct HiddenPlaces {
    pub(super) values: BTreeSet<(OrgUnitId, Period)>,
    pub(super) sums: BTreeSet<(OrgUnitId, Period)>,
}

/// What was changed, and what frozen reports stand on.
#[derive(Default)]
pub(super) struct Past {
    pub(super) changes: Vec<Dated<Turn>>,
    /// The changes of values that the visitor may not see, by org unit and period.
    pub(super) hidden: HiddenPlaces,
    pub(super) frozen: Vec<Dated<FrozenSeries>>,
    /// The periods of which the visitor is not told what a report said beside what stands now.
    untold: BTreeSet<Period>,
    reasons: Vec<SaidWhy>,
}

impl Past {
    /// Reads what has been changed at an org unit and below it.
    pub(super) fn of(
        cx: &mut Cx<'_, '_>,
        few: &Few,
        measure: ElementId,
        org_unit: OrgUnitId,
    ) -> Result<Self, AppError> {
        let changes = store::newest_changes(cx.tx, measure, org_unit, MOST_READ)?;
        let of_others = |one: &&Turn| !cx.can(Action::RecordOutcome, one.org_unit);
        let places = || changes.iter().filter(of_others).map(|one| (one.org_unit, one.period));
        let hidden = HiddenPlaces {
            values: places().filter(|place| few.hides_past(measure, *place)).collect(),
            sums: places().filter(|place| few.hides_past_sum(measure, *place)).collect(),
        };
        let frozen = store::frozen_of_measure(cx.tx, measure, org_unit)?;
        let reasons = match frozen.iter().map(|one| one.at).min() {
            Some(since) => store::reasons_since(cx.tx, &[measure], org_unit, since)?,
            None => Vec::new(),
        };
        let reports = cx.can(Action::RecordOutcome, org_unit);
        let untold = frozen
            .iter()
            .flat_map(|one| one.points.iter().map(|(period, _)| *period))
            .filter(|period| !reports && few.was_few_in(measure, *period))
            .collect();
        Ok(Self {
            untold,
            changes: Dated::all(cx, changes, |one| one.at),
            hidden,
            frozen: Dated::all(cx, frozen, |one| one.at),
            reasons,
        })
    }
}

/// What a report says otherwise than the series now, as far as the measure's decimals show.
fn differing(
    measure: &Measure,
    frozen: &FrozenSeries,
    (shown, untold): (&Shown, &BTreeSet<Period>),
    reasons: &[SaidWhy],
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
        let mut since = reasons.iter().filter(|one| one.at > frozen.at);
        let of_period = since.find(|one| one.measure == measure.id && one.period == period);
        of_period.map(|one| one.reason.clone())
    };
    // What the visitor may not see tells nothing of what has changed.
    let is_told = |period: &Period| !shown.withheld.contains(period) && !untold.contains(period);
    let seen = frozen.points.iter().filter(|(period, _)| is_told(period));
    seen.map(|(period, before)| (*period, *before, now(*period)))
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
    let few = Few::of(cx, &ids)?;
    let reports = cx.can(Action::RecordOutcome, org_unit);
    let untold = |one: &FrozenSeries| -> BTreeSet<Period> {
        let periods = one.points.iter().map(|(period, _)| *period);
        periods.filter(|period| !reports && few.was_few_in(one.measure, *period)).collect()
    };
    let of = |one: &FrozenSeries| structure.measure(one.measure).zip(series.get(&one.measure));
    let differ = |one: &FrozenSeries, reasons: &[SaidWhy]| {
        of(one)
            .map(|(measure, shown)| differing(measure, one, (shown, &untold(one)), reasons))
            .unwrap_or_default()
    };
    // Reasons are looked for only where something differs, which is seldom.
    let differing: Vec<&FrozenSeries> =
        frozen.iter().filter(|one| !differ(one, &[]).is_empty()).collect();
    let Some(since) = differing.iter().map(|one| one.at).min() else { return Ok(Vec::new()) };
    let ids: Vec<ElementId> = differing.iter().map(|one| one.measure).collect();
    let reasons = store::reasons_since(cx.tx, &ids, org_unit, since)?;
    Ok(differing.into_iter().flat_map(|one| differ(one, &reasons)).collect())
}

impl MeasurePage<'_> {
    /// What frozen reports say otherwise; nothing when they say the same.
    pub(super) fn restated_notice(&self) -> Markup {
        let texts = self.texts;
        let differ = self.past.frozen.iter().map(|frozen| {
            let since = differing(
                self.measure,
                &frozen.what,
                (&self.shown, &self.past.untold),
                &self.past.reasons,
            );
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
