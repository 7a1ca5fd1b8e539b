//! Where a fault is mended.

use domain::elements::Structure;
use domain::health::{Fault, Rule, Subject};
use domain::ids::ElementId;

/// The page where the fault is mended; none where only people can.
pub(super) fn place(structure: &Structure, fault: &Fault) -> Option<String> {
    let decided = |id| structure.element(id).is_some_and(|element| !element.is_editable());
    match &fault.subject {
        // Who answers is not what was decided; the rest of the decided is given new words.
        Subject::Element(id) if decided(*id) => match fault.rule {
            Rule::NoResponsible | Rule::Unowned => {
                Some(format!("/trad/andra?rad={id}&vad=ansvarig"))
            }
            Rule::NoMethod
            | Rule::NoSource
            | Rule::Voiceless
            | Rule::Undated
            | Rule::WrongLevel => Some(crate::elements::url(structure.element(*id)?)),
            _ => of_element(structure, *id, fault.rule),
        },
        Subject::Element(id) => of_element(structure, *id, fault.rule),

        Subject::Share(org_unit, id) if fault.rule == Rule::Overdue => {
            Some(format!("/matt/{id}/varde?enhet={org_unit}"))
        }
        Subject::Share(org_unit, id) => {
            let answer = fault.element_type.as_ref()?;
            Some(format!("/mal/nytt?typ={answer}&under={id}&enhet={org_unit}"))
        }
        Subject::OrgUnit(id) => Some(format!("/planera?enhet={id}")),
        Subject::Person(_) => {
            let measure = structure.element(*fault.others.first()?)?;
            Some(crate::elements::url(measure))
        }
        Subject::Model(_) => Some("/modell".to_owned()),
    }
}

fn of_element(structure: &Structure, id: ElementId, rule: Rule) -> Option<String> {
    Some(match rule {
        Rule::Loose => format!("/mal/{id}/koppla"),
        Rule::Unmeasured => format!("/matt/nytt?mal={id}"),
        Rule::NoEffect => format!("/mal/{id}"),
        Rule::Aimless | Rule::Outdated | Rule::Opposed => format!("/matt/{id}/styrtal"),
        Rule::NoMethod | Rule::NoSource | Rule::NoResponsible | Rule::Voiceless => {
            format!("/matt/{id}/andra")
        }
        Rule::Undated | Rule::Unowned | Rule::WrongLevel => format!("/mal/{id}/andra"),
        Rule::Late => format!("/aktivitet/{id}/framdrift"),
        Rule::NoDecision => format!("/mal/{id}/beslut"),
        _ => crate::elements::url(structure.element(id)?),
    })
}
