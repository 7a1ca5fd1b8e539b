//! A request as a handler sees it: read whole, with its form decoded.

use std::collections::BTreeMap;

use bytes::Bytes;
use http::{HeaderMap, Method};

use super::fields::Fields;

/// One request.
#[derive(Clone, Debug)]
pub struct Request {
    /// GET or POST; HEAD is answered as GET.
    pub method: Method,
    /// The path, decoded.
    pub path: String,
    /// The parts of the path that the route names.
    pub params: BTreeMap<&'static str, String>,
    /// The query string.
    pub query: Fields,
    /// The form; empty for GET.
    pub form: Fields,
    /// Headers.
    pub headers: HeaderMap,
    /// The body as it came, for JSON.
    pub body: Bytes,
}

impl Request {
    /// A request that says nothing, in place of one that could not be read.
    pub fn empty() -> Self {
        Self {
            method: Method::GET,
            path: "/".to_owned(),
            params: BTreeMap::new(),
            query: Fields::default(),
            form: Fields::default(),
            headers: HeaderMap::new(),
            body: Bytes::new(),
        }
    }

    /// The address asked for: the path, and what followed its question mark.
    pub fn address(&self) -> String {
        let query = self.query.encoded();
        if query.is_empty() { self.path.clone() } else { format!("{}?{query}", self.path) }
    }

    /// A header as text; empty when absent or not plain.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// The host without port, as the browser knows us.
    pub fn host(&self) -> &str {
        let host = self.header("host");
        host.rsplit_once(':')
            .filter(|(_, port)| port.bytes().all(|byte| byte.is_ascii_digit()))
            .map_or(host, |(name, _)| name)
    }

    /// The value of a cookie.
    pub fn cookie(&self, name: &str) -> Option<&str> {
        self.header("cookie").split(';').find_map(|pair| {
            let (key, value) = pair.trim().split_once('=')?;
            (key == name).then_some(value)
        })
    }

    /// A named part of the path that a type reads; none makes a 404.
    pub fn param<T: std::str::FromStr>(&self, name: &str) -> Option<T> {
        self.params.get(name)?.parse().ok()
    }

    /// Whether the caller is our own script, which wants JSON back.
    pub fn wants_json(&self) -> bool {
        self.header("accept").starts_with("application/json")
    }
}
