//! Where a section stands, and the table of contents that links there.

use super::escape::escaped;
use crate::{Report, Section};

/// The table of contents as nested lists of links to the headings of [`render`].
pub fn contents(report: &Report) -> String {
    let mut out = String::new();
    entries(&mut out, &report.sections, &Place::root(report.numbered));
    out
}

fn entries(out: &mut String, sections: &[Section], parent: &Place) {
    if sections.is_empty() {
        return;
    }
    out.push_str("<ol class=\"report-contents\">");
    for (index, section) in sections.iter().enumerate() {
        let place = parent.inner(index);
        out.push_str("<li><a href=\"#");
        out.push_str(&place.id());
        out.push_str("\">");
        out.push_str(&place.number());
        escaped(out, &section.title);
        out.push_str("</a>");
        entries(out, &section.sections, &place);
        out.push_str("</li>");
    }
    out.push_str("</ol>");
}

/// Where a section stands: its ordinal on each level.
pub(super) struct Place {
    ordinals: Vec<usize>,
    numbered: bool,
}

impl Place {
    pub(super) fn root(numbered: bool) -> Self {
        Self { ordinals: Vec::new(), numbered }
    }

    pub(super) fn inner(&self, index: usize) -> Self {
        let mut ordinals = self.ordinals.clone();
        ordinals.push(index + 1);
        Self { ordinals, numbered: self.numbered }
    }

    pub(super) fn joined(&self, by: &str) -> String {
        let parts: Vec<String> = self.ordinals.iter().map(ToString::to_string).collect();
        parts.join(by)
    }

    pub(super) fn id(&self) -> String {
        format!("s{}", self.joined("-"))
    }

    pub(super) fn number(&self) -> String {
        if !self.numbered {
            return String::new();
        }
        format!("<span class=\"number\">{}</span> ", self.joined("."))
    }

    pub(super) fn heading(&self) -> &'static str {
        match self.ordinals.len() {
            1 => "h2",
            2 => "h3",
            3 => "h4",
            4 => "h5",
            _ => "h6",
        }
    }
}
