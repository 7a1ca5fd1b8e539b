//! Adding a question, which begins with who reads the answer, and changing one.

use domain::followup::{MOST_QUESTIONS, Question, ReportTemplate};
use domain::ids::QuestionId;
use maud::{Markup, html};

use super::editor::asked;
use super::form::Typed;
use super::store::{self, KeptQuestion, KeptTemplate};
use super::words::answer_word;
use super::{LIST, question_url, url};
use crate::cx::Cx;
use crate::frame::Nav;
use crate::i18n::Texts;
use crate::web::error::{Answer, AppError, OrNotFound};
use crate::web::response::Response;
use crate::web::ui::{
    Button, PageHead, Problem, Stop, Tone, breadcrumb_thread, button, button_link, error_summary,
    form_end, notice, page_header,
};

/// Where a form is sent, and what is sent beside what is typed.
struct Form<'f> {
    kept: &'f KeptTemplate,
    title: String,
    address: String,
    hidden: Vec<(&'static str, String)>,
    button: String,
}

impl Form<'_> {
    fn body(&self, cx: &Cx<'_, '_>, typed: &Typed, problems: &[Problem], first: &Markup) -> Markup {
        let texts = cx.texts();
        let back = url(self.kept.template.id);
        let stops = [
            Stop::to(LIST, texts.templates_title()),
            Stop::to(&back, &self.kept.template.title),
            Stop::here(&self.title),
        ];
        let head = PageHead {
            eyebrow: self.kept.template.title.clone(),
            title: self.title.clone(),
            ..PageHead::default()
        };
        let buttons = html! {
            (button(Button::Primary, &self.button, None))
            (button_link(Button::Secondary, &back, texts.web_cancel()))
        };
        html! {
            div.wrap.page {
                (breadcrumb_thread(texts.web_thread_label(), &stops))
                (error_summary(texts.web_problems(), problems))
                (page_header(&head))
                (first)
                form.form method="post" action=(self.address) {
                    @for (name, value) in &self.hidden { input type="hidden" name=(name) value=(value); }
                    (typed.fields(cx, problems))
                    (form_end(&buttons, None))
                }
            }
        }
    }
}

fn new_form<'f>(cx: &Cx<'_, '_>, kept: &'f KeptTemplate, id: QuestionId) -> Form<'f> {
    let texts = cx.texts();
    Form {
        kept,
        title: texts.templates_add_question().to_owned(),
        address: format!("{}/fraga", url(kept.template.id)),
        hidden: vec![("id", id.to_string()), ("version", kept.template.version.to_string())],
        button: texts.templates_keep_question().to_owned(),
    }
}

/// Shows the form of a new question.
pub(super) fn new(cx: &mut Cx<'_, '_>) -> Answer {
    let kept = asked(cx)?;
    let form = new_form(cx, &kept, cx.new_id());
    let body = form.body(cx, &Typed::default(), &[], &html! {});
    Ok(cx.page(&form.title, Nav::FollowUp, &body))
}

/// Keeps a new question, last of all. Sending twice makes one.
pub(super) fn add(cx: &mut Cx<'_, '_>) -> Answer {
    let kept = asked(cx)?;
    let id = cx.client_id::<QuestionId>();
    let here = Response::see_other(&format!("{}#fragor", url(kept.template.id)));
    if kept.questions.iter().any(|one| one.question.id == id) {
        return Ok(here);
    }
    let typed = Typed::sent(&cx.req.form);
    let mut read = typed.read(cx, (id, 1));
    if kept.template.questions.len() >= MOST_QUESTIONS {
        read = Err(vec![Problem::at("fraga", too_many(cx.texts()))]);
    }
    let question = match read {
        Ok(question) => question,
        Err(problems) => {
            let form = new_form(cx, &kept, id);
            let body = form.body(cx, &typed, &problems, &html! {});
            return Ok(cx.refused(&form.title, Nav::FollowUp, &body));
        }
    };
    let template = kept_first(cx, &kept)?;
    store::raise(cx.tx, &template, kept.removed_at)?;
    let last = kept.questions.iter().map(|one| one.position).max().unwrap_or_default();
    store::insert_question(cx.tx, template.id, last.saturating_add(1), &question)?;
    Ok(here)
}

