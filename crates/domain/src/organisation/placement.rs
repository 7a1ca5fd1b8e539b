//! What may stand under what: a rule of the closed kinds, and of the order in which the steering
//! model lists its levels.

use super::{OrgLevelKind, OrgUnit, OrganisationProblem};
use crate::steering::{OrgLevel, OrgLevelId, SteeringModel};

/// Whether org units stand on a level of this kind: not people, parties or citizens.
pub fn holds_org_units(kind: OrgLevelKind) -> bool {
    !matches!(kind, OrgLevelKind::Employee | OrgLevelKind::Party | OrgLevelKind::Citizens)
}

/// Whether something of one kind may stand under something of another, as municipal law and custom
/// have it: the council is the top, bodies answer to the council or the board, administrations work
/// for bodies, and units work for whoever runs them.
pub fn may_stand_under(child: OrgLevelKind, parent: OrgLevelKind) -> bool {
    use OrgLevelKind as K;
    let governs = matches!(
        parent,
        K::Council | K::ExecutiveBoard | K::Committee | K::ProgrammeCommittee | K::JointBody
    );
    match child {
        K::Council | K::Employee | K::Party | K::Citizens => false,
        K::ExecutiveBoard => parent == K::Council,
        K::ExecutiveSubcommittee => parent == K::ExecutiveBoard,
        K::ProgrammeCommittee => matches!(parent, K::Council | K::ExecutiveBoard),
        K::Committee => {
            matches!(parent, K::Council | K::ExecutiveBoard | K::ProgrammeCommittee | K::Committee)
        }
        K::Company | K::JointBody => governs || parent == K::Company,
        K::Administration => governs,
        K::Sector => governs || matches!(parent, K::Administration | K::Company | K::Sector),
        K::Unit => {
            (governs && parent != K::Council)
                || matches!(
                    parent,
                    K::Administration | K::Sector | K::Company | K::Provider | K::Unit
                )
        }
        K::Provider => {
            (governs && parent != K::Council)
                || matches!(parent, K::Administration | K::Sector | K::Unit | K::Provider)
        }
    }
}

/// The levels of the model under which a level may stand. Between levels of one kind the model's
/// order decides: what it lists later stands under what it lists earlier. A level for whose kind
/// the model has no place stands under any level listed before it.
pub fn places<'m>(model: &'m SteeringModel, level: &OrgLevelId) -> Vec<&'m OrgLevel> {
    let levels: Vec<&OrgLevel> =
        model.org_levels.iter().filter(|level| holds_org_units(level.kind)).collect();
    let Some(at) = levels.iter().position(|other| other.id == *level) else { return Vec::new() };
    let Some(child) = levels.get(at) else { return Vec::new() };
    let allowed: Vec<&OrgLevel> = levels
        .iter()
        .enumerate()
        .filter(|(place, parent)| {
            may_stand_under(child.kind, parent.kind) && (parent.kind != child.kind || *place <= at)
        })
        .map(|(_, parent)| *parent)
        .collect();
    if allowed.is_empty() && child.kind != OrgLevelKind::Council {
        return levels.into_iter().take(at).collect();
    }
    allowed
}

/// Whether an org unit on the level may stand under another.
///
/// # Errors
/// [`OrganisationProblem::WrongPlace`].
pub fn check_place(
    model: &SteeringModel,
    level: &OrgLevelId,
    parent: &OrgUnit,
) -> Result<(), OrganisationProblem> {
    let places = places(model, level);
    let fits = places.iter().any(|place| place.id.as_str() == parent.level)
        // An org unit on a level that the model has since left out is judged by its kind.
        || (model.org_level(&OrgLevelId::from(parent.level.as_str())).is_none()
            && model.org_level(level).is_some_and(|own| may_stand_under(own.kind, parent.kind)));
    if fits { Ok(()) } else { Err(OrganisationProblem::WrongPlace) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_council_is_the_top_and_people_are_no_org_units() {
        for parent in OrgLevelKind::ALL {
            for never in [
                OrgLevelKind::Council,
                OrgLevelKind::Employee,
                OrgLevelKind::Party,
                OrgLevelKind::Citizens,
            ] {
                assert!(!may_stand_under(never, *parent), "{never:?} under {parent:?}");
            }
        }
    }

    #[test]
    fn a_school_does_not_carry_a_committee() {
        use OrgLevelKind as K;
        for (child, parent, may) in [
            (K::Committee, K::Unit, false),
            (K::Administration, K::Unit, false),
            (K::Committee, K::Council, true),
            (K::Administration, K::Committee, true),
            (K::Unit, K::Administration, true),
            (K::Unit, K::Council, false),
            (K::Provider, K::Committee, true),
            (K::ExecutiveSubcommittee, K::Committee, false),
        ] {
            assert_eq!(may_stand_under(child, parent), may, "{child:?} under {parent:?}");
        }
    }

    #[test]
    fn only_kinds_that_hold_org_units_have_something_under_them() {
        for child in OrgLevelKind::ALL {
            for parent in OrgLevelKind::ALL.iter().filter(|kind| !holds_org_units(**kind)) {
                assert!(!may_stand_under(*child, *parent), "{child:?} under {parent:?}");
            }
        }
    }

    #[test]
    fn every_level_of_our_presets_has_a_place_but_the_council() {
        for yaml in [
            include_str!("../../../../presets/osteraker-2018.yaml"),
            include_str!("../../../../presets/alingsas-2020.yaml"),
        ] {
            let model =
                crate::steering::check(yaml.as_bytes()).into_model().expect("a preset is whole");
            for level in model.org_levels.iter().filter(|level| holds_org_units(level.kind)) {
                let has_place = !places(&model, &level.id).is_empty();
                assert_eq!(has_place, level.kind != OrgLevelKind::Council, "{:?}", level.id);
            }
        }
    }

    #[test]
    fn among_levels_of_one_kind_the_order_of_the_model_decides() {
        let yaml = include_str!("../../../../presets/osteraker-2018.yaml");
        let model =
            crate::steering::check(yaml.as_bytes()).into_model().expect("a preset is whole");
        let places_of = |level: &str| -> Vec<&str> {
            places(&model, &OrgLevelId::from(level)).iter().map(|place| place.id.as_str()).collect()
        };
        assert_eq!(places_of("namnd"), ["kf", "ks", "namnd"]);
        assert!(places_of("prodst").contains(&"namnd"));
        assert_eq!(places_of("kf"), Vec::<&str>::new());
    }
}
