//! The page: which rules find something, and what one of them finds.

use std::collections::{BTreeMap, BTreeSet};

use domain::access::Action;
use domain::elements::Structure;
use domain::health::{Fault, Rule, Severity, Subject};
use domain::ids::{OrgUnitId, PersonId};
use jiff::civil::Date;
use maud::{Markup, html};

use super::found::{Known, everything};
use super::{fix, words};
use crate::cx::Cx;
use crate::frame::Nav;
use crate::i18n::{Texts, date};
use crate::past;
use crate::web::error::{Answer, OrNotFound};
use crate::web::ui::{
    Column, Link, PageHead, Pagination, Row, Table, Tone, details_section, empty_state, notice,
    page_header, pagination,
};

/// Rows to a page.
const PAGE_ROWS: usize = 200;
/// Most of what is let be that is listed.
const MOST_LEFT: usize = 200;

/// Shows one rule and the counts of all.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let texts = cx.texts();
    let asked = cx.req.query.text(past::DAY).to_owned();
    let day: Option<Date> = asked.parse().ok().filter(|day| *day <= cx.today());
    if day.is_none() && !asked.is_empty() {
        let body = past::no_such_day(texts, &cx.req.address());
        return Ok(cx.refused(texts.past_no_such_day(), Nav::Thread, &body));
    }
    let mut known = everything(cx)?;
    let within: Option<OrgUnitId> = cx.req.query.parsed("enhet");
    if let Some(top) = within {
        let organisation = &cx.structure.organisation;
        let is_in = |fault: &Fault| fault.owner.is_some_and(|one| organisation.is_within(one, top));
        known.faults.retain(is_in);
        known.let_be.retain(|(fault, _)| is_in(fault));
    }
    let counts = known.counts();
    let asked = match cx.req.query.text("regel") {
        "" => None,
        code => Some(Rule::from_code(code).or_not_found()?),
    };
    let rule = asked.or_else(|| counts.keys().next().copied());
    let head = PageHead {
        title: texts.health_title().to_owned(),
        lead: texts.health_lead().to_owned(),
        ..PageHead::default()
    };
    let people = crate::thread::store::names(cx.tx, &silent(&known, rule))?;
    let today = cx.today();
    let view = View { cx, within, people };
    let body = html! {
        div.wrap.page {
            (page_header(&head))
            @if let Some(day) = day.filter(|day| *day < today) { (of_today(texts, day)) }
            @if !view.cx.structure.has_goals() {
                (crate::thread::begin(texts, crate::app::may_somewhere(view.cx.visit, Action::Plan)))
            } @else if let Some(rule) = rule {
                div.with-side {
                    div { (view.of_rule(&known, rule)) }
                    aside.side aria-label=(texts.health_rules()) { (view.rules(&counts, rule)) }
                }
            } @else {
                (empty_state(texts.health_all_well(), texts.health_all_well_text(), None))
                (view.left(&known, None))
            }
        }
    };
    Ok(cx.page(texts.health_title(), Nav::Thread, &body))
}

/// That the check is made of today, to who asked for another day, with a way to the thread of it.
fn of_today(texts: Texts, day: Date) -> Markup {
    let (title, thread) = (texts.health_of_today(), format!("/trad?{}={day}", past::DAY));
    let body = html! {
        p { (texts.health_of_today_text(date(texts.language, day))) " " a href=(thread) { (texts.health_to_the_day()) } }
    };
    notice(Tone::Neutral, title, &body)
}

/// The people whose names the page needs.
fn silent(known: &Known, rule: Option<Rule>) -> BTreeSet<PersonId> {
    known
        .faults
        .iter()
        .filter(|fault| Some(fault.rule) == rule)
        .filter_map(|fault| match fault.subject {
            Subject::Person(id) => Some(id),
            _ => None,
        })
        .take(PAGE_ROWS)
        .collect()
}

pub(super) struct View<'v, 'a, 'c> {
    pub(super) cx: &'v Cx<'a, 'c>,
    within: Option<OrgUnitId>,
    pub(super) people: BTreeMap<PersonId, String>,
}

