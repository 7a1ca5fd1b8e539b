//! The list of analyses: by part of the organisation, year, method, state, what they are about, who began
//! them and words.

use domain::analysis::{AnalysisState, SubjectKind};
use domain::ids::OrgUnitId;

use super::list_rows::ListPage;
use super::reach::reads;
use super::store::{self, Analysis, Wanted};
use crate::cx::Cx;
use crate::frame::Nav;
use crate::web::error::{Answer, OrNotFound};

/// Rows on a page.
const PAGE_ROWS: usize = 50;
/// Rows that one statement reads.
const AT_ONCE: usize = 200;
/// Statements that a page may cost: where nothing fits among so many, the rest is a page further.
const MOST_READS: usize = 8;
/// Longest search.
const LONGEST_WORDS: usize = 100;

/// What the visitor asks of the list.
pub(super) struct Asked {
    pub(super) wanted: Wanted,
    /// Whose, with what lies under it; none for the whole municipality.
    pub(super) org_unit: Option<OrgUnitId>,
    /// Only one's own.
    pub(super) own: bool,
    /// The words as they were written.
    pub(super) words: String,
}

fn asked(cx: &Cx<'_, '_>) -> Answer<Asked> {
    let query = &cx.req.query;
    let org_unit = match query.text("enhet") {
        "" => None,
        asked => {
            let unit: OrgUnitId = asked.parse().ok().or_not_found()?;
            cx.structure.organisation.get(unit).or_not_found()?;
            Some(unit)
        }
    };
    let words: String = query.text("ord").chars().take(LONGEST_WORDS).collect();
    let own = query.text("vem") == "mina";
    let state: Option<AnalysisState> = query.parsed("lage");
    let kind: Option<SubjectKind> = query.parsed("om");
    let method = super::methods::method(query.text("metod"));
    let before = query.text("fore").split_once('.').and_then(|(at, id)| {
        let id: domain::ids::AnalysisId = id.parse().ok()?;
        Some((at.parse().ok()?, id.bytes()))
    });
    let wanted = Wanted {
        year: query.parsed("ar").filter(|year| (1900..3000).contains(year)).unwrap_or(0),
        method: method.map(|one| one.id.clone()).unwrap_or_default(),
        state: state.map_or("", AnalysisState::code).to_owned(),
        kind: kind.map_or("", SubjectKind::code).to_owned(),
        words: words.to_lowercase(),
        person: if own { Some(cx.person_id()?) } else { None },
        before,
    };
    Ok(Asked { wanted, org_unit, own, words })
}

/// Shows the list.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let asked = asked(cx)?;
    let (rows, next) = rows(cx, &asked)?;
    let page = ListPage { cx, asked: &asked, rows: &rows, next };
    let title = cx.texts().analysis_title();
    Ok(cx.page(title, Nav::FollowUp, &page.body()))
}

/// A page of what the visitor may read, and where the next begins.
#[expect(clippy::type_complexity, reason = "a page and the place after it")]
fn rows(cx: &mut Cx<'_, '_>, asked: &Asked) -> Answer<(Vec<Analysis>, Option<(i64, [u8; 16])>)> {
    let visitor = cx.person_id()?;
    let structure = cx.structure.clone();
    let organisation = &structure.organisation;
    let mut wanted = asked.wanted.clone();
    let mut rows = Vec::new();
    for _ in 0..MOST_READS {
        let most = i64::try_from(AT_ONCE).unwrap_or(i64::MAX);
        let some = store::listed(cx.tx, &wanted, visitor, most)?;
        let was_last = some.len() < AT_ONCE;
        for (one, takes_part) in some {
            wanted.before = Some((one.changed_at, one.id.bytes()));
            let within = asked.org_unit.is_none_or(|top| organisation.is_within(one.org_unit, top));
            if !within || !reads(cx, &one, takes_part) {
                continue;
            }
            rows.push(one);
            if rows.len() == PAGE_ROWS {
                return Ok((rows, wanted.before));
            }
        }
        if was_last {
            return Ok((rows, None));
        }
    }
    Ok((rows, wanted.before))
}
