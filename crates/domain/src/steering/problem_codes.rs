//! Stable words for kinds of problem, for programs that read the summary.

use super::problem::Fault;

impl Fault {
    /// A stable word for the kind of problem, for programs.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooLarge { .. } => "too_large",
            Self::Binary => "binary",
            Self::NotUtf8 => "not_utf8",
            Self::Yaml { .. } => "yaml",
            Self::TooDeep { .. } => "too_deep",
            Self::TooManyNodes { .. } => "too_many_values",
            Self::AliasBomb { .. } => "alias_bomb",
            Self::SeveralDocuments => "several_documents",
            Self::ForeignTag { .. } => "foreign_tag",
            Self::DuplicateKey { .. } => "duplicate_key",
            Self::KeyNotText => "key_not_text",
            Self::UnknownFormat { .. } => "unknown_format",
            Self::MissingKey { .. } => "missing_key",
            Self::UnknownKey { .. } => "unknown_key",
            Self::WrongShape { .. } => "wrong_type",
            Self::EmptyText => "empty_text",
            Self::UnknownWord { .. } => "unknown_word",
            Self::BadId { .. } => "bad_id",
            Self::DuplicateId { .. } => "duplicate_id",
            Self::Dangling { .. } => "dangling",
            Self::LinkNotAllowed { .. } => "link_not_allowed",
            Self::TypeCycle { .. } => "type_cycle",
            Self::Orphan { .. } => "orphan",
            Self::MinOverMax { .. } => "min_over_max",
            Self::BadDate { .. } => "bad_date",
            Self::BadDayOfYear { .. } => "bad_day_of_year",
            Self::OutOfRange { .. } => "out_of_range",
            Self::EndsBeforeStart => "ends_before_start",
            Self::TooFew { .. } => "too_few",
            Self::TooMany { .. } => "too_many",
            Self::TooLong { .. } => "too_long",
            Self::Repeated { .. } => "repeated",
            Self::OnlyForMeasures { .. } => "only_for_measures",
            Self::NoMissingLevel => "no_missing_level",
            Self::OnlyMissingLevels => "only_missing_levels",
            Self::StepTime { .. } => "step_time",
            Self::More { .. } => "more",
        }
    }
}
