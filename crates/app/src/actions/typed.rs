//! The fields of an action as typed, and what they become.

use domain::actions::{ActionFacts, FactsProblem, ImprovementKind, LONGEST_TOLD, usual_day};
use domain::elements::{Element, ElementState};
use domain::ids::ElementId;
use domain::steering::Role;
use jiff::civil::Date;

use super::place::{Place, activity_type};
use crate::cx::Cx;
use crate::i18n::{Texts, date};
use crate::web::error::AppError;
use crate::web::fields::Fields;
use crate::web::ui::Problem;

/// Longest sentence.
const LONGEST_TITLE: usize = 200;

/// The fields as typed.
#[derive(Clone, Default, Debug)]
pub struct TypedAction {
    /// The identity that the form brought, so that sending twice makes one.
    pub id: String,
    /// What is to be done.
    pub title: String,
    pub(super) goal: String,
    pub(super) responsible: String,
    pub(super) ends_on: String,
    pub(super) said: TypedFacts,
}

/// What is said of an action, as typed.
#[derive(Clone, Default, Debug)]
pub(super) struct TypedFacts {
    pub(super) kind: String,
    pub(super) expected: String,
    pub(super) measure: String,
    pub(super) unit: String,
    pub(super) wanted: String,
    pub(super) followed_by: String,
    pub(super) ask_on: String,
    pub(super) map_link: String,
}

/// What a proposed action consists of.
pub(super) type Proposed = (Element, ElementId, ActionFacts);

impl TypedAction {
    /// Before anything is typed: answered for by who writes, about what the place is about.
    pub fn blank(cx: &Cx<'_, '_>, place: &Place<'_>) -> Result<Self, AppError> {
        let only = |all: &[&Element]| all.first().map(|one| one.id.to_string());
        let about_measure = place.origin.is_some();
        let measure = only(&place.measures).filter(|_| about_measure).unwrap_or_default();
        Ok(Self {
            id: cx.new_id::<ElementId>().to_string(),
            responsible: cx.person_id()?.to_string(),
            goal: only(&place.goals).unwrap_or_default(),
            said: TypedFacts { measure, ..TypedFacts::default() },
            ..Self::default()
        })
    }

    /// What the form brought.
    pub fn sent(form: &Fields) -> Self {
        let text = |name: &str| form.text(name).to_owned();
        Self {
            id: text("id"),
            title: text("titel"),
            goal: text("mal"),
            responsible: text("ansvarig"),
            ends_on: text("klar"),
            said: TypedFacts::sent(form),
        }
    }

    /// Gives the form an identity when it brought none, to be shown again.
    pub fn renew_id(&mut self, cx: &Cx<'_, '_>) {
        if self.id.parse::<ElementId>().is_err() {
            self.id = cx.new_id::<ElementId>().to_string();
        }
    }

    /// The action that the fields tell of, or everything that is wrong with them.
    pub(super) fn read(
        &self,
        cx: &Cx<'_, '_>,
        place: &Place<'_>,
    ) -> Result<Proposed, Vec<Problem>> {
        let (texts, today) = (cx.texts(), cx.today());
        let mut problems = Vec::new();
        let id: Option<ElementId> = self.id.parse().ok();
        // Without an identity of its own, sending twice would make two.
        if id.is_none() {
            problems.push(Problem::at("titel", texts.actions_unreadable()));
        }
        let written = self.title.chars().count();
        if written == 0 {
            problems.push(Problem::at("titel", texts.actions_needs_title()));
        } else if written > LONGEST_TITLE {
            problems.push(Problem::at("titel", texts.web_too_long(LONGEST_TITLE, written)));
        }
        let goal = place.goal(self.goal.parse().ok());
        let of_type = goal.and_then(|goal| activity_type(place.structure, goal));
        if of_type.is_none() {
            problems.push(Problem::at("mal", texts.web_unknown_choice()));
        }
        let responsible = self.responsible.parse().ok();
        let responsible = place.people.iter().find(|(known, _)| Some(*known) == responsible);
        if responsible.is_none() {
            problems.push(Problem::at("ansvarig", texts.web_unknown_choice()));
        }
        let ends_on = self.ends_on.parse::<Date>().ok();
        match ends_on {
            None => problems.push(Problem::at("klar", texts.web_bad_date())),
            Some(day) if day < today => {
                problems.push(Problem::at("klar", texts.actions_past()));
            }
            Some(_) => {}
        }
        let facts = self.said.read(texts, (id, place), ends_on, today, &mut problems);
        match (id, goal, of_type, responsible) {
            (Some(id), Some(goal), Some(of_type), Some((responsible, _)))
                if problems.is_empty() =>
            {
                let element = Element {
                    id,
                    element_type: of_type.id.clone(),
                    role: Role::Activity,
                    owner: place.org_unit,
                    number: String::new(),
                    title: self.title.clone(),
                    text: String::new(),
                    responsible: Some(*responsible),
                    starts_on: Some(today),
                    ends_on,
                    state: ElementState::Draft,
                    decision: None,
                    version: 1,
                };
                Ok((element, goal.id, facts))
            }
            _ => Err(problems),
        }
    }
}

