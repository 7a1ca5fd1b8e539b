//! The pages of following up, with whom each is for.

use domain::access::Action;

use super::{
    account, answer, autosave, committee, decide, earlier_texts, group, hand_in, overview,
    points_page, reading, remedy, review, rounds, sharing, worth,
};
use crate::routes::{Access, Routes};

/// The slice's pages.
pub fn routes(routes: &mut Routes) {
    let read = Access::May(Action::ReadThread);
    let plan = Access::May(Action::Plan);
    let report = Access::May(Action::Report);
    let approve = Access::May(Action::Approve);
    rounds::routes(routes);
    sharing::routes(routes);
    hand_in::routes(routes);
    routes
        .get("/folja-upp", read, overview::show)
        .get(points_page::URL, plan, points_page::show)
        .post(points_page::URL, plan, points_page::keep)
        .get("/folja-upp/namnd/{org}", read, committee::show)
        .get("/folja-upp/{id}", read, account::show)
        .post("/folja-upp/{id}", report, account::begin)
        .get("/folja-upp/{id}/las", read, reading::show)
        .get("/folja-upp/{id}/grupp/{group}", report, group::show)
        .post("/folja-upp/{id}/grupp/{group}", report, group::confirm)
        .get("/folja-upp/{id}/del/{part}", report, answer::show)
        .post("/folja-upp/{id}/del/{part}", report, answer::keep)
        .get("/folja-upp/{id}/del/{part}/tidigare", report, earlier_texts::show)
        .get("/folja-upp/{id}/del/{part}/atgard", report, remedy::show)
        .post("/folja-upp/{id}/del/{part}/atgard", report, remedy::add)
        .patch("/folja-upp/del/{part}", report, autosave::save)
        .get("/folja-upp/{id}/granska", report, review::show)
        .post("/folja-upp/{id}/vart-tiden", report, worth::answer)
        .post("/folja-upp/{id}/del/{part}/ater", approve, decide::give_back)
        .post("/folja-upp/{id}/godkann", approve, decide::approve);
}
