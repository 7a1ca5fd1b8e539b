//! Whom an administrator or auditor of a part may know of.

use std::collections::BTreeSet;

use domain::access::Action;
use domain::ids::PersonId;

use crate::cx::Cx;
use crate::identity::store::places_of_all;
use crate::web::error::{Answer, AppError};

/// The people that a visitor may know of: everybody, or those who have or have had a role within
/// the part, and those who have never had one and may be given one there.
pub struct Reach {
    everybody: bool,
    within: BTreeSet<PersonId>,
    elsewhere: BTreeSet<PersonId>,
}

impl Reach {
    /// Whom the visitor may know of where they may do something.
    pub fn of(cx: &mut Cx<'_, '_>, action: Action) -> Answer<Self> {
        let mut reach = Self {
            everybody: cx.can_everywhere(action),
            within: BTreeSet::new(),
            elsewhere: BTreeSet::new(),
        };
        if reach.everybody {
            return Ok(reach);
        }
        for (person, org_unit) in places_of_all(cx.tx)? {
            if cx.can(action, org_unit) {
                reach.within.insert(person);
            } else {
                reach.elsewhere.insert(person);
            }
        }
        Ok(reach)
    }

    /// Whether the visitor may know of the person.
    pub fn sees(&self, person: PersonId) -> bool {
        self.everybody || self.within.contains(&person) || !self.elsewhere.contains(&person)
    }

    /// Refuses whom the visitor may not know of as one who does not exist.
    pub(super) fn check(cx: &mut Cx<'_, '_>, person: PersonId) -> Answer<()> {
        let reach = Self::of(cx, Action::ManagePeople)?;
        if reach.sees(person) { Ok(()) } else { Err(AppError::NotFound) }
    }
}
