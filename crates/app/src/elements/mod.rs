//! The nodes and links of the thread: what is kept, and the picture that pages read.
//!
//! Owns the tables elements, links, measures (how a measure element measures), `measure_worth` (what it
//! is worth) and targets.
//! Slices to the right write through these functions.

pub mod derived;
pub mod store;
pub mod structures;

use std::sync::Arc;

use domain::elements::{Element, Structure};
use domain::ids::ElementId;
use domain::steering::Role;

use crate::cx::Cx;
use crate::web::error::{AppError, OrNotFound};

impl Cx<'_, '_> {
    /// The element, if the visitor may know of it. Every handler that is told of one begins here.
    pub fn find_visible<'s>(
        &self,
        structure: &'s Structure,
        id: ElementId,
    ) -> Result<&'s Arc<Element>, AppError> {
        structure.element(id).filter(|element| self.may_see(element)).or_not_found()
    }
}

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
