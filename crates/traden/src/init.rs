//! `traden init`: an empty municipality with a steering model and someone who can sign in.

use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::bail;
use app::app::{Clock, installation_author};
use app::people::founding::{Founding, found};
use domain::steering::{InForce, Language, Problem, SteeringModel, check};

use crate::arguments::Init;
use crate::machine::{SystemClock, SystemEntropy};
use crate::output::io_words;
use crate::place::{engine, link, municipality, open_or_make, place_words, plain};

const PRESETS: [(&str, &str); 2] = [
    ("alingsas-2020", include_str!("../../../presets/alingsas-2020.yaml")),
    ("osteraker-2018", include_str!("../../../presets/osteraker-2018.yaml")),
];
/// Longest name of a municipality or a person.
const LONGEST_NAME: usize = 200;

pub(crate) fn run(wanted: &Init) -> anyhow::Result<ExitCode> {
    let host = wanted.host.trim().to_lowercase();
    if host.is_empty() || host.contains(['/', ':', ' ']) {
        bail!("”{}” är inget värdnamn; skriv till exempel mal.kommunen.se", wanted.host);
    }
    let (name, admin) =
        (named(&wanted.name, "--name")?, named(&wanted.admin_name, "--admin-name")?);
    if !wanted.admin_email.contains('@') {
        bail!("”{}” är ingen e-postadress", wanted.admin_email);
    }
    // The model first: a refused one must leave nothing behind.
    let clock = SystemClock::new()?;
    let author = installation_author(&clock, "traden init");
    let today = clock.local(author.at).date();
    let (read, file) = read_model(&wanted.model)?;
    let in_force = InForce { municipality: name, valid_from: None, decision: None, today };
    let own = read.is_of(name);
    let model = read.put_in_force(&in_force)?;
    let open_decisions = model.open_decisions.len();
    let origin = model.version.based_on.clone();
    let yaml = if own { file } else { model.to_yaml() };
    let db = open_or_make(&engine(&wanted.place)?)?;
    if let Some(taken) = municipality(&db, &host)? {
        bail!("värdnamnet {host} används redan av {}", taken.name);
    }
    let founding = Founding {
        host: host.clone(),
        name: name.to_owned(),
        model: Arc::new(model),
        yaml,
        admin_name: admin.to_owned(),
        admin_email: wanted.admin_email.trim().to_owned(),
    };
    let founded = found(&db, &clock, &SystemEntropy, &author, &founding).map_err(plain)?;
    println!("{name} är skapad med styrmodellen {}.", wanted.model);
    if let Some(origin) = origin {
        println!("Modellen bygger på en annan kommuns: {}.", origin.municipality);
    }
    match open_decisions {
        0 => {}
        1 => println!("Modellen lämnar en fråga att besluta. Den har ett förval tills dess."),
        many => {
            println!("Modellen lämnar {many} frågor att besluta. De har ett förval tills dess.");
        }
    }
    println!("{admin} väljer sitt lösenord här, en gång och inom sju dagar:");
    println!("{}", link(&host, wanted.port, &format!("/kod/{}", founded.code)));
    println!("Starta med traden serve{}.", place_words(&wanted.place, wanted.port));
    Ok(ExitCode::SUCCESS)
}

fn named<'n>(name: &'n str, option: &str) -> anyhow::Result<&'n str> {
    let name = name.trim();
    if name.is_empty() || name.contains(char::is_control) {
        bail!("skriv ett namn efter {option}");
    }
    if name.chars().count() > LONGEST_NAME {
        bail!("namnet efter {option} får ha högst {LONGEST_NAME} tecken");
    }
    Ok(name)
}

/// A preset by its name, or a file; with the text it was read from.
fn read_model(name: &str) -> anyhow::Result<(SteeringModel, String)> {
    let bytes = match PRESETS.iter().find(|(preset, _)| *preset == name) {
        Some((_, yaml)) => yaml.as_bytes().to_vec(),
        None => read_file(Path::new(name)).map_err(|error| {
            let presets = PRESETS.map(|(preset, _)| preset).join(", ");
            let why = io_words(&error);
            anyhow::anyhow!(
                "”{name}” är varken en färdig modell ({presets}) eller en fil som kan läsas: {why}"
            )
        })?,
    };
    let model = check(&bytes).into_model().map_err(|problems| refused(name, &problems))?;
    Ok((model, String::from_utf8(bytes)?))
}

/// A file larger than this is not read to its end to be told that it is too large.
const MOST_READ: u64 = 64 * 1024 * 1024;

/// A model file.
pub(crate) fn read_file(file: &Path) -> std::io::Result<Vec<u8>> {
    use std::io::Read;
    let mut bytes = Vec::new();
    std::fs::File::open(file)?.take(MOST_READ).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Why a file is no model, in one line.
pub(crate) fn refused(name: &str, problems: &[Problem]) -> anyhow::Error {
    let first = problems.first().map(|problem| problem.explain(Language::Swedish).what);
    anyhow::anyhow!(
        "modellen underkändes med {} fel. {} Se alla med traden model check {name}",
        problems.len(),
        first.unwrap_or_default()
    )
}
