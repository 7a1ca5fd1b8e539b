//! Where a fault is mended.

use domain::access::Action;
use domain::elements::Structure;
use domain::health::{Fault, Rule, Subject};
use domain::ids::ElementId;

use crate::cx::Cx;

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
            let period = fault.period.map(|period| format!("&period={period}")).unwrap_or_default();
            Some(format!("/matt/{id}/varde?enhet={org_unit}{period}"))
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
        // Too many are mended where they stand, by ending some or merging them; what the model leaves
        // open, in the model.
        Subject::Model(_) if fault.rule == Rule::TooMany => {
            let of_type = fault.element_type.as_ref()?;
            Some(format!("/trad?vy=lista&typ={of_type}"))
        }
        Subject::Model(_) => Some("/modell".to_owned()),
    }
}

/// Whether the visitor may mend a fault or let it be: who plans where it is, and the whole where it
/// is the whole municipality's.
pub(super) fn may_mend(cx: &Cx<'_, '_>, fault: &Fault) -> bool {
    match fault.owner {
        Some(owner) => cx.can(Action::Plan, owner),
        None => cx.can_everywhere(Action::Plan),
    }
}

/// As [`place`], where the visitor can do anything there.
pub(super) fn place_for(cx: &Cx<'_, '_>, fault: &Fault) -> Option<String> {
    let is_models = fault.rule == Rule::OpenDecision;
    let may_go = !is_models || cx.can_everywhere(Action::ManageModel);
    place(&cx.structure, fault).filter(|_| may_go)
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
