//! What somebody wrote when an analysis had just been concluded or thrown away: it is not kept there, and
//! stands on the page to be taken along.

use maud::html;

use super::step_page::paragraphs;
use super::store::Analysis;
use super::url;
use crate::cx::Cx;
use crate::frame::Nav;
use crate::web::response::Response;
use crate::web::ui::{PageHead, page_header};

/// The answer to a form that came too late, with every text that it held by what its field is called.
pub(super) fn unsaved(cx: &Cx<'_, '_>, of: &Analysis, written: &[(String, String)]) -> Response {
    let texts = cx.texts();
    let head = PageHead {
        eyebrow: of.subject_words.clone(),
        title: texts.analysis_not_kept().to_owned(),
        lead: texts.analysis_shut_meanwhile().to_owned(),
        end: None,
    };
    let body = html! {
        div.wrap.page {
            (page_header(&head))
            @for (label, text) in written.iter().filter(|(_, text)| !text.is_empty()) {
                h2 { (label) }
                blockquote.quoted { (paragraphs(text)) }
            }
            p { a href=(url(of.id)) { (texts.analysis_open_it()) } }
        }
    };
    cx.conflicting(texts.analysis_not_kept(), Nav::FollowUp, &body)
}
