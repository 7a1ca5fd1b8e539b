//! What the demo municipality promises to everything that is built on it.

use std::collections::{HashMap, HashSet};
use std::fmt::Write as _;
use std::hash::{DefaultHasher, Hash, Hasher};

use rust_decimal::Decimal;

use super::*;

const SKARGARDEN: &str = "skargardens-forskolor";

fn world() -> World {
    World::load().unwrap()
}

fn values(world: &World, measure: &str, org: &str) -> Vec<Decimal> {
    let series = world.series_of(measure, org).unwrap();
    series.readings(world.seed).filter_map(|reading| reading.value).collect()
}

#[test]
fn every_reference_in_the_demo_leads_somewhere() {
    let world = world();
    assert_eq!(check::problems(&world), Vec::<String>::new());
    assert!(world.notice.contains("påhittad"));
}

#[test]
fn a_reference_that_leads_nowhere_is_told_with_its_place() {
    let mut world = world();
    world.activities[0].executes = "finns-inte".to_owned();
    let problems = check::problems(&world);
    assert_eq!(problems.len(), 1);
    assert!(problems[0].contains("finns-inte"));
}

#[test]
fn the_demo_has_the_numbers_that_the_map_shows() {
    let world = world();
    let of = |kind: &str| world.elements.iter().filter(|it| it.kind == kind).count();
    assert_eq!(of("vision"), 1);
    assert_eq!(of("inriktningsmal"), 7);
    assert_eq!(of("miljomal"), 3);
    assert_eq!(of("nationellt"), 3);
    assert_eq!(of("uppdrag"), 6);
    assert_eq!(of("resultatmal"), 23);
    assert_eq!(of("enhetsmal"), 86);
    assert_eq!(world.activities.len(), 240);
    assert_eq!(world.organisation.iter().filter(|it| it.reports).count(), 86);
    assert_eq!(world.organisation.iter().filter(|it| it.level == "utf").count(), 8);
    assert!(world.measures.len() >= 60);
}

#[test]
fn the_goal_about_a_trygg_start_has_its_twelve_units_and_thirty_one_activities() {
    let world = world();
    let units: Vec<&Element> = world
        .elements
        .iter()
        .filter(|it| it.kind == "enhetsmal")
        .filter(|it| it.parents.iter().any(|link| link.to == "rm-trygg-start"))
        .collect();
    assert_eq!(units.len(), 12);
    let thread: HashSet<&str> =
        units.iter().map(|it| it.id.as_str()).chain(["rm-trygg-start"]).collect();
    let activities =
        world.activities.iter().filter(|it| thread.contains(it.executes.as_str())).count();
    assert_eq!(activities, 31);
    let mut levels: HashMap<Level, usize> = HashMap::new();
    for unit in units {
        let judgement = world.judgements.iter().find(|it| it.element == unit.id).unwrap();
        *levels.entry(judgement.outcome).or_default() += 1;
    }
    assert_eq!(levels[&Level::Achieved], 7);
    assert_eq!(levels[&Level::Partly], 2);
    assert_eq!(levels[&Level::NotAchieved], 1);
    assert_eq!(levels[&Level::NotAssessed], 2);
}

#[test]
fn two_committee_goals_are_broken_on_purpose() {
    let world = world();
    let measured: HashSet<&str> =
        world.measures.iter().flat_map(|it| it.measures.iter().map(String::as_str)).collect();
    for goal in world.elements.iter().filter(|it| it.kind == "resultatmal") {
        let whole = !goal.parents.is_empty() && measured.contains(goal.id.as_str());
        assert_eq!(whole, goal.broken.is_none(), "{}", goal.id);
    }
    assert_eq!(world.elements.iter().filter(|it| it.broken.is_some()).count(), 2);
}

/// Which link each element type may have upward in the steering model of the demo.
fn allowed(kind: &str, parent: &str) -> Option<LinkKind> {
    match (kind, parent) {
        ("inriktningsmal" | "miljomal", "vision")
        | ("uppdrag" | "deklaration", "inriktningsmal")
        | ("resultatmal", "inriktningsmal" | "miljomal" | "nationellt")
        | ("prodmal", "inriktningsmal" | "nationellt" | "resultatmal")
        | ("enhetsmal", "nationellt") => Some(LinkKind::Contributes),
        ("enhetsmal", "resultatmal") => Some(LinkKind::Decomposes),
        ("leveranskrav", "resultatmal") | ("enhetsdekl", "deklaration") => {
            Some(LinkKind::Specifies)
        }
        _ => None,
    }
}

