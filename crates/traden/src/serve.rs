//! `traden serve`: the municipalities of an installation, each under its host name.

use std::net::SocketAddr;
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::bail;
use app::app::{App, Settings, installation_author};
use app::measures::few::withhold_once;

use crate::arguments::Serve;
use crate::machine::{SystemClock, SystemEntropy};
use crate::mail::mailer;
use crate::place::{municipalities, open, plain};
use crate::{remind, server, spreadsheet};

pub(crate) fn run(wanted: &Serve) -> anyhow::Result<ExitCode> {
    if wanted.insecure_loopback && !wanted.listen.is_loopback() {
        bail!(
            "--insecure-loopback går bara ihop med en adress på den här datorn, inte {}",
            wanted.listen
        );
    }
    let db = open(&wanted.place)?;
    let all = municipalities(&db)?;
    if all.is_empty() {
        bail!("här finns ingen kommun. Skapa en med traden init");
    }
    let clock = SystemClock::new()?;
    for municipality in &all {
        let author = installation_author(&clock, "traden serve");
        withhold_once(&db, municipality.tenant, &author).map_err(plain)?;
    }
    let settings = Settings {
        plain_http: wanted.insecure_loopback,
        spreadsheets: spreadsheet::in_another_process(),
        mail: mailer(&wanted.mail)?,
        remind_at: Some(wanted.mail.remind_at),
        ..Settings::default()
    };
    let app = Arc::new(App::new(db, Arc::new(clock), Arc::new(SystemEntropy), settings));
    let port = wanted.port;
    remind::begin(&app, move |app| remind::all_places(&app.db, port))?;
    let address = SocketAddr::from((wanted.listen, wanted.port));
    server::serve(app, address, |address| {
        println!("Tråden lyssnar på http://{address}/");
        for municipality in &all {
            println!("{} på värdnamnet {}", municipality.name, municipality.host);
        }
        if wanted.insecure_loopback {
            println!("Kakorna skickas utan Secure. Använd det bara för prov.");
        }
    })?;
    Ok(ExitCode::SUCCESS)
}
