//! How a finding was counted: every figure behind the automatic sentences, so that an auditor can count
//! them again.

use domain::ids::ElementId;
use domain::measures::Measure;
use domain::statistics::finding::{Finding, Reading};
use domain::statistics::forecast::{Basis, Forecast};
use domain::statistics::xmr::{BASELINE, Evidence, Segment, Xmr};
use domain::statistics::{Limits, Mark, Movement, Pattern, Position};
use maud::{Markup, html};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::finding_words::run_of;
use super::show::chosen;
use super::year_end::YearEnd;
use super::{
    FindingWords, Shown, finding_words, period_words, shown, store, target_words, url_for,
    value_words,
};
use crate::cx::Cx;
use crate::frame::Nav;
use crate::i18n::{Texts, decimal};
use crate::web::error::{Answer, OrNotFound};
use crate::web::response::Response;
use crate::web::ui::{
    Column, Fact, PageHead, Row, Stop, Table, Tone, breadcrumb_thread, facts, page_header, section,
    tag,
};

/// Everything the page shows.
struct Explained<'a> {
    texts: Texts,
    measure: &'a Measure,
    shown: &'a Shown,
    chart: Option<Xmr>,
    words: FindingWords,
    of_year: YearEnd<'a>,
}

/// Shows the page.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer<Response> {
    let id: ElementId = cx.req.param("id").or_not_found()?;
    let structure = cx.structure.clone();
    let element = cx.find_visible(&structure, id)?;
    let measure = structure.measure(id).or_not_found()?;
    let with_values = store::org_units_with_values(cx.tx, id)?;
    let org_unit = chosen(cx, element, &with_values)?;
    let today = cx.today();
    let shown = shown(cx, &structure, id, org_unit, today)?.or_not_found()?;
    let texts = cx.texts();
    let words = finding_words(texts, &element.title, measure, &shown);
    let chart = shown.series.chart(&shown.baselines).ok();
    let of_year = YearEnd { texts, structure: &structure, element, measure, shown: &shown };
    let page = Explained { texts, measure, shown: &shown, chart, words, of_year };
    let stops =
        [Stop::to(url_for(id, org_unit), &element.title), Stop::here(texts.measures_counted_so())];
    let head = PageHead {
        eyebrow: format!("{}, {}", element.title, structure.organisation.name(org_unit)),
        title: texts.measures_counted_so().to_owned(),
        lead: texts.measures_explained_lead().to_owned(),
        ..PageHead::default()
    };
    let body = html! {
        div.wrap.page {
            (breadcrumb_thread(texts.web_thread_label(), &stops))
            (page_header(&head))
            (page.sentence())
            (page.limits())
            (page.year())
            (section("varden", texts.measures_explained_values(), texts.measures_explained_values_note(), &page.table()))
        }
    };
    Ok(cx.page(texts.measures_counted_so(), Nav::Measures, &body))
}

