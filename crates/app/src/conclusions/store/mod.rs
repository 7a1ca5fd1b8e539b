//! SQL that reads what analyses say, and what has happened to the figures under them.

mod known;
mod rests;
mod turns;

pub(super) use known::{Known, MOST, concluded_under, of_element, of_subject, used_in};
pub(super) use rests::{Rests, rests_of};
pub(super) use turns::{Asked, Places, UNITS, turns_of};
