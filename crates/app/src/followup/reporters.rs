//! Org units that are asked for an account and have nobody of their own to write it: told to those
//! who ask for accounts, before the day it is due.

use std::collections::BTreeSet;

use domain::access::Action;
use domain::followup::Round;
use domain::ids::OrgUnitId;
use maud::{Markup, html};

use super::store;
use crate::cx::Cx;
use crate::i18n::sort_key;
use crate::web::error::AppError;
use crate::web::ui::{Column, Row, Table, details_section};

/// Rows shown; the first ones are where nobody at all can write.
const MOST: usize = 50;

/// The section; nothing when every org unit that the visitor answers for has somebody.
pub(super) fn section(cx: &mut Cx<'_, '_>, round: &Round) -> Result<Markup, AppError> {
    let asks = |cx: &Cx<'_, '_>, unit| cx.can(Action::Adopt, unit) || cx.can(Action::Approve, unit);
    let mut units: Vec<OrgUnitId> = Vec::new();
    if cx.visit.person.as_ref().is_some_and(|person| {
        person.may_somewhere(Action::Adopt) || person.may_somewhere(Action::Approve)
    }) {
        units = store::without_reporter(cx.tx, round.id)?;
        units.retain(|unit| asks(cx, *unit));
    }
    if units.is_empty() {
        return Ok(html! {});
    }
    let structure = cx.structure.clone();
    let organisation = &structure.organisation;
    let above: BTreeSet<OrgUnitId> =
        units.iter().flat_map(|unit| organisation.ancestors(*unit)).collect();
    let writers = store::writers_at(cx.tx, &above)?;
    let instead = |unit: OrgUnitId| {
        organisation
            .ancestors(unit)
            .into_iter()
            .find_map(|above| writers.get(&above).and_then(|names| names.first()).cloned())
    };
    let mut rows: Vec<(OrgUnitId, Option<String>)> =
        units.into_iter().map(|unit| (unit, instead(unit))).collect();
    rows.sort_by_cached_key(|(unit, instead)| {
        (instead.is_some(), sort_key(organisation.name(*unit)))
    });
    let nobody = rows.iter().any(|(_, instead)| instead.is_none());
    Ok(shown(cx, &rows, nobody))
}

fn shown(cx: &Cx<'_, '_>, rows: &[(OrgUnitId, Option<String>)], nobody: bool) -> Markup {
    let texts = cx.texts();
    let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    let table = rows
        .iter()
        .take(MOST)
        .map(|(unit, instead)| {
            Row::words(&[
                cx.structure.organisation.name(*unit).to_owned(),
                instead.as_ref().map_or_else(
                    || texts.followup_nobody_can_write().to_owned(),
                    |name| texts.followup_writes_instead(name),
                ),
            ])
        })
        .collect();
    let columns = [texts.followup_column_unit(), texts.followup_column_writes()];
    let columns = columns.map(Column::text).to_vec();
    let people = cx.visit.person.as_ref().is_some_and(|it| it.may_somewhere(Action::ManagePeople));
    let body = html! {
        p {
            (texts.followup_without_reporter_text()) " "
            @if people { a href="/personer" { (texts.followup_give_roles()) } }
            @else { (texts.followup_administrator_gives_roles()) }
        }
        (Table::new("utan-rapportor", texts.followup_without_reporter(), columns, table).hide_caption())
        @if rows.len() > MOST { p.fine { (texts.followup_more_units(count(rows.len() - MOST))) } }
    };
    let note = texts.followup_units(count(rows.len()));
    html! { div.section { (details_section(None, texts.followup_without_reporter(), &note, nobody, &body)) } }
}
