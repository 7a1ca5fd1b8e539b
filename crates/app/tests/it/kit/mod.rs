//! What tests are written with: an application on a database of its own, and a browser that
//! speaks like a person and examines every page it is shown.

mod app;
mod browser;
mod defining;
mod elements;
mod empty;
mod forms;
mod lint;
mod lint_words;
mod page;
mod received;
mod smtp;
mod still;
mod template;

pub(crate) use app::{FOUNDER, NEIGHBOUR_HOST, TestApp, id, morning};
pub(crate) use browser::{Browser, Reply};
pub(crate) use defining::NewMeasure;
pub(crate) use forms::Sending;
pub(crate) use page::Page;
pub(crate) use received::Received;
pub(crate) use smtp::{Answer, SmtpServer};
pub(crate) use still::StillClock;
