//! The list as a file: what the filters let through, one element to a row, with what it is tagged
//! with.

use domain::elements::ElementState;
use domain::fulfilment::{Fulfilment, Progress};
use formats::csv_text;

use super::super::columns::Columns;
use super::super::notes::is_work;
use super::super::seek::{MOST_FOUND, Seek};
use super::super::view::View;
use crate::activities::{progress_word, store::all_progress};
use crate::assessment::{level_word, store::all_status};
use crate::cx::Cx;
use crate::i18n::Texts;
use crate::steering::singular;
use crate::web::error::Answer;
use crate::web::response::Response;

const CSV: &str = "text/csv; charset=utf-8";

/// Downloads the list.
pub(in crate::thread) fn download(cx: &mut Cx<'_, '_>) -> Answer {
    let view = &View::from_query(&cx.req.query, cx.today().year());
    let structure = cx.structure.clone();
    let columns = Columns::of(&structure.model);
    let found = Seek::new(cx, &structure, &columns, view)?.found();
    let tags = crate::frameworks::titles_of_all(cx)?;
    let levels = all_status(cx.tx)?;
    let progress = all_progress(cx.tx)?;
    let texts = cx.texts();
    let today = cx.today();
    let rows = found.into_iter().take(MOST_FOUND).map(|element| {
        let of_type = structure.model.element_type(&element.element_type);
        let term = of_type.map(|one| singular(texts.language, &one.term).clone());
        // How others do is not for a private provider to read.
        let status = if cx.is_provider_elsewhere(element.owner) {
            String::new()
        } else if is_work(element) {
            let said = progress.get(&element.id).copied().unwrap_or(Progress::NotStarted);
            progress_word(texts, &structure, element, said.read_on(element.ends_on, today))
        } else {
            let none = (Fulfilment::NotAssessed, String::new());
            let (grade, chosen) = levels.get(&element.id).unwrap_or(&none);
            level_word(texts, &structure.model, of_type, (*grade, chosen))
        };
        let tagged = tags.get(&element.id).map(|all| all.join("; ")).unwrap_or_default();
        [
            element.id.to_string(),
            term.unwrap_or_default(),
            element.number.clone(),
            element.title.clone(),
            structure.organisation.name(element.owner).to_owned(),
            state_word(texts, element.state).to_owned(),
            status,
            tagged,
        ]
    });
    let headings = [
        "id",
        texts.thread_kind(),
        texts.thread_column_number(),
        texts.thread_column_what(),
        texts.thread_column_owner(),
        texts.thread_state(),
        texts.thread_column_status(),
        texts.thread_column_outside(),
    ];
    let bytes = csv_text::write(&headings, rows);
    Ok(Response::file(CSV, &format!("{}.csv", texts.thread_title()), bytes))
}

fn state_word(texts: Texts, state: ElementState) -> &'static str {
    match state {
        ElementState::Draft => texts.thread_state_draft(),
        ElementState::Proposed => texts.thread_state_proposed(),
        _ => texts.thread_state_adopted(),
    }
}
