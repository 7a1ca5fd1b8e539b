//! The whole document around a page: head, header with menu, search and account, main and footer.
//! Menus are popovers, so they work without JavaScript.

use maud::{DOCTYPE, Markup, html};

use super::account::{Account, account_menu};
use super::{Link, Symbol, brand_mark, symbol};

/// Addresses of stylesheet, module and fonts, already with their content hash.
#[derive(Clone, Debug, Default)]
pub struct Assets {
    /// Stylesheet.
    pub css: String,
    /// Entry module; it imports the others by relative address.
    pub script: Option<String>,
    /// Fonts to fetch early, exactly as the stylesheet names them.
    pub fonts: Vec<String>,
    /// SVG shown in the browser tab.
    pub icon: Option<String>,
}

/// One entry of the main menu.
#[derive(Clone, Debug)]
pub struct NavItem {
    /// Where it leads.
    pub link: Link,
    /// Whether the page belongs under it.
    pub current: bool,
}

/// The search button, and the dialog it opens when scripts run.
#[derive(Clone, Debug)]
pub struct Search {
    /// Search page, used without scripts.
    pub link: Link,
    /// Address that answers JSON for `?q=`.
    pub json_url: String,
    /// Shortcut as printed on the button.
    pub shortcut: String,
    /// Said when nothing is found.
    pub none_found: String,
    /// Said before anything is typed.
    pub hint: String,
}

/// Colours of status.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Palette {
    /// Blue, amber, orange: safe without red and green.
    #[default]
    Linen,
    /// Green, amber, red, for those whose steering model prescribes it.
    TrafficLight,
}

/// How wide the page may be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Width {
    /// 84 rem.
    #[default]
    Normal,
    /// 90 rem, for maps and grids.
    Wide,
}

/// Everything around a page.
#[derive(Clone, Debug, Default)]
pub struct Frame {
    /// Language of the page, such as `sv`.
    pub lang: String,
    /// Title of the page without the product's name; starts with the word for error when a form was refused.
    pub title: String,
    /// The product's name.
    pub product: String,
    /// Words of the skip link.
    pub skip: String,
    /// Where the mark leads.
    pub home_url: String,
    /// Name of the main menu, read by screen readers and shown on the mobile button.
    pub menu_label: String,
    /// Main menu; empty hides it.
    pub nav: Vec<NavItem>,
    /// Search button.
    pub search: Option<Search>,
    /// Help, in the same place on every page.
    pub help: Option<Link>,
    /// The signed-in person.
    pub account: Option<Account>,
    /// A line under the header, such as that this is a demo.
    pub banner: Option<Markup>,
    /// Links in the footer.
    pub footer_links: Vec<Link>,
    /// Last words of the footer, such as version and licence.
    pub footer_text: String,
    /// Assets.
    pub assets: Assets,
    /// Status colours.
    pub palette: Palette,
    /// Tight rows.
    pub dense: bool,
    /// Others use this browser too: no unsent text is kept in it.
    pub shared_device: bool,
    /// `light` or `dark` when the reader has chosen; otherwise the system decides.
    pub scheme: Option<String>,
    /// Width.
    pub width: Width,
}

/// The whole document. `body` is what stands in `main`; it brings its own `.wrap` where it wants margins.
pub fn layout(frame: &Frame, body: &Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang=(frame.lang)
            data-palett=[(frame.palette == Palette::TrafficLight).then_some("trafikljus")]
            data-tathet=[frame.dense.then_some("tat")]
            data-shared[frame.shared_device]
            data-schema=[frame.scheme.as_deref()] {
            (head(frame))
            body.wide[frame.width == Width::Wide] data-reader=[frame.account.as_ref().map(|account| &account.key)] {
                a.skip href="#main" { (frame.skip) }
                header {
                    (top(frame))
                    @if let Some(banner) = &frame.banner { div.banner { div.wrap { (banner) } } }
                }
                main #main tabindex="-1" { (body) }
                (footer(frame))
                @if let Some(search) = &frame.search { (palette_dialog(search)) }
            }
        }
    }
}

fn head(frame: &Frame) -> Markup {
    html! {
        head {
            meta charset="utf-8";
            meta name="viewport" content="width=device-width,initial-scale=1";
            meta name="color-scheme" content="light dark";
            title { (frame.title) " – " (frame.product) }
            link rel="stylesheet" href=(frame.assets.css);
            @for font in &frame.assets.fonts {
                link rel="preload" href=(font) as="font" type="font/woff2" crossorigin;
            }
            @if let Some(icon) = &frame.assets.icon { link rel="icon" href=(icon) type="image/svg+xml"; }
            @if let Some(script) = &frame.assets.script { script type="module" src=(script) {} }
        }
    }
}

fn top(frame: &Frame) -> Markup {
    html! {
        div.top {
            div.wrap {
                a.brand href=(frame.home_url) { (brand_mark()) span { (frame.product) } }
                @if !frame.nav.is_empty() { (navigation(frame)) }
                div.top-end {
                    @if let Some(search) = &frame.search { (search_button(search)) }
                    @if let Some(help) = &frame.help {
                        a.round.help href=(help.url) { (symbol(Symbol::Help, 20)) span.sr { (help.text) } }
                    }
                    @if let Some(account) = &frame.account { (account_menu(account)) }
                    @if !frame.nav.is_empty() {
                        button.round.menu-button type="button" popovertarget="menu" aria-label=(frame.menu_label) {
                            (symbol(Symbol::Menu, 20))
                        }
                    }
                }
            }
        }
    }
}

fn navigation(frame: &Frame) -> Markup {
    html! {
        nav.nav #menu popover="auto" aria-label=(frame.menu_label) {
            ul {
                @for item in &frame.nav {
                    li { a href=(item.link.url) aria-current=[item.current.then_some("page")] { (item.link.text) } }
                }
                @if let Some(help) = &frame.help { li.only-menu { (help) } }
            }
        }
    }
}

fn search_button(search: &Search) -> Markup {
    html! {
        a.search href=(search.link.url) data-palette aria-keyshortcuts="Control+K" {
            (symbol(Symbol::Search, 16))
            span.search-text { (search.link.text) }
            kbd { (search.shortcut) }
        }
    }
}

fn palette_dialog(search: &Search) -> Markup {
    html! {
        dialog.palette #palette aria-label=(search.link.text) data-url=(search.json_url)
            data-none=(search.none_found) data-hint=(search.hint) {
            div.palette-field {
                (symbol(Symbol::Search, 20))
                input type="text" role="combobox" autocomplete="off" spellcheck="false" aria-label=(search.link.text)
                    aria-controls="palette-list" aria-expanded="false" aria-autocomplete="list";
            }
            div #palette-list role="listbox" aria-label=(search.link.text) {}
            p role="status" { (search.hint) }
        }
    }
}

fn footer(frame: &Frame) -> Markup {
    html! {
        @if !frame.footer_links.is_empty() || !frame.footer_text.is_empty() {
            footer.foot {
                div.wrap {
                    ul { @for link in &frame.footer_links { li { (link) } } }
                    p { (frame.footer_text) }
                }
            }
        }
    }
}
