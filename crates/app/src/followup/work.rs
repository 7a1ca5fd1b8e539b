//! The activities that can be the answer to a deviation.

use domain::elements::Structure;
use domain::fulfilment::Progress;
use domain::ids::ElementId;
use domain::steering::Role;

use super::reach::Found;
use super::store::Part;
use super::typed::Typed;
use crate::activities;
use crate::cx::Cx;
use crate::i18n::sort_key;
use crate::web::error::Answer;

pub(super) type Offered = Vec<(ElementId, String, Option<Progress>)>;

/// The org unit's activities that can be the answer: chosen ones first, finished ones last.
pub(super) fn offered(
    cx: &mut Cx<'_, '_>,
    structure: &Structure,
    found: &Found,
    part: &Part,
    typed: &Typed,
) -> Answer<Offered> {
    if !part.is_deviation() || !part.kind.is_judged() {
        return Ok(Vec::new());
    }
    let activities: Vec<_> = structure
        .owned_by(found.account.org_unit)
        .filter(|element| element.role == Role::Activity && Some(element.id) != part.subject)
        .collect();
    let ids = activities.iter().map(|element| element.id);
    let progress = activities::store::progress_of(cx.tx, ids)?;
    let mut owned: Offered = activities
        .into_iter()
        .map(|element| (element.id, element.title.clone(), progress.get(&element.id).copied()))
        .collect();
    owned.sort_by_cached_key(|(id, title, progress)| {
        (!typed.remedies.contains(id), *progress == Some(Progress::Done), sort_key(title))
    });
    Ok(owned)
}
