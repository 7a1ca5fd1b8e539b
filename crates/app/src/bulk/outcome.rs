//! What will change and what will not, and the button that does it.

use domain::elements::Element;
use maud::{Markup, html};

use super::form::Page;
use super::plan::{Hinder, Planned};
use super::value::{Value, Words};
use crate::web::ui::{Button, Column, Row, Table, button, button_link, form_end, section};

/// Most rows of each kind that are shown; all are counted.
const MOST_SHOWN: usize = 200;

impl Page<'_> {
    pub(super) fn outcome(
        &self,
        words: &Words<'_>,
        value: Value,
        planned: &[Planned<'_>],
    ) -> Markup {
        let texts = self.texts;
        let (will, will_not): (Vec<_>, Vec<_>) = planned.iter().partition(|one| one.step.is_ok());
        let number = |some: &[&Planned<'_>]| i64::try_from(some.len()).unwrap_or(i64::MAX);
        let changed = number(&will);
        html! {
            @if will.is_empty() {
                (section("andras", texts.bulk_nothing_changes(), "", &html! { p { (texts.bulk_nothing_changes_text()) } }))
            } @else {
                (section("andras", &texts.bulk_will_change(changed), "", &self.will(words, value, &will)))
                form method="post" action="/trad/andra" {
                    (self.rows())
                    input type="hidden" name="id" value=(self.id);
                    input type="hidden" name="vad" value=(self.kind.code());
                    input type="hidden" name="till" value=(self.sent);
                    @for one in &will { input type="hidden" name="version" value={(one.element.id) "." (one.element.version)}; }
                    (form_end(&html! {
                        (button(Button::Primary, &texts.bulk_change(changed), None))
                        (button_link(Button::Secondary, &self.back_url(), texts.web_cancel()))
                    }, None))
                }
            }
            @if !will_not.is_empty() {
                (section("andras-inte", &texts.bulk_will_not_change(number(&will_not)), "", &self.will_not(&will_not)))
            }
        }
    }

    fn will(&self, words: &Words<'_>, value: Value, some: &[&Planned<'_>]) -> Markup {
        let texts = self.texts;
        let columns = [
            texts.thread_column_what(),
            texts.thread_column_owner(),
            texts.bulk_before(),
            texts.bulk_after(),
        ];
        let after = words.after(value);
        let row = |one: &&Planned<'_>| {
            Row::new(vec![
                link(one.element),
                html! { (self.structure.organisation.name(one.element.owner)) },
                html! { (words.before(value.kind(), one.element)) },
                html! { (after) },
            ])
        };
        let rows = some.iter().take(MOST_SHOWN).map(row).collect();
        let columns = columns.map(Column::text).to_vec();
        html! {
            (Table::new("andras-tabell", texts.bulk_will_caption(), columns, rows).hide_caption().stacked())
            (self.rest(some.len()))
        }
    }

    fn will_not(&self, some: &[&Planned<'_>]) -> Markup {
        let texts = self.texts;
        let columns =
            [texts.thread_column_what(), texts.thread_column_owner(), texts.bulk_why_not()];
        let row = |one: &&Planned<'_>| {
            let why = one.step.as_ref().err().copied().unwrap_or(Hinder::Same);
            Row::new(vec![
                link(one.element),
                html! { (self.structure.organisation.name(one.element.owner)) },
                html! { (why.words(texts)) },
            ])
        };
        let rows = some.iter().take(MOST_SHOWN).map(row).collect();
        let columns = columns.map(Column::text).to_vec();
        html! {
            (Table::new("andras-inte-tabell", texts.bulk_will_not_caption(), columns, rows).hide_caption().stacked())
            (self.rest(some.len()))
        }
    }

    fn rest(&self, all: usize) -> Markup {
        let rest = all.saturating_sub(MOST_SHOWN);
        html! {
            @if rest > 0 { p.fine { (self.texts.bulk_rest(i64::try_from(rest).unwrap_or(0))) } }
        }
    }
}

fn link(element: &Element) -> Markup {
    html! { a href=(crate::elements::url(element)) { (element.title) } }
}
