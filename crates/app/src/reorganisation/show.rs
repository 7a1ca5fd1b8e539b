//! The page of an org unit: where it lies, who works there, what it answers for, what it has been.

use domain::access::Action;
use domain::elements::Element;
use domain::ids::OrgUnitId;
use domain::organisation::OrgUnit;
use domain::steering::Role;
use maud::{Markup, html};

use super::history::lines;
use super::page::{level_name, validity};
use crate::cx::Cx;
use crate::frame::Nav;
use crate::i18n::datetime;
use crate::identity::role_word;
use crate::people::store::holders;
use crate::revisions::PastChanges;
use crate::web::error::{Answer, OrNotFound};
use crate::web::ui::{
    Button, Column, Fact, Link, PageHead, Row, Stop, Table, Tone, breadcrumb_thread, button_link,
    empty_state, facts, notice, page_header, section,
};

/// Most goals and most measures shown.
const MOST_SHOWN: usize = 12;

/// Shows the page.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let id: OrgUnitId = cx.req.param("id").or_not_found()?;
    let structure = cx.structure.clone();
    let unit = structure.organisation.get(id).or_not_found()?;
    let history = PastChanges::of(cx, "org_unit", id.bytes())?;
    let today = cx.today();
    let people = holders(cx.tx, id, today)?;
    let head = PageHead {
        eyebrow: level_name(cx, &unit.level),
        title: unit.name.clone(),
        lead: validity(cx.texts(), unit),
        end: None,
    };
    let texts = cx.texts();
    let main = html! {
        (successor(cx, unit))
        (section("under", texts.reorganisation_below_title(), "", &below(cx, unit)))
        (section("mal", texts.reorganisation_answers_for(), "", &owned(cx, unit)))
        (section("historik", texts.reorganisation_history(), "", &history_of(cx, unit, &history)))
    };
    let side = html! {
        section.section { h2 { (texts.reorganisation_place()) } (place(cx, unit)) }
        section.section { h2 { (texts.reorganisation_people()) } (holder_list(cx, unit, &people)) }
        @if unit.valid_to.is_none() && cx.can(Action::Organise, id) {
            section.section { h2 { (texts.reorganisation_change()) } (changes(cx, unit)) }
        }
    };
    let body = html! {
        div.wrap.page {
            (breadcrumb_thread(texts.web_thread_label(), &stops(cx, unit)))
            (page_header(&head))
            div.with-side { div { (main) } aside.side { (side) } }
        }
    };
    Ok(cx.page(&unit.name, Nav::Settings, &body))
}

fn stops(cx: &Cx<'_, '_>, unit: &OrgUnit) -> Vec<Stop> {
    let organisation = &cx.structure.organisation;
    let mut above = organisation.ancestors(unit.id);
    above.reverse();
    std::iter::once(Stop::to("/organisation", cx.texts().reorganisation_title()))
        .chain(above.into_iter().map(|id| Stop::to(super::url(id), organisation.name(id))))
        .chain(std::iter::once(Stop::here(&unit.name)))
        .collect()
}

fn successor(cx: &Cx<'_, '_>, unit: &OrgUnit) -> Markup {
    let Some(heir) = unit.succeeded_by else { return html! {} };
    let name = cx.structure.organisation.name(heir);
    let body = html! { p { (cx.texts().reorganisation_succeeded_text()) " " a href=(super::url(heir)) { (name) } "." } };
    notice(Tone::Neutral, cx.texts().reorganisation_succeeded(), &body)
}

fn below(cx: &Cx<'_, '_>, unit: &OrgUnit) -> Markup {
    let texts = cx.texts();
    let organisation = &cx.structure.organisation;
    let today = cx.today();
    let rows: Vec<Row> = organisation
        .children(unit.id)
        .iter()
        .filter_map(|id| organisation.get(*id))
        .filter(|child| child.valid_to.is_none_or(|last| last >= today))
        .take(200)
        .map(|child| {
            let under = organisation.subtree(child.id).len().saturating_sub(1);
            Row::new(vec![
                html! { a href=(super::url(child.id)) { (child.name) } },
                html! { (level_name(cx, &child.level)) },
                html! { @if under > 0 { (under) } },
            ])
        })
        .collect();
    if rows.is_empty() {
        return html! { p.soft { (texts.reorganisation_nothing_below()) } };
    }
    let columns = vec![
        Column::text(texts.reorganisation_name()),
        Column::text(texts.reorganisation_level()),
        Column::number(texts.reorganisation_under_count()),
    ];
    html! { (Table::new("under-enheter", texts.reorganisation_below_title(), columns, rows).hide_caption()) }
}

