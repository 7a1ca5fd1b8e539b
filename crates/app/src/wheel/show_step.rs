//! A step: its days, how they move, what it says to those below, and whether they answer in time.

use std::collections::BTreeSet;
use std::sync::Arc;

use domain::access::Action;
use domain::calendar::{Clash, WheelStep};
use domain::elements::Element;
use domain::ids::{OrgUnitId, WheelStepId};
use domain::steering::capitalised;
use maud::{Markup, html};

use super::above::{Above, count};
use super::reading::Levels;
use super::tables::document;
use super::{ahead, instructions, step_url, store, to_answer, url, words};
use crate::cx::Cx;
use crate::frame::Nav;
use crate::web::error::{Answer, OrNotFound};
use crate::web::ui::{
    Button, Column, Fact, PageHead, Row, Stop, Symbol, Table, Tone, breadcrumb_thread, button,
    button_link, facts, notice, page_header, section, signal_status,
};

/// Most org units below that are listed.
const MOST_BELOW: usize = 200;

struct Page<'c, 'a, 't> {
    cx: &'c Cx<'a, 't>,
    step: WheelStep,
    is_removed: bool,
    levels: Levels,
    clashes: Vec<Clash>,
    /// The org units directly below, each with its own step of the same kind about the same year.
    below: Vec<(OrgUnitId, Option<WheelStep>)>,
    /// The assignments that shall be answered in the step's report.
    to_answer: Vec<Arc<Element>>,
}

/// Shows it.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let id: WheelStepId = cx.req.param("id").or_not_found()?;
    let (step, removed) = store::step(cx.tx, id)?.or_not_found()?;
    // What has been taken away is for those who can put it back.
    if removed.is_some() && !cx.can(Action::Plan, step.org_unit) {
        return None.or_not_found();
    }
    let structure = cx.structure.clone();
    let levels = Levels::read(cx.tx, &structure.organisation, step.org_unit, step.year)?;
    let mut clashes = levels.clashes();
    clashes.retain(|clash| clash.own == Some(id));
    let below = below(cx, &step)?;
    let to_answer = to_answer::of_step(cx, &step)?;
    let is_removed = removed.is_some();
    let page = Page { cx, step, is_removed, levels, clashes, below, to_answer };
    let (title, body) = (page.step.content.title.clone(), page.body());
    Ok(cx.page(&title, Nav::Plan, &body))
}

/// What answers the step from below, when it asks for something.
fn below(cx: &mut Cx<'_, '_>, step: &WheelStep) -> Answer<Vec<(OrgUnitId, Option<WheelStep>)>> {
    if step.content.needed_on.is_none() {
        return Ok(Vec::new());
    }
    let structure = cx.structure.clone();
    let today = cx.today();
    let organisation = &structure.organisation;
    let units: Vec<OrgUnitId> = organisation
        .children(step.org_unit)
        .iter()
        .copied()
        .filter(|id| organisation.get(*id).is_some_and(|unit| unit.is_valid_on(today)))
        .take(MOST_BELOW)
        .collect();
    let asked: BTreeSet<OrgUnitId> = units.iter().copied().collect();
    let about = (step.content.kind, step.content.about_year);
    let answers = store::answers_of(cx.tx, &asked, step.year, about)?;
    let away = |one: &WheelStep| {
        let days = one.content.due_on.until(step.content.due_on).map(|span| span.get_days());
        days.map_or(i32::MAX, i32::abs)
    };
    let own = |unit: OrgUnitId| {
        let own = answers.iter().filter(|one| one.org_unit == unit);
        own.min_by_key(|one| away(one)).cloned()
    };
    Ok(units.into_iter().map(|unit| (unit, own(unit))).collect())
}

