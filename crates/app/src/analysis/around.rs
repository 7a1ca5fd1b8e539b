//! What happened around the subject: events, activities and decisions, on a line of time.

use std::collections::BTreeSet;

use domain::elements::{Element, Structure};
use domain::ids::{DecisionId, ElementId};
use domain::steering::Role;
use jiff::civil::Date;

use super::store::{self, Analysis};
use super::subject::Subject;
use crate::activities::{self, own_progress_word, progress_symbol};
use crate::cx::Cx;
use crate::decisions::{self, decision_words};
use crate::elements;
use crate::i18n::date;
use crate::web::error::AppError;
use crate::web::ui::Symbol;

/// Most things of each kind.
const MOST: usize = 40;
/// How far back before the period things are told of, in years.
const YEARS_BACK: i16 = 2;

/// Something on the line.
pub(super) struct Thing {
    /// The name of what is said about it.
    pub(super) name: String,
    /// When; none for what has no day.
    pub(super) day: Option<Date>,
    /// What.
    pub(super) label: String,
    /// What sort of thing, and how far it has come.
    pub(super) note: String,
    /// The same as a shape.
    pub(super) symbol: Symbol,
    /// Where it is read.
    pub(super) url: Option<String>,
}

/// The things around a subject, the latest first.
pub(super) fn things(
    cx: &mut Cx<'_, '_>,
    of: &Analysis,
    subject: &Subject,
) -> Result<Vec<Thing>, AppError> {
    let texts = cx.texts();
    let structure = cx.decided();
    // What lies ahead has neither helped nor hindered.
    let to = of.period.last_day().min(cx.today());
    let from = of.period.first_day().saturating_sub(jiff::Span::new().years(YEARS_BACK));
    let most = i64::try_from(MOST).unwrap_or(i64::MAX);
    let events = store::events_at(cx.tx, of.org_unit, (from, to), most)?;
    let mut all: Vec<Thing> = events
        .into_iter()
        .map(|event| Thing {
            name: format!("h-{}", ElementId::from(event.id)),
            day: Some(event.day),
            label: event.text,
            note: texts.analysis_event().to_owned(),
            symbol: Symbol::Talk,
            url: None,
        })
        .collect();
    let goals = goals(&structure, subject);
    let efforts = efforts(&structure, of, (&goals, from, to));
    all.extend(told_efforts(cx, &efforts, to)?);
    let decided = goals.iter().filter_map(|id| structure.element(*id)?.decision);
    let decided: BTreeSet<DecisionId> =
        decided.chain(efforts.iter().filter_map(|one| one.decision)).take(MOST).collect();
    for one in decisions::store::among_decisions(cx.tx, &decided)? {
        if one.decided_on < from || one.decided_on > to {
            continue;
        }
        all.push(Thing {
            name: format!("b-{}", one.id),
            day: Some(one.decided_on),
            label: decision_words(texts, structure.organisation.name(one.body), &one),
            note: texts.analysis_decision().to_owned(),
            symbol: Symbol::Met,
            url: None,
        });
    }
    all.sort_by_key(|one| std::cmp::Reverse(one.day));
    Ok(all)
}

/// Activities as they stand on the line, those that are not over from when they began.
fn told_efforts(
    cx: &mut Cx<'_, '_>,
    efforts: &[&Element],
    to: Date,
) -> Result<Vec<Thing>, AppError> {
    let texts = cx.texts();
    let ids = efforts.iter().map(|one| one.id);
    let progress = activities::store::progress_of(cx.tx, ids)?;
    let told = |effort: &&Element| {
        let come = progress.get(&effort.id).copied();
        let come = come.unwrap_or(domain::fulfilment::Progress::NotStarted);
        let word = own_progress_word(texts, come);
        let ended = effort.ends_on.filter(|day| *day <= to);
        let left = effort.ends_on.filter(|day| *day > to);
        Thing {
            name: format!("a-{}", effort.id),
            day: ended.or(effort.starts_on),
            label: effort.title.clone(),
            note: match left {
                Some(day) => texts.analysis_effort_until(date(texts.language, day), word),
                None => texts.analysis_effort(word),
            },
            symbol: progress_symbol(come),
            url: Some(elements::url(effort)),
        }
    };
    Ok(efforts.iter().map(told).collect())
}

/// The goals that the subject is, or is a measure of.
fn goals(structure: &Structure, subject: &Subject) -> Vec<ElementId> {
    let mut all = Vec::new();
    for id in &subject.elements {
        let Some(element) = structure.element(*id) else { continue };
        if element.role == Role::Measure {
            all.extend(structure.parents(*id).map(|goal| goal.id));
        } else {
            all.push(*id);
        }
    }
    all.truncate(MOST);
    all
}

/// Activities that went on at some time: those of the goals and the org unit's own, its own first.
fn efforts<'s>(
    structure: &'s Structure,
    of: &Analysis,
    (goals, from, to): (&[ElementId], Date, Date),
) -> Vec<&'s Element> {
    let went_on = |one: &&Element| {
        one.role == Role::Activity
            && one.is_current()
            && !one.is_undecided()
            && one.starts_on.is_none_or(|day| day <= to)
            && one.ends_on.is_none_or(|day| day >= from)
    };
    let mut seen = BTreeSet::new();
    let own = structure.owned_by(of.org_unit).map(|one| &**one);
    let of_goals = goals.iter().flat_map(|goal| structure.children_with(*goal, Role::Activity));
    let all = own.chain(of_goals.map(|one| &**one));
    let mut all: Vec<&Element> = all.filter(went_on).filter(|one| seen.insert(one.id)).collect();
    let is_of_goals =
        |one: &Element| structure.parents(one.id).any(|goal| goals.contains(&goal.id));
    all.sort_by_key(|one| (one.owner != of.org_unit, !is_of_goals(one)));
    all.truncate(MOST);
    all
}
