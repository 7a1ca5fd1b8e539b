//! Opening the installation that a command is about.

use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, bail};
use app::web::error::AppError;
use db::{Db, Engine, INSTALLATION, Tenant};

use crate::arguments::Place;
use crate::machine::SystemEntropy;
use crate::output::io_words;

const DEFAULT_FOLDER: &str = "traden-data";
/// The file that every folder with data has.
const ACCOUNTS: &str = "accounts.db";

/// One municipality of an installation.
pub(crate) struct Municipality {
    pub(crate) tenant: Tenant,
    pub(crate) host: String,
    pub(crate) name: String,
}

/// Opens what is there; a folder without data is a mistake, not a new installation.
pub(crate) fn open(place: &Place) -> anyhow::Result<Db> {
    open_or_make(&existing(place)?)
}

/// Opens what is there for looking: nothing is changed, and the schema must be this program's.
pub(crate) fn look(place: &Place) -> anyhow::Result<Db> {
    let engine = existing(place)?;
    Db::look(&engine, app::schema::MIGRATIONS).with_context(|| cannot_open(&engine))
}

fn existing(place: &Place) -> anyhow::Result<Engine> {
    let engine = engine(place)?;
    if let Engine::Sqlite { folder } = &engine
        && !folder.join(ACCOUNTS).exists()
    {
        bail!("det finns inga data i {}. Skapa en kommun med traden init", folder.display());
    }
    Ok(engine)
}

/// Opens what is there, or makes an empty installation.
pub(crate) fn open_or_make(engine: &Engine) -> anyhow::Result<Db> {
    Db::open(engine, app::schema::MIGRATIONS, Arc::new(SystemEntropy)).map_err(|error| {
        let error = anyhow::Error::from(error);
        match error.chain().find_map(|cause| cause.downcast_ref::<std::io::Error>()) {
            Some(cause) => anyhow::anyhow!("{}: {}", cannot_open(engine), io_words(cause)),
            None => error.context(cannot_open(engine)),
        }
    })
}

fn cannot_open(engine: &Engine) -> String {
    match engine {
        Engine::Sqlite { folder } => format!("mappen {} kan inte öppnas", folder.display()),
        // The address may hold a password and is not shown.
        Engine::Postgres { .. } => "databasen kan inte öppnas".to_owned(),
    }
}

pub(crate) fn engine(place: &Place) -> anyhow::Result<Engine> {
    match (&place.data, &place.database) {
        (Some(_), Some(_)) => bail!("ange antingen --data eller --database, inte båda"),
        (None, Some(url)) => Ok(Engine::Postgres { url: url.clone() }),
        (Some(folder), None) => Ok(Engine::Sqlite { folder: folder.clone() }),
        (None, None) => Ok(Engine::Sqlite { folder: Path::new(DEFAULT_FOLDER).to_owned() }),
    }
}

/// The municipalities by name.
pub(crate) fn municipalities(db: &Db) -> anyhow::Result<Vec<Municipality>> {
    let all = db.read_control(INSTALLATION, app::identity::store::tenants)?;
    Ok(all.into_iter().map(|(tenant, host, name)| Municipality { tenant, host, name }).collect())
}

/// The municipality with a host name.
pub(crate) fn municipality(db: &Db, host: &str) -> anyhow::Result<Option<Municipality>> {
    let host = host.to_lowercase();
    Ok(municipalities(db)?.into_iter().find(|municipality| municipality.host == host))
}

/// The address of a page, as a person can follow it.
pub(crate) fn link(host: &str, port: u16, path: &str) -> String {
    // Only a trial is reached as localhost; everything else stands behind a proxy with TLS.
    if host == "localhost" {
        format!("http://{host}:{port}{path}")
    } else {
        format!("https://{host}{path}")
    }
}

/// What has to follow a command for it to be about the same place.
pub(crate) fn place_words(place: &Place, port: u16) -> String {
    let mut words = String::new();
    if let Some(folder) = &place.data {
        words.push_str(" --data ");
        words.push_str(&folder.display().to_string());
    }
    if place.database.is_some() {
        // The address may hold a password and is not shown.
        words.push_str(" --database …");
    }
    if port != crate::arguments::PORT {
        words.push_str(" --port ");
        words.push_str(&port.to_string());
    }
    words
}

/// What the application says, for the command line.
pub(crate) fn plain(error: AppError) -> anyhow::Error {
    match error {
        AppError::Internal(cause) => cause,
        AppError::NotFound => anyhow::anyhow!("det som söks finns inte"),
        AppError::Forbidden => anyhow::anyhow!("det är inte tillåtet"),
        AppError::Stale => anyhow::anyhow!("någon annan ändrade samtidigt; försök igen"),
    }
}
