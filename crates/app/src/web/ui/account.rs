//! The menu of the person who is signed in.

use maud::{Markup, html};

use super::Link;

/// Who is signed in.
#[derive(Clone, Debug)]
pub struct Account {
    /// Opaque name of the person; unsent text in the browser is kept under it.
    pub key: String,
    /// Two letters.
    pub initials: String,
    /// Full name.
    pub name: String,
    /// Role and unit.
    pub role: String,
    /// Words that follow initials and name in the button's name, such as "your account".
    pub label: String,
    /// Links of the account menu.
    pub links: Vec<Link>,
    /// A form with one button that signs out; `None` when one cannot.
    pub sign_out: Option<Markup>,
}

/// The button with two letters, and the menu it opens.
pub(super) fn account_menu(account: &Account) -> Markup {
    html! {
        button.round.me type="button" popovertarget="account"
            aria-label={(account.initials) ", " (account.name) ", " (account.label)} { (account.initials) }
        div.drop #account popover="auto" {
            p { (account.name) }
            p.soft { (account.role) }
            ul {
                @for link in &account.links { li { (link) } }
                @if let Some(form) = &account.sign_out { li { (form) } }
            }
        }
    }
}
