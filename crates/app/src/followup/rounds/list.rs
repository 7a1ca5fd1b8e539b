//! All rounds, so that none hides another: those that are open, those that come and those that were.

use domain::access::Action;
use domain::followup::{AtHand, Round};
use maud::{Markup, html};

use super::super::points_page::URL as POINTS;
use super::super::words::due_words;
use crate::cx::Cx;
use crate::i18n::date;
use crate::measures::period_words;
use crate::templates::LIST;
use crate::web::error::AppError;
use crate::web::ui::{Column, Row, Table};

/// Rounds in the list; older ones are reached by their reports.
const MOST: usize = 24;

/// The section; nothing where there is one round only and the visitor may not change it.
pub(in crate::followup) fn section(
    cx: &mut Cx<'_, '_>,
    at_hand: &AtHand,
    shown: &Round,
) -> Result<Markup, AppError> {
    let rounds = super::all_seen(cx)?;
    let changes = cx.can_everywhere(Action::Adopt);
    if rounds.len() < 2 && !changes {
        return Ok(html! {});
    }
    let texts = cx.texts();
    let rows = rounds.iter().take(MOST).map(|round| {
        let address = super::about("/folja-upp", round, at_hand);
        let mut cells = vec![
            html! {
                @if round.id == shown.id { b { (round.title) } } @else { a href=(address) { (round.title) } }
            },
            html! { (period_words(texts.language, round.period)) },
            html! { (state(cx, round)) },
        ];
        if changes {
            let edit = format!("/folja-upp/runda/{}", round.id);
            let name = texts.followup_change_round(&round.title);
            cells.push(html! { a href=(edit) aria-label=(name) { (texts.followup_change()) } });
        }
        Row::new(cells)
    });
    let mut columns = vec![
        Column::text(texts.followup_column_round()),
        Column::text(texts.followup_round_period()).wide_only(),
        Column::text(texts.followup_column_state()),
    ];
    if changes {
        columns.push(Column::text(texts.followup_change()));
    }
    let table = Table::new("rundor", texts.followup_rounds(), columns, rows.collect());
    let table = html! {
        (table.hide_caption())
        @if changes { p { a href=(LIST) { (texts.templates_link()) } " " a href=(POINTS) { (texts.followup_points()) } } }
    };
    Ok(crate::web::ui::section("alla-rundor", texts.followup_rounds(), "", &table))
}

fn state(cx: &Cx<'_, '_>, round: &Round) -> String {
    let texts = cx.texts();
    if cx.today() < round.opens_on {
        texts.followup_opens(date(texts.language, round.opens_on))
    } else {
        due_words(texts, round, cx.today())
    }
}
