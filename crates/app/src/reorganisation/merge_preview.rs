//! What a merger will do: what changes owner, which target levels follow and which are to decide.

use domain::followup::Round;
use domain::ids::OrgUnitId;
use domain::measures::Target;
use maud::{Markup, html};

use super::merge::Merger;
use super::preview::Preview;
use crate::cx::Cx;
use crate::i18n::date;
use crate::measures::{period_words, target_words};
use crate::web::ui::{Column, Link, Row, Table, section};

/// Most rows listed of each kind.
const MOST_LISTED: usize = 100;

/// What will happen.
pub(super) fn preview(cx: &Cx<'_, '_>, merger: &Merger, accounts: &[(Round, i64)]) -> Preview {
    let texts = cx.texts();
    let Merger { unit, heir, last, carried } = merger;
    let heirs_name = cx.structure.organisation.name(*heir);
    let owned = i64::try_from(cx.structure.owned_by(unit.id).count()).unwrap_or(0);
    let mut sentences = vec![
        texts.reorganisation_merge_ends(date(texts.language, *last), heirs_name, &unit.name),
        texts.reorganisation_merge_owned(owned),
        texts.reorganisation_merge_series(&unit.name),
        texts.reorganisation_merge_targets(
            i64::try_from(carried.taken_over.len()).unwrap_or(0),
            i64::try_from(carried.to_decide.len()).unwrap_or(0),
        ),
        texts.reorganisation_merge_roles().to_owned(),
    ];
    for (round, _) in accounts {
        let last = date(texts.language, round.closes_on);
        sentences.push(texts.reorganisation_merge_account(heirs_name, last, &round.title));
    }
    Preview {
        step: "sla-ihop",
        title: texts.reorganisation_merge().to_owned(),
        sentences,
        kept: vec![("med", heir.to_string()), ("sista", last.to_string())],
        details: html! { (owner_changes(cx, merger)) (taken_over(cx, merger)) (to_decide(cx, merger)) },
        button: texts.reorganisation_merge_button(),
    }
}

fn owner_changes(cx: &Cx<'_, '_>, merger: &Merger) -> Markup {
    let texts = cx.texts();
    let rows: Vec<Row> = cx
        .structure
        .owned_by(merger.unit.id)
        .take(MOST_LISTED)
        .map(|element| {
            let word = cx
                .structure
                .model
                .element_type(&element.element_type)
                .map(|found| crate::steering::singular(cx.language(), &found.term))
                .unwrap_or_default();
            Row::new(vec![
                html! { (Link::new(crate::elements::url(element), &element.title)) },
                html! { (word) },
            ])
        })
        .collect();
    if rows.is_empty() {
        return html! {};
    }
    let columns =
        vec![Column::text(texts.reorganisation_what()), Column::text(texts.reorganisation_sort())];
    let title = texts.reorganisation_merge_owner_title();
    section(
        "agare",
        title,
        "",
        &html! { (Table::new("agare-tabell", title, columns, rows).hide_caption()) },
    )
}

fn taken_over(cx: &Cx<'_, '_>, merger: &Merger) -> Markup {
    let texts = cx.texts();
    let rows: Vec<Row> = merger
        .carried
        .taken_over
        .iter()
        .take(MOST_LISTED)
        .map(|target| {
            Row::new(vec![measure(cx, target, merger.heir), period(cx, target), level(cx, target)])
        })
        .collect();
    if rows.is_empty() {
        return html! {};
    }
    let columns = vec![
        Column::text(texts.reorganisation_measure()),
        Column::text(texts.reorganisation_period()),
        Column::text(texts.reorganisation_level_taken_over()),
    ];
    let title = texts.reorganisation_merge_taken_over_title();
    section(
        "foljer-med",
        title,
        "",
        &html! { (Table::new("foljer-med-tabell", title, columns, rows).hide_caption()) },
    )
}

fn to_decide(cx: &Cx<'_, '_>, merger: &Merger) -> Markup {
    let texts = cx.texts();
    let organisation = &cx.structure.organisation;
    let rows: Vec<Row> = merger
        .carried
        .to_decide
        .iter()
        .take(MOST_LISTED)
        .map(|(old, own)| {
            Row::new(vec![
                measure(cx, own, merger.heir),
                period(cx, own),
                level(cx, old),
                level(cx, own),
            ])
        })
        .collect();
    if rows.is_empty() {
        return html! {};
    }
    let columns = vec![
        Column::text(texts.reorganisation_measure()),
        Column::text(texts.reorganisation_period()),
        Column::text(organisation.name(merger.unit.id)),
        Column::text(organisation.name(merger.heir)),
    ];
    let title = texts.reorganisation_merge_to_decide_title();
    let body = html! {
        p.soft { (texts.reorganisation_merge_to_decide_text(organisation.name(merger.heir))) }
        (Table::new("besluta-tabell", title, columns, rows).hide_caption())
    };
    section("besluta", title, "", &body)
}

fn measure(cx: &Cx<'_, '_>, target: &Target, heir: OrgUnitId) -> Markup {
    let title = cx.structure.element(target.measure).map_or("", |element| &element.title);
    html! { (Link::new(crate::measures::url_for(target.measure, heir), title)) }
}

fn period(cx: &Cx<'_, '_>, target: &Target) -> Markup {
    html! { (period_words(cx.language(), target.period)) }
}

fn level(cx: &Cx<'_, '_>, target: &Target) -> Markup {
    let words = cx
        .structure
        .measure(target.measure)
        .map(|measure| target_words(cx.texts(), measure, target))
        .unwrap_or_default();
    html! { (words) }
}
