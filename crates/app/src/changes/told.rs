//! What has changed between two days, told for pages that group it in their own way.

use domain::elements::Element;
use domain::ids::{ElementId, OrgUnitId};
use jiff::civil::Date;
use maud::{Markup, html};

use super::accepted;
use super::asked::Asked;
use super::corrections::corrections;
use super::gather::{Day, Heading, Line, lines};
use super::list::{name, telling};
use crate::cx::Cx;
use crate::web::error::Answer;

/// One change in words.
pub struct Told {
    /// What kind of change it is.
    pub heading: Heading,
    /// Whose it is.
    pub owner: OrgUnitId,
    /// What has changed; none for the organisation.
    pub element: Option<ElementId>,
    /// What has changed, as a link.
    pub what: Markup,
    /// What has happened to it.
    pub words: Markup,
}

/// Everything that differs between two days as far as the visitor may see, at most so many, and
/// whether there is more. What is judged otherwise comes first, so that it is never what is left out.
pub fn told(
    cx: &mut Cx<'_, '_>,
    (from, to): (Date, Option<Date>),
    within: Option<OrgUnitId>,
    (before, after): (&Day, &Day),
    most: usize,
) -> Answer<(Vec<Told>, bool)> {
    let asked = Asked {
        from,
        to,
        within,
        element: None,
        page: 1,
        after: None,
        misread: false,
        begins_later: false,
        unknown: false,
    };
    let mut all = lines(cx, &asked, before, after)?;
    let values = corrections(cx, &asked, &after.structure, most.saturating_sub(all.len()))?;
    let is_more = all.len() > most || values.next.is_some();
    all.extend(values.shown.into_iter().map(Line::Value));
    all.sort_by_key(|line| line.heading() != Heading::Judged);
    all.truncate(most);
    let telling = telling(cx, before, after, &all)?;
    let told = all
        .iter()
        .map(|line| {
            let heading = line.heading();
            let of = |element: &Element| (element.owner, Some(element.id));
            match line {
                Line::Element(difference) => {
                    let (owner, element) = of(&difference.element);
                    let what = name(&asked, &telling, &difference.element);
                    Told { heading, owner, element, what, words: telling.of_element(difference) }
                }
                Line::OrgUnit(one) => Told {
                    heading,
                    owner: one.org_unit.id,
                    element: None,
                    what: html! { a href={ "/organisation/" (one.org_unit.id) } { (one.org_unit.name) } },
                    words: html! { p { (telling.of_org_unit(one)) } },
                },
                Line::Value(one) => Told {
                    heading,
                    owner: one.org_unit,
                    element: Some(one.measure),
                    what: html! {
                        @if let Some(element) = after.structure.element(one.measure) { (name(&asked, &telling, element)) }
                        " " span.fine { (after.structure.organisation.name(one.org_unit)) }
                    },
                    words: html! { p { (telling.of_value(one)) } },
                },
                Line::Accepted(one) => Told {
                    heading,
                    owner: one.org_unit,
                    element: Some(one.element),
                    what: html! {
                        @if let Some(element) = after.structure.element(one.element) { (name(&asked, &telling, element)) }
                    },
                    words: html! { p { (accepted::words(telling.texts, &after.structure, one)) } },
                },
            }
        })
        .collect();
    Ok((told, is_more))
}
