//! Min sida of whoever leads the whole municipality: three things to know, how the goals go, and
//! what to ask.

use domain::followup::AtHand;
use domain::fulfilment::Fulfilment;
use domain::ids::OrgUnitId;
use domain::organisation::OrgLevelKind;
use domain::statistics::target::Meaning;
use maud::{Markup, html};

use super::collection::{Collection, collections};
use super::due::owed;
use super::goals::{Standing, top_goals};
use super::hero::{hero, whole_thread};
use super::questions::questions;
use super::signals::{Seen, measures_of, seen_of, stands_out};
use super::{counted, leader, many, year};
use crate::cx::Cx;
use crate::elements;
use crate::followup::{about, at_hand};
use crate::web::error::AppError;
use crate::web::ui::section;

/// Things to know; a fourth is for another day.
const MOST: usize = 3;

/// Whether an org unit is where the whole municipality is led from.
pub(super) fn leads_all(cx: &Cx<'_, '_>, home: OrgUnitId) -> bool {
    let kind = cx.structure.organisation.get(home).map(|unit| unit.kind);
    matches!(kind, Some(OrgLevelKind::Council | OrgLevelKind::ExecutiveBoard))
}

pub(super) fn body(cx: &mut Cx<'_, '_>, home: OrgUnitId) -> Result<Markup, AppError> {
    let texts = cx.texts();
    let rounds = at_hand(cx)?;
    let collected = collections(cx, &rounds.open, home)?;
    let collected: Vec<Collection> =
        collected.into_iter().map(|all| all.led(cx)).collect::<Result<_, _>>()?;
    let owed = owed(cx, &rounds.open, home)?;
    let top = cx.structure.organisation.roots().first().copied().unwrap_or(home);
    let goals = top_goals(cx);
    let standing = Standing::of(cx, goals)?;
    let ids = measures_of(cx, &standing.goals);
    let seen = seen_of(cx, top, &ids)?;
    let side = year::section(cx)?;
    let know = things_to_know(cx, &standing, &seen, (&collected, &rounds));
    let waits: usize = collected.iter().map(|all| all.to_approve().count()).sum();
    let sentence = match (know.is_empty(), waits) {
        (true, 0) => texts.home_reader_sentence().to_owned(),
        (false, 0) => texts.home_things_to_know(many(know.len()), counted(cx, know.len())),
        (true, waits) => texts.home_to_approve(many(waits), counted(cx, waits)),
        (false, waits) => texts.home_know_and_approve(
            counted(cx, waits),
            counted(cx, know.len()),
            many(know.len()),
            many(waits),
        ),
    };
    let overdue = crate::oversight::overdue_way(cx)?;
    let effects = crate::actions::late_under(cx, &[top])?;
    let hero = hero(cx, sentence, whole_thread(cx));
    Ok(html! {
        (hero)
        div.wrap.with-side {
            div {
                (know_section(cx, &know))
                (super::oversight_way(texts))
                (overdue)
                (effects)
                @for collected in &collected { div.section { (leader::card(cx, collected, &rounds)) } }
                (standing.section(cx, texts.home_goals()))
                (questions(cx, &standing, &seen))
                (stands_out(texts, texts.home_stands_out_all(), top, &seen))
                @for owed in &owed { div.section { (owed.came_back(cx)) (owed.card(cx, &seen)) } }
            }
            aside.side aria-label=(texts.home_year()) { (side) }
        }
    })
}

/// Something worth knowing before anything else.
struct Known {
    title: String,
    note: String,
    url: String,
}

/// How the goals go, what moves the wrong way, what is not reached; then what goes well.
fn things_to_know(
    cx: &Cx<'_, '_>,
    standing: &Standing,
    seen: &[Seen],
    (collected, rounds): (&[Collection], &AtHand),
) -> Vec<Known> {
    let texts = cx.texts();
    let overview = standing.overview(texts).map(|(title, note)| Known {
        title,
        note,
        url: "/trad".to_owned(),
    });
    let with = |meaning: Meaning| {
        seen.iter().find(|one| one.meaning() == Some(meaning)).map(|one| Known {
            title: format!("{}: {}", one.element.title, one.words.word.to_lowercase()),
            note: one.fact(),
            url: one.url(),
        })
    };
    let not_reached =
        standing.goals.iter().find(|goal| standing.grade(goal) == Fulfilment::NotAchieved).map(
            |goal| Known {
                title: texts.home_fact_missed(&goal.title),
                note: standing.judged.get(&goal.id).and_then(|all| all.first()).map_or_else(
                    || cx.structure.organisation.name(goal.owner).to_owned(),
                    |one| one.reason.clone(),
                ),
                url: elements::url(goal),
            },
        );
    let collection = collected.first().map(|one| {
        let (done, all) = one.handed_in();
        Known {
            title: texts.home_accounts_done(all, done),
            note: super::round_title(&one.round).to_owned(),
            url: about("/folja-upp", &one.round, rounds),
        }
    });
    let found = [overview, with(Meaning::Worse), not_reached, with(Meaning::Better), collection];
    found.into_iter().flatten().take(MOST).collect()
}

fn know_section(cx: &Cx<'_, '_>, know: &[Known]) -> Markup {
    let texts = cx.texts();
    if know.is_empty() {
        return html! {};
    }
    let body = html! {
        ol.know {
            @for one in know { li { a href=(one.url) { b { (one.title) } } p.soft { (one.note) } } }
        }
    };
    let title = texts.home_know(many(know.len()), counted(cx, know.len()));
    section("att-veta", &title, "", &body)
}
