//! The application as its users meet it: every test asks for pages and reads what comes back.
//! One binary, one module per slice; the modules beside them look at the whole.

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
mod security;
mod sign_in;
mod source;
mod tidy;
