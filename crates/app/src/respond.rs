//! The edge of the application: bytes in, bytes out, and a page even when something panics.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use bytes::Bytes;
use http::{HeaderMap, Method, StatusCode, Uri};

use crate::app::App;
use crate::error_page;
use crate::web::fields::Fields;
use crate::web::limits::{self, LARGEST_FORM};
use crate::web::request::Request;
use crate::web::response::{Body, Response};
use crate::web::security;
use crate::web::serve::Respond;

impl Respond for App {
    fn respond(
        self: &Arc<Self>,
        method: Method,
        uri: &Uri,
        headers: HeaderMap,
        body: Bytes,
    ) -> http::Response<Bytes> {
        if body.len() > LARGEST_FORM && body.len() > self.largest(uri, &headers) {
            return self.too_large(method, uri, headers);
        }
        let read = read_request(method, uri, headers, body);
        let answered = catch_unwind(AssertUnwindSafe(|| match read {
            Ok(request) => self.answer(request),
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
        response.body = Body::Ready(bytes);
        self.finish(response)
    }

    fn largest(self: &Arc<Self>, uri: &Uri, headers: &HeaderMap) -> usize {
        let largest = limits::largest(uri.path());
        let known = largest > LARGEST_FORM && self.is_signed_in(&without_body(uri, headers));
        if known { largest } else { LARGEST_FORM }
    }

    fn too_large(
        self: &Arc<Self>,
        method: Method,
        uri: &Uri,
        headers: HeaderMap,
    ) -> http::Response<Bytes> {
        if self.largest(uri, &headers) < limits::largest(uri.path()) {
            // A stranger gets what strangers get here, whatever they send.
            return self.respond(method, uri, headers, Bytes::new());
        }
        self.finish(error_page::too_large(self, &without_body(uri, &headers)))
    }

    fn plain_http(&self) -> bool {
        self.settings.plain_http
    }
}

impl App {
    /// The answer as it is sent.
    fn finish(&self, mut response: Response) -> http::Response<Bytes> {
        security::add_headers(&mut response.headers, self.settings.plain_http);
        let bytes = match response.body {
            Body::Ready(bytes) => bytes,
            Body::Later(_) => Bytes::new(),
        };
        let mut answer = http::Response::new(bytes);
        *answer.status_mut() = response.status;
        *answer.headers_mut() = response.headers;
        answer
    }
}

/// A request as far as it is known before its body is read.
fn without_body(uri: &Uri, headers: &HeaderMap) -> Request {
    Request { path: uri.path().to_owned(), headers: headers.clone(), ..Request::empty() }
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
