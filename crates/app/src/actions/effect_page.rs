//! The page where an action's effect is asked for: what was expected, what the values show, the
//! question, and the answers until now.

use domain::actions::{Answer, Effect, LONGEST_LEARNED, Showing, Wanted};
use domain::elements::Element;
use domain::ids::EffectId;
use maud::{Markup, html};

use super::compared::Compared;
use super::effect_url;
use super::words::{answer_symbol, answer_told, answer_word, showing_words};
use crate::cx::Cx;
use crate::elements;
use crate::i18n::{Texts, date};
use crate::web::fields::Fields;
use crate::web::ui::{
    Button, Choice, Field, PageHead, Problem, Stop, Tone, breadcrumb_thread, button, button_link,
    empty_state, error_summary, form_end, notice, page_header, section,
};

/// The fields as typed.
#[derive(Clone, Default, Debug)]
pub(super) struct Typed {
    pub(super) id: String,
    /// The place of the latest answer that the visitor had seen.
    pub(super) place: String,
    pub(super) answer: String,
    pub(super) learned: String,
    /// Why the answer goes against the figures.
    pub(super) why: String,
    pub(super) ask_on: String,
}

impl Typed {
    /// A new answer: what was learned last stands there to be written on.
    pub(super) fn blank(cx: &Cx<'_, '_>, effects: &[Effect]) -> Self {
        let latest = effects.first();
        Self {
            id: cx.new_id::<EffectId>().to_string(),
            place: latest.map_or(0, |one| one.place).to_string(),
            learned: latest.map(|one| one.learned.clone()).unwrap_or_default(),
            ..Self::default()
        }
    }

    /// What the form brought.
    pub(super) fn sent(form: &Fields) -> Self {
        let text = |name: &str| form.text(name).replace("\r\n", "\n");
        Self {
            id: text("id"),
            place: text("plats"),
            answer: text("svar"),
            learned: text("lardom"),
            why: text("varfor"),
            ask_on: text("nydag"),
        }
    }
}

/// Everything the page shows.
pub(super) struct Page<'s> {
    pub(super) texts: Texts,
    pub(super) element: &'s Element,
    pub(super) compared: Option<Compared<'s>>,
    /// What the figures say.
    pub(super) showing: Showing,
    /// What was expected of them.
    pub(super) wanted: Option<Wanted>,
    pub(super) chain: Markup,
    /// The latest first.
    pub(super) effects: Vec<Effect>,
    /// Of the wordings that this one replaces, the latest first.
    pub(super) earlier: Vec<Effect>,
    pub(super) typed: Typed,
    pub(super) answers: bool,
    pub(super) costs: Markup,
}

impl Page<'_> {
    /// Title of the page.
    pub(super) fn title(&self) -> &'static str {
        self.texts.actions_had_effect()
    }

    /// The page; `theirs` is what somebody else answered meanwhile.
    pub(super) fn body(
        &self,
        cx: &Cx<'_, '_>,
        problems: &[Problem],
        theirs: Option<&Markup>,
    ) -> Markup {
        let texts = self.texts;
        let url = elements::url(self.element);
        let stops = [Stop::to(&url, &self.element.title), Stop::here(self.title())];
        let head = PageHead {
            eyebrow: cx.structure.organisation.name(self.element.owner).to_owned(),
            title: self.title().to_owned(),
            lead: self.element.title.clone(),
            end: None,
        };
        html! {
            div.wrap.page {
                (error_summary(texts.web_problems(), problems))
                (breadcrumb_thread(texts.web_thread_label(), &stops))
                (page_header(&head))
                @if let Some(theirs) = theirs { (notice(Tone::Partly, texts.actions_conflict(), theirs)) }
                div.with-side {
                    div {
                        (self.shown())
                        @if self.answers { div.no-print { (section("fragan", texts.actions_your_answer(), "", &self.form(problems))) } }
                        (section("svaren", texts.actions_answers(), "", &self.told(cx)))
                        (self.costs)
                    }
                    aside.side aria-labelledby="vagen" {
                        section.section { h2 #vagen { (texts.actions_way()) } (self.chain) }
                    }
                }
            }
        }
    }

    fn shown(&self) -> Markup {
        let texts = self.texts;
        let body = match &self.compared {
            Some(compared) => {
                html! { div.stack { div { (compared.words(texts)) } (compared.figure(texts)) } }
            }
            None => empty_state(
                texts.actions_without_measure(),
                texts.actions_without_measure_text(),
                None,
            ),
        };
        section("vardena", texts.actions_values(), "", &body)
    }

    fn form(&self, problems: &[Problem]) -> Markup {
        let texts = self.texts;
        let wrong = |field: &str| Problem::of(problems, field);
        let choices = Answer::ALL.iter().map(|one| {
            Choice::new(one.code(), answer_word(texts, *one))
                .chosen(one.code() == self.typed.answer)
                .symbol(answer_symbol(*one), "")
        });
        let most = u32::try_from(LONGEST_LEARNED).unwrap_or(u32::MAX);
        let buttons = html! {
            (button(Button::Primary, texts.actions_save_answer(), None))
            (button_link(Button::Secondary, &elements::url(self.element), texts.web_cancel()))
        };
        html! {
            form.form method="post" action=(effect_url(self.element)) {
                input type="hidden" name="id" value=(self.typed.id);
                input type="hidden" name="plats" value=(self.typed.place);
                @let figures = showing_words(texts, self.showing, self.wanted);
                @if let Some(words) = figures { p { b { (texts.actions_figures()) } br; (words) } }
                (Field::cards("svar", texts.actions_had_effect(), choices.collect()).problem(wrong("svar")))
                @if figures.is_some() {
                    (Field::textarea("varfor", texts.actions_why_otherwise()).hint(texts.actions_why_otherwise_hint()).rows(2).value(&self.typed.why).optional(texts.web_optional()).problem(wrong("varfor")))
                }
                (Field::textarea("lardom", texts.actions_learned()).hint(texts.actions_learned_hint()).rows(4).value(&self.typed.learned).optional(texts.web_optional()).limit(most, &texts.actions_left("{left}", "{max}"), &texts.web_over("{max}", "{over}")).problem(wrong("lardom")))
                (Field::date("nydag", texts.actions_new_day()).hint(texts.actions_new_day_hint()).value(&self.typed.ask_on).optional(texts.web_optional()).problem(wrong("nydag")))
                (form_end(&buttons, None))
            }
        }
    }

    /// The answers, the one that holds first.
    fn told(&self, cx: &Cx<'_, '_>) -> Markup {
        let texts = self.texts;
        if self.effects.is_empty() && self.earlier.is_empty() {
            return empty_state(
                texts.actions_not_answered(),
                texts.actions_not_answered_text(),
                None,
            );
        }
        let day = |at: i64| date(texts.language, cx.app.clock.local(at).date());
        html! {
            ul.stack {
                @for one in self.effects.iter().chain(&self.earlier) {
                    li {
                        (answer_told(texts, one.answer, &one.why))
                        @if !one.learned.is_empty() { p { (one.learned) } }
                        @if let Some(again) = one.ask_on { p { (texts.actions_asked_ahead(date(texts.language, again))) } }
                        p.fine { (one.person_name) ", " (day(one.at)) @if self.is_earlier(one) { ". " (texts.actions_of_earlier_wording()) } }
                    }
                }
            }
        }
    }

    /// Whether an answer is of a wording that this one replaces.
    fn is_earlier(&self, one: &Effect) -> bool {
        self.earlier.iter().any(|earlier| earlier.id == one.id)
    }
}
