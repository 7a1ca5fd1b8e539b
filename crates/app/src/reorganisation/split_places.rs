//! Where what an org unit owns goes when it is split: a person chooses for each, and what nobody
//! chose for stays with the old org unit as long as it goes on.

use std::sync::Arc;

use domain::elements::Element;
use domain::ids::{ElementId, OrgUnitId};
use domain::organisation::OrgUnit;
use domain::steering::Role;
use jiff::civil::Date;
use maud::{Markup, html};

use super::preview::Preview;
use crate::cx::Cx;
use crate::i18n::date;
use crate::web::ui::{Choice, Column, Field, Link, Row, Table, section};

/// Most elements that are asked about one by one; the rest follow the common choice.
const MOST_ASKED: usize = 200;
/// The choice of the old org unit.
const OLD: &str = "gamla";

/// A split that can be made.
pub(super) struct Plan {
    pub(super) unit: Arc<OrgUnit>,
    /// The identity that the form brought; those of the parts follow from it.
    pub(super) form: OrgUnitId,
    pub(super) names: Vec<String>,
    pub(super) from: Date,
    pub(super) ends: bool,
}

/// Where something goes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Old,
    Part(usize),
}

/// The places chosen.
pub(super) struct Placed {
    all: Option<Place>,
    each: Vec<(ElementId, Option<Place>)>,
}

impl Placed {
    /// As the form sent them.
    pub(super) fn sent(cx: &Cx<'_, '_>, plan: &Plan) -> Self {
        let form = &cx.req.form;
        let read = |name: &str| -> Option<Place> {
            match form.text(name) {
                OLD => Some(Place::Old),
                text => text.parse().ok().filter(|at| *at < plan.names.len()).map(Place::Part),
            }
        };
        // What goes on keeps what it has; what ends leaves a choice to be made.
        let unsaid = (!plan.ends && !form.has("alla")).then_some(Place::Old);
        let each = cx
            .structure
            .owned_by(plan.unit.id)
            .map(|element| (element.id, read(&format!("plats-{}", element.id))))
            .collect();
        Self { all: read("alla").or(unsaid), each }
    }

    /// Whether everything has a place.
    pub(super) fn is_whole(&self) -> bool {
        self.all.is_some() || self.each.iter().all(|(_, place)| place.is_some())
    }

    /// What goes to a part, and to which.
    pub(super) fn moved(&self) -> impl Iterator<Item = (ElementId, usize)> {
        self.each.iter().filter_map(|(element, place)| match place.or(self.all) {
            Some(Place::Part(index)) => Some((*element, index)),
            _ => None,
        })
    }

    fn of(&self, element: ElementId) -> Option<Place> {
        self.each.iter().find(|(id, _)| *id == element).and_then(|(_, place)| *place)
    }
}

impl Plan {
    /// What will happen, with a list that asks where everything goes.
    pub(super) fn preview(
        &self,
        cx: &Cx<'_, '_>,
        placed: &Placed,
        problem: Option<&str>,
    ) -> Preview {
        let texts = cx.texts();
        let mut kept = vec![
            ("id", self.form.to_string()),
            ("namn", self.names.join("\n")),
            ("fran", self.from.to_string()),
        ];
        if self.ends {
            kept.push(("upphor", "ja".to_owned()));
        }
        Preview {
            step: "dela",
            title: texts.reorganisation_split().to_owned(),
            sentences: self.sentences(cx),
            kept,
            details: self.places(cx, placed, problem),
            button: texts.reorganisation_split_button(),
        }
    }

    fn sentences(&self, cx: &Cx<'_, '_>) -> Vec<String> {
        let (texts, old) = (cx.texts(), &self.unit.name);
        let day = date(texts.language, self.from);
        let mut all = vec![texts.reorganisation_split_begin(&day, self.names.join(", "))];
        all.push(if self.ends {
            texts.reorganisation_split_old_ends(&day, old)
        } else {
            texts.reorganisation_split_old_stays(old)
        });
        all.push(texts.reorganisation_split_series().to_owned());
        let levels = cx
            .structure
            .elements()
            .filter(|element| element.role == Role::Measure)
            .flat_map(|element| cx.structure.targets(element.id))
            .filter(|target| target.org_unit == Some(self.unit.id))
            .filter(|target| target.period.last_day() >= self.from)
            .count();
        if levels > 0 {
            all.push(texts.reorganisation_split_targets(i64::try_from(levels).unwrap_or(0), old));
        }
        all.push(texts.reorganisation_split_roles(old));
        all
    }

    fn choices(&self, cx: &Cx<'_, '_>, none: &str, chosen: Option<Place>) -> Vec<Choice> {
        let texts = cx.texts();
        let old = if self.ends {
            texts.reorganisation_place_ended(&self.unit.name)
        } else {
            texts.reorganisation_place_stays(&self.unit.name)
        };
        std::iter::once(Choice::new("", none).chosen(chosen.is_none()))
            .chain(self.names.iter().enumerate().map(|(index, name)| {
                Choice::new(index.to_string(), name).chosen(chosen == Some(Place::Part(index)))
            }))
            .chain(std::iter::once(Choice::new(OLD, old).chosen(chosen == Some(Place::Old))))
            .collect()
    }

    fn places(&self, cx: &Cx<'_, '_>, placed: &Placed, problem: Option<&str>) -> Markup {
        let texts = cx.texts();
        let owned: Vec<&Arc<Element>> = cx.structure.owned_by(self.unit.id).collect();
        if owned.is_empty() {
            return html! {};
        }
        let rows = owned
            .iter()
            .take(MOST_ASKED)
            .map(|element| self.row(cx, element, placed.of(element.id)))
            .collect();
        let columns = vec![
            Column::text(texts.reorganisation_what()),
            Column::text(texts.reorganisation_goes_to()),
        ];
        let title = texts.reorganisation_places();
        let all = self.choices(cx, texts.reorganisation_place_choose(), placed.all);
        let body = html! {
            div.form {
                (Field::select("alla", texts.reorganisation_place_all(), all)
                    .hint(texts.reorganisation_place_all_hint()).problem(problem))
            }
            (Table::new("platser", title, columns, rows).hide_caption())
        };
        section("var", title, "", &body)
    }

    fn row(&self, cx: &Cx<'_, '_>, element: &Element, place: Option<Place>) -> Row {
        let texts = cx.texts();
        let word = cx
            .structure
            .model
            .element_type(&element.element_type)
            .map(|found| crate::steering::singular(cx.language(), &found.term))
            .unwrap_or_default();
        let choices = self.choices(cx, texts.reorganisation_place_as_above(), place);
        let label = texts.reorganisation_place_of(&element.title);
        Row::new(vec![
            html! { span.fine { (word) } " " (Link::new(crate::elements::url(element), &element.title)) },
            html! { (Field::select(format!("plats-{}", element.id), label, choices).hide_label()) },
        ])
    }
}
