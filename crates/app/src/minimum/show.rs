//! Whether each committee meets the common minimum, and what one of them lacks.

use std::collections::BTreeMap;

use domain::access::Action;
use domain::elements::Structure;
use domain::ids::OrgUnitId;
use domain::minimum::{Requirement, Said, Standing, own_goals, standing};
use domain::steering::OrgLevelKind;
use jiff::civil::Date;

use super::page::{OfUnit, Page};
use super::store::{self, Demand};
use crate::cx::Cx;
use crate::frame::Nav;
use crate::goals;
use crate::grounds;
use crate::web::error::{Answer, AppError, OrNotFound};

/// Committees to a page.
pub(super) const PAGE_ROWS: usize = 40;
/// Most goals whose grounds are read for a page.
const MOST_GOALS: usize = 500;

/// Shows the table, or one committee.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let structure = cx.structure.clone();
    let asked = cx.req.query.text("enhet");
    let alone: Option<OrgUnitId> =
        if asked.is_empty() { None } else { Some(asked.parse().ok().or_not_found()?) };
    if let Some(alone) = alone {
        structure.organisation.get(alone).or_not_found()?;
    }
    let page = read(cx, &structure, alone)?;
    Ok(cx.page(&page.title(), Nav::Plan, &page.body()))
}

/// Everything that the page shows.
pub(super) fn read<'s>(
    cx: &mut Cx<'_, '_>,
    structure: &'s Structure,
    alone: Option<OrgUnitId>,
) -> Result<Page<'s>, AppError> {
    let demands = store::demands(cx.tx)?;
    let today = cx.today();
    let all = alone.map_or_else(|| committees(structure, today), |one| vec![one]);
    let page: usize = cx.req.query.parsed("sida").unwrap_or(1).clamp(1, 10_000);
    let last = all.len().div_ceil(PAGE_ROWS).max(1);
    let page = page.min(last);
    let units: Vec<OrgUnitId> =
        all.iter().copied().skip((page - 1) * PAGE_ROWS).take(PAGE_ROWS).collect();
    let common = of_all(structure, &demands);
    let exemptions = goals::store::living_exemptions(cx.tx)?;
    let needs_grounds = demands.iter().any(|one| one.requirement.rests_on_grounds());
    let said = if needs_grounds {
        let goals = units.iter().flat_map(|unit| own_goals(structure, *unit, today));
        grounds::store::grounds_of(cx.tx, goals.map(|goal| goal.id).take(MOST_GOALS))?
    } else {
        BTreeMap::new()
    };
    let said = Said { exemptions: &exemptions, grounds: &said, today };
    let rows = units
        .iter()
        .map(|unit| {
            let own = of_unit(structure, &demands, *unit);
            let stands = |of: &Requirement| (*of, standing(structure, *unit, *of, said));
            OfUnit {
                org_unit: *unit,
                common: common.iter().map(stands).collect(),
                own: own.iter().map(stands).collect::<Vec<(Requirement, Standing)>>(),
            }
        })
        .collect();
    let may_change = match alone {
        Some(unit) => cx.can(Action::Plan, unit),
        None => cx.can_everywhere(Action::Adopt),
    };
    Ok(Page {
        texts: cx.texts(),
        structure,
        alone,
        rows,
        number: page,
        last,
        common,
        version: version(&demands, alone),
        demands,
        may_change,
        problem: None,
    })
}

/// What is demanded of all, by the model or by those who say.
pub(super) fn of_all(structure: &Structure, demands: &[Demand]) -> Vec<Requirement> {
    let said =
        |of: Requirement| demands.iter().any(|one| one.org_unit.is_none() && one.requirement == of);
    let all = Requirement::ALL.into_iter();
    all.filter(|of| of.is_of(&structure.model) || said(*of)).collect()
}

/// What an org unit has added for itself.
pub(super) fn of_unit(
    structure: &Structure,
    demands: &[Demand],
    unit: OrgUnitId,
) -> Vec<Requirement> {
    let common = of_all(structure, demands);
    let own = demands.iter().filter(|one| one.org_unit == Some(unit));
    own.map(|one| one.requirement).filter(|of| !common.contains(of)).collect()
}

/// The version of what is demanded of all or of one.
pub(super) fn version(demands: &[Demand], of: Option<OrgUnitId>) -> i64 {
    let there = demands.iter().filter(|one| one.org_unit == of);
    there.map(|one| one.version).max().unwrap_or(0)
}

/// The bodies that decide plans of their own.
fn committees(structure: &Structure, today: Date) -> Vec<OrgUnitId> {
    let organisation = &structure.organisation;
    let decides = |kind: OrgLevelKind| {
        matches!(
            kind,
            OrgLevelKind::ExecutiveBoard
                | OrgLevelKind::Committee
                | OrgLevelKind::ProgrammeCommittee
                | OrgLevelKind::Company
                | OrgLevelKind::JointBody
        )
    };
    let all = organisation.roots().iter().flat_map(|root| organisation.subtree(*root));
    all.filter(|unit| {
        organisation.get(*unit).is_some_and(|unit| unit.is_valid_on(today) && decides(unit.kind))
    })
    .collect()
}
