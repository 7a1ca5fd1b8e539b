//! The application as its users meet it: every test asks for pages and reads what comes back.
//! One binary, one module per slice; the modules beside them look at the whole.

#![expect(
    clippy::unwrap_used,
    clippy::format_push_string,
    clippy::used_underscore_binding,
    clippy::case_sensitive_file_extension_comparisons,
    reason = "a test that fails to unwrap fails, and names of our own files are lower case"
)]

mod access;
mod dependencies;
mod exceptions;
mod followup;
mod gallery;
mod goals;
mod imports;
mod kit;
mod matrix;
mod neighbour;

mod measures;
mod organisation;
mod people;
mod search;
mod security;
mod sign_in;
mod source;
mod tidy;
