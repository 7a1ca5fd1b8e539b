//! The wheel of an org unit and a year: its steps by month, the ring, what does not fit, what
//! the levels above say and what the law asks for.

use domain::access::Action;
use domain::calendar::{Clash, LawClash, WheelStep, is_wheel_year, law_clashes};
use domain::ids::OrgUnitId;
use domain::organisation::OrgLevelKind;
use maud::{Markup, html};

use super::above::{Above, count};
use super::reading::{Levels, asked};
use super::store::{self, Wheel};
use super::tables::Rows;
use super::undo::may_undo;
use super::{instructions, make_below, url};
use crate::cx::Cx;
use crate::frame::Nav;
use crate::web::error::Answer;
use crate::web::ui::{
    Button, Link, PageHead, Stop, Tone, breadcrumb_thread, button, button_link, empty_state,
    notice, page_header, section, segmented,
};

/// Everything that the page shows.
pub(super) struct Page<'c, 'a, 't> {
    pub(super) cx: &'c Cx<'a, 't>,
    pub(super) org_unit: OrgUnitId,
    pub(super) year: i16,
    pub(super) wheel: Option<Wheel>,
    pub(super) levels: Levels,
    pub(super) clashes: Vec<Clash>,
    pub(super) by_law: Vec<LawClash>,
    /// Why something that was asked for could not be done.
    pub(super) refused: Option<&'static str>,
}

/// Shows it.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let page = read(cx, None)?;
    let (title, body) = (page.title(), page.body());
    Ok(cx.page(&title, Nav::Plan, &body))
}

/// Reads everything that the page shows.
pub(super) fn read<'c, 'a, 't>(
    cx: &'c mut Cx<'a, 't>,
    refused: Option<&'static str>,
) -> Answer<Page<'c, 'a, 't>> {
    let (org_unit, year) = asked(cx)?;
    let structure = cx.structure.clone();
    let wheel = store::wheel_of(cx.tx, org_unit, year)?;
    let levels = Levels::read(cx.tx, &structure.organisation, org_unit, year)?;
    let clashes = levels.clashes();
    let council = structure.organisation.get(org_unit).map(|unit| unit.kind);
    let by_law = if council == Some(OrgLevelKind::Council) && wheel.is_some() {
        law_clashes(&levels.own, year)
    } else {
        Vec::new()
    };
    Ok(Page { cx, org_unit, year, wheel, levels, clashes, by_law, refused })
}

