//! An application on a database of its own, on the morning of the demo's day.

use std::sync::Arc;

use app::app::{App, Settings};
use app::demo::{id_of, tenant};
use app::mail::Mailer;
use app::people::founding::{Founding, found};
use app::web::error::AppError;
use db::testing::{Place, SeededEntropy};
use db::{Author, Db, DbError, Engine, Entropy, Tx};
use domain::elements::Structure;
use domain::steering::{InForce, check};
use jiff::civil::DateTime;
use tempfile::TempDir;

use super::browser::Browser;
use super::still::{StillClock, instant};
use super::template;

/// Skärvik's host name.
pub(crate) const HOST: &str = "localhost";
/// The host name of the municipality next door.
pub(crate) const NEIGHBOUR_HOST: &str = "grannkommunen.test";
/// The administrator of a municipality that a test has founded.
pub(crate) const FOUNDER: &str = "Åsa Öberg";
/// When tests begin: Tuesday 25 August 2026, 09.14.
pub(crate) const MORNING: DateTime = DateTime::constant(2026, 8, 25, 9, 14, 0, 0);

/// An application with its database, which goes away with it.
pub(crate) struct TestApp {
    app: Arc<App>,
    clock: Arc<StillClock>,
    _folder: Option<TempDir>,
    _place: Option<Place>,
}

impl TestApp {
    /// Skärvik as `traden demo` shows it.
    pub(crate) fn new() -> Self {
        Self::copied(false, settings(Some(tenant()), true))
    }

    /// Skärvik and the municipality next door on a server: the host name decides, and every text
    /// of the neighbour's contains [`crate::neighbour::CANARY`].
    pub(crate) fn with_neighbour() -> Self {
        Self::copied(true, settings(None, true))
    }

    /// Skärvik on a server over https, where one signs in with a password.
    pub(crate) fn on_a_server() -> Self {
        Self::copied(false, settings(None, false))
    }

    /// Skärvik with a server that takes its letters.
    pub(crate) fn sending(mail: Mailer) -> Self {
        Self::copied(false, Settings { mail, ..settings(Some(tenant()), true) })
    }

    /// As [`TestApp::sending`] on PostgreSQL; none where it is not installed.
    pub(crate) fn sending_on_postgres(mail: Mailer) -> Option<Self> {
        let place = Place::postgres()?;
        let db = place.open(app::schema::MIGRATIONS);
        template::plant_skarvik(&db);
        let mut app = Self::on(db, Settings { mail, ..settings(Some(tenant()), true) });
        app._place = Some(place);
        Some(app)
    }

    /// Another node on the same database, with a clock of its own that shows the same.
    pub(crate) fn another_node(&self) -> Arc<App> {
        let place = self._place.as_ref().expect("only a server of databases has many nodes");
        let db = place.open(app::schema::MIGRATIONS);
        let clock = StillClock::at(self.app.clock.local(self.now()));
        let settings = self.app.settings.clone();
        Arc::new(App::new(db, Arc::new(clock), entropy(), settings))
    }

    /// As [`TestApp::with_neighbour`], in one PostgreSQL database; none where it is not installed.
    /// Planting takes seconds: for what rests on the engine only.
    pub(crate) fn with_neighbour_on_postgres() -> Option<Self> {
        let place = Place::postgres()?;
        let db = place.open(app::schema::MIGRATIONS);
        template::plant_skarvik(&db);
        crate::neighbour::plant(&db, NEIGHBOUR_HOST);
        let mut app = Self::on(db, settings(None, true));
        app._place = Some(place);
        Some(app)
    }

    /// A municipality on its first day, see [`super::empty`].
    pub(crate) fn empty() -> Self {
        Self::planted(super::empty::plant)
    }

    /// Whatever is planted in an empty installation, as `traden demo` serves it.
    pub(crate) fn planted(plant: impl FnOnce(&Db)) -> Self {
        let folder = tempfile::tempdir().expect("there is a place for temporary files");
        let engine = Engine::Sqlite { folder: folder.path().to_owned() };
        let db = Db::open(&engine, app::schema::MIGRATIONS, entropy()).expect("a new one opens");
        plant(&db);
        let mut app = Self::on(db, settings(Some(tenant()), true));
        app._folder = Some(folder);
        app
    }

    /// A municipality that has just been founded with a model, where its administrator is called
    /// [`FOUNDER`].
    pub(crate) fn founded(name: &str, yaml: &str) -> Self {
        let folder = tempfile::tempdir().expect("there is a place for temporary files");
        let engine = Engine::Sqlite { folder: folder.path().to_owned() };
        let db = Db::open(&engine, app::schema::MIGRATIONS, entropy()).expect("the folder opens");
        let read = check(yaml.as_bytes()).into_model().expect("the model can be read");
        let wanted =
            InForce { municipality: name, valid_from: None, decision: None, today: MORNING.date() };
        let model = read.put_in_force(&wanted).expect("the model can be put in force");
        let founding = Founding {
            host: HOST.to_owned(),
            name: name.to_owned(),
            yaml: model.to_yaml(),
            model: Arc::new(model),
            admin_name: FOUNDER.to_owned(),
            admin_email: "asa@prov.example".to_owned(),
        };
        let clock = StillClock::at(MORNING);
        let author = Author { at: instant(MORNING), ..Author::default() };
        let founded = found(&db, &clock, &SeededEntropy::new(27), &author, &founding)
            .expect("the municipality is founded");
        let settings = Settings {
            only: Some(founded.tenant),
            name: Some(name.to_owned()),
            demo: true,
            plain_http: true,
            ..Settings::default()
        };
        let mut app = Self::on(db, settings);
        app._folder = Some(folder);
        app
    }

