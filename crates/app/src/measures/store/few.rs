//! SQL of what is about too few people: the values of measures with how many each is about, what they
//! have ever been known to be about, and which of them have changed.

use std::collections::BTreeMap;

use db::{DbError, Row, Tx, params};
use domain::ids::{ElementId, OrgUnitId};
use domain::imports::ValueKey;
use domain::measures::Counted;
use domain::periods::Period;

use super::places::key_and;
use super::revisions::MOST_CHANGES;
use super::withheld::{Withholding, withholding};
use crate::elements::store::{among, ask_with};

/// What is known of a place, or of the period.
pub enum Known {
    /// What stands there, with what is known today of how many it is about.
    Today(Counted),
    /// The fewest people it has ever been known to be about.
    Ever(OrgUnitId, String, u32),
    /// What is withheld of the whole period.
    Withheld(Withholding),
}

/// What is known of a measure for a period.
pub struct CountedAt {
    /// Of what.
    pub measure: ElementId,
    /// When.
    pub period: Period,
    /// What.
    pub known: Known,
}

/// Measures that one statement asks for.
const MOST_IN_ONE: usize = 32;

/// How many people each place is or has been known to be about. What has been said to be a mistake from
/// the beginning was never known.
macro_rules! ever {
    () => {
        "(select tenant, measure_id, org_unit_id, breakdown, period, counted from value_counts \
         union all select tenant, measure_id, org_unit_id, breakdown, period, counted \
         from count_history h where not exists (select 1 from mistaken_counts m \
         where m.tenant = h.tenant and m.measure_id = h.measure_id \
         and m.org_unit_id = h.org_unit_id and m.breakdown = h.breakdown \
         and m.period = h.period and m.at > h.at) \
         union all select tenant, measure_id, org_unit_id, breakdown, period, before_counted \
         from count_history h where not exists (select 1 from mistaken_counts m \
         where m.tenant = h.tenant and m.measure_id = h.measure_id \
         and m.org_unit_id = h.org_unit_id and m.breakdown = h.breakdown \
         and m.period = h.period and m.at >= h.at))"
    };
}

/// The values of measures that have or have had any about fewer than so many, with what those measures
/// are among, and after them the places that have ever been known to be about fewer.
macro_rules! counted {
    ($least:literal, $among:expr) => {
        counted!($least, $among, "")
    };
    ($least:literal, $among:expr, $of_period:literal) => {
        concat!(
            "select o.measure_id, o.period, o.org_unit_id, o.breakdown, c.counted, o.state \
             from (select measure_id from value_counts where tenant = $1 and counted > 0 \
             and counted < ",
            $least,
            $among,
            " union select measure_id from count_history where tenant = $1 and (counted > 0 \
             and counted < ",
            $least,
            " or before_counted > 0 and before_counted < ",
            $least,
            ")",
            $among,
            ") s join outcomes o on o.tenant = $1 and o.measure_id = s.measure_id \
             left join value_counts c on c.tenant = o.tenant and c.measure_id = o.measure_id \
             and c.org_unit_id = o.org_unit_id and c.breakdown = o.breakdown \
             and c.period = o.period where (o.state = 'measured' or c.counted is not null)",
            $of_period,
            " union all select measure_id, period, org_unit_id, breakdown, min(counted), '' \
             from ",
            ever!(),
            " e where tenant = $1 and counted > 0 and counted < ",
            $least,
            $among,
            " group by measure_id, org_unit_id, breakdown, period \
             union all select measure_id, period, measure_id, places, holds, 'withheld' \
             from withheld where tenant = $1",
            $among
        )
    };
}

/// The values of those among some measures that have or have had any about fewer than `least`, of groups
/// too, with how many people each is about, and the places of all of them that have ever been known to
/// be about fewer, and what is withheld. What is missing but known to be about somebody is there as
/// well: it is what the others lack of the whole. Of very many measures, those that were not asked for are told of too.
pub fn counted_of(
    tx: &mut Tx<'_>,
    measures: &[ElementId],
    least: u16,
) -> Result<Vec<CountedAt>, DbError> {
    let least = i64::from(least);
    if measures.len() > MOST_IN_ONE {
        tx.all(counted!("$2", ""), params![least], counted_row)
    } else {
        let ids = measures.iter().map(|measure| measure.bytes());
        let sql = counted!("$34", among!(" and measure_id"));
        ask_with(tx, sql, ids, &[least.into()], counted_row)
    }
}

/// As [`counted_of`], of one period: what a write that touches little reads.
pub fn counted_in(
    tx: &mut Tx<'_>,
    period: Period,
    measures: impl IntoIterator<Item = ElementId>,
    least: u16,
) -> Result<Vec<CountedAt>, DbError> {
    ask_with(
        tx,
        counted!("$34", among!(" and period = $35 and measure_id"), " and o.period = $35"),
        measures.into_iter().map(ElementId::bytes),
        &[i64::from(least).into(), period.to_string().into()],
        counted_row,
    )
}

fn counted_row(row: &Row<'_>) -> Result<CountedAt, DbError> {
    let count = people(row.maybe_int(4)?);
    let (org_unit, breakdown, told) = (row.id(2)?, row.text(3)?, row.text(5)?);
    let known = match told.as_str() {
        "withheld" => Known::Withheld(withholding(&breakdown, count != Some(0))?),
        "" => Known::Ever(org_unit, breakdown, count.unwrap_or(0)),
        state => Known::Today(standing(org_unit, breakdown, count, state)),
    };
    Ok(CountedAt { measure: row.id(0)?, period: row.parsed(1)?, known })
}

