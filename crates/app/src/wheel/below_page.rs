//! The page where the wheels of all below are looked through before they are made.

use domain::ids::OrgUnitId;
use maud::{Markup, html};

use super::above::count;
use super::begin::Source;
use super::below::{Below, Draft, Moved};
use super::store::Wheel;
use super::{make_below, url, words};
use crate::cx::Cx;
use crate::i18n::Texts;
use crate::web::ui::{
    Button, Column, PageHead, Problem, Row, Stop, Symbol, Table, Tone, breadcrumb_thread, button,
    button_link, empty_state, error_summary, form_end, notice, page_header, signal_status,
};

/// Days and clashes that are told in a row; the rest are counted.
const TOLD: usize = 3;

/// What the page shows.
pub(super) struct Page<'c, 'a, 't> {
    pub(super) cx: &'c Cx<'a, 't>,
    pub(super) org_unit: OrgUnitId,
    pub(super) year: i16,
    pub(super) below: &'c Below,
    /// What was made together last, and can be taken back.
    pub(super) made: &'c [Wheel],
    pub(super) wrong: Option<&'static str>,
}

impl Page<'_, '_, '_> {
    fn texts(&self) -> Texts {
        self.cx.texts()
    }

    fn name(&self, org_unit: OrgUnitId) -> &str {
        self.cx.structure.organisation.name(org_unit)
    }

    pub(super) fn title(&self) -> String {
        self.texts().wheel_below_title(self.name(self.org_unit), self.year)
    }

    pub(super) fn body(&self) -> Markup {
        let texts = self.texts();
        let wheel = url(self.org_unit, self.year);
        let own = texts.wheel_title(self.name(self.org_unit), self.year);
        let stops = [Stop::to(wheel.clone(), own), Stop::here(self.title())];
        let head = PageHead {
            eyebrow: self.name(self.org_unit).to_owned(),
            title: self.title(),
            lead: texts.wheel_below_lead().to_owned(),
            end: None,
        };
        let problems: Vec<Problem> =
            self.wrong.into_iter().map(|words| Problem::at("", words)).collect();
        html! {
            div.wrap.page {
                (error_summary(texts.web_problems(), &problems))
                (breadcrumb_thread(texts.web_thread_label(), &stops))
                (page_header(&head))
                (self.made())
                @if self.below.drafts.is_empty() {
                    (empty_state(texts.wheel_below_none(), texts.wheel_below_none_text(), None))
                } @else { (self.form(&wheel)) }
            }
        }
    }

    /// What has just been made, with the way back.
    fn made(&self) -> Markup {
        let Some(first) = self.made.first() else { return html! {} };
        let texts = self.texts();
        let body = html! {
            p { (texts.wheel_below_made(count(self.made), &first.person_name)) }
            form.row method="post" action={(make_below::address(self.org_unit, self.year)) "/angra"} {
                input type="hidden" name="gjorda" value=(first.at);
                (button(Button::SmallSecondary, texts.wheel_below_undo(), None))
            }
        };
        notice(Tone::Neutral, "", &body)
    }

    fn form(&self, wheel: &str) -> Markup {
        let texts = self.texts();
        let buttons = html! {
            (button(Button::Primary, texts.wheel_below_make(), None))
            (button_link(Button::Secondary, wheel, texts.web_cancel()))
        };
        html! {
            @if self.below.drafts.iter().any(|one| one.source == Source::Model) { (words::before_model(self.cx, self.year)) }
            p { (self.sum()) }
            @if self.below.left > 0 { p.soft { (texts.wheel_below_left(i64::try_from(self.below.left).unwrap_or(0))) } }
            form method="post" action=(make_below::address(self.org_unit, self.year)) {
                input type="hidden" name="avtryck" value=(self.below.fingerprint());
                (self.table())
                (form_end(&buttons, None))
            }
        }
    }

    /// How much there is of all, in a sentence.
    fn sum(&self) -> String {
        let drafts = &self.below.drafts;
        let clashes = drafts.iter().map(|one| count(&one.clashes)).sum::<i64>();
        let moved = drafts.iter().map(|one| count(&one.gave_way)).sum::<i64>();
        let steps = drafts.iter().map(|one| count(&one.steps)).sum::<i64>();
        let texts = self.texts();
        let parts = [
            texts.wheel_below_wheels(count(drafts)),
            texts.wheel_steps(steps),
            texts.wheel_below_moved(moved),
            texts.wheel_clash_count(clashes),
        ];
        parts.join(" · ")
    }

    fn table(&self) -> Markup {
        let texts = self.texts();
        let columns = vec![
            Column::text(texts.wheel_column_whose()),
            Column::text(texts.wheel_column_from()).wide_only(),
            Column::number(texts.wheel_column_steps()).wide_only(),
            Column::text(texts.wheel_column_moved()).wide_only(),
            Column::text(texts.wheel_column_fits()),
        ];
        let rows = self.below.drafts.iter().map(|one| self.row(one)).collect();
        html! { (Table::new("under", texts.wheel_below_table(), columns, rows).hide_caption()) }
    }

    fn row(&self, draft: &Draft) -> Row {
        let texts = self.texts();
        let parent = self.cx.structure.organisation.get(draft.org_unit).and_then(|one| one.parent);
        let parent = parent.filter(|parent| *parent != self.org_unit);
        let from = match draft.source {
            Source::LastYear => texts.wheel_from_last_year(self.year - 1),
            Source::Model => texts.wheel_from_model().to_owned(),
        };
        Row::new(vec![
            html! {
                label.tick {
                    input type="checkbox" name="enhet" value=(draft.org_unit) checked;
                    span { (self.name(draft.org_unit)) }
                }
                @if let Some(parent) = parent { p.fine { (self.name(parent)) } }
                small.narrow-only { (self.in_short(draft)) }
            },
            html! { (from) },
            html! { (draft.steps.len()) },
            self.moved(draft),
            self.fits(draft),
        ])
    }

    /// Where the columns have no room: how much there is, and where it comes from.
    fn in_short(&self, draft: &Draft) -> String {
        let texts = self.texts();
        let from = match draft.source {
            Source::LastYear => texts.wheel_from_last_year(self.year - 1),
            Source::Model => texts.wheel_from_model().to_owned(),
        };
        let steps = texts.wheel_steps(count(&draft.steps));
        [from, steps, texts.wheel_below_moved(count(&draft.gave_way))].join(", ")
    }

    /// What gave way to which holiday, and to whom above.
    fn moved(&self, draft: &Draft) -> Markup {
        let texts = self.texts();
        let told = draft.gave_way.iter().take(TOLD).map(|one| {
            let day = words::short(texts, one.day);
            match one.why {
                Moved::Holiday(holiday) => {
                    let why = words::closed(texts, holiday).unwrap_or_default();
                    texts.wheel_gave_way(day, &one.title, why)
                }
                Moved::Needed(owner) => texts.wheel_fitted(day, self.name(owner), &one.title),
            }
        });
        let more =
            count(&draft.gave_way) - count(&draft.gave_way[..draft.gave_way.len().min(TOLD)]);
        html! {
            @if draft.gave_way.is_empty() { "–" }
            @for words in told { p.fine { (words) } }
            @if more > 0 { p.fine { (texts.wheel_and_more(more)) } }
        }
    }

    fn fits(&self, draft: &Draft) -> Markup {
        let texts = self.texts();
        if draft.clashes.is_empty() {
            return signal_status(Symbol::Met, Tone::Good, texts.wheel_fits());
        }
        let told = draft.clashes.iter().take(TOLD).filter_map(|clash| {
            let above = self.below.step(clash)?;
            Some(words::clash(texts, clash, above, self.name(above.org_unit)))
        });
        let all = texts.wheel_clash_count(count(&draft.clashes));
        html! {
            (signal_status(Symbol::NotMet, Tone::Concern, &all))
            @for words in told { p.fine { (words) } }
        }
    }
}
