//! Which texts are written in a step of a kind.

use domain::analysis::{LONGEST_CONCLUSION, LONGEST_WORDS, StepKind};

use crate::i18n::Texts;

/// A text of a step.
pub(super) struct StepField {
    /// As it is kept and sent.
    pub(super) name: &'static str,
    /// What it is called.
    pub(super) label: &'static str,
    /// One sentence of help; may be empty.
    pub(super) hint: &'static str,
    /// Most letters.
    pub(super) most: usize,
    /// Height in lines.
    pub(super) rows: u16,
}

/// The conclusion itself.
pub(super) const CONCLUSION: &str = "slutsats";
/// How sure it is.
pub(super) const CERTAINTY: &str = "sakerhet";
/// What it means for the inhabitant.
pub(super) const INHABITANT: &str = "invanare";
/// What it means for businesses.
pub(super) const BUSINESS: &str = "foretag";
/// What to watch if things go on.
pub(super) const WATCH: &str = "bevaka";
/// The plan of action.
pub(super) const PLAN: &str = "plan";

fn field(name: &'static str, label: &'static str, hint: &'static str, rows: u16) -> StepField {
    StepField { name, label, hint, most: LONGEST_WORDS, rows }
}

/// The texts of a kind of step, in order.
pub(super) fn fields_of(texts: Texts, kind: StepKind) -> Vec<StepField> {
    match kind {
        StepKind::Review => vec![field("ord", texts.analysis_see_review(), "", 4)],
        StepKind::Compare => vec![field("ord", texts.analysis_see_compare(), "", 4)],
        StepKind::Patterns => vec![field("ord", texts.analysis_see_patterns(), "", 4)],
        StepKind::Describe => vec![field("ord", texts.analysis_see_describe(), "", 6)],
        StepKind::Reflect => {
            vec![field(
                "ord",
                texts.analysis_other_factors(),
                texts.analysis_other_factors_hint(),
                6,
            )]
        }
        StepKind::Ask => {
            vec![field("ord", texts.analysis_more_to_know(), texts.analysis_more_to_know_hint(), 4)]
        }
        StepKind::Conclude => conclusion(texts),
        StepKind::Act => vec![
            field(PLAN, texts.analysis_plan(), texts.analysis_plan_hint(), 6),
            field("uppfoljning", texts.analysis_follow_up(), texts.analysis_follow_up_hint(), 4),
        ],
        StepKind::CarryOut => vec![field("ord", texts.analysis_carried_out(), "", 4)],
    }
}

fn conclusion(texts: Texts) -> Vec<StepField> {
    let first = field(CONCLUSION, texts.analysis_conclusion(), texts.analysis_conclusion_hint(), 3);
    vec![
        StepField { most: LONGEST_CONCLUSION, ..first },
        field("orsaker", texts.analysis_causes(), "", 4),
        field("lardom_bra", texts.analysis_learned_good(), "", 3),
        field("lardom_daligt", texts.analysis_learned_bad(), "", 3),
        field(INHABITANT, texts.analysis_inhabitant(), texts.analysis_inhabitant_hint(), 3),
        field(BUSINESS, texts.analysis_business(), texts.analysis_business_hint(), 3),
        field("bild", texts.analysis_image(), "", 2),
        field("overordnat", texts.analysis_above(), "", 3),
        field(WATCH, texts.analysis_watch(), texts.analysis_watch_hint(), 3),
    ]
}
