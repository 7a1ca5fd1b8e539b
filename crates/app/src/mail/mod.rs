//! Mail: what a letter is, and the port by which it leaves. Knows no concept.

mod address;
mod message;
mod refusal;
mod smtp;

use std::sync::Arc;

pub use address::{Security, Server, ServerProblem};
pub use refusal::Refusal;
pub use smtp::{Smtp, SmtpProblem, SmtpSettings};

/// A letter to one person: text first, and the same as plain HTML.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Letter {
    /// The receiver's name.
    pub name: String,
    /// The receiver's address.
    pub address: String,
    /// What stands in the list of letters.
    pub subject: String,
    /// The text.
    pub text: String,
    /// The same as HTML, without anything that is fetched from elsewhere.
    pub html: String,
    /// What tells this letter from all others, the same when it is tried again, so that a server or
    /// reader can see that two are one.
    pub id: String,
    /// Where the receiver says that no more shall come; a POST there is enough, without signing in.
    pub stop_url: String,
    /// When it is written, in microseconds since 1970 in UTC.
    pub at: i64,
}

/// Takes letters. What is taken is the server's to deliver.
pub trait Mail: Send + Sync {
    /// Sends one.
    ///
    /// # Errors
    /// Why it was not taken.
    fn send(&self, letter: &Letter) -> Result<(), Refusal>;

    /// Which server it is, for the page about it: never with a password.
    fn server(&self) -> String;

    /// Whom letters are from.
    fn sender(&self) -> String;
}

/// How letters leave, if they do.
#[derive(Clone, Default)]
pub struct Mailer(Option<Arc<dyn Mail>>);

impl Mailer {
    /// By this way.
    pub fn by(mail: impl Mail + 'static) -> Self {
        Self(Some(Arc::new(mail)))
    }

    /// The way; none when no server has been named, and nothing is sent.
    pub fn way(&self) -> Option<&dyn Mail> {
        self.0.as_deref()
    }
}

impl std::fmt::Debug for Mailer {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_tuple("Mailer").field(&self.0.is_some()).finish()
    }
}
