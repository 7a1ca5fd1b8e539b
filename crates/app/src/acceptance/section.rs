//! What is accepted of an element, on its page.

use domain::acceptance::Acceptance;
use domain::elements::{Element, ElementState};
use maud::{Markup, html};

use super::store::{self, Accepted};
use super::{may_accept, url};
use crate::cx::Cx;
use crate::decisions::{decision_words, reference_words};
use crate::i18n::date;
use crate::web::error::AppError;
use crate::web::ui::{Button, Tone, button, button_link, details_section, notice};

/// What is accepted of a goal or measure, and the way to accept. `deviates` says whether there is
/// anything to accept: of what goes well nothing is asked.
pub fn section_of(
    cx: &mut Cx<'_, '_>,
    element: &Element,
    org_unit: domain::ids::OrgUnitId,
    deviates: bool,
) -> Result<Markup, AppError> {
    if element.is_undecided() {
        return Ok(html! {});
    }
    let today = cx.today();
    let all = store::accepted_at(cx.tx, element.id, org_unit)?;
    let (now, before): (Vec<&Accepted>, Vec<&Accepted>) =
        all.iter().partition(|(one, _)| one.holds_on(today));
    let texts = cx.texts();
    let offers = deviates
        && element.state == ElementState::Adopted
        && now.is_empty()
        && may_accept(cx, org_unit);
    let count = i64::try_from(before.len()).unwrap_or(i64::MAX);
    Ok(html! {
        @if !now.is_empty() || !before.is_empty() || offers {
            div.section.stack #accepterad {
                @for one in &now { (holding(cx, one)) }
                @if offers { p { (button_link(Button::Secondary, &url(element.id, org_unit), texts.acceptance_accept())) } }
                @if !before.is_empty() {
                    (details_section(None, texts.acceptance_before(), &texts.acceptance_count(count), false, &html! {
                        ul.plain-list { @for (one, decision) in &before { li {
                            p { (one.reason) }
                            p.fine { (ended_words(cx, one)) " " (words_of(cx, (one, decision))) }
                        } } }
                    }))
                }
            }
        }
    })
}

fn ended_words(cx: &Cx<'_, '_>, one: &Acceptance) -> String {
    let texts = cx.texts();
    match one.ended_on {
        Some(day) => texts.acceptance_ended_early(date(texts.language, day)),
        None => texts.acceptance_ran_out(date(texts.language, one.until)),
    }
}

/// By which decision, with its number in the register.
fn words_of(cx: &Cx<'_, '_>, (_, decision): (&Acceptance, &crate::decisions::Decision)) -> String {
    let texts = cx.texts();
    let body = cx.structure.organisation.name(decision.body);
    let words = texts.acceptance_by(decision_words(texts, body, decision));
    let reference = reference_words(texts, decision);
    if reference.is_empty() { words } else { format!("{words} {reference}.") }
}

/// What holds now, with the way to end it.
fn holding(cx: &Cx<'_, '_>, (one, decision): &Accepted) -> Markup {
    let texts = cx.texts();
    let name = cx.structure.organisation.name(one.org_unit);
    let until = date(texts.language, one.until);
    notice(
        Tone::Partly,
        &texts.acceptance_holds(until),
        &html! {
            p { (one.reason) }
            p.fine { (name) ". " (words_of(cx, (one, decision))) }
            @if may_accept(cx, one.org_unit) {
                form method="post" action={"/accepterad/" (one.id) "/avsluta"} {
                    input type="hidden" name="version" value=(one.version);
                    (button(Button::SmallSecondary, texts.acceptance_end(), None))
                }
            }
        },
    )
}
