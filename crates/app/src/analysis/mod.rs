//! Analyses: why something became as it became, after a method that is data, from what the figures say to
//! a conclusion, what is done about it and where it is carried (decision 0044).
//!
//! Owns the tables analyses, `analysis_steps`, `analysis_earlier`, `analysis_questions`,
//! `analysis_people`, `analysis_events` and `analysis_uses`.

mod act;
mod around;
mod autosave;
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
mod model_facts;
mod pages;
mod patterns;
mod people;
mod problems;
mod questions;
mod questions_list;
mod reach;
mod ring;
mod searched;
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
mod unsaved;
mod uses;
mod waiting;
mod words;

use domain::ids::AnalysisId;

pub use pages::routes;
pub use searched::{Fitting, fitting};
pub use waiting::waiting;

/// The page of an analysis.
pub fn url(id: AnalysisId) -> String {
    format!("/analys/{id}")
}

/// A step of it.
fn step_url(id: AnalysisId, number: usize) -> String {
    format!("/analys/{id}/steg/{number}")
}
