//! Forms found and filled in by what is visible: labels, options and the words on buttons.

use app::web::fields::encode;
use bytes::Bytes;
use http::Method;
use scraper::{ElementRef, Html};

use super::elements::{all, around, attr, called, name, squeeze, within, words_without};

const CONTROLS: &str = "input, select, textarea";
const BOUNDARY: &str = "a-boundary-of-tests";

/// Something done to the control at a place on the page.
pub(super) enum Edit {
    Text(usize, String),
    On(usize),
    Off(usize),
    Option(usize, String),
    File(usize, String, Vec<u8>),
}

impl Edit {
    fn at(&self) -> usize {
        match self {
            Self::Text(at, _)
            | Self::On(at)
            | Self::Off(at)
            | Self::Option(at, _)
            | Self::File(at, ..) => *at,
        }
    }
}

/// What a request carries.
pub(crate) enum Sending {
    /// Fields of a form.
    Fields(Vec<(String, String)>),
    /// Fields and files.
    Parts(Vec<(String, String)>, Vec<(String, String, Vec<u8>)>),
    /// JSON from a script.
    Json(String),
}

impl Sending {
    /// Fields of a form.
    pub(crate) fn form(fields: &[(&str, &str)]) -> Self {
        Self::Fields(
            fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect(),
        )
    }

    pub(super) fn query(&self) -> String {
        let (Self::Fields(fields) | Self::Parts(fields, _)) = self else { return String::new() };
        let pairs: Vec<String> = fields
            .iter()
            .map(|(name, value)| format!("{}={}", encode(name), encode(value)))
            .collect();
        pairs.join("&")
    }

    pub(super) fn into_body(self) -> (String, Bytes) {
        match self {
            Self::Fields(_) => {
                ("application/x-www-form-urlencoded".to_owned(), Bytes::from(self.query()))
            }
            Self::Json(text) => ("application/json".to_owned(), Bytes::from(text)),
            Self::Parts(fields, files) => {
                let mut body = Vec::new();
                for (name, value) in fields {
                    let head = format!(
                        "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
                    );
                    body.extend_from_slice(head.as_bytes());
                }
                for (name, file, bytes) in files {
                    let head = format!(
                        "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"; filename=\"{file}\"\r\nContent-Type: application/octet-stream\r\n\r\n"
                    );
                    body.extend_from_slice(head.as_bytes());
                    body.extend_from_slice(&bytes);
                    body.extend_from_slice(b"\r\n");
                }
                body.extend_from_slice(format!("--{BOUNDARY}--\r\n").as_bytes());
                (format!("multipart/form-data; boundary={BOUNDARY}"), Bytes::from(body))
            }
        }
    }
}

/// The visible controls of a page, with their places.
fn controls(html: &Html) -> Vec<(usize, ElementRef<'_>)> {
    all(html, CONTROLS).into_iter().enumerate().collect()
}

/// What a control is called, as a screen reader finds it.
pub(super) fn label_of(html: &Html, control: ElementRef<'_>) -> String {
    let own = attr(control, "aria-label");
    if !own.is_empty() {
        return squeeze(own);
    }
    let by = attr(control, "aria-labelledby");
    if !by.is_empty() {
        let named = by.split_whitespace().flat_map(|id| all(html, &format!("[id=\"{id}\"]")));
        return squeeze(&named.map(label_words).collect::<Vec<_>>().join(" "));
    }
    let id = attr(control, "id");
    let label =
        all(html, "label").into_iter().find(|label| !id.is_empty() && attr(*label, "for") == id);
    label.or_else(|| around(control, "label")).map(label_words).unwrap_or_default()
}

/// A label's own words: not the word for optional, the note under it or the control inside it.
fn label_words(label: ElementRef<'_>) -> String {
    words_without(label, &|part| {
        ["select", "textarea", "small"].contains(&name(part))
            || part.value().classes().any(|class| class == "optional")
    })
}

/// The place of the control with a label: one that says exactly that, else the first that begins so.
pub(super) fn find_field(html: &Html, label: &str) -> Result<usize, Vec<String>> {
    let named: Vec<(usize, String)> = controls(html)
        .into_iter()
        .filter(|(_, control)| attr(*control, "type") != "hidden")
        .map(|(at, control)| (at, label_of(html, control)))
        .collect();
    let exact = named.iter().find(|(_, found)| found == label);
    let found = exact.or_else(|| named.iter().find(|(_, found)| found.starts_with(label)));
    found.map(|(at, _)| *at).ok_or_else(|| named.into_iter().map(|(_, label)| label).collect())
}

/// What stands in the control with a label before anything is typed.
pub(super) fn value(html: &Html, label: &str) -> Result<String, Vec<String>> {
    let at = find_field(html, label)?;
    let control = all(html, CONTROLS)[at];
    Ok(match name(control) {
        "textarea" => control.text().collect::<String>().trim_start_matches('\n').to_owned(),
        "select" => {
            chosen(control).map(|option| words_without(option, &|_| false)).unwrap_or_default()
        }
        _ if ["radio", "checkbox"].contains(&attr(control, "type")) => {
            if control.value().attr("checked").is_some() {
                attr(control, "value").to_owned()
            } else {
                String::new()
            }
        }
        _ => attr(control, "value").to_owned(),
    })
}