    fn copied(with_neighbour: bool, settings: Settings) -> Self {
        let folder = tempfile::tempdir().expect("there is a place for temporary files");
        template::copy_to(folder.path(), with_neighbour);
        let engine = Engine::Sqlite { folder: folder.path().to_owned() };
        let db = Db::open(&engine, app::schema::MIGRATIONS, entropy()).expect("the copy opens");
        let mut app = Self::on(db, settings);
        app._folder = Some(folder);
        app
    }

    fn on(db: Db, settings: Settings) -> Self {
        let clock = Arc::new(StillClock::at(MORNING));
        let app = Arc::new(App::new(db, Arc::clone(&clock) as Arc<_>, entropy(), settings));
        Self { app, clock, _folder: None, _place: None }
    }

    /// The application itself.
    pub(crate) fn app(&self) -> &Arc<App> {
        &self.app
    }

    /// The clock, to be moved.
    pub(crate) fn clock(&self) -> &StillClock {
        &self.clock
    }

    /// The clock, for what goes on beside the test.
    pub(crate) fn shared_clock(&self) -> Arc<StillClock> {
        Arc::clone(&self.clock)
    }

    /// A browser where nobody is signed in.
    pub(crate) fn browser(&self) -> Browser {
        Browser::new(&self.app, HOST)
    }

    /// A browser where nobody is signed in, at another host name.
    pub(crate) fn browser_at(&self, host: &str) -> Browser {
        Browser::new(&self.app, host)
    }

    /// A browser where the person is signed in.
    pub(crate) fn signed_in(&self, name: &str) -> Browser {
        let mut browser = self.browser();
        browser.sign_in(name);
        browser
    }

    /// The municipality.
    pub(crate) fn tenant(&self) -> db::Tenant {
        self.app.settings.only.unwrap_or_else(tenant)
    }

    /// Reads Skärvik's store.
    pub(crate) fn reading<T>(&self, work: impl FnOnce(&mut Tx<'_>) -> Result<T, DbError>) -> T {
        self.app.db.read(self.tenant(), work).expect("the store can be read")
    }

    /// Writes in Skärvik's store as nobody in particular.
    pub(crate) fn writing(
        &self,
        work: impl Fn(&mut Tx<'_>) -> Result<(), AppError> + Send + 'static,
    ) {
        let written = self.app.db.write(self.tenant(), &Author::default(), work);
        written.expect("the store can be written");
    }

    /// Alters a row of the audit trail behind the program's back.
    pub(crate) fn tampering(&self) {
        self.writing(|tx| {
            tx.leave_unaudited("what an intruder would do");
            let sql = "update audit_rows set actor_name = $2 where tenant = $1 and seq = 7";
            assert_eq!(tx.run(sql, db::params!["Någon Annan"])?, 1);
            Ok(())
        });
    }

    /// Skärvik's picture as it stands now.
    pub(crate) fn structure(&self) -> Arc<Structure> {
        let read = self.app.db.read(self.tenant(), |tx| self.app.structures.at_head(tx, false));
        read.expect("the picture can be loaded")
    }

    /// What time it is, in microseconds since 1970.
    pub(crate) fn now(&self) -> i64 {
        app::app::Clock::now(&*self.clock)
    }

    /// How many audit rows Skärvik has: what a write adds to and a refused one must not.
    pub(crate) fn audit_length(&self) -> i64 {
        self.reading(|tx| {
            tx.one("select count(*) from audit_rows where tenant = $1", &[], |row| row.int(0))
        })
        .unwrap_or(0)
    }
}

fn settings(only: Option<db::Tenant>, demo: bool) -> Settings {
    let name = only.map(|_| "Skärvik".to_owned());
    Settings { only, name, demo, plain_http: demo, ..Settings::default() }
}

fn entropy() -> Arc<dyn Entropy> {
    Arc::new(SeededEntropy::new(26))
}

/// The identity of a thing of Skärvik's by its kind and its word in `demo/skarvik`, as text:
/// `id("org", "skargardens-forskolor")`.
pub(crate) fn id(kind: &str, word: &str) -> String {
    uuid::Uuid::from_bytes(id_of(kind, word)).to_string()
}

/// When tests begin, in microseconds since 1970.
pub(crate) fn morning() -> i64 {
    instant(MORNING)
}
