//! The interface's texts in Swedish and English.
//!
//! Each slice keeps `sv.ftl` and `en.ftl` beside its code; the build turns every message into a
//! function of [`Texts`]. Words of the steering model do not stand here: they are tenant data.

mod format;

pub use domain::swedish_order::sort_key;
use format::push_count;
pub use format::{
    date, date_short, datetime, decimal, month_name, number_word, time_of_day, weekday,
};

/// A language of the interface.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Language {
    /// Swedish, the first language.
    #[default]
    Swedish,
    /// English.
    English,
}

impl Language {
    /// The code used in HTML and cookies.
    pub fn code(self) -> &'static str {
        match self {
            Self::Swedish => "sv",
            Self::English => "en",
        }
    }

    /// The language of a code; Swedish for anything unknown.
    pub fn from_code(code: &str) -> Self {
        if code == "en" { Self::English } else { Self::Swedish }
    }
}

/// The texts in one language: `texts.measures_title()`.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Texts {
    /// Which language.
    pub language: Language,
}

impl From<Language> for Texts {
    fn from(language: Language) -> Self {
        Self { language }
    }
}

mod generated {
    #![expect(clippy::all, clippy::pedantic, reason = "generated from the Fluent files")]
    use std::fmt::Write as _;

    use super::{Language, Texts};

    include!(concat!(env!("OUT_DIR"), "/texts.rs"));
}

pub use generated::KEYS;

#[cfg(test)]
mod tests {
    use super::KEYS;

    #[test]
    fn every_key_begins_with_the_name_of_a_folder() {
        let root = concat!(env!("CARGO_MANIFEST_DIR"), "/src");
        let folders: Vec<String> = std::fs::read_dir(root)
            .unwrap()
            .map(|entry| entry.unwrap())
            .filter(|entry| entry.file_type().unwrap().is_dir())
            .map(|entry| format!("{}-", entry.file_name().to_str().unwrap().replace('_', "-")))
            .collect();
        for key in KEYS {
            assert!(folders.iter().any(|folder| key.starts_with(folder.as_str())), "{key}");
        }
    }
}
