//! The form of a judgement outside a round.

use domain::assessment::{Extent, Grade};
use domain::elements::{Element, Structure};
use domain::followup::LONGEST_TEXT;
use domain::fulfilment::{Fulfilment, Stage};
use domain::ids::FollowUpId;
use domain::periods::Period;
use maud::{Markup, html};

use super::grounds::Grounds;
use super::grounds::scale_for;
use super::judge::{Typed, asks_two_questions};
use super::proposal_words::proposal_words;
use super::store::{Assessment, AssessmentKind};
use super::words::{fulfilment_symbol, judgement_word, offered_on, stage_word};
use crate::cx::Cx;
use crate::form_page::FormPage;
use crate::measures::period_words;
use crate::web::ui::{Choice, Field, Link, PageHead, Problem, Tone, notice, segmented};

/// The form with what was typed and what is wrong with it.
pub(super) struct Form<'a> {
    pub(super) structure: &'a Structure,
    pub(super) element: &'a Element,
    pub(super) stages: Vec<Stage>,
    pub(super) periods: Vec<Period>,
    pub(super) grounds: Grounds<'a>,
    pub(super) typed: Typed,
    pub(super) problems: Vec<Problem>,
    /// What somebody else has judged at the same stage, which stands.
    pub(super) theirs: Option<Assessment>,
    /// The account that judges the same thing.
    pub(super) account: Option<FollowUpId>,
}

