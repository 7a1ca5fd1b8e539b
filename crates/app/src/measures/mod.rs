//! Measures: what is measured, the values, the chart and what it says.
//! Owns the tables outcomes, corrections, `value_counts`, series, `value_revisions`, `value_changes`,
//! `outcome_versions`, annotations and baselines. Others copy its shape, and use [`store`].

mod begin_anew;
mod computed;
mod computed_rows;
mod decide_outcome;
mod define;
mod figure;
mod finding_words;
mod formula_form;
mod groups;
mod kept_roll_up;
mod list;
mod moves_along;
mod note_event;
mod outcome_form;
mod own_values;
mod picture;
mod record_outcome;
mod restated;
mod roll_up;
mod series_of;
mod set_breakdowns;
mod set_formula;
mod set_target;
mod show;
mod sound_formula;
mod spread;
mod standing;
mod state;
pub mod store;
mod target_form;
mod terms;
mod values_file;
mod words;

use domain::access::Action;

use crate::routes::{Access, Handler, Routes};

pub use crate::elements::measure_url as url;
pub use computed_rows::with_computed;
pub(crate) use decide_outcome::{check_reason, explain};
pub use finding_words::{FindingWords, finding_words, report_words};
pub use picture::{bullet, print_chart, sparkline, xmr_chart};
pub use restated::{Restated, restated_since};
pub use series_of::{Shown, shown, shown_of_goals, shown_together};
pub use sound_formula::{Unsound, unsound, way_words};
pub(crate) use terms::quality_word;
pub use values_file::{csv_of, xlsx_of};
pub(crate) use values_file::{values_as_csv, values_as_xlsx};
pub use words::{outcome_words, period_words, target_words, url_for, value_words};

/// The slice's pages.
pub fn routes(routes: &mut Routes) {
    let read = Access::May(Action::ReadThread);
    let plan = Access::May(Action::Plan);
    let record = Access::May(Action::RecordOutcome);
    routes
        .get("/matt", read, list::list)
        .get("/matt/nytt", plan, define::new)
        .post("/matt", plan, define::create)
        .get("/matt/{id}", read, show::show)
        .get("/matt/{id}/samband", read, moves_along::show)
        .get("/matt/{id}/varden.csv", read, values_file::download)
        .get("/matt/{id}/varden.xlsx", read, values_file::download_xlsx)
        .get("/matt/{id}/andra", plan, define::edit)
        .post("/matt/{id}", plan, define::change);
    let mut form = |path, access, shown: Handler, sent: Handler| {
        routes.get(path, access, shown).post(path, access, sent);
    };
    form("/matt/{id}/uppdelning", plan, set_breakdowns::show, set_breakdowns::set_breakdowns);
    form("/matt/{id}/formel", plan, set_formula::show, set_formula::set_formula);
    form("/matt/{id}/varde", record, record_outcome::show, record_outcome::record_outcome);
    form("/matt/{id}/brytpunkt", plan, begin_anew::show, begin_anew::begin_anew);
    form("/matt/{id}/handelse", record, note_event::show, note_event::note_event);
    form("/matt/{id}/styrtal", plan, set_target::show, set_target::set_target);
}
