//! Choosing which round a page is about: what is open, what was and what each asks for.

use domain::followup::{Round, TemplateStop};
use domain::ids::RoundId;
use maud::{Markup, html};

use super::super::store;
use super::all_seen;
use crate::cx::Cx;
use crate::web::error::AppError;
use crate::web::ui::{Filter, Filters, Link, filter_pills};

/// Rounds to choose among; older ones are in the list of rounds.
const MOST: usize = 8;

/// The choice of round on a page about a body; nothing where there is one only.
pub fn round_choice(
    cx: &mut Cx<'_, '_>,
    address: &str,
    round: RoundId,
) -> Result<Markup, AppError> {
    let rounds = all_seen(cx)?;
    Ok(round_choice_among(cx, rounds, address, round))
}

/// The same where the rounds are read already.
pub fn round_choice_among(
    cx: &Cx<'_, '_>,
    mut rounds: Vec<Round>,
    address: &str,
    round: RoundId,
) -> Markup {
    let today = cx.today();
    rounds.retain(|one| one.opens_on <= today || one.id == round);
    if rounds.len() < 2 {
        return html! {};
    }
    let shown = rounds.iter().position(|one| one.id == round).unwrap_or(0);
    // One that is older than those shown is still what the page is about.
    if shown >= MOST {
        rounds.swap(shown, MOST - 1);
    }
    rounds.truncate(MOST);
    let chosen = rounds.iter().position(|one| one.id == round).unwrap_or(0);
    let link = |one: &Round| Link::new(format!("{address}?runda={}", one.id), &one.title);
    let texts = cx.texts();
    filter_pills(&Filters {
        label: texts.followup_choose_round().to_owned(),
        filters: vec![Filter::OneOf {
            name: texts.followup_column_round().to_owned(),
            choices: rounds.iter().map(link).collect(),
            chosen,
        }],
        note: String::new(),
    })
}

/// What a round asks of those who report.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Asks {
    /// Judgements of goals.
    pub goals: bool,
    /// What measures show.
    pub measures: bool,
}

/// What a round asks, by the template it was opened with; before there were templates all was asked.
pub fn asks_of(cx: &mut Cx<'_, '_>, round: RoundId) -> Result<Asks, AppError> {
    let template = store::template_of(cx.tx, round)?;
    let has = |stop| template.as_ref().is_none_or(|template| template.has(stop));
    let measures = has(TemplateStop::Deviations) || has(TemplateStop::Usual);
    Ok(Asks { goals: has(TemplateStop::Goals), measures })
}
