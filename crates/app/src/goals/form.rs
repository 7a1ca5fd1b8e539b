//! The form of an element: its words, its place in the thread, who answers for it and when.

use domain::access::Action;
use domain::elements::Element;
use domain::ids::OrgUnitId;
use domain::steering::{ElementType, Role};
use domain::wording::Advice;
use maud::{Markup, html};

use super::advice;
use super::parent_choices::parent_choices;
use super::theirs::Theirs;
use super::usual_owner::{owner_of_parent, remark, usual_owner};
use super::words::term_inside;
use super::written::{LONGEST_TEXT, Written};
use crate::choosing::{Offered, on_enter, org_units_that, people};
use crate::cx::Cx;
use crate::elements;
use crate::i18n::{Language, Texts};
use crate::web::error::AppError;
use crate::web::ui::{
    Button, Choice, Field, PageHead, Problem, button, button_link, error_summary, form_end,
    page_header,
};

/// The form, ready to be shown.
pub(super) struct Form<'a> {
    texts: Texts,
    element_type: &'a ElementType,
    written: Written,
    old: Option<&'a Element>,
    theirs: Option<Theirs<'a>>,
    problems: Vec<(&'static str, String)>,
    owners: Offered,
    people: Offered,
    parents: Offered,
    advice: Vec<Advice>,
    /// What is remarked on the owner that is chosen.
    unusual_owner: Option<String>,
    /// What is remarked on how many there would be.
    too_many: Option<String>,
}

impl<'a> Form<'a> {
    /// Puts the form together with what can be chosen.
    pub(super) fn new(
        cx: &mut Cx<'_, '_>,
        element_type: &'a ElementType,
        written: Written,
        old: Option<&'a Element>,
    ) -> Result<Self, AppError> {
        let texts = cx.texts();
        let nobody = Choice::new("", texts.goals_nobody());
        let structure = cx.structure.clone();
        let levels = structure.owner_levels(element_type);
        let mut written = written;
        let parents = parent_choices(cx, &structure, element_type, &written);
        if written.owner.is_empty() {
            // The parent may have been found by the search just made.
            parents.chosen().unwrap_or_default().clone_into(&mut written.parent);
            let usual = usual_owner(cx, (element_type, levels.as_ref()), &written);
            written.owner = usual.map(|unit| unit.to_string()).unwrap_or_default();
        }
        let mut owners = org_units_that(cx, "agare", (Action::Plan, &written.owner), |unit| {
            let is_kept = old.is_some_and(|old| old.owner == unit.id);
            is_kept || levels.as_ref().is_none_or(|levels| levels.contains(unit.level.as_str()))
        });
        let owner: Option<OrgUnitId> = owners.chosen().and_then(|id| id.parse().ok());
        let near = owner.or_else(|| owner_of_parent(cx, &written));
        let people = people(cx, "ansvarig", &written.responsible, near)?.after(nobody);
        let unusual_owner = owner.and_then(|id| remark(texts, &structure, element_type, id));
        let planned = owner.map(|owner| written.planned(old.map(|old| old.id), owner));
        let too_many = advice::on_number_written(cx, &structure, element_type, planned)?;
        if owner.is_none() {
            owners = owners.after(Choice::new("", texts.goals_no_owner()));
        }
        let id = old.map(|old| old.id);
        let advice = advice::on_written(&structure, element_type, &written, id);
        Ok(Self {
            texts,
            element_type,
            written,
            old,
            theirs: None,
            problems: Vec::new(),
            owners,
            people,
            parents,
            advice,
            unusual_owner,
            too_many,
        })
    }

