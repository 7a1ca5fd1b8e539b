//! The page of a person: roles now and before, a form to give one, and the invitation.

use domain::access::{AccessRole, Action};
use domain::ids::{GrantId, OrgUnitId, PersonId};
use jiff::civil::Date;
use maud::{Markup, html};

use super::reach::Reach;
use super::store::{Held, roles_of};
use crate::choosing::{on_enter, org_units};
use crate::cx::Cx;
use crate::frame::Nav;
use crate::i18n::{Texts, date};
use crate::identity::role_word;
use crate::identity::store::{PersonRow, person_row};
use crate::web::error::{Answer, OrNotFound};
use crate::web::ui::{
    Button, Choice, Column, Fact, Field, PageHead, Problem, Row, Stop, Table, Tone,
    breadcrumb_thread, button, button_link, empty_state, error_summary, facts, form_end, notice,
    page_header, section,
};

/// What was typed in the form that gives a role.
pub(super) struct Typed {
    pub(super) id: String,
    pub(super) role: String,
    pub(super) org_unit: String,
    pub(super) from: String,
}

/// A field and what is wrong with it.
pub(super) type Wrong = (&'static str, String);

/// Shows the page.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let id: PersonId = cx.req.param("id").or_not_found()?;
    let person = person_row(cx.tx, id)?.or_not_found()?;
    Reach::check(cx, id)?;
    let held = roles_of(cx.tx, id)?;
    let typed = Typed {
        id: cx.new_id::<GrantId>().to_string(),
        role: String::new(),
        org_unit: String::new(),
        from: cx.today().to_string(),
    };
    Ok(cx.page(&person.name, Nav::Settings, &body(cx, &person, &held, &typed, &[])))
}

/// Whether the visitor may act for the person: invite them, change their address or end their
/// account. Only who may give roles everywhere the person has one, since whoever holds the code or
/// the address becomes the person. One without a role may be given one anywhere, so that only who
/// gives roles in the whole municipality may act for them.
pub(super) fn may_administer(cx: &Cx<'_, '_>, held: &[Held]) -> bool {
    let today = cx.today();
    let may = |org_unit: OrgUnitId| cx.can(Action::ManagePeople, org_unit);
    let mut going_on = held.iter().filter(|one| one.goes_on(today)).peekable();
    if going_on.peek().is_some() {
        return going_on.all(|one| may(one.grant.org_unit));
    }
    cx.can_everywhere(Action::ManagePeople)
}

/// The page's body, with the form as typed.
pub(super) fn body(
    cx: &Cx<'_, '_>,
    person: &PersonRow,
    held: &[Held],
    typed: &Typed,
    wrong: &[Wrong],
) -> Markup {
    let texts = cx.texts();
    let title = PageHead {
        eyebrow: texts.people_person().to_owned(),
        title: person.name.clone(),
        lead: person.title.clone(),
        end: None,
    };
    let summary: Vec<Problem> = wrong.iter().map(|(at, words)| Problem::at(*at, words)).collect();
    let stops = [
        Stop::to("/installningar", texts.web_nav_settings()),
        Stop::to("/personer", texts.people_title()),
        Stop::here(&person.name),
    ];
    let may = may_administer(cx, held);
    let (now, past): (Vec<&Held>, Vec<&Held>) =
        held.iter().partition(|one| one.goes_on(cx.today()));
    html! {
        div.wrap.page {
            (error_summary(texts.web_problems(), &summary))
            (breadcrumb_thread(texts.web_thread_label(), &stops))
            (page_header(&title))
            @if let Some(day) = person.left_on {
                (notice(Tone::Neutral, &texts.people_has_left(date(texts.language, day)), &html! { p { (texts.people_has_left_text()) } }))
            }
            @if may && cx.req.query.has("ny-kod") {
                (notice(Tone::Partly, texts.people_new_code(), &html! { p { (texts.people_new_code_text()) } }))
            }
            div.with-side {
                div {
                    (section("roller", texts.people_roles_now(), "", &roles_now(cx, person, &now)))
                    @if person.left_on.is_none() {
                        (section("ge-roll", texts.people_give(), "", &give_form(cx, person, typed, wrong)))
                    }
                    @if !past.is_empty() { (section("tidigare", texts.people_roles_past(), "", &roles_past(cx, &past))) }
                }
                aside.side {
                    section.section {
                        h2 { (texts.people_contact()) }
                        (facts(&[Fact::new(texts.identity_email(), &person.email)]))
                        @if may { p.row { (button_link(Button::SmallSecondary, &format!("{}/andra", super::url(person.id)), texts.people_change())) } }
                    }
                    @if person.left_on.is_none() {
                        section.section { h2 { (texts.people_invite()) } (invitation(texts, person, may)) }
                    }
                    @if may { section.section { h2 { (texts.people_register()) } (leaving(cx, person)) } }
                }
            }
        }
    }
}

