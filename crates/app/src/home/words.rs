//! Small words and the open round, which several roles' pages share.

use domain::followup::Round;

use crate::cx::Cx;
use crate::web::error::AppError;

/// A number as a count of texts.
pub(super) fn many(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// A number as a word at the beginning of a sentence.
pub(super) fn counted(cx: &Cx<'_, '_>, number: usize) -> String {
    domain::steering::capitalised(&crate::i18n::number_word(cx.language(), many(number)))
}

/// The round that is open now, the one due first.
pub(super) fn open_round(cx: &mut Cx<'_, '_>) -> Result<Option<Round>, AppError> {
    let today = cx.today();
    let rounds = crate::followup::store::rounds(cx.tx)?;
    Ok(rounds.into_iter().rfind(|round| round.is_open(today)))
}

/// A round's title without the year, which everybody knows.
pub(super) fn round_title(round: &Round) -> &str {
    let title = round.title.as_str();
    let year = round.period.year().to_string();
    title.strip_suffix(year.as_str()).map_or(title, str::trim_end)
}
