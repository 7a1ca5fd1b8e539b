//! The server: reads a request whole, hands it to the application, writes the answer.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::{Body as HttpBody, to_bytes};
use axum::extract::State;
use axum::middleware::map_response;
use axum::response::IntoResponse;
use bytes::Bytes;
use http::{HeaderMap, Method, StatusCode, Uri};
use tokio::net::TcpListener;
use tower_http::compression::CompressionLayer;
use tower_http::timeout::TimeoutLayer;

use super::security::add_headers;

/// The largest body taken where files are read in; a file of a million values fits.
const LARGEST_FILE: usize = 32 * 1024 * 1024;
/// The largest body taken elsewhere.
const LARGEST_FORM: usize = 1024 * 1024;
/// Where files are read in.
const TAKES_FILES: &str = "/matt/inlasning";

/// What a server serves.
pub trait Respond: Send + Sync + 'static {
    /// Answers one request. Blocks; the server calls it where that is allowed.
    fn respond(
        self: &Arc<Self>,
        method: Method,
        uri: &Uri,
        headers: HeaderMap,
        body: Bytes,
    ) -> http::Response<Bytes>;

    /// Whether it is served on unencrypted loopback.
    fn plain_http(&self) -> bool;
}

/// Serves until the future ends, then finishes open requests.
///
/// # Errors
/// When the listener fails.
pub async fn serve<A: Respond>(
    listener: TcpListener,
    app: Arc<A>,
    stop: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    let plain = app.plain_http();
    let router = Router::new()
        .fallback(answer::<A>)
        .layer(CompressionLayer::new().gzip(true).quality(tower_http::CompressionLevel::Fastest))
        .layer(TimeoutLayer::with_status_code(StatusCode::REQUEST_TIMEOUT, Duration::from_mins(1)))
        // Outermost: what the server itself answers carries the headers too.
        .layer(map_response(move |mut response: axum::response::Response| async move {
            add_headers(response.headers_mut(), plain);
            response
        }))
        .with_state(app);
    axum::serve(listener, router).with_graceful_shutdown(stop).await
}

async fn answer<A: Respond>(
    State(app): State<Arc<A>>,
    request: http::Request<HttpBody>,
) -> axum::response::Response {
    let (parts, body) = request.into_parts();
    let most = if parts.uri.path() == TAKES_FILES { LARGEST_FILE } else { LARGEST_FORM };
    let Ok(body) = to_bytes(body, most).await else {
        return StatusCode::PAYLOAD_TOO_LARGE.into_response();
    };
    let response = tokio::task::block_in_place(move || {
        app.respond(parts.method, &parts.uri, parts.headers, body)
    });
    response.map(HttpBody::from)
}
