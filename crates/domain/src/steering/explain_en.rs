//! What is wrong with a model file and how to mend it, in English.

use super::explain::{Explanation, allowed_links};
use super::problem::{Fault, Register, Shape};

pub(super) fn english(fault: &Fault) -> Explanation {
    Explanation { what: what(fault), mend: mend(fault) }
}

fn what(fault: &Fault) -> String {
    match fault {
        Fault::Empty => "The file is empty.".into(),
        Fault::TooLarge { bytes, limit } => {
            format!("The file is {bytes} bytes. A model may be at most {limit} bytes.")
        }
        Fault::Binary => "The file is not a text file.".into(),
        Fault::NotUtf8 => "The text is not saved as UTF-8.".into(),
        Fault::Yaml { detail } => format!("The file does not follow the rules of YAML: {detail}."),
        Fault::TooDeep { limit } => {
            format!("Lists lie inside one another in more than {limit} levels.")
        }
        Fault::TooManyNodes { limit } => format!("The file holds more than {limit} values."),
        Fault::AliasBomb { limit } => {
            format!("Repetitions with * make the file larger than {limit} values.")
        }
        Fault::SeveralDocuments => "The file holds more than one YAML document.".into(),
        Fault::ForeignTag { tag } => {
            format!("The value has the tag “{tag}”, which models do not use.")
        }
        Fault::DuplicateKey { key } => format!("The key “{key}” stands twice in the same place."),
        Fault::KeyNotText => "A key is not a short text.".into(),
        Fault::UnknownFormat { found } => format!("The format “{found}” cannot be read."),
        Fault::MissingKey { key } => format!("The key “{key}” is missing."),
        Fault::UnknownKey { key, .. } => format!("The format has no key “{key}”."),
        Fault::WrongShape { expected, found } => {
            format!("There should be {} here, but there is {}.", shape(*expected), shape(*found))
        }
        Fault::EmptyText => "The text is empty.".into(),
        Fault::UnknownWord { list, word, .. } => format!("“{word}” is not in the list for {list}."),
        Fault::BadId { id } => format!("“{id}” cannot be used as an id."),
        Fault::DuplicateId { id } => format!("“{id}” is used twice in the same list."),
        Fault::Dangling { register, id, .. } => {
            format!("“{id}” is not among {}.", register_name(*register))
        }
        Fault::LinkNotAllowed { child, link, parent_type, parent } => format!(
            "A type with the role {child} may not have the link {link} to “{parent_type}”, which has the role {parent}."
        ),
        Fault::TypeCycle { types } => {
            format!("The types are one another's parents in a ring: {}.", types.join(" → "))
        }
        Fault::Orphan { role } => format!("A type with the role {role} must have a parent."),
        Fault::MinOverMax { min, max } => {
            format!("The smallest number {min} is larger than the largest, {max}.")
        }
        Fault::BadDate { text } => format!("“{text}” is not a date."),
        Fault::BadDayOfYear { text } => format!("“{text}” is not a day of the year."),
        Fault::OutOfRange { found, min, max } => {
            format!("{found} is not a whole number from {min} to {max}.")
        }
        Fault::EndsBeforeStart => "The model ends before it begins.".into(),
        Fault::TooFew { min, found } => {
            format!("The list has {found} members but needs at least {min}.")
        }
        Fault::NoMissingLevel => "The scale has no level for what cannot be judged.".into(),
        Fault::OnlyMissingLevels => "The scale has no level for a judgement.".into(),
        Fault::StepTime { found } => {
            format!("The step states its time in {found} ways, but should do so in one.")
        }
        other => lists(other),
    }
}

/// What is wrong with what a list or a field holds.
fn lists(fault: &Fault) -> String {
    match fault {
        Fault::TooMany { most, found } => {
            format!("The list has {found} members but may have at most {most}.")
        }
        Fault::TooLong { most, found } => {
            format!("The text has {found} characters but may have at most {most}.")
        }
        Fault::Repeated { word } => format!("“{word}” stands twice in the same list."),
        Fault::OnlyForMeasures { word } => {
            format!("“same_as: {word}” is only for types with the role measure.")
        }
        Fault::More { count } => format!("There are {count} more problems that are not shown."),
        _ => String::new(),
    }
}

