//! What the address says: the element in focus, the filters, and which view of the thread.

use domain::ids::{ElementId, OrgUnitId};

use crate::web::fields::Fields;

/// Whose work is shown.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(super) enum Provision {
    /// All.
    #[default]
    All,
    /// The municipality's own.
    Own,
    /// Others' on behalf of the municipality.
    Providers,
}

impl Provision {
    pub(super) const ALL: [Self; 3] = [Self::All, Self::Own, Self::Providers];

    fn code(self) -> &'static str {
        match self {
            Self::All => "alla",
            Self::Own => "egen",
            Self::Providers => "utforare",
        }
    }
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
    /// One committee's part.
    pub(super) committee: Option<OrgUnitId>,
    /// Whose work.
    pub(super) provision: Provision,
    /// Only what does not go as it should.
    pub(super) deviating: bool,
    /// The column shown in full.
    pub(super) whole_column: Option<usize>,
    /// Page of what is long, from 1.
    pub(super) page: usize,
    /// Sentences instead of the map.
    pub(super) in_words: bool,
    /// The whole municipality in words, a branch to a page, rather than the visitor's own branch.
    pub(super) whole: bool,
}

impl View {
    /// Reads the address. What cannot be read is as if it were not there.
    pub(super) fn from_query(query: &Fields, this_year: i16) -> Self {
        let year = query.parsed("ar").filter(|year| (this_year - 4..=this_year + 4).contains(year));
        let provision = query.text("utforare");
        Self {
            focus: query.parsed("fokus"),
            year: year.unwrap_or(this_year),
            this_year,
            committee: query.parsed("namnd"),
            provision: Provision::ALL
                .into_iter()
                .find(|one| one.code() == provision)
                .unwrap_or_default(),
            deviating: query.text("avviker") == "1",
            whole_column: query.parsed("alla"),
            page: query.parsed("sida").unwrap_or(1).clamp(1, 100_000),
            in_words: query.text("vy") == "ord",
            whole: query.text("hela") == "1",
        }
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

    fn url(&self) -> String {
        let mut parts = Vec::new();
        parts.extend(self.in_words.then(|| "vy=ord".to_owned()));
        parts.extend((self.in_words && self.whole).then(|| "hela=1".to_owned()));
        parts.extend(self.focus.map(|id| format!("fokus={id}")));
        parts.extend((self.year != self.this_year).then(|| format!("ar={}", self.year)));
        parts.extend(self.committee.map(|id| format!("namnd={id}")));
        if self.provision != Provision::All {
            parts.push(format!("utforare={}", self.provision.code()));
        }
        parts.extend(self.deviating.then(|| "avviker=1".to_owned()));
        parts.extend(self.whole_column.map(|column| format!("alla={column}")));
        parts.extend((self.page > 1).then(|| format!("sida={}", self.page)));
        if parts.is_empty() { "/trad".to_owned() } else { format!("/trad?{}", parts.join("&")) }
    }
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
    fn a_new_choice_folds_what_was_unfolded() {
        let unfolded = view("alla=1&sida=3&avviker=1");
        assert_eq!(unfolded.with(|view| view.deviating = false), "/trad");
    }
}