/// That a template has as many questions as it may have.
pub(super) fn too_many(texts: Texts) -> String {
    texts.templates_too_many(i64::try_from(MOST_QUESTIONS).unwrap_or(i64::MAX))
}

/// The template, kept from now on if it was the usual one until now.
pub(super) fn kept_first(
    cx: &mut Cx<'_, '_>,
    kept: &KeptTemplate,
) -> Result<ReportTemplate, AppError> {
    if kept.template.version > 0 {
        return Ok(kept.template.clone());
    }
    let first = ReportTemplate { version: 1, ..kept.template.clone() };
    store::insert_template(cx.tx, &first)?;
    Ok(first)
}

/// The question of the address.
pub(super) fn asked_question(cx: &Cx<'_, '_>, kept: &KeptTemplate) -> Answer<KeptQuestion> {
    let id: QuestionId = cx.req.param("fraga").or_not_found()?;
    kept.questions.iter().find(|one| one.question.id == id).cloned().or_not_found()
}

fn edit_form<'f>(cx: &Cx<'_, '_>, kept: &'f KeptTemplate, question: &Question) -> Form<'f> {
    Form {
        kept,
        title: question.title.clone(),
        address: question_url(kept.template.id, question.id),
        hidden: vec![("version", question.version.to_string())],
        button: cx.texts().templates_save_question().to_owned(),
    }
}

/// Shows the form of a question.
pub(super) fn edit(cx: &mut Cx<'_, '_>) -> Answer {
    let kept = asked(cx)?;
    let one = asked_question(cx, &kept)?;
    let form = edit_form(cx, &kept, &one.question);
    let body = form.body(cx, &Typed::of(&one.question), &[], &html! {});
    Ok(cx.page(&form.title, Nav::FollowUp, &body))
}

/// Keeps a changed question. What has been answered keeps the words it was asked with.
pub(super) fn change(cx: &mut Cx<'_, '_>) -> Answer {
    let kept = asked(cx)?;
    let one = asked_question(cx, &kept)?;
    let here = Response::see_other(&format!("{}#fragor", url(kept.template.id)));
    let typed = Typed::sent(&cx.req.form);
    let form = edit_form(cx, &kept, &one.question);
    let question = match typed.read(cx, (one.question.id, one.question.version + 1)) {
        Ok(question) => question,
        Err(problems) => {
            let body = form.body(cx, &typed, &problems, &html! {});
            return Ok(cx.refused(&form.title, Nav::FollowUp, &body));
        }
    };
    if (Question { version: one.question.version, ..question.clone() }) == one.question {
        return Ok(here);
    }
    if cx.req.form.parsed::<i64>("version") != Some(one.question.version) {
        let body = form.body(cx, &typed, &[], &theirs(cx, &one.question, &kept.person_name));
        return Ok(cx.conflicting(&form.title, Nav::FollowUp, &body));
    }
    let template = kept_first(cx, &kept)?;
    store::raise(cx.tx, &template, kept.removed_at)?;
    store::change_question(cx.tx, "change", &KeptQuestion { question, ..one })?;
    Ok(here)
}

/// What another has saved meanwhile, beside what was typed.
fn theirs(cx: &Cx<'_, '_>, now: &Question, who: &str) -> Markup {
    let texts = cx.texts();
    let body = html! {
        p { b { (now.title) } " · " (answer_word(texts, now.answer)) " · " (texts.templates_minutes(now.minutes)) }
        @if !now.help.is_empty() { p { (now.help) } }
        @if !now.choices.is_empty() { p { (now.choices.join(", ")) } }
        p { (texts.templates_yours_is_below()) }
    };
    notice(Tone::Concern, &texts.templates_changed_by(who), &body)
}
