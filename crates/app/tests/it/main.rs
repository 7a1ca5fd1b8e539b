//! The application as its users meet it: every test asks for pages and reads what comes back.
//! One binary, one module per slice; the modules beside them look at the whole.

mod access;
mod exceptions;
mod kit;
mod matrix;
mod neighbour;

mod imports;
mod measures;
mod security;
mod sign_in;
