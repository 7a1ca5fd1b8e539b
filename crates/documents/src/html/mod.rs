//! The report as a fragment of semantic HTML: headings from h2, real tables, figures and quotes.
//!
//! No inline style and no script, so it fits a page with a strict content security policy. The
//! page supplies the h1, the style sheet and the language of the document.

mod contents;
mod escape;
mod parts;
mod quote;
mod symbol;
mod table;

use crate::figure::clean;
use crate::{
    Block, Emphasis, Fact, Figure, KeyFigure, Labels, List, Note, Report, Section, Status, Text,
};
use contents::Place;
pub use contents::contents;
use escape::{element, escaped};
pub use parts::{Chapter, Part, parts};

/// The cover facts and all sections. Faults that stop a PDF do not stop this: a drawing that may
/// not be embedded is replaced by its text alternative.
pub fn render(report: &Report) -> String {
    parts(report, usize::MAX).into_iter().map(|part| part.html).collect()
}

/// The fragment being written, with the running numbers of its tables and figures.
struct Page<'a> {
    out: String,
    labels: &'a Labels,
    tables: usize,
    figures: usize,
}

impl Page<'_> {
    /// The heading of a section, which is left open.
    fn open(&mut self, section: &Section, place: &Place) {
        let (heading, id) = (place.heading(), place.id());
        self.raw(&format!("<section aria-labelledby=\"{id}\"><{heading} id=\"{id}\">"));
        self.raw(&place.number());
        escaped(&mut self.out, &section.title);
        self.raw(&format!("</{heading}>"));
    }

    fn section(&mut self, section: &Section, place: &Place) {
        self.open(section, place);
        for block in &section.blocks {
            self.block(block);
        }
        for (index, inner) in section.sections.iter().enumerate() {
            self.section(inner, &place.inner(index));
        }
        self.raw("</section>");
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Lead { text } => self.paragraph("<p class=\"lead\">", text),
            Block::Paragraph { text } => self.paragraph("<p>", text),
            Block::Status { status, text } => {
                self.raw("<p class=\"judgement\">");
                self.status(status);
                self.raw(" ");
                self.text(text);
                self.raw("</p>");
            }
            Block::Quote(quote) => self.quote(quote),
            Block::Table(table) => self.table(table),
            Block::Figure(figure) => self.figure(figure),
            Block::Facts { facts } => self.facts(facts),
            Block::List(list) => self.list(list),
            Block::KeyFigures { figures } => self.key_figures(figures),
            Block::Note(note) => self.note(note),
            Block::PageBreak => {}
        }
    }

    fn paragraph(&mut self, start: &str, text: &Text) {
        self.raw(start);
        self.text(text);
        self.raw("</p>");
    }

    fn figure(&mut self, figure: &Figure) {
        self.figures += 1;
        self.raw("<figure class=\"drawing\">");
        if !figure.finding.is_empty() {
            element(&mut self.out, "<p class=\"finding\">", &figure.finding, "</p>");
        }
        match clean(&figure.svg) {
            Ok(svg) => {
                let label = format!("{} {}", self.labels.figure, self.figures);
                let start =
                    "<div class=\"drawing-scroll\" role=\"group\" tabindex=\"0\" aria-label=\"";
                element(&mut self.out, start, &label, "\">");
                element(&mut self.out, "<div role=\"img\" aria-label=\"", &figure.alt, "\">");
                self.raw(&svg);
                self.raw("</div></div>");
            }
            Err(_) => element(&mut self.out, "<p>", &figure.alt, "</p>"),
        }
        self.raw("<figcaption>");
        let label = format!("{} {}", self.labels.figure, self.figures);
        self.caption(&label, &figure.caption, &figure.source);
        self.raw("</figcaption></figure>");
    }

    fn caption(&mut self, label: &str, caption: &str, source: &str) {
        element(&mut self.out, "<span class=\"number\">", label, "</span> ");
        escaped(&mut self.out, caption);
        if !source.is_empty() {
            let source = format!("{}: {source}", self.labels.source);
            element(&mut self.out, " <span class=\"source\">", &source, "</span>");
        }
    }

    fn facts(&mut self, facts: &[Fact]) {
        self.raw("<dl class=\"facts\">");
        for fact in facts {
            element(&mut self.out, "<dt>", &fact.name, "</dt>");
            self.raw("<dd>");
            self.text(&fact.value);
            self.raw("</dd>");
        }
        self.raw("</dl>");
    }

    fn list(&mut self, list: &List) {
        let name = if list.ordered { "ol" } else { "ul" };
        self.raw(&format!("<{name}>"));
        for item in &list.items {
            self.raw("<li>");
            self.text(item);
            self.raw("</li>");
        }
        self.raw(&format!("</{name}>"));
    }

    fn key_figures(&mut self, figures: &[KeyFigure]) {
        self.raw("<ul class=\"key-figures\">");
        for figure in figures {
            element(&mut self.out, "<li><b>", &figure.value, "</b> ");
            escaped(&mut self.out, &figure.name);
            if let Some(status) = &figure.status {
                self.raw(" ");
                self.status(status);
            }
            if !figure.note.is_empty() {
                element(&mut self.out, " <small>", &figure.note, "</small>");
            }
            self.raw("</li>");
        }
        self.raw("</ul>");
    }

    fn note(&mut self, note: &Note) {
        self.raw("<aside class=\"note\">");
        if !note.title.is_empty() {
            element(&mut self.out, "<p><strong>", &note.title, "</strong></p>");
        }
        self.paragraph("<p>", &note.text);
        self.raw("</aside>");
    }

    fn status(&mut self, status: &Status) {
        symbol::write(&mut self.out, status);
    }

    fn text(&mut self, text: &Text) {
        for run in &text.0 {
            let (start, end) = match run.emphasis {
                Emphasis::Plain => ("", ""),
                Emphasis::Stress => ("<em>", "</em>"),
                Emphasis::Strong => ("<strong>", "</strong>"),
            };
            self.raw(start);
            if let Some(language) = &run.language {
                element(&mut self.out, "<span lang=\"", language, "\">");
            }
            escaped(&mut self.out, &run.text);
            self.raw(if run.language.is_some() { "</span>" } else { "" });
            self.raw(end);
        }
    }

    fn raw(&mut self, markup: &str) {
        self.out.push_str(markup);
    }
}
