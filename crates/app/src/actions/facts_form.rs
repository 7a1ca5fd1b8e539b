//! Saying what is expected of an activity: while it is a draft, or when nothing has been said of it.

use domain::access::Action;
use domain::actions::ActionFacts;
use domain::elements::{Element, Structure};
use domain::ids::ElementId;
use domain::steering::Role;
use maud::{Markup, html};

use super::typed::TypedFacts;
use super::words::{kind_word, wanted_word};
use super::{Place, facts_url, store};
use crate::cx::Cx;
use crate::elements;
use crate::frame::Nav;
use crate::i18n::date;
use crate::web::error::{Answer as Handled, AppError, OrNotFound};
use crate::web::response::Response;
use crate::web::ui::{
    Button, PageHead, Problem, Stop, Tone, breadcrumb_thread, button, button_link, error_summary,
    form_end, notice, page_header,
};

/// Whether the visitor may say what is expected: of a draft, and of what nothing is said about yet. What
/// has been decided with its expectation keeps it.
pub(super) fn may_say(cx: &Cx<'_, '_>, element: &Element, facts: Option<&ActionFacts>) -> bool {
    let own = cx.visit.person.as_ref().is_some_and(|person| element.responsible == Some(person.id));
    let is_open = facts.is_none() || element.is_editable();
    cx.visit.then.is_none()
        && element.is_current()
        && is_open
        && (own || cx.can(Action::Plan, element.owner))
}

type Found<'s> = (&'s Element, Option<ActionFacts>);

fn find<'s>(cx: &mut Cx<'_, '_>, structure: &'s Structure) -> Handled<Found<'s>> {
    let id: ElementId = cx.req.param("id").or_not_found()?;
    let element = cx.find_visible(structure, id)?;
    (element.role == Role::Activity).then_some(()).or_not_found()?;
    let facts = store::of_element_or_before(cx.tx, id)?;
    if may_say(cx, element, facts.as_ref()) {
        Ok((element.as_ref(), facts))
    } else {
        Err(AppError::Forbidden)
    }
}

/// The version of what is said of the element itself; 0 when nothing is. What was said of the wording that
/// it is written to replace was part of another decision, and stays as it was decided.
fn own_version(element: &Element, facts: Option<&ActionFacts>) -> i64 {
    facts.filter(|one| one.element == element.id).map_or(0, |one| one.version)
}

fn place<'s>(
    cx: &mut Cx<'_, '_>,
    structure: &'s Structure,
    (element, facts): (&Element, Option<&ActionFacts>),
) -> Result<Place<'s>, AppError> {
    let origin = facts.and_then(|one| one.origin);
    let measure = facts.and_then(|one| one.measure);
    let mut place = Place::of(cx, structure, (element.owner, origin), measure)?;
    place.offer_measures_above(element.id);
    place.offer_unit(facts.and_then(|one| one.org_unit));
    Ok(place)
}

/// Shows the form.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Handled {
    let structure = cx.structure.clone();
    let (element, facts) = find(cx, &structure)?;
    let place = place(cx, &structure, (element, facts.as_ref()))?;
    let typed = facts.as_ref().map(TypedFacts::kept).unwrap_or_default();
    let version = own_version(element, facts.as_ref());
    let body = body(cx, &place, element, (&typed, version), (&[], None));
    Ok(cx.page(cx.texts().actions_effect_title(), Nav::Plan, &body))
}

/// Keeps what is said.
pub(super) fn keep(cx: &mut Cx<'_, '_>) -> Handled {
    let structure = cx.structure.clone();
    let (element, facts) = find(cx, &structure)?;
    let place = place(cx, &structure, (element, facts.as_ref()))?;
    let typed = TypedFacts::sent(&cx.req.form);
    let mut problems = Vec::new();
    let (texts, today) = (cx.texts(), cx.today());
    let of = (Some(element.id), &place);
    let said = typed.read(texts, of, element.ends_on, today, &mut problems);
    let version = own_version(element, facts.as_ref());
    if !problems.is_empty() {
        let body = body(cx, &place, element, (&typed, version), (&problems, None));
        return Ok(cx.refused(texts.actions_effect_title(), Nav::Plan, &body));
    }
    if cx.req.form.parsed::<i64>("version") != Some(version) {
        let problem = Problem::at("", texts.actions_said_meanwhile());
        let body = body(cx, &place, element, (&typed, version), (&[problem], facts.as_ref()));
        return Ok(cx.conflicting(texts.actions_effect_title(), Nav::Plan, &body));
    }
    let (person_name, at) = (cx.person()?.name.clone(), cx.visit.now);
    if version > 0 {
        store::keep(cx.tx, &ActionFacts { version: version + 1, ..said })?;
    } else {
        store::insert(cx.tx, &ActionFacts { person_name, at, ..said })?;
    }
    Ok(Response::see_other(&elements::url(element)))
}

/// What somebody else said meanwhile.
fn told(cx: &Cx<'_, '_>, theirs: &ActionFacts) -> Markup {
    let texts = cx.texts();
    let measure = theirs.measure.and_then(|id| cx.structure.element(id));
    let measure = measure.filter(|one| cx.may_see(one));
    html! {
        @if let Some(kind) = theirs.kind { p { (texts.actions_kind()) ": " (kind_word(texts, kind)) } }
        @if !theirs.expected.is_empty() { p { (texts.actions_expected_short()) " " (theirs.expected) } }
        @if let Some(measure) = measure { p { (texts.actions_seen_on()) " " (measure.title) @if let Some(wanted) = theirs.wanted { ". " (wanted_word(texts, wanted)) "." } } }
        @if !theirs.followed_by.is_empty() { p { (texts.actions_followed_short()) " " (theirs.followed_by) } }
        @if let Some(day) = theirs.ask_on { p { (texts.actions_asked_ahead(date(texts.language, day))) } }
        @if !theirs.map_link.is_empty() { p { (theirs.map_link) } }
        p.fine { (theirs.person_name) }
    }
}

fn body(
    cx: &Cx<'_, '_>,
    place: &Place<'_>,
    element: &Element,
    (typed, version): (&TypedFacts, i64),
    (problems, theirs): (&[Problem], Option<&ActionFacts>),
) -> Markup {
    let texts = cx.texts();
    let back = elements::url(element);
    let stops = [Stop::to(&back, &element.title), Stop::here(texts.actions_effect_title())];
    let head = PageHead {
        eyebrow: element.title.clone(),
        title: texts.actions_effect_title().to_owned(),
        lead: texts.actions_facts_lead().to_owned(),
        end: None,
    };
    let buttons = html! {
        (button(Button::Primary, texts.actions_save(), None))
        (button_link(Button::Secondary, &back, texts.web_cancel()))
    };
    html! {
        div.wrap.page {
            (error_summary(texts.web_problems(), problems))
            (breadcrumb_thread(texts.web_thread_label(), &stops))
            (page_header(&head))
            @if let Some(theirs) = theirs { (notice(Tone::Partly, texts.actions_stands_now(), &told(cx, theirs))) }
            form.form method="post" action=(facts_url(element)) {
                input type="hidden" name="version" value=(version);
                (typed.fields(texts, place, problems))
                (form_end(&buttons, None))
            }
        }
    }
}
