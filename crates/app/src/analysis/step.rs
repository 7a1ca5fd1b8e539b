//! Working in a step: what is written is kept, also while others write, and the step is called done.

use std::collections::BTreeMap;

use domain::analysis::{Certainty, Facts, StepContent, StepKind, merged};
use maud::Markup;

use super::act;
use super::around;
use super::facts::{self, Looked};
use super::fields::{CERTAINTY, CONCLUSION};
use super::patterns;
use super::problems::problems;
use super::reach::{Found, find, find_to_write};
use super::step_page::{Parts, StepPage};
use super::store::{self, Analysis, Earlier, StepRow};
use super::subject::{Subject, subject};
use super::typed::{before, things, typed};
use super::unsaved::{unsaved, written};
use super::{step_url, url};
use crate::cx::Cx;
use crate::frame::Nav;
use crate::web::error::{Answer, OrNotFound};
use crate::web::response::Response;
use crate::web::ui::Problem;

/// Shows a step.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let mut found = find(cx)?;
    let number: usize = cx.req.param("steg").or_not_found()?;
    found.method.step(number).or_not_found()?;
    // What a quick analysis leaves out can be read all the same.
    found.writes &= found.numbers.contains(&number);
    let rows = store::steps_of(cx.tx, found.analysis.id)?;
    let row = rows.get(&number).cloned().unwrap_or_else(|| empty(number));
    let typed = row.content.clone();
    let (title, body) = page(cx, &found, (&row, typed), &[], None)?;
    Ok(cx.page(&title, Nav::FollowUp, &body))
}

/// The step of the address, if the analysis goes through it.
pub(super) fn number(cx: &Cx<'_, '_>, found: &Found) -> Answer<usize> {
    let number: usize = cx.req.param("steg").or_not_found()?;
    found.numbers.contains(&number).then_some(number).or_not_found()
}

fn empty(number: usize) -> StepRow {
    StepRow { number, ..StepRow::default() }
}

/// Everything a step of its kind shows beside its texts.
fn parts(cx: &mut Cx<'_, '_>, found: &Found, row: &StepRow, kind: StepKind) -> Answer<Parts> {
    let subject = subject(cx, &found.analysis)?;
    let of = &found.analysis;
    let (mut parts, unit) = (Parts::default(), of.org_unit);
    if kind.is_computed() || kind == StepKind::Reflect {
        let looked = facts::look(cx, of, &subject)?;
        if kind == StepKind::Patterns {
            let live = Looked { facts: looked.facts.clone(), shown: looked.shown };
            let found = patterns::find(cx, (of, &subject), live)?;
            parts.looked = Some(Looked { facts: looked.facts, shown: BTreeMap::default() });
            parts.patterns = Some(found);
        } else {
            parts.looked = Some(looked);
        }
        let kept = row.facts.clone().filter(|_| row.done_at.is_some());
        parts.kept = kept.map(|facts| facts::told_today(cx, facts, unit)).transpose()?;
    }
    if matches!(kind, StepKind::Reflect | StepKind::Review) {
        parts.things = around::things(cx, of, &subject)?;
    }
    if kind == StepKind::Ask {
        parts.asked = store::questions_of(cx.tx, of.id)?;
        if found.writes {
            parts.people = Some(crate::choosing::people(cx, "person", "", [unit])?);
        }
    }
    if matches!(kind, StepKind::Act | StepKind::CarryOut) {
        parts.proposed = act::proposed(cx, of)?;
    }
    parts.earlier = store::earlier_of(cx.tx, of.id, row.number)?;
    Ok(parts)
}

/// The page of a step, with what was typed and what is wrong with it.
pub(super) fn page(
    cx: &mut Cx<'_, '_>,
    found: &Found,
    (row, typed): (&StepRow, StepContent),
    problems: &[Problem],
    theirs: Option<&(StepContent, Vec<String>)>,
) -> Answer<(String, Markup)> {
    let step = found.method.step(row.number).or_not_found()?;
    let parts = parts(cx, found, row, step.kind)?;
    let rows = store::steps_of(cx.tx, found.analysis.id)?;
    let structure = cx.structure.clone();
    let page = StepPage {
        cx,
        structure: &structure,
        found,
        step,
        row,
        rows: &rows,
        typed: &typed,
        parts: &parts,
        problems,
        theirs,
    };
    Ok((page.title(), page.body()))
}

