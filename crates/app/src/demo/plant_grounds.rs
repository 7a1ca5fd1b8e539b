//! Planting why goals look as they do and how they are followed up.

use db::Tx;
use domain::grounds::{Ground, Grounds, Perspective};

use super::plant_thread::element_id;
use super::world;
use crate::grounds;
use crate::web::error::AppError;

/// What the data says of why an element looks as it does.
pub(super) fn plant(tx: &mut Tx<'_>, element: &world::Element) -> Result<(), AppError> {
    let perspective = match element.fields.get("perspektiv").map(String::as_str) {
        Some("finans") => Some(Perspective::Finance),
        Some("verksamhet") => Some(Perspective::Operations),
        _ => None,
    };
    let none = Grounds { perspective, version: 1, ..Grounds::none(element_id(&element.id)) };
    let said = Ground::ALL.into_iter().fold(none, |grounds, ground| {
        grounds.with(ground, element.grounds.get(ground.code()).map_or("", String::as_str))
    });
    if said.is_empty() { Ok(()) } else { grounds::store::keep(tx, &said) }
}
