//! Who takes part in an analysis.

use domain::analysis::MOST_PEOPLE;
use domain::ids::PersonId;
use maud::{Markup, html};

use super::reach::{Found, find, find_to_lead};
use super::store::{self, Participant};
use super::url;
use crate::choosing;
use crate::cx::Cx;
use crate::frame::Nav;
use crate::identity::store::person_row;
use crate::web::error::{Answer, OrNotFound};
use crate::web::response::Response;
use crate::web::ui::{
    Button, PageHead, Problem, Setting, Stop, breadcrumb_thread, button, empty_state,
    error_summary, form_end, page_header, section, settings_list,
};

fn here(found: &Found) -> String {
    format!("{}/medverkande", url(found.analysis.id))
}

/// Shows who takes part.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let found = find(cx)?;
    let body = body(cx, &found, &[])?;
    Ok(cx.page(cx.texts().analysis_people(), Nav::FollowUp, &body))
}

fn body(cx: &mut Cx<'_, '_>, found: &Found, problems: &[Problem]) -> Answer<Markup> {
    let texts = cx.texts();
    let people = store::people_of(cx.tx, found.analysis.id)?;
    let leads = found.leads && found.is_open();
    let offered = if leads {
        let chosen = cx.req.form.text("person");
        Some(choosing::people(cx, "person", chosen, [found.analysis.org_unit])?)
    } else {
        None
    };
    let stops = [
        Stop::to("/analyser", texts.analysis_title()),
        Stop::to(url(found.analysis.id), &found.analysis.subject_words),
        Stop::here(texts.analysis_people()),
    ];
    let lead = if found.is_conversation() {
        texts.analysis_conversation_text()
    } else {
        texts.analysis_people_lead()
    };
    let head = PageHead {
        title: texts.analysis_people().to_owned(),
        lead: lead.to_owned(),
        ..PageHead::default()
    };
    let rows: Vec<Setting> = people.iter().map(|one| row(cx, found, one)).collect();
    Ok(html! {
        div.wrap.page {
            (breadcrumb_thread(texts.web_thread_label(), &stops))
            (page_header(&head))
            (error_summary(texts.analysis_not_kept(), problems))
            div.form {
                @if rows.is_empty() { (empty_state(texts.analysis_nobody_invited(), "", None)) } @else { (settings_list(&rows)) }
                @if let Some(offered) = &offered {
                    (section("bjud-in", texts.analysis_invite(), "", &html! {
                        form method="post" action=(here(found)) {
                            (choosing::on_enter(texts))
                            (offered.field(texts, texts.analysis_person()).problem(Problem::of(problems, "person")))
                            (form_end(&button(Button::Primary, texts.analysis_invite(), None), None))
                        }
                    }))
                }
            }
        }
    })
}

fn row(cx: &Cx<'_, '_>, found: &Found, one: &Participant) -> Setting {
    let texts = cx.texts();
    let end = html! {
        @if found.leads && found.is_open() && one.person != found.analysis.person {
            form method="post" action={(here(found)) "/bort"} {
                input type="hidden" name="person" value=(one.person);
                button.button.secondary.small type="submit" { (texts.analysis_remove_person()) span.sr { " " (one.person_name) } }
            }
        }
    };
    let note = if one.person == found.analysis.person {
        texts.analysis_began_it().to_owned()
    } else {
        texts.analysis_invited_by(&one.invited_by)
    };
    Setting { title: one.person_name.clone(), note, end }
}

/// Invites somebody.
pub(super) fn invite(cx: &mut Cx<'_, '_>) -> Answer {
    let found = find_to_lead(cx)?;
    if !found.is_open() {
        return Err(crate::web::error::AppError::Stale);
    }
    if choosing::is_searching(cx) {
        let body = body(cx, &found, &[])?;
        return Ok(cx.page(cx.texts().analysis_people(), Nav::FollowUp, &body));
    }
    let person: Option<PersonId> = cx.req.form.parsed("person");
    let known = person.map(|id| person_row(cx.tx, id)).transpose()?.flatten();
    let known = known.filter(|row| row.left_on.is_none_or(|day| day > cx.today()));
    let already = store::people_of(cx.tx, found.analysis.id)?;
    let problem = match &known {
        None => Some(cx.texts().web_unknown_choice()),
        Some(_) if already.len() >= MOST_PEOPLE => Some(cx.texts().analysis_people_full()),
        Some(_) => None,
    };
    let (Some(row), None) = (known, problem) else {
        let problems = [Problem::at("person", problem.unwrap_or_default())];
        let body = body(cx, &found, &problems)?;
        return Ok(cx.refused(cx.texts().analysis_people(), Nav::FollowUp, &body));
    };
    if already.iter().all(|one| one.person != row.id) {
        let one = Participant {
            analysis: found.analysis.id,
            person: row.id,
            person_name: row.name,
            invited_by: cx.person()?.name.clone(),
            at: cx.visit.now,
            version: 1,
        };
        store::invite(cx.tx, &found.analysis, &one)?;
    }
    Ok(Response::see_other(&here(&found)))
}

/// Lets somebody take part no longer. Who began it stays.
pub(super) fn remove(cx: &mut Cx<'_, '_>) -> Answer {
    let found = find_to_lead(cx)?;
    let person: PersonId = cx.req.form.parsed("person").or_not_found()?;
    let people = store::people_of(cx.tx, found.analysis.id)?;
    let one = people.iter().find(|one| one.person == person).or_not_found()?;
    (one.person != found.analysis.person).then_some(()).or_not_found()?;
    store::remove_person(cx.tx, &found.analysis, one, cx.visit.now)?;
    Ok(Response::see_other(&here(&found)))
}
