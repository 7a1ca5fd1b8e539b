//! Handing a model file in, or naming the decision of the model in force.

use std::sync::Arc;

use domain::steering::{InForce, Language as ModelLanguage, MAX_BYTES};
use jiff::civil::Date;
use maud::{Markup, html};

use super::may_change;
use super::plan::{Refusal, plan};
use super::preview;
use crate::app::App;
use crate::cx::{Cx, Visit};
use crate::frame::Nav;
use crate::goals::store::all_proposed;
use crate::i18n::{Language, Texts};
use crate::web::error::Answer;
use crate::web::request::Request;
use crate::web::ui::{
    Button, Field, PageHead, Problem, Stop, breadcrumb_thread, button, button_link, error_summary,
    form_end, page_header, section,
};

/// Longest reference to a decision.
const LONGEST: usize = 200;
/// Problems shown of a file; the first ones usually explain the rest.
const MOST_PROBLEMS: usize = 50;

/// What was typed beside the file.
#[derive(Default)]
struct Typed {
    from: String,
    decision: String,
}

/// Shows the form.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    may_change(cx)?;
    let body = body(cx, &Typed::default(), &[], &html! {});
    Ok(cx.page(cx.texts().remodelling_title(), Nav::Settings, &body))
}

/// Checks the file and shows what it would change. Nothing is kept, so that nobody who writes waits
/// for the file to be read.
pub(super) fn look(app: &Arc<App>, request: &Request, visit: &Visit) -> Answer {
    app.read(request, visit, look_here)
}

fn look_here(cx: &mut Cx<'_, '_>) -> Answer {
    may_change(cx)?;
    // What stands in a model's way may be a draft that the visitor may not read.
    cx.structure = cx.app.structures.at_head(cx.tx, true)?;
    let texts = cx.texts();
    let form = &cx.req.form;
    let typed =
        Typed { from: form.text("fran").to_owned(), decision: form.text("beslut").to_owned() };
    let problems = flaws(texts, &typed);
    if !problems.is_empty() {
        return Ok(refused(cx, &typed, &problems, &html! {}));
    }
    let in_force = cx.structure.model.to_yaml();
    let bytes = form.file("fil").map_or(in_force.as_bytes(), |file| &file.bytes);
    let wanted = InForce {
        municipality: cx.municipality(),
        valid_from: day(&typed.from),
        decision: Some(typed.decision.as_str()).filter(|text| !text.is_empty()),
        today: cx.today(),
    };
    let proposed = all_proposed(cx.tx)?;
    match plan(&cx.structure, &proposed, bytes, &wanted) {
        Ok(plan) => preview::show(cx, &plan),
        Err(refusal) => Ok(unplanned(cx, &typed, &refusal)),
    }
}

/// A day between years that a person means.
fn day(text: &str) -> Option<Date> {
    text.parse().ok().filter(|day: &Date| (1900..=2200).contains(&day.year()))
}

fn flaws(texts: Texts, typed: &Typed) -> Vec<Problem> {
    let mut problems = Vec::new();
    if !typed.from.is_empty() && day(&typed.from).is_none() {
        problems.push(Problem::at("fran", texts.web_bad_date()));
    }
    let written = typed.decision.chars().count();
    if written > LONGEST {
        problems.push(Problem::at("beslut", texts.web_too_long(LONGEST, written)));
    }
    problems
}

fn unplanned(cx: &Cx<'_, '_>, typed: &Typed, refusal: &Refusal) -> crate::web::response::Response {
    let texts = cx.texts();
    let too_large = cx.req.form.file("fil").is_some_and(|file| file.bytes.len() > MAX_BYTES);
    match refusal {
        Refusal::Same if cx.req.form.file("fil").is_none() => {
            refused(cx, typed, &[Problem::at("fil", texts.remodelling_no_file())], &html! {})
        }
        Refusal::Same => {
            refused(cx, typed, &[Problem::at("fil", texts.remodelling_same())], &html! {})
        }
        Refusal::EndsBeforeStart => refused(
            cx,
            typed,
            &[Problem::at("fran", texts.remodelling_ends_before_start())],
            &html! {},
        ),
        Refusal::Problems(_) if too_large => {
            refused(cx, typed, &[Problem::at("fil", texts.remodelling_too_large())], &html! {})
        }
        Refusal::Problems(problems) => {
            let count = i64::try_from(problems.len()).unwrap_or(i64::MAX);
            let summary = [Problem::at("modellfel", texts.remodelling_faulty(count))];
            let list =
                section("modellfel", texts.remodelling_faults(), "", &faults(texts, problems));
            refused(cx, typed, &summary, &list)
        }
    }
}

/// What is wrong with the file: place, fault and remedy.
fn faults(texts: Texts, problems: &[domain::steering::Problem]) -> Markup {
    let language = match texts.language {
        Language::Swedish => ModelLanguage::Swedish,
        Language::English => ModelLanguage::English,
    };
    html! {
        ol.open-decisions {
            @for problem in problems.iter().take(MOST_PROBLEMS) {
                @let words = problem.explain(language);
                li {
                    b { (words.what) }
                    p { (words.mend) }
                    p.fine {
                        @if let Some(line) = problem.line { (texts.remodelling_line(line)) " " }
                        @if !problem.path.is_empty() { code { (problem.path) } }
                    }
                }
            }
        }
        @if problems.len() > MOST_PROBLEMS {
            p.soft { (texts.remodelling_more(i64::try_from(problems.len() - MOST_PROBLEMS).unwrap_or(i64::MAX))) }
        }
    }
}

fn refused(
    cx: &Cx<'_, '_>,
    typed: &Typed,
    problems: &[Problem],
    below: &Markup,
) -> crate::web::response::Response {
    let body = body(cx, typed, problems, below);
    cx.refused(cx.texts().remodelling_title(), Nav::Settings, &body)
}

fn body(cx: &Cx<'_, '_>, typed: &Typed, problems: &[Problem], below: &Markup) -> Markup {
    let texts = cx.texts();
    let at = |field: &str| {
        problems.iter().find(|problem| problem.field == field).map(|problem| problem.words.as_str())
    };
    let head = PageHead {
        title: texts.remodelling_title().to_owned(),
        lead: texts.remodelling_lead().to_owned(),
        ..PageHead::default()
    };
    let stops =
        [Stop::to("/modell", texts.steering_title()), Stop::here(texts.remodelling_title())];
    let submit = html! {
        (button(Button::Primary, texts.remodelling_look(), None))
        (button_link(Button::Secondary, "/modell/fil.yaml", texts.steering_download()))
    };
    html! {
        div.wrap.page {
            (error_summary(texts.web_problems(), problems))
            (breadcrumb_thread(texts.web_thread_label(), &stops))
            (page_header(&head))
            (below)
            form.form method="post" action="/modell/byt" enctype="multipart/form-data" {
                (Field::file("fil", texts.remodelling_file(), ".yaml,.yml,application/yaml,text/yaml,text/plain")
                    .hint(texts.remodelling_file_hint()).problem(at("fil")))
                (Field::date("fran", texts.remodelling_from()).hint(texts.remodelling_from_hint())
                    .value(&typed.from).optional(texts.web_optional()).problem(at("fran")))
                (Field::text("beslut", texts.remodelling_decision()).hint(texts.remodelling_decision_hint())
                    .value(&typed.decision).optional(texts.web_optional()).problem(at("beslut")))
                (form_end(&submit, None))
            }
        }
    }
}
