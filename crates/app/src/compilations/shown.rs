//! The page of a compilation: what the body says, what it quotes with origin, and what it can quote.

use std::collections::{BTreeMap, BTreeSet};

use domain::followup::LONGEST_COMPILATION;
use maud::{Markup, Render, html};

use super::candidates::{self, Source};
use super::change::{address, reopens};
use super::find::{Found, find};
use super::store;
use super::typed::{Typed, mark};
use crate::cx::Cx;
use crate::followup::{committee_url, happened_notice, round_choice};
use crate::frame::Nav;
use crate::i18n::{date, datetime};
use crate::web::error::Answer;
use crate::web::response::Response;
use crate::web::ui::{
    Button, Field, PageHead, Problem, Stop, Symbol, Tone, breadcrumb_thread, button, error_summary,
    form_end, notice, page_header, quote, section, symbol,
};

/// Shows the page.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let found = find(cx)?;
    let body = body(cx, &found, None, &[], &html! {})?;
    Ok(cx.page(cx.texts().compilations_title(), Nav::FollowUp, &body))
}

/// The page again, with what is wrong.
pub(super) fn refused(
    cx: &mut Cx<'_, '_>,
    found: &Found,
    typed: &Typed,
    problems: &[Problem],
) -> Answer<Response> {
    let body = body(cx, found, Some(typed), problems, &html! {})?;
    Ok(cx.refused(cx.texts().compilations_title(), Nav::FollowUp, &body))
}

/// The page as it is now when somebody else was faster; what was typed stays.
pub(super) fn conflicting(cx: &mut Cx<'_, '_>, found: &Found, typed: &Typed) -> Answer<Response> {
    let texts = cx.texts();
    let kept = &found.compilation;
    let at = datetime(cx.language(), cx.app.clock.local(kept.at));
    let other = typed.text != kept.text;
    let first = notice(
        Tone::Concern,
        texts.compilations_changed(),
        &html! {
            p { (texts.compilations_changed_text(at, &kept.person_name)) }
            @if other && found.is_open() { (quote(&kept.text, &html! { (kept.person_name) })) }
            @if other && !found.is_open() { p { (texts.compilations_yours()) } (quote(&typed.text, &html! {})) }
        },
    );
    let body = body(cx, found, Some(typed), &[], &first)?;
    Ok(cx.conflicting(cx.texts().compilations_title(), Nav::FollowUp, &body))
}

fn body(
    cx: &mut Cx<'_, '_>,
    found: &Found,
    typed: Option<&Typed>,
    problems: &[Problem],
    first: &Markup,
) -> Answer<Markup> {
    let quotes = store::quotes_of(cx.tx, &BTreeSet::from([found.compilation.id]))?;
    let now = candidates::now(cx, &quotes)?;
    let choice = round_choice(cx, &super::url(found.org_unit), found.round.id)?;
    let happened = happened_notice(cx, Some(found.org_unit), &found.round)?;
    let writes = found.writes && found.is_open();
    let (offered, more) = if writes { candidates::read(cx, found)? } else { (Vec::new(), 0) };
    let kept = Typed::kept(found);
    let texts = cx.texts();
    let name = cx.structure.organisation.name(found.org_unit).to_owned();
    let head = PageHead {
        eyebrow: format!("{} · {name}", found.round.title),
        title: texts.compilations_title().to_owned(),
        lead: texts.compilations_lead().to_owned(),
        end: None,
    };
    let stops =
        [Stop::to(committee_url(found.org_unit), &name), Stop::here(texts.compilations_title())];
    let page = Shown { cx, found, typed: typed.unwrap_or(&kept), problems, now: &now };
    let action = address(cx, found);
    let count = i64::try_from(quotes.len()).unwrap_or(i64::MAX);
    let quoted = html! {
        @if !quotes.is_empty() {
            (section("citat", texts.compilations_quotes(), &texts.compilations_count(count), &page.quotes(&quotes, writes)))
        }
    };
    Ok(html! {
        div.wrap.page {
            (error_summary(texts.web_problems(), problems))
            (breadcrumb_thread(texts.web_thread_label(), &stops))
            (page_header(&head))
            (choice)
            (first)
            (happened)
            (page.standing())
            @if writes {
                // One form, so that every button brings what is written anywhere on the page.
                form method="post" action=(action) {
                    input type="hidden" name="version" value=(found.compilation.version);
                    input type="hidden" name="visad" value=(mark(&found.compilation.text));
                    (page.own_field())
                    (form_end(&button(Button::Primary, texts.compilations_save(), None), None))
                    (quoted)
                    (page.settling())
                    (page.offered(&offered, &quotes, more))
                }
            } @else {
                (section("eget", &texts.compilations_own(&name), "", &page.own_words()))
                (quoted)
                (page.reopening())
            }
        }
    })
}

