//! The columns of the map as the page shows them: headings, counts, cards and the ways to more.

use std::sync::Arc;

use domain::elements::Element;
use domain::ids::ElementId;

use super::map::{Map, root_words};
use super::notes::{note, shape_of, state_tag};
use super::pick::{Picked, PickedColumn, UNFOLDED};
use super::words::{column_titles, plural_inside};
use crate::web::ui::{Card, Link, Place, Thread, ThreadColumn, Vision};

impl Map<'_> {
    /// The vision and the columns.
    pub(super) fn thread(
        &self,
        focus: Option<&Arc<Element>>,
        picked: &[PickedColumn<'_>],
    ) -> Thread {
        let titles = column_titles(self.texts, &self.structure.model, self.columns);
        let root = self.columns.root.as_ref().and_then(|root| self.structure.of_type(root).next());
        let columns = picked
            .iter()
            .zip(titles)
            .enumerate()
            .map(|(at, (column, title))| self.column(at, title, focus, column))
            .collect();
        let vision = root.map(|root| Vision {
            eyebrow: root_words(self.texts, self.structure, root),
            title: root.title.clone(),
            url: crate::elements::url(root),
        });
        Thread { vision, columns }
    }

    fn column(
        &self,
        at: usize,
        title: String,
        focus: Option<&Arc<Element>>,
        picked: &PickedColumn<'_>,
    ) -> ThreadColumn {
        let texts = self.texts;
        let total = i64::try_from(picked.total).unwrap_or(i64::MAX);
        let count = match picked.on_thread {
            Some(on) if on != picked.total => texts.thread_of(on, total),
            _ => total.to_string(),
        };
        let after = focus
            .and_then(|focus| self.columns.place(&focus.element_type))
            .is_some_and(|place| at > place);
        let cards = picked
            .cards
            .iter()
            .map(|found| {
                let chosen = focus.is_some_and(|focus| focus.id == found.element.id);
                self.card(found, chosen)
            })
            .collect();
        ThreadColumn {
            id: format!("kolumn-{at}"),
            title,
            count,
            cards,
            more: self.more(at, after, picked),
            whole: self.view.whole_column == Some(at),
        }
    }

    /// The way to what the column does not show.
    fn more(&self, at: usize, after: bool, picked: &PickedColumn<'_>) -> Option<Link> {
        let texts = self.texts;
        let unfolded = self.view.whole_column == Some(at);
        let page = self.view.page;
        if unfolded {
            let next = (page * UNFOLDED < picked.hidden + picked.cards.len()).then(|| {
                let url = self.view.with(|view| {
                    view.whole_column = Some(at);
                    view.page = page + 1;
                });
                Link::new(url, texts.thread_next_many(i64::try_from(UNFOLDED).unwrap_or(0)))
            });
            return next.or_else(|| Some(Link::new(self.view.with(|_| {}), texts.thread_fewer())));
        }
        if picked.hidden == 0 {
            return None;
        }
        let hidden = i64::try_from(picked.hidden).unwrap_or(i64::MAX);
        let model = &self.structure.model;
        let words = match self.columns.columns.get(at)?.main.as_slice() {
            _ if after => texts.thread_more_on_thread(hidden),
            [one] => {
                let term =
                    model.element_type(one).map(|found| plural_inside(texts.language, &found.term));
                texts.thread_more(hidden, term.unwrap_or_default())
            }
            _ => texts.thread_more_goals(hidden),
        };
        Some(Link::new(self.view.with(|view| view.whole_column = Some(at)), words))
    }

    fn card(&self, found: &Picked<'_>, chosen: bool) -> Card {
        let element = found.element;
        let (symbol, word) = shape_of(self.texts, self.structure, element, self.said);
        let parents = found.parents.iter().filter_map(|id| self.structure.element(*id));
        let names: Vec<&str> = parents.map(|parent| parent.title.as_str()).collect();
        Card {
            status: word,
            mark: state_tag(self.texts, element),
            note: note(self.texts, self.structure, element, self.said, self.today),
            belongs_to: if names.is_empty() {
                String::new()
            } else {
                self.texts.thread_belongs_to(names.join(", "))
            },
            parents: found.parents.iter().map(card_id).collect(),
            place: match (found.on, found.passes) {
                (false, _) => Place::Off,
                (true, false) => Place::Ends,
                (true, true) => Place::Passes,
            },
            chosen,
            loose: self.structure.is_loose(element),
            ..Card::new(
                card_id(&element.id),
                self.view.with(|view| view.focus = Some(element.id)),
                symbol,
                &element.title,
            )
        }
    }
}

fn card_id(id: &ElementId) -> String {
    format!("n-{id}")
}
