//! From facts to a report: a pure tree that every renderer shows alike.

mod about;
mod answers;
mod appendix;
mod compiled;
mod deviations;
mod goal;
mod measures;
mod money;
mod quotes;
mod summary;
mod work;

use documents::{
    Align, Block, Cell, Column, Fact, Labels, Report, Row, Section, Symbol, Table, Width,
};
use documents::{Status, Text};
use domain::elements::{Element, Structure};
use domain::fulfilment::Fulfilment;
use domain::ids::OrgUnitId;
use domain::steering::OrgLevelId;

use super::gather::Facts;
use crate::assessment::level_word;
use crate::i18n::{Texts, date, number_word};
use crate::steering::singular;

/// Everything words need.
pub(super) struct Context<'a> {
    pub(super) texts: Texts,
    pub(super) structure: &'a Structure,
    /// The body that reports.
    pub(super) org_unit: OrgUnitId,
    pub(super) municipality: String,
    pub(super) today: jiff::civil::Date,
    pub(super) local: &'a dyn Fn(i64) -> jiff::civil::DateTime,
}

impl Context<'_> {
    fn name(&self, org_unit: OrgUnitId) -> &str {
        self.structure.organisation.name(org_unit)
    }

    /// The day of an instant, in words.
    fn day(&self, at: i64) -> String {
        date(self.texts.language, (self.local)(at).date())
    }

    /// A small number as a word inside a sentence, a large one in figures.
    fn in_words(&self, number: usize) -> String {
        number_word(self.texts.language, count(number))
    }
}

/// Makes the report.
pub(super) fn assemble(context: &Context<'_>, facts: &Facts) -> Report {
    let texts = context.texts;
    let mut sections = vec![summary::section(context, facts)];
    sections.extend(compiled::section(context, facts));
    if !facts.goals.is_empty() {
        sections.push(Section {
            title: texts.reports_goals().to_owned(),
            blocks: Vec::new(),
            sections: facts.goals.iter().map(|goal| goal::section(context, goal)).collect(),
        });
    }
    sections.extend(deviations::beside_the_goals(context, facts));
    if !facts.assignments.is_empty() {
        sections.push(work::assignments(context, facts));
    }
    sections.extend(answers::sections(context, facts));
    sections.push(about::section(context, facts));
    sections.extend(appendix::section(context, facts));
    Report {
        title: texts.reports_title(&facts.round.title),
        subtitle: context.name(facts.org_unit).to_owned(),
        language: texts.language.code().to_owned(),
        organisation: context.municipality.clone(),
        date: Some(context.today.to_string()),
        date_text: date(texts.language, context.today),
        facts: cover(context, facts),
        sections,
        labels: labels(texts),
        fingerprint: facts.audit_head.chars().take(16).collect(),
        numbered: true,
        ..Report::default()
    }
}

/// What the cover states.
fn cover(context: &Context<'_>, facts: &Facts) -> Vec<Fact> {
    let texts = context.texts;
    let organisation = &context.structure.organisation;
    let level = organisation.get(facts.org_unit).map_or("", |unit| unit.level.as_str());
    // The body's own day, whoever reads.
    let due_on = facts.round.due_at(level);
    let kind = Some(OrgLevelId::from(level))
        .and_then(|level| context.structure.model.org_level(&level))
        .map(|level| singular(texts.language, &level.name))
        .filter(|kind| kind != context.name(facts.org_unit));
    let collected = texts.reports_handed_in(count(facts.taking_part), count(facts.handed_in));
    vec![
        fact(kind.as_deref().unwrap_or(texts.reports_body()), context.name(facts.org_unit)),
        fact(texts.reports_period(), &facts.round.title),
        fact(texts.reports_due(), &date(texts.language, due_on)),
        fact(texts.reports_taking_part(), &collected),
    ]
}

fn labels(texts: Texts) -> Labels {
    Labels {
        contents: texts.reports_contents().to_owned(),
        page: texts.reports_page().to_owned(),
        of: texts.reports_of().to_owned(),
        source: texts.reports_source().to_owned(),
        table: texts.reports_table().to_owned(),
        figure: texts.reports_figure().to_owned(),
        automatic: texts.reports_automatic().to_owned(),
    }
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

fn fact(name: &str, value: &str) -> Fact {
    Fact { name: name.to_owned(), value: value.into() }
}

fn paragraph(text: impl Into<Text>) -> Block {
    Block::Paragraph { text: text.into() }
}

fn symbol(level: Fulfilment) -> Symbol {
    match level {
        Fulfilment::Achieved => Symbol::Achieved,
        Fulfilment::Partly => Symbol::Partly,
        Fulfilment::NotAchieved => Symbol::Missed,
        Fulfilment::CannotTell | Fulfilment::NotAssessed => Symbol::NotJudged,
    }
}

/// A judgement in the words of the goal's own scale.
fn status(context: &Context<'_>, goal: &Element, (level, chosen): (Fulfilment, &str)) -> Status {
    let model = &context.structure.model;
    let element_type = model.element_type(&goal.element_type);
    Status {
        symbol: symbol(level),
        tone: None,
        word: level_word(context.texts, model, element_type, (level, chosen)),
    }
}

/// A table whose rows are named by their first cell.
fn table(caption: &str, headers: &[&str], rows: Vec<Vec<Cell>>) -> Table {
    let columns = headers.iter().map(|header| Column {
        header: (*header).to_owned(),
        align: Align::Start,
        width: Width::Fit,
    });
    Table {
        caption: caption.to_owned(),
        source: String::new(),
        columns: columns.collect(),
        rows: rows.into_iter().map(|cells| Row { cells, strong: false }).collect(),
        row_headers: true,
    }
}

/// The table with its first two columns sharing the line, where both are names.
fn with_two_names(mut table: Table) -> Table {
    for column in table.columns.iter_mut().take(2) {
        column.width = Width::Share(1);
    }
    table
}

/// The table with one column set to the end, as numbers are.
fn with_numbers_in(mut table: Table, column: usize) -> Table {
    if let Some(column) = table.columns.get_mut(column) {
        column.align = Align::End;
    }
    table
}
