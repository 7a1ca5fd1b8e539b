//! Element types with their parents, horizons and measure classes.

use super::super::element::{ElementType, Horizon, MeasureClass, ParentLink};
use super::super::kinds::{HorizonKind, Role, TargetKind};
use super::super::more_kinds::Formulation;
use super::super::open::Matter;
use super::super::problem::Fault;
use super::super::problems::clip;
use super::keys;
use super::own_fields::own_fields;
use super::reader::{Part, Reader};
use super::type_rules::type_rules;
use std::collections::BTreeSet;

pub(super) fn element_types(reader: &mut Reader, top: &Part<'_>) -> Vec<ElementType> {
    reader.need(top, "element_types");
    let nodes = reader.list(top, "element_types");
    reader.at_least(top, "element_types", 2, nodes.len());
    let parts = reader.parts(nodes, "element_types", keys::ELEMENT_TYPE, None);
    parts.iter().filter_map(|part| element_type(reader, part)).collect()
}

fn element_type(reader: &mut Reader, part: &Part<'_>) -> Option<ElementType> {
    let id = reader.id(part);
    let term = reader.term(part, "term");
    let role = reader.need_word::<Role>(part, "role");
    let owner = reader.need_text(part, "owner");
    let decided_by = reader.need_text(part, "decided_by");
    let horizon = required_horizon(reader, part);
    reader.need(part, "parents");
    let parents = parents(reader, part);
    let is_measure = role == Some(Role::Measure);
    let rest = ElementType {
        id: id.clone().unwrap_or_default().into(),
        term: term.clone()?,
        role: role.unwrap_or(Role::Goal),
        owner: owner.clone().unwrap_or_default().into(),
        decided_by: decided_by.clone().unwrap_or_default().into(),
        prepared_by: reader.text(part, "prepared_by").map(Into::into),
        horizon,
        parents,
        count: reader.quantity(part, "count"),
        formulation: reader.word(part, "formulation").unwrap_or(Formulation::None),
        scale: reader.text(part, "scale").map(Into::into),
        assess: reader.text(part, "assess").map(Into::into),
        rules: type_rules(reader, part),
        fields: own_fields(reader, part, role),
        classes: classes(reader, part),
        target_kinds: target_kinds(reader, part, is_measure),
        breakdowns: reader.texts(part, "breakdowns"),
        items: reader.texts(part, "items"),
        origin: reader.origin(part),
    };
    (id.is_some() && role.is_some() && owner.is_some() && decided_by.is_some()).then_some(rest)
}

/// All kinds of target may be set where the model does not choose.
fn target_kinds(reader: &mut Reader, part: &Part<'_>, is_measure: bool) -> Vec<TargetKind> {
    if is_measure && part.get("target_kinds").is_none() {
        TargetKind::ALL.to_vec()
    } else {
        reader.words(part, "target_kinds")
    }
}

fn required_horizon(reader: &mut Reader, part: &Part<'_>) -> Horizon {
    let open_ended = Horizon { kind: HorizonKind::Open, years: None, note: None };
    if part.get("horizon").is_none() {
        reader.lacking(part, "horizon", Matter::Horizon, HorizonKind::Open.key());
        return open_ended;
    }
    horizon(reader, part).unwrap_or(open_ended)
}

/// The horizon of a type or document, where it has one.
pub(super) fn horizon(reader: &mut Reader, part: &Part<'_>) -> Option<Horizon> {
    let inner = reader.part(part.get("horizon")?, part.place("horizon"), keys::HORIZON)?;
    let word = reader.need_text(&inner, "kind");
    let kind = match word.as_deref() {
        Some("unknown") if !reader.is_full() => {
            reader.open(part.place("horizon"), Matter::Horizon, HorizonKind::Open.key());
            Some(HorizonKind::Open)
        }
        Some(_) => reader.word(&inner, "kind"),
        None => None,
    };
    let years = reader.quantity(&inner, "n");
    let note = reader.text(&inner, "note");
    Some(Horizon { kind: kind?, years, note })
}

fn parents(reader: &mut Reader, part: &Part<'_>) -> Vec<ParentLink> {
    let nodes = reader.list(part, "parents");
    let mut parents = Vec::new();
    for (index, node) in nodes.iter().enumerate() {
        let place = format!("{}[{index}]", part.place("parents"));
        let Some(inner) = reader.part(node, place, keys::PARENT) else {
            continue;
        };
        let parent = reader.need_text(&inner, "type");
        let link = reader.need_word(&inner, "link");
        let most = i64::from(u32::MAX);
        let min =
            reader.whole(&inner, "min", 0, most).and_then(|number| u32::try_from(number).ok());
        let max =
            reader.whole(&inner, "max", 0, most).and_then(|number| u32::try_from(number).ok());
        if let (Some(parent), Some(link)) = (parent, link) {
            parents.push(ParentLink { parent: parent.into(), link, min, max });
        }
    }
    if let Some(id) = part.id.as_ref().filter(|_| parents.len() < nodes.len()) {
        reader.known.add_half_read(id);
    }
    parents
}

fn classes(reader: &mut Reader, part: &Part<'_>) -> Vec<MeasureClass> {
    let nodes = reader.list(part, "classes");
    let mut seen = BTreeSet::new();
    let mut classes = Vec::new();
    for (index, node) in nodes.iter().enumerate() {
        let place = format!("{}[{index}]", part.place("classes"));
        let Some(inner) = reader.part(node, place, keys::CLASS) else {
            continue;
        };
        let name = reader.need_text(&inner, "name");
        let counts_in_assessment = class_flag(reader, &inner, "counts", Matter::ClassCounts);
        let controllable = class_flag(reader, &inner, "controllable", Matter::ClassControllable);
        let note = reader.text(&inner, "note");
        let Some(name) = name else { continue };
        if !seen.insert(name.clone()) {
            reader.problem(&inner, "name", Fault::DuplicateId { id: clip(&name) });
        }
        classes.push(MeasureClass { name, counts_in_assessment, controllable, note });
    }
    classes
}

/// A class counts and can be affected unless the model says otherwise.
fn class_flag(reader: &mut Reader, part: &Part<'_>, key: &'static str, matter: Matter) -> bool {
    if part.get(key).is_none() {
        reader.lacking(part, key, matter, "true");
    }
    reader.flag(part, key).unwrap_or(true)
}
