//! The application: one folder per concept, each with its routes, pages and SQL.
//!
//! Slices use those to their left in [`SLICES`] and nothing to their right; `web` and `i18n` are
//! plumbing that knows no concept.

pub mod acceptance;
pub mod actions;
pub mod activities;
pub mod analysis;
pub mod app;
pub mod assessment;
pub mod attachments;
pub mod bulk;
pub mod challenges;
pub mod changes;
pub mod choosing;
pub mod comments;
pub mod compilations;
pub mod conclusions;
pub mod cx;
pub mod decisions;
pub mod demo;
pub mod elements;
pub mod error_page;
mod everybody;
pub mod followup;
pub mod form_page;
pub mod frame;
pub mod frameworks;
pub mod goals;
pub mod grid;
pub mod grounds;
mod handling;
pub mod health;
pub mod home;
pub mod i18n;
pub mod identity;
pub mod imports;
pub mod mail;
pub mod measures;
pub mod methods;
pub mod minimum;
pub mod organisation;
mod other_days;
pub mod oversight;
pub mod own_fields;
pub mod past;
pub mod people;
pub mod quality_sides;
pub mod reminders;
pub mod remodelling;
pub mod reorganisation;
pub mod reports;
mod respond;
pub mod revisions;
pub mod routes;
pub mod schema;
pub mod search;
pub mod settings;
pub mod steering;
pub mod templates;
pub mod thread;
pub mod together;
pub mod web;
pub mod wheel;

use routes::{Access, RouteTable, Routes};

/// The slices in order of dependence. The tidy test checks it.
pub const SLICES: &[&str] = &[
    "identity",
    "revisions",
    "steering",
    "organisation",
    "past",
    "elements",
    "choosing",
    "wheel",
    "grounds",
    "own_fields",
    "frameworks",
    "attachments",
    "comments",
    "decisions",
    "acceptance",
    "conclusions",
    "measures",
    "activities",
    "assessment",
    "actions",
    "goals",
    "methods",
    "challenges",
    "quality_sides",
    "minimum",
    "thread",
    "bulk",
    "health",
    "changes",
    "templates",
    "together",
    "followup",
    "compilations",
    "analysis",
    "oversight",
    "search",
    "home",
    "reminders",
    "reports",
    "imports",
    "grid",
    "people",
    "reorganisation",
    "remodelling",
    "settings",
    "demo",
];

/// Registers every slice's pages.
pub fn routes_of_all_slices() -> RouteTable {
    let mut routes = Routes::default();
    routes.get_free("/static/{file}", Access::Anyone, routes::static_file);
    identity::routes(&mut routes);
    attachments::routes(&mut routes);
    comments::routes(&mut routes);
    acceptance::routes(&mut routes);
    measures::routes(&mut routes);
    activities::routes(&mut routes);
    assessment::routes(&mut routes);
    actions::routes(&mut routes);
    goals::routes(&mut routes);
    methods::routes(&mut routes);
    challenges::routes(&mut routes);
    quality_sides::routes(&mut routes);
    wheel::routes(&mut routes);
    minimum::routes(&mut routes);
    templates::routes(&mut routes);
    followup::routes(&mut routes);
    compilations::routes(&mut routes);
    analysis::routes(&mut routes);
    oversight::routes(&mut routes);
    reports::routes(&mut routes);
    imports::routes(&mut routes);
    grid::routes(&mut routes);
    search::routes(&mut routes);
    health::routes(&mut routes);
    changes::routes(&mut routes);
    steering::routes(&mut routes);
    people::routes(&mut routes);
    reorganisation::routes(&mut routes);
    remodelling::routes(&mut routes);
    settings::routes(&mut routes);
    demo::routes(&mut routes);
    thread::routes(&mut routes);
    bulk::routes(&mut routes);
    frameworks::routes(&mut routes);
    home::routes(&mut routes);
    reminders::routes(&mut routes);
    routes.build()
}
