//! A long report in parts that are read one at a time: cut between sections, with the numbers that
//! headings, tables and figures have in the whole.

use super::Page;
use super::contents::Place;
use crate::{Report, Section};

/// A part of a report.
pub struct Part {
    /// The fragment.
    pub html: String,
    /// The sections of the first level that stand in it.
    pub chapters: Vec<Chapter>,
}

/// A section of the first level, as far as it stands in a part.
pub struct Chapter {
    /// Its title.
    pub title: String,
    /// The titles of the sections of the second level.
    pub sections: Vec<String>,
    /// Whether it stands in other parts too.
    pub is_cut: bool,
}

impl Chapter {
    fn of(section: &Section, is_cut: bool) -> Self {
        Self { title: section.title.clone(), sections: Vec::new(), is_cut }
    }
}

/// The report as by [`super::render`], cut where a part has come to `enough` bytes and a section of the
/// first or second level ends. The heading of a section that is cut stands in each of its parts.
/// A report without sections is one part.
pub fn parts(report: &Report, enough: usize) -> Vec<Part> {
    let mut page = Page { out: String::new(), labels: &report.labels, tables: 0, figures: 0 };
    let (mut parts, mut chapters) = (Vec::new(), Vec::new());
    if !report.facts.is_empty() {
        page.facts(&report.facts);
    }
    let mut cut = |page: &mut Page<'_>, chapters: &mut Vec<Chapter>| {
        let html = std::mem::take(&mut page.out);
        parts.push(Part { html, chapters: std::mem::take(chapters) });
    };
    let root = Place::root(report.numbered);
    for (index, section) in report.sections.iter().enumerate() {
        if index > 0 && page.out.len() >= enough {
            cut(&mut page, &mut chapters);
        }
        let place = root.inner(index);
        chapters.push(Chapter::of(section, false));
        page.open(section, &place);
        for block in &section.blocks {
            page.block(block);
        }
        for (index, inner) in section.sections.iter().enumerate() {
            if index > 0 && page.out.len() >= enough {
                page.raw("</section>");
                if let Some(chapter) = chapters.last_mut() {
                    chapter.is_cut = true;
                }
                cut(&mut page, &mut chapters);
                chapters.push(Chapter::of(section, true));
                page.open(section, &place);
            }
            if let Some(chapter) = chapters.last_mut() {
                chapter.sections.push(inner.title.clone());
            }
            page.section(inner, &place.inner(index));
        }
        page.raw("</section>");
    }
    cut(&mut page, &mut chapters);
    parts
}
