//! Committees beside each other: how many of their goals are reached, and how their measures of
//! resources, output and results behave.

use chart::Pair;
use domain::fulfilment::Fulfilment;
use domain::ids::OrgUnitId;
use domain::oversight::Shares;
use domain::periods::Period;
use domain::steering::capitalised;
use maud::{Markup, html};

use super::choose::{of_words, percent, period_choice, place, reached_words};
use super::classes;
use super::of_bodies::{OfBodies, of_bodies};
use super::page::{csv, many, stops};
use super::picture::pairs;
use crate::cx::Cx;
use crate::frame::Nav;
use crate::measures::period_words;
use crate::web::error::{Answer, OrNotFound};
use crate::web::ui::{ChartFigure, Column, Link, PageHead, Row, Table, empty_state, page_header};

/// Where the page is.
pub(super) const URL: &str = "/uppsikt/namnder";

/// The goals of one body.
pub(super) struct OfBody {
    pub(super) body: OrgUnitId,
    pub(super) now: Shares,
    before: Shares,
}

/// How the bodies that have goals stand in a period, beside the period before.
pub(super) fn beside(cx: &Cx<'_, '_>, all: &OfBodies, period: Period) -> Vec<OfBody> {
    let shares = |body: OrgUnitId, period: Period| {
        let goals = all.goals_of(cx, body, period);
        Shares::of(goals.iter().map(|goal| all.level(goal.id, period)))
    };
    let before = all.before(period);
    let of = |body: &OrgUnitId| OfBody {
        body: *body,
        now: shares(*body, period),
        before: before.map(|before| shares(*body, before)).unwrap_or_default(),
    };
    all.bodies.iter().map(of).filter(|one| one.now.all() > 0).collect()
}

/// Shows it.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let texts = cx.texts();
    let title = texts.oversight_compare();
    let all = of_bodies(cx)?;
    let Some(period) = all.asked(cx) else {
        let body = html! {
            div.wrap.page {
                (stops(cx, title))
                (page_header(&PageHead { title: title.to_owned(), ..PageHead::default() }))
                (empty_state(texts.oversight_none_judged(), texts.oversight_none_judged_text(), None))
            }
        };
        return Ok(cx.page(title, Nav::FollowUp, &body));
    };
    let rows = beside(cx, &all, period);
    let classes = classes::section_of(cx)?;
    let head = PageHead {
        title: title.to_owned(),
        lead: texts.oversight_compare_lead().to_owned(),
        ..PageHead::default()
    };
    let without: Vec<&str> = all
        .bodies
        .iter()
        .filter(|body| rows.iter().all(|row| row.body != **body))
        .map(|body| cx.structure.organisation.name(*body))
        .collect();
    let file = Link::new(format!("{URL}.csv?period={period}"), texts.oversight_csv());
    let body = html! {
        div.wrap.page {
            (stops(cx, title))
            (page_header(&head))
            (period_choice(texts, URL, &all.periods, period))
            div.stack {
                (figure(cx, &rows, (period, all.before(period)), file))
                p.fine { (texts.oversight_compare_care()) }
                @if !without.is_empty() { p.fine { (texts.oversight_without_goals(without.join(", "))) } }
            }
            (classes)
        }
    };
    Ok(cx.page(title, Nav::FollowUp, &body))
}

