//! The lines of the page under their headings, each with what it is about and a sentence.

use std::collections::{BTreeMap, BTreeSet};

use domain::changes::Change;
use domain::elements::{Element, ElementState};
use domain::ids::{DecisionId, ElementId, PersonId};
use maud::{Markup, html};

use super::accepted;
use super::asked::Asked;
use super::gather::{Day, Heading, Line};
use super::sentences::Telling;
use super::store;
use crate::cx::Cx;
use crate::elements;
use crate::i18n::Texts;
use crate::past::DAY;
use crate::steering::{singular, target_term};
use crate::thread::store::names;
use crate::web::error::Answer;
use crate::web::ui::section;

/// Lines to a page.
pub(super) const PAGE_ROWS: usize = 100;

/// The lines of one page.
pub(super) fn list(
    cx: &mut Cx<'_, '_>,
    asked: &Asked,
    before: &Day,
    after: &Day,
    lines: &[Line],
) -> Answer<Markup> {
    let telling = telling(cx, before, after, lines)?;
    Ok(html! {
        @for of_one in lines.chunk_by(|one, next| one.heading() == next.heading()) {
            @if let Some(first) = of_one.first() {
                (section(id_of(first.heading()), &heading(cx.texts(), &telling, first.heading()), "", &html! {
                    ul.changes { @for line in of_one { (item(asked, &telling, line)) } }
                }))
            }
        }
    })
}

/// Everything that sentences name, read for the lines of the page only.
pub(super) fn telling<'d>(
    cx: &mut Cx<'_, '_>,
    before: &'d Day,
    after: &'d Day,
    lines: &[Line],
) -> Answer<Telling<'d>> {
    let mut people: BTreeSet<PersonId> = BTreeSet::new();
    let mut decided: BTreeSet<DecisionId> = BTreeSet::new();
    let mut replaced: BTreeSet<ElementId> = BTreeSet::new();
    for line in lines {
        let Line::Element(difference) = line else { continue };
        match &difference.change {
            Change::Responsible { before, after } => people.extend(before.iter().chain(after)),
            Change::Came(_) | Change::State { .. } => decided.extend(difference.element.decision),
            _ => {}
        }
        if difference.element.state == ElementState::Superseded {
            replaced.insert(difference.element.id);
        }
    }
    let known: BTreeMap<_, _> = names(cx.tx, &people)?;
    Ok(Telling {
        texts: cx.texts(),
        before: &before.structure,
        after: &after.structure,
        names: known,
        decisions: store::decisions(cx.tx, decided)?,
        successors: store::successors(cx.tx, replaced)?,
    })
}

fn id_of(of: Heading) -> &'static str {
    match of {
        Heading::New => "nytt",
        Heading::Gone => "borta",
        Heading::Words => "ord",
        Heading::Links => "kopplingar",
        Heading::Targets => "nivaer",
        Heading::People => "ansvariga",
        Heading::Judged => "bedomningar",
        Heading::Accepted => "accepterat",
        Heading::Values => "varden",
        Heading::Organisation => "organisation",
        Heading::Other => "ovrigt",
    }
}

fn heading(texts: Texts, telling: &Telling<'_>, of: Heading) -> String {
    match of {
        Heading::New => texts.changes_new(),
        Heading::Gone => texts.changes_gone(),
        Heading::Words => texts.changes_words(),
        Heading::Links => texts.changes_links(),
        Heading::Targets => {
            let own = target_term(texts.language, &telling.after.model);
            return own.unwrap_or_else(|| texts.changes_targets().to_owned());
        }
        Heading::People => texts.changes_people(),
        Heading::Judged => texts.changes_grades(),
        Heading::Accepted => texts.changes_accepted(),
        Heading::Values => texts.changes_values(),
        Heading::Organisation => texts.changes_organisation(),
        Heading::Other => texts.changes_other(),
    }
    .to_owned()
}

fn item(asked: &Asked, telling: &Telling<'_>, line: &Line) -> Markup {
    match line {
        Line::Element(difference) => {
            let element = &difference.element;
            html! {
                li {
                    p.what { (name(asked, telling, element)) " " span.fine { (whose(telling, element)) } }
                    (telling.of_element(difference))
                }
            }
        }
        Line::OrgUnit(difference) => html! {
            li {
                p.what { a href={ "/organisation/" (difference.org_unit.id) } { (difference.org_unit.name) } }
                p { (telling.of_org_unit(difference)) }
            }
        },
        Line::Value(correction) => {
            let element = telling.after.element(correction.measure);
            html! {
                li {
                    p.what {
                        @if let Some(element) = element { a href=(elements::url(element)) { (element.title) } }
                        " " span.fine { (telling.after.organisation.name(correction.org_unit)) }
                    }
                    p { (telling.of_value(correction)) }
                }
            }
        }
        Line::Accepted(one) => html! {
            li {
                p.what {
                    @if let Some(element) = telling.after.element(one.element) { a href=(elements::url(element)) { (element.title) } }
                    " " span.fine { (telling.after.organisation.name(one.org_unit)) }
                }
                p { (accepted::words(telling.texts, telling.after, one)) }
            }
        },
    }
}

/// What is no longer there is shown as it was.
pub(super) fn name(asked: &Asked, telling: &Telling<'_>, element: &Element) -> Markup {
    let mut url = elements::url(element);
    let day = if telling.after.element(element.id).is_none() { Some(asked.from) } else { asked.to };
    if let Some(day) = day {
        url = format!("{url}?{DAY}={day}");
    }
    html! { a href=(url) { (element.title) } }
}

fn whose(telling: &Telling<'_>, element: &Element) -> String {
    let of_type = telling.after.model.element_type(&element.element_type);
    let kind = of_type.map(|of_type| singular(telling.texts.language, &of_type.term));
    let owner = telling.after.organisation.name(element.owner);
    [kind.unwrap_or_default(), owner.to_owned()]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" · ")
}
