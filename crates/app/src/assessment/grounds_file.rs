//! What a proposal rests on as a file: rule, limits, inputs with weights, answers, the proposal and
//! what people have judged. Anybody can compute the proposal again from the file alone.

use domain::assessment::{Answers, Extent, InputSource, Limit, Matrix, bars};
use domain::elements::{Element, Structure};
use domain::fulfilment::Fulfilment;
use domain::ids::ElementId;
use domain::steering::RuleMethod;

use super::grounds::{Both, Grounds, grounds_of, is_judged, values_behind};
use super::grounds_table::source_words;
use super::section::Judged;
use super::store::{self, Assessment};
use super::words::stage_word;
use crate::cx::Cx;
use crate::i18n::Texts;
use crate::web::error::{Answer, OrNotFound};
use crate::web::response::Response;

/// One row of the file.
#[derive(Default)]
struct Line {
    row: String,
    what: String,
    kind: String,
    counts: String,
    weight: String,
    level: String,
    limit: String,
    share: String,
    value: String,
    target: String,
    period: String,
    source: String,
}

impl Line {
    fn cells(self) -> [String; 12] {
        [
            self.row,
            self.what,
            self.kind,
            self.counts,
            self.weight,
            self.level,
            self.limit,
            self.share,
            self.value,
            self.target,
            self.period,
            self.source,
        ]
    }
}

/// Downloads the file.
pub(super) fn download(cx: &mut Cx<'_, '_>) -> Answer {
    let id: ElementId = cx.req.param("id").or_not_found()?;
    let structure = cx.structure.clone();
    let element = cx.find_visible(&structure, id)?;
    is_judged(&structure, element).then_some(()).or_not_found()?;
    let measures = values_behind(cx, &structure, element)?;
    let both = grounds_of(cx, &structure, element, &measures)?;
    let judgements = store::of_element(cx.tx, id)?;
    let judged = Judged::new(cx, &structure, element, &measures, judgements)?;
    let texts = cx.texts();
    let lines = judged.lines(&both);
    let text = formats::csv_text::write(&headings(texts), lines.into_iter().map(Line::cells));
    let name = format!("{} {}.csv", element.title, texts.assessment_file_name());
    Ok(Response::file("text/csv; charset=utf-8", &name, text))
}

fn headings(texts: Texts) -> [&'static str; 12] {
    [
        texts.assessment_file_row(),
        texts.assessment_file_what(),
        texts.assessment_file_kind(),
        texts.assessment_file_counts(),
        texts.assessment_file_weight(),
        texts.assessment_file_level(),
        texts.assessment_file_limit(),
        texts.assessment_file_share(),
        texts.assessment_file_value(),
        texts.assessment_file_target(),
        texts.assessment_file_period(),
        texts.assessment_file_source(),
    ]
}

