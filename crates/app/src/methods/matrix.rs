//! The matrix of org units and working methods: how far each has come, and as a file.

use domain::elements::Structure;
use domain::ids::OrgUnitId;
use domain::methods::Method;
use maud::{Markup, html};

use super::levels::{Level, levels, shown, word};
use super::store::{self, Latest};
use super::{URL, may_define, method_url, unit_url, units};
use crate::cx::Cx;
use crate::frame::Nav;
use crate::i18n::date;
use crate::web::error::{Answer, OrNotFound};
use crate::web::response::Response;
use crate::web::ui::{
    Button, Column, Filter, Filters, Link, PageHead, Pagination, Row, Table, button_link,
    details_section, empty_state, filter_pills, page_header, pagination,
};

/// Rows to a page.
const PAGE_ROWS: usize = 100;
/// Methods beside each other; the rest are in the file and on each org unit's page.
const MOST_METHODS: usize = 6;

/// The part of the organisation and the method that the address narrows to.
struct Asked {
    top: Option<OrgUnitId>,
    level: String,
}

impl Asked {
    fn of(cx: &Cx<'_, '_>) -> Answer<Self> {
        let top = match cx.req.query.text("enhet") {
            "" => None,
            id => {
                let id: OrgUnitId = id.parse().ok().or_not_found()?;
                cx.structure.organisation.get(id).or_not_found()?;
                Some(id)
            }
        };
        Ok(Self { top, level: cx.req.query.text("niva").to_owned() })
    }

    fn url(top: Option<OrgUnitId>, level: &str) -> String {
        let parts = [
            top.map(|top| format!("enhet={top}")),
            (!level.is_empty()).then(|| format!("niva={level}")),
        ];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        if parts.is_empty() { URL.to_owned() } else { format!("{URL}?{}", parts.join("&")) }
    }
}

/// Shows it.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let mut asked = Asked::of(cx)?;
    let structure = cx.structure.clone();
    let levels = levels(cx.language(), &structure.model);
    if levels.iter().all(|level| level.id != asked.level) {
        asked.level.clear();
    }
    let wanted: Vec<Method> =
        store::methods(cx.tx)?.into_iter().filter(|one| one.ended_on.is_none()).collect();
    let mut all = units(cx, &structure, asked.top, cx.today());
    if !asked.level.is_empty() {
        let latest = store::latest_of_all(cx.tx)?;
        let stands = |unit: &OrgUnitId| {
            let of = |method: &Method| latest.get(&(*unit, method.id));
            wanted.iter().any(|method| of(method).is_some_and(|one| one.level == asked.level))
        };
        all.retain(stands);
    }
    let last = all.len().div_ceil(PAGE_ROWS).max(1);
    let number: usize = cx.req.query.parsed("sida").unwrap_or(1).clamp(1, last);
    let rows = all.chunks(PAGE_ROWS).nth(number - 1).unwrap_or_default();
    let latest = store::latest_of(cx.tx, rows)?;
    let texts = cx.texts();
    let page = Page { cx, structure: &structure, wanted: &wanted, levels: &levels };
    let new = button_link(Button::Secondary, "/arbetssatt/nytt", texts.methods_new());
    let defines = may_define(cx);
    let head = PageHead {
        title: texts.methods_title().to_owned(),
        lead: texts.methods_lead().to_owned(),
        end: defines.then(|| new.clone()),
        ..PageHead::default()
    };
    let body = html! {
        div.wrap.page {
            (page_header(&head))
            @if wanted.is_empty() {
                (empty_state(texts.methods_none(), texts.methods_none_text(), defines.then_some(&new)))
            } @else {
                (page.filters(&asked, all.len()))
                @if rows.is_empty() { (empty_state(texts.methods_no_units(), texts.methods_no_units_text(), None)) }
                @else { (page.table(rows, &latest)) (page.pages(&asked, number, last)) }
                p.block { a.csv href="/arbetssatt.csv" download { (texts.web_csv()) } }
                (details_section(None, texts.methods_what(), "", false, &page.meanings(defines)))
            }
        }
    };
    Ok(cx.page(texts.methods_title(), Nav::FollowUp, &body))
}

struct Page<'p, 'a, 'c> {
    cx: &'p Cx<'a, 'c>,
    structure: &'p Structure,
    wanted: &'p [Method],
    levels: &'p [Level],
}

