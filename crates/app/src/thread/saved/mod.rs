//! Mina vyer: filters that a person has given a name, found again here and on Min sida, and shared
//! by their address.

mod store;

use db::Tx;
use domain::ids::{PersonId, SavedViewId};
use maud::{Markup, html};

use super::view::View;
use crate::cx::Cx;
use crate::frame::Nav;
use crate::i18n::Texts;
use crate::web::error::{Answer, AppError, OrNotFound};
use crate::web::fields::{Fields, encode};
use crate::web::response::Response;
use crate::web::ui::{
    Button, Field, Link, PageHead, Problem, Stop, breadcrumb_thread, button, button_link,
    empty_state, error_summary, form_end, page_header, section, text_link,
};
use store::{MOST, SavedView, forget_view, keep_view, views_of};

/// Longest name.
const LONGEST_NAME: usize = 60;
/// Most views that Min sida shows; with more than this the list is a better place.
const FEW: usize = 5;

fn url(query: &str) -> String {
    if query.is_empty() { "/trad".to_owned() } else { format!("/trad?{query}") }
}

/// The visitor's views as links, and a way to save what is shown.
pub(super) fn part(cx: &mut Cx<'_, '_>, view: &View) -> Result<Markup, AppError> {
    let texts = cx.texts();
    let views = views_of(cx.tx, cx.person_id()?)?;
    let here = view.query();
    let is_here = |one: &SavedView| one.query == here;
    let may_save = (view.narrows() || view.focus.is_some()) && !views.iter().any(is_here);
    if views.is_empty() && !may_save {
        return Ok(html! {});
    }
    Ok(html! {
        nav.saved-views aria-label=(texts.thread_saved()) {
            @if !views.is_empty() { span.fine { (texts.thread_saved()) } }
            @for one in &views {
                a href=(url(&one.query)) aria-current=[is_here(one).then_some("true")] { (one.name) }
            }
            @if may_save {
                a.quiet href={"/trad/vyer?fraga=" (encode(&here))} { (texts.thread_save_view()) }
            }
            @if !views.is_empty() { a.quiet href="/trad/vyer" { (texts.thread_tend_views()) } }
        }
    })
}

/// The visitor's views for Min sida, when they are few; none without any.
pub fn few(cx: &mut Cx<'_, '_>) -> Result<Option<Vec<Link>>, AppError> {
    let views = views_of(cx.tx, cx.person_id()?)?;
    let links = || views.iter().map(|one| Link::new(url(&one.query), &one.name)).collect();
    Ok((1..=FEW).contains(&views.len()).then(links))
}

/// Gives a person a view from the start, as the demo does.
pub fn give_view(
    tx: &mut Tx<'_>,
    id: SavedViewId,
    person: PersonId,
    (name, query): (&str, &str),
    at: i64,
) -> Result<(), AppError> {
    let view = SavedView { id, person, name: name.to_owned(), query: query.to_owned() };
    keep_view(tx, &view, at)
}

/// The views with a way to forget each, and a form for a new one when the address brings it.
pub(super) fn list(cx: &mut Cx<'_, '_>) -> Answer {
    let query = cx.req.query.text("fraga").to_owned();
    let id = cx.new_id::<SavedViewId>().to_string();
    let page = Page {
        texts: cx.texts(),
        views: views_of(cx.tx, cx.person_id()?)?,
        query,
        id,
        name: String::new(),
        problem: None,
    };
    Ok(cx.page(page.texts.thread_saved(), Nav::Thread, &page.body()))
}

/// Saves a view under a name.
pub(super) fn save(cx: &mut Cx<'_, '_>) -> Answer {
    let texts = cx.texts();
    let person = cx.person_id()?;
    let views = views_of(cx.tx, person)?;
    let name = cx.req.form.text("namn").to_owned();
    let asked = cx.req.form.text("fraga");
    // Only what the thread understands is kept: an address of ours, whatever was sent.
    let fields = Fields::urlencoded(asked).unwrap_or_default();
    let query = View::from_query(&fields, cx.today().year()).query();
    let id: SavedViewId = cx.client_id();
    let written = name.chars().count();
    let problem = if name.is_empty() {
        Some(texts.thread_problem_name().to_owned())
    } else if written > LONGEST_NAME {
        Some(texts.web_too_long(LONGEST_NAME, written))
    } else if views.len() >= MOST && views.iter().all(|one| one.id != id) {
        Some(texts.thread_problem_many(i64::try_from(MOST).unwrap_or(0)))
    } else {
        None
    };
    if problem.is_some() {
        let page = Page { texts, views, query, id: id.to_string(), name, problem };
        return Ok(cx.refused(texts.thread_saved(), Nav::Thread, &page.body()));
    }
    let view = SavedView { id, person, name, query };
    keep_view(cx.tx, &view, cx.visit.now)?;
    Ok(Response::see_other(&url(&view.query)))
}

/// Forgets one of the visitor's own views; of others' one may not know.
pub(super) fn forget(cx: &mut Cx<'_, '_>) -> Answer {
    let id: SavedViewId = cx.req.param("id").or_not_found()?;
    let views = views_of(cx.tx, cx.person_id()?)?;
    let view = views.iter().find(|one| one.id == id).ok_or(AppError::NotFound)?;
    forget_view(cx.tx, view)?;
    Ok(Response::see_other("/trad/vyer"))
}

struct Page {
    texts: Texts,
    views: Vec<SavedView>,
    query: String,
    id: String,
    name: String,
    problem: Option<String>,
}

impl Page {
    fn body(&self) -> Markup {
        let texts = self.texts;
        let summary: Vec<Problem> =
            self.problem.iter().map(|words| Problem::at("namn", words)).collect();
        let head = PageHead {
            title: texts.thread_saved().to_owned(),
            lead: texts.thread_saved_lead().to_owned(),
            ..PageHead::default()
        };
        let stops =
            [Stop::to("/trad?vy=lista", texts.thread_title()), Stop::here(texts.thread_saved())];
        html! {
            div.wrap.page {
                @if !summary.is_empty() { (error_summary(texts.web_problems(), &summary)) }
                (breadcrumb_thread(texts.web_thread_label(), &stops))
                (page_header(&head))
                @if !self.query.is_empty() || self.problem.is_some() { (self.form()) }
                @if self.views.is_empty() {
                    @if self.query.is_empty() {
                        (empty_state(texts.thread_saved_none(), texts.thread_saved_none_text(), Some(&button_link(Button::Secondary, "/trad?vy=lista", texts.thread_view_list()))))
                    }
                } @else { (section("vyer", texts.thread_saved_all(), "", &self.all())) }
            }
        }
    }

    fn form(&self) -> Markup {
        let texts = self.texts;
        let end = html! {
            (button(Button::Primary, texts.thread_save_button(), None))
            (button_link(Button::Secondary, &url(&self.query), texts.web_cancel()))
        };
        html! {
            form.form method="post" action="/trad/vyer" {
                input type="hidden" name="id" value=(self.id);
                input type="hidden" name="fraga" value=(self.query);
                (Field::text("namn", texts.thread_view_name()).hint(texts.thread_view_name_hint()).value(&self.name).required().problem(self.problem.as_deref()))
                (form_end(&end, None))
            }
        }
    }

    fn all(&self) -> Markup {
        html! {
            ul.plain.rows {
                @for one in &self.views {
                    li {
                        a href=(url(&one.query)) { (one.name) }
                        form method="post" action={"/trad/vyer/" (one.id) "/bort"} {
                            (text_link(&self.texts.thread_forget_view(&one.name), "gor", "bort"))
                        }
                    }
                }
            }
        }
    }
}
