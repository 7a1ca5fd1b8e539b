//! How many contributions have come how far, in a sentence.

use domain::fulfilment::Fulfilment;
use domain::steering::capitalised;

use super::super::plan_page::count;
use crate::assessment::LevelCounts;
use crate::i18n::{Texts, number_word};

/// How many contributions there are of each grade.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub(super) struct Tally {
    all: i64,
    achieved: i64,
    not_achieved: i64,
    unassessed: i64,
}

impl Tally {
    pub(super) fn of(grades: &LevelCounts) -> Self {
        let of = |level| count(grades.count(level));
        Self {
            all: count(grades.all()),
            achieved: of(Fulfilment::Achieved),
            not_achieved: of(Fulfilment::NotAchieved),
            unassessed: of(Fulfilment::CannotTell) + of(Fulfilment::NotAssessed),
        }
    }

    /// The sentence beside the level that the whole is judged to be on; where the two would seem to
    /// contradict each other, it is said what each of them is about.
    pub(super) fn beside(self, texts: Texts, whole: Fulfilment, units: bool) -> String {
        let sentence = self.sentence(texts, units);
        let is_other = match whole {
            Fulfilment::Achieved => self.achieved < self.all,
            Fulfilment::Partly => self.achieved == self.all || self.not_achieved == self.all,
            Fulfilment::NotAchieved => self.not_achieved < self.all,
            Fulfilment::CannotTell | Fulfilment::NotAssessed => false,
        };
        let mut letters = sentence.chars();
        match letters.next() {
            Some(first) if is_other => {
                let rest = first.to_lowercase().chain(letters).collect::<String>();
                texts.goals_whole_and_below(rest)
            }
            _ => sentence,
        }
    }

    /// *Sju av tolv enheter har nått sina mål. En ligger tydligt efter.*
    pub(super) fn sentence(self, texts: Texts, units: bool) -> String {
        let what = if units { "units" } else { "goals" };
        let word = |number| number_word(texts.language, number);
        if self.all < 2 {
            return String::new();
        }
        if self.unassessed == self.all {
            return capitalised(&texts.goals_children_unassessed(word(self.all), what));
        }
        let mut sentences =
            vec![texts.goals_children(self.achieved, word(self.all), what, word(self.achieved))];
        if self.not_achieved > 0 {
            sentences.push(texts.goals_children_behind(
                self.not_achieved,
                what,
                word(self.not_achieved),
            ));
        }
        if self.unassessed > 0 {
            sentences.push(texts.goals_children_pending(
                self.unassessed,
                what,
                word(self.unassessed),
            ));
        }
        sentences.iter().map(|sentence| capitalised(sentence)).collect::<Vec<_>>().join(" ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Language;

    fn sentence(levels: &[(Fulfilment, usize)], units: bool) -> String {
        let levels = levels.iter().flat_map(|(level, times)| std::iter::repeat_n(*level, *times));
        Tally::of(&LevelCounts::of(levels)).sentence(Texts::from(Language::Swedish), units)
    }

    #[test]
    fn the_sentence_counts_who_has_reached_and_who_is_behind() {
        let levels =
            [(Fulfilment::Achieved, 7), (Fulfilment::Partly, 4), (Fulfilment::NotAchieved, 1)];
        assert_eq!(
            sentence(&levels, true),
            "Sju av tolv enheter har nått sina mål. En ligger tydligt efter."
        );
    }

    #[test]
    fn what_nobody_has_judged_is_said_and_never_counted_as_partly() {
        let levels = [(Fulfilment::Achieved, 1), (Fulfilment::NotAssessed, 2)];
        assert_eq!(sentence(&levels, false), "Ett av tre mål är uppnått. Två är inte bedömda än.");
        assert_eq!(
            sentence(&[(Fulfilment::NotAssessed, 3)], true),
            "Inget av de tre enheternas mål är bedömt än."
        );
    }

    #[test]
    fn a_level_of_the_whole_that_the_contributions_do_not_show_is_told_apart_from_them() {
        let texts = Texts::from(Language::Swedish);
        let tally = |levels: &[Fulfilment]| Tally::of(&LevelCounts::of(levels.iter().copied()));
        let apart = tally(&[Fulfilment::Achieved, Fulfilment::NotAchieved]);
        assert_eq!(
            apart.beside(texts, Fulfilment::Achieved, false),
            "Så bedöms helheten. Bland dem som bidrar: ett av två mål är uppnått. Ett är inte uppnått."
        );
        assert_eq!(apart.beside(texts, Fulfilment::Partly, false), apart.sentence(texts, false));
        let alike = tally(&[Fulfilment::Achieved, Fulfilment::Achieved]);
        assert_eq!(alike.beside(texts, Fulfilment::Achieved, false), alike.sentence(texts, false));
        let single = tally(&[Fulfilment::NotAchieved]);
        assert_eq!(single.beside(texts, Fulfilment::Achieved, false), "");
    }

    #[test]
    fn a_single_contribution_needs_no_sentence() {
        assert_eq!(sentence(&[(Fulfilment::Achieved, 1)], true), "");
        assert_eq!(sentence(&[], true), "");
    }
}
