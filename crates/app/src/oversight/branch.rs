//! The lines of the tree of accounts: branches with how far they have come, and accounts.

use chart::{Caption, Theme, ThreadLine};
use domain::access::Action;
use domain::ids::OrgUnitId;
use domain::oversight::{Reported, Standing, Tally};
use maud::{Markup, PreEscaped, html};

use super::page::many;
use super::tree::{PAGE_ROWS, Page};
use crate::followup::url;
use crate::i18n::{Texts, date_short};
use crate::web::ui::{Branch, Symbol, Tone, signal_status, status, tag};

/// Knots that can still be told apart; of more each stands for several.
const MOST_KNOTS: usize = 60;

impl Page<'_, '_, '_> {
    /// A branch: what lies directly under it only when it is opened.
    pub(super) fn branch(&self, unit: OrgUnitId) -> Branch {
        let organisation = &self.cx.structure.organisation;
        let name = organisation.name(unit);
        let below: Vec<OrgUnitId> = self.collected.branches.below(organisation, unit).collect();
        let own = self.collected.branches.own(unit);
        if below.is_empty() {
            let line = own.map(|own| self.account(name, own)).unwrap_or_default();
            return Branch::leaf(line.0).end(line.1);
        }
        let tally = self.collected.branches.tally(unit);
        let end = self.end(&tally);
        if !self.open.contains(&unit) {
            let content = html! { a href={(self.address(unit)) "#trad"} { (name) } };
            return Branch::leaf(content).end(end);
        }
        let page = if self.opened == Some(unit) { self.number(below.len()) } else { 1 };
        let mut branches: Vec<Branch> = Vec::new();
        if let Some(own) = own.filter(|_| page == 1) {
            let line = self.account(self.cx.texts().oversight_own(), own);
            branches.push(Branch::leaf(line.0).end(line.1));
        }
        // Of a level above only the way down is shown when it has very many under it.
        let all = self.opened == Some(unit) || below.len() <= PAGE_ROWS;
        let shown = below.iter().filter(|child| all || self.open.contains(child));
        branches.extend(
            shown.skip((page - 1) * PAGE_ROWS).take(PAGE_ROWS).map(|child| self.branch(*child)),
        );
        let content = html! { b { (name) } };
        let toggle = self.cx.texts().oversight_under(name);
        Branch::with(content, toggle, branches, true).end(end)
    }

    /// How far a branch has come.
    fn end(&self, tally: &Tally) -> Markup {
        let texts = self.cx.texts();
        let shape = match (tally.handed_in() == tally.asked, tally.handed_in()) {
            (true, _) => Symbol::Met,
            (false, 0) => Symbol::NotAssessed,
            (false, _) => Symbol::Partly,
        };
        html! {
            span.row.tight {
                @if tally.late > 0 { (tag(Tone::Concern, &texts.oversight_count_late(many(tally.late)))) }
                @if tally.returned > 0 { (tag(Tone::Event, &texts.oversight_count_returned(many(tally.returned)))) }
                @if tally.submitted > 0 { (tag(Tone::Neutral, &texts.oversight_count_waits(many(tally.submitted)))) }
                (status(shape, &texts.oversight_of(many(tally.asked), many(tally.handed_in()))))
            }
        }
    }

    /// The line of an account and what stands at its end.
    fn account(&self, name: &str, own: &Reported) -> (Markup, Markup) {
        let texts = self.cx.texts();
        let latest = self.collected.accounts.get(&own.org_unit);
        let reads = self.cx.can(Action::ReadDrafts, own.org_unit)
            || (own.state.is_handed_in() && self.cx.can(Action::ReadThread, own.org_unit));
        let address = latest.filter(|_| reads).map(|one| format!("{}/las", url(one.account)));
        let who = latest.filter(|one| one.at > 0 && own.state.is_handed_in()).map(|one| {
            let day = date_short(texts.language, self.cx.app.clock.local(one.at).date());
            if one.person_name.is_empty() { day } else { format!("{}, {day}", one.person_name) }
        });
        let unit = self.cx.structure.organisation.get(own.org_unit);
        let ended = unit.and_then(|unit| unit.valid_to).filter(|last| *last < self.cx.today());
        let content = html! {
            @if let Some(address) = address { a href=(address) { (name) } } @else { (name) }
            @if let Some(who) = who { " " span.fine { (who) } }
            @if let Some(last) = ended { " " span.fine { (texts.oversight_ended(date_short(texts.language, last))) } }
        };
        let end = html! {
            span.row.tight {
                @if let Some(days) = own.days_late(self.cx.today()) { (tag(Tone::Concern, &texts.oversight_days_late(i64::from(days)))) }
                @else if own.was_late() { (tag(Tone::Neutral, texts.oversight_came_late())) }
                (standing(texts, own.standing()))
            }
        };
        (content, end)
    }
}

/// What has been handed in as knots on a thread.
pub(super) fn knots(id: &str, title: String, tally: &Tally) -> Markup {
    let (done, all) = (tally.handed_in(), tally.asked);
    let (done, all) =
        if all <= MOST_KNOTS { (done, all) } else { (done * MOST_KNOTS / all, MOST_KNOTS) };
    let caption = Caption { id: id.to_owned(), title, desc: String::new() };
    PreEscaped(ThreadLine::progress(caption, done, all).svg(Theme::Screen))
}

/// How an account stands, with its symbol.
pub(super) fn standing(texts: Texts, standing: Standing) -> Markup {
    let (shape, tone) = match standing {
        Standing::NotStarted => (Symbol::NotAssessed, Tone::Neutral),
        Standing::Draft | Standing::Returned => (Symbol::Partly, Tone::Partly),
        Standing::Submitted => (Symbol::Clock, Tone::Neutral),
        Standing::Approved => (Symbol::Met, Tone::Good),
    };
    signal_status(shape, tone, standing_word(texts, standing))
}

/// The word of it.
pub(super) fn standing_word(texts: Texts, standing: Standing) -> &'static str {
    match standing {
        Standing::NotStarted => texts.oversight_state_none(),
        Standing::Draft => texts.oversight_state_writing(),
        Standing::Returned => texts.oversight_state_returned(),
        Standing::Submitted => texts.oversight_state_submitted(),
        Standing::Approved => texts.oversight_state_approved(),
    }
}
