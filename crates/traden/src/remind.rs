//! Reminders: in the background of a server, and `traden remind`, which sends those of today or shows
//! what would be sent.

use std::fmt::Write as _;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, bail};
use app::app::{App, Clock, Settings};
use app::mail::Letter;
use app::reminders::{Place, Tally, look, tick};
use db::Db;

use crate::arguments::Remind;
use crate::machine::{SystemClock, SystemEntropy};
use crate::mail::mailer;
use crate::output;
use crate::place::{self, Municipality, link, municipalities, municipality, plain};

/// Between two looks at whether there is something to send.
const PAUSE: Duration = Duration::from_mins(1);

/// Reminds in the background for as long as the program runs. What is being sent when it stops is
/// known by its claim. Which municipalities there are is asked each time: one may be added meanwhile.
pub(crate) fn begin(
    app: &Arc<App>,
    places: impl Fn(&App) -> anyhow::Result<Vec<Place>> + Send + 'static,
) -> anyhow::Result<()> {
    if app.settings.mail.way().is_none() {
        return Ok(());
    }
    let app = Arc::clone(app);
    let work = move || {
        loop {
            match places(&app) {
                Ok(places) => places.iter().for_each(|place| round(&app, place)),
                Err(error) => eprintln!("traden: påminnelser: {error:#}"),
            }
            std::thread::sleep(PAUSE);
        }
    };
    std::thread::Builder::new().name("reminders".to_owned()).spawn(work)?;
    Ok(())
}

/// The municipalities that there are now, each as it is reached.
pub(crate) fn all_places(db: &Db, port: u16) -> anyhow::Result<Vec<Place>> {
    let place = |one: Municipality| Place {
        tenant: one.tenant,
        name: one.name,
        base: link(&one.host, port, ""),
    };
    Ok(municipalities(db)?.into_iter().map(place).collect())
}

/// Nothing that goes wrong in one round ends the next.
fn round(app: &Arc<App>, place: &Place) {
    let told = catch_unwind(AssertUnwindSafe(|| tick(app, place)));
    let Ok(done) = told else {
        eprintln!("traden: påminnelser för {}: ett fel i programmet, försöker igen", place.name);
        return;
    };
    match done {
        Ok(tally) if tally == Tally::default() => {}
        Ok(Tally { sent, waiting, failed }) => eprintln!(
            "traden: påminnelser för {}: {sent} skickade, {waiting} väntar, {failed} nekade",
            place.name
        ),
        Err(error) => eprintln!("traden: påminnelser för {}: {:#}", place.name, plain(error)),
    }
}

pub(crate) fn run(wanted: &Remind) -> anyhow::Result<ExitCode> {
    let db = if wanted.dry_run { place::look(&wanted.place)? } else { place::open(&wanted.place)? };
    let found = municipality(&db, &wanted.host)?
        .with_context(|| format!("ingen kommun har värdnamnet {}", wanted.host))?;
    let place =
        Place { tenant: found.tenant, name: found.name, base: link(&found.host, wanted.port, "") };
    let clock = SystemClock::new()?;
    let now = match wanted.day {
        Some(day) => clock.instant(day.to_datetime(wanted.mail.remind_at))?,
        None => clock.now(),
    };
    let settings = Settings {
        mail: mailer(&wanted.mail)?,
        remind_at: Some(wanted.mail.remind_at),
        ..Settings::default()
    };
    let app = Arc::new(App::new(db, Arc::new(clock), Arc::new(SystemEntropy), settings));
    if wanted.dry_run {
        let looked = look(&app, &place, now).map_err(plain)?;
        output::write(&in_words(&looked.letters, looked.people))?;
        return Ok(ExitCode::SUCCESS);
    }
    if app.settings.mail.way().is_none() {
        bail!("ange e-postservern med --smtp-url, eller visa bara med --dry-run");
    }
    let Tally { sent, waiting, failed } = tick(&app, &place).map_err(plain)?;
    output::write(&format!("{sent} skickade, {waiting} väntar, {failed} nekade\n"))?;
    Ok(if waiting + failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn in_words(letters: &[Letter], people: usize) -> String {
    let mut said = String::new();
    for letter in letters {
        _ = writeln!(
            said,
            "Till: {} <{}>\nÄmne: {}\n",
            letter.name, letter.address, letter.subject
        );
        _ = writeln!(said, "{}\n{}", letter.text, "-".repeat(72));
    }
    if !letters.is_empty() {
        said.push_str(
            "Länkarna som stänger av breven är exempel. De fungerar först i brev som skickas.\n",
        );
    }
    let count = letters.len();
    _ = writeln!(said, "{count} brev till {people} personer som kan få påminnelser.");
    said
}