impl View<'_, '_, '_> {
    pub(super) fn texts(&self) -> Texts {
        self.cx.texts()
    }

    pub(super) fn structure(&self) -> &Structure {
        &self.cx.structure
    }

    fn address(&self, rule: Rule) -> String {
        let within = self.within.map(|top| format!("&enhet={top}")).unwrap_or_default();
        format!("{}{within}", super::url(rule))
    }

    /// All rules that find something, by gravity, with their counts.
    fn rules(&self, counts: &BTreeMap<Rule, usize>, current: Rule) -> Markup {
        let texts = self.texts();
        let of =
            |severity: Severity| counts.iter().filter(move |(rule, _)| rule.severity() == severity);
        html! {
            @for severity in [Severity::Broken, Severity::Weak, Severity::Note] {
                @if of(severity).next().is_some() {
                    section.section {
                        h2 { (words::gravity(texts, severity)) }
                        ul.plain {
                            @for (rule, count) in of(severity) {
                                li {
                                    a href=(self.address(*rule)) aria-current=[(*rule == current).then_some("true")] {
                                        (words::name(texts, *rule))
                                    }
                                    " " span.soft { (count) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    /// What one rule finds.
    fn of_rule(&self, known: &Known, rule: Rule) -> Markup {
        let texts = self.texts();
        let all: Vec<&Fault> = known.faults.iter().filter(|fault| fault.rule == rule).collect();
        let page: usize = self.cx.req.query.parsed("sida").unwrap_or(1).clamp(1, 100_000);
        let shown = all.iter().skip((page - 1) * PAGE_ROWS).take(PAGE_ROWS);
        html! {
            section.section aria-labelledby="regel" {
                h2 #regel { (words::name(texts, rule)) }
                p.soft { (rule.code()) }
                p { (words::why(texts, rule)) }
                p { strong { (words::how(texts, rule)) } }
                @if all.is_empty() {
                    (empty_state(texts.health_well(), texts.health_well_text(), None))
                } @else {
                    (self.table(rule, shown.copied()))
                    (self.pages(rule, page, all.len()))
                }
            }
            (self.left(known, Some(rule)))
        }
    }

    fn table<'f>(&self, rule: Rule, faults: impl Iterator<Item = &'f Fault>) -> Markup {
        let texts = self.texts();
        let columns =
            [texts.health_what(), texts.health_detail(), texts.health_whose(), texts.health_do()];
        let rows = faults
            .map(|fault| {
                Row::new(vec![
                    self.what(fault),
                    self.detail(fault),
                    self.whose(fault),
                    self.doing(fault),
                ])
            })
            .collect();
        let columns = columns.map(Column::text).to_vec();
        let caption = words::name(texts, rule);
        html! { (Table::new("halsa", caption, columns, rows).hide_caption().stacked()) }
    }

    /// What is let be, so that nothing is hidden.
    fn left(&self, known: &Known, rule: Option<Rule>) -> Markup {
        let texts = self.texts();
        let all: Vec<_> = known
            .let_be
            .iter()
            .filter(|(fault, _)| rule.is_none_or(|rule| fault.rule == rule))
            .collect();
        if all.is_empty() {
            return html! {};
        }
        let body = html! {
            ul.plain {
                @for (fault, one) in all.iter().take(MOST_LEFT) {
                    li {
                        (self.what(fault)) " " (self.detail(fault))
                        p { (one.reason) " " span.soft { (texts.health_until_day(date(texts.language, one.until))) } }
                        @if fix::may_mend(self.cx, fault) {
                            form method="post" action="/trad/halsa/ta-upp" {
                                input type="hidden" name="regel" value=(fault.rule.code());
                                input type="hidden" name="vad" value=(fault.subject);
                                (crate::web::ui::text_link(texts.health_take_up(), "gor", "ta-upp"))
                            }
                        }
                    }
                }
            }
        };
        let more = all.len().saturating_sub(MOST_LEFT);
        let body = html! {
            (body)
            @if more > 0 { p.soft { (texts.health_left_more(i64::try_from(more).unwrap_or(0))) } }
        };
        let title = texts.health_left(i64::try_from(all.len()).unwrap_or(0));
        details_section(None, &title, "", false, &body)
    }

    fn pages(&self, rule: Rule, page: usize, total: usize) -> Markup {
        let texts = self.texts();
        let last = total.div_ceil(PAGE_ROWS);
        if last < 2 {
            return html! {};
        }
        let link = |number: usize| {
            Link::new(format!("{}&sida={number}", self.address(rule)), number.to_string())
        };
        let step = |number: usize, words: &str| Link { text: words.to_owned(), ..link(number) };
        pagination(&Pagination {
            label: texts.web_pages().to_owned(),
            shown: texts.health_shown(i64::try_from(total).unwrap_or(0)),
            previous: (page > 1).then(|| step(page - 1, texts.web_previous())),
            next: (page < last).then(|| step(page + 1, texts.web_next())),
            pages: (1..=last).map(link).collect(),
            current: page - 1,
        })
    }
}
