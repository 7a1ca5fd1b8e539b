//! The explanations that did not find room at their measure or goal: none is left out.

use documents::Section;

use super::deviations::topic_title;
use super::quotes::{most_of, quote};
use super::{Context, paragraph};
use crate::reports::explained::Topic;
use crate::reports::gather::Facts;

pub(super) fn section(context: &Context<'_>, facts: &Facts) -> Option<Section> {
    let texts = context.texts;
    let mut sections: Vec<Section> = facts
        .goals
        .iter()
        .filter_map(|goal| {
            let inner = rest_of(context, &goal.topics);
            let title = goal.element.title.clone();
            (!inner.is_empty()).then_some(Section { title, blocks: Vec::new(), sections: inner })
        })
        .collect();
    let beside = rest_of(context, &facts.beside);
    if !beside.is_empty() {
        let title = texts.reports_beside().to_owned();
        sections.push(Section { title, blocks: Vec::new(), sections: beside });
    }
    (!sections.is_empty()).then(|| Section {
        title: texts.reports_appendix().to_owned(),
        blocks: vec![paragraph(texts.reports_appendix_text())],
        sections,
    })
}

fn rest_of(context: &Context<'_>, topics: &[Topic]) -> Vec<Section> {
    let long = topics.iter().filter(|topic| topic.said.len() > most_of(topic));
    long.map(|topic| Section {
        title: topic_title(context, topic),
        blocks: topic.said.iter().skip(most_of(topic)).map(|said| quote(context, said)).collect(),
        sections: Vec::new(),
    })
    .collect()
}
