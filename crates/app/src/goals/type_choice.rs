//! The choice of what kind of element to write, before its form.

use std::sync::Arc;

use domain::elements::{Element, Structure};
use domain::steering::ElementType;
use maud::{Markup, html};

use super::words::may_write_type;
use crate::cx::Cx;
use crate::i18n::Texts;
use crate::steering::{plural, singular};
use crate::web::ui::{PageHead, Task, empty_state, page_header, task_list};

/// What can be written, under an element or freely.
pub(super) struct TypeChoice<'a> {
    texts: Texts,
    structure: Arc<Structure>,
    under: Option<&'a Element>,
    allowed: Vec<String>,
}

impl<'a> TypeChoice<'a> {
    /// The types the visitor may write.
    pub(super) fn new(cx: &Cx<'_, '_>, under: Option<&'a Arc<Element>>) -> Self {
        let structure = cx.structure.clone();
        let allowed = structure
            .model
            .element_types
            .iter()
            .filter(|one| may_write_type(cx, one))
            .filter(|one| {
                under.is_none_or(|under| {
                    crate::steering::link_between(&structure.model, &one.id, &under.element_type)
                        .is_some()
                })
            })
            .map(|one| one.id.as_str().to_owned())
            .collect();
        Self { texts: cx.texts(), structure, under: under.map(|one| &**one), allowed }
    }

    /// The page.
    pub(super) fn body(&self) -> Markup {
        let texts = self.texts;
        let head = PageHead {
            eyebrow: self.under.map(|one| one.title.clone()).unwrap_or_default(),
            title: texts.goals_new().to_owned(),
            lead: texts.goals_new_lead().to_owned(),
            end: None,
        };
        let under = self.under.map(|one| format!("&under={}", one.id)).unwrap_or_default();
        let tasks: Vec<Task> = self
            .structure
            .model
            .element_types
            .iter()
            .filter(|one| self.allowed.iter().any(|id| id == one.id.as_str()))
            .map(|one| Task {
                url: Some(format!("/mal/nytt?typ={}{under}", one.id.as_str())),
                title: singular(texts.language, &one.term),
                note: self.owned_by(one),
                ..Task::default()
            })
            .collect();
        html! {
            div.wrap.page {
                (page_header(&head))
                @if tasks.is_empty() { (empty_state(texts.goals_nothing_to_write(), texts.goals_nothing_to_write_text(), None)) }
                @else { (task_list(&tasks)) }
            }
        }
    }

    fn owned_by(&self, element_type: &ElementType) -> String {
        let level = self.structure.model.org_level(&element_type.owner);
        let level = level.map(|level| plural(self.texts.language, &level.name)).unwrap_or_default();
        if level.is_empty() { level } else { self.texts.goals_owned_by(level.to_lowercase()) }
    }
}
