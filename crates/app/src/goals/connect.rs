//! Linking an element upward, and taking links away.

use std::sync::Arc;

use domain::access::Action;
use domain::elements::{Delta, Element, ElementState, Link, LinkProblem, Structure};
use domain::ids::{ElementId, LinkId};
use domain::steering::{LinkKind, Role};

use super::connect_page::{Page, parents};
use super::store::{self, LinkChange};
use crate::choosing::is_searching;
use crate::cx::Cx;
use crate::elements::{self, store as nodes};
use crate::frame::Nav;
use crate::web::error::{Answer, AppError, OrNotFound};
use crate::web::response::Response;

fn find<'s>(cx: &Cx<'_, '_>, structure: &'s Structure) -> Answer<&'s Arc<Element>> {
    let id: ElementId = cx.req.param("id").or_not_found()?;
    let element = cx.find_visible(structure, id)?;
    cx.may(Action::Plan, element.owner)?;
    Ok(element)
}

/// Shows the links upward and a form for one more.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let structure = cx.structure.clone();
    let element = find(cx, &structure)?;
    let page = Page {
        texts: cx.texts(),
        proposals: store::link_proposals(cx.tx, element.id)?,
        waits_for_decision: waits_for_decision(element),
        may_adopt: cx.can(Action::Adopt, element.owner),
        structure: &structure,
        element,
        parents: parents(cx, &structure, element, cx.req.query.text("till")),
        parent: cx.req.query.text("till").to_owned(),
        kind: String::new(),
        problem: None,
    };
    Ok(cx.page(&page.title(), Nav::Plan, &page.body()))
}

/// Keeps a link, when the steering model allows it and the thread stays sound.
pub(super) fn connect(cx: &mut Cx<'_, '_>) -> Answer {
    let structure = cx.seen();
    let element = find(cx, &structure)?;
    let mut page = Page {
        texts: cx.texts(),
        proposals: store::link_proposals(cx.tx, element.id)?,
        waits_for_decision: waits_for_decision(element),
        may_adopt: cx.can(Action::Adopt, element.owner),
        structure: &structure,
        element,
        parents: parents(cx, &structure, element, cx.req.form.text("till")),
        parent: cx.req.form.text("till").to_owned(),
        kind: cx.req.form.text("slag").to_owned(),
        problem: None,
    };
    if is_searching(cx) {
        return Ok(cx.page(&page.title(), Nav::Plan, &page.body()));
    }
    match page.checked() {
        Ok((parent, kind)) => {
            let link = Link { id: cx.client_id::<LinkId>(), child: element.id, parent, kind };
            let instead: Option<LinkId> = cx.req.form.parsed("istallet");
            let instead = structure.links_up(element.id).iter().find(|one| Some(one.id) == instead);
            if let Some(old) = instead {
                take_away(cx, element, old)?;
            }
            if page.waits_for_decision {
                store::propose_link(cx.tx, LinkChange::Begin, &link)?;
                return Ok(Response::see_other(&connect_url(element)));
            }
            nodes::insert_link(cx.tx, &link)?;
            Ok(Response::see_other(&elements::url(element)))
        }
        Err(problem) => {
            page.problem = Some(problem);
            Ok(cx.refused(&page.title(), Nav::Plan, &page.body()))
        }
    }
}

fn connect_url(element: &Element) -> String {
    format!("/mal/{}/koppla", element.id)
}

/// Whether links change only by a decision: so with what is decided. Activities are the everyday
/// work of those who do it and are moved without one.
fn waits_for_decision(element: &Element) -> bool {
    element.state == ElementState::Adopted && element.role != Role::Activity
}

/// Takes a link away, proposes that one shall go, or takes a proposal back.
pub(super) fn disconnect(cx: &mut Cx<'_, '_>) -> Answer {
    let structure = cx.structure.clone();
    let element = find(cx, &structure)?;
    let wanted: LinkId = cx.req.form.parsed("lank").or_not_found()?;
    let back = Response::see_other(&connect_url(element));
    let proposals = store::link_proposals(cx.tx, element.id)?;
    if proposals.iter().any(|(_, link)| link.id == wanted) {
        store::forget_proposal(cx.tx, wanted)?;
        return Ok(back);
    }
    // A link that is gone already is what was asked for.
    let Some(link) = structure.links_up(element.id).iter().find(|link| link.id == wanted) else {
        return Ok(back);
    };
    take_away(cx, element, link)?;
    Ok(back)
}

/// Ends a link, or proposes that it shall end where that takes a decision.
fn take_away(cx: &mut Cx<'_, '_>, element: &Element, link: &Link) -> Result<(), AppError> {
    if waits_for_decision(element) {
        store::propose_link(cx.tx, LinkChange::End, link)
    } else {
        nodes::end_link(cx.tx, link)
    }
}

/// Lets the proposed changes of an element's links hold, if the thread that they were proposed in
/// still allows them. `thread` takes them in, so that what is decided together is weighed together.
pub(super) fn settle(
    cx: &mut Cx<'_, '_>,
    thread: &mut Structure,
    mut proposals: Vec<(LinkChange, Link)>,
) -> Result<Result<(), LinkProblem>, AppError> {
    // A link that goes may make room for one that comes.
    proposals.sort_by_key(|(change, _)| *change == LinkChange::Begin);
    for (change, link) in proposals {
        let mut links = thread.links_up(link.child).to_vec();
        match change {
            LinkChange::End => {
                links.retain(|one| one.id != link.id);
                nodes::end_link(cx.tx, &link)?;
            }
            LinkChange::Begin => {
                if let Err(problem) = still_holds(thread, &link) {
                    return Ok(Err(problem));
                }
                links.push(link);
                nodes::insert_link(cx.tx, &link)?;
            }
        }
        thread.apply(Delta::LinksOf(link.child, links));
        store::forget_proposal(cx.tx, link.id)?;
    }
    Ok(Ok(()))
}

fn still_holds(thread: &Structure, link: &Link) -> Result<(), LinkProblem> {
    let upper = thread.element(link.parent).filter(|upper| upper.is_current());
    upper.ok_or(LinkProblem::Unknown)?;
    thread.check_link(link.child, link.kind, link.parent)
}

impl Page<'_> {
    /// The link asked for; without a kind of its own, the one the model has between the two.
    fn checked(&self) -> Result<(ElementId, LinkKind), LinkProblem> {
        let parent: ElementId = self.parent.parse().map_err(|_| LinkProblem::Unknown)?;
        let upper = self.structure.element(parent).filter(|upper| upper.is_current());
        let upper = upper.ok_or(LinkProblem::Unknown)?;
        let model = &self.structure.model;
        let kind = self
            .kind
            .parse()
            .ok()
            .or_else(|| {
                crate::steering::link_between(
                    model,
                    &self.element.element_type,
                    &upper.element_type,
                )
            })
            .ok_or(LinkProblem::NotInModel)?;
        self.structure.check_link(self.element.id, kind, parent)?;
        if self.proposals.iter().any(|(_, link)| link.parent == parent && link.kind == kind) {
            return Err(LinkProblem::Twice);
        }
        Ok((parent, kind))
    }
}
