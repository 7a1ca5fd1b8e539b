//! What is asked about a person: name, title and address, with what can be wrong with them.

use maud::{Markup, html};

use super::rules::{LONGEST_EMAIL, LONGEST_NAME, is_email};
use crate::i18n::Texts;
use crate::identity::store::PersonRow;
use crate::web::error::{AppError, broke};
use crate::web::fields::Fields;
use crate::web::ui::{Field, Problem};

/// What was typed.
#[derive(Clone, Default)]
pub(super) struct Typed {
    pub(super) name: String,
    pub(super) title: String,
    pub(super) email: String,
}

/// Fields and what is wrong with them.
pub(super) type Problems = Vec<(&'static str, String)>;

impl Typed {
    /// As a form sent it.
    pub(super) fn sent(form: &Fields) -> Self {
        Self {
            name: form.text("namn").to_owned(),
            title: form.text("titel").to_owned(),
            email: form.text("epost").to_lowercase(),
        }
    }

    /// As the register has it.
    pub(super) fn of(person: &PersonRow) -> Self {
        Self { name: person.name.clone(), title: person.title.clone(), email: person.email.clone() }
    }

    /// What is wrong with it by itself.
    pub(super) fn check(&self, texts: Texts) -> Problems {
        let mut problems = Problems::new();
        for (field, value, most) in [
            ("namn", &self.name, LONGEST_NAME),
            ("titel", &self.title, LONGEST_NAME),
            ("epost", &self.email, LONGEST_EMAIL),
        ] {
            let written = value.chars().count();
            if written > most {
                problems.push((field, texts.web_too_long(most, written)));
            } else if value.is_empty() && field != "titel" {
                problems.push((field, texts.web_required().to_owned()));
            } else if field == "epost" && !is_email(value) {
                problems.push((field, texts.people_bad_email().to_owned()));
            }
        }
        problems
    }

    /// The fields as typed.
    pub(super) fn fields(&self, texts: Texts, problems: &[(&'static str, String)]) -> Markup {
        let problem = |name: &str| {
            problems.iter().find(|(at, _)| *at == name).map(|(_, words)| words.as_str())
        };
        html! {
            (Field::text("namn", texts.people_name()).value(&self.name).required().problem(problem("namn")).autocomplete("off"))
            (Field::text("titel", texts.people_post()).value(&self.title).hint(texts.people_post_hint()).optional(texts.web_optional()).problem(problem("titel")))
            (Field::email("epost", texts.identity_email()).value(&self.email).hint(texts.people_email_hint()).required().problem(problem("epost")).autocomplete("off"))
        }
    }
}

/// The problems as the summary above the form lists them.
pub(super) fn summary(problems: &[(&'static str, String)]) -> Vec<Problem> {
    problems.iter().map(|(at, words)| Problem::at(*at, words)).collect()
}

/// Whether the address is another's in the table already.
pub(super) fn is_taken(error: &AppError, table: &str) -> bool {
    match error {
        AppError::Internal(cause) => cause.downcast_ref::<db::DbError>().is_some_and(|error| {
            broke(error, &format!("{table}_email")) || broke(error, &format!("{table}.email"))
        }),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problems_of(name: &str, email: &str) -> Vec<&'static str> {
        let typed = Typed { name: name.to_owned(), email: email.to_owned(), ..Typed::default() };
        typed.check(Texts::default()).into_iter().map(|(field, _)| field).collect()
    }

    #[test]
    fn name_and_address_are_asked_for_and_bounded() {
        assert!(problems_of("Anna Berg", "anna@skarvik.se").is_empty());
        assert_eq!(problems_of("", "anna"), ["namn", "epost"]);
        assert_eq!(problems_of(&"x".repeat(121), "a@b.se"), ["namn"]);
        assert_eq!(problems_of("Anna", &format!("{}@b.se", "x".repeat(260))), ["epost"]);
    }
}
