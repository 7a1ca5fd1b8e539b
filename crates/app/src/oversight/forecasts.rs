//! How forecasts have held, committee by committee and year by year: what was expected earlier in
//! the year beside what was judged at its end.

use std::collections::{BTreeMap, BTreeSet};

use chart::Pair;
use domain::ids::OrgUnitId;
use domain::oversight::{Held, Kept};
use maud::{Markup, html};

use super::choose::{of_words, percent, place};
use super::foreseen::{Counted, Foreseen, counted, foreseen, together};
use super::of_bodies::{OfBodies, of_bodies};
use super::page::{many, stops};
use super::picture::pairs;
use crate::assessment::{forecast_word, fulfilment_word};
use crate::cx::Cx;
use crate::elements;
use crate::frame::Nav;
use crate::web::error::Answer;
use crate::web::ui::{
    ChartFigure, Column, PageHead, Row, Table, empty_state, page_header, section,
};

/// Where the page is.
pub(super) const URL: &str = "/uppsikt/prognoser";
/// Years in the table.
const MOST_YEARS: usize = 5;
/// Forecasts that failed, in the list.
const MOST_FAILED: usize = 30;

/// Shows it.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let texts = cx.texts();
    let title = texts.oversight_forecasts();
    let all = of_bodies(cx)?;
    let told = foreseen(cx, &all);
    let page = Page { cx, all: &all, counted: counted(&told), told };
    let head = PageHead {
        title: title.to_owned(),
        lead: texts.oversight_forecasts_lead().to_owned(),
        ..PageHead::default()
    };
    let body = html! {
        div.wrap.page {
            (stops(cx, title))
            (page_header(&head))
            @if page.told.is_empty() {
                (empty_state(texts.oversight_no_forecasts(), texts.oversight_no_forecasts_text(), None))
            } @else {
                (page.figure())
                p.fine { (texts.oversight_forecasts_care()) }
                (page.failed())
            }
        }
    };
    Ok(cx.page(title, Nav::FollowUp, &body))
}

struct Page<'p, 'a, 'c> {
    cx: &'p Cx<'a, 'c>,
    all: &'p OfBodies,
    counted: Counted,
    told: Vec<Foreseen>,
}

