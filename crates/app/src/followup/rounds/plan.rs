//! What a round asks and whom, on its page: the template as it was taken in, who takes part, and whether
//! those who have handed in found it worth their time.

use domain::followup::{ReportTemplate, Round};
use maud::{Markup, html};

use super::super::{active, store, worth};
use super::edit;
use crate::cx::Cx;
use crate::templates;
use crate::web::error::{Answer, AppError, OrNotFound};
use crate::web::response::Response;
use crate::web::ui::{Button, Tone, button, button_link, notice, section};
use crate::wheel;

/// The sections.
pub(super) fn sections(cx: &mut Cx<'_, '_>, round: &Round) -> Result<Markup, AppError> {
    let frozen = store::template_of(cx.tx, round.id)?;
    let now = match round.plan.template {
        Some(id) => templates::find(cx, id)?,
        None => None,
    };
    let (begun, all) = store::begun_of(cx.tx, round.id)?;
    let worth = worth::section_of(cx, round.id)?;
    let active = active::section_of(cx, round.id)?;
    let step = match round.plan.step {
        Some(id) => wheel::follow_up_step(cx, id)?,
        None => None,
    };
    let texts = cx.texts();
    let asks = html! {
        @match (&frozen, &now) {
            (Some(frozen), _) => {
                p { (texts.followup_asks_by(frozen.minutes(), &frozen.title)) }
            },
            (None, _) => p { (texts.followup_asks_as_before()) },
        }
        @if let Some(step) = &step { p { a href=(wheel::step_url(step.id)) { (texts.followup_round_step(&step.content.title)) } } }
        @if let (Some(frozen), Some(now)) = (&frozen, &now) {
            @if frozen.version < now.version { (newer(cx, round, now, (begun, all))) }
            p { a href=(templates::url(now.id)) { (texts.followup_to_template()) } }
        }
    };
    let members = html! {
        p { (texts.followup_begun_of(all, begun)) }
        p.row { (button_link(Button::Secondary, &format!("/folja-upp/runda/{}/enheter", round.id), texts.followup_change_members())) }
    };
    Ok(html! {
        (section("fragas", texts.followup_asks(), "", &asks))
        (section("deltar", texts.followup_members(), "", &members))
        (active)
        (worth)
    })
}

/// That the template has changed since the round was opened, with what taking it in means.
fn newer(cx: &Cx<'_, '_>, round: &Round, now: &ReportTemplate, (begun, all): (i64, i64)) -> Markup {
    let texts = cx.texts();
    let body = html! {
        p { (texts.followup_template_changed_text(begun, all - begun)) }
        @if cx.today() <= round.closes_on {
            form.row method="post" action={ "/folja-upp/runda/" (round.id) "/mall" } {
                input type="hidden" name="version" value=(round.version);
                input type="hidden" name="mallversion" value=(now.version);
                (button(Button::SmallSecondary, texts.followup_take_template(), None))
            }
        }
    };
    notice(Tone::Neutral, texts.followup_template_changed(), &body)
}

/// Takes the template in as it is now: for those who have not begun. Those who have keep theirs.
pub(super) fn take(cx: &mut Cx<'_, '_>) -> Answer {
    let round = edit::find(cx)?;
    let here = Response::see_other(&format!("/folja-upp/runda/{}", round.id));
    let id = round.plan.template.or_not_found()?;
    let now = templates::find(cx, id)?.or_not_found()?;
    let frozen = store::template_of(cx.tx, round.id)?;
    if frozen.is_some_and(|frozen| frozen.version == now.version) || cx.today() > round.closes_on {
        return Ok(here);
    }
    let form = &cx.req.form;
    if form.parsed::<i64>("version") != Some(round.version)
        || form.parsed::<i64>("mallversion") != Some(now.version)
    {
        return Err(AppError::Stale);
    }
    let raised = Round { version: round.version + 1, ..round };
    store::take_template(cx.tx, &raised, &now)?;
    Ok(here)
}
