//! A demo municipality in a folder, open and with people signed in.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::time::Duration;

use anyhow::{Context, anyhow, bail};
use app::app::{App, Clock, Settings};
use app::demo::world::{Role, SEED, Size, World};
use app::demo::{id_of, plant, tenant};
use app::web::error::AppError;
use app::web::serve::Respond;
use bytes::Bytes;
use db::{Db, Engine, Entropy};
use domain::elements::Structure;
use domain::ids::{OrgUnitId, PersonId};
use http::{HeaderMap, HeaderValue, Method};
use jiff::Timestamp;
use jiff::civil::{DateTime, date};
use jiff::tz::Offset;

use super::seconds;

/// How long the engine may take to close a demo.
const MOST_WAITS: u32 = 100;
const A_WHILE: Duration = Duration::from_millis(100);

/// A clock that stands still on the demo's morning, until it is put on to the next.
#[derive(Default)]
struct Still {
    days: AtomicI64,
}

/// A day, in microseconds.
const DAY: i64 = 24 * 3_600 * 1_000_000;

impl Clock for Still {
    fn now(&self) -> i64 {
        let morning = date(2026, 8, 25).at(9, 14, 0, 0);
        let first = Offset::constant(2).to_timestamp(morning).map_or(0, Timestamp::as_microsecond);
        first + self.days.load(Ordering::Relaxed) * DAY
    }

    fn local(&self, at: i64) -> DateTime {
        Offset::constant(2).to_datetime(Timestamp::from_microsecond(at).unwrap_or_default())
    }
}

/// Numbers that only have to differ (`SplitMix64`).
struct Numbers(AtomicU64);

impl Entropy for Numbers {
    fn fill(&self, bytes: &mut [u8]) {
        for chunk in bytes.chunks_mut(8) {
            let state = self.0.fetch_add(0x9e37_79b9_7f4a_7c15, Ordering::Relaxed);
            let mixed = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
            let random = (mixed ^ (mixed >> 31)).to_le_bytes();
            chunk.iter_mut().zip(random).for_each(|(to, from)| *to = from);
        }
    }
}

fn numbers() -> Arc<dyn Entropy> {
    Arc::new(Numbers(AtomicU64::new(u64::from(std::process::id()) << 32)))
}

/// What was answered.
pub(super) struct Answered {
    pub(super) status: u16,
    pub(super) body: Bytes,
    pub(super) cookie: String,
    /// Where the answer leads, if anywhere.
    pub(super) location: String,
}

/// An open municipality.
pub(super) struct Town {
    pub(super) app: Arc<App>,
    pub(super) structure: Arc<Structure>,
    /// Seconds that planting took; none when it stood there already.
    pub(super) planted: Option<f64>,
    /// Seconds that the first load of the structure took.
    pub(super) loaded: f64,
    /// Cookies of people signed in, those who may most first.
    pub(super) visitors: Vec<String>,
    /// What the managers among them lead, in their order; one of each.
    pub(super) managed: Vec<OrgUnitId>,
    clock: Arc<Still>,
}

impl Town {
    /// Plants the demo in a folder unless it stands there, and opens a copy of it: what is measured
    /// is written to, and the next run shall find the demo as it was planted.
    pub(super) fn open(planted: &Path, folder: &Path, size: Size) -> anyhow::Result<Self> {
        let stood = planted.join("accounts.db").exists();
        let (clock, entropy) = (Arc::new(Still::default()), numbers());
        let open = |folder: &Path| {
            let engine = Engine::Sqlite { folder: folder.to_owned() };
            Db::open(&engine, app::schema::MIGRATIONS, Arc::clone(&entropy))
        };
        let ((), took) = seconds(|| {
            if stood {
                return Ok(());
            }
            plant(&open(planted)?, World::scaled(size, SEED)?, clock.now()).map_err(wrong)
        })?;
        copy(planted, folder)?;
        let db = open(folder)?;
        Self::with(db, clock, entropy, (!stood).then_some(took))
    }

    /// Plants the demo in an empty database of `PostgreSQL`; one that is planted is measured as it is.
    pub(super) fn on_postgresql(url: &str, size: Size) -> anyhow::Result<Self> {
        let (clock, entropy) = (Arc::new(Still::default()), numbers());
        let engine = Engine::Postgres { url: url.to_owned() };
        let db = Db::open(&engine, app::schema::MIGRATIONS, Arc::clone(&entropy))?;
        let world = World::scaled(size, SEED)?;
        let ((), took) = seconds(|| plant(&db, world, clock.now()).map_err(wrong))?;
        Self::with(db, clock, entropy, Some(took))
    }

