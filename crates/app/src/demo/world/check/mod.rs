//! Does the data hold together? Ids are unique and every reference leads somewhere. Problems are
//! sentences, all of them at once.

mod followup;

use std::collections::HashSet;

use super::World;
use super::series::{ExplicitSeries, SeriesGroup};

type Ids<'w> = HashSet<&'w str>;

struct Known<'w> {
    orgs: Ids<'w>,
    people: Ids<'w>,
    decisions: Ids<'w>,
    elements: Ids<'w>,
    activities: Ids<'w>,
    measures: Ids<'w>,
}

/// Everything that is wrong with the references of a world; empty when it holds together.
pub(super) fn problems(world: &World) -> Vec<String> {
    let mut found = Vec::new();
    let known = Known {
        orgs: unique("organisation", world.organisation.iter().map(|it| &it.id), &mut found),
        people: unique("people", world.people.iter().map(|it| &it.id), &mut found),
        decisions: unique("decisions", world.decisions.iter().map(|it| &it.id), &mut found),
        elements: unique("elements", world.elements.iter().map(|it| &it.id), &mut found),
        activities: unique("activities", world.activities.iter().map(|it| &it.id), &mut found),
        measures: unique("measures", world.measures.iter().map(|it| &it.id), &mut found),
    };
    unique("feedback", world.feedback.iter().map(|it| &it.id), &mut found);
    unique("wheel", world.wheel.iter().map(|it| &it.id), &mut found);
    organisation(world, &known, &mut found);
    steering(world, &known, &mut found);
    measures(world, &known, &mut found);
    followup::followup(world, &known, &mut found);
    found
}

/// The same for the descriptions of series, which the world keeps only in expanded form.
pub(super) fn series_problems(
    world: &World,
    groups: &[SeriesGroup],
    written: &[ExplicitSeries],
) -> Vec<String> {
    let mut found = Vec::new();
    let orgs: Ids<'_> = world.organisation.iter().map(|it| it.id.as_str()).collect();
    let measures: Ids<'_> = world.measures.iter().map(|it| it.id.as_str()).collect();
    let branches: Ids<'_> =
        world.organisation.iter().filter_map(|it| it.branch.as_deref()).collect();
    for group in groups {
        want(&measures, &group.measure, "series", "measure", &mut found);
        for org in &group.orgs {
            want(&orgs, org, &group.measure, "organisation unit", &mut found);
        }
        for branch in &group.branches {
            want(&branches, branch, &group.measure, "branch", &mut found);
        }
        for exception in &group.exceptions {
            want(&orgs, &exception.org, &group.measure, "organisation unit", &mut found);
        }
    }
    for series in written {
        want(&measures, &series.measure, "series", "measure", &mut found);
        want(&orgs, &series.org, &series.measure, "organisation unit", &mut found);
    }
    found
}

fn unique<'w>(
    list: &str,
    ids: impl Iterator<Item = &'w String>,
    found: &mut Vec<String>,
) -> Ids<'w> {
    let mut seen = Ids::new();
    for id in ids {
        if !seen.insert(id) {
            found.push(format!("{list}: {id} is there twice"));
        }
    }
    seen
}

fn want(known: &Ids<'_>, id: &str, of: &str, what: &str, found: &mut Vec<String>) {
    if !known.contains(id) {
        found.push(format!("{of}: no {what} {id}"));
    }
}

fn want_some<'a>(
    known: &Ids<'_>,
    ids: impl IntoIterator<Item = &'a String>,
    of: &str,
    what: &str,
    found: &mut Vec<String>,
) {
    for id in ids {
        want(known, id, of, what, found);
    }
}

fn organisation(world: &World, known: &Known<'_>, found: &mut Vec<String>) {
    for unit in &world.organisation {
        let above = unit.parent.iter().chain(&unit.ordered_by);
        want_some(&known.orgs, above, &unit.id, "organisation unit", found);
    }
    for person in &world.people {
        let orgs = person.roles.iter().map(|role| &role.org);
        want_some(&known.orgs, orgs, &person.id, "organisation unit", found);
    }
    for decision in &world.decisions {
        want(&known.orgs, &decision.instance, &decision.id, "organisation unit", found);
    }
}

fn steering(world: &World, known: &Known<'_>, found: &mut Vec<String>) {
    for element in &world.elements {
        let id = &element.id;
        want(&known.orgs, &element.owner, id, "organisation unit", found);
        want_some(&known.people, &element.responsible, id, "person", found);
        want_some(&known.decisions, &element.decision, id, "decision", found);
        let parents = element.parents.iter().map(|link| &link.to);
        want_some(&known.elements, parents, id, "element", found);
        let before = element.earlier.iter().filter_map(|wording| wording.decision.as_ref());
        want_some(&known.decisions, before, id, "decision", found);
        if let Some(assignment) = &element.assignment {
            let orgs = assignment.receivers.iter().chain([&assignment.giver]);
            want_some(&known.orgs, orgs, id, "organisation unit", found);
        }
    }
    for exemption in &world.exemptions {
        want(&known.orgs, &exemption.org, "exemption", "organisation unit", found);
        want(&known.elements, &exemption.element, "exemption", "element", found);
    }
    for activity in &world.activities {
        let id = &activity.id;
        want(&known.orgs, &activity.owner, id, "organisation unit", found);
        want_some(&known.people, &activity.person, id, "person", found);
        want(&known.elements, &activity.executes, id, "element", found);
        if activity.end < activity.start {
            found.push(format!("{id}: ends before it starts"));
        }
    }
}

fn measures(world: &World, known: &Known<'_>, found: &mut Vec<String>) {
    let topics: Ids<'_> = world.causes.iter().map(|it| it.topic.as_str()).collect();
    for measure in &world.measures {
        let id = &measure.id;
        want(&known.orgs, &measure.owner, id, "organisation unit", found);
        want_some(&known.people, &measure.responsible, id, "person", found);
        want_some(&known.elements, &measure.measures, id, "element", found);
        want_some(&topics, &measure.topic, id, "cause topic", found);
        let orgs = measure.targets.iter().filter_map(|target| target.org.as_ref());
        want_some(&known.orgs, orgs, id, "organisation unit", found);
        if measure.newest.frequency != measure.frequency {
            found.push(format!("{id}: newest period {} is of another frequency", measure.newest));
        }
    }
    for series in &world.series {
        want(&known.measures, &series.measure, "series", "measure", found);
        want(&known.orgs, &series.org, &series.measure, "organisation unit", found);
    }
}
