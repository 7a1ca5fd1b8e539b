//! What stands in the way of a model, in words.

use domain::elements::Structure;
use domain::ids::ElementId;
use domain::model_change::Obstacle;
use domain::steering::{OrgLevelId, TypeId};

use crate::elements;
use crate::i18n::Texts;
use crate::steering::{Reader, link_word};

/// How many are shown of those that stand in the way for the same reason.
const MOST_SHOWN: usize = 8;

/// What stands in the way for the same reason.
pub struct InTheWay {
    /// What the file lacks.
    pub reason: String,
    /// How many it concerns.
    pub count: usize,
    /// The first ones: what they are called, and where they can be changed.
    pub shown: Vec<(String, Option<String>)>,
    /// How many more there are, in words; empty when all are shown.
    pub more: String,
}

/// Everything in the way, gathered by what the file lacks: a type with a thousand goals must not
/// hide the level that is missing too.
pub fn in_the_way(texts: Texts, structure: &Structure, all: &[Obstacle]) -> Vec<InTheWay> {
    let mut reasons: Vec<InTheWay> = Vec::new();
    for obstacle in all {
        let reason = reason(texts, structure, obstacle);
        let at = reasons.iter().position(|known| known.reason == reason).unwrap_or(reasons.len());
        if at == reasons.len() {
            let (shown, more) = (Vec::new(), String::new());
            reasons.push(InTheWay { reason, count: 0, shown, more });
        }
        if let Some(known) = reasons.get_mut(at) {
            known.count += 1;
            if known.count <= MOST_SHOWN {
                known.shown.push(place(structure, obstacle));
            } else {
                let left = i64::try_from(known.count - MOST_SHOWN).unwrap_or(i64::MAX);
                known.more = texts.remodelling_more(left);
            }
        }
    }
    reasons
}

/// What the file lacks.
fn reason(texts: Texts, structure: &Structure, obstacle: &Obstacle) -> String {
    let reader = Reader { model: &structure.model, texts, year: 0 };
    let type_of = |id: ElementId| {
        structure.element(id).map(|one| one.element_type.as_str()).unwrap_or_default()
    };
    let term = |id: ElementId| type_word(structure, type_of(id));
    match obstacle {
        Obstacle::TypeGone(id) => texts.remodelling_type_gone(type_of(*id), term(*id)),
        Obstacle::RoleChanged(id) => texts.remodelling_role_changed(type_of(*id), term(*id)),
        Obstacle::ClassGone(id) => {
            let class = structure.measure(*id).map(|found| found.class.as_str());
            texts.remodelling_class_gone(class.unwrap_or_default())
        }
        Obstacle::LinkGone { child, kind, parent } => {
            texts.remodelling_link_gone(term(*child), link_word(reader, *kind), term(*parent))
        }
        Obstacle::LevelGone(id) => {
            let unit = structure.organisation.get(*id);
            let level = unit.map(|unit| unit.level.as_str()).unwrap_or_default();
            let name = structure.model.org_level(&OrgLevelId::from(level));
            let name = name.map_or(level, |found| found.name.singular.as_str());
            texts.remodelling_level_gone(level, name)
        }
    }
}

/// What stands in the way is called, and where it can be changed.
fn place(structure: &Structure, obstacle: &Obstacle) -> (String, Option<String>) {
    let title =
        |id: ElementId| structure.element(id).map(|one| one.title.clone()).unwrap_or_default();
    let url = |id: ElementId| structure.element(id).map(|one| elements::url(one));
    match obstacle {
        Obstacle::TypeGone(id) | Obstacle::RoleChanged(id) | Obstacle::ClassGone(id) => {
            (title(*id), url(*id))
        }
        Obstacle::LinkGone { child, parent, .. } => {
            (format!("{} – {}", title(*child), title(*parent)), url(*child))
        }
        Obstacle::LevelGone(id) => {
            let name = structure.organisation.name(*id).to_owned();
            (name, Some(format!("/organisation/{id}")))
        }
    }
}

fn type_word(structure: &Structure, id: &str) -> String {
    let found = structure.model.element_type(&TypeId::from(id));
    found.map_or_else(|| id.to_owned(), |found| found.term.singular.clone())
}