impl Explained<'_> {
    /// A computed number, with two decimals more than the measure shows.
    fn number(&self, value: f64) -> String {
        let decimals = u32::from(self.measure.decimals) + 2;
        let value = Decimal::try_from(value).map(|value| value.round_dp(decimals).normalize());
        value.map(|value| decimal(self.texts.language, value)).unwrap_or_default()
    }

    fn reading(&self) -> Option<&Reading> {
        match &self.shown.finding {
            Some(Finding::Observed(reading)) => Some(reading),
            _ => None,
        }
    }

    fn sentence(&self) -> Markup {
        let texts = self.texts;
        let body = html! {
            p { (tag(Tone::Neutral, texts.measures_automatic())) " " b { (self.words.word) ". " } (self.words.sentence) " " (self.words.assurance) }
            p { (self.rule()) }
            @if let Some(target) = self.target() { p { (target) } }
        };
        section("mening", texts.measures_explained_sentence(), "", &body)
    }

    /// Which rule the sentence follows from.
    fn rule(&self) -> String {
        let texts = self.texts;
        let Some(reading) = self.reading() else {
            return match self.shown.finding {
                None => texts.measures_explained_unusable().to_owned(),
                Some(_) => texts.measures_explained_missing().to_owned(),
            };
        };
        if reading.season.is_some() {
            return texts.measures_explained_season().to_owned();
        }
        match (&reading.signal, reading.evidence) {
            (_, Evidence::TooFew { .. }) => texts.measures_explained_too_few().to_owned(),
            (None, _) => texts.measures_explained_no_rule().to_owned(),
            (Some(signal), _) => {
                let told = run_of(reading, signal);
                if told.pattern == signal.pattern {
                    return self.rule_words(signal.pattern);
                }
                let both = [signal.pattern, told.pattern].map(|one| self.rule_words(one));
                format!("{} {}", both.join(" "), texts.measures_explained_larger())
            }
        }
    }

    fn rule_words(&self, pattern: Pattern) -> String {
        let texts = self.texts;
        let points = |points: usize| i64::try_from(points).unwrap_or(0);
        match pattern {
            Pattern::Outside => texts.measures_explained_outside().to_owned(),
            Pattern::NearLimit => texts.measures_explained_near().to_owned(),
            Pattern::Trend { points: run } => texts.measures_explained_trend(points(run)),
            Pattern::Shift { points: run } => texts.measures_explained_shift(points(run)),
        }
    }

    /// How the target is held against the limits.
    fn target(&self) -> Option<String> {
        let texts = self.texts;
        let target = target_words(texts, self.measure, self.shown.target.as_ref()?);
        let reading = self.reading()?;
        if reading.season.is_some() {
            return Some(texts.measures_explained_target_latest(target));
        }
        Some(match reading.limits {
            Some(limits) => {
                let (low, high) = (self.number(limits.lower), self.number(limits.upper));
                texts.measures_explained_target(high, low, target)
            }
            None => texts.measures_explained_target_latest(target),
        })
    }

    fn period_at(&self, index: usize) -> String {
        let place = self.shown.series.points.get(index);
        place.map(|place| period_words(self.texts.language, place.period)).unwrap_or_default()
    }

    fn limits(&self) -> Markup {
        let texts = self.texts;
        let segments = self.chart.iter().flat_map(|chart| &chart.segments);
        let body = html! {
            @for one in segments { (self.segment(one)) }
            p.fine { (texts.measures_explained_source()) }
        };
        section("granser", texts.measures_explained_limits(), "", &body)
    }

    fn segment(&self, one: &Segment) -> Markup {
        let texts = self.texts;
        let last = one.points.end.saturating_sub(1);
        let (first, last) = (self.period_at(one.points.start), self.period_at(last));
        let count = |count: usize| i64::try_from(count).unwrap_or(0);
        let rests = match one.evidence {
            Evidence::TooFew { observed } => texts.measures_explained_few(count(observed)),
            Evidence::Trial { observed } => texts.measures_explained_trial(count(observed)),
            Evidence::Firm { observed } => {
                texts.measures_explained_firm(count(BASELINE.min(observed)), count(observed))
            }
        };
        let mut all = vec![
            Fact::new(texts.measures_explained_stretch(), &texts.measures_between(last, first)),
            Fact::new(texts.measures_explained_rests(), &rests),
        ];
        if let Some(reason) = &one.reason {
            all.push(Fact::new(texts.measures_reason(), reason));
        }
        if let Some(limits) = one.limits {
            all.extend(self.of_limits(&limits));
        }
        facts(&all)
    }

    fn of_limits(&self, limits: &Limits) -> [Fact; 4] {
        let texts = self.texts;
        let [mean, range, lower, upper] =
            [limits.mean, limits.mean_moving_range, limits.lower, limits.upper]
                .map(|value| self.number(value));
        [
            Fact::new(texts.measures_explained_mean(), &mean),
            Fact::new(texts.measures_explained_range(), &range),
            Fact::new(
                texts.measures_explained_upper(),
                &texts.measures_explained_above(&mean, &range, &upper),
            ),
            Fact::new(
                texts.measures_explained_lower(),
                &texts.measures_explained_below(&lower, &mean, &range),
            ),
        ]
    }

    fn year(&self) -> Markup {
        let texts = self.texts;
        let Some((year, Ok(forecast))) = self.of_year.forecast() else { return html! {} };
        let body = html! {
            p { (tag(Tone::Neutral, texts.measures_automatic())) " " (self.of_year.forecast_words(year, &forecast).join(" ")) }
            p { (self.of_year.forecast_basis(&forecast)) }
            p { (self.way(&forecast)) }
        };
        section("prognos", texts.measures_forecast(), "", &body)
    }

    fn way(&self, forecast: &Forecast) -> &'static str {
        match forecast.basis {
            Basis::EarlierYears(_) => self.texts.measures_explained_years(),
            Basis::UsualVariation => self.texts.measures_explained_usual(),
        }
    }

    /// Every value, its difference from the one before, and how the rules see it.
    fn table(&self) -> Markup {
        let texts = self.texts;
        let marks = self.chart.as_ref().map(|chart| chart.marks.as_slice()).unwrap_or_default();
        let mut before: Option<f64> = None;
        let mut rows = Vec::new();
        for (index, place) in self.shown.series.points.iter().enumerate() {
            let segment = self.chart.as_ref().and_then(|chart| chart.segment_at(index));
            if segment.is_some_and(|one| one.points.start == index) {
                before = None;
            }
            let value = place.outcome.as_ref().and_then(|outcome| outcome.value.number());
            let number = value.and_then(|value| value.to_f64());
            let range = number.zip(before).map(|(now, before)| self.number((now - before).abs()));
            let limits = segment.and_then(|one| one.limits);
            let position = limits.zip(number).map(|(limits, number)| limits.position(number));
            let words = match value {
                Some(value) => value_words(texts.language, self.measure, value),
                None if self.shown.withheld.contains(&place.period) => {
                    texts.measures_hidden().to_owned()
                }
                None => texts.measures_state_missing().to_owned(),
            };
            rows.push(Row::words(&[
                period_words(texts.language, place.period),
                words,
                range.unwrap_or_default(),
                position.map(|one| position_words(texts, one)).unwrap_or_default().to_owned(),
                marks
                    .get(index)
                    .copied()
                    .flatten()
                    .map(|mark| mark_words(texts, mark))
                    .unwrap_or_default(),
            ]));
            before = number.or(before);
        }
        rows.reverse();
        let columns = vec![
            Column::text(texts.measures_period()),
            Column::number(texts.measures_value()),
            Column::number(texts.measures_explained_difference()),
            Column::text(texts.measures_explained_place()),
            Column::text(texts.measures_explained_mark()),
        ];
        let title = texts.measures_explained_values();
        html! { (Table::new("raknat", title, columns, rows).hide_caption().stacked()) }
    }
}

fn position_words(texts: Texts, position: Position) -> &'static str {
    match position {
        Position::Outside(Movement::Up) => texts.measures_place_outside_up(),
        Position::Outside(Movement::Down) => texts.measures_place_outside_down(),
        Position::Near(Movement::Up) => texts.measures_place_near_up(),
        Position::Near(Movement::Down) => texts.measures_place_near_down(),
        Position::Inside(Movement::Up) => texts.measures_place_above(),
        Position::Inside(Movement::Down) => texts.measures_place_below(),
        Position::OnMean => texts.measures_place_mean(),
    }
}

fn mark_words(texts: Texts, mark: Mark) -> String {
    let rule = match mark.pattern {
        Pattern::Outside => texts.measures_mark_outside(),
        Pattern::Trend { .. } => texts.measures_mark_trend(),
        Pattern::NearLimit => texts.measures_mark_near(),
        Pattern::Shift { .. } => texts.measures_mark_shift(),
    };
    if mark.possible {
        format!("{rule}, {}", texts.measures_mark_possible())
    } else {
        rule.to_owned()
    }
}
