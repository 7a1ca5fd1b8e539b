//! What a list of actions is narrowed to, as its address says it, and the ways to narrow it.

use domain::actions::{Answer, ImprovementKind};
use domain::elements::{Element, Structure};
use domain::ids::{ElementId, OrgUnitId};
use maud::{Markup, html};

use super::known::Known;
use super::words::{answer_word, kind_word};
use crate::cx::Cx;
use crate::web::error::{Answer as Handled, OrNotFound};
use crate::web::fields::encode;
use crate::web::ui::{Button, Filter, Filters, Link, Pagination, button, filter_pills, pagination};

/// Rows to a page.
const PAGE_ROWS: usize = 100;
/// Longest search.
const LONGEST: usize = 100;
/// Org units to choose among.
const MOST_UNITS: usize = 200;

/// What is asked for.
#[derive(Clone, Default)]
pub(super) struct Narrowed {
    path: &'static str,
    pub(super) kind: Option<ImprovementKind>,
    pub(super) unit: Option<OrgUnitId>,
    pub(super) answer: Option<Answer>,
    pub(super) measure: Option<ElementId>,
    words: String,
}

impl Narrowed {
    /// What the address asks for.
    pub(super) fn of(cx: &Cx<'_, '_>, path: &'static str) -> Handled<Self> {
        let query = &cx.req.query;
        let unit = match query.text("enhet") {
            "" => None,
            id => {
                let id: OrgUnitId = id.parse().ok().or_not_found()?;
                cx.structure.organisation.get(id).or_not_found()?;
                Some(id)
            }
        };
        let measure = match query.text("matt") {
            "" => None,
            id => Some(cx.find_visible(&cx.structure, id.parse().ok().or_not_found()?)?.id),
        };
        Ok(Self {
            path,
            kind: query.parsed("slag"),
            unit,
            answer: query.parsed("effekt"),
            measure,
            words: query.text("ord").chars().take(LONGEST).collect(),
        })
    }

    fn url(&self) -> String {
        let part =
            |name: &str, value: String| (!value.is_empty()).then(|| format!("{name}={value}"));
        let id = |id: Option<String>| id.unwrap_or_default();
        let parts = [
            part("slag", self.kind.map_or("", ImprovementKind::code).to_owned()),
            part("enhet", id(self.unit.map(|one| one.to_string()))),
            part("effekt", self.answer.map_or("", Answer::code).to_owned()),
            part("matt", id(self.measure.map(|one| one.to_string()))),
            part("ord", encode(&self.words)),
        ];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        if parts.is_empty() {
            self.path.to_owned()
        } else {
            format!("{}?{}", self.path, parts.join("&"))
        }
    }

    /// Whether an action is asked for.
    pub(super) fn holds(&self, structure: &Structure, one: &Known, element: &Element) -> bool {
        let words = self.words.trim().to_lowercase();
        self.kind.is_none_or(|kind| one.kind == Some(kind))
            && self.answer.is_none_or(|answer| one.answer == Some(answer))
            && self.measure.is_none_or(|measure| one.measure == Some(measure))
            && self.unit.is_none_or(|top| structure.organisation.is_within(element.owner, top))
            && (words.is_empty()
                || element.title.to_lowercase().contains(&words)
                || one.learned.to_lowercase().contains(&words))
    }

