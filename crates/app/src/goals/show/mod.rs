//! The page of an element: what it says, how it goes, what shows it and what hangs on it.

mod after;
mod below;
mod chain;
mod facts;
mod history;
mod judged_and_accepted;
mod tally;
mod top;
mod work;

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::access::Action;
use domain::elements::{Element, Mark, Structure};
use domain::fulfilment::{Fulfilment, Progress};
use domain::grounds::Grounds;
use domain::ids::ElementId;
use domain::own_fields::OwnFields;
use domain::steering::{ElementType, Role};
use jiff::civil::DateTime;
use maud::{Markup, html};

use self::top::May;
use super::{effect, heirs, impact, store, waiting_links};
use crate::actions;
use crate::activities::{self, store::ProgressRow};
use crate::app::Clock;
use crate::assessment::store::{self as judged, Level};
use crate::assessment::{GradesBelow, grades_below};
use crate::comments;
use crate::cx::Cx;
use crate::decisions::{self, Decision};
use crate::elements;
use crate::frame::Nav;
use crate::frameworks;
use crate::grounds;
use crate::i18n::Texts;
use crate::identity::store::{PersonRow, person_row};
use crate::measures::Shown;
use crate::own_fields;
use crate::revisions::PastChanges;
use crate::web::error::{Answer, AppError, OrNotFound};
use crate::web::response::Response;
use crate::web::ui::{PageHead, breadcrumb_thread, page_header};

/// Most children of an element whose whole branch is walked for its page.
const MOST_WALKED: usize = 100;

/// Everything the page shows.
struct Page<'a> {
    texts: Texts,
    structure: &'a Structure,
    element: &'a Element,
    element_type: Option<&'a ElementType>,
    responsible: Option<PersonRow>,
    decision: Option<Decision>,
    status: Level,
    /// How far work has come; none for what is judged.
    progress: Option<ProgressRow>,
    sections: Vec<below::OfOneType<'a>>,
    grades: Arc<GradesBelow>,
    status_below: BTreeMap<ElementId, Level>,
    progress_below: BTreeMap<ElementId, Progress>,
    judgement: Markup,
    measures: BTreeMap<ElementId, Shown>,
    classes: Vec<chain::OfClass<'a>>,
    /// Everything that it replaces or replaced: several when it was merged from them.
    predecessors: Vec<ElementId>,
    earlier: Vec<ElementId>,
    /// What has taken its place or will; several when it is split.
    successors: Vec<ElementId>,
    /// The decided parts of what still holds although none of its parts is on its way any longer.
    settled: Vec<Arc<Element>>,
    history: PastChanges,
    clock: Arc<dyn Clock>,
    new_id: ElementId,
    may: May,
    impact: Markup,
    beside: Markup,
    waiting: Markup,
    grounds: Grounds,
    own: OwnFields,
}

/// Shows an element; measures have a page of their own.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let structure = cx.structure.clone();
    let id: ElementId = cx.req.param("id").or_not_found()?;
    let element = cx.find_visible(&structure, id)?;
    if element.role == Role::Measure {
        return Ok(Response::see_other(&elements::url(element)));
    }
    let page = read(cx, &structure, element)?;
    Ok(cx.page(&element.title, Nav::Thread, &page.body()))
}

/// Whether so many contribute that a walk through all of it would cost more than it tells.
fn is_far_reaching(structure: &Structure, element: &Element) -> bool {
    element.role == Role::Direction || structure.count_children(element.id) > MOST_WALKED
}

/// How far the work directly under an element has come, kept until somebody reports anew.
struct ProgressOfWork {
    mark: Mark,
    of: BTreeMap<ElementId, Progress>,
}

/// How far the work under an element has come. What very many contribute to shows its own work
/// only; the rest is on the page of activities.
fn progress_below(
    cx: &mut Cx<'_, '_>,
    structure: &Structure,
    element: &Element,
) -> Result<BTreeMap<ElementId, Progress>, AppError> {
    if !is_far_reaching(structure, element) {
        return Ok(activities::store::progress_below(cx.tx, element.id)?);
    }
    let of_work = structure
        .families(element.id)
        .filter(|(role, ..)| matches!(role, Role::Activity | Role::Assignment));
    let work: Vec<ElementId> =
        of_work.flat_map(|(_, _, siblings)| siblings.iter().map(|one| one.id)).collect();
    let mark = structure.mark_of_children(element.id);
    let kept = cx.kept(
        &element.id.bytes(),
        |kept: &ProgressOfWork| kept.mark == mark,
        |cx| {
            let of = if work.len() > MOST_WALKED {
                activities::store::progress_of_children(cx.tx, element.id)?
            } else {
                activities::store::progress_of(cx.tx, work.iter().copied())?
            };
            Ok(ProgressOfWork { mark: mark.clone(), of })
        },
    )?;
    Ok(kept.of.clone())
}

