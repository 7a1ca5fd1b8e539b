//! A provider's latest values beside those of all who report the same, the municipality's own and
//! private ones on the same terms. Says in which half of all a value lies; never a place in a row.

use std::collections::BTreeMap;

use domain::access::Action;
use domain::ids::{ElementId, OrgUnitId};
use domain::measures::Direction;
use domain::statistics::among::{Among, Place};
use maud::{Markup, html};
use rust_decimal::Decimal;

use super::signals::Seen;
use super::{many, store};
use crate::cx::Cx;
use crate::measures::{Few, value_words};
use crate::web::error::AppError;
use crate::web::ui::{Column, Row, Table, section};

/// Measures in the table.
const MOST: usize = 8;

/// The section; nothing where too few report the same.
pub(super) fn section_of(
    cx: &mut Cx<'_, '_>,
    home: OrgUnitId,
    seen: &[Seen],
) -> Result<Markup, AppError> {
    let texts = cx.texts();
    let structure = cx.structure.clone();
    let ids: Vec<ElementId> = seen.iter().map(|one| one.element.id).collect();
    let mut values: BTreeMap<ElementId, Vec<(OrgUnitId, Decimal)>> = BTreeMap::new();
    let few = Few::of(cx, &ids)?;
    for (measure, org_unit, period, value) in store::latest_beside(cx.tx, home, &ids)? {
        let is_few = few.hides(measure, (org_unit, "", period));
        if is_few && !cx.can(Action::RecordOutcome, org_unit) {
            continue;
        }
        values.entry(measure).or_default().push((org_unit, value));
    }
    let mut rows = Vec::new();
    for one in seen {
        let Some(all) = values.get(&one.element.id) else { continue };
        let own = all.iter().find(|(unit, _)| *unit == home).map(|(_, value)| *value);
        // A sum over a part of the organisation is not one who reports.
        let others = all
            .iter()
            .filter(|(unit, _)| *unit != home && structure.organisation.children(*unit).is_empty());
        let others: Vec<Decimal> = others.map(|(_, value)| *value).collect();
        let Some((own, among)) = own.zip(own.and_then(|own| Among::of(own, &others))) else {
            continue;
        };
        let words = |value: Decimal| value_words(texts.language, one.measure(), value);
        let place = match (among.place, one.measure().direction) {
            (Place::Middle, _) => texts.home_beside_middle(),
            (Place::Higher, Direction::Higher) | (Place::Lower, Direction::Lower) => {
                texts.home_beside_better()
            }
            (Place::Higher, Direction::Lower) | (Place::Lower, Direction::Higher) => {
                texts.home_beside_worse()
            }
            (Place::Higher, Direction::Neutral) => texts.home_beside_higher(),
            (Place::Lower, Direction::Neutral) => texts.home_beside_lower(),
        };
        rows.push(Row::new(vec![
            html! { a href=(one.url()) { (one.element.title) } },
            html! { (words(own)) },
            html! { (words(among.lower)) "–" (words(among.upper)) },
            html! { (place) },
            html! { (many(among.count)) },
        ]));
        if rows.len() == MOST {
            break;
        }
    }
    if rows.is_empty() {
        return Ok(html! {});
    }
    let columns = vec![
        Column::text(texts.home_beside_measure()),
        Column::number(texts.home_beside_own()),
        Column::number(texts.home_beside_half()),
        Column::text(texts.home_beside_words()),
        Column::number(texts.home_beside_count()),
    ];
    let title = texts.home_beside();
    let table = Table { hide_caption: true, ..Table::new("bredvid", title, columns, rows) };
    let body = html! { p.soft { (texts.home_beside_note()) } (table) };
    Ok(section("bredvid-rubrik", title, "", &body))
}
