//! The engine port: one way to read and write, on embedded SQLite and on PostgreSQL.
//!
//! Callers hand in closures over [`Tx`]; reads run in place, writes are serialised per municipality
//! (SQLite: one writer thread with group commit) or retried (PostgreSQL). Every write that changes
//! something must [`record`](Tx::record) what changed: the audit chain is part of the port.
//! The leaf knows no concept of the domain.
#![warn(missing_docs)]

pub mod audit;
mod change;
mod constraints;
mod error;
mod lite;
mod migrate;
mod nesting;
mod pg;
mod planner;
mod replica;
mod row;
mod sheet;
#[cfg(feature = "testing")]
pub mod testing;
mod tx;
mod value;
mod whole;

use std::path::PathBuf;
use std::sync::Arc;

use audit::{Broken, Verified, Walk};
use nesting::Inside;

pub use change::Change;
pub use error::DbError;
pub use migrate::{Migration, Migrations, hex};
pub use replica::Replica;
pub use row::Row;
pub use sheet::Sheet;
pub use tx::Tx;
pub use value::Value;

/// Which municipality a statement is about. It is the first column of every key.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Tenant(pub [u8; 16]);

/// The tenant under which the installation's own changes (a new municipality) are audited.
pub const INSTALLATION: Tenant = Tenant([0; 16]);

/// Where randomness comes from. The binary gives the operating system's, tests a seeded one.
pub trait Entropy: Send + Sync {
    /// Fills the buffer with random bytes.
    fn fill(&self, bytes: &mut [u8]);
}

/// Who writes, and when: copied into each audit row of the write.
#[derive(Clone, Debug, Default)]
pub struct Author {
    /// The person, or none for the installation itself.
    pub person: Option<[u8; 16]>,
    /// The name as it was at the time; audit rows stay readable when people leave.
    pub name: String,
    /// The role the person acted in.
    pub acting_as: String,
    /// First bytes of the session's hash, hexadecimal; empty outside a session.
    pub session: String,
    /// Microseconds since 1970 in UTC.
    pub at: i64,
}

/// Which engine, and where.
#[derive(Clone, Debug)]
pub enum Engine {
    /// A folder with one file per municipality and one for accounts.
    Sqlite {
        /// The folder; made when missing.
        folder: PathBuf,
    },
    /// One PostgreSQL database for all municipalities.
    Postgres {
        /// A connection string, `host=… user=… dbname=…`. There is no TLS: a host that is not this
        /// machine is refused without `sslmode=disable`.
        url: String,
    },
}

/// An open installation. Cheap to clone.
#[derive(Clone)]
pub struct Db(Arc<Backend>);

enum Backend {
    Lite(lite::Folder),
    Pg(Box<pg::Cluster>),
}

/// How long a caller waits for a connection; whoever waits longer is waiting for itself.
const LONGEST_WAIT: std::time::Duration = std::time::Duration::from_secs(10);

/// Which of an installation's two stores.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Store {
    Control,
    Municipality,
}

impl Db {
    /// Opens the installation and brings its schema up to date.
    ///
    /// # Errors
    /// When the engine cannot be reached, is too old, would be reached in clear over a network, or
    /// holds a schema newer than this program.
    pub fn open(
        engine: &Engine,
        migrations: Migrations,
        entropy: Arc<dyn Entropy>,
    ) -> Result<Self, DbError> {
        let backend = match engine {
            Engine::Sqlite { folder } => {
                Backend::Lite(lite::Folder::open(folder, migrations, entropy)?)
            }
            Engine::Postgres { url } => {
                Backend::Pg(Box::new(pg::Cluster::open(url, &migrations, entropy)?))
            }
        };
        Ok(Self(Arc::new(backend)))
    }

    /// Opens an installation for looking only: nothing is made, no step of the schema is applied, and
    /// every write answers [`DbError::ReadOnly`].
    ///
    /// # Errors
    /// When the engine cannot be reached, or holds another schema than this program's, newer or
    /// older. On SQLite that is found when a file is first read.
    pub fn look(engine: &Engine, migrations: Migrations) -> Result<Self, DbError> {
        let backend = match engine {
            Engine::Sqlite { folder } => Backend::Lite(lite::Folder::look(folder, migrations)),
            Engine::Postgres { url } => Backend::Pg(Box::new(pg::Cluster::look(url, &migrations)?)),
        };
        Ok(Self(Arc::new(backend)))
    }

