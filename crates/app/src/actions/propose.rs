//! Proposing an action: the activity in draft, that it carries out a goal, and what is said of it.

use domain::actions::ActionFacts;
use domain::elements::Link;
use domain::ids::{ElementId, LinkId};
use domain::steering::LinkKind;

use super::store;
use super::{Place, TypedAction};
use crate::cx::Cx;
use crate::elements::store as nodes;
use crate::web::error::AppError;
use crate::web::ui::Problem;

/// What became of a form: the action, with whether it is new, or everything that is wrong.
pub(super) type ProposedOr = Result<(ElementId, bool), Vec<Problem>>;

/// Keeps the action that the fields tell of, in draft. The same form sent twice proposes once; the
/// caller has asked whether the visitor may.
pub fn propose(
    cx: &mut Cx<'_, '_>,
    place: &Place<'_>,
    typed: &TypedAction,
) -> Result<ProposedOr, AppError> {
    let (element, goal, facts) = match typed.read(cx, place) {
        Ok(proposed) => proposed,
        Err(problems) => return Ok(Err(problems)),
    };
    if !nodes::insert_element(cx.tx, &element)? {
        return Ok(Ok((element.id, false)));
    }
    let id = cx.new_id::<LinkId>();
    let link = Link { id, child: element.id, parent: goal, kind: LinkKind::Executes };
    nodes::insert_link(cx.tx, &link)?;
    let person_name = cx.person()?.name.clone();
    store::insert(cx.tx, &ActionFacts { person_name, at: cx.visit.now, ..facts })?;
    Ok(Ok((element.id, true)))
}
