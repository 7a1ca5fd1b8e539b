//! Whether a measure is decided, and the next step: to propose, to decide, or to write it anew.

use domain::access::Action;
use domain::elements::{Element, ElementState};
use domain::ids::ElementId;
use maud::{Markup, html};

use super::show::MeasurePage;
use super::{store, url};
use crate::cx::Cx;
use crate::i18n::date;
use crate::web::error::AppError;
use crate::web::ui::{Button, Tone, button, button_form, button_link, notice};

/// Other wordings of the measure.
pub(super) struct Wordings {
    /// What this one was written to give new words, or what it said before.
    before: Option<ElementId>,
    /// What has been written to take its place, or has taken it.
    after: Option<ElementId>,
    /// An identity for a new wording, so that sending twice makes one.
    new_id: Option<ElementId>,
    /// Whether the visitor may record a decision about it.
    may_adopt: bool,
}

impl Wordings {
    /// Reads the other wordings of a measure.
    pub(super) fn of(cx: &mut Cx<'_, '_>, element: &Element) -> Result<Self, AppError> {
        let structure = cx.structure.clone();
        let id = element.id;
        let before = store::reworded(cx.tx, id)?;
        let after = store::rewordings(cx.tx, id)?.into_iter().find(|one| {
            structure.element(*one).is_some_and(|one| one.is_current() && cx.may_see(one))
        });
        let may_adopt = cx.can(Action::Adopt, element.owner);
        Ok(Self { before, after, new_id: Some(cx.new_id()), may_adopt })
    }
}

impl MeasurePage<'_> {
    fn named(&self, id: Option<ElementId>) -> Option<Markup> {
        let element = self.structure.element(id?)?;
        Some(html! { a href=(url(element.id)) { (element.title) } })
    }

    /// Whether this is new words for another measure, whose values and levels stand there.
    pub(super) fn is_wording(&self) -> bool {
        self.element.is_editable() && self.wordings.before.is_some()
    }

    /// Says what does not hold (yet), and offers the next step.
    pub(super) fn state_notice(&self) -> Markup {
        let texts = self.texts;
        match self.element.state {
            ElementState::Draft | ElementState::Proposed => {
                let (title, words) = if self.element.state == ElementState::Draft {
                    (texts.goals_is_draft(), texts.goals_is_draft_text())
                } else {
                    (texts.goals_is_proposed(), texts.goals_is_proposed_text())
                };
                let body = html! {
                    p { (words) }
                    @if let Some(before) = self.named(self.wordings.before) {
                        p { (texts.goals_replaces()) " " (before) ". " (texts.measures_values_stay()) }
                    }
                    (self.steps())
                };
                notice(Tone::Event, title, &body)
            }
            ElementState::Adopted => html! {
                @if let Some(last) = self.last_day() { (notice(Tone::Event, texts.goals_ends(), &html! { p { (last) } (self.reopen_form()) })) }
                @if let Some(after) = self.named(self.wordings.after) {
                    (notice(Tone::Event, texts.goals_new_wording(), &html! { p { (after) } }))
                }
            },
            ElementState::Superseded | ElementState::Ended | ElementState::Discarded => {
                let body = html! {
                    @if let Some(after) = self.named(self.wordings.after) { p { (texts.goals_superseded_by()) " " (after) } }
                    @else {
                        @if let Some(last) = self.last_day() { p { (last) } }
                        p { (texts.goals_is_superseded_text()) }
                        @if self.element.state == ElementState::Ended { (self.reopen_form()) }
                    }
                };
                let title = if self.element.state == ElementState::Discarded {
                    texts.goals_is_discarded()
                } else {
                    texts.goals_is_superseded()
                };
                notice(Tone::Neutral, title, &body)
            }
        }
    }

    /// The way to take an ending back while nothing has come in its place.
    fn reopen_form(&self) -> Markup {
        let may = self.wordings.may_adopt && self.wordings.after.is_none();
        let address = format!("/mal/{}/avsluta/ta-tillbaka", self.element.id);
        html! {
            @if may { (button_form(&address, self.element.version, self.texts.goals_reopen())) }
        }
    }

    fn last_day(&self) -> Option<String> {
        let texts = self.texts;
        let last = self.element.ends_on?;
        Some(texts.goals_ended_last_day(date(texts.language, last)))
    }

    /// Whether values and levels are told of it here: not of what has ended or been replaced, nor of
    /// new words that are not decided.
    pub(super) fn is_told(&self) -> bool {
        self.element.is_current() && !self.is_wording()
    }

    fn steps(&self) -> Markup {
        let texts = self.texts;
        let (step, words) = if self.element.state == ElementState::Draft {
            ("foresla", texts.goals_propose())
        } else {
            ("tillbaka", texts.goals_withdraw())
        };
        let id = self.element.id;
        html! {
            @if self.may_plan || self.wordings.may_adopt {
                div.row.tight {
                    @if self.wordings.may_adopt { (button_link(Button::Small, &format!("/mal/{id}/beslut"), texts.goals_adopt())) }
                    @if self.may_plan {
                        form method="post" action={"/mal/" (id) "/foresla"} {
                            input type="hidden" name="version" value=(self.element.version);
                            (button(Button::SmallSecondary, words, Some(("gor", step))))
                        }
                        @if self.element.state == ElementState::Draft {
                            (button_form(&format!("/mal/{id}/kasta"), self.element.version, texts.goals_discard()))
                        }
                    }
                }
            }
        }
    }

    /// The way to other words: a draft is changed, what is adopted gets a new wording.
    pub(super) fn change_button(&self) -> Markup {
        let texts = self.texts;
        let id = self.element.id;
        if self.element.is_editable() && self.may_plan {
            let url = format!("{}/andra", url(id));
            return button_link(Button::Secondary, &url, texts.measures_edit());
        }
        let may_begin =
            self.element.state == ElementState::Adopted && self.wordings.after.is_none();
        let may_end = self.wordings.may_adopt && self.element.state == ElementState::Adopted;
        html! {
            @if may_end { (button_link(Button::Secondary, &format!("/mal/{id}/avsluta"), texts.goals_end())) }
            @if may_begin && self.may_plan {
                form method="post" action={"/mal/" (id) "/ersatt"} {
                    @if let Some(new) = self.wordings.new_id { input type="hidden" name="id" value=(new); }
                    (button(Button::Secondary, texts.goals_supersede(), None))
                }
            }
        }
    }

    /// What the measure said before its last decision.
    pub(super) fn earlier_wording(&self) -> Markup {
        let earlier = if self.is_wording() { None } else { self.named(self.wordings.before) };
        html! { @if let Some(earlier) = earlier { p.fine { (self.texts.measures_earlier_wording()) " " (earlier) } } }
    }
}
