//! SQL of year wheels.

mod feeds;
mod steps;
mod wheels;

pub(super) use feeds::{Feed, feed_by_digest, feeds_of, insert_feed, revoke};
pub(super) use steps::{answers_of, change_step, step, steps_from};
pub use steps::{insert_steps, steps_of};
pub use wheels::{Wheel, insert_wheel, wheel_of};
pub(super) use wheels::{forget_wheel, units_with_wheel};
