//! What reading a file in would do, held against what is kept now.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::{IncomingValue, ValueKey};
use crate::measures::{Fate, OutcomeQuality, OutcomeValue, Standing, fate};

/// What is kept for a place now.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Kept {
    /// What is known.
    pub value: OutcomeValue,
    /// How far it can be trusted.
    pub quality: OutcomeQuality,
    /// Its version.
    pub version: i64,
    /// How many people it is about, where that is known.
    pub count: Option<u32>,
}

impl Kept {
    /// What stands there, without its version.
    pub fn standing(&self) -> Standing {
        Standing { value: self.value, quality: self.quality }
    }
}

/// What is known of the places that the rows of a file are about.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// What is kept there now.
    pub kept: HashMap<ValueKey, Kept>,
    /// The version that the last value had come to where one has stood and was taken away.
    pub taken: HashMap<ValueKey, i64>,
    /// Where another source than the municipality is used, its name.
    pub origins: HashMap<ValueKey, String>,
    /// What stands beside, by source.
    pub beside: HashMap<ValueKey, BTreeMap<String, Beside>>,
    /// The values kept that have been handed in or frozen.
    pub closed: HashSet<ValueKey>,
    /// What org units below make up, checked or frozen, where nobody has said a value.
    pub sums: HashMap<ValueKey, Standing>,
}

/// What a source says beside the value that is used.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Beside {
    /// What is known, and how far it can be trusted.
    pub standing: Standing,
    /// Its version.
    pub version: i64,
}

/// What a row would do.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Effect {
    /// Keep a value where none is.
    New,
    /// Replace the value or its quality.
    Changed,
    /// Nothing: the same stands there.
    Unchanged,
}

/// A row with what stands where it would write.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PlannedValue {
    /// The row.
    pub incoming: IncomingValue,
    /// What the row would write over: the value that is used, or what the source says beside it.
    pub before: Option<Kept>,
    /// What becomes of the row, held against who else says the same value.
    pub fate: Fate,
    /// The value that is used and its source, where the row would stand beside it or take it over.
    pub used: Option<(Standing, String)>,
    /// Whether the source stands beside already, and ceases to when its value is used.
    pub leaves_beside: bool,
    /// Whether what stands there has been handed in or frozen.
    pub is_closed: bool,
    /// What org units below make up there, checked or frozen, where the row would come in its stead.
    pub sum: Option<Standing>,
    /// The version that the place has come to; 0 where nothing has ever stood.
    pub version: i64,
}

impl PlannedValue {
    /// What the row would do.
    pub fn effect(&self) -> Effect {
        let says_the_same = |used: &(Standing, String)| used.0.value == self.incoming.value;
        match &self.before {
            // What agrees with the value used is not kept a second time.
            None if self.fate == Fate::Beside && self.used.as_ref().is_some_and(says_the_same) => {
                Effect::Unchanged
            }
            None => Effect::New,
            Some(kept)
                if kept.value == self.incoming.value
                    && kept.quality == self.incoming.quality
                    && (self.incoming.count.is_none() || self.incoming.count == kept.count) =>
            {
                Effect::Unchanged
            }
            Some(_) => Effect::Changed,
        }
    }

    /// Whether it takes the place of a value that others could trust, so that a reason is owed. What
    /// was never reported is not corrected by being filled in, also afterwards.
    pub fn owes_reason(&self) -> bool {
        if self.sum.is_some() {
            return true;
        }
        let Some(before) = self.before.filter(|_| self.fate != Fate::Beside) else { return false };
        let says = Standing { value: self.incoming.value, quality: self.incoming.quality };
        before.standing().owes_reason(says.value) || (self.is_closed && before.standing() != says)
    }

    /// The version the place has once the row is kept.
    pub fn version_after(&self) -> i64 {
        self.version.saturating_add(1)
    }
}

/// The whole plan.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Plan {
    /// Every right row, in the order of the file.
    pub rows: Vec<PlannedValue>,
    /// How many are new.
    pub new: usize,
    /// How many replace something.
    pub changed: usize,
    /// How many stand beside the values that are used.
    pub beside: usize,
    /// How many change nothing.
    pub unchanged: usize,
}

impl Plan {
    /// The rows that write something.
    pub fn writes(&self) -> impl Iterator<Item = &PlannedValue> {
        self.rows.iter().filter(|row| row.effect() != Effect::Unchanged)
    }

    /// How many rows take the place of a value that others could trust.
    pub fn corrections(&self) -> usize {
        self.writes().filter(|row| row.owes_reason()).count()
    }

    /// How many rows write something.
    pub fn write_count(&self) -> usize {
        self.new + self.changed + self.beside
    }
}

/// Holds rows from a source against what is kept now; the empty source is the municipality itself. The
/// keys of `rows` differ, as [`super::read_rows`] sees to.
pub fn plan(rows: Vec<IncomingValue>, source: &str, found: &Found) -> Plan {
    let mut plan = Plan { rows: Vec::with_capacity(rows.len()), ..Plan::default() };
    for incoming in rows {
        let row = held_against(incoming, source, found);
        match row.effect() {
            Effect::Unchanged => plan.unchanged += 1,
            _ if row.fate == Fate::Beside => plan.beside += 1,
            Effect::New => plan.new += 1,
            Effect::Changed => plan.changed += 1,
        }
        plan.rows.push(row);
    }
    plan
}

fn held_against(incoming: IncomingValue, source: &str, found: &Found) -> PlannedValue {
    let key = &incoming.key;
    let kept = found.kept.get(key).copied();
    let origin = found.origins.get(key).map_or("", String::as_str);
    let beside = found.beside.get(key);
    let of_source = beside.and_then(|all| all.get(source)).copied();
    let own_beside = beside.is_some_and(|all| all.contains_key(""));
    let fate = fate(source, kept.map(|_| origin), own_beside);
    let other = matches!(fate, Fate::Beside | Fate::TakesOver);
    let used = kept.filter(|_| other).map(|kept| (kept.standing(), origin.to_owned()));
    let before = if fate == Fate::Beside {
        of_source.map(|Beside { standing: Standing { value, quality }, version }| Kept {
            value,
            quality,
            version,
            count: None,
        })
    } else {
        kept
    };
    let taken = || match fate {
        Fate::Beside => 0,
        _ => found.taken.get(key).copied().unwrap_or(0),
    };
    let version = before.map_or_else(taken, |kept| kept.version);
    let leaves_beside = of_source.is_some() && fate != Fate::Beside;
    let is_closed = found.closed.contains(key);
    let is_first = before.is_none() && fate == Fate::Used;
    let sum = found.sums.get(key).copied().filter(|_| is_first);
    PlannedValue { incoming, before, fate, used, leaves_beside, is_closed, sum, version }
}