fn owned(cx: &Cx<'_, '_>, unit: &OrgUnit) -> Markup {
    let texts = cx.texts();
    let all: Vec<&Element> = cx.structure.owned_by(unit.id).map(|element| &**element).collect();
    let of = |wanted: &dyn Fn(Role) -> bool| -> Vec<&Element> {
        all.iter().copied().filter(|element| wanted(element.role)).collect()
    };
    let goals = of(&|role| role != Role::Measure && role != Role::Activity);
    let measures = of(&|role| role == Role::Measure);
    if goals.is_empty() && measures.is_empty() {
        return empty_state(
            texts.reorganisation_owns_nothing(),
            texts.reorganisation_owns_nothing_text(),
            None,
        );
    }
    html! {
        (element_list(cx, unit, &goals))
        (element_list(cx, unit, &measures))
    }
}

fn element_list(cx: &Cx<'_, '_>, unit: &OrgUnit, elements: &[&Element]) -> Markup {
    let texts = cx.texts();
    let left = elements.len().saturating_sub(MOST_SHOWN);
    let link = |element: &Element| {
        let url = match element.role {
            Role::Measure => crate::measures::url_for(element.id, unit.id),
            _ => format!("/mal/{}", element.id),
        };
        Link::new(url, &element.title)
    };
    let word = |element: &Element| {
        let found = cx.structure.model.element_type(&element.element_type);
        found.map(|found| crate::steering::singular(cx.language(), &found.term)).unwrap_or_default()
    };
    html! {
        ul.owned {
            @for element in elements.iter().take(MOST_SHOWN) {
                li { span.fine { (word(element)) } " " (link(element)) }
            }
        }
        @if left > 0 { p.fine { (texts.reorganisation_and_more(i64::try_from(left).unwrap_or(0))) } }
    }
}

fn place(cx: &Cx<'_, '_>, unit: &OrgUnit) -> Markup {
    let texts = cx.texts();
    let organisation = &cx.structure.organisation;
    let mut all = vec![Fact::new(texts.reorganisation_level(), &level_name(cx, &unit.level))];
    if let Some(parent) = unit.parent {
        all.push(Fact::rich(
            texts.reorganisation_under(),
            html! { a href=(super::url(parent)) { (organisation.name(parent)) } },
        ));
    }
    let before = crate::organisation::lineage(organisation, unit.id);
    if !before.is_empty() {
        all.push(Fact::rich(
            texts.reorganisation_carries_on(),
            html! { @for id in &before { div { a href=(super::url(*id)) { (organisation.name(*id)) } } } },
        ));
    }
    facts(&all)
}

type Holder = (domain::ids::PersonId, String, domain::access::AccessRole);

fn holder_list(cx: &Cx<'_, '_>, unit: &OrgUnit, people: &[Holder]) -> Markup {
    let texts = cx.texts();
    let may_open = cx.can(Action::ManagePeople, unit.id);
    let ended = unit.valid_to.is_some_and(|last| last < cx.today());
    html! {
        @if people.is_empty() { p.soft { (texts.reorganisation_no_people()) } }
        @if ended && !people.is_empty() { p.soft { (texts.reorganisation_move_grants()) } }
        ul.owned {
            @for (id, name, role) in people {
                li {
                    @if may_open { a href=(crate::people::url(*id)) { (name) } } @else { (name) }
                    " " span.fine { (role_word(texts, *role)) }
                }
            }
        }
    }
}

fn changes(cx: &Cx<'_, '_>, unit: &OrgUnit) -> Markup {
    let texts = cx.texts();
    // The parts of a split stand beside it, under its parent.
    let may_split = unit.parent.is_none_or(|parent| cx.can(Action::Organise, parent));
    let own = super::url(unit.id);
    let steps = [
        ("namn", texts.reorganisation_rename()),
        ("flytta", texts.reorganisation_move()),
        ("sla-ihop", texts.reorganisation_merge()),
        ("dela", texts.reorganisation_split()),
        ("avsluta", texts.reorganisation_end()),
    ];
    html! {
        p.row { (button_link(Button::SmallSecondary, &format!("{own}/ny"), texts.reorganisation_new_under())) }
        ul.owned { @for (step, words) in steps.iter().filter(|(step, _)| may_split || *step != "dela") { li { a href={(own) "/" (step)} { (words) } } } }
    }
}

fn history_of(cx: &Cx<'_, '_>, unit: &OrgUnit, history: &PastChanges) -> Markup {
    let texts = cx.texts();
    let rows = lines(texts, &cx.structure.organisation, &history.rows)
        .into_iter()
        .take(history.shown())
        .map(|line| {
            let when = datetime(texts.language, cx.app.clock.local(line.at));
            Row::new(vec![
                html! { span.nowrap { (when) } },
                html! { (line.what) },
                html! { span.soft { (line.who) } },
            ])
        })
        .collect();
    let columns =
        [texts.reorganisation_when(), texts.reorganisation_what(), texts.reorganisation_who()];
    let columns = columns.map(Column::text).to_vec();
    html! {
        (Table::new("historik-tabell", texts.reorganisation_history(), columns, rows).hide_caption())
        (history.ways(texts, &super::url(unit.id)))
    }
}
