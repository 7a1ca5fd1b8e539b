//! A template: its name and limit, the stops that are on, and its questions with who reads each answer
//! and when that was last done.

use domain::followup::{RoundKind, TemplateStop};
use domain::ids::TemplateId;
use maud::{Markup, html};

use super::list::may_change;
use super::store::{self, KeptTemplate};
use super::words::{kind_word, minutes_sentence, stop_word};
use super::{LIST, questions, url, used, usual};
use crate::cx::Cx;
use crate::frame::Nav;
use crate::web::error::{Answer, AppError, OrNotFound};
use crate::web::response::Response;
use crate::web::ui::{
    Button, Choice, Field, PageHead, Problem, Stop, Tone, breadcrumb_thread, button, error_summary,
    form_end, notice, page_header, section,
};

/// A template's own words as typed.
pub(super) struct Typed {
    pub(super) title: String,
    pub(super) limit: String,
    pub(super) stops: Vec<String>,
}

impl Typed {
    /// What is kept.
    pub(super) fn of(kept: &KeptTemplate) -> Self {
        let template = &kept.template;
        Self {
            title: template.title.clone(),
            limit: template.limit_minutes.to_string(),
            stops: template.stops.iter().map(|stop| stop.code().to_owned()).collect(),
        }
    }
}

/// The template of the address.
pub(super) fn asked(cx: &mut Cx<'_, '_>) -> Answer<KeptTemplate> {
    may_change(cx)?;
    let id: TemplateId = cx.req.param("mall").or_not_found()?;
    usual::kept(cx, id)?.or_not_found()
}

/// Shows it.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let kept = asked(cx)?;
    let body = body(cx, &kept, &Typed::of(&kept), (&[], &html! {}))?;
    Ok(cx.page(&kept.template.title.clone(), Nav::FollowUp, &body))
}

/// The page again with what is wrong.
pub(super) fn refused(
    cx: &mut Cx<'_, '_>,
    kept: &KeptTemplate,
    typed: &Typed,
    problems: &[Problem],
) -> Answer<Response> {
    let body = body(cx, kept, typed, (problems, &html! {}))?;
    Ok(cx.refused(&kept.template.title.clone(), Nav::FollowUp, &body))
}

/// The page again when somebody else has changed the template; saving again keeps what was typed.
pub(super) fn conflicting(
    cx: &mut Cx<'_, '_>,
    kept: &KeptTemplate,
    typed: &Typed,
) -> Answer<Response> {
    let texts = cx.texts();
    let stops: Vec<String> =
        kept.template.stops.iter().map(|stop| stop_word(texts, *stop)).collect();
    let now =
        texts.templates_now(kept.template.limit_minutes, stops.join(", "), &kept.template.title);
    let first = notice(
        Tone::Concern,
        &texts.templates_changed_by(&kept.person_name),
        &html! { p { (now) } p { (texts.templates_yours_is_below()) } },
    );
    let body = body(cx, kept, typed, (&[], &first))?;
    Ok(cx.conflicting(&kept.template.title.clone(), Nav::FollowUp, &body))
}

fn body(
    cx: &mut Cx<'_, '_>,
    kept: &KeptTemplate,
    typed: &Typed,
    (problems, first): (&[Problem], &Markup),
) -> Result<Markup, AppError> {
    let used = used::told(cx, kept)?;
    let reads = store::last_reads(cx.tx)?;
    let texts = cx.texts();
    let template = &kept.template;
    let stops = [
        Stop::to("/folja-upp", texts.followup_title()),
        Stop::to(LIST, texts.templates_title()),
        Stop::here(&template.title),
    ];
    // A template that is called what it is does not say so twice.
    let kind = kind_word(texts, &cx.structure.model, template.kind);
    let head = PageHead {
        eyebrow: if kind == template.title { String::new() } else { kind },
        title: template.title.clone(),
        lead: minutes_sentence(texts, template),
        end: None,
    };
    Ok(html! {
        div.wrap.page {
            (breadcrumb_thread(texts.web_thread_label(), &stops))
            (error_summary(texts.web_problems(), problems))
            (page_header(&head))
            (first)
            @if kept.removed_at.is_some() { (is_removed(cx, kept)) }
            @if template.is_too_long() {
                (notice(Tone::Concern, texts.templates_too_long_title(), &html! { p { (texts.templates_too_long_text()) } }))
            }
            (used)
            (section("fragor", texts.templates_questions(), "", &questions::list(cx, kept, &reads)))
            (section("mall", texts.templates_asked_of_all(), "", &form(cx, kept, typed, problems)))
        }
    })
}

fn is_removed(cx: &Cx<'_, '_>, kept: &KeptTemplate) -> Markup {
    let texts = cx.texts();
    let body = html! {
        form.row method="post" action={ (url(kept.template.id)) "/tillbaka" } {
            (button(Button::SmallSecondary, texts.templates_restore(), None))
        }
    };
    notice(Tone::Neutral, texts.templates_is_removed(), &body)
}

fn form(cx: &Cx<'_, '_>, kept: &KeptTemplate, typed: &Typed, problems: &[Problem]) -> Markup {
    let texts = cx.texts();
    let wrong = |name: &str| {
        problems.iter().find(|one| one.field == name).map(|problem| problem.words.as_str())
    };
    let kind = kept.template.kind;
    let stops = TemplateStop::of_kind(kind).map(|stop| {
        Choice::new(stop.code(), stop_word(texts, stop))
            .note(match stop.minutes() {
                0 => texts.templates_minutes_each().to_owned(),
                minutes => texts.templates_minutes(minutes),
            })
            .chosen(typed.stops.iter().any(|one| one == stop.code()))
    });
    let hint = match kind {
        RoundKind::Forecast => texts.templates_stops_forecast(),
        _ => texts.templates_stops_hint(),
    };
    let address = url(kept.template.id);
    let submit = button(Button::Primary, texts.templates_save(), None);
    html! {
        form.form method="post" action=(address) {
            input type="hidden" name="version" value=(kept.template.version);
            (Field::text("titel", texts.templates_name()).value(&typed.title).problem(wrong("titel")))
            (Field::checkboxes("stopp", texts.templates_stops(), stops.collect()).hint(hint).problem(wrong("stopp")))
            (Field::number("grans", texts.templates_limit()).hint(texts.templates_limit_hint()).unit(texts.templates_minutes_unit()).value(&typed.limit).problem(wrong("grans")))
            (form_end(&submit, None))
        }
        @if kept.removed_at.is_none() {
            form.row method="post" action={ (address) "/ta-bort" } {
                input type="hidden" name="version" value=(kept.template.version);
                (button(Button::Careful, texts.templates_remove(), None))
            }
        }
    }
}
