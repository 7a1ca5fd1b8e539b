//! The embedded engine: a folder of SQLite files, one writer thread each, group commit.

use std::cell::Cell;
use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};
use std::sync::{Arc, Condvar, Mutex, PoisonError};

use rusqlite::{Connection, OpenFlags};

use crate::constraints::Constraints;
use crate::migrate::{OWN_TABLE, hex, pending};
use crate::tx::Inner;
use crate::{
    Author, DbError, Entropy, LONGEST_WAIT, Migration, Migrations, Store, Tenant, Tx, planner,
};

/// Older versions can corrupt a database in WAL mode when a checkpoint meets a write.
const OLDEST_SAFE: i32 = 3_051_003;
const READERS: usize = 8;
const BATCH: usize = 64;

/// A folder of files.
pub(crate) struct Folder {
    path: PathBuf,
    migrations: Migrations,
    entropy: Arc<dyn Entropy>,
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
        let files = Mutex::new(HashMap::new());
        Ok(Self { path: path.to_owned(), migrations, entropy, files })
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
        let file = Arc::new(File::open(&self.path.join(&name), steps, Arc::clone(&self.entropy))?);
        files.insert(name, Arc::clone(&file));
        Ok(file)
    }
}

/// One file: readers in a pool, one thread that writes.
pub(crate) struct File {
    path: PathBuf,
    idle: Mutex<Readers>,
    returned: Condvar,
    jobs: Sender<Box<dyn Job>>,
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
        let mut connection = Connection::open(path)?;
        prepare(&connection)?;
        migrate(&mut connection, steps)?;
        planner::inform(&connection)?;
        let constraints = Arc::new(Constraints::of(steps));
        let (jobs, queue) = channel();
        let writer = Writer { connection, entropy, constraints: Arc::clone(&constraints) };
        std::thread::Builder::new().name("writer".to_owned()).spawn(move || writer.run(&queue))?;
        let idle = Mutex::new(Readers { connections: Vec::new(), opened: 0 });
        Ok(Self { path: path.to_owned(), idle, returned: Condvar::new(), jobs, constraints })
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
                return open_reader(&self.path).inspect_err(|_| self.closed());
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
        // The writer waiting for itself would wait for ever.
        if WRITING.get() {
            return Err(DbError::Nested.into());
        }
        let (reply, answer) = sync_channel(1);
        let job = Box::new(Work { tenant, author, closure: work, answer: None, reply });
        let gone = || DbError::Engine("the writer has stopped".to_owned());
        self.jobs.send(job).map_err(|_| gone())?;
        answer.recv().map_err(|_| gone())?
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

fn open_reader(path: &Path) -> Result<Connection, DbError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.set_prepared_statement_cache_capacity(256);
    connection.pragma_update(None, "query_only", true)?;
    connection.pragma_update(None, "cache_size", -16_000)?;
    Ok(connection)
}

thread_local! {
    /// Whether this thread is a writer.
    static WRITING: Cell<bool> = const { Cell::new(false) };
}

/// A queued write. It runs inside a savepoint and answers after the batch is on disk.
trait Job: Send {
    fn run(&mut self, writer: &Writer) -> Result<(), DbError>;
    fn finish(self: Box<Self>, committed: &Result<(), DbError>);
}

struct Work<T, E, F> {
    tenant: Tenant,
    author: Author,
    closure: F,
    answer: Option<Result<T, E>>,
    reply: SyncSender<Result<T, E>>,
}

impl<T, E, F> Job for Work<T, E, F>
where
    T: Send,
    E: From<DbError> + Send,
    F: Fn(&mut Tx<'_>) -> Result<T, E> + Send,
{
    fn run(&mut self, writer: &Writer) -> Result<(), DbError> {
        let connection = &writer.connection;
        connection.execute_batch("savepoint job")?;
        let inner = Inner::Lite(connection, &writer.constraints);
        let entropy = Arc::clone(&writer.entropy);
        let mut tx = Tx::writing(inner, self.tenant, self.author.clone(), entropy);
        let done = catch_unwind(AssertUnwindSafe(|| {
            let value = (self.closure)(&mut tx)?;
            tx.close()?;
            Ok(value)
        }))
        .unwrap_or_else(|_| Err(DbError::Panicked.into()));
        let end = if done.is_ok() { "release job" } else { "rollback to job; release job" };
        self.answer = Some(done);
        connection.execute_batch(end)?;
        Ok(())
    }

    fn finish(self: Box<Self>, committed: &Result<(), DbError>) {
        let failed = |text: String| Err(DbError::Engine(text).into());
        let answer = match (self.answer, committed) {
            (Some(Err(error)), _) => Err(error),
            (_, Err(error)) => failed(error.to_string()),
            (Some(done), Ok(())) => done,
            (None, Ok(())) => failed("the write did not run".to_owned()),
        };
        // The caller may have gone; what was written stays written.
        let _ = self.reply.send(answer);
    }
}

/// The one connection that writes, with what its jobs need.
struct Writer {
    connection: Connection,
    entropy: Arc<dyn Entropy>,
    constraints: Arc<Constraints>,
}

impl Writer {
    fn run(self, queue: &Receiver<Box<dyn Job>>) {
        WRITING.set(true);
        while let Ok(first) = queue.recv() {
            let mut batch = vec![first];
            batch.extend(queue.try_iter().take(BATCH - 1));
            let committed = self.commit(&mut batch);
            if committed.is_ok() || batch.len() == 1 {
                for job in batch {
                    job.finish(&committed);
                }
                continue;
            }
            // One job may be why; the others must not fall with it.
            for job in batch {
                let mut alone = [job];
                let committed = self.commit(&mut alone);
                for job in alone {
                    job.finish(&committed);
                }
            }
        }
    }

    /// Runs the jobs in one transaction. On an error nothing of any of them is kept.
    fn commit(&self, jobs: &mut [Box<dyn Job>]) -> Result<(), DbError> {
        let done =
            self.connection.execute_batch("begin immediate").map_err(DbError::from).and_then(
                |()| {
                    jobs.iter_mut().try_for_each(|job| job.run(self))?;
                    Ok(self.connection.execute_batch("commit")?)
                },
            );
        if !self.connection.is_autocommit()
            && let Err(error) = self.connection.execute_batch("rollback")
        {
            tracing::error!(%error, "a failed write could not be rolled back");
        }
        done
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

fn prepare(connection: &Connection) -> Result<(), DbError> {
    connection.busy_timeout(std::time::Duration::from_secs(5))?;
    let mode: String =
        connection.pragma_update_and_check(None, "journal_mode", "wal", |row| row.get(0))?;
    if mode != "wal" {
        return Err(DbError::Engine(format!("the file system allows no WAL, only {mode}")));
    }
    connection.pragma_update(None, "synchronous", "full")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.pragma_update(None, "secure_delete", true)?;
    connection.pragma_update(None, "cache_size", -16_000)?;
    connection.set_prepared_statement_cache_capacity(256);
    Ok(())
}

fn migrate(connection: &mut Connection, steps: &'static [Migration]) -> Result<(), DbError> {
    let tx = connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
    tx.execute_batch(OWN_TABLE)?;
    let applied = tx
        .prepare("select name, digest from schema_steps order by name")?
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<Result<Vec<(String, String)>, _>>()?;
    for step in pending(steps, &applied)? {
        tx.execute_batch(&step.for_lite())?;
        tx.execute("insert into schema_steps values (?1, ?2)", (step.name, step.digest()))?;
    }
    tx.commit()?;
    Ok(())
}
