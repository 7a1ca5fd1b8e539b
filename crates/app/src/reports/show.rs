//! A body's follow-up report as a page and as a PDF.

use std::collections::BTreeSet;

use documents::Report;
use domain::access::Action;
use domain::followup::AtHand;
use domain::ids::{ElementId, OrgUnitId, QuestionId};
use domain::measures::SeriesPoint;
#[cfg(not(feature = "pdf"))]
use maud::PreEscaped;
use maud::{Markup, html};

use super::assemble::{Context, assemble};
use super::reading::reading;
use super::{gather, store};
use crate::compilations;
use crate::cx::Cx;
use crate::followup::{about, all_seen, asked_among, reads_report, round_choice_among};
use crate::frame::Nav;
use crate::i18n::datetime;
use crate::measures::store::frozen_points;
use crate::web::error::{Answer, AppError, OrNotFound};
use crate::web::typesetting;
use crate::web::ui::{Button, PageHead, button_link, empty_state, page_header, section};

/// What a report stands on of a measure, as it is kept when the report is frozen.
pub(super) struct Stands {
    pub(super) measure: ElementId,
    pub(super) points: String,
}

/// A report as it is now.
pub(super) struct Reported {
    pub(super) org_unit: OrgUnitId,
    pub(super) tree: Report,
    pub(super) stands: Vec<Stands>,
    pub(super) questions: BTreeSet<QuestionId>,
    /// Org units that are counted, and how many of them have handed in.
    pub(super) counted: (usize, usize),
    /// Whether the body has settled a compilation, which has a page of its own.
    pub(super) compiled: bool,
}

/// The report of the body the path names, what it stands on, and the questions whose answers it holds.
pub(super) fn report(cx: &mut Cx<'_, '_>) -> Answer<Reported> {
    let org_unit: OrgUnitId = cx.req.param("org").or_not_found()?;
    may_read(cx, org_unit)?;
    let facts = gather::gather(cx, org_unit)?;
    let structure = cx.decided();
    let clock = cx.app.clock.clone();
    let context = Context {
        texts: cx.texts(),
        structure: &structure,
        org_unit,
        municipality: cx.municipality().to_owned(),
        today: cx.today(),
        local: &move |at| clock.local(at),
    };
    let measures = facts.goals.iter().flat_map(|goal| &goal.measures);
    let stands = measures.map(|one| {
        // What is hidden is no missing value that comes later.
        let shown = &one.shown;
        let told = |point: &&SeriesPoint| !shown.withheld.contains(&point.period);
        let points = shown.series.points.iter().filter(told);
        let said = points.filter_map(|point| Some((point.period, point.outcome.as_ref()?.value)));
        Stands { measure: one.element.id, points: frozen_points(said) }
    });
    let stands = stands.collect();
    let questions = facts.answers.iter().filter_map(|one| one.question).collect();
    let compiled = facts.compiled.is_some();
    let counted = (facts.taking_part, facts.handed_in);
    let tree = assemble(&context, &facts);
    Ok(Reported { org_unit, tree, stands, questions, counted, compiled })
}

/// Refuses those who do not read what the body reports.
pub(super) fn may_read(cx: &Cx<'_, '_>, org_unit: OrgUnitId) -> Result<(), AppError> {
    if reads_report(cx, org_unit)? { Ok(()) } else { Err(AppError::NotFound) }
}

/// The report as a page.
pub(super) fn page(cx: &mut Cx<'_, '_>) -> Answer {
    let all = all_seen(cx)?;
    let rounds = AtHand::of(all.iter().cloned(), cx.today());
    let Some(round) = asked_among(cx, &all)? else { return before_any_round(cx) };
    let Reported { org_unit, tree, compiled, .. } = report(cx)?;
    let choice = round_choice_among(cx, all, &super::url(org_unit), round.id);
    let frozen = store::frozen_of(cx.tx, org_unit)?;
    let texts = cx.texts();
    let may_freeze = cx.can(Action::Adopt, org_unit);
    let end = html! {
        (button_link(Button::Primary, &about(&format!("{}/pdf", super::url(org_unit)), &round, &rounds), texts.reports_download()))
        @if compiled { (button_link(Button::Secondary, &about(&compilations::url(org_unit), &round, &rounds), texts.compilations_link())) }
        @if may_freeze {
            (button_link(Button::Secondary, &about(&format!("{}/frys", super::url(org_unit)), &round, &rounds), texts.reports_freeze()))
        }
    };
    let list = html! {
        ul.plain-list {
            @for (id, person, at) in &frozen {
                li { a href={"/rapport/fryst/" (id)} { (datetime(cx.language(), cx.app.clock.local(*at))) } " " span.fine { (person) } }
            }
        }
    };
    let below = html! {
        @if !frozen.is_empty() { (section("frysta", texts.reports_frozen(), "", &list)) }
    };
    let report = for_reader(cx, org_unit, tree);
    let text = html! { (choice) (reading(cx, &report)) };
    Ok(cx.page(&report.title, Nav::FollowUp, &body(&report, &text, (&end, &below))))
}

/// The tree with links to the accounts it quotes for those who may open them.
pub(super) fn for_reader(cx: &Cx<'_, '_>, org_unit: OrgUnitId, report: Report) -> Report {
    if cx.can(Action::ReadThread, org_unit) { report } else { report.without_addresses() }
}

/// A body's report before anything is followed up: why it is empty, and what fills it.
fn before_any_round(cx: &mut Cx<'_, '_>) -> Answer {
    let org_unit: OrgUnitId = cx.req.param("org").or_not_found()?;
    may_read(cx, org_unit)?;
    let texts = cx.texts();
    let title = cx.structure.organisation.name(org_unit).to_owned();
    let head = PageHead { title: title.clone(), ..PageHead::default() };
    let empty = empty_state(texts.reports_no_round(), texts.reports_no_round_text(), None);
    let page = html! { div.wrap.page { (page_header(&head)) (empty) } };
    Ok(cx.page(&title, Nav::FollowUp, &page))
}

/// The tree as a page's body, with its text as it is read.
pub(super) fn body(report: &Report, text: &Markup, (end, below): (&Markup, &Markup)) -> Markup {
    let head = PageHead {
        eyebrow: report.subtitle.clone(),
        title: report.title.clone(),
        lead: String::new(),
        end: Some(end.clone()),
    };
    html! {
        div.wrap.page {
            (page_header(&head))
            (text)
            (below)
        }
    }
}

/// The report as a PDF.
pub(super) fn pdf(cx: &mut Cx<'_, '_>) -> Answer {
    download(report(cx)?.tree)
}

/// Sets a tree after the transaction has closed.
#[cfg(feature = "pdf")]
pub(super) fn download(report: Report) -> Answer {
    let name = format!("{} {}.pdf", report.title, report.subtitle);
    typesetting::pdf_later(&name, move || documents::pdf::render(&report))
}

/// A program built without the typesetter shows the page instead.
#[cfg(not(feature = "pdf"))]
#[expect(clippy::needless_pass_by_value, reason = "called alike in both builds")]
pub(super) fn download(report: Report) -> Answer {
    let text = html! { article.report { (PreEscaped(documents::html::render(&report))) } };
    typesetting::page_instead(body(&report, &text, (&html! {}, &html! {})))
}
