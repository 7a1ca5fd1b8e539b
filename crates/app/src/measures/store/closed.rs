//! SQL of what has been handed in or frozen: values of those times are corrected, not filled in.

use db::{DbError, Row, Tx};
use domain::ids::OrgUnitId;
use domain::measures::Closing;

use crate::elements::store::{among, ask};

/// So many org units are asked for a few at a time; of more, everything is read at once.
const FEW: usize = 192;

fn closing(row: &Row<'_>) -> Result<Closing, DbError> {
    Ok(Closing {
        org_unit: row.id(0)?,
        period: row.parsed(1)?,
        is_frozen: row.text(2)? == "frozen",
        by: row.text(3)?,
        at: row.int(4)?,
        round: row.text(5)?,
        closes_on: row.parsed(6)?,
    })
}

/// What some org units have handed in, and the reports that are frozen of them.
pub fn closings_of(tx: &mut Tx<'_>, org_units: &[OrgUnitId]) -> Result<Vec<Closing>, DbError> {
    if org_units.len() > FEW {
        return tx.all(
            "select f.org_unit_id, r.period, f.state, f.person_name, f.at, r.title, r.closes_on \
             from follow_ups f join rounds r on r.tenant = f.tenant and r.round_id = f.round_id \
             where f.tenant = $1 and (f.state = 'submitted' or f.state = 'approved') \
             union all \
             select p.org_unit_id, r.period, 'frozen', p.person_name, p.at, r.title, r.closes_on \
             from reports p join rounds r on r.tenant = p.tenant and r.round_id = p.round_id \
             where p.tenant = $1",
            &[],
            closing,
        );
    }
    let ids = || org_units.iter().map(|org_unit| org_unit.bytes());
    let mut found = ask(
        tx,
        among!(
            "select f.org_unit_id, r.period, f.state, f.person_name, f.at, r.title, r.closes_on \
             from follow_ups f join rounds r on r.tenant = f.tenant and r.round_id = f.round_id \
             where f.tenant = $1 and (f.state = 'submitted' or f.state = 'approved') \
             and f.org_unit_id"
        ),
        ids(),
        closing,
    )?;
    found.extend(ask(
        tx,
        among!(
            "select p.org_unit_id, r.period, 'frozen', p.person_name, p.at, r.title, r.closes_on \
             from reports p join rounds r on r.tenant = p.tenant and r.round_id = p.round_id \
             where p.tenant = $1 and p.org_unit_id"
        ),
        ids(),
        closing,
    )?);
    Ok(found)
}
