//! The only place that writes SVG text: elements, attributes, escaping and numbers.

use std::fmt::Write;

use crate::path::PathData;
use crate::theme::{Ink, Theme};

/// The accessible name of a chart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Caption {
    /// Unique on the page; the ids of title and description are derived from it.
    pub id: String,
    /// What the picture shows, one phrase.
    pub title: String,
    /// What there is to see in it, one or two sentences with the key values.
    pub desc: String,
}

/// The outer element of a picture.
pub(crate) struct Frame<'a> {
    pub(crate) class: &'a str,
    pub(crate) width: f64,
    pub(crate) height: f64,
    /// Size on the page, for pictures that do not follow their container.
    pub(crate) size: Option<(f64, f64)>,
    /// `preserveAspectRatio`, when it is not the usual.
    pub(crate) fit: Option<&'a str>,
}

impl<'a> Frame<'a> {
    pub(crate) fn new(class: &'a str, width: f64, height: f64) -> Self {
        Self { class, width, height, size: None, fit: None }
    }
}

/// SVG text in the making.
pub(crate) struct Canvas<'t> {
    out: String,
    pub(crate) theme: Theme<'t>,
}

impl<'t> Canvas<'t> {
    /// Starts a picture that informs. `variant` keeps ids apart when one chart is drawn twice.
    pub(crate) fn informing(
        theme: Theme<'t>,
        frame: &Frame<'_>,
        caption: &Caption,
        variant: &str,
    ) -> Self {
        Self::named(theme, frame, (caption, variant), "img")
    }

    /// Starts a picture with links in it: assistive technology goes into it.
    pub(crate) fn leading(theme: Theme<'t>, frame: &Frame<'_>, caption: &Caption) -> Self {
        Self::named(theme, frame, (caption, ""), "group")
    }

    fn named(
        theme: Theme<'t>,
        frame: &Frame<'_>,
        (caption, variant): (&Caption, &str),
        role: &str,
    ) -> Self {
        let id = format!("{}{variant}", safe_id(&caption.id));
        let mut canvas = Self { out: String::with_capacity(4096), theme };
        let font = theme.text_font();
        canvas
            .root(frame)
            .attr("role", role)
            .attr("aria-labelledby", &format!("{id}-t {id}-d"))
            .attr("font-family", font)
            .open();
        canvas.tag("title").attr("id", &format!("{id}-t")).text(&caption.title);
        canvas.tag("desc").attr("id", &format!("{id}-d")).text(&caption.desc);
        canvas
    }

    /// Starts a picture that assistive technology passes by.
    pub(crate) fn decorative(theme: Theme<'t>, frame: &Frame<'_>) -> Self {
        let mut canvas = Self { out: String::with_capacity(1024), theme };
        canvas.root(frame).attr("aria-hidden", "true").open();
        canvas
    }

    /// Starts a decorative picture whose drawing grid and size differ.
    pub(crate) fn sized(theme: Theme<'t>, class: &str, grid: (f64, f64), size: (f64, f64)) -> Self {
        let mut canvas = Self { out: String::with_capacity(512), theme };
        let frame = Frame { size: Some(size), ..Frame::new(class, grid.0, grid.1) };
        canvas.root(&frame).attr("aria-hidden", "true").open();
        canvas
    }

    fn root(&mut self, frame: &Frame<'_>) -> Tag<'_, 't> {
        let mut view = String::from("0 0 ");
        push_number(&mut view, frame.width);
        view.push(' ');
        push_number(&mut view, frame.height);
        // Inside a page the HTML parser knows the namespace; a document renderer needs it said.
        let print = !self.theme.is_screen();
        let mut tag = self.tag("svg");
        if print {
            tag = tag.attr("xmlns", "http://www.w3.org/2000/svg");
        }
        let natural = print.then_some((frame.width, frame.height));
        if let Some((width, height)) = frame.size.or(natural) {
            tag = tag.num("width", width).num("height", height);
        }
        tag = tag.attr("class", frame.class).attr("viewBox", &view);
        match frame.fit {
            Some(fit) => tag.attr("preserveAspectRatio", fit),
            None => tag,
        }
    }

    /// Starts an element; end it with [`Tag::end`], [`Tag::open`] or [`Tag::text`].
    pub(crate) fn tag(&mut self, name: &'static str) -> Tag<'_, 't> {
        self.out.push('<');
        self.out.push_str(name);
        Tag { canvas: self, name }
    }

    /// Starts a group whose attributes the elements inside inherit.
    pub(crate) fn group(&mut self) -> Tag<'_, 't> {
        self.tag("g")
    }

    pub(crate) fn end_group(&mut self) {
        self.out.push_str("</g>");
    }

    /// Starts a link; what is drawn until [`Canvas::end_link`] leads there.
    pub(crate) fn link(&mut self) -> Tag<'_, 't> {
        self.tag("a")
    }

    pub(crate) fn end_link(&mut self) {
        self.out.push_str("</a>");
    }

