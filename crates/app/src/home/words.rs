//! Small words that several roles' pages share.

use domain::followup::{AtHand, Round};
use domain::ids::OrgUnitId;
use jiff::civil::Date;
use maud::{Markup, html};

use crate::cx::Cx;
use crate::followup::planned_words;
use crate::i18n::Texts;
use crate::oversight;
use crate::past;
use crate::web::error::Answer;
use crate::web::ui::empty_state;

/// A number as a count of texts.
pub(super) fn many(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// An identity on the page, told apart where there are several of the kind.
pub(super) fn nth_id(id: &str, nth: usize) -> String {
    if nth == 0 { id.to_owned() } else { format!("{id}-{}", nth + 1) }
}

/// A number as a word at the beginning of a sentence.
pub(super) fn counted(cx: &Cx<'_, '_>, number: usize) -> String {
    domain::steering::capitalised(&crate::i18n::number_word(cx.language(), many(number)))
}

/// What to say where nothing waits: when the next round opens, if one is planned.
pub(super) fn nothing_waits(cx: &Cx<'_, '_>, rounds: &AtHand) -> Markup {
    let texts = cx.texts();
    let planned = rounds.planned.as_ref().map(|round| planned_words(texts, round));
    let why = planned.as_deref().unwrap_or(texts.home_nothing_waits_text());
    empty_state(texts.followup_no_round(), why, None)
}

/// A round's title without the year, which everybody knows.
pub(super) fn round_title(round: &Round) -> &str {
    let title = round.title.as_str();
    let year = round.period.year().to_string();
    title.strip_suffix(year.as_str()).map_or(title, str::trim_end)
}

/// The way to everything that the visitor has oversight of.
pub(super) fn oversight_way(texts: Texts) -> Markup {
    html! { p { a href=(oversight::URL) { (texts.oversight_title()) } ". " span.soft { (texts.oversight_lead()) } } }
}

/// What has changed since the year began, or since there was anything: the day, the words and the
/// address of the page that tells.
pub(super) fn changed(
    cx: &mut Cx<'_, '_>,
    within: Option<OrgUnitId>,
) -> Answer<(Date, String, String)> {
    let today = cx.today();
    let new_year = Date::new(today.year(), 1, 1).unwrap_or(today);
    let begun = past::begun_at(cx.tx)?.map(|at| cx.app.clock.local(at).date());
    let from = begun.map_or(new_year, |begun| begun.max(new_year));
    let words = cx.texts().past_changed_since(crate::i18n::date(cx.language(), from));
    let unit = within.map(|unit| format!("&enhet={unit}")).unwrap_or_default();
    Ok((from, words, format!("/trad/andrat?fran={from}{unit}")))
}

/// A name inside a sentence; abbreviations keep their capitals.
pub(super) fn lowered(name: &str) -> String {
    let mut letters = name.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => name.to_owned(),
    }
}
