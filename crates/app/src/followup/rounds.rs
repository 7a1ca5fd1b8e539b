//! Which round is at hand, and the one that comes.

use domain::followup::{AtHand, Round};

use super::store;
use crate::cx::Cx;
use crate::i18n::{Texts, date_short};
use crate::web::error::AppError;

/// The rounds that matter today.
pub fn at_hand(cx: &mut Cx<'_, '_>) -> Result<AtHand, AppError> {
    Ok(AtHand::of(store::rounds(cx.tx)?, cx.today()))
}

/// When a planned round opens, in a sentence.
pub fn planned_words(texts: Texts, round: &Round) -> String {
    texts.followup_planned(date_short(texts.language, round.opens_on), &round.title)
}
