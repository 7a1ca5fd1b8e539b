//! Throwaway databases on both engines, for tests here and in the crates above.
//!
//! SQLite always; PostgreSQL when its programs are installed, as a cluster of its own in a temporary
//! folder, reached as a role that is no superuser, so that row-level security holds.

mod schema;

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, Once, OnceLock, PoisonError};

use tempfile::TempDir;

use crate::{Db, Engine, Entropy, Migrations};

pub use schema::{schema_problems, table_names};

/// Randomness that is the same in every run (`SplitMix64`).
#[derive(Debug)]
pub struct SeededEntropy(Mutex<u64>);

impl SeededEntropy {
    /// From a seed.
    pub fn new(seed: u64) -> Self {
        Self(Mutex::new(seed))
    }

    /// The next number.
    pub fn next(&self) -> u64 {
        let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = *state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below the limit.
    pub fn below(&self, limit: u64) -> u64 {
        self.next() % limit.max(1)
    }
}

impl Entropy for SeededEntropy {
    fn fill(&self, bytes: &mut [u8]) {
        for chunk in bytes.chunks_mut(8) {
            let random = self.next().to_le_bytes();
            chunk.copy_from_slice(random.get(..chunk.len()).unwrap_or_default());
        }
    }
}

/// An empty place for an installation. What is in it goes when it is dropped (SQLite) or with the
/// process (PostgreSQL).
pub struct Place {
    /// Where to open it.
    pub engine: Engine,
    // Kept for its dropping.
    _folder: Option<TempDir>,
}

impl Place {
    /// A folder of its own.
    ///
    /// # Panics
    /// When there is no room for temporary files.
    pub fn sqlite() -> Self {
        let folder = TempDir::new().expect("a temporary folder");
        Self { engine: Engine::Sqlite { folder: folder.path().to_owned() }, _folder: Some(folder) }
    }

    /// A database of its own; none where PostgreSQL is not installed.
    ///
    /// # Panics
    /// When PostgreSQL is installed and does not start.
    pub fn postgres() -> Option<Self> {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let cluster = cluster()?;
        let name = format!("traden_{}", NEXT.fetch_add(1, Ordering::Relaxed));
        cluster.sql(&format!("create database {name} owner traden"));
        Some(Self { engine: Engine::Postgres { url: cluster.url("traden", &name) }, _folder: None })
    }

    /// One of each engine that there is; says so when PostgreSQL is left out.
    pub fn all() -> Vec<Self> {
        static SAID: Once = Once::new();
        let mut places = vec![Self::sqlite()];
        match Self::postgres() {
            Some(place) => places.push(place),
            None => {
                SAID.call_once(|| println!("PostgreSQL is not installed: its tests were skipped"));
            }
        }
        places
    }

    /// Opens the installation.
    ///
    /// # Panics
    /// When it cannot be opened.
    pub fn open(&self, migrations: Migrations) -> Db {
        self.try_open(migrations).expect("the installation opens")
    }

    /// Opens the installation, or says why not.
    ///
    /// # Errors
    /// As [`Db::open`].
    pub fn try_open(&self, migrations: Migrations) -> Result<Db, crate::DbError> {
        Db::open(&self.engine, migrations, Arc::new(SeededEntropy::new(1)))
    }
}

/// An empty database on each engine there is.
pub struct Engines;

impl Engines {
    /// Places and open databases; keep the place as long as the database.
    pub fn all(migrations: Migrations) -> Vec<(Place, Db)> {
        Place::all()
            .into_iter()
            .map(|place| {
                let db = place.open(migrations);
                (place, db)
            })
            .collect()
    }
}

struct Cluster {
    folder: PathBuf,
    port: u16,
}

fn cluster() -> Option<&'static Cluster> {
    static CLUSTER: OnceLock<Option<Cluster>> = OnceLock::new();
    CLUSTER.get_or_init(|| Some(Cluster::start(&programs()?))).as_ref()
}

/// The folder of `initdb` and `postgres`: the newest version installed.
fn programs() -> Option<PathBuf> {
    let versions = std::fs::read_dir("/usr/lib/postgresql").ok()?;
    versions
        .filter_map(|entry| Some(entry.ok()?.path().join("bin")))
        .filter(|bin| bin.join("initdb").exists() && bin.join("postgres").exists())
        .max()
}

impl Cluster {
    fn start(bin: &Path) -> Self {
        let folder = TempDir::new().expect("a temporary folder").keep();
        as_postgres_can_write(&folder);
        let data = folder.join("data");
        let port = free_port();
        run(as_ordinary_user(&bin.join("initdb"))
            .args(["--auth=trust", "--username=postgres", "--encoding=UTF8", "--no-sync", "-D"])
            .arg(&data));
        // Bash waits for the test process and stops the server after it, however it ended.
        let watch = format!(
            "'{}' -D '{}' -p {port} -k '{}' -c listen_addresses=127.0.0.1 -c fsync=off \
             -c max_connections=400 >'{}/log' 2>&1 & server=$!; \
             while [ -d /proc/{} ] && [ -d /proc/$server ]; do sleep 1; done; \
             kill -INT $server; wait $server; rm -rf '{}'",
            bin.join("postgres").display(),
            data.display(),
            folder.display(),
            folder.display(),
            std::process::id(),
            folder.display(),
        );
        #[expect(
            clippy::zombie_processes,
            reason = "it outlives this process in order to clear up"
        )]
        as_ordinary_user(Path::new("/bin/bash"))
            .args(["-c", &watch])
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("PostgreSQL starts");
        let cluster = Self { folder, port };
        cluster.wait();
        cluster.sql("create role traden login nosuperuser");
        cluster
    }

    fn url(&self, user: &str, database: &str) -> String {
        format!("host={} port={} user={user} dbname={database}", self.folder.display(), self.port)
    }

    fn wait(&self) {
        for _ in 0..200 {
            if postgres::Client::connect(&self.url("postgres", "postgres"), postgres::NoTls).is_ok()
            {
                return;
            }
            std::thread::sleep(std::time::Duration::from_millis(50));
        }
        let log = std::fs::read_to_string(self.folder.join("log")).unwrap_or_default();
        panic!("PostgreSQL did not start: {log}");
    }

    /// Runs a statement as the cluster's superuser.
    fn sql(&self, sql: &str) {
        postgres::Client::connect(&self.url("postgres", "postgres"), postgres::NoTls)
            .and_then(|mut client| client.batch_execute(sql))
            .expect("PostgreSQL answers");
    }
}

/// PostgreSQL refuses to run as root; then it runs as the user `postgres`.
fn as_ordinary_user(program: &Path) -> Command {
    if is_root() {
        let mut command = Command::new("setpriv");
        command.args(["--reuid=postgres", "--regid=postgres", "--clear-groups", "--"]).arg(program);
        command.current_dir("/");
        return command;
    }
    Command::new(program)
}

fn is_root() -> bool {
    std::fs::read_to_string("/proc/self/status")
        .is_ok_and(|status| status.lines().any(|line| line.starts_with("Uid:\t0\t")))
}

fn as_postgres_can_write(folder: &Path) {
    if is_root() {
        run(Command::new("chown").arg("postgres").arg(folder));
    }
}

fn run(command: &mut Command) {
    let done = command.output().expect("the program starts");
    assert!(done.status.success(), "{command:?}: {}", String::from_utf8_lossy(&done.stderr));
}

fn free_port() -> u16 {
    std::net::TcpListener::bind("127.0.0.1:0")
        .and_then(|listener| listener.local_addr())
        .map_or(54_321, |address| address.port())
}