/// What the pieces of the page are made from.
pub(super) struct Shown<'a, 'x, 'c> {
    pub(super) cx: &'a Cx<'x, 'c>,
    pub(super) found: &'a Found,
    pub(super) typed: &'a Typed,
    problems: &'a [Problem],
    pub(super) now: &'a BTreeMap<[u8; 16], Source>,
}

impl Shown<'_, '_, '_> {
    pub(super) fn problem(&self, field: &str) -> Option<&str> {
        let found = self.problems.iter().find(|problem| problem.field == field);
        found.map(|problem| problem.words.as_str())
    }

    pub(super) fn name(&self, unit: domain::ids::OrgUnitId) -> &str {
        self.cx.structure.organisation.name(unit)
    }

    pub(super) fn day(&self, at: i64) -> String {
        date(self.cx.language(), self.cx.app.clock.local(at).date())
    }

    /// Where it stands, by whom, in one line.
    fn standing(&self) -> Markup {
        let texts = self.cx.texts();
        let kept = &self.found.compilation;
        let at = datetime(self.cx.language(), self.cx.app.clock.local(kept.at));
        let (shape, words) = match (self.found.is_open(), kept.version) {
            (true, 0) => (Symbol::Clock, texts.compilations_nothing_yet().to_owned()),
            (true, _) => (Symbol::Clock, texts.compilations_draft(at, &kept.person_name)),
            (false, _) => (Symbol::Locked, texts.compilations_settled(at, &kept.person_name)),
        };
        html! { p.fine.standing { (symbol(shape, 16)) span { (words) } } }
    }

    fn own_field(&self) -> Markup {
        let texts = self.cx.texts();
        Field::textarea("text", texts.compilations_own(self.name(self.found.org_unit)))
            .hint(texts.compilations_own_hint())
            .rows(7)
            .value(&self.typed.text)
            .limit(
                u32::try_from(LONGEST_COMPILATION).unwrap_or(u32::MAX),
                &texts.followup_limit("{left}", "{max}"),
                &texts.web_over("{max}", "{over}"),
            )
            .problem(self.problem("text"))
            .as_question()
            .render()
    }

    fn own_words(&self) -> Markup {
        let text = &self.found.compilation.text;
        html! {
            div.reading {
                @if text.is_empty() { p.soft { (self.cx.texts().compilations_nothing_yet()) } }
                @for paragraph in text.split("\n\n") { p.block { (paragraph) } }
            }
        }
    }

    /// Where a form of the page is sent.
    pub(super) fn to(&self, what: &str) -> String {
        let url = format!("{}/{what}", super::url(self.found.org_unit));
        let round = self.cx.req.query.has("runda");
        if round { format!("{url}?runda={}", self.found.round.id) } else { url }
    }

    fn settling(&self) -> Markup {
        let texts = self.cx.texts();
        if self.found.compilation.text.is_empty() {
            return html! {};
        }
        let body = html! {
            p { (texts.compilations_settle_text()) }
            div.row {
                button.button.secondary type="submit" formaction=(self.to("faststall")) { (texts.compilations_settle()) }
            }
        };
        notice(Tone::Neutral, texts.compilations_settle_title(), &body)
    }

    fn reopening(&self) -> Markup {
        if self.found.is_open() || !self.found.writes || !reopens(self.cx, self.found) {
            return html! {};
        }
        let action = self.to("oppna");
        html! {
            form.row method="post" action=(action) {
                input type="hidden" name="version" value=(self.found.compilation.version);
                (button(Button::SmallSecondary, self.cx.texts().compilations_reopen(), None))
            }
        }
    }
}
