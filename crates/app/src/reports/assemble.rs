//! From facts to a report: a pure tree that every renderer shows alike.

use documents::{
    Align, Block, Cell, Column, Fact, Figure, KeyFigure, Labels, Origin, Quote, Report, Row,
    Section, Status, Symbol, Table, Tone, Width,
};
use domain::elements::Structure;
use domain::fulfilment::{Fulfilment, Progress, Stage};

use super::gather::{Facts, GoalFacts, MeasureFacts, newest};
use crate::activities::progress_word;
use crate::assessment::fulfilment_word;
use crate::assessment::store::{Assessment, AssessmentKind};
use crate::i18n::{Texts, date, datetime};
use crate::measures::{print_chart, target_words, value_words};
use crate::web::ui::Symbol as PageSymbol;

/// Quotes of one goal beyond these are counted, not printed.
const MOST_QUOTES: usize = 8;

/// Everything words need.
pub(super) struct Context<'a> {
    pub(super) texts: Texts,
    pub(super) structure: &'a Structure,
    pub(super) municipality: String,
    pub(super) today: jiff::civil::Date,
    pub(super) local: &'a dyn Fn(i64) -> jiff::civil::DateTime,
}

/// Makes the report.
pub(super) fn assemble(context: &Context<'_>, facts: &Facts) -> Report {
    let texts = context.texts;
    let body = context.structure.organisation.name(facts.org_unit);
    let mut sections = vec![summary(context, facts)];
    let goals = facts.goals.iter().map(|goal| goal_section(context, goal)).collect();
    sections.push(Section {
        title: texts.reports_goals().to_owned(),
        blocks: Vec::new(),
        sections: goals,
    });
    if !facts.assignments.is_empty() {
        sections.push(assignments(context, facts));
    }
    sections.push(about(context, facts));
    Report {
        title: texts.reports_title(&facts.round.title),
        subtitle: body.to_owned(),
        language: texts.language.code().to_owned(),
        organisation: context.municipality.clone(),
        date: Some(context.today.to_string()),
        date_text: date(texts.language, context.today),
        facts: vec![
            fact(texts.reports_body(), body),
            fact(texts.reports_period(), &facts.round.title),
            fact(texts.reports_due(), &date(texts.language, facts.round.due_on)),
            fact(
                texts.reports_taking_part(),
                &texts.reports_handed_in(count(facts.taking_part), count(facts.handed_in)),
            ),
        ],
        sections,
        labels: Labels {
            contents: texts.reports_contents().to_owned(),
            page: texts.reports_page().to_owned(),
            of: texts.reports_of().to_owned(),
            source: texts.reports_source().to_owned(),
            table: texts.reports_table().to_owned(),
            figure: texts.reports_figure().to_owned(),
            automatic: texts.reports_automatic().to_owned(),
        },
        fingerprint: facts.audit_head.chars().take(16).collect(),
        numbered: true,
        ..Report::default()
    }
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

fn fact(name: &str, value: &str) -> Fact {
    Fact { name: name.to_owned(), value: value.into() }
}

fn symbol(level: Fulfilment) -> Symbol {
    match level {
        Fulfilment::Achieved => Symbol::Achieved,
        Fulfilment::Partly => Symbol::Partly,
        Fulfilment::NotAchieved => Symbol::Missed,
        Fulfilment::CannotTell | Fulfilment::NotAssessed => Symbol::NotJudged,
    }
}

fn status(context: &Context<'_>, goal: &domain::elements::Element, level: Fulfilment) -> Status {
    let model = &context.structure.model;
    let element_type = model.element_type(&goal.element_type);
    Status {
        symbol: symbol(level),
        tone: None,
        word: fulfilment_word(context.texts, model, element_type, level),
    }
}

fn summary(context: &Context<'_>, facts: &Facts) -> Section {
    let texts = context.texts;
    let number = |wanted: &[Fulfilment]| {
        facts.goals.iter().filter(|goal| wanted.contains(&goal.level)).count()
    };
    let (reached, partly) = (number(&[Fulfilment::Achieved]), number(&[Fulfilment::Partly]));
    let missed = number(&[Fulfilment::NotAchieved]);
    let open = number(&[Fulfilment::CannotTell, Fulfilment::NotAssessed]);
    let figure = |value: usize, name: &str, symbol: Symbol| KeyFigure {
        value: value.to_string(),
        name: name.to_owned(),
        note: String::new(),
        status: Some(Status { symbol, tone: None, word: String::new() }),
    };
    let figures = vec![
        figure(reached, texts.assessment_achieved(), Symbol::Achieved),
        figure(partly, texts.assessment_partly(), Symbol::Partly),
        figure(missed, texts.assessment_not_achieved(), Symbol::Missed),
        figure(open, texts.assessment_not_assessed(), Symbol::NotJudged),
    ];
    let lead = texts.reports_lead(
        count(missed),
        count(open),
        count(partly),
        count(reached),
        count(facts.goals.len()),
    );
    Section {
        title: texts.reports_summary().to_owned(),
        blocks: vec![
            Block::Lead { text: lead.into() },
            Block::KeyFigures { figures },
            goals_table(context, facts),
        ],
        sections: Vec::new(),
    }
}

/// Each goal with its judgement and forecast on one line.
fn goals_table(context: &Context<'_>, facts: &Facts) -> Block {
    let texts = context.texts;
    let rows = facts
        .goals
        .iter()
        .map(|goal| {
            let forecast = latest_stage(goal, AssessmentKind::Forecast).map_or_else(
                || Cell::text(texts.reports_no_forecast()),
                |forecast| Cell::Status { status: status(context, &goal.element, forecast.level) },
            );
            Row {
                cells: vec![
                    Cell::text(&goal.element.title),
                    Cell::Status { status: status(context, &goal.element, goal.level) },
                    forecast,
                ],
                strong: false,
            }
        })
        .collect();
    Block::Table(Table {
        caption: texts.reports_goals_caption().to_owned(),
        source: String::new(),
        columns: columns(&[
            (texts.reports_goal(), 3),
            (texts.reports_judgement(), 2),
            (texts.reports_forecast(), 2),
        ]),
        rows,
        row_headers: true,
    })
}

fn columns(wanted: &[(&str, u16)]) -> Vec<Column> {
    wanted
        .iter()
        .map(|(header, share)| Column {
            header: (*header).to_owned(),
            align: Align::Start,
            width: Width::Share(*share),
        })
        .collect()
}

fn goal_section(context: &Context<'_>, goal: &GoalFacts) -> Section {
    let texts = context.texts;
    let mut blocks = vec![Block::Status {
        status: status(context, &goal.element, goal.level),
        text: judgement_words(context, goal).into(),
    }];
    for stage in [Stage::Political, Stage::Central, Stage::Own] {
        if let Some(judgement) = newest(&goal.judgements, stage, AssessmentKind::Outcome)
            .filter(|one| !one.reason.is_empty())
        {
            blocks.push(Block::Paragraph { text: judgement.reason.as_str().into() });
            break;
        }
    }
    if !goal.measures.is_empty() {
        blocks.push(measures_table(context, goal));
        blocks.extend(goal.measures.iter().filter_map(|measure| figure(context, measure)));
    }
    if !goal.answers.is_empty() {
        blocks.push(answers_table(context, goal));
    }
    blocks.extend(goal.quotes.iter().take(MOST_QUOTES).map(|quote| quoted(context, quote)));
    if goal.quotes.len() > MOST_QUOTES {
        let more = texts.reports_more_quotes(count(goal.quotes.len() - MOST_QUOTES));
        blocks.push(Block::Paragraph { text: more.into() });
    }
    if !goal.activities.is_empty() {
        blocks.push(activities_table(context, goal));
    }
    Section { title: goal.element.title.clone(), blocks, sections: Vec::new() }
}

/// The judgement of the stage that has the last word so far.
fn latest_stage(goal: &GoalFacts, kind: AssessmentKind) -> Option<&Assessment> {
    [Stage::Political, Stage::Central, Stage::Own]
        .into_iter()
        .find_map(|stage| newest(&goal.judgements, stage, kind))
}

fn judgement_words(context: &Context<'_>, goal: &GoalFacts) -> String {
    let texts = context.texts;
    let Some(judgement) = latest_stage(goal, AssessmentKind::Outcome) else {
        return texts.reports_not_judged().to_owned();
    };
    let who = if judgement.person_name.is_empty() {
        context.structure.organisation.name(judgement.org_unit)
    } else {
        &judgement.person_name
    };
    let when = date(texts.language, (context.local)(judgement.at).date());
    let by = texts.reports_judged_by(when, who);
    match judgement.proposed {
        Some(proposed) if proposed != judgement.level => {
            let word = status(context, &goal.element, proposed).word;
            format!("{by} {}", texts.reports_differs(word))
        }
        _ => by,
    }
}

fn measures_table(context: &Context<'_>, goal: &GoalFacts) -> Block {
    let texts = context.texts;
    let rows = goal
        .measures
        .iter()
        .map(|facts| {
            let value = facts.shown.series.latest().map_or_else(
                || texts.reports_no_value().to_owned(),
                |(_, value)| value_words(texts.language, &facts.measure, value),
            );
            let target = facts
                .shown
                .target
                .as_ref()
                .map(|target| target_words(texts, &facts.measure, target));
            Row {
                cells: vec![
                    Cell::text(&facts.element.title),
                    Cell::text(facts.measure.class.as_str()),
                    Cell::number(value),
                    Cell::text(target.unwrap_or_default()),
                    Cell::Status { status: finding_status(facts) },
                ],
                strong: false,
            }
        })
        .collect();
    let term = crate::steering::target_term(&context.structure.model);
    let mut table = Table {
        caption: texts.reports_measures_caption(&goal.element.title),
        source: String::new(),
        columns: columns(&[
            (texts.reports_measure(), 4),
            (texts.reports_class(), 3),
            (texts.reports_outcome(), 2),
            (term.as_deref().unwrap_or(texts.reports_target()), 3),
            (texts.reports_finding(), 4),
        ]),
        rows,
        row_headers: true,
    };
    if let Some(column) = table.columns.get_mut(2) {
        column.align = Align::End;
    }
    Block::Table(table)
}

fn finding_status(facts: &MeasureFacts) -> Status {
    use crate::web::ui::Tone as PageTone;
    let symbol = match facts.words.symbol {
        PageSymbol::Rising => Symbol::Rising,
        PageSymbol::Falling => Symbol::Falling,
        PageSymbol::Usual => Symbol::Steady,
        PageSymbol::TooFew => Symbol::TooFew,
        _ => Symbol::NotJudged,
    };
    let tone = match facts.words.tone {
        PageTone::Good => Tone::Good,
        PageTone::Partly => Tone::Partly,
        PageTone::Concern => Tone::Concern,
        PageTone::Neutral => Tone::Neutral,
        PageTone::Event => Tone::Event,
    };
    Status { symbol, tone: Some(tone), word: facts.words.word.clone() }
}

/// A chart where there is something to see: at least six places, as for limits.
fn figure(context: &Context<'_>, facts: &MeasureFacts) -> Option<Block> {
    if facts.shown.series.points.len() < 6 {
        return None;
    }
    let texts = context.texts;
    let title = format!("{}, {}", facts.element.title, facts.measure.measure_unit);
    let id = format!("figure-{}", facts.element.id);
    let svg = print_chart(texts, (&id, &title), &facts.measure, &facts.shown, &facts.words);
    Some(Block::Figure(Figure {
        svg,
        alt: format!("{title}. {}", facts.words.sentence),
        caption: title,
        finding: facts.words.sentence.clone(),
        source: facts.measure.source.clone(),
    }))
}

fn answers_table(context: &Context<'_>, goal: &GoalFacts) -> Block {
    let texts = context.texts;
    let rows = goal
        .answers
        .iter()
        .map(|(answer, level)| Row {
            cells: vec![
                Cell::text(context.structure.organisation.name(answer.owner)),
                Cell::text(&answer.title),
                Cell::Status { status: status(context, answer, *level) },
            ],
            strong: false,
        })
        .collect();
    Block::Table(Table {
        caption: texts.reports_answers_caption().to_owned(),
        source: String::new(),
        columns: columns(&[
            (texts.reports_org_unit(), 3),
            (texts.reports_goal(), 4),
            (texts.reports_judgement(), 3),
        ]),
        rows,
        row_headers: true,
    })
}

fn quoted(context: &Context<'_>, part: &super::store::QuotedPart) -> Block {
    Block::Quote(Quote {
        text: part.text.as_str().into(),
        origin: Origin {
            who: part.person.clone(),
            place: context.structure.organisation.name(part.org_unit).to_owned(),
            when: date(context.texts.language, (context.local)(part.at).date()),
        },
        automatic: false,
    })
}

fn work_symbol(progress: Progress) -> Symbol {
    match progress {
        Progress::NotStarted => Symbol::NotStarted,
        Progress::Ongoing => Symbol::Ongoing,
        Progress::Late => Symbol::Late,
        Progress::Done => Symbol::Done,
        Progress::Paused => Symbol::Paused,
    }
}

fn work_status(context: &Context<'_>, progress: Progress) -> Cell {
    Cell::status(work_symbol(progress), progress_word(context.texts, progress))
}

fn activities_table(context: &Context<'_>, goal: &GoalFacts) -> Block {
    let texts = context.texts;
    let rows = goal
        .activities
        .iter()
        .map(|(work, progress)| Row {
            cells: vec![
                Cell::text(&work.title),
                Cell::text(work.ends_on.map(|day| date(texts.language, day)).unwrap_or_default()),
                work_status(context, *progress),
            ],
            strong: false,
        })
        .collect();
    Block::Table(Table {
        caption: texts.reports_activities_caption().to_owned(),
        source: String::new(),
        columns: columns(&[
            (texts.reports_activity(), 4),
            (texts.reports_done_by(), 2),
            (texts.reports_progress(), 2),
        ]),
        rows,
        row_headers: true,
    })
}

fn assignments(context: &Context<'_>, facts: &Facts) -> Section {
    let texts = context.texts;
    let rows = facts
        .assignments
        .iter()
        .map(|(assignment, progress, note)| Row {
            cells: vec![
                Cell::text(&assignment.title),
                Cell::text(
                    assignment.ends_on.map(|day| date(texts.language, day)).unwrap_or_default(),
                ),
                work_status(context, *progress),
                Cell::text(note),
            ],
            strong: false,
        })
        .collect();
    Section {
        title: texts.reports_assignments().to_owned(),
        blocks: vec![Block::Table(Table {
            caption: texts.reports_assignments_caption().to_owned(),
            source: String::new(),
            columns: columns(&[
                (texts.reports_assignment(), 4),
                (texts.reports_done_by(), 2),
                (texts.reports_progress(), 2),
                (texts.reports_answer(), 4),
            ]),
            rows,
            row_headers: true,
        })],
        sections: Vec::new(),
    }
}

/// How the report was made, so that an auditor can follow each sentence to its figures.
fn about(context: &Context<'_>, facts: &Facts) -> Section {
    let texts = context.texts;
    let made = datetime(texts.language, context.today.at(0, 0, 0, 0));
    let made = made.rsplit_once(' ').map_or(made.clone(), |(day, _)| day.to_owned());
    Section {
        title: texts.reports_about().to_owned(),
        blocks: vec![
            Block::Paragraph { text: texts.reports_about_text().into() },
            Block::Facts {
                facts: vec![
                    fact(texts.reports_made(), &made),
                    fact(texts.reports_audit_head(), &facts.audit_head),
                ],
            },
        ],
        sections: Vec::new(),
    }
}
