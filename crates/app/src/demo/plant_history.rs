//! The year so far: what was otherwise when it began, and when it became as it is. A municipality
//! has a history, and pages of another day something to show.

use std::collections::BTreeMap;
use std::sync::Arc;

use db::{Author, Db, Tenant, Tx};
use domain::elements::{Element, ElementState};
use domain::ids::{ElementId, OrgUnitId};
use domain::measures::{Outcome, OutcomeValue, Standing};
use domain::organisation::OrgUnit;
use domain::periods::Period;
use jiff::ToSpan;
use jiff::civil::{Date, date};
use rust_decimal::Decimal;

use super::plant_progress::{self, Told};
use super::plant_thread::element_id;
use super::world::World;
use super::{id_of, plant_acceptance, plant_decisions, plant_judged_before, plant_values};
use crate::elements::store::{change_element, element, keep_target, targets_of};
use crate::measures::store::{all_of_measure, correct_outcome};
use crate::organisation::store::{change_org_unit, organisation};
use crate::web::error::AppError;

/// The first working day that the invented municipality used the system.
const BEGAN: Date = date(2026, 1, 12);
/// When the first months of the year were judged.
const JUDGED: Date = date(2026, 5, 13);
const A_DAY: i64 = 24 * 3_600 * 1_000_000;

const REWORDED: &str = "akt-nya-lokaler-pa-angsbacken";
const HANDED_OVER: &str = "akt-kostnadsberakna-grupper-om-tolv-barn";
const DELAYED: &str = "akt-gemensam-pool-for-forskollarare";
const RENAMED: &str = "tallkottens-forskola";
/// Whose target is raised, and a value of which is put right.
const MEASURE: &str = "sprakutveckling";

/// When it was some day, for a world in which it is `at` today.
fn instant(world: &World, day: Date, at: i64) -> i64 {
    let days = day.until(world.today).map_or(0, |span| i64::from(span.get_days()));
    at - days * A_DAY
}

/// When the first things were written.
pub(super) fn began(world: &World, at: i64) -> i64 {
    instant(world, BEGAN, at)
}

/// The day from which it is told what happened and what was read.
pub(super) fn told_from() -> Date {
    BEGAN
}

