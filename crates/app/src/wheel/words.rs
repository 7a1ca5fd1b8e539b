//! Days, rules, clashes and the law in words.

use domain::calendar::{
    Clash, ClashKind, DayRule, LONGEST_INSTRUCTIONS, LONGEST_TITLE, LawClash, LawDay, LawDuty,
    RuleKind, StepProblem, WheelStep, holiday_on, is_election_year, is_working_day,
};
use jiff::civil::{Date, Weekday};
use maud::{Markup, html};

use crate::cx::Cx;
use crate::i18n::{Texts, date, date_short, month_name, weekday};
use crate::web::ui::{Tone, notice};

/// `torsdag 15 oktober`, where day and month stay together.
pub(super) fn day(texts: Texts, day: Date) -> String {
    format!("{} {}", weekday(texts.language, day), short(texts, day))
}

/// `15 oktober`, on one line.
pub(super) fn short(texts: Texts, day: Date) -> String {
    date_short(texts.language, day).replace(' ', "\u{a0}")
}

/// `15 okt`, where there is little room. Short names are written whole: `1 juni`.
pub(super) fn brief(texts: Texts, day: Date) -> String {
    let month = month_name(texts.language, day.month());
    let most = if month.chars().count() <= 4 { 4 } else { 3 };
    let month: String = month.chars().take(most).collect();
    format!("{}\u{a0}{month}", day.day())
}

/// `15 oktober`, with the year where it is another than the wheel's.
pub(super) fn near(texts: Texts, year: i16, day: Date) -> String {
    if day.year() == year { short(texts, day) } else { date(texts.language, day) }
}

/// When a step takes place: its first and last day, or the one it has.
pub(super) fn span(texts: Texts, step: &WheelStep) -> String {
    let content = &step.content;
    match content.opens_on.filter(|opens| *opens < content.due_on) {
        Some(opens) => {
            let (first, last) = (near(texts, step.year, opens), short(texts, content.due_on));
            texts.wheel_span(first, last)
        }
        None => short(texts, content.due_on),
    }
}

/// Why offices are closed on a day; nothing for a working day.
pub(super) fn closed(texts: Texts, day: Date) -> Option<String> {
    match holiday_on(day) {
        Some(holiday) => Some(texts.wheel_holiday(holiday.key())),
        None if is_working_day(day) => None,
        None => Some(weekday(texts.language, day).to_owned()),
    }
}

/// How many days are left, or that the day is today or gone.
pub(super) fn left(texts: Texts, today: Date, day: Date) -> String {
    let days = today.until(day).map_or(0, |span| i64::from(span.get_days()));
    match days {
        0 => texts.wheel_today().to_owned(),
        1.. => texts.wheel_days_left(days),
        _ => texts.wheel_passed().to_owned(),
    }
}

/// A rule as a sentence without its end.
pub(super) fn rule(texts: Texts, rule: DayRule) -> String {
    let language = texts.language;
    let month = |month: i8| month_name(language, month);
    let named = |weekday: Weekday| texts.wheel_weekday(number(weekday));
    match rule {
        DayRule::Nearest(of, on) => texts.wheel_rule_nearest(
            i64::from(of.day),
            month(of.month),
            texts.wheel_weekday_one(number(on)),
        ),
        DayRule::SameDate(of) => texts.wheel_rule_same_date(i64::from(of.day), month(of.month)),
        DayRule::NthWeekday(of, which, on) => {
            texts.wheel_rule_nth(month(of), texts.wheel_ordinal(ordinal(which)), named(on))
        }
        DayRule::LastWeekday(of, on) => texts.wheel_rule_last_weekday(month(of), named(on)),
        DayRule::FirstWorkingDay(of) => texts.wheel_rule_first_working(month(of)),
        DayRule::LastWorkingDay(of) => texts.wheel_rule_last_working(month(of)),
        DayRule::LastDay(of) => texts.wheel_rule_last_day(month(of)),
    }
}

fn number(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Monday => "monday",
        Weekday::Tuesday => "tuesday",
        Weekday::Wednesday => "wednesday",
        Weekday::Thursday => "thursday",
        Weekday::Friday => "friday",
        Weekday::Saturday => "saturday",
        Weekday::Sunday => "sunday",
    }
}

