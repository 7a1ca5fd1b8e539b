//! The packs: goals that others have decided, with source and date.

use std::sync::LazyLock;

use domain::ids::ElementId;
use serde::Deserialize;
use sha2::{Digest, Sha256};

use crate::i18n::{Language, Texts};

/// A framework as its file tells.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Pack {
    /// Part of addresses.
    pub(super) id: String,
    /// Raised when the goals or their words change.
    pub(super) version: String,
    name: String,
    name_en: String,
    before: String,
    before_en: String,
    /// Who decided it, and where the words come from.
    pub(super) source: String,
    /// When: a day or a year.
    pub(super) source_date: String,
    /// The goals in order.
    pub(super) goals: Vec<PackGoal>,
}

/// One goal of a framework.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct PackGoal {
    /// As those who decided it count.
    pub(super) number: u32,
    title: String,
    title_en: String,
}

static PACKS: LazyLock<Vec<Pack>> = LazyLock::new(|| {
    let read = |text| serde_saphyr::from_str(text).ok();
    [
        include_str!("../../../../frameworks/agenda2030.yaml"),
        include_str!("../../../../frameworks/miljokvalitetsmal.yaml"),
    ]
    .into_iter()
    .filter_map(read)
    .collect()
});

/// All packs that come with the program.
pub(super) fn packs() -> &'static [Pack] {
    &PACKS
}

/// The pack with an identity.
pub(super) fn pack(id: &str) -> Option<&'static Pack> {
    packs().iter().find(|pack| pack.id == id)
}

impl Pack {
    /// What it is called.
    pub(super) fn name(&self, texts: Texts) -> &str {
        if texts.language == Language::English { &self.name_en } else { &self.name }
    }

    /// The sentence that a goal gets as an element, which is the municipality's own language.
    pub(super) fn title(&self, goal: &PackGoal) -> String {
        format!("{} {}: {}", self.before, goal.number, goal.title)
    }

    /// What a goal is called in a list of the framework's goals.
    pub(super) fn shown(&self, texts: Texts, goal: &PackGoal) -> String {
        match texts.language {
            Language::English => format!("{} {}: {}", self.before_en, goal.number, goal.title_en),
            Language::Swedish => self.title(goal),
        }
    }

    /// The element that a goal is: the same in every municipality, so that choosing twice makes one.
    pub(super) fn element(&self, goal: &PackGoal) -> ElementId {
        let digest = Sha256::digest(format!("framework/{}/{}", self.id, goal.number));
        let mut bytes = [0; 16];
        for (to, from) in bytes.iter_mut().zip(digest.iter()) {
            *to = *from;
        }
        // UUID version 8: made by a rule of one's own.
        bytes[6] = (bytes[6] & 0x0f) | 0x80;
        bytes[8] = (bytes[8] & 0x3f) | 0x80;
        ElementId::from(bytes)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_pack_is_read_with_all_its_goals_and_each_goal_is_an_element_of_its_own() {
        let counts: Vec<(&str, usize)> =
            packs().iter().map(|pack| (pack.id.as_str(), pack.goals.len())).collect();
        assert_eq!(counts, [("agenda2030", 17), ("miljokvalitetsmal", 16)]);
        let goals =
            packs().iter().flat_map(|pack| pack.goals.iter().map(|goal| pack.element(goal)));
        assert_eq!(goals.collect::<BTreeSet<_>>().len(), 33);
        for pack in packs() {
            assert!(!pack.source.is_empty() && !pack.source_date.is_empty(), "{}", pack.id);
            let numbers: Vec<u32> = pack.goals.iter().map(|goal| goal.number).collect();
            assert!(numbers.windows(2).all(|two| two[0] + 1 == two[1]), "{numbers:?}");
        }
    }
}
