//! The calendar itself, read by calendar programs without signing in: whoever has the address has
//! the calendar, as long as it is open and its person holds a role.

use std::collections::BTreeSet;

use domain::calendar::{WheelStep, levels_above};
use domain::ids::OrgUnitId;
use domain::steering::CycleKind;
use formats::ical::{Calendar, Day, Event};
use http::{StatusCode, header};
use jiff::ToSpan;
use jiff::civil::{Date, date};

use super::{key, step_url, store, words};
use crate::cx::Cx;
use crate::identity;
use crate::web::error::{Answer, OrNotFound};
use crate::web::response::Response;

/// What makes calendars, as calendar programs know it.
const PRODUCT: &str = "-//Traden//Year wheel//SV";
/// How many years ahead steps are told of.
const YEARS: i16 = 2;
/// Longest key that is looked up.
const LONGEST_KEY: usize = 100;

/// Answers the calendar; an address that opens nothing answers like any that does not exist.
pub(super) fn answer(cx: &mut Cx<'_, '_>) -> Answer {
    let secret =
        cx.req.params.get("nyckel").filter(|key| key.len() <= LONGEST_KEY).or_not_found()?;
    let feed = store::feed_by_digest(cx.tx, key::digest(secret))?.or_not_found()?;
    let today = cx.today();
    let person = identity::store::person(cx.tx, feed.person, today)?.or_not_found()?;
    if person.grants.is_empty() {
        return None.or_not_found();
    }
    let structure = cx.structure.clone();
    let organisation = &structure.organisation;
    let own: BTreeSet<OrgUnitId> = match feed.org_unit {
        Some(unit) => BTreeSet::from([unit]),
        None => person.grants.iter().map(|grant| grant.org_unit).collect(),
    };
    let all: BTreeSet<OrgUnitId> = own
        .iter()
        .flat_map(|unit| levels_above(organisation, *unit))
        .chain(own.iter().copied())
        .collect();
    let first = date(today.year() - 1, 1, 1);
    let last = date(today.year() + YEARS, 12, 31);
    let steps = store::steps_from(cx.tx, &all, (first, last))?;
    let wanted = steps.iter().filter(|step| own.contains(&step.org_unit) || concerns_below(step));
    let events = wanted.map(|step| event(cx, step)).collect();
    let name = match feed.org_unit {
        Some(unit) => cx.texts().wheel_feed_name(organisation.name(unit)),
        None => cx.texts().wheel_feed_name(&person.name),
    };
    let calendar = Calendar { product: PRODUCT.to_owned(), name, events };
    let mut answer =
        Response::file("text/calendar; charset=utf-8", "arshjul.ics", calendar.to_text());
    answer.status = StatusCode::OK;
    answer.set(header::CACHE_CONTROL, "private, max-age=900");
    Ok(answer)
}

/// Whether a step of a level above is worth a line in a calendar below: not what it does by itself
/// every month, but what it says, decides and needs.
fn concerns_below(step: &WheelStep) -> bool {
    step.content.needed_on.is_some()
        || !step.content.instructions.is_empty()
        || !matches!(
            step.content.kind,
            CycleKind::FollowupMonth | CycleKind::Dialogue | CycleKind::CitizenDialogue
        )
}

fn event(cx: &Cx<'_, '_>, step: &WheelStep) -> Event {
    let texts = cx.texts();
    let content = &step.content;
    let owner = cx.structure.organisation.name(step.org_unit);
    let mut lines = vec![
        owner.to_owned(),
        texts.wheel_about(content.about_year),
        texts.wheel_column_when().to_owned() + ": " + &words::span(texts, step),
    ];
    lines.extend(content.needed_on.map(|day| texts.wheel_needs(words::short(texts, day))));
    if !content.instructions.is_empty() {
        lines.push(String::new());
        lines.push(content.instructions.clone());
    }
    let scheme = if cx.app.settings.plain_http { "http" } else { "https" };
    let next = content.due_on.checked_add(1.day()).unwrap_or(content.due_on);
    Event {
        uid: format!("{}@traden", step.id),
        first: day(content.due_on),
        end: day(next),
        summary: format!("{} ({owner})", content.title),
        description: lines.join("\n"),
        url: format!("{scheme}://{}{}", cx.req.header("host"), step_url(step.id)),
        category: texts.steering_phase(content.kind.phase().key()),
        sequence: step.version - 1,
        changed_at: step.at.div_euclid(1_000_000),
    }
}

fn day(day: Date) -> Day {
    (day.year(), day.month(), day.day())
}
