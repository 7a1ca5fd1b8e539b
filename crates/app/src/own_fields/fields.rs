//! The part of an element's form where the fields of the steering model are filled in.

use domain::ids::ElementId;
use domain::own_fields::{FieldProblem, NO, OwnFields, YES, fields_of};
use domain::steering::{ElementType, Field as Declared, FieldKind, MOST_FIELDS};
use maud::{Markup, html};
use rust_decimal::Decimal;

use super::shown::words_of;
use crate::i18n::{Language, Texts};
use crate::web::fields::Fields;
use crate::web::ui::{Choice, Field, details_section};

/// What the inputs are called in forms, in the order of the model.
const NAMES: [&str; MOST_FIELDS] = [
    "eget-1", "eget-2", "eget-3", "eget-4", "eget-5", "eget-6", "eget-7", "eget-8", "eget-9",
    "eget-10", "eget-11", "eget-12", "eget-13", "eget-14", "eget-15", "eget-16", "eget-17",
    "eget-18", "eget-19", "eget-20", "eget-21", "eget-22", "eget-23", "eget-24",
];

/// The fields as typed: the name of each and what stands in it.
#[derive(Clone, Default, Debug)]
pub struct TypedOwnFields(Vec<(String, String)>);

impl TypedOwnFields {
    /// What the form brought. It says which field each input was, so that a model that changes meanwhile
    /// puts no words in another field.
    pub fn sent(form: &Fields) -> Self {
        let named = form.all("egna").zip(NAMES);
        Self(named.map(|(field, input)| (field.to_owned(), form.text(input).to_owned())).collect())
    }

    /// What is kept.
    pub fn kept(own: &OwnFields) -> Self {
        Self(own.values.iter().map(|(name, value)| (name.clone(), value.clone())).collect())
    }

    fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(known, _)| known == name).map_or("", |(_, typed)| typed)
    }

    /// What cannot be kept, by input.
    pub fn flaws(&self, texts: Texts, element_type: &ElementType) -> Vec<(&'static str, String)> {
        let fields = fields_of(element_type).into_iter().zip(NAMES);
        let wrong = fields.filter_map(|(field, input)| {
            Some((input, problem_words(texts, field.read(self.get(&field.name)).err()?)))
        });
        wrong.collect()
    }

    /// What the fields of the type say; none of them is wrong.
    pub fn read(&self, element: ElementId, element_type: &ElementType, version: i64) -> OwnFields {
        let fields = fields_of(element_type).into_iter().take(NAMES.len());
        let sent = fields.filter(|field| self.0.iter().any(|(name, _)| *name == field.name));
        let values = sent.filter_map(|field| {
            Some((field.name.clone(), field.read(self.get(&field.name)).ok()?))
        });
        OwnFields { element, values: values.collect(), version }
    }

    /// The fields of a type that another has filled in otherwise, with what stands there. Two ways to
    /// write the same are the same.
    pub fn differing(&self, theirs: &Self, element_type: &ElementType) -> Vec<(String, String)> {
        let fields = fields_of(element_type).into_iter();
        let sent = fields.filter(|field| self.0.iter().any(|(name, _)| *name == field.name));
        let others = sent.filter_map(|field| {
            let said = theirs.get(&field.name);
            let is_same = field.read(self.get(&field.name)).is_ok_and(|mine| mine == said);
            (!is_same).then(|| (field.name.clone(), said.to_owned()))
        });
        others.collect()
    }

    /// Whether something was written in a field that a type does not have: the form was made for
    /// another type than the one chosen in it.
    pub fn is_for_another(&self, element_type: &ElementType) -> bool {
        let has = |name: &str| fields_of(element_type).iter().any(|field| field.name == name);
        self.0.iter().any(|(name, typed)| !typed.trim().is_empty() && !has(name))
    }

    /// The fields, folded unless something there is wrong; nothing for types without.
    pub fn fields(
        &self,
        texts: Texts,
        element_type: &ElementType,
        problems: &[(&'static str, String)],
    ) -> Markup {
        let fields: Vec<(&Declared, &'static str)> =
            fields_of(element_type).into_iter().zip(NAMES).collect();
        if fields.is_empty() {
            return html! {};
        }
        let wrong = |input: &str| {
            problems.iter().find(|(at, _)| *at == input).map(|(_, words)| words.as_str())
        };
        let said = fields.iter().filter(|(field, _)| !self.get(&field.name).trim().is_empty());
        let count = |number: usize| i64::try_from(number).unwrap_or(0);
        let note = texts.own_fields_said(count(fields.len()), count(said.count()));
        let is_wrong = fields.iter().any(|(_, input)| wrong(input).is_some());
        let body = html! {
            div.grounds {
                p.soft { (texts.own_fields_lead()) }
                @for (field, input) in &fields {
                    input type="hidden" name="egna" value=(field.name);
                    (self.field(texts, field, input, wrong(input)))
                }
            }
        };
        details_section(None, texts.own_fields_title(), &note, is_wrong, &body)
    }

    fn field(
        &self,
        texts: Texts,
        field: &Declared,
        input: &'static str,
        wrong: Option<&str>,
    ) -> Field {
        let label = super::shown::label(&field.name);
        let typed = self.get(&field.name);
        let choices = |all: Vec<(String, String)>| {
            let none = Choice::new("", texts.own_fields_nothing()).chosen(typed.is_empty());
            let each = all.into_iter().map(|(value, word)| {
                let chosen = value == typed;
                Choice::new(value, word).chosen(chosen)
            });
            std::iter::once(none).chain(each).collect::<Vec<_>>()
        };
        let filled = match field.kind {
            FieldKind::Text => Field::text(input, label).value(typed),
            FieldKind::LongText => Field::textarea(input, label).rows(2).value(typed),
            FieldKind::Number => {
                Field::text(input, label).value(number_typed(texts.language, typed))
            }
            FieldKind::Date => Field::date(input, label).value(typed),
            FieldKind::Choice => {
                let all = field.choices.iter().map(|one| (one.clone(), one.clone())).collect();
                Field::select(input, label, choices(all))
            }
            FieldKind::YesNo => {
                let word = |value: &str| (value.to_owned(), words_of(texts, field.kind, value));
                Field::radios(input, label, choices(vec![word(YES), word(NO)]))
            }
        };
        let hint = field.help.clone().unwrap_or_default();
        filled.hint(hint).optional(texts.web_optional()).problem(wrong)
    }
}

/// A kept number as one types it: the language's decimal sign and no grouping, which would be read as
/// something else when it is sent back. What is no kept number stands as it was typed.
fn number_typed(language: Language, typed: &str) -> String {
    let is_kept = typed.parse::<Decimal>().is_ok();
    match language {
        Language::Swedish if is_kept => typed.replace('.', ","),
        _ => typed.to_owned(),
    }
}

/// Why a value cannot be kept, and how it is put right.
fn problem_words(texts: Texts, problem: FieldProblem) -> String {
    match problem {
        FieldProblem::TooLong { most, written } => texts.web_too_long(most, written),
        FieldProblem::NotANumber => texts.own_fields_problem_number().to_owned(),
        FieldProblem::NotADay => texts.web_bad_date().to_owned(),
        FieldProblem::UnknownChoice => texts.web_unknown_choice().to_owned(),
    }
}
