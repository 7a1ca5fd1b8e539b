//! Mending how a decision was written in: its day, paragraph or register number, with a reason. Who
//! decided and what was decided stay as they are.

use domain::elements::Element;
use maud::html;

use super::adopt::one;
use super::deciding::{check_minutes, keeps_minutes};
use super::decision_fields::long_ago_box;
use super::decision_form::Typed;
use crate::cx::Cx;
use crate::decisions::{self, Decision, decision_words};
use crate::elements;
use crate::form_page::FormPage;
use crate::frame::Nav;
use crate::measures::check_reason;
use crate::web::error::{Answer, OrNotFound};
use crate::web::response::Response;
use crate::web::ui::{Field, PageHead, Problem};

/// The form with what was typed and what is wrong with it.
struct Form<'a> {
    element: &'a Element,
    decision: &'a Decision,
    typed: Typed,
    reason: String,
    version: i64,
    problems: Vec<(&'static str, String)>,
}

impl Form<'_> {
    fn body(&self, cx: &Cx<'_, '_>) -> maud::Markup {
        let texts = cx.texts();
        let wrong = |field: &str| {
            self.problems.iter().find(|(at, _)| *at == field).map(|(_, words)| words.as_str())
        };
        let summary: Vec<Problem> =
            self.problems.iter().map(|(at, words)| Problem::at(*at, words)).collect();
        let body = cx.structure.organisation.name(self.decision.body);
        let head = PageHead {
            eyebrow: decision_words(texts, body, self.decision),
            title: texts.goals_mend_title(&self.element.title),
            lead: texts.goals_mend_lead().to_owned(),
            end: None,
        };
        let (action, back) =
            (format!("/mal/{}/beslut/ratta", self.element.id), elements::url(self.element));
        let save = texts.goals_mend_button();
        let page = FormPage { head, problems: &summary, action: &action, save, cancel: &back };
        let asks = self.typed.is_long_ago || wrong("dag") == Some(texts.goals_problem_long_ago());
        let fields = html! {
            input type="hidden" name="version" value=(self.version);
            (Field::date("dag", texts.goals_adopt_day()).value(&self.typed.day).problem(wrong("dag")))
            @if asks { (long_ago_box(texts, self.typed.is_long_ago)) }
            (Field::text("paragraf", texts.goals_adopt_paragraph()).hint(texts.goals_adopt_paragraph_hint()).value(&self.typed.paragraph).problem(wrong("paragraf")))
            (Field::text("dnr", texts.goals_adopt_reference()).hint(texts.goals_adopt_reference_hint()).value(&self.typed.reference).optional(texts.web_optional()).problem(wrong("dnr")))
            (Field::textarea("skal", texts.goals_mend_why()).rows(2).value(&self.reason).problem(wrong("skal")))
        };
        page.body(texts, &html! {}, &fields)
    }
}

fn find(cx: &mut Cx<'_, '_>, element: &Element) -> Answer<Decision> {
    let id = element.decision.or_not_found()?;
    decisions::store::decision(cx.tx, id)?.or_not_found()
}

/// The form, filled with what is kept.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let structure = cx.structure.clone();
    let element = one(cx, &structure)?;
    let decision = find(cx, element)?;
    let typed = Typed {
        day: decision.decided_on.to_string(),
        paragraph: decision.paragraph.clone(),
        reference: decision.reference.clone(),
        ..Typed::default()
    };
    let version = decision.version;
    let (reason, problems) = (String::new(), Vec::new());
    let form = Form { element, decision: &decision, typed, reason, version, problems };
    Ok(cx.page(cx.texts().goals_mend(), Nav::Plan, &form.body(cx)))
}

/// Keeps the decision as it should have been written in.
pub(super) fn mend(cx: &mut Cx<'_, '_>) -> Answer {
    let structure = cx.structure.clone();
    let element = one(cx, &structure)?;
    let decision = find(cx, element)?;
    let back = Response::see_other(&elements::url(element));
    let (texts, today) = (cx.texts(), cx.today());
    let typed = Typed::sent(decision.id, &cx.req.form);
    let reason = cx.req.form.text("skal").trim().to_owned();
    let body = structure.organisation.get(decision.body);
    let minutes = body.is_some_and(|body| keeps_minutes(body.kind));
    let (day, mut problems) = check_minutes(texts, &typed, minutes, (element.starts_on, today));
    let mended = Decision {
        decided_on: day.unwrap_or(decision.decided_on),
        paragraph: typed.paragraph.clone(),
        reference: typed.reference.clone(),
        version: decision.version + 1,
        ..decision.clone()
    };
    // The same sent twice mends it once.
    if problems.is_empty() && (Decision { version: decision.version, ..mended.clone() }) == decision
    {
        return Ok(back);
    }
    if let Err(words) = check_reason(texts, &reason, true) {
        problems.push(("skal", words));
    }
    let is_stale = cx.req.form.parsed("version") != Some(decision.version);
    if is_stale {
        // How it stands now is over the form; sent once more it is written over.
        problems.push(("", texts.goals_mend_meanwhile().to_owned()));
    }
    if !problems.is_empty() {
        let version = decision.version;
        let version = cx.req.form.parsed("version").filter(|_| !is_stale).unwrap_or(version);
        let form = Form { element, decision: &decision, typed, reason, version, problems };
        let (title, body) = (texts.goals_mend(), form.body(cx));
        return Ok(if is_stale {
            cx.conflicting(title, Nav::Plan, &body)
        } else {
            cx.refused(title, Nav::Plan, &body)
        });
    }
    decisions::store::mend_decision(cx.tx, &decision, &mended, &reason)?;
    Ok(back)
}
