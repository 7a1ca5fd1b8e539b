//! The way of an action from what it answers to until its effect: a stop for each, with who and when.

use domain::access::Action;
use domain::actions::{ActionFacts, Asked, Effect, Origin};
use domain::elements::{Element, ElementState};
use domain::ids::AnalysisId;
use maud::{Markup, html};

use super::store::{self, Deviation};
use super::words::{answer_told, kind_word, wanted_word};
use super::{effect_url, facts_url, may_answer, may_say};
use crate::activities::store::ProgressRow;
use crate::activities::{progress_symbol, told_progress_word};
use crate::cx::Cx;
use crate::decisions::{self, decision_words};
use crate::i18n::date;
use crate::measures::url_for;
use crate::web::error::AppError;
use crate::web::ui::{Button, Level, Symbol, button_link, levels, section, signal_status, status};

/// What is known of an action.
pub(super) struct Chain<'e> {
    element: &'e Element,
    facts: ActionFacts,
    deviation: Option<Deviation>,
    decision: Option<decisions::Decision>,
    progress: ProgressRow,
    latest: Option<Effect>,
}

/// The section of an activity's page: its way when it is an action, and the way to make it one for
/// those who plan; nothing of other elements.
pub fn section_of(cx: &mut Cx<'_, '_>, element: &Element) -> Result<Markup, AppError> {
    if element.role != domain::steering::Role::Activity {
        return Ok(html! {});
    }
    let texts = cx.texts();
    let Some(facts) = store::of_element_or_before(cx.tx, element.id)? else {
        let say = may_say(cx, element, None);
        return Ok(html! { @if say {
            p.block { (button_link(Button::Secondary, &facts_url(element), texts.actions_say_expected())) }
        } });
    };
    let chain = Chain::read(cx, element, facts)?;
    Ok(section(
        "atgardens-vag",
        texts.actions_way(),
        texts.actions_way_note(),
        &chain.body(cx, true),
    ))
}

impl<'e> Chain<'e> {
    pub(super) fn read(
        cx: &mut Cx<'_, '_>,
        element: &'e Element,
        facts: ActionFacts,
    ) -> Result<Self, AppError> {
        let deviation = match facts.origin {
            Some(Origin::Part(part)) => store::deviation(cx.tx, part)?,
            _ => None,
        };
        let decision = match element.decision {
            Some(id) => decisions::store::decision(cx.tx, id)?,
            None => None,
        };
        Ok(Self {
            element,
            deviation,
            decision,
            progress: crate::activities::store::progress(cx.tx, element.id)?,
            latest: store::effects_of(cx.tx, facts.element)?.into_iter().next(),
            facts,
        })
    }

    /// The stops; on the page of the activity with the way to the question.
    pub(super) fn body(&self, cx: &Cx<'_, '_>, asks: bool) -> Markup {
        let mut stops: Vec<Level> = self.origin(cx).into_iter().collect();
        stops.extend([
            self.proposed(cx),
            self.decided(cx),
            self.activity(cx),
            self.effect(cx, asks),
        ]);
        let say = may_say(cx, self.element, Some(&self.facts));
        html! {
            (levels(&stops))
            @if say { p.block { a href=(facts_url(self.element)) { (cx.texts().actions_change_expected()) } } }
        }
    }

    fn who(cx: &Cx<'_, '_>, name: &str, at: i64) -> String {
        let day = (at > 0).then(|| date(cx.language(), cx.app.clock.local(at).date()));
        let parts = [Some(name.to_owned()).filter(|name| !name.is_empty()), day];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }

    /// What it answers to, as far as the visitor may know of it.
    fn origin(&self, cx: &Cx<'_, '_>) -> Option<Level> {
        let texts = cx.texts();
        match self.facts.origin? {
            Origin::Part(_) => {
                let one = self.deviation.as_ref()?;
                let reads = cx.reads_drafts_of(one.org_unit)
                    || (one.state.is_handed_in() && cx.can(Action::ReadThread, one.org_unit));
                let url = format!("/folja-upp/{}/las", one.account);
                let unit = cx.structure.organisation.name(one.org_unit);
                reads.then(|| Level {
                    title: texts.actions_stop_deviation().to_owned(),
                    who: Self::who(cx, &one.person_name, one.at),
                    content: html! { a href=(url) { (one.title) } " " (unit) },
                })
            }
            Origin::Analysis(id) => Some(Level {
                title: texts.actions_stop_analysis().to_owned(),
                who: String::new(),
                content: html! { a href=(analysis_url(id)) { (texts.actions_to_analysis()) } },
            }),
        }
    }

