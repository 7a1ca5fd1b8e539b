//! What becomes of target levels when an org unit goes up in another.

use jiff::civil::Date;

use crate::elements::Structure;
use crate::ids::OrgUnitId;
use crate::measures::Target;
use crate::steering::Role;

/// Target levels of an org unit that ends, set apart by what its heir has already.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Carried {
    /// Those the heir takes over as they are: it has no level of its own for the measure and period.
    pub taken_over: Vec<Target>,
    /// Those for which the heir has a level of its own, which stays; a person decides whether it
    /// still fits what has become larger.
    pub to_decide: Vec<(Target, Target)>,
}

/// Sets apart the levels that concern periods which go on after the org unit's last day; those of
/// periods before stay where their values are.
pub fn carry_targets(
    structure: &Structure,
    ending: OrgUnitId,
    heir: OrgUnitId,
    last: Date,
) -> Carried {
    let mut carried = Carried::default();
    for element in structure.elements().filter(|element| element.role == Role::Measure) {
        let all = structure.targets(element.id);
        for target in all.iter().filter(|target| target.org_unit == Some(ending)) {
            if target.period.last_day() <= last {
                continue;
            }
            let own =
                all.iter().find(|own| own.org_unit == Some(heir) && own.period == target.period);
            match own {
                Some(own) => carried.to_decide.push((target.clone(), own.clone())),
                None => carried.taken_over.push(Target { org_unit: Some(heir), ..target.clone() }),
            }
        }
    }
    carried
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use jiff::civil::date;
    use rust_decimal::Decimal;

    use super::*;
    use crate::elements::{Delta, Element, ElementState};
    use crate::ids::ElementId;
    use crate::organisation::Organisation;
    use crate::periods::Period;
    use crate::steering::{TargetKind, TypeId};

    const MEASURE: [u8; 16] = [7; 16];

    fn unit(number: u8) -> OrgUnitId {
        OrgUnitId::from([number; 16])
    }

    fn target(org_unit: u8, year: i16, level: i64) -> Target {
        Target {
            measure: ElementId::from(MEASURE),
            org_unit: Some(unit(org_unit)),
            period: Period::year_of(year),
            kind: TargetKind::ALL[0],
            low: Some(Decimal::from(level)),
            high: None,
            version: 1,
        }
    }

    fn with(targets: Vec<Target>) -> Structure {
        let yaml = include_str!("../../../../presets/osteraker-2018.yaml");
        let model =
            crate::steering::check(yaml.as_bytes()).into_model().expect("a preset is whole");
        let mut structure = Structure::new(Arc::new(model), Arc::new(Organisation::default()));
        structure.apply(Delta::Element(Arc::new(Element {
            id: ElementId::from(MEASURE),
            element_type: TypeId::from("matt"),
            role: Role::Measure,
            owner: unit(9),
            number: String::new(),
            title: "Frånvaro".to_owned(),
            text: String::new(),
            responsible: None,
            starts_on: None,
            ends_on: None,
            state: ElementState::Draft,
            decision: None,
            version: 1,
        })));
        structure.apply(Delta::TargetsOf(ElementId::from(MEASURE), targets));
        structure
    }

    #[test]
    fn a_level_is_taken_over_where_the_heir_has_none() {
        let structure = with(vec![target(1, 2026, 5), target(1, 2025, 6), target(3, 2026, 1)]);
        let carried = carry_targets(&structure, unit(1), unit(2), date(2026, 8, 25));
        assert_eq!(carried.taken_over, [target(2, 2026, 5)]);
        assert!(carried.to_decide.is_empty());
    }

    #[test]
    fn where_both_have_a_level_a_person_decides() {
        let structure = with(vec![target(1, 2026, 5), target(2, 2026, 8)]);
        let carried = carry_targets(&structure, unit(1), unit(2), date(2026, 8, 25));
        assert!(carried.taken_over.is_empty());
        assert_eq!(carried.to_decide, [(target(1, 2026, 5), target(2, 2026, 8))]);
    }
}