    /// The ways to narrow the list; `count` is how many are left.
    pub(super) fn filters(&self, cx: &Cx<'_, '_>, count: usize) -> Markup {
        let texts = cx.texts();
        let to = |other: Self| other.url();
        let kinds = std::iter::once(None).chain(ImprovementKind::ALL.iter().copied().map(Some));
        let kinds: Vec<_> = kinds.collect();
        let by_kind = kinds.iter().map(|kind| {
            let words = kind.map_or(texts.actions_all(), |kind| kind_word(texts, kind));
            Link::new(to(Self { kind: *kind, ..self.clone() }), words)
        });
        let answers = std::iter::once(None).chain(Answer::ALL.iter().copied().map(Some));
        let answers: Vec<_> = answers.collect();
        let by_answer = answers.iter().map(|answer| {
            let words = answer.map_or(texts.actions_all(), |one| answer_word(texts, one));
            Link::new(to(Self { answer: *answer, ..self.clone() }), words)
        });
        let (units, unit) = self.units(cx);
        let mut filters = vec![
            Filter::OneOf {
                name: texts.actions_kind().to_owned(),
                chosen: kinds.iter().position(|kind| *kind == self.kind).unwrap_or(0),
                choices: by_kind.collect(),
            },
            Filter::OneOf {
                name: texts.actions_effect_word().to_owned(),
                chosen: answers.iter().position(|one| *one == self.answer).unwrap_or(0),
                choices: by_answer.collect(),
            },
            Filter::OneOf { name: texts.actions_whose().to_owned(), choices: units, chosen: unit },
        ];
        if let Some(measure) = self.measure.and_then(|id| cx.structure.element(id)) {
            let link = Link::new(to(Self { measure: None, ..self.clone() }), &measure.title);
            filters.push(Filter::Toggle { link, symbol: None, on: true });
        }
        html! {
            (self.search(cx))
            (filter_pills(&Filters {
                label: texts.actions_filter().to_owned(),
                filters,
                note: texts.actions_count(i64::try_from(count).unwrap_or(0)),
            }))
        }
    }

    fn search(&self, cx: &Cx<'_, '_>) -> Markup {
        let texts = cx.texts();
        let kept = [
            ("slag", self.kind.map(|one| one.code().to_owned())),
            ("enhet", self.unit.map(|one| one.to_string())),
            ("effekt", self.answer.map(|one| one.code().to_owned())),
            ("matt", self.measure.map(|one| one.to_string())),
        ];
        html! {
            form.search-line method="get" action=(self.path) role="search" {
                @for (name, value) in &kept { @if let Some(value) = value { input type="hidden" name=(name) value=(value); } }
                label for="ord" { (texts.actions_search()) }
                input.input #ord type="search" name="ord" value=(self.words) maxlength=(LONGEST);
                (button(Button::SmallSecondary, texts.actions_search_button(), None))
            }
        }
    }

    /// Everything, the way down to the chosen part, and what lies directly under it.
    fn units(&self, cx: &Cx<'_, '_>) -> (Vec<Link>, usize) {
        let organisation = &cx.structure.organisation;
        let mut way = Vec::new();
        let mut below = organisation.roots().to_vec();
        if let Some(chosen) = self.unit {
            way = organisation.ancestors(chosen);
            way.reverse();
            way.push(chosen);
            below = organisation.children(chosen).to_vec();
        }
        let at = way.len();
        let units = way.iter().chain(below.iter().take(MOST_UNITS)).map(|unit| {
            let url = Self { unit: Some(*unit), ..self.clone() }.url();
            Link::new(url, organisation.name(*unit))
        });
        let everywhere = Self { unit: None, ..self.clone() }.url();
        let first = Link::new(everywhere, cx.texts().actions_everywhere());
        (std::iter::once(first).chain(units).collect(), at)
    }

    /// The rows of the page asked for, and links to the others.
    pub(super) fn page<'r, T>(&self, cx: &Cx<'_, '_>, found: &'r [T]) -> (&'r [T], Markup) {
        let last = found.len().div_ceil(PAGE_ROWS).max(1);
        let number: usize = cx.req.query.parsed("sida").unwrap_or(1).clamp(1, last);
        let rows = found.chunks(PAGE_ROWS).nth(number - 1).unwrap_or_default();
        if last < 2 {
            return (rows, html! {});
        }
        let texts = cx.texts();
        let at = self.url();
        let join = if at.contains('?') { '&' } else { '?' };
        let to = |page: usize| format!("{at}{join}sida={page}");
        let pages = pagination(&Pagination {
            label: texts.web_pages().to_owned(),
            shown: texts.actions_count(i64::try_from(found.len()).unwrap_or(0)),
            previous: (number > 1).then(|| Link::new(to(number - 1), texts.web_previous())),
            next: (number < last).then(|| Link::new(to(number + 1), texts.web_next())),
            ..Pagination::default()
        });
        (rows, pages)
    }
}