/// Advice for each fault.
fn mend(fault: &Fault) -> String {
    let meant = |nearest: &Option<String>, otherwise: &str| match nearest {
        Some(word) => format!("Did you mean “{word}”?"),
        None => otherwise.to_owned(),
    };
    match fault {
        Fault::Empty => "Start from one of the models in the folder presets.".into(),
        Fault::TooLarge { .. } => "Check that it is the right file. An ordinary model is smaller than 50,000 bytes.".into(),
        Fault::Binary => "Save the model as plain text with the ending .yaml.".into(),
        Fault::NotUtf8 => "Open the file in a text editor and save it with the encoding UTF-8.".into(),
        Fault::Yaml { .. } => "Look at the line and the one before. Often it is the indentation, a colon or a quotation mark.".into(),
        Fault::TooDeep { .. } => "Remove needless levels. A model needs at most six.".into(),
        Fault::TooManyNodes { .. } => "Check that it is the right file.".into(),
        Fault::AliasBomb { .. } => "Write the values out instead of repeating them with & and *.".into(),
        Fault::SeveralDocuments => "Divide the file at the line ---, one model in each file.".into(),
        Fault::ForeignTag { .. } => "Remove the tag, that is the word after the exclamation mark.".into(),
        Fault::DuplicateKey { .. } => "Remove one or merge them.".into(),
        Fault::KeyNotText => "Write the key as a word, followed by a colon.".into(),
        Fault::UnknownFormat { .. } => "Write “meta: styrmodell/1” first in the file. styrmodell-meta/0.1 can also be read.".into(),
        Fault::MissingKey { key } => format!("Add “{key}:” with a value. See docs/styrmodell.md."),
        Fault::UnknownKey { nearest, .. } => meant(nearest, "Remove the key, or write the text under “note”."),
        Fault::WrongShape {
            expected: Shape::Text,
            found: Shape::Number | Shape::Flag,
        } => "Put quotation marks around the value.".into(),
        Fault::WrongShape { expected, .. } => format!("Change the value to {}.", shape(*expected)),
        Fault::EmptyText => "Write a text.".into(),
        Fault::UnknownWord { nearest, allowed, .. } => format!("{} The words that can be used are: {}.", meant(nearest, "Use another word."), allowed.join(", ")),
        Fault::BadId { .. } => "Use at most 80 characters. The model's own id may only have small letters a–z, digits and hyphens.".into(),
        Fault::DuplicateId { .. } => "Give one of them another id.".into(),
        Fault::Dangling { register, id, nearest } => meant(nearest, &format!("Add “{id}” under “{}” or change the reference.", register.key())),
        Fault::LinkNotAllowed { child, parent, .. } => {
            let links = allowed_links(*child, *parent);
            if links.is_empty() { "Choose another parent, or remove the link.".to_owned() } else { format!("Use instead: {links}.") }},
        Fault::TypeCycle { .. } => "Remove one of the links so that the chain has a beginning.".into(),
        Fault::Orphan { .. } => "Add a parent under “parents”, or the rule “parent_optional: true”.".into(),
        Fault::MinOverMax { .. } => "Swap the numbers or change one of them.".into(),
        Fault::BadDate { .. } => "Write year-month-day, such as 2018-01-01.".into(),
        Fault::BadDayOfYear { .. } => "Write month-day in quotation marks, such as \"02-28\".".into(),
        Fault::OutOfRange { min, max, .. } => format!("Write a whole number from {min} to {max}."),
        Fault::EndsBeforeStart => "Change valid_from or valid_to.".into(),
        Fault::TooFew { .. } => "Add what is missing.".into(),
        Fault::TooMany { .. } => "Remove some, or move them to another type.".into(),
        Fault::TooLong { .. } => "Shorten the text. What is longer can stand under “help”.".into(),
        Fault::Repeated { .. } => "Remove one of them or write another word.".into(),
        Fault::OnlyForMeasures { .. } => "Remove “same_as”, or move the field to a type with the role measure.".into(),
        Fault::NoMissingLevel => "Add a level with “missing: true”, such as “Kan inte bedömas”.".into(),
        Fault::OnlyMissingLevels => "Add at least one level without “missing”.".into(),
        Fault::StepTime { .. } => "Use one of “months” with “due”, “dates”, “per_year” or “once”.".into(),
        Fault::More { .. } => "Mend those above and check the file again.".into(),
    }
}

fn shape(shape: Shape) -> &'static str {
    match shape {
        Shape::Nothing => "nothing",
        Shape::Flag => "true or false",
        Shape::Number => "a number",
        Shape::WholeNumber => "a whole number",
        Shape::Text => "a text",
        Shape::List => "a list",
        Shape::Mapping => "keys with values",
        Shape::TextOrNumber => "a text or a whole number",
        Shape::TextOrMapping => "a text or keys with values",
    }
}

fn register_name(register: Register) -> &'static str {
    match register {
        Register::OrgLevels => "the levels of the organisation",
        Register::ElementTypes => "the element types",
        Register::Scales => "the scales",
        Register::ScaleLevels => "the levels of the scales",
        Register::Assessments => "the assessment rules",
        Register::Documents => "the documents",
        Register::Sources => "the sources",
        Register::MeasureClasses => "the classes of measures",
    }
}
