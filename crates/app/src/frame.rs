//! What stands around every page: menu, account, banner, footer.

use domain::access::Action;
use http::StatusCode;
use maud::{Markup, html};

use crate::app::App;
use crate::cx::{Cx, Visit};
use crate::i18n::{Language, Texts};
use crate::web::assets;
use crate::web::response::Response;
use crate::web::ui::{Account, Assets, Frame, Link, NavItem, Search, Width, layout, text_link};

/// The entries of the main menu.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Nav {
    /// Min sida.
    Home,
    /// Röda tråden.
    Thread,
    /// Planera.
    Plan,
    /// Följa upp.
    FollowUp,
    /// Mått.
    Measures,
    /// Inställningar.
    Settings,
    /// None of them.
    Nowhere,
}

fn menu(visit: &Visit, current: Nav) -> Vec<NavItem> {
    let texts = Texts::from(visit.language);
    let may = |action| visit.person.as_ref().is_some_and(|person| person.may_somewhere(action));
    let entries = [
        (Nav::Home, "/", texts.web_nav_home(), true),
        (Nav::Thread, "/trad", texts.web_nav_thread(), true),
        (Nav::Plan, "/planera", texts.web_nav_plan(), may(Action::Plan)),
        (Nav::FollowUp, "/folja-upp", texts.web_nav_follow_up(), true),
        (Nav::Measures, "/matt", texts.web_nav_measures(), true),
        (
            Nav::Settings,
            "/installningar",
            texts.web_nav_settings(),
            may(Action::Organise) || may(Action::Audit),
        ),
    ];
    entries
        .into_iter()
        .filter(|(_, _, _, shown)| *shown && visit.person.is_some())
        .map(|(nav, url, text, _)| NavItem { link: Link::new(url, text), current: nav == current })
        .collect()
}

fn account(app: &App, visit: &Visit) -> Option<Account> {
    let person = visit.person.as_ref()?;
    let texts = Texts::from(visit.language);
    let initials: String =
        person.name.split_whitespace().filter_map(|part| part.chars().next()).take(2).collect();
    let mut links = vec![
        Link::new("/modell", texts.web_model_link()),
        Link::new("/organisation", texts.web_organisation_link()),
        Link::new("/konto/paminnelser", texts.reminders_title()),
    ];
    if app.settings.demo {
        links.push(Link::new("/logga-in", texts.web_change_role()));
    }
    Some(Account {
        key: person.id.to_string(),
        initials,
        name: person.name.clone(),
        role: person.title.clone(),
        label: texts.web_your_account().to_owned(),
        links,
        sign_out: Some(html! {
            form method="post" action="/logga-ut" { (text_link(texts.web_sign_out(), "ut", "1")) }
        }),
    })
}

fn search(texts: Texts) -> Search {
    Search {
        link: Link::new("/sok", texts.search_title()),
        json_url: "/sok.json".to_owned(),
        shortcut: texts.search_shortcut().to_owned(),
        none_found: texts.search_nothing().to_owned(),
        hint: texts.search_hint().to_owned(),
    }
}

fn language_form(visit: &Visit, back: &str) -> Markup {
    let (code, word) = match visit.language {
        Language::Swedish => ("en", "English"),
        Language::English => ("sv", "Svenska"),
    };
    html! {
        form method="post" action="/sprak" lang=(code) {
            input type="hidden" name="tillbaka" value=(back);
            (text_link(word, "sprak", code))
        }
    }
}

/// Builds the frame of a page.
pub fn frame(app: &App, visit: &Visit, path: &str, title: &str, current: Nav) -> Frame {
    let texts = Texts::from(visit.language);
    let demo = app.settings.demo.then(|| {
        html! { span { (texts.web_demo_banner()) } (language_form(visit, path)) }
    });
    let banner = demo.or_else(|| visit.person.is_none().then(|| language_form(visit, path)));
    let then = visit.then.as_deref().map(|then| crate::past::banner(texts, then, path));
    let banner = match (then, banner) {
        (Some(then), Some(banner)) => Some(html! { (then) (banner) }),
        (then, banner) => then.or(banner),
    };
    Frame {
        lang: visit.language.code().to_owned(),
        title: title.to_owned(),
        product: texts.web_product().to_owned(),
        skip: texts.web_skip().to_owned(),
        home_url: "/".to_owned(),
        menu_label: texts.web_menu().to_owned(),
        nav: menu(visit, current),
        search: visit.person.is_some().then(|| search(texts)),
        account: account(app, visit),
        banner,
        footer_links: Vec::new(),
        footer_text: texts.web_footer().to_owned(),
        assets: Assets {
            css: assets::url("traden.css").to_owned(),
            script: Some(assets::url("js/main.js").to_owned()),
            fonts: vec![
                assets::url("fonts/source-sans-3-latin-wght-normal.woff2").to_owned(),
                assets::url("fonts/familjen-grotesk-latin-wght-normal.woff2").to_owned(),
            ],
            icon: Some(assets::url("icon.svg").to_owned()),
        },
        ..Frame::default()
    }
}

impl Cx<'_, '_> {
    /// A page with everything around it.
    pub fn page(&self, title: &str, current: Nav, body: &Markup) -> Response {
        Response::page(layout(&self.frame(title, current), body))
    }

    /// A page that may be wider than usual, such as the thread.
    pub fn wide_page(&self, title: &str, current: Nav, body: &Markup) -> Response {
        let frame = Frame { width: Width::Wide, ..self.frame(title, current) };
        Response::page(layout(&frame, body))
    }

    /// A form shown again with its problems: status 422, and the title says so.
    pub fn refused(&self, title: &str, current: Nav, body: &Markup) -> Response {
        let title = self.texts().web_error_title(title);
        Response::unprocessable(layout(&self.frame(&title, current), body))
    }

    /// A conflict shown with both texts: status 409.
    pub fn conflicting(&self, title: &str, current: Nav, body: &Markup) -> Response {
        let title = self.texts().web_error_title(title);
        Response::page_with(StatusCode::CONFLICT, layout(&self.frame(&title, current), body))
    }

    fn frame(&self, title: &str, current: Nav) -> Frame {
        frame(self.app, self.visit, &self.req.address(), title, current)
    }
}
