//! Reading elements of a page the way a person or a screen reader does.

use scraper::{ElementRef, Html, Selector};

/// A selector written in a test.
pub(super) fn css(selector: &str) -> Selector {
    Selector::parse(selector).unwrap_or_else(|error| panic!("{selector}: {error}"))
}

/// The elements a selector finds, in the order of the page.
pub(super) fn all<'h>(html: &'h Html, selector: &str) -> Vec<ElementRef<'h>> {
    html.select(&css(selector)).collect()
}

/// The elements a selector finds inside another.
pub(super) fn within<'h>(element: ElementRef<'h>, selector: &str) -> Vec<ElementRef<'h>> {
    element.select(&css(selector)).collect()
}

/// An attribute, empty when absent.
pub(super) fn attr<'h>(element: ElementRef<'h>, name: &str) -> &'h str {
    element.value().attr(name).unwrap_or_default()
}

/// The element's name.
pub(super) fn name(element: ElementRef<'_>) -> &str {
    element.value().name()
}

/// Words with single spaces between them.
pub(super) fn squeeze(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words of an element, as one line.
pub(super) fn words(element: ElementRef<'_>) -> String {
    squeeze(&spaced(element, &|_| false))
}

/// The words of an element without those of the parts that `skip` names.
pub(super) fn words_without(
    element: ElementRef<'_>,
    skip: &dyn Fn(ElementRef<'_>) -> bool,
) -> String {
    squeeze(&spaced(element, skip))
}

/// Text of an element; blocks are set apart so that words do not run together.
fn spaced(element: ElementRef<'_>, skip: &dyn Fn(ElementRef<'_>) -> bool) -> String {
    const INLINE: [&str; 12] =
        ["a", "abbr", "b", "em", "i", "small", "span", "strong", "sub", "sup", "time", "tspan"];
    let mut text = String::new();
    for child in element.children() {
        if let Some(words) = child.value().as_text() {
            text.push_str(words);
        } else if let Some(inner) = ElementRef::wrap(child)
            && !skip(inner)
            && !["script", "style", "template"].contains(&name(inner))
        {
            let block = !INLINE.contains(&name(inner));
            let gap = if block { " " } else { "" };
            text.push_str(gap);
            text.push_str(&spaced(inner, skip));
            text.push_str(gap);
        }
    }
    text
}

/// What a link or button is called: its label for screen readers, else its words.
pub(super) fn called(element: ElementRef<'_>) -> String {
    let label = attr(element, "aria-label");
    if label.is_empty() { words(element) } else { squeeze(label) }
}

/// The nearest element around with this name.
pub(super) fn around<'h>(element: ElementRef<'h>, wanted: &str) -> Option<ElementRef<'h>> {
    element.ancestors().filter_map(ElementRef::wrap).find(|outer| name(*outer) == wanted)
}
