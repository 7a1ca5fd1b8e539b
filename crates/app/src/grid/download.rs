//! The values of the table as a file that can be read in again, also those on other pages.

use std::collections::HashSet;

use domain::ids::{ElementId, OrgUnitId};
use domain::measures::Outcome;

use super::rows::View;
use super::store;
use crate::cx::Cx;
use crate::measures::store::each_outcome_of;
use crate::measures::{values_as_csv, values_as_xlsx};
use crate::web::error::Answer;

/// Downloads the values as text.
pub(super) fn csv(cx: &mut Cx<'_, '_>) -> Answer {
    let (title, outcomes) = outcomes(cx)?;
    values_as_csv(cx, &title, outcomes)
}

/// Downloads the values as a spreadsheet.
pub(super) fn xlsx(cx: &mut Cx<'_, '_>) -> Answer {
    let (title, outcomes) = outcomes(cx)?;
    values_as_xlsx(cx, &title, outcomes)
}

/// The values of the rows with those of groups, of one year when it is asked for.
fn outcomes(cx: &mut Cx<'_, '_>) -> Answer<(String, Vec<Outcome>)> {
    let view = View::asked(cx)?;
    let rows: HashSet<(ElementId, OrgUnitId)> = view.rows(cx)?.into_iter().collect();
    let year: Option<i16> = cx.req.query.parsed("ar");
    let mut outcomes = Vec::new();
    let mut take = |outcome: Outcome| {
        let is_of_year = year.is_none_or(|year| outcome.period.year() == year);
        if is_of_year && rows.contains(&(outcome.measure, outcome.org_unit)) {
            outcomes.push(outcome);
        }
    };
    let title = match view {
        View::Measure(id) | View::Row(id, _) => {
            each_outcome_of(cx.tx, &HashSet::from([id]), &mut take)?;
            cx.structure.element(id).map(|element| element.title.clone()).unwrap_or_default()
        }
        View::OrgUnit(id) => {
            store::outcomes_of_org_unit(cx.tx, id)?.into_iter().for_each(&mut take);
            cx.structure.organisation.name(id).to_owned()
        }
    };
    outcomes.sort_by(|one, other| place(one).cmp(&place(other)));
    Ok((title, outcomes))
}

fn place(one: &Outcome) -> (ElementId, OrgUnitId, &str, domain::periods::Period) {
    (one.measure, one.org_unit, &one.breakdown, one.period)
}
