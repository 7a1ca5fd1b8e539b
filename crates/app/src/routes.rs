//! The table of routes. No route can be registered without saying who may use it.

use std::collections::BTreeMap;

use domain::access::Action;
use http::Method;

use crate::app::App;
use crate::cx::Cx;
use crate::web::error::Answer;
use crate::web::request::Request;

/// Who may use a route. The handler still asks whether the person may do it to the thing at hand.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Access {
    /// Anyone, and the answer is the same for all: who is visiting is not even looked up.
    Anyone,
    /// Anyone, signed in or not.
    Public,
    /// Whoever brings the key that stands in the address, also from a page that is not ours: nothing
    /// of the visitor's own is used, so there is nothing to misuse.
    ByKey,
    /// Anyone who is signed in.
    SignedIn,
    /// Who may do this somewhere in the municipality.
    May(Action),
}

/// A handler that runs in one transaction: reading for GET, writing for POST.
pub type Handler = fn(&mut Cx<'_, '_>) -> Answer;

/// A handler that opens its own transactions, because it does slow work between them.
pub type FreeHandler = fn(&std::sync::Arc<App>, &Request, &crate::cx::Visit) -> Answer;

/// How a route is answered.
#[derive(Clone, Copy)]
pub enum Work {
    /// In one transaction.
    InTransaction(Handler),
    /// With transactions of its own.
    Free(FreeHandler),
}

/// One row of the table.
#[derive(Clone, Copy)]
pub struct Route {
    /// GET or POST.
    pub method: &'static str,
    /// The path with named parts, such as `/mal/{id}`.
    pub path: &'static str,
    /// Who may use it.
    pub access: Access,
    /// The handler.
    pub work: Work,
}

impl Route {
    /// Whether the visitor must lately have shown who they are: for every change that administers.
    /// It follows from the action, so that no such route can be registered without it.
    pub fn asks_who_it_is(&self) -> bool {
        self.method != "GET"
            && matches!(self.access, Access::May(action) if action.is_administration())
    }
}

/// What a slice registers its pages with.
#[derive(Default)]
pub struct Routes {
    rows: Vec<Route>,
}

impl Routes {
    /// A page.
    pub fn get(&mut self, path: &'static str, access: Access, handler: Handler) -> &mut Self {
        self.add("GET", path, access, Work::InTransaction(handler))
    }

    /// A change.
    pub fn post(&mut self, path: &'static str, access: Access, handler: Handler) -> &mut Self {
        self.add("POST", path, access, Work::InTransaction(handler))
    }

    /// A change of one field by our own script, answered with JSON.
    pub fn patch(&mut self, path: &'static str, access: Access, handler: Handler) -> &mut Self {
        self.add("PATCH", path, access, Work::InTransaction(handler))
    }

    /// A page that opens its own transactions.
    pub fn get_free(
        &mut self,
        path: &'static str,
        access: Access,
        handler: FreeHandler,
    ) -> &mut Self {
        self.add("GET", path, access, Work::Free(handler))
    }

    /// A change that opens its own transactions.
    pub fn post_free(
        &mut self,
        path: &'static str,
        access: Access,
        handler: FreeHandler,
    ) -> &mut Self {
        self.add("POST", path, access, Work::Free(handler))
    }

    fn add(
        &mut self,
        method: &'static str,
        path: &'static str,
        access: Access,
        work: Work,
    ) -> &mut Self {
        self.rows.push(Route { method, path, access, work });
        self
    }

    /// Builds the table that requests are looked up in.
    ///
    /// # Panics
    /// When two routes collide: a defect that every test meets at once.
    pub fn build(self) -> RouteTable {
        let mut paths: BTreeMap<&'static str, Vec<usize>> = BTreeMap::new();
        for (index, row) in self.rows.iter().enumerate() {
            paths.entry(row.path).or_default().push(index);
        }
        let mut matcher = matchit::Router::new();
        for (path, rows) in paths {
            matcher.insert(path, rows).expect("routes do not collide");
        }
        RouteTable { rows: self.rows, matcher }
    }
}

/// The built table.
pub struct RouteTable {
    rows: Vec<Route>,
    matcher: matchit::Router<Vec<usize>>,
}

/// What a path and method lead to.
pub enum Found {
    /// A route and the named parts of the path, still percent-encoded.
    Route(Route, BTreeMap<&'static str, String>),
    /// The path exists for another method.
    WrongMethod,
    /// Nothing.
    Nothing,
}

impl RouteTable {
    /// Looks a request up.
    pub fn find(&self, method: &Method, path: &str) -> Found {
        let Ok(found) = self.matcher.at(path) else {
            return Found::Nothing;
        };
        let method = if method == Method::HEAD { "GET" } else { method.as_str() };
        let row = found
            .value
            .iter()
            .filter_map(|index| self.rows.get(*index))
            .find(|row| row.method == method);
        let Some(row) = row else { return Found::WrongMethod };
        let params = found
            .params
            .iter()
            .filter_map(|(name, value)| {
                Some((names_of(row.path).find(|own| *own == name)?, value.to_owned()))
            })
            .collect();
        Found::Route(*row, params)
    }

    /// All rows, for the tests that walk them.
    pub fn rows(&self) -> &[Route] {
        &self.rows
    }
}

fn names_of(path: &'static str) -> impl Iterator<Item = &'static str> {
    path.split('/').filter_map(|part| part.strip_prefix('{')?.strip_suffix('}'))
}

/// Answers that are the same for every route.
pub fn static_file(_: &std::sync::Arc<App>, request: &Request, _: &crate::cx::Visit) -> Answer {
    use crate::web::error::OrNotFound;
    let file = request.params.get("file").map(String::as_str).unwrap_or_default();
    crate::web::assets::find(file).or_not_found()
}
