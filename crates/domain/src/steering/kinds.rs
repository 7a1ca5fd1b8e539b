//! The closed lists of the meta-model: what the program understands. Everything else in a steering model is data.

use std::fmt;

/// A closed list whose members have a fixed word in model files.
pub trait Closed: Copy + 'static {
    /// What the list is called in messages about model files.
    const LIST: &'static str;
    /// The words of all members, in the list's order.
    const KEYS: &'static [&'static str];
    /// The member that `key` names.
    fn from_key(key: &str) -> Option<Self>;
}

/// A word that is in none of the closed lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not in the closed list")]
pub struct NotInList;

macro_rules! closed {
    ($($(#[$doc:meta])* $name:ident, $list:literal { $($(#[$member_doc:meta])* $member:ident = $key:literal),+ $(,)? })+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$member_doc])* $member),+ }

        impl $name {
            /// All members in order.
            pub const ALL: &'static [Self] = &[$(Self::$member),+];

            /// The word used in model files.
            pub const fn key(self) -> &'static str {
                match self { $(Self::$member => $key),+ }
            }
        }

        impl Closed for $name {
            const LIST: &'static str = $list;
            const KEYS: &'static [&'static str] = &[$($key),+];
            fn from_key(key: &str) -> Option<Self> {
                match key { $($key => Some(Self::$member),)+ _ => None }
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::steering::NotInList;
            fn from_str(key: &str) -> Result<Self, $crate::steering::NotInList> {
                Self::from_key(key).ok_or($crate::steering::NotInList)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let key = String::deserialize(deserializer)?;
                Self::from_key(&key).ok_or_else(|| serde::de::Error::custom($crate::steering::NotInList))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(self.key())
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.key())
            }
        }
    )+};
}
pub(crate) use closed;

