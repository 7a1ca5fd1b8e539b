//! Tags: what of the municipality's own contributes to goals from outside. They are classification,
//! not what was decided, so what is adopted can be tagged too, in any steering model.

use std::collections::{BTreeMap, BTreeSet};

use domain::access::Action;
use domain::elements::Element;
use domain::ids::ElementId;
use domain::steering::Role;
use maud::{Markup, html};

use super::known::{self, Known};
use super::store::{self, TagKey};
use crate::cx::Cx;
use crate::elements;
use crate::frame::Nav;
use crate::web::error::{Answer, AppError, OrNotFound};
use crate::web::response::Response;
use crate::web::ui::{
    Button, Choice, PageHead, Stop, breadcrumb_thread, button, button_link, checklist, empty_state,
    form_end, page_header, section,
};

/// Whether elements of a role can be tagged: what is wished and done, not what measures it.
fn can_be_tagged(element: &Element) -> bool {
    !matches!(element.role, Role::Measure | Role::External | Role::Grouping)
}

/// What an element contributes to, for its page: nothing where there is nothing to tell or do.
pub fn section_of(cx: &mut Cx<'_, '_>, element: &Element) -> Result<Markup, AppError> {
    if !can_be_tagged(element) {
        return Ok(html! {});
    }
    let tags = store::tags_of(cx.tx, element.id)?;
    let may = element.is_current() && cx.can(Action::Plan, element.owner);
    if tags.is_empty() && !may {
        return Ok(html! {});
    }
    let known = if tags.is_empty() { Known::default() } else { known::read(cx)? };
    let texts = cx.texts();
    let titles = tags.iter().map(|tag| (tag, known.title(texts, tag)));
    let body = html! {
        @if tags.is_empty() { p.soft { (texts.frameworks_no_tags()) } }
        @else {
            ul.plain-list { @for (tag, title) in titles { li { a href=(list_url(tag)) { (title) } } } }
        }
        @if may { p { a href={"/mal/" (element.id) "/ramverk"} { (texts.frameworks_tag()) } } }
    };
    Ok(section("utifran", texts.frameworks_title(), "", &body))
}

/// The list of what has a tag.
pub(super) fn list_url((framework, goal): &TagKey) -> String {
    format!("/trad?vy=lista&marke={framework}.{goal}")
}

/// A tag as an address tells it.
pub fn parse(text: &str) -> Option<(String, u32)> {
    let (framework, goal) = text.rsplit_once('.')?;
    let is_known = |letter: char| letter.is_ascii_alphanumeric() || letter == '-';
    let fits = !framework.is_empty() && framework.len() <= 40 && framework.chars().all(is_known);
    fits.then(|| Some((framework.to_owned(), goal.parse().ok()?)))?
}

/// What a tag is called, for a filter.
pub fn title_of(cx: &mut Cx<'_, '_>, tag: &(String, u32)) -> Result<String, AppError> {
    let known = known::read(cx)?;
    Ok(known.title(cx.texts(), tag))
}

/// The elements with a tag.
pub fn tagged(cx: &mut Cx<'_, '_>, tag: &(String, u32)) -> Result<Vec<ElementId>, AppError> {
    Ok(store::tagged(cx.tx, tag)?)
}

/// What every tagged element contributes to, in words, for a file.
pub fn titles_of_all(cx: &mut Cx<'_, '_>) -> Result<BTreeMap<ElementId, Vec<String>>, AppError> {
    let (known, texts) = (known::read(cx)?, cx.texts());
    let mut all: BTreeMap<ElementId, Vec<String>> = BTreeMap::new();
    for (element, tag) in store::all_tags(cx.tx)? {
        all.entry(element).or_default().push(known.title(texts, &tag));
    }
    Ok(all)
}

fn find(cx: &Cx<'_, '_>) -> Result<Element, AppError> {
    let id: ElementId = cx.req.param("id").or_not_found()?;
    let structure = cx.structure.clone();
    let element = cx.find_visible(&structure, id)?;
    can_be_tagged(element).then_some(()).or_not_found()?;
    cx.may(Action::Plan, element.owner)?;
    element.is_current().then_some(()).or_not_found()?;
    Ok(Element::clone(element))
}

/// Shows what an element can be tagged with.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let element = find(cx)?;
    let tags: BTreeSet<TagKey> = store::tags_of(cx.tx, element.id)?.into_iter().collect();
    let chosen = store::chosen(cx.tx)?;
    let known = known::read(cx)?;
    let texts = cx.texts();
    let packs: Vec<_> = known.all().filter(|pack| chosen.contains_key(&pack.id)).collect();
    let title = texts.frameworks_tag_title();
    let head = PageHead {
        eyebrow: element.title.clone(),
        title: title.to_owned(),
        lead: texts.frameworks_tag_lead().to_owned(),
        ..PageHead::default()
    };
    let own = elements::url(&element);
    let stops = [Stop::to(&own, &element.title), Stop::here(title)];
    let body = html! {
        div.wrap.page {
            (breadcrumb_thread(texts.web_thread_label(), &stops))
            (page_header(&head))
            @if packs.is_empty() {
                (empty_state(texts.frameworks_none_chosen(), texts.frameworks_none_chosen_text(), Some(&button_link(Button::Secondary, "/ramverk", texts.frameworks_title()))))
            } @else {
                form.form method="post" {
                    @for (framework, goal) in &tags { input type="hidden" name="fanns" value={ (framework) "." (goal) }; }
                    @for pack in &packs {
                        @let choices: Vec<Choice> = pack.goals.iter().map(|goal| {
                            let tag = (pack.id.clone(), goal.number);
                            let value = format!("{}.{}", pack.id, goal.number);
                            let label = format!("{} {}", goal.number, goal.words(texts));
                            Choice { chosen: tags.contains(&tag), ..Choice::new(value, label) }
                        }).collect();
                        (section(&format!("ramverk-{}", pack.id), pack.name(texts), "", &html! {
                            fieldset { legend.sr { (pack.name(texts)) } (checklist("marke", &choices)) }
                        }))
                    }
                    (form_end(&html! { (button(Button::Primary, texts.frameworks_save_tags(), None)) a href=(own) { (texts.frameworks_cancel()) } }, None))
                }
            }
        }
    };
    Ok(cx.page(title, Nav::Thread, &body))
}

/// Adds the tags that were ticked and removes those whose tick was taken away, so that two who tag
/// the same element at once both get what they asked for. What the form did not offer stays.
pub(super) fn keep(cx: &mut Cx<'_, '_>) -> Answer {
    let element = find(cx)?;
    let before = store::tags_of(cx.tx, element.id)?;
    let chosen = store::chosen(cx.tx)?;
    let known = known::read(cx)?;
    let posted = |name: &str| -> BTreeSet<TagKey> {
        let offered = |tag: &TagKey| chosen.contains_key(&tag.0) && known.has(tag);
        cx.req.form.all(name).filter_map(parse).filter(offered).collect()
    };
    let (shown, ticked) = (posted("fanns"), posted("marke"));
    let mut after: BTreeSet<TagKey> = before.iter().cloned().collect();
    after.retain(|tag| ticked.contains(tag) || !shown.contains(tag));
    after.extend(ticked.difference(&shown).cloned());
    let after: Vec<TagKey> = after.into_iter().collect();
    if after != before {
        store::keep_tags(cx.tx, element.id, &after, cx.visit.now)?;
    }
    Ok(Response::see_other(&elements::url(&element)))
}
