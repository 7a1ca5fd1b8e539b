//! What comes out of a statement.

use std::str::FromStr;

use crate::DbError;
use crate::whole::Whole;

/// One row of an answer, valid while the closure that reads it runs.
pub struct Row<'r>(pub(crate) Inner<'r>);

pub(crate) enum Inner<'r> {
    Lite(&'r rusqlite::Row<'r>),
    Pg(&'r postgres::Row),
}

impl Row<'_> {
    fn read<T>(&self, column: usize) -> Result<T, DbError>
    where
        T: rusqlite::types::FromSql + for<'a> postgres::types::FromSql<'a>,
    {
        match &self.0 {
            Inner::Lite(row) => row.get(column).map_err(|error| error.to_string()),
            Inner::Pg(row) => row.try_get(column).map_err(|error| error.to_string()),
        }
        .map_err(|detail| DbError::Column { column, detail })
    }

    /// A whole number.
    ///
    /// # Errors
    /// All readers answer [`DbError::Column`] when the column holds something else.
    pub fn int(&self, column: usize) -> Result<i64, DbError> {
        self.maybe_int(column)?
            .ok_or_else(|| DbError::Column { column, detail: "nothing, not a number".to_owned() })
    }

    /// A whole number or nothing.
    pub fn maybe_int(&self, column: usize) -> Result<Option<i64>, DbError> {
        match &self.0 {
            Inner::Lite(row) => row.get(column).map_err(|error| error.to_string()),
            Inner::Pg(row) => row
                .try_get::<_, Option<Whole>>(column)
                .map(|number| number.map(|Whole(number)| number))
                .map_err(|error| error.to_string()),
        }
        .map_err(|detail| DbError::Column { column, detail })
    }

    /// Truth kept as 0 or 1.
    pub fn bool(&self, column: usize) -> Result<bool, DbError> {
        Ok(self.int(column)? != 0)
    }

    /// Text.
    pub fn text(&self, column: usize) -> Result<String, DbError> {
        self.read(column)
    }

    /// Text or nothing.
    pub fn maybe_text(&self, column: usize) -> Result<Option<String>, DbError> {
        self.read(column)
    }

    /// Bytes.
    pub fn bytes(&self, column: usize) -> Result<Vec<u8>, DbError> {
        self.read(column)
    }

    /// Bytes or nothing.
    pub fn maybe_bytes(&self, column: usize) -> Result<Option<Vec<u8>>, DbError> {
        self.read(column)
    }

    /// A typed id kept as 16 bytes.
    pub fn id<T: From<[u8; 16]>>(&self, column: usize) -> Result<T, DbError> {
        to_id(column, &self.bytes(column)?)
    }

    /// A typed id or nothing.
    pub fn maybe_id<T: From<[u8; 16]>>(&self, column: usize) -> Result<Option<T>, DbError> {
        let bytes: Option<Vec<u8>> = self.read(column)?;
        bytes.map(|bytes| to_id(column, &bytes)).transpose()
    }

    /// Text that a domain type reads, such as a day or a role.
    pub fn parsed<T: FromStr>(&self, column: usize) -> Result<T, DbError> {
        let text = self.text(column)?;
        text.parse()
            .map_err(|_| DbError::Column { column, detail: format!("cannot read {text:?}") })
    }

    /// Text that a domain type reads, or nothing.
    pub fn maybe_parsed<T: FromStr>(&self, column: usize) -> Result<Option<T>, DbError> {
        self.maybe_text(column)?
            .map(|text| {
                text.parse().map_err(|_| DbError::Column {
                    column,
                    detail: format!("cannot read {text:?}"),
                })
            })
            .transpose()
    }
}

fn to_id<T: From<[u8; 16]>>(column: usize, bytes: &[u8]) -> Result<T, DbError> {
    <[u8; 16]>::try_from(bytes)
        .map(T::from)
        .map_err(|_| DbError::Column { column, detail: format!("{} bytes, not 16", bytes.len()) })
}
