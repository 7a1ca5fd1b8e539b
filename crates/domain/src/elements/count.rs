//! How many elements there are of a type, in each year: kept up to date with the picture, because
//! pages show it and it must not cost them a walk through all elements.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::element::Element;
use crate::steering::TypeId;

/// Years outside these are counted as the nearest of them.
const EARLIEST: i16 = 2010;
const LATEST: i16 = 2050;

/// Living elements by type and by the years during which they hold at some time.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub(super) struct Counts {
    in_year: BTreeMap<TypeId, BTreeMap<i16, usize>>,
}

impl Counts {
    pub(super) fn add(&mut self, element: &Element) {
        self.change(element, |count| *count += 1);
    }

    pub(super) fn take(&mut self, element: &Element) {
        self.change(element, |count| *count = count.saturating_sub(1));
    }

    fn change(&mut self, element: &Element, change: impl Fn(&mut usize)) {
        let years = match self.in_year.get_mut(&element.element_type) {
            Some(years) => years,
            None => self.in_year.entry(element.element_type.clone()).or_default(),
        };
        let first = element.starts_on.map_or(EARLIEST, Date::year).clamp(EARLIEST, LATEST);
        let last = element.ends_on.map_or(LATEST, Date::year).clamp(EARLIEST, LATEST);
        for year in first..=last {
            let count = years.entry(year).or_default();
            change(count);
            if *count == 0 {
                years.remove(&year);
            }
        }
    }

    pub(super) fn in_year(&self, element_type: &TypeId, year: i16) -> usize {
        let years = self.in_year.get(element_type);
        let found = years.and_then(|years| years.get(&year.clamp(EARLIEST, LATEST)));
        found.copied().unwrap_or_default()
    }
}
