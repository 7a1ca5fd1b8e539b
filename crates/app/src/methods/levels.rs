//! The levels of how far one has come, as data: a scale of the steering model, else our own file.

use std::sync::LazyLock;

use domain::steering::SteeringModel;
use maud::Markup;
use serde::Deserialize;

use crate::i18n::Language;
use crate::web::ui::{Symbol, status};

/// The scale of the steering model that takes the place of our own levels.
const SCALE: &str = "arbetssatt";

/// A level: what it is kept as, what it is called, and its symbol.
#[derive(Clone, Debug)]
pub(super) struct Level {
    pub(super) id: String,
    pub(super) word: String,
    pub(super) symbol: Symbol,
}

#[derive(Deserialize)]
struct List {
    levels: Vec<Own>,
}

#[derive(Deserialize)]
struct Own {
    id: String,
    sv: String,
    en: String,
    symbol: String,
}

static OWN: LazyLock<Vec<Own>> = LazyLock::new(|| {
    let text = include_str!("../../../../words/arbetssatt.yaml");
    serde_saphyr::from_str::<List>(text).map(|list| list.levels).unwrap_or_default()
});

fn symbol(name: &str) -> Symbol {
    match name {
        "met" => Symbol::Met,
        "partly" => Symbol::Partly,
        "rising" => Symbol::Rising,
        _ => Symbol::NotAssessed,
    }
}

/// The levels, from nothing to what is improved all the time.
pub(super) fn levels(language: Language, model: &SteeringModel) -> Vec<Level> {
    let scale = model.scales.iter().find(|scale| scale.id.as_str() == SCALE);
    let Some(scale) = scale else {
        let own = OWN.iter().map(|one| Level {
            id: one.id.clone(),
            word: match language {
                Language::Swedish => one.sv.clone(),
                Language::English => one.en.clone(),
            },
            symbol: symbol(&one.symbol),
        });
        return own.collect();
    };
    let told = scale.levels.iter().filter(|level| !level.missing);
    let count = told.clone().count();
    // A scale stands with its best level first.
    let of_model = told.enumerate().map(|(place, level)| Level {
        id: level.id.as_str().to_owned(),
        word: match (language, &level.en) {
            (Language::English, Some(word)) => word.clone(),
            _ => level.label.clone(),
        },
        symbol: match place {
            0 => Symbol::Met,
            place if place + 1 == count => Symbol::NotAssessed,
            _ => Symbol::Partly,
        },
    });
    let mut all: Vec<Level> = of_model.collect();
    all.reverse();
    all
}

/// A level as symbol and word; a code that the scale no longer has stands as it was said.
pub(super) fn shown(levels: &[Level], id: &str) -> Markup {
    match levels.iter().find(|level| level.id == id) {
        Some(level) => status(level.symbol, &level.word),
        None => status(Symbol::NotAssessed, id),
    }
}

/// The word of a level.
pub(super) fn word<'l>(levels: &'l [Level], id: &'l str) -> &'l str {
    levels.iter().find(|level| level.id == id).map_or(id, |level| level.word.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_has_four_levels_in_both_languages_from_nothing_upwards() {
        assert_eq!(OWN.len(), 4);
        assert!(OWN.iter().all(|one| !one.sv.is_empty() && !one.en.is_empty()));
        assert_eq!(OWN.first().map(|one| symbol(&one.symbol)), Some(Symbol::NotAssessed));
    }
}
