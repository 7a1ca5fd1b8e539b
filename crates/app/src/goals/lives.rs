//! What becomes of what is planned: thrown away and taken back, copied to the next period, split,
//! merged and ended.

use domain::access::Action;

use super::{end, mend_decision, renew, split, trash};
use crate::routes::{Access, Routes};

/// The pages of these.
pub(super) fn routes(routes: &mut Routes) {
    let plan = Access::May(Action::Plan);
    let adopt = Access::May(Action::Adopt);
    routes
        .get("/planera/papperskorg", plan, trash::show)
        .get("/planera/kopiera", plan, renew::show)
        .post("/planera/kopiera", plan, renew::copy)
        .post("/mal/{id}/kasta", plan, trash::discard)
        .post("/mal/{id}/ta-tillbaka", plan, trash::restore)
        .get("/mal/{id}/dela", plan, split::show_split)
        .post("/mal/{id}/dela", plan, split::split)
        .get("/mal/{id}/sla-ihop", plan, split::show_merge)
        .post("/mal/{id}/sla-ihop", plan, split::merge)
        .get("/mal/{id}/avsluta", adopt, end::show)
        .post("/mal/{id}/avsluta", adopt, end::end)
        .post("/mal/{id}/avsluta/ta-tillbaka", adopt, end::take_back)
        .get("/mal/{id}/beslut/ratta", adopt, mend_decision::show)
        .post("/mal/{id}/beslut/ratta", adopt, mend_decision::mend);
}
