//! The first page: how many goals are reached, what deviates, and each goal on one line.

use documents::{Block, Cell, KeyFigure, Note, Section, Status, Symbol};
use domain::elements::Element;
use domain::fulfilment::Fulfilment;

use super::measures::{finding_status, outcome, target};
use super::{Context, count, goal, status, table, with_numbers_in};
use crate::assessment::store::AssessmentKind;
use crate::assessment::{forecast_word, fulfilment_word};
use crate::reports::explained::{Topic, org_units};
use crate::reports::gather::{Facts, GoalFacts, MeasureFacts};

/// Measures of org units on the first page; all stand under their goals.
const MOST_OF_UNITS: usize = 20;

pub(super) fn section(context: &Context<'_>, facts: &Facts) -> Section {
    let texts = context.texts;
    let mut blocks = vec![Block::Lead { text: lead(context, facts).into() }];
    if facts.asks.goals && !facts.goals.is_empty() {
        blocks.push(key_figures(context, facts));
        blocks.push(goals_table(context, facts));
    }
    blocks.extend(deviations_table(context, facts));
    blocks.extend(happened(context, facts));
    Section { title: texts.reports_summary().to_owned(), blocks, sections: Vec::new() }
}

/// What has happened to org units since the round opened, and where they are counted.
fn happened(context: &Context<'_>, facts: &Facts) -> Option<Block> {
    let title = context.texts.followup_organisation_changed().to_owned();
    let text = facts.happened.join("\n").into();
    (!facts.happened.is_empty()).then_some(Block::Note(Note { title, text }))
}

fn deviating(facts: &Facts) -> impl Iterator<Item = (&GoalFacts, &MeasureFacts)> {
    facts.goals.iter().flat_map(|goal| {
        goal.measures.iter().filter(|measure| measure.deviates).map(move |measure| (goal, measure))
    })
}

/// What is explained of a measure that deviates.
fn topic_of<'a>((goal, measure): (&'a GoalFacts, &MeasureFacts)) -> Option<&'a Topic> {
    goal.topics.iter().find(|topic| topic.subject == Some(measure.element.id))
}

/// What the figures beside it do not say: how much deviates, and who has explained it.
fn lead(context: &Context<'_>, facts: &Facts) -> String {
    let texts = context.texts;
    let goals = facts.goals.len();
    let mut sentences = vec![match (facts.asks.goals, facts.asks.measures) {
        (true, _) => texts.reports_lead_goals(count(goals), context.in_words(goals)),
        (false, true) => texts.reports_lead_no_goals().to_owned(),
        (false, false) => texts.reports_lead_neither().to_owned(),
    }];
    if goals > 0 {
        sentences.extend(deviations_lead(context, facts));
    }
    let topics: Vec<&Topic> = deviating(facts).filter_map(topic_of).collect();
    let explaining = org_units(topics.iter().copied());
    if explaining > 0 {
        let scope = if topics.len() == deviating(facts).count() { "all" } else { "some" };
        let explained = match topics.len() {
            1 => texts.reports_one_of_them().to_owned(),
            many => context.in_words(many),
        };
        sentences.push(texts.reports_lead_explained(
            count(explaining),
            explained,
            scope,
            context.in_words(explaining),
        ));
    }
    let units = of_units(facts).count();
    if units > 0 {
        sentences.push(texts.reports_lead_units(count(units), context.in_words(units)));
    }
    sentences.join(" ")
}

/// How many of the body's own measures deviate; that there are no measures is not that none deviates.
fn deviations_lead(context: &Context<'_>, facts: &Facts) -> Option<String> {
    let texts = context.texts;
    let own = deviating(facts).count();
    let of_units = of_units(facts).next().is_some();
    let has_own = facts.goals.iter().any(|goal| !goal.measures.is_empty());
    let is_measured = of_units || facts.goals.iter().any(|goal| goal.is_measured);
    match own {
        0 if !is_measured => Some(texts.reports_lead_no_measures().to_owned()),
        0 if of_units && has_own => Some(texts.reports_lead_none_of_own().to_owned()),
        0 if of_units => None,
        _ => Some(texts.reports_lead_deviations(count(own), context.in_words(own))),
    }
}

