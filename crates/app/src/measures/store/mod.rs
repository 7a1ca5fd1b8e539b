//! SQL of values, events and breaks in series.

mod closed;
mod counts;
mod door;
mod events;
mod few;
mod frozen;
mod history;
mod many;
mod newest;
mod of_periods;
mod one_value;
mod outcomes;
mod patterns;
mod places;
mod revisions;
mod sources;
mod telling;
mod withheld;
mod wordings;

pub use closed::closings_of;
pub use counts::{
    Counts, Revisions, count_said_by, counts_before, counts_of, counts_of_period, each_count,
    insert_counts, keep_counts, note_beside, revisions_of,
};
pub use door::{Door, How, Sums};
pub use events::{
    Annotation, annotations, baselines, baselines_of_measures, baselines_of_org_unit, breaks_of,
    insert_annotation, insert_baseline, take_back_baseline,
};
pub use few::{
    CountedAt, CountedSince, Known, counted_in, counted_of, counted_since, fewest_of,
    mistake_counts,
};
pub use frozen::{
    FrozenSeries, frozen_in_report, frozen_of_measure, frozen_periods, frozen_points,
};
pub use history::{
    SaidWhy, Turn, changes_of_value, last_told, newest_changes, reasons_since, versions_taken,
};
pub use many::{
    each_outcome_of, insert_outcomes, load_outcomes, raise_versions, remove_outcomes,
    update_outcomes,
};
pub use newest::{Newest, OwnValue, first_period, newest_of, own_on_level};
pub use of_periods::{outcomes_between, who_has_said};
pub use one_value::{correct_outcome, keep_outcome, keep_over_sum, take_away};
pub use outcomes::{
    all_of_goals_of, all_of_measure, all_of_measure_at, all_of_org_unit, groups,
    org_units_with_values, outcome, series, series_of_explained, series_of_some, value_columns,
    value_of_columns,
};
pub use patterns::{PatternAnswer, insert_pattern_answers, pattern_answers};
pub use revisions::{
    Held, all_for_everyone, all_values_revisions, each_for_everyone, latest_periods,
    measures_reported_by, values_revisions, values_since,
};
pub use sources::{
    Said, beside_of, move_beside, origins_of, put_beside, sources_of, take_from_beside,
    used_source, withdraw_beside,
};
pub use telling::SUMMED;
pub use withheld::{
    Decided, Numbers, Withholding, is_withholding_decided, kept_by_readers,
    note_withholding_decided, numbers_in, put_withheld, withheld_of,
};
pub use wordings::{has_values, reworded, rewordings, undecided_wordings};
