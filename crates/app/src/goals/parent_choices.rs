//! What an element can be written under.

use domain::elements::Structure;
use domain::steering::ElementType;

use super::words::type_word;
use super::written::Written;
use crate::choosing::{Offered, Pool, parent_types};
use crate::cx::Cx;
use crate::web::ui::Choice;

/// The elements the model lets an element of the type hang under, nearest owners first.
pub(super) fn parent_choices(
    cx: &Cx<'_, '_>,
    structure: &Structure,
    element_type: &ElementType,
    written: &Written,
) -> Offered {
    let texts = cx.texts();
    let types = parent_types(element_type);
    let near = written.owner.parse().ok();
    let pool = Pool { structure, types, near, is_planned: false, fits: None };
    let offered = pool.offered(cx, "under", &written.parent, |parent| {
        let term = type_word(texts.language, structure, parent);
        format!("{term}: {} ({})", parent.title, structure.organisation.name(parent.owner))
    });
    if offered.is_empty() {
        return offered;
    }
    offered.after(Choice::new("", texts.goals_no_parent()))
}
