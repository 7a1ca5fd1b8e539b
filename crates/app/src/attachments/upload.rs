//! Putting a file beside an element. It is weighed between transactions, since writes take turns.

use std::sync::Arc;

use bytes::Bytes;
use domain::access::Action;
use domain::attachments::{
    FileKind, LONGEST_TEXT, MOST_OF_ELEMENT, check_file, clean_name, may_have_files,
};
use domain::comments::{TextProblem, clean_text};
use domain::elements::Element;
use domain::ids::ElementId;
use sha2::{Digest, Sha256};

use super::show::{Problems, Typed, body};
use super::store::{self, Attachment};
use super::words;
use crate::app::App;
use crate::cx::{Cx, Visit};
use crate::frame::Nav;
use crate::i18n::Texts;
use crate::web::error::{Answer, AppError, OrNotFound};
use crate::web::request::Request;
use crate::web::response::Response;

/// A file that can be kept.
struct Taken {
    name: String,
    shows: String,
    kind: FileKind,
    digest: String,
    content: Bytes,
}

/// Takes a file in, from whoever may change the element.
pub(super) fn upload(app: &Arc<App>, request: &Request, visit: &Visit) -> Answer {
    app.read(request, visit, |cx| writable(cx).map(|_| ()))?;
    match weighed(request, Texts::from(visit.language)) {
        Ok(taken) => app.write(request, visit, move |cx| keep(cx, &taken)),
        Err(problems) => app.read(request, visit, |cx| {
            let element = writable(cx)?;
            refused(cx, &element, &problems)
        }),
    }
}

fn writable(cx: &mut Cx<'_, '_>) -> Answer<Arc<Element>> {
    let id: ElementId = cx.req.param("id").or_not_found()?;
    let structure = cx.structure.clone();
    let element = Arc::clone(cx.find_visible(&structure, id)?);
    cx.may(Action::Plan, element.owner)?;
    if may_have_files(&element) { Ok(element) } else { Err(AppError::Stale) }
}

/// The file that was sent and what it shows, when both can be kept; else why not.
fn weighed(request: &Request, texts: Texts) -> Result<Taken, Problems> {
    let mut problems = Problems::default();
    let shows = request.form.text("visar").replace('\n', " ");
    let shows = clean_text(&shows, LONGEST_TEXT).map_err(|problem| match problem {
        TextProblem::Empty => texts.attachments_shows_needed().to_owned(),
        TextProblem::TooLong(letters) => texts.web_too_long(LONGEST_TEXT, letters),
    });
    let sent = request.form.file("fil").ok_or_else(|| texts.attachments_no_file().to_owned());
    let weighed = sent.and_then(|sent| {
        let kind = check_file(&sent.file_name, &sent.bytes);
        kind.map(|kind| (kind, sent)).map_err(|problem| words::problem(texts, problem))
    });
    match (shows, weighed) {
        (Ok(shows), Ok((kind, sent))) => Ok(Taken {
            name: clean_name(&sent.file_name, kind, texts.attachments_nameless()),
            shows,
            kind,
            digest: db::hex(&Sha256::digest(&sent.bytes)),
            content: sent.bytes.clone(),
        }),
        (shows, weighed) => {
            problems.shows = shows.err();
            problems.file = weighed.err();
            Err(problems)
        }
    }
}

fn keep(cx: &mut Cx<'_, '_>, taken: &Taken) -> Answer {
    let element = writable(cx)?;
    let file = Attachment {
        id: cx.client_id(),
        element: element.id,
        name: taken.name.clone(),
        shows: taken.shows.clone(),
        kind: taken.kind,
        size: i64::try_from(taken.content.len()).unwrap_or(i64::MAX),
        digest: taken.digest.clone(),
        person: cx.person_id()?,
        person_name: cx.person()?.name.clone(),
        at: cx.visit.now,
        removed_at: None,
        removed_by: String::new(),
        back_until: None,
        version: 1,
    };
    let files = store::files_of(cx.tx, element.id, cx.visit.now)?;
    let there = Response::see_other(&super::url(element.id));
    if files.iter().any(|one| one.id == file.id) {
        return Ok(there);
    }
    let living = || files.iter().filter(|one| one.removed_at.is_none());
    let texts = cx.texts();
    let same = living().find(|one| one.digest == file.digest);
    let problem = if let Some(same) = same {
        Some(texts.attachments_problem_same(&same.name))
    } else if living().count() >= MOST_OF_ELEMENT {
        Some(texts.attachments_problem_many(i64::try_from(MOST_OF_ELEMENT).unwrap_or(0)))
    } else {
        None
    };
    if problem.is_some() {
        return refused(cx, &element, &Problems { file: problem, shows: None });
    }
    store::forget_contents(cx.tx, cx.visit.now)?;
    store::insert(cx.tx, element.owner, &file, taken.content.to_vec())?;
    Ok(there)
}

fn refused(cx: &mut Cx<'_, '_>, element: &Element, problems: &Problems) -> Answer {
    let typed = Typed { id: cx.client_id(), shows: cx.req.form.text("visar").to_owned() };
    let body = body(cx, element, &typed, problems)?;
    Ok(cx.refused(cx.texts().attachments_title(), Nav::Thread, &body))
}
