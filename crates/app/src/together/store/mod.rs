//! SQL of invitations and substitutes, and of those who may be asked.

mod holders;
mod invitations;
mod substitutes;

pub use holders::{Holder, holders};
pub use invitations::{
    Invitation, insert_invitation, invitations_among, invitations_of, invitations_to,
    remove_invitation,
};
pub use substitutes::{
    Substitute, end_substitute, insert_substitute, is_ended, standing_in, substitute_now,
    substitutes_among, substitutes_now, substitutes_of, substitutions_of,
};
