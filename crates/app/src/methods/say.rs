//! Saying how far an org unit has come with each method, and what it has said before.

use domain::access::Action;
use domain::ids::{MethodId, OrgUnitId};
use domain::methods::{LONGEST_TEXT, Method, Said, check};
use maud::{Markup, html};

use super::levels::{Level, levels, shown};
use super::{URL, store, unit_url, works};
use crate::cx::Cx;
use crate::frame::Nav;
use crate::i18n::date;
use crate::web::error::{Answer, AppError, OrNotFound};
use crate::web::response::Response;
use crate::web::ui::{
    Button, Choice, Field, PageHead, Problem, Stop, breadcrumb_thread, button, details_section,
    empty_state, error_summary, form_end, page_header, section,
};

/// Whether the visitor says how far the org unit has come: those who report for it or plan there.
fn may_say(cx: &Cx<'_, '_>, org_unit: OrgUnitId) -> bool {
    cx.can(Action::Report, org_unit) || cx.can(Action::Plan, org_unit)
}

fn unit(cx: &Cx<'_, '_>) -> Answer<OrgUnitId> {
    let id: OrgUnitId = cx.req.param("id").or_not_found()?;
    let unit = cx.structure.organisation.get(id).or_not_found()?;
    (works(unit.kind) && !cx.is_provider_elsewhere(id)).then_some(()).or_not_found()?;
    Ok(id)
}

/// What was typed of one method.
struct Typed {
    method: MethodId,
    level: String,
    said: String,
}

/// Shows what the org unit has said.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let id = unit(cx)?;
    let body = body(cx, id, None, &[])?;
    Ok(cx.page(cx.texts().methods_how_far(), Nav::FollowUp, &body))
}

/// Keeps what is said of one method beside what was said before.
pub(super) fn keep(cx: &mut Cx<'_, '_>) -> Answer {
    let id = unit(cx)?;
    if !may_say(cx, id) {
        return Err(AppError::Forbidden);
    }
    let form = &cx.req.form;
    let method: MethodId = form.parsed("arbetssatt").or_not_found()?;
    let typed = Typed {
        method,
        level: form.text("niva").to_owned(),
        said: form.text("sagt").replace("\r\n", "\n"),
    };
    let seen: Option<i64> = form.parsed("plats");
    let known =
        store::method(cx.tx, method)?.filter(|one| one.ended_on.is_none()).or_not_found()?;
    let texts = cx.texts();
    let mut problems = Vec::new();
    let levels = levels(cx.language(), &cx.structure.model);
    if levels.iter().all(|level| level.id != typed.level) {
        problems.push(Problem::at(field("niva", method), texts.methods_choose_level()));
    }
    if check(&known.name, &typed.said).is_err() {
        let written = typed.said.trim().chars().count();
        let words = texts.web_too_long(LONGEST_TEXT, written);
        problems.push(Problem::at(field("sagt", method), words));
    }
    if !problems.is_empty() {
        let body = body(cx, id, Some(&typed), &problems)?;
        return Ok(cx.refused(texts.methods_how_far(), Nav::FollowUp, &body));
    }
    let said = store::said_by(cx.tx, id)?;
    let latest = said.iter().find(|one| one.method == method);
    let place = latest.map_or(0, |one| one.place);
    if seen != Some(place) {
        // The same form sent twice says it once.
        if latest.is_some_and(|one| one.level == typed.level && one.said == typed.said.trim()) {
            return Ok(Response::see_other(&unit_url(id)));
        }
        let problem = Problem::at(field("niva", method), texts.methods_said_meanwhile());
        let body = body(cx, id, Some(&typed), &[problem])?;
        return Ok(cx.conflicting(texts.methods_how_far(), Nav::FollowUp, &body));
    }
    let one = Said {
        method,
        org_unit: id,
        place: place + 1,
        level: typed.level,
        said: typed.said.trim().to_owned(),
        person_name: cx.person()?.name.clone(),
        at: cx.visit.now,
    };
    store::insert_said(cx.tx, &one)?;
    Ok(Response::see_other(&unit_url(id)))
}

