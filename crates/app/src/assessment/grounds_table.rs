//! What a proposal rests on as tables: every input with its weight and standing, and what each level
//! demands beside what there is.

use domain::assessment::{Grade, Input, InputSource, Matrix};
use domain::steering::RuleMethod;
use maud::{Markup, html};

use super::grounds::Grounds;
use super::section::Judged;
use super::store::AssessmentKind;
use super::words::{forecast_word, fulfilment_symbol, fulfilment_word};
use crate::elements;
use crate::i18n::Texts;
use crate::measures::{Shown, latest_words, target_words};
use crate::web::ui::{Column, Row, Symbol, Table, details_section, signal_status, status};

/// Most inputs on a page; the file has them all.
const MOST_SHOWN: usize = 50;
/// With so few inputs the tables stand open.
const FEW: usize = 6;

fn code(source: InputSource) -> &'static str {
    match source {
        InputSource::Value => "value",
        InputSource::Judgement => "judgement",
        InputSource::Forecast => "forecast",
        InputSource::OwnMeasures => "own_measures",
        InputSource::Progress => "progress",
    }
}

/// Where the grade of an input comes from, in words.
pub(super) fn source_words(texts: Texts, source: InputSource) -> String {
    texts.assessment_source(code(source))
}

impl Judged<'_> {
    /// Everything that the proposal is computed from, and the way to download it.
    pub(super) fn grounds(&self, grounds: &Grounds<'_>) -> Markup {
        let texts = self.texts;
        let counting = grounds.inputs.iter().filter(|one| one.counts);
        let said = counting.clone().filter(|one| one.grade.is_some()).count();
        let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
        let of = counting.count();
        let note = if of == 0 {
            String::new()
        } else {
            texts.assessment_grounds_note(count(of), count(said))
        };
        let is_forecast = grounds.kind == AssessmentKind::Forecast;
        let title = if is_forecast {
            texts.assessment_grounds_forecast()
        } else {
            texts.assessment_grounds()
        };
        let id = self.element.id;
        let body = html! {
            div.stack {
                @if !grounds.inputs.is_empty() { (self.inputs(grounds)) }
                @if let Some(figure) = grounds.proposed.as_ref().ok().and_then(|one| one.basis.figure()) {
                    (self.bars(grounds.kind, figure))
                }
                @if grounds.rule.is_some_and(|rule| rule.method == RuleMethod::CoverageXFulfilment) {
                    (self.matrix(grounds))
                }
                @if let Some(least) = grounds.rule.and_then(|rule| rule.params.min_measured_share) {
                    p.fine { (texts.assessment_least_said(i64::from(least))) }
                }
                @if !grounds.weighs() && !grounds.inputs.is_empty() { p.fine { (texts.assessment_equal_weights()) } }
                p {
                    a href={"/mal/" (id) "/underlag.csv"} { (texts.assessment_download()) }
                    @if grounds.weighs() && self.may_weigh && of > 0 {
                        " · " a href={"/mal/" (id) "/vikter"} { (texts.assessment_change_weights()) }
                    }
                }
            }
        };
        let open = grounds.inputs.len() <= FEW;
        details_section(None, title, &note, open, &body)
    }

    fn inputs(&self, grounds: &Grounds<'_>) -> Markup {
        let texts = self.texts;
        let mut columns = vec![
            Column::text(texts.assessment_input()),
            Column::text(texts.assessment_standing()),
            Column::text(texts.assessment_said()),
            Column::text(texts.assessment_counts()).wide_only(),
        ];
        if grounds.weighs() {
            columns.push(Column::number(texts.assessment_weight()));
        }
        let rows = grounds.inputs.iter().take(MOST_SHOWN);
        let rows = rows.map(|input| self.input(input, grounds.weighs())).collect();
        let hidden = grounds.inputs.len().saturating_sub(MOST_SHOWN);
        let (id, caption) = match grounds.kind {
            AssessmentKind::Outcome => ("inraknat", texts.assessment_input()),
            AssessmentKind::Forecast => ("inraknat-prognos", texts.assessment_input_forecast()),
        };
        html! {
            (Table::new(id, caption, columns, rows).hide_caption().dense())
            @if hidden > 0 { p.fine { (texts.assessment_more_inputs(i64::try_from(hidden).unwrap_or(i64::MAX))) } }
        }
    }

    fn input(&self, input: &Input, weighs: bool) -> Row {
        let texts = self.texts;
        let element = self.structure.element(input.element);
        let name = html! {
            @if let Some(element) = element { a href=(elements::url(element)) { (element.title) } }
            @if !input.counts { span.fine.narrow-only { " " (texts.assessment_counts()) ": " (texts.assessment_counts_no()) } }
        };
        let counts =
            if input.counts { texts.assessment_counts_yes() } else { texts.assessment_counts_no() };
        let mut cells =
            vec![name, self.standing(input), html! { (self.said(input)) }, html! { (counts) }];
        if weighs {
            cells.push(html! { (input.weight.number()) });
        }
        Row::new(cells)
    }

    /// The grade in the words of what it is a grade of.
    fn standing(&self, input: &Input) -> Markup {
        let Some(grade) = input.grade else {
            return status(Symbol::NotAssessed, &self.unsaid(input));
        };
        let level = grade.fulfilment();
        let of = self.structure.element(input.element);
        let of = of.and_then(|one| self.structure.model.element_type(&one.element_type));
        let model = &self.structure.model;
        let word = match input.source {
            InputSource::Forecast => forecast_word(self.texts, model, of, level),
            _ => fulfilment_word(self.texts, model, of, level),
        };
        let shape = fulfilment_symbol(level);
        signal_status(shape, shape.tone(), &word)
    }

    /// Whether the latest value of an input is not for the visitor to see.
    pub(super) fn hides_latest(&self, input: &Input) -> bool {
        self.measures.get(&input.element).is_some_and(Shown::hides_latest)
    }

    fn unsaid(&self, input: &Input) -> String {
        match input.source {
            InputSource::Value if self.hides_latest(input) => {
                self.texts.measures_hidden().to_owned()
            }
            InputSource::Value => {
                let (value, target) = self.value_and_target(input);
                let unset = !value.is_empty() && target.is_empty();
                let texts = self.texts;
                if unset { texts.assessment_no_level() } else { texts.assessment_no_value() }
                    .to_owned()
            }
            InputSource::Forecast => self.texts.assessment_no_forecast().to_owned(),
            _ => self.texts.assessment_not_assessed().to_owned(),
        }
    }

    /// The value against its target, or where else the grade comes from.
    fn said(&self, input: &Input) -> String {
        let texts = self.texts;
        if input.source != InputSource::Value {
            return input.grade.map(|_| source_words(texts, input.source)).unwrap_or_default();
        }
        let (value, target) = self.value_and_target(input);
        match (value.is_empty(), target.is_empty()) {
            (true, _) => String::new(),
            _ if self.hides_latest(input) => String::new(),
            (false, true) => texts.assessment_no_target(value),
            (false, false) => texts.assessment_against(target, value),
        }
    }

    /// The latest value and its target in words; empty where there is none.
    pub(super) fn value_and_target(&self, input: &Input) -> (String, String) {
        let texts = self.texts;
        let measure = self.structure.measure(input.element);
        let Some((measure, shown)) = measure.zip(self.measures.get(&input.element)) else {
            return (String::new(), String::new());
        };
        let value = latest_words(texts, measure, shown);
        let target = shown.target.as_ref().map(|target| target_words(texts, measure, target));
        (value.unwrap_or_default(), target.unwrap_or_default())
    }

    pub(super) fn grade_word(&self, grade: Grade) -> String {
        self.word(AssessmentKind::Outcome, grade.fulfilment())
    }

    fn matrix(&self, grounds: &Grounds<'_>) -> Markup {
        let texts = self.texts;
        let Some(rule) = grounds.rule else { return html! {} };
        let columns = vec![
            Column::text(texts.assessment_coverage()),
            Column::text(texts.assessment_fulfilment()),
            Column::text(texts.assessment_gives()),
        ];
        let rows = Matrix::of(rule)
            .cells()
            .map(|(extent, fulfilment, gives)| {
                Row::words(&[
                    texts.assessment_extent(extent.code()),
                    self.grade_word(fulfilment),
                    self.grade_word(gives),
                ])
            })
            .collect();
        html! { (Table::new("svar-matris", texts.assessment_matrix(), columns, rows).dense()) }
    }
}
