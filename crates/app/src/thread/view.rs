//! What the address says: the element in focus, the filters, and which view of the thread.

use std::collections::BTreeSet;

use domain::elements::{Element, ElementState};
use domain::ids::{ElementId, OrgUnitId, PersonId};
use domain::steering::TypeId;

pub(super) use super::provision::Provision;
use crate::web::fields::{Fields, encode};

/// Most branches of the list that an address opens or closes.
const MOST_TURNED: usize = 60;
/// How deep the list can be opened at once.
pub(super) const DEEPEST: usize = 6;

/// The ways to look at the thread.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(super) enum Look {
    /// Columns with lines between them.
    #[default]
    Map,
    /// Rows within rows.
    List,
    /// Goals by committee.
    Grid,
    /// Sentences.
    Words,
}

impl Look {
    pub(super) const ALL: [Self; 4] = [Self::Map, Self::List, Self::Grid, Self::Words];

    fn code(self) -> &'static str {
        match self {
            Self::Map => "trad",
            Self::List => "lista",
            Self::Grid => "rutnat",
            Self::Words => "ord",
        }
    }
}

/// Whose responsibility is shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Answers {
    /// One person's.
    Person(PersonId),
    /// Nobody's.
    Nobody,
}

/// The state of the page as its address carries it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct View {
    /// The element followed.
    pub(super) focus: Option<ElementId>,
    /// The year in words and numbers; elements that do not hold then are left out.
    pub(super) year: i16,
    /// Today's year, which needs no parameter.
    this_year: i16,
    /// The part of one org unit and what lies under it.
    pub(super) within: Option<OrgUnitId>,
    /// Whose work.
    pub(super) provision: Provision,
    /// Only what does not go as it should.
    pub(super) deviating: bool,
    /// Who answers for it.
    pub(super) responsible: Option<Answers>,
    /// Only the goals right under the focus, as a cell of the grid counts them.
    pub(super) directly: bool,
    /// Elements of one type.
    pub(super) element_type: Option<TypeId>,
    /// Elements in one state.
    pub(super) state: Option<ElementState>,
    /// What is tagged with a goal from outside.
    pub(super) tag: Option<(String, u32)>,
    /// How many levels of the list are open.
    pub(super) depth: usize,
    /// Branches of the list that are the other way than their level, by their short names.
    pub(super) turned: BTreeSet<String>,
    /// The column shown in full.
    pub(super) whole_column: Option<usize>,
    /// Page of what is long, from 1.
    pub(super) page: usize,
    /// Map, list, grid or sentences.
    pub(super) look: Look,
    /// The whole municipality in words, a branch to a page, rather than the visitor's own branch.
    pub(super) whole: bool,
}

impl View {
    /// Reads the address. What cannot be read is as if it were not there.
    pub(super) fn from_query(query: &Fields, this_year: i16) -> Self {
        let year = query.parsed("ar").filter(|year| (this_year - 4..=this_year + 4).contains(year));
        let provision = query.text("utforare");
        let look = query.text("vy");
        let responsible = match query.text("ansvarig") {
            "ingen" => Some(Answers::Nobody),
            id => id.parse().ok().map(Answers::Person),
        };
        let element_type = query.text("typ");
        let turned = query.text("oppna").split('.').filter(|name| is_short(name));
        Self {
            focus: query.parsed("fokus"),
            year: year.unwrap_or(this_year),
            this_year,
            within: query.parsed("namnd"),
            provision: Provision::ALL
                .into_iter()
                .find(|one| one.code() == provision)
                .unwrap_or_default(),
            deviating: query.text("avviker") == "1",
            responsible,
            directly: query.text("rakt") == "1",
            element_type: (!element_type.is_empty()).then(|| TypeId::new(element_type)),
            state: query.parsed("lage"),
            tag: crate::frameworks::parse(query.text("marke")),
            depth: query.parsed("djup").unwrap_or(1).clamp(0, DEEPEST),
            turned: turned.take(MOST_TURNED).map(str::to_owned).collect(),
            whole_column: query.parsed("alla"),
            page: query.parsed("sida").unwrap_or(1).clamp(1, 100_000),
            look: Look::ALL.into_iter().find(|one| one.code() == look).unwrap_or_default(),
            whole: query.text("hela") == "1",
        }
    }

    /// Whether anything but the year and the focus narrows what is shown.
    pub(super) fn narrows(&self) -> bool {
        self.within.is_some()
            || self.provision != Provision::All
            || self.deviating
            || self.responsible.is_some()
            || (self.directly && self.focus.is_some())
            || self.element_type.is_some()
            || self.state.is_some()
            || self.tag.is_some()
    }

    /// Whether an element holds at some time during the year.
    pub(super) fn is_in_year(&self, element: &Element) -> bool {
        element.holds_in(self.year)
    }

