//! The days of each level: who sums up hands in after those who are summed up.

use std::collections::BTreeMap;

use domain::calendar::working_day_before;
use domain::followup::{LevelDay, out_of_step};
use domain::organisation::OrgLevelKind;
use domain::steering::{OrgLevel, OrgLevelId, capitalised};
use jiff::ToSpan;
use jiff::civil::Date;
use maud::{Markup, html};

use super::form::{Refused, Typed};
use crate::cx::Cx;
use crate::i18n::date;
use crate::steering::singular;
use crate::web::ui::{Field, details_section};

/// How far up a kind of level stands; what sums up stands above what is summed up.
fn height(kind: OrgLevelKind) -> u8 {
    match kind {
        OrgLevelKind::Unit | OrgLevelKind::Provider => 0,
        OrgLevelKind::Administration | OrgLevelKind::Sector => 1,
        OrgLevelKind::Council => 4,
        OrgLevelKind::ExecutiveBoard | OrgLevelKind::ExecutiveSubcommittee => 3,
        _ => 2,
    }
}

/// Days between what is summed up and who sums up, where no wheel says how many.
const DAYS_TO_SUM_UP: i64 = 7;

/// The days in step with that of the level whose step it is: who stands below and would be later than
/// those who sum up comes before them, and so do the levels below the lowest that has a day.
pub(super) fn in_step(
    cx: &Cx<'_, '_>,
    (own, due_on): (&str, Date),
    mut days: Vec<(String, Date)>,
) -> Vec<(String, Date)> {
    let before = |day: Date| day.checked_sub(DAYS_TO_SUM_UP.days()).map_or(day, working_day_before);
    let levels: BTreeMap<&str, u8> = levels_in_use(cx)
        .into_iter()
        .map(|level| (level.id.as_str(), height(level.kind)))
        .collect();
    let high = |level: &str| levels.get(level).copied().unwrap_or(0);
    let mut last = due_on;
    for at in (0..high(own)).rev() {
        let mut first = last;
        for (_, day) in days.iter_mut().filter(|(level, _)| high(level) == at) {
            if *day > last {
                *day = before(last);
            }
            first = first.min(*day);
        }
        last = first;
    }
    let lowest = days.iter().map(|(level, _)| high(level)).min().unwrap_or(0);
    let below = levels.iter().filter(|(_, height)| **height < lowest);
    days.extend(below.map(|(level, _)| ((*level).to_owned(), before(last))));
    days
}

/// The field of a level's day.
pub(super) fn field_of(level: &str) -> String {
    format!("lamnas_{level}")
}

/// What a level is called.
pub(super) fn level_name(cx: &Cx<'_, '_>, level: &str) -> String {
    let found = cx.structure.model.org_level(&OrgLevelId::from(level));
    found.map(|level| capitalised(&singular(cx.language(), &level.name))).unwrap_or_default()
}

/// The levels that have org units today, from the bottom of the organisation.
pub(super) fn levels_in_use<'m>(cx: &'m Cx<'_, '_>) -> Vec<&'m OrgLevel> {
    let today = cx.today();
    let units = cx.structure.organisation.all().filter(|unit| unit.is_valid_on(today));
    let used: std::collections::BTreeSet<&str> = units.map(|unit| unit.level.as_str()).collect();
    let levels = cx.structure.model.org_levels.iter();
    let mut levels: Vec<&OrgLevel> =
        levels.filter(|level| used.contains(level.id.as_str())).collect();
    levels.sort_by_key(|level| height(level.kind));
    levels
}

/// The fields of the days, one for each level.
pub(super) fn fields<'f>(
    cx: &Cx<'_, '_>,
    typed: &Typed,
    wrong: &dyn Fn(&str) -> Option<&'f str>,
) -> Markup {
    let texts = cx.texts();
    let body = html! {
        p.soft { (texts.followup_level_days_hint()) }
        @for level in levels_in_use(cx) {
            @let name = field_of(level.id.as_str());
            (Field::date(&name, texts.followup_level_due(level_name(cx, level.id.as_str())))
                .value(typed.day_of(level.id.as_str())).optional(texts.web_optional()).problem(wrong(&name)))
        }
    };
    let is_set = typed.days.iter().any(|(_, day)| !day.is_empty());
    let note = if is_set { "" } else { texts.followup_level_days_none() };
    html! { div.section { (details_section(None, texts.followup_level_days(), note, is_set, &body)) } }
}

/// The days typed, with what is wrong at each field: within the round, and in step with each other.
pub(super) fn read(
    cx: &Cx<'_, '_>,
    typed: &Typed,
    [opens_on, due_on]: [Date; 2],
    problems: &mut Vec<Refused>,
) -> Vec<LevelDay> {
    let texts = cx.texts();
    let mut days = Vec::new();
    let mut heights = Vec::new();
    for level in levels_in_use(cx) {
        let id = level.id.as_str();
        let text = typed.day_of(id);
        if text.is_empty() {
            continue;
        }
        match text.parse::<Date>() {
            Err(_) => problems.push((field_of(id), texts.web_bad_date().to_owned())),
            Ok(day) if day < opens_on => {
                problems.push((field_of(id), texts.followup_due_before_open().to_owned()));
            }
            Ok(day) if day > due_on => {
                problems.push((field_of(id), texts.followup_level_after_all().to_owned()));
            }
            Ok(due_on) => {
                days.push(LevelDay { level: id.to_owned(), due_on });
                heights.push(height(level.kind));
            }
        }
    }
    // Levels that stand beside each other may hand in as they like.
    let clash = out_of_step(&days).filter(|(lower, upper)| {
        let at = |day: &LevelDay| days.iter().position(|one| one == day);
        let high = |day: &LevelDay| at(day).and_then(|at| heights.get(at).copied());
        high(lower) < high(upper)
    });
    if let Some((lower, upper)) = clash {
        let name = |day: &LevelDay| level_name(cx, &day.level);
        let day = date(texts.language, upper.due_on);
        let words = texts.followup_level_clash(day, name(lower), name(upper));
        problems.push((field_of(&lower.level), words));
    }
    days
}
