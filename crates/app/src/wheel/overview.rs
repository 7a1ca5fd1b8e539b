//! All wheels of a year: the way from the council to one's own, and those under an org unit.

use std::collections::{BTreeMap, BTreeSet};

use domain::access::Action;
use domain::calendar::{WheelStep, is_wheel_year, levels_above};
use domain::ids::OrgUnitId;
use domain::organisation::Organisation;
use maud::{Markup, html};

use super::reading::{Levels, by_unit, days_of};
use super::{make_below, store, url, words};
use crate::cx::Cx;
use crate::frame::Nav;
use crate::web::error::{Answer, OrNotFound};
use crate::web::ui::{
    Button, Column, Link, PageHead, Pagination, Row, Symbol, Table, Tone, button_link, page_header,
    pagination, section, segmented, signal_status,
};

/// Org units to a page.
const PAGE_ROWS: usize = 40;

/// What the page shows.
struct Page<'c, 'a, 't> {
    cx: &'c Cx<'a, 't>,
    year: i16,
    /// Whose wheels stand under the first list.
    under: OrgUnitId,
    /// From the top to the visitor's own.
    way: Vec<OrgUnitId>,
    children: Vec<OrgUnitId>,
    number: usize,
    last: usize,
    with_wheel: BTreeSet<OrgUnitId>,
    steps: BTreeMap<OrgUnitId, Vec<WheelStep>>,
}

/// Shows it.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let structure = cx.structure.clone();
    let organisation = &structure.organisation;
    let today = cx.today();
    let year = match cx.req.query.text("ar") {
        "" => today.year(),
        asked => asked.parse().ok().filter(|year| is_wheel_year(*year)).or_not_found()?,
    };
    let home = cx.visit.person.as_ref().and_then(|person| person.home());
    let lives = |id: &OrgUnitId| organisation.get(*id).is_some_and(|unit| unit.is_valid_on(today));
    let top = organisation.roots().iter().copied().find(|top| lives(top)).or_not_found()?;
    let asked = cx.req.query.text("enhet");
    let under: OrgUnitId =
        if asked.is_empty() { top } else { asked.parse().ok().or_not_found()? };
    organisation.get(under).or_not_found()?;
    let mut way = levels_above(organisation, home.unwrap_or(top));
    way.reverse();
    way.push(home.unwrap_or(top));
    let all: Vec<OrgUnitId> = organisation.children(under).iter().copied().filter(lives).collect();
    let last = all.len().div_ceil(PAGE_ROWS).max(1);
    let number = cx.req.query.parsed("sida").unwrap_or(1).clamp(1, last);
    let children: Vec<OrgUnitId> =
        all.into_iter().skip((number - 1) * PAGE_ROWS).take(PAGE_ROWS).collect();
    let shown: BTreeSet<OrgUnitId> = children
        .iter()
        .chain(&way)
        .copied()
        .chain([under])
        .chain(levels_above(organisation, under))
        // Those who lie directly under the council are held against the board too.
        .chain(children.first().into_iter().flat_map(|child| levels_above(organisation, *child)))
        .collect();
    let with_wheel = store::units_with_wheel(cx.tx, &shown, year)?;
    let steps = by_unit(store::steps_from(cx.tx, &with_wheel, days_of(year))?);
    let page = Page { cx, year, under, way, children, number, last, with_wheel, steps };
    let body = page.body();
    let title = cx.texts().wheel_all();
    Ok(cx.page(title, Nav::Plan, &body))
}

