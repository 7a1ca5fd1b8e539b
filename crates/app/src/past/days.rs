//! The days that somebody has lately looked at, kept between requests.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use db::{Db, DbError, Replica, Tenant, Tx};
use jiff::civil::Date;
use jiff::tz::Offset;
use sha2::{Digest, Sha256};

use super::rebuild::{Cut, rebuild, retell};
use super::store;
use super::tables::left_out;
use crate::app::Clock;
use crate::schema::MIGRATIONS;

/// Days of one municipality that are kept.
const MOST_OF_ONE: usize = 4;
/// Days that are kept in all.
const MOST: usize = 8;
/// Municipalities whose rows are kept to make days of.
const MOST_BASES: usize = 2;
/// Who wait for a day to be made, the one for whom it is made among them.
const MOST_WAITING: usize = 4;
/// No place is further from Greenwich than this, in microseconds.
const A_DAY_AND_A_HALF: i64 = 36 * 3_600 * 1_000_000;

/// The last microsecond of a day where the municipality is.
pub fn end_of(clock: &dyn Clock, day: Date) -> i64 {
    let noon = Offset::UTC.to_timestamp(day.at(12, 0, 0, 0)).unwrap_or_default();
    let mut low = noon.as_microsecond();
    let mut above = low + A_DAY_AND_A_HALF;
    while low + 1 < above {
        let middle = low + (above - low) / 2;
        if clock.local(middle).date() <= day {
            low = middle;
        } else {
            above = middle;
        }
    }
    low
}

/// One municipality as it was at the end of a day.
pub struct PastDay {
    key: Key,
    /// Its rows.
    pub replica: Replica,
}

/// What a day's rows rest on. Nothing written later changes them but an erasure by law, and what is
/// found out of how few people values are about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Key {
    tenant: Tenant,
    cut: Cut,
    erasures: i64,
    counted_at: i64,
}

impl Key {
    /// The identity that the day's rows stand under, so that nothing kept of another day or of
    /// today is taken for theirs.
    fn identity(&self) -> Tenant {
        let mut digest = Sha256::new();
        digest.update(self.tenant.0);
        for number in [self.cut.seq, self.cut.at, self.erasures, self.counted_at] {
            digest.update(number.to_be_bytes());
        }
        let mut identity = [0; 16];
        for (to, from) in identity.iter_mut().zip(digest.finalize()) {
            *to = from;
        }
        Tenant(identity)
    }
}

/// A municipality's rows as they were when somebody asked for another day: any earlier day is made
/// of a copy of them.
struct Base {
    key: Key,
    replica: Replica,
}

/// The kept days, the one looked at longest ago first.
#[derive(Default)]
pub struct Days {
    kept: Mutex<Vec<Arc<PastDay>>>,
    /// The one used longest ago first.
    bases: Mutex<Vec<Arc<Base>>>,
    /// One day of a municipality is made at a time, so that memory is bounded and nobody makes the
    /// same twice.
    making: Mutex<HashMap<Tenant, Arc<Mutex<()>>>>,
}

impl Days {
    /// The municipality as it was at the end of a day; none when there was nothing then. Tells of
    /// the days that are no longer kept by their identities.
    ///
    /// # Errors
    /// The engines'.
    pub fn find(
        &self,
        db: &Db,
        tenant: Tenant,
        at: i64,
        forget: impl Fn(Tenant),
    ) -> Result<Option<(Arc<PastDay>, Cut)>, DbError> {
        let key = db.read(tenant, |tx| key(tx, at))?;
        let Some(key) = key else { return Ok(None) };
        if let Some(day) = self.kept(key) {
            return Ok(Some((day, key.cut)));
        }
        let turn = {
            let mut making = self.making.lock().unwrap_or_else(PoisonError::into_inner);
            making.retain(|_, turn| Arc::strong_count(turn) > 1);
            Arc::clone(making.entry(tenant).or_default())
        };
        // Each who waits holds the turn, as does the one that is having it.
        if Arc::strong_count(&turn) > MOST_WAITING + 1 {
            return Err(DbError::Busy);
        }
        let _making = turn.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(day) = self.kept(key) {
            return Ok(Some((day, key.cut)));
        }
        self.make_room(tenant, &forget);
        let base = self.base(db, key)?;
        let replica = base.replica.copied(MIGRATIONS.municipality, key.identity())?;
        drop(base);
        db.read(tenant, |tx| replica.fill(|sheet| rebuild(tx, sheet, key.cut)))?;
        let day = Arc::new(PastDay { key, replica });
        self.all().push(Arc::clone(&day));
        Ok(Some((day, key.cut)))
    }

    /// Rows of the municipality that are not older than a day; the kept ones where they will do.
    fn base(&self, db: &Db, wanted: Key) -> Result<Arc<Base>, DbError> {
        let mut bases = self.bases.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(at) = bases.iter().position(|base| base.key.tenant == wanted.tenant) {
            let base = bases.remove(at);
            if base.key.cut.seq >= wanted.cut.seq && base.key.erasures == wanted.erasures {
                bases.push(Arc::clone(&base));
                return Ok(base);
            }
        }
        drop(bases);
        let (key, replica) = db.read(wanted.tenant, |tx| {
            let now = key(tx, i64::MAX)?.unwrap_or(wanted);
            let replica = Replica::new(MIGRATIONS.municipality, wanted.tenant)?;
            replica.copy(tx, &left_out())?;
            Ok::<_, DbError>((now, replica))
        })?;
        let base = Arc::new(Base { key, replica });
        let mut bases = self.bases.lock().unwrap_or_else(PoisonError::into_inner);
        bases.push(Arc::clone(&base));
        if bases.len() > MOST_BASES {
            bases.remove(0);
        }
        Ok(base)
    }

    /// The municipality as its history alone tells it, also what has not changed since.
    ///
    /// # Errors
    /// The engines'.
    pub fn retold(db: &Db, tenant: Tenant, at: i64) -> Result<Replica, DbError> {
        let key = db.read(tenant, |tx| key(tx, at))?;
        let key = key.ok_or(DbError::NoTenant)?;
        let replica = Replica::new(MIGRATIONS.municipality, tenant)?;
        db.read(tenant, |tx| replica.fill(|sheet| retell(tx, sheet, key.cut)))?;
        Ok(replica)
    }

    fn all(&self) -> std::sync::MutexGuard<'_, Vec<Arc<PastDay>>> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn kept(&self, key: Key) -> Option<Arc<PastDay>> {
        let mut all = self.all();
        let at = all.iter().position(|day| day.key == key)?;
        let day = all.remove(at);
        all.push(Arc::clone(&day));
        Some(day)
    }

    fn make_room(&self, tenant: Tenant, forget: &impl Fn(Tenant)) {
        let mut all = self.all();
        let of_one = all.iter().filter(|day| day.key.tenant == tenant).count();
        let oldest = if of_one >= MOST_OF_ONE {
            all.iter().position(|day| day.key.tenant == tenant)
        } else {
            (all.len() >= MOST).then_some(0)
        };
        if let Some(oldest) = oldest {
            forget(all.remove(oldest).key.identity());
        }
    }

    /// How many days are kept.
    pub fn len(&self) -> usize {
        self.all().len()
    }

    /// Whether no day is kept.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

fn key(tx: &mut Tx<'_>, at: i64) -> Result<Option<Key>, DbError> {
    let seq = store::last_until(tx, at)?;
    let erasures = store::erasures(tx)?;
    let counted_at = store::counted_at(tx)?;
    let cut = Cut { seq, at };
    Ok((seq > 0).then(|| Key { tenant: tx.tenant(), cut, erasures, counted_at }))
}
