//! What stands beside an element: its facts, what it hangs on, and how to plan on.

use domain::elements::ElementState;
use domain::steering::Role;
use maud::{Markup, html};

use super::super::plan_page::period_words;
use super::super::words::{may_be_written_under, state_tone, state_word, term_inside, type_word};
use super::Page;
use crate::decisions::{decision_words, reference_words};
use crate::elements;
use crate::web::ui::{Button, Fact, button, facts, tag};

impl Page<'_> {
    pub(super) fn side(&self) -> Markup {
        let texts = self.texts;
        html! {
            aside.side aria-label=(texts.goals_facts_label()) {
                section.section { h2 { (texts.goals_facts()) } (facts(&self.facts())) }
                @if self.structure.parents(self.element.id).next().is_some() {
                    section.section { h2 { (texts.goals_upward()) } (self.parent_list()) }
                }
                (self.next_steps())
            }
        }
    }

    fn facts(&self) -> Vec<Fact> {
        let texts = self.texts;
        let element = self.element;
        let mut all = Vec::new();
        match &self.responsible {
            Some(person) => all.push(Fact::rich(
                texts.goals_responsible(),
                html! {
                    (person.name) @if !person.title.is_empty() { br; span.fine { (person.title) } }
                },
            )),
            None => all.push(Fact::new(texts.goals_responsible(), texts.goals_nobody_said())),
        }
        all.push(Fact::new(texts.goals_owner(), self.structure.organisation.name(element.owner)));
        if let Some(decision) = &self.decision {
            let body = self.structure.organisation.name(decision.body);
            let reference = reference_words(texts, decision);
            let decided = if element.state == ElementState::Ended {
                texts.goals_did_end()
            } else {
                texts.goals_decided()
            };
            all.push(Fact::rich(
                decided,
                html! {
                    (decision_words(texts, body, decision))
                    @if !reference.is_empty() { br; span.fine { (reference) } }
                    @if self.may.adopt { br; a href={ "/mal/" (element.id) "/beslut/ratta" } { (texts.goals_mend()) } }
                },
            ));
        }
        all.extend(crate::grounds::fact(texts, &self.grounds));
        let period = period_words(texts, element);
        if !period.is_empty() {
            all.push(Fact::new(texts.goals_period(), &period));
        }
        all.push(Fact::rich(
            texts.goals_state(),
            tag(state_tone(element.state), state_word(texts, element.state)),
        ));
        all
    }

    fn parent_list(&self) -> Markup {
        html! {
            ul.dates.plain {
                @for parent in self.structure.parents(self.element.id) {
                    li {
                        a href=(elements::url(parent)) { (parent.title) }
                        small { (type_word(self.texts.language, self.structure, parent)) ", " (self.structure.organisation.name(parent.owner)) }
                    }
                }
            }
        }
    }

    fn next_steps(&self) -> Markup {
        let texts = self.texts;
        if !self.may.plan || !self.element.is_current() {
            return html! {};
        }
        let id = self.element.id;
        let below = may_be_written_under(self.structure, self.element, self.may.adopt);
        html! {
            section.section.plan-on {
                h2 { (texts.goals_plan_on()) }
                div.stack { ul.dates.plain {
                    @for one in &below {
                        @let url = if one.role == Role::Measure { format!("/matt/nytt?mal={id}") } else { format!("/mal/nytt?typ={}&under={id}", one.id.as_str()) };
                        li { a href=(url) { (texts.goals_plan_new(term_inside(texts.language, &one.term))) } }
                    }
                    li { a href={"/mal/" (id) "/koppla"} { (texts.goals_connect()) } }
                }
                @if self.is_adopted() && self.successors.is_empty() { (self.supersede_form()) (self.life_links()) } }
            }
        }
    }

    /// What else can become of something decided.
    fn life_links(&self) -> Markup {
        let texts = self.texts;
        let id = self.element.id;
        let is_renewed =
            domain::renewal::is_renewed(self.element.role) && self.element.ends_on.is_some();
        html! {
            ul.dates.plain {
                @if is_renewed { li { a href={"/planera/kopiera?mal=" (id)} { (texts.goals_renew_one()) } } }
                li { a href={"/mal/" (id) "/dela"} { (texts.goals_split()) } }
                li { a href={"/mal/" (id) "/sla-ihop"} { (texts.goals_merge()) } }
                @if self.may.adopt { li { a href={"/mal/" (id) "/avsluta"} { (texts.goals_end()) } } }
            }
        }
    }

    fn supersede_form(&self) -> Markup {
        let texts = self.texts;
        html! {
            form method="post" action={"/mal/" (self.element.id) "/ersatt"} {
                input type="hidden" name="id" value=(self.new_id);
                p.fine { (texts.goals_supersede_text()) }
                div.row.tight { (button(Button::SmallSecondary, texts.goals_supersede(), None)) }
            }
        }
    }
}
