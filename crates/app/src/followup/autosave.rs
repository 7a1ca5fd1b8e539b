//! Saving one field while one writes: few statements, no page, no structure.

use domain::access::Action;
use domain::followup::{AccountState, FollowUpProblem, PartState, write, write_part};
use domain::fulfilment::Fulfilment;
use domain::ids::{ElementId, PartId};
use serde::Deserialize;
use serde_json::Value;

use super::making::{Written, follow_now};
use super::store::{self, Aside, Part, Place};
use super::sums::Sums;
use super::typed::{MOST_KEPT, state_of, too_long_words};
use super::words::clock_words;
use super::{active, choices, refusal};
use crate::cx::Cx;
use crate::together;
use crate::web::drafts::{not_kept, overtaken, saved};
use crate::web::error::{Answer, AppError, OrNotFound};
use crate::web::response::Response;

/// The most that can be chosen in one list.
const MOST_CHOSEN: usize = 50;

#[derive(Deserialize)]
struct Sent {
    field: String,
    value: Value,
}

/// Keeps one field. 409 with the other text when somebody came between; 422 with why when it is locked.
pub(super) fn save(cx: &mut Cx<'_, '_>) -> Answer {
    let id: PartId = cx.req.param("part").or_not_found()?;
    let mut place = store::place_of(cx.tx, id)?.or_not_found()?;
    let standing = together::standing(cx, place.part.account, place.org_unit)?;
    if !standing.share.is_any() {
        cx.can(Action::ReadDrafts, place.org_unit).then_some(()).or_not_found()?;
        return Err(AppError::Forbidden);
    }
    let Ok(sent) = serde_json::from_slice::<Sent>(&cx.req.body) else { return Ok(unreadable(cx)) };
    follow(cx, &mut place)?;
    let open = write(place.state, &place.round, cx.today())
        .and_then(|()| write_part(state_of(&place.part), place.sent_back))
        .and_then(|()| standing.share.holds(id).then_some(()).ok_or(FollowUpProblem::NotInvited));
    if let Err(problem) = open {
        return locked(cx, (&place, standing.share.holds(id)), &sent, &problem);
    }
    let known = cx.req.header("if-match").trim_matches('"').parse::<i64>().ok();
    let (version, theirs) = now(&place, &sent.field);
    let Some(known) = known else { return Ok(unreadable(cx)) };
    // What stands already is not saved once more in another's name: a text whose answer was lost on the
    // way is sent again, and whoever chooses the other's words leaves them as the other's.
    if is_text(&sent.field) && sent.value.as_str().is_some_and(|text| text.trim() == theirs) {
        let at = if place.part.at > 0 { place.part.at } else { cx.visit.now };
        let at = clock_words(cx.app, cx.texts(), at);
        return Ok(saved(&version.to_string(), &at, &too_long_words(cx.texts(), &theirs)));
    }
    if known != version {
        let at = clock_words(cx.app, cx.texts(), place.part.at);
        if let (true, Some(text)) = (is_text(&sent.field), sent.value.as_str()) {
            keep_aside(cx, id, (text, Aside::Overtaken))?;
        }
        return Ok(
            overtaken(&theirs, (&place.part.person_name, &at), &version.to_string()).keeping()
        );
    }
    keep(cx, &place, &sent, version)
}

/// Lets the part ask for what its page does: a part about a measure follows its own series.
fn follow(cx: &mut Cx<'_, '_>, place: &mut Place) -> Result<(), AppError> {
    if place.state != AccountState::Draft {
        return Ok(());
    }
    let (structure, today) = (cx.structure.clone(), cx.today());
    let Place { part, org_unit, round, .. } = place;
    let parts = std::slice::from_mut(part);
    follow_now(cx.tx, (&structure, today), &mut [Written { org_unit: *org_unit, round, parts }])
}

/// Keeps a text that another, or a lock, came before: the one that loses is found among earlier texts.
pub(super) fn keep_aside(
    cx: &mut Cx<'_, '_>,
    part: PartId,
    (text, why): (&str, Aside),
) -> Result<(), AppError> {
    let text = text.trim();
    if text.is_empty() || text.chars().count() > MOST_KEPT {
        return Ok(());
    }
    store::set_aside(cx.tx, part, (text, why))
}

