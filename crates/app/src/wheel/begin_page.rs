//! The page where what is proposed for a wheel is looked through.

use domain::calendar::{Proposed, unscheduled};
use domain::ids::{OrgUnitId, WheelId};
use maud::{Markup, html};

use super::begin::{Offer, Source};
use super::{url, words};
use crate::cx::Cx;
use crate::i18n::{Texts, date};
use crate::web::ui::{
    Button, Column, PageHead, Problem, Row, Stop, Table, breadcrumb_thread, button, button_link,
    empty_state, error_summary, form_end, page_header, section,
};

/// What the page shows.
pub(super) struct Page<'c, 'a, 't> {
    cx: &'c Cx<'a, 't>,
    org_unit: OrgUnitId,
    year: i16,
    offer: &'c Offer,
    wrong: Option<&'static str>,
}

impl<'c, 'a, 't> Page<'c, 'a, 't> {
    /// The page of what is proposed; `wrong` is why it was not kept.
    pub(super) fn of(
        cx: &'c Cx<'a, 't>,
        org_unit: OrgUnitId,
        year: i16,
        offer: &'c Offer,
        wrong: Option<&'static str>,
    ) -> Self {
        Self { cx, org_unit, year, offer, wrong }
    }
}

impl Page<'_, '_, '_> {
    fn texts(&self) -> Texts {
        self.cx.texts()
    }

    fn name(&self) -> &str {
        self.cx.structure.organisation.name(self.org_unit)
    }

    pub(super) fn title(&self) -> String {
        self.texts().wheel_begin(self.year)
    }

    pub(super) fn body(&self) -> Markup {
        let texts = self.texts();
        let address = url(self.org_unit, self.year);
        let stops = [Stop::to(address.clone(), self.name()), Stop::here(self.title())];
        let head = PageHead {
            eyebrow: self.name().to_owned(),
            title: self.title(),
            lead: self.lead(),
            end: None,
        };
        let problems: Vec<Problem> =
            self.wrong.into_iter().map(|words| Problem::at("", words)).collect();
        let buttons = html! {
            (button(Button::Primary, texts.wheel_begin_keep(), None))
            (button_link(Button::Secondary, &address, texts.web_cancel()))
        };
        html! {
            div.wrap.page {
                (error_summary(texts.web_problems(), &problems))
                (breadcrumb_thread(texts.web_thread_label(), &stops))
                (page_header(&head))
                (self.other_source())
                form method="post" action=(address) {
                    input type="hidden" name="id" value=(self.cx.new_id::<WheelId>());
                    input type="hidden" name="fran" value=(self.offer.source.code());
                    @if self.offer.steps.is_empty() { (empty_state(texts.wheel_begin_nothing(), texts.wheel_begin_nothing_text(), None)) }
                    @else { (self.table()) }
                    (form_end(&buttons, None))
                }
                (self.loose())
            }
        }
    }

    fn lead(&self) -> String {
        let texts = self.texts();
        match self.offer.source {
            Source::LastYear => texts.wheel_begin_last_year(self.year - 1),
            Source::Model => texts.wheel_begin_model().to_owned(),
        }
    }

    /// The way to the other thing that a wheel can be made from, and from when the model holds.
    fn other_source(&self) -> Markup {
        let texts = self.texts();
        let address = format!("{}/nytt", url(self.org_unit, self.year));
        let model = &self.cx.structure.model.version;
        let from = model.valid_from.map(|day| date(texts.language, day));
        html! {
            @if let (Source::Model, Some(from)) = (self.offer.source, from) {
                p.soft {
                    @match &model.decision_ref {
                        Some(decision) => (texts.wheel_model_decided(decision, from)),
                        None => (texts.wheel_model_from(from)),
                    }
                }
            }
            @if self.offer.source == Source::Model { (words::before_model(self.cx, self.year)) }
            @if self.offer.has_last_year {
                p {
                    @match self.offer.source {
                        Source::LastYear => a href={(address) "?fran=modell"} { (texts.wheel_begin_other_model()) },
                        Source::Model => a href=(address) { (texts.wheel_begin_other_last_year(self.year - 1)) },
                    }
                }
            }
        }
    }

    fn table(&self) -> Markup {
        let texts = self.texts();
        let moved = self.offer.source == Source::LastYear;
        let mut columns = vec![Column::text(texts.wheel_column_step())];
        if moved {
            columns.push(Column::text((self.year - 1).to_string()).wide_only());
        }
        columns.push(Column::text(self.year.to_string()));
        columns.push(Column::text(texts.wheel_column_about()));
        columns.push(Column::text(texts.wheel_column_rule()).wide_only());
        let rows = self.offer.steps.iter().map(|one| self.row(one, moved)).collect();
        html! { (Table::new("forslag", texts.wheel_begin_table(), columns, rows).hide_caption()) }
    }

    fn row(&self, one: &Proposed, moved: bool) -> Row {
        let texts = self.texts();
        let content = &one.content;
        let closed = words::closed(texts, content.due_on);
        let kind = texts.steering_cycle_kind(content.kind.key());
        let mut cells = vec![html! {
            label.tick {
                input type="checkbox" name="steg" value=(one.key) checked[one.applies];
                span { (content.title) @if kind != content.title { " " span.fine { (kind) } } }
            }
            @if !one.applies { p.fine { (texts.wheel_applies_not(content.about_year)) } }
        }];
        if moved {
            cells.push(html! { @if let Some(before) = one.before { (words::day(texts, before)) } });
        }
        cells.push(html! {
            (words::day(texts, content.due_on))
            @if let Some(before) = one.before { span.fine.narrow-only { (texts.wheel_was(words::day(texts, before))) } }
            @if let Some(why) = closed { br; span.fine { (texts.wheel_is_closed(why)) } }
        });
        cells.push(html! { (content.about_year) });
        cells.push(html! { (words::rule(texts, content.rule)) });
        Row::new(cells)
    }

    /// Steps of the model whose days somebody sets each year: nothing can be proposed for them.
    fn loose(&self) -> Markup {
        let texts = self.texts();
        let structure = &self.cx.structure;
        let unit = structure.organisation.get(self.org_unit);
        let level = unit.map_or("", |unit| unit.level.as_str());
        let is_top = unit.is_some_and(|unit| unit.parent.is_none());
        let loose = unscheduled(&structure.model, level, is_top);
        if loose.is_empty() || self.offer.source == Source::LastYear {
            return html! {};
        }
        let body = html! {
            p.soft { (texts.wheel_loose_text()) }
            ul.plain-list {
                @for (step, times) in loose { li { (step.name) " " span.fine { (texts.steering_times(i64::from(times))) } } }
            }
        };
        section("utan-dag", texts.wheel_loose(), "", &body)
    }
}
