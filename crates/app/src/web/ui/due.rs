//! The one card that matters on Min sida: what is to be handed in, how far it has come and what is left.

use maud::{Markup, Render, html};

use super::{Symbol, Task, symbol, task_list};

/// Something to hand in.
#[derive(Clone, Debug, Default)]
pub struct Due {
    /// Id of the heading.
    pub id: String,
    /// What it is.
    pub title: String,
    /// Until when, in words.
    pub deadline: String,
    /// How far it has come, in words.
    pub lead: String,
    /// Knots on a thread as SVG, which carries the same in words.
    pub knots: Option<Markup>,
    /// What is left.
    pub tasks: Vec<Task>,
    /// Button and what stands beside it.
    pub end: Markup,
}

impl Render for Due {
    fn render(&self) -> Markup {
        html! {
            section.sheet.stitched.due aria-labelledby=(self.id) {
                header {
                    h2 #(self.id) { (self.title) }
                    @if !self.deadline.is_empty() { span.fine.with-icon { (symbol(Symbol::Clock, 16)) (self.deadline) } }
                }
                @if !self.lead.is_empty() { p.lead { (self.lead) } }
                @if let Some(knots) = &self.knots { (progress_knots(knots)) }
                @if !self.tasks.is_empty() { (task_list(&self.tasks)) }
                div.row { (self.end) }
            }
        }
    }
}

/// Room for knots on a thread, drawn as SVG elsewhere.
pub fn progress_knots(svg: &Markup) -> Markup {
    html! { div.knots { (svg) } }
}