impl Page<'_, '_, '_> {
    fn may_change(&self) -> bool {
        self.cx.can(Action::Plan, self.step.org_unit)
    }

    fn body(&self) -> Markup {
        let texts = self.cx.texts();
        let organisation = &self.cx.structure.organisation;
        let (step, content) = (&self.step, &self.step.content);
        let name = organisation.name(step.org_unit);
        let stops = [
            Stop::to(url(step.org_unit, step.year), texts.wheel_title(name, step.year)),
            Stop::here(&content.title),
        ];
        let head = PageHead {
            eyebrow: name.to_owned(),
            title: content.title.clone(),
            lead: self.lead(),
            end: None,
        };
        let above = Above { texts, organisation, today: self.cx.today(), year: step.year };
        html! {
            div.wrap.page {
                (breadcrumb_thread(texts.web_thread_label(), &stops))
                (page_header(&head))
                (self.removed())
                (above.clashes(&self.levels, &self.clashes, self.may_change()))
                (self.instructions())
                (to_answer::part(self.cx, &self.to_answer))
                (self.answers())
                (section("om", texts.wheel_facts(), "", &html! { div.form { (self.facts()) } }))
                (self.actions())
            }
        }
    }

    fn lead(&self) -> String {
        let texts = self.cx.texts();
        let content = &self.step.content;
        let left = words::left(texts, self.cx.today(), content.due_on);
        let day = capitalised(&words::day(texts, content.due_on));
        texts.wheel_step_lead(day, left)
    }

    fn removed(&self) -> Markup {
        if !self.is_removed {
            return html! {};
        }
        let texts = self.cx.texts();
        let body = html! {
            form.row method="post" action={(step_url(self.step.id)) "/tillbaka"} {
                (button(Button::SmallSecondary, texts.wheel_restore(), None))
            }
        };
        notice(Tone::Neutral, texts.wheel_removed(), &body)
    }

    fn facts(&self) -> Markup {
        let texts = self.cx.texts();
        let (year, content) = (self.step.year, &self.step.content);
        let mut found = vec![
            Fact::new(texts.wheel_column_when(), &words::span(texts, &self.step)),
            Fact::new(texts.wheel_column_about(), &content.about_year.to_string()),
            Fact::new(texts.steering_kind(), &texts.steering_cycle_kind(content.kind.key())),
        ];
        if let Some(needed) = content.needed_on {
            found.push(Fact::new(texts.wheel_fact_needed(), &words::short(texts, needed)));
        }
        if let Some(why) = words::closed(texts, content.due_on) {
            found.push(Fact::new(texts.wheel_fact_closed(), &why));
        }
        if let Some(name) = document(texts, &self.cx.structure.model, &content.document) {
            found.push(Fact::new(texts.wheel_field_document(), &name));
        }
        let next = content.rule.in_year(year.saturating_add(1));
        let next = next.map(|day| crate::i18n::date(texts.language, day)).unwrap_or_default();
        let rule = texts.wheel_rule_and_next(next, words::rule(texts, content.rule));
        found.push(Fact::new(texts.wheel_column_rule(), &rule));
        facts(&found)
    }

    fn instructions(&self) -> Markup {
        let texts = self.cx.texts();
        let written = &self.step.content.instructions;
        if written.is_empty() {
            return html! {};
        }
        section("anvisningar", texts.wheel_instructions_here(), "", &instructions::text(written))
    }

    /// Who below has a step that answers, and whether it comes in time.
    fn answers(&self) -> Markup {
        let (texts, Some(needed)) = (self.cx.texts(), self.step.content.needed_on) else {
            return html! {};
        };
        if self.below.is_empty() {
            return html! {};
        }
        let rows = self.below.iter().map(|(unit, own)| {
            let name = self.cx.structure.organisation.name(*unit);
            let (day, fits) = match own {
                None => (
                    "–".to_owned(),
                    signal_status(Symbol::NotAssessed, Tone::Neutral, texts.wheel_no_step()),
                ),
                Some(own) => {
                    let due = own.content.due_on;
                    let late = due > needed;
                    let (shape, tone, word) = if late {
                        (Symbol::NotMet, Tone::Concern, texts.wheel_too_late())
                    } else {
                        (Symbol::Met, Tone::Good, texts.wheel_in_time())
                    };
                    (words::short(texts, due), signal_status(shape, tone, word))
                }
            };
            let address =
                own.as_ref().map_or_else(|| url(*unit, self.step.year), |own| step_url(own.id));
            Row::new(vec![html! { a href=(address) { (name) } }, html! { (day) }, fits])
        });
        let columns =
            [texts.wheel_column_whose(), texts.wheel_column_day(), texts.wheel_column_fits()]
                .map(Column::text)
                .to_vec();
        let title = texts.wheel_answers();
        let table = Table::new("svar", title, columns, rows.collect()).hide_caption();
        let with = self.below.iter().filter(|(_, own)| own.is_some()).count();
        let note = texts.wheel_answers_count(count(&self.below), i64::try_from(with).unwrap_or(0));
        section("under", title, &note, &html! { (table) })
    }

    fn actions(&self) -> Markup {
        let texts = self.cx.texts();
        let address = step_url(self.step.id);
        if self.is_removed {
            return html! {};
        }
        let rounds =
            ahead::has_rounds(self.step.content.kind) && self.cx.can_everywhere(Action::Adopt);
        html! {
            @if rounds { p.row { (button_link(Button::Primary, &format!("/folja-upp/ny?steg={}", self.step.id), texts.wheel_open_round())) } }
            @if self.may_change() {
                form.row method="post" action={(address) "/ta-bort"} {
                    (button_link(Button::Secondary, &format!("{address}/andra"), texts.wheel_change_step()))
                    input type="hidden" name="version" value=(self.step.version);
                    (button(Button::Careful, texts.wheel_remove(), None))
                }
            }
        }
    }
}
