//! The steps of a wheel as a list by month, and as a table beside the picture.

use domain::calendar::{Clash, WheelStep};
use domain::ids::WheelStepId;
use domain::steering::{DocumentId, SteeringModel, capitalised};
use maud::{Markup, html};

use super::{step_url, words};
use crate::i18n::{Texts, month_name};
use crate::steering::singular;
use crate::web::ui::{Column, Row, Symbol, Table, Tone, signal_status};

/// What the rows of a list are told with.
#[derive(Clone, Copy)]
pub(super) struct Rows<'a> {
    pub(super) texts: Texts,
    pub(super) model: &'a SteeringModel,
    pub(super) clashes: &'a [Clash],
}

/// What the model calls a document; nothing for one that it does not have.
pub(super) fn document(texts: Texts, model: &SteeringModel, id: &str) -> Option<String> {
    let document = model.document(&DocumentId::new(id))?;
    Some(singular(texts.language, &document.term))
}

/// Where a step stands in the list of its page.
pub(super) fn row_id(step: WheelStepId) -> String {
    format!("steg-{step}")
}

impl Rows<'_> {
    /// The steps by month.
    pub(super) fn by_month(self, steps: &[WheelStep]) -> Markup {
        html! {
            ol.year {
                @for month in 1..=12_i8 {
                    @let due: Vec<&WheelStep> = steps.iter().filter(|step| step.content.due_on.month() == month).collect();
                    @if !due.is_empty() {
                        li {
                            h3 { (capitalised(month_name(self.texts.language, month))) }
                            ul { @for step in due { (self.line(step)) } }
                        }
                    }
                }
            }
        }
    }

    /// What is told of a step under its title.
    pub(super) fn facts(self, step: &WheelStep) -> Vec<String> {
        let texts = self.texts;
        let content = &step.content;
        // A step that is called what it is does not say so twice.
        let kind = Some(texts.steering_cycle_kind(content.kind.key()));
        let mut facts: Vec<String> =
            kind.filter(|kind| *kind != content.title).into_iter().collect();
        facts.push(texts.wheel_about(content.about_year));
        facts.extend(document(texts, self.model, &content.document));
        if let Some(opens) = content.opens_on.filter(|opens| *opens < content.due_on) {
            facts.push(texts.wheel_from(words::near(texts, step.year, opens)));
        }
        if let Some(needed) = content.needed_on {
            facts.push(texts.wheel_needs(words::short(texts, needed)));
        }
        facts
    }

    fn line(self, step: &WheelStep) -> Markup {
        let texts = self.texts;
        let content = &step.content;
        let closed = words::closed(texts, content.due_on);
        let clash = self.clashes.iter().any(|clash| clash.own == Some(step.id));
        html! {
            li id=(row_id(step.id)) {
                span.day { (content.due_on.day()) }
                div {
                    a href=(step_url(step.id)) { (content.title) }
                    p.fine { (self.facts(step).join(" · ")) }
                    @if clash { p { (signal_status(Symbol::NotMet, Tone::Concern, texts.wheel_clashes())) } }
                    @if let Some(why) = closed { p.fine { (texts.wheel_is_closed(why)) } }
                }
            }
        }
    }
}

/// The same as the picture in rows: each level's steps with their days.
pub(super) fn table<'s>(
    texts: Texts,
    levels: impl IntoIterator<Item = (&'s str, &'s [WheelStep])>,
) -> Markup {
    let columns = [
        texts.wheel_column_step(),
        texts.wheel_column_whose(),
        texts.wheel_column_when(),
        texts.wheel_column_about(),
    ]
    .map(Column::text)
    .to_vec();
    let rows: Vec<Row> = levels
        .into_iter()
        .flat_map(|(name, steps)| {
            steps.iter().map(move |step| {
                Row::words(&[
                    step.content.title.clone(),
                    name.to_owned(),
                    words::span(texts, step),
                    step.content.about_year.to_string(),
                ])
            })
        })
        .collect();
    html! { (Table::new("hjulet", texts.wheel_table(), columns, rows).dense()) }
}
