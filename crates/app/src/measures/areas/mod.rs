//! What is particularly strong or weak in an org unit's work: every measure of its goals by its target, its
//! direction and how others do, each sign to be looked up.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use domain::access::Action;
use domain::elements::{Element, Structure};
use domain::ids::{ElementId, OrgUnitId};
use domain::measures::Measure;
use domain::periods::Period;
use domain::statistics::among::Among;
use domain::statistics::finding::{Finding, Reading};
use domain::statistics::strength::{Signs, Strength, beside};
use domain::steering::Role;
use formats::csv_text;
use rust_decimal::Decimal;

use super::store::{self, Newest};
use super::{Few, Shown, period_words, shown_together};
use crate::cx::Cx;
use crate::frame::Nav;
use crate::web::error::{Answer, AppError, OrNotFound};
use crate::web::response::Response;

mod page;

/// The page's address.
pub(super) const URL: &str = "/starkt-och-svagt";
/// Measures that are looked at.
const MOST: usize = 200;

/// A measure with its signs.
struct Area {
    element: Arc<Element>,
    measure: Arc<Measure>,
    /// The goal that it measures.
    goal: Arc<Element>,
    latest: Option<(Period, Decimal)>,
    signs: Signs,
    strength: Strength,
}

/// Shows the page.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer<Response> {
    let org_unit = asked(cx)?;
    let areas = areas(cx, org_unit)?;
    let structure = cx.structure.clone();
    let page =
        page::AreasPage { texts: cx.texts(), structure: &structure, org_unit, areas: &areas };
    Ok(cx.page(cx.texts().measures_areas(), Nav::Measures, &page.body()))
}

/// Downloads the table.
pub(super) fn download(cx: &mut Cx<'_, '_>) -> Answer<Response> {
    let org_unit = asked(cx)?;
    let areas = areas(cx, org_unit)?;
    let texts = cx.texts();
    let rows = areas.iter().map(|one| {
        let (period, value) = one.latest.unzip();
        [
            one.element.title.clone(),
            one.goal.title.clone(),
            period.map(|period| period.to_string()).unwrap_or_default(),
            value.map(|value| value.normalize().to_string()).unwrap_or_default(),
            page::target_word(texts, one.signs).to_owned(),
            page::change_word(texts, one.signs).to_owned(),
            page::beside_word(texts, one.signs).to_owned(),
            page::strength_word(texts, one.strength).to_owned(),
        ]
    });
    let head = [
        texts.measures_name(),
        texts.measures_areas_goal(),
        texts.measures_period(),
        texts.measures_value(),
        texts.measures_areas_target(),
        texts.measures_areas_change(),
        texts.measures_areas_beside(),
        texts.measures_areas_together(),
    ];
    let name = format!("{}.csv", texts.measures_areas());
    Ok(Response::file("text/csv; charset=utf-8", &name, csv_text::write(&head, rows)))
}

/// The org unit asked for, else the whole municipality.
fn asked(cx: &Cx<'_, '_>) -> Answer<OrgUnitId> {
    let organisation = &cx.structure.organisation;
    let unit = match cx.req.query.text("enhet") {
        "" => *organisation.roots().first().or_not_found()?,
        asked => asked.parse().ok().or_not_found()?,
    };
    organisation.get(unit).or_not_found()?;
    Ok(unit)
}

/// Measures of the org unit's goals and of the goals right below them, each with the goal it stands under.
fn measures(
    cx: &Cx<'_, '_>,
    structure: &Structure,
    org_unit: OrgUnitId,
) -> Vec<(ElementId, Arc<Element>)> {
    let own = structure.owned_by(org_unit).filter(|one| one.role == Role::Goal);
    let own: Vec<&Arc<Element>> = own.filter(|one| one.is_current() && cx.may_see(one)).collect();
    let mut seen = BTreeSet::new();
    let mut all = Vec::new();
    for goal in own {
        let below = structure.children_with(goal.id, Role::Goal);
        let below = below.into_iter().filter(|one| one.is_current() && cx.may_see(one));
        for near in std::iter::once(goal.id).chain(below.map(|one| one.id)) {
            for (element, _) in structure.measures_of(near) {
                if element.is_current() && cx.may_see(element) && seen.insert(element.id) {
                    all.push((element.id, goal.clone()));
                }
            }
        }
    }
    all.truncate(MOST);
    all
}

/// Every measure with its signs, the particular first.
fn areas(cx: &mut Cx<'_, '_>, org_unit: OrgUnitId) -> Result<Vec<Area>, AppError> {
    let structure = cx.structure.clone();
    let asked = measures(cx, &structure, org_unit);
    let ids: Vec<ElementId> = asked.iter().map(|(id, _)| *id).collect();
    let today = cx.today();
    let mut shown = shown_together(cx, &structure, &ids, org_unit, today)?;
    let few = Few::of(cx, &ids)?;
    let mut newest: BTreeMap<ElementId, Vec<Newest>> = BTreeMap::new();
    for one in store::newest_of(cx.tx, ids.iter().copied())? {
        newest.entry(one.measure).or_default().push(one);
    }
    let level = structure.organisation.get(org_unit).map(|unit| unit.level.clone());
    let beside = |id: ElementId, (period, own): (Period, Decimal)| {
        let same_level = |unit: OrgUnitId| {
            unit != org_unit
                && structure.organisation.get(unit).map(|one| &one.level) == level.as_ref()
        };
        let told = |one: &&Newest| {
            let hides = few.hides(id, (one.org_unit, "", one.period));
            one.period == period
                && same_level(one.org_unit)
                && (!hides || cx.can(Action::RecordOutcome, one.org_unit))
        };
        let all = newest.get(&id).into_iter().flatten().filter(told);
        let others: Vec<Decimal> = all.filter_map(|one| one.known.0.number()).collect();
        Among::of(own, &others)
    };
    let mut all: Vec<Area> = asked
        .into_iter()
        .filter_map(|(id, goal)| {
            let (element, measure) =
                (structure.element(id)?.clone(), structure.measure(id)?.clone());
            let shown = shown.remove(&id)?;
            let (latest, signs) = signs(&measure, &shown, |latest| beside(id, latest));
            Some(Area { element, measure, goal, latest, signs, strength: signs.strength() })
        })
        .collect();
    all.sort_by_cached_key(|one| (one.strength, crate::i18n::sort_key(&one.element.title)));
    Ok(all)
}

/// What is known of a measure: only of a latest value that is there and may be seen.
fn signs(
    measure: &Measure,
    shown: &Shown,
    among: impl Fn((Period, Decimal)) -> Option<Among>,
) -> (Option<(Period, Decimal)>, Signs) {
    let Some(Finding::Observed(reading)) = &shown.finding else { return (None, Signs::default()) };
    let latest = shown.series.latest().filter(|_| !shown.hides_latest());
    let Some((place, value)) = latest else { return (None, Signs::default()) };
    let latest = (place.period, value);
    let change = |reading: &Reading| {
        let signal = reading.signal.filter(|signal| !signal.possible)?;
        Some(signal.meaning)
    };
    let signs = Signs {
        target_met: reading.target_met,
        change: change(reading),
        beside: among(latest).map(|among| beside(among.place, measure.direction.into())),
    };
    (Some(latest), signs)
}

impl Area {
    fn latest_words(&self, texts: crate::i18n::Texts) -> String {
        let Some((period, value)) = self.latest else { return String::new() };
        let value = super::value_words(texts.language, &self.measure, value);
        format!("{value}, {}", period_words(texts.language, period))
    }
}
