//! The methods that come with the program, and their guiding questions with the municipality's own words.

use std::sync::LazyLock;

use domain::analysis::{Method, MethodStep, Question, read_method};
use domain::steering::Role;

use crate::cx::Cx;
use crate::i18n::{Language, Texts};
use crate::steering::plural;

static METHODS: LazyLock<Vec<Method>> = LazyLock::new(|| {
    [
        include_str!("../../../../methods/analyshjulet.yaml"),
        include_str!("../../../../methods/styrsnurran.yaml"),
        include_str!("../../../../methods/rka-avvikelseanalys.yaml"),
    ]
    .into_iter()
    .filter_map(|text| {
        let read = serde_saphyr::from_str(text).map_err(|problem| problem.to_string());
        read_method(read).ok()
    })
    .collect()
});

/// All methods, the usual one first.
pub(super) fn methods() -> &'static [Method] {
    &METHODS
}

/// The identities of all methods.
#[cfg(test)]
fn ids_of_methods() -> impl Iterator<Item = &'static str> {
    METHODS.iter().map(|one| one.id.as_str())
}

/// One of them.
pub(super) fn method(id: &str) -> Option<&'static Method> {
    METHODS.iter().find(|one| one.id == id)
}

fn either<'a>(texts: Texts, sv: &'a str, en: &'a str) -> &'a str {
    match texts.language {
        Language::English if !en.is_empty() => en,
        _ => sv,
    }
}

/// What a method is called.
pub(super) fn name(texts: Texts, method: &Method) -> &str {
    either(texts, &method.name, &method.name_en)
}

/// The question that a method answers.
pub(super) fn asks(texts: Texts, method: &Method) -> &str {
    either(texts, &method.question, &method.question_en)
}

/// What a step is called.
pub(super) fn title(texts: Texts, step: &MethodStep) -> &str {
    either(texts, &step.title, &step.title_en)
}

/// A guiding question with the municipality's own name and what it calls its highest goals.
pub(super) fn question(cx: &Cx<'_, '_>, question: &Question) -> String {
    let texts = cx.texts();
    let text = either(texts, &question.sv, &question.en);
    let top = cx.structure.model.types_with_role(Role::Goal).next();
    let top = top.map(|one| plural(texts.language, &one.term).to_lowercase());
    let top = top.unwrap_or_else(|| texts.analysis_goals_above().to_owned());
    text.replace("{kommunnamn}", cx.municipality()).replace("{overordnat_mal}", &top)
}

#[cfg(test)]
mod tests {
    use domain::analysis::StepKind;

    use super::*;

    #[test]
    fn every_method_that_comes_with_the_program_can_be_read_and_says_where_it_is_from() {
        let ids: Vec<&str> = ids_of_methods().collect();
        assert_eq!(ids, ["analyshjulet", "styrsnurran", "rka-avvikelseanalys"]);
        let lengths: Vec<usize> = methods().iter().map(|one| one.steps.len()).collect();
        assert_eq!(lengths, [8, 5, 10]);
        assert!(methods().iter().all(|one| !one.source.is_empty() && !one.owner.is_empty()));
    }

    #[test]
    fn the_wheel_asks_its_questions_and_names_no_other_municipality() {
        let wheel = method("analyshjulet").unwrap();
        let asked: Vec<&Question> = wheel.steps.iter().flat_map(|step| &step.questions).collect();
        assert_eq!(asked.len(), 27);
        assert!(asked.iter().all(|one| !one.sv.contains("Örebro")));
        assert!(asked.iter().any(|one| one.sv.contains("{kommunnamn}")));
        let kinds: Vec<StepKind> = wheel.steps.iter().map(|step| step.kind).collect();
        assert_eq!(kinds.first(), Some(&StepKind::Review));
        assert_eq!(kinds.last(), Some(&StepKind::CarryOut));
    }
}
