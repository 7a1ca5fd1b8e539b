//! When the answers to a question were read above those who answered, or quoted: one row for each
//! question and round, not for each time.

use std::collections::{BTreeMap, BTreeSet};

use db::{DbError, Tx, Value, params};
use domain::ids::{QuestionId, RoundId};

/// What was done with the answers.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum How {
    /// Somebody above opened an account with an answer.
    Read,
    /// A report that quotes them was frozen.
    Quoted,
}

impl How {
    fn code(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Quoted => "quoted",
        }
    }
}

/// When the answers to a question were last read and quoted.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Read {
    /// Read, microseconds since 1970 in UTC; none when never.
    pub read_at: Option<i64>,
    /// Quoted.
    pub quoted_at: Option<i64>,
}

/// When the answers to each question were last read and quoted.
pub fn last_reads(tx: &mut Tx<'_>) -> Result<BTreeMap<QuestionId, Read>, DbError> {
    let rows = tx.all(
        "select question_id, how, max(at) from question_reads where tenant = $1 \
         group by question_id, how",
        &[],
        |row| Ok((row.id::<QuestionId>(0)?, row.text(1)?, row.int(2)?)),
    )?;
    let mut found: BTreeMap<QuestionId, Read> = BTreeMap::new();
    for (question, how, at) in rows {
        let read = found.entry(question).or_default();
        match how.as_str() {
            "quoted" => read.quoted_at = Some(at),
            _ => read.read_at = Some(at),
        }
    }
    Ok(found)
}

/// The questions of a round whose answers it is noted of.
pub fn read_in(tx: &mut Tx<'_>, round: RoundId, how: How) -> Result<BTreeSet<QuestionId>, DbError> {
    let rows = tx.all(
        "select question_id from question_reads where tenant = $1 and round_id = $2 and how = $3",
        params![round.bytes(), how.code()],
        |row| row.id(0),
    )?;
    Ok(rows.into_iter().collect())
}

/// Notes that answers were read or quoted; what is noted already stays as it was. It is no matter of
/// history, so the caller says what the write is.
pub fn note_reads(
    tx: &mut Tx<'_>,
    round: RoundId,
    (how, at): (How, i64),
    questions: &BTreeSet<QuestionId>,
) -> Result<u64, DbError> {
    let rows = questions.iter().map(|question| {
        vec![question.bytes().into(), round.bytes().into(), how.code().into(), at.into()]
    });
    tx.run_many(
        "insert into question_reads (tenant, question_id, round_id, how, at) \
         values ($1, $2, $3, $4, $5) on conflict do nothing",
        rows.collect::<Vec<Vec<Value>>>(),
    )
}
