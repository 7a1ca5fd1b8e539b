//! The year's money in a table, with a sum in which nothing is counted twice.

use std::collections::BTreeSet;

use documents::{Block, Cell, Row, Section, Table};
use domain::followup::kronor_of;
use domain::ids::OrgUnitId;
use domain::organisation::Organisation;

use super::answers::{MOST_ROWS, quotes};
use super::{Context, count, paragraph, table, with_numbers_in};
use crate::i18n::decimal;
use crate::reports::answers::Answered;

/// The section; nothing where nobody has said anything of money.
pub(super) fn section(context: &Context<'_>, said: &[&Answered]) -> Option<Section> {
    if said.is_empty() {
        return None;
    }
    let texts = context.texts;
    let (top, under) = parted(&context.structure.organisation, said);
    // Whose money is in the sum stands first, so that a long list keeps what the sum is made of.
    let rows = top.iter().chain(&under).take(MOST_ROWS).map(|one| row(context, one)).collect();
    let headers = [
        texts.reports_unit(),
        texts.reports_budget(),
        texts.reports_year_forecast(),
        texts.reports_difference(),
    ];
    let mut table = (1..4)
        .fold(table(texts.reports_money_caption(), &headers, rows), |table: Table, column| {
            with_numbers_in(table, column)
        });
    table.rows.extend(sum(context, &top));
    let mut blocks = vec![Block::Table(table)];
    let more = said.len().saturating_sub(MOST_ROWS);
    if more > 0 {
        blocks.push(paragraph(texts.reports_more_answers(count(more))));
    }
    if !under.is_empty() {
        blocks.push(paragraph(texts.reports_counted_above(count(under.len()))));
    }
    blocks.extend(quotes(context, said));
    Some(Section { title: texts.reports_money().to_owned(), blocks, sections: Vec::new() })
}

/// Those that nobody above in the same report has counted, and the others: whoever leads several org
/// units says what all of them cost.
fn parted<'a>(
    organisation: &Organisation,
    said: &[&'a Answered],
) -> (Vec<&'a Answered>, Vec<&'a Answered>) {
    let counted = |one: &&&Answered| one.budget_ore.is_some() && one.forecast_ore.is_some();
    let units: BTreeSet<OrgUnitId> = said.iter().filter(counted).map(|one| one.org_unit).collect();
    let is_under = |one: &&Answered| {
        organisation.ancestors(one.org_unit).iter().any(|above| units.contains(above))
    };
    let (under, top) = said.iter().copied().partition(is_under);
    (top, under)
}

fn kronor(context: &Context<'_>, ore: i64) -> String {
    decimal(context.texts.language, kronor_of(ore))
}

fn row(context: &Context<'_>, one: &Answered) -> Vec<Cell> {
    let sum = |ore: Option<i64>| ore.map(|ore| kronor(context, ore)).unwrap_or_default();
    let by = one.forecast_ore.zip(one.budget_ore);
    let by = by.and_then(|(expected, of)| expected.checked_sub(of));
    vec![
        Cell::text(context.name(one.org_unit)),
        Cell::number(sum(one.budget_ore)),
        Cell::number(sum(one.forecast_ore)),
        Cell::number(sum(by)),
    ]
}

/// The sum of those who have said both; nothing where that is one or nobody.
fn sum(context: &Context<'_>, said: &[&Answered]) -> Option<Row> {
    let known: Vec<(i64, i64)> =
        said.iter().filter_map(|one| one.budget_ore.zip(one.forecast_ore)).collect();
    if known.len() < 2 {
        return None;
    }
    let add = |sum: i64, ore: i64| sum.saturating_add(ore);
    let budget = known.iter().map(|(budget, _)| *budget).fold(0, add);
    let forecast = known.iter().map(|(_, forecast)| *forecast).fold(0, add);
    let cells = vec![
        Cell::text(context.texts.reports_sum_of(count(said.len()), count(known.len()))),
        Cell::number(kronor(context, budget)),
        Cell::number(kronor(context, forecast)),
        Cell::number(kronor(context, forecast.saturating_sub(budget))),
    ];
    Some(Row { cells, strong: true })
}