impl Page<'_, '_, '_> {
    fn organisation(&self) -> &Organisation {
        &self.cx.structure.organisation
    }

    fn body(&self) -> Markup {
        let texts = self.cx.texts();
        let this = self.cx.today().year();
        let years: Vec<i16> = (this - 1..=this + 1).filter(|year| is_wheel_year(*year)).collect();
        let address = |year: i16| format!("/arshjul?ar={year}&enhet={}", self.under);
        let views: Vec<Link> =
            years.iter().map(|year| Link::new(address(*year), year.to_string())).collect();
        let current = years.iter().position(|year| *year == self.year).unwrap_or(years.len());
        let head = PageHead {
            title: texts.wheel_all().to_owned(),
            lead: texts.wheel_all_lead().to_owned(),
            end: Some(segmented(texts.wheel_years(), &views, current)),
            ..PageHead::default()
        };
        let name = self.organisation().name(self.under);
        html! {
            div.wrap.page {
                (page_header(&head))
                (section("vagen", texts.wheel_your_way(), "", &self.table("vag", texts.wheel_your_way(), &self.way)))
                p.row { (button_link(Button::Secondary, "/arshjul/kalender", texts.wheel_subscribe())) }
                @if !self.children.is_empty() { (self.under(&texts.wheel_under(name))) }
            }
        }
    }

    fn under(&self, title: &str) -> Markup {
        let body = html! {
            (self.table("under", title, &self.children))
            @if !self.missing().is_empty() && self.cx.can(Action::Plan, self.under) {
                p.row { (button_link(Button::Secondary, &make_below::address(self.under, self.year), self.cx.texts().wheel_below_way())) }
            }
            (self.pages())
        };
        section("nivan-under", title, &self.missing(), &body)
    }

    /// How many have no wheel, so that one sees at once whom to ask.
    fn missing(&self) -> String {
        let none = self.children.iter().filter(|unit| !self.with_wheel.contains(unit)).count();
        match i64::try_from(none).unwrap_or(i64::MAX) {
            0 => String::new(),
            none => self.cx.texts().wheel_without(none),
        }
    }

    fn pages(&self) -> Markup {
        if self.last < 2 {
            return html! {};
        }
        let texts = self.cx.texts();
        let at =
            |page: usize| format!("/arshjul?ar={}&enhet={}&sida={page}", self.year, self.under);
        pagination(&Pagination {
            label: texts.web_pages().to_owned(),
            previous: (self.number > 1)
                .then(|| Link::new(at(self.number - 1), texts.web_previous())),
            next: (self.number < self.last)
                .then(|| Link::new(at(self.number + 1), texts.web_next())),
            shown: texts.wheel_page_of(self.last, self.number),
            ..Pagination::default()
        })
    }

    fn table(&self, id: &str, caption: &str, units: &[OrgUnitId]) -> Markup {
        let texts = self.cx.texts();
        let columns = vec![
            Column::text(texts.wheel_column_whose()),
            Column::number(texts.wheel_column_steps()),
            Column::text(texts.wheel_column_next()).wide_only(),
            Column::text(texts.wheel_column_fits()),
        ];
        let rows = units.iter().map(|unit| self.row(*unit)).collect();
        html! { (Table::new(id, caption, columns, rows).hide_caption()) }
    }

    fn row(&self, unit: OrgUnitId) -> Row {
        let texts = self.cx.texts();
        let organisation = self.organisation();
        let below = unit != self.under && !organisation.children(unit).is_empty();
        let name = html! {
            a href=(url(unit, self.year)) { (organisation.name(unit)) }
            @if below {
                " " a.fine href={"/arshjul?ar=" (self.year) "&enhet=" (unit)}
                    aria-label=(texts.wheel_under(organisation.name(unit))) { (texts.wheel_down()) }
            }
        };
        if !self.with_wheel.contains(&unit) {
            let none = signal_status(Symbol::NotAssessed, Tone::Neutral, texts.wheel_no_wheel());
            return Row::new(vec![name, html! { "–" }, html! {}, none]);
        }
        let levels = Levels::of(&self.steps, unit, &levels_above(organisation, unit));
        let (clashes, today) = (levels.clashes(), self.cx.today());
        let next = levels.own.iter().find(|step| step.content.due_on >= today);
        let fits = match super::above::count(&clashes) {
            0 => signal_status(Symbol::Met, Tone::Good, texts.wheel_fits()),
            some => signal_status(Symbol::NotMet, Tone::Concern, &texts.wheel_clash_count(some)),
        };
        Row::new(vec![
            name,
            html! { (levels.own.len()) },
            html! { @if let Some(step) = next { (words::short(texts, step.content.due_on)) " " (step.content.title) } },
            fits,
        ])
    }
}
