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

use super::store::{self, OwnValue};
use super::{Few, Shown, period_words, shown_together};
use crate::cx::Cx;
use crate::frame::Nav;
use crate::web::error::{Answer, AppError, OrNotFound};
use crate::web::response::Response;

mod page;

/// The page's address.
pub(super) const URL: &str = "/starkt-och-svagt";
/// Measures that are looked at: six lists of 32, so that the page keeps within its statements.
const MOST: usize = 192;

/// The measures that are looked at, of how many.
struct Areas {
    found: Vec<Area>,
    all: usize,
}

/// A measure with its signs.
struct Area {
    element: Arc<Element>,
    measure: Arc<Measure>,
    /// The goal that it hangs on.
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
    let rows = areas.found.iter().map(|one| {
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

/// Measures of the org unit's goals and of the goals right below them, each with the goal it hangs on.
fn measures(
    cx: &Cx<'_, '_>,
    structure: &Structure,
    org_unit: OrgUnitId,
) -> Vec<(ElementId, Arc<Element>)> {
    let is_there = |one: &&Arc<Element>| one.is_current() && cx.may_see(one);
    let own = structure.owned_by(org_unit).filter(|one| one.role == Role::Goal).filter(is_there);
    let mut seen = BTreeSet::new();
    let mut all = Vec::new();
    for goal in own {
        let below = structure.children_with(goal.id, Role::Goal);
        for near in std::iter::once(goal).chain(below.into_iter().filter(is_there)) {
            for (element, _) in structure.measures_of(near.id) {
                if is_there(&element) && seen.insert(element.id) {
                    all.push((element.id, near.clone()));
                }
            }
        }
    }
    all
}

/// Every measure with its signs, the particular first.
fn areas(cx: &mut Cx<'_, '_>, org_unit: OrgUnitId) -> Result<Areas, AppError> {
    let structure = cx.structure.clone();
    let mut asked = measures(cx, &structure, org_unit);
    let many = asked.len();
    asked.truncate(MOST);
    let ids: Vec<ElementId> = asked.iter().map(|(id, _)| *id).collect();
    let today = cx.today();
    let mut shown = shown_together(cx, &structure, &ids, org_unit, today)?;
    let others = Others::of(cx, &ids, org_unit)?;
    let mut found: Vec<Area> = asked
        .into_iter()
        .filter_map(|(id, goal)| {
            let (element, measure) =
                (structure.element(id)?.clone(), structure.measure(id)?.clone());
            let shown = shown.remove(&id)?;
            let (latest, signs) = signs(&measure, &shown, |latest| others.beside(&measure, latest));
            Some(Area { element, measure, goal, latest, signs, strength: signs.strength() })
        })
        .collect();
    found.sort_by_cached_key(|one| (one.strength, crate::i18n::sort_key(&one.element.title)));
    Ok(Areas { found, all: many })
}

/// What the org units on a level have reported themselves, for the newest period of one of them.
struct Others {
    org_unit: OrgUnitId,
    of: BTreeMap<ElementId, Vec<OwnValue>>,
}

impl Others {
    /// Reads it, without what the visitor may not see.
    fn of(cx: &mut Cx<'_, '_>, ids: &[ElementId], org_unit: OrgUnitId) -> Result<Self, AppError> {
        let mut of: BTreeMap<ElementId, Vec<OwnValue>> = BTreeMap::new();
        let few = Few::of(cx, ids)?;
        for one in store::own_on_level(cx.tx, ids, org_unit)? {
            let hides = few.hides(one.measure, (one.org_unit, "", one.period));
            if !hides || cx.can(Action::RecordOutcome, one.org_unit) {
                of.entry(one.measure).or_default().push(one);
            }
        }
        Ok(Self { org_unit, of })
    }

    /// How a value stands among those of the others. Only what is reported is compared with what is
    /// reported: a value that is put together of many varies less than theirs.
    fn beside(&self, measure: &Measure, (period, own): (Period, Decimal)) -> Option<Among> {
        if measure.formula.is_some() {
            return None;
        }
        let all = self.of.get(&measure.id)?;
        let reported = (self.org_unit, period, Some(own));
        all.iter().find(|one| (one.org_unit, one.period, one.value.number()) == reported)?;
        let others = all.iter().filter(|one| one.org_unit != self.org_unit);
        let others: Vec<Decimal> = others.filter_map(|one| one.value.number()).collect();
        Among::of(own, &others)
    }
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
