//! Whether groups differ more than chance: women and men, ages, backgrounds. Nothing is said where it is
//! not known how many the groups are, or may not be told.

use std::collections::BTreeSet;

use chart::{Caption, Intervals, Mark, Span, Theme, Width};
use domain::access::Action;
use domain::ids::OrgUnitId;
use domain::measures::Measure;
use domain::periods::Period;
use domain::statistics::funnel::Counted;
use domain::statistics::interval::{Compared, Confidence, compared};
use maud::{Markup, PreEscaped, html};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::cx::Cx;
use crate::i18n::Texts;
use crate::measures::few::Few;
use crate::measures::store::{self, Counts};
use crate::measures::words::tick_words;
use crate::measures::{period_words, value_words};
use crate::web::error::AppError;
use crate::web::ui::{ChartFigure, Column, Link, Row, Table, Tone, tag};

/// How many people the values of an org unit are about, as far as the visitor may know.
pub(super) struct People {
    org_unit: OrgUnitId,
    counts: Counts,
    /// Periods of which it is not told, because it would tell how few others are.
    telling: BTreeSet<Period>,
}

impl People {
    /// Reads it; `few` tells what is hidden, and is none for who reports for the org unit.
    pub(super) fn of(
        cx: &mut Cx<'_, '_>,
        measure: &Measure,
        org_unit: OrgUnitId,
        few: Option<&Few>,
    ) -> Result<Self, AppError> {
        let counts = store::counts_of(cx.tx, measure.id, org_unit)?;
        let places = few.into_iter().flat_map(|few| few.places(measure.id));
        let hidden = places.filter(|(unit, _)| !cx.can(Action::RecordOutcome, *unit));
        let telling = hidden.map(|(_, period)| period).collect();
        Ok(Self { org_unit, counts, telling })
    }

    /// How many a value is about, where that is known and may be told.
    pub(super) fn told(&self, group: &str, period: Period) -> Option<u32> {
        if self.telling.contains(&period) {
            return None;
        }
        let place = (self.org_unit, group.to_owned(), period.to_string());
        self.counts.get(&place).copied()
    }
}

/// The groups of a period, with their values and how many each is true of, compared.
type Found<'a> = (Period, Vec<(&'a str, Decimal, Counted)>, Compared);

/// The values of the groups of a period.
type Values<'a> = (Period, Vec<(&'a str, Decimal)>);

/// Groups of one period with what chance does to each.
pub(super) struct Apart<'a> {
    texts: Texts,
    measure: &'a Measure,
    /// The newest values that stand beside each other; none where there are none to show.
    values: Option<Values<'a>>,
    /// How many groups there are, also those without a value.
    many: usize,
    /// None where nothing can be said of chance.
    found: Option<Found<'a>>,
}

impl<'a> Apart<'a> {
    /// Sets those of so many groups that have a value for a period, at least two, beside each other.
    pub(super) fn of(
        texts: Texts,
        measure: &'a Measure,
        (people, many): (&People, usize),
        values: Option<Values<'a>>,
    ) -> Self {
        let found = values.as_ref().and_then(|(period, values)| {
            if !measure.is_share_of_people() {
                return None;
            }
            let counted = |(name, value): &(&'a str, Decimal)| {
                let share = value.checked_div(Decimal::ONE_HUNDRED)?.to_f64()?;
                let people = people.told(name, *period)?;
                Some((*name, *value, Counted::of(share, u64::from(people))?))
            };
            // One group that is not known makes the picture of the others another one.
            let groups: Vec<_> = values.iter().map(counted).collect::<Option<_>>()?;
            let of: Vec<Counted> = groups.iter().map(|(.., counted)| *counted).collect();
            let compared = compared(&of)?;
            Some((*period, groups, compared))
        });
        Self { texts, measure, values, many, found }
    }

    /// How far apart the values are, in plain words, and whether that is more than chance, where that
    /// can be known.
    pub(super) fn finding(&self) -> String {
        let texts = self.texts;
        let Some((period, values)) = &self.values else {
            return texts.measures_groups_nothing().to_owned();
        };
        let by_value = |one: &&(&str, Decimal)| one.1;
        let (Some((low, least)), Some((high, most))) =
            (values.iter().min_by_key(by_value), values.iter().max_by_key(by_value))
        else {
            return texts.measures_groups_nothing().to_owned();
        };
        let period = period_words(texts.language, *period);
        let [least, most] =
            [least, most].map(|value| value_words(texts.language, self.measure, *value));
        let fact = match (least == most, values.len() == self.many) {
            (true, true) => texts.measures_groups_equal(period, most),
            (true, false) => texts.measures_groups_equal_some(period, most),
            (false, all) => {
                let fact = texts.measures_groups_apart(*high, least, *low, most, period);
                let some = if all { "" } else { texts.measures_groups_some() };
                format!("{fact} {some}").trim_end().to_owned()
            }
        };
        let chance = match &self.found {
            Some(_) => self.by_chance(),
            None if self.measure.is_share_of_people() => {
                texts.measures_groups_no_counts().to_owned()
            }
            None => texts.measures_groups_no_share().to_owned(),
        };
        format!("{fact} {chance}")
    }