impl Page<'_, '_, '_> {
    /// The years, the latest first.
    fn years(&self) -> Vec<i16> {
        let years: BTreeSet<i16> = self.told.iter().map(|one| one.year).collect();
        years.into_iter().rev().take(MOST_YEARS).collect()
    }

    fn bodies(&self) -> impl Iterator<Item = (OrgUnitId, &BTreeMap<i16, Kept>)> {
        self.all.bodies.iter().filter_map(|body| Some((*body, self.counted.get(body)?)))
    }

    fn figure(&self) -> Markup {
        let texts = self.cx.texts();
        let years = self.years();
        let latest = years.first().copied().unwrap_or_default();
        let before = years.get(1).copied();
        let organisation = &self.cx.structure.organisation;
        let label = |kept: Kept| match kept.compared() {
            0 => String::new(),
            all => of_words(texts, kept.as_expected, all),
        };
        let rows = self
            .bodies()
            .map(|(body, of)| {
                let year = |year: Option<i16>| {
                    year.and_then(|year| of.get(&year)).copied().unwrap_or_default()
                };
                let (first, second) = (year(before), year(Some(latest)));
                let drawn = |kept: Kept| place(kept.as_expected, kept.compared());
                let none = drawn(first).is_none() && drawn(second).is_none();
                let nothing = texts.oversight_nothing_to_compare();
                Pair {
                    label: organisation.name(body).to_owned(),
                    first: drawn(first),
                    first_label: if none { nothing.to_owned() } else { label(first) },
                    second: drawn(second),
                    second_label: label(second),
                }
            })
            .collect();
        let title = texts.oversight_forecasts_figure().to_owned();
        let finding = self.finding(latest);
        let groups =
            (before.map_or_else(|| "–".to_owned(), |year| year.to_string()), latest.to_string());
        let (wide, narrow) = pairs("prognoser", (&title, &finding), &groups, rows);
        let figure = ChartFigure {
            title,
            finding,
            wide,
            narrow: Some(narrow),
            table: None,
            csv: None,
            ..ChartFigure::default()
        };
        html! {
            (figure)
            (section("ar-for-ar", texts.oversight_by_year(), "", &html! {
                (self.table(&years))
                p.block { a.csv href={(URL) ".csv"} download { (texts.oversight_csv()) } }
            }))
        }
    }

    /// What the latest year that is over tells, in sentences.
    fn finding(&self, year: i16) -> String {
        let texts = self.cx.texts();
        let kept = together(self.counted.values().filter_map(|of| of.get(&year)));
        let share = percent(kept.as_expected, kept.compared());
        let share = share.map(|share| format!(" ({share})")).unwrap_or_default();
        let said = texts.oversight_forecasts_finding(
            many(kept.better),
            many(kept.compared()),
            many(kept.as_expected),
            share,
            many(kept.worse),
            year.to_string(),
        );
        let leans = match kept.worse.cmp(&kept.better) {
            _ if kept.compared() < Kept::FEWEST => texts.oversight_too_few(),
            std::cmp::Ordering::Greater => texts.oversight_leans_bright(),
            std::cmp::Ordering::Less => texts.oversight_leans_dark(),
            std::cmp::Ordering::Equal => texts.oversight_leans_neither(),
        };
        let untold = match kept.untold {
            0 => String::new(),
            some => format!(" {}", texts.oversight_untold(many(some))),
        };
        format!("{said} {leans}{untold}")
    }

    fn table(&self, years: &[i16]) -> Markup {
        let texts = self.cx.texts();
        let organisation = &self.cx.structure.organisation;
        let mut columns = vec![Column::text(texts.oversight_column_body())];
        columns.extend(years.iter().map(|year| Column::number(year.to_string())));
        columns.push(Column::number(texts.oversight_column_all_years()));
        columns.push(Column::number(texts.oversight_column_worse()));
        columns.push(Column::number(texts.oversight_column_better()));
        let words = |kept: &Kept| match (kept.compared(), kept.untold) {
            (0, 0) => "–".to_owned(),
            (0, some) => texts.oversight_never_told(many(some)),
            (all, _) => of_words(texts, kept.as_expected, all),
        };
        let row = |name: Markup, of: &BTreeMap<i16, Kept>| {
            let all = together(of.values());
            let mut cells = vec![name];
            cells.extend(years.iter().map(|year| {
                html! { (of.get(year).map_or_else(|| "–".to_owned(), words)) }
            }));
            cells.extend(
                [words(&all), all.worse.to_string(), all.better.to_string()]
                    .map(|it| html! { (it) }),
            );
            Row::new(cells)
        };
        let rows =
            self.bodies().map(|(body, of)| row(html! { (organisation.name(body)) }, of)).collect();
        let mut sums: BTreeMap<i16, Kept> = BTreeMap::new();
        for (year, kept) in self.counted.values().flatten() {
            sums.entry(*year).or_default().add_all(*kept);
        }
        let foot = vec![row(html! { (texts.oversight_all_bodies()) }, &sums)];
        html! { (Table::new("ar-tabell", texts.oversight_by_year(), columns, rows).hide_caption().foot(foot)) }
    }

    /// The forecasts that failed, the latest year first, what came out worse before the rest.
    fn failed(&self) -> Markup {
        let texts = self.cx.texts();
        let failed = |one: &&Foreseen| matches!(one.held, Held::Worse | Held::Better);
        let mut all: Vec<&Foreseen> = self.told.iter().filter(failed).collect();
        all.sort_by_key(|one| (std::cmp::Reverse(one.year), one.held, one.body, one.goal));
        if all.is_empty() {
            return html! {};
        }
        let columns = vec![
            Column::text(texts.oversight_column_goal()),
            Column::text(texts.oversight_column_body()).wide_only(),
            Column::text(texts.oversight_column_year()),
            Column::text(texts.oversight_column_expected()),
            Column::text(texts.oversight_column_came_out()),
        ];
        let rows = all.iter().take(MOST_FAILED).filter_map(|one| self.failed_row(one)).collect();
        let table = Table::new("slog-fel", texts.oversight_failed(), columns, rows);
        section(
            "slog-fel-rubrik",
            texts.oversight_failed(),
            &texts.oversight_count_failed(many(all.len())),
            &html! { (table.hide_caption()) },
        )
    }

    fn failed_row(&self, one: &Foreseen) -> Option<Row> {
        let texts = self.cx.texts();
        let structure = &self.cx.structure;
        let goal = structure.element(one.goal)?;
        let of_type = structure.model.element_type(&goal.element_type);
        Some(Row::new(vec![
            html! {
                a href=(elements::url(goal)) { (goal.title) }
                small.narrow-only { (structure.organisation.name(one.body)) }
            },
            html! { (structure.organisation.name(one.body)) },
            html! { (one.year) },
            html! { (forecast_word(texts, &structure.model, of_type, one.expected.level)) },
            html! { (fulfilment_word(texts, &structure.model, of_type, one.outcome())) },
        ]))
    }
}
