//! Which org units a round asks: of some levels, in the whole municipality or under one body.

use std::collections::BTreeMap;

use domain::ids::OrgUnitId;
use domain::organisation::OrgLevelKind;
use domain::steering::{OrgLevel, Role, SteeringModel};

use super::days::{level_name, levels_in_use};
use crate::cx::Cx;
use crate::i18n::sort_key;
use crate::web::ui::Choice;

/// Who usually takes part: workplaces, and where they have no goals of their own those who have,
/// below the council.
pub(super) fn usual_levels(model: &SteeringModel) -> Vec<String> {
    let is_workplace =
        |level: &&OrgLevel| matches!(level.kind, OrgLevelKind::Unit | OrgLevelKind::Provider);
    let judges = |level: &&OrgLevel| {
        let mut goals = model.types_with_role(Role::Goal).filter(|one| one.is_assessed());
        level.kind != OrgLevelKind::Council && goals.any(|one| one.owner == level.id)
    };
    let workplaces: Vec<&OrgLevel> = model.org_levels.iter().filter(is_workplace).collect();
    let mut usual = workplaces.clone();
    if !workplaces.iter().any(judges) {
        usual.extend(model.org_levels.iter().filter(judges));
    }
    usual.into_iter().map(|level| level.id.as_str().to_owned()).collect()
}

/// The org units of some levels that there are today, under a body if one is chosen.
pub(super) fn taking_part(
    cx: &Cx<'_, '_>,
    levels: &[String],
    under: Option<OrgUnitId>,
) -> Vec<OrgUnitId> {
    let today = cx.today();
    let organisation = &cx.structure.organisation;
    organisation
        .all()
        .filter(|unit| unit.is_valid_on(today) && levels.contains(&unit.level))
        .filter(|unit| under.is_none_or(|top| organisation.is_within(unit.id, top)))
        .map(|unit| unit.id)
        .collect()
}

/// The levels to choose among, with how many org units each has.
pub(super) fn level_choices(cx: &Cx<'_, '_>, chosen: &[String]) -> Vec<Choice> {
    let today = cx.today();
    let mut counted: BTreeMap<&str, usize> = BTreeMap::new();
    for unit in cx.structure.organisation.all().filter(|unit| unit.is_valid_on(today)) {
        *counted.entry(unit.level.as_str()).or_default() += 1;
    }
    let choice = |level: &OrgLevel| {
        let id = level.id.as_str();
        let count = counted.get(id).copied().unwrap_or_default();
        Choice::new(id, format!("{} ({count})", level_name(cx, id)))
            .chosen(chosen.iter().any(|one| one == id))
    };
    levels_in_use(cx).into_iter().map(choice).collect()
}

/// The bodies and administrations under which there is somebody to ask, by name.
pub(super) fn bodies(cx: &Cx<'_, '_>) -> Vec<OrgUnitId> {
    let today = cx.today();
    let organisation = &cx.structure.organisation;
    let mut bodies: Vec<OrgUnitId> = organisation
        .all()
        .filter(|unit| unit.parent.is_some() && unit.is_valid_on(today))
        .filter(|unit| !organisation.children(unit.id).is_empty())
        .map(|unit| unit.id)
        .collect();
    bodies.sort_by_cached_key(|id| sort_key(organisation.name(*id)));
    bodies
}

/// The whole municipality, or one of the bodies.
pub(super) fn body_choices(cx: &Cx<'_, '_>, chosen: &str) -> Vec<Choice> {
    let all = Choice::new("", cx.texts().followup_everywhere()).chosen(chosen.is_empty());
    let choice = |id: OrgUnitId| {
        let value = id.to_string();
        let here = value == chosen;
        Choice::new(value, cx.structure.organisation.name(id)).chosen(here)
    };
    std::iter::once(all).chain(bodies(cx).into_iter().map(choice)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn usual(yaml: &str) -> Vec<String> {
        usual_levels(&domain::steering::check(yaml.as_bytes()).into_model().unwrap())
    }

    #[test]
    fn those_who_have_goals_to_judge_are_asked_unless_somebody_says_otherwise() {
        let osteraker = include_str!("../../../../../presets/osteraker-2018.yaml");
        assert_eq!(usual(osteraker), ["enhet", "utf"]);
        // Workplaces have no goals of their own here, so the committees are asked too.
        let alingsas = include_str!("../../../../../presets/alingsas-2020.yaml");
        assert_eq!(usual(alingsas), ["verks", "namnd"]);
    }
}
