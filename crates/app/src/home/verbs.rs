//! What is left of an account as tasks with verbs: on the page of who writes it and in their letters.

use domain::followup::{Need, PartKind};
use domain::statistics::Movement;

use super::many;
use crate::followup::store::Part;
use crate::followup::{Group, LeftStop};
use crate::i18n::Texts;

/// What there is to do at a stop. How its measure moves says more, where the caller knows it.
pub(crate) fn task_title(texts: Texts, stop: &LeftStop<'_>, movement: Option<Movement>) -> String {
    let count = many(stop.parts.len());
    match (stop.group, stop.parts.first()) {
        (Some(Group::Money), _) => texts.home_confirm_money(count),
        (Some(Group::Usual), _) | (None, None) => texts.home_confirm_usual(count),
        (None, Some(part)) => verb(texts, part, movement),
    }
}

fn verb(texts: Texts, part: &Part, movement: Option<Movement>) -> String {
    let name = lowered(&part.title);
    match part.kind {
        PartKind::Summary if part.words().is_empty() => texts.home_write_summary().to_owned(),
        PartKind::Summary => texts.home_approve_summary().to_owned(),
        PartKind::Goal => texts.home_judge(&part.title),
        PartKind::Activity => texts.home_tell_late(name),
        PartKind::Question => texts.home_answer(&part.title),
        PartKind::Assignment => texts.home_answer_assignment(&part.title),
        PartKind::Forecast => texts.home_say_forecast().to_owned(),
        PartKind::Economy | PartKind::Measure => of_measure(texts, part, (movement, name)),
    }
}

fn of_measure(texts: Texts, part: &Part, (movement, name): (Option<Movement>, String)) -> String {
    if part.eased {
        return texts.home_confirm_eased(name);
    }
    let worsens = part.needs.contains(&Need::Worsening);
    match movement.filter(|_| worsens) {
        Some(Movement::Up) => texts.home_tell_rises(name),
        Some(Movement::Down) => texts.home_tell_falls(name),
        _ if part.kind == PartKind::Measure && part.needs.contains(&Need::TargetNotMet) => {
            texts.home_tell_missed(name)
        }
        _ => texts.home_comment(name),
    }
}

/// A name inside a sentence; abbreviations keep their capitals.
fn lowered(name: &str) -> String {
    let mut letters = name.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => name.to_owned(),
    }
}
