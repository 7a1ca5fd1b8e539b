//! The list of activities: by part of the organisation and by how far they have come.

use std::sync::Arc;

use domain::elements::{Element, Mark, Structure};
use domain::fulfilment::Progress;
use domain::ids::{ElementId, OrgUnitId};
use domain::steering::Role;
use maud::{Markup, html};

use super::work_list::{PAGE_ROWS, WorkList, title};
use super::{own_progress_word, progress_status, store};
use crate::cx::Cx;
use crate::elements;
use crate::i18n::{Texts, date};
use crate::web::error::{Answer, OrNotFound};
use crate::web::ui::{Column, Filter, Filters, Link, Row, filter_pills};

/// The address of everyone's activities.
const EVERYWHERE: &str = "alla";

struct Wanted {
    /// None for the whole municipality.
    org_unit: Option<OrgUnitId>,
    progress: Option<Progress>,
}

impl Wanted {
    fn url(&self) -> String {
        let unit = self.org_unit.map_or_else(|| EVERYWHERE.to_owned(), |unit| unit.to_string());
        format!("/aktiviteter?enhet={unit}&lage={}", self.progress.map_or("", Progress::code))
    }
}

/// Shows the list: the visitor's own part of the organisation until another is chosen.
pub(super) fn list(cx: &mut Cx<'_, '_>) -> Answer {
    let structure = cx.structure.clone();
    let wanted = wanted(cx)?;
    let list = in_order(cx, wanted.org_unit)?;
    let is_wanted = |(_, known): &&(ElementId, Progress)| {
        wanted.progress.is_none_or(|progress| *known == progress)
    };
    let found: Vec<&(ElementId, Progress)> = list.all.iter().filter(is_wanted).collect();
    let texts = cx.texts();
    let page = WorkList {
        texts,
        id: "aktiviteter",
        title: title(cx, Role::Activity, texts.activities_title()),
        lead: texts.activities_lead(),
        columns: vec![
            Column::text(texts.activities_progress()),
            Column::text(texts.activities_due()),
            Column::text(texts.activities_belongs_to()).wide_only(),
            Column::text(texts.activities_owner()).wide_only(),
        ],
        none: (texts.activities_none(), texts.activities_none_text()),
        url: format!("{}&", wanted.url()),
    };
    let list = List { texts, structure: &structure, wanted };
    let row = |(id, progress): &&(ElementId, Progress)| {
        Some(list.row(structure.element(*id)?, *progress))
    };
    Ok(page.page(cx, &list.filters(found.len()), &found, row))
}

/// Activities in the order of the list, with how far each has come.
struct InOrder {
    mark: Mark,
    all: Vec<(ElementId, Progress)>,
}

/// The activities of a part of the organisation: late ones first, finished ones last.
fn in_order(cx: &mut Cx<'_, '_>, top: Option<OrgUnitId>) -> Answer<Arc<InOrder>> {
    let over = top.map(OrgUnitId::bytes).unwrap_or_default();
    let activities = cx.structure.model.types_with_role(Role::Activity);
    let mark = cx.structure.mark_of_types(activities.map(|one| &one.id));
    cx.kept(
        &over,
        |kept: &InOrder| kept.mark == mark,
        |cx| {
            let known = store::all_progress(cx.tx)?;
            let structure = &cx.structure;
            let mut found: Vec<(&Arc<Element>, Progress)> = structure
                .model
                .types_with_role(Role::Activity)
                .flat_map(|one| structure.of_type(&one.id))
                .filter(|one| {
                    top.is_none_or(|top| structure.organisation.is_within(one.owner, top))
                })
                .map(|one| (one, known.get(&one.id).copied().unwrap_or(Progress::NotStarted)))
                .collect();
            found.sort_by_key(|(one, progress)| {
                (*progress != Progress::Late, *progress == Progress::Done, one.ends_on)
            });
            let all = found.into_iter().map(|(one, progress)| (one.id, progress)).collect();
            Ok(InOrder { mark: mark.clone(), all })
        },
    )
}

fn wanted(cx: &Cx<'_, '_>) -> Answer<Wanted> {
    let asked = cx.req.query.text("enhet");
    let org_unit = match asked {
        EVERYWHERE => None,
        "" => cx.visit.person.as_ref().and_then(|person| person.home()),
        id => {
            let id: OrgUnitId = id.parse().ok().or_not_found()?;
            cx.structure.organisation.get(id).or_not_found()?;
            Some(id)
        }
    };
    Ok(Wanted { org_unit, progress: cx.req.query.parsed("lage") })
}

struct List<'a> {
    texts: Texts,
    structure: &'a Structure,
    wanted: Wanted,
}

impl List<'_> {
    fn row(&self, one: &Element, progress: Progress) -> Row {
        let parent = self.structure.parents(one.id).next();
        let owner = self.structure.organisation.name(one.owner);
        Row::new(vec![
            html! {
                a href=(elements::url(one)) { (one.title) }
                span.narrow-only.fine {
                    @if let Some(parent) = parent { a href=(elements::url(parent)) { (parent.title) } " · " }
                    (owner)
                }
            },
            progress_status(self.texts, self.structure, one, progress),
            html! { @if let Some(day) = one.ends_on { (date(self.texts.language, day)) } },
            html! { @if let Some(parent) = parent { a href=(elements::url(parent)) { (parent.title) } } },
            html! { (owner) },
        ])
    }

    fn filters(&self, count: usize) -> Markup {
        let texts = self.texts;
        let (units, unit) = self.units();
        let levels = std::iter::once(None).chain(Progress::ALL.iter().copied().map(Some));
        let by_progress = levels
            .map(|progress| {
                let url = Wanted { progress, ..self.wanted }.url();
                Link::new(
                    url,
                    progress.map_or(texts.activities_all(), |one| own_progress_word(texts, one)),
                )
            })
            .collect();
        let chosen = self
            .wanted
            .progress
            .and_then(|wanted| Progress::ALL.iter().position(|one| *one == wanted))
            .map_or(0, |at| at + 1);
        filter_pills(&Filters {
            label: texts.activities_filter().to_owned(),
            filters: vec![
                Filter::OneOf {
                    name: texts.activities_owner().to_owned(),
                    choices: units,
                    chosen: unit,
                },
                Filter::OneOf {
                    name: texts.activities_progress().to_owned(),
                    choices: by_progress,
                    chosen,
                },
            ],
            note: texts.activities_count(i64::try_from(count).unwrap_or(0)),
        })
    }

    /// Everything, the way down to the chosen part, and what lies directly under it.
    fn units(&self) -> (Vec<Link>, usize) {
        let organisation = &self.structure.organisation;
        let mut way = Vec::new();
        let mut below = organisation.roots().to_vec();
        if let Some(chosen) = self.wanted.org_unit {
            way = organisation.ancestors(chosen);
            way.reverse();
            way.push(chosen);
            below = organisation.children(chosen).to_vec();
        }
        let at = way.len();
        let everywhere = Wanted { org_unit: None, ..self.wanted }.url();
        let units = way.iter().chain(below.iter().take(PAGE_ROWS)).map(|unit| {
            Link::new(
                Wanted { org_unit: Some(*unit), ..self.wanted }.url(),
                organisation.name(*unit),
            )
        });
        let first = Link::new(everywhere, self.texts.activities_everywhere());
        (std::iter::once(first).chain(units).collect(), at)
    }
}
