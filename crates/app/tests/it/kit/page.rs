//! A page as it was received: its words, headings, links and tables.

use scraper::Html;

use super::elements::{all, attr, called, css, squeeze, within, words};

/// A received page.
pub(crate) struct Page {
    html: Html,
}

impl Page {
    /// Reads a page.
    pub(crate) fn parse(text: &str) -> Self {
        Self { html: Html::parse_document(text) }
    }

    /// The parsed document.
    pub(crate) fn html(&self) -> &Html {
        &self.html
    }

    /// The words of the main part, as one line.
    pub(crate) fn text(&self) -> String {
        all(&self.html, "main").first().map(|main| words(*main)).unwrap_or_default()
    }

    /// Whether the main part says this.
    pub(crate) fn says(&self, text: &str) -> bool {
        self.text().contains(&squeeze(text))
    }

    /// The heading of the page.
    pub(crate) fn heading(&self) -> String {
        all(&self.html, "h1").first().map(|heading| words(*heading)).unwrap_or_default()
    }

    /// What the tab is called.
    pub(crate) fn title(&self) -> String {
        all(&self.html, "title").first().map(|title| words(*title)).unwrap_or_default()
    }

    /// Texts of the elements a CSS selector finds.
    pub(crate) fn texts(&self, selector: &str) -> Vec<String> {
        all(&self.html, selector).into_iter().map(words).collect()
    }

    /// Links: what they are called and where they lead.
    pub(crate) fn links(&self) -> Vec<(String, String)> {
        all(&self.html, "a[href]")
            .into_iter()
            .map(|link| (called(link), attr(link, "href").to_owned()))
            .collect()
    }

    /// Rows of the table with this caption (or whose caption begins so), the head row first.
    pub(crate) fn table(&self, caption: &str) -> Vec<Vec<String>> {
        let tables = all(&self.html, "table");
        let captions: Vec<String> = tables
            .iter()
            .map(|table| within(*table, "caption").first().map(|it| words(*it)).unwrap_or_default())
            .collect();
        let at = captions.iter().position(|found| found.starts_with(caption));
        let at =
            at.unwrap_or_else(|| panic!("no table is called {caption:?}; there are {captions:?}"));
        within(tables[at], "tr")
            .into_iter()
            .map(|row| row.select(&css("th, td")).map(words).collect())
            .collect()
    }

    /// What a refused form says is wrong, in the summary above it.
    pub(crate) fn problems(&self) -> Vec<String> {
        self.texts("#error-summary li")
    }
}
