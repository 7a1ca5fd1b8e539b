//! By what a measure is broken down: sex, age, background, provider; each with a closed list of groups.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

/// Most ways to break a measure down.
const MOST_BREAKDOWNS: usize = 12;
/// Most groups of one of them.
const MOST_GROUPS: usize = 60;
/// Longest name, in letters.
const LONGEST_GROUP: usize = 60;

/// One way to break values down.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Breakdown {
    /// By what, such as `kön`.
    pub name: String,
    /// The groups, in the order they are shown, such as `kvinnor` and `män`.
    pub groups: Vec<String>,
}

/// Why lines of breakdowns are refused.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum BreakdownProblem {
    /// A line without a name, a colon, and two groups.
    #[error("{line} is no breakdown")]
    NotABreakdown {
        /// The line, shortened.
        line: String,
    },
    /// A group or a breakdown of the name stands twice: a value would not tell which it is about.
    #[error("{name} stands twice")]
    Twice {
        /// The name.
        name: String,
    },
    /// A name is too long.
    #[error("more than {most} letters")]
    TooLong {
        /// Most letters.
        most: usize,
    },
    /// More than can be shown.
    #[error("too many")]
    TooMany,
}

/// Reads lines such as `kön: kvinnor, män`. Groups are kept in small letters, as files write them.
///
/// # Errors
/// The first thing that is wrong.
pub fn read_breakdowns(text: &str) -> Result<Vec<Breakdown>, BreakdownProblem> {
    let (mut names, mut groups) = (BTreeSet::new(), BTreeSet::new());
    let mut all = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let not = || BreakdownProblem::NotABreakdown { line: line.chars().take(60).collect() };
        let (name, rest) = line.split_once(':').ok_or_else(not)?;
        let name = name.trim().to_lowercase();
        let found: Vec<String> = rest.split(',').map(|group| group.trim().to_lowercase()).collect();
        if name.is_empty() || found.len() < 2 || found.iter().any(String::is_empty) {
            return Err(not());
        }
        if all.len() >= MOST_BREAKDOWNS || found.len() > MOST_GROUPS {
            return Err(BreakdownProblem::TooMany);
        }
        for one in found.iter().chain([&name]) {
            if one.chars().count() > LONGEST_GROUP {
                return Err(BreakdownProblem::TooLong { most: LONGEST_GROUP });
            }
        }
        if !names.insert(name.clone()) {
            return Err(BreakdownProblem::Twice { name });
        }
        for group in &found {
            if !groups.insert(group.clone()) {
                return Err(BreakdownProblem::Twice { name: group.clone() });
            }
        }
        all.push(Breakdown { name, groups: found });
    }
    Ok(all)
}

/// Writes breakdowns as [`read_breakdowns`] reads them.
pub fn write_breakdowns(all: &[Breakdown]) -> String {
    let lines = all.iter().map(|one| format!("{}: {}", one.name, one.groups.join(", ")));
    lines.collect::<Vec<_>>().join("\n")
}

/// The breakdown that a group is one of.
pub fn breakdown_of<'b>(all: &'b [Breakdown], group: &str) -> Option<&'b Breakdown> {
    all.iter().find(|one| one.groups.iter().any(|known| known == group))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn lines_are_breakdowns_and_what_is_not_is_told() {
        let all = read_breakdowns("Kön: Kvinnor, män\n\n ålder: 0–19, 20–64 , 65+ ").unwrap();
        assert_eq!(write_breakdowns(&all), "kön: kvinnor, män\nålder: 0–19, 20–64, 65+");
        assert_eq!(breakdown_of(&all, "65+").map(|one| one.name.as_str()), Some("ålder"));
        assert_eq!(breakdown_of(&all, "annat"), None);
        let not = |line: &str| BreakdownProblem::NotABreakdown { line: line.to_owned() };
        for line in ["kvinnor, män", "kön:", "kön: kvinnor", "kön: kvinnor,,män", ": a, b"] {
            assert_eq!(read_breakdowns(line), Err(not(line)), "{line}");
        }
        let twice = |name: &str| BreakdownProblem::Twice { name: name.to_owned() };
        assert_eq!(read_breakdowns("a: x, y\nb: y, z"), Err(twice("y")));
        assert_eq!(read_breakdowns("a: x, y\na: z, u"), Err(twice("a")));
        let long = format!("a: {}, y", "x".repeat(61));
        assert_eq!(read_breakdowns(&long), Err(BreakdownProblem::TooLong { most: 60 }));
        let many = (0..61).map(|one| one.to_string()).collect::<Vec<_>>().join(",");
        assert_eq!(read_breakdowns(&format!("a: {many}")), Err(BreakdownProblem::TooMany));
    }

    proptest! {
        #[test]
        fn what_is_read_is_read_again_alike(text in "([a-z]{1,4}: ?[a-zåäö]{1,5}, ?[0-9]{1,5}\n?){0,4}|.{0,80}") {
            if let Ok(all) = read_breakdowns(&text) {
                prop_assert_eq!(read_breakdowns(&write_breakdowns(&all)), Ok(all));
            }
        }
    }
}
