//! Planting who writes together: a co-worker who is invited, a manager on leave, and a unit whose
//! manager has left.

use db::Tx;
use domain::ids::{FollowUpId, InvitationId, SubstituteId};
use jiff::civil::date;

use super::id_of;
use super::world::World;
use crate::together::store::{Invitation, Substitute, insert_invitation, insert_substitute};
use crate::web::error::AppError;

pub(super) fn plant(tx: &mut Tx<'_>, world: &World, at: i64) -> Result<(), AppError> {
    let name = |word: &str| world.person(word).map(|one| one.name.clone()).unwrap_or_default();
    let account = |org: &str| id_of::<FollowUpId>("follow_up", org);
    insert_invitation(
        tx,
        &Invitation {
            id: id_of::<InvitationId>("invitation", "sofia-bergkvist"),
            account: account("skargardens-forskolor"),
            part: None,
            person: id_of("person", "sofia-bergkvist"),
            person_name: name("sofia-bergkvist"),
            invited_by: name("amira-lindqvist"),
            due_on: date(2026, 9, 2),
            at,
            removed_at: None,
            version: 1,
        },
    )?;
    let stands_in = |org: &str, who: &str, instead: Option<&str>, by: &str| Substitute {
        id: id_of::<SubstituteId>("substitute", org),
        account: account(org),
        person: id_of("person", who),
        person_name: name(who),
        instead_of: instead.map(|word| id_of("person", word)),
        instead_of_name: instead.map(name).unwrap_or_default(),
        from: date(2026, 8, 24),
        to: date(2026, 9, 6),
        named_by: name(by),
        at,
        ended_at: None,
        version: 1,
    };
    let of_vik =
        stands_in("viks-forskola", "samir-benali", Some("katarina-bjork"), "katarina-bjork");
    insert_substitute(tx, &of_vik)?;
    insert_substitute(tx, &stands_in("viksskolan", "eva-dahlgren-norling", None, "lena-holm"))
}