    /// A horizontal line.
    pub(crate) fn rule(&mut self, x0: f64, x1: f64, y: f64) -> Tag<'_, 't> {
        let d = PathData::new().move_to(x0, y).horizontal(x1);
        self.tag("path").attr("d", &d.0)
    }

    pub(crate) fn finish(mut self) -> String {
        self.out.push_str("</svg>");
        self.out
    }
}

/// One element being written.
#[must_use]
pub(crate) struct Tag<'c, 't> {
    canvas: &'c mut Canvas<'t>,
    name: &'static str,
}

impl Tag<'_, '_> {
    pub(crate) fn attr(self, name: &str, value: &str) -> Self {
        let out = &mut self.canvas.out;
        out.push(' ');
        out.push_str(name);
        out.push_str("=\"");
        push_escaped(out, value);
        out.push('"');
        self
    }

    pub(crate) fn num(self, name: &str, value: f64) -> Self {
        let mut text = String::new();
        push_number(&mut text, value);
        self.attr(name, &text)
    }

    pub(crate) fn ink(self, name: &str, ink: Ink) -> Self {
        let colour = self.canvas.theme.colour(ink);
        self.attr(name, colour)
    }

    /// Fill of a bullet graph's band: tints of one hue, paler the better.
    pub(crate) fn band(self, from_best: usize) -> Self {
        let (opacity, in_print) = match from_best {
            0 => (".07", "#EFEFEF"),
            1 => (".15", "#DCDEDD"),
            2 => (".23", "#CACCCC"),
            3 => (".31", "#B7BABA"),
            _ => (".39", "#A4A8A7"),
        };
        if self.canvas.theme.is_screen() {
            self.ink("fill", Ink::Text).attr("fill-opacity", opacity)
        } else {
            self.attr("fill", in_print)
        }
    }

    /// Stroke without fill, as lines are drawn.
    pub(crate) fn stroke(self, ink: Ink, width: f64) -> Self {
        self.attr("fill", "none").ink("stroke", ink).num("stroke-width", width)
    }

    pub(crate) fn heading_font(self) -> Self {
        let font = self.canvas.theme.heading_font();
        self.attr("font-family", font)
    }

    /// An outline in the surface's colour behind the letters, so that lines never cut them.
    pub(crate) fn halo(self, ink: Ink) -> Self {
        self.ink("stroke", ink)
            .num("stroke-width", 3.0)
            .attr("stroke-linejoin", "round")
            .attr("paint-order", "stroke")
    }

    pub(crate) fn open(self) {
        self.canvas.out.push('>');
    }

    pub(crate) fn end(self) {
        self.canvas.out.push_str("/>");
    }

    pub(crate) fn text(self, content: &str) {
        let out = &mut self.canvas.out;
        out.push('>');
        push_escaped(out, content);
        out.push_str("</");
        out.push_str(self.name);
        out.push('>');
    }
}

/// Writes at most one decimal, never an exponent, a negative zero or a non-number.
pub(crate) fn push_number(out: &mut String, value: f64) {
    let tenths = (value * 10.0).round() / 10.0;
    let safe = if tenths.is_finite() && tenths != 0.0 { tenths } else { 0.0 };
    let text = format!("{safe:.1}");
    out.push_str(text.strip_suffix(".0").unwrap_or(&text));
}

fn push_escaped(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\t' | '\n' | '\r' => out.push(' '),
            // Characters XML 1.0 has no way to write are left out.
            c if c.is_control() || matches!(c, '\u{FFFE}' | '\u{FFFF}') => {}
            c => out.push(c),
        }
    }
}

/// Keeps ids within the letters that need no escaping anywhere, and different ids different.
fn safe_id(id: &str) -> String {
    let mut safe = String::with_capacity(id.len());
    for c in id.chars() {
        if c.is_ascii_alphanumeric() || c == '-' {
            safe.push(c);
        } else {
            // Writing to a string cannot fail.
            let _ = write!(safe, "_{:x}_", u32::from(c));
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(value: f64) -> String {
        let mut out = String::new();
        push_number(&mut out, value);
        out
    }

    #[test]
    fn numbers_have_at_most_one_decimal_and_no_negative_zero() {
        assert_eq!(number(12.0), "12");
        assert_eq!(number(12.345), "12.3");
        assert_eq!(number(-0.04), "0");
        assert_eq!(number(-1.25), "-1.3");
    }

    #[test]
    fn a_number_that_is_none_is_written_as_zero() {
        assert_eq!(number(f64::NAN), "0");
        assert_eq!(number(f64::INFINITY), "0");
    }

    #[test]
    fn different_ids_stay_different_after_cleaning() {
        assert_eq!(safe_id("sjuk-1"), "sjuk-1");
        assert_ne!(safe_id("a b"), safe_id("a_b"));
        assert!(!safe_id("\"><script>").contains(['<', '>', '"', ' ']));
    }
}
