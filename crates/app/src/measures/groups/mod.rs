//! Values of groups beside each other, such as women and men: paired dots and a table for each way a
//! measure is broken down. What is about too few is not shown.

use std::collections::{BTreeMap, BTreeSet};

use chart::Width;
use domain::elements::Element;
use domain::ids::OrgUnitId;
use domain::measures::{Measure, Outcome, breakdown_of};
use domain::periods::Period;
use maud::{Markup, PreEscaped, html};

use super::few::Few;
use super::{outcome_words, period_words, store};
use crate::cx::Cx;
use crate::i18n::Texts;
use crate::web::error::AppError;
use crate::web::ui::{ChartFigure, Column, Link, Row, Table, Tone, section, tag};
use apart::{Apart, People};

mod apart;
mod file;
mod picture;

pub(super) use file::download;

/// Periods shown, newest first.
const PERIODS: usize = 6;

/// The values of groups of an org unit, and which of them the visitor may not see.
pub(super) struct Groups {
    outcomes: Vec<Outcome>,
    hidden: BTreeSet<(String, Period)>,
    /// Where the numbers of people are put right, for who reports for the org unit.
    counts: Option<String>,
    people: People,
    org_unit: OrgUnitId,
}

impl Groups {
    /// Reads the newest values; `few` tells what is hidden, and is none for who reports for the org
    /// unit and sees what is about few, too.
    pub(super) fn of(
        cx: &mut Cx<'_, '_>,
        measure: &Measure,
        org_unit: OrgUnitId,
        few: Option<&Few>,
    ) -> Result<Self, AppError> {
        let outcomes = store::groups(cx.tx, measure.id, org_unit)?;
        let is_few = |one: &&Outcome| few.is_some_and(|few| few.hides_outcome(one));
        let hidden = outcomes.iter().filter(is_few);
        let hidden = hidden.map(|one| (one.breakdown.clone(), one.period)).collect();
        let reports = few.is_none() && measure.least_count > 1 && measure.formula.is_none();
        let counts = reports.then(|| super::count_of_group::list_url(measure.id, org_unit));
        let people = People::of(cx, measure, org_unit, few)?;
        Ok(Self { outcomes, hidden, counts, people, org_unit })
    }

    /// How many people the value for all of a period is about, where that is known and may be told.
    pub(super) fn people(&self, period: Period) -> Option<u32> {
        self.people.told("", period)
    }
}

/// The groups of one breakdown, with the values of each period.
struct Shown<'a> {
    texts: Texts,
    measure: &'a Measure,
    of: &'a Groups,
    /// Tells the tables and pictures of a page apart.
    place: usize,
    names: Vec<&'a str>,
    periods: BTreeMap<Period, BTreeMap<&'a str, &'a Outcome>>,
}

/// The part of a page about groups; nothing when no group has a value.
pub(super) fn section_of(
    texts: Texts,
    (element, measure): (&Element, &Measure),
    groups: &Groups,
) -> Markup {
    if groups.outcomes.is_empty() {
        return html! {};
    }
    let body = breakdowns(texts, measure, groups);
    let body = body.iter().map(|(name, shown)| shown.figure(&format!("{}, {name}", element.title)));
    let few = if groups.hidden.is_empty() {
        String::new()
    } else {
        texts.measures_hidden_note(i64::from(measure.least_count))
    };
    let body = html! {
        @for part in body { (part) }
        @if let Some(url) = &groups.counts { p { a href=(url) { (texts.measures_counts_of_groups()) } } }
    };
    section("grupper", texts.measures_groups(), &few, &body)
}

/// The ways a measure is broken down, by name.
fn breakdowns<'a>(
    texts: Texts,
    measure: &'a Measure,
    groups: &'a Groups,
) -> Vec<(&'a str, Shown<'a>)> {
    // Groups that the measure no longer names stand last, together.
    let known = measure.breakdowns.iter().map(|one| {
        let names: Vec<&str> = one.groups.iter().map(String::as_str).collect();
        (one.name.as_str(), names)
    });
    let unnamed: BTreeSet<&str> = groups
        .outcomes
        .iter()
        .map(|one| one.breakdown.as_str())
        .filter(|group| breakdown_of(&measure.breakdowns, group).is_none())
        .collect();
    let others = (texts.measures_other_groups(), unnamed.into_iter().collect());
    let all = known.chain([others]).enumerate().map(|(place, (name, names))| {
        let mut shown =
            Shown { texts, measure, of: groups, place, names, periods: BTreeMap::new() };
        for outcome in &groups.outcomes {
            if shown.names.contains(&outcome.breakdown.as_str()) {
                let period = shown.periods.entry(outcome.period).or_default();
                period.insert(&outcome.breakdown, outcome);
            }
        }
        (name, shown)
    });
    all.collect()
}

