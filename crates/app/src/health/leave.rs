//! Letting a fault be for a time, with a reason, and taking it up again.

use std::sync::Arc;

use domain::health::{Fault, Rule, Subject};
use jiff::ToSpan;
use jiff::civil::Date;
use maud::{Markup, html};

use super::found::everything;
use super::store::{self, LetBe};
use super::{fix, words};
use crate::app::App;
use crate::cx::{Cx, Visit};
use crate::form_page::FormPage;
use crate::frame::Nav;
use crate::web::error::{Answer, AppError, OrNotFound};
use crate::web::fields::Fields;
use crate::web::request::Request;
use crate::web::response::Response;
use crate::web::ui::{Field, PageHead, Problem};

/// The longest reason, in letters.
const LONGEST: usize = 600;

#[derive(Default)]
struct Typed {
    reason: String,
    until: String,
    /// What stood there when the form was shown.
    version: i64,
}

/// Which fault the address or form is about: one that is found now and that the visitor may mend.
fn asked(cx: &mut Cx<'_, '_>, fields: &Fields) -> Result<Fault, AppError> {
    let rule = Rule::from_code(fields.text("regel")).or_not_found()?;
    let subject: Subject = fields.parsed("vad").or_not_found()?;
    let known = everything(cx)?;
    let is_it = |fault: &Fault| fault.rule == rule && fault.subject == subject;
    let let_be = known.let_be.into_iter().map(|(fault, _)| fault);
    let fault = known.faults.into_iter().chain(let_be).find(is_it).or_not_found()?;
    if fix::may_mend(cx, &fault) { Ok(fault) } else { Err(AppError::Forbidden) }
}

/// Shows the form.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let fault = asked(cx, &cx.req.query)?;
    let known = let_be(cx, &fault)?;
    let typed = Typed { version: known.map_or(0, |one| one.version), ..Typed::default() };
    let body = form(cx, &fault, &typed, &[]);
    Ok(cx.page(cx.texts().health_leave_title(), Nav::Thread, &body))
}

/// How the fault is let be now, if it is.
fn let_be(cx: &mut Cx<'_, '_>, fault: &Fault) -> Result<Option<LetBe>, AppError> {
    let is_it = |one: &LetBe| one.rule == fault.rule && one.subject == fault.subject;
    Ok(store::let_be(cx.tx)?.into_iter().find(is_it))
}

/// The fault of the form; found before anything is written, because it takes a look at everything.
fn found(app: &Arc<App>, request: &Request, visit: &Visit) -> Answer<Fault> {
    app.read(request, visit, |cx| asked(cx, &request.form))
}

/// Lets the fault be.
pub(super) fn leave(app: &Arc<App>, request: &Request, visit: &Visit) -> Answer {
    let fault = found(app, request, visit)?;
    app.write(request, visit, move |cx| {
        let sent = &cx.req.form;
        let mut typed = Typed {
            reason: sent.text("skal").trim().to_owned(),
            until: sent.text("till").to_owned(),
            version: sent.parsed("version").unwrap_or(0),
        };
        let title = cx.texts().health_leave_title();
        let until = match read(cx, &typed) {
            Ok(until) => until,
            Err(problems) => {
                let body = form(cx, &fault, &typed, &problems);
                return Ok(cx.refused(title, Nav::Thread, &body));
            }
        };
        let known = let_be(cx, &fault)?;
        if let Some(other) = known.as_ref().filter(|one| one.version != typed.version) {
            let texts = cx.texts();
            let until = crate::i18n::date(texts.language, other.until);
            let words = texts.health_left_meanwhile(&other.reason, until);
            typed.version = other.version;
            let body = form(cx, &fault, &typed, &[Problem::at("skal", words)]);
            return Ok(cx.conflicting(title, Nav::Thread, &body));
        }
        let (rule, subject, reason) = (fault.rule, fault.subject.clone(), typed.reason);
        let one = LetBe { rule, subject, reason, until, version: typed.version };
        store::leave(cx.tx, &one, cx.person_id()?, cx.visit.now)?;
        Ok(Response::see_other(&super::url(rule)))
    })
}

/// Takes the fault up again.
pub(super) fn take_up(app: &Arc<App>, request: &Request, visit: &Visit) -> Answer {
    let fault = found(app, request, visit)?;
    app.write(request, visit, move |cx| {
        store::take_up(cx.tx, fault.rule, &fault.subject)?;
        Ok(Response::see_other(&super::url(fault.rule)))
    })
}

fn read(cx: &Cx<'_, '_>, typed: &Typed) -> Result<Date, Vec<Problem>> {
    let texts = cx.texts();
    let mut problems = Vec::new();
    let written = typed.reason.chars().count();
    if written == 0 {
        problems.push(Problem::at("skal", texts.web_required()));
    } else if written > LONGEST {
        problems.push(Problem::at("skal", texts.web_too_long(LONGEST, written)));
    }
    let today = cx.today();
    let latest = today.checked_add(2.years()).unwrap_or(today);
    match typed.until.parse::<Date>() {
        Err(_) => problems.push(Problem::at("till", texts.web_bad_date())),
        Ok(day) if day < today || day > latest => {
            problems.push(Problem::at("till", texts.health_until_past()));
        }
        Ok(day) if problems.is_empty() => return Ok(day),
        Ok(_) => {}
    }
    Err(problems)
}

fn form(cx: &Cx<'_, '_>, fault: &Fault, typed: &Typed, problems: &[Problem]) -> Markup {
    let texts = cx.texts();
    let structure = &cx.structure;
    let about = fault.subject.element().and_then(|id| structure.element(id));
    let fault_name = words::name(texts, fault.rule);
    let head = PageHead {
        eyebrow: about.map_or_else(
            || fault_name.to_owned(),
            |element| format!("{fault_name}: {}", element.title),
        ),
        title: texts.health_leave_title().to_owned(),
        lead: texts.health_leave_lead().to_owned(),
        end: None,
    };
    let wrong = |name: &str| Problem::of(problems, name);
    let page = FormPage {
        head,
        problems,
        action: "/trad/halsa/lat-vara",
        save: texts.health_leave(),
        cancel: &super::url(fault.rule),
    };
    let fields = html! {
                input type="hidden" name="regel" value=(fault.rule.code());
                input type="hidden" name="vad" value=(fault.subject);
                input type="hidden" name="version" value=(typed.version);
                (Field::textarea("skal", texts.health_reason()).value(&typed.reason).rows(4).problem(wrong("skal")))
                (Field::date("till", texts.health_until()).value(&typed.until).problem(wrong("till")))
    };
    page.body(texts, &html! {}, &fields)
}