impl Page<'_, '_, '_> {
    fn table(&self, rows: &[OrgUnitId], latest: &Latest) -> Markup {
        let texts = self.cx.texts();
        let shown_methods: Vec<&Method> = self.wanted.iter().take(MOST_METHODS).collect();
        let line = |unit: &OrgUnitId| {
            let name = self.structure.organisation.name(*unit);
            let first = html! { a href=(unit_url(*unit)) { (name) } };
            let cell = |method: &&Method| {
                let said = latest.get(&(*unit, method.id));
                said.map_or_else(
                    || html! { span.soft { (texts.methods_not_said()) } },
                    |one| shown(self.levels, &one.level),
                )
            };
            let cells = shown_methods.iter().map(cell);
            Row::new(std::iter::once(first).chain(cells).collect())
        };
        let heads = shown_methods.iter().map(|one| Column::text(one.name.as_str()));
        let first = std::iter::once(Column::text(texts.methods_unit()));
        let rows = rows.iter().map(line).collect();
        let table =
            Table::new("arbetssatt", texts.methods_title(), first.chain(heads).collect(), rows);
        let more = self.wanted.len().saturating_sub(MOST_METHODS);
        html! {
            (table.hide_caption().stacked())
            @if more > 0 { p.fine { (texts.methods_more(i64::try_from(more).unwrap_or(0))) } }
        }
    }

    fn filters(&self, asked: &Asked, count: usize) -> Markup {
        let texts = self.cx.texts();
        let organisation = &self.structure.organisation;
        let (mut way, mut below) = (Vec::new(), organisation.roots().to_vec());
        if let Some(top) = asked.top {
            way = organisation.ancestors(top);
            way.reverse();
            way.push(top);
            below = organisation.children(top).to_vec();
        }
        let chosen = way.len();
        let units = way
            .iter()
            .chain(below.iter().take(PAGE_ROWS))
            .map(|unit| Link::new(Asked::url(Some(*unit), &asked.level), organisation.name(*unit)));
        let everywhere = Link::new(Asked::url(None, &asked.level), texts.methods_everywhere());
        let all = Link::new(Asked::url(asked.top, ""), texts.methods_all_levels());
        let of_level =
            |level: &Level| Link::new(Asked::url(asked.top, &level.id), level.word.as_str());
        let at = self.levels.iter().position(|level| level.id == asked.level);
        filter_pills(&Filters {
            label: texts.methods_filter().to_owned(),
            filters: vec![
                Filter::OneOf {
                    name: texts.methods_unit().to_owned(),
                    choices: std::iter::once(everywhere).chain(units).collect(),
                    chosen,
                },
                Filter::OneOf {
                    name: texts.methods_level().to_owned(),
                    choices: std::iter::once(all).chain(self.levels.iter().map(of_level)).collect(),
                    chosen: at.map_or(0, |at| at + 1),
                },
            ],
            note: texts.methods_count(i64::try_from(count).unwrap_or(0)),
        })
    }

    fn pages(&self, asked: &Asked, number: usize, last: usize) -> Markup {
        if last < 2 {
            return html! {};
        }
        let texts = self.cx.texts();
        let at = Asked::url(asked.top, &asked.level);
        let join = if at.contains('?') { '&' } else { '?' };
        let to = |page: usize| format!("{at}{join}sida={page}");
        let count = |number: usize| i64::try_from(number).unwrap_or(0);
        pagination(&Pagination {
            label: texts.web_pages().to_owned(),
            shown: texts.methods_page(count(last), count(number)),
            previous: (number > 1).then(|| Link::new(to(number - 1), texts.web_previous())),
            next: (number < last).then(|| Link::new(to(number + 1), texts.web_next())),
            ..Pagination::default()
        })
    }

    /// What each method means.
    fn meanings(&self, defines: bool) -> Markup {
        html! {
            dl.grounds-list {
                @for one in self.wanted {
                    dt { (one.name) }
                    dd {
                        p { (one.meaning) }
                        @if defines { p { a href=(method_url(one.id)) { (self.cx.texts().methods_change()) } } }
                    }
                }
            }
        }
    }
}

/// Downloads what every org unit has said of every method that is wanted.
pub(super) fn download(cx: &mut Cx<'_, '_>) -> Answer {
    let structure = cx.structure.clone();
    let levels = levels(cx.language(), &structure.model);
    let wanted = store::methods(cx.tx)?;
    let latest = store::latest_of_all(cx.tx)?;
    let texts = cx.texts();
    let head = [
        texts.methods_unit(),
        texts.methods_method(),
        texts.methods_level(),
        texts.methods_rests_on(),
        texts.methods_who(),
        texts.methods_when(),
    ];
    let all = units(cx, &structure, None, cx.today());
    let wanted: Vec<&Method> = wanted.iter().filter(|one| one.ended_on.is_none()).collect();
    let rows = all.iter().flat_map(|unit| wanted.iter().map(move |method| (*unit, *method)));
    let rows = rows.map(|(unit, method)| {
        let one = latest.get(&(unit, method.id));
        let day = one.map(|one| date(texts.language, cx.app.clock.local(one.at).date()));
        [
            structure.organisation.name(unit).to_owned(),
            method.name.clone(),
            one.map_or("", |one| word(&levels, &one.level)).to_owned(),
            one.map_or("", |one| one.said.as_str()).to_owned(),
            one.map_or("", |one| one.person_name.as_str()).to_owned(),
            day.unwrap_or_default(),
        ]
    });
    let text = formats::csv_text::write(&head, rows);
    let name = format!("{}.csv", texts.methods_title());
    Ok(Response::file("text/csv; charset=utf-8", &name, text))
}
