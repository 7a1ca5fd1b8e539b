//! The filters above every view: year, organisation, whose work, and only what deviates; in the list
//! also of what kind, in what state and whose responsibility.

use std::collections::BTreeMap;

use domain::elements::{ElementState, Structure};
use domain::ids::{OrgUnitId, PersonId};
use domain::steering::Role;
use maud::Markup;

use super::columns::{Tier, tier_of};
use super::view::{Answers, DEEPEST, Look, Provision, View};
use crate::i18n::{Texts, sort_key};
use crate::steering::plural;
use crate::web::ui::{Filter, Filters, Link, Symbol};

/// Most org units directly under another that one chooses among.
const MOST_UNITS: usize = 80;

/// What the line of filters is made from.
pub(super) struct Pills<'a> {
    pub(super) texts: Texts,
    pub(super) structure: &'a Structure,
    pub(super) view: &'a View,
    /// Names of people, at least of whom is asked for.
    pub(super) names: &'a BTreeMap<PersonId, String>,
    /// What the tag that is asked for is called; empty when none is.
    pub(super) tag: &'a str,
    /// Who is looking.
    pub(super) me: Option<PersonId>,
}

impl Pills<'_> {
    /// The line of filters.
    pub(super) fn render(&self, note: &str) -> Markup {
        let texts = self.texts;
        let view = self.view;
        let mut filters = vec![self.year(), self.organisation(), self.provision()];
        let is_list = view.look == Look::List;
        if is_list || view.element_type.is_some() {
            filters.push(self.kind());
        }
        if is_list || view.state.is_some() {
            filters.push(self.state());
        }
        if is_list || view.responsible.is_some() {
            filters.push(self.responsible());
        }
        if is_list && !view.narrows() {
            filters.push(self.depth());
        }
        filters.extend(self.focus());
        filters.extend(self.tagged());
        filters.push(Filter::Toggle {
            link: Link::new(
                view.with(|view| view.deviating = !view.deviating),
                texts.thread_deviating(),
            ),
            symbol: Some(Symbol::NotMet),
            on: view.deviating,
        });
        let label = texts.thread_filters().to_owned();
        let filters = Filters { label, filters, note: note.to_owned() };
        self.folded(&filters)
    }

    fn one_of<T: PartialEq>(
        &self,
        name: &str,
        current: &T,
        choices: impl IntoIterator<Item = (T, String)>,
        set: impl Fn(&mut View, &T),
    ) -> Filter {
        let choices: Vec<(T, String)> = choices.into_iter().collect();
        Filter::OneOf {
            name: name.to_owned(),
            chosen: choices.iter().position(|(one, _)| one == current).unwrap_or(0),
            choices: choices
                .iter()
                .map(|(one, words)| Link::new(self.view.with(|view| set(view, one)), words.clone()))
                .collect(),
        }
    }

    fn year(&self) -> Filter {
        let years = self.view.years().into_iter().map(|year| (year, year.to_string()));
        self.one_of(self.texts.thread_year(), &self.view.year, years, |view, year| {
            view.year = *year;
        })
    }

    fn provision(&self) -> Filter {
        let texts = self.texts;
        let words = |provision| match provision {
            Provision::All => texts.thread_own_and_providers(),
            Provision::Own => texts.thread_own(),
            Provision::Providers => texts.thread_providers(),
        };
        let all = Provision::ALL.map(|one| (one, words(one).to_owned()));
        self.one_of(texts.thread_perspective(), &self.view.provision, all, |view, one| {
            view.provision = *one;
        })
    }

    /// Everything, the way down to the org unit that is chosen, and what lies directly under it.
    fn organisation(&self) -> Filter {
        let organisation = &self.structure.organisation;
        let mut units: Vec<OrgUnitId> = match self.view.within {
            Some(chosen) => {
                let mut way = organisation.ancestors(chosen);
                way.retain(|unit| !organisation.roots().contains(unit));
                way.reverse();
                way.push(chosen);
                let mut below = organisation.children(chosen).to_vec();
                below.sort_by_cached_key(|id| sort_key(organisation.name(*id)));
                way.extend(below.into_iter().take(MOST_UNITS));
                way
            }
            None => self.committees(),
        };
        units.retain(|unit| organisation.get(*unit).is_some());
        let all = std::iter::once((None, self.texts.thread_all().to_owned()));
        let each = units.iter().map(|unit| (Some(*unit), organisation.name(*unit).to_owned()));
        self.one_of(
            self.texts.thread_organisation(),
            &self.view.within,
            all.chain(each),
            |view, unit| {
                view.within = *unit;
            },
        )
    }

    /// The committees, boards and companies that have written anything.
    fn committees(&self) -> Vec<OrgUnitId> {
        let organisation = &self.structure.organisation;
        let mut found = Vec::new();
        let mut left: Vec<OrgUnitId> = organisation.roots().to_vec();
        while let Some(id) = left.pop() {
            let Some(unit) = organisation.get(id) else { continue };
            if tier_of(unit.kind) > Tier::Committee {
                continue;
            }
            let writes = || self.structure.owned_by(id).any(|one| one.role != Role::Measure);
            if tier_of(unit.kind) == Tier::Committee && writes() {
                found.push(id);
            }
            left.extend(organisation.children(id));
        }
        found.sort_by_cached_key(|id| sort_key(organisation.name(*id)));
        found
    }

    fn kind(&self) -> Filter {
        let types = self.structure.model.element_types.iter();
        let written = types.filter(|found| {
            !matches!(found.role, Role::Measure | Role::External)
                && self.structure.count_of_type(&found.id) > 0
        });
        let all = std::iter::once((None, self.texts.thread_all_kinds().to_owned()));
        let language = self.texts.language;
        let each = written.map(|found| (Some(found.id.clone()), plural(language, &found.term)));
        let name = self.texts.thread_kind();
        self.one_of(name, &self.view.element_type, all.chain(each), |view, found| {
            view.element_type.clone_from(found);
        })
    }

    fn state(&self) -> Filter {
        let texts = self.texts;
        let all = [
            (None, texts.thread_all_states()),
            (Some(ElementState::Draft), texts.thread_state_draft()),
            (Some(ElementState::Proposed), texts.thread_state_proposed()),
            (Some(ElementState::Adopted), texts.thread_state_adopted()),
        ];
        let all = all.map(|(state, words)| (state, words.to_owned()));
        self.one_of(texts.thread_state(), &self.view.state, all, |view, state| {
            view.state = *state;
        })
    }

    fn responsible(&self) -> Filter {
        let texts = self.texts;
        let mut all = vec![(None, texts.thread_anyone().to_owned())];
        all.extend(self.me.map(|me| (Some(Answers::Person(me)), texts.thread_me().to_owned())));
        all.push((Some(Answers::Nobody), texts.thread_nobody().to_owned()));
        if let Some(Answers::Person(person)) = self.view.responsible
            && self.me != Some(person)
        {
            let name = self.names.get(&person).cloned().unwrap_or_default();
            all.push((Some(Answers::Person(person)), name));
        }
        let name = texts.thread_column_responsible();
        self.one_of(name, &self.view.responsible, all, |view, answers| {
            view.responsible = *answers;
        })
    }

    fn depth(&self) -> Filter {
        let texts = self.texts;
        let words = |depth: usize| match depth {
            0 => texts.thread_depth_none().to_owned(),
            DEEPEST => texts.thread_depth_all().to_owned(),
            some => texts.thread_depth_some(i64::try_from(some).unwrap_or(1)),
        };
        let all = [0, 1, 2, 3, DEEPEST].map(|depth| (depth, words(depth)));
        self.one_of(texts.thread_depth(), &self.view.depth, all, |view, depth| {
            view.depth = *depth;
            view.turned.clear();
        })
    }

    /// The goal from outside that everything shown is tagged with, with a way out of it.
    fn tagged(&self) -> Option<Filter> {
        self.view.tag.as_ref().filter(|_| self.view.look == Look::List)?;
        let link = Link::new(self.view.with(|view| view.tag = None), self.tag);
        Some(Filter::Toggle { link, symbol: None, on: true })
    }

    /// What everything shown hangs under, with a way out of it; the map shows it by itself.
    fn focus(&self) -> Option<Filter> {
        if matches!(self.view.look, Look::Map | Look::Words) {
            return None;
        }
        let focus = self.structure.element(self.view.focus?)?;
        let url = self.view.with(|view| {
            view.focus = None;
            view.directly = false;
        });
        let words = if self.view.directly {
            self.texts.thread_right_under(&focus.title)
        } else {
            self.texts.thread_under(&focus.title)
        };
        let link = Link::new(url, words);
        Some(Filter::Toggle { link, symbol: None, on: true })
    }
}
