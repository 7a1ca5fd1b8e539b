//! The page of one part: what stands out, the picture, the questions.

use std::sync::Arc;

use domain::elements::Structure;
use domain::followup::PartKind;
use domain::fulfilment::Progress;
use domain::ids::ElementId;
use maud::{Markup, html};

use super::store::Part;
use super::typed::{Conflict, Typed};
use super::words::level_word;
use crate::i18n::Texts;
use crate::web::ui::{
    AutosaveWords, Button, ChartFigure, Problem, Tone, autosave_status, button, error_summary,
    form_end, notice, quote,
};

/// What somebody else wrote meanwhile.
pub(super) struct Theirs {
    pub(super) typed: Typed,
    pub(super) conflict: Conflict,
}

/// The page of a part.
pub(super) struct AnswerPage<'a> {
    pub(super) texts: Texts,
    pub(super) side: Markup,
    pub(super) heading: String,
    pub(super) lead: Option<String>,
    pub(super) structure: Arc<Structure>,
    pub(super) part: &'a Part,
    pub(super) figure: Option<ChartFigure>,
    pub(super) choices: Vec<String>,
    pub(super) activities: Vec<(ElementId, String, Option<Progress>)>,
    pub(super) returned: Option<(String, String, String)>,
    pub(super) saved: Option<String>,
    /// Who wrote last, where it is somebody else.
    pub(super) last_by: Option<String>,
    pub(super) suggestion: String,
    pub(super) typed: Typed,
    pub(super) problems: Vec<Problem>,
    pub(super) theirs: Option<Theirs>,
    pub(super) refused: Option<(String, String)>,
    /// What has become of the figures, where they no longer ask for words.
    pub(super) eased: Markup,
    /// What analyses say about the same thing.
    pub(super) analyses: Markup,
}

impl AnswerPage<'_> {
    pub(super) fn body(&self) -> Markup {
        let texts = self.texts;
        html! {
            div.wrap.reporting {
                (self.side)
                div.asking {
                    (error_summary(texts.followup_not_ready(), &self.problems))
                    @if let Some((title, sentence)) = &self.refused {
                        (notice(Tone::Concern, title, &html! { p { (sentence) } p { (texts.followup_text_is_below()) } }))
                    }
                    (self.conflict())
                    h1 { (self.heading) }
                    @if let Some(lead) = self.lead().filter(|lead| !lead.is_empty()) { p.lead { (lead) } }
                    (self.eased)
                    @if let Some((comment, who, when)) = &self.returned {
                        (notice(Tone::Event, &texts.followup_returned(who), &html! { p { (comment) } p.fine { (when) } }))
                    }
                    @if let Some(figure) = &self.figure { (figure) }
                    @if let Some(by) = &self.last_by { p.fine { (by) } }
                    form method="post" action=(super::part_url(self.part.account, self.part.id)) {
                        @if self.part.asked.is_some() { (self.asked()) } @else { (self.questions()) }
                        (form_end(&self.buttons(), Some(&self.saved_line())))
                    }
                    (self.analyses)
                }
            }
        }
    }

    fn lead(&self) -> Option<&str> {
        match self.part.kind {
            PartKind::Summary => Some(self.texts.followup_summary_lead()),
            PartKind::Goal => None,
            PartKind::Question => self.part.asked.as_ref().map(|asked| asked.help.as_str()),
            PartKind::Forecast if self.part.automatic_text.is_empty() => {
                Some(self.texts.followup_forecast_lead())
            }
            PartKind::Economy | PartKind::Forecast | PartKind::Activity | PartKind::Assignment => {
                Some(&self.part.automatic_text)
            }
            PartKind::Measure => self.lead.as_deref().or(Some(&self.part.automatic_text)),
        }
    }

    pub(super) fn problem(&self, field: &str) -> Option<&str> {
        self.problems
            .iter()
            .find(|problem| problem.field == field)
            .map(|problem| problem.words.as_str())
    }

    fn buttons(&self) -> Markup {
        let texts = self.texts;
        html! {
            (button(Button::Onward, texts.followup_done_next(), None))
            (button(Button::Secondary, texts.followup_skip(), Some(("hoppa", "1"))))
        }
    }

    fn saved_line(&self) -> Markup {
        let now =
            self.saved.as_ref().map(|time| self.texts.followup_saved(time)).unwrap_or_default();
        autosave_status(&autosave_words(self.texts), &now)
    }

    fn conflict(&self) -> Markup {
        let texts = self.texts;
        let Some(Theirs { typed, conflict }) = &self.theirs else { return html! {} };
        let who = html! { (self.part.person_name) };
        let body = html! {
            p { (texts.followup_conflict_text()) }
            @if conflict.text { (quote(&typed.text, &who)) }
            @if conflict.reason { (quote(&typed.reason, &who)) }
            @if conflict.choices {
                p {
                    (texts.followup_conflict_choices()) " "
                    (typed.causes.join(", "))
                    @if let Some(level) = typed.level { " " (level_word(texts, &self.structure, self.part, (level, &typed.scale_level))) "." }
                }
            }
            p.fine { (texts.followup_both_kept()) }
        };
        notice(Tone::Concern, &texts.followup_conflict(&self.part.person_name), &body)
    }
}

/// The words of the quiet line where text is saved while one writes.
pub(crate) fn autosave_words(texts: Texts) -> AutosaveWords {
    AutosaveWords {
        saving: texts.followup_saving().to_owned(),
        saved: texts.followup_saved("{time}"),
        failed: texts.followup_failed().to_owned(),
        offline: texts.followup_offline().to_owned(),
        conflict: texts.followup_autosave_conflict("{time}", "{who}"),
        mine: texts.followup_mine().to_owned(),
        theirs: texts.followup_theirs("{who}"),
        keep_mine: texts.followup_keep_mine().to_owned(),
        keep_theirs: texts.followup_keep_theirs("{who}"),
        keep_both: texts.followup_keep_both().to_owned(),
        nothing_lost: texts.followup_both_kept().to_owned(),
    }
}
