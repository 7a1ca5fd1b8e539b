//! Accounts whose org unit nobody answers for, as when a manager has left: told, with a way on.

use std::collections::{BTreeMap, BTreeSet};

use domain::access::Action;
use domain::ids::FollowUpId;
use maud::{Markup, html};

use super::super::reach::Found;
use super::{people_url, standing, who};
use crate::cx::Cx;
use crate::together::store::{Substitute, substitutes_now, substitutes_of};
use crate::web::error::AppError;
use crate::web::ui::{Button, Link, Tone, button_link, notice};

/// On an account's own pages: that nobody answers for it, and who reports instead, if anybody.
pub(in crate::followup) fn notice_of(
    cx: &mut Cx<'_, '_>,
    found: &Found,
) -> Result<Markup, AppError> {
    if !found.reach.drafts {
        return Ok(html! {});
    }
    let today = cx.today();
    let named = substitutes_of(cx.tx, found.account.id, today)?;
    let open = !found.account.state.is_handed_in();
    let unit = found.account.org_unit;
    let asks = open && (found.reach.approve || cx.can(Action::Adopt, unit));
    let missing = named.is_empty() && asks && who::responsible(cx, unit)?.is_empty();
    let texts = cx.texts();
    Ok(html! {
        @for one in &named { p.fine { (standing::stands_in(texts, one)) } }
        @if missing {
            (notice(Tone::Partly, texts.together_missing(), &html! {
                p { (texts.together_missing_text()) }
                @if found.reach.approve {
                    div.row { (button_link(Button::SmallSecondary, &people_url(found.account.id), texts.together_name_reporter())) }
                }
            }))
        }
    })
}

/// Who reports today instead in which of some accounts.
pub(in crate::followup) fn substitutes_at(
    cx: &mut Cx<'_, '_>,
    accounts: &BTreeSet<FollowUpId>,
) -> Result<BTreeMap<FollowUpId, Substitute>, AppError> {
    let today = cx.today();
    Ok(substitutes_now(cx.tx, accounts, today)?)
}

/// A link to the page, for the pages of the account.
pub(in crate::followup) fn link(cx: &Cx<'_, '_>, found: &Found) -> Markup {
    let link = Link::new(people_url(found.account.id), cx.texts().together_people());
    html! { @if found.reach.drafts { (link) } }
}
