//! What can be wrong with a model file: data only; the words stand in `explain`.

use super::kinds::{LinkKind, Role};

/// One thing wrong, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The place in the file by names and identities, such as `element_types.resultatmal.parents[1].link`.
    /// Empty when the whole file is meant.
    pub path: String,
    /// The line, from 1, where it is known.
    pub line: Option<u32>,
    /// What is wrong.
    pub fault: Fault,
}

/// What is wrong, with what is needed to explain it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// There is nothing in the file.
    Empty,
    /// The file is larger than a model file may be.
    TooLarge {
        /** Size of the file. */
        bytes: usize,
        /** Largest size allowed. */
        limit: usize,
    },
    /// The file is not text.
    Binary,
    /// The file is text in another encoding than UTF-8.
    NotUtf8,
    /// The file is not YAML.
    Yaml {
        /** What the parser says, in English. */
        detail: String,
    },
    /// Lists and mappings lie too deep inside one another.
    TooDeep {
        /** Largest depth allowed. */
        limit: usize,
    },
    /// There are too many values.
    TooManyNodes {
        /** Largest number allowed. */
        limit: u32,
    },
    /// Repeated values (`*alias`) grow out of proportion.
    AliasBomb {
        /** Largest number of values allowed. */
        limit: u32,
    },
    /// There is more than one YAML document.
    SeveralDocuments,
    /// A value has a YAML tag that says nothing in a model file.
    ForeignTag {
        /** The tag. */
        tag: String,
    },
    /// A mapping has the same key twice.
    DuplicateKey {
        /** The key. */
        key: String,
    },
    /// A key is a list or mapping.
    KeyNotText,
    /// The key `meta` names no format that can be read.
    UnknownFormat {
        /** What stands there. */
        found: String,
    },
    /// A key that must be there is not.
    MissingKey {
        /** The key. */
        key: &'static str,
    },
    /// A key that the format does not have.
    UnknownKey {
        /** The key. */
        key: String,
        /** A key it may be meant as. */
        nearest: Option<String>,
    },
    /// A value of the wrong kind.
    WrongShape {
        /** What is expected. */
        expected: Shape,
        /** What stands there. */
        found: Shape,
    },
    /// A text that must say something is empty.
    EmptyText,
    /// A word that is not in a closed list.
    UnknownWord {
        /// What the list is called.
        list: &'static str,
        /// The word.
        word: String,
        /// A word of the list it may be meant as.
        nearest: Option<String>,
        /// All words of the list.
        allowed: &'static [&'static str],
    },
    /// An identity with characters that it may not have.
    BadId {
        /** The identity. */
        id: String,
    },
    /// Two things in the same list have the same identity.
    DuplicateId {
        /** The identity. */
        id: String,
    },
    /// Something refers to what is not there.
    Dangling {
        /** Where it should be. */
        register: Register,
        /** The identity. */
        id: String,
        /** One it may be meant as. */
        nearest: Option<String>,
    },
    /// A link that the roles do not allow.
    LinkNotAllowed {
        /** Role of the child. */
        child: Role,
        /** The link. */
        link: LinkKind,
        /** The parent type. */
        parent_type: String,
        /** Role of the parent. */
        parent: Role,
    },
    /// Element types are one another's parents.
    TypeCycle {
        /** The types, from child to parent; the last one has the first one as parent. */
        types: Vec<String>,
    },
    /// A type of this role must have a parent and has none.
    Orphan {
        /** The role. */
        role: Role,
    },
    /// A smallest number is larger than the largest.
    MinOverMax {
        /** Smallest. */
        min: u32,
        /** Largest. */
        max: u32,
    },
    /// A text that should be a day.
    BadDate {
        /** The text. */
        text: String,
    },
    /// A text that should be a day of the year.
    BadDayOfYear {
        /** The text. */
        text: String,
    },
    /// A whole number outside its range.
    OutOfRange {
        /** What stands there. */
        found: String,
        /** Smallest allowed. */
        min: i64,
        /** Largest allowed. */
        max: i64,
    },
    /// The model ends before it begins.
    EndsBeforeStart,
    /// A list has too few members.
    TooFew {
        /** Smallest number of members. */
        min: usize,
        /** Number of members. */
        found: usize,
    },
    /// A list has too many members.
    TooMany {
        /** Largest number of members. */
        most: usize,
        /** Number of members. */
        found: usize,
    },
    /// A text is too long.
    TooLong {
        /** Most letters. */
        most: usize,
        /** Number of letters. */
        found: usize,
    },
    /// The same word stands twice where each tells one thing apart.
    Repeated {
        /** The word. */
        word: String,
    },
    /// A field is another name for what only measures have.
    OnlyForMeasures {
        /** What it is another name for. */
        word: &'static str,
    },
    /// A scale has no level for what is missing.
    NoMissingLevel,
    /// A scale has only levels for what is missing.
    OnlyMissingLevels,
    /// A cycle step does not say in exactly one way when it takes place.
    StepTime {
        /** How many ways it uses. */
        found: usize,
    },
    /// There are more problems than are listed.
    More {
        /** How many more. */
        count: usize,
    },
}

/// Kinds of value in a model file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Nothing.
    Nothing,
    /// True or false.
    Flag,
    /// A number.
    Number,
    /// A whole number.
    WholeNumber,
    /// A text.
    Text,
    /// A list.
    List,
    /// A mapping of keys to values.
    Mapping,
    /// A text or a whole number.
    TextOrNumber,
    /// A text, or a mapping with the forms of a term.
    TextOrMapping,
}

/// What can be referred to in a model.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Register {
    /// `org_levels`.
    OrgLevels,
    /// `element_types`.
    ElementTypes,
    /// `scales`.
    Scales,
    /// Levels of the scales.
    ScaleLevels,
    /// `assessment`.
    Assessments,
    /// `documents`.
    Documents,
    /// `sources`.
    Sources,
    /// Classes of measures.
    MeasureClasses,
}

impl Register {
    /// The key of the list in the file.
    pub const fn key(self) -> &'static str {
        match self {
            Self::OrgLevels => "org_levels",
            Self::ElementTypes => "element_types",
            Self::Scales => "scales",
            Self::ScaleLevels => "scales.levels",
            Self::Assessments => "assessment",
            Self::Documents => "documents",
            Self::Sources => "sources",
            Self::MeasureClasses => "element_types.classes",
        }
    }
}

impl Problem {
    /// A problem on a known line.
    pub(super) fn at(path: String, line: u32, fault: Fault) -> Self {
        Self { path, line: Some(line), fault }
    }

    /// A stable word for the kind of problem, for programs.
    pub fn code(&self) -> &'static str {
        self.fault.code()
    }
}
