//! What can go wrong below a closure.

/// An engine's refusal. The text is for logs, never for a page.
#[derive(Debug, thiserror::Error)]
pub enum DbError {
    /// A named constraint was broken; callers map the names they expect.
    #[error("constraint {name} broken: {detail}")]
    Constraint {
        /// The constraint's name in the schema; the column's, as `table.column`, for `not null`.
        name: String,
        /// The engine's words.
        detail: String,
    },
    /// Another transaction won; the write is tried again by the port.
    #[error("conflict with another transaction")]
    Conflict,
    /// A transaction was begun inside another on the same thread; it would wait for itself when
    /// others do the same.
    #[error("a transaction inside a transaction")]
    Nested,
    /// All connections stayed taken, or a lock stayed held, for too long.
    #[error("a connection or a lock did not become free in time")]
    Busy,
    /// A statement failed before in this transaction; nothing more is done in it.
    #[error("the transaction has failed")]
    Doomed,
    /// The installation was opened for looking only.
    #[error("the installation is open for reading only")]
    ReadOnly,
    /// What is sent to the database would cross a network in clear.
    #[error(
        "the connection to {host} would not be encrypted; reach the database on this machine, \
         through a socket or a tunnel, or add sslmode=disable when the network itself is safe"
    )]
    Unencrypted {
        /// The host that is not this machine.
        host: String,
    },
    /// No such municipality in this installation.
    #[error("no such municipality")]
    NoTenant,
    /// A column held something else than the code expects.
    #[error("column {column}: {detail}")]
    Column {
        /// Position in the row.
        column: usize,
        /// What was wrong.
        detail: String,
    },
    /// A write changed rows and recorded no change: a defect in the caller.
    #[error("a write left no audit row")]
    Unaudited,
    /// A closure panicked; its work was rolled back.
    #[error("the work panicked and was rolled back")]
    Panicked,
    /// The schema is newer than the program, or was tampered with.
    #[error("schema: {0}")]
    Schema(String),
    /// Anything else.
    #[error("{0}")]
    Engine(String),
}

impl From<rusqlite::Error> for DbError {
    fn from(error: rusqlite::Error) -> Self {
        match &error {
            rusqlite::Error::SqliteFailure(failure, message)
                if failure.code == rusqlite::ErrorCode::ConstraintViolation =>
            {
                let detail = message.clone().unwrap_or_default();
                Self::Constraint { name: detail.clone(), detail }
            }
            _ => Self::Engine(error.to_string()),
        }
    }
}

impl From<postgres::Error> for DbError {
    fn from(error: postgres::Error) -> Self {
        let Some(cause) = error.as_db_error() else {
            return Self::Engine(error.to_string());
        };
        if matches!(cause.code().code(), "40001" | "40P01") {
            return Self::Conflict;
        }
        if cause.code().code() == "55P03" {
            return Self::Busy;
        }
        if cause.code().code().starts_with("23") {
            return Self::Constraint {
                name: match (cause.constraint(), cause.table(), cause.column()) {
                    (Some(name), ..) => name.to_owned(),
                    (None, Some(table), Some(column)) => format!("{table}.{column}"),
                    _ => String::new(),
                },
                detail: cause.message().to_owned(),
            };
        }
        Self::Engine(format!("{}: {}", cause.code().code(), cause.message()))
    }
}

impl From<std::io::Error> for DbError {
    fn from(error: std::io::Error) -> Self {
        Self::Engine(error.to_string())
    }
}