/// Keeps what can be kept. A text that is too long to be handed in is kept all the same, so that
/// nothing typed is lost, and the answer says at once how much must go.
fn keep(cx: &mut Cx<'_, '_>, place: &Place, sent: &Sent, version: i64) -> Answer {
    let id = place.part.id;
    active::note(cx, place.part.account)?;
    let mut problem = String::new();
    let kept = match (sent.field.as_str(), &sent.value) {
        ("text" | "skal", Value::String(text)) => {
            problem = too_long_words(cx.texts(), text);
            if text.chars().count() > MOST_KEPT {
                return Ok(not_kept(&problem, &problem));
            }
            let text = text.trim().to_owned();
            let state = state_with(place, |part| match sent.field.as_str() {
                "text" => part.text.clone_from(&text),
                _ => part.reason.clone_from(&text),
            });
            match sent.field.as_str() {
                "text" => store::keep_text(cx.tx, id, &text, version, state)?,
                _ => store::keep_reason(cx.tx, id, &text, version, state)?,
            }
        }
        ("orsak", Value::Array(values)) => {
            let offered = choices::causes(cx, &place.part)?;
            let causes =
                words(values).filter(|all| choices::are_causes(&offered, &place.part, all));
            let Some(causes) = causes else { return Ok(unknown(cx)) };
            let state = state_with(place, |part| part.causes.clone_from(&causes));
            store::keep_causes(cx.tx, id, &causes, version, state)?
        }
        ("atgard", Value::Array(values)) => {
            let Some(remedies) = remedies(cx, place, values)? else { return Ok(unknown(cx)) };
            store::keep_remedies(cx.tx, id, &remedies, version)?
        }
        ("varde" | "prognos" | "budget", Value::String(text)) if place.part.asked.is_some() => {
            let mut sums = Sums::kept(&place.part);
            match sent.field.as_str() {
                "varde" => text.trim().clone_into(&mut sums.value),
                "prognos" => text.trim().clone_into(&mut sums.forecast),
                _ => text.trim().clone_into(&mut sums.budget),
            }
            if !sums.is_offered(&place.part) || text.len() > MOST_KEPT {
                return Ok(unknown(cx));
            }
            if let Some(wrong) = sums.unreadable(cx.texts(), &place.part).first() {
                return Ok(not_kept(&wrong.words, &wrong.words));
            }
            let Some(asked) = sums.into_asked(&place.part) else { return Ok(unreadable(cx)) };
            let state = state_with(place, |part| part.asked = Some(asked.clone()));
            store::keep_value(cx.tx, id, &asked, version, state)?
        }
        ("bedomning", Value::String(text)) if choices::is_judged(&place.part) => {
            let levels = choices::levels(cx.texts(), &cx.structure, &place.part);
            let Ok(chosen) = choices::level(&levels, text) else { return Ok(unknown(cx)) };
            let (level, scale_level) =
                chosen.map(|one| (Some(one.means), one.scale_level)).unwrap_or_default();
            let state = state_with(place, |part| part.level = level);
            store::keep_level(cx.tx, id, (level, &scale_level), version, state)?
        }
        _ => return Ok(unreadable(cx)),
    };
    let at = clock_words(cx.app, cx.texts(), cx.visit.now);
    Ok(saved(&kept.to_string(), &at, &problem))
}

/// How the part stands once a field is changed.
fn state_with(place: &Place, change: impl FnOnce(&mut Part)) -> PartState {
    let mut part = place.part.clone();
    change(&mut part);
    state_of(&part)
}

/// The activities sent, if each is one of the org unit's or was chosen before.
fn remedies(
    cx: &mut Cx<'_, '_>,
    place: &Place,
    values: &[Value],
) -> Answer<Option<Vec<ElementId>>> {
    let Some(words) = words(values) else { return Ok(None) };
    let read: Result<Vec<ElementId>, _> = words.iter().map(|id| id.parse()).collect();
    let Ok(read) = read else { return Ok(None) };
    let kept = store::remedies_of(cx.tx, place.part.account)?.remove(&place.part.id);
    let kept = kept.unwrap_or_default();
    Ok(choices::are_remedies(&cx.structure, place.org_unit, &kept, &read).then_some(read))
}

/// The words of a list; none when it holds something else or very much.
fn words(values: &[Value]) -> Option<Vec<String>> {
    let all: Vec<String> =
        values.iter().map(|one| one.as_str().map(str::to_owned)).collect::<Option<_>>()?;
    (all.len() <= MOST_CHOSEN && all.iter().all(|word| word.len() < 200)).then_some(all)
}

fn is_text(field: &str) -> bool {
    matches!(field, "text" | "skal")
}

/// The version of a field and what it holds, as words.
fn now(place: &Place, field: &str) -> (i64, String) {
    let part = &place.part;
    match field {
        "text" => (part.text_version, part.text.clone()),
        "skal" => (part.reason_version, part.reason.clone()),
        "orsak" => (part.version, part.causes.join(", ")),
        "varde" | "prognos" | "budget" => {
            let sums = Sums::kept(part);
            let now = match field {
                "varde" => sums.value,
                "prognos" => sums.forecast,
                _ => sums.budget,
            };
            (part.version, now)
        }
        "bedomning" => {
            (part.version, part.level.map(Fulfilment::code).unwrap_or_default().to_owned())
        }
        _ => (part.version, String::new()),
    }
}

/// Not kept, since the round, the account or the part is locked: nobody's words came between, so there is
/// nothing to choose. It says which lock, and what was written is kept aside for who may write in the part.
fn locked(
    cx: &mut Cx<'_, '_>,
    (place, holds): (&Place, bool),
    sent: &Sent,
    problem: &FollowUpProblem,
) -> Answer {
    let account = store::account(cx.tx, place.part.account)?.or_not_found()?;
    let (title, sentence) = refusal::explain(cx, &account, problem);
    let words = format!("{title}. {sentence}");
    let (_, stands) = now(place, &sent.field);
    let text = sent.value.as_str().map(str::trim).unwrap_or_default();
    let fits = text.chars().count() <= MOST_KEPT;
    if !holds || !fits || !is_text(&sent.field) || text.is_empty() || text == stands {
        return Ok(not_kept(&words, &words));
    }
    keep_aside(cx, place.part.id, (text, Aside::Locked))?;
    let all = format!("{words} {}", cx.texts().followup_locked_kept());
    Ok(not_kept(&words, &all).keeping())
}

fn unreadable(cx: &Cx<'_, '_>) -> Response {
    not_kept(cx.texts().followup_unreadable(), "")
}

fn unknown(cx: &Cx<'_, '_>) -> Response {
    not_kept(cx.texts().web_unknown_choice(), cx.texts().web_unknown_choice())
}
