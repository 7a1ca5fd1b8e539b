//! Planting the round of part-year reports: the accounts of all org units, half of them handed in.

use db::Tx;
use domain::elements::Structure;
use domain::followup::{
    AccountState, EventKind, Need, PartState, ReportTemplate, Round, RoundKind,
};
use domain::fulfilment::Fulfilment;
use domain::ids::{FollowUpId, OrgUnitId};
use domain::steering::SteeringModel;

use super::id_of;
use super::plant_judgements::fulfilment;
use super::plant_money::{fill, part_id};
use super::plant_thread::element_id;
use super::world::{self, ReportState, SentBack, UnitReport, World};
use super::{plant_money, plant_month, plant_open_round, plant_round_before};
use crate::elements::structures::Structures;
use crate::followup::making::{FIRST_AFTER_MONEY, Maker, number};
use crate::followup::store::{
    Account, Event, Part, insert_account, insert_event, insert_part, insert_remedies,
    insert_round_with,
};
use crate::measures::Few;
use crate::templates;
use crate::web::error::AppError;

/// How long after it was handed in an account was approved, in microseconds.
const UNTIL_APPROVED: i64 = 2 * 3_600 * 1_000_000;

pub(super) fn plant(tx: &mut Tx<'_>, world: &World, model: &SteeringModel) -> Result<(), AppError> {
    plant_open_round::causes(tx, world)?;
    plant_month::plant(tx, world, model)?;
    plant_round_before::plant(tx, world)?;
    let structure = Structures::default().at_head(tx, false)?;
    let template = templates::usual(model, RoundKind::Part);
    let round = plant_open_round::round(&template)?;
    insert_round_with(tx, &round, Some(&template))?;
    let few = plant_round_before::all_few(tx, &structure)?;
    for report in &world.reports {
        Planter { world, structure: &structure, round: &round, report, few: &few }.plant(tx)?;
    }
    Ok(())
}

struct Planter<'a> {
    world: &'a World,
    structure: &'a Structure,
    round: &'a Round,
    report: &'a UnitReport,
    few: &'a Few,
}

