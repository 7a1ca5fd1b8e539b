//! What is typed in the forms about who writes an account.

use domain::ids::{InvitationId, SubstituteId};

use super::super::reach::Found;
use crate::cx::Cx;

/// What was typed in the forms.
pub(super) struct Typed {
    pub(super) id: String,
    pub(super) people: Vec<String>,
    pub(super) parts: Vec<String>,
    pub(super) due_on: String,
    pub(super) substitute: String,
    pub(super) from: String,
    pub(super) to: String,
}

impl Typed {
    /// The forms before anything is typed.
    pub(super) fn fresh(cx: &Cx<'_, '_>, found: &Found) -> Self {
        Self {
            id: cx.new_id::<SubstituteId>().to_string(),
            people: Vec::new(),
            parts: Vec::new(),
            due_on: found.round.due_on.max(cx.today()).to_string(),
            substitute: String::new(),
            from: cx.today().to_string(),
            to: found.round.closes_on.max(cx.today()).to_string(),
        }
    }

    /// What was sent.
    pub(super) fn sent(cx: &Cx<'_, '_>, found: &Found) -> Self {
        let form = &cx.req.form;
        let list = |name: &str| {
            form.all(name).filter(|value| !value.is_empty()).map(str::to_owned).collect()
        };
        let known = |name: &str, fresh: String| {
            if form.has(name) { form.text(name).to_owned() } else { fresh }
        };
        let fresh = Self::fresh(cx, found);
        Self {
            id: form.parsed::<InvitationId>("id").map_or(fresh.id, |id| id.to_string()),
            people: list("person"),
            parts: list("del"),
            due_on: known("klart", fresh.due_on),
            substitute: form.text("ersattare").to_owned(),
            from: known("fran", fresh.from),
            to: known("till", fresh.to),
        }
    }
}
