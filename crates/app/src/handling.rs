//! How a request goes through the application: the route, the municipality, who is visiting,
//! whether they may, and the transaction.

use std::sync::Arc;

use db::Tenant;
use http::Method;

use crate::app::App;
use crate::cx::{Cx, Visit};
use crate::error_page;
use crate::identity;
use crate::past;
use crate::routes::{Access, Found, Route, Work};
use crate::search::remember;
use crate::web::error::{Answer, AppError};
use crate::web::fields::decode;
use crate::web::request::Request;
use crate::web::response::Response;
use crate::web::security;

impl App {
    /// Answers a request that could be read.
    pub(crate) fn answer(self: &Arc<Self>, mut request: Request) -> Response {
        let mut visit = Visit::stranger(self.settings.only, self.clock.now(), &request);
        let result = self.dispatch(&mut request, &mut visit);
        let mut response = match result {
            Ok(response) => response,
            Err(error) => error_page::show(self, &request, &visit, error),
        };
        if let Some(cookie) = &visit.cookie {
            response.add_cookie(cookie);
        }
        response
    }

    fn dispatch(self: &Arc<Self>, request: &mut Request, visit: &mut Visit) -> Answer {
        let found = self.routes.find(&request.method, &request.path);
        if let Found::Route(route, params) = &found {
            for (name, value) in params {
                request.params.insert(name, decode(value).map_err(|_| AppError::NotFound)?);
            }
            // Style and fonts are the same for everyone: no session is looked up for them.
            if let (Access::Anyone, Work::Free(handler)) = (route.access, route.work) {
                return handler(self, request, visit);
            }
        }
        let Some(tenant) = self.tenant_of(request)? else {
            return Ok(error_page::other_host(self, request, visit));
        };
        visit.tenant = tenant;
        identity::recognise(self, request, visit)?;
        let Found::Route(route, _) = found else { return Err(AppError::NotFound) };
        let by_key = route.access == Access::ByKey;
        if changes(&request.method) && !by_key && !security::is_same_origin(request) {
            return Err(AppError::Forbidden);
        }
        if let Some(elsewhere) = check_access(&route, visit, request)? {
            return Ok(elsewhere);
        }
        if route.asks_who_it_is()
            && let Some(question) = identity::step_up(self, request, visit)?
        {
            return Ok(question);
        }
        // Another day is looked at, never changed.
        if request.query.has(past::DAY) {
            if changes(&request.method) {
                return Err(AppError::Forbidden);
            }
            if let (Work::InTransaction(handler), true) = (route.work, past::shows(route.path)) {
                return self.read_then(request, visit, handler);
            }
        }
        match route.work {
            Work::Free(handler) => handler(self, request, visit),
            Work::InTransaction(handler) if changes(&request.method) => {
                self.write(request, visit, handler)
            }
            Work::InTransaction(handler) => {
                let mut response = self.read(request, visit, handler)?;
                let shown = (&*request, &*visit);
                if let Some(cookie) = remember(&self.settings, shown, route.path, &response) {
                    response.add_cookie(&cookie);
                }
                Ok(response)
            }
        }
    }

    /// Whether somebody is signed in, asked before the body is read.
    pub(crate) fn is_signed_in(self: &Arc<Self>, request: &Request) -> bool {
        let mut visit = Visit::stranger(self.settings.only, self.clock.now(), request);
        let Ok(Some(tenant)) = self.tenant_of(request) else { return false };
        visit.tenant = tenant;
        identity::recognise(self, request, &mut visit).is_ok() && visit.person.is_some()
    }

    /// Does something in one reading transaction.
    pub fn read<T>(
        self: &Arc<Self>,
        request: &Request,
        visit: &Visit,
        work: impl FnOnce(&mut Cx<'_, '_>) -> Answer<T>,
    ) -> Answer<T> {
        self.db.read(visit.tenant, |tx| {
            let answer = Cx::new(tx, self, request, visit, true).and_then(|mut cx| work(&mut cx));
            self.count(tx);
            answer
        })
    }

    /// Runs a handler in one writing transaction; what it refuses leaves nothing behind.
    pub fn write(
        self: &Arc<Self>,
        request: &Request,
        visit: &Visit,
        handler: impl Fn(&mut Cx<'_, '_>) -> Answer + Send + 'static,
    ) -> Answer {
        let (app, request, visit) = (Arc::clone(self), request.clone(), visit.clone());
        let (tenant, author) = (visit.tenant, visit.author());
        let written = self.db.write(tenant, &author, move |tx| {
            let opened = Cx::new(tx, &app, &request, &visit, false);
            let answer = opened.and_then(|mut cx| {
                let begun_with = Arc::clone(&cx.structure);
                Ok((handler(&mut cx)?, begun_with))
            });
            app.count(tx);
            let (response, begun_with) = answer.map_err(Undone::Failed)?;
            // A refused form must leave nothing behind, whatever the handler wrote before; but for a
            // text that would be lost with it.
            if response.status.is_client_error() && !response.keeps {
                return Err(Undone::Refused(Box::new(response)));
            }
            Ok((response, begun_with))
        });
        match written {
            Ok((response, begun_with)) => {
                // What the write saw is committed with it. Changes must not pile up where many write
                // and nobody reads: every write would take them all in again.
                self.structures.keep(tenant, begun_with);
                Ok(response)
            }
            Err(Undone::Refused(response)) => Ok(*response),
            Err(Undone::Failed(error)) => Err(error),
        }
    }

    /// The municipality that is asked for; none for a host name that is not ours. Answering to any
    /// name would let a page elsewhere point its own name here and read what it gets.
    fn tenant_of(&self, request: &Request) -> Answer<Option<Tenant>> {
        let Some(only) = self.settings.only else {
            return identity::tenant_by_host(&self.db, &request.host().to_lowercase());
        };
        let known = is_this_computer(request.host())
            || self.settings.hosts.iter().any(|host| host.eq_ignore_ascii_case(request.host()));
        Ok(known.then_some(only))
    }
}

/// Whether a host name is this computer's own.
fn is_this_computer(host: &str) -> bool {
    ["localhost", "127.0.0.1", "[::1]"].iter().any(|own| own.eq_ignore_ascii_case(host))
}

/// Why a write was rolled back.
enum Undone {
    Refused(Box<Response>),
    Failed(AppError),
}

impl From<db::DbError> for Undone {
    fn from(error: db::DbError) -> Self {
        Self::Failed(error.into())
    }
}

impl From<AppError> for Undone {
    fn from(error: AppError) -> Self {
        Self::Failed(error)
    }
}

/// Whether a method changes something.
fn changes(method: &Method) -> bool {
    method == Method::POST || method == Method::PATCH
}

fn check_access(route: &Route, visit: &Visit, request: &Request) -> Answer<Option<Response>> {
    let allowed = match (route.access, &visit.person) {
        (Access::Anyone | Access::Public | Access::ByKey, _) | (Access::SignedIn, Some(_)) => true,
        (Access::May(action), Some(person)) => person.may_somewhere(action),
        (_, None) => {
            return if request.method == Method::GET {
                Ok(Some(identity::to_sign_in(request)))
            } else {
                Err(AppError::Forbidden)
            };
        }
    };
    if allowed { Ok(None) } else { Err(AppError::Forbidden) }
}