    fn with(
        db: Db,
        clock: Arc<Still>,
        entropy: Arc<dyn Entropy>,
        planted: Option<f64>,
    ) -> anyhow::Result<Self> {
        let settings =
            Settings { only: Some(tenant()), demo: true, plain_http: true, ..Settings::default() };
        let app = Arc::new(App::new(db, Arc::<Still>::clone(&clock), entropy, settings));
        let (structure, loaded) = seconds(|| {
            app.db.read(tenant(), |tx| app.structures.at_head(tx, true)).map_err(wrong)
        })?;
        let (visitors, managed) = (Vec::new(), Vec::new());
        let mut town = Self { app, structure, planted, loaded, visitors, managed, clock };
        let world = World::load()?;
        for (role, most) in [(Role::Controller, 1), (Role::Manager, 8), (Role::Administrator, 1)] {
            let holders = world
                .people
                .iter()
                .filter(|person| person.roles.iter().any(|held| held.role == role));
            for person in holders.take(most) {
                town.visitors.push(town.sign_in(&person.id)?);
                let led = person.roles.iter().find(|held| held.role == Role::Manager);
                if let (Role::Manager, Some(led)) = (role, led) {
                    town.managed.push(id_of("org", &led.org));
                }
            }
        }
        Ok(town)
    }

    /// Lets the next day come, on which the first who may most signs in again.
    pub(super) fn next_day(&self) -> anyhow::Result<String> {
        self.clock.days.fetch_add(1, Ordering::Relaxed);
        let world = World::load()?;
        let mut people = world.people.iter();
        let first = people.find(|one| one.roles.iter().any(|held| held.role == Role::Controller));
        self.sign_in(&first.context("a demo without a controller")?.id)
    }

    fn sign_in(&self, word: &str) -> anyhow::Result<String> {
        let person: PersonId = id_of("person", word);
        let form = format!("person={person}");
        let answered = self.ask(&Method::POST, "/logga-in/roll", "", &[], form.into())?;
        if answered.cookie.is_empty() {
            bail!("signing in answered {}", answered.status);
        }
        Ok(answered.cookie)
    }

    /// One request in this process, without a connection and without compression.
    pub(super) fn ask(
        &self,
        method: &Method,
        path: &str,
        cookie: &str,
        more: &[(&'static str, &str)],
        body: Bytes,
    ) -> anyhow::Result<Answered> {
        let mut headers = HeaderMap::new();
        headers.insert("host", HeaderValue::from_static("localhost"));
        headers.insert("sec-fetch-site", HeaderValue::from_static("same-origin"));
        headers
            .insert("content-type", HeaderValue::from_static("application/x-www-form-urlencoded"));
        headers.insert("cookie", HeaderValue::from_str(cookie)?);
        for (name, value) in more {
            headers.insert(*name, HeaderValue::from_str(value)?);
        }
        let answer = self.app.respond(method.clone(), &path.parse()?, headers, body);
        let header = |name: &str| answer.headers().get(name).and_then(|value| value.to_str().ok());
        let cookie = header("set-cookie");
        let location = header("location").unwrap_or_default().to_owned();
        Ok(Answered {
            status: answer.status().as_u16(),
            cookie: cookie
                .and_then(|cookie| cookie.split(';').next())
                .unwrap_or_default()
                .to_owned(),
            location,
            body: answer.into_body(),
        })
    }

    pub(super) fn get(&self, path: &str, cookie: &str) -> anyhow::Result<Answered> {
        self.ask(&Method::GET, path, cookie, &[], Bytes::new())
    }
}

/// Copies a demo once its files are closed: what the engine keeps beside them is gone by then.
fn copy(from: &Path, to: &Path) -> anyhow::Result<()> {
    std::fs::create_dir_all(to)?;
    for _ in 0..MOST_WAITS {
        let names = std::fs::read_dir(from)?.map(|entry| Ok(entry?.file_name()));
        let names: Vec<_> = names.collect::<std::io::Result<_>>()?;
        if !names.iter().any(|name| name.to_string_lossy().ends_with("-wal")) {
            break;
        }
        std::thread::sleep(A_WHILE);
    }
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        std::fs::copy(entry.path(), to.join(entry.file_name()))?;
    }
    Ok(())
}

/// What the application refused, for the log.
#[expect(clippy::needless_pass_by_value, reason = "used as a mapping of errors")]
pub(super) fn wrong(error: AppError) -> anyhow::Error {
    anyhow!("{error:?}")
}
