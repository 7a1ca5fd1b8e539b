//! What a decision does beside the words: where something hangs, how long it holds, who answers for it
//! and what ends with it.

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::elements::{Element, Link, Structure};
use domain::ids::{ElementId, PersonId};
use maud::{Markup, html};

use super::difference::marked;
use super::plan_page::period_words;
use super::store::{self, LinkChange};
use crate::cx::Cx;
use crate::elements;
use crate::i18n::Texts;
use crate::identity::store::person_row;
use crate::web::error::AppError;

/// The changes of links that wait for a decision, by what they are about.
pub(super) type Waiting = BTreeMap<ElementId, Vec<(LinkChange, Link)>>;

/// Most people whose names are read for a page.
const MOST_PEOPLE: usize = 8;

/// What the decision of one element does.
pub(super) struct Effects<'a> {
    pub(super) texts: Texts,
    pub(super) structure: &'a Structure,
    pub(super) one: &'a Element,
    /// What its words are held against.
    pub(super) old: Option<&'a Element>,
    /// Everything that it was written to replace.
    pub(super) ends: &'a [ElementId],
    pub(super) links: &'a [(LinkChange, Link)],
    pub(super) people: &'a BTreeMap<PersonId, String>,
}

/// The names of those who answer for what is decided, and for what it replaces.
pub(super) fn people_of(
    cx: &mut Cx<'_, '_>,
    structure: &Structure,
    (shown, before): (&[&Arc<Element>], &BTreeMap<ElementId, ElementId>),
) -> Result<BTreeMap<PersonId, String>, AppError> {
    let old = before.values().filter_map(|id| structure.element(*id));
    let all = shown.iter().copied().chain(old).filter_map(|one| one.responsible);
    let mut names = BTreeMap::new();
    for person in all {
        if names.len() < MOST_PEOPLE && !names.contains_key(&person) {
            let name = person_row(cx.tx, person)?.map(|row| row.name).unwrap_or_default();
            names.insert(person, name);
        }
    }
    Ok(names)
}

impl Effects<'_> {
    /// The list; nothing where nothing of it is said.
    pub(super) fn list(&self) -> Markup {
        let texts = self.texts;
        let (was, will) = self.parents();
        let old = self.old;
        let held = old.map(|old| period_words(texts, old));
        let holds = period_words(texts, self.one);
        let answered = old.map(|old| self.person(old));
        let answers = self.person(self.one);
        let (links, words) = (!self.links.is_empty(), self.one.is_editable());
        let ends: Vec<_> = self.ending().collect();
        html! {
            dl.grounds-list {
                @if links || words { (row(texts.goals_belongs_to(), (Some(&was).filter(|_| links || old.is_some()), &will))) }
                @if words {
                    (row(texts.goals_period(), (held.as_ref(), &holds)))
                    (row(texts.goals_responsible(), (answered.as_ref(), &answers)))
                }
                @if !ends.is_empty() {
                    dt { (texts.goals_decided_ends()) }
                    dd { @for (place, one) in ends.iter().enumerate() { @if place > 0 { ", " } a href=(elements::url(one)) { (one.title) } } }
                }
            }
        }
    }

    /// What holds today and stops to hold.
    fn ending(&self) -> impl Iterator<Item = &Arc<Element>> {
        let all = self.ends.iter().filter_map(|id| self.structure.element(*id));
        all.filter(|one| one.is_current() && !one.is_editable())
    }

    fn titles(&self, parents: impl Iterator<Item = ElementId>) -> String {
        let titles = parents.filter_map(|id| self.structure.element(id));
        let titles: Vec<&str> = titles.map(|one| one.title.as_str()).collect();
        titles.join("; ")
    }

    /// What it hangs on today, and when it is decided.
    fn parents(&self) -> (String, String) {
        let links = self.structure.links_up(self.one.id);
        let goes = |link: &&Link| {
            let ends = |(change, one): &(LinkChange, Link)| {
                *change == LinkChange::End && one.id == link.id
            };
            !self.links.iter().any(ends)
        };
        let come = self.links.iter().filter(|(change, _)| *change == LinkChange::Begin);
        let will = links.iter().filter(goes).chain(come.map(|(_, link)| link));
        let today = match self.old.filter(|_| self.one.is_editable()) {
            Some(old) => self.structure.links_up(old.id),
            None => links,
        };
        (
            self.titles(today.iter().map(|link| link.parent)),
            self.titles(will.map(|link| link.parent)),
        )
    }

    fn person(&self, of: &Element) -> String {
        of.responsible.and_then(|id| self.people.get(&id)).cloned().unwrap_or_default()
    }
}

fn row(label: &str, (before, now): (Option<&String>, &String)) -> Markup {
    let changed = before.filter(|before| *before != now);
    html! {
        @if !now.is_empty() || changed.is_some() {
            dt { (label) }
            dd { @match changed { Some(before) => p.marked { (marked(before, now)) }, None => (now) } }
        }
    }
}

/// The changes of links that wait, of some elements; of what has ended or been replaced nothing waits.
pub(super) fn waiting_of(cx: &mut Cx<'_, '_>, all: &[Arc<Element>]) -> Result<Waiting, AppError> {
    let current = all.iter().filter(|one| one.is_current());
    Ok(store::link_proposals_of(cx.tx, current.map(|one| one.id))?)
}

/// What was read of where an element hangs, in short: a decision is not about links that somebody has
/// changed since.
pub(super) fn mark(structure: &Structure, element: &Element, waiting: &Waiting) -> String {
    let mut said: Vec<String> = structure
        .links_up(element.id)
        .iter()
        .map(|link| format!("{} {}", link.parent, link.kind.key()))
        .collect();
    let links = waiting.get(&element.id).map_or(&[][..], Vec::as_slice);
    said.extend(
        links.iter().map(|(change, link)| format!("{change:?} {} {}", link.id, link.parent)),
    );
    said.sort();
    // FNV-1a: the same in every process, which is all that is asked of it.
    let fold = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    let hash = said.join("|").bytes().fold(0xcbf2_9ce4_8422_2325, fold);
    format!("{}/{hash:016x}", element.id)
}