    /// Reads a municipality in one consistent snapshot.
    ///
    /// # Errors
    /// What the closure returns, or the engine's; [`DbError::Nested`] inside another transaction.
    pub fn read<T, E: From<DbError>>(
        &self,
        tenant: Tenant,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        self.read_from(Store::Municipality, tenant, work)
    }

    /// Writes a municipality: all or nothing, with its audit rows, durable when this returns.
    /// The closure may run again when another node wrote at the same time.
    ///
    /// # Errors
    /// What the closure returns (nothing is kept then), or the engine's.
    pub fn write<T, E, W>(&self, tenant: Tenant, author: &Author, work: W) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<DbError> + Send + 'static,
        W: Fn(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
    {
        self.write_to(Store::Municipality, tenant, author, work)
    }

    /// Reads the accounts and municipalities of the installation.
    ///
    /// # Errors
    /// As [`Db::read`].
    pub fn read_control<T, E: From<DbError>>(
        &self,
        tenant: Tenant,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        self.read_from(Store::Control, tenant, work)
    }

    /// Writes the accounts and municipalities of the installation.
    ///
    /// # Errors
    /// As [`Db::write`].
    pub fn write_control<T, E, W>(&self, tenant: Tenant, author: &Author, work: W) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<DbError> + Send + 'static,
        W: Fn(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
    {
        self.write_to(Store::Control, tenant, author, work)
    }

    /// Notes something among the accounts that may as well be noted another time: waits for nobody,
    /// and answers none when somebody is in the way. What is noted is no matter of history.
    ///
    /// # Errors
    /// What the closure returns, or the engine's.
    pub fn note_control<T, W>(
        &self,
        tenant: Tenant,
        author: &Author,
        work: W,
    ) -> Result<Option<T>, DbError>
    where
        T: Send + 'static,
        W: Fn(&mut Tx<'_>) -> Result<T, DbError> + Send + 'static,
    {
        let noted = match &*self.0 {
            // Nothing that is written among the accounts takes long.
            Backend::Lite(_) => self.write_control(tenant, author, move |tx| {
                tx.leave_unaudited("a note");
                work(tx)
            }),
            Backend::Pg(cluster) => {
                let _inside = Inside::enter()?;
                cluster.note(tenant, author, work)
            }
        };
        match noted {
            Err(DbError::Busy | DbError::Conflict) => Ok(None),
            noted => noted.map(Some),
        }
    }

    fn read_from<T, E: From<DbError>>(
        &self,
        store: Store,
        tenant: Tenant,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let _inside = Inside::enter()?;
        match &*self.0 {
            Backend::Lite(folder) => folder.file(store, tenant)?.read(tenant, work),
            Backend::Pg(cluster) => cluster.read(tenant, work),
        }
    }

    fn write_to<T, E, W>(
        &self,
        store: Store,
        tenant: Tenant,
        author: &Author,
        work: W,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<DbError> + Send + 'static,
        W: Fn(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
    {
        let _inside = Inside::enter()?;
        match &*self.0 {
            Backend::Lite(folder) => {
                folder.file(store, tenant)?.write(tenant, author.clone(), work)
            }
            Backend::Pg(cluster) => cluster.write(store, tenant, author, work),
        }
    }

    /// Walks a municipality's chain of changes in pieces, each in a snapshot of its own, so that a
    /// long chain holds neither memory nor the engine's clearing up. Writes may go on meanwhile.
    ///
    /// # Errors
    /// The engine's. A broken chain is not an error but an answer.
    pub fn verify(&self, tenant: Tenant) -> Result<Result<Verified, Broken>, DbError> {
        self.walk(Store::Municipality, tenant)
    }

    /// As [`Db::verify`], for the municipality's chain among the accounts.
    ///
    /// # Errors
    /// As [`Db::verify`].
    pub fn verify_control(&self, tenant: Tenant) -> Result<Result<Verified, Broken>, DbError> {
        self.walk(Store::Control, tenant)
    }

    fn walk(&self, store: Store, tenant: Tenant) -> Result<Result<Verified, Broken>, DbError> {
        let mut walk = Walk::default();
        let chain = match &*self.0 {
            Backend::Lite(_) => tenant,
            Backend::Pg(_) => pg::chain_of(store, tenant),
        };
        loop {
            let piece = self.read_from(store, chain, |tx| walk.step(tx))?;
            if let Some(found) = piece {
                return Ok(found);
            }
        }
    }

    /// Which engine this is, for status pages and tests.
    pub fn engine_name(&self) -> &'static str {
        match &*self.0 {
            Backend::Lite(_) => "SQLite",
            Backend::Pg(_) => "PostgreSQL",
        }
    }
}
