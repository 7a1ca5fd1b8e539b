//! The versions of the model: which one is shown, and the ways to the others.

use domain::access::Action;
use maud::{Markup, html};

use super::Part;
use crate::app::may_somewhere;
use crate::cx::Cx;
use crate::i18n::{Texts, date, datetime};
use crate::steering::store::ModelRow;
use crate::web::ui::{Button, Column, Row, Table, Tone, button_link, notice};

fn url(newest: i64, version: i64) -> String {
    if version == newest { "/modell".to_owned() } else { format!("/modell?version={version}") }
}

/// What stands above an older version.
pub(super) fn older(texts: Texts, newest: i64, shown: i64) -> Markup {
    if shown == newest {
        return html! {};
    }
    let way = html! { p { a href="/modell" { (texts.steering_show_newest()) } } };
    notice(Tone::Neutral, &texts.steering_older(shown), &way)
}

/// What may be done with the model.
pub(super) fn actions(cx: &Cx<'_, '_>, newest: i64, shown: i64) -> Markup {
    let texts = cx.texts();
    let file = format!("/modell/fil.yaml?version={shown}");
    html! {
        div.row {
            (button_link(Button::SmallSecondary, &file, texts.steering_download()))
            @if shown == newest && may_somewhere(cx.visit, Action::ManageModel) {
                (button_link(Button::SmallSecondary, "/modell/byt", texts.steering_change()))
            }
        }
    }
}

/// All versions, when there are several.
pub(super) fn part(cx: &Cx<'_, '_>, versions: &[ModelRow], shown: i64) -> Part {
    let texts = cx.texts();
    let title = texts.steering_versions();
    if versions.len() < 2 {
        return Part { id: "versioner", title, note: String::new(), body: html! {} };
    }
    let newest = versions.first().map_or(shown, |row| row.version);
    let day = |day| date(cx.language(), day);
    let rows = versions
        .iter()
        .enumerate()
        .map(|(place, row)| {
            // A version ends at the latest when the one after it begins.
            let after = place.checked_sub(1).and_then(|place| versions.get(place));
            let next = after.and_then(|next| next.valid_from.yesterday().ok());
            let last = row.valid_to.into_iter().chain(next).min().filter(|last| *last >= row.valid_from);
            Row::new(vec![
                html! {
                    @if row.version == shown { b { (texts.steering_version_number(row.version)) } }
                    @else { a href=(url(newest, row.version)) { (texts.steering_version_number(row.version)) } }
                },
                html! { (day(row.valid_from)) },
                html! { @if let Some(last) = last { (day(last)) } },
                html! { (datetime(cx.language(), cx.app.clock.local(row.loaded_at))) },
                html! { (row.loaded_by) },
            ])
        })
        .collect();
    let columns = [
        title,
        texts.steering_first_day(),
        texts.steering_last_day(),
        texts.steering_loaded_at(),
        texts.steering_loaded_by(),
    ];
    let table = Table::new("versionstabell", title, columns.map(Column::text).to_vec(), rows);
    Part {
        id: "versioner",
        title,
        note: versions.len().to_string(),
        body: html! { (table.hide_caption()) },
    }
}
