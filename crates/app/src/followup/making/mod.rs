//! Making the parts of an account from the structure and the values: what needs words, the automatic
//! texts, the proposals and what was written last time. Done once, when the account is opened.

mod asked;
mod figures;
mod kinds;
mod values;

use std::collections::{BTreeMap, BTreeSet};

use db::Tx;
use domain::elements::{Element, Structure};
use domain::followup::{PartKind, PartState, ReportTemplate, Round, TemplateStop};
use domain::fulfilment::Progress;
use domain::ids::{ElementId, FollowUpId, OrgUnitId, PartId};
use domain::periods::Period;
use domain::steering::Role;
use jiff::civil::Date;

use super::store::{self, Part};
use crate::activities;
use crate::assessment::Below;
use crate::cx::Cx;
use crate::i18n::{Language, Texts, sort_key};
use crate::measures::Few;
use crate::web::error::AppError;
pub use figures::{Figures, Written, follow_now, follow_series};
use values::Values;

/// Everything the parts of one account are made from.
pub struct Maker<'a> {
    texts: Texts,
    structure: &'a Structure,
    account: FollowUpId,
    org_unit: OrgUnitId,
    today: Date,
    figures: Figures,
    progress: BTreeMap<ElementId, Progress>,
    earlier: Vec<(Period, Part)>,
    below: Below,
    /// Assignments that shall be answered in this very report.
    due: BTreeSet<ElementId>,
    round: Round,
}

impl<'a> Maker<'a> {
    /// Reads what the parts are made from. Kept texts are in Swedish, whoever opens the account.
    pub fn read(
        tx: &mut Tx<'_>,
        structure: &'a Structure,
        of: (FollowUpId, OrgUnitId),
        round: &Round,
        today: Date,
    ) -> Result<Self, AppError> {
        let values = Values::read(tx, structure, of.1)?;
        let few = Few::read(tx, structure, &values.measures())?;
        Self::with(tx, structure, of, (round, today), values, &few)
    }

    /// The same where what is about too few is known: it takes the values of the whole municipality.
    pub(crate) fn knowing(
        tx: &mut Tx<'_>,
        structure: &'a Structure,
        of: (FollowUpId, OrgUnitId),
        (round, today): (&Round, Date),
        few: &Few,
    ) -> Result<Self, AppError> {
        let values = Values::read(tx, structure, of.1)?;
        Self::with(tx, structure, of, (round, today), values, few)
    }

    /// The same for a visitor: what is about too few is kept from one account to the next.
    pub(super) fn opened(
        cx: &mut Cx<'_, '_>,
        structure: &'a Structure,
        of: (FollowUpId, OrgUnitId),
        round: &Round,
    ) -> Result<Self, AppError> {
        let values = Values::read(cx.tx, structure, of.1)?;
        let few = Few::of(cx, &values.measures())?;
        let today = cx.today();
        Self::with(cx.tx, structure, of, (round, today), values, &few)
    }

    fn with(
        tx: &mut Tx<'_>,
        structure: &'a Structure,
        (account, org_unit): (FollowUpId, OrgUnitId),
        (round, today): (&Round, Date),
        values: Values,
        few: &Few,
    ) -> Result<Self, AppError> {
        let figures = Figures::of(structure, (org_unit, today), values, few);
        let goals = structure.owned_by(org_unit).filter(|one| one.role == Role::Goal);
        let goals: Vec<ElementId> = goals.map(|one| one.id).collect();
        Ok(Self {
            texts: Texts::from(Language::Swedish),
            structure,
            account,
            org_unit,
            today,
            figures,
            progress: activities::store::progress_of(
                tx,
                structure
                    .owned_by(org_unit)
                    .filter(|element| matches!(element.role, Role::Activity | Role::Assignment))
                    .map(|element| element.id),
            )?,
            earlier: store::earlier_parts(tx, org_unit, round.due_on)?,
            below: Below::read(tx, structure, (&goals, org_unit), round.period.year())?,
            due: asked::due_assignments(tx, structure, org_unit, round)?,
            round: round.clone(),
        })
    }

