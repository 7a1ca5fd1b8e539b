//! What a model file would change, what stands in its way, and the button.

use domain::steering::Change;
use maud::{Markup, html};

use super::changes::{Group, groups};
use super::obstacles::in_the_way;
use super::plan::Plan;
use crate::cx::Cx;
use crate::frame::Nav;
use crate::i18n::{Texts, date};
use crate::steering;
use crate::web::error::{Answer, AppError};
use crate::web::response::Response;
use crate::web::ui::{
    Button, Fact, PageHead, Problem, Stop, Tone, breadcrumb_thread, button, button_link,
    details_section, error_summary, facts, form_end, notice, page_header, section, tag,
};

/// Shows the plan; with something in the way it is refused.
pub(super) fn show(cx: &mut Cx<'_, '_>, plan: &Plan) -> Answer {
    let title = cx.texts().remodelling_preview_title();
    let body = body(cx, plan, false)?;
    if plan.obstacles.is_empty() {
        Ok(cx.page(title, Nav::Settings, &body))
    } else {
        Ok(cx.refused(title, Nav::Settings, &body))
    }
}

/// Shows the plan again, because another model came in force meanwhile.
pub(super) fn again(cx: &mut Cx<'_, '_>, plan: &Plan) -> Answer<Response> {
    let body = body(cx, plan, true)?;
    Ok(cx.conflicting(cx.texts().remodelling_preview_title(), Nav::Settings, &body))
}

fn body(cx: &mut Cx<'_, '_>, plan: &Plan, again: bool) -> Result<Markup, AppError> {
    let texts = cx.texts();
    let version = steering::store::newest_version(cx.tx)?;
    let groups = groups(texts, &cx.structure, &plan.model, &plan.differences);
    let in_the_way = i64::try_from(plan.obstacles.len()).unwrap_or(i64::MAX);
    let head = PageHead {
        eyebrow: plan.model.municipality.clone(),
        title: texts.remodelling_preview_title().to_owned(),
        lead: texts.remodelling_preview_lead().to_owned(),
        end: None,
    };
    let stops = [
        Stop::to("/modell", texts.steering_title()),
        Stop::to("/modell/byt", texts.remodelling_title()),
        Stop::here(texts.remodelling_preview_title()),
    ];
    Ok(html! {
        div.wrap.page {
            @if !plan.obstacles.is_empty() {
                (error_summary(texts.web_problems(), &[Problem::at("i-vagen", texts.remodelling_in_the_way(in_the_way))]))
            }
            (breadcrumb_thread(texts.web_thread_label(), &stops))
            (page_header(&head))
            @if again {
                (notice(Tone::Partly, texts.remodelling_again(), &html! { p { (texts.remodelling_again_text()) } }))
            }
            div.reading { (facts(&about(texts, plan))) }
            (ahead(cx, plan))
            @if !plan.obstacles.is_empty() {
                (section("i-vagen", texts.remodelling_obstacles(), &in_the_way.to_string(), &obstacles(cx, plan)))
            }
            @if groups.is_empty() { p.soft { (texts.remodelling_only_version()) } }
            @for (place, group) in groups.iter().enumerate() {
                (section(&format!("del-{place}"), &group.title, &group.lines.len().to_string(), &lines(group)))
            }
            @if plan.obstacles.is_empty() { (form(texts, plan, version)) }
            @else { div.row { (button_link(Button::Secondary, "/modell/byt", texts.remodelling_other_file())) } }
        }
    })
}

/// Said where the model holds from a day ahead: the program uses it as soon as it is read in.
fn ahead(cx: &Cx<'_, '_>, plan: &Plan) -> Markup {
    let first = plan.model.version.valid_from.filter(|first| *first > cx.today());
    let Some(first) = first else { return html! {} };
    let texts = cx.texts();
    let title = texts.remodelling_ahead(date(texts.language, first));
    notice(Tone::Partly, &title, &html! { p { (texts.remodelling_ahead_text(first.year())) } })
}

fn about(texts: Texts, plan: &Plan) -> Vec<Fact> {
    let version = &plan.model.version;
    let from = version.valid_from.map(|day| date(texts.language, day));
    let decision = version.decision_ref.as_deref().unwrap_or(texts.steering_no_decision());
    let open = i64::try_from(plan.model.open_decisions.len()).unwrap_or(i64::MAX);
    vec![
        Fact::new(
            texts.steering_first_day(),
            from.as_deref().unwrap_or(texts.steering_not_in_force()),
        ),
        Fact::new(texts.steering_decision(), decision),
        Fact::new(texts.steering_open(), &texts.remodelling_left_open(open)),
    ]
}

fn lines(group: &Group) -> Markup {
    html! {
        ul.plain-list.changes {
            @for line in &group.lines {
                @let tone = match &line.change {
                    Change::Added => Tone::Good,
                    Change::Removed => Tone::Concern,
                    Change::Changed(_) => Tone::Neutral,
                };
                li {
                    (tag(tone, line.word)) " " b { (line.name) }
                    @if !line.concerns.is_empty() { " " span.fine { (line.concerns) } }
                    @if !line.details.is_empty() {
                        ul { @for detail in &line.details { li.soft { (detail) } } }
                    }
                }
            }
        }
    }
}

fn obstacles(cx: &Cx<'_, '_>, plan: &Plan) -> Markup {
    let texts = cx.texts();
    html! {
        p { (texts.remodelling_obstacles_text()) }
        @for reason in in_the_way(texts, &cx.structure, &plan.obstacles) {
            (details_section(None, &reason.reason, &reason.count.to_string(), false, &html! {
                ul.plain-list {
                    @for (words, url) in &reason.shown {
                        li { @if let Some(url) = url { a href=(url) { (words) } } @else { (words) } }
                    }
                    @if !reason.more.is_empty() { li.soft { (reason.more) } }
                }
            }))
        }
    }
}

fn form(texts: Texts, plan: &Plan, version: i64) -> Markup {
    let submit = html! {
        (button(Button::Primary, texts.remodelling_apply(), None))
        (button_link(Button::Secondary, "/modell/byt", texts.remodelling_other_file()))
    };
    html! {
        form.form method="post" action="/modell/byt/las-in" enctype="multipart/form-data" {
            input type="hidden" name="version" value=(version);
            input type="hidden" name="modell" value=(plan.model.to_yaml());
            (form_end(&submit, None))
        }
    }
}
