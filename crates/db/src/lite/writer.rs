//! The thread that writes a file: waiting writes share one transaction and its wait for the disk.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};

use rusqlite::Connection;

use crate::constraints::Constraints;
use crate::nesting::Inside;
use crate::tx::Inner;
use crate::{Author, DbError, Entropy, Tenant, Tx};

/// Most writes in one transaction.
const BATCH: usize = 64;

/// The way to a file's writer; when it goes, the writer ends.
pub(super) struct Queue(Sender<Box<dyn Job>>);

impl Queue {
    /// Starts the thread.
    pub(super) fn start(
        connection: Connection,
        entropy: Arc<dyn Entropy>,
        constraints: Arc<Constraints>,
    ) -> Result<Self, DbError> {
        let (jobs, queue) = channel();
        let writer = Writer { connection, entropy, constraints };
        std::thread::Builder::new().name("writer".to_owned()).spawn(move || writer.run(&queue))?;
        Ok(Self(jobs))
    }

    /// Waits for the writer to have done the work and put it on disk.
    pub(super) fn run<T, E>(
        &self,
        tenant: Tenant,
        author: Author,
        work: impl Fn(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<DbError> + Send + 'static,
    {
        let (reply, answer) = sync_channel(1);
        let job = Box::new(Work { tenant, author, closure: work, answer: None, reply });
        let gone = || DbError::Engine("the writer has stopped".to_owned());
        self.0.send(job).map_err(|_| gone())?;
        answer.recv().map_err(|_| gone())?
    }
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
        // The writer waiting for itself would wait for ever.
        let _inside = Inside::enter();
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