impl TypedFacts {
    /// What the form brought.
    pub(super) fn sent(form: &Fields) -> Self {
        let text = |name: &str| form.text(name).replace("\r\n", "\n");
        Self {
            kind: text("slag"),
            expected: text("effekt"),
            measure: text("matt"),
            unit: text("enhet"),
            wanted: text("riktning"),
            followed_by: text("uppfoljning"),
            ask_on: text("fraga"),
            map_link: text("karta"),
        }
    }

    /// What is kept.
    pub(super) fn kept(facts: &ActionFacts) -> Self {
        let id = |id: Option<String>| id.unwrap_or_default();
        Self {
            kind: facts.kind.map_or("", ImprovementKind::code).to_owned(),
            expected: facts.expected.clone(),
            measure: id(facts.measure.map(|one| one.to_string())),
            unit: id(facts.org_unit.map(|one| one.to_string())),
            wanted: facts.wanted.map_or("", |one| one.code()).to_owned(),
            followed_by: facts.followed_by.clone(),
            ask_on: id(facts.ask_on.map(|day| day.to_string())),
            map_link: facts.map_link.clone(),
        }
    }

    /// The facts that the fields tell of, with what is wrong added to the problems.
    pub(super) fn read(
        &self,
        texts: Texts,
        (id, place): (Option<ElementId>, &Place<'_>),
        ends_on: Option<Date>,
        today: Date,
        problems: &mut Vec<Problem>,
    ) -> ActionFacts {
        let mut unknown = |field: &'static str, text: &str, known: bool| {
            if !text.is_empty() && !known {
                problems.push(Problem::at(field, texts.web_unknown_choice()));
            }
        };
        let kind = self.kind.parse().ok();
        unknown("slag", &self.kind, kind.is_some());
        let measure = place.measure(self.measure.parse().ok()).map(|one| one.id);
        // What the form does not ask for is told of at a field that it has.
        let has = |shown: bool, field| if shown { field } else { "effekt" };
        let (measures, units) = (!place.measures.is_empty(), place.units.len() > 1);
        unknown(has(measures, "matt"), &self.measure, measure.is_some());
        let unit = self.unit.parse().ok();
        let unit = unit.filter(|unit| place.units.contains(unit));
        unknown(has(measures && units, "enhet"), &self.unit, unit.is_some());
        let wanted = self.wanted.parse().ok();
        unknown(has(measures, "riktning"), &self.wanted, wanted.is_some());
        let asked: Option<Date> = self.ask_on.parse().ok();
        if !self.ask_on.is_empty() && asked.is_none() {
            problems.push(Problem::at("fraga", texts.web_bad_date()));
        }
        let element = id.unwrap_or_else(|| ElementId::from([0; 16]));
        let facts = ActionFacts {
            kind,
            expected: self.expected.trim().to_owned(),
            measure,
            org_unit: unit.filter(|_| measure.is_some()),
            wanted,
            followed_by: self.followed_by.trim().to_owned(),
            ask_on: asked.or_else(|| ends_on.map(usual_day)),
            map_link: self.map_link.trim().to_owned(),
            origin: place.origin,
            ..ActionFacts::none(element)
        };
        if let Err(found) = facts.check(ends_on, today) {
            problems.extend(found.iter().map(|one| explain(texts, *one)));
        }
        facts
    }
}

/// A problem at its field.
fn explain(texts: Texts, problem: FactsProblem) -> Problem {
    use FactsProblem as P;
    match problem {
        P::LongExpected { written } => {
            Problem::at("effekt", texts.web_too_long(LONGEST_TOLD, written))
        }
        P::DirectionOfNothing => Problem::at("riktning", texts.actions_direction_of_nothing()),
        P::LongFollowedBy { written } => {
            Problem::at("uppfoljning", texts.web_too_long(LONGEST_TOLD, written))
        }
        P::AskedBeforeDone => Problem::at("fraga", texts.actions_asked_before_done()),
        P::AskedTooLate { latest } => {
            Problem::at("fraga", texts.actions_asked_too_late(date(texts.language, latest)))
        }
        P::UnsafeLink => Problem::at("karta", texts.actions_unsafe_link()),
    }
}