impl Form<'_> {
    /// The page's title.
    pub(super) fn title(&self, cx: &Cx<'_, '_>) -> String {
        cx.texts().assessment_judge_title(&self.element.title)
    }

    fn wrong(&self, name: &str) -> Option<&str> {
        let found = self.problems.iter().find(|problem| problem.field == name);
        found.map(|problem| problem.words.as_str())
    }

    fn url(&self) -> String {
        format!("/mal/{}/bedom", self.element.id)
    }

    fn word(&self, cx: &Cx<'_, '_>, level: Fulfilment) -> String {
        judgement_word(cx.texts(), self.structure, self.element, (self.grounds.kind, level, ""))
    }

    /// The page.
    pub(super) fn body(&self, cx: &Cx<'_, '_>) -> Markup {
        let texts = cx.texts();
        let head = PageHead {
            eyebrow: self.structure.organisation.name(self.element.owner).to_owned(),
            title: self.title(cx),
            lead: texts.assessment_judge_lead().to_owned(),
            end: None,
        };
        let back = format!("/mal/{}", self.element.id);
        let slag = if self.grounds.kind == AssessmentKind::Forecast { "prognos" } else { "utfall" };
        let page = FormPage {
            head,
            problems: &self.problems,
            action: &self.url(),
            save: texts.assessment_save(),
            cancel: &back,
        };
        let before = html! { (self.kinds(cx)) (self.conflict(cx)) };
        let fields = html! {
                    input type="hidden" name="slag" value=(slag);
                    (self.stage_and_period(cx))
                    @if asks_two_questions(&self.grounds) { (self.two_questions(cx)) }
                    (self.judgement(cx))
        };
        page.body(texts, &before, &fields)
    }

    /// Outcome and forecast are two judgements on two scales.
    fn kinds(&self, cx: &Cx<'_, '_>) -> Markup {
        let texts = cx.texts();
        let of_type = self.structure.model.element_type(&self.element.element_type);
        let forecasts =
            of_type.and_then(|one| scale_for(&self.structure.model, one, AssessmentKind::Forecast));
        if forecasts.is_none() {
            return html! {};
        }
        let link = |kind: AssessmentKind, end: &str| {
            Link::new(format!("{}{end}", self.url()), texts.assessment_kind(kind.code()))
        };
        let links =
            [link(AssessmentKind::Outcome, ""), link(AssessmentKind::Forecast, "?slag=prognos")];
        let current = usize::from(self.grounds.kind == AssessmentKind::Forecast);
        segmented(texts.assessment_which_kind(), &links, current)
    }

    fn conflict(&self, cx: &Cx<'_, '_>) -> Markup {
        let texts = cx.texts();
        let Some(theirs) = &self.theirs else { return html! {} };
        let words =
            texts.assessment_conflict_text(self.word(cx, theirs.level), &theirs.person_name);
        let body = html! { p { (words) } @if !theirs.reason.is_empty() { p { (theirs.reason) } } };
        notice(Tone::Partly, texts.assessment_conflict(), &body)
    }

    fn stage_and_period(&self, cx: &Cx<'_, '_>) -> Markup {
        let texts = cx.texts();
        let stages = self
            .stages
            .iter()
            .map(|stage| {
                let word = stage_word(texts, self.structure, self.element, *stage);
                let word = domain::steering::capitalised(&word);
                Choice::new(stage.code(), word).chosen(self.typed.stage == Some(*stage))
            })
            .collect();
        let periods = self
            .periods
            .iter()
            .map(|period| {
                let word = domain::steering::capitalised(&period_words(texts.language, *period));
                Choice::new(period.to_string(), word).chosen(self.typed.period == Some(*period))
            })
            .collect();
        html! {
            (Field::radios("steg", texts.assessment_which_stage(), stages).problem(self.wrong("steg")))
            (Field::select("period", texts.assessment_period(), periods).hint(texts.assessment_period_hint()).problem(self.wrong("period")))
            @if let Some(account) = self.account {
                p { a href={"/folja-upp/" (account)} { (texts.assessment_to_account()) } }
            }
        }
    }

    /// The rule's two questions, in the model's words where it has them.
    fn two_questions(&self, cx: &Cx<'_, '_>) -> Markup {
        let texts = cx.texts();
        let params = self.grounds.rule.map(|rule| &rule.params);
        let coverage = params.and_then(|params| params.coverage_question.as_deref());
        let fulfilment = params.and_then(|params| params.fulfilment_question.as_deref());
        let extents = Extent::MOST_FIRST
            .iter()
            .map(|extent| {
                Choice::new(extent.code(), texts.assessment_extent(extent.code()))
                    .chosen(self.typed.answers.coverage == Some(*extent))
            })
            .collect();
        let grades = Grade::BEST_FIRST
            .iter()
            .map(|grade| {
                let level = grade.fulfilment();
                Choice::new(level.code(), self.word(cx, level))
                    .chosen(self.typed.answers.fulfilment == Some(*grade))
            })
            .collect();
        html! {
            (Field::radios("tackning", coverage.unwrap_or(texts.assessment_coverage_question()), extents).problem(self.wrong("tackning")))
            (Field::radios("uppfyllelse", fulfilment.unwrap_or(texts.assessment_fulfilment_question()), grades).problem(self.wrong("uppfyllelse")))
        }
    }

    fn judgement(&self, cx: &Cx<'_, '_>) -> Markup {
        let texts = cx.texts();
        let words = proposal_words(texts, &self.structure.model, &self.grounds.proposed);
        let hint = match &self.grounds.proposed {
            Ok(proposal) => texts.assessment_proposed(self.word(cx, proposal.level), words),
            Err(_) => words,
        };
        let chosen = self.typed.level.as_ref().map(|one| one.value.as_str());
        let cards = offered_on(texts, self.grounds.scale)
            .into_iter()
            .map(|level| {
                let is_chosen = chosen == Some(level.value.as_str());
                Choice::new(level.value, level.label)
                    .symbol(fulfilment_symbol(level.means), "")
                    .chosen(is_chosen)
            })
            .collect();
        let most = u32::try_from(LONGEST_TEXT).unwrap_or(u32::MAX);
        html! {
            (Field::cards("bedomning", texts.assessment_question(self.grounds.kind.code()), cards)
                .hint(hint).as_question().problem(self.wrong("bedomning")))
            (Field::textarea("skal", texts.assessment_reason()).rows(4).value(&self.typed.reason)
                .limit(most, &texts.assessment_limit("{left}", "{max}"), &texts.web_over("{max}", "{over}"))
                .hint(texts.assessment_reason_hint()).problem(self.wrong("skal")))
        }
    }
}
