//! Changing the steering model under a living municipality: a file is checked, shown as what it
//! would change, and put in force as a new version when nothing stands in its way.
//!
//! Owns no table; versions are kept through `steering`.

mod apply;
mod changes;
mod obstacles;
mod plan;
mod preview;
mod upload;
mod values;

pub use changes::{Group, Line, groups};
pub use obstacles::in_the_way;
pub use plan::{Plan, Refusal, keep, plan};

use domain::access::Action;

use crate::cx::Cx;
use crate::routes::{Access, Routes};
use crate::web::error::AppError;

/// The slice's pages.
pub fn routes(routes: &mut Routes) {
    let manage = Access::May(Action::ManageModel);
    routes
        .get("/modell/byt", manage, upload::show)
        .post_free("/modell/byt", manage, upload::look)
        .post("/modell/byt/las-in", manage, apply::apply);
}

/// The model is everyone's: who changes it answers for the whole municipality.
fn may_change(cx: &Cx<'_, '_>) -> Result<(), AppError> {
    if cx.can_everywhere(Action::ManageModel) { Ok(()) } else { Err(AppError::Forbidden) }
}
