//! What org units cost beside the quality they give: which measures, which values, and the same as a
//! file.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use domain::elements::{Element, Structure};
use domain::ids::{ElementId, OrgUnitId};
use domain::measures::{Measure, longer};
use domain::periods::{Frequency, Period};
use domain::statistics::crossing::{Crossing, FEWEST, Field};
use formats::csv_text;
use rust_decimal::Decimal;

use super::crossing_page::{CrossingPage, field_words};
use super::gathered::{lowest, sees, spread_of};
use crate::cx::Cx;
use crate::frame::Nav;
use crate::measures::moves_along::candidates;
use crate::measures::show::chosen;
use crate::measures::store;
use crate::web::error::{Answer, AppError, OrNotFound};
use crate::web::response::Response;

/// Measures of the org unit that are offered.
const MOST_REPORTED: i64 = 60;

/// One org unit's two values.
pub(super) struct Both {
    pub(super) unit: OrgUnitId,
    pub(super) cost: Decimal,
    pub(super) quality: Decimal,
}

/// Cost and quality of a period.
pub(super) struct Crossed {
    pub(super) period: Period,
    pub(super) units: Vec<Both>,
    /// Org units of which one value is not for the visitor to see.
    pub(super) hidden: usize,
    /// None for fewer than five, and where nobody has said which way quality is better.
    pub(super) crossing: Option<Crossing>,
}

impl Crossed {
    /// Where each org unit lies; none of them where there is no cross.
    pub(super) fn fields(&self) -> &[Field] {
        self.crossing.as_ref().map(|one| one.fields.as_slice()).unwrap_or_default()
    }
}

/// What is asked: the measure of quality, the org unit one came from, and the measure of cost.
struct Asked {
    element: Arc<Element>,
    measure: Arc<Measure>,
    own: OrgUnitId,
    cost: Option<(Arc<Element>, Arc<Measure>)>,
}

/// Shows the page.
pub(in crate::measures) fn show(cx: &mut Cx<'_, '_>) -> Answer<Response> {
    let structure = cx.structure.clone();
    let asked = asked(cx, &structure)?;
    let reported = store::measures_reported_by(cx.tx, asked.own, MOST_REPORTED)?;
    let offered = candidates(cx, &structure, &asked.element, &reported);
    let offered = offered.into_iter().filter_map(|id| structure.element(id)).collect();
    let crossed = crossed(cx, &asked)?;
    let page = CrossingPage {
        texts: cx.texts(),
        structure: &structure,
        element: &asked.element,
        measure: &asked.measure,
        own: asked.own,
        cost: asked.cost.as_ref().map(|(element, measure)| (element, measure)),
        offered,
        crossed,
    };
    Ok(cx.page(cx.texts().measures_crossing(), Nav::Measures, &page.body()))
}

/// Downloads the two values of each org unit and the field it lies in.
pub(in crate::measures) fn download(cx: &mut Cx<'_, '_>) -> Answer<Response> {
    let structure = cx.structure.clone();
    let asked = asked(cx, &structure)?;
    let crossed = crossed(cx, &asked)?.or_not_found()?;
    let texts = cx.texts();
    let fields = crossed.fields();
    let cost = asked.cost.as_ref().map_or("", |(element, _)| element.title.as_str());
    let rows = crossed.units.iter().enumerate().map(|(at, one)| {
        let names = (cost, asked.element.title.as_str());
        let field = fields.get(at).map(|field| field_words(texts, *field, names));
        [
            structure.organisation.name(one.unit).to_owned(),
            crossed.period.to_string(),
            one.cost.normalize().to_string(),
            one.quality.normalize().to_string(),
            field.unwrap_or_default(),
        ]
    });
    let head = [
        texts.measures_org_unit(),
        texts.measures_period(),
        cost,
        &asked.element.title,
        texts.measures_crossing_field(),
    ];
    let name = format!("{}, {cost}.csv", asked.element.title);
    Ok(Response::file("text/csv; charset=utf-8", &name, csv_text::write(&head, rows)))
}