fn chosen(select: ElementRef<'_>) -> Option<ElementRef<'_>> {
    let options = within(select, "option");
    let marked = options.iter().find(|option| option.value().attr("selected").is_some());
    marked.or(options.first()).copied()
}

/// The request that pressing a button makes.
pub(super) fn press(
    html: &Html,
    button: &str,
    edits: &[Edit],
) -> Result<(Method, String, Sending), String> {
    let buttons = all(html, "button, input[type=submit]");
    let all_controls = all(html, CONTROLS);
    let touched: Vec<ElementRef<'_>> =
        edits.iter().filter_map(|edit| form_of(html, all_controls[edit.at()])).collect();
    let named: Vec<ElementRef<'_>> =
        buttons.iter().copied().filter(|found| called(*found) == button).collect();
    let named = if named.is_empty() {
        buttons.iter().copied().filter(|found| called(*found).contains(button)).collect()
    } else {
        named
    };
    let in_touched = named.iter().find(|found| {
        form_of(html, **found)
            .is_some_and(|form| touched.iter().any(|other| other.id() == form.id()))
    });
    let Some(found) = in_touched.or(named.first()).copied() else {
        let words: Vec<String> = buttons.into_iter().map(called).collect();
        return Err(format!("no button says {button:?}; buttons say {words:?}"));
    };
    if attr(found, "type") == "button" {
        return Err(format!("the button {button:?} sends nothing without scripts"));
    }
    let form =
        form_of(html, found).ok_or_else(|| format!("the button {button:?} stands in no form"))?;
    if touched.iter().any(|other| other.id() != form.id()) {
        return Err(format!("the button {button:?} sends another form than the one filled in"));
    }
    Ok(request(html, form, found, edits))
}

fn form_of<'h>(html: &'h Html, control: ElementRef<'h>) -> Option<ElementRef<'h>> {
    let named = attr(control, "form");
    if named.is_empty() {
        return around(control, "form");
    }
    all(html, "form").into_iter().find(|form| attr(*form, "id") == named)
}

fn request(
    html: &Html,
    form: ElementRef<'_>,
    button: ElementRef<'_>,
    edits: &[Edit],
) -> (Method, String, Sending) {
    let mut fields = Vec::new();
    let mut files = Vec::new();
    for (at, control) in controls(html) {
        if form_of(html, control).is_some_and(|own| own.id() == form.id()) {
            send_control(html, control, at, edits, &mut fields, &mut files);
        }
    }
    if !attr(button, "name").is_empty() {
        fields.push((attr(button, "name").to_owned(), attr(button, "value").to_owned()));
    }
    let own = |name: &str, fallback: &str| {
        let over = attr(button, name);
        if over.is_empty() { attr(form, fallback).to_owned() } else { over.to_owned() }
    };
    let method = if own("formmethod", "method").eq_ignore_ascii_case("post") {
        Method::POST
    } else {
        Method::GET
    };
    let sending = if attr(form, "enctype") == "multipart/form-data" {
        Sending::Parts(fields, files)
    } else {
        assert!(files.is_empty(), "a form with a file says enctype=\"multipart/form-data\"");
        Sending::Fields(fields)
    };
    (method, own("formaction", "action"), sending)
}

type Fields = Vec<(String, String)>;
type Files = Vec<(String, String, Vec<u8>)>;

fn send_control(
    html: &Html,
    control: ElementRef<'_>,
    at: usize,
    edits: &[Edit],
    fields: &mut Fields,
    files: &mut Files,
) {
    let own_name = attr(control, "name");
    if own_name.is_empty() || control.value().attr("disabled").is_some() {
        return;
    }
    let edit = edits.iter().rev().find(|edit| edit.at() == at);
    let mut add = |value: String| fields.push((own_name.to_owned(), value));
    match (name(control), attr(control, "type")) {
        ("input", "submit" | "button" | "reset" | "image") => {}
        ("input", "radio") => {
            // Choosing one of a group takes the choice from the others.
            let group_chosen = edits.iter().rev().find_map(|edit| match edit {
                Edit::On(other) if attr(all(html, CONTROLS)[*other], "name") == own_name => {
                    Some(*other)
                }
                _ => None,
            });
            let on =
                group_chosen.map_or(control.value().attr("checked").is_some(), |other| other == at);
            if on {
                add(attr(control, "value").to_owned());
            }
        }
        ("input", "checkbox") => {
            let on = match edit {
                Some(Edit::On(_)) => true,
                Some(Edit::Off(_)) => false,
                _ => control.value().attr("checked").is_some(),
            };
            if on {
                add(control.value().attr("value").unwrap_or("on").to_owned());
            }
        }
        ("input", "file") => {
            if let Some(Edit::File(_, file, bytes)) = edit {
                files.push((own_name.to_owned(), file.clone(), bytes.clone()));
            }
        }
        ("select", _) => add(select_value(control, edit)),
        ("textarea", _) => match edit {
            Some(Edit::Text(_, text)) => add(text.clone()),
            _ => add(control.text().collect::<String>().trim_start_matches('\n').to_owned()),
        },
        _ => match edit {
            Some(Edit::Text(_, text)) => add(text.clone()),
            _ => add(attr(control, "value").to_owned()),
        },
    }
}

fn select_value(select: ElementRef<'_>, edit: Option<&Edit>) -> String {
    let value = |option: ElementRef<'_>| match option.value().attr("value") {
        Some(value) => value.to_owned(),
        None => words_without(option, &|_| false),
    };
    let Some(Edit::Option(_, wanted) | Edit::Text(_, wanted)) = edit else {
        return chosen(select).map(value).unwrap_or_default();
    };
    let options = within(select, "option");
    let said: Vec<String> =
        options.iter().map(|option| words_without(*option, &|_| false)).collect();
    let at = said
        .iter()
        .position(|words| words == wanted)
        .or_else(|| said.iter().position(|words| words.contains(wanted.as_str())));
    let at = at.unwrap_or_else(|| panic!("no option says {wanted:?}; there are {said:?}"));
    value(options[at])
}
