//! The page where what to change is chosen and the outcome shown.

use std::collections::BTreeSet;

use domain::access::Action;
use domain::elements::Structure;
use domain::ids::{BulkChangeId, OrgUnitId};
use maud::{Markup, html};

use super::choose::Chosen;
use super::plan::Planned;
use super::value::{Kind, Value, Words};
use crate::choosing::{Offered, Pool, org_units, parent_types, people};
use crate::cx::Cx;
use crate::i18n::Texts;
use crate::web::error::AppError;
use crate::web::fields::Fields;
use crate::web::ui::{
    Button, Choice, Field, PageHead, Problem, Stop, breadcrumb_thread, button, button_link,
    empty_state, error_summary, form_end, page_header,
};

/// The page, ready to be shown.
pub(super) struct Page<'a> {
    pub(super) texts: Texts,
    pub(super) structure: &'a Structure,
    chosen: Chosen<'a>,
    pub(super) kind: Kind,
    pub(super) sent: String,
    offered: Offered,
    problem: Option<String>,
    /// The list that the rows were chosen in.
    back: String,
    pub(super) id: String,
}

impl<'a> Page<'a> {
    pub(super) fn new(
        cx: &mut Cx<'_, '_>,
        structure: &'a Structure,
        chosen: Chosen<'a>,
        (kind, sent): (Kind, String),
        back: &str,
    ) -> Result<Self, AppError> {
        let texts = cx.texts();
        let owners: BTreeSet<OrgUnitId> = chosen.elements.iter().map(|one| one.owner).collect();
        let offered = match kind {
            Kind::Responsible => people(cx, "till", &sent, owners)?,
            Kind::Owner => org_units(cx, "till", Action::Plan, &sent),
            Kind::Parent => parents(cx, structure, &chosen, &sent),
            Kind::End | Kind::Propose => Offered::default(),
        };
        let offered = offered.after(Choice::new("", texts.bulk_choose()));
        let id = cx.new_id::<BulkChangeId>().to_string();
        // Only the thread's own addresses lead back.
        let back = Fields::urlencoded(back).map(|fields| fields.encoded()).unwrap_or_default();
        Ok(Self { texts, structure, chosen, kind, sent, offered, problem: None, back, id })
    }

    pub(super) fn with(mut self, problem: Option<String>) -> Self {
        self.problem = problem;
        self
    }

    pub(super) fn title(&self) -> String {
        match &self.chosen.person {
            Some((_, name)) => self.texts.bulk_hand_over_title(name),
            None => self.texts.bulk_title().to_owned(),
        }
    }

    pub(super) fn back_url(&self) -> String {
        if self.back.is_empty() {
            "/trad?vy=lista".to_owned()
        } else {
            format!("/trad?{}", self.back)
        }
    }

    pub(super) fn body(
        &self,
        words: &Words<'_>,
        planned: Option<&(Value, Vec<Planned<'_>>)>,
    ) -> Markup {
        let texts = self.texts;
        let summary: Vec<Problem> =
            self.problem.iter().map(|words| Problem::at("till", words)).collect();
        let count = i64::try_from(self.chosen.elements.len()).unwrap_or(i64::MAX);
        let lead = match &self.chosen.person {
            Some(_) => texts.bulk_hand_over_lead(count),
            None => texts.bulk_lead(count),
        };
        let head = PageHead { title: self.title(), lead, ..PageHead::default() };
        let stops = [Stop::to(self.back_url(), texts.thread_view_list()), Stop::here(self.title())];
        html! {
            div.wrap.page {
                @if !summary.is_empty() { (error_summary(texts.web_problems(), &summary)) }
                (breadcrumb_thread(texts.web_thread_label(), &stops))
                @if self.chosen.elements.is_empty() {
                    (page_header(&PageHead { lead: String::new(), ..head }))
                    (empty_state(texts.bulk_none(), texts.bulk_none_text(), Some(&button_link(Button::Primary, &self.back_url(), texts.bulk_to_list()))))
                } @else {
                    (page_header(&head))
                    (self.form())
                    @if let Some((value, planned)) = planned { (self.outcome(words, *value, planned)) }
                }
            }
        }
    }

    /// What both forms carry: which elements.
    pub(super) fn rows(&self) -> Markup {
        html! {
            input type="hidden" name="fran" value=(self.back);
            @match &self.chosen.person {
                Some((person, _)) => input type="hidden" name="person" value=(person);,
                None => @for element in &self.chosen.elements {
                    input type="hidden" name="rad" value=(element.id);
                },
            }
        }
    }

    fn form(&self) -> Markup {
        let texts = self.texts;
        let kinds: &[Kind] =
            if self.chosen.person.is_some() { &[Kind::Responsible] } else { &Kind::ALL };
        let problem = self.problem.as_deref();
        html! {
            @if kinds.len() > 1 {
                form.kinds method="get" action="/trad/andra" {
                    (self.rows())
                    p.label #vad { (texts.bulk_what()) }
                    div.row role="group" aria-labelledby="vad" {
                        @for kind in kinds {
                            button.pill type="submit" name="vad" value=(kind.code()) aria-pressed=(if *kind == self.kind { "true" } else { "false" }) { (kind.words(texts)) }
                        }
                    }
                }
            }
            @if self.kind != Kind::Propose {
                form.form method="get" action="/trad/andra" {
                    (self.rows())
                    input type="hidden" name="vad" value=(self.kind.code());
                    @match self.kind {
                        Kind::Responsible => (self.offered.field(texts, texts.bulk_new_responsible()).problem(problem)),
                        Kind::Owner => (self.offered.field(texts, texts.bulk_new_owner()).hint(texts.bulk_drafts_only()).problem(problem)),
                        Kind::Parent => (self.offered.field(texts, texts.bulk_new_parent()).hint(texts.bulk_parent_hint()).problem(problem)),
                        Kind::End => (Field::date("till", texts.bulk_new_end()).value(&self.sent).hint(texts.bulk_drafts_only()).problem(problem)),
                        Kind::Propose => {},
                    }
                    (form_end(&button(Button::Secondary, texts.bulk_preview(), Some(("visa", "1"))), None))
                }
            }
        }
    }
}

/// What the steering model lets the first of the chosen hang under.
fn parents(cx: &Cx<'_, '_>, structure: &Structure, chosen: &Chosen<'_>, sent: &str) -> Offered {
    let Some(first) = chosen.elements.first() else { return Offered::default() };
    let of_type = structure.model.element_type(&first.element_type);
    let types = of_type.map(|one| parent_types(one)).unwrap_or_default();
    let pool = Pool { structure, types, near: Some(first.owner), is_planned: false, fits: None };
    pool.offered(cx, "till", sent, |parent| {
        format!("{} ({})", parent.title, structure.organisation.name(parent.owner))
    })
}