impl Page<'_, '_, '_> {
    fn name(&self) -> &str {
        self.cx.structure.organisation.name(self.org_unit)
    }

    pub(super) fn title(&self) -> String {
        self.cx.texts().wheel_title(self.name(), self.year)
    }

    fn may_change(&self) -> bool {
        self.cx.can(Action::Plan, self.org_unit)
    }

    fn above(&self) -> Above<'_> {
        Above {
            texts: self.cx.texts(),
            organisation: &self.cx.structure.organisation,
            today: self.cx.today(),
            year: self.year,
        }
    }

    pub(super) fn body(&self) -> Markup {
        let texts = self.cx.texts();
        let stops = [Stop::to("/arshjul", texts.wheel_all()), Stop::here(self.name())];
        html! {
            div.wrap.page {
                (breadcrumb_thread(texts.web_thread_label(), &stops))
                (page_header(&self.head()))
                @if let Some(refused) = self.refused { (notice(Tone::Concern, refused, &html! {})) }
                (self.fresh())
                (self.above().clashes(&self.levels, &self.clashes, self.may_change()))
                (self.above().law_clashes(&self.by_law))
                div.with-side.wheel-page {
                    div { (self.steps()) (self.said()) (self.law()) }
                    aside.side { (self.ring()) (self.upward()) }
                }
            }
        }
    }

    fn head(&self) -> PageHead {
        let texts = self.cx.texts();
        let years = [self.year - 1, self.year, self.year + 1];
        let known = years.into_iter().filter(|year| is_wheel_year(*year));
        let views: Vec<Link> =
            known.map(|year| Link::new(url(self.org_unit, year), year.to_string())).collect();
        let current = views.iter().position(|view| view.text == self.year.to_string());
        PageHead {
            eyebrow: self.name().to_owned(),
            title: texts.wheel_of_year(self.year),
            lead: texts.wheel_lead().to_owned(),
            end: Some(segmented(texts.wheel_years(), &views, current.unwrap_or(0))),
        }
    }

    /// What is said to whoever has just made the wheel, with the way back.
    fn fresh(&self) -> Markup {
        let Some(wheel) = self.wheel.as_ref().filter(|wheel| {
            self.may_change() && may_undo(wheel, &self.levels.own, self.cx.visit.now)
        }) else {
            return html! {};
        };
        let texts = self.cx.texts();
        let body = html! {
            p { (texts.wheel_made(&wheel.person_name, count(&self.levels.own))) }
            form.row method="post" action={(url(self.org_unit, self.year)) "/angra"} {
                (button(Button::SmallSecondary, texts.wheel_undo(), None))
            }
        };
        notice(Tone::Neutral, "", &body)
    }

    fn steps(&self) -> Markup {
        let texts = self.cx.texts();
        let address = url(self.org_unit, self.year);
        if self.wheel.is_none() {
            let make = button_link(
                Button::Primary,
                &format!("{address}/nytt"),
                &texts.wheel_begin(self.year),
            );
            let (why, action) = if self.may_change() {
                (texts.wheel_none_yours(), Some(&make))
            } else {
                (texts.wheel_none_text(), None)
            };
            return section(
                "steg",
                texts.wheel_steps_title(),
                "",
                &empty_state(&texts.wheel_none(self.year), why, action),
            );
        }
        let rows = Rows { texts, model: &self.cx.structure.model, clashes: &self.clashes };
        let body = html! {
            @if self.levels.own.is_empty() { (empty_state(texts.wheel_empty(), "", None)) }
            (rows.by_month(&self.levels.own))
            p.row {
                @if self.may_change() { (button_link(Button::Secondary, &format!("{address}/steg"), texts.wheel_add())) }
                a href={(address) "/affisch"} { (texts.wheel_poster()) }
                a href={"/arshjul/kalender?enhet=" (self.org_unit)} { (texts.wheel_subscribe()) }
                @if !self.cx.structure.organisation.children(self.org_unit).is_empty() {
                    a href={"/arshjul?enhet=" (self.org_unit) "&ar=" (self.year)} { (texts.wheel_below()) }
                    @if self.may_change() { a href=(make_below::address(self.org_unit, self.year)) { (texts.wheel_below_way()) } }
                }
            }
        };
        section(
            "steg",
            texts.wheel_steps_title(),
            &texts.wheel_steps(count(&self.levels.own)),
            &body,
        )
    }

    /// The instructions of the levels above to those who work with this wheel.
    fn said(&self) -> Markup {
        let texts = self.cx.texts();
        let above = self.levels.above.iter().rev().flat_map(|(_, steps)| steps);
        let said: Vec<WheelStep> =
            above.filter(|step| !step.content.instructions.is_empty()).cloned().collect();
        if said.is_empty() {
            return html! {};
        }
        let body = instructions::list(texts, &self.cx.structure.organisation, &said);
        section("anvisningar", texts.wheel_instructions(), "", &body)
    }

    fn law(&self) -> Markup {
        let kind = self.cx.structure.organisation.get(self.org_unit).map(|unit| unit.kind);
        if !matches!(kind, Some(OrgLevelKind::Council | OrgLevelKind::ExecutiveBoard)) {
            return html! {};
        }
        let texts = self.cx.texts();
        section("lagen", texts.wheel_law(), texts.wheel_law_text(), &self.above().law())
    }

    fn upward(&self) -> Markup {
        if self.levels.above.is_empty() {
            return html! {};
        }
        section("ovanfor", self.cx.texts().wheel_above(), "", &self.above().steps(&self.levels))
    }
}