    fn proposed(&self, cx: &Cx<'_, '_>) -> Level {
        let texts = cx.texts();
        let facts = &self.facts;
        let measure = facts.measure.and_then(|id| cx.structure.element(id));
        let measure = measure.filter(|one| cx.may_see(one));
        let unit = facts.org_unit.unwrap_or(self.element.owner);
        let map = Some(facts.map_link.as_str()).filter(|link| domain::actions::is_safe_link(link));
        Level {
            title: texts.actions_stop_proposed().to_owned(),
            who: Self::who(cx, &facts.person_name, facts.at),
            content: html! {
                @if let Some(kind) = facts.kind { p { (texts.actions_kind()) ": " (kind_word(texts, kind)) } }
                @if !facts.expected.is_empty() { p { (texts.actions_expected_short()) " " (facts.expected) } }
                @if let Some(measure) = measure {
                    p {
                        (texts.actions_seen_on()) " " a href=(url_for(measure.id, unit)) { (measure.title) }
                        @if let Some(wanted) = facts.wanted { ". " (wanted_word(texts, wanted)) "." }
                    }
                }
                @if !facts.followed_by.is_empty() { p { (texts.actions_followed_short()) " " (facts.followed_by) } }
                @if let Some(link) = map { p { a href=(link) rel="noopener noreferrer external" { (texts.actions_to_map()) } } }
            },
        }
    }

    fn decided(&self, cx: &Cx<'_, '_>) -> Level {
        let texts = cx.texts();
        let organisation = &cx.structure.organisation;
        let words = match (&self.decision, self.element.state) {
            (Some(one), _) => decision_words(texts, organisation.name(one.body), one),
            (None, ElementState::Draft) => texts.actions_is_draft().to_owned(),
            (None, ElementState::Proposed) => texts.actions_is_proposed().to_owned(),
            (None, ElementState::Discarded) => texts.actions_is_discarded().to_owned(),
            (None, _) => texts.actions_is_decided().to_owned(),
        };
        Level {
            title: texts.actions_stop_decision().to_owned(),
            who: String::new(),
            content: html! { (words) },
        }
    }

    fn activity(&self, cx: &Cx<'_, '_>) -> Level {
        let texts = cx.texts();
        let said = (self.progress.progress, self.progress.scale_level.as_str());
        let word = told_progress_word(texts, &cx.structure, self.element, said);
        let due = self.element.ends_on.map(|day| date(texts.language, day));
        Level {
            title: texts.actions_stop_activity().to_owned(),
            who: due.map(|day| texts.actions_until(day)).unwrap_or_default(),
            content: status(progress_symbol(self.progress.progress), &word),
        }
    }

    fn effect(&self, cx: &Cx<'_, '_>, asks: bool) -> Level {
        let texts = cx.texts();
        let (asked, day) = Asked::of(self.facts.ask_on, self.latest.as_ref(), cx.today());
        let day = day.map(|day| date(texts.language, day)).unwrap_or_default();
        let word = match asked {
            Asked::Ahead => texts.actions_asked_ahead(day),
            Asked::Waits => texts.actions_asked_since(day),
            Asked::Never => texts.actions_never_asked().to_owned(),
            Asked::Answered => String::new(),
        };
        let answers = asked != Asked::Answered && may_answer(cx, self.element);
        let url = effect_url(self.element);
        let who = self.latest.as_ref();
        Level {
            title: texts.actions_stop_effect().to_owned(),
            who: who.map(|one| Self::who(cx, &one.person_name, one.at)).unwrap_or_default(),
            content: html! {
                @if let Some(one) = &self.latest {
                    p { (answer_told(texts, one.answer, &one.why)) }
                    @if !one.learned.is_empty() { p { (one.learned) } }
                }
                @if !word.is_empty() {
                    @if asked == Asked::Waits { p { (signal_status(Symbol::Clock, crate::web::ui::Tone::Partly, &word)) } }
                    @else { p { (word) } }
                }
                @if asks { p { a href=(url) { @if answers { (texts.actions_answer_effect()) } @else { (texts.actions_read_effect()) } } } }
            },
        }
    }
}

/// Where an analysis is read.
pub(super) fn analysis_url(id: AnalysisId) -> String {
    format!("/analys/{id}")
}
