//! What the sentences of a branch say of a measure.

use domain::elements::Element;
use domain::ids::ElementId;
use domain::measures::Measure;
use domain::periods::Period;
use maud::{Markup, html};

use super::branch::Told;
use crate::elements;
use crate::measures::{period_words, target_words, value_words};
use crate::steering::target_term;

impl Told<'_> {
    pub(super) fn measure(&self, goal: &Element, element: &Element, measure: &Measure) -> Markup {
        let texts = self.texts;
        let target = self.structure.target(element.id, goal.owner, Period::year_of(self.year));
        let word = target_term(texts.language, &self.structure.model)
            .unwrap_or_else(|| texts.thread_target_word().to_owned());
        let value = self.values.get(&(element.id, goal.owner));
        let latest = value.map(|(period, value)| {
            texts.thread_latest(
                period_words(texts.language, *period),
                value_words(texts.language, measure, *value),
            )
        });
        html! {
            (texts.thread_measured_by()) " " a href=(elements::url(element)) { (element.title) } ". "
            @match target {
                Some(target) => (texts.thread_target_is(target_words(texts, measure, target), word)),
                None => (texts.thread_target_none(super::words::lowered(&word))),
            }
            @if !measure.method.is_empty() { " " (texts.thread_method(measure.method.trim_end_matches('.'))) }
            " " (latest.unwrap_or_else(|| self.without_value(element.id).to_owned()))
        }
    }

    /// What is said when the goal's owner has no value: others may have.
    fn without_value(&self, measure: ElementId) -> &'static str {
        if self.with_values.contains(&measure) {
            self.texts.thread_values_elsewhere()
        } else {
            self.texts.thread_no_value()
        }
    }
}
