//! What is proposed, and why, in a sentence.

use domain::assessment::{Basis, Coverage, Figure, Proposal, Proposed, Silence};
use domain::steering::{Concept, SteeringModel, capitalised};

use crate::i18n::{Language, Texts, number_word};

/// What a proposal rests on in a sentence, or why there is none.
pub fn proposal_words(texts: Texts, model: &SteeringModel, proposed: &Proposed) -> String {
    match proposed {
        Ok(proposal) => basis_words(texts, model, proposal),
        Err(silence) => silence_words(texts, *silence),
    }
}

/// A number in a sentence about parts and measures.
fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

fn basis_words(texts: Texts, model: &SteeringModel, proposal: &Proposal) -> String {
    let Proposal { basis, coverage, .. } = proposal;
    let word = |number: usize| number_word(texts.language, count(number));
    let of = word(coverage.of);
    let (words, what) = match basis {
        // The value and the target are said by whoever knows them.
        Basis::LatestValue => return String::new(),
        Basis::CoverageXFulfilment { coverage, fulfilment } => {
            return texts.assessment_answers(coverage.code(), fulfilment.fulfilment().code());
        }
        Basis::Measures(figure) => {
            let (target, targets) = target_words(texts, model);
            let (case, reached) = (case_of(figure, *coverage), word(figure.reached));
            (texts.assessment_met(case, of, reached, target, targets), "measures")
        }
        Basis::Children(figure) => {
            let (case, reached) = (case_of(figure, *coverage), word(figure.reached));
            (texts.assessment_children(case, of, reached), "children")
        }
        Basis::Criteria(figure) => {
            let (case, reached) = (case_of(figure, *coverage), word(figure.reached));
            (texts.assessment_criteria(case, of, reached), "criteria")
        }
        Basis::Forecasts(figure) => {
            let (case, reached) = (case_of(figure, *coverage), word(figure.reached));
            (texts.assessment_expected(case, of, reached), "forecasts")
        }
    };
    let missing = coverage.missing();
    if missing == 0 {
        return format!("{}.", capitalised(&words));
    }
    let missing = texts.assessment_missing(count(missing), what, word(missing));
    format!("{}; {missing}.", capitalised(&words))
}

/// Which of the ways to say it fits. What is missing is among those that it is said of.
fn case_of(figure: &Figure, coverage: Coverage) -> &'static str {
    match (figure.reached, coverage.of) {
        (1, 1) => "one",
        (0, 1) => "one-not",
        (0, _) => "none",
        (2, 2) => "both",
        (reached, of) if reached == of => "all",
        (1, _) => "single",
        _ => "some",
    }
}

/// What the municipality calls a target, and several.
fn target_words(texts: Texts, model: &SteeringModel) -> (String, String) {
    match (model.terms.get(&Concept::Target), texts.language) {
        (Some(term), Language::Swedish) => (term.singular.clone(), term.plural.clone()),
        _ => (texts.assessment_target().to_owned(), texts.assessment_targets().to_owned()),
    }
}

fn silence_words(texts: Texts, silence: Silence) -> String {
    match silence {
        Silence::ByHand => texts.assessment_by_hand().to_owned(),
        Silence::NotJudged => texts.assessment_not_judged().to_owned(),
        Silence::NothingCounts => texts.assessment_nothing_counts().to_owned(),
        Silence::NothingSaid { of } => {
            texts.assessment_nothing_said(count(of), number_word(texts.language, count(of)))
        }
        Silence::TooFew { coverage, least_pct } => {
            texts.assessment_too_few(i64::from(least_pct), count(coverage.of), count(coverage.said))
        }
        Silence::Unanswered { coverage, fulfilment } => {
            texts.assessment_unanswered(match (coverage, fulfilment) {
                (true, false) => "coverage",
                (false, true) => "fulfilment",
                _ => "both",
            })
        }
    }
}

#[cfg(test)]
mod tests {
    use domain::assessment::{Extent, Grade};
    use domain::fulfilment::Fulfilment;
    use domain::steering::check;

    use super::*;

    const PRESET: &str = include_str!("../../../../presets/osteraker-2018.yaml");

    fn model() -> SteeringModel {
        check(PRESET.as_bytes()).into_model().expect("the preset is whole")
    }

    fn figure(reached: usize) -> Figure {
        Figure { bars: Vec::new(), weight: 0, reached, grade: Grade::Partly }
    }

    fn say(language: Language, basis: Basis, said: usize, of: usize) -> String {
        let proposal =
            Proposal { level: Fulfilment::Partly, basis, coverage: Coverage { said, of } };
        proposal_words(Texts::from(language), &model(), &Ok(proposal))
    }

    #[test]
    fn what_a_proposal_rests_on_is_one_sentence_with_what_is_missing() {
        let say = |basis, said, of| say(Language::Swedish, basis, said, of);
        let sentence = say(Basis::Measures(figure(3)), 3, 4);
        assert_eq!(sentence, "Tre av fyra mått når sina styrtal; ett saknar värde.");
        assert_eq!(say(Basis::Measures(figure(2)), 2, 2), "Båda måtten når sina styrtal.");
        assert_eq!(say(Basis::Measures(figure(0)), 1, 1), "Måttet når inte sitt styrtal.");
        assert_eq!(
            say(Basis::Children(figure(7)), 10, 12),
            "Sju av tolv delar är uppnådda; två är inte bedömda."
        );
        assert_eq!(say(Basis::Criteria(figure(1)), 3, 3), "Ett av tre kriterier är uppfyllt.");
        assert_eq!(
            say(Basis::Forecasts(figure(0)), 2, 3),
            "Ingen av tre delar väntas nå målet vid årets slut; en saknar prognos."
        );
        let answers =
            Basis::CoverageXFulfilment { coverage: Extent::Part, fulfilment: Grade::Reached };
        let sentence = "Det som redovisas täcker en del av målet. Den delen är uppnådd.";
        assert_eq!(say(answers, 2, 2), sentence);
    }

    #[test]
    fn every_basis_and_every_silence_has_words_in_both_languages() {
        let bases = [
            Basis::Measures(figure(1)),
            Basis::Children(figure(1)),
            Basis::Criteria(figure(1)),
            Basis::Forecasts(figure(1)),
            Basis::CoverageXFulfilment { coverage: Extent::Whole, fulfilment: Grade::Partly },
        ];
        let silences = [
            Silence::ByHand,
            Silence::NotJudged,
            Silence::NothingCounts,
            Silence::NothingSaid { of: 3 },
            Silence::TooFew { coverage: Coverage { said: 1, of: 4 }, least_pct: 50 },
            Silence::Unanswered { coverage: true, fulfilment: false },
            Silence::Unanswered { coverage: false, fulfilment: true },
            Silence::Unanswered { coverage: true, fulfilment: true },
        ];
        let words = |language| {
            let said = bases.iter().map(|basis| say(language, basis.clone(), 2, 3));
            let texts = Texts::from(language);
            said.chain(silences.map(|one| silence_words(texts, one))).collect::<Vec<String>>()
        };
        let (swedish, english) = (words(Language::Swedish), words(Language::English));
        for (one, other) in swedish.iter().zip(&english) {
            assert!(one.len() > 10 && other.len() > 10 && one != other, "{one} {other}");
        }
        let mut distinct = swedish.clone();
        distinct.sort();
        distinct.dedup();
        assert_eq!(distinct.len(), swedish.len(), "{swedish:#?}");
    }
}
