//! The application as its users meet it: every test asks for pages and reads what comes back.
//! One binary, one module per slice; the modules beside them look at the whole.

#![expect(
    clippy::unwrap_used,
    clippy::format_push_string,
    clippy::used_underscore_binding,
    clippy::case_sensitive_file_extension_comparisons,
    reason = "a test that fails to unwrap fails, and names of our own files are lower case"
)]

mod acceptance;
mod access;
mod advice;
mod answers_read;
mod any_edits;
mod any_life;
mod asked_rounds;
mod attachments;
mod breakdowns;
mod breaks;
mod bulk;
mod bulk_undo;
mod changed_values;
mod choosing;
mod closing;
mod comments;
mod committee;
mod compilations;
mod corrections;
mod counted_once;
mod counts_on_screen;
mod deciding;
mod definitions;
mod dependencies;
mod drafts;
mod earlier_texts;
mod ends;
mod every_role;
mod exceptions;
mod few;
mod few_doors;
mod few_proposals;
mod followup;
mod followup_input;
mod followup_returns;
mod followup_rounds;
mod forecasts;
mod formulas;
mod frameworks;
mod gallery;
mod goal_page;
mod goals;
mod grid;
mod grounds;
mod health;
mod home;
mod impact;
mod import_files;
mod import_meanwhile;
mod imports;
mod judging;
mod kit;
mod large_bodies;
mod leave_covers;
mod leaving;
mod levels;
mod life;
mod lower_administrators;
mod matrix;
mod measures;
mod mid_round;
mod minimum;
mod models;
mod moves_along;
mod neighbour;
mod organisation;
mod oversight;
mod oversight_rounds;
mod own_fields;
mod parts;
mod past;
mod people;
mod points;
mod proposed_links;
mod provider;
mod refused_forms;
mod remedies;
mod reminders;
mod reminders_meanwhile;
mod reminders_rhythm;
mod reminders_sending;
mod reminders_today;
mod remodelling;
mod renewing;
mod reports;
mod reworded_formulas;
mod round_trip;
mod rounds_beside;
mod scales;
mod search;
mod security;
mod sharing;
mod sign_in;
mod source;
mod sources;
mod splitting;
mod standing_in;
mod step_up;
mod templates;
mod thread;
mod tidy;
mod views;
mod wheel;
mod wheel_calendar;
mod whole_year;
mod wording;
mod worth;
