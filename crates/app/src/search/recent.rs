//! What the visitor last opened and searched for. Kept in a cookie of their browser and nowhere else:
//! the municipality holds no list of what people read. Shown only as far as they may still see it.

use domain::ids::{ElementId, OrgUnitId, PersonId};
use http::{Method, StatusCode};

use super::hits::{self, Hit};
use crate::app::Settings;
use crate::cx::{Cx, Visit};
use crate::web::fields::{decode, encode};
use crate::web::request::Request;
use crate::web::response::Response;

const COOKIE: &str = "senast";
/// Things that are remembered: more are found as quickly by searching.
const MOST: usize = 8;
/// Letters of a search that are remembered.
const LONGEST: usize = 40;
/// How long, in seconds: a month.
const AGE: i64 = 30 * 24 * 60 * 60;

/// Something that was opened or searched for.
#[derive(Clone, PartialEq, Eq, Debug)]
enum Entry {
    Element(ElementId),
    OrgUnit(OrgUnitId),
    Words(String),
}

impl Entry {
    /// What a page that was shown is remembered as; most pages are not.
    fn of_page(path: &'static str, request: &Request) -> Option<Self> {
        match path {
            "/mal/{id}" | "/aktivitet/{id}" | "/matt/{id}" => {
                request.param("id").map(Self::Element)
            }
            "/organisation/{id}" => request.param("id").map(Self::OrgUnit),
            "/sok" => {
                let words: String = request.query.text("q").trim().chars().take(LONGEST).collect();
                (!words.is_empty()).then_some(Self::Words(words))
            }
            _ => None,
        }
    }

    fn written(&self) -> String {
        match self {
            Self::Element(id) => format!("e{id}"),
            Self::OrgUnit(id) => format!("o{id}"),
            Self::Words(words) => format!("q{}", encode(words)),
        }
    }

    fn read(text: &str) -> Option<Self> {
        let mut letters = text.chars();
        let (kind, rest) = (letters.next()?, letters.as_str());
        match kind {
            'e' => rest.parse().ok().map(Self::Element),
            'o' => rest.parse().ok().map(Self::OrgUnit),
            'q' => decode(rest)
                .ok()
                .map(|words| words.chars().take(LONGEST).collect())
                .map(Self::Words),
            _ => None,
        }
    }
}

/// Whose list it is: another person at the same browser begins with an empty one.
fn owner(person: PersonId) -> String {
    db::hex(person.bytes().get(10..).unwrap_or_default())
}

/// The list that the browser brought, if it is the visitor's own.
fn entries(request: &Request, visit: &Visit) -> Vec<Entry> {
    let Some(person) = visit.person.as_deref() else { return Vec::new() };
    let mut parts = request.cookie(COOKIE).unwrap_or_default().split('!');
    if parts.next() != Some(owner(person.id).as_str()) {
        return Vec::new();
    }
    parts.filter_map(Entry::read).take(MOST).collect()
}

/// The cookie that remembers a page that was shown; nothing for pages that are not remembered.
pub(crate) fn remember(
    settings: &Settings,
    (request, visit): (&Request, &Visit),
    path: &'static str,
    response: &Response,
) -> Option<String> {
    let person = visit.person.as_deref()?;
    if request.method != Method::GET || response.status != StatusCode::OK {
        return None;
    }
    let fresh = Entry::of_page(path, request)?;
    let mut all = entries(request, visit);
    if all.first() == Some(&fresh) {
        return None;
    }
    all.retain(|entry| *entry != fresh);
    all.insert(0, fresh);
    let written: Vec<String> = std::iter::once(owner(person.id))
        .chain(all.iter().take(MOST).map(Entry::written))
        .collect();
    Some(cookie(settings, &written.join("!"), AGE))
}

/// The cookie that forgets everything.
pub(super) fn nothing(settings: &Settings) -> String {
    cookie(settings, "", 0)
}

fn cookie(settings: &Settings, value: &str, age: i64) -> String {
    let secure = if settings.plain_http { "" } else { "; Secure" };
    format!("{COOKIE}={value}; Path=/; Max-Age={age}; HttpOnly; SameSite=Lax{secure}")
}

/// What was opened and searched for, the latest first, as far as the visitor may see it today.
pub(super) fn recent(cx: &Cx<'_, '_>) -> Vec<Hit> {
    entries(cx.req, cx.visit)
        .into_iter()
        .filter_map(|entry| match entry {
            Entry::Element(id) => {
                let element = cx.structure.element(id)?;
                (element.is_current() && cx.may_see(element)).then(|| hits::element(cx, id))?
            }
            Entry::OrgUnit(id) => hits::org_unit(cx, id),
            Entry::Words(words) => Some(Hit {
                kind: cx.texts().search_earlier().to_owned(),
                url: format!("/sok?q={}", encode(&words)),
                title: words,
                note: String::new(),
            }),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_back_and_rubbish_is_left_out() {
        let id: ElementId = ElementId::from([7; 16]);
        for entry in [Entry::Element(id), Entry::Words("trygg! å;=".to_owned())] {
            let written = entry.written();
            assert!(!written.contains(['!', ';', ' ', ',']), "{written}");
            assert_eq!(Entry::read(&written), Some(entry));
        }
        for rubbish in ["", "e", "exyz", "x1", "q%zz", "å"] {
            assert_eq!(Entry::read(rubbish), None, "{rubbish}");
        }
    }
}
