//! Quoted words: who says what about which thing, the words, what belongs to them, and the origin.

use super::Page;
use super::escape::{element, escaped};
use crate::{Origin, Quote};

impl Page<'_> {
    pub(super) fn quote(&mut self, quote: &Quote) {
        self.raw("<figure class=\"quote\">");
        self.quote_head(quote);
        if !quote.text.is_blank() {
            self.raw("<blockquote>");
            self.paragraph("<p>", &quote.text);
            self.raw("</blockquote>");
        }
        if !quote.facts.is_empty() {
            self.facts(&quote.facts);
        }
        self.origin(quote);
        self.raw("</figure>");
    }

    /// Place, subject and judgement, for words that say what they are about.
    fn quote_head(&mut self, quote: &Quote) {
        if quote.about.is_empty() && quote.status.is_none() {
            return;
        }
        self.raw("<p class=\"quote-head\">");
        if !quote.about.is_empty() {
            element(&mut self.out, "<b>", &quote.origin.place, "</b> ");
            element(&mut self.out, "<span>", &quote.about, "</span> ");
        }
        if let Some(status) = &quote.status {
            self.status(status);
        }
        self.raw("</p>");
    }

    fn origin(&mut self, quote: &Quote) {
        let known = quote.origin_line();
        if known.is_empty() && !quote.automatic {
            return;
        }
        self.raw("<figcaption>");
        if !known.is_empty() {
            self.raw("<cite>");
            self.source(&quote.origin, &known);
            self.raw("</cite>");
        }
        if quote.automatic {
            let word = &self.labels.automatic;
            element(&mut self.out, " <span class=\"automatic\">", word, "</span>");
        }
        self.raw("</figcaption>");
    }

    /// The origin in words, linked when it is a path on the same site.
    fn source(&mut self, origin: &Origin, words: &str) {
        let path = &origin.address;
        if !path.starts_with('/') || path.starts_with("//") {
            escaped(&mut self.out, words);
            return;
        }
        element(&mut self.out, "<a href=\"", path, "\">");
        escaped(&mut self.out, words);
        self.raw("</a>");
    }
}
