//! Which roles may be linked, from the meta-model's table. Links go from child to parent.

use super::kinds::{LinkKind, Role};

impl LinkKind {
    /// Roles that may be the child of this link.
    pub const fn child_roles(self) -> &'static [Role] {
        use Role::{
            Activity, Assignment, Control, Criterion, Direction, Goal, Grouping, Measure, Mission,
            Promise, Risk,
        };
        match self {
            Self::Groups => &[
                Direction, Grouping, Goal, Mission, Assignment, Criterion, Measure, Activity,
                Promise, Risk,
            ],
            Self::Contributes => {
                &[Direction, Goal, Mission, Assignment, Criterion, Activity, Promise]
            }
            Self::Decomposes => &[Goal, Mission, Assignment, Activity, Measure, Promise, Criterion],
            Self::Specifies => &[Criterion, Promise, Goal],
            Self::Measures => &[Measure],
            Self::Executes => &[Activity, Assignment],
            Self::Threatens => &[Risk],
            Self::Mitigates => &[Activity, Control],
        }
    }

    /// Whether a child with role `child` may have this link to a parent with role `parent`.
    pub fn allows(self, child: Role, parent: Role) -> bool {
        use Role::{
            Activity, Assignment, Criterion, Direction, External, Goal, Grouping, Mission, Promise,
            Risk,
        };
        let parents: &[Role] = match self {
            Self::Groups => &[Grouping, Direction],
            Self::Contributes => {
                &[Direction, Grouping, Goal, Mission, Assignment, External, Criterion]
            }
            Self::Decomposes => &[child],
            Self::Specifies => &[Goal, Mission, Promise, Grouping, Criterion],
            Self::Measures => &[
                Direction, Grouping, Goal, Mission, Assignment, Criterion, Activity, Promise, Risk,
            ],
            Self::Executes => &[Goal, Criterion, Assignment, Promise, Grouping, Mission],
            Self::Threatens => &[Goal, Mission, Assignment, Activity, Promise],
            Self::Mitigates => &[Risk],
        };
        self.child_roles().contains(&child) && parents.contains(&parent)
    }

    /// The links that may join these roles; empty when none may.
    pub fn between(child: Role, parent: Role) -> Vec<Self> {
        Self::ALL.iter().copied().filter(|link| link.allows(child, parent)).collect()
    }
}

impl Role {
    /// Whether elements with this role may always stand without a parent.
    /// The other roles have no meaning on their own: a measure measures something.
    pub const fn may_stand_alone(self) -> bool {
        !matches!(self, Self::Criterion | Self::Measure | Self::Activity | Self::Control)
    }

    /// The scale use that answers for this role, or none when the role is not assessed on a scale.
    pub const fn scale_use(self) -> Option<super::ScaleUse> {
        use super::ScaleUse;
        match self {
            Self::Goal | Self::Criterion | Self::Measure | Self::Promise | Self::Control => {
                Some(ScaleUse::Outcome)
            }
            Self::Activity | Self::Assignment => Some(ScaleUse::Progress),
            // Missions are assessed only where the model says so; risks are a matrix.
            Self::Direction | Self::Grouping | Self::Mission | Self::Risk | Self::External => None,
        }
    }

    /// Whether elements with this role are a link of the thread from vision to activity.
    pub const fn is_in_thread(self) -> bool {
        !matches!(self, Self::Measure | Self::Risk | Self::Control | Self::External)
    }
}
