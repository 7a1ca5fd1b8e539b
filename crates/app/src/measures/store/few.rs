//! SQL of what is about too few people: the values of measures with how many each is about, and which
//! of them have changed.

use std::collections::{BTreeMap, BTreeSet};

use db::{DbError, Row, Tx, params};
use domain::ids::{ElementId, OrgUnitId};
use domain::measures::Counted;
use domain::periods::Period;

use super::revisions::MOST_CHANGES;
use crate::elements::store::{among, ask_with};

/// A value with how many people it is about.
pub struct CountedAt {
    /// Of what.
    pub measure: ElementId,
    /// When.
    pub period: Period,
    /// Whose, of which group, about how many.
    pub counted: Counted,
}

/// Measures that one statement asks for.
const MOST_IN_ONE: usize = 32;

/// The values of measures that have any about fewer than so many, with what those measures are among,
/// and after them the places that have ever been known to be about fewer.
macro_rules! counted {
    ($least:literal, $among:expr) => {
        concat!(
            "select o.measure_id, o.period, o.org_unit_id, o.breakdown, c.counted, '1' \
             from (select distinct measure_id from value_counts where tenant = $1 and counted > 0 \
             and counted < ",
            $least,
            $among,
            ") s join outcomes o on o.tenant = $1 and o.measure_id = s.measure_id \
             left join value_counts c on c.tenant = o.tenant and c.measure_id = o.measure_id \
             and c.org_unit_id = o.org_unit_id and c.breakdown = o.breakdown \
             and c.period = o.period where o.state = 'measured' or c.counted is not null \
             union all select measure_id, period, org_unit_id, '', min(counted), '0' from \
             (select tenant, measure_id, org_unit_id, breakdown, period, counted from value_counts \
             union all select tenant, measure_id, org_unit_id, breakdown, period, counted \
             from count_history union all select tenant, measure_id, org_unit_id, breakdown, period, \
             before_counted from count_history) c \
             where tenant = $1 and breakdown = '' and counted > 0 and counted < ",
            $least,
            $among,
            " group by measure_id, org_unit_id, period"
        )
    };
}

/// The values of those among some measures that have any about fewer than `least`, of groups too, with
/// how many people each is about, and the places of all of them that have ever been known to be about
/// fewer. What is missing but known to be about somebody is there as well: it is what the others lack
/// of the whole. Of very many measures, those that were not asked for are told of too.
pub fn counted_of(
    tx: &mut Tx<'_>,
    measures: &[ElementId],
    least: u16,
) -> Result<(Vec<CountedAt>, Vec<CountedAt>), DbError> {
    let read = |row: &Row<'_>| {
        let count = row.maybe_int(4)?.and_then(|count| u32::try_from(count).ok());
        let counted = Counted { org_unit: row.id(2)?, breakdown: row.text(3)?, count };
        let at = CountedAt { measure: row.id(0)?, period: row.parsed(1)?, counted };
        Ok((at, row.text(5)? == "1"))
    };
    let least = i64::from(least);
    let found = if measures.len() > MOST_IN_ONE {
        tx.all(counted!("$2", ""), params![least], read)?
    } else {
        let ids = measures.iter().map(|measure| measure.bytes());
        ask_with(tx, counted!("$34", among!(" and measure_id")), ids, &[least.into()], read)?
    };
    let (today, once): (Vec<_>, Vec<_>) = found.into_iter().partition(|(_, is_today)| *is_today);
    let only = |all: Vec<(CountedAt, bool)>| all.into_iter().map(|(one, _)| one).collect();
    Ok((only(today), only(once)))
}

/// What has been written since of one measure.
#[derive(Default)]
pub struct CountedSince {
    /// Everything that stands today where anything was written.
    pub standing: BTreeMap<(OrgUnitId, Period), Vec<Counted>>,
    /// Those of the places that have ever been known to be about too few.
    pub once: BTreeSet<(OrgUnitId, Period)>,
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
            let count = row.maybe_int(5)?.and_then(|count| u32::try_from(count).ok());
            let group = row.maybe_text(3)?.zip(row.maybe_text(4)?);
            Ok((row.int(0)?, (row.id(1)?, row.parsed(2)?), group, count))
        },
    )?;
    let mut expected = revision;
    let (is_whole, mut found) = (rows.len() < MOST_CHANGES, CountedSince::default());
    for (at, place, group, count) in rows {
        if at > expected + 1 {
            return Ok(None);
        }
        expected = at;
        let standing = found.standing.entry(place).or_default();
        let known = group.filter(|(_, state)| state == "measured" || count.is_some());
        let counted = known.map(|(breakdown, _)| Counted { org_unit: place.0, breakdown, count });
        // What was written several times stands there once.
        standing.extend(counted.filter(|one| !standing.contains(one)));
    }
    if expected != head || !is_whole {
        return Ok(None);
    }
    found.once = tx
        .all(
            "select distinct c.org_unit_id, c.period from value_changes c join count_history h \
             on h.tenant = c.tenant and h.measure_id = c.measure_id \
             and h.org_unit_id = c.org_unit_id and h.period = c.period and h.breakdown = '' \
             where c.tenant = $1 and c.measure_id = $2 and c.revision > $3 \
             and (h.counted > 0 and h.counted < $4 or h.before_counted > 0 and h.before_counted < $4)",
            params![measure.bytes(), revision, i64::from(least)],
            |row| Ok((row.id(0)?, row.parsed(1)?)),
        )?
        .into_iter()
        .collect();
    Ok(Some(found))
}
