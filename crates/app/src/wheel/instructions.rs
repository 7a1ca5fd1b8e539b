//! Directive and instructions that travel with their steps to those who plan or report below.

use domain::calendar::WheelStep;
use domain::ids::OrgUnitId;
use domain::organisation::Organisation;
use jiff::ToSpan;
use jiff::civil::Date;
use maud::{Markup, html};

use super::{step_url, words};
use crate::cx::Cx;
use crate::i18n::Texts;
use crate::web::error::AppError;
use crate::web::ui::{details_section, section as page_section};

/// How long after its day an instruction still holds, in months: what the council said in June about
/// next year's plan is read until the year has begun.
const MONTHS_AFTER: i32 = 9;
/// How far ahead steps are looked for, in months.
const MONTHS_AHEAD: i32 = 12;

/// The instructions of the levels above about this year and those that come, for the page where
/// an org unit plans; nothing when nobody has written any.
pub fn section(cx: &mut Cx<'_, '_>, org_unit: OrgUnitId) -> Result<Markup, AppError> {
    let today = cx.today();
    let first = today.checked_sub(MONTHS_AFTER.months()).unwrap_or(today);
    let last = today.checked_add(MONTHS_AHEAD.months()).unwrap_or(today);
    let steps = super::ahead(cx, org_unit, (first, last))?;
    let steps: Vec<WheelStep> =
        steps.into_iter().filter(|step| holds(step, org_unit, today)).collect();
    let texts = cx.texts();
    if steps.is_empty() {
        return Ok(html! {});
    }
    let body = list(texts, &cx.structure.organisation, &steps);
    Ok(page_section("anvisningar", texts.wheel_instructions(), "", &body))
}

/// Whether a step of somebody above says something that still holds.
fn holds(step: &WheelStep, org_unit: OrgUnitId, today: Date) -> bool {
    step.org_unit != org_unit
        && !step.content.instructions.is_empty()
        && step.content.about_year >= today.year()
}

/// Instructions one under the other, each with whose it is and when it is due.
pub(super) fn list(texts: Texts, organisation: &Organisation, steps: &[WheelStep]) -> Markup {
    html! {
        @for step in steps {
            @let due = words::near(texts, step.year, step.content.due_on);
            @let owner = organisation.name(step.org_unit);
            @let note = texts.wheel_instruction_note(step.content.about_year, due, owner);
            (details_section(None, &step.content.title, &note, steps.len() == 1, &html! {
                (text(&step.content.instructions))
                p.fine { a href=(step_url(step.id)) { (texts.wheel_to_step()) } }
            }))
        }
    }
}

/// A text as paragraphs.
pub(super) fn text(written: &str) -> Markup {
    html! {
        div.reading {
            @for paragraph in written.split("\n\n").filter(|one| !one.trim().is_empty()) {
                p { @for (place, line) in paragraph.lines().enumerate() { @if place > 0 { br; } (line) } }
            }
        }
    }
}
