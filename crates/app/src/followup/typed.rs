//! What a person has typed in a part, and whether somebody else came between.

use domain::followup::{Answer, AnswerProblem, LONGEST_TEXT, PartKind, PartState, check_answer};
use domain::fulfilment::Fulfilment;
use domain::ids::ElementId;

use super::choices;
use super::store::Part;
use super::sums::Sums;
use crate::assessment::Offered;
use crate::i18n::Texts;
use crate::web::fields::Fields;
use crate::web::ui::Problem;

/// The most characters that are kept of an unfinished text; far above what may be handed in, so
/// that a text that is too long is not lost while it is shortened.
pub(super) const MOST_KEPT: usize = 6_000;

/// A filled-in part.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Typed {
    pub(super) text: String,
    pub(super) causes: Vec<String>,
    pub(super) remedies: Vec<ElementId>,
    pub(super) level: Option<Fulfilment>,
    /// The level of the model's scale by which it is given; empty when by none.
    pub(super) scale_level: String,
    pub(super) reason: String,
    /// A choice, a number or sums, where the part asks for one.
    pub(super) sums: Sums,
}

/// The versions that the page showed; none where the page had no such field.
#[derive(Clone, Copy, Debug)]
pub(super) struct Versions {
    text: Option<i64>,
    reason: Option<i64>,
    form: Option<i64>,
}

/// What a form holds that its page does not have: a version that is none, or a choice.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Odd {
    /// It is no form of the page.
    Form,
    /// The field holds a choice that is not offered.
    Choice(&'static str),
}

/// What was sent, as far as it can be read.
pub(super) struct Sent {
    pub(super) typed: Typed,
    pub(super) versions: Versions,
    pub(super) odd: Option<Odd>,
}

/// The fields whose versions the form carries; the text is on every page of a part.
const VERSIONED: [&str; 8] = [
    "text_version",
    "skal_version",
    "bedomning_version",
    "orsak_version",
    "atgard_version",
    "varde_version",
    "prognos_version",
    "budget_version",
];

/// Which fields somebody else has changed meanwhile.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Conflict {
    pub(super) text: bool,
    pub(super) reason: bool,
    pub(super) choices: bool,
}

impl Typed {
    /// What is kept.
    pub(super) fn kept(part: &Part, remedies: &[ElementId]) -> Self {
        let mut remedies = remedies.to_vec();
        remedies.sort();
        Self {
            text: part.text.clone(),
            causes: part.causes.clone(),
            remedies,
            level: part.level,
            scale_level: part.scale_level.clone(),
            reason: part.reason.clone(),
            sums: Sums::kept(part),
        }
    }

