//! Vad är nytt sedan sist: what has changed between two days, for those who meet on one of them. Each
//! committee by itself, goal by goal, what is judged otherwise first.

use std::sync::Arc;

use domain::ids::OrgUnitId;
use domain::organisation::OrgLevelKind;
use jiff::ToSpan;
use jiff::civil::Date;
use maud::{Markup, html};

use super::meetings::{Meetings, meetings_of};
use super::news_groups::groups;
use super::page::stops;
use super::scope::{bodies, body_of};
use crate::app::App;
use crate::changes::{self, Day, Days, told};
use crate::cx::{Cx, Visit};
use crate::frame::Nav;
use crate::i18n::{date, date_short};
use crate::identity::store::visit_before;
use crate::past;
use crate::web::error::{Answer, AppError, OrNotFound};
use crate::web::request::Request;
use crate::web::ui::{
    Button, Filter, Filters, Link, PageHead, Tone, button, empty_state, filter_pills, notice,
    page_header, segmented,
};

/// Where the page is.
pub const URL: &str = "/uppsikt/nytt";
/// How many days back one looks where no meeting has been.
const DAYS_BACK: i32 = 60;
/// Changes on the page; all of them are on the page of changes.
const MOST: usize = 300;

/// What is asked for.
struct Asked {
    from: Date,
    to: Option<Date>,
    /// Whose; none for the whole municipality.
    body: Option<OrgUnitId>,
    meetings: Meetings,
    /// The first day that there is anything of.
    begun: Option<Date>,
    /// The day when the visitor was here the time before.
    visited: Option<Date>,
    misread: bool,
    swapped: bool,
}

impl Asked {
    /// Reads the address. What is not said is since the body's last meeting.
    fn of(cx: &mut Cx<'_, '_>, visited: Option<Date>) -> Answer<Self> {
        let organisation = Arc::clone(&cx.structure.organisation);
        let today = cx.today();
        let home = cx.visit.person.as_ref().and_then(|person| person.home());
        let own = home.and_then(|home| body_of(&organisation, home));
        let leads = |body: &OrgUnitId| {
            organisation.get(*body).is_some_and(|unit| {
                matches!(unit.kind, OrgLevelKind::Council | OrgLevelKind::ExecutiveBoard)
            })
        };
        let body = match cx.req.query.text("organ") {
            "" => own.filter(|body| !leads(body)),
            "alla" => None,
            asked => {
                let asked: OrgUnitId = asked.parse().ok().or_not_found()?;
                organisation.get(asked).or_not_found()?;
                Some(asked)
            }
        };
        let meetings = match body.or(own) {
            Some(body) => meetings_of(cx, body)?,
            None => Meetings::default(),
        };
        let Days { from, to, misread, swapped } = changes::days(&cx.req.query, today);
        let begun = past::begun_at(cx.tx)?.map(|at| cx.app.clock.local(at).date());
        let last = meetings.previous.as_ref().map(|step| step.content.due_on);
        let usual = last.or(visited).unwrap_or_else(|| today.saturating_sub(DAYS_BACK.days()));
        let usual = begun.map_or(usual, |begun| usual.max(begun));
        let yesterday = today.saturating_sub(1.day());
        let from = from.unwrap_or(usual).min(yesterday);
        let to = to.filter(|to| *to > from);
        Ok(Self { from, to, body, meetings, begun, visited, misread, swapped })
    }
}

/// Shows it.
pub(super) fn show(app: &Arc<App>, request: &Request, visit: &Visit) -> Answer {
    let person = visit.person.as_ref().map(|person| person.id);
    let before = person.map_or(Ok(None), |person| {
        app.db.read_control(visit.tenant, |tx| Ok::<_, AppError>(visit_before(tx, person)?))
    })?;
    let visited = before.map(|at| app.clock.local(at).date());
    let asked = app.read(request, visit, |cx| Asked::of(cx, visited))?;
    let Some(before) = app.in_day(request, visit, asked.from, Day::of)? else {
        return app.read(request, visit, |cx| Ok(nothing_yet(cx, &asked)));
    };
    let after = match asked.to {
        Some(day) => app.in_day(request, visit, day, Day::of)?.or_not_found()?,
        None => app.read(request, visit, Day::of)?,
    };
    app.read(request, visit, |cx| page(cx, &asked, &before, &after))
}

fn nothing_yet(cx: &Cx<'_, '_>, asked: &Asked) -> crate::web::response::Response {
    let texts = cx.texts();
    let words = asked.begun.map(|day| texts.past_not_begun_text(date(texts.language, day)));
    let body = html! {
        div.wrap.page {
            (head(cx, asked))
            (choices(cx, asked))
            (empty_state(texts.past_not_begun(), &words.unwrap_or_default(), None))
        }
    };
    cx.page(texts.oversight_news(), Nav::FollowUp, &body)
}

