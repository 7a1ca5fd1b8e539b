//! How much of what is decided can be judged at all, committee by committee and period by period,
//! and which goals cannot and why.

use chart::Pair;
use domain::ids::OrgUnitId;
use domain::oversight::Shares;
use domain::periods::Period;
use domain::steering::capitalised;
use maud::{Markup, html};

use super::choose::{of_words, percent, period_choice, place};
use super::of_bodies::{OfBodies, of_bodies};
use super::page::{many, stops};
use super::picture::pairs;
use super::untold::{Untold, untold};
use crate::assessment::{fulfilment_symbol, fulfilment_word};
use crate::cx::Cx;
use crate::elements;
use crate::frame::Nav;
use crate::measures::period_words;
use crate::web::error::Answer;
use crate::web::ui::{
    ChartFigure, Column, PageHead, Row, Table, empty_state, page_header, section, status,
};

/// Where the page is.
pub(super) const URL: &str = "/uppsikt/bedombart";
/// Periods beside each other in the table.
const MOST_PERIODS: usize = 4;
/// Goals in the list.
const MOST_ROWS: usize = 200;

/// Shows it.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let texts = cx.texts();
    let title = texts.oversight_judgeable();
    let head = PageHead {
        title: title.to_owned(),
        lead: texts.oversight_judgeable_lead().to_owned(),
        ..PageHead::default()
    };
    let all = of_bodies(cx)?;
    let Some(period) = all.asked(cx) else {
        let body = html! {
            div.wrap.page {
                (stops(cx, title))
                (page_header(&head))
                (empty_state(texts.oversight_none_judged(), texts.oversight_none_judged_text(), None))
            }
        };
        return Ok(cx.page(title, Nav::FollowUp, &body));
    };
    let untold = untold(cx, &all, period)?;
    let body = html! {
        div.wrap.page {
            (stops(cx, title))
            (page_header(&head))
            (period_choice(texts, URL, &all.periods, period))
            (figure(cx, &all, period))
            (list(cx, &untold, period))
        }
    };
    Ok(cx.page(title, Nav::FollowUp, &body))
}

/// How many goals of a body tell anything in a period.
pub(super) fn told_of(
    cx: &Cx<'_, '_>,
    all: &OfBodies,
    body: OrgUnitId,
    period: Period,
) -> (usize, usize) {
    let goals = all.goals_of(cx, body, period);
    let shares = Shares::of(goals.iter().map(|goal| all.level(goal.id, period)));
    (shares.told(), shares.all())
}

fn figure(cx: &Cx<'_, '_>, all: &OfBodies, period: Period) -> Markup {
    let texts = cx.texts();
    let organisation = &cx.structure.organisation;
    let before = all.before(period);
    let words = |period: Period| period_words(texts.language, period);
    let mut sum = (0, 0);
    let mut rows = Vec::new();
    for body in &all.bodies {
        let (told, goals) = told_of(cx, all, *body, period);
        if goals == 0 {
            continue;
        }
        sum = (sum.0 + told, sum.1 + goals);
        let first = before.map_or((0, 0), |before| told_of(cx, all, *body, before));
        let label = |(some, all): (usize, usize)| match all {
            0 => String::new(),
            all => of_words(texts, some, all),
        };
        rows.push(Pair {
            label: organisation.name(*body).to_owned(),
            first: place(first.0, first.1),
            first_label: label(first),
            second: place(told, goals),
            second_label: of_words(texts, told, goals),
        });
    }
    let title = texts.oversight_judgeable_figure().to_owned();
    let share = percent(sum.0, sum.1).map(|share| format!(" ({share})")).unwrap_or_default();
    let finding = texts.oversight_judgeable_finding(
        many(sum.1),
        capitalised(&words(period)),
        share,
        many(sum.0),
    );
    let groups = (before.map_or_else(|| "–".to_owned(), words), words(period));
    let (wide, narrow) = pairs("bedombart", (&title, &finding), &groups, rows);
    let table = (texts.oversight_as_table().to_owned(), table(cx, all));
    let figure = ChartFigure {
        title,
        finding,
        wide,
        narrow: Some(narrow),
        table: Some(table),
        ..ChartFigure::default()
    };
    html! { (figure) }
}

/// The latest periods beside each other.
fn table(cx: &Cx<'_, '_>, all: &OfBodies) -> Markup {
    let texts = cx.texts();
    let periods: Vec<Period> = all.periods.iter().copied().take(MOST_PERIODS).collect();
    let mut columns = vec![Column::text(texts.oversight_column_body())];
    columns
        .extend(periods.iter().map(|period| Column::number(period_words(texts.language, *period))));
    let rows = all
        .bodies
        .iter()
        .map(|body| {
            let each: Vec<_> =
                periods.iter().map(|period| told_of(cx, all, *body, *period)).collect();
            (body, each)
        })
        .filter(|(_, each)| each.iter().any(|(_, goals)| *goals > 0))
        .map(|(body, each)| {
            let mut cells = vec![html! { (cx.structure.organisation.name(*body)) }];
            cells.extend(each.into_iter().map(|(told, goals)| {
                let words =
                    if goals == 0 { "–".to_owned() } else { of_words(texts, told, goals) };
                html! { (words) }
            }));
            Row::new(cells)
        })
        .collect();
    html! { (Table::new("bedombart-tabell", texts.oversight_judgeable(), columns, rows).hide_caption()) }
}

fn list(cx: &Cx<'_, '_>, untold: &[Untold], period: Period) -> Markup {
    let texts = cx.texts();
    if untold.is_empty() {
        return empty_state(texts.oversight_all_told(), texts.oversight_all_told_text(), None);
    }
    let structure = &cx.structure;
    let columns = [
        texts.oversight_column_goal(),
        texts.oversight_column_body(),
        texts.oversight_column_state(),
        texts.oversight_column_why(),
    ];
    let rows = untold
        .iter()
        .take(MOST_ROWS)
        .map(|one| {
            let of_type = structure.model.element_type(&one.goal.element_type);
            let word = fulfilment_word(texts, &structure.model, of_type, one.level);
            Row::new(vec![
                html! { a href=(elements::url(&one.goal)) { (one.goal.title) } },
                html! { (structure.organisation.name(one.goal.owner)) },
                html! { (status(fulfilment_symbol(one.level), &word)) },
                html! { (one.why) },
            ])
        })
        .collect();
    let title = texts.oversight_not_judgeable();
    let table = Table::new("gar-inte", title, columns.map(Column::text).to_vec(), rows);
    let note = texts.oversight_count_goals(many(untold.len()));
    section(
        "gar-inte-rubrik",
        title,
        &note,
        &html! {
            (table.hide_caption())
            p.block { a.csv href={(URL) ".csv?period=" (period)} download { (texts.oversight_csv()) } }
        },
    )
}
