//! The chain from resources to results: the element's measures by class, in the model's order.

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::elements::{Element, Structure};
use domain::ids::ElementId;
use domain::measures::{Measure, TellsInhabitants};
use domain::steering::{LinkKind, MeasureClass, Role, capitalised};
use maud::{Markup, PreEscaped, html};

use super::Page;
use crate::assessment::measures_behind;
use crate::cx::Cx;
use crate::measures::{
    self, Shown, finding_words, latest_words, shown_together, sparkline, target_words,
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

/// What measures an element, class by class.
pub(super) struct OfClass<'s> {
    class: &'s MeasureClass,
    /// The first of them: those with a card.
    first: Vec<(&'s Arc<Element>, &'s Arc<Measure>)>,
    /// How many have none.
    hidden: usize,
    /// How many say something of quality to the inhabitants, and of how many it has been answered.
    tells: (usize, usize),
}

/// Finds what measures an element; nothing when nothing does.
pub(super) fn by_class(structure: &Structure, id: ElementId) -> Vec<OfClass<'_>> {
    let all = structure.measures_of(id);
    if all.is_empty() {
        return Vec::new();
    }
    let of = |class| {
        let found = all.iter().filter(|(_, measure)| measure.class == class);
        let answers = found.clone().filter_map(|(_, measure)| measure.tells_inhabitants);
        let no = answers.clone().filter(|answer| *answer == TellsInhabitants::No).count();
        let tells = (answers.clone().count() - no, answers.count());
        (found.clone().count(), found.take(MOST_OF_CLASS).copied().collect::<Vec<_>>(), tells)
    };
    let each = classes(structure).into_iter().map(|class| {
        let (count, first, tells) = of(class.name.as_str());
        OfClass { class, hidden: count - first.len(), first, tells }
    });
    each.collect()
}

impl Page<'_> {
    fn can_be_measured(&self) -> bool {
        self.structure.model.types_with_role(Role::Measure).any(|one| {
            self.structure.model.may_link(&one.id, LinkKind::Measures, &self.element.element_type)
        })
    }

    pub(super) fn chain_section(&self) -> Markup {
        let texts = self.texts;
        let mut below = self.structure.families(self.element.id);
        if !below.any(|(role, _, some)| role == Role::Measure && !some.is_empty()) {
            if !self.can_be_measured() {
                return html! {};
            }
            let url = format!("/matt/nytt?mal={}", self.element.id);
            let action = (self.may.plan && self.element.is_current())
                .then(|| button_link(Button::SmallSecondary, &url, texts.measures_new()));
            let body = empty_state(
                texts.goals_no_measures(),
                texts.goals_no_measures_text(),
                action.as_ref(),
            );
            return section("kedjan", texts.goals_chain(), "", &body);
        }
        let columns: Vec<ChainColumn> = self.classes.iter().map(|one| self.column(one)).collect();
        section("kedjan", texts.goals_chain(), texts.goals_chain_note(), &chain(&columns))
    }

    fn column(&self, of: &OfClass<'_>) -> ChainColumn {
        let texts = self.texts;
        let counts = if of.class.counts_in_assessment {
            texts.goals_class_counts()
        } else {
            texts.goals_class_shown()
        };
        let note = match i64::try_from(of.hidden).unwrap_or(i64::MAX) {
            0 => counts.to_owned(),
            hidden => format!("{counts} {}", texts.goals_class_more(hidden)),
        };
        let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
        let note = match of.tells {
            (_, 0) => note,
            _ if !of.class.counts_in_assessment => note,
            (tells, answered) => {
                format!("{note} {}", texts.goals_class_tells(count(answered), count(tells)))
            }
        };
        let cards = of.first.iter().filter_map(|(element, measure)| self.card(element, measure));
        ChainColumn {
            title: capitalised(&of.class.name),
            note,
            cards: cards.collect(),
            none: texts.goals_class_none().to_owned(),
        }
    }

    fn card(&self, element: &Element, measure: &Measure) -> Option<Spark> {
        let texts = self.texts;
        let shown = self.measures.get(&element.id)?;
        let words = finding_words(texts, &element.title, measure, shown);
        let value = latest_words(texts, measure, shown);
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
    classes: &[OfClass<'_>],
) -> Result<BTreeMap<ElementId, Shown>, AppError> {
    let today = cx.today();
    let with_cards = classes.iter().flat_map(|one| &one.first);
    let mut shown: Vec<ElementId> = with_cards.map(|(element, _)| element.id).collect();
    shown.extend(measures_behind(structure, element));
    shown.sort_unstable();
    shown.dedup();
    shown_together(cx, structure, &shown, element.owner, today)
}
