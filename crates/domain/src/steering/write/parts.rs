//! Version, levels, words, calendar and documents as values.

use super::super::cycle::{CycleStep, Document, DueDay, StepTime};
use super::super::element::{Horizon, Quantity};
use super::super::model::{BasedOn, GlossaryEntry, ModelVersion, OrgLevel, Origin, Source};
use super::super::more_kinds::Confidence;
use super::super::open::OpenDecision;
use super::super::term::Term;
use super::super::value::Value;
use super::Mapping;

pub(super) fn version(version: &ModelVersion) -> Value {
    let mut part = Mapping::default();
    part.put(
        "valid_from",
        version.valid_from.map_or(Value::Null, |day| Value::text(day.to_string())),
    );
    part.maybe("valid_to", version.valid_to.map(|day| day.to_string()));
    part.maybe("decided_by", version.decided_by.as_ref());
    part.maybe("decision_ref", version.decision_ref.as_ref());
    part.maybe("replaces", version.replaces.as_ref());
    if let Some(origin) = &version.based_on {
        part.put("based_on", based_on(origin));
    }
    part.maybe("note", version.note.as_ref());
    part.finish()
}

fn based_on(origin: &BasedOn) -> Value {
    let mut part = Mapping::default();
    part.text("municipality", &origin.municipality).text("model", origin.model.as_str());
    if let Some(year) = origin.year {
        part.put("year", Value::number(year));
    }
    part.finish()
}

pub(super) fn source(source: &Source) -> Value {
    let mut part = Mapping::default();
    part.text("id", source.id.as_str())
        .text("ref", &source.reference)
        .maybe("note", source.note.as_ref());
    part.finish()
}

pub(super) fn org_level(level: &OrgLevel) -> Value {
    let mut part = Mapping::default();
    part.text("id", level.id.as_str())
        .put("name", term(&level.name))
        .text("kind", level.kind.key());
    part.maybe("note", level.note.as_ref());
    part.finish()
}

pub(super) fn term(term: &Term) -> Value {
    let mut part = Mapping::default();
    part.text("singular", &term.singular)
        .text("plural", &term.plural)
        .text("definite", &term.definite);
    part.text("definite_plural", &term.definite_plural).maybe("en", term.en.as_ref());
    part.finish()
}

pub(super) fn quantity(quantity: &Quantity) -> Value {
    match quantity {
        Quantity::Number(number) => Value::number(*number),
        Quantity::Words(words) => Value::text(words),
    }
}

pub(super) fn horizon(horizon: &Horizon) -> Value {
    let mut part = Mapping::default();
    part.text("kind", horizon.kind.key());
    if let Some(years) = &horizon.years {
        part.put("n", quantity(years));
    }
    part.maybe("note", horizon.note.as_ref());
    part.finish()
}

pub(super) fn origin(part: &mut Mapping, origin: &Origin) {
    part.maybe("note", origin.note.as_ref());
    part.maybe("src", origin.src.as_ref());
    part.maybe("conf", origin.conf.map(Confidence::key));
}

pub(super) fn step(step: &CycleStep) -> Value {
    let mut part = Mapping::default();
    part.text("id", step.id.as_str()).text("name", &step.name).text("kind", step.kind.key());
    match &step.when {
        StepTime::Months { months, due } => {
            part.put_list("months", months.iter().map(|month| Value::number(*month)));
            part.put(
                "due",
                match due {
                    DueDay::Day(day) => Value::number(*day),
                    DueDay::LastDay => Value::text("last_day"),
                    DueDay::LastWeekday => Value::text("last_weekday"),
                },
            );
        }
        StepTime::Dates(days) => {
            part.put_list(
                "dates",
                days.iter().map(|day| Value::text(format!("{:02}-{:02}", day.month, day.day))),
            );
        }
        StepTime::PerYear(times) => {
            part.put("per_year", Value::number(*times));
        }
        StepTime::Once(days) => {
            part.put_list("once", days.iter().map(|day| Value::text(day.to_string())));
        }
    }
    if let Some(days) = step.opens_days_before {
        part.put("opens_days_before", Value::number(days));
    }
    part.put("rel_year", Value::number(step.rel_year));
    part.maybe("level", step.level.as_ref()).maybe("doc", step.document.as_ref());
    origin(&mut part, &step.origin);
    part.finish()
}

pub(super) fn document(document: &Document) -> Value {
    let mut part = Mapping::default();
    part.text("id", document.id.as_str())
        .put("term", term(&document.term))
        .text("kind", document.kind.key());
    part.text("level", document.level.as_str()).maybe("decided_by", document.decided_by.as_ref());
    if let Some(covers) = &document.horizon {
        part.put("horizon", horizon(covers));
    }
    part.texts_unless_empty("sections", &document.sections);
    origin(&mut part, &document.origin);
    part.finish()
}

pub(super) fn glossary_entry(entry: &GlossaryEntry) -> (String, Value) {
    let mut part = Mapping::default();
    part.maybe("definition", entry.definition.as_ref()).maybe("source", entry.source.as_ref());
    (entry.word.clone(), part.finish())
}

pub(super) fn open_decision(open: &OpenDecision) -> Value {
    let mut part = Mapping::default();
    part.text("path", &open.path).text("matter", open.matter.key()).text("default", &open.default);
    part.finish()
}
