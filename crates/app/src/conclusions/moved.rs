//! That figures which a conclusion rests on have been changed since: told wherever the conclusion is read.

use std::collections::{BTreeMap, BTreeSet};

use domain::analysis::{Facts, Ground, moved};
use domain::ids::{AnalysisId, ElementId};
use domain::periods::Period;
use maud::{Markup, html};

use super::store::{self, Rests};
use super::url;
use crate::cx::Cx;
use crate::i18n::date;
use crate::web::error::AppError;
use crate::web::ui::{Tone, notice};

/// So many measures are asked for by themselves; of more, all that was changed is read at once.
const FEW: usize = 32;

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
    let measures: BTreeSet<ElementId> =
        rest.iter().flat_map(|(_, grounds)| grounds.iter().map(|one| one.measure)).collect();
    let since = rest.iter().map(|(one, _)| one.since).min();
    let turns = match since {
        Some(since) if measures.len() > FEW => store::turns_since(cx.tx, since)?,
        Some(since) if !measures.is_empty() => store::turns_of(cx.tx, &measures, since)?,
        _ => Vec::new(),
    };
    let structure = cx.structure.clone();
    let mut by_analysis = BTreeMap::new();
    for (one, grounds) in rest {
        let inside = |unit| structure.organisation.is_within(unit, one.org_unit);
        let found = moved(&grounds, &turns, one.since, inside);
        let titles = found.iter().filter_map(|id| structure.element(*id));
        let titles: Vec<String> =
            titles.filter(|one| cx.may_see(one)).map(|one| one.title.clone()).collect();
        if !titles.is_empty() {
            by_analysis.insert(one.id, (one.since, titles));
        }
    }
    Ok(Moved { by_analysis })
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
