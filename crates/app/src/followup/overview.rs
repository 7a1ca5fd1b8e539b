//! Following up, from where the visitor stands: one's own accounts, those that wait, and the collection.

use std::collections::BTreeSet;

use domain::access::{Action, Grant, allows};
use domain::followup::{AccountState, AtHand, Round};
use domain::ids::OrgUnitId;
use maud::{Markup, html};

use super::collection::{Standing, by_body, standing, table};
use super::compiling;
use super::reach::reach;
use super::store::{self, Account};
use super::words::due_words;
use super::{
    about, asked_for, at_hand, committee_url, happened_notice, now, own_card, planned_words,
    reporters, rounds,
};
use crate::assessment::{OVERRIDES_URL, reads_overrides};
use crate::cx::Cx;
use crate::frame::Nav;
use crate::web::error::Answer;
use crate::web::ui::{
    Button, Column, PageHead, Row, Table, button_link, empty_state, page_header, section,
};

/// Workplaces of one person, and rounds beside the one at hand, whose accounts have a card; the
/// list of rounds leads to the rest.
const MOST_UNITS: usize = 3;
const MOST_ROUNDS: usize = 2;

/// Shows the overview.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let texts = cx.texts();
    let title = texts.followup_title();
    let rounds = at_hand(cx)?;
    let planned = rounds.planned.as_ref().map(|round| planned_words(texts, round));
    let Some(round) = asked_for(cx)? else {
        let why = planned.as_deref().unwrap_or(texts.followup_no_round_text());
        let body = html! {
            div.wrap.page {
                (page_header(&PageHead { title: title.to_owned(), ..PageHead::default() }))
                (empty_state(texts.followup_no_round(), why, new_round(cx).as_ref()))
            }
        };
        return Ok(cx.page(title, Nav::FollowUp, &body));
    };
    let accounts = store::accounts_of_round(cx.tx, round.id)?;
    let standing = standing(cx, &round)?;
    let own: Vec<Account> =
        accounts.iter().filter(|account| reach(cx, account).own).cloned().collect();
    let below: Vec<Account> = accounts
        .iter()
        .filter(|account| cx.can(Action::Approve, account.org_unit) && !reach(cx, account).own)
        .cloned()
        .collect();
    let head = PageHead {
        eyebrow: texts.followup_eyebrow().to_owned(),
        title: title.to_owned(),
        lead: format!("{}. {}", round.title, due_words(texts, &round, cx.today())),
        end: new_round(cx),
    };
    let (mut cards, mut read) = (Vec::new(), now::Read::new());
    for account in &own {
        let title = cx.structure.organisation.name(account.org_unit).to_owned();
        let returned = standing.returned(account.id);
        cards.extend(own_card::card(cx, title, (account, &round), returned, &mut read)?);
    }
    let others = own_in_others(cx, &rounds, &round, &mut read)?;
    let list = rounds::section(cx, &rounds, &round)?;
    let nobody = reporters::section(cx, &round)?;
    let compiled = compiling::section_of(cx, &round, &rounds);
    let home = cx.person()?.home();
    let moved = moved_at(cx, home, &round)?;
    let body = html! {
        div.wrap.page {
            (page_header(&head))
            @if let Some(planned) = planned { p { (planned) } }
            (moved)
            @for card in &cards { (card) }
            @for card in &others { (card) }
            @if !below.is_empty() { (waiting(cx, &below, &standing)) }
            (nobody)
            (compiled)
            (section("namnder", texts.followup_bodies(), "", &bodies(cx, &accounts, |address| about(address, &round, &rounds))))
            @if crate::app::may_somewhere(cx.visit, Action::Oversee) { p { a href="/uppsikt" { (texts.followup_oversight()) } } }
            p { a href="/analyser" { (texts.conclusions_all()) } }
            @if reads_overrides(cx) { p { a href=(OVERRIDES_URL) { (texts.assessment_overrides()) } } }
            (list)
        }
    };
    Ok(cx.page(title, Nav::FollowUp, &body))
}

/// What has moved to or from where the visitor stands.
fn moved_at(cx: &mut Cx<'_, '_>, home: Option<OrgUnitId>, round: &Round) -> Answer<Markup> {
    if let Some(home) = home { Ok(happened_notice(cx, Some(home), round)?) } else { Ok(html! {}) }
}

/// The accounts that the visitor may approve; what they handed in themselves waits for others.
fn waiting(cx: &Cx<'_, '_>, below: &[Account], standing: &Standing) -> Markup {
    let texts = cx.texts();
    let count = |number: usize| i64::try_from(number).unwrap_or(0);
    let waits = below
        .iter()
        .filter(|one| one.state == AccountState::Submitted && !standing.is_own(one.id))
        .count();
    let note = texts.followup_waiting_note(count(below.len()), count(waits));
    let table = table(cx, "rapporter", below, standing, |_| true);
    section("vantar", texts.followup_waiting(), &note, &table)
}

/// The way to open a round, for those who may.
fn new_round(cx: &Cx<'_, '_>) -> Option<Markup> {
    cx.can_everywhere(Action::Adopt)
        .then(|| button_link(Button::Secondary, "/folja-upp/ny", cx.texts().followup_new_round()))
}

/// The visitor's own accounts in the other rounds that are open: one that is due later is not
/// hidden by the one due first.
fn own_in_others(
    cx: &mut Cx<'_, '_>,
    rounds: &AtHand,
    shown: &Round,
    read: &mut now::Read,
) -> Answer<Vec<Markup>> {
    let person = cx.person()?;
    let writes = |grant: &&Grant| allows(grant.role, Action::Report);
    let units: BTreeSet<OrgUnitId> =
        person.grants.iter().filter(writes).map(|grant| grant.org_unit).collect();
    let mut cards = Vec::new();
    if rounds.open.iter().all(|round| round.id == shown.id) {
        return Ok(cards);
    }
    for unit in units.into_iter().take(MOST_UNITS) {
        let accounts = store::accounts_of_org_unit(cx.tx, unit)?;
        for round in rounds.open.iter().filter(|round| round.id != shown.id).take(MOST_ROUNDS) {
            let Some(account) = accounts.iter().find(|one| one.round == round.id) else { continue };
            let returned = match account.state {
                AccountState::Draft => store::returned_of(cx.tx, account.id)?,
                _ => Vec::new(),
            };
            let title = format!("{}, {}", cx.structure.organisation.name(unit), round.title);
            cards.extend(own_card::card(cx, title, (account, round), &returned, read)?);
        }
    }
    Ok(cards)
}

fn bodies(cx: &Cx<'_, '_>, accounts: &[Account], address: impl Fn(&str) -> String) -> Markup {
    let texts = cx.texts();
    let rows = by_body(cx, accounts)
        .into_iter()
        .map(|(body, counts)| {
            Row::new(vec![
                html! {
                    @let name = cx.structure.organisation.name(body);
                    // A provider reads its own account and no body's.
                    @if cx.is_provider_elsewhere(body) { (name) } @else { a href=(address(&committee_url(body))) { (name) } }
                    small.narrow-only { (texts.followup_body_left(counts.draft, counts.not_started)) }
                },
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
        Column::number(texts.followup_column_draft()).wide_only(),
        Column::number(texts.followup_column_not_started()).wide_only(),
    ];
    html! { (Table::new("insamling", texts.followup_bodies(), columns, rows).hide_caption()) }
}
