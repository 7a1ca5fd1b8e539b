//! The values of a measure as a file that can be read in again: text or a spreadsheet.

use std::collections::{BTreeSet, HashSet};

use domain::access::Action;
use domain::ids::{ElementId, OrgUnitId};
use domain::imports::{Column, Names};
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
    let is_number = |at: usize| at == Column::Value as usize || at == Column::ALL.len();
    let rows = lines.into_iter().map(|line| {
        let cells = line.into_iter().enumerate();
        cells
            .map(|(at, text)| if is_number(at) { Cell::Number(text) } else { Cell::Text(text) })
            .collect()
    });
    Ok(Response::file(XLSX, &format!("{title}.xlsx"), xlsx::write(&title, &headings(), rows)))
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
        (true, _) => computed(cx, &structure, measure, one.unwrap_or(element.owner))?.0,
        (false, Some(org_unit)) => store::all_of_measure_at(cx.tx, id, org_unit)?,
        (false, None) => store::all_of_measure(cx.tx, id)?,
    };
    // What a branch shows is made up of what stands below it.
    outcomes.retain(|value| one.is_none_or(|top| organisation.is_within(value.org_unit, top)));
    let counts = match lone {
        Some(org_unit) => store::counts_of(cx.tx, id, org_unit)?,
        None => store::counts_of_measure(cx.tx, id)?,
    };
    let few = Few::of(cx, &[id])?;
    let hides =
        |one: &Outcome| few.hides_outcome(one) && !cx.can(Action::RecordOutcome, one.org_unit);
    // Whatever rows are asked for, how many others are about tells of the hidden.
    let of_others = |(unit, _): &(OrgUnitId, Period)| !cx.can(Action::RecordOutcome, *unit);
    let telling: HashSet<Period> =
        few.places(id).filter(of_others).map(|(_, period)| period).collect();
    let names = Names::new(&structure, cx.today());
    let line = |outcome: &Outcome| {
        let [measure, org_unit, breakdown, period, state, value, quality] = names.cells(outcome);
        if hides(outcome) {
            let hidden = cx.texts().measures_hidden_cell().to_owned();
            let none = String::new;
            return [measure, org_unit, breakdown, period, hidden, none(), quality, none()];
        }
        // How many the others are tells how few the hidden are.
        let tells =
            telling.contains(&outcome.period) && !cx.can(Action::RecordOutcome, outcome.org_unit);
        let place = (outcome.org_unit, outcome.breakdown.clone(), outcome.period.to_string());
        let count = counts.get(&place).filter(|_| !tells);
        let count = count.map(ToString::to_string).unwrap_or_default();
        [measure, org_unit, breakdown, period, state, value, quality, count]
    };
    Ok((element.title.clone(), outcomes.iter().map(line).collect()))
}

/// Values as a file of text. Groups are for those who record values there, since they may be few.
pub fn values_as_csv(cx: &mut Cx<'_, '_>, title: &str, outcomes: Vec<Outcome>) -> Answer {
    let open = open_to(cx, outcomes)?;
    let names = Names::new(&cx.structure, cx.today());
    Ok(Response::file(CSV, &format!("{title}.csv"), csv_of(&names, &open)))
}

/// Values as a spreadsheet, groups as in [`values_as_csv`].
pub fn values_as_xlsx(cx: &mut Cx<'_, '_>, title: &str, outcomes: Vec<Outcome>) -> Answer {
    let open = open_to(cx, outcomes)?;
    let names = Names::new(&cx.structure, cx.today());
    Ok(Response::file(XLSX, &format!("{title}.xlsx"), xlsx_of(title, &names, &open)))
}

/// What is about too few is left out for those who do not record values there, and so are groups.
fn open_to(cx: &mut Cx<'_, '_>, mut outcomes: Vec<Outcome>) -> Answer<Vec<Outcome>> {
    let of_others = |cx: &Cx<'_, '_>, one: &Outcome| !cx.can(Action::RecordOutcome, one.org_unit);
    outcomes.retain(|one| one.breakdown.is_empty() || !of_others(cx, one));
    let others = outcomes.iter().filter(|one| of_others(cx, one)).map(|one| one.measure);
    let ids: BTreeSet<ElementId> = others.collect();
    let few = Few::of(cx, &Vec::from_iter(ids))?;
    outcomes.retain(|one| !few.hides_outcome(one) || !of_others(cx, one));
    Ok(outcomes)
}

/// The text of values.
pub fn csv_of(names: &Names, outcomes: &[Outcome]) -> Vec<u8> {
    csv_text::write(&Column::headings(), outcomes.iter().map(|outcome| names.cells(outcome)))
}

/// The spreadsheet of values, numbers as numbers.
pub fn xlsx_of(title: &str, names: &Names, outcomes: &[Outcome]) -> Vec<u8> {
    let rows = outcomes.iter().map(|outcome| {
        let cells = Column::ALL.into_iter().zip(names.cells(outcome));
        cells
            .map(|(column, text)| match column {
                Column::Value => Cell::Number(text),
                _ => Cell::Text(text),
            })
            .collect()
    });
    xlsx::write(title, &Column::headings(), rows)
}
