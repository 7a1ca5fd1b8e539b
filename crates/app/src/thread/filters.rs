//! The filters above the map: year, committee, whose work, and only what deviates.

use std::collections::BTreeSet;

use domain::ids::OrgUnitId;
use maud::Markup;

use super::columns::Tier;
use super::map::Map;
use super::upward::committee_of;
use super::view::Provision;
use crate::i18n::sort_key;
use crate::web::ui::{Filter, Filters, Link, Symbol, filter_pills};

impl Map<'_> {
    /// The line of filters.
    pub(super) fn filters(&self) -> Markup {
        let texts = self.texts;
        let view = self.view;
        let years = view.years();
        let year = Filter::OneOf {
            name: texts.thread_year().to_owned(),
            chosen: years.iter().position(|year| *year == view.year).unwrap_or(1),
            choices: years
                .iter()
                .map(|year| Link::new(view.with(|view| view.year = *year), year.to_string()))
                .collect(),
        };
        let provisions = Provision::ALL.map(|provision| {
            let words = match provision {
                Provision::All => texts.thread_own_and_providers(),
                Provision::Own => texts.thread_own(),
                Provision::Providers => texts.thread_providers(),
            };
            Link::new(view.with(|view| view.provision = provision), words)
        });
        let provision = Filter::OneOf {
            name: texts.thread_perspective().to_owned(),
            chosen: Provision::ALL.iter().position(|one| *one == view.provision).unwrap_or(0),
            choices: provisions.to_vec(),
        };
        let deviating = Filter::Toggle {
            link: Link::new(
                view.with(|view| view.deviating = !view.deviating),
                texts.thread_deviating(),
            ),
            symbol: Some(Symbol::NotMet),
            on: view.deviating,
        };
        let period = self.said.latest();
        let note = period.map(|period| {
            texts.thread_as_of(crate::measures::period_words(texts.language, period))
        });
        filter_pills(&Filters {
            label: texts.thread_filters().to_owned(),
            filters: vec![year, self.committees(), provision, deviating],
            note: note.unwrap_or_default(),
        })
    }

    fn committees(&self) -> Filter {
        let organisation = &self.structure.organisation;
        let with_goals: BTreeSet<OrgUnitId> = self
            .columns
            .columns
            .iter()
            .filter(|column| column.tier == Tier::Committee)
            .flat_map(|column| column.main.iter().flat_map(|found| self.structure.of_type(found)))
            .filter_map(|element| committee_of(organisation, element.owner))
            .collect();
        let mut all: Vec<OrgUnitId> = with_goals.into_iter().collect();
        all.sort_by_cached_key(|id| sort_key(organisation.name(*id)));
        let everyone =
            Link::new(self.view.with(|view| view.committee = None), self.texts.thread_all());
        let choices = std::iter::once(everyone)
            .chain(all.iter().map(|id| {
                Link::new(self.view.with(|view| view.committee = Some(*id)), organisation.name(*id))
            }))
            .collect();
        let chosen = self.view.committee.and_then(|id| all.iter().position(|one| *one == id));
        Filter::OneOf {
            name: self.texts.thread_committee().to_owned(),
            choices,
            chosen: chosen.map_or(0, |place| place + 1),
        }
    }
}
