//! Why a letter was not taken: what is the same for every letter, what may pass, and what will not.

/// Why a letter was not taken. The words are the server's, for who looks after it.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum Refusal {
    /// The server cannot be reached, does not answer or lets nobody in: the same for every letter.
    #[error("{0}")]
    NoServer(String),
    /// This letter was not taken now and may be later.
    #[error("{0}")]
    Later(String),
    /// This letter will not be taken, such as to an address that does not exist.
    #[error("{0}")]
    Never(String),
}
