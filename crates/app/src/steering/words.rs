//! The municipality's own words, for pages that speak of its types and concepts.

use domain::steering::{Concept, LinkKind, ScaleLevel, SteeringModel, Term, TypeId, capitalised};

use crate::i18n::Language;

fn form(language: Language, term: &Term, swedish: &str) -> String {
    match (language, &term.en) {
        (Language::English, Some(english)) => english.clone(),
        _ => swedish.to_owned(),
    }
}

/// The term as the name of one thing, capitalised.
pub fn singular(language: Language, term: &Term) -> String {
    capitalised(&form(language, term, &term.singular))
}

/// The term as a heading over several things, capitalised.
pub fn plural(language: Language, term: &Term) -> String {
    match (language, &term.en) {
        (Language::English, Some(english)) => capitalised(&english_plural(english)),
        _ => capitalised(&term.plural),
    }
}

/// Several of what models name in English in the singular only: the word before the first
/// preposition, else the last, with the ending that its last letters ask for.
fn english_plural(singular: &str) -> String {
    let cut = [" of ", " for ", " in ", " to ", " ("].iter().filter_map(|word| singular.find(word));
    let (head, rest) = singular.split_at(cut.min().unwrap_or(singular.len()));
    let after_vowel = || head.trim_end_matches('y').ends_with(['a', 'e', 'i', 'o', 'u']);
    let head = match head.strip_suffix('y') {
        Some(stem) if !after_vowel() => format!("{stem}ies"),
        _ if ["ss", "us", "x", "ch", "sh"].iter().any(|end| head.ends_with(end)) => {
            format!("{head}es")
        }
        // Such as regulations and core values.
        _ if head.ends_with('s') => head.to_owned(),
        _ => format!("{head}s"),
    };
    format!("{head}{rest}")
}

/// The term for the known several, inside a sentence.
pub fn definite_plural(language: Language, term: &Term) -> String {
    form(language, term, &term.definite_plural)
}

/// What a level of a scale is called.
pub fn label(language: Language, level: &ScaleLevel) -> &str {
    match (language, &level.en) {
        (Language::English, Some(english)) => english,
        _ => &level.label,
    }
}

/// What the municipality calls a target level, capitalised; none when its model has no word.
pub fn target_term(language: Language, model: &SteeringModel) -> Option<String> {
    model.terms.get(&Concept::Target).map(|term| singular(language, term))
}

/// A Swedish genitive: `nämndernas`, but `kommunfullmäktiges` and `Solrosens`, never a doubled s.
pub fn genitive(words: &str) -> String {
    if words.ends_with(['s', 'x', 'z']) { words.to_owned() } else { format!("{words}s") }
}

/// The link that the model allows between two types, the first when several are allowed.
pub fn link_between(model: &SteeringModel, child: &TypeId, parent: &TypeId) -> Option<LinkKind> {
    model.links_between(child, parent).into_iter().next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_terms_are_made_plural_at_the_word_that_is_counted() {
        for (one, several) in [
            ("Activity", "Activities"),
            ("Direction goal", "Direction goals"),
            ("Goal of the year", "Goals of the year"),
            ("Survey", "Surveys"),
            ("Process", "Processes"),
            ("Core values", "Core values"),
            ("Approach (unit)", "Approaches (unit)"),
        ] {
            assert_eq!(english_plural(one), several);
        }
    }
}
