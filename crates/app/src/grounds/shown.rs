//! Grounds as they are read: on the element's page, in short in a plan, and beside earlier ones.

use domain::grounds::{Ground, Grounds, Perspective};
use maud::{Markup, html};

use super::words::{ground_word, perspective_word};
use crate::i18n::Texts;
use crate::web::ui::{Fact, details_section};

/// Longest start of a text in a plan's list, in letters.
const SHORT: usize = 120;

/// What is filled in, folded away; nothing when nothing is.
pub fn section_of(texts: Texts, grounds: &Grounds) -> Markup {
    if grounds.texts.is_empty() {
        return html! {};
    }
    let names: Vec<&str> = grounds.texts.keys().map(|one| ground_word(texts, *one)).collect();
    let note = match names.as_slice() {
        [] => String::new(),
        [first] => (*first).to_owned(),
        [first, second] => format!("{first}, {}", second.to_lowercase()),
        [first, second, rest @ ..] => texts.grounds_and_more(
            i64::try_from(rest.len()).unwrap_or(0),
            first,
            second.to_lowercase(),
        ),
    };
    let body = html! {
        dl.grounds-list {
            @for (ground, text) in &grounds.texts {
                dt { (ground_word(texts, *ground)) }
                dd { (paragraphs(text)) }
            }
        }
    };
    html! {
        div.section #underlag { (details_section(None, texts.grounds_title(), &note, false, &body)) }
    }
}

fn paragraphs(text: &str) -> Markup {
    html! { @for line in text.lines().filter(|line| !line.trim().is_empty()) { p { (line) } } }
}

/// The perspective among an element's facts.
pub fn fact(texts: Texts, grounds: &Grounds) -> Option<Fact> {
    let perspective = grounds.perspective?;
    Some(Fact::new(texts.grounds_perspective(), perspective_word(texts, perspective)))
}

/// The perspective and how it is followed up, as one line in a plan; empty when neither is said.
pub fn in_short(texts: Texts, grounds: &Grounds) -> String {
    let perspective = grounds.perspective.map(|one| format!("{}.", perspective_word(texts, one)));
    let followed = grounds.text(Ground::FollowUp).map(|text| {
        let line = text.lines().next().unwrap_or_default();
        let mut start: String = line.chars().take(SHORT).collect();
        if start.len() < line.len() {
            start.push('…');
        }
        texts.grounds_followed(start)
    });
    [perspective, followed].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// What differs between two, marked by the caller's way of marking; all of it when there is nothing
/// earlier. Nothing when they say the same.
pub fn changes(
    texts: Texts,
    older: Option<&Grounds>,
    newer: &Grounds,
    marked: impl Fn(&str, &str) -> Markup,
) -> Markup {
    if older.is_some_and(|older| older.says_as(newer)) {
        return html! {};
    }
    let word = |one: Option<Perspective>| one.map_or("", |one| perspective_word(texts, one));
    let before = older.map_or("", |older| word(older.perspective));
    let now = word(newer.perspective);
    let of = |ground: Ground| {
        let before = older.and_then(|older| older.text(ground)).unwrap_or_default();
        (before, newer.text(ground).unwrap_or_default())
    };
    let differs = |ground: &Ground| {
        let (before, now) = of(*ground);
        before != now
    };
    html! {
        dl.grounds-list {
            @if before != now { dt { (texts.grounds_perspective()) } dd { p.marked { (marked(before, now)) } } }
            @for ground in Ground::ALL.into_iter().filter(differs) {
                @let (before, now) = of(ground);
                dt { (ground_word(texts, ground)) }
                dd {
                    @if older.is_none() { (paragraphs(now)) }
                    @else { p.marked { (marked(before, now)) } }
                }
            }
        }
    }
}
