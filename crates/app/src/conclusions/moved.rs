//! That figures which a conclusion rests on have been changed since: told wherever the conclusion is read.

use std::collections::{BTreeMap, BTreeSet};

use domain::analysis::{Facts, Ground, Turns};
use domain::ids::{AnalysisId, ElementId, OrgUnitId};
use domain::organisation::Organisation;
use domain::periods::Period;
use maud::{Markup, html};

use super::store::{self, Asked, Places, Rests, UNITS};
use super::url;
use crate::cx::Cx;
use crate::i18n::date;
use crate::web::error::AppError;
use crate::web::ui::{Tone, notice};

/// So many pairs of a measure and an org unit are looked for pair by pair; of more, what was changed of the
/// measures is gone through.
const FEW: usize = 2_000;

/// What has changed under some conclusions, by analysis.
pub struct Moved {
    by_analysis: BTreeMap<AnalysisId, (i64, Vec<String>)>,
}

/// Looks for what has changed under the conclusions of some analyses.
pub fn moved_since(cx: &mut Cx<'_, '_>, ids: &[AnalysisId]) -> Result<Moved, AppError> {
    let mut rest: Vec<(Rests, Vec<Ground>)> = Vec::new();
    for one in store::rests_of(cx.tx, ids)? {
        let grounds = grounds(&one)?;
        rest.push((one, grounds));
    }
    rest.retain(|(_, grounds)| !grounds.is_empty());
    let structure = cx.structure.clone();
    let turns: Turns = match asked(&structure.organisation, &rest) {
        Some(asked) => store::turns_of(cx.tx, &asked)?.into_iter().collect(),
        None => Turns::default(),
    };
    let mut by_analysis = BTreeMap::new();
    for (one, grounds) in rest {
        let inside = |unit| structure.organisation.is_within(unit, one.org_unit);
        let found = turns.moved(&grounds, one.since, inside);
        let titles = found.iter().filter_map(|id| structure.element(*id));
        let titles: Vec<String> =
            titles.filter(|one| cx.may_see(one)).map(|one| one.title.clone()).collect();
        if !titles.is_empty() {
            by_analysis.insert(one.id, (one.since, titles));
        }
    }
    Ok(Moved { by_analysis })
}

/// What is asked of the store for all of them at once; nothing where none rests on any figure.
fn asked(organisation: &Organisation, rest: &[(Rests, Vec<Ground>)]) -> Option<Asked> {
    let grounds = || rest.iter().flat_map(|(_, grounds)| grounds);
    let measures: BTreeSet<ElementId> = grounds().map(|one| one.measure).collect();
    // Many rest on figures of the same period.
    let spans: BTreeMap<_, _> = grounds().map(|one| ((one.first, one.last), one)).collect();
    let periods: BTreeSet<String> =
        spans.values().flat_map(|one| one.periods()).map(|one| one.to_string()).collect();
    let all: BTreeSet<OrgUnitId> = rest.iter().map(|(one, _)| one.org_unit).collect();
    let is_under = |id: &OrgUnitId| organisation.ancestors(*id).iter().any(|up| all.contains(up));
    let tops: Vec<OrgUnitId> = all.iter().copied().filter(|id| !is_under(id)).collect();
    let inside: Vec<OrgUnitId> = tops.iter().flat_map(|id| organisation.subtree(*id)).collect();
    let places = if inside.len() <= UNITS && inside.len() * measures.len() <= FEW {
        Places::At(inside)
    } else if tops.len() <= UNITS {
        Places::Below(tops)
    } else {
        Places::Below(organisation.roots().to_vec())
    };
    Some(Asked {
        measures: measures.into_iter().collect(),
        places,
        periods: (periods.first()?.clone(), periods.last()?.clone()),
        since: rest.iter().map(|(one, _)| one.since).min()?,
    })
}

/// What a conclusion rests on: what was kept with the analysis, else the figures of its period of the
/// measure that it is about.
fn grounds(one: &Rests) -> Result<Vec<Ground>, AppError> {
    if !one.facts.is_empty() {
        return Ok(Ground::of_facts(&serde_json::from_str::<Facts>(&one.facts)?));
    }
    let period: Option<Period> = one.period.parse().ok();
    Ok(one.subject.zip(period).map(|(id, period)| Ground::new(id, period)).into_iter().collect())
}

impl Moved {
    /// That figures under a conclusion have changed, with the way to what has; nothing where none have.
    pub fn told(&self, cx: &Cx<'_, '_>, id: AnalysisId) -> Markup {
        let Some((since, titles)) = self.by_analysis.get(&id) else { return html! {} };
        let texts = cx.texts();
        let day = date(texts.language, cx.app.clock.local(*since).date());
        let body = html! {
            p { (texts.conclusions_moved_text(day, titles.join(", "))) }
            p { a href=(url(id)) { (texts.conclusions_moved_link()) } }
        };
        notice(Tone::Concern, texts.conclusions_moved(), &body)
    }
}