fn roles_now(cx: &Cx<'_, '_>, person: &PersonRow, held: &[&Held]) -> Markup {
    let texts = cx.texts();
    if held.is_empty() && person.left_on.is_some() {
        return html! { p.soft { (texts.people_no_role()) } };
    }
    if held.is_empty() {
        return empty_state(texts.people_no_role(), texts.people_no_role_text(), None);
    }
    html! {
        ul.settings-list {
            @for one in held {
                li {
                    div {
                        b { (texts.people_role_at(cx.structure.organisation.name(one.grant.org_unit), role_word(texts, one.grant.role))) }
                        p.soft { (time(texts, one.from, one.to)) }
                    }
                    @if cx.can(Action::ManagePeople, one.grant.org_unit) {
                        form method="post" action={(super::url(person.id)) "/roller/avsluta"} {
                            input type="hidden" name="roll" value=(one.grant.id);
                            (button(Button::SmallSecondary, texts.people_end(), None))
                        }
                    }
                }
            }
        }
    }
}

fn time(texts: Texts, from: Date, to: Option<Date>) -> String {
    let from = date(texts.language, from);
    match to {
        Some(to) => texts.people_from_to(from, date(texts.language, to)),
        None => texts.people_from(from),
    }
}

fn roles_past(cx: &Cx<'_, '_>, held: &[&Held]) -> Markup {
    let texts = cx.texts();
    let rows = held
        .iter()
        .map(|one| {
            let to = one.to.map(|day| date(texts.language, day)).unwrap_or_default();
            let place = cx.structure.organisation.name(one.grant.org_unit).to_owned();
            Row::words(&[
                role_word(texts, one.grant.role).to_owned(),
                place,
                date(texts.language, one.from),
                to,
            ])
        })
        .collect();
    let columns = [
        texts.people_role(),
        texts.people_org_unit(),
        texts.people_first_day(),
        texts.people_last_day(),
    ];
    html! { (Table::new("tidigare-roller", texts.people_roles_past(), columns.map(Column::text).to_vec(), rows).hide_caption()) }
}

fn give_form(cx: &Cx<'_, '_>, person: &PersonRow, typed: &Typed, wrong: &[Wrong]) -> Markup {
    let texts = cx.texts();
    let problem =
        |name: &str| wrong.iter().find(|(at, _)| *at == name).map(|(_, words)| words.as_str());
    let roles = AccessRole::ALL
        .iter()
        .rev()
        .map(|role| {
            Choice::new(role.code(), role_word(texts, *role))
                .note(texts.people_role_line(role.code()))
                .chosen(role.code() == typed.role)
        })
        .collect();
    // Nothing is chosen beforehand: the first in the list is the whole municipality.
    let units = org_units(cx, "enhet", Action::ManagePeople, &typed.org_unit);
    let units = units.after(Choice::new("", texts.people_choose_place()));
    html! {
        form.form method="post" action={(super::url(person.id)) "/roller"} {
            @if units.is_narrowed() { (on_enter(texts)) }
            input type="hidden" name="id" value=(typed.id);
            (Field::radios("roll", texts.people_role(), roles).problem(problem("roll")))
            (units.field(texts, texts.people_where()).hint(texts.people_where_hint()).problem(problem("enhet")))
            (Field::date("fran", texts.people_first_day()).value(&typed.from).problem(problem("fran")))
            (form_end(&button(Button::Primary, texts.people_give_button(), None), None))
        }
    }
}

fn invitation(texts: Texts, person: &PersonRow, may: bool) -> Markup {
    html! {
        @if may {
            p.soft { (texts.people_invite_text()) }
            form method="post" action={(super::url(person.id)) "/kod"} {
                p.row { (button(Button::Secondary, texts.people_invite_button(), None)) }
            }
        } @else {
            p.soft { (texts.people_invite_refused()) }
        }
    }
}

/// The way out of the register, and back.
fn leaving(cx: &Cx<'_, '_>, person: &PersonRow) -> Markup {
    let texts = cx.texts();
    let own = super::url(person.id);
    let hand_over = crate::bulk::hand_over_url(person.id);
    html! {
        @if crate::app::may_somewhere(cx.visit, Action::Plan) {
            p.row { (button_link(Button::SmallSecondary, &hand_over, texts.bulk_hand_over())) }
        }
        @if person.left_on.is_none() {
            p.row { (button_link(Button::SmallSecondary, &format!("{own}/lamna"), texts.people_leave())) }
        } @else {
            form method="post" action={(own) "/tillbaka"} {
                p.row { (button(Button::SmallSecondary, texts.people_come_back(), None)) }
            }
        }
    }
}
