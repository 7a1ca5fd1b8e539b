//! What somebody wrote when an analysis had just been concluded or thrown away: it is not kept there, and
//! stands on the page to be taken along.

use domain::analysis::{Certainty, StepKind};
use maud::html;

use super::fields::{CERTAINTY, fields_of};
use super::marked::thing_word;
use super::step_page::paragraphs;
use super::store::{self, Analysis};
use super::subject::subject;
use super::typed::{things, typed};
use super::url;
use super::words::certainty_word;
use crate::cx::Cx;
use crate::frame::Nav;
use crate::web::error::Answer;
use crate::web::response::Response;
use crate::web::ui::{PageHead, page_header};

/// Everything that the form of a step held, by what its field is called: the texts, how sure a conclusion
/// is, and what was said of things.
pub(super) fn written(
    cx: &mut Cx<'_, '_>,
    of: &Analysis,
    (number, kind): (usize, StepKind),
) -> Answer<Vec<(String, String)>> {
    let row = store::step_of(cx.tx, of.id, number)?;
    let subject = subject(cx, of)?;
    let things = things(cx, of, &subject, kind)?;
    let own = typed(cx, kind, (&row, &things))?;
    let texts = cx.texts();
    let mut told: Vec<(String, String)> = fields_of(texts, kind)
        .iter()
        .map(|one| (one.label.to_owned(), own.text(one.name).to_owned()))
        .collect();
    if let Some(sure) = Certainty::of_code(own.text(CERTAINTY)) {
        told.push((texts.analysis_certainty().to_owned(), certainty_word(texts, sure).to_owned()));
    }
    let marks =
        own.marks.iter().filter(|(thing, mark)| row.content.marks.get(*thing) != Some(*mark));
    told.extend(
        marks.map(|(_, one)| (one.label.clone(), thing_word(texts, &one.value).to_owned())),
    );
    Ok(told)
}

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
