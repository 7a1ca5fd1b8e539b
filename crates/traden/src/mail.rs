//! The way letters leave, as the command line says.

use std::time::Duration;

use anyhow::{Context, bail};
use app::mail::{Mailer, Server, ServerProblem, Smtp, SmtpProblem, SmtpSettings};

use crate::arguments::Mail;
use crate::output::io_words;

/// How long a server may be silent.
const PATIENCE: Duration = Duration::from_secs(30);

/// The way; none where no server is named.
pub(crate) fn mailer(wanted: &Mail) -> anyhow::Result<Mailer> {
    let Some(url) = &wanted.smtp_url else { return Ok(Mailer::default()) };
    let Some(from) = wanted.smtp_from.clone() else {
        bail!("ange avsändaren med --smtp-from");
    };
    let server = Server::read(url, wanted.smtp_insecure_loopback).map_err(explained)?;
    let password = match &wanted.smtp_password_file {
        Some(file) => {
            let text = std::fs::read_to_string(file).map_err(|error| {
                anyhow::anyhow!("filen med lösenordet kan inte läsas: {}", io_words(&error))
            })?;
            Some(text.trim_end_matches(['\r', '\n']).to_owned())
        }
        None => from_environment(),
    };
    let certificates = wanted.smtp_ca.as_ref().map(std::fs::read).transpose();
    let certificates = certificates.context("filen med certifikat kan inte läsas")?;
    let settings = SmtpSettings { server, password, from, certificates, patience: PATIENCE };
    let smtp = Smtp::new(settings).map_err(|problem| match problem {
        SmtpProblem::Sender(_) => {
            anyhow::anyhow!("avsändaren i --smtp-from går inte att läsa som en adress")
        }
        SmtpProblem::Certificates(why) => {
            anyhow::anyhow!("certifikaten i --smtp-ca går inte att läsa: {why}")
        }
        SmtpProblem::Password => anyhow::anyhow!(
            "användarnamn i --smtp-url och lösenord hör ihop: ange båda eller inget av dem"
        ),
    })?;
    Ok(Mailer::by(smtp))
}

/// A password is never an argument: those are seen by everyone on the computer.
#[expect(clippy::disallowed_methods, reason = "the binary is what reads the environment")]
fn from_environment() -> Option<String> {
    std::env::var("TRADEN_SMTP_PASSWORD").ok().filter(|password| !password.is_empty())
}

fn explained(problem: ServerProblem) -> anyhow::Error {
    let words = match problem {
        ServerProblem::Scheme => "den ska börja med smtp:// eller smtps://",
        ServerProblem::Host => "den nämner ingen server",
        ServerProblem::Port => "porten ska vara ett tal från 1 till 65535",
        ServerProblem::Password => {
            "lösenordet ska stå i en fil (--smtp-password-file) eller i TRADEN_SMTP_PASSWORD"
        }
        ServerProblem::NotLoopback => {
            "--smtp-insecure-loopback går bara ihop med en server på den här datorn"
        }
    };
    anyhow::anyhow!("adressen i --smtp-url går inte att använda: {words}")
}
