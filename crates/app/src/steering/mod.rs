//! The steering model: which one is in force, its words, and its page.
//!
//! Owns the table `steering_models`.

mod export;
mod levels;
mod page;
pub mod store;
mod words;

pub use levels::{Offered, label_of_chosen, labels_that, offered_levels};
pub use page::{Reader, link_word, rule_words};
pub use words::{definite_plural, genitive, label, link_between, plural, singular, target_term};

use domain::access::Action;

use crate::routes::{Access, Routes};

/// The slice's pages.
pub fn routes(routes: &mut Routes) {
    let read = Access::May(Action::ReadThread);
    routes.get("/modell", read, page::show).get("/modell/fil.yaml", read, export::download);
}
