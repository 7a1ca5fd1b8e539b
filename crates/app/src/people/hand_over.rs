//! Handing over what somebody who leaves holds: what they answer for, the accounts that only they hand
//! in, and what they are asked to write, all in one step.

use std::collections::BTreeSet;
use std::sync::Arc;

use domain::elements::Element;
use domain::ids::{BulkChangeId, OrgUnitId, PersonId};
use domain::steering::Role;
use jiff::ToSpan;
use maud::{Markup, html};

use super::change::person_to_change;
use super::leave;
use crate::bulk;
use crate::choosing::{Offered, is_searching, on_enter};
use crate::cx::Cx;
use crate::followup::{self, Holdings, OpenAccount, holdings, people_url, who_may_take_over};
use crate::frame::Nav;
use crate::i18n::date_short;
use crate::identity::store::PersonRow;
use crate::together::store::Holder;
use crate::web::error::{Answer, AppError};
use crate::web::response::Response;
use crate::web::ui::{Button, Choice, Link, Tone, button, button_link, form_end, notice, section};

/// Most of each kind that is listed.
const MOST_LISTED: usize = 20;

/// What somebody holds, and who may take it over.
pub(super) struct Left {
    elements: Vec<Arc<Element>>,
    open: Holdings,
    people: Vec<Holder>,
}

impl Left {
    /// Reads it. What a person who has left held on the last day is still there to hand over.
    pub(super) fn of(cx: &mut Cx<'_, '_>, person: &PersonRow) -> Result<Self, AppError> {
        let today = cx.today();
        let on = person.left_on.map_or(today, |day| day.saturating_sub(1.day()));
        let answers = |element: &&Arc<Element>| {
            element.responsible == Some(person.id) && is_held(element) && cx.may_see(element)
        };
        let elements: Vec<Arc<Element>> =
            cx.structure.elements().filter(answers).map(Arc::clone).collect();
        let open = holdings(cx, person.id, on)?;
        let owners: BTreeSet<OrgUnitId> = elements.iter().map(|one| one.owner).collect();
        let people = if elements.is_empty() && open.is_empty() {
            Vec::new()
        } else {
            who_may_take_over(cx, &open, owners, person.id)?
        };
        Ok(Self { elements, open, people })
    }

    fn is_empty(&self) -> bool {
        self.elements.is_empty()
            && self.open.accounts.is_empty()
            && self.open.stands_in.is_empty()
            && self.open.invitations.is_empty()
    }

    fn is_handed_over(&self) -> bool {
        self.elements.is_empty() && self.open.is_empty()
    }
}

/// Whether somebody answers for it still: what has ended stays with who answered for it.
fn is_held(element: &Element) -> bool {
    element.is_current() && element.role != Role::External
}

/// Hands everything over to who was chosen.
pub(super) fn hand_over(cx: &mut Cx<'_, '_>) -> Answer {
    let person = person_to_change(cx)?;
    let left = Left::of(cx, &person)?;
    let here = format!("{}/lamna", super::url(person.id));
    if left.is_handed_over() {
        return Ok(Response::see_other(&here));
    }
    if is_searching(cx) {
        let body = leave::body(cx, &person, &left, &[])?;
        return Ok(cx.page(&cx.texts().people_leave_title(&person.name), Nav::Settings, &body));
    }
    let chosen = cx.req.form.parsed::<PersonId>("till");
    let Some(to) = left.people.iter().find(|one| Some(one.person) == chosen) else {
        let words = cx.texts().people_over_choose();
        let body = leave::body(cx, &person, &left, &[("till", words.to_owned())])?;
        return Ok(cx.refused(&cx.texts().people_leave_title(&person.name), Nav::Settings, &body));
    };
    followup::hand_over(cx, &left.open, (person.id, &person.name), to)?;
    let change = bulk::hand_over(cx, &left.elements, to.person)?;
    let change = change.map(|id| format!("&andring={id}")).unwrap_or_default();
    Ok(Response::see_other(&format!("{here}?till={}{change}", to.person)))
}

