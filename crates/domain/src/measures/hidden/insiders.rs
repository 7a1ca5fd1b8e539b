//! What follows for those who see more than others: whoever reports for an org unit sees its own
//! values, and can take them from the sums.

use std::collections::{BTreeMap, BTreeSet};

use super::derived::{Row, follows, rest_of, solved};

/// The values that one who reports sees although they are hidden from others.
pub(in crate::measures) type Insider = BTreeSet<usize>;

/// Some who see more than others, before what everybody knows.
pub(super) struct Insiders<'a> {
    all: &'a [Insider],
    /// What each value that one of them sees says beside what everybody knows.
    says: BTreeMap<usize, Row>,
    /// In whose rows a value stands.
    with: BTreeMap<usize, BTreeSet<usize>>,
    solved: BTreeMap<usize, BTreeMap<usize, Row>>,
}

impl<'a> Insiders<'a> {
    /// `is_hidden` tells of a value whether others do not know it.
    pub(super) fn of(
        all: &'a [Insider],
        solved: &BTreeMap<usize, Row>,
        is_hidden: impl Fn(usize) -> bool,
    ) -> Self {
        let mut says: BTreeMap<usize, Row> = BTreeMap::new();
        let mut with: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
        for (at, insider) in all.iter().enumerate() {
            for place in insider.iter().filter(|place| is_hidden(**place)) {
                let row = says
                    .entry(*place)
                    .or_insert_with(|| rest_of(&Row::from([(*place, 1)]), solved));
                for one in row.keys() {
                    with.entry(*one).or_default().insert(at);
                }
            }
        }
        Self { all, says, with, solved: BTreeMap::new() }
    }

    /// Those for whom a secret follows that is not theirs. `rest` is what is left of it beside what
    /// everybody knows.
    pub(super) fn told(&mut self, secret: &Row, rest: &Row) -> Vec<usize> {
        let Some(first) = rest.keys().next() else { return Vec::new() };
        let with = self.with.get(first).into_iter().flatten().copied();
        let others: Vec<usize> = with.filter(|at| !self.is_theirs(*at, secret)).collect();
        others.into_iter().filter(|at| follows(rest, self.solved_of(*at))).collect()
    }

    fn is_theirs(&self, at: usize, secret: &Row) -> bool {
        self.all.get(at).is_some_and(|sees| secret.keys().all(|place| sees.contains(place)))
    }

    fn solved_of(&mut self, at: usize) -> &BTreeMap<usize, Row> {
        let sees = self.all.get(at).into_iter().flatten();
        let says = &self.says;
        self.solved
            .entry(at)
            .or_insert_with(|| solved(sees.filter_map(|place| says.get(place).cloned()).collect()))
    }
}
