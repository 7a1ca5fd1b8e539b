//! The questions of one part: why, what is done about it, and how far it is reached.

use domain::followup::{LONGEST_TEXT, PartKind};
use domain::fulfilment::Progress;
use domain::ids::ElementId;
use maud::{Markup, html};

use super::answer_page::AnswerPage;
use super::choices::levels;
use super::words::{judgement_question, level_symbol, level_word, month_of};
use super::{earlier_texts, part_url};
use crate::activities::{progress_symbol, progress_word};
use crate::assessment::Offered;
use crate::web::ui::{
    Choice, Draft, Field, checklist, details_section, question_group, quote, recall, text_link,
};

impl AnswerPage<'_> {
    /// Texts and the rest of the form are saved at addresses of their own, since each has a version.
    pub(super) fn draft(&self, field: &str) -> Draft {
        let address = format!("/folja-upp/del/{}", self.part.id);
        match field {
            "text" => {
                Draft::new(format!("{address}?falt=text"), self.part.text_version.to_string())
            }
            "skal" => {
                Draft::new(format!("{address}?falt=skal"), self.part.reason_version.to_string())
            }
            _ => Draft::new(address, self.part.version.to_string()),
        }
    }

    pub(super) fn questions(&self) -> Markup {
        let deviates = self.part.is_deviation();
        html! {
            (self.explanation())
            @if deviates && self.part.kind != PartKind::Economy { (self.remedies()) }
            @if self.part.kind == PartKind::Goal || (deviates && self.part.kind.is_judged()) { (self.judgement()) }
        }
    }

    pub(super) fn explanation(&self) -> Markup {
        let texts = self.texts;
        let asks = self.part.is_deviation()
            || self.part.kind.is_closing()
            || self.part.kind == PartKind::Assignment;
        let chips = self
            .choices
            .iter()
            .map(|cause| Choice::new(cause, cause).chosen(self.typed.causes.contains(cause)));
        let text = Field::textarea("text", self.text_label())
            .value(&self.typed.text)
            .limit(
                u32::try_from(LONGEST_TEXT).unwrap_or(u32::MAX),
                &texts.followup_limit("{left}", "{max}"),
                &texts.web_over("{max}", "{over}"),
            )
            .problem(self.problem("text"))
            .draft(self.draft("text"));
        let text = if self.choices.is_empty() { text.as_question() } else { text.hide_label() };
        html! {
            @if !self.choices.is_empty() {
                (Field::chips("orsak", texts.followup_question_causes(), chips.collect())
                    .hint(texts.followup_causes_hint()).as_question().problem(self.problem("orsak")).draft(self.draft("orsak")))
            }
            @if !asks { (self.automatic()) }
            (text)
            @if self.part.text_version > 1 {
                p.fine { a href=(earlier_texts::address(&part_url(self.part.account, self.part.id))) { (texts.followup_earlier_link()) } }
            }
            @if !self.part.earlier_text.is_empty() && self.part.earlier_text != self.typed.text {
                @let month = self.part.earlier_period.map(|period| month_of(texts, period)).unwrap_or_default();
                (recall(&texts.followup_you_wrote(month), &self.part.earlier_text, texts.followup_use_text(), "text"))
            }
            @if !self.suggestion.is_empty() && self.typed.text.is_empty() && self.part.earlier_text.is_empty() {
                (recall(texts.followup_suggestion(), &self.suggestion, texts.followup_use_text(), "text"))
            }
        }
    }

    fn automatic(&self) -> Markup {
        html! {
            @if self.part.is_automatic() && self.part.kind != PartKind::Economy {
                (quote(&self.part.automatic_text, &html! { (self.texts.followup_automatic()) }))
            }
        }
    }

    fn text_label(&self) -> &'static str {
        let texts = self.texts;
        match (self.part.kind, !self.part.is_deviation()) {
            (PartKind::Summary, _) => texts.followup_label_summary(),
            (PartKind::Goal, _) => texts.followup_label_goal(),
            (PartKind::Assignment, _) => texts.followup_label_assignment(),
            (PartKind::Activity, false) => texts.followup_label_activity(),
            (_, false) => texts.followup_label_why(),
            (_, true) => texts.followup_label_add(),
        }
    }

    fn word_of(&self, work: ElementId, progress: Progress) -> String {
        let element = self.structure.element(work);
        element.map_or_else(String::new, |work| {
            progress_word(self.texts, &self.structure, work, progress)
        })
    }

    fn remedies(&self) -> Markup {
        let texts = self.texts;
        let rows: Vec<Choice> = self
            .activities
            .iter()
            .map(|(id, title, progress)| {
                let progress = progress.unwrap_or(Progress::NotStarted);
                let work = self.structure.element(*id);
                let state = if work.is_some_and(|one| one.is_undecided()) {
                    texts.followup_remedy_proposed().to_owned()
                } else {
                    self.word_of(*id, progress)
                };
                Choice::new(id.to_string(), title)
                    .chosen(self.typed.remedies.contains(id))
                    .symbol(progress_symbol(progress), state)
            })
            .collect();
        let draft = self.draft("atgard");
        let body = html! {
            @if !rows.is_empty() {
                div data-autosave=(draft.url) data-version=(draft.version) { (checklist("atgard", &rows)) }
                input type="hidden" name="atgard_version" value=(draft.version);
            }
            p { (text_link(texts.followup_add_remedy(), "atgard_ny", "1")) }
        };
        question_group(
            texts.followup_question_remedies(),
            self.problem("atgard").unwrap_or_default(),
            &body,
        )
    }

    pub(super) fn judgement(&self) -> Markup {
        let texts = self.texts;
        let levels = levels(texts, &self.structure, self.part);
        let is_chosen = |one: &Offered| {
            let (level, chosen) = (self.typed.level, &self.typed.scale_level);
            level == Some(one.means) && (chosen.is_empty() || *chosen == one.scale_level)
        };
        let chosen = levels.iter().position(is_chosen);
        let cards = levels
            .iter()
            .enumerate()
            .map(|(at, level)| {
                Choice::new(&level.value, &level.label)
                    .symbol(level_symbol(level.means), "")
                    .chosen(chosen == Some(at))
            })
            .collect();
        let hint = match (self.part.proposed, self.part.kind) {
            (Some(level), _) => {
                let word = level_word(texts, &self.structure, self.part, (level, ""));
                texts.followup_proposal(word, &self.part.proposal_reason)
            }
            (None, PartKind::Activity | PartKind::Question) => String::new(),
            (None, PartKind::Goal) if !self.part.proposal_reason.is_empty() => {
                self.part.proposal_reason.clone()
            }
            (None, _) => texts.followup_no_proposal().to_owned(),
        };
        html! {
            (Field::cards("bedomning", judgement_question(texts, self.part.kind), cards)
                .hint(hint.trim_end()).as_question().problem(self.problem("bedomning")).draft(self.draft("bedomning")))
            @if self.part.proposed.is_some() { (self.reason()) }
        }
    }

    /// Folded away until the judgement differs from the proposal.
    fn reason(&self) -> Markup {
        let texts = self.texts;
        let differs = self.typed.level.is_some() && self.typed.level != self.part.proposed;
        let open = differs || !self.typed.reason.is_empty();
        let field = Field::textarea("skal", texts.followup_label_reason())
            .rows(2)
            .value(&self.typed.reason)
            .limit(
                u32::try_from(LONGEST_TEXT).unwrap_or(u32::MAX),
                &texts.followup_limit("{left}", "{max}"),
                &texts.web_over("{max}", "{over}"),
            )
            .hint(texts.followup_reason_hint())
            .problem(self.problem("skal"))
            .draft(self.draft("skal"));
        html! {
            div.section { (details_section(None, texts.followup_reason_fold(), "", open, &html! { (field) })) }
        }
    }
}
