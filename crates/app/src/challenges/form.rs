//! The form of a challenge.

use domain::access::Action;
use domain::challenges::{Challenge, LONGEST_WHY};
use domain::ids::ElementId;
use domain::steering::{Role, TypeId};
use maud::{Markup, html};

use super::URL;
use crate::choosing::{Pool, on_enter, org_units};
use crate::cx::Cx;
use crate::web::fields::Fields;
use crate::web::ui::{
    Button, Choice, Field, PageHead, Problem, Tone, button, button_link, error_summary, form_end,
    notice, page_header,
};

/// The fields as typed.
#[derive(Default)]
pub(super) struct Typed {
    pub(super) id: String,
    pub(super) version: i64,
    pub(super) title: String,
    pub(super) why: String,
    pub(super) org_unit: String,
    /// What answers to it already, of what is still ticked.
    pub(super) elements: Vec<ElementId>,
    /// One more.
    pub(super) more: String,
    pub(super) is_ended: bool,
}

impl Typed {
    /// What the form brought.
    pub(super) fn sent(form: &Fields) -> Self {
        Self {
            id: form.text("id").to_owned(),
            version: form.parsed("version").unwrap_or(0),
            title: form.text("titel").to_owned(),
            why: form.text("varfor").replace("\r\n", "\n"),
            org_unit: form.text("agare").to_owned(),
            elements: form.all("svarar").filter_map(|id| id.parse().ok()).collect(),
            more: form.text("mer").to_owned(),
            is_ended: form.text("galler") == "nej",
        }
    }
}

/// Whether elements of a role can answer to a challenge.
pub(super) fn may_answer_to(role: Role) -> bool {
    matches!(role, Role::Goal | Role::Measure | Role::Activity)
}

/// The form, ready to be shown.
pub(super) struct Form<'f> {
    pub(super) action: String,
    pub(super) typed: &'f Typed,
    pub(super) problems: &'f [Problem],
    /// What somebody else kept meanwhile.
    pub(super) theirs: Option<&'f Challenge>,
}

impl Form<'_> {
    /// The page.
    pub(super) fn body(&self, cx: &Cx<'_, '_>) -> Markup {
        let texts = cx.texts();
        let typed = self.typed;
        let is_new = typed.version == 0;
        let title = if is_new { texts.challenges_new() } else { texts.challenges_change() };
        let head = PageHead {
            title: title.to_owned(),
            lead: texts.challenges_form_lead().to_owned(),
            ..PageHead::default()
        };
        let buttons = html! {
            (button(Button::Primary, texts.challenges_save(), None))
            (button_link(Button::Secondary, URL, texts.web_cancel()))
        };
        html! {
            div.wrap.page {
                (error_summary(texts.web_problems(), self.problems))
                (page_header(&head))
                @if let Some(theirs) = self.theirs {
                    (notice(Tone::Partly, texts.actions_stands_now(), &html! {
                        p { b { (theirs.title) } br; (cx.structure.organisation.name(theirs.org_unit)) }
                        @if !theirs.why.is_empty() { p { (theirs.why) } }
                        p { @if theirs.ended_on.is_some() { (texts.challenges_no_longer()) } @else { (texts.challenges_is_one()) } }
                    }))
                }
                form.form method="post" action=(self.action) {
                    (on_enter(texts))
                    input type="hidden" name="id" value=(typed.id);
                    input type="hidden" name="version" value=(typed.version);
                    (self.fields(cx, is_new))
                    (form_end(&buttons, None))
                }
            }
        }
    }

    fn fields(&self, cx: &Cx<'_, '_>, is_new: bool) -> Markup {
        let texts = cx.texts();
        let typed = self.typed;
        let wrong = |field: &str| Problem::of(self.problems, field);
        let structure = cx.seen();
        let chosen: Vec<Choice> = typed
            .elements
            .iter()
            .filter_map(|id| structure.element(*id))
            .map(|one| {
                let unit = structure.organisation.name(one.owner);
                Choice::new(one.id.to_string(), &one.title).chosen(true).note(unit)
            })
            .collect();
        let types: Vec<&TypeId> = [Role::Goal, Role::Measure, Role::Activity]
            .into_iter()
            .flat_map(|role| structure.model.types_with_role(role))
            .map(|one| &one.id)
            .collect();
        let pool = Pool { structure: &structure, types, near: None, is_planned: false, fits: None };
        let label = |one: &domain::elements::Element| {
            format!("{}, {}", one.title, structure.organisation.name(one.owner))
        };
        let none = Choice::new("", texts.challenges_nothing_more());
        let more = pool.offered(cx, "mer", &typed.more, label).after(none);
        let owners = org_units(cx, "agare", Action::Plan, &typed.org_unit);
        let holds = vec![
            Choice::new("ja", texts.challenges_is_one()).chosen(!typed.is_ended),
            Choice::new("nej", texts.challenges_no_longer()).chosen(typed.is_ended),
        ];
        let most = u32::try_from(LONGEST_WHY).unwrap_or(u32::MAX);
        html! {
            (Field::text("titel", texts.challenges_field_title()).value(&typed.title).required().problem(wrong("titel")))
            (Field::textarea("varfor", texts.challenges_why()).hint(texts.challenges_why_hint()).rows(4).value(&typed.why).optional(texts.web_optional()).limit(most, &texts.actions_left("{left}", "{max}"), &texts.web_over("{max}", "{over}")).problem(wrong("varfor")))
            (owners.field(texts, texts.challenges_owner()).problem(wrong("agare")))
            @if !chosen.is_empty() { (Field::checkboxes("svarar", texts.challenges_elements(), chosen)) }
            (more.field(texts, texts.challenges_more()).hint(texts.challenges_more_hint()).problem(wrong("mer")))
            @if !is_new { (Field::radios("galler", texts.challenges_holds(), holds)) }
        }
    }
}
