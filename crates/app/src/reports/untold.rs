//! What was proposed is left out of a report where the values behind it are hidden from anybody: a
//! report is the same for all.

use domain::elements::Structure;

use super::store::Explanation;
use crate::assessment::Untold;
use crate::cx::Cx;
use crate::web::error::Answer;

/// Takes away what was proposed where the values behind it are hidden from anybody.
pub(super) fn keep_untold(
    cx: &mut Cx<'_, '_>,
    structure: &Structure,
    found: &mut [Explanation],
) -> Answer<()> {
    let proposed = found.iter().filter(|one| one.proposed.is_some());
    let places = proposed.filter_map(|one| Some((one.subject?, one.org_unit)));
    let untold = Untold::of_all(cx, structure, places)?;
    let today = cx.today();
    for one in found {
        let keeps = |id| untold.keeps((id, one.org_unit), today);
        if one.subject.is_some_and(keeps) {
            one.proposed = None;
        }
    }
    Ok(())
}
