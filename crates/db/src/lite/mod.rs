//! The embedded engine: a folder of SQLite files, one writer thread each, group commit.

mod open;
pub(crate) mod statements;
mod writer;

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, PoisonError};

use rusqlite::Connection;

use crate::constraints::Constraints;
use crate::migrate::hex;
use crate::tx::Inner;
use crate::{Author, DbError, Entropy, LONGEST_WAIT, Migration, Migrations, Store, Tenant, Tx};

use writer::Queue;

/// Older versions can corrupt a database in WAL mode when a checkpoint meets a write.
const OLDEST_SAFE: i32 = 3_051_003;
const READERS: usize = 8;

/// A folder of files.
pub(crate) struct Folder {
    path: PathBuf,
    migrations: Migrations,
    /// None when the installation is only looked at.
    entropy: Option<Arc<dyn Entropy>>,
    files: Mutex<HashMap<String, Arc<File>>>,
}

impl Folder {
    pub(crate) fn open(
        path: &Path,
        migrations: Migrations,
        entropy: Arc<dyn Entropy>,
    ) -> Result<Self, DbError> {
        if rusqlite::version_number() < OLDEST_SAFE {
            return Err(DbError::Engine(format!("SQLite {} is too old", rusqlite::version())));
        }
        make_private(path)?;
        Ok(Self::at(path, migrations, Some(entropy)))
    }

    /// Opens what is there for reading; changes nothing, not even the schema.
    pub(crate) fn look(path: &Path, migrations: Migrations) -> Self {
        Self::at(path, migrations, None)
    }

    fn at(path: &Path, migrations: Migrations, entropy: Option<Arc<dyn Entropy>>) -> Self {
        Self { path: path.to_owned(), migrations, entropy, files: Mutex::new(HashMap::new()) }
    }

    pub(crate) fn file(&self, store: Store, tenant: Tenant) -> Result<Arc<File>, DbError> {
        let (name, steps) = match store {
            Store::Control => ("accounts.db".to_owned(), self.migrations.control),
            Store::Municipality => (format!("{}.db", hex(&tenant.0)), self.migrations.municipality),
        };
        let mut files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(file) = files.get(&name) {
            return Ok(Arc::clone(file));
        }
        let path = self.path.join(&name);
        let file = Arc::new(match &self.entropy {
            Some(entropy) => File::open(&path, steps, Arc::clone(entropy))?,
            None => File::look(&path, steps)?,
        });
        files.insert(name, Arc::clone(&file));
        Ok(file)
    }
}

/// One file: readers in a pool, one thread that writes.
pub(crate) struct File {
    path: PathBuf,
    idle: Mutex<Readers>,
    returned: Condvar,
    /// None when the installation is only looked at.
    writer: Option<Queue>,
    constraints: Arc<Constraints>,
}

struct Readers {
    connections: Vec<Connection>,
    opened: usize,
}

impl File {
    fn open(
        path: &Path,
        steps: &'static [Migration],
        entropy: Arc<dyn Entropy>,
    ) -> Result<Self, DbError> {
        let connection = open::writing(path, steps)?;
        let constraints = Arc::new(Constraints::of(steps));
        let writer = Queue::start(connection, entropy, Arc::clone(&constraints))?;
        Ok(Self::with(path, Vec::new(), constraints, Some(writer)))
    }

    fn look(path: &Path, steps: &'static [Migration]) -> Result<Self, DbError> {
        let connection = open::reading(path)?;
        open::check(&connection, steps)?;
        Ok(Self::with(path, vec![connection], Arc::new(Constraints::of(steps)), None))
    }

    fn with(
        path: &Path,
        connections: Vec<Connection>,
        constraints: Arc<Constraints>,
        writer: Option<Queue>,
    ) -> Self {
        let idle = Mutex::new(Readers { opened: connections.len(), connections });
        Self { path: path.to_owned(), idle, returned: Condvar::new(), writer, constraints }
    }

    pub(crate) fn read<T, E: From<DbError>>(
        &self,
        tenant: Tenant,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let reader = Borrowed { file: self, connection: Some(self.borrow()?) };
        let Some(connection) = &reader.connection else {
            return Err(DbError::Engine("no reader".to_owned()).into());
        };
        connection.execute_batch("begin").map_err(DbError::from)?;
        // The snapshot ends when the reader is given back, also when the closure panics.
        work(&mut Tx::reading(Inner::Lite(connection, &self.constraints), tenant))
    }

    fn borrow(&self) -> Result<Connection, DbError> {
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            if let Some(connection) = idle.connections.pop() {
                return Ok(connection);
            }
            if idle.opened < READERS {
                idle.opened += 1;
                drop(idle);
                return open::reading(&self.path).inspect_err(|_| self.closed());
            }
            let (woken, waited) = self
                .returned
                .wait_timeout(idle, LONGEST_WAIT)
                .unwrap_or_else(PoisonError::into_inner);
            if waited.timed_out() && woken.connections.is_empty() && woken.opened >= READERS {
                return Err(DbError::Busy);
            }
            idle = woken;
        }
    }

    /// A reader is gone; another may be opened in its place.
    fn closed(&self) {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).opened -= 1;
        self.returned.notify_one();
    }

    pub(crate) fn write<T, E>(
        &self,
        tenant: Tenant,
        author: Author,
        work: impl Fn(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<DbError> + Send + 'static,
    {
        self.writer.as_ref().ok_or(DbError::ReadOnly)?.run(tenant, author, work)
    }
}

struct Borrowed<'f> {
    file: &'f File,
    connection: Option<Connection>,
}

impl Drop for Borrowed<'_> {
    fn drop(&mut self) {
        if let Some(connection) = self.connection.take() {
            if !connection.is_autocommit() && connection.execute_batch("rollback").is_err() {
                self.file.closed();
                return;
            }
            let mut idle = self.file.idle.lock().unwrap_or_else(PoisonError::into_inner);
            idle.connections.push(connection);
            self.file.returned.notify_one();
        }
    }
}

/// Makes the folder; what is in it is for the program's own user only.
fn make_private(path: &Path) -> Result<(), DbError> {
    let mut folder = std::fs::DirBuilder::new();
    folder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut folder, 0o700);
    Ok(folder.create(path)?)
}