    /// With what is wrong.
    pub(super) fn with(mut self, problems: Vec<(&'static str, String)>) -> Self {
        self.problems = problems;
        self
    }

    /// Beside what somebody else has written meanwhile.
    pub(super) fn against(mut self, theirs: Theirs<'a>) -> Self {
        self.theirs = Some(theirs);
        self
    }

    /// Title of the page.
    pub(super) fn title(&self) -> String {
        let term = &self.element_type.term;
        if self.old.is_some() {
            match self.texts.language {
                Language::Swedish => self.texts.goals_edit_title(&term.definite),
                Language::English => {
                    self.texts.goals_edit_title(term_inside(Language::English, term))
                }
            }
        } else {
            self.texts.goals_plan_new(term_inside(self.texts.language, term))
        }
    }

    fn wrong(&self, field: &str) -> Option<&str> {
        self.problems.iter().find(|(at, _)| *at == field).map(|(_, words)| words.as_str())
    }

    /// The page.
    pub(super) fn body(&self) -> Markup {
        let texts = self.texts;
        let lead = if self.element_type.role == Role::Activity {
            texts.goals_lead_activity()
        } else {
            texts.goals_lead()
        };
        let head = PageHead { title: self.title(), lead: lead.to_owned(), ..PageHead::default() };
        let summary: Vec<Problem> =
            self.problems.iter().map(|(at, words)| Problem::at(*at, words)).collect();
        let action = self.old.map_or_else(|| "/mal".to_owned(), |old| format!("/mal/{}", old.id));
        let back = self.old.map_or_else(|| "/planera".to_owned(), elements::url);
        let end = html! {
            (button(Button::Primary, texts.goals_save(), None))
            (button_link(Button::Secondary, &back, texts.web_cancel()))
        };
        html! {
            div.wrap.page {
                @if !summary.is_empty() { (error_summary(texts.web_problems(), &summary)) }
                (page_header(&head))
                @if let Some(theirs) = &self.theirs { (theirs.beside(texts, self.element_type, &self.written)) }
                form.form method="post" action=(action) {
                    @if self.is_searched() { (on_enter(texts)) }
                    input type="hidden" name="id" value=(self.written.id);
                    input type="hidden" name="version" value=(self.written.version);
                    input type="hidden" name="typ" value=(self.written.element_type);
                    (self.words())
                    (self.place())
                    (self.time())
                    (self.written.grounds.fields(texts, self.element_type.role, &self.problems))
                    (self.written.own.fields(texts, self.element_type, &self.problems))
                    (form_end(&end, None))
                }
            }
        }
    }

    fn is_searched(&self) -> bool {
        [&self.owners, &self.people, &self.parents].iter().any(|one| one.is_narrowed())
    }

    fn words(&self) -> Markup {
        let texts = self.texts;
        let most = u32::try_from(LONGEST_TEXT).unwrap_or(u32::MAX);
        let question = if self.element_type.role == Role::Activity {
            texts.goals_field_title_activity()
        } else {
            texts.goals_field_title()
        };
        let title = Field::text("titel", question)
            .hint(texts.goals_field_title_hint())
            .value(&self.written.title)
            .required()
            .problem(self.wrong("titel"));
        let text = Field::textarea("text", texts.goals_field_text())
            .hint(texts.goals_field_text_hint())
            .rows(4)
            .value(&self.written.text)
            .optional(texts.web_optional())
            .limit(most, &texts.goals_left("{left}", "{max}"), &texts.web_over("{max}", "{over}"))
            .problem(self.wrong("text"));
        let id = self.old.map(|old| old.id.to_string()).unwrap_or_default();
        html! {
            (title)
            (advice::in_form(texts, self.element_type, &self.advice, &id))
            (text)
        }
    }

    fn place(&self) -> Markup {
        let texts = self.texts;
        let stands_alone = self.element_type.may_stand_alone();
        let owner =
            self.owners.field(texts, texts.goals_field_owner()).problem(self.wrong("agare"));
        let mut parent = self
            .parents
            .field(texts, texts.goals_field_parent())
            .hint(texts.goals_field_parent_hint())
            .problem(self.wrong("under"));
        let mut responsible = self
            .people
            .field(texts, texts.goals_field_responsible())
            .problem(self.wrong("ansvarig"));
        if stands_alone {
            parent = parent.optional(texts.web_optional());
        }
        if self.element_type.role != Role::Activity {
            responsible = responsible.optional(texts.web_optional());
        }
        html! {
            @if self.old.is_none() && !self.parents.is_empty() { (parent) }
            (owner)
            @for words in self.unusual_owner.iter().chain(&self.too_many) { div.advice { p { (words) } } }
            (responsible)
        }
    }

    fn time(&self) -> Markup {
        let texts = self.texts;
        let is_activity = self.element_type.role == Role::Activity;
        let from = Field::date("fran", texts.goals_field_from())
            .value(&self.written.starts_on)
            .optional(texts.web_optional())
            .problem(self.wrong("fran"));
        let words = if is_activity { texts.goals_field_done() } else { texts.goals_field_to() };
        let mut to =
            Field::date("till", words).value(&self.written.ends_on).problem(self.wrong("till"));
        if !is_activity {
            to = to.optional(texts.web_optional());
        }
        let number = Field::text("nummer", texts.goals_field_number())
            .hint(texts.goals_field_number_hint())
            .value(&self.written.number)
            .optional(texts.web_optional())
            .problem(self.wrong("nummer"));
        html! { (from) (to) @if !is_activity { (number) } }
    }
}
