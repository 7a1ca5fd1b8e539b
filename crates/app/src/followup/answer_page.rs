//! The page of one part: what stands out, the picture, the questions.

use domain::elements::Structure;
use domain::followup::{LONGEST_TEXT, PartKind};
use domain::fulfilment::{Fulfilment, Progress};
use domain::ids::ElementId;
use domain::measures::Measure;
use maud::{Markup, PreEscaped, html};

use super::store::Part;
use super::typed::{Conflict, Typed};
use super::words::{judgement_question, level_symbol, level_word, month_of};
use crate::activities::{progress_symbol, progress_word};
use crate::i18n::Texts;
use crate::measures::{self, Shown, store::Annotation};
use crate::web::ui::{
    AutosaveWords, Button, ChartFigure, Choice, Column, Draft, Field, Problem, Row, Table, Tone,
    autosave_status, button, checklist, details_section, error_summary, form_end, notice,
    question_group, quote, recall, signal_status, text_link,
};

/// The levels a person chooses among.
const LEVELS: [Fulfilment; 4] =
    [Fulfilment::Achieved, Fulfilment::Partly, Fulfilment::NotAchieved, Fulfilment::CannotTell];

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
    pub(super) part: &'a Part,
    pub(super) figure: Option<ChartFigure>,
    pub(super) choices: Vec<String>,
    pub(super) activities: Vec<(ElementId, String, Option<Progress>)>,
    pub(super) returned: Option<(String, String, String)>,
    pub(super) saved: Option<String>,
    pub(super) suggestion: String,
    pub(super) typed: Typed,
    pub(super) problems: Vec<Problem>,
    pub(super) theirs: Option<Theirs>,
    pub(super) refused: Option<(String, String)>,
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
                    @if let Some(lead) = self.lead() { p.lead { (lead) } }
                    @if let Some((comment, who, when)) = &self.returned {
                        (notice(Tone::Event, &texts.followup_returned(who), &html! { p { (comment) } p.fine { (when) } }))
                    }
                    @if let Some(figure) = &self.figure { (figure) }
                    form method="post" action=(super::part_url(self.part.account, self.part.id)) {
                        (self.questions())
                        (form_end(&self.buttons(), Some(&self.saved_line())))
                    }
                }
            }
        }
    }

    fn lead(&self) -> Option<&str> {
        match self.part.kind {
            PartKind::Summary => Some(self.texts.followup_summary_lead()),
            PartKind::Goal => None,
            PartKind::Economy | PartKind::Activity => Some(&self.part.automatic_text),
            PartKind::Measure => self.lead.as_deref().or(Some(&self.part.automatic_text)),
        }
    }

    fn problem(&self, field: &str) -> Option<&str> {
        self.problems
            .iter()
            .find(|problem| problem.field == field)
            .map(|problem| problem.words.as_str())
    }

    /// Texts and the rest of the form are saved at addresses of their own, since each has a version.
    fn draft(&self, field: &str) -> Draft {
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

    fn questions(&self) -> Markup {
        let deviates = !self.part.needs.is_empty();
        html! {
            (self.explanation())
            @if deviates && self.part.kind != PartKind::Economy { (self.remedies()) }
            @if self.part.kind == PartKind::Goal || (deviates && self.part.kind.is_judged()) { (self.judgement()) }
        }
    }

    fn explanation(&self) -> Markup {
        let texts = self.texts;
        let asks = !self.part.needs.is_empty() || self.part.kind.is_closing();
        let chips = self
            .choices
            .iter()
            .map(|cause| Choice::new(cause, cause).chosen(self.typed.causes.contains(cause)));
        let text = Field::textarea("text", self.text_label())
            .value(&self.typed.text)
            .limit(
                u32::try_from(LONGEST_TEXT).unwrap_or(u32::MAX),
                &texts.followup_limit("{left}", "{max}"),
            )
            .problem(self.problem("text"))
            .draft(self.draft("text"));
        let text = if self.choices.is_empty() { text.as_question() } else { text.hide_label() };
        html! {
            @if !self.choices.is_empty() {
                (Field::chips("orsak", texts.followup_question_causes(), chips.collect())
                    .hint(texts.followup_causes_hint()).as_question().draft(self.draft("orsak")))
            }
            @if !asks { (self.automatic()) }
            (text)
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
        match (self.part.kind, self.part.needs.is_empty()) {
            (PartKind::Summary, _) => texts.followup_label_summary(),
            (PartKind::Goal, _) => texts.followup_label_goal(),
            (PartKind::Activity, false) => texts.followup_label_activity(),
            (_, false) => texts.followup_label_why(),
            (_, true) => texts.followup_label_add(),
        }
    }

    fn remedies(&self) -> Markup {
        let texts = self.texts;
        let rows: Vec<Choice> = self
            .activities
            .iter()
            .map(|(id, title, progress)| {
                let progress = progress.unwrap_or(Progress::NotStarted);
                Choice::new(id.to_string(), title)
                    .chosen(self.typed.remedies.contains(id))
                    .symbol(progress_symbol(progress), progress_word(texts, progress))
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
        question_group(texts.followup_question_remedies(), "", &body)
    }

    fn judgement(&self) -> Markup {
        let texts = self.texts;
        let cards = LEVELS
            .iter()
            .map(|level| {
                Choice::new(level.code(), level_word(texts, self.part.kind, *level))
                    .symbol(level_symbol(*level), "")
                    .chosen(self.typed.level == Some(*level))
            })
            .collect();
        let hint = match (self.part.proposed, self.part.kind) {
            (Some(level), kind) => {
                texts.followup_proposal(level_word(texts, kind, level), &self.part.proposal_reason)
            }
            (None, PartKind::Activity) => String::new(),
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
            .hint(texts.followup_reason_hint())
            .problem(self.problem("skal"))
            .draft(self.draft("skal"));
        html! {
            div.section { (details_section(None, texts.followup_reason_fold(), "", open, &html! { (field) })) }
        }
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
                    @if let Some(level) = typed.level { " " (level_word(texts, self.part.kind, level)) "." }
                }
            }
            p.fine { (texts.followup_both_kept()) }
        };
        notice(Tone::Concern, &texts.followup_conflict(&self.part.person_name), &body)
    }
}

fn autosave_words(texts: Texts) -> AutosaveWords {
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

/// The picture of a measure with its table; none without values.
pub(super) fn figure(
    texts: Texts,
    structure: &Structure,
    (id, shown): (ElementId, &Shown),
    events: &[Annotation],
) -> Option<ChartFigure> {
    let element = structure.element(id)?;
    let measure = structure.measure(id)?;
    if shown.series.points.is_empty() {
        return None;
    }
    let words = measures::finding_words(texts, &element.title, measure, shown);
    let title = [element.title.as_str(), measure.measure_unit.as_str()]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(", ");
    let picture = |id: &str, width| {
        PreEscaped(measures::xmr_chart(
            texts,
            id,
            &title,
            (measure, shown),
            (&words, events),
            (width, chart::Theme::Screen),
        ))
    };
    Some(ChartFigure {
        title: title.clone(),
        status: Some(signal_status(words.symbol, words.tone, &words.word)),
        wide: picture("diagram", chart::Width::Wide),
        narrow: Some(picture("diagram-smalt", chart::Width::Narrow)),
        table: Some((
            texts.web_show_table().to_owned(),
            values_table(texts, &title, measure, shown),
        )),
        ..ChartFigure::default()
    })
}

fn values_table(texts: Texts, title: &str, measure: &Measure, shown: &Shown) -> Markup {
    let rows = shown
        .series
        .points
        .iter()
        .rev()
        .map(|place| {
            let value =
                place.outcome.as_ref().and_then(|outcome| outcome.value.number()).map_or_else(
                    || texts.measures_state_missing().to_owned(),
                    |number| measures::value_words(texts.language, measure, number),
                );
            Row::words(&[measures::period_words(texts.language, place.period), value])
        })
        .collect();
    let columns =
        vec![Column::text(texts.measures_period()), Column::number(texts.measures_value())];
    html! { (Table::new("varden", title, columns, rows)) }
}
