//! Why a request cannot be answered. What a rule refuses is not an error: the form is shown again.

use db::DbError;

/// The four ways a request fails.
#[derive(Debug)]
pub enum AppError {
    /// 404; also when the visitor may not know that it exists.
    NotFound,
    /// 403; the page may be known, the visitor's role does not reach it.
    Forbidden,
    /// 409; somebody else changed it first and the form at hand cannot show both.
    Stale,
    /// 500, or 503 when it goes well a little later; the cause is logged and never shown.
    Internal(anyhow::Error),
}

impl AppError {
    /// Whether it goes well a little later: 503 rather than 500.
    pub fn is_busy(&self) -> bool {
        match self {
            Self::Internal(cause) => {
                cause.is::<Busy>() || matches!(cause.downcast_ref(), Some(DbError::Busy))
            }
            _ => false,
        }
    }
}

/// Too many do the same at once.
#[derive(Clone, Copy, Debug)]
pub struct Busy;

impl std::fmt::Display for Busy {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.write_str("too many do the same at once")
    }
}

impl std::error::Error for Busy {}

impl<E: Into<anyhow::Error>> From<E> for AppError {
    fn from(error: E) -> Self {
        Self::Internal(error.into())
    }
}

/// What handlers answer.
pub type Answer<T = super::response::Response> = Result<T, AppError>;

/// Absence where it is expected.
pub trait OrNotFound<T> {
    /// The value, or a 404.
    fn or_not_found(self) -> Result<T, AppError>;
}

impl<T> OrNotFound<T> for Option<T> {
    fn or_not_found(self) -> Result<T, AppError> {
        self.ok_or(AppError::NotFound)
    }
}

/// Whether a constraint with this name (or on these columns, as SQLite says it) was broken.
pub fn broke(error: &DbError, constraint: &str) -> bool {
    matches!(error, DbError::Constraint { name, .. } if name.contains(constraint))
}