fn asked(cx: &mut Cx<'_, '_>, structure: &Structure) -> Answer<Asked> {
    let id: ElementId = cx.req.param("id").or_not_found()?;
    let element = cx.find_visible(structure, id)?.clone();
    let measure = structure.measure(id).or_not_found()?.clone();
    let with_values = store::org_units_with_values(cx.tx, id)?;
    let own = chosen(cx, &element, &with_values)?;
    let wanted = cx.req.query.text("mot");
    let cost = if wanted.is_empty() {
        None
    } else {
        let id: ElementId = wanted.parse().ok().or_not_found()?;
        let element = cx.find_visible(structure, id)?.clone();
        Some((element, structure.measure(id).or_not_found()?.clone()))
    };
    Ok(Asked { element, measure, own, cost })
}

/// The values by period and org unit, put to years where `by_year` says so; and where one is hidden.
type Values = BTreeMap<Period, BTreeMap<OrgUnitId, Option<Decimal>>>;

fn values(cx: &mut Cx<'_, '_>, measure: &Measure, by_year: bool) -> Result<Values, AppError> {
    let (spread, few) = spread_of(cx, measure)?;
    let mut all = Values::new();
    for unit in spread.units() {
        let is_hidden =
            |period: Period| few.hides(measure.id, (unit, "", period)) && !sees(cx, unit);
        let series = spread.series(unit);
        if by_year && measure.frequency != Frequency::Year {
            let known = series.iter().map(|(period, (value, _))| (*period, *value));
            for year in longer(measure, known, Frequency::Year) {
                // A year that is not whole is another story than one that is.
                let Some(value) = year.value.filter(|_| year.coverage.is_complete()) else {
                    continue;
                };
                let within = |(period, _): &&(Period, _)| year.period.covers(*period);
                let hidden = series.iter().filter(within).any(|(period, _)| is_hidden(*period));
                all.entry(year.period).or_default().insert(unit, (!hidden).then_some(value));
            }
        } else {
            for (period, (value, _)) in series {
                let Some(value) = value.number() else { continue };
                let shown = (!is_hidden(*period)).then_some(value);
                all.entry(*period).or_default().insert(unit, shown);
            }
        }
    }
    Ok(all)
}

/// The newest period for which enough org units have both; none where there is none.
fn crossed(cx: &mut Cx<'_, '_>, asked: &Asked) -> Result<Option<Crossed>, AppError> {
    let Some((_, cost)) = &asked.cost else { return Ok(None) };
    let by_year = cost.frequency != asked.measure.frequency;
    let costs = values(cx, cost, by_year)?;
    let qualities = values(cx, &asked.measure, by_year)?;
    let found = qualities.iter().rev().find_map(|(period, qualities)| {
        let costs = costs.get(period)?;
        let both = |unit: &&OrgUnitId| costs.contains_key(*unit);
        let having: BTreeSet<OrgUnitId> = qualities.keys().filter(both).copied().collect();
        let having = lowest(cx, &having);
        (having.len() >= FEWEST).then_some((*period, qualities, costs, having))
    });
    let Some((period, qualities, costs, having)) = found else { return Ok(None) };
    let mut units: Vec<Both> = having
        .iter()
        .filter_map(|unit| {
            let (cost, quality) = ((*costs.get(unit)?)?, (*qualities.get(unit)?)?);
            Some(Both { unit: *unit, cost, quality })
        })
        .collect();
    let organisation = &cx.structure.organisation;
    units.sort_by_cached_key(|one| crate::i18n::sort_key(organisation.name(one.unit)));
    let pairs: Vec<(Decimal, Decimal)> = units.iter().map(|one| (one.cost, one.quality)).collect();
    let crossing = Crossing::of(&pairs, asked.measure.direction.into());
    let hidden = having.len() - units.len();
    Ok(Some(Crossed { period, units, hidden, crossing }))
}
