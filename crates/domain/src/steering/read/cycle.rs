//! Steps of the year and document types.

use super::super::cycle::{CycleStep, DayOfYear, Document, DueDay, StepTime};
use super::super::open::Matter;
use super::super::problem::{Fault, Register, Shape};
use super::super::problems::clip;
use super::super::yaml::{Kind, Node};
use super::fields::day_of;
use super::keys;
use super::reader::{Part, Reader};
use super::types::horizon;

pub(super) fn cycle(reader: &mut Reader, top: &Part<'_>) -> Vec<CycleStep> {
    if top.get("cycle").is_none() {
        reader.lacking(top, "cycle", Matter::Calendar, "–");
    }
    let nodes = reader.list(top, "cycle");
    let parts = reader.parts(nodes, "cycle", keys::STEP, Some("steg"));
    let lacks_due =
        parts.iter().any(|part| part.get("months").is_some() && part.get("due").is_none());
    if lacks_due && !reader.is_full() {
        reader.open("cycle".to_owned(), Matter::DueDay, "last_weekday");
    }
    parts.iter().filter_map(|part| step(reader, part)).collect()
}

fn step(reader: &mut Reader, part: &Part<'_>) -> Option<CycleStep> {
    let id = reader.id(part);
    let name = reader.need_text(part, "name");
    let kind = reader.need_word(part, "kind");
    let when = time(reader, part);
    if part.get("rel_year").is_none() {
        reader.lacking(part, "rel_year", Matter::RelYear, "0");
    }
    let rel_year = reader
        .whole(part, "rel_year", -10, 10)
        .and_then(|year| i8::try_from(year).ok())
        .unwrap_or(0);
    let opens_days_before =
        reader.whole(part, "opens_days_before", 0, 366).and_then(|days| u16::try_from(days).ok());
    let level = reader.text(part, "level").map(Into::into);
    let document = reader.text(part, "doc").map(Into::into);
    let origin = reader.origin(part);
    Some(CycleStep {
        id: id?.into(),
        name: name?,
        kind: kind?,
        when: when?,
        opens_days_before,
        rel_year,
        level,
        document,
        origin,
    })
}

fn time(reader: &mut Reader, part: &Part<'_>) -> Option<StepTime> {
    let ways: Vec<&str> = ["months", "dates", "per_year", "once"]
        .into_iter()
        .filter(|key| part.get(key).is_some())
        .collect();
    match ways.as_slice() {
        ["months"] => months(reader, part),
        ["dates"] => {
            let days =
                each(reader, part, "dates", day_of_year, |text| Fault::BadDayOfYear { text });
            Some(StepTime::Dates(days))
        }
        ["per_year"] => reader
            .whole(part, "per_year", 1, 100)
            .and_then(|times| u8::try_from(times).ok())
            .map(StepTime::PerYear),
        ["once"] => {
            Some(StepTime::Once(each(reader, part, "once", day_of, |text| Fault::BadDate { text })))
        }
        [] if !reader.is_full() => {
            reader.open(part.path.clone(), Matter::StepTime, "per_year: 1");
            Some(StepTime::PerYear(1))
        }
        _ => {
            reader.problem(
                part,
                ways.first().copied().unwrap_or("months"),
                Fault::StepTime { found: ways.len() },
            );
            None
        }
    }
}

fn months(reader: &mut Reader, part: &Part<'_>) -> Option<StepTime> {
    let nodes = reader.list(part, "months");
    let place = part.place("months");
    let mut months: Vec<i8> = Vec::new();
    for (index, node) in nodes.iter().enumerate() {
        let month = reader.whole_of(node, format!("{place}[{index}]"), 1, 12);
        months.extend(month.and_then(|month| i8::try_from(month).ok()));
    }
    months.sort_unstable();
    months.dedup();
    reader.at_least(part, "months", 1, nodes.len());
    let due = if let Some(node) = part.get("due") {
        due_day(reader, part, node)?
    } else {
        if reader.is_full() {
            reader.lacking(part, "due", Matter::DueDay, "last_weekday");
        }
        DueDay::LastWeekday
    };
    Some(StepTime::Months { months, due })
}

fn due_day(reader: &mut Reader, part: &Part<'_>, node: &Node) -> Option<DueDay> {
    match &node.kind {
        Kind::Number(_) => {
            let day = reader.whole_of(node, part.place("due"), 1, 31)?;
            i8::try_from(day).ok().map(DueDay::Day)
        }
        Kind::Text(word) if word == "last_day" => Some(DueDay::LastDay),
        Kind::Text(word) if word == "last_weekday" => Some(DueDay::LastWeekday),
        Kind::Text(word) => {
            let allowed = &["last_day", "last_weekday"];
            let nearest = super::super::suggest::nearest(word, allowed.iter().copied());
            reader.problem(
                part,
                "due",
                Fault::UnknownWord { list: "due day", word: clip(word), nearest, allowed },
            );
            None
        }
        _ => {
            reader.problem(
                part,
                "due",
                Fault::WrongShape { expected: Shape::TextOrNumber, found: node.shape() },
            );
            None
        }
    }
}

fn each<T>(
    reader: &mut Reader,
    part: &Part<'_>,
    key: &'static str,
    parse: impl Fn(&str) -> Option<T>,
    fault: impl Fn(String) -> Fault,
) -> Vec<T> {
    let texts = reader.texts(part, key);
    reader.at_least(part, key, 1, texts.len());
    let mut found = Vec::new();
    for text in &texts {
        match parse(text) {
            Some(day) => found.push(day),
            None => reader.problem(part, key, fault(clip(text))),
        }
    }
    found
}

/// A day written as `02-28`.
fn day_of_year(text: &str) -> Option<DayOfYear> {
    let (month, day) = text.split_once('-')?;
    let two_digits = |part: &str| part.len() == 2 && part.chars().all(|c| c.is_ascii_digit());
    if !two_digits(month) || !two_digits(day) {
        return None;
    }
    DayOfYear::new(month.parse().ok()?, day.parse().ok()?)
}

pub(super) fn documents(reader: &mut Reader, top: &Part<'_>) -> Vec<Document> {
    if top.get("documents").is_none() {
        reader.lacking(top, "documents", Matter::Documents, "–");
    }
    let nodes = reader.list(top, "documents");
    let parts = reader.parts(nodes, "documents", keys::DOCUMENT, None);
    parts.iter().filter_map(|part| document(reader, part)).collect()
}

fn document(reader: &mut Reader, part: &Part<'_>) -> Option<Document> {
    let id = reader.id(part);
    let term = reader.term(part, "term");
    let kind = reader.need_word(part, "kind");
    let level = reader.need_text(part, "level");
    let decided_by = reader.text(part, "decided_by");
    let decided_by =
        decided_by.and_then(|id| reader.loose(Register::OrgLevels, id, part.place("decided_by")));
    let horizon = horizon(reader, part);
    let sections = reader.texts(part, "sections");
    let origin = reader.origin(part);
    Some(Document {
        id: id?.into(),
        term: term?,
        kind: kind?,
        level: level?.into(),
        decided_by: decided_by.map(Into::into),
        horizon,
        sections,
        origin,
    })
}
