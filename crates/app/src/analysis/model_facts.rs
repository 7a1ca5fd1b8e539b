//! What is counted where the subject is the steering model itself: what it leaves undecided, how much of what
//! is planned by it is measured, and where the thread is broken.

use std::sync::{Arc, Weak};

use domain::analysis::CountFact;
use domain::elements::{Element, Structure};
use domain::health::Rule;
use domain::steering::Role;
use maud::{Markup, html};

use super::facts_page::FactsPage;
use crate::cx::Cx;
use crate::health;
use crate::web::error::AppError;
use crate::web::ui::{Column, Row, Table, section};

/// Decisions that the model leaves to be made.
const OPEN: &str = "open_decisions";
/// Goals with a measure of their own.
const MEASURED: &str = "goals_measured";

/// How many goals there are, and how many of them have a measure of their own.
struct Measured {
    /// The picture that they were counted in.
    of: Weak<Structure>,
    all: usize,
    with_one: usize,
}

/// Counts the goals: once for each picture.
fn measured(cx: &mut Cx<'_, '_>, structure: &Arc<Structure>) -> Result<Arc<Measured>, AppError> {
    let of = Arc::downgrade(structure);
    let holds = |kept: &Measured| kept.of.ptr_eq(&of);
    cx.kept_from(0, b"goals measured", holds, |_, _| {
        let is_goal = |one: &&Arc<Element>| one.role == Role::Goal && one.is_current();
        let (mut all, mut measured) = (0, 0);
        for goal in structure.elements().filter(is_goal) {
            all += 1;
            measured += usize::from(!structure.measures_of(goal.id).is_empty());
        }
        Ok(Measured { of: of.clone(), all, with_one: measured })
    })
}

/// Counts it, of all that is planned, as the check of the thread does: what hangs on something that is not
/// decided yet does not hang in the air. A number takes nothing of a draft to who may not read it.
pub(super) fn counts(cx: &mut Cx<'_, '_>) -> Result<Vec<CountFact>, AppError> {
    let structure = cx.whole.clone();
    let goals = measured(cx, &structure)?;
    let open = structure.model.open_decisions.len();
    let mut counts = vec![
        CountFact { what: OPEN.to_owned(), count: open, of: None },
        CountFact { what: MEASURED.to_owned(), count: goals.with_one, of: Some(goals.all) },
    ];
    let breaks = health::open_counts_of_all(cx)?.into_iter();
    let breaks =
        breaks.map(|(rule, count)| CountFact { what: rule.code().to_owned(), count, of: None });
    counts.extend(breaks);
    Ok(counts)
}

impl FactsPage<'_> {
    /// What is counted of the model; nothing of other subjects.
    pub(super) fn counted(&self, counts: &[CountFact]) -> Markup {
        if counts.is_empty() {
            return html! {};
        }
        let texts = self.texts;
        let rows = counts.iter().filter_map(|one| {
            let (name, url, number) = self.words_of(one)?;
            Some(Row::new(vec![html! { a href=(url) { (name) } }, html! { (number) }]))
        });
        let columns = vec![
            Column::text(texts.analysis_model_what()),
            Column::number(texts.analysis_model_count()),
        ];
        let title = texts.analysis_model_counted();
        let table = Table::new("styrmodellen-raknad", title, columns, rows.collect());
        let body = html! { (table.hide_caption()) };
        section("styrmodellen", title, texts.analysis_model_note(), &body)
    }

    /// What is counted otherwise now than when it was kept.
    pub(super) fn counted_now(&self) -> Markup {
        let kept = self.kept.map(|kept| kept.counts.as_slice()).unwrap_or_default();
        let changed = self.now.facts.counts.iter().filter(|one| !kept.contains(one));
        html! {
            ul { @for (name, url, number) in changed.filter_map(|one| self.words_of(one)) {
                li { a href=(url) { (name) } ": " (number) }
            } }
        }
    }

    /// What a count is of, where that is seen, and the number; none for a code that is no longer known.
    fn words_of(&self, one: &CountFact) -> Option<(&'static str, String, String)> {
        let texts = self.texts;
        let rule = Rule::from_code(&one.what);
        let (name, url) = match (one.what.as_str(), rule) {
            (OPEN, _) => (texts.analysis_model_open(), "/modell".to_owned()),
            (MEASURED, _) => (texts.analysis_model_measured(), health::url(Rule::Unmeasured)),
            (_, Some(rule)) => (health::name(texts, rule), health::url(rule)),
            _ => return None,
        };
        let number = match one.of {
            Some(of) => texts.analysis_of(Self::count(of), Self::count(one.count)),
            None => one.count.to_string(),
        };
        Some((name, url, number))
    }
}
