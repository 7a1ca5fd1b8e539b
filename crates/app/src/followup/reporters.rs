//! Org units that are asked for an account and have nobody of their own to write it: told to those
//! who ask for accounts, before the day it is due.

use std::collections::BTreeSet;

use domain::access::Action;
use domain::followup::Round;
use domain::ids::{FollowUpId, OrgUnitId};
use maud::{Markup, html};

use super::{people_url, sharing, store};
use crate::cx::Cx;
use crate::i18n::{Texts, date_short, sort_key};
use crate::together::store::Substitute;
use crate::web::error::AppError;
use crate::web::ui::{Column, Row, Table, details_section};

/// Rows shown; the first ones are where nobody at all can write.
const MOST: usize = 50;

/// The section; nothing when every org unit that the visitor answers for has somebody.
pub(super) fn section(cx: &mut Cx<'_, '_>, round: &Round) -> Result<Markup, AppError> {
    let asks = |cx: &Cx<'_, '_>, unit| cx.can(Action::Adopt, unit) || cx.can(Action::Approve, unit);
    let mut found: Vec<(OrgUnitId, FollowUpId)> = Vec::new();
    if cx.visit.person.as_ref().is_some_and(|person| {
        person.may_somewhere(Action::Adopt) || person.may_somewhere(Action::Approve)
    }) {
        let today = cx.today();
        found = store::without_reporter(cx.tx, round.id, today)?;
        found.retain(|(unit, _)| asks(cx, *unit));
    }
    if found.is_empty() {
        return Ok(html! {});
    }
    let structure = cx.structure.clone();
    let organisation = &structure.organisation;
    let named = sharing::substitutes_at(cx, &found.iter().map(|(_, account)| *account).collect())?;
    let above: BTreeSet<OrgUnitId> = found
        .iter()
        .filter(|(_, account)| !named.contains_key(account))
        .flat_map(|(unit, _)| organisation.ancestors(*unit))
        .collect();
    let today = cx.today();
    let writers = store::writers_at(cx.tx, &above, today)?;
    let instead = |unit: OrgUnitId| {
        organisation
            .ancestors(unit)
            .into_iter()
            .find_map(|above| writers.get(&above).and_then(|names| names.first()).cloned())
    };
    let mut rows: Vec<Without> = found
        .into_iter()
        .map(|(unit, account)| Without {
            unit,
            account,
            instead: if named.contains_key(&account) { None } else { instead(unit) },
            named: named.get(&account).cloned(),
        })
        .collect();
    rows.sort_by_cached_key(|one| (one.rank(), sort_key(organisation.name(one.unit))));
    let nobody = rows.iter().any(|one| one.rank() == 0);
    Ok(shown(cx, &rows, nobody))
}

/// An account that nobody answers for.
struct Without {
    unit: OrgUnitId,
    account: FollowUpId,
    /// Who above can write in it.
    instead: Option<String>,
    /// Who is named to report it.
    named: Option<Substitute>,
}

impl Without {
    /// Where nobody at all can write stands first, what somebody is named for last.
    fn rank(&self) -> u8 {
        match (&self.named, &self.instead) {
            (Some(_), _) => 2,
            (None, Some(_)) => 1,
            (None, None) => 0,
        }
    }

    fn who(&self, texts: Texts) -> String {
        match (&self.named, &self.instead) {
            (Some(one), _) => {
                texts.together_reports_until(date_short(texts.language, one.to), &one.person_name)
            }
            (None, Some(name)) => texts.followup_writes_instead(name),
            (None, None) => texts.followup_nobody_can_write().to_owned(),
        }
    }
}

fn shown(cx: &Cx<'_, '_>, rows: &[Without], nobody: bool) -> Markup {
    let texts = cx.texts();
    let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    let name = |one: &Without| {
        let names = cx.can(Action::Approve, one.unit).then(|| people_url(one.account));
        let words = texts.together_name_reporter();
        let unit = cx.structure.organisation.name(one.unit);
        html! { @if let Some(address) = names { a href=(address) { (words) span.sr { " " (unit) } } } }
    };
    let table = rows
        .iter()
        .take(MOST)
        .map(|one| {
            let unit = cx.structure.organisation.name(one.unit);
            Row::new(vec![html! { (unit) }, html! { (one.who(texts)) }, name(one)])
        })
        .collect();
    let columns = [
        texts.followup_column_unit(),
        texts.followup_column_writes(),
        texts.together_missing_column(),
    ];
    let columns = columns.map(Column::text).to_vec();
    let people = cx.visit.person.as_ref().is_some_and(|it| it.may_somewhere(Action::ManagePeople));
    let body = html! {
        p {
            (texts.followup_without_reporter_text()) " "
            @if people { a href="/personer" { (texts.followup_give_roles()) } }
            @else { (texts.followup_administrator_gives_roles()) }
        }
        (Table::new("utan-rapportor", texts.followup_without_reporter(), columns, table).hide_caption())
        @if rows.len() > MOST { p.fine { (texts.followup_more_units(count(rows.len() - MOST))) } }
    };
    let note = texts.followup_units(count(rows.len()));
    html! { div.section { (details_section(None, texts.followup_without_reporter(), &note, nobody, &body)) } }
}
