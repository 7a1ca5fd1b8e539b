//! The nodes and links of the thread: what is kept, and the picture that pages read.
//!
//! Owns the tables elements, links, measures (how a measure element measures) and targets.
//! Slices to the right write through these functions.

pub mod derived;
pub mod store;
pub mod structures;

use domain::elements::Element;
use domain::ids::ElementId;
use domain::steering::Role;

/// The page of a measure, of which nothing but its identity is known.
pub fn measure_url(id: ElementId) -> String {
    format!("/matt/{id}")
}

/// The page of an element.
pub fn url(element: &Element) -> String {
    match element.role {
        Role::Measure => measure_url(element.id),
        Role::Activity => format!("/aktivitet/{}", element.id),
        _ => format!("/mal/{}", element.id),
    }
}
