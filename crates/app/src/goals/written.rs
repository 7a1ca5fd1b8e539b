//! What somebody has written in the form of an element, and whether it can be kept.

use std::str::FromStr;

use domain::elements::{Element, Planned};
use domain::grounds::Grounds;
use domain::ids::{ElementId, OrgUnitId};
use domain::own_fields::OwnFields;
use domain::steering::Role;
use jiff::civil::Date;

use crate::grounds::TypedGrounds;
use crate::i18n::Texts;
use crate::own_fields::TypedOwnFields;
use crate::web::fields::Fields;

/// Longest sentence.
pub(super) const LONGEST_TITLE: usize = 200;
/// Longest explanation.
pub(super) const LONGEST_TEXT: usize = 4_000;
/// Longest number.
const LONGEST_NUMBER: usize = 12;

/// The fields as typed.
#[derive(Clone, Default, Debug)]
pub(super) struct Written {
    pub(super) id: String,
    pub(super) version: String,
    pub(super) element_type: String,
    pub(super) parent: String,
    pub(super) title: String,
    pub(super) text: String,
    pub(super) number: String,
    pub(super) owner: String,
    pub(super) responsible: String,
    pub(super) starts_on: String,
    pub(super) ends_on: String,
    pub(super) grounds: TypedGrounds,
    /// The fields that the steering model adds.
    pub(super) own: TypedOwnFields,
}

impl Written {
    /// What the form brought.
    pub(super) fn sent(form: &Fields) -> Self {
        let text = |name: &str| form.text(name).to_owned();
        Self {
            id: text("id"),
            version: text("version"),
            element_type: text("typ"),
            parent: text("under"),
            title: text("titel"),
            text: text("text"),
            number: text("nummer"),
            owner: text("agare"),
            responsible: text("ansvarig"),
            starts_on: text("fran"),
            ends_on: text("till"),
            grounds: TypedGrounds::sent(form),
            own: TypedOwnFields::sent(form),
        }
    }

    /// What is kept.
    pub(super) fn kept(element: &Element, grounds: &Grounds, own: &OwnFields) -> Self {
        let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
        Self {
            id: String::new(),
            version: element.version.to_string(),
            element_type: element.element_type.as_str().to_owned(),
            parent: String::new(),
            title: element.title.clone(),
            text: element.text.clone(),
            number: element.number.clone(),
            owner: element.owner.to_string(),
            responsible: element.responsible.map(|id| id.to_string()).unwrap_or_default(),
            starts_on: day(element.starts_on),
            ends_on: day(element.ends_on),
            grounds: TypedGrounds::kept(grounds),
            own: TypedOwnFields::kept(own),
        }
    }

    /// Everything that hinders the text from being kept, by field.
    pub(super) fn flaws(&self, role: Role) -> Vec<(&'static str, Flaw)> {
        let mut flaws = Vec::new();
        if self.title.trim().is_empty() {
            flaws.push(("titel", Flaw::NoTitle));
        }
        for (field, text, most) in [
            ("titel", &self.title, LONGEST_TITLE),
            ("text", &self.text, LONGEST_TEXT),
            ("nummer", &self.number, LONGEST_NUMBER),
        ] {
            let written = text.chars().count();
            if written > most {
                flaws.push((field, Flaw::TooLong { most, written }));
            }
        }
        let (starts, ends) = (day(&self.starts_on), day(&self.ends_on));
        for (field, read) in [("fran", &starts), ("till", &ends)] {
            if read.is_err() {
                flaws.push((field, Flaw::NotADay));
            }
        }
        if let (Ok(Some(first)), Ok(Some(last))) = (starts, ends)
            && last < first
        {
            flaws.push(("till", Flaw::EndsBeforeStart));
        }
        if role == Role::Activity {
            if self.responsible.is_empty() {
                flaws.push(("ansvarig", Flaw::NobodyResponsible));
            }
            if ends == Ok(None) {
                flaws.push(("till", Flaw::NoEnd));
            }
        }
        flaws
    }
}

impl Written {
    /// What it would be if it came to hold.
    pub(super) fn planned(&self, id: Option<ElementId>, owner: OrgUnitId) -> Planned {
        let read = |text: &str| day(text).ok().flatten();
        Planned { id, owner, period: (read(&self.starts_on), read(&self.ends_on)) }
    }
}

/// A day as a date field sends it; none when left empty.
pub(super) fn day(text: &str) -> Result<Option<Date>, NotADay> {
    if text.is_empty() {
        return Ok(None);
    }
    let plausible = |day: &Date| (1900..=2200).contains(&day.year());
    Date::from_str(text).ok().filter(plausible).map(Some).ok_or(NotADay)
}

/// Text that is no day.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct NotADay;

/// Why a field cannot be kept.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Flaw {
    /// The sentence itself is missing.
    NoTitle,
    /// Longer than there is room for.
    TooLong {
        /// Most characters.
        most: usize,
        /// How many there are.
        written: usize,
    },
    /// Not a day.
    NotADay,
    /// The last day comes before the first.
    EndsBeforeStart,
    /// An activity that nobody answers for.
    NobodyResponsible,
    /// An activity without a day when it shall be done.
    NoEnd,
}

impl Flaw {
    /// What is wrong and how it is put right.
    pub(super) fn words(self, texts: Texts) -> String {
        match self {
            Self::NoTitle => texts.goals_problem_title().to_owned(),
            Self::TooLong { most, written } => texts.web_too_long(most, written),
            Self::NotADay => texts.web_bad_date().to_owned(),
            Self::EndsBeforeStart => texts.goals_problem_order().to_owned(),
            Self::NobodyResponsible => texts.goals_problem_responsible().to_owned(),
            Self::NoEnd => texts.goals_problem_end().to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(title: &str) -> Written {
        Written { title: title.to_owned(), ..Written::default() }
    }

    fn fields(flaws: &[(&'static str, Flaw)]) -> Vec<&'static str> {
        flaws.iter().map(|(field, _)| *field).collect()
    }

    #[test]
    fn a_goal_needs_a_sentence_and_nothing_more() {
        assert_eq!(written("Alla barn är trygga").flaws(Role::Goal), []);
        assert_eq!(written(" ").flaws(Role::Goal), [("titel", Flaw::NoTitle)]);
    }

    #[test]
    fn an_activity_is_concrete_has_a_responsible_and_an_end() {
        assert_eq!(fields(&written("").flaws(Role::Activity)), ["titel", "ansvarig", "till"]);
        let mut whole = written("Dela grupperna");
        whole.responsible = "någon".to_owned();
        whole.ends_on = "2026-11-15".to_owned();
        assert_eq!(whole.flaws(Role::Activity), []);
    }

    #[test]
    fn days_are_days_and_come_in_order() {
        let mut text = written("Mål");
        text.starts_on = "i höst".to_owned();
        assert_eq!(text.flaws(Role::Goal), [("fran", Flaw::NotADay)]);
        text.starts_on = "2026-12-31".to_owned();
        text.ends_on = "2026-01-01".to_owned();
        assert_eq!(text.flaws(Role::Goal), [("till", Flaw::EndsBeforeStart)]);
    }

    #[test]
    fn lengths_are_counted_in_characters() {
        assert_eq!(written(&"å".repeat(LONGEST_TITLE)).flaws(Role::Goal), []);
        let flaws = written(&"å".repeat(LONGEST_TITLE + 1)).flaws(Role::Goal);
        assert_eq!(flaws, [("titel", Flaw::TooLong { most: 200, written: 201 })]);
    }
}
