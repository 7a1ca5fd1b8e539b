//! Planting a view of the thread that the controller has given a name.

use db::Tx;

use super::id_of;
use super::world::World;
use crate::i18n::Texts;
use crate::web::error::AppError;

/// Whose it is.
const CONTROLLER: &str = "kerstin-oberg";
/// What nobody answers for.
const QUERY: &str = "vy=lista&ansvarig=ingen";

pub(super) fn plant(tx: &mut Tx<'_>, world: &World, at: i64) -> Result<(), AppError> {
    if !world.people.iter().any(|person| person.id == CONTROLLER) {
        return Ok(());
    }
    let (view, person) = (id_of("saved_view", CONTROLLER), id_of("person", CONTROLLER));
    let name = Texts::default().demo_saved_view();
    crate::thread::give_view(tx, view, person, (name, QUERY), at)
}