fn people(count: Option<i64>) -> Option<u32> {
    count.and_then(|count| u32::try_from(count).ok())
}

/// What stands in a place.
fn standing(org_unit: OrgUnitId, breakdown: String, count: Option<u32>, state: &str) -> Counted {
    Counted { org_unit, breakdown, count, has_gone: state != "measured" }
}

/// What has been written since of one measure.
#[derive(Default)]
pub struct CountedSince {
    /// Everything that stands today where anything was written.
    pub standing: BTreeMap<(OrgUnitId, Period), Vec<Counted>>,
    /// Those of the places that have ever been known to be about too few.
    pub once: Vec<(Period, OrgUnitId, String, u32)>,
}

/// What has been said of the places that have changed, unless it was a mistake since.
macro_rules! said_of_changed {
    ($later:literal) => {
        concat!(
            " from changed c join count_history h on h.tenant = $1 and h.measure_id = $2 \
             and h.org_unit_id = c.org_unit_id and h.period = c.period \
             where not exists (select 1 from mistaken_counts m where m.tenant = $1 \
             and m.measure_id = $2 and m.org_unit_id = h.org_unit_id \
             and m.breakdown = h.breakdown and m.period = h.period and m.at ",
            $later,
            " h.at)"
        )
    };
}

/// What stands where something has been written after a revision of a measure's values; none when the
/// log has a gap there, or reading all costs less.
pub fn counted_since(
    tx: &mut Tx<'_>,
    measure: ElementId,
    (revision, head): (i64, i64),
    least: u16,
) -> Result<Option<CountedSince>, DbError> {
    let rows = tx.all(
        "select c.revision, c.org_unit_id, c.period, o.breakdown, o.state, k.counted \
         from value_changes c left join outcomes o on o.tenant = c.tenant \
         and o.measure_id = c.measure_id and o.org_unit_id = c.org_unit_id and o.period = c.period \
         left join value_counts k on k.tenant = o.tenant and k.measure_id = o.measure_id \
         and k.org_unit_id = o.org_unit_id and k.breakdown = o.breakdown and k.period = o.period \
         where c.tenant = $1 and c.measure_id = $2 and c.revision > $3 \
         order by c.revision limit $4",
        params![measure.bytes(), revision, i64::try_from(MOST_CHANGES).unwrap_or(i64::MAX)],
        |row| {
            let group = row.maybe_text(3)?.zip(row.maybe_text(4)?);
            Ok((row.int(0)?, (row.id(1)?, row.parsed(2)?), group, people(row.maybe_int(5)?)))
        },
    )?;
    let mut expected = revision;
    let (is_whole, mut found) = (rows.len() < MOST_CHANGES, CountedSince::default());
    for (at, place, group, count) in rows {
        if at > expected + 1 {
            return Ok(None);
        }
        expected = at;
        let all = found.standing.entry(place).or_default();
        let known = group.filter(|(_, state)| state == "measured" || count.is_some());
        let counted = known.map(|(group, state)| standing(place.0, group, count, &state));
        // What was written several times stands there once.
        all.extend(counted.filter(|one| !all.contains(one)));
    }
    if expected != head || !is_whole {
        return Ok(None);
    }
    found.once = tx.all(
        concat!(
            "with changed as (select distinct org_unit_id, period from value_changes \
             where tenant = $1 and measure_id = $2 and revision > $3), known as (\
             select k.period, k.org_unit_id, k.breakdown, k.counted from changed c \
             join value_counts k on k.tenant = $1 and k.measure_id = $2 \
             and k.org_unit_id = c.org_unit_id and k.period = c.period \
             union all select h.period, h.org_unit_id, h.breakdown, h.counted",
            said_of_changed!(">"),
            " union all select h.period, h.org_unit_id, h.breakdown, h.before_counted",
            said_of_changed!(">="),
            ") select period, org_unit_id, breakdown, min(counted) from known \
             where counted > 0 and counted < $4 group by period, org_unit_id, breakdown"
        ),
        params![measure.bytes(), revision, i64::from(least)],
        |row| {
            let count = people(row.maybe_int(3)?).unwrap_or(0);
            Ok((row.parsed(0)?, row.id(1)?, row.text(2)?, count))
        },
    )?;
    Ok(Some(found))
}

/// The fewest people that a place has ever been known to be about.
pub fn fewest_of(tx: &mut Tx<'_>, key: &ValueKey) -> Result<Option<u32>, DbError> {
    let found = tx.one(
        concat!(
            "select min(counted) filter (where tenant = $1) from ",
            ever!(),
            " e where tenant = $1 and measure_id = $2 and org_unit_id = $3 and breakdown = $4 \
             and period = $5 and counted > 0"
        ),
        &key_and(key, []),
        |row| Ok(people(row.maybe_int(0)?)),
    )?;
    Ok(found.flatten())
}

/// Notes that what has been said until now of how many people a value is about was wrong from the
/// beginning.
pub fn mistake_counts(tx: &mut Tx<'_>, key: &ValueKey) -> Result<(), DbError> {
    let at = tx.author().at;
    tx.run(
        "insert into mistaken_counts (tenant, measure_id, org_unit_id, breakdown, period, at) \
         values ($1, $2, $3, $4, $5, $6) on conflict (tenant, measure_id, org_unit_id, breakdown, \
         period) do update set at = excluded.at",
        &key_and(key, [at.into()]),
    )?;
    super::revisions::raise_counts(tx, key)
}
