//! The files beside an element, with the form that puts another there.

use domain::access::Action;
use domain::attachments::{DAYS_TO_TAKE_BACK, LARGEST_MIB, MOST_OF_ELEMENT, may_have_files};
use domain::elements::Element;
use domain::ids::{AttachmentId, ElementId};
use maud::{Markup, html};

use super::store::{self, Attachment};
use super::words::{self, back_until, kind_and_size, who_and_when};
use crate::cx::Cx;
use crate::elements;
use crate::frame::Nav;
use crate::web::error::{Answer, OrNotFound};
use crate::web::ui::{
    Button, Field, PageHead, Problem, Stop, Tone, breadcrumb_thread, button, button_link,
    empty_state, error_summary, form_end, notice, page_header, section,
};

/// What the form holds.
pub(super) struct Typed {
    pub(super) id: AttachmentId,
    pub(super) shows: String,
}

/// What is wrong in the form.
#[derive(Default)]
pub(super) struct Problems {
    pub(super) file: Option<String>,
    pub(super) shows: Option<String>,
}

/// Shows the page.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let id: ElementId = cx.req.param("id").or_not_found()?;
    let structure = cx.structure.clone();
    let element = cx.find_visible(&structure, id)?;
    let typed = Typed { id: cx.new_id(), shows: String::new() };
    let body = body(cx, element, &typed, &Problems::default())?;
    Ok(cx.page(cx.texts().attachments_title(), Nav::Thread, &body))
}

/// The page, with what is typed and what is wrong with it.
pub(super) fn body(
    cx: &mut Cx<'_, '_>,
    element: &Element,
    typed: &Typed,
    problems: &Problems,
) -> Answer<Markup> {
    let texts = cx.texts();
    let may_change = cx.can(Action::Plan, element.owner) && may_have_files(element);
    let files = store::files_of(cx.tx, element.id, cx.visit.now)?;
    let (gone, living): (Vec<_>, Vec<_>) =
        files.into_iter().partition(|file| file.removed_at.is_some());
    let wrong: Vec<Problem> = [("fil", &problems.file), ("visar", &problems.shows)]
        .into_iter()
        .filter_map(|(at, words)| Some(Problem::at(at, words.as_ref()?)))
        .collect();
    let head = PageHead {
        eyebrow: element.title.clone(),
        title: texts.attachments_title().to_owned(),
        lead: texts.attachments_lead().to_owned(),
        end: None,
    };
    let stops =
        [Stop::to(elements::url(element), &element.title), Stop::here(texts.attachments_title())];
    Ok(html! {
        div.wrap.page {
            @if !wrong.is_empty() { (error_summary(texts.web_problems(), &wrong)) }
            (breadcrumb_thread(texts.web_thread_label(), &stops))
            (page_header(&head))
            @if living.is_empty() {
                (empty_state(texts.attachments_none(), texts.attachments_none_text(), None))
            } @else { (list(cx, element, &living, may_change)) }
            @if may_change { (form(cx, element, typed, problems)) }
            @if may_change && !gone.is_empty() {
                (section("borttagna", texts.attachments_gone(), "", &gone_list(cx, element, &gone)))
            }
        }
    })
}

fn list(cx: &Cx<'_, '_>, element: &Element, files: &[Attachment], may_change: bool) -> Markup {
    html! {
        ul.files {
            @for file in files {
                li {
                    a href=(super::file_url(element.id, file.id)) { (file.name) }
                    " " span.fine { (kind_and_size(cx.language(), file.kind, file.size)) }
                    p { (file.shows) }
                    p.fine { (who_and_when(cx, &file.person_name, file.at)) }
                    @if may_change { (removal(cx, element, file)) }
                }
            }
        }
    }
}

/// Folded away, so that nothing goes by a slip of the hand.
fn removal(cx: &Cx<'_, '_>, element: &Element, file: &Attachment) -> Markup {
    let texts = cx.texts();
    html! {
        details {
            summary { (texts.attachments_remove()) span.sr { " " (file.name) } }
            form.stack method="post" action={ (super::url(element.id)) "/" (file.id) "/ta-bort" } {
                input type="hidden" name="version" value=(file.version);
                p.fine { (texts.attachments_remove_text(DAYS_TO_TAKE_BACK)) }
                div.row.tight {
                    (button(Button::SmallSecondary, texts.attachments_remove_now(), None))
                    (button(Button::SmallSecondary, texts.attachments_remove_for_good(), Some(("for-gott", "1"))))
                }
            }
        }
    }
}

fn form(cx: &Cx<'_, '_>, element: &Element, typed: &Typed, problems: &Problems) -> Markup {
    let texts = cx.texts();
    let count = |number: usize| i64::try_from(number).unwrap_or(0);
    let limits = texts.attachments_file_hint(count(LARGEST_MIB), count(MOST_OF_ELEMENT));
    let submit = html! {
        (button(Button::Primary, texts.attachments_add(), None))
        (button_link(Button::Secondary, &elements::url(element), texts.attachments_back()))
    };
    let body = html! {
        (notice(Tone::Event, texts.attachments_warning(), &html! {
            p { (texts.attachments_warning_text()) }
            @if element.is_undecided() { p { (texts.attachments_draft()) } }
        }))
        form.form method="post" action=(super::url(element.id)) enctype="multipart/form-data" {
            input type="hidden" name="id" value=(typed.id);
            (Field::file("fil", texts.attachments_file(), words::ACCEPTED).hint(limits).problem(problems.file.as_deref()))
            (Field::text("visar", texts.attachments_shows_ask()).hint(texts.attachments_shows_hint()).value(&typed.shows).problem(problems.shows.as_deref()))
            (form_end(&submit, None))
        }
    };
    section("lagg-till", texts.attachments_add_title(), "", &body)
}

fn gone_list(cx: &Cx<'_, '_>, element: &Element, files: &[Attachment]) -> Markup {
    let texts = cx.texts();
    html! {
        ul.files {
            @for file in files {
                li {
                    form.row method="post" action={ (super::url(element.id)) "/" (file.id) "/ta-tillbaka" } {
                        span {
                            (file.name) " "
                            span.fine {
                                (texts.attachments_gone_by(&file.removed_by))
                                @if let Some(day) = back_until(cx, file) { " " (texts.attachments_back_until(day)) }
                            }
                        }
                        (button(Button::SmallSecondary, texts.attachments_take_back(), None))
                    }
                }
            }
        }
    }
}
