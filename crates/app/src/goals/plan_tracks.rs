//! What an org unit plans in the track of goals and in that of quality, side by side.

use domain::minimum::Track;
use maud::{Markup, html};

use super::plan::OfType;
use super::plan_page::Page;
use super::words::term_inside;
use crate::steering::plural;
use crate::web::ui::{Fact, facts_across};

impl Page<'_> {
    /// How much there is in each track; nothing where the model has no quality track.
    pub(super) fn tracks(&self) -> Markup {
        let texts = self.texts;
        let model = &self.structure.model;
        let has_quality =
            model.element_types.iter().any(|one| Track::of(one.role) == Some(Track::Quality));
        if !has_quality || self.own.is_empty() {
            return html! {};
        }
        let names = [
            (Track::Goals, texts.goals_track_goals()),
            (Track::Quality, texts.goals_track_quality()),
        ];
        let fact = |(track, name): (Track, &str)| {
            let own: Vec<&OfType<'_>> = self
                .own
                .iter()
                .filter(|of_type| Track::of(of_type.element_type.role) == Some(track))
                .collect();
            Fact::rich(
                name,
                html! {
                    @if own.is_empty() { (texts.goals_track_nothing()) }
                    @for (place, of_type) in own.iter().enumerate() {
                        @if place > 0 { ", " }
                        a href={"#plan-" (of_type.element_type.id.as_str())} {
                            (of_type.elements.len()) " "
                            @if of_type.elements.len() == 1 { (term_inside(texts.language, &of_type.element_type.term)) }
                            @else { (plural(texts.language, &of_type.element_type.term).to_lowercase()) }
                        }
                    }
                },
            )
        };
        facts_across(&names.map(fact))
    }
}