/// Keeps what is written in a step.
pub(super) fn keep(cx: &mut Cx<'_, '_>) -> Answer {
    let found = find_to_write(cx)?;
    let number = number(cx, &found)?;
    let step = found.method.step(number).or_not_found()?;
    if found.is_shut() {
        let written = written(cx, &found.analysis, (number, step.kind))?;
        return Ok(unsaved(cx, &found.analysis, &written));
    }
    let row = store::step_of(cx.tx, found.analysis.id, number)?;
    let subject = subject(cx, &found.analysis)?;
    let things = things(cx, &found.analysis, &subject, step.kind)?;
    let own = typed(cx, step.kind, (&row, &things))?;
    let (content, both) = if cx.req.form.parsed::<i64>("version") == Some(row.version) {
        (own.clone(), Vec::new())
    } else {
        merged(&before(cx, step.kind, &row), &row.content, &own)
    };
    if !both.is_empty() {
        return conflict(cx, &found, &row, (own, both));
    }
    let finishes = cx.req.form.has("klar");
    let problems = problems(cx, step.kind, &content, finishes);
    if !problems.is_empty() {
        let (title, body) = page(cx, &found, (&row, content), &problems, None)?;
        return Ok(cx.refused(&title, Nav::FollowUp, &body));
    }
    let next = write(cx, &found, (&row, step.kind), content, &subject)?;
    follow(cx, &found, step.kind, &next)?;
    let here = step_url(found.analysis.id, number);
    if !finishes {
        return Ok(Response::see_other(&here));
    }
    let on = found.numbers.iter().copied().find(|one| *one > number);
    Ok(Response::see_other(
        &on.map_or_else(|| url(found.analysis.id), |on| step_url(found.analysis.id, on)),
    ))
}

/// The step as the visitor now leaves it; what another had written is kept among earlier texts.
pub(super) fn keep_over(
    cx: &mut Cx<'_, '_>,
    found: &Found,
    before: &StepRow,
    next: StepRow,
) -> Answer<StepRow> {
    let name = cx.person()?.name.clone();
    let is_others = !before.person_name.is_empty() && before.person_name != name;
    if is_others {
        let lost = Earlier {
            version: before.version,
            person_name: before.person_name.clone(),
            at: before.at,
            content: before.content.lost_in(&next.content),
        };
        store::keep_earlier(cx.tx, found.analysis.id, before.number, &lost)?;
    }
    Ok(StepRow { person_name: name, at: cx.visit.now, version: before.version + 1, ..next })
}

/// Keeps the step, called done or opened again when that was asked.
fn write(
    cx: &mut Cx<'_, '_>,
    found: &Found,
    (row, kind): (&StepRow, StepKind),
    content: StepContent,
    subject: &Subject,
) -> Answer<StepRow> {
    let (finishes, reopens) = (cx.req.form.has("klar"), cx.req.form.has("oppna"));
    let mut next = keep_over(cx, found, row, StepRow { content, ..row.clone() })?;
    if reopens {
        (next.done_at, next.facts, next.facts_at) = (None, None, None);
    } else if finishes && next.done_at.is_none() {
        next.done_at = Some(cx.visit.now);
        next.facts = kept_facts(cx, &found.analysis, subject, kind)?;
        next.facts_at = next.facts.as_ref().map(|_| cx.visit.now);
    }
    store::keep_step(cx.tx, &found.analysis, &next)?;
    Ok(next)
}

/// What the figures say when a step is called done.
fn kept_facts(
    cx: &mut Cx<'_, '_>,
    of: &Analysis,
    subject: &Subject,
    kind: StepKind,
) -> Answer<Option<Facts>> {
    if !kind.is_computed() {
        return Ok(None);
    }
    let looked = facts::look(cx, of, subject)?;
    let mut facts = looked.facts.clone();
    if kind == StepKind::Patterns {
        let found = patterns::find(cx, (of, subject), looked)?;
        (facts.patterns, facts.looked) = (found.patterns, found.looked);
    }
    Ok(Some(facts))
}

/// Lets the analysis itself say what the step now says.
pub(super) fn follow(
    cx: &mut Cx<'_, '_>,
    found: &Found,
    kind: StepKind,
    row: &StepRow,
) -> Answer<()> {
    let certainty = Certainty::of_code(row.content.text(CERTAINTY));
    let concluded = (kind == StepKind::Conclude).then(|| (row.content.text(CONCLUSION), certainty));
    let now = cx.visit.now;
    store::follow(cx.tx, &found.analysis, (concluded, now))
}

/// Somebody else changed the same text: both are shown, and the one that loses is kept.
fn conflict(
    cx: &mut Cx<'_, '_>,
    found: &Found,
    row: &StepRow,
    (own, both): (StepContent, Vec<String>),
) -> Answer {
    let person_name = cx.person()?.name.clone();
    let lost =
        Earlier { version: row.version, person_name, at: cx.visit.now, content: own.clone() };
    let fits = own.all_words().map(|one| one.chars().count()).sum::<usize>() < 40_000;
    if fits {
        store::keep_earlier(cx.tx, found.analysis.id, row.number, &lost)?;
    }
    let theirs = (row.content.clone(), both);
    let (title, body) = page(cx, found, (row, own), &[], Some(&theirs))?;
    let answer = cx.conflicting(&title, Nav::FollowUp, &body);
    Ok(if fits { answer.keeping() } else { answer })
}
