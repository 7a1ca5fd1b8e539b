//! What holds for every page of ours. A page that a test fetches and that breaks a rule fails the
//! test, whatever the test was about.

use std::collections::BTreeSet;
use std::sync::Arc;

use app::app::App;
use app::routes::Found;
use http::Method;
use scraper::{ElementRef, Html};

use super::elements::{all, around, attr, called, name, within, words};
use super::forms::label_of;
use super::lint_words;
use crate::exceptions::LINKS_TO_COME;

struct Findings(Vec<String>);

impl Findings {
    fn add(&mut self, rule: &str, detail: impl std::fmt::Display) {
        let finding = format!("{rule}: {detail}");
        if !self.0.contains(&finding) {
            self.0.push(finding);
        }
    }
}

/// Fails with every broken rule of the page.
#[track_caller]
pub(super) fn examine(app: &Arc<App>, method: &Method, address: &str, text: &str) {
    let findings = findings(app, address, text);
    assert!(
        findings.is_empty(),
        "{method} {address} breaks rules for pages:\n  {}",
        findings.join("\n  ")
    );
}

/// The broken rules of a page.
pub(super) fn findings(app: &App, address: &str, text: &str) -> Vec<String> {
    let html = Html::parse_document(text);
    let mut found = Findings(Vec::new());
    document(&html, text, &mut found);
    identities(&html, &mut found);
    controls(&html, &mut found);
    forms(app, address, &html, &mut found);
    tables(&html, &mut found);
    pictures(&html, &mut found);
    nothing_inline(&html, &mut found);
    addresses(app, &html, &mut found);
    lint_words::check(&html, |rule, detail| found.add(rule, detail));
    found.0
}

fn document(html: &Html, text: &str, found: &mut Findings) {
    if !text.starts_with("<!DOCTYPE html>") && !text.starts_with("<!doctype html>") {
        found.add("doctype", "the page does not begin with it");
    }
    let language = all(html, "html").first().map_or("", |root| attr(*root, "lang"));
    if !["sv", "en"].contains(&language) {
        found.add("language", format!("lang is {language:?}"));
    }
    if all(html, "main").len() != 1 {
        found.add("landmarks", "a page has one main");
    }
    let headings = all(html, "h1");
    let [heading] = headings.as_slice() else {
        return found.add("one-h1", format!("there are {}", headings.len()));
    };
    let heading = words(*heading);
    let title = all(html, "title").first().map(|title| words(*title)).unwrap_or_default();
    let (own, _) = title.rsplit_once(" – ").unwrap_or((&title, ""));
    let own = own
        .split_once(": ")
        .filter(|(before, _)| ["Fel", "Error"].contains(before))
        .map_or(own, |(_, rest)| rest);
    let in_menu =
        all(html, "nav [aria-current=page]").first().is_some_and(|current| words(*current) == own);
    if heading.is_empty()
        || own.is_empty()
        || !(own.contains(&heading) || heading.contains(own) || in_menu)
    {
        found.add("title", format!("{title:?} does not name the heading {heading:?}"));
    }
    // The summary of a refused form stands above the heading of the page.
    let mut last = 1;
    for heading in all(html, "h1, h2, h3, h4, h5, h6") {
        let level = name(heading)[1..].parse().unwrap_or(0);
        if level > last + 1 {
            found.add("heading-order", format!("h{level} {:?} follows h{last}", words(heading)));
        }
        last = level;
    }
    nesting(html, text, found);
}

/// A parser that closes an element where it may not stand splits it in two.
fn nesting(html: &Html, text: &str, found: &mut Findings) {
    for element in [
        "a", "button", "div", "fieldset", "form", "label", "li", "p", "section", "table", "td",
        "ul",
    ] {
        let open = format!("<{element}");
        let written = text
            .match_indices(&open)
            .filter(|(at, _)| text[at + open.len()..].starts_with([' ', '>', '\n']))
            .count();
        let parsed = all(html, element).len();
        if written != parsed {
            found.add(
                "nesting",
                format!("<{element}> is written {written} times and understood {parsed} times"),
            );
        }
    }
}

