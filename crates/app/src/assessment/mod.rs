//! Judgements of how far goals are reached, in layers: proposal, own, central and political; what
//! proposals rest on, and where people judged otherwise.
//!
//! Owns the tables assessments, `element_status`, `input_weights`, `rule_answers` and overrides.

mod below;
mod grounds;
mod grounds_bars;
mod grounds_file;
mod grounds_table;
mod judge;
mod judge_form;
mod overrides;
mod overrides_page;
mod proposal_words;
mod reach;
mod section;
pub mod store;
mod untold;
mod weigh;
mod words;

use domain::access::Action;

use crate::routes::{Access, Routes};

pub use below::{GradesBelow, LevelCounts, grades_below};
pub use grounds::{Below, Grounds, Met, grounds_of, measures_behind, met_by};
pub use overrides::reads_overrides;
pub use overrides_page::URL as OVERRIDES_URL;
pub use proposal_words::proposal_words;
pub use section::{latest_of, section_of};
pub use untold::Untold;
pub use words::{
    Offered, forecast_word, fulfilment_symbol, fulfilment_word, judgement_word, level_word,
    offered, stage_word,
};

/// The slice's pages.
pub fn routes(routes: &mut Routes) {
    let read = Access::May(Action::ReadThread);
    let plan = Access::May(Action::Plan);
    routes
        .get("/mal/{id}/bedom", read, judge::show)
        .post("/mal/{id}/bedom", read, judge::keep)
        .get("/mal/{id}/vikter", plan, weigh::show)
        .post("/mal/{id}/vikter", plan, weigh::keep)
        .get("/mal/{id}/underlag.csv", read, grounds_file::download)
        .get("/avsteg", Access::May(Action::ReadDrafts), overrides::show);
}
