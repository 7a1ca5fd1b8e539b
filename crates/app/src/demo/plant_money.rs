//! Planting what units say of money: outcome and forecast against the budget.

use domain::followup::{PartKind, PartState};
use domain::ids::PartId;

use super::id_of;
use super::plant_judgements::fulfilment;
use super::plant_thread::element_id;
use super::world::{Budget, PartKind as PlantedKind, ReportPart, UnitReport, World};
use crate::followup::making::Maker;
use crate::followup::store::Part;
use crate::i18n::{Language, decimal};

/// The money parts of a unit's account.
pub(super) fn parts(world: &World, report: &UnitReport, maker: &Maker<'_>) -> Vec<Part> {
    let listed: Vec<&ReportPart> =
        report.parts.iter().filter(|part| part.kind == Some(PlantedKind::Economy)).collect();
    let budget = world.budgets.iter().find(|budget| budget.org == report.org);
    let made = budget.map(|budget| {
        [
            ("Utfall januari–augusti", outcome_text(budget)),
            ("Prognos för helåret", forecast_text(budget)),
        ]
    });
    let mut parts: Vec<Part> = made
        .into_iter()
        .flatten()
        .map(|(title, text)| Part {
            automatic_text: text,
            ..maker.empty(part_id(report, title), PartKind::Economy, title)
        })
        .collect();
    for sent in listed {
        if let Some(part) = parts.iter_mut().find(|part| part.title == sent.about) {
            fill(part, sent);
            continue;
        }
        let id = part_id(report, &sent.about);
        let measure = world.measures.iter().find(|measure| measure.name == sent.about);
        let made = measure.and_then(|measure| maker.measure(id, element_id(&measure.id)));
        let mut part = made.unwrap_or_else(|| maker.empty(id, PartKind::Economy, &sent.about));
        part.kind = PartKind::Economy;
        part.needs.clear();
        fill(&mut part, sent);
        parts.push(part);
    }
    parts
}

pub(super) fn kronor(amount: i64) -> String {
    format!("{} kronor", decimal(Language::Swedish, amount.into()))
}

fn outcome_text(budget: &Budget) -> String {
    format!(
        "Utfallet till och med augusti är {}. Budgeten för hela året är {}.",
        kronor(budget.outcome),
        kronor(budget.budget)
    )
}

fn forecast_text(budget: &Budget) -> String {
    let difference = budget.forecast - budget.budget;
    let beside = match difference {
        0 => "lika mycket som budget".to_owned(),
        more if more > 0 => format!("{} mer än budget", kronor(more)),
        less => format!("{} mindre än budget", kronor(-less)),
    };
    let comment = budget.comment.as_deref().unwrap_or_default();
    format!("Prognosen för året är {}, {beside}. {comment}", kronor(budget.forecast))
        .trim_end()
        .to_owned()
}

pub(super) fn part_id(report: &UnitReport, about: &str) -> PartId {
    id_of("part", &format!("{}/{about}", report.org))
}

pub(super) fn fill(part: &mut Part, sent: &ReportPart) {
    part.causes.clone_from(&sent.causes);
    part.text = sent.text.clone().unwrap_or_default();
    part.level = sent.forecast.map(fulfilment);
    if sent.done {
        part.state = PartState::Done;
    }
}
