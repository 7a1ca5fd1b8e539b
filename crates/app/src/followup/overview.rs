//! Following up, from where the visitor stands: one's own accounts, those that wait, and the collection.

use domain::access::Action;
use domain::followup::{AccountState, Round};
use maud::{Markup, html};

use super::collection::{Counts, by_body, table};
use super::reach::reach;
use super::store::{self, Account};
use super::words::due_words;
use super::{committee_url, stops, url};
use crate::cx::Cx;
use crate::frame::Nav;
use crate::web::error::Answer;
use crate::web::ui::{
    Button, Column, Due, PageHead, Row, Table, button, button_link, empty_state, page_header,
    section,
};

/// The round that is open, else the latest one.
pub(super) fn current_round(cx: &mut Cx<'_, '_>) -> Answer<Option<Round>> {
    let rounds = store::rounds(cx.tx)?;
    let today = cx.today();
    let open = rounds.iter().position(|round| round.is_open(today));
    Ok(rounds.into_iter().nth(open.unwrap_or(0)))
}

/// Shows the overview.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let texts = cx.texts();
    let title = texts.followup_title();
    let Some(round) = current_round(cx)? else {
        let body = html! {
            div.wrap.page {
                (page_header(&PageHead { title: title.to_owned(), ..PageHead::default() }))
                (empty_state(texts.followup_no_round(), texts.followup_no_round_text(), new_round(cx).as_ref()))
            }
        };
        return Ok(cx.page(title, Nav::FollowUp, &body));
    };
    let accounts = store::accounts_of_round(cx.tx, round.id)?;
    let left = store::left_counts(cx.tx, round.id)?;
    let own: Vec<Account> =
        accounts.iter().filter(|account| reach(cx, account).own).cloned().collect();
    let below: Vec<Account> = accounts
        .iter()
        .filter(|account| cx.can(Action::Approve, account.org_unit) && !reach(cx, account).own)
        .cloned()
        .collect();
    let counts = Counts::of(&below);
    let count = |number: usize| i64::try_from(number).unwrap_or(0);
    let head = PageHead {
        eyebrow: texts.followup_eyebrow().to_owned(),
        title: title.to_owned(),
        lead: format!("{}. {}", round.title, due_words(texts, &round, cx.today())),
        end: new_round(cx),
    };
    let mut cards = Vec::new();
    for account in &own {
        cards.push(own_card(cx, account, &round)?);
    }
    let note = texts.followup_waiting_note(count(counts.all()), count(counts.submitted));
    let body = html! {
        div.wrap.page {
            (page_header(&head))
            @for card in &cards { (card) }
            @if !below.is_empty() {
                (section("vantar", texts.followup_waiting(), &note,
                    &table(cx, "rapporter", &below, &left, |_| true)))
            }
            (section("namnder", texts.followup_bodies(), "", &bodies(cx, &accounts)))
        }
    };
    Ok(cx.page(title, Nav::FollowUp, &body))
}

/// The way to open a round, for those who may.
fn new_round(cx: &Cx<'_, '_>) -> Option<Markup> {
    let top = cx.structure.organisation.roots().first()?;
    cx.can(Action::Adopt, *top)
        .then(|| button_link(Button::Secondary, "/folja-upp/ny", cx.texts().followup_new_round()))
}

fn own_card(cx: &mut Cx<'_, '_>, account: &Account, round: &Round) -> Answer<Markup> {
    let texts = cx.texts();
    let parts = store::parts_of(cx.tx, account.id)?;
    let (done, all) = stops::counted(&parts);
    let count = |number: usize| i64::try_from(number).unwrap_or(0);
    let name = cx.structure.organisation.name(account.org_unit).to_owned();
    let address = url(account.id);
    let (lead, end) = match account.state {
        AccountState::NotStarted => (
            texts.followup_begin_card().to_owned(),
            html! { form method="post" action=(address) { (button(Button::Onward, texts.followup_begin(), None)) } },
        ),
        AccountState::Draft => (
            texts.followup_progress(count(all), count(done)),
            button_link(Button::Onward, &address, texts.followup_continue()),
        ),
        AccountState::Submitted | AccountState::Approved => (
            if account.state == AccountState::Approved {
                texts.followup_card_approved().to_owned()
            } else {
                texts.followup_card_submitted().to_owned()
            },
            button_link(
                Button::Secondary,
                &format!("{address}/las"),
                texts.followup_read_account(),
            ),
        ),
    };
    let draft = account.state == AccountState::Draft;
    Ok(html! {
        (Due {
            id: format!("konto-{}", account.id),
            title: name,
            deadline: due_words(texts, round, cx.today()),
            lead,
            knots: None,
            tasks: if draft { stops::tasks(texts, account, &parts, true) } else { Vec::new() },
            end,
        })
    })
}

fn bodies(cx: &Cx<'_, '_>, accounts: &[Account]) -> Markup {
    let texts = cx.texts();
    let rows = by_body(cx, accounts)
        .into_iter()
        .map(|(body, counts)| {
            Row::new(vec![
                html! { a href=(committee_url(body)) { (cx.structure.organisation.name(body)) } },
                html! { (texts.followup_of(counts.all(), counts.handed_in())) },
                html! { (counts.approved) },
                html! { (counts.draft) },
                html! { (counts.not_started) },
            ])
        })
        .collect();
    let columns = vec![
        Column::text(texts.followup_column_body()),
        Column::number(texts.followup_column_handed_in()),
        Column::number(texts.followup_column_approved()),
        Column::number(texts.followup_column_draft()),
        Column::number(texts.followup_column_not_started()),
    ];
    html! { (Table::new("insamling", texts.followup_bodies(), columns, rows).hide_caption()) }
}
