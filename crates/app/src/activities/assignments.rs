//! The list of assignments: who gave them, who has them, when they are reported and how it goes.

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::elements::{Element, Structure};
use domain::fulfilment::Progress;
use domain::ids::{DecisionId, ElementId};
use domain::steering::Role;
use maud::{Markup, html};

use super::list::{LAST_PAGE, PAGE_ROWS, pages};
use super::{progress_status, store};
use crate::cx::Cx;
use crate::decisions::{self, Decision, decision_words};
use crate::elements;
use crate::frame::Nav;
use crate::i18n::{Texts, date};
use crate::steering::plural;
use crate::web::error::Answer;
use crate::web::ui::{Column, PageHead, Row, Table, empty_state, page_header};

/// How many decisions back a giver is looked for.
const DECISIONS: i64 = 500;

struct List<'a> {
    texts: Texts,
    structure: &'a Structure,
    progress: BTreeMap<ElementId, Progress>,
    notes: BTreeMap<ElementId, String>,
    decisions: BTreeMap<DecisionId, Decision>,
}

/// Shows all assignments that live, those that wait for an answer first.
pub(super) fn list(cx: &mut Cx<'_, '_>) -> Answer {
    let structure = cx.structure.clone();
    let page = List {
        texts: cx.texts(),
        structure: &structure,
        progress: store::all_progress(cx.tx)?,
        notes: store::notes_of_assignments(cx.tx)?,
        decisions: decisions::store::latest(cx.tx, DECISIONS)?,
    };
    let mut found: Vec<&Arc<Element>> = structure
        .model
        .types_with_role(Role::Assignment)
        .flat_map(|one| structure.of_type(&one.id))
        .collect();
    found.sort_by_key(|one| (page.progress_of(one.id) == Progress::Done, one.ends_on));
    let number = cx.req.query.parsed("sida").unwrap_or(1).clamp(1, LAST_PAGE);
    Ok(cx.page(&page.title(), Nav::FollowUp, &page.body(&found, number)))
}

impl List<'_> {
    fn title(&self) -> String {
        let term = self.structure.model.types_with_role(Role::Assignment).next();
        term.map_or_else(
            || self.texts.activities_assignments().to_owned(),
            |one| plural(self.texts.language, &one.term),
        )
    }

    fn progress_of(&self, id: ElementId) -> Progress {
        self.progress.get(&id).copied().unwrap_or(Progress::NotStarted)
    }

    fn body(&self, found: &[&Arc<Element>], number: usize) -> Markup {
        let texts = self.texts;
        let lead = texts.activities_assignments_lead().to_owned();
        let head = PageHead { title: self.title(), lead, ..PageHead::default() };
        let rows: Vec<Row> = found
            .iter()
            .skip((number - 1) * PAGE_ROWS)
            .take(PAGE_ROWS)
            .map(|one| self.row(one))
            .collect();
        let columns = [
            self.title(),
            texts.activities_receiver().to_owned(),
            texts.activities_given_by().to_owned(),
            texts.activities_report_by().to_owned(),
            texts.activities_progress().to_owned(),
            texts.activities_report_back().to_owned(),
        ]
        .map(Column::text)
        .to_vec();
        html! {
            div.wrap.page {
                (page_header(&head))
                @if rows.is_empty() {
                    (empty_state(texts.activities_no_assignments(), texts.activities_no_assignments_text(), None))
                } @else {
                    (Table::new("uppdrag", self.title(), columns, rows).hide_caption())
                    (pages(texts, "/uppdrag?", number, found.len()))
                }
            }
        }
    }

    fn row(&self, one: &Element) -> Row {
        let organisation = &self.structure.organisation;
        let given = one.decision.and_then(|id| self.decisions.get(&id));
        let given =
            given.map(|given| decision_words(self.texts, organisation.name(given.body), given));
        Row::new(vec![
            html! { a href=(elements::url(one)) { (one.title) } },
            html! { (organisation.name(one.owner)) },
            html! { (given.unwrap_or_default()) },
            html! { @if let Some(day) = one.ends_on { (date(self.texts.language, day)) } },
            progress_status(self.texts, self.progress_of(one.id)),
            html! { (self.notes.get(&one.id).map_or("", String::as_str)) },
        ])
    }
}
