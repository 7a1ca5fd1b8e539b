//! What can be said of a part as it stands: its words, what it asks for and whether it deviates.

use domain::followup::{Need, PartKind};

use super::parts::Part;

impl Part {
    /// The text that is read: the person's, else the automatic one.
    pub fn words(&self) -> &str {
        if self.text.is_empty() { &self.automatic_text } else { &self.text }
    }

    /// Whether the text that is read was made by rule.
    pub fn is_automatic(&self) -> bool {
        self.text.is_empty() && !self.automatic_text.is_empty()
    }

    /// Whether it goes as expected and is confirmed together with others.
    pub fn is_usual(&self) -> bool {
        !self.is_deviation() && matches!(self.kind, PartKind::Measure | PartKind::Activity)
    }

    /// Why it needs words as it stands: nothing where the figures no longer deviate.
    pub fn asks(&self) -> &[Need] {
        if self.eased { &[] } else { &self.needs }
    }

    /// Whether somebody has answered it as what deviates, of which a word alone is no sign.
    pub fn is_explained(&self) -> bool {
        self.kind == PartKind::Measure
            && (self.level.is_some() || !self.causes.is_empty() || !self.reason.is_empty())
    }

    /// Whether it deviates, or did when it was asked about or answered: its questions are shown then, so
    /// that what is answered is seen and can be changed.
    pub fn is_deviation(&self) -> bool {
        !self.needs.is_empty() || self.is_explained()
    }
}
