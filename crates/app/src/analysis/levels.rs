//! How far it is to the target levels, what is strong and weak beside the others, and how groups differ.

use domain::analysis::MeasureFact;
use maud::{Markup, html};

use super::facts_page::FactsPage;
use crate::measures::url_for;
use crate::web::ui::{Column, Row, Symbol, Table, section, status};

/// Strong and weak areas that are named.
const MOST_NAMED: usize = 3;

impl FactsPage<'_> {
    /// How far it is to the target levels, with what is strong and weak, and groups.
    pub(super) fn levels(&self) -> Markup {
        let texts = self.texts;
        let told = self.told();
        let with_level: Vec<&MeasureFact> =
            told.measures.iter().filter(|one| one.met.is_some()).collect();
        html! {
            (self.strong_and_weak())
            @if with_level.is_empty() {
                p { (texts.analysis_no_levels()) }
            } @else {
                (section("mot-styrtal", texts.analysis_against_levels(), &texts.analysis_measures(Self::count(with_level.len())), &self.level_table()))
            }
            (self.groups())
            (self.more())
        }
    }

    pub(super) fn level_table(&self) -> Markup {
        let texts = self.texts;
        let told = self.told();
        let short = told.short();
        let rows = short.into_iter().chain(told.met()).map(|one| {
            let met = one.met == Some(true);
            let (shape, word) = if met {
                (Symbol::Met, texts.measures_met())
            } else {
                (Symbol::NotMet, texts.measures_not_met())
            };
            let gap = one.gap.filter(|gap| !gap.is_zero()).map(|gap| {
                let share = (gap * rust_decimal::Decimal::ONE_HUNDRED).round_dp(0).normalize();
                texts.analysis_gap(crate::i18n::decimal(texts.language, share))
            });
            Row::new(vec![
                html! { a href=(url_for(one.measure, self.of.org_unit)) { (one.title) } },
                html! { (one.value) },
                html! { (one.target) },
                html! { (status(shape, word)) @if let Some(gap) = &gap { " " span.fine { (gap) } } },
            ])
        });
        let columns = vec![
            Column::text(texts.analysis_measure()),
            Column::number(texts.analysis_latest()),
            Column::text(texts.analysis_level()),
            Column::text(texts.analysis_reached()),
        ];
        let table = Table::new("styrtal", texts.analysis_against_levels(), columns, rows.collect());
        html! { (table.hide_caption()) }
    }

    /// What is strong and weak beside the others; with few measures there is nothing to be beside.
    pub(super) fn strong_and_weak(&self) -> Markup {
        let told = self.told();
        let short = told.short();
        let met: Vec<&MeasureFact> = told.met().collect();
        if short.len() + met.len() < 4 {
            return html! {};
        }
        let names = |some: &[&MeasureFact]| {
            let titles: Vec<&str> =
                some.iter().take(MOST_NAMED).map(|one| one.title.as_str()).collect();
            titles.join(", ")
        };
        let texts = self.texts;
        html! {
            @if !short.is_empty() { p { b { (texts.analysis_weak()) } " " (names(&short)) } }
            @if !met.is_empty() { p { b { (texts.analysis_strong()) } " " (names(&met)) } }
        }
    }

    pub(super) fn groups(&self) -> Markup {
        let texts = self.texts;
        let told = self.told();
        let rows: Vec<Row> = told
            .measures
            .iter()
            .flat_map(|one| one.groups.iter().map(move |group| (one, group)))
            .map(|(one, group)| {
                Row::words(&[
                    one.title.clone(),
                    group.group.clone(),
                    group.value.clone(),
                    group.period.clone(),
                ])
            })
            .collect();
        let body = if rows.is_empty() {
            html! { p { (texts.analysis_no_groups()) } }
        } else {
            let columns = vec![
                Column::text(texts.analysis_measure()),
                Column::text(texts.analysis_group()),
                Column::number(texts.analysis_latest()),
                Column::text(texts.measures_period()),
            ];
            html! { (Table::new("grupper-tabell", texts.measures_groups(), columns, rows).hide_caption()) }
        };
        section("grupper", texts.measures_groups(), "", &body)
    }
}