    /// All parts but fetched money that a template asks for, in the order of the account.
    pub fn all(&self, template: &ReportTemplate, mut new_id: impl FnMut() -> PartId) -> Vec<Part> {
        let has = |stop| template.has(stop);
        let mut parts: Vec<Part> = Vec::new();
        if has(TemplateStop::Economy) {
            parts.push(self.forecast(new_id()));
        }
        parts.extend(self.measures(template, &mut new_id));
        let mut owned: Vec<&Element> =
            self.structure.owned_by(self.org_unit).map(AsRef::as_ref).collect();
        owned.sort_by_cached_key(|element| sort_key(&element.title));
        for element in &owned {
            let late =
                element.role == Role::Activity && !self.needs_of_activity(element).is_empty();
            if late && has(TemplateStop::Activities) {
                parts.push(self.activity(new_id(), element));
            }
            if has(TemplateStop::Assignments) && self.due.contains(&element.id) {
                parts.push(self.assignment(new_id(), element));
            }
            if has(TemplateStop::Goals) && element.role == Role::Goal && self.is_judged(element) {
                parts.push(self.goal(new_id(), element));
            }
        }
        if has(TemplateStop::Success) {
            parts.push(self.success(new_id()));
        }
        parts.sort_by_cached_key(|part| {
            let first = part.kind != PartKind::Forecast;
            (first, part.kind.is_closing(), !part.is_usual(), part.kind, sort_key(&part.title))
        });
        let level = self.structure.organisation.get(self.org_unit);
        let level = level.map_or("", |unit| unit.level.as_str());
        parts.extend(template.questions_for(level).map(|asked| self.question(new_id(), asked)));
        if has(TemplateStop::Summary) {
            parts.push(self.summary(new_id()));
        }
        number(&mut parts, FIRST_AFTER_MONEY);
        parts
    }

    /// The measures that the template asks about: those that deviate, those that do not, or both.
    fn measures(
        &self,
        template: &ReportTemplate,
        new_id: &mut impl FnMut() -> PartId,
    ) -> Vec<Part> {
        let made = self.figures.shown.keys().filter_map(|id| self.measure(new_id(), *id));
        let asks = |part: &Part| {
            let stop = if part.is_usual() { TemplateStop::Usual } else { TemplateStop::Deviations };
            template.has(stop)
        };
        made.filter(asks).collect()
    }

    fn is_judged(&self, element: &Element) -> bool {
        self.structure
            .model
            .element_type(&element.element_type)
            .is_some_and(domain::steering::ElementType::is_assessed)
    }

    /// A part without content.
    pub fn empty(&self, id: PartId, kind: PartKind, title: &str) -> Part {
        Part {
            scale_level: String::new(),
            id,
            account: self.account,
            position: 0,
            kind,
            subject: None,
            title: title.to_owned(),
            needs: Vec::new(),
            state: PartState::Left,
            automatic_text: String::new(),
            causes: Vec::new(),
            text: String::new(),
            text_version: 1,
            earlier_text: String::new(),
            earlier_period: None,
            level: None,
            proposed: None,
            proposal_reason: String::new(),
            reason: String::new(),
            reason_version: 1,
            person_name: String::new(),
            at: 0,
            version: 1,
            asked: None,
            eased: false,
        }
    }

    fn about(&self, id: PartId, kind: PartKind, element: &Element) -> Part {
        let earlier = self.earlier_about(kind, Some(element.id));
        Part {
            subject: Some(element.id),
            earlier_text: earlier.map(|(_, part)| part.text.clone()).unwrap_or_default(),
            earlier_period: earlier.map(|(period, _)| *period),
            ..self.empty(id, kind, &element.title)
        }
    }

    fn earlier_about(&self, kind: PartKind, subject: Option<ElementId>) -> Option<&(Period, Part)> {
        self.earlier.iter().find(|(_, part)| part.kind == kind && part.subject == subject)
    }
}

/// Parts about money stand first and may be there before the account is opened.
pub const FIRST_AFTER_MONEY: i64 = 100;

/// Gives parts their places.
pub fn number(parts: &mut [Part], first: i64) {
    for (position, part) in (first..).zip(parts) {
        part.position = position;
    }
}
