//! The web application. On this branch only the demo municipality is present.

pub mod demo;
