//! What a file calls things, when it does not use our words: its headings, its names of measures and
//! org units, and periods that stand as headings.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::Column;
use super::cells::plain_word;
use super::cells::read_period;
use crate::ids::{ElementId, OrgUnitId};

/// A file is as long as it is when its periods have become rows; beyond this it is not done.
const MOST_LONG_ROWS: usize = 1_000_000;
/// What stands beside the periods is said again on each row; beyond so many bytes it is not done.
const MOST_LONG_BYTES: usize = 64_000_000;

/// What people call a column, beside our own words, in small letters without dots and rings.
const GUESSES: [(Column, &[&str]); 8] = [
    (Column::Measure, &["matt", "indikator", "nyckeltal", "measure", "fraga"]),
    (Column::OrgUnit, &["enhet", "organisation", "verksamhet", "skola", "forskola", "unit"]),
    (Column::Breakdown, &["uppdelning", "grupp", "kon", "gender", "group"]),
    (Column::Period, &["period", "manad", "datum", "tertial", "ar", "year", "month"]),
    (Column::State, &["tillstand", "status", "state"]),
    (Column::Value, &["varde", "utfall", "resultat", "value", "andel", "antal"]),
    (Column::Quality, &["kvalitet", "granskning", "quality"]),
    (Column::Count, &["antal", "antal_personer", "antal_svar", "svarande", "n", "count"]),
];

/// What files with the same headings mean by them.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Mapping {
    /// The heading that stands for each of our columns, both in small letters; empty when the file
    /// uses our words.
    pub columns: BTreeMap<String, String>,
    /// Names of measures, in small letters.
    pub measures: BTreeMap<String, ElementId>,
    /// Names of org units, in small letters.
    pub org_units: BTreeMap<String, OrgUnitId>,
}

impl Mapping {
    /// Whether a heading stands for the column.
    pub(super) fn is(&self, column: Column, heading: &str) -> bool {
        if self.columns.is_empty() {
            Column::of_heading(heading) == Some(column)
        } else {
            let plain = plain_word(heading);
            self.columns.get(column.heading()).is_some_and(|mapped| *mapped == plain)
        }
    }

    /// Says which heading stands for a column.
    pub fn set(&mut self, column: Column, heading: &str) {
        self.columns.insert(column.heading().to_owned(), plain_word(heading));
    }

    /// The name of something as it is looked up.
    pub fn key(name: &str) -> String {
        name.trim().to_lowercase()
    }

    /// A mapping by what the headings seem to mean, each used for one column.
    pub fn guess(header: &[String]) -> Self {
        let words: Vec<String> = header.iter().map(|heading| plain_word(heading)).collect();
        let (mut mapping, mut used) = (Self::default(), BTreeSet::new());
        // A heading that is one of the words goes before one that only begins with it.
        let fits: [fn(&str, &str) -> bool; 2] = [
            |word, guess| word == guess,
            |word, guess| guess.len() > 2 && word.split('_').any(|part| part.starts_with(guess)),
        ];
        for fits in fits {
            for (column, guesses) in GUESSES {
                if mapping.columns.contains_key(column.heading()) {
                    continue;
                }
                // The first guess that fits: a number of people is a value only where nothing else is.
                let found = guesses.iter().find_map(|guess| {
                    words.iter().find(|word| !used.contains(*word) && fits(word, guess))
                });
                if let Some(word) = found {
                    used.insert(word.clone());
                    mapping.columns.insert(column.heading().to_owned(), word.clone());
                }
            }
        }
        mapping
    }
}

/// What tells files with the same headings from others.
pub fn signature(header: &[String]) -> String {
    header.iter().map(|heading| plain_word(heading)).collect::<Vec<_>>().join("\n")
}

/// Rows with the line each begins on.
type Rows = Vec<(u64, Vec<String>)>;

