//! What deviates in the quality work of a body, with what was concluded, and what poor quality is
//! estimated to cost.

use domain::steering::Role;
use maud::{Markup, html};
use rust_decimal::Decimal;

use super::deviating::Deviation;
use super::improving::{MOST, Page};
use super::page::many;
use crate::actions::kronor_words;
use crate::cx::Cx;
use crate::elements;
use crate::measures::url_for;
use crate::web::ui::{Column, Row, Table, empty_state, section};

impl Page<'_> {
    /// What deviates, with what the org units concluded.
    pub(super) fn deviations(&self, cx: &Cx<'_, '_>) -> Markup {
        let texts = cx.texts();
        let row = |one: &Deviation| {
            let element = self.structure.element(one.element)?;
            let part = one.part.and_then(|part| self.concluded.get(&part));
            let address = match element.role {
                Role::Measure => url_for(one.element, one.org_unit),
                _ => elements::url(element),
            };
            let decided = match one.actions.len() {
                0 => texts.oversight_nothing_decided().to_owned(),
                some => texts.oversight_decided_actions(many(some)),
            };
            Some(Row::new(vec![
                html! {
                    a href=(address) { (element.title) }
                    small { (self.structure.organisation.name(one.org_unit)) }
                },
                html! {
                    @match part {
                        Some(part) => {
                            @if !part.causes.is_empty() { p { (part.causes.join(", ")) } }
                            @if part.text.trim().is_empty() { span.soft { (texts.oversight_no_conclusion()) } } @else { p { (part.text) } }
                            p.fine { a href={"/folja-upp/" (part.account) "/las"} { (texts.oversight_read_account()) } }
                        },
                        None => span.soft { (texts.oversight_see_goal()) },
                    }
                },
                html! { (decided) },
            ]))
        };
        let rows: Vec<Row> = self.deviations.iter().filter_map(row).collect();
        let count = many(rows.len());
        let columns = vec![
            Column::text(texts.oversight_column_what()),
            Column::text(texts.oversight_conclusion()),
            Column::text(texts.oversight_column_done()),
        ];
        let body = if rows.is_empty() {
            empty_state(texts.oversight_no_deviations_year(), "", None)
        } else {
            let table = Table::new("avvikelser-ar", texts.oversight_deviations(), columns, rows);
            html! { (table.hide_caption().stacked()) }
        };
        section(
            "avvikelser-rubrik",
            texts.oversight_deviations(),
            &texts.oversight_found(count),
            &body,
        )
    }

    /// What poor quality is estimated to cost, and of how much an estimate is made.
    pub(super) fn cost(&self, cx: &Cx<'_, '_>) -> Markup {
        let texts = cx.texts();
        let title = texts.actions_cost();
        if self.costs.is_empty() {
            let none = empty_state(texts.oversight_no_cost(), texts.oversight_no_cost_text(), None);
            return section("bristkostnad", title, "", &none);
        }
        let sum =
            self.costs.iter().try_fold(Decimal::ZERO, |sum, one| sum.checked_add(one.kronor()));
        let words = sum.map(|sum| kronor_words(texts, sum)).unwrap_or_default();
        let body = html! {
            p { b { (texts.oversight_cost_sum(many(self.costs.len()), words)) } }
            ul.plain-list.stack {
                @for one in self.costs.iter().take(MOST) {
                    li { (kronor_words(texts, one.kronor())) " " span.fine { (self.structure.organisation.name(one.org_unit)) } p.soft { (one.estimated) } }
                }
            }
            p.soft { (texts.oversight_cost_note()) }
        };
        section("bristkostnad", title, texts.actions_cost_note(), &body)
    }
}
