//! The values of a measure as a file that can be read in again: text or a spreadsheet.

use std::collections::{BTreeSet, HashMap, HashSet};

use domain::access::Action;
use domain::ids::{ElementId, OrgUnitId};
use domain::imports::{Column, Names, ValueKey};
use domain::measures::Outcome;
use domain::periods::Period;
use formats::csv_text;
use formats::xlsx::{self, Cell};

use super::computed::computed;
use super::few::Few;
use super::store;
use crate::cx::Cx;
use crate::web::error::{Answer, OrNotFound};
use crate::web::response::Response;

const CSV: &str = "text/csv; charset=utf-8";
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// A value as its row, with how many it is about.
type Line = [String; 8];

/// Downloads the values as text; only those of one org unit and what lies below it when asked so.
pub(super) fn download(cx: &mut Cx<'_, '_>) -> Answer {
    let (title, lines) = lines(cx)?;
    Ok(Response::file(CSV, &format!("{title}.csv"), csv_text::write(&headings(), lines)))
}

/// Downloads the values as a spreadsheet, of the same org units as the text.
pub(super) fn download_xlsx(cx: &mut Cx<'_, '_>) -> Answer {
    let (title, lines) = lines(cx)?;
    Ok(Response::file(XLSX, &format!("{title}.xlsx"), sheet(&title, lines)))
}

/// A spreadsheet of rows, numbers as numbers.
fn sheet(title: &str, lines: impl IntoIterator<Item = Line>) -> Vec<u8> {
    let is_number = |at: usize| at == Column::Value as usize || at == Column::ALL.len();
    let rows = lines.into_iter().map(|line| {
        let cells = line.into_iter().enumerate();
        cells
            .map(|(at, text)| if is_number(at) { Cell::Number(text) } else { Cell::Text(text) })
            .collect()
    });
    xlsx::write(title, &headings(), rows)
}

fn headings() -> [&'static str; 8] {
    let [measure, org_unit, group, period, state, value, quality] = Column::headings();
    [measure, org_unit, group, period, state, value, quality, Column::Count.heading()]
}

/// The title and rows of a measure's values. What is about too few to be shown says so, unless the
/// visitor records values there.
fn lines(cx: &mut Cx<'_, '_>) -> Answer<(String, Vec<Line>)> {
    let id: ElementId = cx.req.param("id").or_not_found()?;
    let structure = cx.structure.clone();
    let element = cx.find_visible(&structure, id)?;
    let measure = structure.measure(id).or_not_found()?;
    let asked = cx.req.query.text("enhet");
    let one: Option<OrgUnitId> =
        if asked.is_empty() { None } else { Some(asked.parse().ok().or_not_found()?) };
    let organisation = &structure.organisation;
    let lone = one.filter(|unit| organisation.children(*unit).is_empty());
    let mut outcomes = match (measure.formula.is_some(), lone) {
        (true, _) => {
            let whole = computed(cx, &structure, measure, one.unwrap_or(element.owner))?;
            whole.map(|one| one.outcomes).unwrap_or_default()
        }
        (false, Some(org_unit)) => store::all_of_measure_at(cx.tx, id, org_unit)?,
        (false, None) => store::all_of_measure(cx.tx, id)?,
    };
    // What a branch shows is made up of what stands below it.
    outcomes.retain(|value| one.is_none_or(|top| organisation.is_within(value.org_unit, top)));
    let few = Few::of(cx, &[id])?;
    let counts = open_counts(cx, &few, &[id])?;
    let hides =
        |one: &Outcome| few.hides_outcome(one) && !cx.can(Action::RecordOutcome, one.org_unit);
    let names = Names::new(&structure, cx.today());
    let line = |outcome: &Outcome| {
        if hides(outcome) {
            let [measure, org_unit, breakdown, period, _, _, quality] = names.cells(outcome);
            let hidden = cx.texts().measures_hidden_cell().to_owned();
            let none = String::new;
            return [measure, org_unit, breakdown, period, hidden, none(), quality, none()];
        }
        line_of(&names, outcome, &counts)
    };
    Ok((element.title.clone(), outcomes.iter().map(line).collect()))
}

