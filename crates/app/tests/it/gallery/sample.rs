//! A sample: a route, a state, and how a person gets there.

use std::cell::OnceCell;
use std::rc::Rc;

use http::Method;

use crate::kit::{Browser, TestApp};

/// Which municipality a sample is about.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Start {
    /// Skärvik on the demo's morning, untouched by other samples.
    Skarvik,
    /// A municipality that has a model and people, and nothing else. Samples share it and only look.
    Empty,
    /// Skärvik with long names and many rows of everything. Samples share it and only look.
    Full,
}

/// A page in a state.
pub(super) struct Sample {
    /// As it stands in the table of routes.
    pub(super) route: &'static str,
    /// In a few words.
    pub(super) state: &'static str,
    /// Who looks; a stranger when empty.
    pub(super) who: &'static str,
    /// Where.
    pub(super) start: Start,
    /// What the page answers.
    pub(super) status: u16,
    /// Words that only this state has.
    pub(super) shows: Vec<&'static str>,
    /// The way there, ending with the page in the browser of who looks.
    pub(super) reach: fn(&mut Scene),
}

impl Sample {
    /// Begins a sample of what a page's route shows.
    pub(super) fn of(route: &'static str, state: &'static str) -> Self {
        Self {
            route,
            state,
            who: "",
            start: Start::Skarvik,
            status: 200,
            shows: Vec::new(),
            reach: |_| {},
        }
    }

    pub(super) fn by(self, who: &'static str) -> Self {
        Self { who, ..self }
    }

    pub(super) fn at(self, start: Start) -> Self {
        Self { start, ..self }
    }

    pub(super) fn status(self, status: u16) -> Self {
        Self { status, ..self }
    }

    pub(super) fn shows(mut self, words: &'static str) -> Self {
        self.shows.push(words);
        self
    }

    pub(super) fn reached(self, reach: fn(&mut Scene)) -> Self {
        Self { reach, ..self }
    }

    /// Route and state.
    pub(super) fn name(&self) -> String {
        format!("{} ({})", self.route, self.state)
    }
}

/// The municipalities that samples share.
#[derive(Default)]
pub(super) struct Stage {
    empty: OnceCell<Rc<TestApp>>,
    full: OnceCell<Rc<TestApp>>,
}

/// A municipality and a browser in it.
pub(super) struct Scene {
    app: Rc<TestApp>,
    /// The browser of who looks.
    pub(super) browser: Browser,
}

impl Scene {
    /// The scene that a sample begins in.
    pub(super) fn of(sample: &Sample, stage: &Stage) -> Self {
        let shared = |cell: &OnceCell<Rc<TestApp>>, make: fn() -> TestApp| {
            Rc::clone(cell.get_or_init(|| Rc::new(make())))
        };
        let app = match sample.start {
            Start::Skarvik => Rc::new(TestApp::new()),
            Start::Empty => shared(&stage.empty, TestApp::empty),
            Start::Full => shared(&stage.full, super::samples::full::municipality),
        };
        let browser = seated(&app, sample.who);
        Self { app, browser }
    }

    /// The municipality.
    pub(super) fn app(&self) -> &TestApp {
        &self.app
    }

    /// Somebody else's browser.
    pub(super) fn other(&self, who: &str) -> Browser {
        seated(self.app(), who)
    }

    /// Goes to an address.
    pub(super) fn open(&mut self, address: &str) {
        self.browser.open(address);
    }

    /// Whether opening the address again shows the same.
    pub(super) fn is_at_rest(&self) -> bool {
        self.browser.status() == 200 && self.browser.was_fetched()
    }
}

fn seated(app: &TestApp, who: &str) -> Browser {
    let mut browser = app.browser();
    browser.gather_findings();
    if !who.is_empty() {
        browser.sign_in(who);
    }
    browser
}

/// What the page's address is in the table.
fn found(scene: &Scene) -> Vec<(Method, &'static str)> {
    let path = scene.browser.address().split('?').next().unwrap_or_default().to_owned();
    [Method::GET, Method::POST]
        .into_iter()
        .filter_map(|method| match scene.app().app().routes.find(&method, &path) {
            app::routes::Found::Route(route, _) => Some((method, route.path)),
            _ => None,
        })
        .collect()
}

/// Why a sample is not what it says it is.
pub(super) fn faults(sample: &Sample, scene: &Scene) -> Vec<String> {
    let browser = &scene.browser;
    let mut faults: Vec<String> = browser.findings().to_vec();
    if !browser.reply().is_page() {
        faults.push(format!("{} is no page", browser.address()));
        return faults;
    }
    if browser.status() != sample.status {
        faults.push(format!("status {} instead of {}", browser.status(), sample.status));
    }
    if !found(scene).iter().any(|(_, route)| *route == sample.route) {
        let is = found(scene).first().map_or("nowhere", |(_, route)| *route);
        faults.push(format!("{} is {is}", browser.address()));
    }
    if sample.shows.is_empty() {
        faults.push("no words tell the state".to_owned());
    }
    for words in &sample.shows {
        if !browser.page().says(words) {
            let told: String = browser.page().text().chars().take(300).collect();
            faults.push(format!("the page does not say {words:?}, but {told:?}"));
        }
    }
    // Each page that was passed on the way has been examined as well.
    faults
}
