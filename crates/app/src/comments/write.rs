//! Saying something about an element, and asking somebody.

use domain::comments::{LONGEST_TEXT, TextProblem, clean_text};
use domain::elements::ElementState;

use super::list_page::Typed;
use super::{asked, find, list, place, store};
use crate::cx::Cx;
use crate::frame::Nav;
use crate::i18n::Texts;
use crate::web::error::{Answer, AppError};
use crate::web::response::Response;

/// Keeps what was written.
pub(super) fn write(cx: &mut Cx<'_, '_>) -> Answer {
    let structure = cx.structure.clone();
    let (element, may) = find(cx, &structure)?;
    if !may.write {
        return Err(AppError::Forbidden);
    }
    if element.state == ElementState::Discarded {
        return Err(AppError::Stale);
    }
    let form = &cx.req.form;
    let typed = Typed {
        id: cx.client_id(),
        text: form.text("text").to_owned(),
        chosen: form.text("namn").to_owned(),
    };
    let decided = match clean_text(&typed.text, LONGEST_TEXT) {
        Ok(text) => asked::asked(cx, element, (&text, &typed.chosen))?.map(|asked| (text, asked)),
        Err(problem) => Err(("text", text_problem(cx.texts(), problem, LONGEST_TEXT))),
    };
    let (text, asked) = match decided {
        Ok(decided) => decided,
        Err(wrong) => {
            let body = list::body(cx, (element, may), typed, Some(&wrong))?;
            return Ok(cx.refused(cx.texts().comments_title(), Nav::Thread, &body));
        }
    };
    let person = cx.person()?;
    let comment = store::Comment {
        id: typed.id,
        element: element.id,
        of_draft: element.is_undecided(),
        text,
        person: person.id,
        person_name: person.name.clone(),
        at: cx.visit.now,
        edited_at: None,
        removed_at: None,
        removed_by: String::new(),
        reason: String::new(),
        version: 1,
    };
    store::insert(cx.tx, element.owner, &comment, &asked)?;
    Ok(Response::see_other(&place(element.id, comment.id)))
}

/// Why a text is not kept.
pub(super) fn text_problem(texts: Texts, problem: TextProblem, most: usize) -> String {
    match problem {
        TextProblem::Empty => texts.web_required().to_owned(),
        TextProblem::TooLong(letters) => texts.web_too_long(most, letters),
    }
}
