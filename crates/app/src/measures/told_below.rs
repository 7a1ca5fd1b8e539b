//! What is said to who is about to write a value of an org unit that others make up.

use domain::ids::OrgUnitId;
use domain::measures::Measure;
use maud::{Markup, html};

use super::store;
use crate::cx::Cx;
use crate::web::error::Answer;
use crate::web::ui::{Tone, notice};

/// What is said to who is about to record for an org unit whose value others make up.
pub(super) fn told_below(
    cx: &mut Cx<'_, '_>,
    measure: &Measure,
    org_unit: OrgUnitId,
) -> Answer<Option<Markup>> {
    let structure = cx.structure.clone();
    let organisation = &structure.organisation;
    if measure.over_organisation.across().is_none() || organisation.children(org_unit).is_empty() {
        return Ok(None);
    }
    let units = store::org_units_with_values(cx.tx, measure.id)?;
    let is_below =
        |unit: &&OrgUnitId| **unit != org_unit && organisation.is_within(**unit, org_unit);
    let below = i64::try_from(units.iter().filter(is_below).count()).unwrap_or(0);
    let texts = cx.texts();
    let words = html! { p { (texts.measures_told_below_text()) } };
    Ok((below > 0).then(|| notice(Tone::Neutral, &texts.measures_told_below(below), &words)))
}
