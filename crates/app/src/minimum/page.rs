//! The page of the common minimum: committee by requirement, and one committee with what it lacks.

use domain::elements::{Element, Structure};
use domain::ids::{ElementId, OrgUnitId};
use domain::impact::answering_type;
use domain::minimum::{Requirement, Standing};
use maud::{Markup, html};

use super::store::Demand;
use super::words;
use crate::elements;
use crate::i18n::Texts;
use crate::web::ui::{
    Button, Choice, Column, Link, PageHead, Pagination, Problem, Row, Table, button, button_link,
    checklist, empty_state, error_summary, form_end, page_header, pagination, question_group,
    section, signal_status,
};

/// Most things that lack something, of one requirement.
const MOST_NAMED: usize = 50;

/// One committee's standing.
pub(super) struct OfUnit {
    pub(super) org_unit: OrgUnitId,
    pub(super) common: Vec<(Requirement, Standing)>,
    /// What it demands of itself besides.
    pub(super) own: Vec<(Requirement, Standing)>,
}

/// What the page shows.
pub(super) struct Page<'a> {
    pub(super) texts: Texts,
    pub(super) structure: &'a Structure,
    /// The committee, when it is about one.
    pub(super) alone: Option<OrgUnitId>,
    pub(super) rows: Vec<OfUnit>,
    pub(super) number: usize,
    pub(super) last: usize,
    pub(super) common: Vec<Requirement>,
    pub(super) demands: Vec<Demand>,
    pub(super) version: i64,
    pub(super) may_change: bool,
    pub(super) problem: Option<&'static str>,
}

