//! What the audit trail's codes are called, and what an object was called when it was changed.

use db::audit::TrailRow;
use domain::elements::Structure;
use domain::ids::{ElementId, OrgUnitId, PersonId};
use domain::steering::Role;

use super::reach::place_in;
use crate::i18n::Texts;

/// Larger contents are not searched for a name: a steering model is a whole file.
const LARGEST_SEARCHED: usize = 20_000;

/// What an object is called: the name it has today, else the one it had after the change, and
/// which org unit's it is where that is not said by the name.
pub(super) fn object_name(structure: &Structure, row: &TrailRow) -> String {
    let known = match row.object.as_str() {
        "org_unit" => structure.organisation.name(OrgUnitId::from(row.object_id)).to_owned(),
        kind if is_of_element(kind) => structure
            .element(ElementId::from(row.object_id))
            .map(|element| element.title.clone())
            .unwrap_or_default(),
        _ => String::new(),
    };
    let payload = row.payload.as_deref().unwrap_or_default();
    let name = if known.is_empty() { name_in(payload) } else { known };
    let place = match row.object.as_str() {
        "org_unit" | "element" | "measure" => None,
        _ => place_in(payload).map(|org_unit| structure.organisation.name(org_unit)),
    };
    let place = place.unwrap_or_default();
    if name.is_empty() || place.is_empty() {
        format!("{name}{place}")
    } else {
        format!("{name}, {place}")
    }
}

/// Whether rows of a kind carry the identity of the element they are about.
fn is_of_element(kind: &str) -> bool {
    matches!(
        kind,
        "element"
            | "measure"
            | "pattern"
            | "target"
            | "outcome"
            | "assessment"
            | "fault"
            | "own_field"
    )
}

fn name_in(payload: &str) -> String {
    if payload.len() > LARGEST_SEARCHED {
        return String::new();
    }
    let value: serde_json::Value = serde_json::from_str(payload).unwrap_or_default();
    ["name", "title", "email"]
        .iter()
        .find_map(|key| value.get(key)?.as_str())
        .unwrap_or_default()
        .to_owned()
}

/// Where the object can be seen; none when it has no page.
pub(super) fn object_url(structure: &Structure, row: &TrailRow) -> Option<String> {
    match row.object.as_str() {
        "org_unit" => Some(crate::reorganisation::url(OrgUnitId::from(row.object_id))),
        "person" => Some(crate::people::url(PersonId::from(row.object_id))),
        "steering_model" => Some("/modell".to_owned()),
        kind if is_of_element(kind) => {
            let id = ElementId::from(row.object_id);
            let element = structure.element(id)?;
            Some(if element.role == Role::Measure {
                crate::measures::url(id)
            } else {
                format!("/mal/{id}")
            })
        }
        _ => None,
    }
}

/// What a role code is called; the code itself for one that is not known.
pub(super) fn role_of(texts: Texts, code: &str) -> String {
    code.parse()
        .map_or_else(|_| code.to_owned(), |role| crate::identity::role_word(texts, role).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_in_contents_and_rubbish_gives_none() {
        assert_eq!(name_in(r#"{"name":"Anna","email":"a@b.se"}"#), "Anna");
        assert_eq!(name_in(r#"{"email":"a@b.se"}"#), "a@b.se");
        for rubbish in ["", "[]", "{", r#"{"name":3}"#] {
            assert_eq!(name_in(rubbish), "");
        }
        assert_eq!(name_in(&format!(r#"{{"name":"x","yaml":"{}"}}"#, "y".repeat(30_000))), "");
    }

    #[test]
    fn unknown_codes_are_shown_as_they_are() {
        let texts = Texts::default();
        assert_eq!(role_of(texts, "auditor"), "Revisor");
        assert_eq!(role_of(texts, "mystery"), "mystery");
        assert_eq!(texts.settings_action("mystery"), "mystery");
        assert_eq!(texts.settings_action("rename"), "Bytte namn");
    }
}
