//! What tells that a page is of another day, and the way to choose one.

use jiff::civil::Date;
use maud::{Markup, html};

use super::links::TO_TODAY;
use super::{DAY, Then, without_day};
use crate::i18n::{Texts, date};
use crate::web::ui::{Button, PageHead, Symbol, button, page_header, symbol};

/// The line under the header of every page of another day; `address` is the page's own.
pub fn banner(texts: Texts, then: &Then, address: &str) -> Markup {
    let today = without_day(address);
    html! {
        div.then role="status" {
            strong { (texts.past_banner(date(texts.language, then.day))) }
            a class=(TO_TODAY) href=(today) { (texts.past_to_today()) }
            a href={ "/trad/andrat?fran=" (then.day) } { (texts.past_what_has_changed()) }
            (day_form(texts, &today, Some(then.day)))
        }
    }
}

/// A form for looking at a page of today as it was; what else its address says goes with it.
pub fn day_form(texts: Texts, address: &str, day: Option<Date>) -> Markup {
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let fields = crate::web::fields::Fields::urlencoded(query).unwrap_or_default();
    let id = if day.is_some() { "annan-dag" } else { "den-dag" };
    html! {
        form.day-form method="get" action=(path) {
            @for (name, value) in fields.iter() { input type="hidden" name=(name) value=(value); }
            label for=(id) { @if day.is_some() { (texts.past_other_day()) } @else { (texts.past_show_as_of()) } }
            input id=(id) type="date" name=(DAY) value=[day] required;
            (button(Button::SmallSecondary, texts.past_show(), None))
        }
    }
}

/// The ways to another day and to what has changed, folded until somebody wants them.
pub fn ways(texts: Texts, address: &str) -> Markup {
    html! {
        details.past-ways {
            summary.pill { span { (texts.past_ways()) } (symbol(Symbol::Down, 14)) }
            div.stack {
                (day_form(texts, address, None))
                p { a href="/trad/andrat" { (texts.past_what_has_changed_lately()) } }
            }
        }
    }
}

/// What stands where the municipality had nothing yet.
pub fn not_begun(texts: Texts, begun: Option<Date>, address: &str) -> Markup {
    let today = without_day(address);
    let head = PageHead { title: texts.past_not_begun().to_owned(), ..PageHead::default() };
    html! {
        div.wrap.page {
            (page_header(&head))
            @if let Some(begun) = begun {
                p { (texts.past_not_begun_text(date(texts.language, begun))) }
                p.row {
                    a href={ (today) @if today.contains('?') { "&" } @else { "?" } (DAY) "=" (begun) } { (texts.past_show_first()) }
                    a href=(today) { (texts.past_to_today()) }
                }
            }
        }
    }
}

/// What stands where the day is not written as one.
pub fn no_such_day(texts: Texts, address: &str) -> Markup {
    let today = without_day(address);
    let head = PageHead {
        title: texts.past_no_such_day().to_owned(),
        lead: texts.past_no_such_day_text().to_owned(),
        ..PageHead::default()
    };
    html! {
        div.wrap.page {
            (page_header(&head))
            (day_form(texts, &today, None))
            p.row { a href=(today) { (texts.past_to_today()) } }
        }
    }
}
