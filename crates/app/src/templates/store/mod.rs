//! SQL of templates, their questions, and of when answers were read.

mod reads;
mod templates;
mod writing;

pub use reads::{How, Read, last_reads, note_reads, read_in};
pub use templates::{KeptQuestion, KeptTemplate, rounds_begun, template, templates};
pub use writing::{
    change_question, insert_question, insert_template, move_questions, raise, update_template,
};
