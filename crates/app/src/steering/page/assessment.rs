//! Scales with their symbols, and the rules that propose an assessment.

use domain::steering::{Assessment, Colour, Scale, ScaleLevel, Symbol as ModelSymbol};
use maud::{Markup, html};

use super::Reader;
use super::types::{label, type_word};
use crate::web::ui::{Fact, Symbol, Tone, facts, signal_status};

fn shape(symbol: ModelSymbol) -> Symbol {
    match symbol {
        ModelSymbol::Achieved | ModelSymbol::Done => Symbol::Met,
        ModelSymbol::Partly | ModelSymbol::Ongoing => Symbol::Partly,
        ModelSymbol::NotAchieved | ModelSymbol::Delayed => Symbol::NotMet,
        ModelSymbol::NotAssessed | ModelSymbol::NotMeasured | ModelSymbol::NotStarted => {
            Symbol::NotAssessed
        }
        ModelSymbol::Paused | ModelSymbol::Cancelled => Symbol::Paused,
    }
}

fn tone(colour: Colour) -> Tone {
    match colour {
        Colour::Good => Tone::Good,
        Colour::Partly => Tone::Partly,
        Colour::Concern => Tone::Concern,
        Colour::Neutral => Tone::Neutral,
    }
}

/// All scales.
pub(super) fn scales(reader: Reader<'_>) -> Markup {
    html! { @for scale in &reader.model.scales { (one_scale(reader, scale)) } }
}

fn one_scale(reader: Reader<'_>, scale: &Scale) -> Markup {
    let texts = reader.texts;
    let roles: Vec<String> =
        scale.roles.iter().map(|role| texts.steering_role(role.key()).to_lowercase()).collect();
    html! {
        div.model-type {
            h3 #{"skala-" (scale.id)} { (texts.steering_scale_use(scale.scale_use.key())) " " span.fine { (texts.steering_for(roles.join(", "))) } }
            ul.scale-levels {
                @for level in &scale.levels { (one_level(reader, level)) }
            }
            @if let Some(note) = &scale.origin.note { p.fine { (note) } }
        }
    }
}

fn one_level(reader: Reader<'_>, level: &ScaleLevel) -> Markup {
    let word = label(reader.texts.language, &level.label, level.en.as_ref());
    html! {
        li {
            (signal_status(shape(level.symbol), tone(level.colour), word))
            span { (level.meaning) @if level.missing { " " span.fine { (reader.texts.steering_missing()) } } }
        }
    }
}

/// All rules that propose assessments.
pub(super) fn assessments(reader: Reader<'_>) -> Markup {
    html! { @for rule in &reader.model.assessments { (one_rule(reader, rule)) } }
}

fn one_rule(reader: Reader<'_>, rule: &Assessment) -> Markup {
    let texts = reader.texts;
    let params = &rule.params;
    let mut all = Vec::new();
    if let Some(aggregate) = params.aggregate {
        all.push(Fact::new(texts.steering_together(), &texts.steering_aggregate(aggregate.key())));
    }
    if !params.include_classes.is_empty() {
        all.push(Fact::new(texts.steering_counted_classes(), &params.include_classes.join(", ")));
    }
    if !params.child_types.is_empty() {
        let words: Vec<String> =
            params.child_types.iter().map(|id| type_word(reader, id)).collect();
        all.push(Fact::new(texts.steering_from(), &words.join(", ")));
    }
    if let Some(share) = params.min_measured_share {
        all.push(Fact::new(texts.steering_measured_share(), &texts.steering_per_cent(share)));
    }
    for (level, share) in &params.thresholds {
        let word = reader.model.scales.iter().find_map(|scale| scale.level(level));
        let word = word
            .map_or(level.as_str(), |level| label(texts.language, &level.label, level.en.as_ref()));
        all.push(Fact::new(word, &texts.steering_from_share(share)));
    }
    for (name, question) in [
        (texts.steering_coverage_question(), &params.coverage_question),
        (texts.steering_fulfilment_question(), &params.fulfilment_question),
    ] {
        if let Some(question) = question {
            all.push(Fact::new(name, question));
        }
    }
    if params.motivation_required == Some(true) {
        all.push(Fact::new(texts.steering_reason(), texts.steering_reason_required()));
    }
    if !rule.stages.is_empty() {
        all.push(Fact::new(texts.steering_stages(), &rule.stages.join(" → ")));
    }
    html! {
        div.model-type {
            h3 #{"regel-" (rule.id)} { (texts.steering_method(rule.method.key())) }
            p.soft { (texts.steering_method_text(rule.method.key())) }
            @if !all.is_empty() { (facts(&all)) }
            @if let Some(note) = &rule.origin.note { p.fine { (note) } }
        }
    }
}