type Work = fn(&mut Tx<'_>) -> Result<(), AppError>;

/// What happened, in order.
const HAPPENED: &[(Date, &str, Work)] = &[
    (date(2026, 1, 13), "Demo", as_it_was),
    (date(2026, 3, 2), "Åsa Wiklund", |tx| rename(tx, "Tallkottens förskola")),
    (date(2026, 3, 9), "Kerstin Öberg", plant_acceptance::in_march),
    (date(2026, 4, 20), "Lena Holm", |tx| {
        change(tx, HANDED_OVER, "change", |it| {
            it.responsible = Some(id_of("person", "cecilia-nord"));
        })
    }),
    (date(2026, 5, 11), "Lena Holm", |tx| {
        change(tx, REWORDED, "change", |it| {
            "Nya lokaler på Ängsbacken".clone_into(&mut it.title);
        })?;
        change(tx, REWORDED, "adopt", |it| it.state = ElementState::Adopted)
    }),
    (date(2026, 5, 18), "Cecilia Nord", |tx| {
        correct(tx, -9, "En avdelning hade räknats två gånger.")
    }),
    (date(2026, 6, 1), "Lena Holm", |tx| {
        change(tx, DELAYED, "change", |it| it.ends_on = Some(date(2026, 7, 15)))
    }),
    (date(2026, 6, 15), "Cecilia Nord", |tx| level(tx, 3)),
    (date(2026, 6, 15), "Kerstin Öberg", plant_acceptance::in_june),
];

/// Changes what was just planted back to what it was when the year began.
fn as_it_was(tx: &mut Tx<'_>) -> Result<(), AppError> {
    rename(tx, "Tallbackens förskola")?;
    change(tx, HANDED_OVER, "change", |it| it.responsible = Some(id_of("person", "lena-holm")))?;
    change(tx, REWORDED, "withdraw", |it| {
        it.state = ElementState::Draft;
        "Fler platser på Ängsbacken".clone_into(&mut it.title);
    })?;
    change(tx, DELAYED, "change", |it| it.ends_on = Some(date(2026, 5, 31)))?;
    correct(tx, 9, "Kartläggningen lästes in på nytt.")?;
    level(tx, -3)
}

fn change(
    tx: &mut Tx<'_>,
    word: &str,
    action: &'static str,
    work: impl FnOnce(&mut Element),
) -> Result<(), AppError> {
    let id: ElementId = element_id(word);
    let Some(mut now) = element(tx, id)? else { return Ok(()) };
    now.version += 1;
    work(&mut now);
    change_element(tx, action, &now)
}

fn rename(tx: &mut Tx<'_>, name: &str) -> Result<(), AppError> {
    let id: OrgUnitId = id_of("org", RENAMED);
    let all = organisation(tx)?;
    let Some(unit) = all.get(id) else { return Ok(()) };
    let (name, version) = (name.to_owned(), unit.version + 1);
    change_org_unit(tx, "rename", &OrgUnit { name, version, ..OrgUnit::clone(unit) })
}

/// Moves the target of the year by so many per cent.
fn level(tx: &mut Tx<'_>, by: i64) -> Result<(), AppError> {
    let year = Period::year_of(BEGAN.year());
    for mut target in targets_of(tx, element_id(MEASURE))? {
        if target.period == year && target.org_unit.is_none() {
            target.low = target.low.map(|low| low + Decimal::from(by));
            target.version += 1;
            keep_target(tx, &target)?;
        }
    }
    Ok(())
}

/// Moves a value of the year before by so many per cent: wrongly, and right again.
fn correct(tx: &mut Tx<'_>, by: i64, reason: &str) -> Result<(), AppError> {
    let before = i32::from(BEGAN.year()) - 1;
    let all = all_of_measure(tx, element_id(MEASURE))?;
    let measured = all.into_iter().filter_map(|one| Some((one.value.number()?, one)));
    let mut of_year = measured
        .filter(|(_, one)| i32::from(one.period.year()) == before && one.breakdown.is_empty());
    let Some((value, one)) = of_year.next() else { return Ok(()) };
    let before = Standing { value: one.value, quality: one.quality };
    let value = OutcomeValue::Measured(value + Decimal::from(by));
    correct_outcome(tx, &Outcome { value, version: one.version + 1, ..one }, before, reason)
}

/// What is written on one day.
enum Written {
    Happened(Work),
    Progress(Arc<Vec<Told>>),
    Decided(String),
    Values(Date, Arc<Vec<Outcome>>),
    Judged,
}

/// Plants everything after the first day in the order of time; values are reported some days after
/// their period has ended.
pub(super) fn plant(db: &Db, tenant: Tenant, world: &Arc<World>, at: i64) -> Result<(), AppError> {
    let mut days: Vec<(Date, &str, Written)> =
        HAPPENED.iter().map(|(day, who, work)| (*day, *who, Written::Happened(*work))).collect();
    days.push((JUDGED, "Demo", Written::Judged));
    let mut told: BTreeMap<Date, Vec<Told>> = BTreeMap::new();
    for one in plant_progress::later(world, BEGAN) {
        told.entry(one.day).or_default().push(one);
    }
    days.extend(
        told.into_iter().map(|(day, told)| (day, "Demo", Written::Progress(Arc::new(told)))),
    );
    for decision in world.decisions.iter().filter(|one| plant_decisions::is_later(one)) {
        days.push((decision.date, "Demo", Written::Decided(decision.id.clone())));
    }
    for (ended, readings) in plant_values::later_readings(world, BEGAN) {
        let next = ended.saturating_add(1.month()).first_of_month();
        let reported = next.saturating_add(9.days()).min(world.today);
        days.push((reported, "Demo", Written::Values(ended, Arc::new(readings))));
    }
    days.sort_by_key(|(day, _, _)| *day);
    for (day, who, written) in days {
        let at = instant(world, day, at);
        let author = Author { name: who.to_owned(), at, ..Author::default() };
        match written {
            Written::Happened(work) => db.write(tenant, &author, work)?,
            Written::Judged => {
                let world = Arc::clone(world);
                db.write(tenant, &author, move |tx| plant_judged_before::plant(tx, &world, 1))?;
            }
            Written::Progress(told) => {
                db.write(tenant, &author, move |tx| told.iter().try_for_each(|one| one.plant(tx)))?;
            }
            Written::Decided(word) => {
                let world = Arc::clone(world);
                db.write(tenant, &author, move |tx| {
                    let mut all = world.decisions.iter();
                    let found = all.find(|one| one.id == word);
                    found.map_or(Ok(()), |one| plant_decisions::decide(tx, &world, one))
                })?;
            }
            Written::Values(ended, readings) => {
                let world = Arc::clone(world);
                db.write(tenant, &author, move |tx| {
                    plant_values::report(tx, &world, ended, &readings)
                })?;
            }
        }
    }
    Ok(())
}
