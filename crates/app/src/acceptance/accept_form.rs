//! The form where a deviation is accepted: why, by which decision, and until when.

use domain::elements::Element;
use domain::ids::OrgUnitId;
use domain::organisation::OrgLevelKind;
use maud::{Markup, html};

use crate::cx::Cx;
use crate::elements;
use crate::web::fields::Fields;
use crate::web::ui::{
    Button, Choice, Field, PageHead, Problem, Stop, breadcrumb_thread, button, button_link,
    error_summary, form_end, page_header,
};

/// The fields as typed.
#[derive(Default)]
pub(super) struct Typed {
    pub(super) id: String,
    pub(super) decision: String,
    pub(super) reason: String,
    pub(super) body: String,
    pub(super) day: String,
    pub(super) paragraph: String,
    pub(super) reference: String,
    pub(super) until: String,
}

impl Typed {
    /// What the form brought.
    pub(super) fn sent(form: &Fields) -> Self {
        let text = |name: &str| form.text(name).trim().to_owned();
        Self {
            id: text("id"),
            decision: text("beslut"),
            reason: form.text("skal").to_owned(),
            body: text("organ"),
            day: text("dag"),
            paragraph: form.text("paragraf").trim_start_matches('§').trim().to_owned(),
            reference: text("dnr"),
            until: text("till"),
        }
    }
}

/// Who may have decided: the way up from whose deviation it is, and the executive board, which has
/// oversight of all. An org unit accepts nothing of its own below a political body.
pub(super) fn bodies(cx: &Cx<'_, '_>, org_unit: OrgUnitId) -> Vec<OrgUnitId> {
    let organisation = &cx.structure.organisation;
    let kind = |id: &OrgUnitId| organisation.get(*id).map(|unit| unit.kind);
    let decides = |id: &OrgUnitId| {
        matches!(
            kind(id),
            Some(
                OrgLevelKind::Council
                    | OrgLevelKind::ExecutiveBoard
                    | OrgLevelKind::ExecutiveSubcommittee
                    | OrgLevelKind::Committee
                    | OrgLevelKind::ProgrammeCommittee
                    | OrgLevelKind::Company
                    | OrgLevelKind::JointBody
                    | OrgLevelKind::Administration
            )
        )
    };
    let mut found: Vec<OrgUnitId> = std::iter::once(org_unit)
        .chain(organisation.ancestors(org_unit))
        .filter(|id| decides(id))
        .collect();
    let boards = organisation.roots().iter().flat_map(|top| organisation.children(*top));
    for board in boards.filter(|id| kind(id) == Some(OrgLevelKind::ExecutiveBoard)) {
        if !found.contains(board) {
            found.push(*board);
        }
    }
    found
}

/// The form, ready to be shown.
pub(super) struct Page<'p> {
    pub(super) element: &'p Element,
    pub(super) org_unit: OrgUnitId,
    pub(super) typed: &'p Typed,
    pub(super) problems: &'p [(&'static str, String)],
}

impl Page<'_> {
    /// The page.
    pub(super) fn body(&self, cx: &Cx<'_, '_>) -> Markup {
        let texts = cx.texts();
        let back = elements::url(self.element);
        let stops = [Stop::to(&back, &self.element.title), Stop::here(texts.acceptance_accept())];
        let head = PageHead {
            eyebrow: cx.structure.organisation.name(self.org_unit).to_owned(),
            title: texts.acceptance_accept().to_owned(),
            lead: texts.acceptance_lead().to_owned(),
            end: None,
        };
        let summary: Vec<Problem> =
            self.problems.iter().map(|(at, words)| Problem::at(*at, words)).collect();
        let buttons = html! {
            (button(Button::Primary, texts.acceptance_save(), None))
            (button_link(Button::Secondary, &back, texts.web_cancel()))
        };
        html! {
            div.wrap.page {
                (error_summary(texts.web_problems(), &summary))
                (breadcrumb_thread(texts.web_thread_label(), &stops))
                (page_header(&head))
                form.form method="post" action={"/mal/" (self.element.id) "/acceptera"} {
                    input type="hidden" name="id" value=(self.typed.id);
                    input type="hidden" name="beslut" value=(self.typed.decision);
                    input type="hidden" name="enhet" value=(self.org_unit);
                    (self.fields(cx))
                    (form_end(&buttons, None))
                }
            }
        }
    }

    fn fields(&self, cx: &Cx<'_, '_>) -> Markup {
        let texts = cx.texts();
        let typed = self.typed;
        let wrong = |field: &str| {
            self.problems.iter().find(|(at, _)| *at == field).map(|(_, words)| words.as_str())
        };
        let organisation = &cx.structure.organisation;
        let choices = bodies(cx, self.org_unit)
            .into_iter()
            .map(|body| {
                let id = body.to_string();
                let chosen = id == typed.body;
                Choice::new(id, organisation.name(body)).chosen(chosen)
            })
            .collect();
        html! {
            (Field::textarea("skal", texts.acceptance_reason()).hint(texts.acceptance_reason_hint()).value(&typed.reason).rows(4).problem(wrong("skal")))
            (Field::select("organ", texts.acceptance_body(), choices).problem(wrong("organ")))
            (Field::date("dag", texts.acceptance_day()).value(&typed.day).problem(wrong("dag")))
            (Field::text("paragraf", texts.acceptance_paragraph()).hint(texts.acceptance_paragraph_hint()).value(&typed.paragraph).problem(wrong("paragraf")))
            (Field::text("dnr", texts.acceptance_reference()).hint(texts.acceptance_reference_hint()).value(&typed.reference).optional(texts.web_optional()).problem(wrong("dnr")))
            (Field::date("till", texts.acceptance_until()).hint(texts.acceptance_until_hint()).value(&typed.until).problem(wrong("till")))
        }
    }
}
