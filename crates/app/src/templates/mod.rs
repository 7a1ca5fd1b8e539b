//! Templates: what is asked of those who report in rounds of a kind, who reads the answers, and about
//! how long it takes.
//!
//! Owns the tables `report_templates`, `template_questions` and `question_reads`. A template that
//! nobody has changed is not stored: it is the usual one of its kind, in the words of the model.

mod change;
mod editor;
mod form;
mod list;
mod order;
mod question;
mod questions;
mod reader;
mod remove;
pub mod store;
mod used;
mod usual;
mod words;

use domain::access::Action;
use domain::ids::{QuestionId, TemplateId};

use crate::routes::{Access, Routes};

pub use reader::{is_reported, reader_sentence};
pub use usual::{all, find, usual};
pub use words::{answer_word, kind_word};

/// The slice's pages.
pub fn routes(routes: &mut Routes) {
    let opens = Access::May(Action::Adopt);
    routes
        .get("/folja-upp/mallar", opens, list::show)
        .post("/folja-upp/mallar", opens, change::create)
        .get("/folja-upp/mallar/{mall}", opens, editor::show)
        .post("/folja-upp/mallar/{mall}", opens, change::change)
        .post("/folja-upp/mallar/{mall}/ta-bort", opens, remove::template)
        .post("/folja-upp/mallar/{mall}/tillbaka", opens, remove::restore_template)
        .get("/folja-upp/mallar/{mall}/fraga", opens, question::new)
        .post("/folja-upp/mallar/{mall}/fraga", opens, question::add)
        .get("/folja-upp/mallar/{mall}/fraga/{fraga}", opens, question::edit)
        .post("/folja-upp/mallar/{mall}/fraga/{fraga}", opens, question::change)
        .post("/folja-upp/mallar/{mall}/fraga/{fraga}/flytta", opens, order::shift)
        .post("/folja-upp/mallar/{mall}/fraga/{fraga}/ta-bort", opens, remove::question)
        .post("/folja-upp/mallar/{mall}/fraga/{fraga}/tillbaka", opens, remove::restore_question);
}

/// The page of all templates.
pub const LIST: &str = "/folja-upp/mallar";

/// The page of a template.
pub fn url(id: TemplateId) -> String {
    format!("{LIST}/{id}")
}

/// The page of a question.
fn question_url(template: TemplateId, id: QuestionId) -> String {
    format!("{}/fraga/{id}", url(template))
}