    /// Whether they differ more than chance; empty where that cannot be known.
    fn by_chance(&self) -> String {
        let texts = self.texts;
        let Some((period, groups, compared)) = &self.found else { return String::new() };
        let period = period_words(texts.language, *period);
        let name = |at: usize| groups.get(at).map_or("", |(name, ..)| name);
        match compared.apart.as_slice() {
            [] => texts.measures_apart_none(period),
            [(high, low)] => texts.measures_apart_pair(name(*high), name(*low), period),
            pairs => {
                let pairs: Vec<String> = pairs
                    .iter()
                    .map(|(high, low)| texts.measures_apart_over(name(*high), name(*low)))
                    .collect();
                texts.measures_apart_pairs(pairs.join(", "), period)
            }
        }
    }

    /// The groups with the ends of their intervals in per cent, as lines of a file.
    pub(super) fn lines(&self) -> Vec<[String; 6]> {
        let Some((period, groups, compared)) = &self.found else { return Vec::new() };
        let percent = |share: f64| format!("{:.2}", share * 100.0);
        let line = |((name, value, counted), ends): (&(&str, Decimal, Counted), &Confidence)| {
            [
                (*name).to_owned(),
                period.to_string(),
                value.normalize().to_string(),
                counted.out_of.to_string(),
                percent(ends.low),
                percent(ends.high),
            ]
        };
        groups.iter().zip(&compared.intervals).map(line).collect()
    }

    /// The intervals as a picture and a table, and how they were counted.
    pub(super) fn section(&self, place: usize, csv: String) -> Markup {
        let texts = self.texts;
        let Some((period, groups, compared)) = &self.found else { return html! {} };
        let title =
            format!("{}, {}", texts.measures_apart(), period_words(texts.language, *period));
        let both = || groups.iter().zip(&compared.intervals);
        let words = |value: Decimal| value_words(texts.language, self.measure, value);
        let draw = |width| {
            let rows = both().map(|((name, value, _), interval)| Span {
                label: (*name).to_owned(),
                value: value.to_f64(),
                value_label: words(*value),
                ends: Some((interval.low * 100.0, interval.high * 100.0)),
                mark: Mark::Usual,
            });
            let tick = |value: f64| tick_words(texts.language, value);
            let chart = Intervals {
                caption: Caption {
                    id: format!("skillnad-{place}"),
                    title: title.clone(),
                    desc: self.by_chance(),
                },
                width,
                rows: rows.collect(),
                reference: None,
                tick_label: &tick,
            };
            PreEscaped(chart.svg(Theme::Screen))
        };
        let percent = |share: f64| Decimal::try_from(share * 100.0).map(words).unwrap_or_default();
        let rows = both()
            .map(|((name, value, counted), interval)| {
                let ends = texts.measures_between(percent(interval.high), percent(interval.low));
                Row::words(&[(*name).to_owned(), words(*value), counted.out_of.to_string(), ends])
            })
            .collect();
        let columns = vec![
            Column::text(texts.measures_group()),
            Column::number(texts.measures_value()),
            Column::number(texts.measures_people()),
            Column::number(texts.measures_apart_interval()),
        ];
        let id = format!("skillnad-tabell-{place}");
        let table = Table::new(id, title.clone(), columns, rows).hide_caption();
        let figure = ChartFigure {
            title: title.clone(),
            sub: true,
            status: Some(tag(Tone::Neutral, texts.measures_automatic())),
            finding: self.by_chance(),
            wide: draw(Width::Wide),
            narrow: Some(draw(Width::Narrow)),
            table: Some((texts.web_show_table().to_owned(), html! { (table) })),
            csv: Some(Link::new(csv, texts.web_csv())),
            ..ChartFigure::default()
        };
        html! { div.stack { (figure) p.fine { (texts.measures_apart_method()) } } }
    }
}
