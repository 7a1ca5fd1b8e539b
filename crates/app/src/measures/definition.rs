//! How a measure measures, as its page tells it.

use domain::measures::write_breakdowns;
use maud::{Markup, html};

use super::show::MeasurePage;
use super::{target_words, terms, worth};
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
            let lines = write_breakdowns(&self.measure.breakdowns).replace('\n', "; ");
            all.push(Fact::new(texts.measures_breakdowns(), &lines));
        }
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