#[test]
fn every_link_is_one_that_the_steering_model_knows() {
    let world = world();
    for element in &world.elements {
        for link in &element.parents {
            let parent = world.element(&link.to).unwrap();
            assert_eq!(
                allowed(&element.kind, &parent.kind),
                Some(link.kind),
                "{} to {}",
                element.id,
                parent.id
            );
        }
    }
    let kind = |id: &str| world.element(id).unwrap().kind.as_str();
    for measure in &world.measures {
        for goal in &measure.measures {
            assert!(
                matches!(
                    kind(goal),
                    "resultatmal" | "enhetsmal" | "prodmal" | "leveranskrav" | "inriktningsmal"
                ),
                "{} measures {goal}",
                measure.id
            );
        }
    }
    for activity in &world.activities {
        assert!(matches!(kind(&activity.executes), "enhetsmal" | "resultatmal" | "uppdrag"));
    }
}

#[test]
fn each_committee_answers_every_council_goal_or_says_why_not_except_three() {
    let world = world();
    let committees: HashSet<&str> = world
        .elements
        .iter()
        .filter(|it| it.kind == "resultatmal")
        .map(|it| it.owner.as_str())
        .collect();
    let mut gaps = 0;
    for committee in committees {
        for goal in world.elements.iter().filter(|it| it.kind == "inriktningsmal") {
            let answered = world.elements.iter().any(|it| {
                it.kind == "resultatmal"
                    && it.owner == committee
                    && it.parents.iter().any(|link| link.to == goal.id)
            });
            let exempt =
                world.exemptions.iter().any(|it| it.org == committee && it.element == goal.id);
            assert!(!(answered && exempt), "{committee} and {}", goal.id);
            gaps += usize::from(!answered && !exempt);
        }
    }
    assert_eq!(gaps, 3);
}

#[test]
fn sixty_one_of_eighty_six_reports_are_handed_in() {
    let world = world();
    let done = world
        .reports
        .iter()
        .filter(|it| matches!(it.state, ReportState::Submitted | ReportState::Approved));
    assert!(done.clone().all(|it| it.summary.is_some() && it.author.is_some()));
    assert_eq!(done.count(), 61);
    assert_eq!(world.reports.len(), 86);
}

#[test]
fn somebody_answers_for_every_unit_that_reports_but_where_the_head_has_left() {
    let world = world();
    let answers = |unit: &str| {
        world
            .people
            .iter()
            .flat_map(|person| &person.roles)
            .any(|held| held.org == unit && matches!(held.role, Role::Manager | Role::Provider))
    };
    let vacant: Vec<&str> = world
        .organisation
        .iter()
        .filter(|unit| unit.reports && !answers(&unit.id))
        .map(|unit| unit.id.as_str())
        .collect();
    assert_eq!(vacant, ["hamnskolan", "viksskolan"]);
    assert_eq!(world.people.iter().filter(|person| person.sign_in.is_some()).count(), 10);
}

#[test]
fn every_role_can_sign_in() {
    let world = world();
    for role in Role::ALL {
        let found = world
            .people
            .iter()
            .any(|it| it.sign_in.is_some() && it.roles.iter().any(|held| held.role == role));
        assert!(found, "{role:?}");
    }
}

#[test]
fn the_series_of_the_mocks_are_there_digit_by_digit() {
    let world = world();
    let as_text = |measure: &str| {
        values(&world, measure, SKARGARDEN).iter().fold(String::new(), |mut text, value| {
            let _ = write!(text, "{value} ");
            text
        })
    };
    assert_eq!(as_text("trygga-vardnadshavare"), "91 92 90 93 92 91 92 86 ");
    assert_eq!(
        as_text("sjukfranvaro"),
        "6.4 6.9 6.6 7.1 6.8 6.3 6.7 6.5 6.9 6.4 6.6 6.8 \
         6.5 6.7 6.9 6.4 6.6 7.2 7.4 7.3 7.6 7.5 7.8 8.1 "
    );
    assert_eq!(
        as_text("barn-per-arsarbetare"),
        "5.7 5.6 5.8 5.7 5.6 5.7 5.8 5.6 5.7 5.6 5.5 5.4 5.4 5.3 5.3 5.2 5.1 5.1 "
    );
}

