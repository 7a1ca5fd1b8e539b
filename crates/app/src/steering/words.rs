//! The municipality's own words, for pages that speak of its types and concepts.

use domain::steering::{Concept, LinkKind, SteeringModel, Term, TypeId, capitalised};

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
    capitalised(&form(language, term, &term.plural))
}

/// The term for the known several, inside a sentence.
pub fn definite_plural(language: Language, term: &Term) -> String {
    form(language, term, &term.definite_plural)
}

/// What the municipality calls a target level, capitalised; none when its model has no word.
pub fn target_term(model: &SteeringModel) -> Option<String> {
    model.terms.get(&Concept::Target).map(|term| capitalised(&term.singular))
}

/// A Swedish genitive: `nämndernas`, but `kommunfullmäktiges` and `Solrosens`, never a doubled s.
pub fn genitive(words: &str) -> String {
    if words.ends_with(['s', 'x', 'z']) { words.to_owned() } else { format!("{words}s") }
}

/// The link that the model allows between two types, the first when several are allowed.
pub fn link_between(model: &SteeringModel, child: &TypeId, parent: &TypeId) -> Option<LinkKind> {
    model.links_between(child, parent).into_iter().next()
}
