//! Measures: what is measured, the values, the chart and what it says.
//! Owns the tables outcomes, `value_history`, `source_values`, `value_counts`, `count_history`,
//! `mistaken_counts`, withheld, `withholding_decided`, series, `value_revisions`, `value_changes`, annotations, `pattern_answers` and baselines.

mod areas;
mod begin_anew;
mod beside;
mod breaks;
mod choose_source;
mod closed;
mod computed;
mod count_of_group;
mod count_of_value;
mod decide_outcome;
mod define;
pub mod definition;
mod explained;
mod far_off;
pub mod few;
mod figure;
mod finding_words;
mod formula_form;
mod groups;
mod history;
mod kept_roll_up;
mod list;
mod mend_break;
pub(crate) mod moves_along;
mod note_event;
mod outcome_form;
mod outcome_replies;
mod own_values;
mod picture;
mod planning;
mod record_outcome;
pub(crate) mod replaced_sums;
mod restated;
mod roll_up;
mod routes;
mod series_of;
mod series_of_goals;
mod set_breakdowns;
mod set_formula;
mod set_target;
mod set_worth;
mod show;
mod sound_formula;
mod sources;
mod spread;
mod standing;
mod state;
pub mod store;
mod target_form;
mod terms;
mod told_below;
mod use_below;
mod values_file;
mod words;
mod worth;
mod year_end;
mod years;

pub use crate::elements::measure_url as url;
pub use computed::{own_and_computed, with_computed};
pub(crate) use decide_outcome::{check_reason, explain};
pub(crate) use few::{Few, Written, kept_from_visitor};
pub use finding_words::{FindingWords, finding_words, report_words};
pub use picture::{bullet, print_chart, sparkline, xmr_chart};
pub use restated::{Restated, restated_since};
pub use routes::routes;
pub use series_of::{Shown, shown, shown_together};
pub use series_of_goals::shown_of_goals;
pub use sound_formula::{Unsound, unsound, way_words};
pub(crate) use terms::quality_word;
pub use values_file::{CountsByPlace, csv_of, values_as_csv, values_as_xlsx, xlsx_of};
pub use words::{
    closing_words, latest_words, outcome_words, period_words, target_words, url_for, value_words,
    whose_value,
};