closed! {
    /// What an element type is to the program. Behaviour hangs on the role, never on the municipality's term.
    Role, "role" {
        /// Vision, values, strategy: gives direction and is never assessed.
        Direction = "direction",
        /// A heading that other elements are sorted under; assessed only as a roll-up.
        Grouping = "grouping",
        /// An intended state that is assessed.
        Goal = "goal",
        /// Permanent task given by law or regulations; may have a quality level.
        Mission = "mission",
        /// Work ordered by a body and reported back to it.
        Assignment = "assignment",
        /// What must hold for a goal or mission to be fulfilled.
        Criterion = "criterion",
        /// Something measured, with a series, targets and a direction.
        Measure = "measure",
        /// Planned work with a responsible and an end date.
        Activity = "activity",
        /// What citizens are told to expect, such as a service declaration.
        Promise = "promise",
        /// Something that may hinder a goal, with likelihood and consequence.
        Risk = "risk",
        /// A check in the internal control plan.
        Control = "control",
        /// A framework from outside, such as national goals; read-only.
        External = "external",
    }

    /// How a child element relates to its parent. The type graph has no cycles except an element type below itself.
    LinkKind, "link" {
        /// The parent is a heading for the child.
        Groups = "groups",
        /// Reaching the child helps to reach the parent.
        Contributes = "contributes",
        /// The child is a part of a parent with the same role.
        Decomposes = "decomposes",
        /// The child says more exactly what the parent means.
        Specifies = "specifies",
        /// The child measures the parent.
        Measures = "measures",
        /// The child carries out the parent.
        Executes = "executes",
        /// The child is a risk to the parent.
        Threatens = "threatens",
        /// The child lowers the parent risk.
        Mitigates = "mitigates",
    }

    /// How a proposal for an assessment is computed. A person always decides.
    RuleMethod, "method" {
        /// A person judges and gives the reason.
        Manual = "manual",
        /// From measures compared with their targets.
        FromMeasures = "from_measures",
        /// From the assessments of child elements.
        FromChildren = "from_children",
        /// From the assessments of criteria.
        FromCriteria = "from_criteria",
        /// From how much of the goal is covered and how well that part is fulfilled.
        CoverageXFulfilment = "coverage_x_fulfilment",
        /// From the expected outcome at the end of the period, on a scale of its own.
        Forecast = "forecast",
        /// The element is not assessed.
        None = "none",
    }

    /// How a target value is compared with an outcome.
    TargetKind, "target kind" {
        /// The outcome shall be the target or higher.
        AtLeast = "at_least",
        /// The outcome shall be the target or lower.
        AtMost = "at_most",
        /// The outcome shall be the target.
        Equal = "equal",
        /// The outcome shall lie between two values.
        Range = "range",
        /// The outcome shall be higher than the baseline.
        Increase = "increase",
        /// The outcome shall be lower than the baseline.
        Decrease = "decrease",
        /// The outcome shall be among the best share of those compared with.
        RankShare = "rank_share",
        /// The outcome shall be a stated milestone in words.
        MilestoneText = "milestone_text",
        /// The outcome shall be yes.
        YesNo = "yes_no",
        /// The measure is followed without a target.
        None = "none",
    }

    /// What a step in the yearly cycle is.
    CycleKind, "cycle kind" {
        /// Study of changes in the surrounding world.
        Omvarldsanalys = "omvarldsanalys",
        /// Directive and instructions for planning.
        Directive = "directive",
        /// Budget frames.
        Frames = "frames",
        /// Plan proposed.
        Plan = "plan",
        /// Budget decided by the council.
        Budget = "budget",
        /// Plan decided by the body that owns it.
        Decide = "decide",
        /// Work plans of units.
        Workplan = "workplan",
        /// Monthly follow-up.
        FollowupMonth = "followup_month",
        /// Follow-up of a part of the year.
        FollowupPart = "followup_part",
        /// Follow-up of the whole year.
        FollowupYear = "followup_year",
        /// Forecast for the year.
        Forecast = "forecast",
        /// Dialogue between levels, or between a body and those who work for it.
        Dialogue = "dialogue",
        /// Dialogue with citizens, which is no meeting of the body that invites them.
        CitizenDialogue = "citizen_dialogue",
        /// Evaluation.
        Evaluate = "evaluate",
        /// Survey or measurement.
        Survey = "survey",
        /// Review of the steering model itself.
        ReviewModel = "review_model",
        /// Evaluation by someone outside the municipality.
        ExternalEvaluation = "external_evaluation",
    }

    /// What a document is.
    DocumentKind, "document kind" {
        /// Vision.
        Vision = "vision",
        /// Strategy.
        Strategy = "strategy",
        /// Programme.
        Programme = "programme",
        /// Budget.
        Budget = "budget",
        /// Directive.
        Directive = "directive",
        /// Plan of a committee, board or administration.
        Plan = "plan",
        /// Work plan of a unit.
        Workplan = "workplan",
        /// Monthly report.
        MonthReport = "month_report",
        /// Report for a part of the year.
        PartReport = "part_report",
        /// Report for the whole year.
        AnnualReport = "annual_report",
        /// Quality report.
        QualityReport = "quality_report",
        /// Internal control plan.
        ControlPlan = "control_plan",
        /// Internal control report.
        ControlReport = "control_report",
        /// Declaration to citizens.
        Declaration = "declaration",
        /// Owner directive to a company.
        OwnerDirective = "owner_directive",
        /// Policy.
        Policy = "policy",
        /// Handbook.
        Handbook = "handbook",
        /// Register.
        Register = "register",
        /// Anything else.
        Other = "other",
    }

    /// What an organisational level is.
    OrgLevelKind, "organisational level kind" {
        /// The municipal council (kommunfullmäktige).
        Council = "council",
        /// The municipal executive board (kommunstyrelsen).
        ExecutiveBoard = "executive_board",
        /// A subcommittee of the executive board.
        ExecutiveSubcommittee = "executive_subcommittee",
        /// A committee (nämnd).
        Committee = "committee",
        /// A committee that steers other committees.
        ProgrammeCommittee = "programme_committee",
        /// A municipal company.
        Company = "company",
        /// A body shared with other municipalities.
        JointBody = "joint_body",
        /// An administration (förvaltning).
        Administration = "administration",
        /// A sector.
        Sector = "sector",
        /// A unit (enhet).
        Unit = "unit",
        /// An employee; personal data, off unless the municipality turns it on.
        Employee = "employee",
        /// A provider outside the municipality.
        Provider = "provider",
        /// A political party.
        Party = "party",
        /// The citizens.
        Citizens = "citizens",
    }

    /// How long an element of a type holds.
    HorizonKind, "horizon" {
        /// Until further notice.
        Open = "open",
        /// Many years, without an end date.
        LongYears = "long_years",
        /// The term of office.
        Term = "term",
        /// A stated number of years.
        Years = "years",
        /// One calendar year.
        Year = "year",
        /// A period that is not a calendar year, such as October to September.
        Period = "period",
        /// As long as a project runs.
        Project = "project",
    }
}
