//! Where the conclusion of an analysis stands, and what has happened to it.

use domain::ids::FollowUpId;
use maud::{Markup, html};

use super::show::Page;
use super::step_page::paragraphs;
use super::words;
use crate::followup;
use crate::web::ui::{Tone, details_section, section, tag};

impl Page<'_, '_, '_> {
    /// Where the conclusion stands, and whether it has changed since it was taken there.
    pub(super) fn carried(&self) -> Markup {
        let texts = self.texts();
        if self.uses.is_empty() {
            return html! {};
        }
        let body = html! {
            ul.plain-list {
                @for (one, account) in &self.uses {
                    li {
                        a href=(followup::part_url(FollowUpId::from(*account), one.part)) { (texts.analysis_in_account()) } " "
                        span.fine { (texts.analysis_written_by(words::day(texts, &*self.cx.app.clock, one.at), &one.person_name)) }
                        @if one.conclusion != self.found.analysis.conclusion { " " (tag(Tone::Concern, texts.analysis_changed_since())) }
                    }
                }
            }
        };
        section("anvand", texts.analysis_carried(), "", &body)
    }

    pub(super) fn history(&self) -> Markup {
        let texts = self.texts();
        if self.events.is_empty() {
            return html! {};
        }
        let what = |event: &str| match event {
            "conclude" => texts.analysis_event_conclude(),
            "reopen" => texts.analysis_event_reopen(),
            "throw" => texts.analysis_event_throw(),
            _ => texts.analysis_event_take_back(),
        };
        let body = html! {
            ul.plain-list {
                @for one in &self.events {
                    li {
                        b { (what(&one.event)) } " "
                        span.fine { (texts.analysis_written_by(words::moment(texts, &*self.cx.app.clock, one.at), &one.person_name)) }
                        @if !one.reason.is_empty() { (paragraphs(&one.reason)) }
                        @if one.event == "conclude" && one.conclusion != self.found.analysis.conclusion { blockquote.quoted { (paragraphs(&one.conclusion)) } }
                    }
                }
            }
        };
        details_section(None, texts.analysis_history(), "", false, &body)
    }
}
