//! Planting the round of part-year reports: the accounts of all org units, half of them handed in,
//! and the round before it.

use db::Tx;
use domain::elements::Structure;
use domain::followup::{AccountState, EventKind, Need, PartKind, PartState, Round};
use domain::fulfilment::Fulfilment;
use domain::ids::{FollowUpId, OrgUnitId, PartId};
use jiff::civil::date;

use super::id_of;
use super::plant_thread::element_id;
use super::plant_values::fulfilment;
use super::world::{self, Budget, ReportPart, ReportState, UnitReport, World};
use crate::elements::structures::Structures;
use crate::followup::making::{FIRST_AFTER_MONEY, Maker, number};
use crate::followup::store::{
    Account, Event, Part, insert_account, insert_causes, insert_event, insert_part,
    insert_remedies, insert_round,
};
use crate::i18n::{Language, decimal};
use crate::web::error::AppError;

/// How long after it was handed in an account was approved, in microseconds.
const UNTIL_APPROVED: i64 = 2 * 3_600 * 1_000_000;

pub(super) fn plant(tx: &mut Tx<'_>, world: &World) -> Result<(), AppError> {
    plant_causes(tx, world)?;
    plant_round_before(tx, world)?;
    let structure = Structures::default().at_head(tx, false)?;
    let round = Round {
        id: id_of("round", "delar-2026-08"),
        title: "Delårsrapport januari–augusti 2026".to_owned(),
        period: "2026-T2".parse()?,
        opens_on: date(2026, 8, 10),
        due_on: date(2026, 9, 4),
        closes_on: date(2026, 9, 13),
        version: 1,
    };
    insert_round(tx, &round)?;
    for report in &world.reports {
        Planter { world, structure: &structure, round: &round, report }.plant(tx)?;
    }
    Ok(())
}

fn plant_causes(tx: &mut Tx<'_>, world: &World) -> Result<(), AppError> {
    for measure in &world.measures {
        let topic = world.causes.iter().find(|topic| Some(&topic.topic) == measure.topic.as_ref());
        if let Some(topic) = topic {
            insert_causes(tx, element_id(&measure.id), &topic.causes)?;
        }
    }
    Ok(())
}

/// The round in April, so that "this is what you wrote" has something to show.
fn plant_round_before(tx: &mut Tx<'_>, world: &World) -> Result<(), AppError> {
    let structure = Structures::default().at_head(tx, false)?;
    let round = Round {
        id: id_of("round", "uppfoljning-2026-04"),
        title: "Uppföljning januari–april 2026".to_owned(),
        period: "2026-T1".parse()?,
        opens_on: date(2026, 4, 20),
        due_on: date(2026, 5, 8),
        closes_on: date(2026, 5, 15),
        version: 1,
    };
    insert_round(tx, &round)?;
    let mut orgs: Vec<&str> = world.last_texts.iter().map(|text| text.org.as_str()).collect();
    orgs.dedup();
    for org in orgs {
        let account: FollowUpId = id_of("follow_up", &format!("april/{org}"));
        let org_unit: OrgUnitId = id_of("org", org);
        let at = date(2026, 5, 6)
            .at(10, 0, 0, 0)
            .to_zoned(jiff::tz::TimeZone::UTC)?
            .timestamp()
            .as_microsecond();
        insert_account(
            tx,
            &Account {
                id: account,
                round: round.id,
                org_unit,
                state: AccountState::Approved,
                person_name: String::new(),
                at,
                version: 1,
            },
        )?;
        let maker = Maker::read(tx, &structure, (account, org_unit), &round, round.due_on)?;
        for (position, text) in (0..).zip(world.last_texts.iter().filter(|text| text.org == org)) {
            let id: PartId = id_of("part", &format!("april/{org}/{}", text.about));
            let kind = if text.about == "sammanfattning" {
                PartKind::Summary
            } else if world.measure(&text.about).is_some() {
                PartKind::Measure
            } else {
                PartKind::Goal
            };
            let subject = (kind != PartKind::Summary).then(|| element_id(&text.about));
            let title =
                subject.and_then(|id| structure.element(id)).map(|element| element.title.clone());
            insert_part(
                tx,
                &Part {
                    position,
                    subject,
                    state: PartState::Done,
                    text: text.text.clone(),
                    at,
                    ..maker.empty(id, kind, &title.unwrap_or_else(|| "Sammanfattning".to_owned()))
                },
            )?;
        }
    }
    Ok(())
}

