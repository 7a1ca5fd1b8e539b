//! Adding an action as the answer to a deviation: an activity in draft that carries out a goal, with
//! what is expected of it.

use domain::actions::Origin;
use domain::elements::Structure;
use maud::{Markup, html};

use super::reach::{Found, find_to_write, part_of};
use super::store::{self, Part};
use super::{now, part_url, refusal};
use crate::actions::{self, Place, TypedAction};
use crate::cx::Cx;
use crate::frame::Nav;
use crate::web::error::{Answer, AppError};
use crate::web::response::Response;
use crate::web::ui::{
    Button, PageHead, Problem, button, button_link, error_summary, form_end, page_header,
};

fn place<'s>(
    cx: &mut Cx<'_, '_>,
    structure: &'s Structure,
    found: &Found,
    part: &Part,
) -> Result<Place<'s>, AppError> {
    let here = (found.account.org_unit, Some(Origin::Part(part.id)));
    Place::of(cx, structure, here, part.subject)
}

/// Shows the form.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let found = find_to_write(cx)?;
    let parts = now::parts_of(cx, &found)?;
    let part = part_of(cx, &parts)?;
    if let Err(problem) = found.write_in(part, cx.today()) {
        return Ok(refusal::refuse(cx, (&found.account, &found.round), &problem));
    }
    let structure = cx.structure.clone();
    let place = place(cx, &structure, &found, part)?;
    let typed = TypedAction::blank(cx, &place)?;
    let body = body(cx, &place, part, &typed, &[]);
    Ok(cx.page(cx.texts().followup_add_remedy(), Nav::FollowUp, &body))
}

/// Keeps the action and ticks it in the part.
pub(super) fn add(cx: &mut Cx<'_, '_>) -> Answer {
    let found = find_to_write(cx)?;
    let parts = now::parts_of(cx, &found)?;
    let part = part_of(cx, &parts)?.clone();
    if let Err(problem) = found.write_in(&part, cx.today()) {
        return Ok(refusal::refuse(cx, (&found.account, &found.round), &problem));
    }
    let structure = cx.structure.clone();
    let place = place(cx, &structure, &found, &part)?;
    let mut typed = TypedAction::sent(&cx.req.form);
    let back = part_url(found.account.id, part.id);
    let (element, is_new) = match actions::propose(cx, &place, &typed)? {
        Ok(proposed) => proposed,
        Err(problems) => {
            typed.renew_id(cx);
            let body = body(cx, &place, &part, &typed, &problems);
            return Ok(cx.refused(cx.texts().followup_add_remedy(), Nav::FollowUp, &body));
        }
    };
    if is_new {
        let mut remedies =
            store::remedies_of(cx.tx, found.account.id)?.remove(&part.id).unwrap_or_default();
        remedies.push(element);
        store::keep_remedies(cx.tx, part.id, &remedies, part.version)?;
    }
    Ok(Response::see_other(&back))
}

fn body(
    cx: &Cx<'_, '_>,
    place: &Place<'_>,
    part: &Part,
    typed: &TypedAction,
    problems: &[Problem],
) -> Markup {
    let texts = cx.texts();
    let back = part_url(part.account, part.id);
    let head = PageHead {
        eyebrow: part.title.clone(),
        title: texts.followup_add_remedy().to_owned(),
        lead: texts.followup_remedy_lead().to_owned(),
        end: None,
    };
    let buttons = html! {
        (button(Button::Primary, texts.followup_remedy_save(), None))
        (button_link(Button::Secondary, &back, texts.web_cancel()))
    };
    html! {
        div.wrap.page {
            (error_summary(texts.web_problems(), problems))
            (page_header(&head))
            form.form method="post" action={ (back) "/atgard" } {
                (typed.fields(texts, place, cx.today(), problems))
                (form_end(&buttons, None))
            }
        }
    }
}
