//! What has happened to the org unit or to the template while an account waits or is written: told in
//! words, and nothing is lost with it.

use std::collections::BTreeMap;

use domain::followup::AccountState;
use domain::ids::QuestionId;
use maud::{Markup, html};

use super::reach::Found;
use super::{reorganised, store};
use crate::cx::Cx;
use crate::i18n::date;
use crate::web::error::AppError;
use crate::web::ui::{Tone, notice};

/// The notices; nothing when nothing has happened.
pub(super) fn told(cx: &mut Cx<'_, '_>, found: &Found) -> Result<Markup, AppError> {
    let changed = template_changed(cx, found)?;
    let organisation = organisation(cx, found)?;
    let texts = cx.texts();
    Ok(html! {
        (organisation)
        @if changed {
            (notice(Tone::Neutral, texts.followup_questions_changed(), &html! { p { (texts.followup_questions_changed_text()) } }))
        }
    })
}

/// What has happened to the org unit.
pub(super) fn organisation(cx: &mut Cx<'_, '_>, found: &Found) -> Result<Markup, AppError> {
    let happened = reorganised::account(cx, found)?;
    Ok(html! { (ended(cx, found)) (happened) })
}

/// That the org unit has ended, who answers for it now, and whether the account can still be handed in.
fn ended(cx: &Cx<'_, '_>, found: &Found) -> Markup {
    let texts = cx.texts();
    let organisation = &cx.structure.organisation;
    let unit = organisation.get(found.account.org_unit);
    let Some((unit, last)) = unit.and_then(|unit| Some((unit, unit.valid_to?))) else {
        return html! {};
    };
    if last >= cx.today() {
        return html! {};
    }
    let day = date(texts.language, last);
    let heir = unit.succeeded_by.map(|id| organisation.name(id)).filter(|name| !name.is_empty());
    let sentence = match (heir, unit.parent) {
        (Some(heir), _) => texts.followup_unit_taken_over(heir),
        (None, Some(parent)) => texts.followup_unit_ended_under(organisation.name(parent)),
        (None, None) => String::new(),
    };
    let title = texts.followup_unit_ended(day, &unit.name);
    let open = !found.account.state.is_handed_in() && found.round.is_open(cx.today());
    let until =
        open.then(|| texts.followup_unit_ended_open(date(texts.language, found.round.closes_on)));
    notice(
        Tone::Neutral,
        &title,
        &html! { p { (sentence) @if let Some(until) = until { " " (until) } } },
    )
}

/// Whether the round asks other questions now than when the account was begun.
fn template_changed(cx: &mut Cx<'_, '_>, found: &Found) -> Result<bool, AppError> {
    if found.account.state != AccountState::Draft {
        return Ok(false);
    }
    let Some(template) = store::template_of(cx.tx, found.round.id)? else { return Ok(false) };
    let unit = cx.structure.organisation.get(found.account.org_unit);
    let level = unit.map_or("", |unit| unit.level.as_str());
    let now: BTreeMap<QuestionId, i64> =
        template.questions_for(level).map(|one| (one.id, one.version)).collect();
    let asked: BTreeMap<QuestionId, i64> =
        store::questions_of(cx.tx, found.account.id)?.into_iter().collect();
    Ok(now != asked)
}
