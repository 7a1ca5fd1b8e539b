//! Whose work is shown: the municipality's own, that of private providers, or both.

/// Whose work is shown.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(super) enum Provision {
    /// All.
    #[default]
    All,
    /// The municipality's own.
    Own,
    /// Others' on behalf of the municipality.
    Providers,
}

impl Provision {
    pub(super) const ALL: [Self; 3] = [Self::All, Self::Own, Self::Providers];

    pub(super) fn code(self) -> &'static str {
        match self {
            Self::All => "alla",
            Self::Own => "egen",
            Self::Providers => "utforare",
        }
    }
}
