//! Effectiveness on the page of a goal: how far it is reached in relation to what was used for it,
//! with the parts of the ratio, and an honest sentence when a part is missing.

use std::collections::BTreeMap;

use domain::effectiveness::{
    Compared, Effectiveness, attainment_of, effectiveness, is_amount, resource_class,
};
use domain::elements::{Element, Structure};
use domain::ids::ElementId;
use domain::periods::Period;
use domain::steering::Role;
use maud::{Markup, html};
use rust_decimal::Decimal;

use crate::i18n::{Texts, decimal};
use crate::measures::{Shown, period_words, target_words, url_for, value_words};
use crate::web::ui::{Column, Fact, Row, Table, details_section, facts_across, section};

/// A measure that is a part of the ratio.
struct Part<'a> {
    element: &'a Element,
    shown: &'a Shown,
    period: Period,
    compared: Compared<'a>,
}

/// The section of a page; nothing where no measure shows the goal or the model has no resources.
pub(super) fn section_of(
    texts: Texts,
    structure: &Structure,
    goal: &Element,
    measures: &BTreeMap<ElementId, Shown>,
) -> Markup {
    let classes: Vec<_> =
        structure.model.types_with_role(Role::Measure).flat_map(|one| &one.classes).collect();
    let all = structure.measures_of(goal.id);
    let Some(resource) = resource_class(&classes).filter(|_| !all.is_empty()) else {
        return html! {};
    };
    let (mut results, mut resources) = (Vec::new(), Vec::new());
    for (element, measure) in all {
        let Some(shown) = measures.get(&element.id) else { continue };
        let Some(part) = part(element, measure, shown) else { continue };
        if measure.class == resource.name {
            resources.extend(is_amount(&part.compared).then_some(part));
        } else if measure.counts_in_assessment
            && attainment_of(part.compared.target, part.compared.value).is_some()
        {
            results.push(part);
        }
    }
    let found = effectiveness(&compared(&results), &compared(&resources));
    let body = html! {
        p { (sentence(texts, &found, &resource.name)) }
        @if found.ratio().is_some() { (facts_across(&facts(texts, &found))) }
        @if !same_time(&results, &resources) { p.soft { (texts.goals_effect_times()) } }
        (parts_table(texts, &results, &resources))
        (details_section(None, texts.goals_effect_how(), "", false, &how(texts)))
    };
    section("effektivitet", texts.goals_effect(), texts.goals_effect_note(), &body)
}

fn compared<'a>(parts: &[Part<'a>]) -> Vec<Compared<'a>> {
    parts.iter().map(|part| part.compared.clone()).collect()
}

fn part<'a>(
    element: &'a Element,
    measure: &'a domain::measures::Measure,
    shown: &'a Shown,
) -> Option<Part<'a>> {
    let (place, value) = shown.series.latest().filter(|_| !shown.hides_latest())?;
    let target = shown.target.as_ref()?;
    let compared = Compared { measure, value, target };
    Some(Part { element, shown, period: place.period, compared })
}

fn share(texts: Texts, share: Decimal) -> String {
    let percent = share.checked_mul(Decimal::ONE_HUNDRED).unwrap_or(share).round_dp(0);
    format!("{}\u{a0}%", decimal(texts.language, percent))
}

fn two(texts: Texts, number: Decimal) -> String {
    let mut shown = number.round_dp(2);
    shown.rescale(2);
    decimal(texts.language, shown)
}

fn sentence(texts: Texts, found: &Effectiveness, resources: &str) -> String {
    match (found.attainment, found.resource_use, found.ratio()) {
        (Some(reached), Some(used), Some(ratio)) => {
            texts.goals_effect_known(two(texts, ratio), share(texts, reached), share(texts, used))
        }
        (Some(reached), _, _) => texts.goals_effect_no_resources(resources, share(texts, reached)),
        (None, Some(used), _) => texts.goals_effect_no_results(share(texts, used)),
        (None, None, _) => texts.goals_effect_nothing(resources),
    }
}

fn facts(texts: Texts, found: &Effectiveness) -> Vec<Fact> {
    let words = |number: Option<Decimal>| number.map(|one| share(texts, one)).unwrap_or_default();
    let ratio = found.ratio().map(|ratio| two(texts, ratio)).unwrap_or_default();
    vec![
        Fact::new(texts.goals_effect_attainment(), &words(found.attainment)),
        Fact::new(texts.goals_effect_resources(), &words(found.resource_use)),
        Fact::new(texts.goals_effect_ratio(), &ratio),
    ]
}

/// Whether the parts are about the same year.
fn same_time(results: &[Part<'_>], resources: &[Part<'_>]) -> bool {
    let mut years = results.iter().chain(resources).map(|part| part.period.year());
    let first = years.next();
    years.all(|year| Some(year) == first)
}

fn parts_table(texts: Texts, results: &[Part<'_>], resources: &[Part<'_>]) -> Markup {
    if results.is_empty() && resources.is_empty() {
        return html! {};
    }
    let reached = |part: &Part<'_>| attainment_of(part.compared.target, part.compared.value);
    let used =
        |part: &Part<'_>| effectiveness(&[], std::slice::from_ref(&part.compared)).resource_use;
    let results = results.iter().map(|part| row(texts, part, reached(part)));
    let resources = resources.iter().map(|part| row(texts, part, used(part)));
    let columns = vec![
        Column::text(texts.goals_effect_part()),
        Column::text(texts.goals_period()),
        Column::number(texts.goals_effect_outcome()),
        Column::number(texts.goals_effect_level()),
        Column::number(texts.goals_effect_share()),
    ];
    let rows = results.chain(resources).collect();
    html! { (Table::new("effektivitet-tabell", texts.goals_effect(), columns, rows).hide_caption().dense().stacked()) }
}

fn row(texts: Texts, part: &Part<'_>, of_level: Option<Decimal>) -> Row {
    let Compared { measure, value, target } = &part.compared;
    Row::new(vec![
        html! { a href=(url_for(part.element.id, part.shown.org_unit)) { (part.element.title) } },
        html! { (period_words(texts.language, part.period)) },
        html! { (value_words(texts.language, measure, *value)) },
        html! { (target_words(texts, measure, target)) },
        html! { (of_level.map(|one| share(texts, one)).unwrap_or_default()) },
    ])
}

fn how(texts: Texts) -> Markup {
    html! {
        ul {
            li { (texts.goals_effect_how_attainment()) }
            li { (texts.goals_effect_how_resources()) }
            li { (texts.goals_effect_how_ratio()) }
        }
        p.fine { (texts.goals_effect_source()) }
    }
}
