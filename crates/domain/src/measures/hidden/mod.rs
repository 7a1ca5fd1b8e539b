//! Which values are not shown, because they are about so few that somebody could be known, and which
//! others must then not be shown either: those by which the few could be had.

mod derived;
mod insiders;
mod over_time;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

pub(super) use derived::Row;
use derived::derivable;
pub(super) use insiders::Insider;
pub(super) use over_time::OverTime;

/// A value that others make up: the whole is the sum of its parts, or their mean.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Sum {
    /// The place of the whole; none where it is no value of its own but may be known all the same.
    pub whole: Option<usize>,
    /// The places of what makes it up.
    pub parts: Vec<usize>,
}

impl Sum {
    fn members(&self) -> impl Iterator<Item = usize> {
        self.parts.iter().copied().chain(self.whole)
    }
}

/// Some values, before it is known which of them are hidden.
#[derive(Clone, Debug, Default)]
pub struct Values<'a> {
    /// How many people each is about, where that is known.
    pub counts: &'a [Option<u32>],
    /// Which of them make each other up, the smaller before the larger that they are part of.
    pub sums: &'a [Sum],
    /// How many people a value must be about to be shown.
    pub least: u16,
    /// The places that are hidden whatever they are about.
    pub withheld: BTreeSet<usize>,
    /// The places whose values everybody has seen: to hide one helps nobody, and is done only where
    /// nothing else is left.
    pub seen: BTreeSet<usize>,
}

/// Which of some values are hidden.
///
/// What is about too few is hidden, and what is withheld; then, the smallest first, as much as it takes
/// that no hidden value can be had by adding and subtracting what is shown, and that what is hidden of a
/// whole is about at least `least` people together. Where nothing else is left that has not been seen the
/// whole is hidden. What has no count is taken to be about enough, as it is where it stands alone.
pub fn hidden(values: &Values<'_>) -> Vec<bool> {
    let mut table = Table { values, least: u32::from(values.least), hidden: Vec::new() };
    table.hidden = (0..values.counts.len())
        .map(|place| table.is_few(place) || values.withheld.contains(&place))
        .collect();
    if !table.hidden.contains(&true) {
        return table.hidden;
    }
    loop {
        while values.sums.iter().filter(|sum| table.complete(sum)).count() > 0 {}
        let known = derivable(values.sums, &table.hidden);
        let beside = |take| known.iter().find_map(|known| table.beside(*known, take));
        // A value with no other beside it cannot be helped.
        let Some(more) = beside(Take::Unseen).or_else(|| beside(Take::Seen)) else {
            return table.hidden;
        };
        table.hide(more);
    }
}

/// What may be hidden beside others.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Take {
    /// What nobody has seen.
    Unseen,
    /// What everybody has.
    Seen,
}

/// The values with what is hidden so far.
struct Table<'a> {
    values: &'a Values<'a>,
    least: u32,
    hidden: Vec<bool>,
}

impl Table<'_> {
    fn count(&self, place: usize) -> Option<u32> {
        self.values.counts.get(place).copied().flatten()
    }

    /// A value about nobody tells of nobody.
    fn is_few(&self, place: usize) -> bool {
        self.count(place).is_some_and(|count| count > 0 && count < self.least)
    }

    fn is_hidden(&self, place: usize) -> bool {
        self.hidden.get(place).copied().unwrap_or(false)
    }

    fn hide(&mut self, place: usize) {
        if let Some(one) = self.hidden.get_mut(place) {
            *one = true;
        }
    }

    /// Whether hiding it would hide something: it is shown, and about somebody.
    fn can_hide(&self, place: usize) -> bool {
        place < self.hidden.len() && !self.is_hidden(place) && self.count(place) != Some(0)
    }

    /// Whether hiding it would hide something that has, or has not, been seen.
    fn can_take(&self, place: usize, take: Take) -> bool {
        self.can_hide(place) && self.values.seen.contains(&place) == (take == Take::Seen)
    }

    /// The smallest of some values that can be hidden.
    fn smallest(&self, places: impl Iterator<Item = usize>, take: Take) -> Option<usize> {
        let can = places.filter(|place| self.can_take(*place, take));
        can.min_by_key(|place| (self.count(*place).unwrap_or(u32::MAX), *place))
    }

    /// Hides as much of a sum as it takes; tells whether that was anything.
    fn complete(&mut self, sum: &Sum) -> bool {
        let mut any = false;
        while !self.is_complete(sum) {
            let Some(more) = self.more_of(sum) else { break };
            self.hide(more);
            any = true;
        }
        any
    }

    /// What of a sum is hidden next. Where the whole is hidden, what everybody has seen is left.
    fn more_of(&self, sum: &Sum) -> Option<usize> {
        let part = |take| self.smallest(sum.parts.iter().copied(), take);
        let whole = |take| sum.whole.filter(|whole| self.can_take(*whole, take));
        let unseen = part(Take::Unseen).or_else(|| whole(Take::Unseen));
        let is_hidden = sum.whole.is_some_and(|whole| self.is_hidden(whole));
        let seen = || part(Take::Seen).or_else(|| whole(Take::Seen)).filter(|_| !is_hidden);
        unseen.or_else(seen)
    }

    /// Whether nothing of a sum is hidden, or enough.
    fn is_complete(&self, sum: &Sum) -> bool {
        let hidden = || sum.parts.iter().copied().filter(|part| self.is_hidden(*part));
        let whole = usize::from(sum.whole.is_some_and(|whole| self.is_hidden(whole)));
        let parts = hidden().count();
        if parts == 0 {
            return whole == 0;
        }
        let people = hidden()
            .map(|part| self.count(part).unwrap_or(self.least))
            .fold(0, u32::saturating_add);
        parts + whole >= 2 && people >= self.least
    }

    /// The smallest value that stands in a sum with one that can be had, or else in any sum that
    /// leads to it.
    fn beside(&self, known: usize, take: Take) -> Option<usize> {
        let mut reached = vec![known];
        let mut at = 0;
        while let Some(place) = reached.get(at).copied() {
            at += 1;
            let with = || self.values.sums.iter().filter(|sum| sum.members().any(|it| it == place));
            if let Some(found) = self.smallest(with().flat_map(Sum::members), take) {
                return Some(found);
            }
            for member in with().flat_map(Sum::members) {
                if self.is_hidden(member) && !reached.contains(&member) {
                    reached.push(member);
                }
            }
        }
        None
    }
}
