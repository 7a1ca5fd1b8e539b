//! Saying which working methods are wanted, and letting go of those that no longer are.

use domain::ids::MethodId;
use domain::methods::{LONGEST_NAME, LONGEST_TEXT, Method, MethodProblem, check};
use maud::{Markup, html};

use super::{URL, may_define, method_url, store};
use crate::cx::Cx;
use crate::frame::Nav;
use crate::i18n::Texts;
use crate::web::error::{Answer, AppError, OrNotFound};
use crate::web::response::Response;
use crate::web::ui::{
    Button, Choice, Field, PageHead, Problem, Tone, button, button_link, error_summary, form_end,
    notice, page_header,
};

#[derive(Default)]
struct Typed {
    id: String,
    version: i64,
    name: String,
    meaning: String,
    is_ended: bool,
}

fn allowed(cx: &Cx<'_, '_>) -> Result<(), AppError> {
    if may_define(cx) { Ok(()) } else { Err(AppError::Forbidden) }
}

/// Shows an empty form.
pub(super) fn new(cx: &mut Cx<'_, '_>) -> Answer {
    allowed(cx)?;
    let typed = Typed { id: cx.new_id::<MethodId>().to_string(), ..Typed::default() };
    let body = body(cx.texts(), URL, &typed, (&[], None));
    Ok(cx.page(cx.texts().methods_new(), Nav::FollowUp, &body))
}

fn find(cx: &mut Cx<'_, '_>) -> Answer<Method> {
    allowed(cx)?;
    let id: MethodId = cx.req.param("id").or_not_found()?;
    store::method(cx.tx, id)?.or_not_found()
}

/// Shows the form of a method.
pub(super) fn edit(cx: &mut Cx<'_, '_>) -> Answer {
    let one = find(cx)?;
    let typed = Typed {
        id: String::new(),
        version: one.version,
        is_ended: one.ended_on.is_some(),
        name: one.name,
        meaning: one.meaning,
    };
    let body = body(cx.texts(), &method_url(one.id), &typed, (&[], None));
    Ok(cx.page(cx.texts().methods_change(), Nav::FollowUp, &body))
}

fn sent(cx: &Cx<'_, '_>) -> Typed {
    let form = &cx.req.form;
    Typed {
        id: form.text("id").to_owned(),
        version: form.parsed("version").unwrap_or(0),
        name: form.text("namn").to_owned(),
        meaning: form.text("betyder").replace("\r\n", "\n"),
        is_ended: form.text("galler") == "nej",
    }
}

fn problems(texts: Texts, typed: &Typed) -> Vec<Problem> {
    let found = check(&typed.name, &typed.meaning).err().unwrap_or_default();
    let explain = |one: &MethodProblem| match one {
        MethodProblem::NoName => Problem::at("namn", texts.web_required()),
        MethodProblem::LongName { written } => {
            Problem::at("namn", texts.web_too_long(LONGEST_NAME, *written))
        }
        MethodProblem::LongText { written } => {
            Problem::at("betyder", texts.web_too_long(LONGEST_TEXT, *written))
        }
    };
    found.iter().map(explain).collect()
}

/// Keeps a new method.
pub(super) fn create(cx: &mut Cx<'_, '_>) -> Answer {
    allowed(cx)?;
    let (texts, typed) = (cx.texts(), sent(cx));
    let problems = problems(texts, &typed);
    if !problems.is_empty() {
        let body = body(texts, URL, &typed, (&problems, None));
        return Ok(cx.refused(texts.methods_new(), Nav::FollowUp, &body));
    }
    let id: MethodId = cx.client_id();
    if store::method(cx.tx, id)?.is_none() {
        let (name, meaning) = (typed.name.trim().to_owned(), typed.meaning.trim().to_owned());
        let one = Method { id, name, meaning, ended_on: None, version: 1 };
        store::keep_method(cx.tx, &one)?;
    }
    Ok(Response::see_other(URL))
}

/// Keeps a changed method.
pub(super) fn change(cx: &mut Cx<'_, '_>) -> Answer {
    let known = find(cx)?;
    let (texts, typed) = (cx.texts(), sent(cx));
    let mut problems = problems(texts, &typed);
    let is_stale = typed.version != known.version;
    if is_stale {
        problems.push(Problem::at("namn", texts.methods_said_meanwhile()));
    }
    if !problems.is_empty() {
        let typed = Typed { version: known.version, ..typed };
        let theirs = Some(&known).filter(|_| is_stale);
        let body = body(texts, &method_url(known.id), &typed, (&problems, theirs));
        let title = texts.methods_change();
        return Ok(if is_stale {
            cx.conflicting(title, Nav::FollowUp, &body)
        } else {
            cx.refused(title, Nav::FollowUp, &body)
        });
    }
    let today = cx.today();
    let one = Method {
        name: typed.name.trim().to_owned(),
        meaning: typed.meaning.trim().to_owned(),
        ended_on: typed.is_ended.then(|| known.ended_on.unwrap_or(today)),
        version: known.version + 1,
        ..known
    };
    store::keep_method(cx.tx, &one)?;
    Ok(Response::see_other(URL))
}

/// The form, with what is wrong and what somebody else kept meanwhile.
fn body(
    texts: Texts,
    action: &str,
    typed: &Typed,
    (problems, theirs): (&[Problem], Option<&Method>),
) -> Markup {
    let wrong = |field: &str| Problem::of(problems, field);
    let is_new = typed.version == 0;
    let title = if is_new { texts.methods_new() } else { texts.methods_change() };
    let head = PageHead {
        title: title.to_owned(),
        lead: texts.methods_define_lead().to_owned(),
        ..PageHead::default()
    };
    let holds = vec![
        Choice::new("ja", texts.methods_holds()).chosen(!typed.is_ended),
        Choice::new("nej", texts.methods_let_go()).chosen(typed.is_ended),
    ];
    let buttons = html! {
        (button(Button::Primary, texts.methods_save(), None))
        (button_link(Button::Secondary, URL, texts.web_cancel()))
    };
    html! {
        div.wrap.page {
            (error_summary(texts.web_problems(), problems))
            (page_header(&head))
            @if let Some(theirs) = theirs {
                (notice(Tone::Partly, texts.actions_stands_now(), &html! {
                    p { b { (theirs.name) } }
                    @if !theirs.meaning.is_empty() { p { (theirs.meaning) } }
                    p { @if theirs.ended_on.is_some() { (texts.methods_let_go()) } @else { (texts.methods_holds()) } }
                }))
            }
            form.form method="post" action=(action) {
                input type="hidden" name="id" value=(typed.id);
                input type="hidden" name="version" value=(typed.version);
                (Field::text("namn", texts.methods_name()).value(&typed.name).required().problem(wrong("namn")))
                (Field::textarea("betyder", texts.methods_meaning()).hint(texts.methods_meaning_hint()).rows(3).value(&typed.meaning).optional(texts.web_optional()).problem(wrong("betyder")))
                @if !is_new { (Field::radios("galler", texts.methods_is_wanted(), holds)) }
                (form_end(&buttons, None))
            }
        }
    }
}
