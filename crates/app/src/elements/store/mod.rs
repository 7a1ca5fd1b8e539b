//! SQL of the thread's nodes, links, measures and targets.

mod among;
mod nodes;
mod read;

pub(crate) use among::{among, ask, ask_with, within, within_all};
pub use nodes::{
    change_element, end_link, insert_element, insert_link, insert_measure, keep_target,
    update_measure,
};
pub use read::{
    all_elements, all_links, all_measures, all_targets, element, links_of, measure, targets_of,
};
