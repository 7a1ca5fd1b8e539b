//! The element types: words, role, levels, links, rules and classes.

use domain::steering::{
    ElementType, Formulation, Horizon, HorizonKind, LinkKind, OrgLevelId, ParentLink, Quantity,
    ScaleUse, TargetKind, Term,
};
use maud::{Markup, html};

use super::Reader;
use super::order::in_thread_order;
use super::type_rules::rule_words;
use crate::i18n::Language;
use crate::steering::words::{plural, singular};
use crate::web::ui::{Column, Fact, Level, Row, Table, facts, levels};

/// The types of the thread as stops down it.
pub(super) fn thread_types(reader: Reader<'_>) -> Markup {
    let (thread, _) = in_thread_order(reader.model);
    html! { div.model-thread { (levels(&thread.iter().map(|one| level(reader, one)).collect::<Vec<_>>())) } }
}

/// Types beside the thread: measures, risks, what comes from outside.
pub(super) fn other_types(reader: Reader<'_>) -> Markup {
    let (_, beside) = in_thread_order(reader.model);
    if beside.is_empty() {
        return html! {};
    }
    html! {
        @for one in beside {
            div.model-type {
                h3 #{"typ-" (one.id)} { (singular(reader.texts.language, &one.term)) " " span.fine { (reader.texts.steering_role(one.role.key())) } }
                (content(reader, one))
            }
        }
    }
}

