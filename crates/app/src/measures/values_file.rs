//! The values of a measure as a CSV file that can be read in again.

use domain::access::Action;
use domain::ids::{ElementId, OrgUnitId};
use domain::imports::{Column, Names};
use domain::measures::Outcome;

use super::computed::computed;
use super::groups::hidden_of;
use super::store;
use crate::cx::Cx;
use crate::web::error::{Answer, OrNotFound};
use crate::web::response::Response;

/// Downloads the values; only one org unit's when asked so.
pub(super) fn download(cx: &mut Cx<'_, '_>) -> Answer {
    let id: ElementId = cx.req.param("id").or_not_found()?;
    let structure = cx.structure.clone();
    let element = cx.find_visible(&structure, id)?;
    let measure = structure.measure(id).or_not_found()?;
    let asked = cx.req.query.text("enhet");
    let one: Option<OrgUnitId> =
        if asked.is_empty() { None } else { Some(asked.parse().ok().or_not_found()?) };
    let mut outcomes = if measure.formula.is_some() {
        computed(cx, &structure, measure, one.unwrap_or(element.owner))?.0
    } else {
        store::all_of_measure(cx.tx, id)?
    };
    if let Some(org_unit) = one {
        outcomes.retain(|outcome: &Outcome| outcome.org_unit == org_unit);
    }
    let counts = store::counts_of_measure(cx.tx, id)?;
    let mut few = hidden_of(measure, &outcomes, &counts);
    few.retain(|(org_unit, ..)| !cx.can(Action::RecordOutcome, *org_unit));
    let names = Names::new(&structure, cx.today());
    let rows = outcomes.iter().map(|outcome| {
        let group = (outcome.org_unit, outcome.breakdown.clone(), outcome.period);
        let place = (outcome.org_unit, outcome.breakdown.clone(), outcome.period.to_string());
        let count = counts.get(&place).map(ToString::to_string).unwrap_or_default();
        let [measure, org_unit, breakdown, period, state, value, quality] = names.cells(outcome);
        if few.contains(&group) {
            let hidden = cx.texts().measures_hidden_cell().to_owned();
            return [
                measure,
                org_unit,
                breakdown,
                period,
                hidden,
                String::new(),
                quality,
                String::new(),
            ];
        }
        // How many the others are tells how few the hidden are.
        let tells =
            few.iter().any(|(unit, _, at)| (*unit, *at) == (outcome.org_unit, outcome.period));
        let count = if tells { String::new() } else { count };
        [measure, org_unit, breakdown, period, state, value, quality, count]
    });
    let [a, b, c, d, e, f, g] = Column::headings();
    let headings = [a, b, c, d, e, f, g, Column::Count.heading()];
    let text = formats::csv_text::write(&headings, rows);
    Ok(Response::file("text/csv; charset=utf-8", &format!("{}.csv", element.title), text))
}