impl Judged<'_> {
    fn lines(&self, both: &Both<'_>) -> Vec<Line> {
        let texts = self.texts;
        let mut lines = self.of_proposal(&both.outcome);
        // The forecast has rules and parts of its own, in rows of their own.
        lines.extend(self.of_proposal(&both.forecast).into_iter().map(|line| {
            let row = texts.assessment_file_of_forecast(&line.row);
            Line { row, ..line }
        }));
        lines.extend(
            self.judgements()
                .iter()
                .map(|one| of_judgement(texts, self.structure, self.element, one)),
        );
        lines
    }

    fn of_proposal(&self, grounds: &Grounds<'_>) -> Vec<Line> {
        let mut lines = self.of_rule(grounds);
        lines.extend(grounds.inputs.iter().map(|input| self.of_input(grounds, input)));
        lines.extend(self.of_answers(grounds));
        let texts = self.texts;
        let proposed = grounds.proposed.as_ref().ok();
        lines.push(Line {
            row: texts.assessment_file_proposal().to_owned(),
            level: proposed.map(|one| one.level.code().to_owned()).unwrap_or_default(),
            what: super::proposal_words(texts, &self.structure.model, &grounds.proposed),
            ..Line::default()
        });
        lines
    }

    /// The rule, how much must say something, and what each level demands, best first.
    fn of_rule(&self, grounds: &Grounds<'_>) -> Vec<Line> {
        let texts = self.texts;
        let Some(rule) = grounds.rule else { return Vec::new() };
        let mut lines = vec![Line {
            row: texts.assessment_file_rule().to_owned(),
            what: texts.steering_method(rule.method.key()),
            kind: rule.params.aggregate.map(|one| one.key().to_owned()).unwrap_or_default(),
            ..Line::default()
        }];
        if matches!(
            rule.method,
            RuleMethod::Manual | RuleMethod::None | RuleMethod::CoverageXFulfilment
        ) {
            return lines;
        }
        lines.push(Line {
            row: texts.assessment_file_least().to_owned(),
            share: rule.params.min_measured_share.unwrap_or(0).to_string(),
            ..Line::default()
        });
        lines.extend(bars(rule, grounds.scale).into_iter().map(|bar| {
            let (words, pct) = match bar.limit {
                Limit::AtLeast(pct) => (texts.assessment_file_at_least(), pct),
                Limit::MoreThan(pct) => (texts.assessment_file_more_than(), pct),
            };
            Line {
                row: texts.assessment_file_bar().to_owned(),
                what: self.word(grounds.kind, bar.grade.fulfilment()),
                level: bar.grade.fulfilment().code().to_owned(),
                limit: words.to_owned(),
                share: pct.to_string(),
                ..Line::default()
            }
        }));
        lines
    }

    fn of_input(&self, grounds: &Grounds<'_>, input: &domain::assessment::Input) -> Line {
        let texts = self.texts;
        let element = self.structure.element(input.element);
        let term = element.and_then(|one| self.structure.model.element_type(&one.element_type));
        let measure = self.structure.measure(input.element);
        let (value, target) = self.value_and_target(input);
        let when = self.measures.get(&input.element).and_then(|shown| shown.series.latest());
        let when = when.filter(|_| !self.hides_latest(input));
        // Weights that the rule does not use would only mislead who computes.
        let weight = if grounds.weighs() { input.weight.number() } else { 1 };
        Line {
            row: texts.assessment_file_input().to_owned(),
            what: element.map(|one| one.title.clone()).unwrap_or_default(),
            kind: measure.map_or_else(
                || term.map(|one| one.term.singular.clone()).unwrap_or_default(),
                |measure| measure.class.clone(),
            ),
            counts: (if input.counts {
                texts.assessment_counts_yes()
            } else {
                texts.assessment_counts_no()
            })
            .to_owned(),
            weight: weight.to_string(),
            level: input
                .grade
                .map(|grade| grade.fulfilment().code().to_owned())
                .unwrap_or_default(),
            value,
            target,
            period: when.map(|(place, _)| place.period.to_string()).unwrap_or_default(),
            // What nobody has judged comes from nowhere.
            source: if input.grade.is_some() || input.source == InputSource::Value {
                source_words(texts, input.source)
            } else {
                String::new()
            },
            ..Line::default()
        }
    }

    /// The two answers and what every pair of answers gives.
    fn of_answers(&self, grounds: &Grounds<'_>) -> Vec<Line> {
        let texts = self.texts;
        let asks =
            |rule: &&domain::steering::Assessment| rule.method == RuleMethod::CoverageXFulfilment;
        let Some(rule) = grounds.rule.filter(asks) else { return Vec::new() };
        let Answers { coverage, fulfilment } = grounds.answers;
        let line = |row: &str, extent: Option<Extent>, level: Option<Fulfilment>| Line {
            row: row.to_owned(),
            kind: extent.map(Extent::code).unwrap_or_default().to_owned(),
            limit: level.map(Fulfilment::code).unwrap_or_default().to_owned(),
            ..Line::default()
        };
        let answer = line(
            texts.assessment_file_answer(),
            coverage,
            fulfilment.map(domain::assessment::Grade::fulfilment),
        );
        let mut lines = vec![answer];
        lines.extend(Matrix::of(rule).cells().map(|(extent, grade, gives)| Line {
            level: gives.fulfilment().code().to_owned(),
            ..line(texts.assessment_file_matrix(), Some(extent), Some(grade.fulfilment()))
        }));
        lines
    }
}

fn of_judgement(texts: Texts, structure: &Structure, element: &Element, one: &Assessment) -> Line {
    Line {
        row: texts.assessment_file_judgement().to_owned(),
        what: stage_word(texts, structure, element, one.stage),
        kind: texts.assessment_kind(one.kind.code()),
        level: one.level.code().to_owned(),
        value: one.reason.clone(),
        period: one.period.to_string(),
        source: one.person_name.clone(),
        ..Line::default()
    }
}
