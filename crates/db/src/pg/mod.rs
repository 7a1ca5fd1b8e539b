//! PostgreSQL: pooled synchronous clients, one transaction a closure, tried again on conflict.

mod connect;
mod pool;
mod schema;
mod turns;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::Duration;

use crate::migrate::hex;
use crate::tx::Inner;
use crate::{Author, DbError, Entropy, LONGEST_WAIT, Migrations, Store, Tenant, Tx};

use connect::Address;
use pool::{Pool, acting_for};
use turns::Turns;

pub(crate) use pool::Conn;

/// How many times a write is tried before its conflict is answered.
const ATTEMPTS: u32 = 8;
/// The pause after the first conflict; it doubles with each one after.
const FIRST_PAUSE_MS: u64 = 5;
const LONGEST_PAUSE_MS: u64 = 200;
const BEGIN_WRITE: &str = "begin isolation level read committed";

/// Under whose name a store's changes are chained. Both stores lie in one database here and share
/// its audit tables; the accounts' chain is kept under the municipality's name with every bit
/// turned, so that signing in never waits for a long write of the municipality.
pub(crate) fn chain_of(store: Store, tenant: Tenant) -> Tenant {
    match store {
        Store::Municipality => tenant,
        Store::Control => Tenant(tenant.0.map(|byte| !byte)),
    }
}

/// One database and its pool.
pub(crate) struct Cluster {
    pool: Pool,
    turns: Turns,
    /// None when the installation is only looked at.
    entropy: Option<Arc<dyn Entropy>>,
}

impl Cluster {
    pub(crate) fn open(
        url: &str,
        migrations: &Migrations,
        entropy: Arc<dyn Entropy>,
    ) -> Result<Self, DbError> {
        let address = Address::read(url)?;
        let mut client = address.connect_unlimited()?;
        schema::warn_of_superuser(&mut client)?;
        schema::bring_up_to_date(&mut client, migrations)?;
        connect::limit(&mut client)?;
        Ok(Self::with(Pool::new(address, client), Some(entropy)))
    }

    /// Opens what is there for reading; changes nothing, not even the schema.
    pub(crate) fn look(url: &str, migrations: &Migrations) -> Result<Self, DbError> {
        let address = Address::read(url)?;
        let mut client = address.connect()?;
        schema::check(&mut client, migrations)?;
        Ok(Self::with(Pool::new(address, client), None))
    }

    fn with(pool: Pool, entropy: Option<Arc<dyn Entropy>>) -> Self {
        Self { pool, turns: Turns::default(), entropy }
    }

    pub(crate) fn read<T, E: From<DbError>>(
        &self,
        tenant: Tenant,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let how = "begin isolation level repeatable read read only";
        let mut lease = self.pool.begun(tenant, how, LONGEST_WAIT)?;
        let connection = lease.connection()?;
        let answer = work(&mut Tx::reading(Inner::Pg(connection), tenant));
        lease.healthy = true;
        answer
    }

