//! The top of Min sida: horizon of the season, the day, the greeting and the visitor's own thread.

use chart::{Horizon, Season, Theme};
use domain::ids::OrgUnitId;
use domain::organisation::OrgLevelKind;
use domain::steering::capitalised;
use jiff::civil::Date;
use maud::PreEscaped;

use crate::cx::Cx;
use crate::elements;
use crate::i18n::{Texts, date_short, weekday};
use crate::steering::singular;
use crate::thread::{Columns, overview, own_goal, root_words, way_to};
use crate::web::ui::{Hero, Stop};

/// The hero with a sentence that says what needs the visitor.
pub(super) fn hero(cx: &Cx<'_, '_>, sentence: String, stops: Vec<Stop>) -> Hero {
    let texts = cx.texts();
    let today = cx.today();
    let (season, name) = season(today);
    let hour = cx.app.clock.local(cx.visit.now).hour();
    let person = cx.visit.person.as_deref();
    let first = person.and_then(|person| person.name.split_whitespace().next()).unwrap_or_default();
    Hero {
        scene: Some(PreEscaped(Horizon { season }.svg(Theme::Screen))),
        season: name,
        day: format!(
            "{} {}",
            capitalised(weekday(texts.language, today)),
            date_short(texts.language, today)
        ),
        greeting: greeting(texts, hour, first),
        sentence,
        thread_label: texts.home_your_thread().to_owned(),
        stops,
    }
}

fn season(day: Date) -> (Season, &'static str) {
    match day.month() {
        3..=5 => (Season::Spring, "spring"),
        6..=8 => (Season::Summer, "summer"),
        9..=11 => (Season::Autumn, "autumn"),
        _ => (Season::Winter, "winter"),
    }
}

fn greeting(texts: Texts, hour: i8, name: &str) -> String {
    match hour {
        4..=9 => texts.home_good_morning(name),
        10..=17 => texts.home_hello(name),
        _ => texts.home_good_evening(name),
    }
}

/// The thread of the whole municipality: the vision, and how much stands on each level below it.
pub(super) fn whole_thread(cx: &Cx<'_, '_>) -> Vec<Stop> {
    let texts = cx.texts();
    let structure = &cx.structure;
    let columns = Columns::of(&structure.model);
    let root = columns.root.as_ref().and_then(|root| structure.of_type(root).next());
    let root = root.map(|root| {
        Stop::to(elements::url(root), &root.title).eyebrow(root_words(texts, structure, root))
    });
    let levels = overview(texts, structure).into_iter().take(3);
    root.into_iter()
        .chain(levels.map(|(title, count)| {
            Stop::to("/trad", texts.home_in_all(super::many(count))).eyebrow(title)
        }))
        .collect()
}

/// The way from the vision to the first goal of an org unit.
pub(super) fn own_thread(cx: &Cx<'_, '_>, home: OrgUnitId) -> Vec<Stop> {
    let texts = cx.texts();
    let structure = &cx.structure;
    let columns = Columns::of(&structure.model);
    let Some(goal) = own_goal(structure, &columns, home) else { return Vec::new() };
    let way = way_to(structure, &columns, &goal);
    let mut stops: Vec<Stop> = Vec::new();
    for element in way {
        let owner = structure.organisation.name(element.owner);
        let stop = match columns.place(&element.element_type) {
            None if columns.root.as_ref() == Some(&element.element_type) => {
                Stop::to(elements::url(element), &element.title)
                    .eyebrow(root_words(texts, structure, element))
            }
            None => continue,
            Some(_) if element.id == goal.id => {
                let own = structure.organisation.get(home).is_some_and(|unit| {
                    goal.owner == home
                        && matches!(unit.kind, OrgLevelKind::Unit | OrgLevelKind::Provider)
                });
                let eyebrow = if own { texts.home_your_unit(owner) } else { owner.to_owned() };
                Stop::to(crate::thread::url(element.id), &element.title)
                    .eyebrow(eyebrow)
                    .mark_here()
            }
            Some(_) => {
                let numbered = structure
                    .model
                    .element_type(&element.element_type)
                    .filter(|_| !element.number.is_empty())
                    .map(|found| {
                        format!("{} {}", singular(texts.language, &found.term), element.number)
                    });
                Stop::to(crate::thread::url(element.id), &element.title)
                    .eyebrow(numbered.unwrap_or_else(|| owner.to_owned()))
            }
        };
        stops.push(stop);
    }
    // The vision and the last three: a longer way does not fit in one row.
    while stops.len() > 4 {
        stops.remove(1);
    }
    stops
}
