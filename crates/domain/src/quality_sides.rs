//! Which side of quality a measure shows: the inner, how those who work have it, or the outer, what
//! those who live in the municipality meet.

use serde::{Deserialize, Serialize};

use crate::measures::codes;

/// What a measure shows of quality.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// Inner: what those who work answer in the staff survey.
    StaffSurvey,
    /// Inner: sick leave.
    SickLeave,
    /// Inner: the work environment in other ways.
    WorkEnvironment,
    /// Outer: what those who live here meet.
    Outer,
}

codes!(Side {
    StaffSurvey = "staff_survey",
    SickLeave = "sick_leave",
    WorkEnvironment = "work_environment",
    Outer = "outer",
});

impl Side {
    /// Whether it is of the inner quality.
    pub fn is_inner(self) -> bool {
        self != Self::Outer
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_but_what_inhabitants_meet_is_inner() {
        let inner: Vec<&str> =
            Side::ALL.iter().filter(|one| one.is_inner()).map(|one| one.code()).collect();
        assert_eq!(inner, ["staff_survey", "sick_leave", "work_environment"]);
    }
}
