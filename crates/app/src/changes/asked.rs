//! Between which days, and of what.

use domain::ids::{ElementId, OrgUnitId};
use jiff::ToSpan;
use jiff::civil::Date;

use super::store::Place;
use crate::web::fields::Fields;

/// What the page is asked for.
#[derive(Clone, Debug)]
pub(super) struct Asked {
    /// The first day.
    pub from: Date,
    /// The second; none for today.
    pub to: Option<Date>,
    /// Whose changes; none for everyone's.
    pub within: Option<OrgUnitId>,
    /// Of what; none for everything.
    pub element: Option<ElementId>,
    /// From 1.
    pub page: usize,
    /// Where in the history of values the page goes on; none on those before.
    pub after: Option<Place>,
    /// Whether a day was said that is none, or that the first day has not come.
    pub misread: bool,
    /// Whether the first day said is before there was anything.
    pub begins_later: bool,
    /// Whether what the page is narrowed down to is nothing that there can be.
    pub unknown: bool,
}

/// The two days of an address, in their order.
pub struct Days {
    /// The first; none when no day that has been is said.
    pub from: Option<Date>,
    /// The last; none for today and when none is said.
    pub to: Option<Date>,
    /// Whether something was said that is no day, or a first day that has not come.
    pub misread: bool,
    /// Whether the days were said in the wrong order.
    pub swapped: bool,
}

/// Reads the two days of an address. Days in the wrong order are put right, and a last day that has
/// not come is as far as there is anything: today.
pub fn days(query: &Fields, today: Date) -> Days {
    let mut from = query.parsed::<Date>("fran").filter(|day| *day <= today);
    let mut to = query.parsed::<Date>("till").map(|day| day.min(today));
    let is_said = |name: &str| !query.text(name).is_empty();
    let misread = (is_said("fran") && from.is_none()) || (is_said("till") && to.is_none());
    let swapped = to.is_some() && to < from;
    if swapped {
        std::mem::swap(&mut from, &mut to);
    }
    Days { from, to: to.filter(|to| *to < today), misread, swapped }
}

impl Asked {
    /// Reads the address. What is not said is the year so far, or since there was anything. Days in
    /// the wrong order are put right; what is no day that has ended is as if not said, and told of.
    pub(super) fn from_query(query: &Fields, today: Date, begun: Option<Date>) -> Self {
        let yesterday = today.saturating_sub(1.day());
        let new_year = Date::new(today.year(), 1, 1).unwrap_or(today);
        let Days { from, to, misread, .. } = days(query, today);
        let unread = |name: &str, is_none: bool| !query.text(name).is_empty() && is_none;
        let from = from.unwrap_or_else(|| begun.map_or(new_year, |begun| begun.max(new_year)));
        let from = from.min(yesterday);
        Self {
            from,
            to,
            within: query.parsed("enhet"),
            element: query.parsed("mal"),
            page: query.parsed("sida").unwrap_or(1).clamp(1, 100_000),
            after: Place::of_code(query.text("efter")),
            misread,
            begins_later: false,
            unknown: unread("enhet", query.parsed::<OrgUnitId>("enhet").is_none())
                || unread("mal", query.parsed::<ElementId>("mal").is_none()),
        }
    }

    /// The same page changed a little.
    pub(super) fn with(&self, change: impl FnOnce(&mut Self)) -> String {
        let mut asked = Self { page: 1, after: None, ..self.clone() };
        change(&mut asked);
        asked.url()
    }

    fn url(&self) -> String {
        let mut parts = vec![format!("fran={}", self.from)];
        parts.extend(self.to.map(|day| format!("till={day}")));
        parts.extend(self.within.map(|id| format!("enhet={id}")));
        parts.extend(self.element.map(|id| format!("mal={id}")));
        parts.extend((self.page > 1).then(|| format!("sida={}", self.page)));
        parts.extend(self.after.as_ref().map(|place| format!("efter={}", place.code())));
        format!("/trad/andrat?{}", parts.join("&"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TODAY: Date = Date::constant(2026, 8, 25);

    fn url(query: &str) -> String {
        Asked::from_query(&Fields::urlencoded(query).unwrap(), TODAY, None).with(|_| {})
    }

    #[test]
    fn what_is_not_said_is_the_year_so_far() {
        assert_eq!(url(""), "/trad/andrat?fran=2026-01-01");
        assert_eq!(
            url("fran=2026-03-01&till=2026-06-30"),
            "/trad/andrat?fran=2026-03-01&till=2026-06-30"
        );
    }

    #[test]
    fn days_in_the_wrong_order_are_put_right_and_what_is_no_day_is_told_of() {
        assert_eq!(
            url("fran=2026-06-01&till=2026-05-01"),
            "/trad/andrat?fran=2026-05-01&till=2026-06-01"
        );
        assert_eq!(url("fran=2027-01-01"), "/trad/andrat?fran=2026-01-01");
        assert_eq!(url("fran=x&till=2026-08-25&mal=1&sida=0"), "/trad/andrat?fran=2026-01-01");
        let misread = |query: &str| {
            Asked::from_query(&Fields::urlencoded(query).unwrap(), TODAY, None).misread
        };
        assert!(misread("fran=2027-01-01") && misread("fran=x") && misread("till=2026-02-31"));
        assert!(!misread("") && !misread("fran=2026-01-01&till=2026-08-25"));
        assert!(!misread("fran=2026-01-01&till=2026-09-01"), "until today");
    }

    #[test]
    fn a_day_and_itself_are_two_days_without_anything_between() {
        let query = "fran=2026-03-01&till=2026-03-01";
        assert_eq!(url(query), format!("/trad/andrat?{query}"));
    }

    #[test]
    fn what_is_neither_an_org_unit_nor_an_element_is_not_the_whole_municipality() {
        let unknown = |query: &str| {
            Asked::from_query(&Fields::urlencoded(query).unwrap(), TODAY, None).unknown
        };
        assert!(unknown("enhet=zzz") && unknown("mal=zzz"));
        assert!(!unknown("") && !unknown("enhet="));
    }
}
