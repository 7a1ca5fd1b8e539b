//! What reading a file in would do, held against what is kept now.

use std::collections::HashMap;

use super::{IncomingValue, ValueKey};
use crate::measures::{OutcomeQuality, OutcomeValue, Standing};

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
    /// What stands there.
    pub before: Option<Kept>,
}

impl PlannedValue {
    /// What the row would do.
    pub fn effect(&self) -> Effect {
        match &self.before {
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

    /// Whether it takes the place of a value that others could trust, so that a reason is owed.
    pub fn owes_reason(&self) -> bool {
        self.before.is_some_and(|kept| kept.standing().owes_reason(self.incoming.value))
    }

    /// The version the place has once the row is kept.
    pub fn version_after(&self) -> i64 {
        self.before.map_or(1, |kept| kept.version.saturating_add(1))
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
        self.new + self.changed
    }
}

/// Holds rows against what is kept now. The keys of `rows` differ, as [`super::read_rows`] sees to.
pub fn plan(rows: Vec<IncomingValue>, existing: &HashMap<ValueKey, Kept>) -> Plan {
    let mut plan = Plan { rows: Vec::with_capacity(rows.len()), ..Plan::default() };
    for incoming in rows {
        let before = existing.get(&incoming.key).copied();
        let row = PlannedValue { incoming, before };
        match row.effect() {
            Effect::New => plan.new += 1,
            Effect::Changed => plan.changed += 1,
            Effect::Unchanged => plan.unchanged += 1,
        }
        plan.rows.push(row);
    }
    plan
}
