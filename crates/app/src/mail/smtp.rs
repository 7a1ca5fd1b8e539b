//! Letters by SMTP. The connection is kept while there is more to send; encryption is never given up
//! for a server that does not offer it.

use std::time::Duration;

use lettre::message::Mailbox;
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Certificate, Tls, TlsParameters};
use lettre::transport::smtp::extension::ClientId;
use lettre::transport::smtp::{Error, PoolConfig};
use lettre::{SmtpTransport, Transport};

use super::message::message;
use super::{Letter, Mail, Refusal, Security, Server};

/// Longest explanation of a refusal that is kept.
const LONGEST_DETAIL: usize = 300;
/// How a certificate begins in a file.
const PEM_BEGINS: &str = "-----BEGIN CERTIFICATE-----";

/// How letters are sent.
#[derive(Clone)]
pub struct SmtpSettings {
    /// The server.
    pub server: Server,
    /// The password, where the server asks for a name.
    pub password: Option<String>,
    /// Whom letters are from, such as `Tråden <traden@kommun.se>`.
    pub from: String,
    /// More certificates to trust, in PEM; those of the web are trusted already.
    pub certificates: Option<Vec<u8>>,
    /// How long the server may be silent.
    pub patience: Duration,
}

/// Why letters cannot be sent as the settings say.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum SmtpProblem {
    /// The sender is no address.
    #[error("the sender is no address: {0}")]
    Sender(String),
    /// The certificates cannot be read.
    #[error("the certificates cannot be read: {0}")]
    Certificates(String),
    /// A name without a password, or the other way around.
    #[error("a name needs a password and a password a name")]
    Password,
}

/// A server that takes letters.
pub struct Smtp {
    transport: SmtpTransport,
    server: Server,
    from: Mailbox,
}

impl Smtp {
    /// Prepares; nothing is said to the server before there is a letter.
    ///
    /// # Errors
    /// Why it cannot.
    pub fn new(settings: SmtpSettings) -> Result<Self, SmtpProblem> {
        let SmtpSettings { server, password, from, certificates, patience } = settings;
        let from: Mailbox =
            from.parse().map_err(|error| SmtpProblem::Sender(format!("{error}")))?;
        let tls = || parameters(&server, certificates.as_deref());
        let tls = match server.security {
            Security::Tls => Tls::Wrapper(tls()?),
            Security::StartTls => Tls::Required(tls()?),
            Security::Plain => Tls::None,
        };
        let mut builder = SmtpTransport::builder_dangerous(&server.host)
            .port(server.port)
            .tls(tls)
            .timeout(Some(patience))
            .hello_name(ClientId::Domain(from.email.domain().to_owned()))
            .pool_config(PoolConfig::new().max_size(1).idle_timeout(patience));
        builder = match (&server.user, password) {
            (Some(user), Some(password)) => {
                builder.credentials(Credentials::new(user.clone(), password))
            }
            (None, None) => builder,
            _ => return Err(SmtpProblem::Password),
        };
        Ok(Self { transport: builder.build(), server, from })
    }
}

fn parameters(server: &Server, certificates: Option<&[u8]>) -> Result<TlsParameters, SmtpProblem> {
    let unreadable = |error: Error| SmtpProblem::Certificates(detail(&error));
    let mut builder = TlsParameters::builder(server.host.clone());
    if let Some(pem) = certificates {
        // A file without any would be read as none to add, and nobody would know why TLS fails.
        if !String::from_utf8_lossy(pem).contains(PEM_BEGINS) {
            return Err(SmtpProblem::Certificates("no certificate stands in the file".to_owned()));
        }
        builder = builder.add_root_certificate(Certificate::from_pem(pem).map_err(unreadable)?);
    }
    builder.build().map_err(unreadable)
}

impl Mail for Smtp {
    fn send(&self, letter: &Letter) -> Result<(), Refusal> {
        let message = message(letter, &self.from).map_err(Refusal::Never)?;
        self.transport.send(&message).map(|_| ()).map_err(|error| refusal(&error))
    }

    fn server(&self) -> String {
        format!("{}:{}", self.server.host, self.server.port)
    }

    fn sender(&self) -> String {
        self.from.to_string()
    }
}

fn refusal(error: &Error) -> Refusal {
    let words = detail(error);
    // The letter cannot be given to this server at all, such as an address outside ASCII where the
    // server takes none. Others may.
    if error.is_client() {
        return Refusal::Never(words);
    }
    let code = error.status().map(u16::from);
    match code {
        // Not let in (RFC 4954), or about to close: the same for every letter.
        Some(421 | 454 | 530..=538) | None => Refusal::NoServer(words),
        Some(500..) => Refusal::Never(words),
        Some(_) => Refusal::Later(words),
    }
}

/// What went wrong with its causes, on one line.
fn detail(error: &Error) -> String {
    let mut words = error.to_string();
    let mut cause = std::error::Error::source(error);
    while let Some(one) = cause {
        let more = one.to_string();
        if !words.contains(&more) {
            words.push_str(": ");
            words.push_str(&more);
        }
        cause = one.source();
    }
    let line: String = words.chars().map(|one| if one.is_control() { ' ' } else { one }).collect();
    line.chars().take(LONGEST_DETAIL).collect()
}