    /// What was sent, with levels among those offered; fields that the page did not have stay as they
    /// are kept.
    pub(super) fn sent(form: &Fields, kept: &Self, levels: &[Offered]) -> Sent {
        let unreadable = |name: &&str| form.has(name) && form.parsed::<i64>(name).is_none();
        let is_ours = form.has("text_version") && !VERSIONED.iter().any(unreadable);
        let mut odd = (!is_ours).then_some(Odd::Form);
        let versions = Versions {
            text: form.parsed("text_version"),
            reason: form.parsed("skal_version"),
            form: VERSIONED.into_iter().skip(2).filter_map(|name| form.parsed(name)).max(),
        };
        let list = |name: &'static str| {
            form.all(name).filter(|value| !value.is_empty()).collect::<Vec<_>>()
        };
        let mut remedies: Vec<ElementId> = Vec::new();
        for id in list("atgard") {
            match id.parse() {
                Ok(id) => remedies.push(id),
                Err(_) => odd = odd.or(Some(Odd::Choice("atgard"))),
            }
        }
        remedies.sort();
        let chosen = if let Ok(chosen) = choices::level(levels, form.text("bedomning")) {
            Some(chosen.map(|one| (Some(one.means), one.scale_level)).unwrap_or_default())
        } else {
            odd = odd.take().or(Some(Odd::Choice("bedomning")));
            None
        };
        let has = |name: &str| form.has(&format!("{name}_version"));
        let (level, scale_level) = chosen
            .filter(|_| has("bedomning"))
            .unwrap_or_else(|| (kept.level, kept.scale_level.clone()));
        let typed = Self {
            text: if has("text") { form.text("text").to_owned() } else { kept.text.clone() },
            causes: if has("orsak") {
                list("orsak").into_iter().map(str::to_owned).collect()
            } else {
                kept.causes.clone()
            },
            remedies: if has("atgard") { remedies } else { kept.remedies.clone() },
            level,
            scale_level,
            reason: if has("skal") { form.text("skal").to_owned() } else { kept.reason.clone() },
            sums: Sums::sent(form, &kept.sums),
        };
        Sent { typed, versions, odd }
    }

    /// Which fields both have changed. A text that is the same on both sides is no conflict.
    pub(super) fn conflict(
        &self,
        versions: Versions,
        part: &Part,
        kept: &Self,
    ) -> Option<Conflict> {
        let stale = |known: Option<i64>, now: i64| known.is_some_and(|known| known != now);
        let choices = |typed: &Self| {
            let level = (typed.level, typed.scale_level.clone());
            (typed.causes.clone(), typed.remedies.clone(), level, typed.sums.clone())
        };
        let conflict = Conflict {
            text: stale(versions.text, part.text_version) && self.text != kept.text,
            reason: stale(versions.reason, part.reason_version) && self.reason != kept.reason,
            choices: stale(versions.form, part.version) && choices(self) != choices(kept),
        };
        (conflict.text || conflict.reason || conflict.choices).then_some(conflict)
    }

    /// What is longer than an unfinished text may be; it is refused whole, never cut.
    pub(super) fn too_long(&self, texts: Texts) -> Vec<Problem> {
        [("text", &self.text), ("skal", &self.reason)]
            .into_iter()
            .filter(|(_, text)| text.chars().count() > MOST_KEPT)
            .map(|(field, text)| Problem::at(field, too_long_words(texts, text)))
            .collect()
    }

    /// The part as it will be kept, all versions raised by one.
    pub(super) fn into_part(self, part: &Part) -> Part {
        Part {
            asked: self.sums.into_asked(part),
            text: self.text,
            causes: self.causes,
            level: self.level,
            scale_level: self.scale_level,
            reason: self.reason,
            text_version: part.text_version + 1,
            reason_version: part.reason_version + 1,
            version: part.version + 1,
            ..part.clone()
        }
    }
}

fn check(part: &Part) -> Vec<AnswerProblem> {
    check_answer(&Answer {
        kind: part.kind,
        needs: part.asks(),
        causes: part.causes.len(),
        text: &part.text,
        level: part.level,
        proposed: part.proposed,
        reason: &part.reason,
        asked: part.asked.as_ref(),
    })
}

/// How a part stands with its answer as it is: one that was done and whose answer is no longer
/// enough, since fields are saved one by one, is left again.
pub(super) fn state_of(part: &Part) -> PartState {
    if check(part).is_empty() { part.state } else { PartState::Left }
}

/// How much of a text must go before it can be handed in; empty when it fits.
pub(super) fn too_long_words(texts: Texts, text: &str) -> String {
    let over = text.trim().chars().count().saturating_sub(LONGEST_TEXT);
    let over = i64::try_from(over).unwrap_or(i64::MAX);
    if over == 0 { String::new() } else { texts.followup_too_long(over) }
}

/// What is missing before the part is done, at its field.
pub(super) fn problems(texts: Texts, part: &Part) -> Vec<Problem> {
    let count = |over: usize| i64::try_from(over).unwrap_or(i64::MAX);
    check(part)
        .into_iter()
        .map(|problem| match problem {
            AnswerProblem::TextTooLong { over } => {
                Problem::at("text", texts.followup_too_long(count(over)))
            }
            AnswerProblem::ReasonTooLong { over } => {
                Problem::at("skal", texts.followup_too_long(count(over)))
            }
            AnswerProblem::NeedsWords if part.kind == PartKind::Forecast => {
                Problem::at("text", texts.followup_needs_forecast_words())
            }
            AnswerProblem::NeedsChoice => Problem::at("varde", texts.followup_needs_level()),
            AnswerProblem::NeedsNumber => Problem::at("varde", texts.followup_needs_number()),
            AnswerProblem::NeedsSum => Problem::at("prognos", texts.followup_needs_sum()),
            AnswerProblem::NeedsWords if part.asks().is_empty() => {
                Problem::at("text", texts.followup_needs_text())
            }
            AnswerProblem::NeedsWords => Problem::at("text", texts.followup_needs_words()),
            AnswerProblem::NeedsLevel => Problem::at("bedomning", texts.followup_needs_level()),
            AnswerProblem::NeedsReason => Problem::at("skal", texts.followup_needs_reason()),
        })
        .collect()
}
