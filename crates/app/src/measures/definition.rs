//! How a measure measures, as its page tells it.

use domain::measures::{Measure, write_breakdowns};
use maud::{Markup, html};

use super::show::MeasurePage;
use super::{target_words, terms, worth};
use crate::i18n::Texts;
use crate::own_fields;
use crate::web::ui::{Fact, facts};

impl MeasurePage<'_> {
    /// The definition, and the way to what may be said of a decided measure too.
    pub(super) fn definition(&self) -> Markup {
        let texts = self.texts;
        let unknown = |text: &str| {
            if text.is_empty() { texts.measures_not_stated().to_owned() } else { text.to_owned() }
        };
        let target = self
            .shown
            .target
            .as_ref()
            .map(|target| target_words(texts, self.measure, target))
            .unwrap_or_default();
        let mut all = vec![
            Fact::new(terms::target_term(self.structure, texts), &unknown(&target)),
            Fact::new(texts.measures_method(), &unknown(&self.measure.method)),
            Fact::new(texts.measures_source(), &unknown(&self.measure.source)),
            Fact::new(texts.measures_unit(), &unknown(&self.measure.measure_unit)),
            Fact::new(texts.measures_lag(), &self.lag()),
            Fact::new(texts.measures_owner(), self.structure.organisation.name(self.element.owner)),
            Fact::new(texts.measures_text(), &unknown(&self.element.text)),
        ];
        if self.measure.formula.is_some() {
            all.insert(1, Fact::rich(texts.measures_formula(), self.formula()));
        }
        if !self.measure.breakdowns.is_empty() {
            all.push(Fact::new(texts.measures_breakdowns(), &groups_of(self.measure)));
        }
        all.push(Fact::new(texts.measures_least(), &least_of(texts, self.measure)));
        all.extend(worth::facts(texts, (self.structure, self.element), self.measure));
        all.extend(own_fields::facts(texts, self.structure, self.element, &self.own));
        html! {
            (facts(&all))
            @if self.may_plan && self.element.is_current() {
                p { a href={ (super::url(self.element.id)) "/kontrollfraga" } { (texts.measures_worth_set()) } }
            }
        }
    }
}

/// What a measure is broken down by, on one line.
fn groups_of(measure: &Measure) -> String {
    write_breakdowns(&measure.breakdowns).replace('\n', "; ")
}

/// About how few people a value may be and still be shown.
fn least_of(texts: Texts, measure: &Measure) -> String {
    match measure.least_count {
        0 => texts.measures_least_none().to_owned(),
        least => texts.measures_least_people(i64::from(least)),
    }
}

/// How a measure that is decided measures and whom its values may be about, beside what held before:
/// what differs, and of a new one all that is said.
pub fn definition_changes(
    texts: Texts,
    (older, newer): (Option<&Measure>, &Measure),
    marked: impl Fn(&str, &str) -> Markup,
) -> Markup {
    let parts = |one: &Measure| {
        [
            (texts.measures_method(), one.method.clone()),
            (texts.measures_source(), one.source.clone()),
            (texts.measures_unit(), one.measure_unit.clone()),
            (texts.measures_breakdowns(), groups_of(one)),
            (texts.measures_least(), least_of(texts, one)),
        ]
    };
    let before = older.map_or_else(Default::default, |older| parts(older).map(|(_, words)| words));
    let differing: Vec<_> =
        parts(newer).into_iter().zip(before).filter(|((_, now), was)| now != was).collect();
    html! {
        @if !differing.is_empty() {
            dl.grounds-list {
                @for ((label, now), was) in &differing {
                    dt { (label) }
                    dd { p.marked { @if older.is_some() { (marked(was, now)) } @else { (now) } } }
                }
            }
        }
    }
}
