//! What can be done with an analysis as a whole.

use domain::analysis::AnalysisState;
use maud::{Markup, html};

use super::show::{Page, count};
use super::{ring, step_url, url};
use crate::web::ui::{Button, Tone, button, button_link, notice};

impl Page<'_, '_, '_> {
    pub(super) fn buttons(&self) -> Markup {
        let (texts, of) = (self.texts(), &self.found.analysis);
        let next = ring::next(&self.found, &self.rows);
        let first = self.found.numbers.first().copied().unwrap_or(1);
        html! {
            div.row.no-print {
                @if self.found.writes {
                    @match next {
                        Some(number) => (button_link(Button::Onward, &step_url(of.id, number), texts.analysis_go_on())),
                        None => @if self.found.leads { (self.conclude_button()) },
                    }
                }
                (button_link(Button::Secondary, &format!("{}?visa=mote", step_url(of.id, first)), texts.analysis_meeting()))
            }
        }
    }

    pub(super) fn posting(&self, to: &str, kind: Button, words: &str) -> Markup {
        let of = &self.found.analysis;
        html! {
            form method="post" action={(url(of.id)) "/" (to)} {
                input type="hidden" name="version" value=(of.version);
                (button(kind, words, None))
            }
        }
    }

    pub(super) fn conclude_button(&self) -> Markup {
        self.posting("avsluta", Button::Primary, self.texts().analysis_conclude())
    }

    /// What may be done with it as a whole.
    pub(super) fn last_buttons(&self) -> Markup {
        let texts = self.texts();
        if !self.found.leads {
            return html! {};
        }
        html! {
            div.row.no-print {
                @match self.found.analysis.state {
                    AnalysisState::Open => {
                        @if ring::next(&self.found, &self.rows).is_some() { (self.posting("avsluta", Button::Secondary, texts.analysis_conclude())) }
                        (self.posting("kasta", Button::Careful, texts.analysis_throw()))
                    },
                    AnalysisState::Concluded => {
                        (button_link(Button::Secondary, &format!("{}/oppna", url(self.found.analysis.id)), texts.analysis_reopen()))
                        (self.posting("kasta", Button::Careful, texts.analysis_throw()))
                    },
                    AnalysisState::Thrown => (self.posting("ater", Button::Primary, texts.analysis_take_back())),
                }
            }
        }
    }

    pub(super) fn state_notice(&self) -> Markup {
        let texts = self.texts();
        match self.found.analysis.state {
            AnalysisState::Thrown => notice(
                Tone::Neutral,
                texts.analysis_is_thrown(),
                &html! { p { (texts.analysis_is_thrown_text()) } },
            ),
            AnalysisState::Open if self.waiting > 0 => notice(
                Tone::Event,
                &texts.analysis_waits(count(self.waiting)),
                &html! { p { (texts.analysis_waits_text()) } },
            ),
            _ => html! {},
        }
    }
}
