//! What was proposed of a part's subject is told only to those who may see the values behind it.

use domain::ids::OrgUnitId;

use super::store::Part;
use crate::assessment::Untold;
use crate::cx::Cx;
use crate::web::error::AppError;

/// Takes away what was proposed in parts by one org unit where the visitor may not be told.
pub(super) fn keep_untold<'p>(
    cx: &mut Cx<'_, '_>,
    org_unit: OrgUnitId,
    parts: impl Iterator<Item = &'p mut Part>,
) -> Result<(), AppError> {
    keep_all_untold(cx, parts.map(|part| (org_unit, part)))
}

/// As [`keep_untold`], of several org units. The values of the day when an account was opened are not
/// known, only that it was before today.
pub(super) fn keep_all_untold<'p>(
    cx: &mut Cx<'_, '_>,
    parts: impl Iterator<Item = (OrgUnitId, &'p mut Part)>,
) -> Result<(), AppError> {
    let proposed = parts.filter(|(_, part)| part.proposed.is_some());
    let with_place =
        proposed.filter_map(|(org_unit, part)| Some(((part.subject?, org_unit), part)));
    let parts: Vec<_> = with_place.collect();
    let (structure, today) = (cx.structure.clone(), cx.today());
    let untold = Untold::of_visitor(cx, &structure, parts.iter().map(|(place, _)| *place))?;
    for (place, part) in parts {
        part.proposed = part.proposed.filter(|_| !untold.keeps(place, today));
    }
    Ok(())
}
