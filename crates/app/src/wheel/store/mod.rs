//! SQL of year wheels.

mod answered;
mod feeds;
mod steps;
mod wheels;

pub(super) use answered::to_answer;
pub(super) use feeds::{Feed, feed_by_digest, feeds_of, insert_feed, revoke};
pub(super) use steps::{answers_of, change_step, insert_steps_of_wheels, step, steps_from};
pub use steps::{insert_steps, steps_of};
pub use wheels::{Wheel, insert_wheel, wheel_of};
pub(super) use wheels::{
    forget_wheel, forget_wheels, insert_wheels, units_with_wheel, wheels_of_year,
};
