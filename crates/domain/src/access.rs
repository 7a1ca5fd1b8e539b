//! Who may do what, where: a role held over a part of the organisation.

use serde::{Deserialize, Serialize};

use crate::ids::{GrantId, OrgUnitId, PersonId};
use crate::organisation::Organisation;

/// A role a person can hold. Closed: behaviour hangs on it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AccessRole {
    /// Runs the installation: model, organisation, people.
    Administrator,
    /// Leads planning and follow-up, judges quality of data.
    Controller,
    /// Answers for an org unit and what lies under it.
    Manager,
    /// Works in an org unit and helps writing.
    Staff,
    /// Sits in a body; reads what has been handed in.
    Elected,
    /// Answers for a private provider.
    Provider,
    /// Reviews: reads everything, the audit trail too.
    Auditor,
    /// Reads the thread.
    Reader,
}

impl AccessRole {
    /// All roles, most powerful first.
    pub const ALL: [Self; 8] = [
        Self::Administrator,
        Self::Controller,
        Self::Manager,
        Self::Staff,
        Self::Elected,
        Self::Provider,
        Self::Auditor,
        Self::Reader,
    ];

    /// The stored name.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Administrator => "administrator",
            Self::Controller => "controller",
            Self::Manager => "manager",
            Self::Staff => "staff",
            Self::Elected => "elected",
            Self::Provider => "provider",
            Self::Auditor => "auditor",
            Self::Reader => "reader",
        }
    }
}

impl std::str::FromStr for AccessRole {
    type Err = UnknownRole;

    fn from_str(text: &str) -> Result<Self, UnknownRole> {
        Self::ALL.into_iter().find(|role| role.code() == text).ok_or(UnknownRole)
    }
}

/// A name that is no role.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("no such role")]
pub struct UnknownRole;

/// Something a person wants to do.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Action {
    /// Read goals, measures, activities and adopted plans.
    ReadThread,
    /// Read accounts that are not handed in yet.
    ReadDrafts,
    /// Create and change goals, assignments, activities, measures and their links.
    Plan,
    /// Record that a body has decided.
    Adopt,
    /// Record values of measures.
    RecordOutcome,
    /// Say that a value is checked.
    Verify,
    /// Read files of values in, for the whole of a subtree.
    Import,
    /// Write an account.
    Report,
    /// Analyse why something became as it became: write, conclude, throw away.
    Analyse,
    /// Hand an account in.
    Submit,
    /// Return or approve accounts of subordinate org units.
    Approve,
    /// Change the organisation.
    Organise,
    /// Invite people and give roles.
    ManagePeople,
    /// Change the steering model.
    ManageModel,
    /// Read the audit trail.
    Audit,
    /// Follow how planning and following up go: who has handed in, what deviates and what is done.
    Oversee,
    /// Read what those who work with the steering say to each other about it.
    ReadComments,
    /// Say something, ask somebody.
    Comment,
    /// Take away what others have said, with a reason.
    Moderate,
}

impl Action {
    /// All actions.
    pub const ALL: [Self; 19] = [
        Self::ReadThread,
        Self::ReadDrafts,
        Self::Plan,
        Self::Adopt,
        Self::RecordOutcome,
        Self::Verify,
        Self::Import,
        Self::Report,
        Self::Analyse,
        Self::Submit,
        Self::Approve,
        Self::Organise,
        Self::ManagePeople,
        Self::ManageModel,
        Self::Audit,
        Self::Oversee,
        Self::ReadComments,
        Self::Comment,
        Self::Moderate,
    ];

    /// Whether doing this changes nothing.
    pub fn is_reading(self) -> bool {
        matches!(
            self,
            Self::ReadThread | Self::ReadDrafts | Self::Audit | Self::Oversee | Self::ReadComments
        )
    }

    /// Whether doing this administers the system itself: who may do what, and what everything
    /// hangs on. Whoever does it must lately have shown who they are.
    pub fn is_administration(self) -> bool {
        matches!(self, Self::Organise | Self::ManagePeople | Self::ManageModel)
    }
}

/// Whether a role allows an action within the subtree it is held over.
pub fn allows(role: AccessRole, action: Action) -> bool {
    use AccessRole as R;
    use Action as A;
    match action {
        A::ReadThread => true,
        A::ReadDrafts | A::ReadComments => {
            matches!(
                role,
                R::Administrator | R::Controller | R::Manager | R::Staff | R::Provider | R::Auditor
            )
        }
        A::Plan | A::Verify => matches!(role, R::Administrator | R::Controller | R::Manager),
        A::Adopt | A::Import | A::Moderate => matches!(role, R::Administrator | R::Controller),
        A::RecordOutcome | A::Comment => {
            matches!(role, R::Administrator | R::Controller | R::Manager | R::Staff | R::Provider)
        }
        A::Report => matches!(role, R::Manager | R::Staff | R::Provider),
        A::Analyse => matches!(role, R::Controller | R::Manager | R::Staff | R::Provider),
        A::Submit => matches!(role, R::Manager | R::Provider),
        A::Approve => matches!(role, R::Manager | R::Controller),
        A::Organise | A::ManagePeople | A::ManageModel => role == R::Administrator,
        A::Oversee => {
            matches!(role, R::Administrator | R::Controller | R::Manager | R::Elected | R::Auditor)
        }
        A::Audit => matches!(role, R::Administrator | R::Auditor),
    }
}