impl Page<'_> {
    /// Title of the page.
    pub(super) fn title(&self) -> String {
        match self.alone {
            Some(unit) => self.texts.minimum_title_of(self.structure.organisation.name(unit)),
            None => self.texts.minimum_title().to_owned(),
        }
    }

    /// The page.
    pub(super) fn body(&self) -> Markup {
        let texts = self.texts;
        let end = self.alone.map(|_| {
            button_link(Button::Secondary, "/planera/minimikrav", texts.minimum_all_committees())
        });
        let lead =
            if self.alone.is_some() { texts.minimum_lead_of() } else { texts.minimum_lead() };
        let head =
            PageHead { title: self.title(), lead: lead.to_owned(), end, ..PageHead::default() };
        html! {
            div.wrap.page {
                @if let Some(words) = self.problem { (error_summary(texts.web_problems(), &[Problem::at("krav", words)])) }
                (page_header(&head))
                @match (self.alone, self.rows.first()) {
                    (Some(_), Some(row)) => (self.one(row)),
                    _ => (self.all()),
                }
                @if self.may_change { (self.form()) }
            }
        }
    }

    fn all(&self) -> Markup {
        let texts = self.texts;
        if self.common.is_empty() {
            return empty_state(texts.minimum_none(), texts.minimum_none_text(), None);
        }
        let mut columns = vec![Column::text(texts.minimum_committee())];
        columns.extend(self.common.iter().map(|of| Column::text(words::requirement(texts, *of).0)));
        columns.push(Column::text(texts.minimum_own()));
        let rows = self.rows.iter().map(|row| self.row(row)).collect();
        let table =
            Table::new("minimikrav", texts.minimum_title(), columns, rows).hide_caption().stacked();
        html! { (table) (self.pages()) }
    }

    fn pages(&self) -> Markup {
        let texts = self.texts;
        let link =
            |page: usize| Link::new(format!("/planera/minimikrav?sida={page}"), page.to_string());
        let step = |page: usize, words: &str| Link { text: words.to_owned(), ..link(page) };
        let page = self.number;
        html! {
            @if self.last > 1 {
                (pagination(&Pagination {
                    label: texts.web_pages().to_owned(),
                    shown: String::new(),
                    previous: (page > 1).then(|| step(page - 1, texts.web_previous())),
                    next: (page < self.last).then(|| step(page + 1, texts.web_next())),
                    pages: (1..=self.last).map(link).collect(),
                    current: page - 1,
                }))
            }
        }
    }

    fn row(&self, row: &OfUnit) -> Row {
        let texts = self.texts;
        let name = self.structure.organisation.name(row.org_unit);
        let cell = |standing: &Standing| {
            let (shape, tone, words) = words::standing(texts, standing);
            signal_status(shape, tone, &words)
        };
        let mut cells =
            vec![html! { a href={"/planera/minimikrav?enhet=" (row.org_unit)} { (name) } }];
        cells.extend(row.common.iter().map(|(_, standing)| cell(standing)));
        cells.push(html! {
            @for (of, standing) in &row.own { p { (cell(standing)) " " span.fine { (words::requirement(texts, *of).0) } } }
        });
        Row::new(cells)
    }

    fn one(&self, row: &OfUnit) -> Markup {
        let texts = self.texts;
        html! {
            @if row.common.is_empty() && row.own.is_empty() { (empty_state(texts.minimum_none(), texts.minimum_none_text(), None)) }
            @for (of, standing) in &row.common { (self.requirement(row.org_unit, *of, standing, "")) }
            @for (of, standing) in &row.own { (self.requirement(row.org_unit, *of, standing, texts.minimum_own())) }
        }
    }

    fn requirement(
        &self,
        unit: OrgUnitId,
        of: Requirement,
        standing: &Standing,
        note: &str,
    ) -> Markup {
        let texts = self.texts;
        let (title, sentence) = words::requirement(texts, of);
        let (shape, tone, words) = words::standing(texts, standing);
        let lacking: &[ElementId] = match standing {
            Standing::Lacking(lacking, _) => lacking,
            _ => &[],
        };
        let body = html! {
            p.soft { (sentence) }
            p { (signal_status(shape, tone, &words)) }
            ul.plain-list {
                @for goal in lacking.iter().take(MOST_NAMED).filter_map(|id| self.structure.element(*id)) {
                    li { a href=(self.fix(unit, of, goal)) { (goal.title) } }
                }
            }
            @if *standing == Standing::Absent { p { a href={"/planera?enhet=" (unit)} { (texts.minimum_to_plan()) } } }
        };
        section(of.code(), title, note, &body)
    }

    /// Where what is lacking is put right.
    fn fix(&self, unit: OrgUnitId, of: Requirement, goal: &Element) -> String {
        if !self.may_change {
            return elements::url(goal);
        }
        match of {
            Requirement::Answers => {
                let answer = answering_type(self.structure, &goal.element_type);
                let of = answer.map_or("", |one| one.id.as_str());
                format!("/mal/nytt?typ={of}&under={}&enhet={unit}", goal.id)
            }
            Requirement::Measured => format!("/matt/nytt?mal={}", goal.id),
            Requirement::Worked => format!("/mal/nytt?under={}", goal.id),
            _ if goal.is_editable() => format!("/mal/{}/andra", goal.id),
            _ => elements::url(goal),
        }
    }

    /// What is demanded, to be ticked by those who may say.
    fn form(&self) -> Markup {
        let texts = self.texts;
        let chosen = |of: Requirement| {
            self.demands.iter().any(|one| one.org_unit == self.alone && one.requirement == of)
        };
        let is_given = |of: Requirement| match self.alone {
            Some(_) => self.common.contains(&of),
            None => of.is_of(&self.structure.model),
        };
        let choices: Vec<Choice> = Requirement::ALL
            .into_iter()
            .filter(|of| !is_given(*of))
            .map(|of| {
                let (title, sentence) = words::requirement(texts, of);
                Choice::new(of.code(), title).note(sentence).chosen(chosen(of))
            })
            .collect();
        let given: Vec<&str> = Requirement::ALL
            .into_iter()
            .filter(|of| is_given(*of))
            .map(|of| words::requirement(texts, of).0)
            .collect();
        let (question, hint) = match self.alone {
            Some(_) => (texts.minimum_add(), texts.minimum_add_hint()),
            None => (texts.minimum_say(), texts.minimum_say_hint()),
        };
        html! {
            form.form method="post" action="/planera/minimikrav" {
                input type="hidden" name="enhet" value=[self.alone];
                input type="hidden" name="version" value=(self.version);
                div #krav { (question_group(question, hint, &checklist("krav", &choices))) }
                @if !given.is_empty() { p.soft { (texts.minimum_given(given.join(", "))) } }
                (form_end(&button(Button::Primary, texts.minimum_save(), None), None))
            }
        }
    }
}
