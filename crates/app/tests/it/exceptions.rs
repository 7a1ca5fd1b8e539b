//! What breaks a rule of the whole and is known to. These lists may only grow shorter: mend the
//! place and take its line away; a new line needs a reason that a reviewer accepts.

/// Addresses on pages whose slices are not in the route table yet; `*` stands for one part.
pub(crate) const LINKS_TO_COME: &[&str] = &[];

/// Something known, and why it is let be.
pub(crate) struct Known {
    /// As the test names it.
    pub(crate) what: &'static str,
    /// Why.
    #[expect(dead_code, reason = "for the reader of the list")]
    pub(crate) why: &'static str,
}

const fn known(what: &'static str, why: &'static str) -> Known {
    Known { what, why }
}

/// Pages that run more statements than the budget, by route.
pub(crate) const MANY_STATEMENTS: &[Known] = &[];

/// Uses of slices to the right.
pub(crate) const OUT_OF_ORDER: &[Known] = &[];

/// Statements that are not about one municipality.
pub(crate) const SQL_WITHOUT_TENANT: &[Known] = &[
    known(
        "crates/app/src/identity/store/tenants.rs select tenant from tenants where host = $2 and tenant <> $1",
        "finds the municipality by its host name",
    ),
    known(
        "crates/app/src/identity/store/tenants.rs select tenant, host, name from tenants where tenant <> $1 or",
        "lists the municipalities for the command line",
    ),
];

/// Tables written by others than their owner.
pub(crate) const OTHER_WRITERS: &[Known] = &[];

/// Files beyond their budget.
pub(crate) const LONG_FILES: &[Known] = &[];

/// Files with Swedish words in string literals.
pub(crate) const SWEDISH_IN_CODE: &[Known] = &[
    known("crates/app/src/error_page.rs", "the page for when no page can be made"),
    known("crates/app/src/i18n/format.rs", "names of days and months"),
    known("crates/domain/src/measures/mod.rs", "words that files of other systems use"),
    known(
        "crates/domain/src/steering/defaults.rs",
        "what a model gets that leaves a word out; data until a person decides",
    ),
    known("crates/domain/src/steering/explain.rs", "explains a model to its author, in Swedish"),
    known("crates/domain/src/steering/explain_en.rs", "quotes the model's words"),
    known(
        "crates/domain/src/steering/explain_open.rs",
        "explains a model to its author, in Swedish",
    ),
    known("crates/domain/src/steering/read/scales.rs", "words that models use for colours"),
];

/// Packages that are built in two versions.
pub(crate) const TWICE: &[&str] = &[
    "base64",
    "fallible-iterator",
    "fearless_simd",
    "getrandom",
    "hayro-ccitt",
    "miniz_oxide",
    "quick-xml",
    "rand",
    "rand_chacha",
    "rand_core",
    "roxmltree",
    "syn",
    "toml_datetime",
    "toml_edit",
    "vello_common",
    "winnow",
];