    /// Whether an element is of the kind, in the state and of the person that are asked for.
    pub(super) fn is_such(&self, element: &Element) -> bool {
        let answers = match self.responsible {
            None => true,
            Some(Answers::Nobody) => element.responsible.is_none(),
            Some(Answers::Person(person)) => element.responsible == Some(person),
        };
        answers
            && self.state.is_none_or(|state| element.state == state)
            && self.element_type.as_ref().is_none_or(|found| element.element_type == *found)
    }

    /// The years one can choose among.
    pub(super) fn years(&self) -> Vec<i16> {
        (self.this_year - 1..=self.this_year + 1).collect()
    }

    /// The same page changed a little. Whatever was unfolded is folded again.
    pub(super) fn with(&self, change: impl FnOnce(&mut Self)) -> String {
        let mut view = Self { whole_column: None, page: 1, ..self.clone() };
        change(&mut view);
        view.url()
    }

    /// Takes away everything that narrows.
    pub(super) fn widen(&mut self) {
        self.focus = None;
        self.directly = false;
        self.within = None;
        self.provision = Provision::All;
        self.deviating = false;
        self.responsible = None;
        self.element_type = None;
        self.state = None;
        self.tag = None;
    }

    /// The address.
    pub(super) fn url(&self) -> String {
        let query = self.query();
        if query.is_empty() { "/trad".to_owned() } else { format!("/trad?{query}") }
    }

    /// What differs from the usual, as the address tells it.
    pub(super) fn query(&self) -> String {
        let mut parts = Vec::new();
        parts.extend((self.look != Look::Map).then(|| format!("vy={}", self.look.code())));
        parts.extend((self.look == Look::Words && self.whole).then(|| "hela=1".to_owned()));
        parts.extend(self.focus.map(|id| format!("fokus={id}")));
        parts.extend((self.focus.is_some() && self.directly).then(|| "rakt=1".to_owned()));
        parts.extend((self.year != self.this_year).then(|| format!("ar={}", self.year)));
        parts.extend(self.within.map(|id| format!("namnd={id}")));
        if self.provision != Provision::All {
            parts.push(format!("utforare={}", self.provision.code()));
        }
        parts.extend(self.deviating.then(|| "avviker=1".to_owned()));
        parts.extend(self.responsible.map(|answers| match answers {
            Answers::Nobody => "ansvarig=ingen".to_owned(),
            Answers::Person(id) => format!("ansvarig={id}"),
        }));
        let element_type = self.element_type.as_ref();
        parts.extend(element_type.map(|found| format!("typ={}", encode(found.as_str()))));
        parts.extend(self.state.map(|state| format!("lage={}", state.code())));
        parts.extend(self.tag.iter().map(|(of, goal)| format!("marke={of}.{goal}")));
        if self.look == Look::List {
            parts.extend((self.depth != 1).then(|| format!("djup={}", self.depth)));
            if !self.turned.is_empty() {
                let names: Vec<&str> = self.turned.iter().map(String::as_str).collect();
                parts.push(format!("oppna={}", names.join(".")));
            }
        }
        parts.extend(self.whole_column.map(|column| format!("alla={column}")));
        parts.extend((self.page > 1).then(|| format!("sida={}", self.page)));
        parts.join("&")
    }
}

/// The end of an identity, enough to tell the rows of a page apart and short enough for an address
/// that opens many of them.
pub(super) fn short(id: ElementId) -> String {
    let name = id.to_string();
    name.get(name.len().saturating_sub(8)..).unwrap_or_default().to_owned()
}

fn is_short(name: &str) -> bool {
    name.len() == 8 && name.bytes().all(|one| one.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn view(query: &str) -> View {
        View::from_query(&Fields::urlencoded(query).unwrap(), 2026)
    }

    #[test]
    fn an_address_says_only_what_differs_from_the_usual() {
        assert_eq!(view("ar=2026&utforare=alla&sida=1").url(), "/trad");
        assert_eq!(view("ar=2027&avviker=1&vy=ord").url(), "/trad?vy=ord&ar=2027&avviker=1");
    }

    #[test]
    fn nonsense_in_the_address_is_as_if_it_were_not_there() {
        assert_eq!(view("ar=9999&fokus=x&namnd=1&alla=-1&sida=0").url(), "/trad");
    }

    #[test]
    fn the_four_views_share_the_filters_and_only_the_list_tells_what_is_open() {
        let list =
            view("vy=lista&typ=resultatmal&lage=draft&ansvarig=ingen&djup=3&oppna=00ff00ff.x");
        assert_eq!(
            list.url(),
            "/trad?vy=lista&ansvarig=ingen&typ=resultatmal&lage=draft&djup=3&oppna=00ff00ff"
        );
        let grid = list.with(|view| view.look = Look::Grid);
        assert_eq!(grid, "/trad?vy=rutnat&ansvarig=ingen&typ=resultatmal&lage=draft");
    }

    #[test]
    fn a_new_choice_folds_what_was_unfolded() {
        let unfolded = view("alla=1&sida=3&avviker=1");
        assert_eq!(unfolded.with(|view| view.deviating = false), "/trad");
    }
}