fn ordinal(which: i8) -> &'static str {
    match which {
        1 => "first",
        2 => "second",
        3 => "third",
        _ => "fourth",
    }
}

/// A kind of rule as it is chosen in a form.
pub(super) fn rule_kind(texts: Texts, kind: RuleKind) -> String {
    texts.wheel_rule_kind(kind.key())
}

/// A clash in a sentence: who needs or decides what, and when, and what the own wheel says.
pub(super) fn clash(texts: Texts, clash: &Clash, above: &WheelStep, owner: &str) -> String {
    let kind = above.content.kind.key();
    let wanted = short(texts, clash.wanted);
    let set = clash.set.map(|day| short(texts, day)).unwrap_or_default();
    match clash.kind {
        ClashKind::TooLate => texts.wheel_clash_late(kind, owner, set, wanted),
        ClashKind::TooEarly => texts.wheel_clash_early(owner, set, &above.content.title, wanted),
        ClashKind::Missing => texts.wheel_clash_missing(kind, owner, wanted),
    }
}

/// Where the wheel does not meet the law, in a sentence.
pub(super) fn law_clash(texts: Texts, clash: &LawClash) -> String {
    let duty = texts.wheel_law_duty(clash.duty.key());
    let day = short(texts, clash.day);
    match clash.late {
        Some((_, set)) => texts.wheel_law_late(day, duty, short(texts, set)),
        None => texts.wheel_law_missing(day, duty),
    }
}

/// Where a day of the law is written.
pub(super) fn law_source(texts: Texts, law: LawDay) -> String {
    let (chapter, section) = law.place;
    texts.wheel_law_source(law.act, chapter, section)
}

/// What else is to be known of a day of the law in a year.
pub(super) fn law_notes(texts: Texts, law: LawDay, year: i16) -> Vec<String> {
    let (day, last) = (law.in_year(year), law.last_working_day(year));
    let mut notes = Vec::new();
    if let Some(why) = closed(texts, day) {
        notes.push(texts.wheel_law_closed(short(texts, last), why));
    }
    if law.duty == LawDuty::Budget && is_election_year(year) {
        notes.push(texts.wheel_law_election(year));
    }
    notes.extend(match law.duty {
        LawDuty::PartReport => Some(texts.wheel_law_note_part().to_owned()),
        LawDuty::BudgetProposal => Some(texts.wheel_law_note_proposal().to_owned()),
        LawDuty::BudgetAtLast => Some(texts.wheel_law_note_at_last().to_owned()),
        LawDuty::AnnualReport | LawDuty::Budget => None,
    });
    notes
}

/// What is wrong with a step, and at which field.
pub(super) fn problem(texts: Texts, problem: StepProblem, year: i16) -> (&'static str, String) {
    match problem {
        StepProblem::NoTitle => ("titel", texts.web_required().to_owned()),
        StepProblem::LongTitle(written) => ("titel", texts.web_too_long(LONGEST_TITLE, written)),
        StepProblem::LongInstructions(written) => {
            ("anvisningar", texts.web_too_long(LONGEST_INSTRUCTIONS, written))
        }
        StepProblem::AnotherYear => ("klart", texts.wheel_another_year(year)),
        StepProblem::OpensAfterDue => ("borjar", texts.wheel_opens_after_due().to_owned()),
        StepProblem::OpensTooEarly => ("borjar", texts.wheel_opens_too_early().to_owned()),
        StepProblem::NeededAfterDue => ("behovs", texts.wheel_needed_after_due().to_owned()),
        StepProblem::RuleSays(Some(right)) => ("regel", texts.wheel_rule_says(day(texts, right))),
        StepProblem::RuleSays(None) => ("regel", texts.wheel_rule_fits_not().to_owned()),
        StepProblem::AboutFarAway => ("ar", texts.web_unknown_choice().to_owned()),
    }
}

/// Said where a wheel is made from a model that holds only from a later year: the decision comes before
/// the year when it is first used.
pub(super) fn before_model(cx: &Cx<'_, '_>, year: i16) -> Markup {
    let first = cx.structure.model.version.valid_from.filter(|first| first.year() > year);
    let Some(first) = first else { return html! {} };
    let texts = cx.texts();
    let words = texts.wheel_before_model(date(texts.language, first), year);
    notice(Tone::Partly, &words, &html! { p { (texts.wheel_before_model_text()) } })
}
