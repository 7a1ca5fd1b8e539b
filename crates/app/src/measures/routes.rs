//! The addresses of measures and who may go there.

use domain::access::Action;

use super::{
    areas, begin_anew, beside, choose_source, count_of_group, define, explained, groups, list,
    mend_break, moves_along, note_event, record_outcome, set_breakdowns, set_formula, set_target,
    set_worth, show, use_below, values_file,
};
use crate::routes::{Access, Handler, Routes};

/// The slice's pages.
pub fn routes(routes: &mut Routes) {
    let [read, plan, record] =
        [Action::ReadThread, Action::Plan, Action::RecordOutcome].map(Access::May);
    routes
        .get("/matt", read, list::list)
        .get("/matt/nytt", plan, define::new)
        .post("/matt", plan, define::create)
        .get(areas::URL, read, areas::show)
        .get("/starkt-och-svagt.csv", read, areas::download)
        .get("/matt/{id}", read, show::show)
        .get("/matt/{id}/samband", read, moves_along::show)
        .get("/matt/{id}/samband.csv", read, moves_along::download)
        .post("/matt/{id}/samband", record, moves_along::answer)
        .get("/matt/{id}/raknat", read, explained::show)
        .get("/matt/{id}/enheter", read, beside::show_units)
        .get("/matt/{id}/enheter.csv", read, beside::download_units)
        .get("/matt/{id}/kostnad", read, beside::show_crossing)
        .get("/matt/{id}/kostnad.csv", read, beside::download_crossing)
        .get("/matt/{id}/grupper.csv", read, groups::download)
        .get("/matt/{id}/varden.csv", read, values_file::download)
        .get("/matt/{id}/varden.xlsx", read, values_file::download_xlsx)
        .get("/matt/{id}/andra", plan, define::edit)
        .post("/matt/{id}", plan, define::change);
    let mut form = |path, access, shown: Handler, sent: Handler| {
        routes.get(path, access, shown).post(path, access, sent);
    };
    form("/matt/{id}/uppdelning", plan, set_breakdowns::show, set_breakdowns::set_breakdowns);
    form("/matt/{id}/kontrollfraga", plan, set_worth::show, set_worth::set_worth);
    form("/matt/{id}/formel", plan, set_formula::show, set_formula::set_formula);
    form(
        "/matt/{id}/kalla",
        Access::May(Action::Verify),
        choose_source::show,
        choose_source::choose_source,
    );
    form("/matt/{id}/varde", record, record_outcome::show, record_outcome::record_outcome);
    form("/matt/{id}/varde/enheternas", record, use_below::show, use_below::take_away);
    form("/matt/{id}/antal", record, count_of_group::show, count_of_group::count_group);
    form("/matt/{id}/brytpunkt", plan, begin_anew::show, begin_anew::begin_anew);
    form("/matt/{id}/brytpunkt/ratta", plan, mend_break::show, mend_break::mend);
    form("/matt/{id}/handelse", record, note_event::show, note_event::note_event);
    form("/matt/{id}/styrtal", plan, set_target::show, set_target::set_target);
}
