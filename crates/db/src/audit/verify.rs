//! Whether a chain is whole: every row follows from the one before, and its content is what it
//! committed to.

use super::{AuditRow, ERASE, ERASED_OBJECT, HEAD, commitment, erased_id};
use crate::migrate::hex;
use crate::{DbError, Row, Tenant, Tx, params};

/// Rows of one piece: memory is bounded by them, however long the chain is.
const PIECE: i64 = 1_000;

/// Why a chain does not verify.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Broken {
    /// A row's number does not follow the one before: a row was removed, added or moved.
    #[error("row {found} where row {expected} should be")]
    Gap {
        /// The number that should come.
        expected: i64,
        /// The number that came.
        found: i64,
    },
    /// A row's content does not give its hash, or its link is not the hash before.
    #[error("row {0} was altered")]
    Altered(i64),
    /// A payload does not match what the row committed to.
    #[error("the content of row {0} was altered")]
    Payload(i64),
    /// A content is gone and no row says that it was erased.
    #[error("the content of row {0} is missing")]
    Missing(i64),
    /// A content stands without its row.
    #[error("a content for row {0}, which does not exist")]
    Stray(i64),
    /// The head does not name the last row: the end was cut off or a row was added.
    #[error("the chain ends at row {last}, its head says {head}")]
    Head {
        /// The last row found.
        last: i64,
        /// What the head says.
        head: i64,
    },
}

/// What a verification found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified {
    /// How many rows the chain has.
    pub rows: i64,
    /// How many contents were erased lawfully.
    pub erased: i64,
    /// The hash of the last row, hexadecimal: compare with what was printed in a report.
    pub head: String,
}

/// Walks a municipality's whole chain in one snapshot. A long one is better walked in pieces, by
/// [`crate::Db::verify`].
///
/// # Errors
/// The engine's. A broken chain is not an error but an answer.
pub fn verify(tx: &mut Tx<'_>) -> Result<Result<Verified, Broken>, DbError> {
    let mut walk = Walk::default();
    loop {
        if let Some(found) = walk.step(tx)? {
            return Ok(found);
        }
    }
}

/// A verification on its way along the chain: begin with the default, and step until it answers.
#[derive(Debug, Default)]
pub struct Walk {
    last: i64,
    prev: Vec<u8>,
    erased: i64,
}

impl Walk {
    /// Walks the next thousand rows, in this transaction's snapshot; the next step may be taken in
    /// another. Answers when the end is reached or the chain is broken.
    ///
    /// # Errors
    /// The engine's.
    pub fn step(&mut self, tx: &mut Tx<'_>) -> Result<Option<Result<Verified, Broken>>, DbError> {
        let from = if self.last == 0 { i64::MIN } else { self.last + 1 };
        let (rows, missing) = match self.piece(tx, from)? {
            Ok(piece) => piece,
            Err(broken) => return Ok(Some(Err(broken))),
        };
        for seq in missing {
            if !erased_by_law(tx, seq)? {
                return Ok(Some(Err(Broken::Missing(seq))));
            }
            self.erased += 1;
        }
        let more = rows == PIECE;
        let until = if more { self.last } else { i64::MAX };
        if let Some(seq) = stray(tx, from, until)? {
            return Ok(Some(Err(Broken::Stray(seq))));
        }
        if more {
            return Ok(None);
        }
        let head = match tx.one(HEAD, &[], |row| Ok((row.int(0)?, row.bytes(1)?))) {
            Err(DbError::Column { .. }) => (-1, Vec::new()),
            head => head?.unwrap_or_default(),
        };
        Ok(Some(self.end(&head)))
    }

