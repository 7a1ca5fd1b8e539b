//! The server: reads a request whole, hands it to the application, writes the answer.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body as HttpBody;
use axum::extract::State;
use axum::middleware::map_response;
use axum::response::IntoResponse;
use bytes::{Bytes, BytesMut};
use futures_util::StreamExt;
use http::header::{CONTENT_LENGTH, TRANSFER_ENCODING};
use http::{HeaderMap, Method, StatusCode, Uri};
use tokio::net::TcpListener;
use tokio::sync::Semaphore;
use tower_http::compression::CompressionLayer;
use tower_http::timeout::TimeoutLayer;

use super::limits::LARGEST_FORM;
use super::security::add_headers;

/// How many large bodies are held at once.
const LARGE_AT_ONCE: usize = 4;
/// What is read and thrown away of a body that is too large: a browser shows no answer until it has
/// sent all.
const MOST_THROWN_AWAY: usize = 64 * 1024 * 1024;

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

    /// The largest body that is taken from whoever sends these headers to the path.
    fn largest(self: &Arc<Self>, uri: &Uri, headers: &HeaderMap) -> usize;

    /// Answers a request whose body is too large.
    fn too_large(
        self: &Arc<Self>,
        method: Method,
        uri: &Uri,
        headers: HeaderMap,
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
        .with_state(Arc::new(Server { app, large: Semaphore::new(LARGE_AT_ONCE) }));
    axum::serve(listener, router).with_graceful_shutdown(stop).await
}

/// What answers, and the places for large bodies.
struct Server<A> {
    app: Arc<A>,
    large: Semaphore,
}

async fn answer<A: Respond>(
    State(server): State<Arc<Server<A>>>,
    request: http::Request<HttpBody>,
) -> axum::response::Response {
    let (parts, body) = request.into_parts();
    let app = Arc::clone(&server.app);
    let most = if may_be_large(&parts.headers) {
        tokio::task::block_in_place(|| app.largest(&parts.uri, &parts.headers))
    } else {
        LARGEST_FORM
    };
    let _place = if most > LARGEST_FORM { server.large.acquire().await.ok() } else { None };
    let Ok(body) = read(body, most).await else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let response = tokio::task::block_in_place(move || match body {
        Some(body) => app.respond(parts.method, &parts.uri, parts.headers, body),
        None => app.too_large(parts.method, &parts.uri, parts.headers),
    });
    response.map(HttpBody::from)
}

/// Whether a body may come that is larger than what is taken everywhere.
fn may_be_large(headers: &HeaderMap) -> bool {
    let length = headers.get(CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse().ok());
    length.map_or_else(
        || headers.contains_key(TRANSFER_ENCODING),
        |length: usize| length > LARGEST_FORM,
    )
}

/// Reads a body; none when it is larger than what is taken.
async fn read(body: HttpBody, most: usize) -> Result<Option<Bytes>, axum::Error> {
    let mut chunks = body.into_data_stream();
    let (mut all, mut length) = (BytesMut::new(), 0_usize);
    while let Some(chunk) = chunks.next().await {
        let chunk = chunk?;
        length += chunk.len();
        if length <= most {
            all.extend_from_slice(&chunk);
        } else if length > MOST_THROWN_AWAY {
            break;
        } else {
            all = BytesMut::new();
        }
    }
    Ok((length <= most).then(|| all.freeze()))
}
