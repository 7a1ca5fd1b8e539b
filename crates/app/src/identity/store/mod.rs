//! SQL of the slice, by what it is about.

mod accounts;
mod grants;
mod people;
mod sessions;
mod tenants;
mod visits;

pub use accounts::{
    Account, Used, account, account_of, change_account_email, close_account, code_owner, failures,
    forget_failures, insert_account, insert_code, note_failure, opened_by, set_password, use_code,
    use_up_codes_of,
};
pub use grants::{
    end_grant, ending, grants_of, insert_grant, is_held_by_others, next_grant_from, places_of_all,
};
pub(crate) use people::read_person_row;
pub use people::{PersonRow, change_person, insert_person, person, person_by_email, person_row};
pub use sessions::{Session, end_session, end_sessions_of, insert_session, note_use, session};
pub use tenants::{insert_tenant, tenant_by_host, tenant_name, tenants};
pub use visits::{note_visit, visit_before};