/// The id of a method's field: there is one of each for every method of the page.
fn field(name: &str, method: MethodId) -> String {
    format!("{name}-{method}")
}

fn body(
    cx: &mut Cx<'_, '_>,
    id: OrgUnitId,
    typed: Option<&Typed>,
    problems: &[Problem],
) -> Result<Markup, AppError> {
    let methods = store::methods(cx.tx)?;
    let said = store::said_by(cx.tx, id)?;
    let texts = cx.texts();
    let levels = levels(cx.language(), &cx.structure.model);
    let name = cx.structure.organisation.name(id).to_owned();
    let stops = [Stop::to(URL, texts.methods_title()), Stop::here(&name)];
    let head = PageHead {
        eyebrow: name.clone(),
        title: texts.methods_how_far().to_owned(),
        lead: texts.methods_how_far_lead().to_owned(),
        end: None,
    };
    let may = may_say(cx, id);
    let wanted: Vec<&Method> = methods.iter().filter(|one| one.ended_on.is_none()).collect();
    let part = |method: &Method| {
        let of: Vec<&Said> = said.iter().filter(|one| one.method == method.id).collect();
        let typed = typed.filter(|typed| typed.method == method.id);
        one_method(cx, (id, method), (&of, &levels), (typed, problems), may)
    };
    Ok(html! {
        div.wrap.page {
            (error_summary(texts.web_problems(), problems))
            (breadcrumb_thread(texts.web_thread_label(), &stops))
            (page_header(&head))
            @if wanted.is_empty() { (empty_state(texts.methods_none(), texts.methods_none_text(), None)) }
            @for method in wanted { (part(method)) }
        }
    })
}

/// A method with what holds, the form to say it anew, and what was said before.
fn one_method(
    cx: &Cx<'_, '_>,
    (id, method): (OrgUnitId, &Method),
    (said, levels): (&[&Said], &[Level]),
    (typed, problems): (Option<&Typed>, &[Problem]),
    may: bool,
) -> Markup {
    let texts = cx.texts();
    let day = |at: i64| date(texts.language, cx.app.clock.local(at).date());
    let told = |one: &Said| {
        html! {
            (shown(levels, &one.level))
            @if !one.said.is_empty() { p { (one.said) } }
            p.fine { (one.person_name) ", " (day(one.at)) }
        }
    };
    let (place, level) = said.first().map_or((0, ""), |one| (one.place, one.level.as_str()));
    let level = typed.map_or(level, |typed| typed.level.as_str());
    let choices = levels
        .iter()
        .map(|one| Choice::new(one.id.as_str(), one.word.as_str()).chosen(one.id == level))
        .collect();
    let (of_level, of_said) = (field("niva", method.id), field("sagt", method.id));
    let wrong = |field: &str| Problem::of(problems, field);
    let form = html! {
        form.form method="post" action=(unit_url(id)) {
            input type="hidden" name="arbetssatt" value=(method.id);
            input type="hidden" name="plats" value=(place);
            (Field::select("niva", texts.methods_how_far_now(), choices).id(of_level.as_str()).problem(wrong(&of_level)))
            (Field::textarea("sagt", texts.methods_rests_on()).id(of_said.as_str()).hint(texts.methods_rests_on_hint()).rows(2).value(typed.map_or("", |typed| typed.said.as_str())).optional(texts.web_optional()).problem(wrong(&of_said)))
            (form_end(&button(Button::SmallSecondary, texts.methods_save(), None), None))
        }
    };
    let body = html! {
        p.soft { (method.meaning) }
        @match said.first() {
            Some(one) => (told(one)),
            None => p { (texts.methods_nothing_said()) },
        }
        @if may { (details_section(None, texts.methods_say(), "", typed.is_some(), &form)) }
        @if said.len() > 1 {
            (details_section(None, texts.methods_before(), "", false, &html! {
                ul.plain-list.stack { @for one in said.iter().skip(1) { li { (told(one)) } } }
            }))
        }
    };
    section(&format!("metod-{}", method.id), &method.name, "", &body)
}
