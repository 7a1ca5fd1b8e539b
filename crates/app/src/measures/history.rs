//! Values that were changed, by whatever door: what stood, what stands, why, who and when.

use domain::elements::Structure;
use domain::measures::{Measure, Standing};
use maud::{Markup, html};

use super::period_words;
use super::restated::{Dated, HiddenPlaces};
use super::show::MeasurePage;
use super::sources::standing_words;
use super::store::{Door, Turn};
use crate::i18n::Texts;
use crate::web::ui::{Column, Row, Table, section};

/// Changes shown on a page.
const MOST_SHOWN: usize = 20;

/// Changes as a table; with the names of org units when they are of several.
pub(super) fn history_table(
    texts: Texts,
    measure: &Measure,
    changes: &[Dated<Turn>],
    structure: Option<&Structure>,
    hidden: &HiddenPlaces,
) -> Markup {
    let rows = changes
        .iter()
        .take(MOST_SHOWN)
        .map(|Dated { what: one, on }| {
            let place = (one.org_unit, one.period);
            let is_hidden = hidden.values.contains(&place);
            let words = |standing: Option<Standing>, origin: &str| match standing {
                Some(_) if is_hidden => texts.measures_hidden().to_owned(),
                None => texts.measures_nothing_stands().to_owned(),
                Some(standing) if origin.is_empty() => standing_words(texts, measure, standing),
                Some(standing) => {
                    format!("{}, {origin}", standing_words(texts, measure, standing))
                }
            };
            let before = match one.before.filter(|_| one.was_summed) {
                Some(_) if hidden.sums.contains(&place) => {
                    texts.measures_sum_before_hidden().to_owned()
                }
                Some(sum) => texts.measures_sum_before(standing_words(texts, measure, sum)),
                None => words(one.before, &one.origin_before),
            };
            let mut cells = vec![period_words(texts.language, one.period)];
            if let Some(structure) = structure {
                cells.push(structure.organisation.name(one.org_unit).to_owned());
            }
            cells.extend([
                before,
                words(one.after, &one.origin),
                if one.reason.is_empty() {
                    texts.measures_no_reason().to_owned()
                } else {
                    one.reason.clone()
                },
                format!(
                    "{}, {} · {}",
                    one.person,
                    crate::i18n::date(texts.language, *on),
                    door_words(texts, one.door)
                ),
            ]);
            Row::words(&cells)
        })
        .collect();
    let mut columns = vec![Column::text(texts.measures_period())];
    if structure.is_some() {
        columns.push(Column::text(texts.measures_org_unit()));
    }
    columns.extend([
        Column::number(texts.measures_before()),
        Column::number(texts.measures_after()),
        Column::text(texts.measures_why()),
        Column::text(texts.measures_who_when()),
    ]);
    html! { (Table::new("rattelser", texts.measures_history(), columns, rows).hide_caption().stacked()) }
}

/// By which door a value came.
fn door_words(texts: Texts, door: Door) -> &'static str {
    match door {
        Door::Recorded => texts.measures_door_recorded(),
        Door::Filled => texts.measures_door_filled(),
        Door::Imported => texts.measures_door_imported(),
        Door::Undone => texts.measures_door_undone(),
        Door::Chosen => texts.measures_door_chosen(),
        Door::Beside => texts.measures_door_beside(),
        Door::Withdrawn => texts.measures_door_withdrawn(),
    }
}

impl MeasurePage<'_> {
    /// The changes of what the page shows.
    pub(super) fn history(&self) -> Markup {
        let past = &self.past;
        if past.changes.is_empty() {
            return html! {};
        }
        let own = past.changes.iter().all(|one| one.what.org_unit == self.shown.org_unit);
        let structure = (!own).then_some(self.structure);
        let table = history_table(self.texts, self.measure, &past.changes, structure, &past.hidden);
        let note = self.texts.measures_history_note();
        section("historik", self.texts.measures_history(), note, &table)
    }
}
