//! The references of what people have written and decided while following up.

use super::{Known, want, want_some};
use crate::demo::world::{PartKind, World};

pub(super) fn followup(world: &World, known: &Known<'_>, found: &mut Vec<String>) {
    reports(world, known, found);
    texts(world, known, found);
    judgements(world, known, found);
    occasions(world, known, found);
}

fn reports(world: &World, known: &Known<'_>, found: &mut Vec<String>) {
    for budget in &world.budgets {
        want(&known.orgs, &budget.org, "budget", "organisation unit", found);
    }
    for report in &world.reports {
        let of = format!("report of {}", report.org);
        want(&known.orgs, &report.org, &of, "organisation unit", found);
        let people = report.author.iter().chain(&report.approved_by);
        want_some(&known.people, people, &of, "person", found);
        let by = report.returned.iter().map(|back| &back.by);
        want_some(&known.people, by, &of, "person", found);
        for part in &report.parts {
            want_some(&known.activities, &part.actions, &of, "activity", found);
            if part.kind == Some(PartKind::Measure) {
                want(&known.measures, &part.about, &of, "measure", found);
            }
            if part.kind == Some(PartKind::Activity) {
                want(&known.activities, &part.about, &of, "activity", found);
            }
        }
    }
}

fn texts(world: &World, known: &Known<'_>, found: &mut Vec<String>) {
    for text in &world.last_texts {
        want(&known.orgs, &text.org, "last text", "organisation unit", found);
        let known_thing = known.measures.contains(text.about.as_str())
            || known.elements.contains(text.about.as_str())
            || text.about == "sammanfattning";
        if !known_thing {
            found.push(format!("last text: nothing called {}", text.about));
        }
    }
}

fn judgements(world: &World, known: &Known<'_>, found: &mut Vec<String>) {
    for judgement in &world.judgements {
        want(&known.elements, &judgement.element, "judgement", "element", found);
        want_some(&known.people, &judgement.by, &judgement.element, "person", found);
    }
    for note in &world.annotations {
        want(&known.orgs, &note.org, &note.label, "organisation unit", found);
        want_some(&known.measures, &note.measure, &note.label, "measure", found);
        want(&known.people, &note.by, &note.label, "person", found);
    }
    for baseline in &world.baselines {
        want(&known.orgs, &baseline.org, "baseline", "organisation unit", found);
        want(&known.measures, &baseline.measure, "baseline", "measure", found);
        want(&known.people, &baseline.by, "baseline", "person", found);
    }
    for corrected in &world.corrected {
        want(&known.orgs, &corrected.org, "corrected", "organisation unit", found);
        want(&known.measures, &corrected.measure, "corrected", "measure", found);
    }
}

fn occasions(world: &World, known: &Known<'_>, found: &mut Vec<String>) {
    for feedback in &world.feedback {
        want(&known.orgs, &feedback.org, &feedback.id, "organisation unit", found);
    }
    for step in &world.wheel {
        want_some(&known.orgs, &step.org, &step.id, "organisation unit", found);
    }
}
