//! What somebody else has written meanwhile, beside what the visitor wrote in the form of an element.

use domain::elements::Element;
use domain::grounds::Grounds;
use domain::own_fields::OwnFields;
use domain::steering::ElementType;
use maud::{Markup, html};

use super::difference;
use super::written::Written;
use crate::grounds;
use crate::i18n::Texts;
use crate::own_fields;
use crate::web::ui::{Tone, notice};

/// What is kept now.
pub(super) struct Theirs<'a> {
    pub(super) element: &'a Element,
    pub(super) grounds: Grounds,
    pub(super) own: OwnFields,
    /// Who wrote it; none where the trail does not say.
    pub(super) who: Option<String>,
}

impl Theirs<'_> {
    /// What differs, word by word.
    pub(super) fn beside(
        &self,
        texts: Texts,
        element_type: &ElementType,
        written: &Written,
    ) -> Markup {
        let theirs = self.element;
        let grounds = written.grounds.read(theirs.id, theirs.role, theirs.version);
        let own = written.own.read(theirs.id, element_type, theirs.version);
        let title = match &self.who {
            Some(who) => texts.goals_conflict_with(who),
            None => texts.goals_conflict().to_owned(),
        };
        notice(
            Tone::Partly,
            &title,
            &html! {
                p { (texts.goals_conflict_text()) }
                p { b { (theirs.title) } }
                @if !theirs.text.is_empty() { p { (theirs.text) } }
                p.fine { (texts.goals_conflict_difference()) }
                p.marked { (difference::marked(&theirs.title, &written.title)) }
                @if theirs.text != written.text { p.marked { (difference::marked(&theirs.text, &written.text)) } }
                (grounds::changes(texts, Some(&self.grounds), &grounds, difference::marked))
                (own_fields::changes(texts, Some(element_type), (Some(&self.own), &own), difference::marked))
            },
        )
    }
}