struct Planter<'a> {
    world: &'a World,
    structure: &'a Structure,
    round: &'a Round,
    report: &'a UnitReport,
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
        let at = self.at() + if approved.is_some() { UNTIL_APPROVED } else { 0 };
        insert_account(
            tx,
            &Account {
                id: account,
                round: self.round.id,
                org_unit,
                state,
                person_name: self.name(approved.or(self.report.author.as_deref())),
                at,
                version: 1 + i64::from(state.is_handed_in()) + i64::from(approved.is_some()),
            },
        )?;
        let maker =
            Maker::read(tx, self.structure, (account, org_unit), self.round, self.world.today)?;
        for part in self.parts(&maker, state) {
            insert_part(tx, &part)?;
        }
        self.plant_remedies(tx)?;
        if state.is_handed_in() {
            self.event(
                tx,
                account,
                EventKind::Submitted,
                self.report.author.as_deref(),
                self.at(),
            )?;
        }
        if approved.is_some() {
            self.event(tx, account, EventKind::Approved, approved, at)?;
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

    fn part_id(&self, about: &str) -> PartId {
        id_of("part", &format!("{}/{about}", self.report.org))
    }

    fn parts(&self, maker: &Maker<'_>, state: AccountState) -> Vec<Part> {
        let mut money = self.money(maker);
        number(&mut money, 0);
        let mut parts = match (state, self.report.parts.is_empty()) {
            (AccountState::NotStarted, _) => Vec::new(),
            (AccountState::Draft, true) => {
                let mut count = 0;
                maker.all(|| {
                    count += 1;
                    self.part_id(&format!("made/{count}"))
                })
            }
            _ => self.written(maker, state),
        };
        number(&mut parts, FIRST_AFTER_MONEY);
        if state.is_handed_in() {
            for part in parts.iter_mut().chain(&mut money) {
                part.state = PartState::Done;
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

    fn money(&self, maker: &Maker<'_>) -> Vec<Part> {
        let listed: Vec<&ReportPart> = self
            .report
            .parts
            .iter()
            .filter(|part| part.kind == Some(world::PartKind::Economy))
            .collect();
        let budget = self.world.budgets.iter().find(|budget| budget.org == self.report.org);
        let made = budget.map(|budget| {
            [
                ("Utfall januari–augusti", outcome_text(budget)),
                ("Prognos för helåret", forecast_text(budget)),
            ]
        });
        let mut parts: Vec<Part> = made
            .into_iter()
            .flatten()
            .map(|(title, text)| Part {
                automatic_text: text,
                ..maker.empty(self.part_id(title), PartKind::Economy, title)
            })
            .collect();
        for sent in listed {
            if let Some(part) = parts.iter_mut().find(|part| part.title == sent.about) {
                fill(part, sent);
                continue;
            }
            let id = self.part_id(&sent.about);
            let measure = self.world.measures.iter().find(|measure| measure.name == sent.about);
            let made = measure.and_then(|measure| maker.measure(id, element_id(&measure.id)));
            let mut part = made.unwrap_or_else(|| maker.empty(id, PartKind::Economy, &sent.about));
            part.kind = PartKind::Economy;
            part.needs.clear();
            fill(&mut part, sent);
            parts.push(part);
        }
        parts
    }

    /// The parts that the data lists, the judged goals and the summary.
    fn written(&self, maker: &Maker<'_>, state: AccountState) -> Vec<Part> {
        let mut parts = Vec::new();
        for sent in &self.report.parts {
            let id = self.part_id(&sent.about);
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
            let mut part = maker.goal(self.part_id(&judgement.element), element);
            part.level = level;
            let proposed = judgement.proposal.map(fulfilment).or(part.proposed);
            if proposed != part.proposed {
                // The values have moved since the proposal was made; its reason no longer fits.
                part.proposal_reason.clear();
                part.proposed = proposed;
            }
            part.needs.clear();
            part.text = judgement.text.clone().unwrap_or_default();
            part.state = PartState::Done;
            parts.push(part);
        }
        let mut summary = maker.summary(self.part_id("sammanfattning"));
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
            insert_remedies(tx, self.part_id(&sent.about), &remedies)?;
        }
        Ok(())
    }

    fn event(
        &self,
        tx: &mut Tx<'_>,
        account: FollowUpId,
        kind: EventKind,
        person: Option<&str>,
        at: i64,
    ) -> Result<(), AppError> {
        insert_event(
            tx,
            &Event {
                id: id_of("follow_up_event", &format!("{}/{}", self.report.org, kind.code())),
                account,
                part: None,
                kind,
                comment: String::new(),
                person: id_of("person", person.unwrap_or_default()),
                person_name: self.name(person),
                at,
                version: if kind == EventKind::Submitted { 2 } else { 3 },
            },
        )
    }
}

fn fill(part: &mut Part, sent: &ReportPart) {
    part.causes.clone_from(&sent.causes);
    part.text = sent.text.clone().unwrap_or_default();
    part.level = sent.forecast.map(fulfilment);
    if sent.done {
        part.state = PartState::Done;
    }
}

fn kronor(amount: i64) -> String {
    format!("{} kronor", decimal(Language::Swedish, amount.into()))
}

fn outcome_text(budget: &Budget) -> String {
    format!(
        "Utfallet till och med augusti är {}. Budgeten för hela året är {}.",
        kronor(budget.outcome),
        kronor(budget.budget)
    )
}

fn forecast_text(budget: &Budget) -> String {
    let difference = budget.forecast - budget.budget;
    let beside = match difference {
        0 => "lika mycket som budget".to_owned(),
        more if more > 0 => format!("{} mer än budget", kronor(more)),
        less => format!("{} mindre än budget", kronor(-less)),
    };
    let comment = budget.comment.as_deref().unwrap_or_default();
    format!("Prognosen för året är {}, {beside}. {comment}", kronor(budget.forecast))
        .trim_end()
        .to_owned()
}