/// What is left, with the form that hands it over.
pub(super) fn part(
    cx: &Cx<'_, '_>,
    person: &PersonRow,
    left: &Left,
    problem: Option<&str>,
) -> Markup {
    let texts = cx.texts();
    if left.is_empty() {
        return html! { (done(cx)) };
    }
    let people = left.people.iter().map(|one| {
        let place = cx.structure.organisation.name(one.org_unit);
        let id = one.person.to_string();
        let is_chosen = id == cx.req.form.text("till");
        Choice::new(id, format!("{}, {place}", one.name)).chosen(is_chosen)
    });
    let people = Offered::of(cx, "till", people.collect());
    let people = people.after(Choice::new("", texts.people_over_nobody()));
    let list = html! {
        div.stack {
            (done(cx))
            (accounts(cx, left))
            (elements(cx, person, left))
            @if !left.is_handed_over() {
                p.soft { (texts.people_over_text()) }
                form.form method="post" action={(super::url(person.id)) "/lamna/over"} {
                    @if people.is_narrowed() { (on_enter(texts)) }
                    (people.field(texts, texts.people_over_to()).hint(texts.people_over_hint()).problem(problem))
                    (form_end(&button(Button::Primary, texts.people_over_button(), None), None))
                }
            }
        }
    };
    section("ansvar", texts.people_leave_answers(), "", &list)
}

/// That it has been handed over, and how what was done is taken back.
fn done(cx: &Cx<'_, '_>) -> Markup {
    let texts = cx.texts();
    let change: Option<BulkChangeId> = cx.req.query.parsed("andring");
    if !cx.req.query.has("till") {
        return html! {};
    }
    notice(
        Tone::Good,
        texts.people_over_done(),
        &html! {
            @if let Some(id) = change { p { a href=(bulk::receipt_url(id)) { (texts.people_over_receipt()) } } }
        },
    )
}

fn accounts(cx: &Cx<'_, '_>, left: &Left) -> Markup {
    let open = &left.open;
    let texts = cx.texts();
    let line = |one: &OpenAccount, words: String, note: String| {
        html! { li { a href=(people_url(one.id)) { (words) } " " span.fine { (note) } } }
    };
    let unit = |one: &OpenAccount| {
        let unit = cx.structure.organisation.name(one.org_unit);
        format!("{unit}, {}", one.round)
    };
    let day = |day| date_short(texts.language, day);
    html! {
        @if !open.accounts.is_empty() {
            h3 { (texts.people_over_accounts()) }
            ul.owned {
                @for one in open.accounts.iter().take(MOST_LISTED) {
                    (line(one, unit(one), match (&one.instead, &one.also) {
                        (Some(instead), _) => texts.people_over_instead(day(instead.to), &instead.person_name),
                        (None, Some(also)) => texts.people_over_also(also),
                        (None, None) => texts.people_over_due(day(one.due_on)),
                    }))
                }
            }
        }
        @if !open.stands_in.is_empty() {
            h3 { (texts.people_over_stands_in()) }
            ul.owned {
                @for (of, one) in open.stands_in.iter().take(MOST_LISTED) {
                    (line(one, unit(one), texts.people_over_until(day(of.to))))
                }
            }
        }
        @if !open.invitations.is_empty() {
            h3 { (texts.people_over_invitations()) }
            ul.owned {
                @for (of, one) in open.invitations.iter().take(MOST_LISTED) {
                    (line(one, unit(one), texts.people_over_due(day(of.due_on))))
                }
            }
        }
    }
}

fn elements(cx: &Cx<'_, '_>, person: &PersonRow, left: &Left) -> Markup {
    let texts = cx.texts();
    let more = left.elements.len().saturating_sub(MOST_LISTED);
    html! {
        @if !left.elements.is_empty() {
            h3 { (texts.people_over_elements()) }
            ul.owned {
                @for element in left.elements.iter().take(MOST_LISTED) {
                    li { (Link::new(crate::elements::url(element), &element.title)) }
                }
            }
            @if more > 0 { p.fine { (texts.people_leave_more(i64::try_from(more).unwrap_or(0))) } }
            @if crate::app::may_somewhere(cx.visit, domain::access::Action::Plan) {
                p.row { (button_link(Button::SmallSecondary, &bulk::hand_over_url(person.id), texts.people_over_some())) }
            }
        }
    }
}