/// Measures that org units follow and explain a deviation of.
fn of_units(facts: &Facts) -> impl Iterator<Item = &Topic> {
    let of_goals = facts.goals.iter().flat_map(|goal| &goal.topics);
    of_goals.chain(&facts.beside).filter(|topic| !topic.series.is_empty())
}

fn key_figures(context: &Context<'_>, facts: &Facts) -> Block {
    let texts = context.texts;
    let figure = |levels: &[Fulfilment], name: &str, symbol: Symbol| KeyFigure {
        value: facts.goals.iter().filter(|goal| levels.contains(&goal.level.0)).count().to_string(),
        name: name.to_owned(),
        note: String::new(),
        status: Some(Status { symbol, tone: None, word: String::new() }),
    };
    let model = &context.structure.model;
    let of = facts.goals.first().and_then(|goal| model.element_type(&goal.element.element_type));
    let word = |level| fulfilment_word(texts, model, of, level);
    let open = &[Fulfilment::CannotTell, Fulfilment::NotAssessed];
    Block::KeyFigures {
        figures: vec![
            figure(&[Fulfilment::Achieved], &word(Fulfilment::Achieved), Symbol::Achieved),
            figure(&[Fulfilment::Partly], &word(Fulfilment::Partly), Symbol::Partly),
            figure(&[Fulfilment::NotAchieved], &word(Fulfilment::NotAchieved), Symbol::Missed),
            figure(open, texts.assessment_not_assessed(), Symbol::NotJudged),
        ],
    }
}

/// A forecast in the words of the model's scale for forecasts.
fn expected(context: &Context<'_>, goal: &Element, level: Fulfilment) -> Status {
    let model = &context.structure.model;
    let of = model.element_type(&goal.element_type);
    let word = forecast_word(context.texts, model, of, level);
    Status { word, ..status(context, goal, (level, "")) }
}

/// Each goal with its judgement and forecast on one line.
fn goals_table(context: &Context<'_>, facts: &Facts) -> Block {
    let texts = context.texts;
    let row = |goal: &GoalFacts| {
        let forecast = goal::latest_stage(goal, AssessmentKind::Forecast).map_or_else(
            || Cell::text(texts.reports_no_forecast()),
            |forecast| Cell::Status { status: expected(context, &goal.element, forecast.level) },
        );
        vec![
            Cell::text(&goal.element.title),
            Cell::Status { status: status(context, &goal.element, (goal.level.0, &goal.level.1)) },
            forecast,
        ]
    };
    Block::Table(table(
        texts.reports_goals_caption(),
        &[texts.reports_goal(), texts.reports_judgement(), texts.reports_forecast()],
        facts.goals.iter().map(row).collect(),
    ))
}

/// The measures that deviate, each with its goal and how many org units explain it.
fn deviations_table(context: &Context<'_>, facts: &Facts) -> Option<Block> {
    let texts = context.texts;
    let mut rows: Vec<Vec<Cell>> = deviating(facts)
        .map(|(goal, measure)| {
            let explaining = topic_of((goal, measure)).map_or(0, |topic| org_units([topic]));
            vec![
                Cell::text(&measure.element.title),
                Cell::number(outcome(context, measure)),
                Cell::text(target(context, measure)),
                Cell::Status { status: finding_status(measure) },
                Cell::text(texts.reports_explained_by(count(explaining))),
            ]
        })
        .collect();
    let series = of_units(facts).flat_map(|topic| &topic.series).take(MOST_OF_UNITS);
    rows.extend(series.map(|one| {
        vec![
            Cell::text(format!("{}, {}", one.facts.element.title, context.name(one.org_unit))),
            Cell::number(outcome(context, &one.facts)),
            Cell::text(target(context, &one.facts)),
            Cell::Status { status: finding_status(&one.facts) },
            Cell::text(texts.reports_explained_by(1)),
        ]
    }));
    if rows.is_empty() {
        return None;
    }
    let term = super::measures::target_header(context);
    let table = table(
        texts.reports_deviations_caption(),
        &[
            texts.reports_measure(),
            texts.reports_outcome(),
            &term,
            texts.reports_finding(),
            texts.reports_explanations(),
        ],
        rows,
    );
    Some(Block::Table(with_numbers_in(table, 1)))
}
