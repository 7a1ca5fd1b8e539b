//! The form that begins an analysis.

use domain::access::Action;
use domain::analysis::{LONGEST_SUBJECT, SubjectKind};
use domain::ids::AnalysisId;
use domain::periods::{Frequency, Period};
use maud::{Markup, html};

use super::begin::Chosen;
use super::{methods, words};
use crate::choosing;
use crate::cx::Cx;
use crate::form_page::FormPage;
use crate::i18n::Texts;
use crate::measures::period_words;
use crate::web::fields::Fields;
use crate::web::ui::{Choice, Field, PageHead, Problem};

/// What the form holds.
pub(super) struct Typed {
    pub(super) id: String,
    pub(super) kind: String,
    pub(super) subject: String,
    pub(super) words: String,
    pub(super) link: String,
    pub(super) org_unit: String,
    pub(super) period: String,
    pub(super) method: String,
    pub(super) quick: bool,
    pub(super) conversation: bool,
}

impl Typed {
    /// What was sent, or what an address asks for.
    pub(super) fn fresh(cx: &Cx<'_, '_>, sent: &Fields) -> Self {
        let text = |name: &str| sent.text(name).to_owned();
        let or = |name: &str, usual: String| if sent.has(name) { text(name) } else { usual };
        let id: AnalysisId = sent.parsed("id").unwrap_or_else(|| cx.new_id());
        let usual = methods::methods().first().map(|one| one.id.clone()).unwrap_or_default();
        let home = cx.visit.person.as_ref().and_then(|person| person.home());
        let subject = sent.text("om");
        let unit = if subject.is_empty() { home } else { None };
        Self {
            id: id.to_string(),
            kind: or("sort", SubjectKind::Other.code().to_owned()),
            subject: subject.to_owned(),
            words: text("amne"),
            link: text("lank"),
            org_unit: or("enhet", unit.map(|unit| unit.to_string()).unwrap_or_default()),
            period: or("period", Period::year_of(cx.today().year()).to_string()),
            method: or("metod", usual),
            quick: sent.has("snabb"),
            conversation: sent.has("samtal"),
        }
    }
}

/// The form.
pub(super) struct Begin<'b> {
    pub(super) chosen: &'b Chosen,
    pub(super) typed: &'b Typed,
    pub(super) problems: &'b [Problem],
}

impl Begin<'_> {
    pub(super) fn body(&self, cx: &Cx<'_, '_>) -> Markup {
        let texts = cx.texts();
        let in_words = self.chosen.kind.is_in_words();
        let head = PageHead {
            eyebrow: if in_words {
                String::new()
            } else {
                words::kind_word(texts, self.chosen.kind).to_owned()
            },
            title: self.title(texts),
            lead: texts.analysis_new_lead().to_owned(),
            end: None,
        };
        let page = FormPage {
            head,
            problems: self.problems,
            action: "/analyser/ny",
            save: texts.analysis_begin(),
            cancel: "/analyser",
        };
        let fields = html! {
            (choosing::on_enter(texts))
            input type="hidden" name="id" value=(self.typed.id);
            @if in_words { (self.subject_in_words(cx)) } @else {
                input type="hidden" name="sort" value=(self.typed.kind);
                input type="hidden" name="om" value=(self.typed.subject);
            }
            (self.place(cx))
            (self.method(cx))
        };
        page.body(texts, &html! {}, &fields)
    }

    /// What the page is called.
    pub(super) fn title(&self, texts: Texts) -> String {
        if self.chosen.kind.is_in_words() {
            texts.analysis_new().to_owned()
        } else {
            texts.analysis_new_of(&self.chosen.words)
        }
    }

    fn wrong(&self, name: &str) -> Option<&str> {
        Problem::of(self.problems, name)
    }

    fn subject_in_words(&self, cx: &Cx<'_, '_>) -> Markup {
        let texts = cx.texts();
        let kinds = SubjectKind::ALL.into_iter().filter(|kind| kind.is_in_words());
        let kinds = kinds.map(|kind| {
            Choice::new(kind.code(), words::kind_word(texts, kind)).chosen(kind == self.chosen.kind)
        });
        let most = u32::try_from(LONGEST_SUBJECT).unwrap_or(u32::MAX);
        html! {
            p { a href="/analyser/ny?sort=model" { (texts.analysis_begin_model()) } }
            (Field::text("amne", texts.analysis_subject()).hint(texts.analysis_subject_hint()).value(&self.typed.words).limit(most, &texts.analysis_left("{left}", "{max}"), &texts.web_over("{max}", "{over}")).problem(self.wrong("amne")))
            (Field::radios("sort", texts.analysis_subject_kind(), kinds.collect()))
            (Field::text("lank", texts.analysis_link()).hint(texts.analysis_link_hint()).optional(texts.web_optional()).value(&self.typed.link).problem(self.wrong("lank")))
        }
    }

    fn place(&self, cx: &Cx<'_, '_>) -> Markup {
        let texts = cx.texts();
        let unit = self.typed.org_unit.parse().ok().or(self.chosen.org_unit);
        let unit = unit.map(|unit: domain::ids::OrgUnitId| unit.to_string()).unwrap_or_default();
        let units = choosing::org_units(cx, "enhet", Action::Analyse, &unit);
        let this_year = Period::year_of(cx.today().year());
        let parts = Period::containing(cx.today(), Frequency::Tertial);
        let known =
            [this_year, this_year.previous(), parts, parts.previous(), parts.previous().previous()];
        let other: Option<Period> = self.typed.period.parse().ok();
        let mut all: Vec<Period> = known.to_vec();
        all.extend(other.filter(|one| !known.contains(one)));
        let periods = all.into_iter().map(|one| {
            let code = one.to_string();
            let words = if one.frequency() == Frequency::Year {
                one.year().to_string()
            } else {
                period_words(texts.language, one)
            };
            let chosen = code == self.typed.period;
            Choice::new(code, words).chosen(chosen)
        });
        html! {
            (units.field(texts, texts.analysis_unit()).problem(self.wrong("enhet")))
            (Field::select("period", texts.analysis_period(), periods.collect()).problem(self.wrong("period")))
        }
    }

    fn method(&self, cx: &Cx<'_, '_>) -> Markup {
        let texts = cx.texts();
        let known = methods::methods().iter().map(|one| {
            let steps = i64::try_from(one.steps.len()).unwrap_or(0);
            let note = texts.analysis_method_note(&one.owner, &one.source, steps);
            Choice::new(&one.id, methods::name(texts, one))
                .note(note)
                .chosen(one.id == self.typed.method)
        });
        let quick = Choice::new("1", texts.analysis_quick())
            .note(texts.analysis_quick_note())
            .chosen(self.typed.quick);
        let conversation = Choice::new("1", texts.analysis_for_conversation())
            .note(texts.analysis_conversation_text())
            .chosen(self.typed.conversation);
        html! {
            (Field::radios("metod", texts.analysis_method(), known.collect()).problem(self.wrong("metod")))
            (Field::checkboxes("snabb", texts.analysis_how_much(), vec![quick]))
            (Field::checkboxes("samtal", texts.analysis_who_for(), vec![conversation]))
        }
    }
}
