//! The list's table: a treegrid where branches open, an ordinary table where filters narrow.

use domain::elements::Element;
use maud::{Markup, html};

use super::super::dates::short_day;
use super::super::notes::{owner, shape_of, state_tag};
use super::super::upward::parents_on_map;
use super::super::view::{Answers, short};
use super::List;
use super::rows::{Row, Rows};
use crate::steering::singular;
use crate::web::ui::{Button, Symbol, Tone, button, status, symbol, tag};

/// Levels that are drawn further and further in.
const DRAWN_LEVELS: usize = 8;

impl List<'_> {
    pub(super) fn table(&self, rows: &Rows<'_>) -> Markup {
        let texts = self.texts;
        let is_tree = self.total.is_none();
        let table = html! {
            div.table-scroll role="group" tabindex="0" aria-labelledby="lista-namn" {
                table #lista .treegrid role=[is_tree.then_some("treegrid")] data-treegrid=[is_tree.then_some("")] {
                    caption.sr #lista-namn { (texts.thread_list_caption()) }
                    thead { tr {
                        @if self.may_plan { th.pickrow scope="col" { span.sr { (texts.thread_choose()) } } }
                        th scope="col" { (texts.thread_column_what()) }
                        th.wide-only scope="col" { (texts.thread_column_owner()) }
                        th.wide-only scope="col" { (texts.thread_column_responsible()) }
                        th scope="col" { (texts.thread_column_status()) }
                        th.wide-only scope="col" { (texts.thread_column_changed()) }
                    } }
                    tbody {
                        @for (at, row) in rows.rows.iter().enumerate() { (self.row(at, row, is_tree)) }
                    }
                }
            }
        };
        html! {
            @if self.may_plan {
                form.listed method="get" action="/trad/andra" {
                    input type="hidden" name="fran" value=(self.view.query());
                    (table)
                    div.row.chosen-rows {
                        (button(Button::Secondary, texts.thread_change_chosen(), None))
                        span.fine { (texts.thread_change_chosen_hint()) }
                    }
                }
            } @else { (table) }
        }
    }

    fn row(&self, at: usize, row: &Row<'_>, is_tree: bool) -> Markup {
        let texts = self.texts;
        let element = row.element;
        let level = is_tree.then_some(row.level);
        let open = row.open.filter(|_| is_tree).map(|open| if open { "true" } else { "false" });
        let drawn = format!("lvl lvl-{}", row.level.min(DRAWN_LEVELS));
        html! {
            tr.on[row.on_the_way] aria-level=[level] aria-expanded=[open] data-row=(short(element.id)) {
                @if self.may_plan {
                    td.pickrow { input type="checkbox" name="rad" value=(element.id) aria-labelledby={"rad-" (at)}; }
                }
                th scope="row" {
                    div class=[is_tree.then_some(drawn)] {
                        @if is_tree { (self.toggle(at, row)) }
                        div {
                            span.kind { (self.kind(element)) }
                            a #{"rad-" (at)} href=(crate::elements::url(element)) { (element.title) }
                            (self.state(element))
                            @if !is_tree { (self.belongs(element)) }
                            small.narrow-only { (owner(texts, self.structure, element)) }
                        }
                    }
                }
                td.wide-only { (owner(texts, self.structure, element)) }
                td.wide-only { (self.responsible(element)) }
                td { (self.status(element)) }
                td.wide-only.changed { @if let Some(day) = self.changed.get(&element.id) { (short_day(texts.language, *day, self.today)) } }
            }
        }
    }

    /// The way to open or close a branch; a knot where nothing is below.
    fn toggle(&self, at: usize, row: &Row<'_>) -> Markup {
        let texts = self.texts;
        let Some(open) = row.open else { return html! { span.leaf aria-hidden="true" {} } };
        let url = self.view.with(|view| {
            if row.on_the_way {
                view.focus = Some(row.element.id);
                view.turned.clear();
            } else {
                let name = short(row.element.id);
                if !view.turned.remove(&name) {
                    view.turned.insert(name);
                }
                view.page = self.view.page;
            }
        });
        let words = if open { texts.thread_close_branch() } else { texts.thread_open_branch() };
        html! {
            a.turn href=(url) data-turn aria-label={(words) " " (row.element.title)} aria-describedby={"rad-" (at)} {
                (symbol(Symbol::Down, 16))
            }
        }
    }

    fn kind(&self, element: &Element) -> String {
        let found = self.structure.model.element_type(&element.element_type);
        let term = found.map(|found| singular(self.texts.language, &found.term));
        let term = term.unwrap_or_default();
        if element.number.is_empty() { term } else { format!("{term} {}", element.number) }
    }

    /// What is not decided yet says so, and what hangs loose.
    fn state(&self, element: &Element) -> Markup {
        let texts = self.texts;
        html! {
            " " (state_tag(texts, element))
            @if self.loose.contains(&element.id) { " " (tag(Tone::Concern, texts.thread_loose())) }
        }
    }

    fn belongs(&self, element: &Element) -> Markup {
        let parents = parents_on_map(self.structure, self.columns, element.id);
        let titles: Vec<&str> = parents.iter().map(|parent| parent.title.as_str()).collect();
        html! {
            @if !titles.is_empty() { small { (self.texts.thread_belongs_to(titles.join(", "))) } }
        }
    }

    /// Who answers for it, as a way to everything that the person answers for.
    fn responsible(&self, element: &Element) -> Markup {
        let Some(person) = element.responsible else { return html! {} };
        let name = self.names.get(&person).map(String::as_str).unwrap_or_default();
        let url = self.view.with(|view| {
            view.responsible = Some(Answers::Person(person));
            view.focus = None;
        });
        html! { a.quiet href=(url) { (name) } }
    }

    fn status(&self, element: &Element) -> Markup {
        if self.columns.root.as_ref() == Some(&element.element_type) {
            return html! {};
        }
        let (shape, word) = shape_of(self.texts, self.structure, element, &self.said);
        status(shape, &word)
    }
}