/// Mean of the newest values of the twelve preschools, weighted with their children.
fn weighted(world: &World, measure: &str) -> Decimal {
    let units = world.organisation.iter().filter(|it| it.branch.as_deref() == Some("forskola"));
    let (mut sum, mut weight) = (Decimal::ZERO, Decimal::ZERO);
    for unit in units {
        if let Some(newest) = values(world, measure, &unit.id).last() {
            let size = Decimal::from(unit.size.unwrap());
            sum += *newest * size;
            weight += size;
        }
    }
    sum / weight
}

#[test]
fn the_committee_sees_the_values_of_the_map() {
    let world = world();
    assert_eq!(weighted(&world, "trygga-vardnadshavare").round().to_string(), "89");
    assert_eq!(weighted(&world, "barn-per-arsarbetare").round_dp(1).to_string(), "5.2");
    assert_eq!(weighted(&world, "forskollararexamen").round().to_string(), "41");
}

/// A plain reading of the four rules, on the first twelve values or the chosen baseline, telling
/// whether the newest value is part of a signal.
fn newest_signals(values: &[Decimal], baseline: usize) -> bool {
    let base = &values[..baseline.min(values.len())];
    let mean = base.iter().sum::<Decimal>() / Decimal::from(base.len());
    let moves: Vec<Decimal> = base.windows(2).map(|pair| (pair[1] - pair[0]).abs()).collect();
    let average = |list: &[Decimal]| list.iter().sum::<Decimal>() / Decimal::from(list.len());
    let all = average(&moves);
    let kept: Vec<Decimal> =
        moves.iter().copied().filter(|it| *it < all * Decimal::new(3267, 3)).collect();
    let reach = average(&kept) * Decimal::new(266, 2);
    let away: Vec<Decimal> = values.iter().map(|it| *it - mean).collect();
    let last = *away.last().unwrap();
    let outside = last.abs() > reach;
    let seven = away.len() >= 7;
    let tail = &away[away.len().saturating_sub(7)..];
    let shift = seven && (tail.iter().all(is_above) || tail.iter().all(is_below));
    let rising = seven && tail.windows(2).all(|pair| pair[1] > pair[0]);
    let falling = seven && tail.windows(2).all(|pair| pair[1] < pair[0]);
    let near = reach * Decimal::from(2) / Decimal::from(3);
    let three = &away[away.len().saturating_sub(3)..];
    let close = |sign: Decimal| {
        three.iter().all(|it| *it * sign > Decimal::ZERO)
            && three.iter().filter(|it| **it * sign > near).count() >= 2
    };
    outside || shift || rising || falling || close(Decimal::ONE) || close(-Decimal::ONE)
}

fn is_below(value: &Decimal) -> bool {
    *value < Decimal::ZERO
}

fn is_above(value: &Decimal) -> bool {
    *value > Decimal::ZERO
}

#[test]
fn the_report_of_skargarden_has_three_deviations_and_eleven_parts_as_usual() {
    let world = world();
    let report = world.reports.iter().find(|it| it.org == SKARGARDEN).unwrap();
    assert_eq!(report.parts.len(), 14);
    let mut deviating = Vec::new();
    for part in &report.parts {
        let deviates = match part.kind.unwrap() {
            PartKind::Measure => {
                let values = values(&world, &part.about, SKARGARDEN);
                let baseline = world
                    .baselines
                    .iter()
                    .find(|it| it.org == SKARGARDEN && it.measure == part.about)
                    .map_or(12, |it| usize::from(it.values));
                newest_signals(&values, baseline)
            }
            PartKind::Activity => {
                let activity = world.activities.iter().find(|it| it.id == part.about).unwrap();
                activity.progress == Progress::Late && (world.today - activity.end).get_days() > 30
            }
            PartKind::Economy | PartKind::Summary => false,
        };
        assert_eq!(deviates, part.deviates, "{}", part.about);
        assert_eq!(part.done, !part.deviates, "{}", part.about);
        if deviates {
            deviating.push(part.about.as_str());
        }
    }
    assert_eq!(deviating.len(), 3);
}