fn page(cx: &mut Cx<'_, '_>, asked: &Asked, before: &Day, after: &Day) -> Answer {
    let texts = cx.texts();
    let days = (asked.from, asked.to);
    let (told, is_more) = told(cx, days, asked.body, (before, after), MOST)?;
    let to = asked.to.map(|day| format!("&till={day}")).unwrap_or_default();
    let unit = asked.body.map(|body| format!("&enhet={body}")).unwrap_or_default();
    let all = format!("/trad/andrat?fran={}{to}{unit}", asked.from);
    let body = html! {
        div.wrap.page {
            (head(cx, asked))
            (choices(cx, asked))
            @if told.is_empty() { (empty_state(texts.oversight_no_news(), texts.oversight_no_news_text(), None)) }
            @else {
                (groups(cx, &after.structure, told))
                @if is_more { p { (texts.oversight_more_news()) } }
            }
            p.block { a href=(all) { (texts.oversight_all_news()) } }
        }
    };
    Ok(cx.page(texts.oversight_news(), Nav::FollowUp, &body))
}

fn head(cx: &Cx<'_, '_>, asked: &Asked) -> Markup {
    let texts = cx.texts();
    let language = texts.language;
    let from = date(language, asked.from);
    let lead = match asked.to {
        Some(to) => texts.changes_between(from, date(language, to)),
        None => texts.changes_since(from),
    };
    let organisation = &cx.structure.organisation;
    let head = PageHead {
        eyebrow: asked.body.map(|body| organisation.name(body).to_owned()).unwrap_or_default(),
        title: texts.oversight_news().to_owned(),
        lead,
        end: None,
    };
    let last = asked.meetings.previous.as_ref().filter(|step| step.content.due_on == asked.from);
    html! {
        (stops(cx, texts.oversight_news()))
        (page_header(&head))
        (since(cx, asked))
        @if let Some(step) = last { p.block { (texts.oversight_since_meeting(&step.content.title)) } }
        @if let Some(step) = &asked.meetings.next {
            p.block { (texts.oversight_meets_next(date(language, step.content.due_on), &step.content.title)) }
        }
    }
}

/// Since when: the last meeting, or the visitor's own last visit. Nothing where there is no choice.
fn since(cx: &Cx<'_, '_>, asked: &Asked) -> Markup {
    let texts = cx.texts();
    let day = |day: Date| date_short(texts.language, day);
    let met = asked.meetings.previous.as_ref().map(|step| step.content.due_on);
    let visited = asked.visited.filter(|day| *day < cx.today());
    let code = asked.body.map_or_else(|| "alla".to_owned(), |body| body.to_string());
    let address = |from: Date| format!("{URL}?organ={code}&fran={from}");
    let ways: Vec<(Date, Link)> = met
        .map(|on| (on, Link::new(address(on), texts.oversight_since_met(day(on)))))
        .into_iter()
        .chain(visited.map(|on| (on, Link::new(address(on), texts.oversight_since_visit(day(on))))))
        .collect();
    if ways.is_empty() {
        return html! {};
    }
    let here = asked.to.is_none().then(|| ways.iter().position(|(on, _)| *on == asked.from));
    let chosen = here.flatten().unwrap_or(ways.len());
    let links: Vec<Link> = ways.into_iter().map(|(_, link)| link).collect();
    html! { div.block { (segmented(texts.oversight_news(), &links, chosen)) } }
}

/// The two days, and whose changes.
fn choices(cx: &Cx<'_, '_>, asked: &Asked) -> Markup {
    let texts = cx.texts();
    // What cannot be read stands in its field to be mended.
    let typed = |name: &str| {
        let text = cx.req.query.text(name);
        (asked.misread && !text.is_empty()).then(|| text.to_owned())
    };
    let from = typed("fran").unwrap_or_else(|| asked.from.to_string());
    let to = typed("till").or_else(|| asked.to.map(|day| day.to_string()));
    let organisation = &cx.structure.organisation;
    let code = asked.body.map_or_else(|| "alla".to_owned(), |body| body.to_string());
    let mut units: Vec<Option<OrgUnitId>> = vec![None];
    units.extend(bodies(organisation, cx.today()).into_iter().map(Some));
    if !units.contains(&asked.body) {
        units.push(asked.body);
    }
    let days = asked.to.map(|to| format!("&till={to}")).unwrap_or_default();
    let links = units
        .iter()
        .map(|unit| {
            let code = unit.map_or_else(|| "alla".to_owned(), |unit| unit.to_string());
            let words = unit.map_or(texts.oversight_all_units(), |unit| organisation.name(unit));
            Link::new(format!("{URL}?organ={code}&fran={}{days}", asked.from), words)
        })
        .collect();
    let chosen = units.iter().position(|unit| *unit == asked.body).unwrap_or(0);
    let name = texts.oversight_column_body().to_owned();
    html! {
        @if asked.misread { (notice(Tone::Concern, texts.changes_misread_title(), &html! { p { (texts.changes_misread()) } })) }
        @else if asked.swapped { p.fine { (texts.changes_swapped()) } }
        form.day-form.block method="get" action=(URL) {
            input type="hidden" name="organ" value=(code);
            label for="fran" { (texts.oversight_from()) }
            input.input id="fran" type="date" name="fran" value=(from) required;
            label for="till" { (texts.changes_to()) }
            input.input id="till" type="date" name="till" value=[to] aria-describedby="till-hjalp";
            (button(Button::SmallSecondary, texts.past_show(), None))
            span.fine id="till-hjalp" { (texts.changes_to_hint()) }
        }
        (filter_pills(&Filters {
            label: texts.oversight_choose_body().to_owned(),
            filters: vec![Filter::OneOf { name, choices: links, chosen }],
            note: String::new(),
        }))
    }
}