/// The picture with its finding and the same as a table.
fn figure(
    cx: &Cx<'_, '_>,
    rows: &[OfBody],
    (period, before): (Period, Option<Period>),
    file: Link,
) -> Markup {
    let texts = cx.texts();
    let organisation = &cx.structure.organisation;
    let words = |period: Period| period_words(texts.language, period);
    let reached = |shares: &Shares| shares.count(Fulfilment::Achieved);
    let label = |shares: &Shares| match shares.told() {
        0 => texts.oversight_nothing_judged().to_owned(),
        told => of_words(texts, reached(shares), told),
    };
    let drawn: Vec<Pair> = rows
        .iter()
        .map(|one| {
            let first = place(reached(&one.before), one.before.told());
            let second = place(reached(&one.now), one.now.told());
            let first_label = match (first, second) {
                (None, None) => texts.oversight_nothing_judged().to_owned(),
                (None, Some(_)) => String::new(),
                _ => label(&one.before),
            };
            let label_of = organisation.name(one.body).to_owned();
            Pair { label: label_of, first, first_label, second, second_label: label(&one.now) }
        })
        .collect();
    let title = texts.oversight_compare_figure().to_owned();
    let groups = (before.map_or_else(|| "–".to_owned(), words), words(period));
    let finding = finding(cx, rows, period);
    let (wide, narrow) = pairs("namnder", (&title, &finding), &groups, drawn);
    let figure = ChartFigure {
        title,
        finding,
        wide,
        narrow: Some(narrow),
        table: Some((texts.oversight_as_table().to_owned(), table(cx, rows))),
        csv: Some(file),
        ..ChartFigure::default()
    };
    html! { (figure) }
}

/// What the picture says, in a sentence.
pub(super) fn finding(cx: &Cx<'_, '_>, rows: &[OfBody], period: Period) -> String {
    let texts = cx.texts();
    let (mut reached, mut told, mut all) = (0, 0, 0);
    for one in rows {
        reached += one.now.count(Fulfilment::Achieved);
        told += one.now.told();
        all += one.now.all();
    }
    let words = period_words(texts.language, period);
    let share = percent(reached, told).map(|share| format!(" ({share})")).unwrap_or_default();
    let words = capitalised(&words);
    texts.oversight_compare_finding(many(all), words, many(reached), share, many(told))
}

/// The goals of each body by grade.
pub(super) fn table(cx: &Cx<'_, '_>, rows: &[OfBody]) -> Markup {
    let texts = cx.texts();
    let organisation = &cx.structure.organisation;
    let columns = vec![
        Column::text(texts.oversight_column_body()),
        Column::number(texts.oversight_column_goals()),
        Column::number(texts.oversight_column_reached()),
        Column::number(texts.oversight_column_partly()),
        Column::number(texts.oversight_column_missed()),
        Column::number(texts.oversight_column_cannot()),
        Column::number(texts.oversight_column_unjudged()),
        Column::number(texts.oversight_column_share()),
    ];
    let table = rows
        .iter()
        .map(|one| {
            let mut cells = vec![
                html! { a href={"/folja-upp/namnd/" (one.body)} { (organisation.name(one.body)) } },
                html! { (one.now.all()) },
            ];
            cells.extend(GRADES.map(|grade| html! { (one.now.count(grade)) }));
            cells.push(html! { (reached_words(texts, &one.now)) });
            Row::new(cells)
        })
        .collect();
    html! { (Table::new("namnder-tabell", texts.oversight_compare(), columns, table).hide_caption()) }
}

/// All grades, best first.
pub(super) const GRADES: [Fulfilment; 5] = [
    Fulfilment::Achieved,
    Fulfilment::Partly,
    Fulfilment::NotAchieved,
    Fulfilment::CannotTell,
    Fulfilment::NotAssessed,
];

/// Downloads the goals of each body by grade.
pub(super) fn download(cx: &mut Cx<'_, '_>) -> Answer {
    let all = of_bodies(cx)?;
    let period = all.asked(cx).or_not_found()?;
    let texts = cx.texts();
    let organisation = &cx.structure.organisation;
    let rows = beside(cx, &all, period).into_iter().map(|one| {
        let mut row = vec![organisation.name(one.body).to_owned(), period.to_string()];
        row.push(one.now.all().to_string());
        row.extend(GRADES.map(|grade| one.now.count(grade).to_string()));
        row
    });
    let head = [
        texts.oversight_column_body(),
        texts.oversight_period(),
        texts.oversight_column_goals(),
        texts.oversight_column_reached(),
        texts.oversight_column_partly(),
        texts.oversight_column_missed(),
        texts.oversight_column_cannot(),
        texts.oversight_column_unjudged(),
    ];
    Ok(csv(&head, rows, texts.oversight_compare()))
}
