//! app

pub mod web;
