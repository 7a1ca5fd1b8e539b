//! All actions in short, kept until one is proposed or answered: what lists, lessons and the
//! questions of Min sida are made of.

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::actions::{Answer, ImprovementKind, Origin};
use domain::elements::{Element, ElementState, Structure};
use domain::ids::{ElementId, OrgUnitId, PersonId};
use jiff::civil::Date;

use super::store;
use crate::cx::Cx;
use crate::web::error::AppError;

/// An action in short.
#[derive(Clone, Debug)]
pub struct Known {
    /// The activity.
    pub element: ElementId,
    /// What kind of improvement it is.
    pub kind: Option<ImprovementKind>,
    /// The measure where its effect is expected.
    pub measure: Option<ElementId>,
    /// When its effect is asked for; none when it is answered.
    pub next_ask_on: Option<Date>,
    /// Where it came from.
    pub origin: Option<Origin>,
    /// The answer that holds.
    pub answer: Option<Answer>,
    /// What was learned.
    pub learned: String,
    /// Why the answer goes against the figures; empty where it does not.
    pub why: String,
    /// Who answered.
    pub person_name: String,
    /// When, in microseconds since 1970 in UTC; 0 when nobody has.
    pub answered_at: i64,
    /// When it was proposed.
    pub at: i64,
}

/// All of them.
pub struct AllActions {
    /// The one proposed last first.
    pub all: Vec<Known>,
    /// Places in `all` of those with an answer that says what was learned, the latest first.
    pub learned: Vec<usize>,
    /// Places in `all` of those whose effect is to be asked for, the earliest day first.
    pub asked: Vec<usize>,
    places: BTreeMap<ElementId, usize>,
    /// Wordings of which something of their own is said, by those that they were written to replace.
    reworded: store::Reworded,
}

/// All actions, as they are kept.
pub fn all_actions(cx: &mut Cx<'_, '_>) -> Result<Arc<AllActions>, AppError> {
    let revision = store::revision(cx.tx)?;
    cx.kept_from(
        revision,
        b"actions",
        |_: &AllActions| true,
        |cx, _| {
            let (all, reworded) = store::everything(cx.tx)?;
            let place = |holds: fn(&Known) -> bool| -> Vec<usize> {
                all.iter().enumerate().filter(|(_, one)| holds(one)).map(|(at, _)| at).collect()
            };
            let told = |one: &Known| {
                one.answer.is_some_and(|answer| answer != Answer::TooEarly)
                    && !one.learned.is_empty()
            };
            let mut learned = place(told);
            let mut asked = place(|one| one.next_ask_on.is_some());
            learned.sort_by_key(|at| std::cmp::Reverse(all.get(*at).map(|one| one.answered_at)));
            asked.sort_by_key(|at| all.get(*at).map(|one| one.next_ask_on));
            let places = all.iter().enumerate().map(|(at, one)| (one.element, at)).collect();
            Ok(AllActions { all, learned, asked, places, reworded })
        },
    )
}

impl AllActions {
    /// One of them; none for an element that is no action.
    pub fn of(&self, element: ElementId) -> Option<&Known> {
        self.all.get(*self.places.get(&element)?)
    }

    /// Those whose effect is asked for on a day and not answered, the earliest first.
    pub fn waiting(&self, on: Date) -> impl Iterator<Item = &Known> {
        let asked = self.asked.iter().filter_map(|at| self.all.get(*at));
        asked.take_while(move |one| one.next_ask_on.is_some_and(|day| day <= on))
    }

    /// Whether the effect of an element may be asked for: a draft has had none, and of what has a decided
    /// wording after it that says its own, that one is asked for.
    pub(super) fn is_asked_of(&self, structure: &Structure, element: &Element) -> bool {
        let after = self.reworded.get(&element.id).into_iter().flatten();
        let is_after = after.filter_map(|id| structure.element(*id)).any(|newer| has_been(newer));
        has_been(element) && !is_after
    }

    /// What was learned, the latest first.
    pub fn lessons(&self) -> impl Iterator<Item = &Known> {
        self.learned.iter().filter_map(|at| self.all.get(*at))
    }
}

/// Whether the effect of an element can be asked for: a draft has had none.
pub(super) fn has_been(element: &Element) -> bool {
    use ElementState as S;
    matches!(element.state, S::Adopted | S::Ended | S::Superseded)
}

/// The actions of a person whose effect waits for an answer, with since when.
pub fn waiting_of<'s>(
    cx: &mut Cx<'_, '_>,
    structure: &'s Structure,
    person: PersonId,
) -> Result<Vec<(&'s Element, Date)>, AppError> {
    let today = cx.today();
    let all = all_actions(cx)?;
    let found = all.waiting(today).filter_map(|one| {
        let element = structure.element(one.element)?;
        let mine = element.responsible == Some(person) && all.is_asked_of(structure, element);
        Some((element.as_ref(), one.next_ask_on?)).filter(|_| mine)
    });
    Ok(found.collect())
}

/// The actions at or under an org unit whose effect has waited since a day or longer.
pub fn waiting_under<'s>(
    cx: &mut Cx<'_, '_>,
    structure: &'s Structure,
    tops: &[OrgUnitId],
    until: Date,
) -> Result<Vec<(&'s Element, Date)>, AppError> {
    let all = all_actions(cx)?;
    let organisation = &structure.organisation;
    let found = all.waiting(until).filter_map(|one| {
        let element = structure.element(one.element)?;
        let under = tops.iter().any(|top| organisation.is_within(element.owner, *top));
        let asked = under && all.is_asked_of(structure, element);
        Some((element.as_ref(), one.next_ask_on?)).filter(|_| asked)
    });
    Ok(found.collect())
}
