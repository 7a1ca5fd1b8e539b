//! What each level demands beside what there is, as a table.

use domain::assessment::{Bar, Figure, Grade, Limit, Reached};
use maud::{Markup, html};

use super::section::Judged;
use super::store::AssessmentKind;
use crate::i18n::Texts;
use crate::web::ui::{Column, Row, Table};

/// What a bar demands in words.
pub(super) fn limit_words(texts: Texts, limit: Limit) -> String {
    match limit {
        Limit::AtLeast(pct) => texts.assessment_at_least(i64::from(pct)),
        Limit::MoreThan(pct) => texts.assessment_more_than(i64::from(pct)),
    }
}

impl Judged<'_> {
    pub(super) fn bars(&self, kind: AssessmentKind, figure: &Figure) -> Markup {
        let texts = self.texts;
        let columns = vec![
            Column::text(texts.assessment_level()),
            Column::text(texts.assessment_demands()),
            Column::text(texts.assessment_now()),
            Column::text(texts.assessment_holds()),
        ];
        let mut rows: Vec<Row> =
            figure.bars.iter().map(|reached| self.bar(kind, figure, reached)).collect();
        if !figure.bars.iter().any(|reached| reached.bar.grade == Grade::NotReached) {
            let none = [
                self.word(kind, Grade::NotReached.fulfilment()),
                texts.assessment_else().to_owned(),
            ];
            let blank = [String::new(), String::new()];
            rows.push(Row::words(&[none, blank].concat()));
        }
        let (id, caption) = match kind {
            AssessmentKind::Outcome => ("niva-granser", texts.assessment_bars()),
            AssessmentKind::Forecast => ("niva-granser-prognos", texts.assessment_bars_forecast()),
        };
        html! { (Table::new(id, caption, columns, rows).dense()) }
    }

    fn bar(&self, kind: AssessmentKind, figure: &Figure, reached: &Reached) -> Row {
        let texts = self.texts;
        let Reached { bar: Bar { grade, limit }, weight, holds } = *reached;
        let pct = limit.whole_percent(weight, figure.weight);
        let number = |number: u64| i64::try_from(number).unwrap_or(i64::MAX);
        let now = texts.assessment_share(number(weight), number(pct), number(figure.weight));
        let holds =
            if holds { texts.assessment_counts_yes() } else { texts.assessment_counts_no() };
        Row::words(&[
            self.word(kind, grade.fulfilment()),
            limit_words(texts, limit),
            now,
            holds.to_owned(),
        ])
    }
}
