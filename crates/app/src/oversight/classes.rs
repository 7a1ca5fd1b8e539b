//! How the measures of each class behave in what is handed in under each committee: resources beside
//! results.

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::followup::Round;
use domain::ids::OrgUnitId;
use domain::steering::{Role, capitalised};
use maud::{Markup, html};

use super::choose::of_words;
use super::scope::body_of;
use super::store;
use crate::cx::Cx;
use crate::followup::{all_seen, at_hand};
use crate::web::error::AppError;
use crate::web::ui::{Column, Row, Table, section};

/// Fewer measures than this in all that is handed in say nothing of committees.
const FEWEST: usize = 5;
/// Rounds that are looked back at for what is handed in.
const MOST_BACK: usize = 6;

/// How many measures of each class deviate in what is handed in under each body: resources beside
/// results.
pub(super) fn section_of(cx: &mut Cx<'_, '_>) -> Result<Markup, AppError> {
    let texts = cx.texts();
    let Some(shown) = at_hand(cx)?.shown().cloned() else { return Ok(html! {}) };
    let structure = Arc::clone(&cx.structure);
    let mut round = shown.clone();
    let mut counts = counts_of(cx, &round)?;
    // A round that has just opened, or asks of money only, says nothing of measures yet.
    for earlier in
        all_seen(cx)?.into_iter().filter(|one| one.opens_on < shown.opens_on).take(MOST_BACK)
    {
        if counts.measured() >= FEWEST {
            break;
        }
        counts = counts_of(cx, &earlier)?;
        round = earlier;
    }
    let mut by_body: BTreeMap<OrgUnitId, BTreeMap<&str, (usize, usize)>> = BTreeMap::new();
    for one in &counts.0 {
        let Some(body) = body_of(&structure.organisation, one.org_unit) else { continue };
        let sum = by_body.entry(body).or_default().entry(one.class.as_str()).or_default();
        *sum = (sum.0 + one.deviating, sum.1 + one.all);
    }
    if counts.measured() < FEWEST {
        let body = html! { p.soft { (texts.oversight_classes_few()) } };
        return Ok(section("matt", texts.oversight_classes(), &round.title, &body));
    }
    let mut names: Vec<&str> = Vec::new();
    for class in structure.model.types_with_role(Role::Measure).flat_map(|one| &one.classes) {
        if !names.contains(&class.name.as_str()) {
            names.push(class.name.as_str());
        }
    }
    let mut columns = vec![Column::text(texts.oversight_column_body())];
    columns.extend(names.iter().map(|name| Column::number(capitalised(name))));
    let rows = by_body
        .iter()
        .map(|(body, sums)| {
            let mut cells = vec![html! { (structure.organisation.name(*body)) }];
            cells.extend(names.iter().map(|name| {
                let told = sums.get(name).map(|(some, all)| of_words(texts, *some, *all));
                html! { (told.as_deref().unwrap_or("–")) }
            }));
            Row::new(cells)
        })
        .collect();
    let table = Table::new("matt-tabell", texts.oversight_classes(), columns, rows).hide_caption();
    Ok(section(
        "matt",
        texts.oversight_classes(),
        &round.title,
        &html! {
            p.block { (texts.oversight_classes_text()) }
            (table)
        },
    ))
}

/// What is counted once.
struct Counts(Vec<store::ClassCount>);

impl Counts {
    fn measured(&self) -> usize {
        self.0.iter().map(|one| one.all).sum()
    }
}

fn counts_of(cx: &mut Cx<'_, '_>, round: &Round) -> Result<Arc<Counts>, AppError> {
    cx.kept(
        &[&round.id.bytes()[..], b"classes"].concat(),
        |_: &Counts| true,
        |cx| Ok(Counts(store::classes_of_round(cx.tx, round.id)?)),
    )
}
