//! Work shared between as many threads as there are processors, as the engines beside ours do.

use std::sync::atomic::{AtomicUsize, Ordering};

/// Does numbered pieces of work and puts what came of them in their order. Each thread asks for the
/// next number until there is none.
pub(super) fn shared<T: Send>(
    count: usize,
    work: impl Fn(&dyn Fn() -> Option<usize>) -> anyhow::Result<Vec<(usize, T)>> + Sync,
) -> anyhow::Result<Vec<T>> {
    let taken = AtomicUsize::new(0);
    let next = || {
        let number = taken.fetch_add(1, Ordering::Relaxed);
        (number < count).then_some(number)
    };
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let mut all = Vec::with_capacity(count);
    std::thread::scope(|scope| {
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(|| work(&next))).collect();
        for worker in workers {
            let done = worker.join().map_err(|_| anyhow::anyhow!("a worker panicked"))?;
            all.extend(done?);
        }
        Ok::<_, anyhow::Error>(())
    })?;
    all.sort_by_key(|(number, _)| *number);
    Ok(all.into_iter().map(|(_, done)| done).collect())
}
