//! What states, days and judgements of an account are called.

use domain::elements::Structure;
use domain::followup::{AccountState, Need, PartKind, Round};
use domain::fulfilment::Fulfilment;
use domain::periods::Period;

use super::choices;
use super::store::Part;
use crate::app::App;
use crate::assessment;
use crate::i18n::{Texts, date_short, month_name};
use crate::web::ui::Symbol;

/// The word of an account's state.
pub fn state_word(texts: Texts, state: AccountState) -> &'static str {
    match state {
        AccountState::NotStarted => texts.followup_state_not_started(),
        AccountState::Draft => texts.followup_state_draft(),
        AccountState::Submitted => texts.followup_state_submitted(),
        AccountState::Approved => texts.followup_state_approved(),
    }
}

/// The symbol of an account's state.
pub fn state_symbol(state: AccountState) -> Symbol {
    match state {
        AccountState::NotStarted => Symbol::NotAssessed,
        AccountState::Draft => Symbol::Partly,
        AccountState::Submitted => Symbol::Clock,
        AccountState::Approved => Symbol::Met,
    }
}

/// What a part is called: the summary in the reader's language, the rest as it was named.
pub(super) fn part_title(texts: Texts, part: &Part) -> String {
    match part.kind {
        PartKind::Summary => texts.followup_summary().to_owned(),
        PartKind::Forecast => texts.followup_group_money().to_owned(),
        _ => part.title.clone(),
    }
}

/// A clock time of day: `09.14`.
pub(crate) fn clock_words(app: &App, texts: Texts, at: i64) -> String {
    let local = app.clock.local(at);
    let separator = if texts.language == crate::i18n::Language::Swedish { '.' } else { ':' };
    format!("{:02}{separator}{:02}", local.hour(), local.minute())
}

/// A day and time: `25 augusti 09.31`.
pub(super) fn moment_words(app: &App, texts: Texts, at: i64) -> String {
    format!(
        "{} {}",
        date_short(texts.language, app.clock.local(at).date()),
        clock_words(app, texts, at)
    )
}

/// The month an earlier text was about.
pub(super) fn month_of(texts: Texts, period: Period) -> &'static str {
    month_name(texts.language, period.last_day().month())
}

/// A judgement as an answer to the question of the part: a goal's in the words of its scale, with the
/// level that was chosen, if one was.
pub(super) fn level_word(
    texts: Texts,
    structure: &Structure,
    part: &Part,
    (level, chosen): (Fulfilment, &str),
) -> String {
    if part.kind == PartKind::Goal {
        let of = choices::type_of(structure, part);
        return assessment::level_word(texts, &structure.model, of, (level, chosen));
    }
    match level {
        Fulfilment::CannotTell => texts.followup_cannot_tell(),
        Fulfilment::NotAssessed => texts.assessment_not_assessed(),
        Fulfilment::Achieved => texts.followup_yes(),
        Fulfilment::Partly => texts.followup_partly(),
        Fulfilment::NotAchieved => texts.followup_no(),
    }
    .to_owned()
}

/// The question that the judgement answers.
pub(super) fn judgement_question(texts: Texts, kind: PartKind) -> &'static str {
    match kind {
        PartKind::Goal => texts.followup_question_goal(),
        PartKind::Activity => texts.followup_question_activity(),
        _ => texts.followup_question_measure(),
    }
}

/// The page's heading: a question about what stands out.
pub(super) fn heading(texts: Texts, part: &Part, rising: Option<bool>) -> String {
    match (part.kind, rising) {
        (PartKind::Summary, _) => texts.followup_heading_summary().to_owned(),
        (PartKind::Goal, _) => texts.followup_heading_goal(&part.title),
        (PartKind::Assignment, _) => texts.followup_heading_assignment(&part.title),
        (PartKind::Forecast, _) => texts.followup_heading_forecast().to_owned(),
        (PartKind::Activity, _) if part.needs.contains(&Need::Late) => {
            texts.followup_heading_late(&part.title)
        }
        (PartKind::Measure, _) if part.eased && is_met(part) => {
            texts.followup_heading_met(&part.title)
        }
        (PartKind::Measure, _) if part.eased => texts.followup_heading_eased(&part.title),
        (PartKind::Measure, Some(true)) if part.needs.contains(&Need::Worsening) => {
            texts.followup_heading_rises(&part.title)
        }
        (PartKind::Measure, Some(false)) if part.needs.contains(&Need::Worsening) => {
            texts.followup_heading_falls(&part.title)
        }
        (PartKind::Measure, _) if part.needs.contains(&Need::TargetNotMet) => {
            texts.followup_heading_missed(&part.title)
        }
        (PartKind::Measure, _) if !part.needs.is_empty() => {
            texts.followup_heading_deviates(&part.title)
        }
        _ => part.title.clone(),
    }
}

/// Whether what missed its target when it was asked about meets it now.
fn is_met(part: &Part) -> bool {
    part.needs.contains(&Need::TargetNotMet) && part.proposed == Some(Fulfilment::Achieved)
}

/// The symbol of a judgement.
pub(super) fn level_symbol(level: Fulfilment) -> Symbol {
    assessment::fulfilment_symbol(level)
}

/// When the account shall be in, in words.
pub(super) fn due_words(texts: Texts, round: &Round, today: jiff::civil::Date) -> String {
    let day = date_short(texts.language, round.due_on);
    if today > round.closes_on {
        texts.followup_closed(date_short(texts.language, round.closed_from()))
    } else if today > round.due_on {
        texts.followup_overdue(day)
    } else {
        texts.followup_due(day)
    }
}
