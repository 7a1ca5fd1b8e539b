//! The application: what it holds, and how a request goes through it.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use bytes::Bytes;
use db::{Author, Db, Entropy, Tenant, Tx};
use domain::access::Action;
use http::{HeaderMap, Method, StatusCode, Uri};
use jiff::civil::DateTime;

use crate::cx::{Cx, Visit};
use crate::elements::structures::Structures;
use crate::error_page;
use crate::identity;
use crate::revisions::Kept;
use crate::routes::{Access, Found, Route, RouteTable, Work};
use crate::web::error::{Answer, AppError};
use crate::web::fields::{Fields, decode};
use crate::web::request::Request;
use crate::web::response::{Body, Response};
use crate::web::security;
use crate::web::serve::Respond;

/// The clock of the place. The binary gives the real one, tests a still one.
pub trait Clock: Send + Sync {
    /// Microseconds since 1970 in UTC.
    fn now(&self) -> i64;
    /// An instant as the municipality's wall clock shows it.
    fn local(&self, at: i64) -> DateTime;
}

/// How the installation is run.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The one municipality of a demo; none on a server, where the host name decides.
    pub only: Option<Tenant>,
    /// The municipality's name when there is only one; on a server it is looked up.
    pub name: Option<String>,
    /// Whether one signs in by choosing a role.
    pub demo: bool,
    /// Whether it is served on unencrypted loopback, so that cookies cannot be `Secure`.
    pub plain_http: bool,
}

/// Everything a handler can reach.
pub struct App {
    /// Storage.
    pub db: Db,
    /// Time.
    pub clock: Arc<dyn Clock>,
    /// Randomness.
    pub entropy: Arc<dyn Entropy>,
    /// How it is run.
    pub settings: Settings,
    /// Pictures of the municipalities' structures.
    pub structures: Structures,
    /// Sums of what is reported.
    pub sums: Kept,
    /// The table of routes.
    pub routes: RouteTable,
    statements: AtomicU64,
}

impl App {
    /// Puts an application together.
    pub fn new(
        db: Db,
        clock: Arc<dyn Clock>,
        entropy: Arc<dyn Entropy>,
        settings: Settings,
    ) -> Self {
        let structures = Structures::default();
        let routes = crate::routes_of_all_slices();
        let (sums, statements) = (Kept::default(), AtomicU64::new(0));
        Self { db, clock, entropy, settings, structures, sums, routes, statements }
    }

    /// How many SQL statements handlers have run since the start. Tests hold pages to a budget by it.
    pub fn statements(&self) -> u64 {
        self.statements.load(Ordering::Relaxed)
    }

    fn count(&self, tx: &Tx<'_>) {
        self.statements.fetch_add(tx.statements().into(), Ordering::Relaxed);
    }

    /// A new identity (UUID version 7).
    pub fn new_id<T: From<[u8; 16]>>(&self) -> T {
        T::from(new_id(&*self.clock, &*self.entropy))
    }

    fn answer(self: &Arc<Self>, mut request: Request) -> (Response, Visit) {
        let mut visit = Visit::stranger(self.settings.only, self.clock.now(), &request);
        let result = self.dispatch(&mut request, &mut visit);
        let response = match result {
            Ok(response) => response,
            Err(error) => error_page::show(self, &request, &visit, error),
        };
        (response, visit)
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
        visit.tenant = self.tenant_of(request)?;
        identity::recognise(self, request, visit)?;
        let Found::Route(route, _) = found else { return Err(AppError::NotFound) };
        if changes(&request.method) && !security::is_same_origin(request) {
            return Err(AppError::Forbidden);
        }
        if let Some(elsewhere) = check_access(&route, visit, request)? {
            return Ok(elsewhere);
        }
        match route.work {
            Work::Free(handler) => handler(self, request, visit),
            Work::InTransaction(handler) if changes(&request.method) => {
                self.write(request, visit, handler)
            }
            Work::InTransaction(handler) => self.read(request, visit, handler),
        }
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
        self.db
            .write(tenant, &author, move |tx| {
                let answer =
                    Cx::new(tx, &app, &request, &visit, false).and_then(|mut cx| handler(&mut cx));
                app.count(tx);
                let response = answer.map_err(Undone::Failed)?;
                // A refused form must leave nothing behind, whatever the handler wrote before.
                if response.status.is_client_error() {
                    return Err(Undone::Refused(Box::new(response)));
                }
                Ok(response)
            })
            .or_else(|undone| match undone {
                Undone::Refused(response) => Ok(*response),
                Undone::Failed(error) => Err(error),
            })
    }

