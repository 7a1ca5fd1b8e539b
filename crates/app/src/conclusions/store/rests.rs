//! SQL that reads what conclusions rest on.

use db::{DbError, Tx};
use domain::ids::{AnalysisId, ElementId, OrgUnitId};

use crate::elements::store::{among, ask};

/// What a conclusion rests on, as it is kept.
pub(in crate::conclusions) struct Rests {
    pub(in crate::conclusions) id: AnalysisId,
    pub(in crate::conclusions) org_unit: OrgUnitId,
    pub(in crate::conclusions) period: String,
    /// The figures that were kept; empty where none were.
    pub(in crate::conclusions) facts: String,
    /// The measure that the analysis is about, where it is about one.
    pub(in crate::conclusions) subject: Option<ElementId>,
    /// From when its figures are, microseconds since 1970 in UTC.
    pub(in crate::conclusions) since: i64,
}

/// What the conclusions of some analyses rest on, of those that are concluded: the figures of the first
/// step that has any, and when just they were kept.
pub(in crate::conclusions) fn rests_of(
    tx: &mut Tx<'_>,
    ids: &[AnalysisId],
) -> Result<Vec<Rests>, DbError> {
    ask(
        tx,
        among!(
            "select a.analysis_id, a.org_unit_id, a.period, \
             coalesce((select s.facts from analysis_steps s where s.tenant = $1 \
             and s.analysis_id = a.analysis_id and s.facts <> '' order by s.number limit 1), ''), \
             (select m.element_id from measures m where m.tenant = $1 \
             and m.element_id = coalesce(p.subject_id, a.subject_id)), \
             coalesce((select s.facts_at from analysis_steps s where s.tenant = $1 \
             and s.analysis_id = a.analysis_id and s.facts <> '' order by s.number limit 1), \
             a.concluded_at, a.changed_at) \
             from analyses a left join parts p on p.tenant = a.tenant and p.part_id = a.subject_id \
             where a.tenant = $1 and a.state = 'concluded' and a.analysis_id"
        ),
        ids.iter().map(|id| id.bytes()),
        |row| {
            Ok(Rests {
                id: row.id(0)?,
                org_unit: row.id(1)?,
                period: row.text(2)?,
                facts: row.text(3)?,
                subject: row.maybe_id(4)?,
                since: row.int(5)?,
            })
        },
    )
}
