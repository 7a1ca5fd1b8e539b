//! Telling which measure or org unit a file means by a name, which is remembered for files with the
//! same headings.

use std::collections::BTreeSet;
use std::sync::Arc;

use domain::access::Action;
use domain::ids::ElementId;
use domain::imports::{Column, Fault, Mapping, Names, RowProblem};
use maud::{Markup, html};

use super::look::{Waiting, changed_file, sheet_of};
use super::mappings::mapping_key;
use super::store;
use crate::app::App;
use crate::cx::{Cx, Visit};
use crate::i18n::Texts;
use crate::web::error::Answer;
use crate::web::request::Request;
use crate::web::response::Response;
use crate::web::ui::{Button, Field, button, form_end};

/// Names asked about at a time.
const MOST_ASKED: usize = 20;
/// Names remembered for files with the same headings.
const MOST_KEPT: usize = 5_000;

/// Asks what the names that are not known mean; nothing when all are known.
pub(super) fn form(texts: Texts, action: &str, problems: &[RowProblem]) -> Option<Markup> {
    let mut seen = BTreeSet::new();
    let asked: Vec<(&str, &str, &str)> = problems
        .iter()
        .filter_map(|problem| match (&problem.fault, problem.column) {
            (Fault::UnknownName { nearest }, Some(column)) if !problem.text.is_empty() => {
                Some((column.heading(), problem.text.as_str(), nearest.as_deref().unwrap_or("")))
            }
            _ => None,
        })
        .filter(|(kind, text, _)| seen.insert((kind.to_owned(), Mapping::key(text))))
        .take(MOST_ASKED)
        .collect();
    let submit = html! { (button(Button::Secondary, texts.imports_names_save(), None)) };
    (!asked.is_empty()).then(|| {
        html! {
            form.form method="post" action={(action) "/namn"} {
                p { (texts.imports_names_text()) }
                @for (number, (kind, text, nearest)) in asked.iter().enumerate() {
                    input type="hidden" name={"sort" (number)} value=(kind);
                    input type="hidden" name={"namn" (number)} value=(text);
                    (Field::text(format!("betyder{number}"), texts.imports_name_means(text)).value(*nearest))
                }
                (form_end(&submit, None))
            }
        }
    })
}

/// Remembers the names that were told, and shows what the file would do now. A name that is not
/// found, or is not the visitor's to read values in for, is left to be asked about again.
pub(super) fn save(app: &Arc<App>, request: &Request, visit: &Visit) -> Answer {
    let Some(waiting) = app.read(request, visit, Waiting::find)? else {
        return super::apply::to_page(request);
    };
    let sheet = sheet_of(&waiting.text).map_err(changed_file)?;
    app.write(request, visit, move |cx| {
        let key = mapping_key(&sheet.header);
        let (mut mapping, version) = store::mapping(cx.tx, &key)?.unwrap_or_default();
        if tell(cx, &mut mapping) {
            store::keep_mapping(cx.tx, &key, &mapping, version + 1)?;
        } else {
            cx.tx.leave_unaudited("no name was told");
        }
        Ok(Response::see_other(&super::url(waiting.file.id)))
    })
}

/// Puts what the form tells in the mapping; says whether it told anything.
fn tell(cx: &Cx<'_, '_>, mapping: &mut Mapping) -> bool {
    let names = Names::new(&cx.structure, cx.today());
    let mut told = false;
    for number in 0..MOST_ASKED {
        let field = |name: &str| cx.req.form.text(&format!("{name}{number}"));
        let (name, means) = (Mapping::key(field("namn")), field("betyder"));
        if name.is_empty() || means.is_empty() || name.chars().count() > 60 {
            continue;
        }
        let room = mapping.measures.len() + mapping.org_units.len() < MOST_KEPT;
        if field("sort") == Column::Measure.heading() {
            let seen = |id: &ElementId| cx.find_visible(&cx.structure, *id).is_ok();
            let found = names.find_measure(means).filter(|id| room && seen(id));
            told |= found.is_some_and(|id| mapping.measures.insert(name, id) != Some(id));
        } else {
            let found = names.find_org_unit(means).filter(|_| room);
            let found = found.filter(|id| cx.can(Action::Import, *id));
            told |= found.is_some_and(|id| mapping.org_units.insert(name, id) != Some(id));
        }
    }
    told
}