#[test]
fn three_of_the_twelve_measures_of_skargarden_stick_out() {
    let world = world();
    let own = world.series.iter().filter(|it| it.org == SKARGARDEN && it.gender.is_none());
    let mut signals = Vec::new();
    let mut usual = 0;
    for series in own {
        let values = values(&world, &series.measure, SKARGARDEN);
        let chosen = world
            .baselines
            .iter()
            .find(|it| it.org == SKARGARDEN && it.measure == series.measure)
            .map(|it| usize::from(it.values));
        // Without a chosen baseline neither the first twelve nor all values may give a signal.
        let baselines = chosen.map_or_else(|| vec![12, values.len()], |values| vec![values]);
        if baselines.into_iter().any(|baseline| newest_signals(&values, baseline)) {
            signals.push(series.measure.as_str());
        } else {
            usual += 1;
        }
    }
    signals.sort_unstable();
    assert_eq!(signals, ["barn-per-arsarbetare", "sjukfranvaro", "trygga-vardnadshavare"]);
    assert_eq!(usual, 9);
}

#[test]
fn what_goes_as_usual_at_skargarden_also_reaches_its_target() {
    let world = world();
    let report = world.reports.iter().find(|it| it.org == SKARGARDEN).unwrap();
    let usual = report.parts.iter().filter(|it| it.kind == Some(PartKind::Measure) && !it.deviates);
    for part in usual {
        let newest = *values(&world, &part.about, SKARGARDEN).last().unwrap();
        let (rule, level) = world.target(&part.about, SKARGARDEN, 2026).unwrap();
        let reached = match rule {
            TargetRule::AtLeast => newest >= level,
            TargetRule::AtMost => newest <= level,
        };
        assert!(reached, "{}: {newest} against {level}", part.about);
    }
}

#[test]
fn values_are_sometimes_missing_not_applicable_or_preliminary() {
    let world = world();
    let mut states: HashMap<ReadingState, usize> = HashMap::new();
    for reading in world.readings() {
        assert_eq!(
            reading.value.is_none(),
            matches!(reading.state, ReadingState::Missing | ReadingState::NotApplicable)
        );
        *states.entry(reading.state).or_default() += 1;
    }
    assert_eq!(states.len(), 4);
    assert!(states[&ReadingState::Final] > 10 * states[&ReadingState::Missing]);
}

#[test]
fn values_have_the_decimals_and_the_bounds_of_their_measure() {
    let world = world();
    for reading in world.readings() {
        let measure = world.measure(reading.measure).unwrap();
        if let Some(value) = reading.value {
            assert!(value.scale() <= u32::from(measure.decimals), "{reading:?}");
            assert!(measure.least.is_none_or(|least| value >= least), "{reading:?}");
            assert!(measure.most.is_none_or(|most| value <= most), "{reading:?}");
        }
    }
}

fn digest(world: &World) -> u64 {
    let mut hasher = DefaultHasher::new();
    for reading in world.readings() {
        (reading.measure, reading.org, reading.period, reading.value).hash(&mut hasher);
    }
    for person in &world.people {
        (&person.id, &person.name).hash(&mut hasher);
    }
    hasher.finish()
}

#[test]
fn the_same_seed_gives_the_same_world_and_another_seed_other_values() {
    let one = World::scaled(Size::Small, 1).unwrap();
    assert_eq!(one, World::scaled(Size::Small, 1).unwrap());
    assert_eq!(digest(&one), digest(&World::scaled(Size::Small, 1).unwrap()));
    assert_ne!(digest(&one), digest(&World::scaled(Size::Small, 2).unwrap()));
}

#[test]
fn the_large_municipality_has_its_sizes_and_holds_together() {
    let large = World::scaled(Size::Large, 7).unwrap();
    assert_eq!(large.organisation.len(), 2_000);
    assert_eq!(large.elements.iter().filter(|it| is_goal(it)).count(), 10_000);
    assert_eq!(large.measures.len(), 3_000);
    assert_eq!(large.people.len(), 5_000);
    assert_eq!(large.reading_count(), 1_000_000);
    assert_eq!(check::problems(&large), Vec::<String>::new());
    let mut seen = HashSet::new();
    for series in &large.series {
        assert!(seen.insert((&series.measure, &series.org, series.gender)), "{series:?}");
    }
    assert_eq!(digest(&large), digest(&World::scaled(Size::Large, 7).unwrap()));
}

#[test]
fn periods_read_and_write_the_same_text_and_follow_each_other() {
    for text in ["2026", "2026-T2", "2026-08"] {
        assert_eq!(Period::try_from(text.to_owned()).unwrap().to_string(), text);
    }
    for text in ["", "2026-13", "2026-00", "2026-T4", "T2", "2026-x"] {
        assert!(Period::try_from(text.to_owned()).is_err(), "{text}");
    }
    let december = Period::new(2025, Frequency::Month, 12);
    assert_eq!(december.next().to_string(), "2026-01");
}