    /// Follows the rows from a number on. Tells how many there were, and whose content is gone.
    fn piece(
        &mut self,
        tx: &mut Tx<'_>,
        from: i64,
    ) -> Result<Result<(i64, Vec<i64>), Broken>, DbError> {
        let (tenant, mut rows, mut missing) = (tx.tenant(), 0, Vec::new());
        let mut broken = None;
        tx.each(
            "select r.seq, r.at, r.actor, r.actor_name, r.acting_as, r.session, r.action, \
             r.object, r.object_id, r.version, r.payload_commit, r.prev, r.hash, p.salt, \
             p.payload, p.seq \
             from audit_rows r left join audit_payloads p on p.tenant = r.tenant and p.seq = r.seq \
             where r.tenant = $1 and r.seq >= $2 order by r.seq limit $3",
            params![from, PIECE],
            |row| {
                rows += 1;
                if broken.is_none() {
                    match self.follow(tenant, row) {
                        Ok(true) => {}
                        Ok(false) => missing.push(self.last),
                        Err(found) => broken = Some(found),
                    }
                }
                Ok(())
            },
        )?;
        Ok(broken.map_or(Ok((rows, missing)), Err))
    }

    /// Follows one row; tells whether its content stands.
    fn follow(&mut self, tenant: Tenant, row: &Row<'_>) -> Result<bool, Broken> {
        let expected = self.last + 1;
        let seq = row.int(0).map_err(|_| Broken::Altered(expected))?;
        if seq != expected {
            return Err(Broken::Gap { expected, found: seq });
        }
        // A column that cannot be read as what was written there has been altered.
        let altered = |_| Broken::Altered(seq);
        let audit_row = read(row).map_err(altered)?;
        let (prev, hash) = (row.bytes(11).map_err(altered)?, row.bytes(12).map_err(altered)?);
        if prev != self.prev || audit_row.hash(tenant, &prev) != hash {
            return Err(Broken::Altered(seq));
        }
        let stands = row.maybe_int(15).map_err(|_| Broken::Payload(seq))?.is_some();
        if stands {
            let content = row.bytes(13).and_then(|salt| Ok(commitment(&salt, &row.text(14)?)));
            if content.ok() != Some(audit_row.payload_commit) {
                return Err(Broken::Payload(seq));
            }
        }
        self.last = seq;
        self.prev = hash;
        Ok(stands)
    }

    fn end(&self, (head_seq, head): &(i64, Vec<u8>)) -> Result<Verified, Broken> {
        if *head_seq != self.last || *head != self.prev {
            return Err(Broken::Head { last: self.last, head: *head_seq });
        }
        Ok(Verified { rows: self.last, erased: self.erased, head: hex(&self.prev) })
    }
}

/// Whether a later row says that the content was erased. That row is itself yet to be walked.
fn erased_by_law(tx: &mut Tx<'_>, seq: i64) -> Result<bool, DbError> {
    let found = tx.one(
        "select seq from audit_rows where tenant = $1 and object = $2 and object_id = $3 \
         and action = $4 and seq > $5 limit 1",
        params![ERASED_OBJECT, erased_id(seq), ERASE, seq],
        |row| row.int(0),
    )?;
    Ok(found.is_some())
}

/// A content within a span that has no row.
fn stray(tx: &mut Tx<'_>, from: i64, until: i64) -> Result<Option<i64>, DbError> {
    tx.one(
        "select p.seq from audit_payloads p left join audit_rows r \
         on r.tenant = p.tenant and r.seq = p.seq \
         where p.tenant = $1 and p.seq >= $2 and p.seq <= $3 and r.seq is null \
         order by p.seq limit 1",
        params![from, until],
        |row| row.int(0),
    )
}

fn read(row: &Row<'_>) -> Result<AuditRow, DbError> {
    Ok(AuditRow {
        seq: row.int(0)?,
        at: row.int(1)?,
        actor: row.maybe_id(2)?,
        actor_name: row.text(3)?,
        acting_as: row.text(4)?,
        session: row.text(5)?,
        action: row.text(6)?,
        object: row.text(7)?,
        object_id: row.id(8)?,
        version: row.int(9)?,
        payload_commit: row.bytes(10)?,
    })
}
