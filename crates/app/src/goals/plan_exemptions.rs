//! The part of a plan about goals that do not concern the org unit.

use domain::elements::ElementState;
use domain::impact::Exemption;
use maud::{Markup, html};

use super::plan_page::{Page, count};
use super::words::{state_tone, state_word};
use crate::web::ui::{Column, Row, Table, details_section, section, tag};

impl Page<'_> {
    fn decline_url(&self, goal: domain::ids::ElementId) -> String {
        format!("/planera/avsta?enhet={}&mal={goal}", self.org_unit)
    }

    /// For goals that the model wants answered: the way to say that one does not concern them.
    pub(super) fn ways_to_decline(&self) -> Markup {
        let texts = self.texts;
        let must: Vec<_> = self.unanswered.iter().filter(|one| one.must).collect();
        if must.is_empty() {
            return html! {};
        }
        let body = html! {
            p.soft { (texts.goals_exempt_which()) }
            ul.plain-list {
                @for one in &must {
                    li { a href=(self.decline_url(one.parent.id)) { (texts.goals_exempt_title(&one.parent.title)) } }
                }
            }
        };
        details_section(None, texts.goals_exempt_question(), "", false, &body)
    }

    /// What has been said not to concern the org unit, with the reasons.
    pub(super) fn exemption_section(&self) -> Markup {
        let texts = self.texts;
        if self.exemptions.is_empty() {
            return html! {};
        }
        let rows = self.exemptions.iter().filter_map(|one| self.exemption(one)).collect();
        let columns = [texts.goals_exempt_goal(), texts.goals_exempt_reason(), texts.goals_state()]
            .map(Column::text)
            .to_vec();
        let title = texts.goals_exempt();
        let table = Table::new("undantag-tabell", title, columns, rows).hide_caption().stacked();
        let note = texts.goals_pieces(count(self.exemptions.len()));
        section("undantag", title, &note, &html! { (table) })
    }

    fn exemption(&self, one: &Exemption) -> Option<Row> {
        let goal = self.structure.element(one.element)?;
        let url = if one.state == ElementState::Proposed {
            self.decline_url(goal.id)
        } else {
            format!("/mal/{}", goal.id)
        };
        Some(Row::new(vec![
            html! { a href=(url) { (goal.title) } },
            html! { (one.reason) },
            tag(state_tone(one.state), state_word(self.texts, one.state)),
        ]))
    }
}
