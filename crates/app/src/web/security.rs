//! Headers every answer carries, and the check that a form comes from our own pages.

use http::{HeaderMap, HeaderValue, header};

use super::request::Request;

const CONTENT_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; \
    img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; \
    base-uri 'none'; frame-ancestors 'none'";

/// What a file that people have handed in may do in a browser: nothing.
pub const FOREIGN_POLICY: &str = "default-src 'none'; form-action 'none'; base-uri 'none'; \
    frame-ancestors 'none'; sandbox";

/// Adds what every answer carries. `plain` is a demo on unencrypted loopback.
pub fn add_headers(headers: &mut HeaderMap, plain: bool) {
    // A file that people have handed in brings a stricter policy of its own.
    headers
        .entry(header::CONTENT_SECURITY_POLICY)
        .or_insert(HeaderValue::from_static(CONTENT_POLICY));
    let fixed = [
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "same-origin"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
        ("permissions-policy", "camera=(), microphone=(), geolocation=()"),
        ("x-frame-options", "DENY"),
    ];
    for (name, value) in fixed {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if !plain {
        headers.insert(
            header::STRICT_TRANSPORT_SECURITY,
            HeaderValue::from_static("max-age=63072000"),
        );
    }
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
}

/// Whether a POST comes from a page of ours. Browsers say so in one of two headers.
pub fn is_same_origin(request: &Request) -> bool {
    match request.header("sec-fetch-site") {
        "same-origin" => return true,
        "" => {}
        _ => return false,
    }
    let host = request.header("host");
    request
        .header("origin")
        .split_once("://")
        .is_some_and(|(_, origin)| !host.is_empty() && origin == host)
}
