//! The packs: goals that others have decided, with source and date. Some come with the program, others
//! a municipality reads in itself.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use domain::ids::ElementId;
use serde::Deserialize;
use sha2::{Digest, Sha256};

use crate::i18n::{Language, Texts};

/// A framework as its file tells.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Pack {
    /// Part of addresses.
    pub(super) id: String,
    /// Raised when the goals or their words change.
    pub(super) version: String,
    #[serde(alias = "namn")]
    name: String,
    #[serde(default)]
    name_en: String,
    #[serde(default, alias = "ledord")]
    before: String,
    #[serde(default)]
    before_en: String,
    /// Who decided it, and where the words come from.
    #[serde(alias = "kalla")]
    pub(super) source: String,
    /// When: a day or a year.
    #[serde(alias = "datum")]
    pub(super) source_date: String,
    /// The goals in order.
    #[serde(alias = "mal")]
    pub(super) goals: Vec<PackGoal>,
}

/// One goal of a framework.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PackGoal {
    /// As those who decided it count.
    #[serde(alias = "nummer")]
    pub(super) number: u32,
    #[serde(alias = "titel")]
    title: String,
    #[serde(default)]
    title_en: String,
}

impl PackGoal {
    /// Its own words, without framework and number.
    pub(super) fn words(&self, texts: Texts) -> &str {
        match texts.language {
            Language::English => either(&self.title_en, &self.title),
            Language::Swedish => &self.title,
        }
    }
}

/// Most goals of a pack, and most letters of a word in it.
const MOST_GOALS: usize = 300;
const LONGEST: usize = 300;

/// Why a file is no pack.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum PackProblem {
    /// It is not written as a pack; on which line, where that is known.
    Unreadable(Option<i64>),
    /// The identity is not of small letters, numbers and hyphens, or is too long.
    BadId,
    /// A name, source or date is missing, or too long.
    NoSource,
    /// There are no goals, or too many.
    GoalCount,
    /// A goal has no words, or too many, or its number is another's.
    BadGoal(u32),
}

/// The line that the reader of files says it came to.
fn line_in(message: &str) -> Option<i64> {
    let (_, rest) = message.split_once("line ")?;
    rest.chars().take_while(char::is_ascii_digit).collect::<String>().parse().ok()
}

/// Reads a file as a pack.
pub(super) fn read(text: &str) -> Result<Pack, PackProblem> {
    let pack: Pack = serde_saphyr::from_str(text)
        .map_err(|problem| PackProblem::Unreadable(line_in(&problem.to_string())))?;
    let in_address =
        |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-';
    if pack.id.is_empty() || pack.id.len() > 40 || !pack.id.chars().all(in_address) {
        return Err(PackProblem::BadId);
    }
    let is_told = |text: &String| !text.trim().is_empty() && text.chars().count() <= LONGEST;
    if ![&pack.name, &pack.source, &pack.source_date, &pack.version].into_iter().all(is_told)
        || [&pack.name_en, &pack.before, &pack.before_en]
            .into_iter()
            .any(|one| one.chars().count() > LONGEST)
    {
        return Err(PackProblem::NoSource);
    }
    if pack.goals.is_empty() || pack.goals.len() > MOST_GOALS {
        return Err(PackProblem::GoalCount);
    }
    let mut numbers = BTreeSet::new();
    let is_bad = |goal: &&PackGoal| {
        !numbers.insert(goal.number)
            || !is_told(&goal.title)
            || goal.title_en.chars().count() > LONGEST
    };
    match pack.goals.iter().find(is_bad) {
        Some(goal) => Err(PackProblem::BadGoal(goal.number)),
        None => Ok(pack),
    }
}

static PACKS: LazyLock<Vec<Pack>> = LazyLock::new(|| {
    [
        include_str!("../../../../frameworks/agenda2030.yaml"),
        include_str!("../../../../frameworks/miljokvalitetsmal.yaml"),
    ]
    .into_iter()
    .filter_map(|text| read(text).ok())
    .collect()
});

/// All packs that come with the program.
pub(super) fn packs() -> &'static [Pack] {
    &PACKS
}

/// Whether a pack with the identity comes with the program.
pub(super) fn comes_with_program(id: &str) -> bool {
    packs().iter().any(|pack| pack.id == id)
}

/// The first words that are not empty.
fn either<'t>(one: &'t str, other: &'t str) -> &'t str {
    if one.is_empty() { other } else { one }
}

impl Pack {
    /// What it is called.
    pub(super) fn name(&self, texts: Texts) -> &str {
        let english = either(&self.name_en, &self.name);
        if texts.language == Language::English { english } else { &self.name }
    }

    /// The sentence that a goal gets as an element, which is the municipality's own language.
    pub(super) fn title(&self, goal: &PackGoal) -> String {
        format!("{} {}: {}", either(&self.before, &self.name), goal.number, goal.title)
    }

    /// What a goal is called in a list of the framework's goals.
    pub(super) fn shown(&self, texts: Texts, goal: &PackGoal) -> String {
        match texts.language {
            Language::English => {
                let before = either(&self.before_en, either(&self.before, &self.name));
                format!("{before} {}: {}", goal.number, either(&goal.title_en, &goal.title))
            }
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

    #[test]
    fn a_municipality_s_own_pack_is_read_and_what_is_none_says_why() {
        let own = "id: folkhalsa\nversion: '1'\nname: Folkhälsomålen\nsource: Riksdagen\n\
                   source_date: '2018'\ngoals:\n  - {number: 1, title: Tidiga livet}\n";
        let pack = read(own).unwrap();
        assert_eq!(pack.title(&pack.goals[0]), "Folkhälsomålen 1: Tidiga livet");
        let problem = |from: &str, to: &str| read(&own.replace(from, to)).unwrap_err();
        assert_eq!(problem("folkhalsa", "Folk hälsa"), PackProblem::BadId);
        assert_eq!(problem("Riksdagen", "''"), PackProblem::NoSource);
        assert_eq!(problem("title: Tidiga livet", "title: ''"), PackProblem::BadGoal(1));
        let twice = own.replace("livet}\n", "livet}\n  - {number: 1, title: Igen}\n");
        assert_eq!(read(&twice).unwrap_err(), PackProblem::BadGoal(1));
        let none = own.replace("\n  - {number: 1, title: Tidiga livet}", " []");
        assert_eq!(read(&none).unwrap_err(), PackProblem::GoalCount);
        for rubbish in ["", "[]", "goals: 3", "id: [", "\u{0}"] {
            assert!(matches!(read(rubbish), Err(PackProblem::Unreadable(_))), "{rubbish:?}");
        }
    }
}
