//! `traden invite`: a new one-time code for somebody in the register.

use std::process::ExitCode;

use anyhow::{Context, bail};
use app::app::installation_author;
use app::identity::{issue_code, store};
use app::web::error::AppError;

use crate::arguments::Invite;
use crate::machine::{SystemClock, SystemEntropy};
use crate::place::{link, municipality, open, plain};

pub(crate) fn run(wanted: &Invite) -> anyhow::Result<ExitCode> {
    let db = open(&wanted.place)?;
    let found = municipality(&db, &wanted.host)?
        .with_context(|| format!("ingen kommun har värdnamnet {}", wanted.host))?;
    let email = wanted.email.to_lowercase();
    let person = db
        .read(found.tenant, |tx| store::person_by_email(tx, &email))?
        .with_context(|| format!("ingen person i {} har adressen {email}", found.name))?;
    if person.left_on.is_some() {
        bail!("{} har slutat. Ta först tillbaka personen i registret", person.name);
    }
    let author = installation_author(&SystemClock::new()?, "traden invite");
    let (id, account) = (person.id, email.clone());
    db.write_control(found.tenant, &author, move |tx| {
        store::insert_account(tx, id, &account)?;
        Ok::<_, AppError>(())
    })
    .map_err(plain)?;
    let code = issue_code(&db, &SystemEntropy, found.tenant, &author, id).map_err(plain)?;
    println!("{} väljer ett nytt lösenord här, en gång och inom sju dagar:", person.name);
    println!("{}", link(&found.host, wanted.port, &format!("/kod/{code}")));
    Ok(ExitCode::SUCCESS)
}
