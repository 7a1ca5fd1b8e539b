//! The compilation of the address, as far as the visitor may know of it.

use domain::access::Action;
use domain::followup::{CompilationState, Round};
use domain::ids::OrgUnitId;

use super::store::{self, Compilation};
use crate::cx::Cx;
use crate::followup::{asked_for, has_others_under, reads_settled};
use crate::web::error::{Answer, AppError, OrNotFound};

/// A body in a round, with what it says.
pub(super) struct Found {
    pub(super) org_unit: OrgUnitId,
    pub(super) round: Round,
    /// What is kept; before the first word a draft at version 0.
    pub(super) compilation: Compilation,
    /// Whether the visitor writes for the body.
    pub(super) writes: bool,
}

impl Found {
    /// Whether it may still be changed.
    pub(super) fn is_open(&self) -> bool {
        self.compilation.state == CompilationState::Draft
    }
}

/// Finds it: what is settled is read by all but private providers elsewhere, a draft by those who write
/// or read drafts there.
pub(super) fn find(cx: &mut Cx<'_, '_>) -> Answer<Found> {
    let org_unit: OrgUnitId = cx.req.param("org").or_not_found()?;
    let structure = cx.structure.clone();
    structure.organisation.get(org_unit).or_not_found()?;
    has_others_under(cx, org_unit).then_some(()).or_not_found()?;
    let round = asked_for(cx)?.or_not_found()?;
    let writes = cx.can(Action::Plan, org_unit);
    let kept = store::compilation(cx.tx, round.id, org_unit)?;
    let settled = kept.as_ref().is_some_and(|one| one.state == CompilationState::Settled);
    let reads =
        if settled { reads_settled(cx, org_unit) } else { cx.can(Action::ReadDrafts, org_unit) };
    (writes || reads).then_some(()).or_not_found()?;
    let compilation = kept.unwrap_or_else(|| Compilation {
        id: cx.new_id(),
        round: round.id,
        org_unit,
        state: CompilationState::Draft,
        text: String::new(),
        person_name: String::new(),
        at: 0,
        version: 0,
    });
    Ok(Found { org_unit, round, compilation, writes })
}

/// The same for who writes.
pub(super) fn find_to_write(cx: &mut Cx<'_, '_>) -> Answer<Found> {
    let found = find(cx)?;
    if found.writes { Ok(found) } else { Err(AppError::Forbidden) }
}

/// Makes sure that the compilation is kept, so that quotes have something to stand in.
pub(super) fn begun(cx: &mut Cx<'_, '_>, found: &Found) -> Answer<Compilation> {
    if found.compilation.version > 0 {
        return Ok(found.compilation.clone());
    }
    let first = Compilation {
        person_name: cx.person()?.name.clone(),
        at: cx.visit.now,
        version: 1,
        ..found.compilation.clone()
    };
    store::insert_compilation(cx.tx, &first)?;
    Ok(first)
}
