//! Adding a step to a wheel, and changing one.

use domain::access::Action;
use domain::calendar::WheelStep;
use domain::ids::{OrgUnitId, WheelStepId};
use maud::{Markup, html};

use super::reading::asked;
use super::step_form::{Refused, Typed, fields, summary, theirs};
use super::{step_url, store, url};
use crate::cx::Cx;
use crate::frame::Nav;
use crate::web::error::{Answer, OrNotFound};
use crate::web::response::Response;
use crate::web::ui::{
    Button, PageHead, Stop, Tone, breadcrumb_thread, button, button_link, error_summary, form_end,
    notice, page_header,
};

/// The form and where it leads.
struct Form<'f> {
    org_unit: OrgUnitId,
    year: i16,
    /// The step that is changed; none for a new one.
    step: Option<&'f WheelStep>,
    id: WheelStepId,
    typed: &'f Typed,
    wrong: &'f [Refused],
    /// Whether somebody else has saved the step meanwhile.
    conflict: bool,
}

/// Shows the form of a new step. A wheel is there first, so that nobody makes one by accident.
pub(super) fn new(cx: &mut Cx<'_, '_>) -> Answer {
    let (org_unit, year) = asked(cx)?;
    cx.may(Action::Plan, org_unit)?;
    if store::wheel_of(cx.tx, org_unit, year)?.is_none() {
        return Ok(Response::see_other(&url(org_unit, year)));
    }
    let typed = Typed::fresh(year);
    let form = Form {
        org_unit,
        year,
        step: None,
        id: cx.new_id(),
        typed: &typed,
        wrong: &[],
        conflict: false,
    };
    Ok(cx.page(cx.texts().wheel_add(), Nav::Plan, &form.body(cx)))
}

/// Keeps a new step.
pub(super) fn create(cx: &mut Cx<'_, '_>) -> Answer {
    let (org_unit, year) = asked(cx)?;
    cx.may(Action::Plan, org_unit)?;
    store::wheel_of(cx.tx, org_unit, year)?.or_not_found()?;
    let typed = Typed::sent(&cx.req.form);
    let id = cx.client_id::<WheelStepId>();
    let content = match typed.read(cx, year, None) {
        Ok(content) => content,
        Err(wrong) => {
            let form = Form {
                org_unit,
                year,
                step: None,
                id,
                typed: &typed,
                wrong: &wrong,
                conflict: false,
            };
            return Ok(cx.refused(cx.texts().wheel_add(), Nav::Plan, &form.body(cx)));
        }
    };
    let step = WheelStep {
        id,
        org_unit,
        year,
        model_step: String::new(),
        content,
        at: cx.visit.now,
        version: 1,
    };
    store::insert_steps(cx.tx, &[step])?;
    Ok(Response::see_other(&url(org_unit, year)))
}

/// The step that the address names and the visitor may change.
fn find(cx: &mut Cx<'_, '_>) -> Answer<WheelStep> {
    let id: WheelStepId = cx.req.param("id").or_not_found()?;
    let (step, _) = store::step(cx.tx, id)?.filter(|(_, gone)| gone.is_none()).or_not_found()?;
    cx.may(Action::Plan, step.org_unit)?;
    Ok(step)
}

/// Shows the form with what holds.
pub(super) fn edit(cx: &mut Cx<'_, '_>) -> Answer {
    let step = find(cx)?;
    let typed = Typed::of(&step.content);
    let form = Form::change(&step, &typed, &[], false);
    Ok(cx.page(&cx.texts().wheel_change_named(&step.content.title), Nav::Plan, &form.body(cx)))
}

/// Keeps the change.
pub(super) fn change(cx: &mut Cx<'_, '_>) -> Answer {
    let step = find(cx)?;
    let typed = Typed::sent(&cx.req.form);
    let title = cx.texts().wheel_change_named(&step.content.title);
    let content = match typed.read(cx, step.year, Some(step.content.rule)) {
        Ok(content) => content,
        Err(wrong) => {
            let form = Form::change(&step, &typed, &wrong, false);
            return Ok(cx.refused(&title, Nav::Plan, &form.body(cx)));
        }
    };
    let here = Response::see_other(&step_url(step.id));
    // The same form sent twice is neither a change nor a conflict.
    if content == step.content {
        return Ok(here);
    }
    if cx.req.form.parsed::<i64>("version") != Some(step.version) {
        let form = Form::change(&step, &typed, &[], true);
        return Ok(cx.conflicting(&title, Nav::Plan, &form.body(cx)));
    }
    let changed =
        WheelStep { content, at: cx.visit.now, version: step.version + 1, ..step.clone() };
    store::change_step(cx.tx, "change", &changed, None)?;
    Ok(here)
}

impl<'f> Form<'f> {
    fn change(step: &'f WheelStep, typed: &'f Typed, wrong: &'f [Refused], conflict: bool) -> Self {
        let (org_unit, year, id) = (step.org_unit, step.year, step.id);
        Self { org_unit, year, step: Some(step), id, typed, wrong, conflict }
    }

    fn body(&self, cx: &Cx<'_, '_>) -> Markup {
        let texts = cx.texts();
        let structure = &cx.structure;
        let unit = structure.organisation.get(self.org_unit);
        let level = unit.map_or("", |unit| unit.level.as_str());
        let name = structure.organisation.name(self.org_unit);
        let wheel = url(self.org_unit, self.year);
        let (title, action, back) = match self.step {
            Some(step) => (
                texts.wheel_change_named(&step.content.title),
                step_url(self.id),
                step_url(self.id),
            ),
            None => (texts.wheel_add().to_owned(), format!("{wheel}/steg"), wheel.clone()),
        };
        let stops =
            [Stop::to(wheel, texts.wheel_title(name, self.year)), Stop::here(title.clone())];
        let head = PageHead { eyebrow: name.to_owned(), title, ..PageHead::default() };
        let buttons = html! {
            (button(Button::Primary, texts.wheel_save(), None))
            (button_link(Button::Secondary, &back, texts.web_cancel()))
        };
        let conflict = self.step.filter(|_| self.conflict);
        html! {
            div.wrap.page {
                (error_summary(texts.web_problems(), &summary(self.wrong)))
                (breadcrumb_thread(texts.web_thread_label(), &stops))
                (page_header(&head))
                @if let Some(step) = conflict { (notice(Tone::Concern, texts.web_stale(), &theirs(texts, step))) }
                form.form method="post" action=(action) {
                    input type="hidden" name="id" value=(self.id);
                    @if let Some(step) = self.step { input type="hidden" name="version" value=(step.version); }
                    (fields(texts, &structure.model, (self.year, level), self.typed, self.wrong))
                    (form_end(&buttons, None))
                }
            }
        }
    }
}
