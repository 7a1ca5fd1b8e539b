//! The chain from resources to results: the element's measures by class, in the model's order.

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::elements::{Element, Structure};
use domain::ids::ElementId;
use domain::measures::Measure;
use domain::steering::{LinkKind, MeasureClass, Role, capitalised};
use maud::{Markup, PreEscaped, html};

use super::Page;
use crate::assessment::measures_behind;
use crate::cx::Cx;
use crate::measures::{
    self, Shown, finding_words, shown_together, sparkline, target_words, value_words,
};
use crate::web::error::AppError;
use crate::web::ui::{Button, ChainColumn, Spark, button_link, chain, empty_state, section};

/// Most measures of one class on the page; the rest are counted.
const MOST_OF_CLASS: usize = 4;

/// The classes of the model in order, each once.
fn classes(structure: &Structure) -> Vec<&MeasureClass> {
    let mut all: Vec<&MeasureClass> = Vec::new();
    for class in structure.model.types_with_role(Role::Measure).flat_map(|one| &one.classes) {
        if !all.iter().any(|known| known.name == class.name) {
            all.push(class);
        }
    }
    all
}

fn of_class<'s>(
    structure: &'s Structure,
    id: ElementId,
    class: &str,
) -> Vec<(&'s Element, &'s Measure)> {
    structure
        .measures_of(id)
        .into_iter()
        .filter(|(_, measure)| measure.class == class)
        .map(|(element, measure)| (&**element, &**measure))
        .collect()
}

/// The measures whose values the page needs.
pub(super) fn shown_ids(structure: &Structure, id: ElementId) -> Vec<ElementId> {
    classes(structure)
        .iter()
        .flat_map(|class| of_class(structure, id, &class.name).into_iter().take(MOST_OF_CLASS))
        .map(|(element, _)| element.id)
        .collect()
}

impl Page<'_> {
    fn can_be_measured(&self) -> bool {
        self.structure.model.types_with_role(Role::Measure).any(|one| {
            self.structure.model.may_link(&one.id, LinkKind::Measures, &self.element.element_type)
        })
    }

    pub(super) fn chain_section(&self) -> Markup {
        let texts = self.texts;
        let all = self.structure.measures_of(self.element.id);
        if all.is_empty() {
            if !self.can_be_measured() {
                return html! {};
            }
            let url = format!("/matt/nytt?mal={}", self.element.id);
            let action = self
                .may
                .plan
                .then(|| button_link(Button::SmallSecondary, &url, texts.measures_new()));
            let body = empty_state(
                texts.goals_no_measures(),
                texts.goals_no_measures_text(),
                action.as_ref(),
            );
            return section("kedjan", texts.goals_chain(), "", &body);
        }
        let columns: Vec<ChainColumn> =
            classes(self.structure).into_iter().map(|class| self.column(class)).collect();
        section("kedjan", texts.goals_chain(), texts.goals_chain_note(), &chain(&columns))
    }

    fn column(&self, class: &MeasureClass) -> ChainColumn {
        let texts = self.texts;
        let all = of_class(self.structure, self.element.id, &class.name);
        let counts = if class.counts_in_assessment {
            texts.goals_class_counts()
        } else {
            texts.goals_class_shown()
        };
        let hidden = all.len().saturating_sub(MOST_OF_CLASS);
        let note = if hidden == 0 {
            counts.to_owned()
        } else {
            format!("{counts} {}", texts.goals_class_more(i64::try_from(hidden).unwrap_or(0)))
        };
        ChainColumn {
            title: capitalised(&class.name),
            note,
            cards: all
                .iter()
                .take(MOST_OF_CLASS)
                .filter_map(|(element, measure)| self.card(element, measure))
                .collect(),
            none: texts.goals_class_none().to_owned(),
        }
    }

    fn card(&self, element: &Element, measure: &Measure) -> Option<Spark> {
        let texts = self.texts;
        let shown = self.measures.get(&element.id)?;
        let words = finding_words(texts, &element.title, measure, shown);
        let value =
            shown.series.latest().map(|(_, value)| value_words(texts.language, measure, value));
        let target = shown.target.as_ref().map(|target| target_words(texts, measure, target));
        let target =
            target.filter(|words| !words.is_empty()).map(|words| texts.goals_target(words));
        let picture =
            sparkline(texts, &format!("gnista-{}", element.id), &element.title, measure, shown);
        Some(Spark {
            title: element.title.clone(),
            url: measures::url_for(element.id, shown.org_unit),
            state: (words.symbol, words.tone, words.word),
            sparkline: PreEscaped(picture),
            value: value.unwrap_or_default(),
            target: target.unwrap_or_default(),
        })
    }
}

/// The series of what measures the element, and of what its proposal rests on.
pub(super) fn measures_of(
    cx: &mut Cx<'_, '_>,
    structure: &Structure,
    element: &Arc<Element>,
) -> Result<BTreeMap<ElementId, Shown>, AppError> {
    let today = cx.today();
    let mut shown = shown_ids(structure, element.id);
    shown.extend(measures_behind(structure, element));
    shown.sort_unstable();
    shown.dedup();
    shown_together(cx, structure, &shown, element.owner, today)
}