/// Makes a row of each value in a table whose headings are periods; other tables stay as they are.
/// Empty cells say nothing.
pub fn lengthen(header: Vec<String>, rows: Rows) -> (Vec<String>, Rows) {
    let is_period: Vec<bool> =
        header.iter().map(|heading| read_period(heading).is_some()).collect();
    let periods = is_period.iter().filter(|is| **is).count();
    let has = |column| header.iter().any(|heading| Column::of_heading(heading) == Some(column));
    let wide = periods > 0 && !has(Column::Period) && !has(Column::Value);
    let beside = |(_, cells): &(u64, Vec<String>)| -> usize {
        let kept = cells.iter().zip(&is_period).filter(|(_, is)| !**is);
        kept.map(|(cell, _)| cell.len()).sum()
    };
    let bytes = || rows.iter().map(beside).sum::<usize>().saturating_mul(periods);
    if !wide || rows.len().saturating_mul(periods) > MOST_LONG_ROWS || bytes() > MOST_LONG_BYTES {
        return (header, rows);
    }
    let others = |cells: &[String]| -> Vec<String> {
        let kept = is_period.iter().enumerate().filter(|(_, is)| !**is);
        kept.map(|(at, _)| cells.get(at).cloned().unwrap_or_default()).collect()
    };
    let mut long = Vec::with_capacity(rows.len());
    for (line, cells) in &rows {
        for (at, heading) in header.iter().enumerate() {
            let value = cells.get(at).map_or("", |cell| cell.trim());
            if is_period.get(at) == Some(&true) && !value.is_empty() {
                let mut row = others(cells);
                row.extend([heading.clone(), value.to_owned()]);
                long.push((*line, row));
            }
        }
    }
    let mut heads = others(&header);
    heads.extend([Column::Period.heading().to_owned(), Column::Value.heading().to_owned()]);
    (heads, long)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn words(text: &str) -> Vec<String> {
        text.split(';').map(str::to_owned).collect()
    }

    #[test]
    fn headings_are_guessed_by_what_they_seem_to_mean() {
        let mapping = Mapping::guess(&words("Förskola;Nyckeltal;Utfall 2026;Månad;Kön;Kommentar"));
        let of = |column: Column| mapping.columns.get(column.heading()).map(String::as_str);
        assert_eq!(of(Column::OrgUnit), Some("forskola"));
        assert_eq!(of(Column::Measure), Some("nyckeltal"));
        assert_eq!(of(Column::Value), Some("utfall_2026"));
        assert_eq!(of(Column::Period), Some("manad"));
        assert_eq!(of(Column::Breakdown), Some("kon"));
        assert_eq!(of(Column::Quality), None);
        let mapping = Mapping::guess(&words("Enhet;Fråga;Antal svar;Andel;År"));
        let of = |column: Column| mapping.columns.get(column.heading()).map(String::as_str);
        assert_eq!(of(Column::Value), Some("andel"));
        assert_eq!(of(Column::Count), Some("antal_svar"));
    }

    #[test]
    fn files_with_the_same_headings_have_the_same_signature() {
        assert_eq!(signature(&words("Mått; ENHET")), signature(&words("matt;enhet")));
        assert_ne!(signature(&words("a;b")), signature(&words("b;a")));
    }

    #[test]
    fn periods_that_stand_as_headings_become_rows() {
        let rows = vec![(2, words("Sjukfrånvaro;Björken;8,1;;9")), (3, words("Matsvinn;Eken;;–"))];
        let (header, long) = lengthen(words("matt;enhet;2026-07;2026-08;2026-09-01"), rows);
        assert_eq!(header, ["matt", "enhet", "period", "varde"]);
        assert_eq!(
            long,
            [
                (2, words("Sjukfrånvaro;Björken;2026-07;8,1")),
                (2, words("Sjukfrånvaro;Björken;2026-09-01;9")),
                (3, words("Matsvinn;Eken;2026-08;–")),
            ]
        );
        let long_already = words("matt;enhet;period;varde;2026");
        assert_eq!(lengthen(long_already.clone(), Vec::new()).0, long_already);
    }

    #[test]
    fn a_table_that_would_grow_beyond_all_bounds_is_left_as_it_is() {
        let mut header = vec!["matt".to_owned()];
        header.extend(std::iter::repeat_n("2026-01".to_owned(), 1_000));
        let mut cells = vec!["x".repeat(100_000)];
        cells.extend(std::iter::repeat_n("1".to_owned(), 1_000));
        let (same, rows) = lengthen(header.clone(), vec![(2, cells.clone())]);
        assert_eq!((same, rows), (header, vec![(2, cells)]));
    }

    proptest! {
        #[test]
        fn any_table_is_made_long_or_left(
            header in proptest::collection::vec("(2026-0[1-9]|2026|matt|.{0,9})", 0..8),
            rows in proptest::collection::vec(proptest::collection::vec(".{0,6}", 0..9), 0..5),
        ) {
            let _ = Mapping::guess(&header);
            let rows = rows.into_iter().map(|row| (1, row)).collect();
            let _ = lengthen(header, rows);
        }
    }
}