/// How many people values are about, by place.
pub type CountsByPlace = HashMap<ValueKey, u32>;

/// What is known of how many people the values of some measures are about, as far as it tells nobody
/// how few others are: whatever rows are asked for, how many the others are tells of the hidden.
fn open_counts(cx: &mut Cx<'_, '_>, few: &Few, measures: &[ElementId]) -> Answer<CountsByPlace> {
    let mut counts = CountsByPlace::new();
    store::each_count(cx.tx, measures, |key, count| {
        counts.insert(key, count);
    })?;
    let of_others = |unit: OrgUnitId| !cx.can(Action::RecordOutcome, unit);
    let telling: HashMap<ElementId, HashSet<Period>> = measures
        .iter()
        .map(|id| {
            let places = few.places(*id).filter(|(unit, _)| of_others(*unit));
            (*id, places.map(|(_, period)| period).collect())
        })
        .collect();
    counts.retain(|key, _| {
        let tells = telling.get(&key.measure).is_none_or(|when| when.contains(&key.period));
        !tells || !of_others(key.org_unit)
    });
    Ok(counts)
}

/// A value as its row.
fn line_of(names: &Names, outcome: &Outcome, counts: &CountsByPlace) -> Line {
    let [measure, org_unit, breakdown, period, state, value, quality] = names.cells(outcome);
    let key = ValueKey {
        measure: outcome.measure,
        org_unit: outcome.org_unit,
        breakdown: outcome.breakdown.clone(),
        period: outcome.period,
    };
    let count = counts.get(&key).map(ToString::to_string).unwrap_or_default();
    [measure, org_unit, breakdown, period, state, value, quality, count]
}

/// Values as a file of text. Groups are for those who record values there, since they may be few.
pub fn values_as_csv(cx: &mut Cx<'_, '_>, title: &str, outcomes: Vec<Outcome>) -> Answer {
    let (open, counts) = open_to(cx, outcomes)?;
    let names = Names::new(&cx.structure, cx.today());
    Ok(Response::file(CSV, &format!("{title}.csv"), csv_of(&names, &open, &counts)))
}

/// Values as a spreadsheet, groups as in [`values_as_csv`].
pub fn values_as_xlsx(cx: &mut Cx<'_, '_>, title: &str, outcomes: Vec<Outcome>) -> Answer {
    let (open, counts) = open_to(cx, outcomes)?;
    let names = Names::new(&cx.structure, cx.today());
    Ok(Response::file(XLSX, &format!("{title}.xlsx"), xlsx_of(title, &names, &open, &counts)))
}

/// What is about too few is left out for those who do not record values there, and so are groups; with
/// how many people the values are about.
fn open_to(
    cx: &mut Cx<'_, '_>,
    mut outcomes: Vec<Outcome>,
) -> Answer<(Vec<Outcome>, CountsByPlace)> {
    let of_others = |cx: &Cx<'_, '_>, one: &Outcome| !cx.can(Action::RecordOutcome, one.org_unit);
    outcomes.retain(|one| one.breakdown.is_empty() || !of_others(cx, one));
    let ids: BTreeSet<ElementId> = outcomes.iter().map(|one| one.measure).collect();
    let ids = Vec::from_iter(ids);
    let others = outcomes.iter().filter(|one| of_others(cx, one)).map(|one| one.measure);
    let of_others_too: BTreeSet<ElementId> = others.collect();
    let few = Few::of(cx, &Vec::from_iter(of_others_too))?;
    outcomes.retain(|one| !few.hides_outcome(one) || !of_others(cx, one));
    let counts = open_counts(cx, &few, &ids)?;
    Ok((outcomes, counts))
}

/// The text of values.
pub fn csv_of(names: &Names, outcomes: &[Outcome], counts: &CountsByPlace) -> Vec<u8> {
    csv_text::write(&headings(), outcomes.iter().map(|one| line_of(names, one, counts)))
}

/// The spreadsheet of values, numbers as numbers.
pub fn xlsx_of(
    title: &str,
    names: &Names,
    outcomes: &[Outcome],
    counts: &CountsByPlace,
) -> Vec<u8> {
    sheet(title, outcomes.iter().map(|one| line_of(names, one, counts)))
}