/// A role held over an org unit and everything under it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Grant {
    /// Identity.
    pub id: GrantId,
    /// The role.
    pub role: AccessRole,
    /// The top of the subtree.
    pub org_unit: OrgUnitId,
}

/// A person and what they may do.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Person {
    /// Identity.
    pub id: PersonId,
    /// Full name.
    pub name: String,
    /// What they do, such as the title of their post.
    pub title: String,
    /// Roles held today.
    pub grants: Vec<Grant>,
}

impl Person {
    /// Whether the person may do this somewhere.
    pub fn may_somewhere(&self, action: Action) -> bool {
        self.grants.iter().any(|grant| allows(grant.role, action))
    }

    /// Whether the person may do this to something that belongs to the org unit.
    ///
    /// Approving takes a role held *above* the org unit: nobody approves their own account.
    pub fn may(&self, action: Action, org_unit: OrgUnitId, organisation: &Organisation) -> bool {
        self.grants.iter().any(|grant| {
            allows(grant.role, action)
                && organisation.is_within(org_unit, grant.org_unit)
                && !(action == Action::Approve
                    && grant.role == AccessRole::Manager
                    && grant.org_unit == org_unit)
        })
    }

    /// Whether the person holds the role anywhere.
    pub fn has_role(&self, role: AccessRole) -> bool {
        self.grants.iter().any(|grant| grant.role == role)
    }

    /// The role the person's first page is made for: the one they work in most.
    pub fn main_role(&self) -> AccessRole {
        [
            AccessRole::Manager,
            AccessRole::Controller,
            AccessRole::Administrator,
            AccessRole::Elected,
            AccessRole::Provider,
            AccessRole::Auditor,
            AccessRole::Staff,
        ]
        .into_iter()
        .find(|role| self.has_role(*role))
        .unwrap_or(AccessRole::Reader)
    }

    /// The org unit of the person's main role.
    pub fn home(&self) -> Option<OrgUnitId> {
        let role = self.main_role();
        self.grants.iter().find(|grant| grant.role == role).map(|grant| grant.org_unit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::organisation::tests::small;

    fn person(role: AccessRole, org_unit: OrgUnitId) -> Person {
        let grant = Grant { id: GrantId::from([9; 16]), role, org_unit };
        Person {
            id: PersonId::from([1; 16]),
            name: "Amira".to_owned(),
            title: String::new(),
            grants: vec![grant],
        }
    }

    #[test]
    fn a_role_reaches_down_but_not_up() {
        let (organisation, [council, committee, school]) = small();
        let manager = person(AccessRole::Manager, committee);
        assert!(manager.may(Action::Plan, school, &organisation));
        assert!(manager.may(Action::Plan, committee, &organisation));
        assert!(!manager.may(Action::Plan, council, &organisation));
    }

    #[test]
    fn nobody_approves_their_own_account() {
        let (organisation, [_, committee, school]) = small();
        let manager = person(AccessRole::Manager, committee);
        assert!(manager.may(Action::Approve, school, &organisation));
        assert!(!manager.may(Action::Approve, committee, &organisation));
    }

    #[test]
    fn who_leads_decides_or_reviews_oversees_and_who_only_works_or_reads_does_not() {
        use AccessRole as R;
        for role in R::ALL {
            let expected = !matches!(role, R::Staff | R::Provider | R::Reader);
            assert_eq!(allows(role, Action::Oversee), expected, "{role:?}");
        }
    }

    #[test]
    fn who_only_administers_the_system_writes_neither_accounts_nor_analyses() {
        for role in AccessRole::ALL {
            let works = allows(role, Action::Report) || role == AccessRole::Controller;
            assert_eq!(allows(role, Action::Analyse), works, "{role:?}");
        }
        assert!(!allows(AccessRole::Administrator, Action::Analyse));
    }

    #[test]
    fn readers_and_elected_change_nothing() {
        for role in [AccessRole::Reader, AccessRole::Elected, AccessRole::Auditor] {
            for action in Action::ALL {
                assert!(action.is_reading() || !allows(role, action), "{role:?} {action:?}");
            }
        }
    }
}