impl Shown<'_> {
    fn figure(&self, title: &str) -> Markup {
        if self.periods.is_empty() {
            return html! {};
        }
        let [first, second] = self.names.as_slice() else {
            let told = self.apart();
            return html! {
                h3 { (title) }
                p.finding { (tag(Tone::Neutral, self.texts.measures_automatic())) " " (told.finding()) }
                (self.table(title))
                (told.section(self.place, self.intervals_csv()))
            };
        };
        let mut newest = self.periods.values().rev().take(PERIODS).flat_map(BTreeMap::values);
        if newest.all(|one| self.is_hidden(one) || one.value.number().is_none()) {
            return html! { h3 { (title) } (self.table(title)) };
        }
        let picture = |width| PreEscaped(self.dots(title, (first, second), width));
        let told = self.apart();
        let figure = ChartFigure {
            title: title.to_owned(),
            sub: true,
            finding: told.finding(),
            wide: picture(Width::Wide),
            narrow: Some(picture(Width::Narrow)),
            status: Some(tag(Tone::Neutral, self.texts.measures_automatic())),
            table: Some((self.texts.web_show_table().to_owned(), self.table(title))),
            csv: Some(Link::new(self.csv(), self.texts.web_csv())),
            ..ChartFigure::default()
        };
        html! { (figure) (told.section(self.place, self.intervals_csv())) }
    }

    /// Where the values of the groups, and how many they are about, are downloaded.
    fn csv(&self) -> String {
        format!("{}/varden.csv?enhet={}", super::url(self.measure.id), self.of.org_unit)
    }

    /// Where the groups of the newest period, with what chance does to each, are downloaded.
    fn intervals_csv(&self) -> String {
        format!("{}/grupper.csv?enhet={}", super::url(self.measure.id), self.of.org_unit)
    }

    /// Whether the groups differ more than chance.
    fn apart(&self) -> Apart<'_> {
        // What is hidden may not be told by how it stands to the others either.
        let shown = self.periods.iter().rev().filter(|(_, groups)| {
            groups.len() > 1 && !groups.values().any(|one| self.is_hidden(one))
        });
        let mut values = shown.map(|(period, groups)| {
            let named = self.names.iter().copied();
            let of = named.filter_map(|name| Some((name, groups.get(name)?.value.number()?)));
            (*period, of.collect::<Vec<_>>())
        });
        let newest = values.find(|(_, groups)| groups.len() > 1);
        Apart::of(self.texts, self.measure, (&self.of.people, self.names.len()), newest)
    }

    fn is_hidden(&self, outcome: &Outcome) -> bool {
        self.of.hidden.contains(&(outcome.breakdown.clone(), outcome.period))
    }

    /// What stands for a group: its value, that it is not shown, or that nobody has said it.
    fn words(&self, outcome: Option<&&Outcome>) -> String {
        match outcome {
            None => self.texts.measures_unreported().to_owned(),
            Some(one) if self.is_hidden(one) => self.texts.measures_hidden().to_owned(),
            Some(one) => outcome_words(self.texts, self.measure, one.value),
        }
    }

    fn table(&self, title: &str) -> Markup {
        let texts = self.texts;
        let rows = self
            .periods
            .iter()
            .rev()
            .map(|(period, groups)| {
                let cells = self.names.iter().map(|name| self.words(groups.get(name)));
                let period = period_words(texts.language, *period);
                Row::words(&std::iter::once(period).chain(cells).collect::<Vec<_>>())
            })
            .collect();
        let names = self.names.iter().map(|name| Column::number(*name));
        let columns = std::iter::once(Column::text(texts.measures_period())).chain(names).collect();
        let id = format!("gruppvarden-{}", self.place);
        html! { (Table::new(&id, title, columns, rows).hide_caption()) }
    }
}