    pub(crate) fn write<T, E: From<DbError>>(
        &self,
        store: Store,
        tenant: Tenant,
        author: &Author,
        work: impl Fn(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let entropy = self.entropy.as_ref().ok_or(DbError::ReadOnly)?;
        let chain = chain_of(store, tenant);
        let _turn = self.turns.take(chain)?;
        for attempt in 1..ATTEMPTS {
            let (done, conflict) = self.attempt((tenant, chain), author, entropy, &work)?;
            if done.is_ok() || !conflict {
                return done;
            }
            std::thread::sleep(pause(attempt, &**entropy));
        }
        self.attempt((tenant, chain), author, entropy, &work)?.0
    }

    /// Writes without a turn and waits for nobody: whoever is in the way makes it busy.
    pub(crate) fn note<T>(
        &self,
        tenant: Tenant,
        author: &Author,
        work: impl Fn(&mut Tx<'_>) -> Result<T, DbError>,
    ) -> Result<T, DbError> {
        let entropy = self.entropy.as_ref().ok_or(DbError::ReadOnly)?;
        let how = format!("{BEGIN_WRITE}; set local lock_timeout = '1ms'");
        let mut lease = self.pool.begun(tenant, &how, Duration::ZERO)?;
        let inner = Inner::Pg(lease.connection()?);
        let mut tx = Tx::writing(inner, tenant, author.clone(), Arc::clone(entropy));
        let worked = work(&mut tx).and_then(|value| tx.close_note().map(|()| value));
        lease.healthy = true;
        let value = worked?;
        lease.connection()?.batch("commit")?;
        Ok(value)
    }

    /// Runs the closure once; tells also whether another transaction was in the way.
    fn attempt<T, E: From<DbError>>(
        &self,
        (tenant, chain): (Tenant, Tenant),
        author: &Author,
        entropy: &Arc<dyn Entropy>,
        work: &impl Fn(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<(Result<T, E>, bool), DbError> {
        let mut lease = self.pool.begun(tenant, BEGIN_WRITE, LONGEST_WAIT)?;
        let turn = take_turn(lease.connection()?, (tenant, chain));
        // A turn that did not come leaves a client that is as good as before.
        lease.healthy = true;
        if let Err(error) = turn {
            let conflict = matches!(error, DbError::Conflict);
            return Ok((Err(error.into()), conflict));
        }
        let inner = Inner::Pg(lease.connection()?);
        let mut tx =
            Tx::writing(inner, tenant, author.clone(), Arc::clone(entropy)).chained_to(chain);
        let worked = catch_unwind(AssertUnwindSafe(|| {
            let value = work(&mut tx)?;
            tx.close()?;
            Ok(value)
        }));
        let conflict = tx.met_conflict();
        // What panicked may have left the client half way through an answer: it is not used again.
        lease.healthy = worked.is_ok();
        let value = match worked.unwrap_or_else(|_| Err(DbError::Panicked.into())) {
            Ok(value) => value,
            Err(error) => return Ok((Err(error), conflict)),
        };
        Ok(match lease.connection()?.batch("commit") {
            Ok(()) => (Ok(value), false),
            Err(error) => {
                let conflict = matches!(error, DbError::Conflict);
                (Err(error.into()), conflict)
            }
        })
    }
}

/// How long to wait before trying again: somewhere in the upper half of a span that doubles, so that
/// two who met do not meet again.
fn pause(attempt: u32, entropy: &dyn Entropy) -> Duration {
    let span = FIRST_PAUSE_MS.saturating_mul(1 << attempt.min(16)).min(LONGEST_PAUSE_MS);
    let mut random = [0; 8];
    entropy.fill(&mut random);
    let part = u64::from_le_bytes(random) % (span / 2 + 1);
    Duration::from_millis(span - part)
}

/// Writes of one municipality come one after another, as on SQLite: what a closure has read is
/// still so when it writes. The head of the audit chain, which every write ends with, is the lock;
/// the accounts have a chain and thereby a lock of their own.
fn take_turn(connection: &mut Conn, (tenant, chain): (Tenant, Tenant)) -> Result<(), DbError> {
    let head = hex(&chain.0);
    connection.batch(&format!(
        "{}; insert into audit_heads (tenant, seq, hash) values (decode('{head}', 'hex'), 0, '') \
         on conflict do nothing; \
         select seq from audit_heads where tenant = decode('{head}', 'hex') for update; {}",
        acting_for(chain),
        acting_for(tenant),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Always(u8);

    impl Entropy for Always {
        fn fill(&self, bytes: &mut [u8]) {
            bytes.fill(self.0);
        }
    }

    #[test]
    fn pauses_grow_to_a_limit_and_differ_by_chance() {
        let longest: Vec<u128> =
            (1..ATTEMPTS).map(|attempt| pause(attempt, &Always(0)).as_millis()).collect();
        assert_eq!(longest, [10, 20, 40, 80, 160, 200, 200]);
        for attempt in 1..ATTEMPTS {
            let shorter = pause(attempt, &Always(0x11)).as_millis();
            let most = pause(attempt, &Always(0)).as_millis();
            assert!((most / 2..most).contains(&shorter), "{shorter} of {most}");
        }
    }
}
