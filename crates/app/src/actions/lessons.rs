//! What has been learned of actions, to be found again.

use domain::elements::{Element, Structure};
use domain::ids::ElementId;
use maud::{Markup, html};

use super::known::{Known, all_actions};
use super::narrowed::Narrowed;
use super::words::{answer_told, kind_word};
use super::{LESSONS_URL, effect_url};
use crate::cx::Cx;
use crate::frame::Nav;
use crate::i18n::date;
use crate::measures::url_for;
use crate::web::error::{Answer as Handled, AppError};
use crate::web::ui::{PageHead, empty_state, page_header};

/// Lessons shown where somebody proposes an action.
const MOST_EARLIER: usize = 3;

/// Shows the list.
pub(super) fn list(cx: &mut Cx<'_, '_>) -> Handled {
    let asked = Narrowed::of(cx, LESSONS_URL)?;
    let all = all_actions(cx)?;
    let structure = cx.structure.clone();
    let found: Vec<(&Known, &Element)> = all
        .lessons()
        .filter_map(|one| Some((one, structure.element(one.element)?.as_ref())))
        .filter(|(one, element)| asked.holds(&structure, one, element))
        .collect();
    let texts = cx.texts();
    let head = PageHead {
        title: texts.actions_lessons().to_owned(),
        lead: texts.actions_lessons_lead().to_owned(),
        ..PageHead::default()
    };
    let (rows, pages) = asked.page(cx, &found);
    let body = html! {
        div.wrap.page {
            (page_header(&head))
            (asked.filters(cx, found.len()))
            @if rows.is_empty() { (empty_state(texts.actions_no_lessons(), texts.actions_no_lessons_text(), None)) }
            @else { ul.plain-list.stack { @for (one, element) in rows { li { (lesson(cx, &structure, one, element, true)) } } } }
            (pages)
        }
    };
    Ok(cx.page(texts.actions_lessons(), Nav::FollowUp, &body))
}

/// One lesson: what was done, whether it had effect, and what was learned.
fn lesson(
    cx: &Cx<'_, '_>,
    structure: &Structure,
    one: &Known,
    element: &Element,
    with_measure: bool,
) -> Markup {
    let texts = cx.texts();
    let day = date(texts.language, cx.app.clock.local(one.answered_at).date());
    let unit = structure.organisation.name(element.owner);
    let measure = one.measure.and_then(|id| structure.element(id)).filter(|_| with_measure);
    html! {
        p { a href=(effect_url(element)) { (element.title) } }
        @if let Some(answer) = one.answer { p { (answer_told(texts, answer, &one.why)) } }
        p { (one.learned) }
        p.fine {
            (unit) " · " (one.person_name) " · " (day)
            @if let Some(kind) = one.kind { " · " (kind_word(texts, kind)) }
            @if let Some(measure) = measure { " · " a href=(url_for(measure.id, element.owner)) { (measure.title) } }
        }
    }
}

/// How it went before, of the same measures and goals: shown where an action is proposed. Nothing
/// where nothing has been learned.
pub(super) fn earlier(
    cx: &mut Cx<'_, '_>,
    structure: &Structure,
    measures: &[ElementId],
    goals: &[ElementId],
) -> Result<Markup, AppError> {
    let all = all_actions(cx)?;
    let about = |one: &&Known| {
        one.measure.is_some_and(|id| measures.contains(&id))
            || structure.parents(one.element).any(|goal| goals.contains(&goal.id))
    };
    let shown = |one: &Known| {
        let element = structure.element(one.element).filter(|element| cx.may_see(element))?;
        Some(lesson(cx, structure, one, element, true))
    };
    let found: Vec<Markup> =
        all.lessons().filter(about).filter_map(shown).take(MOST_EARLIER).collect();
    if found.is_empty() {
        return Ok(html! {});
    }
    let texts = cx.texts();
    Ok(html! {
        section.section aria-labelledby="forra-gangen" {
            h2 #forra-gangen { (texts.actions_last_time()) }
            ul.plain-list.stack { @for one in &found { li { (one) } } }
            p { a href=(LESSONS_URL) { (texts.actions_all_lessons()) } }
        }
    })
}