fn read<'a>(
    cx: &mut Cx<'_, '_>,
    structure: &'a Structure,
    element: &'a Arc<Element>,
) -> Result<Page<'a>, AppError> {
    let id = element.id;
    let responsible = element.responsible.map(|person| person_row(cx.tx, person)).transpose()?;
    let decided = element.decision.map(|decision| decisions::store::decision(cx.tx, decision));
    let decision = decided.transpose()?.flatten();
    let sections = below::sections(cx, structure, element);
    let shown = sections.iter().flat_map(|section| &section.rows).map(|one| one.id);
    let levels = judged::status_of(cx.tx, shown.chain(std::iter::once(id)))?;
    let is_work = matches!(element.role, Role::Activity | Role::Assignment);
    let progress = is_work.then(|| activities::store::progress(cx.tx, id)).transpose()?;
    let progress_below = progress_below(cx, structure, element)?;
    let (earlier, successors) = store::in_time(cx.tx, id)?;
    let mut history = PastChanges::of(cx, "element", id.bytes())?;
    if !cx.reads_drafts_of(element.owner) {
        history.leave_out(history::is_of_draft);
    }
    let below = impact::section_of(cx, structure, element)?;
    let impact = html! { (actions::section_of(cx, element)?) (below) (frameworks::section_of(cx, element)?) };
    let classes = chain::by_class(structure, id);
    let measures = chain::measures_of(cx, structure, element, &classes)?;
    let status = levels.get(&id).cloned().unwrap_or((Fulfilment::NotAssessed, String::new()));
    let judgement = judged_and_accepted::part(cx, structure, element, (&measures, status.0))?;
    // What replaces nothing was not merged from anything either.
    let predecessors =
        if earlier.is_empty() { Vec::new() } else { store::predecessors(cx.tx, id)? };
    let (successors, settled) = heirs::after(cx, structure, element, successors)?;
    Ok(Page {
        texts: cx.texts(),
        impact,
        beside: comments::beside(cx, element)?,
        waiting: waiting_links::on_element(cx, structure, element)?,
        grounds: grounds::store::grounds(cx.tx, id)?,
        own: own_fields::store::own_fields(cx.tx, id)?,
        structure,
        element,
        element_type: structure.model.element_type(&element.element_type),
        responsible: responsible.flatten(),
        decision,
        status,
        progress,
        status_below: levels,
        grades: grades_below(cx, id)?,
        sections,
        progress_below,
        judgement,
        measures,
        classes,
        predecessors,
        earlier,
        successors,
        settled,
        history,
        clock: Arc::clone(&cx.app.clock),
        new_id: cx.new_id(),
        may: May {
            plan: cx.can(Action::Plan, element.owner),
            adopt: cx.can(Action::Adopt, element.owner),
            report: activities::may_report_progress(cx, element),
        },
    })
}

impl Page<'_> {
    fn body(&self) -> Markup {
        let head = PageHead {
            eyebrow: self.eyebrow(),
            title: self.element.title.clone(),
            lead: self.element.text.clone(),
            end: self.main_button(),
        };
        html! {
            div.wrap.page {
                (breadcrumb_thread(self.texts.web_thread_label(), &self.stops()))
                (page_header(&head))
                (self.state_notice())
                (self.waiting)
                (self.status_line())
                div.with-side {
                    div {
                        (self.chain_section())
                        (effect::section_of(self.texts, self.structure, self.element, &self.measures))
                        (self.impact)
                        (grounds::section_of(self.texts, &self.grounds))
                        (own_fields::section_of(self.texts, self.structure, self.element, &self.own))
                        (self.judgement)
                        (self.children_sections())
                        (self.activities_section())
                        (self.beside)
                        (self.history_section())
                    }
                    (self.side())
                }
            }
        }
    }

    fn local(&self, at: i64) -> DateTime {
        self.clock.local(at)
    }
}
