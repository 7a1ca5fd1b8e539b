//! Between which days, and of what.

use domain::ids::{ElementId, OrgUnitId};
use jiff::ToSpan;
use jiff::civil::Date;

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
    /// Whether a day was said that is none, or that has not ended.
    pub misread: bool,
}

impl Asked {
    /// Reads the address. What is not said is the year so far, or since there was anything. Days in
    /// the wrong order are put right; what is no day that has ended is as if not said, and told of.
    pub(super) fn from_query(query: &Fields, today: Date, begun: Option<Date>) -> Self {
        let yesterday = today.saturating_sub(1.day());
        let new_year = Date::new(today.year(), 1, 1).unwrap_or(today);
        let day = |name: &str| query.parsed::<Date>(name).filter(|day| *day <= today);
        let (mut from, mut to) = (day("fran"), day("till"));
        let is_said = |name: &str| !query.text(name).is_empty();
        let misread = (is_said("fran") && from.is_none()) || (is_said("till") && to.is_none());
        if to.is_some() && to < from {
            std::mem::swap(&mut from, &mut to);
        }
        let from = from.unwrap_or_else(|| begun.map_or(new_year, |begun| begun.max(new_year)));
        let from = from.min(yesterday);
        Self {
            from,
            to: to.filter(|to| *to < today && *to > from),
            within: query.parsed("enhet"),
            element: query.parsed("mal"),
            page: query.parsed("sida").unwrap_or(1).clamp(1, 100_000),
            misread,
        }
    }

    /// The same page changed a little.
    pub(super) fn with(&self, change: impl FnOnce(&mut Self)) -> String {
        let mut asked = Self { page: 1, ..self.clone() };
        change(&mut asked);
        asked.url()
    }

    fn url(&self) -> String {
        let mut parts = vec![format!("fran={}", self.from)];
        parts.extend(self.to.map(|day| format!("till={day}")));
        parts.extend(self.within.map(|id| format!("enhet={id}")));
        parts.extend(self.element.map(|id| format!("mal={id}")));
        parts.extend((self.page > 1).then(|| format!("sida={}", self.page)));
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
    }
}
