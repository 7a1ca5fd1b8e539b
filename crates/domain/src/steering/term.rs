//! A word of the municipality in the forms that sentences and headings need.

/// A Swedish term in its four forms, as it is written inside a sentence: *resultatmål*, not *Resultatmål*.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// *ett* **resultatmål**.
    pub singular: String,
    /// *flera* **resultatmål**.
    pub plural: String,
    /// **resultatmålet**.
    pub definite: String,
    /// **resultatmålen**.
    pub definite_plural: String,
    /// An English label for the English interface.
    pub en: Option<String>,
}

impl Term {
    /// Whether anybody has stated forms beside the first.
    pub fn is_inflected(&self) -> bool {
        self.definite_plural != self.singular || self.plural != self.singular
    }

    /// A word whose other forms nobody has stated: all four are the same until someone does.
    pub fn uninflected(word: impl Into<String>) -> Self {
        let singular: String = word.into();
        Self {
            plural: singular.clone(),
            definite: singular.clone(),
            definite_plural: singular.clone(),
            singular,
            en: None,
        }
    }
}

/// A form of a term as the first word of a heading or sentence.
pub fn capitalised(form: &str) -> String {
    let mut letters = form.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::capitalised;

    #[test]
    fn a_heading_begins_with_a_capital_also_in_swedish() {
        assert_eq!(capitalised("årshjul"), "Årshjul");
        assert_eq!(capitalised("KF:s mål"), "KF:s mål");
        assert_eq!(capitalised(""), "");
    }
}
