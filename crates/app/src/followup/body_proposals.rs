//! What the rules propose of a body's own goals, and what is judged of them, on the body's page.

use std::collections::BTreeMap;

use domain::assessment::Proposed;
use domain::elements::{Element, Structure};
use domain::fulfilment::Stage;
use domain::ids::{ElementId, OrgUnitId};
use maud::{Markup, html};

use crate::assessment::store::{self, Assessment, AssessmentKind};
use crate::assessment::{
    Below, fulfilment_symbol, grounds_of, judgement_word, latest_of, measures_behind, met_by,
    proposal_words, stage_word,
};
use crate::cx::Cx;
use crate::frame::Nav;
use crate::i18n::date_short;
use crate::measures::shown_together;
use crate::web::error::AppError;
use crate::web::response::Response;
use crate::web::ui::{PageHead, empty_state, page_header, signal_status, status_row};

/// The page before the first round.
pub(super) fn without_round(cx: &Cx<'_, '_>, name: &str) -> Response {
    let texts = cx.texts();
    let head = PageHead { title: name.to_owned(), ..PageHead::default() };
    let body = html! {
        div.wrap.page {
            (page_header(&head))
            (empty_state(texts.followup_no_round(), texts.followup_no_round_text(), None))
        }
    };
    cx.page(name, Nav::FollowUp, &body)
}

/// Most children of a goal that is read with the others.
const MOST_TOGETHER: usize = 100;

/// What is proposed and judged of each goal.
pub(super) struct Proposals {
    proposed: BTreeMap<ElementId, Proposed>,
    judged: BTreeMap<ElementId, Vec<Assessment>>,
}

/// Reads it for all goals at once; a goal that very many answer to is summed on its own, and kept.
pub(super) fn read(
    cx: &mut Cx<'_, '_>,
    structure: &Structure,
    goals: &[&Element],
    body: OrgUnitId,
) -> Result<Proposals, AppError> {
    let today = cx.today();
    let mut behind: Vec<ElementId> =
        goals.iter().flat_map(|goal| measures_behind(structure, goal)).collect();
    behind.sort_unstable();
    behind.dedup();
    let measures = shown_together(cx, structure, &behind, body, today)?;
    let is_many = |goal: &Element| structure.count_children(goal.id) > MOST_TOGETHER;
    let few: Vec<ElementId> =
        goals.iter().filter(|goal| !is_many(goal)).map(|goal| goal.id).collect();
    let below = Below::read(cx.tx, structure, (&few, body), today.year())?;
    let mut proposed = BTreeMap::new();
    for goal in goals {
        let outcome = if is_many(goal) {
            grounds_of(cx, structure, goal, &measures)?.outcome
        } else {
            let met = |id: ElementId| met_by(&measures, id);
            below.grounds(structure, goal, AssessmentKind::Outcome, &met)
        };
        proposed.insert(goal.id, outcome.proposed);
    }
    Ok(Proposals { proposed, judged: store::of_org_unit(cx.tx, body)? })
}

impl Proposals {
    /// What is proposed of one goal, and each stage's judgement.
    pub(super) fn of_goal(&self, cx: &Cx<'_, '_>, goal: &Element) -> Markup {
        let texts = cx.texts();
        let structure = &cx.structure;
        let word = |level, chosen: &str| {
            judgement_word(texts, structure, goal, (AssessmentKind::Outcome, level, chosen))
        };
        let judged = self.judged.get(&goal.id).map(Vec::as_slice).unwrap_or_default();
        let stages = [Stage::Political, Stage::Central, Stage::Own];
        let said: Vec<&Assessment> = stages
            .iter()
            .filter_map(|stage| latest_of(judged, *stage, AssessmentKind::Outcome))
            .collect();
        html! {
            @if let Some(Ok(proposal)) = self.proposed.get(&goal.id) {
                @let shape = fulfilment_symbol(proposal.level);
                @let words = proposal_words(texts, &structure.model, &Ok(proposal.clone()));
                p.fine { (texts.assessment_rule()) }
                (status_row(shape, shape.tone(), &word(proposal.level, ""), &words))
            }
            @if !said.is_empty() {
                ul.plain {
                    @for one in &said {
                        li {
                            @let shape = fulfilment_symbol(one.level);
                            (signal_status(shape, shape.tone(), &word(one.level, &one.scale_level))) " "
                            span.fine {
                                (texts.assessment_by(
                                    date_short(texts.language, cx.app.clock.local(one.at).date()),
                                    if one.person_name.is_empty() { texts.assessment_nobody() } else { &one.person_name },
                                    stage_word(texts, structure, goal, one.stage)))
                            }
                        }
                    }
                }
            }
        }
    }
}
