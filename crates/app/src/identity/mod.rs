//! Who is visiting: people, accounts, sessions, sign-in and one-time codes.
//!
//! Owns tenants, accounts, sessions, visits, `one_time_codes` and `sign_in_failures` in the
//! installation's store, and people and grants in the municipality's.

mod attempts;
mod choose_role;
mod code;
mod no_role;
mod password;
mod recognise;
mod session;
mod sign_in;
mod sign_out;
mod step_up;
pub mod store;
mod token;

use db::{Db, Tenant};

use crate::routes::{Access, Routes};
use crate::web::error::AppError;
use crate::web::request::Request;
use crate::web::response::Response;

pub use code::{CODE_VALID_MICROS, issue_code};
pub use password::hash as hash_password;
pub use recognise::recognise;
pub use sign_in::{role_word, show as show_sign_in};
pub use step_up::step_up;

/// Idle time after which a session ends.
const IDLE_MICROS: i64 = 8 * 3600 * 1_000_000;
/// The longest address that is remembered over a sign-in; a longer one is remembered without what
/// follows its question mark.
const LONGEST_WAY_BACK: usize = 2_000;

/// The slice's pages. `/logga-in` itself is registered by the demo, which decides which page it is.
pub fn routes(routes: &mut Routes) {
    routes
        .post_free("/logga-in", Access::Public, sign_in::sign_in)
        .post_free("/logga-in/roll", Access::Public, choose_role::choose)
        .post_free("/logga-ut", Access::SignedIn, sign_out::sign_out)
        .get_free("/kod/{code}", Access::Public, code::show)
        .post_free("/kod/{code}", Access::Public, code::use_code)
        .post_free("/sprak", Access::Public, sign_in::choose_language);
}

/// The municipality that a host name belongs to.
pub fn tenant_by_host(db: &Db, host: &str) -> Result<Option<Tenant>, AppError> {
    db.read_control(db::INSTALLATION, |tx| Ok(store::tenant_by_host(tx, host)?))
}

/// Where a stranger is sent; remembers the whole way.
pub fn to_sign_in(request: &Request) -> Response {
    let whole = request.address();
    let way = if whole.len() > LONGEST_WAY_BACK { &request.path } else { &whole };
    if way == "/" {
        return Response::see_other("/logga-in");
    }
    Response::see_other(&format!("/logga-in?vidare={}", crate::web::fields::encode(way)))
}
