//! The page of drafts that an org unit has thrown away.

use domain::elements::Structure;
use domain::ids::OrgUnitId;
use maud::{Markup, html};

use super::store::Thrown;
use super::trash::{DAYS, last_day};
use super::words::type_word;
use crate::elements;
use crate::i18n::{Texts, date};
use crate::web::ui::{
    Button, Column, PageHead, Row, Table, button, button_link, empty_state, page_header,
};

/// What the page shows.
pub(super) struct Page<'a> {
    pub(super) texts: Texts,
    pub(super) structure: &'a Structure,
    pub(super) org_unit: OrgUnitId,
    pub(super) rows: Vec<(Thrown, String)>,
}

impl Page<'_> {
    /// The page.
    pub(super) fn body(&self) -> Markup {
        let texts = self.texts;
        let back = format!("/planera?enhet={}", self.org_unit);
        let head = PageHead {
            eyebrow: self.structure.organisation.name(self.org_unit).to_owned(),
            title: texts.goals_trash_title().to_owned(),
            lead: texts.goals_trash_lead(DAYS),
            end: Some(button_link(Button::Secondary, &back, texts.goals_trash_back())),
        };
        html! {
            div.wrap.page {
                (page_header(&head))
                @if self.rows.is_empty() { (empty_state(texts.goals_trash_empty(), texts.goals_trash_empty_text(), None)) }
                @else { (self.table()) }
            }
        }
    }

    fn table(&self) -> Markup {
        let texts = self.texts;
        let columns = [
            texts.goals_name(),
            texts.goals_trash_thrown(),
            texts.goals_trash_until(),
            texts.goals_trash_action(),
        ]
        .map(Column::text)
        .to_vec();
        let rows = self.rows.iter().filter_map(|(thrown, name)| self.row(thrown, name)).collect();
        let table = Table::new("papperskorg", texts.goals_trash_title(), columns, rows)
            .hide_caption()
            .stacked();
        html! { (table) }
    }

    fn row(&self, thrown: &Thrown, name: &str) -> Option<Row> {
        let texts = self.texts;
        let one = self.structure.element(thrown.element)?;
        let below = self.structure.count_children(one.id);
        Some(Row::new(vec![
            html! {
                a href=(elements::url(one)) { (one.title) } br;
                span.fine {
                    (type_word(texts.language, self.structure, one))
                    @if below > 0 { ", " (texts.goals_trash_below(super::plan_page::count(below))) }
                }
            },
            html! { (date(texts.language, thrown.on)) br; span.fine { (name) } },
            html! { (date(texts.language, last_day(thrown.on))) },
            html! {
                form method="post" action={"/mal/" (one.id) "/ta-tillbaka"} {
                    (button(Button::SmallSecondary, texts.goals_trash_restore(), None))
                    span.sr { (one.title) }
                }
            },
        ]))
    }
}
