//! The list of assignments: who gave them, who has them, when they are reported and how it goes.

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::elements::{Element, Structure};
use domain::fulfilment::Progress;
use domain::ids::{DecisionId, ElementId};
use domain::steering::Role;
use maud::html;

use super::work_list::{WorkList, title};
use super::{progress_status, store};
use crate::cx::Cx;
use crate::decisions::{self, Decision, decision_words};
use crate::elements;
use crate::i18n::{Texts, date};
use crate::web::error::Answer;
use crate::web::ui::{Column, Row};

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
    let texts = cx.texts();
    let list = List {
        texts,
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
    found.sort_by_key(|one| (list.progress_of(one.id) == Progress::Done, one.ends_on));
    let page = WorkList {
        texts,
        id: "uppdrag",
        title: title(cx, Role::Assignment, texts.activities_assignments()),
        lead: texts.activities_assignments_lead(),
        columns: vec![
            Column::text(texts.activities_receiver()).wide_only(),
            Column::text(texts.activities_given_by()).wide_only(),
            Column::text(texts.activities_report_by()).wide_only(),
            Column::text(texts.activities_progress()),
            Column::text(texts.activities_report_back()),
        ],
        none: (texts.activities_no_assignments(), texts.activities_no_assignments_text()),
        url: "/uppdrag?".to_owned(),
    };
    Ok(page.page(cx, &html! {}, &found, |one| Some(list.row(one))))
}

impl List<'_> {
    fn progress_of(&self, id: ElementId) -> Progress {
        self.progress.get(&id).copied().unwrap_or(Progress::NotStarted)
    }

    fn row(&self, one: &Element) -> Row {
        let organisation = &self.structure.organisation;
        let given = one.decision.and_then(|id| self.decisions.get(&id));
        let given =
            given.map(|given| decision_words(self.texts, organisation.name(given.body), given));
        let (receiver, given) = (organisation.name(one.owner), given.unwrap_or_default());
        let due = one.ends_on.map(|day| date(self.texts.language, day)).unwrap_or_default();
        let short: Vec<&str> =
            [receiver, &given, &due].into_iter().filter(|words| !words.is_empty()).collect();
        Row::new(vec![
            html! {
                a href=(elements::url(one)) { (one.title) }
                span.narrow-only.fine { (short.join(" · ")) }
            },
            html! { (receiver) },
            html! { (given) },
            html! { (due) },
            progress_status(self.texts, self.structure, one, self.progress_of(one.id)),
            html! { (self.notes.get(&one.id).map_or("", String::as_str)) },
        ])
    }
}