fn identities(html: &Html, found: &mut Findings) {
    let mut ids = BTreeSet::new();
    for element in all(html, "[id]") {
        let id = attr(element, "id");
        if id.is_empty() || id.contains(char::is_whitespace) || !ids.insert(id) {
            found.add("unique-ids", format!("id {id:?} is empty, spaced or there twice"));
        }
    }
    for attribute in [
        "for",
        "aria-describedby",
        "aria-controls",
        "aria-labelledby",
        "aria-owns",
        "aria-details",
        "popovertarget",
        "form",
        "list",
        "headers",
        "data-count",
        "data-opens",
    ] {
        for element in all(html, &format!("[{attribute}]")) {
            for id in attr(element, attribute).split_whitespace() {
                if !ids.contains(id) {
                    found.add("targets-exist", format!("{attribute}={id:?} points at nothing"));
                }
            }
        }
    }
    for link in all(html, "a[href^='#']") {
        let id = &attr(link, "href")[1..];
        if !ids.contains(id) {
            found.add(
                "targets-exist",
                format!("the link {:?} points at #{id}, which is not there", called(link)),
            );
        }
    }
}

fn controls(html: &Html, found: &mut Findings) {
    for control in all(html, "input, select, textarea") {
        let kind = attr(control, "type");
        if kind == "hidden" {
            continue;
        }
        if label_of(html, control).is_empty() {
            found.add(
                "labels",
                format!("<{} name={:?}> has no label", name(control), attr(control, "name")),
            );
        }
        if kind == "radio"
            && around(control, "fieldset").is_none_or(|set| within(set, "legend").is_empty())
        {
            found.add(
                "legends",
                format!(
                    "the choices {:?} stand in no fieldset with a legend",
                    attr(control, "name")
                ),
            );
        }
        if kind == "file"
            && around(control, "form")
                .is_none_or(|form| attr(form, "enctype") != "multipart/form-data")
        {
            found.add(
                "forms",
                format!(
                    "the file {:?} stands in a form that sends no files",
                    attr(control, "name")
                ),
            );
        }
    }
    for element in all(html, "button, a[href]") {
        if called(element).is_empty() && within(element, "svg[role=img] title").is_empty() {
            found.add(
                "names",
                format!("<{} {}> has no words", name(element), attr(element, "href")),
            );
        }
    }
}

fn forms(app: &App, address: &str, html: &Html, found: &mut Findings) {
    let own = address.split('?').next().unwrap_or_default();
    let posts_here = matches!(app.routes.find(&Method::POST, own), Found::Route(..));
    for form in all(html, "form").into_iter().filter(|form| attr(*form, "method") != "dialog") {
        // Without an action a form is sent to the address it is shown at.
        let leads_somewhere =
            !attr(form, "action").is_empty() || (attr(form, "method") == "post" && posts_here);
        if attr(form, "method").is_empty() || !leads_somewhere {
            found.add("forms", "a form says method and action");
        }
        if within(form, "button, input[type=submit]").is_empty() {
            found.add("forms", format!("the form to {:?} has no button", attr(form, "action")));
        }
    }
}

fn tables(html: &Html, found: &mut Findings) {
    for table in all(html, "table") {
        let caption =
            within(table, "caption").first().map(|caption| words(*caption)).unwrap_or_default();
        if caption.is_empty() {
            found.add("tables", "a table has a caption");
        }
        let heads = within(table, "th");
        if heads.is_empty() {
            found.add("tables", format!("the table {caption:?} has no th"));
        }
        for head in heads {
            if !["col", "row", "colgroup", "rowgroup"].contains(&attr(head, "scope")) {
                found.add("tables", format!("th {:?} in {caption:?} has no scope", words(head)));
            }
        }
    }
}

