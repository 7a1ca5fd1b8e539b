//! The visitor's own views of the thread, when they are few enough to stand on Min sida.

use maud::{Markup, html};

use crate::cx::Cx;
use crate::web::error::AppError;

pub(super) fn part(cx: &mut Cx<'_, '_>) -> Result<Markup, AppError> {
    let Some(views) = crate::thread::few(cx)? else { return Ok(html! {}) };
    let texts = cx.texts();
    Ok(html! {
        div.wrap {
            nav.saved-views aria-label=(texts.thread_saved()) {
                span.fine { (texts.thread_saved()) }
                @for view in &views { a href=(view.url) { (view.text) } }
                a.quiet href="/trad/vyer" { (texts.thread_tend_views()) }
            }
        }
    })
}
