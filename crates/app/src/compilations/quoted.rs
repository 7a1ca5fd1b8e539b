//! The quotes of a compilation, what has happened to their sources, and what more can be quoted.

use std::collections::BTreeSet;

use domain::followup::{LONGEST_BESIDE, Since, since};
use maud::{Markup, html};

use super::candidates::Source;
use super::shown::Shown;
use super::store::Quote;
use super::typed::{beside_of, version_of};
use crate::web::ui::{Field, Tone, details_section, empty_state, notice, quote, section};

impl Shown<'_, '_, '_> {
    fn origin(&self, one: &Quote) -> Markup {
        let texts = self.cx.texts();
        html! {
            (self.name(one.origin)) ", " (one.person_name) ", " (self.day(one.written_at))
            @if let Some(through) = one.through { ". " (texts.compilations_through(self.name(through))) }
        }
    }

    pub(super) fn quotes(&self, quotes: &[Quote], writes: bool) -> Markup {
        html! { @for one in quotes { (self.quote(one, writes)) } }
    }

    fn quote(&self, one: &Quote, writes: bool) -> Markup {
        let texts = self.cx.texts();
        let said = self.typed.said(one);
        let title = if one.title.is_empty() { self.name(one.origin) } else { &one.title };
        html! {
            div.section #{"citat-" (one.id)} {
                h3 { (title) }
                (quote(&one.text, &self.origin(one)))
                (self.since(one, writes))
                @if writes { (self.beside(one, said)) } @else if !one.comment.is_empty() {
                    p.block { b { (texts.compilations_beside(self.name(self.found.org_unit))) } " " (one.comment) }
                }
            }
        }
    }

    fn beside(&self, one: &Quote, said: &str) -> Markup {
        let texts = self.cx.texts();
        let id = beside_of(one.id);
        let field = Field::textarea(&id, texts.compilations_beside(self.name(self.found.org_unit)))
            .rows(2)
            .value(said)
            .problem(self.problem(&id))
            .limit(
                u32::try_from(LONGEST_BESIDE).unwrap_or(u32::MAX),
                &texts.followup_limit("{left}", "{max}"),
                &texts.web_over("{max}", "{over}"),
            );
        html! {
            input type="hidden" name=(version_of(one.id)) value=(one.version);
            (field)
            div.row {
                (self.choice(one, "spara", texts.compilations_save_beside(), "secondary"))
                (self.choice(one, "bort", texts.compilations_unquote(), "secondary"))
            }
        }
    }

    /// A button that decides about one quote.
    fn choice(&self, one: &Quote, value: &str, words: &str, kind: &str) -> Markup {
        let action = self.to("citat");
        let action =
            format!("{action}{}citat={}", if action.contains('?') { '&' } else { '?' }, one.id);
        html! {
            button class={"button small " (kind)} type="submit" formaction=(action) name="val" value=(value) { (words) }
        }
    }

    /// What has happened to the text since it was quoted.
    fn since(&self, one: &Quote, writes: bool) -> Markup {
        let texts = self.cx.texts();
        let source = self.now.get(&one.source);
        let now = source.map(|now| (now.text.as_str(), now.version));
        match (since(&one.text, one.seen_version, now), source) {
            (Since::Same, _) => html! {},
            (Since::Withdrawn, _) if !self.found.is_open() => html! {},
            (Since::Changed, _) if !self.found.is_open() => {
                html! { p.fine { (texts.compilations_changed_after()) } }
            }
            (Since::Changed, Some(source)) => {
                let title = texts.compilations_source_changed();
                notice(
                    Tone::Event,
                    title,
                    &html! {
                        p { (texts.compilations_now_says()) }
                        (quote(&source.text, &html! { (source.person_name) ", " (self.day(source.at)) }))
                        @if writes {
                            div.row {
                                (self.choice(one, "ny", texts.compilations_use_new(), ""))
                                (self.choice(one, "behall", texts.compilations_keep_old(), "secondary"))
                            }
                        }
                    },
                )
            }
            _ => notice(
                Tone::Event,
                texts.compilations_withdrawn(),
                &html! { p { (texts.compilations_withdrawn_text()) } },
            ),
        }
    }

    /// What can be quoted, folded by who wrote or settled it, and how many accounts more there are.
    pub(super) fn offered(&self, offered: &[Source], quotes: &[Quote], more: usize) -> Markup {
        let texts = self.cx.texts();
        let known: BTreeSet<[u8; 16]> = quotes.iter().map(|one| one.source).collect();
        let mut by: Vec<(domain::ids::OrgUnitId, Vec<&Source>)> = Vec::new();
        for one in offered.iter().filter(|one| !known.contains(&one.id) && !one.text.is_empty()) {
            let whose = one.through.unwrap_or(one.origin);
            match by.last_mut().filter(|(of, _)| *of == whose) {
                Some((_, all)) => all.push(one),
                None => by.push((whose, vec![one])),
            }
        }
        let list = html! {
            @if by.is_empty() { (empty_state(texts.compilations_none(), texts.compilations_none_text(), None)) }
            @for (whose, all) in &by {
                @let note = texts.compilations_texts(i64::try_from(all.len()).unwrap_or(i64::MAX));
                (details_section(None, self.name(*whose), &note, by.len() == 1, &html! { @for one in all { (self.offer(one)) } }))
            }
            @if more > 0 {
                p.fine.block { (texts.compilations_more(i64::try_from(more).unwrap_or(i64::MAX))) }
            }
        };
        section("att-citera", texts.compilations_offered(), "", &list)
    }

    fn offer(&self, one: &Source) -> Markup {
        let texts = self.cx.texts();
        let action = self.to("citera");
        let origin = html! {
            (self.name(one.origin)) ", " (one.person_name) ", " (self.day(one.at))
        };
        let about = if one.title.is_empty() { self.name(one.origin) } else { &one.title };
        html! {
            div.section {
                @if !one.title.is_empty() { p { b { (one.title) } } }
                (quote(&one.text, &origin))
                div.row {
                    button.button.secondary.small type="submit" formaction=(action) name="kalla" value=(domain::ids::OrgUnitId::from(one.id)) {
                        (texts.compilations_quote()) span.sr { " " (about) }
                    }
                }
            }
        }
    }
}
