//! The conclusions of a year, committee by committee, for the budget dialogue: on screen and on paper.

use std::collections::BTreeMap;

use domain::analysis::{StepContent, StepKind};
use domain::ids::{AnalysisId, OrgUnitId};
use domain::organisation::OrgLevelKind;
use maud::{Markup, html};

use super::fields::{BUSINESS, INHABITANT, WATCH, fields_of};
use super::reach::reads;
use super::store::{self, Analysis};
use super::{methods, url, words};
use crate::conclusions::{Moved, moved_since};
use crate::cx::Cx;
use crate::frame::Nav;
use crate::web::error::{Answer, OrNotFound};
use crate::web::ui::{
    Filter, Filters, Link, PageHead, Stop, breadcrumb_thread, empty_state, filter_pills,
    page_header, section, status,
};

/// Years that are offered, from this and back.
const YEARS: i16 = 4;
/// Conclusions of one committee on the page; the rest are counted, and found in the list.
const MOST_OF_ONE: usize = 40;
/// Conclusions on the page in all.
const MOST: usize = 120;

/// What is written in steps, by analysis and step.
type Said = BTreeMap<(AnalysisId, usize), StepContent>;

/// Shows the page.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let this_year = cx.today().year();
    let year: i16 = cx.req.query.parsed("ar").unwrap_or(this_year).clamp(1990, 2100);
    let only: Option<OrgUnitId> = match cx.req.query.text("namnd") {
        "" => None,
        asked => Some(asked.parse().ok().or_not_found()?),
    };
    let all = store::concluded_of_year(cx.tx, i64::from(year))?;
    let structure = cx.structure.clone();
    let organisation = &structure.organisation;
    let mut of: BTreeMap<OrgUnitId, Vec<Analysis>> = BTreeMap::new();
    for one in all {
        let body =
            organisation.nearest(one.org_unit, OrgLevelKind::Committee).unwrap_or(one.org_unit);
        if reads(cx, &one, false) {
            of.entry(body).or_default().push(one);
        }
    }
    let mut bodies: Vec<OrgUnitId> = of.keys().copied().collect();
    bodies.sort_by_cached_key(|id| crate::i18n::sort_key(organisation.name(*id)));
    let shown: Vec<OrgUnitId> =
        bodies.iter().copied().filter(|id| only.is_none_or(|only| only == *id)).collect();
    let mut left = MOST;
    let mut parts: Vec<(OrgUnitId, Vec<Analysis>, usize)> = Vec::new();
    for body in shown {
        let mut some = of.remove(&body).unwrap_or_default();
        let all = some.len();
        some.truncate(MOST_OF_ONE.min(left));
        left -= some.len();
        parts.push((body, some, all));
    }
    let ids: Vec<_> = parts.iter().flat_map(|(_, some, _)| some.iter().map(|one| one.id)).collect();
    let said = (store::said_of(cx.tx, &ids)?, moved_since(cx, &ids)?);
    let sections: Vec<Markup> =
        parts.iter().map(|(body, some, all)| of_body(cx, *body, (some, *all), &said)).collect();
    let page = body(cx, (year, only), &bodies, &sections);
    Ok(cx.page(cx.texts().analysis_dialogue(), Nav::FollowUp, &page))
}

fn body(
    cx: &Cx<'_, '_>,
    (year, only): (i16, Option<OrgUnitId>),
    bodies: &[OrgUnitId],
    sections: &[Markup],
) -> Markup {
    let texts = cx.texts();
    let head = PageHead {
        eyebrow: year.to_string(),
        title: texts.analysis_dialogue().to_owned(),
        lead: texts.analysis_dialogue_lead().to_owned(),
        end: None,
    };
    let stops =
        [Stop::to("/analyser", texts.analysis_title()), Stop::here(texts.analysis_dialogue())];
    let address = |year: i16, body: Option<OrgUnitId>| {
        let body = body.map(|id| id.to_string()).unwrap_or_default();
        format!("/analyser/budgetdialog?ar={year}&namnd={body}")
    };
    let now = cx.today().year();
    let years: Vec<i16> = (0..YEARS).map(|back| now - back).collect();
    let places: Vec<Option<OrgUnitId>> =
        std::iter::once(None).chain(bodies.iter().copied().map(Some)).collect();
    let name = |id: &Option<OrgUnitId>| match id {
        Some(id) => cx.structure.organisation.name(*id).to_owned(),
        None => texts.analysis_all().to_owned(),
    };
    let filters = Filters {
        label: texts.analysis_filters().to_owned(),
        filters: vec![
            Filter::OneOf {
                name: texts.analysis_year().to_owned(),
                choices: years
                    .iter()
                    .map(|one| Link::new(address(*one, only), one.to_string()))
                    .collect(),
                chosen: years.iter().position(|one| *one == year).unwrap_or(0),
            },
            Filter::OneOf {
                name: texts.analysis_committee().to_owned(),
                choices: places
                    .iter()
                    .map(|one| Link::new(address(year, *one), name(one)))
                    .collect(),
                chosen: places.iter().position(|one| *one == only).unwrap_or(0),
            },
        ],
        note: String::new(),
    };
    html! {
        div.wrap.page {
            (breadcrumb_thread(texts.web_thread_label(), &stops))
            (page_header(&head))
            (filter_pills(&filters))
            @if sections.is_empty() { (empty_state(texts.analysis_no_conclusions(), texts.analysis_no_conclusions_text(), None)) }
            @for one in sections { (one) }
        }
    }
}

/// The conclusions of a committee: those shown, of how many.
fn of_body(
    cx: &Cx<'_, '_>,
    id: OrgUnitId,
    (shown, all): (&[Analysis], usize),
    (said, moved): &(Said, Moved),
) -> Markup {
    let texts = cx.texts();
    let fields = fields_of(texts, StepKind::Conclude);
    let organisation = &cx.structure.organisation;
    let body = html! {
        div.stack { @for one in shown {
            article.sheet.padded.stack.tight {
                h3 { a href=(url(one.id)) { (one.subject_words) } }
                p.fine { (organisation.name(one.org_unit)) " · " (words::period(texts, one)) @if let Some(at) = one.concluded_at { " · " (texts.analysis_concluded_by(words::day(texts, &*cx.app.clock, at), &one.concluded_by)) } }
                p { b { (one.conclusion) } }
                (moved.told(cx, one.id))
                @if let Some(certainty) = one.certainty { p { (status(words::certainty_symbol(certainty), words::certainty_word(texts, certainty))) } }
                @for field in fields.iter().filter(|one| [INHABITANT, BUSINESS, WATCH].contains(&one.name)) {
                    @let number = methods::method(&one.method).and_then(|method| method.number_of(StepKind::Conclude));
                    @let text = number.and_then(|at| said.get(&(one.id, at))).map_or("", |content| content.text(field.name));
                    @if !text.is_empty() { p { b { (field.label) } " " (text) } }
                }
            }
        } }
        @if all > shown.len() { p.soft { (texts.analysis_more_conclusions(i64::try_from(all - shown.len()).unwrap_or(0))) } }
    };
    let note = texts.analysis_conclusions(i64::try_from(all).unwrap_or(0));
    section(&format!("namnd-{id}"), cx.structure.organisation.name(id), &note, &body)
}