impl Planter<'_> {
    fn plant(&self, tx: &mut Tx<'_>) -> Result<(), AppError> {
        let account: FollowUpId = id_of("follow_up", &self.report.org);
        let org_unit: OrgUnitId = id_of("org", &self.report.org);
        let state = match self.report.state {
            ReportState::NotStarted => AccountState::NotStarted,
            ReportState::Draft => AccountState::Draft,
            ReportState::Submitted => AccountState::Submitted,
            ReportState::Approved => AccountState::Approved,
        };
        let approved =
            self.report.approved_by.as_deref().filter(|_| state == AccountState::Approved);
        let back = self.report.returned.as_ref();
        let at = match back {
            Some(back) => back.at.as_microsecond(),
            None => self.at() + if approved.is_some() { UNTIL_APPROVED } else { 0 },
        };
        let last = approved.or(back.map(|back| back.by.as_str()));
        insert_account(
            tx,
            &Account {
                id: account,
                round: self.round.id,
                org_unit,
                state,
                person_name: self.name(last.or(self.report.author.as_deref())),
                at,
                version: 1
                    + i64::from(state.is_handed_in() || back.is_some())
                    + i64::from(last.is_some()),
            },
        )?;
        let about = (self.round, self.world.today);
        let maker = Maker::knowing(tx, self.structure, (account, org_unit), about, self.few)?;
        for part in self.parts(&maker, state) {
            insert_part(tx, &part)?;
        }
        self.plant_remedies(tx)?;
        self.plant_events(tx, (account, state), at)
    }

    fn plant_events(
        &self,
        tx: &mut Tx<'_>,
        (account, state): (FollowUpId, AccountState),
        at: i64,
    ) -> Result<(), AppError> {
        let back = self.report.returned.as_ref();
        let author = self.report.author.as_deref();
        let approved =
            self.report.approved_by.as_deref().filter(|_| state == AccountState::Approved);
        if state.is_handed_in() || back.is_some() {
            self.event(tx, account, (EventKind::Submitted, None), author, self.at())?;
        }
        if back.is_some() {
            let by = back.map(|back| back.by.as_str());
            self.event(tx, account, (EventKind::Returned, back), by, at)?;
        }
        if approved.is_some() {
            self.event(tx, account, (EventKind::Approved, None), approved, at)?;
        }
        Ok(())
    }

    fn at(&self) -> i64 {
        self.report.changed.map_or(0, jiff::Timestamp::as_microsecond)
    }

    fn name(&self, person: Option<&str>) -> String {
        person
            .and_then(|word| self.world.person(word))
            .map(|person| person.name.clone())
            .unwrap_or_default()
    }

    fn parts(&self, maker: &Maker<'_>, state: AccountState) -> Vec<Part> {
        let mut money = plant_money::parts(self.world, self.report, maker);
        number(&mut money, 0);
        let mut parts = match (state, self.report.parts.is_empty()) {
            (AccountState::NotStarted, _) => Vec::new(),
            (AccountState::Draft, true) => {
                let before = ReportTemplate::before_templates(RoundKind::Part);
                let mut count = 0;
                maker.all(&before, || {
                    count += 1;
                    part_id(self.report, &format!("made/{count}"))
                })
            }
            _ => self.written(maker, state),
        };
        number(&mut parts, FIRST_AFTER_MONEY);
        let back = self.report.returned.as_ref();
        if state.is_handed_in() || back.is_some() {
            let sent_back = back.map(|back| part_id(self.report, &back.about));
            for part in parts.iter_mut().chain(&mut money) {
                let is_back = sent_back == Some(part.id);
                part.state = if is_back { PartState::Left } else { PartState::Done };
            }
        }
        if state != AccountState::NotStarted {
            for part in parts.iter_mut().chain(&mut money).filter(|part| !part.text.is_empty()) {
                part.person_name = self.name(self.report.author.as_deref());
                part.at = self.at();
            }
        }
        money.extend(parts);
        money
    }

    /// The parts that the data lists, the judged goals and the summary.
    fn written(&self, maker: &Maker<'_>, state: AccountState) -> Vec<Part> {
        let mut parts = Vec::new();
        for sent in &self.report.parts {
            let id = part_id(self.report, &sent.about);
            let made = match sent.kind {
                Some(world::PartKind::Measure) => maker.measure(id, element_id(&sent.about)),
                Some(world::PartKind::Activity) => self
                    .structure
                    .element(element_id(&sent.about))
                    .map(|element| maker.activity(id, element)),
                _ => None,
            };
            let Some(mut part) = made else { continue };
            if !sent.deviates {
                part.needs.clear();
            } else if part.needs.is_empty() {
                part.needs.push(Need::Worsening);
            }
            fill(&mut part, sent);
            parts.push(part);
        }
        let org_unit: OrgUnitId = id_of("org", &self.report.org);
        for judgement in &self.world.judgements {
            let element = self.structure.element(element_id(&judgement.element));
            let Some(element) = element.filter(|element| element.owner == org_unit) else {
                continue;
            };
            let level = Some(fulfilment(judgement.outcome))
                .filter(|level| *level != Fulfilment::NotAssessed);
            if judgement.stage != world::Stage::Unit || level.is_none() {
                continue;
            }
            let mut part = maker.goal(part_id(self.report, &judgement.element), element);
            part.level = level;
            let proposed = judgement.proposal.map(fulfilment).or(part.proposed);
            if proposed != part.proposed {
                // The values have moved since the proposal was made; its reason no longer fits.
                part.proposal_reason.clear();
                part.proposed = proposed;
            }
            part.needs.clear();
            part.text = judgement.text.clone().unwrap_or_default();
            part.reason = judgement.reason.clone().unwrap_or_default();
            part.state = PartState::Done;
            parts.push(part);
        }
        let mut summary = maker.summary(part_id(self.report, "sammanfattning"));
        summary.text = self.report.summary.clone().unwrap_or_default();
        parts.push(summary);
        if state == AccountState::Draft {
            parts.sort_by_key(|part| (part.kind.is_closing(), !part.is_usual(), part.kind));
        }
        parts
    }

    fn plant_remedies(&self, tx: &mut Tx<'_>) -> Result<(), AppError> {
        for sent in self.report.parts.iter().filter(|sent| !sent.actions.is_empty()) {
            let remedies: Vec<_> = sent.actions.iter().map(|word| element_id(word)).collect();
            insert_remedies(tx, part_id(self.report, &sent.about), &remedies)?;
        }
        Ok(())
    }

    fn event(
        &self,
        tx: &mut Tx<'_>,
        account: FollowUpId,
        (kind, back): (EventKind, Option<&SentBack>),
        person: Option<&str>,
        at: i64,
    ) -> Result<(), AppError> {
        insert_event(
            tx,
            &Event {
                id: id_of("follow_up_event", &format!("{}/{}", self.report.org, kind.code())),
                account,
                part: back.map(|back| part_id(self.report, &back.about)),
                kind,
                comment: back.map(|back| back.comment.clone()).unwrap_or_default(),
                person: id_of("person", person.unwrap_or_default()),
                person_name: self.name(person),
                at,
                version: if kind == EventKind::Submitted { 2 } else { 3 },
            },
        )
    }
}
