//! The form of a target level, with the levels that are set already.

use domain::access::Action;
use domain::elements::{Element, Structure};
use domain::measures::{Measure, Target};
use domain::steering::TargetKind;
use maud::{Markup, html};

use super::set_target::{Refused, Typed};
use super::{target_words, value_words};
use crate::choosing::{on_enter, org_units};
use crate::cx::Cx;
use crate::i18n::Texts;
use crate::web::ui::{
    Button, Choice, Column, Field, PageHead, Problem, Row, Table, Tone, button, error_summary,
    form_end, notice, page_header,
};

/// The kinds a person sets by form; the others follow from the steering model.
const KINDS: [TargetKind; 4] =
    [TargetKind::AtLeast, TargetKind::AtMost, TargetKind::Equal, TargetKind::Range];

/// The form with what was typed, what is wrong with it, and what somebody else has set meanwhile.
pub(super) struct Form<'a> {
    pub(super) structure: &'a Structure,
    pub(super) element: &'a Element,
    pub(super) measure: &'a Measure,
    pub(super) typed: Typed,
    pub(super) problem: Option<Refused>,
    pub(super) theirs: Option<Target>,
}

impl Form<'_> {
    fn wrong(&self, name: &str) -> Option<&str> {
        self.problem.as_ref().filter(|(at, _)| *at == name).map(|(_, words)| words.as_str())
    }

    /// The page.
    pub(super) fn body(&self, cx: &Cx<'_, '_>) -> Markup {
        let texts = cx.texts();
        let term = super::terms::target_term(self.structure, texts);
        let head = PageHead {
            eyebrow: self.element.title.clone(),
            title: term.clone(),
            ..PageHead::default()
        };
        let summary: Vec<Problem> =
            self.problem.iter().map(|(at, words)| Problem::at(*at, words)).collect();
        let submit = html! { (button(Button::Primary, texts.web_save(), None)) };
        html! {
            div.wrap.page {
                @if !summary.is_empty() { (error_summary(texts.web_problems(), &summary)) }
                (page_header(&head))
                @if let Some(theirs) = &self.theirs { (self.conflict(texts, theirs)) }
                (self.levels(texts, &term))
                form.form method="post" action={(super::url(self.element.id)) "/styrtal"} {
                    input type="hidden" name="sedd" value=(self.typed.seen);
                    input type="hidden" name="version" value=(self.typed.version);
                    (self.fields(cx))
                    (form_end(&submit, None))
                }
            }
        }
    }

    fn fields(&self, cx: &Cx<'_, '_>) -> Markup {
        let texts = cx.texts();
        let typed = &self.typed;
        let unit = &self.measure.measure_unit;
        let kinds = KINDS
            .iter()
            .map(|kind| {
                Choice::new(kind.key(), kind_word(texts, *kind)).chosen(kind.key() == typed.kind)
            })
            .collect();
        let units = org_units(cx, "enhet", Action::Plan, &typed.org_unit);
        let units = units.after(Choice::new("", texts.measures_everyone()));
        html! {
            @if units.is_narrowed() { (on_enter(texts)) }
            (Field::text("period", texts.measures_target_period()).value(&typed.period).problem(self.wrong("period")))
            (units.field(texts, texts.measures_org_unit()).problem(self.wrong("enhet")))
            (Field::select("slag", texts.measures_target_kind(), kinds).problem(self.wrong("slag")))
            (Field::number("niva", texts.measures_level()).value(&typed.low).unit(unit).problem(self.wrong("niva")))
            (Field::number("till", texts.measures_level_to()).value(&typed.high).unit(unit).optional(texts.web_optional()).problem(self.wrong("till")))
        }
    }

    fn conflict(&self, texts: Texts, theirs: &Target) -> Markup {
        let mine = [self.typed.low.as_str(), self.typed.high.as_str()];
        let mine: Vec<&str> = mine.into_iter().filter(|level| !level.is_empty()).collect();
        let words = texts.measures_target_conflict_text(mine.join("–"), self.words(texts, theirs));
        notice(Tone::Partly, texts.measures_target_conflict(), &html! { p { (words) } })
    }

    fn words(&self, texts: Texts, target: &Target) -> String {
        let words = target_words(texts, self.measure, target);
        if !words.is_empty() {
            return words;
        }
        let low = target.low.map(|low| value_words(texts.language, self.measure, low));
        low.unwrap_or_default()
    }

    /// The levels set, newest first, each with a way to change it.
    fn levels(&self, texts: Texts, term: &str) -> Markup {
        let mut targets: Vec<&Target> = self.structure.targets(self.measure.id).iter().collect();
        targets.sort_by_key(|target| std::cmp::Reverse(target.period));
        if targets.is_empty() {
            return html! {};
        }
        let rows = targets.iter().map(|target| self.level(texts, target)).collect();
        let columns = vec![
            Column::text(texts.measures_period()),
            Column::text(texts.measures_org_unit()),
            Column::text(term),
            Column::text(texts.measures_target_change()),
        ];
        html! { (Table::new("nivaer", term, columns, rows)) }
    }

    fn level(&self, texts: Texts, target: &Target) -> Row {
        let whose = target.org_unit.map_or_else(
            || texts.measures_everyone().to_owned(),
            |unit| self.structure.organisation.name(unit).to_owned(),
        );
        let unit = target.org_unit.map(|unit| unit.to_string()).unwrap_or_default();
        let period = target.period.to_string();
        let url = format!("{}/styrtal?period={period}&enhet={unit}", super::url(self.element.id));
        Row::new(vec![
            html! { (period) },
            html! { (whose) },
            html! { (self.words(texts, target)) },
            html! { a href=(url) { (texts.measures_target_change()) span.sr { ": " (period) ", " (whose) } } },
        ])
    }
}

fn kind_word(texts: Texts, kind: TargetKind) -> &'static str {
    match kind {
        TargetKind::AtLeast => texts.measures_kind_at_least(),
        TargetKind::AtMost => texts.measures_kind_at_most(),
        TargetKind::Range => texts.measures_kind_range(),
        _ => texts.measures_kind_equal(),
    }
}
