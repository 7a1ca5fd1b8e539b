//! Values, targets and periods in words.

use domain::ids::{ElementId, OrgUnitId};
use domain::measures::{Closing, Measure, OutcomeValue, SeriesPoint, Target};
use domain::periods::{Frequency, Period};
use domain::steering::TargetKind;
use jiff::civil::Date;
use rust_decimal::Decimal;

use super::Shown;
use crate::i18n::{Language, Texts, date, decimal, month_name};
use crate::web::ui::Row;

/// The latest value, or that it is hidden; none where there is none.
pub fn latest_words(texts: Texts, measure: &Measure, shown: &Shown) -> Option<String> {
    if shown.hides_latest() {
        return Some(texts.measures_hidden().to_owned());
    }
    shown.series.latest().map(|(_, value)| value_words(texts.language, measure, value))
}

/// More months than this on an axis have the years named instead.
const MOST_MONTHS: usize = 18;

/// A value with its sign: `8,1 %`.
pub fn value_words(language: Language, measure: &Measure, value: Decimal) -> String {
    let mut shown = value.round_dp(u32::from(measure.decimals));
    shown.rescale(u32::from(measure.decimals));
    let number = decimal(language, shown);
    if measure.is_percentage { format!("{number}\u{a0}%") } else { number }
}

/// What is known in words: the value, that it is missing, or that the question does not concern.
pub fn outcome_words(texts: Texts, measure: &Measure, value: OutcomeValue) -> String {
    match value {
        OutcomeValue::Measured(number) => value_words(texts.language, measure, number),
        OutcomeValue::Missing => texts.measures_state_missing().to_owned(),
        OutcomeValue::NotApplicable => texts.measures_state_not_applicable().to_owned(),
    }
}

/// A target in words: `minst 92 %`.
pub fn target_words(texts: Texts, measure: &Measure, target: &Target) -> String {
    let words = |level: Option<Decimal>| {
        level.map(|level| value_words(texts.language, measure, level)).unwrap_or_default()
    };
    match target.kind {
        TargetKind::AtLeast => texts.measures_at_least(words(target.low)),
        TargetKind::AtMost | TargetKind::RankShare => texts.measures_at_most(words(target.low)),
        TargetKind::Equal => texts.measures_equal(words(target.low)),
        TargetKind::Range => texts.measures_range(words(target.high), words(target.low)),
        TargetKind::Increase => texts.measures_increase().to_owned(),
        TargetKind::Decrease => texts.measures_decrease().to_owned(),
        TargetKind::MilestoneText | TargetKind::YesNo => texts.measures_milestone().to_owned(),
        TargetKind::None => String::new(),
    }
}

/// A target as it is written, with the decimals of the measure.
pub(super) fn written_target(measure: &Measure, target: &Target) -> Target {
    let written = |level: Decimal| level.round_dp(u32::from(measure.decimals));
    Target { low: target.low.map(written), high: target.high.map(written), ..target.clone() }
}

/// A tick of an axis, with at most two decimals.
pub(super) fn tick_words(language: Language, value: f64) -> String {
    let value = Decimal::try_from(value).map(|value| value.round_dp(2).normalize());
    value.map(|value| decimal(language, value)).unwrap_or_default()
}

/// A period in words: `augusti 2026`, `tertial 2 2026`, `2026`.
pub fn period_words(language: Language, period: Period) -> String {
    let texts = Texts::from(language);
    match period.frequency() {
        Frequency::Month => {
            let month = month_name(language, i8::try_from(period.number()).unwrap_or(1));
            format!("{month} {}", period.year())
        }
        Frequency::Tertial => texts.measures_tertial(period.number(), period.year()),
        Frequency::HalfYear => texts.measures_half_year(period.number(), period.year()),
        Frequency::Year => period.year().to_string(),
    }
}

/// The label of a period on an axis, in a few letters: `aug 2026`, `aug`, `T2 26`, `2026`. Over many
/// months only the ends and the turns of the years have one, so that nobody counts months.
pub(super) fn axis_label(language: Language, period: Period, index: usize, count: usize) -> String {
    match period.frequency() {
        Frequency::Month => {
            let is_end = index == 0 || index + 1 == count;
            let (is_new_year, is_long) = (period.number() == 1, count > MOST_MONTHS);
            if is_long && !is_end && !is_new_year {
                return String::new();
            }
            let month = month_name(language, i8::try_from(period.number()).unwrap_or(1));
            let short: String = month.chars().take(3).collect();
            let is_dated = is_new_year || index == 0 || (is_long && is_end);
            if is_dated { format!("{short} {}", period.year()) } else { short }
        }
        Frequency::Tertial => format!("T{} {:02}", period.number(), period.year() % 100),
        Frequency::HalfYear => format!("H{} {:02}", period.number(), period.year() % 100),
        Frequency::Year => period.year().to_string(),
    }
}

/// The page of a measure as one org unit's values.
pub fn url_for(id: ElementId, org_unit: OrgUnitId) -> String {
    format!("/matt/{id}?enhet={org_unit}")
}

/// A value as the source's own, in the middle of a sentence.
pub fn whose_value(texts: Texts, origin: &str) -> String {
    if origin.is_empty() {
        texts.measures_own_value().to_owned()
    } else {
        texts.measures_value_from(origin)
    }
}

/// By whom it was closed, and until when it can be opened again.
pub fn closing_words(texts: Texts, closing: &Closing, on: Date, today: Date) -> String {
    let day = date(texts.language, on);
    let until = date(texts.language, closing.closes_on);
    let (by, round) = (closing.by.as_str(), closing.round.as_str());
    if closing.is_frozen {
        texts.measures_closed_frozen(day, by, round)
    } else if today <= closing.closes_on {
        texts.measures_closed_handed_in(day, by, round, until)
    } else {
        let from = closing.closes_on.tomorrow().unwrap_or(closing.closes_on);
        texts.measures_closed_for_good(day, date(texts.language, from), by, round)
    }
}

/// An estimate as its measure is shown.
pub(super) fn float_words(language: Language, measure: &Measure, value: f64) -> String {
    Decimal::try_from(value).map(|value| value_words(language, measure, value)).unwrap_or_default()
}

/// The one row for a long stretch that nobody has said anything of, in a table over periods.
pub(super) fn silence(texts: Texts, points: &[SeriesPoint], columns: usize) -> Row {
    let ends = points.first().zip(points.last()).map(|(first, last)| {
        let [first, last] = [first, last].map(|one| period_words(texts.language, one.period));
        texts.measures_between(last, first)
    });
    let mut cells = vec![ends.unwrap_or_default(), texts.measures_silence().to_owned()];
    cells.resize(columns, String::new());
    Row::words(&cells)
}
