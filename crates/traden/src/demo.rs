//! `traden demo`: plants Skärvik and serves it on this computer only.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::{Context, bail};
use app::app::{App, Clock, Settings, installation_author};
use app::demo::world::{self, World};
use app::demo::{DemoClock, plant, tenant};
use app::measures::few::withhold_once;
use app::reminders::Place;
use db::{Db, Engine, Entropy};

use crate::arguments::{Demo, Size};
use crate::machine::{SystemClock, SystemEntropy};
use crate::mail::mailer;
use crate::place::plain;
use crate::{remind, server, spreadsheet};

pub(crate) fn run(wanted: &Demo) -> anyhow::Result<ExitCode> {
    let (folder, passing) = match &wanted.data {
        Some(folder) => (folder.clone(), false),
        None => (passing_folder(), true),
    };
    check_own(&folder)?;
    let app = open(wanted, &folder)?;
    let base = format!("http://localhost:{}", wanted.port);
    let name = app.settings.name.clone().unwrap_or_default();
    let place = Place { tenant: tenant(), name, base };
    remind::begin(&app, move |_| Ok(vec![place.clone()]))?;
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, wanted.port));
    let served = server::serve(app, address, |address| {
        println!("Skärvik är öppen på http://{address}/");
        println!("Allt är påhittat. Avsluta med Ctrl C.");
    });
    if passing {
        // What cannot be removed is left to the operating system's own clearing.
        let _ = std::fs::remove_dir_all(&folder);
    }
    served.map(|()| ExitCode::SUCCESS)
}

/// Refuses a folder that holds a municipality which is not the demo's, before anything is opened:
/// invented content does not belong beside real.
fn check_own(folder: &Path) -> anyhow::Result<()> {
    let own = format!("{}.db", db::hex(&tenant().0));
    let Ok(files) = std::fs::read_dir(folder) else { return Ok(()) };
    let names = files.filter_map(|file| file.ok()?.file_name().into_string().ok());
    let other = |name: &String| {
        let is_municipality = name.strip_suffix(".db").is_some_and(|id| {
            id.len() == own.len() - ".db".len() && id.chars().all(|one| one.is_ascii_hexdigit())
        });
        is_municipality && *name != own
    };
    if names.into_iter().any(|name| other(&name)) {
        bail!(
            "i mappen {} finns redan en kommun, och demon blandas inte med den. Ange en tom mapp \
             med --data, eller öppna kommunen med traden serve",
            folder.display()
        );
    }
    Ok(())
}

fn open(wanted: &Demo, folder: &Path) -> anyhow::Result<Arc<App>> {
    let entropy: Arc<dyn Entropy> = Arc::new(SystemEntropy);
    let engine = Engine::Sqlite { folder: folder.to_owned() };
    let db = Db::open(&engine, app::schema::MIGRATIONS, Arc::clone(&entropy))
        .with_context(|| format!("demon kan inte öppnas i {}", folder.display()))?;
    let system = SystemClock::new()?;
    let morning = jiff::civil::date(2026, 8, 25).at(9, 14, 0, 0);
    let start = system.instant(morning)?;
    let began = first_start(folder, &system)?;
    let clock: Arc<dyn Clock> = Arc::new(DemoClock::new(Arc::new(system), began, start));
    let size = match wanted.size {
        Size::Small => world::Size::Small,
        Size::Large => world::Size::Large,
    };
    let planted = World::scaled(size, wanted.seed)?;
    let name = planted.name.clone();
    plant(&db, planted, start).map_err(plain)?;
    let author = installation_author(&*clock, "traden demo");
    withhold_once(&db, tenant(), &author).map_err(plain)?;
    let settings = Settings {
        only: Some(tenant()),
        name: Some(name),
        demo: true,
        plain_http: true,
        hosts: wanted.hosts.clone(),
        spreadsheets: spreadsheet::in_another_process(),
        mail: mailer(&wanted.mail)?,
        remind_at: Some(wanted.mail.remind_at),
    };
    Ok(Arc::new(App::new(db, clock, entropy, settings)))
}

/// When a kept demo was first started, so that its clock never goes back.
fn first_start(folder: &Path, clock: &SystemClock) -> anyhow::Result<i64> {
    let file = folder.join("first-start");
    if let Some(at) = std::fs::read_to_string(&file).ok().and_then(|text| text.trim().parse().ok())
    {
        return Ok(at);
    }
    let now = clock.now();
    std::fs::write(&file, now.to_string())?;
    Ok(now)
}

fn passing_folder() -> PathBuf {
    std::env::temp_dir().join(format!("traden-demo-{}", std::process::id()))
}
