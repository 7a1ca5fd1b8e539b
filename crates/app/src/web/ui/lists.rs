//! Lists of things to do and of days that come.

use maud::{Markup, html};

use super::{Symbol, symbol};

/// Where a task stands. Few states, so that what is left draws the eye.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TaskState {
    /// To be done by the reader.
    #[default]
    Left,
    /// With somebody else.
    Waiting,
    /// Done.
    Done,
}

/// One row of a task list.
#[derive(Clone, Debug, Default)]
pub struct Task {
    /// Where to do it; `None` when there is nothing to open.
    pub url: Option<String>,
    /// What to do, as a verb and an object.
    pub title: String,
    /// Why, or what is known.
    pub note: String,
    /// How long it takes, or a day, or the state in words.
    pub time: String,
    /// Where it stands.
    pub state: TaskState,
    /// The state in words for screen readers; empty when `time` says it.
    pub state_word: String,
}

/// Tasks, the whole row being the link.
pub fn task_list(tasks: &[Task]) -> Markup {
    html! {
        ol.tasks {
            @for task in tasks {
                li.done[task.state == TaskState::Done].waiting[task.state == TaskState::Waiting] {
                    @match &task.url {
                        Some(url) => a href=(url) { (task_content(task)) (symbol(Symbol::Arrow, 18)) },
                        None => div.task { (task_content(task)) },
                    }
                }
            }
        }
    }
}

fn task_content(task: &Task) -> Markup {
    html! {
        span.mark { @if task.state == TaskState::Done { (symbol(Symbol::Tick, 12)) } }
        span {
            b { (task.title) }
            @if !task.state_word.is_empty() { span.sr { ". " (task.state_word) } }
            @if !task.note.is_empty() { small { (task.note) } }
        }
        span.fine.minutes { (task.time) }
    }
}

/// A day and what happens then.
#[derive(Clone, Debug, Default)]
pub struct DatedItem {
    /// ISO date for machines.
    pub iso: String,
    /// Day as shown.
    pub day: String,
    /// What happens.
    pub content: String,
    /// Where to read more.
    pub url: Option<String>,
}

/// Days in order.
pub fn dates(items: &[DatedItem]) -> Markup {
    html! {
        ul.dates {
            @for item in items {
                li {
                    time datetime=(item.iso) { (item.day) }
                    @match &item.url {
                        Some(url) => a href=(url) { (item.content) },
                        None => span { (item.content) },
                    }
                }
            }
        }
    }
}

/// A setting: what it is, what it says now, and the way to change it.
#[derive(Clone, Debug)]
pub struct Setting {
    /// Name.
    pub title: String,
    /// What it says now, in words.
    pub note: String,
    /// A link or a small form.
    pub end: Markup,
}

/// Settings one per line.
pub fn settings_list(settings: &[Setting]) -> Markup {
    html! {
        ul.settings-list {
            @for setting in settings {
                li { div { b { (setting.title) } p.soft { (setting.note) } } div { (setting.end) } }
            }
        }
    }
}

/// A level of the steering model.
#[derive(Clone, Debug)]
pub struct Level {
    /// Name of the level.
    pub title: String,
    /// Who decides it.
    pub who: String,
    /// Its rules in words.
    pub content: Markup,
}

/// Levels as stops down the thread.
pub fn levels(levels: &[Level]) -> Markup {
    html! {
        ol {
            @for level in levels {
                li.model-level {
                    span.knot.full {}
                    div { h3 { (level.title) " " small { (level.who) } } div.soft { (level.content) } }
                }
            }
        }
    }
}
