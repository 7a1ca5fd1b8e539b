//! What stands in the way of a model, in words.

use domain::elements::Structure;
use domain::ids::ElementId;
use domain::model_change::Obstacle;
use domain::steering::{SteeringModel, TypeId};

use crate::elements;
use crate::i18n::Texts;
use crate::steering::{Reader, link_word};

/// How many are shown of those that stand in the way for the same reason.
const MOST_SHOWN: usize = 8;

/// What stands in the way for the same reason.
pub struct InTheWay {
    /// The first ones: in words, and where it can be changed.
    pub shown: Vec<(String, Option<String>)>,
    /// How many more there are, in words; empty when all are shown.
    pub more: String,
}

/// Everything in the way, gathered by what the file lacks: a type with a thousand goals must not
/// hide the level that is missing too.
pub fn in_the_way(texts: Texts, structure: &Structure, all: &[Obstacle]) -> Vec<InTheWay> {
    let mut reasons: Vec<(String, Vec<&Obstacle>)> = Vec::new();
    for obstacle in all {
        let reason = reason(structure, obstacle);
        match reasons.iter_mut().find(|(known, _)| *known == reason) {
            Some((_, same)) => same.push(obstacle),
            None => reasons.push((reason, vec![obstacle])),
        }
    }
    let gathered = |(_, same): (String, Vec<&Obstacle>)| {
        let left = same.len().saturating_sub(MOST_SHOWN);
        InTheWay {
            shown: same
                .iter()
                .take(MOST_SHOWN)
                .map(|one| obstacle_words(texts, structure, one))
                .collect(),
            more: match i64::try_from(left) {
                Ok(0) | Err(_) => String::new(),
                Ok(left) => texts.remodelling_more(left),
            },
        }
    };
    reasons.into_iter().map(gathered).collect()
}

/// What the file lacks.
fn reason(structure: &Structure, obstacle: &Obstacle) -> String {
    let type_of = |id: ElementId| {
        structure.element(id).map(|one| one.element_type.as_str()).unwrap_or_default()
    };
    match obstacle {
        Obstacle::LevelGone(id) => {
            let level = structure.organisation.get(*id).map(|unit| unit.level.as_str());
            format!("level {}", level.unwrap_or_default())
        }
        Obstacle::TypeGone(id) => format!("type {}", type_of(*id)),
        Obstacle::RoleChanged(id) => format!("role {}", type_of(*id)),
        Obstacle::ClassGone(id) => {
            let class = structure.measure(*id).map(|found| found.class.as_str());
            format!("class {}", class.unwrap_or_default())
        }
        Obstacle::LinkGone { child, kind, parent } => {
            format!("link {} {kind} {}", type_of(*child), type_of(*parent))
        }
    }
}

/// What stands in the way, and where it can be changed.
fn obstacle_words(
    texts: Texts,
    structure: &Structure,
    obstacle: &Obstacle,
) -> (String, Option<String>) {
    let title =
        |id: ElementId| structure.element(id).map(|one| one.title.as_str()).unwrap_or_default();
    let id_of = |id: ElementId| {
        structure.element(id).map(|one| one.element_type.as_str()).unwrap_or_default()
    };
    let term = |id: ElementId| type_word(&structure.model, id_of(id));
    let url = |id: ElementId| structure.element(id).map(|one| elements::url(one));
    match obstacle {
        Obstacle::TypeGone(id) => {
            (texts.remodelling_type_gone(id_of(*id), term(*id), title(*id)), url(*id))
        }
        Obstacle::RoleChanged(id) => {
            (texts.remodelling_role_changed(id_of(*id), term(*id), title(*id)), url(*id))
        }
        Obstacle::ClassGone(id) => {
            let class = structure.measure(*id).map(|found| found.class.as_str());
            (texts.remodelling_class_gone(class.unwrap_or_default(), title(*id)), url(*id))
        }
        Obstacle::LinkGone { child, kind, parent } => {
            let reader = Reader { model: &structure.model, texts, year: 0 };
            let words = link_word(reader, *kind);
            (texts.remodelling_link_gone(title(*child), words, title(*parent)), url(*child))
        }
        Obstacle::LevelGone(id) => {
            let unit = structure.organisation.get(*id);
            let level = unit.map(|unit| unit.level.as_str()).unwrap_or_default();
            let name = structure.organisation.name(*id);
            (texts.remodelling_level_gone(level, name), Some(format!("/organisation/{id}")))
        }
    }
}

fn type_word(model: &SteeringModel, id: &str) -> String {
    let found = model.element_type(&TypeId::from(id));
    found.map_or_else(|| id.to_owned(), |found| found.term.singular.clone())
}
