//! The application: what it holds. How a request goes through it stands in `handling` and
//! `respond`.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use db::{Author, Db, Entropy, Tenant, Tx};
use domain::access::Action;
use formats::xlsx::XlsxProblem;
use jiff::civil::{DateTime, Time};

use crate::cx::Visit;
use crate::elements::derived::Derived;
use crate::elements::structures::Structures;
use crate::mail::Mailer;
use crate::past::Days;
use crate::revisions::Kept;
use crate::routes::RouteTable;

/// The clock of the place. The binary gives the real one, tests a still one.
pub trait Clock: Send + Sync {
    /// Microseconds since 1970 in UTC.
    fn now(&self) -> i64;
    /// An instant as the municipality's wall clock shows it.
    fn local(&self, at: i64) -> DateTime;
}

/// How the installation is run.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// The one municipality of a demo; none on a server, where the host name decides.
    pub only: Option<Tenant>,
    /// The municipality's name when there is only one; on a server it is looked up.
    pub name: Option<String>,
    /// Whether one signs in by choosing a role.
    pub demo: bool,
    /// Whether it is served on unencrypted loopback, so that cookies cannot be `Secure`.
    pub plain_http: bool,
    /// Host names that an installation for one municipality answers to beside this computer's own.
    pub hosts: Vec<String>,
    /// How spreadsheets are read.
    pub spreadsheets: Spreadsheets,
    /// How mail leaves; not at all where no server has been named.
    pub mail: Mailer,
    /// When on working days people are reminded; at seven where nothing is said.
    pub remind_at: Option<Time>,
}

/// Reads a spreadsheet as the text of a CSV file.
type ReadSpreadsheet = dyn Fn(&[u8]) -> Result<String, XlsxProblem> + Send + Sync;

/// How spreadsheets are read. A hostile one may take all memory there is, so the binary gives a
/// process of its own that does it; tests read where they are, which is what stands here at first.
#[derive(Clone)]
pub struct Spreadsheets(Arc<ReadSpreadsheet>);

impl Spreadsheets {
    /// Another way to read them.
    pub fn by(read: impl Fn(&[u8]) -> Result<String, XlsxProblem> + Send + Sync + 'static) -> Self {
        Self(Arc::new(read))
    }

    /// Reads one.
    ///
    /// # Errors
    /// Why it cannot be read.
    pub fn read(&self, bytes: &[u8]) -> Result<String, XlsxProblem> {
        (self.0)(bytes)
    }
}

impl Default for Spreadsheets {
    fn default() -> Self {
        Self::by(formats::xlsx::read_as_csv)
    }
}

impl std::fmt::Debug for Spreadsheets {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Spreadsheets")
    }
}

/// Everything a handler can reach.
pub struct App {
    /// Storage.
    pub db: Db,
    /// Time.
    pub clock: Arc<dyn Clock>,
    /// Randomness.
    pub entropy: Arc<dyn Entropy>,
    /// How it is run.
    pub settings: Settings,
    /// Pictures of the municipalities' structures.
    pub structures: Structures,
    /// What is worked out from pictures.
    pub derived: Derived,
    /// Sums of what is reported.
    pub sums: Kept,
    /// The municipalities as they were.
    pub days: Days,
    /// The table of routes.
    pub routes: RouteTable,
    statements: AtomicU64,
}

impl App {
    /// Puts an application together.
    pub fn new(
        db: Db,
        clock: Arc<dyn Clock>,
        entropy: Arc<dyn Entropy>,
        settings: Settings,
    ) -> Self {
        let structures = Structures::default();
        let routes = crate::routes_of_all_slices();
        let (derived, sums, days) = (Derived::default(), Kept::default(), Days::default());
        let statements = AtomicU64::new(0);
        Self { db, clock, entropy, settings, structures, derived, sums, days, routes, statements }
    }

    /// How many SQL statements handlers have run since the start. Tests hold pages to a budget by it.
    pub fn statements(&self) -> u64 {
        self.statements.load(Ordering::Relaxed)
    }

    /// Adds what a transaction ran.
    pub(crate) fn count(&self, tx: &Tx<'_>) {
        self.statements.fetch_add(tx.statements().into(), Ordering::Relaxed);
    }

    /// A new identity (UUID version 7).
    pub fn new_id<T: From<[u8; 16]>>(&self) -> T {
        T::from(new_id(&*self.clock, &*self.entropy))
    }
}

/// Whether anybody at all may do this; strangers may do nothing.
pub fn may_somewhere(visit: &Visit, action: Action) -> bool {
    (visit.then.is_none() || action.is_reading())
        && visit.person.as_ref().is_some_and(|person| person.may_somewhere(action))
}

/// A UUID version 7 from the clock and randomness handed in.
pub fn new_id(clock: &dyn Clock, entropy: &dyn Entropy) -> [u8; 16] {
    let mut bytes = [0; 16];
    entropy.fill(&mut bytes);
    let millis = (clock.now() / 1000).to_be_bytes();
    if let (Some(head), Some(time)) = (bytes.get_mut(..6), millis.get(2..)) {
        head.copy_from_slice(time);
    }
    bytes[6] = (bytes[6] & 0x0f) | 0x70;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    bytes
}

/// The author of what the installation itself writes.
pub fn installation_author(clock: &dyn Clock, name: &str) -> Author {
    Author { name: name.to_owned(), at: clock.now(), ..Author::default() }
}
