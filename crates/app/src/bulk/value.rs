//! What is changed, and to what.

use std::collections::{BTreeMap, BTreeSet};
use std::str::FromStr;

use domain::elements::{Element, Link, Structure};
use domain::ids::{ElementId, OrgUnitId, PersonId};
use domain::steering::LinkKind;
use jiff::civil::Date;

use crate::cx::Cx;
use crate::i18n::{Texts, date};
use crate::web::error::AppError;

/// What about the elements is changed.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(super) enum Kind {
    /// Who answers for them.
    #[default]
    Responsible,
    /// Which org unit owns them.
    Owner,
    /// Their last day.
    End,
    /// Drafts are laid before those who decide.
    Propose,
    /// What they hang under.
    Parent,
}

impl Kind {
    pub(super) const ALL: [Self; 5] =
        [Self::Responsible, Self::Owner, Self::End, Self::Propose, Self::Parent];

    pub(super) fn code(self) -> &'static str {
        match self {
            Self::Responsible => "ansvarig",
            Self::Owner => "agare",
            Self::End => "slut",
            Self::Propose => "foresla",
            Self::Parent => "under",
        }
    }

    pub(super) fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    pub(super) fn words(self, texts: Texts) -> &'static str {
        match self {
            Self::Responsible => texts.bulk_kind_responsible(),
            Self::Owner => texts.bulk_kind_owner(),
            Self::End => texts.bulk_kind_end(),
            Self::Propose => texts.bulk_kind_propose(),
            Self::Parent => texts.bulk_kind_parent(),
        }
    }
}

/// What it is changed to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Value {
    Responsible(PersonId),
    Owner(OrgUnitId),
    End(Date),
    Propose,
    Parent(ElementId),
}

impl Value {
    /// Reads what was sent; none when it cannot be read or names nothing that lives.
    pub(super) fn read(cx: &Cx<'_, '_>, kind: Kind, sent: &str) -> Option<Self> {
        let structure = &cx.structure;
        match kind {
            Kind::Responsible => sent.parse().ok().map(Self::Responsible),
            Kind::Owner => {
                let unit: OrgUnitId = sent.parse().ok()?;
                let lives = structure.organisation.get(unit)?.is_valid_on(cx.today());
                (lives && cx.reads_drafts_of(unit)).then_some(Self::Owner(unit))
            }
            Kind::End => {
                let day = Date::from_str(sent).ok()?;
                (1900..=2200).contains(&day.year()).then_some(Self::End(day))
            }
            Kind::Propose => Some(Self::Propose),
            Kind::Parent => {
                let parent = structure.element(sent.parse().ok()?)?;
                (parent.is_current() && cx.may_see(parent)).then_some(Self::Parent(parent.id))
            }
        }
    }

    pub(super) fn kind(self) -> Kind {
        match self {
            Self::Responsible(_) => Kind::Responsible,
            Self::Owner(_) => Kind::Owner,
            Self::End(_) => Kind::End,
            Self::Propose => Kind::Propose,
            Self::Parent(_) => Kind::Parent,
        }
    }
}

/// The words of what elements had and get.
pub(super) struct Words<'a> {
    pub(super) texts: Texts,
    structure: &'a Structure,
    names: BTreeMap<PersonId, String>,
}

impl<'a> Words<'a> {
    /// With the names of those who answer for some elements, and of others.
    pub(super) fn of<'e>(
        cx: &mut Cx<'_, '_>,
        structure: &'a Structure,
        elements: impl IntoIterator<Item = &'e Element>,
        others: impl IntoIterator<Item = PersonId>,
    ) -> Result<Self, AppError> {
        let people: BTreeSet<PersonId> =
            elements.into_iter().filter_map(|one| one.responsible).chain(others).collect();
        let names = crate::thread::store::names(cx.tx, &people)?;
        Ok(Self { texts: cx.texts(), structure, names })
    }

    pub(super) fn person(&self, person: Option<PersonId>) -> String {
        let name = person.and_then(|person| self.names.get(&person)).cloned();
        name.unwrap_or_else(|| self.texts.bulk_nobody().to_owned())
    }

    fn day(&self, day: Option<Date>) -> String {
        let words = day.map(|day| date(self.texts.language, day));
        words.unwrap_or_else(|| self.texts.bulk_no_day().to_owned())
    }

    fn titles(&self, parents: impl Iterator<Item = ElementId>) -> String {
        let titles: Vec<&str> = parents
            .filter_map(|id| self.structure.element(id))
            .map(|parent| parent.title.as_str())
            .collect();
        if titles.is_empty() { self.texts.bulk_no_parent().to_owned() } else { titles.join(", ") }
    }

    /// What an element has now.
    pub(super) fn before(&self, kind: Kind, element: &Element) -> String {
        match kind {
            Kind::Responsible => self.person(element.responsible),
            Kind::Owner => self.structure.organisation.name(element.owner).to_owned(),
            Kind::End => self.day(element.ends_on),
            Kind::Propose => self.texts.thread_state_draft().to_owned(),
            Kind::Parent => {
                self.titles(self.structure.links_up(element.id).iter().map(|link| link.parent))
            }
        }
    }

    /// What they get.
    pub(super) fn after(&self, value: Value) -> String {
        match value {
            Value::Responsible(person) => self.person(Some(person)),
            Value::Owner(unit) => self.structure.organisation.name(unit).to_owned(),
            Value::End(day) => self.day(Some(day)),
            Value::Propose => self.texts.thread_state_proposed().to_owned(),
            Value::Parent(parent) => self.titles(std::iter::once(parent)),
        }
    }
}

/// What tells that a link led to something that had ended.
const HAD_ENDED: &str = "ended";

/// Links as a text that can be read again, the new one first.
pub(super) fn links_kept(structure: &Structure, new: &Link, old: &[Link]) -> String {
    let lives = |id| structure.element(id).is_some_and(|one| one.is_current());
    let each = old.iter().map(|link| {
        let kept = format!("{} {}", link.parent, link.kind.key());
        if lives(link.parent) { kept } else { format!("{kept} {HAD_ENDED}") }
    });
    std::iter::once(new.id.to_string()).chain(each).collect::<Vec<_>>().join(";")
}

/// A link that was taken away.
pub(super) struct OldLink {
    pub(super) parent: ElementId,
    pub(super) kind: LinkKind,
    /// What it led to had ended already.
    pub(super) had_ended: bool,
}

/// The links that were taken away.
pub(super) fn links_read(kept: &str) -> Vec<OldLink> {
    let read = |one: &str| {
        let mut words = one.split(' ');
        let (parent, kind) = (words.next()?.parse().ok()?, words.next()?.parse().ok()?);
        Some(OldLink { parent, kind, had_ended: words.next() == Some(HAD_ENDED) })
    };
    kept.split(';').skip(1).filter_map(read).collect()
}
