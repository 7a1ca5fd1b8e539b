//! All templates: what each asks, about how long it takes, and those taken away with the way back.

use domain::access::Action;
use domain::followup::{ReportTemplate, RoundKind};
use domain::ids::TemplateId;
use maud::{Markup, html};

use super::store::KeptTemplate;
use super::words::{kind_word, minutes_sentence};
use super::{LIST, url, usual};
use crate::cx::Cx;
use crate::frame::Nav;
use crate::web::error::{Answer, AppError};
use crate::web::ui::{
    Button, Choice, Column, Field, PageHead, Problem, Row, Stop, Symbol, Table, Tone,
    breadcrumb_thread, button, details_section, error_summary, form_end, page_header, section,
    signal_status,
};

/// Who opens rounds says what they ask.
pub(super) fn may_change(cx: &Cx<'_, '_>) -> Answer<()> {
    if cx.can_everywhere(Action::Adopt) { Ok(()) } else { Err(AppError::Forbidden) }
}

/// A new template as typed.
#[derive(Default)]
pub(super) struct New {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) kind: String,
}

/// Shows them.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    may_change(cx)?;
    let new = New { id: cx.new_id::<TemplateId>().to_string(), ..New::default() };
    let body = body(cx, &new, &[])?;
    Ok(cx.page(cx.texts().templates_title(), Nav::FollowUp, &body))
}

/// The page, with what is wrong with a new template.
pub(super) fn body(
    cx: &mut Cx<'_, '_>,
    new: &New,
    problems: &[Problem],
) -> Result<Markup, AppError> {
    let all = usual::everything(cx)?;
    let texts = cx.texts();
    let (gone, here): (Vec<_>, Vec<_>) = all.into_iter().partition(|one| one.removed_at.is_some());
    let stops =
        [Stop::to("/folja-upp", texts.followup_title()), Stop::here(texts.templates_title())];
    let head = PageHead {
        eyebrow: texts.followup_eyebrow().to_owned(),
        title: texts.templates_title().to_owned(),
        lead: texts.templates_lead().to_owned(),
        end: None,
    };
    let wrong = |name: &str| {
        problems.iter().find(|one| one.field == name).map(|problem| problem.words.as_str())
    };
    let kinds = RoundKind::ALL.iter().map(|kind| {
        let word = kind_word(texts, &cx.structure.model, *kind);
        Choice::new(kind.code(), word).chosen(kind.code() == new.kind)
    });
    let submit = button(Button::Secondary, texts.templates_create(), None);
    let form = html! {
        form.form method="post" action=(LIST) {
            input type="hidden" name="id" value=(new.id);
            (Field::text("titel", texts.templates_name()).value(&new.title).problem(wrong("titel")))
            (Field::select("slag", texts.templates_kind_label(), kinds.collect()).problem(wrong("slag")))
            (form_end(&submit, None))
        }
    };
    Ok(html! {
        div.wrap.page {
            (breadcrumb_thread(texts.web_thread_label(), &stops))
            (error_summary(texts.web_problems(), problems))
            (page_header(&head))
            (table(cx, &here))
            div.section { (details_section(None, texts.templates_new(), "", !problems.is_empty(), &form)) }
            @if !gone.is_empty() { (section("borttagna", texts.templates_removed(), "", &removed(cx, &gone))) }
        }
    })
}

fn table(cx: &Cx<'_, '_>, all: &[KeptTemplate]) -> Markup {
    let texts = cx.texts();
    let rows = all.iter().map(|kept| {
        let template = &kept.template;
        Row::new(vec![
            html! { a href=(url(template.id)) { (template.title) } },
            html! { (kind_word(texts, &cx.structure.model, template.kind)) },
            html! { (template.questions.len()) },
            time(cx, template),
        ])
    });
    let columns = vec![
        Column::text(texts.templates_name()),
        Column::text(texts.templates_kind_label()).wide_only(),
        Column::number(texts.templates_column_questions()),
        Column::text(texts.templates_column_time()),
    ];
    let table = Table::new("mallar", texts.templates_title(), columns, rows.collect());
    html! { (table.hide_caption()) }
}

/// About how long it takes, with a word when that is too long.
pub(super) fn time(cx: &Cx<'_, '_>, template: &ReportTemplate) -> Markup {
    let texts = cx.texts();
    if template.is_too_long() {
        let words = texts.templates_minutes_over(template.minutes());
        signal_status(Symbol::NotMet, Tone::Concern, &words)
    } else {
        html! { (texts.templates_minutes(template.minutes())) span.sr { " " (minutes_sentence(texts, template)) } }
    }
}

fn removed(cx: &Cx<'_, '_>, gone: &[KeptTemplate]) -> Markup {
    let texts = cx.texts();
    html! {
        ul.plain-list {
            @for kept in gone {
                li {
                    form.row method="post" action={ (url(kept.template.id)) "/tillbaka" } {
                        span { (kept.template.title) }
                        (button(Button::SmallSecondary, texts.templates_restore(), None))
                    }
                }
            }
        }
    }
}