    fn tenant_of(&self, request: &Request) -> Result<Tenant, AppError> {
        if let Some(only) = self.settings.only {
            return Ok(only);
        }
        identity::tenant_by_host(&self.db, request.host())?.ok_or(AppError::NotFound)
    }
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
        (Access::Anyone | Access::Public, _) | (Access::SignedIn, Some(_)) => true,
        (Access::May(action), Some(person)) => person.may_somewhere(action),
        (_, None) => {
            return if request.method == Method::GET {
                Ok(Some(identity::to_sign_in(&request.path)))
            } else {
                Err(AppError::Forbidden)
            };
        }
    };
    if allowed { Ok(None) } else { Err(AppError::Forbidden) }
}

/// Whether anybody at all may do this; strangers may do nothing.
pub fn may_somewhere(visit: &Visit, action: Action) -> bool {
    visit.person.as_ref().is_some_and(|person| person.may_somewhere(action))
}

/// A UUID version 7 from the clock and randomness handed in.
pub fn new_id(clock: &dyn Clock, entropy: &dyn Entropy) -> [u8; 16] {
    let mut bytes = [0; 16];
    entropy.fill(&mut bytes);
    let millis = (clock.now() / 1000).to_be_bytes();
    if let (Some(head), Some(time)) = (bytes.get_mut(..6), millis.get(2..)) {
        head.copy_from_slice(time);
    }
    bytes[6] = (bytes[6] & 0x0f) | 0x70;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    bytes
}

impl Respond for App {
    fn respond(
        self: &Arc<Self>,
        method: Method,
        uri: &Uri,
        headers: HeaderMap,
        body: Bytes,
    ) -> http::Response<Bytes> {
        let read = read_request(method, uri, headers, body);
        let answered = catch_unwind(AssertUnwindSafe(|| match read {
            Ok(request) => self.answer(request).0,
            Err(status) => error_page::unreadable(self, status),
        }));
        let mut response = answered.unwrap_or_else(|_| {
            tracing::error!("a handler panicked");
            error_page::plain()
        });
        let bytes = match std::mem::replace(&mut response.body, Body::Ready(Bytes::new())) {
            Body::Ready(bytes) => bytes,
            Body::Later(work) => match catch_unwind(AssertUnwindSafe(work)) {
                Ok(Ok(bytes)) => bytes,
                Ok(Err(error)) => {
                    tracing::error!(?error, "a document could not be made");
                    response = error_page::plain();
                    Bytes::from_static(error_page::PLAIN.as_bytes())
                }
                Err(_) => {
                    response = error_page::plain();
                    Bytes::from_static(error_page::PLAIN.as_bytes())
                }
            },
        };
        security::add_headers(&mut response.headers, self.settings.plain_http);
        let mut answer = http::Response::new(bytes);
        *answer.status_mut() = response.status;
        *answer.headers_mut() = response.headers;
        answer
    }

    fn plain_http(&self) -> bool {
        self.settings.plain_http
    }
}

fn read_request(
    method: Method,
    uri: &Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Request, StatusCode> {
    let query =
        Fields::urlencoded(uri.query().unwrap_or_default()).map_err(|_| StatusCode::BAD_REQUEST)?;
    let content_type = headers
        .get(http::header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    let form = Fields::body(content_type, &body).map_err(|_| StatusCode::BAD_REQUEST)?;
    let path = uri.path().to_owned();
    Ok(Request {
        method,
        path,
        params: std::collections::BTreeMap::new(),
        query,
        form,
        headers,
        body,
    })
}

/// The author of what the installation itself writes.
pub fn installation_author(clock: &dyn Clock, name: &str) -> Author {
    Author { name: name.to_owned(), at: clock.now(), ..Author::default() }
}
