//! Planting the round in April, so that "this is what you wrote" has something to show.

use db::Tx;
use domain::elements::Structure;
use domain::followup::{AccountState, PartKind, PartState, Round, RoundKind, RoundPlan};
use domain::ids::{FollowUpId, OrgUnitId, PartId};
use domain::steering::Role;
use jiff::civil::date;

use super::id_of;
use super::plant_thread::element_id;
use super::world::World;
use crate::elements::structures::Structures;
use crate::followup::making::Maker;
use crate::followup::store::{Account, Part, insert_account, insert_part, insert_round};
use crate::measures::Few;
use crate::web::error::AppError;

/// Whose accounts never came.
const NEVER_CAME: [&str; 2] = ["hamnskolan", "korttidshemmet-vinden"];

fn round() -> Result<Round, AppError> {
    Ok(Round {
        id: id_of("round", "uppfoljning-2026-04"),
        title: "Uppföljning januari–april 2026".to_owned(),
        period: "2026-T1".parse()?,
        opens_on: date(2026, 4, 20),
        due_on: date(2026, 5, 8),
        closes_on: date(2026, 5, 15),
        version: 1,
        plan: RoundPlan::of(RoundKind::Part),
    })
}

pub(super) fn plant(tx: &mut Tx<'_>, world: &World) -> Result<(), AppError> {
    let structure = Structures::default().at_head(tx, false)?;
    let round = round()?;
    insert_round(tx, &round)?;
    plant_what_never_came(tx, &round)?;
    let few = all_few(tx, &structure)?;
    let leaders = world.leaders();
    for org in orgs(world) {
        let leader = leaders.of(org).and_then(|id| world.person(id));
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
                person_name: leader.map(|one| one.name.clone()).unwrap_or_default(),
                at,
                version: 1,
            },
        )?;
        let maker =
            Maker::knowing(tx, &structure, (account, org_unit), (&round, round.due_on), &few)?;
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

fn plant_what_never_came(tx: &mut Tx<'_>, round: &Round) -> Result<(), AppError> {
    for org in NEVER_CAME {
        insert_account(
            tx,
            &Account {
                id: id_of("follow_up", &format!("april/{org}")),
                round: round.id,
                org_unit: id_of("org", org),
                state: AccountState::NotStarted,
                person_name: String::new(),
                at: 0,
                version: 1,
            },
        )?;
    }
    Ok(())
}

/// Those who wrote something in April.
fn orgs(world: &World) -> Vec<&str> {
    let mut orgs: Vec<&str> = world.last_texts.iter().map(|text| text.org.as_str()).collect();
    orgs.dedup();
    orgs
}

/// What is about too few people, of all measures: read once for all accounts.
pub(super) fn all_few(tx: &mut Tx<'_>, structure: &Structure) -> Result<Few, AppError> {
    let measures = structure.elements().filter(|one| one.role == Role::Measure);
    let ids: Vec<_> = measures.map(|one| one.id).collect();
    Few::read(tx, structure, &ids)
}
