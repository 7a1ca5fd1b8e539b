//! Analyses: why something became as it became, after a method that is data, from what the figures say to
//! a conclusion, what is done about it and where it is carried (decision 0044).
//!
//! Owns the tables analyses, `analysis_steps`, `analysis_earlier`, `analysis_questions`,
//! `analysis_people`, `analysis_events` and `analysis_uses`.

mod act;
mod around;
mod begin;
mod begin_form;
mod close;
mod dialogue;
mod facts;
mod facts_page;
mod fields;
mod levels;
mod list;
mod list_rows;
mod marked;
mod methods;
mod patterns;
mod people;
mod problems;
mod questions;
mod questions_list;
mod reach;
mod ring;
mod show;
mod show_doings;
mod show_history;
mod standings;
mod step;
mod step_form;
mod step_page;
mod step_said;
pub mod store;
mod subject;
mod typed;
mod uses;
mod waiting;
mod words;

use domain::ids::AnalysisId;

use crate::routes::{Access, Routes};

pub use methods::ids_of_methods;
pub use waiting::waiting;

/// The slice's pages. Who is invited to an analysis may hold any role, so every handler asks for itself.
pub fn routes(routes: &mut Routes) {
    let anyone = Access::SignedIn;
    routes
        .get("/analyser", anyone, list::show)
        .get("/analyser/budgetdialog", anyone, dialogue::show)
        .get("/analyser/ny", anyone, begin::show)
        .post("/analyser/ny", anyone, begin::keep)
        .get("/analys/{id}", anyone, show::show)
        .get("/analys/{id}/steg/{steg}", anyone, step::show)
        .post("/analys/{id}/steg/{steg}", anyone, step::keep)
        .get("/analys/{id}/medverkande", anyone, people::show)
        .post("/analys/{id}/medverkande", anyone, people::invite)
        .post("/analys/{id}/medverkande/bort", anyone, people::remove)
        .post("/analys/{id}/fragor", anyone, questions::ask)
        .get("/analys/{id}/fragor/{fraga}", anyone, questions::show)
        .post("/analys/{id}/fragor/{fraga}", anyone, questions::answer)
        .get("/analys/{id}/atgard", anyone, act::show)
        .post("/analys/{id}/atgard", anyone, act::keep)
        .post("/analys/{id}/avsluta", anyone, close::conclude)
        .get("/analys/{id}/oppna", anyone, close::reopen_form)
        .post("/analys/{id}/oppna", anyone, close::reopen)
        .post("/analys/{id}/kasta", anyone, close::throw)
        .post("/analys/{id}/ater", anyone, close::take_back)
        .post("/analys/{id}/anvand/{part}", anyone, uses::take);
}

/// The page of an analysis.
pub fn url(id: AnalysisId) -> String {
    format!("/analys/{id}")
}

/// A step of it.
fn step_url(id: AnalysisId, number: usize) -> String {
    format!("/analys/{id}/steg/{number}")
}
