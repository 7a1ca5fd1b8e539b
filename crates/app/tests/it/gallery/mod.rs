//! The gallery: every page in every state that matters, reached the way a person reaches it, on a
//! real database (decision 0015). Pages are examined, checked for what tells their state, and saved
//! to `target/gallery` to leaf through.

mod reach;
mod sample;
mod samples;
mod shelf;

use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};

use sample::{Scene, Stage, faults};
use shelf::Shelf;

use crate::kit::TestApp;
use crate::matrix::{ROLES, UNKNOWN, browser_as, rows};

/// Where pages are saved.
fn folder() -> std::path::PathBuf {
    std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("gallery")
}

#[test]
fn every_page_is_shown_in_every_state_that_matters() {
    let mut shelf = Shelf::new("states");
    let mut wrong = BTreeSet::new();
    let mut shown = BTreeSet::new();
    let stage = Stage::default();
    for sample in samples::all() {
        let mut scene = Scene::of(&sample, &stage);
        // A way that has been closed is told with the others; what stopped it is printed.
        if catch_unwind(AssertUnwindSafe(|| (sample.reach)(&mut scene))).is_err() {
            wrong.insert(format!("{}: one does not get there", sample.name()));
            continue;
        }
        let found = faults(&sample, &scene);
        wrong.extend(found.into_iter().map(|fault| format!("{}: {fault}", sample.name())));
        if scene.browser.status() == 200 {
            shown.insert(sample.route);
        }
        shelf.keep(&sample, &scene.browser.reply().text(), "sv");
        if scene.is_at_rest() {
            let found = in_english(&mut scene);
            wrong.extend(
                found.into_iter().map(|fault| format!("{} in English: {fault}", sample.name())),
            );
            shelf.keep(&sample, &scene.browser.reply().text(), "en");
        }
    }
    println!("{} pages stand in {}", shelf.count(), folder().display());
    shelf.close();
    let app = TestApp::new();
    let missing = without_a_sample(&app, &shown);
    assert!(
        missing.is_empty(),
        "pages without a sample; tell in gallery/samples how one gets there: {missing:?}"
    );
    let wrong: Vec<String> = wrong.into_iter().collect();
    assert!(
        wrong.is_empty(),
        "{} samples are not what they say:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

/// Opens the page once more in English.
fn in_english(scene: &mut Scene) -> Vec<String> {
    let address = scene.browser.address().to_owned();
    scene.browser.cookies().insert("sprak".to_owned(), "en".to_owned());
    let before = scene.browser.findings().len();
    scene.browser.open(&address);
    let mut found = scene.browser.findings()[before..].to_vec();
    if scene.browser.status() != 200 {
        found.push(format!("status {}", scene.browser.status()));
    }
    if !scene.browser.reply().text().contains("<html lang=\"en\"") {
        found.push("the page is not in English".to_owned());
    }
    found
}

/// Routes that answer a page to somebody and are not among those shown. A route that answers a file
/// is no page.
fn without_a_sample(app: &TestApp, shown: &BTreeSet<&'static str>) -> Vec<&'static str> {
    let rows = rows();
    app.app()
        .routes
        .rows()
        .iter()
        .filter(|route| route.method == "GET" && !shown.contains(route.path))
        .filter(|route| !is_a_file(route.path))
        .filter(|route| {
            // A route that only leads elsewhere has no page of its own.
            let own: Vec<_> =
                rows.iter().filter(|row| row.method == "GET" && row.path == route.path).collect();
            own.is_empty() || own.iter().any(|row| row.expected.iter().any(|it| it != "303"))
        })
        .map(|route| route.path)
        .collect()
}

fn is_a_file(path: &str) -> bool {
    path.starts_with("/static/")
        || path.ends_with(".csv")
        || path.ends_with(".ics")
        || path.ends_with(".xlsx")
        || path.ends_with(".json")
        || path.ends_with(".yaml")
        || path.ends_with("/pdf")
        || path.ends_with("/fil")
}

#[test]
fn what_a_role_may_not_see_and_what_does_not_exist_are_pages_too() {
    let app = TestApp::new();
    let mut wrong = BTreeSet::new();
    for row in rows().iter().filter(|row| row.method == "GET" && !is_a_file(&row.path)) {
        for ((role, person), expected) in ROLES.iter().zip(&row.expected) {
            let heading = match expected.as_str() {
                "403" => "Du kan inte se eller göra det här",
                "404" => "Sidan finns inte",
                _ => continue,
            };
            let mut browser = browser_as(&app, person);
            browser.open(&row.address());
            let what = format!("{} as {role}", row.address());
            // A refusal may say more than the general page, but never nothing.
            if expected == "404" && browser.page().heading() != heading {
                wrong.insert(format!("{what}: {}", browser.page().heading()));
            }
            if browser.page().heading().is_empty() || browser.page().links().is_empty() {
                wrong.insert(format!("{what} leads nowhere"));
            }
            wrong.extend(browser.findings().iter().map(|finding| format!("{what}: {finding}")));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_page_without_a_sample_and_a_sample_without_its_state_are_told() {
    let app = TestApp::new();
    let all: BTreeSet<&'static str> =
        app.app().routes.rows().iter().map(|route| route.path).collect();
    assert!(without_a_sample(&app, &all).is_empty());
    let but_one: BTreeSet<_> = all.into_iter().filter(|path| *path != "/trad").collect();
    assert_eq!(without_a_sample(&app, &but_one), ["/trad"]);

    let stage = Stage::default();
    let wrong = sample::Sample::of("/matt", "a state that it is not in")
        .by("Kerstin Öberg")
        .shows("ord som ingen sida har")
        .status(409)
        .reached(|scene| scene.open(&format!("/matt/{UNKNOWN}")));
    let mut scene = Scene::of(&wrong, &stage);
    (wrong.reach)(&mut scene);
    let told = faults(&wrong, &scene).join("\n");
    for words in ["status 404", "does not say", "is /matt/{id}"] {
        assert!(told.contains(words), "{words}: {told}");
    }
}
