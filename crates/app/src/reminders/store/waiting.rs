//! What waits, where no other slice asks for it already.

use std::collections::BTreeMap;

use db::{DbError, Tx, params};
use domain::access::AccessRole;
use domain::ids::{ElementId, FollowUpId, OrgUnitId, PersonId, RoundId};
use domain::periods::Period;
use jiff::civil::Date;

use crate::elements::store::{among, ask, ask_with};

/// An account that is handed in and waits to be approved.
#[derive(Clone, Copy, Debug)]
pub(in crate::reminders) struct Submitted {
    pub(in crate::reminders) id: FollowUpId,
    pub(in crate::reminders) org_unit: OrgUnitId,
    /// Who handed it in, which somebody else approves.
    pub(in crate::reminders) by: PersonId,
}

/// The accounts of a round that wait to be approved.
pub(in crate::reminders) fn submitted_in(
    tx: &mut Tx<'_>,
    round: RoundId,
) -> Result<Vec<Submitted>, DbError> {
    tx.all(
        "select f.follow_up_id, f.org_unit_id, e.person_id from follow_ups f \
         join follow_up_events e on e.tenant = f.tenant and e.follow_up_id = f.follow_up_id \
         and e.kind = 'submitted' where f.tenant = $1 and f.round_id = $2 \
         and f.state = 'submitted' and not exists (select 1 from follow_up_events s \
         where s.tenant = $1 and s.follow_up_id = f.follow_up_id and s.kind = 'submitted' \
         and s.version > e.version)",
        params![round.bytes()],
        |row| Ok(Submitted { id: row.id(0)?, org_unit: row.id(1)?, by: row.id(2)? }),
    )
}

/// Who hands in the accounts of a round that are not handed in: those who answer for them, and those
/// who stand in for them on a day.
pub(in crate::reminders) fn handing_in(
    tx: &mut Tx<'_>,
    round: RoundId,
    today: Date,
) -> Result<Vec<(FollowUpId, OrgUnitId, PersonId)>, DbError> {
    tx.all(
        "select f.follow_up_id, f.org_unit_id, g.person_id from follow_ups f join grants g \
         on g.tenant = f.tenant and g.org_unit_id = f.org_unit_id and g.role in ($4, $5) \
         and g.valid_from <= $3 and (g.valid_to is null or g.valid_to >= $3) \
         where f.tenant = $1 and f.round_id = $2 and f.state in ('not_started', 'draft') \
         union select f.follow_up_id, f.org_unit_id, s.person_id from follow_ups f \
         join follow_up_substitutes s on s.tenant = f.tenant and s.follow_up_id = f.follow_up_id \
         and s.ended_at is null and s.valid_from <= $3 and s.valid_to >= $3 \
         where f.tenant = $1 and f.round_id = $2 and f.state in ('not_started', 'draft')",
        params![
            round.bytes(),
            today.to_string(),
            AccessRole::Manager.code(),
            AccessRole::Provider.code()
        ],
        |row| Ok((row.id(0)?, row.id(1)?, row.id(2)?)),
    )
}

/// Who leads some org units themselves on a day.
pub(in crate::reminders) fn leaders_at(
    tx: &mut Tx<'_>,
    org_units: impl IntoIterator<Item = OrgUnitId>,
    today: Date,
) -> Result<BTreeMap<OrgUnitId, Vec<PersonId>>, DbError> {
    let found: Vec<(OrgUnitId, PersonId)> = ask_with(
        tx,
        among!(
            "select org_unit_id, person_id from grants where tenant = $1 and role = $34 \
             and valid_from <= $35 and (valid_to is null or valid_to >= $35) and org_unit_id"
        ),
        org_units.into_iter().map(OrgUnitId::bytes),
        &[AccessRole::Manager.code().into(), today.to_string().into()],
        |row| Ok((row.id(0)?, row.id(1)?)),
    )?;
    let mut all: BTreeMap<OrgUnitId, Vec<PersonId>> = BTreeMap::new();
    for (org_unit, person) in found {
        all.entry(org_unit).or_default().push(person);
    }
    Ok(all)
}

/// How far the values of a measure have come: the latest period, and how many series end there.
#[derive(Clone, Copy, Debug)]
pub(in crate::reminders) struct Late {
    pub(in crate::reminders) measure: ElementId,
    pub(in crate::reminders) latest: Period,
    pub(in crate::reminders) series: i64,
}

/// How far the values of some measures have come, at the org units that there are on a day.
pub(in crate::reminders) fn series_of_measures(
    tx: &mut Tx<'_>,
    measures: impl IntoIterator<Item = ElementId>,
    today: Date,
) -> Result<Vec<Late>, DbError> {
    ask_with(
        tx,
        concat!(
            among!(
                "select s.measure_id, s.latest, count(*) from series s join org_units u \
                 on u.tenant = s.tenant and u.org_unit_id = s.org_unit_id \
                 where s.tenant = $1 and s.latest <> '' \
                 and (u.valid_to is null or u.valid_to >= $34) and s.measure_id"
            ),
            " group by s.measure_id, s.latest"
        ),
        measures.into_iter().map(ElementId::bytes),
        &[today.to_string().into()],
        |row| Ok(Late { measure: row.id(0)?, latest: row.parsed(1)?, series: row.int(2)? }),
    )
}

/// How far the values that some org units record by themselves have come, by measure: those whose
/// latest value came neither by a file nor from another source.
pub(in crate::reminders) fn series_at(
    tx: &mut Tx<'_>,
    units: &[OrgUnitId],
) -> Result<Vec<(OrgUnitId, Late)>, DbError> {
    let mut found: Vec<(OrgUnitId, Late)> = ask(
        tx,
        among!(
            "select s.org_unit_id, s.measure_id, s.latest from series s join outcomes o \
             on o.tenant = s.tenant \
             and o.measure_id = s.measure_id and o.org_unit_id = s.org_unit_id \
             and o.breakdown = '' and o.period = s.latest \
             where s.tenant = $1 and s.latest <> '' \
             and o.import_id is null and o.origin = '' and s.org_unit_id"
        ),
        units.iter().map(|unit| unit.bytes()),
        |row| {
            let late = Late { measure: row.id(1)?, latest: row.parsed(2)?, series: 1 };
            Ok((row.id(0)?, late))
        },
    )?;
    found.sort_by_key(|(org_unit, late)| (*org_unit, late.measure));
    Ok(found)
}