fn pictures(html: &Html, found: &mut Findings) {
    for picture in all(html, "img") {
        if picture.value().attr("alt").is_none() {
            found.add("pictures", format!("img {:?} has no alt", attr(picture, "src")));
        }
    }
    for picture in all(html, "svg") {
        let inner = picture.ancestors().filter_map(ElementRef::wrap);
        let hidden =
            std::iter::once(picture).chain(inner).any(|outer| attr(outer, "aria-hidden") == "true");
        let nested = around(picture, "svg").is_some();
        let named = !within(picture, "title").is_empty()
            || !attr(picture, "aria-label").is_empty()
            || !attr(picture, "aria-labelledby").is_empty();
        // A picture with links is gone into, and each of them has a name.
        let links = within(picture, "a");
        let entered = attr(picture, "role") == "group"
            && !links.is_empty()
            && links.iter().all(|link| !attr(*link, "aria-label").is_empty());
        let is_told = named && (attr(picture, "role") == "img" || entered);
        if !hidden && !nested && !is_told {
            found.add(
                "pictures",
                format!(
                    "svg {:?} is neither hidden nor role=img with a title",
                    attr(picture, "class")
                ),
            );
        }
    }
}

fn nothing_inline(html: &Html, found: &mut Findings) {
    for element in all(html, "*") {
        for (attribute, value) in element.value().attrs() {
            if attribute == "style" || (attribute.starts_with("on") && attribute.len() > 3) {
                found.add("nothing-inline", format!("<{} {attribute}={value:?}>", name(element)));
            }
            if value.trim_start().to_lowercase().starts_with("javascript:") {
                found.add(
                    "nothing-inline",
                    format!("<{} {attribute}> runs a script", name(element)),
                );
            }
        }
        if name(element) == "style"
            || (name(element) == "script" && attr(element, "src").is_empty())
        {
            found.add("nothing-inline", format!("<{}> with content", name(element)));
        }
    }
}

fn addresses(app: &App, html: &Html, found: &mut Findings) {
    for element in all(html, "[href], [src], [action], [formaction], [data-autosave], [data-url]") {
        for attribute in ["href", "src", "action", "formaction", "data-autosave", "data-url"] {
            let Some(address) = element.value().attr(attribute) else { continue };
            let methods: &[Method] = match attribute {
                "data-autosave" => &[Method::PATCH, Method::POST],
                "action" if attr(element, "method").eq_ignore_ascii_case("post") => &[Method::POST],
                "formaction"
                    if around(element, "form")
                        .is_some_and(|form| attr(form, "method") == "post") =>
                {
                    &[Method::POST]
                }
                _ => &[Method::GET],
            };
            address_leads_somewhere(app, address, methods, found);
        }
    }
}

fn address_leads_somewhere(app: &App, address: &str, methods: &[Method], found: &mut Findings) {
    let outside =
        ["https://", "http://", "mailto:", "tel:"].iter().any(|scheme| address.starts_with(scheme));
    if outside || address.starts_with(['#', '?']) {
        return;
    }
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let known =
        methods.iter().any(|method| matches!(app.routes.find(method, path), Found::Route(..)));
    let asset = path.strip_prefix("/static/");
    if asset.is_some_and(|file| app::web::assets::find(file).is_none()) {
        found.add("addresses", format!("there is no asset {path}"));
    } else if !known && !LINKS_TO_COME.iter().any(|to_come| matches_pattern(to_come, path)) {
        found.add("addresses", format!("{address:?} leads to no route"));
    }
}

/// Whether a path is what a pattern says; `*` stands for one part.
pub(crate) fn matches_pattern(pattern: &str, path: &str) -> bool {
    let (parts, wanted): (Vec<&str>, Vec<&str>) =
        (path.split('/').collect(), pattern.split('/').collect());
    parts.len() == wanted.len()
        && wanted.iter().zip(&parts).all(|(wanted, part)| *wanted == "*" || wanted == part)
}

#[test]
fn links_to_come_are_taken_away_when_they_have_come() {
    let app = super::TestApp::new();
    let come: Vec<&&str> = LINKS_TO_COME
        .iter()
        .filter(|path| {
            matches!(app.app().routes.find(&Method::GET, &path.replace('*', "x")), Found::Route(..))
        })
        .collect();
    assert!(come.is_empty(), "take these away from LINKS_TO_COME: {come:?}");
}
