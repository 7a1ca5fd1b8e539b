//! The slice's pages in the table of routes.

use super::{act, autosave, begin, close, dialogue, list, people, questions, show, step, uses};
use crate::routes::{Access, Routes};

/// The slice's pages. Who is invited to an analysis may hold any role, so every handler asks for itself.
pub fn routes(routes: &mut Routes) {
    let anyone = Access::SignedIn;
    routes
        .get("/analyser", anyone, list::show)
        .get("/analyser/budgetdialog", anyone, dialogue::show)
        .get("/analyser/ny", anyone, begin::show)
        .post("/analyser/ny", anyone, begin::keep)
        .get("/analys/{id}", anyone, show::show)
        .get("/analys/{id}/steg/{steg}", anyone, step::show)
        .post("/analys/{id}/steg/{steg}", anyone, step::keep)
        .patch("/analys/{id}/steg/{steg}/{falt}", anyone, autosave::save)
        .get("/analys/{id}/medverkande", anyone, people::show)
        .post("/analys/{id}/medverkande", anyone, people::invite)
        .post("/analys/{id}/medverkande/bort", anyone, people::remove)
        .post("/analys/{id}/fragor", anyone, questions::ask)
        .get("/analys/{id}/fragor/{fraga}", anyone, questions::show)
        .post("/analys/{id}/fragor/{fraga}", anyone, questions::answer)
        .get("/analys/{id}/atgard", anyone, act::show)
        .post("/analys/{id}/atgard", anyone, act::keep)
        .post("/analys/{id}/avsluta", anyone, close::conclude)
        .get("/analys/{id}/oppna", anyone, close::reopen_form)
        .post("/analys/{id}/oppna", anyone, close::reopen)
        .post("/analys/{id}/kasta", anyone, close::throw)
        .post("/analys/{id}/ater", anyone, close::take_back)
        .post("/analys/{id}/anvand/{part}", anyone, uses::take);
}
