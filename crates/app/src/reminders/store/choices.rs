//! What people have chosen.

use db::{DbError, Row, Tx, params};
use domain::ids::PersonId;
use domain::reminders::Pace;
use serde_json::json;

use crate::cx::record;
use crate::i18n::Language;
use crate::web::error::AppError;

/// How a person wants to be reminded.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::reminders) struct Choice {
    /// How often.
    pub(in crate::reminders) pace: Pace,
    /// Whether what is due the same day and came after the digest is sent at once.
    pub(in crate::reminders) immediate: bool,
    /// In which language.
    pub(in crate::reminders) language: Language,
    /// Raised by each change; 0 when nothing has been chosen.
    pub(in crate::reminders) version: i64,
}

impl Default for Choice {
    fn default() -> Self {
        Self { pace: Pace::default(), immediate: true, language: Language::Swedish, version: 0 }
    }
}

/// A choice from four columns that are null where nothing has been chosen.
pub(super) fn choice_row(row: &Row<'_>, first: usize) -> Result<Choice, DbError> {
    let Some(pace) = row.maybe_parsed(first)? else { return Ok(Choice::default()) };
    Ok(Choice {
        pace,
        immediate: row.bool(first + 1)?,
        language: Language::from_code(&row.text(first + 2)?),
        version: row.int(first + 3)?,
    })
}

/// What a person has chosen; the usual where they have not.
pub(in crate::reminders) fn choice_of(
    tx: &mut Tx<'_>,
    person: PersonId,
) -> Result<Choice, DbError> {
    let found = tx.one(
        "select pace, immediate, language, version from reminder_choices \
         where tenant = $1 and person_id = $2",
        params![person.bytes()],
        |row| choice_row(row, 0),
    )?;
    Ok(found.unwrap_or_default())
}

/// Keeps what a person chooses; `version` has been raised by one. Stale when they chose otherwise
/// in another window.
pub(in crate::reminders) fn keep_choice(
    tx: &mut Tx<'_>,
    person: PersonId,
    choice: &Choice,
    at: i64,
) -> Result<(), AppError> {
    let kept = tx.run(
        "insert into reminder_choices (tenant, person_id, pace, immediate, language, at, version) \
         values ($1, $2, $3, $4, $5, $6, $7) on conflict (tenant, person_id) do update set \
         pace = excluded.pace, immediate = excluded.immediate, language = excluded.language, \
         at = excluded.at, version = excluded.version \
         where reminder_choices.version = excluded.version - 1",
        params![
            person.bytes(),
            choice.pace.code(),
            choice.immediate,
            choice.language.code(),
            at,
            choice.version
        ],
    )?;
    if kept == 0 {
        return Err(AppError::Stale);
    }
    let Choice { pace, immediate, language, version } = *choice;
    let after = json!({ "pace": pace, "immediate": immediate, "language": language.code() });
    record(tx, "choose", "reminder_choice", person.bytes(), version, &after)
}
