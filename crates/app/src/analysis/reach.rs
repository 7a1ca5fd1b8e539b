//! What a visitor may do with an analysis. What one may not know of is not found.

use domain::analysis::{AnalysisState, Circle, Doing, Method, Place, may};
use domain::ids::AnalysisId;

use super::methods;
use super::store::{self, Analysis};
use crate::cx::Cx;
use crate::web::error::{Answer, AppError, OrNotFound};

/// An analysis as far as the visitor reaches.
pub(super) struct Found {
    pub(super) analysis: Analysis,
    pub(super) method: &'static Method,
    /// The numbers of the steps it goes through.
    pub(super) numbers: Vec<usize>,
    /// Whether the visitor may write in it as it stands today.
    pub(super) writes: bool,
    /// Whether the visitor takes part by invitation.
    pub(super) takes_part: bool,
    /// Whether the visitor may invite, conclude, open again and throw away.
    pub(super) leads: bool,
}

impl Found {
    /// Whether it may be written in.
    pub(super) fn is_open(&self) -> bool {
        self.analysis.state == AnalysisState::Open
    }

    /// Whether the visitor could write in it until somebody concluded it or threw it away.
    pub(super) fn is_shut(&self) -> bool {
        !self.is_open() && (self.leads || self.takes_part)
    }

    pub(super) fn is_conversation(&self) -> bool {
        self.analysis.circle == Circle::Conversation
    }
}

/// Where an analysis stands as far as rights go.
pub(super) fn place(analysis: &Analysis, takes_part: bool) -> Place {
    Place {
        org_unit: analysis.org_unit,
        circle: analysis.circle,
        state: analysis.state,
        takes_part,
    }
}

/// Whether the visitor may read an analysis.
pub(super) fn reads(cx: &Cx<'_, '_>, analysis: &Analysis, takes_part: bool) -> bool {
    let Ok(person) = cx.person() else { return false };
    let place = place(analysis, takes_part);
    let reads = may(person, Doing::Read, &place, &cx.structure.organisation);
    // A private provider reads nothing of the municipality's own work that it takes no part in.
    reads && (takes_part || !cx.is_provider_elsewhere(analysis.org_unit))
}

/// The analysis of the address, if the visitor may know of it.
pub(super) fn find(cx: &mut Cx<'_, '_>) -> Answer<Found> {
    let id: AnalysisId = cx.req.param("id").or_not_found()?;
    let analysis = store::analysis(cx.tx, id)?.or_not_found()?;
    let person = cx.person()?;
    let takes_part = store::takes_part(cx.tx, id, person.id)?;
    reads(cx, &analysis, takes_part).then_some(()).or_not_found()?;
    let (place, organisation) = (place(&analysis, takes_part), &cx.structure.organisation);
    let writes = may(person, Doing::Write, &place, organisation);
    let leads = may(person, Doing::Lead, &place, organisation) && cx.visit.then.is_none();
    let method = methods::method(&analysis.method).or(methods::methods().first()).or_not_found()?;
    let writes = writes && analysis.state == AnalysisState::Open && cx.visit.then.is_none();
    let numbers = method.numbers(analysis.is_quick);
    Ok(Found { analysis, method, numbers, writes, takes_part, leads })
}

/// The same for who writes in it. Whoever could have written before somebody else concluded it or threw it
/// away is told so with what they wrote: none then, as [`Found::is_shut`] says.
pub(super) fn find_to_write(cx: &mut Cx<'_, '_>) -> Answer<Found> {
    let found = find(cx)?;
    if found.writes || found.is_shut() { Ok(found) } else { Err(AppError::Forbidden) }
}

/// The same for who leads it.
pub(super) fn find_to_lead(cx: &mut Cx<'_, '_>) -> Answer<Found> {
    let found = find(cx)?;
    if found.leads { Ok(found) } else { Err(AppError::Forbidden) }
}
