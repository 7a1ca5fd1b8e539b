//! Changes in groups: committee by committee, and in each goal by goal.

use std::collections::BTreeMap;

use domain::elements::{Element, Structure};
use domain::ids::{ElementId, OrgUnitId};
use domain::steering::Role;
use maud::{Markup, html};

use super::page::many;
use super::scope::body_of;
use crate::changes::{Heading, Told};
use crate::cx::Cx;
use crate::elements;
use crate::i18n::sort_key;
use crate::web::ui::section;

/// How far up one looks for the goal that something belongs to.
const FAR: usize = 8;

/// The goal that an element belongs to: itself, or the nearest above it.
fn goal_of(structure: &Structure, id: ElementId) -> Option<ElementId> {
    let mut at = vec![id];
    for _ in 0..FAR {
        let is_goal =
            |id: &&ElementId| structure.element(**id).is_some_and(|one| one.role == Role::Goal);
        if let Some(goal) = at.iter().find(is_goal) {
            return Some(*goal);
        }
        at = at.iter().flat_map(|id| structure.parents(*id)).map(|one| one.id).collect();
    }
    None
}

/// In which order kinds of change are told.
fn rank(heading: Heading) -> u8 {
    match heading {
        Heading::Judged => 0,
        Heading::Accepted => 1,
        Heading::New => 2,
        Heading::Gone => 3,
        Heading::Targets => 4,
        Heading::Values => 5,
        Heading::Words => 6,
        Heading::People => 7,
        Heading::Other => 8,
        Heading::Links => 9,
        Heading::Organisation => 10,
    }
}

/// What belongs to one goal, or to none.
type OfGoal = (Option<ElementId>, Vec<Told>);

/// The groups: a section for each committee, what is judged otherwise in front of the rest.
pub(super) fn groups(cx: &Cx<'_, '_>, structure: &Structure, told: Vec<Told>) -> Markup {
    let texts = cx.texts();
    let organisation = &structure.organisation;
    let mut bodies: BTreeMap<Option<OrgUnitId>, BTreeMap<Option<ElementId>, Vec<Told>>> =
        BTreeMap::new();
    for one in told {
        let body = body_of(organisation, one.owner);
        let goal = one.element.and_then(|id| goal_of(structure, id));
        bodies.entry(body).or_default().entry(goal).or_default().push(one);
    }
    let mut bodies: Vec<(Option<OrgUnitId>, Vec<OfGoal>)> =
        bodies.into_iter().map(|(body, goals)| (body, in_order(structure, goals))).collect();
    let name = |body: Option<OrgUnitId>| body.map_or("", |body| organisation.name(body));
    bodies.sort_by_cached_key(|(body, _)| (body.is_none(), sort_key(name(*body))));
    html! {
        @for (place, (body, goals)) in bodies.iter().enumerate() {
            @let count = goals.iter().map(|(_, all)| all.len()).sum::<usize>();
            @let title = if body.is_none() { texts.oversight_elsewhere() } else { name(*body) };
            (section(&format!("organ-{place}"), title, &texts.oversight_count_changes(many(count)), &html! {
                @for (goal, all) in goals { (of_goal(cx, goal.and_then(|id| structure.element(id)).map(AsRef::as_ref), all)) }
            }))
        }
    }
}

/// The goals of a committee: those that are judged otherwise first, then by title.
fn in_order(structure: &Structure, goals: BTreeMap<Option<ElementId>, Vec<Told>>) -> Vec<OfGoal> {
    let mut goals: Vec<OfGoal> = goals.into_iter().collect();
    for (_, all) in &mut goals {
        all.sort_by_key(|one| rank(one.heading));
    }
    goals.sort_by_cached_key(|(goal, all)| {
        let title = goal.and_then(|id| structure.element(id)).map_or("", |one| one.title.as_str());
        let first = all.first().map_or(u8::MAX, |one| rank(one.heading));
        (goal.is_none(), first > 0, sort_key(title))
    });
    goals
}

fn of_goal(cx: &Cx<'_, '_>, goal: Option<&Element>, all: &[Told]) -> Markup {
    let texts = cx.texts();
    html! {
        h3 {
            @match goal {
                Some(goal) => a href=(elements::url(goal)) { (goal.title) },
                None => (texts.oversight_no_goal()),
            }
        }
        ul.changes {
            @for one in all {
                li {
                    @if goal.is_none_or(|goal| one.element != Some(goal.id)) { p.what { (one.what) } }
                    (one.words)
                }
            }
        }
    }
}
