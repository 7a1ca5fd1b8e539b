//! What was sent of a step, and what the page showed when it was opened.

use domain::analysis::{Certainty, MOST_MARKS, Mark, StepContent, StepKind};

use super::around::{self, Thing};
use super::facts;
use super::fields::{self, CERTAINTY};
use super::patterns;
use super::store::{Analysis, StepRow};
use super::subject::Subject;
use crate::cx::Cx;
use crate::web::error::Answer;

/// What may be said of a thing.
pub(super) const SAID_OF_THINGS: [&str; 5] = ["mattered", "helped", "partly", "not", "unknown"];

/// What may be said of a pattern.
pub(super) const SAID_OF_PATTERNS: [&str; 3] = ["yes", "no", "unsure"];

/// What one may say something about in a step.
pub(super) fn things(
    cx: &mut Cx<'_, '_>,
    of: &Analysis,
    subject: &Subject,
    kind: StepKind,
) -> Answer<Vec<Thing>> {
    match kind {
        StepKind::Reflect => around::things(cx, of, subject),
        StepKind::Patterns => {
            let looked = facts::look(cx, of, subject)?;
            let found = patterns::find(cx, (of, subject), looked)?;
            let thing = |one: &domain::analysis::Pattern| Thing {
                name: one.name(),
                day: None,
                label: one.sentence.clone(),
                note: String::new(),
                symbol: crate::web::ui::Symbol::Usual,
                url: None,
            };
            Ok(found.patterns.iter().map(thing).collect())
        }
        _ => Ok(Vec::new()),
    }
}

/// What was sent: the texts of the kind, and what is said of things that are there or were spoken of.
pub(super) fn typed(
    cx: &Cx<'_, '_>,
    kind: StepKind,
    (row, things): (&StepRow, &[Thing]),
) -> Answer<StepContent> {
    let form = &cx.req.form;
    let mut own = StepContent::default();
    for field in fields::fields_of(cx.texts(), kind) {
        let text =
            if form.has(field.name) { form.text(field.name) } else { row.content.text(field.name) };
        if !text.is_empty() {
            own.words.insert(field.name.to_owned(), text.to_owned());
        }
    }
    if kind == StepKind::Conclude
        && let Some(certainty) = Certainty::of_code(form.text(CERTAINTY))
    {
        own.words.insert(CERTAINTY.to_owned(), certainty.code().to_owned());
    }
    own.marks.clone_from(&row.content.marks);
    let by = cx.person()?.name.clone();
    for thing in things {
        let sent = form.text(&format!("om-{}", thing.name));
        if !form.has(&format!("om-{}", thing.name)) {
            continue;
        }
        let before = row.content.marks.get(&thing.name).map_or("", |mark| mark.value.as_str());
        let allowed = SAID_OF_THINGS.contains(&sent) || SAID_OF_PATTERNS.contains(&sent);
        if sent.is_empty() {
            own.marks.remove(&thing.name);
        } else if allowed && sent != before && own.marks.len() < MOST_MARKS {
            let day = thing.day.map(|day| day.to_string()).unwrap_or_default();
            let mark = Mark {
                value: sent.to_owned(),
                label: thing.label.clone(),
                day,
                by: by.clone(),
                at: cx.visit.now,
            };
            own.marks.insert(thing.name.clone(), mark);
        }
    }
    Ok(own)
}

/// What the page showed when it was opened.
pub(super) fn before(cx: &Cx<'_, '_>, kind: StepKind, row: &StepRow) -> StepContent {
    let form = &cx.req.form;
    let mut before = StepContent { marks: row.content.marks.clone(), ..StepContent::default() };
    let names = fields::fields_of(cx.texts(), kind).into_iter().map(|one| one.name);
    for name in names.chain([CERTAINTY]) {
        // What has been saved while one wrote is known by its version: nobody came between.
        let saved = form.text(&format!("{name}_version")) == row.content.version_of(name);
        let shown = form.text(&format!("{name}_fore"));
        let text = if saved { row.content.text(name) } else { shown };
        if !text.is_empty() {
            before.words.insert(name.to_owned(), text.to_owned());
        }
    }
    before
}