fn level(reader: Reader<'_>, one: &ElementType) -> Level {
    Level {
        title: singular(reader.texts.language, &one.term),
        who: reader.texts.steering_role(one.role.key()),
        content: html! { span #{"typ-" (one.id)} {} (content(reader, one)) },
    }
}

/// The forms of a term as they stand in sentences: *resultatmål, resultatmålet, resultatmålen*.
pub(super) fn forms(term: &Term) -> String {
    let mut forms: Vec<&str> = Vec::new();
    for form in [&term.singular, &term.plural, &term.definite, &term.definite_plural] {
        if !forms.contains(&form.as_str()) {
            forms.push(form);
        }
    }
    forms.join(", ")
}

fn content(reader: Reader<'_>, one: &ElementType) -> Markup {
    let texts = reader.texts;
    let mut all = vec![Fact::new(texts.steering_forms(), &forms(&one.term))];
    all.push(Fact::new(texts.steering_owner(), &reader.level(&one.owner)));
    if let Some(level) = &one.prepared_by {
        all.push(Fact::new(texts.steering_prepared_by(), &reader.level(level)));
    }
    all.push(Fact::new(texts.steering_decided_by(), &reader.level(&one.decided_by)));
    all.push(Fact::new(texts.steering_horizon(), &horizon(reader, &one.horizon)));
    if !one.parents.is_empty() {
        all.push(Fact::rich(texts.steering_linked_to(), parents(reader, &one.parents)));
    }
    if let Some(count) = &one.count {
        all.push(Fact::new(texts.steering_count(), &quantity(count)));
    }
    if one.formulation != Formulation::None {
        all.push(Fact::new(
            texts.steering_formulation(),
            &texts.steering_formulation_word(one.formulation.key()),
        ));
    }
    judged(reader, one, &mut all);
    if !one.rules.is_empty() {
        all.push(Fact::rich(
            texts.steering_rules(),
            html! { ul.plain-list { @for rule in &one.rules { li { (rule_words(reader, rule)) } } } },
        ));
    }
    if !one.fields.is_empty() {
        let names: Vec<&str> = one.fields.iter().map(|field| field.name.as_str()).collect();
        all.push(Fact::new(texts.steering_fields(), &names.join(", ")));
    }
    for (name, list) in
        [(texts.steering_breakdowns(), &one.breakdowns), (texts.steering_items(), &one.items)]
    {
        if !list.is_empty() {
            all.push(Fact::new(name, &list.join(", ")));
        }
    }
    if !one.target_kinds.is_empty() {
        let words: Vec<String> =
            one.target_kinds.iter().map(|kind| target_kind(reader, *kind)).collect();
        all.push(Fact::new(texts.steering_target_kinds(), &words.join(", ")));
    }
    html! {
        (facts(&all))
        @if let Some(note) = &one.origin.note { p.fine { (note) } }
        @if !one.classes.is_empty() { (classes(reader, one)) }
    }
}

fn judged(reader: Reader<'_>, one: &ElementType, all: &mut Vec<Fact>) {
    let texts = reader.texts;
    if !one.is_assessed() {
        all.push(Fact::new(texts.steering_judged(), texts.steering_never_judged()));
        return;
    }
    let scale_use = one.role.scale_use().unwrap_or(ScaleUse::Outcome);
    if let Some(scale) = reader.model.scale_for(one, scale_use) {
        let labels: Vec<&str> = scale.judged_levels().map(|level| level.label.as_str()).collect();
        all.push(Fact::rich(
            texts.steering_scale(),
            html! { a href={"#skala-" (scale.id)} { (labels.join(" – ")) } },
        ));
    }
    if let Some(rule) = reader.model.assessment_for(one) {
        all.push(Fact::rich(
            texts.steering_judged(),
            html! { a href={"#regel-" (rule.id)} { (texts.steering_method(rule.method.key())) } },
        ));
    }
}

fn target_kind(reader: Reader<'_>, kind: TargetKind) -> String {
    reader.texts.steering_target_kind(kind.key())
}

/// What a link from child to parent says.
pub fn link_word(reader: Reader<'_>, link: LinkKind) -> String {
    reader.texts.steering_link(link.key())
}

fn parents(reader: Reader<'_>, links: &[ParentLink]) -> Markup {
    let texts = reader.texts;
    html! {
        ul.plain-list {
            @for link in links {
                @if let Some(parent) = reader.model.element_type(&link.parent) {
                    li {
                        (link_word(reader, link.link)) " "
                        a href={"#typ-" (parent.id)} { (uncapitalised(&singular(texts.language, &parent.term))) }
                        @let bounds = bounds(reader, link);
                        @if !bounds.is_empty() { span.fine { " (" (bounds) ")" } }
                    }
                }
            }
        }
    }
}

fn uncapitalised(term: &str) -> String {
    let mut letters = term.chars();
    let first = letters.next();
    // KF:s mål keeps its capitals.
    if letters.clone().next().is_some_and(char::is_uppercase) {
        return term.to_owned();
    }
    first.map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

fn bounds(reader: Reader<'_>, link: &ParentLink) -> String {
    let texts = reader.texts;
    match (link.min, link.max) {
        (None, None) => String::new(),
        (Some(0), None) => texts.steering_voluntary().to_owned(),
        (Some(min), None) => texts.steering_at_least(min),
        (None, Some(max)) => texts.steering_at_most(max),
        (Some(min), Some(max)) if min == max => texts.steering_exactly(min),
        (Some(min), Some(max)) => texts.steering_between(max, min),
    }
}

/// A number or words.
pub(super) fn quantity(quantity: &Quantity) -> String {
    match quantity {
        Quantity::Number(number) => number.to_string(),
        Quantity::Words(words) => words.clone(),
    }
}

/// How long something holds.
pub(super) fn horizon(reader: Reader<'_>, horizon: &Horizon) -> String {
    let texts = reader.texts;
    let word = match (&horizon.years, horizon.kind) {
        (Some(years), HorizonKind::Years) => texts.steering_years(quantity(years)),
        _ => texts.steering_horizon_word(horizon.kind.key()),
    };
    match &horizon.note {
        Some(note) => format!("{word}. {note}"),
        None => word,
    }
}

/// The levels of a list as words.
pub(super) fn level_list(reader: Reader<'_>, levels: &[OrgLevelId]) -> String {
    levels.iter().map(|level| uncapitalised(&reader.level(level))).collect::<Vec<_>>().join(", ")
}

/// The plural of a type inside a sentence.
pub(super) fn type_word(reader: Reader<'_>, id: &domain::steering::TypeId) -> String {
    reader
        .model
        .element_type(id)
        .map(|one| uncapitalised(&plural(reader.texts.language, &one.term)))
        .unwrap_or_default()
}

fn classes(reader: Reader<'_>, one: &ElementType) -> Markup {
    let texts = reader.texts;
    let yes = |flag: bool| if flag { texts.steering_yes() } else { texts.steering_no() };
    let rows = one
        .classes
        .iter()
        .map(|class| {
            Row::words(&[
                class.name.as_str(),
                yes(class.counts_in_assessment),
                yes(class.controllable),
                class.note.as_deref().unwrap_or_default(),
            ])
        })
        .collect();
    let columns = [
        texts.steering_class(),
        texts.steering_counts(),
        texts.steering_controllable(),
        texts.steering_remark(),
    ];
    let caption = texts.steering_classes();
    html! { (Table::new(format!("klasser-{}", one.id), caption, columns.map(Column::text).to_vec(), rows)) }
}

/// A label in the reader's language.
pub(super) fn label<'a>(
    language: Language,
    swedish: &'a str,
    english: Option<&'a String>,
) -> &'a str {
    match (language, english) {
        (Language::English, Some(english)) => english,
        _ => swedish,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_that_are_alike_stand_once() {
        let term = Term {
            singular: "styrtal".to_owned(),
            plural: "styrtal".to_owned(),
            definite: "styrtalet".to_owned(),
            definite_plural: "styrtalen".to_owned(),
            en: None,
        };
        assert_eq!(forms(&term), "styrtal, styrtalet, styrtalen");
    }

    #[test]
    fn abbreviations_keep_their_capitals_inside_sentences() {
        assert_eq!(uncapitalised("Resultatmål"), "resultatmål");
        assert_eq!(uncapitalised("KF:s mål"), "KF:s mål");
        assert_eq!(uncapitalised(""), "");
    }
}
