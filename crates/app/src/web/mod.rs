//! What every slice needs to answer a request with a page.

pub mod ui;
