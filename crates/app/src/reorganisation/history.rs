//! The history of an org unit in sentences, from its audit rows.

use db::audit::TrailRow;
use domain::ids::OrgUnitId;
use domain::organisation::{OrgUnit, Organisation};

use crate::i18n::{Texts, date};

/// A line of the history: when, who, what.
pub(super) struct Line {
    pub(super) at: i64,
    pub(super) who: String,
    pub(super) what: String,
}

/// Rows, newest first, as lines.
pub(super) fn lines(texts: Texts, organisation: &Organisation, entries: &[TrailRow]) -> Vec<Line> {
    let mut before: Option<OrgUnit> = None;
    let mut lines = Vec::new();
    for entry in entries.iter().rev() {
        let payload = entry.payload.as_deref().unwrap_or_default();
        let after: Option<OrgUnit> = serde_json::from_str(payload).ok();
        let what = match (&before, &after, entry.action.as_str()) {
            (_, _, "split_from") => split_from(texts, organisation, payload),
            (Some(before), Some(after), _) => sentence(texts, organisation, before, after),
            _ => texts.reorganisation_was_created().to_owned(),
        };
        lines.push(Line { at: entry.at, who: entry.actor_name.clone(), what });
        before = after.or(before);
    }
    lines.reverse();
    lines
}

fn split_from(texts: Texts, organisation: &Organisation, payload: &str) -> String {
    let old: Option<OrgUnitId> = serde_json::from_str::<serde_json::Value>(payload)
        .ok()
        .and_then(|value| serde_json::from_value(value.get("from")?.clone()).ok());
    texts.reorganisation_was_split_from(old.map_or("", |old| organisation.name(old)))
}

fn sentence(
    texts: Texts,
    organisation: &Organisation,
    before: &OrgUnit,
    after: &OrgUnit,
) -> String {
    let mut parts = Vec::new();
    if before.name != after.name {
        parts.push(texts.reorganisation_was_renamed(&after.name, &before.name));
    }
    if before.parent != after.parent {
        let name = |id: Option<OrgUnitId>| id.map_or("", |id| organisation.name(id));
        parts.push(texts.reorganisation_was_moved(name(after.parent), name(before.parent)));
    }
    match (after.succeeded_by, after.valid_to) {
        (Some(heir), _) if before.succeeded_by != after.succeeded_by => {
            parts.push(texts.reorganisation_was_merged(organisation.name(heir)));
        }
        (_, Some(last)) if before.valid_to != after.valid_to => {
            parts.push(texts.reorganisation_was_ended(date(texts.language, last)));
        }
        _ => {}
    }
    if parts.is_empty() { texts.reorganisation_was_changed().to_owned() } else { parts.join(" ") }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use domain::organisation::OrgLevelKind;

    use super::*;

    fn unit(number: u8, name: &str, parent: Option<u8>) -> OrgUnit {
        OrgUnit {
            id: OrgUnitId::from([number; 16]),
            level: "enhet".to_owned(),
            kind: OrgLevelKind::Unit,
            parent: parent.map(|number| OrgUnitId::from([number; 16])),
            name: name.to_owned(),
            valid_from: jiff::civil::date(2018, 1, 1),
            valid_to: None,
            succeeded_by: None,
            version: 1,
        }
    }

    fn entry(action: &str, payload: String) -> TrailRow {
        TrailRow {
            seq: 1,
            acting_as: String::new(),
            object: "org_unit".to_owned(),
            object_id: [3; 16],
            at: 0,
            actor_name: "Anna".to_owned(),
            action: action.to_owned(),
            version: 1,
            payload: Some(payload),
        }
    }

    #[test]
    fn history_tells_what_changed_newest_first() {
        let organisation =
            Organisation::new([unit(1, "Norr", None), unit(2, "Söder", None)].map(Arc::new));
        let old = unit(3, "Skolan", Some(1));
        let new = OrgUnit {
            name: "Skogsskolan".to_owned(),
            parent: Some(OrgUnitId::from([2; 16])),
            ..old.clone()
        };
        let entries = [
            entry("move", serde_json::to_string(&new).unwrap()),
            entry(
                "split_from",
                serde_json::json!({ "from": OrgUnitId::from([1; 16]) }).to_string(),
            ),
            entry("create", serde_json::to_string(&old).unwrap()),
        ];
        let told: Vec<String> = lines(Texts::default(), &organisation, &entries)
            .into_iter()
            .map(|line| line.what)
            .collect();
        assert_eq!(
            told,
            [
                "Bytte namn från Skolan till Skogsskolan. Flyttades från Norr till Söder.",
                "Bildades genom delning av Norr.",
                "Lades upp."
            ]
        );
    }
}
