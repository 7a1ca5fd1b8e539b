//! The accounts of a round as a file: a row for each that the visitor has oversight of.

use domain::ids::OrgUnitId;

use super::branch::standing_word;
use super::collected::collected;
use super::page::csv;
use super::scope::{Scope, body_of};
use crate::cx::Cx;
use crate::followup::asked_for;
use crate::web::error::{Answer, OrNotFound};

/// Downloads it.
pub(super) fn download(cx: &mut Cx<'_, '_>) -> Answer {
    let round = asked_for(cx)?.or_not_found()?;
    let collected = collected(cx, &round)?;
    let scope = Scope::of(cx);
    let (texts, today) = (cx.texts(), cx.today());
    let organisation = &cx.structure.organisation;
    let in_order = scope.tops().iter().flat_map(|top| organisation.subtree(*top));
    let name = |id: Option<OrgUnitId>| id.map_or("", |id| organisation.name(id)).to_owned();
    let rows = in_order.filter_map(|unit| {
        let own = collected.branches.own(unit)?;
        let latest = collected.accounts.get(&unit);
        let late = own.days_late(today).map(|days| days.to_string());
        let day = own.handed_in_on.map(|day| day.to_string());
        Some(vec![
            name(Some(unit)),
            name(organisation.ancestors(unit).first().copied()),
            name(body_of(organisation, unit)),
            standing_word(texts, own.standing()).to_owned(),
            own.due_on.to_string(),
            day.unwrap_or_default(),
            late.unwrap_or_default(),
            latest.map(|one| one.person_name.clone()).unwrap_or_default(),
        ])
    });
    let head = [
        texts.oversight_column_unit(),
        texts.oversight_column_above(),
        texts.oversight_column_body(),
        texts.oversight_column_state(),
        texts.oversight_column_due(),
        texts.oversight_column_handed_in(),
        texts.oversight_column_days_late(),
        texts.oversight_column_who(),
    ];
    Ok(csv(&head, rows, texts.oversight_collection()))
}
