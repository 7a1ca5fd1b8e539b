//! `traden init`: an empty municipality with a steering model and someone who can sign in.

use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::{Context, bail};
use app::app::{Clock, installation_author, new_id};
use app::identity::{issue_code, store};
use app::organisation::store::insert_org_unit;
use app::steering::store::insert_model;
use app::web::error::AppError;
use db::{Author, Db, Tenant};
use domain::access::AccessRole;
use domain::ids::{GrantId, OrgUnitId, PersonId};
use domain::organisation::OrgUnit;
use domain::steering::{Language, OrgLevelKind, SteeringModel, capitalised, check};
use jiff::civil::Date;

use crate::arguments::Init;
use crate::machine::{SystemClock, SystemEntropy};
use crate::place::{engine, link, municipality, open_or_make, plain};

const PRESETS: [(&str, &str); 2] = [
    ("alingsas-2020", include_str!("../../../presets/alingsas-2020.yaml")),
    ("osteraker-2018", include_str!("../../../presets/osteraker-2018.yaml")),
];

pub(crate) fn run(wanted: &Init) -> anyhow::Result<ExitCode> {
    let host = wanted.host.trim().to_lowercase();
    if host.is_empty() || host.contains(['/', ':', ' ']) {
        bail!("”{}” är inget värdnamn; skriv till exempel mal.kommunen.se", wanted.host);
    }
    if !wanted.admin_email.contains('@') {
        bail!("”{}” är ingen e-postadress", wanted.admin_email);
    }
    // The model first: a refused one must leave nothing behind.
    let (model, yaml) = read_model(&wanted.model)?;
    let open_decisions = model.open_decisions.len();
    let db = open_or_make(&engine(&wanted.place)?)?;
    if let Some(taken) = municipality(&db, &host)? {
        bail!("värdnamnet {host} används redan av {}", taken.name);
    }
    let code = found(&db, &Founding { wanted, host: &host, model: Arc::new(model), yaml })?;
    println!("{} är skapad med styrmodellen {}.", wanted.name, wanted.model);
    if open_decisions > 0 {
        println!(
            "Modellen lämnar {open_decisions} frågor att besluta. De har ett förval tills dess."
        );
    }
    println!("{} väljer sitt lösenord här, en gång och inom sju dagar:", wanted.admin_name);
    println!("{}", link(&host, &format!("/kod/{code}")));
    println!("Starta med traden serve.");
    Ok(ExitCode::SUCCESS)
}

/// A preset by its name, or a file.
fn read_model(name: &str) -> anyhow::Result<(SteeringModel, String)> {
    let yaml = match PRESETS.iter().find(|(preset, _)| *preset == name) {
        Some((_, yaml)) => (*yaml).to_owned(),
        None => std::fs::read_to_string(Path::new(name)).with_context(|| {
            let presets = PRESETS.map(|(preset, _)| preset).join(", ");
            format!("”{name}” är varken en färdig modell ({presets}) eller en fil som kan läsas")
        })?,
    };
    let model = check(yaml.as_bytes()).into_model().map_err(|problems| {
        let first = problems.first().map(|problem| problem.explain(Language::Swedish).what);
        anyhow::anyhow!(
            "modellen underkändes med {} fel. {} Se alla med traden model check {name}",
            problems.len(),
            first.unwrap_or_default()
        )
    })?;
    Ok((model, yaml))
}

struct Founding<'a> {
    wanted: &'a Init,
    host: &'a str,
    model: Arc<SteeringModel>,
    yaml: String,
}

/// Writes the municipality and answers the administrator's code. The host name comes last, so that a
/// founding that stops half way can be made anew.
fn found(db: &Db, founding: &Founding<'_>) -> anyhow::Result<String> {
    let clock = SystemClock::new()?;
    let author = installation_author(&clock, "traden init");
    let today = clock.local(author.at).date();
    let tenant = Tenant(new_id(&clock, &SystemEntropy));
    let person: PersonId = new_id(&clock, &SystemEntropy).into();
    let email = founding.wanted.admin_email.to_lowercase();
    plant(db, founding, (tenant, &author), (person, today))?;
    let account = email.clone();
    db.write_control(tenant, &author, move |tx| store::insert_account(tx, person, &account))
        .map_err(plain)?;
    let code = issue_code(db, &SystemEntropy, tenant, &author, person).map_err(plain)?;
    let (host, name) = (founding.host.to_owned(), founding.wanted.name.clone());
    db.write_control(tenant, &author, move |tx| store::insert_tenant(tx, &host, &name))
        .map_err(plain)?;
    Ok(code)
}

/// The model, the top of the organisation and the administrator's role there.
fn plant(
    db: &Db,
    founding: &Founding<'_>,
    (tenant, author): (Tenant, &Author),
    (person, today): (PersonId, Date),
) -> anyhow::Result<()> {
    let clock = SystemClock::new()?;
    let top = top_unit(&founding.model, new_id(&clock, &SystemEntropy).into(), today)?;
    let grant: GrantId = new_id(&clock, &SystemEntropy).into();
    let (model, yaml) = (Arc::clone(&founding.model), founding.yaml.clone());
    let row = store::PersonRow {
        id: person,
        name: founding.wanted.admin_name.clone(),
        title: String::new(),
        email: founding.wanted.admin_email.to_lowercase(),
        version: 1,
        left_on: None,
    };
    db.write(tenant, author, move |tx| {
        insert_model(tx, &model, &yaml, model.version.valid_from.unwrap_or(today))?;
        insert_org_unit(tx, &top)?;
        store::insert_person(tx, &row)?;
        store::insert_grant(tx, grant, person, (AccessRole::Administrator, top.id), today)?;
        Ok::<_, AppError>(())
    })
    .map_err(plain)
}

/// The council, called what the model calls that level; the first level where there is no council.
fn top_unit(model: &SteeringModel, id: OrgUnitId, today: Date) -> anyhow::Result<OrgUnit> {
    let levels = &model.org_levels;
    let level = levels
        .iter()
        .find(|level| level.kind == OrgLevelKind::Council)
        .or(levels.first())
        .context("modellen har inga nivåer i organisationen")?;
    Ok(OrgUnit {
        id,
        level: level.id.as_str().to_owned(),
        kind: level.kind,
        parent: None,
        name: capitalised(&level.name.singular),
        valid_from: model.version.valid_from.map_or(today, |from| from.min(today)),
        valid_to: None,
        succeeded_by: None,
        version: 1,
    })
}
