//! What a handler answers.

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use maud::Markup;

use super::error::AppError;

type Work = Box<dyn FnOnce() -> Result<Bytes, AppError> + Send>;

/// The body, or work that makes it after the transaction has closed.
pub enum Body {
    /// Ready.
    Ready(Bytes),
    /// Slow work on data already read, such as setting a PDF: it must not hold a connection.
    Later(Work),
}

/// An answer.
pub struct Response {
    /// The status.
    pub status: StatusCode,
    /// Headers beside those every answer has.
    pub headers: HeaderMap,
    /// The body.
    pub body: Body,
    /// Whether what was written stays although something is refused.
    pub keeps: bool,
}

impl Response {
    fn new(status: StatusCode, content_type: &'static str, body: Bytes) -> Self {
        let mut headers = HeaderMap::new();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type));
        Self { status, headers, body: Body::Ready(body), keeps: false }
    }

    /// The same, with what was written kept although the answer refuses something: a text that must
    /// not be lost (decision 0039).
    #[must_use]
    pub fn keeping(mut self) -> Self {
        self.keeps = true;
        self
    }

    /// A page.
    pub fn page(markup: Markup) -> Self {
        Self::page_with(StatusCode::OK, markup)
    }

    /// A page with a status, such as 422 for a form with problems.
    pub fn page_with(status: StatusCode, markup: Markup) -> Self {
        Self::new(status, "text/html; charset=utf-8", Bytes::from(markup.into_string()))
    }

    /// A form shown again with its problems and everything typed.
    pub fn unprocessable(markup: Markup) -> Self {
        Self::page_with(StatusCode::UNPROCESSABLE_ENTITY, markup)
    }

    /// Look there instead: the answer to every POST that went well.
    pub fn see_other(url: &str) -> Self {
        let mut response = Self::new(StatusCode::SEE_OTHER, "text/plain", Bytes::new());
        response.set(header::LOCATION, url);
        response
    }

    /// JSON for our own scripts and for other systems.
    pub fn json(status: StatusCode, value: &serde_json::Value) -> Self {
        Self::new(status, "application/json", Bytes::from(value.to_string()))
    }

    /// A file to keep.
    pub fn file(content_type: &'static str, name: &str, bytes: impl Into<Bytes>) -> Self {
        let mut response = Self::new(StatusCode::OK, content_type, bytes.into());
        response.attach(name);
        response
    }

    /// A file that takes time to make.
    pub fn file_later(
        content_type: &'static str,
        name: &str,
        work: impl FnOnce() -> Result<Bytes, AppError> + Send + 'static,
    ) -> Self {
        let mut response = Self::file(content_type, name, Bytes::new());
        response.body = Body::Later(Box::new(work));
        response
    }

    /// A file that people have handed in: kept by the browser for the one who asked alone and asked
    /// for anew each time, and never shown as a page of ours.
    pub fn foreign_file(
        content_type: &'static str,
        name: &str,
        tag: &str,
        bytes: impl Into<Bytes>,
    ) -> Self {
        let mut response = Self::file(content_type, name, bytes);
        response.set(header::CONTENT_SECURITY_POLICY, super::security::FOREIGN_POLICY);
        response.tagged(tag)
    }

    /// That the browser has the file already.
    pub fn not_modified(tag: &str) -> Self {
        Self::new(StatusCode::NOT_MODIFIED, "text/plain", Bytes::new()).tagged(tag)
    }

    fn tagged(mut self, tag: &str) -> Self {
        self.set(header::ETAG, &format!("\"{tag}\""));
        self.set(header::CACHE_CONTROL, "private, no-cache");
        self
    }

    /// Bytes that never change under their address.
    pub fn asset(content_type: &'static str, bytes: Bytes) -> Self {
        let mut response = Self::new(StatusCode::OK, content_type, bytes);
        response.set(header::CACHE_CONTROL, "public, max-age=31536000, immutable");
        response
    }

    /// Sets a header; a value that cannot be one is left out.
    pub fn set(&mut self, name: HeaderName, value: &str) {
        if let Ok(value) = HeaderValue::from_str(value) {
            self.headers.insert(name, value);
        }
    }

    /// Adds a cookie.
    pub fn add_cookie(&mut self, cookie: &str) {
        if let Ok(value) = HeaderValue::from_str(cookie) {
            self.headers.append(header::SET_COOKIE, value);
        }
    }

    /// Whether it is a page, which has links.
    pub fn is_page(&self) -> bool {
        let kind = self.headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
        kind.is_some_and(|kind| kind.starts_with("text/html"))
    }

    /// Lets the name of a file, if it is one, end with what it is of: `värden 2026-06-30.csv`.
    pub fn name_after(&mut self, what: &str) {
        let kept = self.headers.get(header::CONTENT_DISPOSITION);
        let encoded = kept.and_then(|kept| kept.to_str().ok()?.split("UTF-8''").nth(1));
        let Some(Ok(name)) = encoded.map(super::fields::decode) else { return };
        match name.rsplit_once('.') {
            Some((stem, ending)) => self.attach(&format!("{stem} {what}.{ending}")),
            None => self.attach(&format!("{name} {what}")),
        }
    }

    fn attach(&mut self, name: &str) {
        let plain: String = name.chars().map(plain).collect();
        let encoded = super::fields::encode(name);
        self.set(
            header::CONTENT_DISPOSITION,
            &format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{encoded}"),
        );
    }
}

/// A letter of a file's name for programs that read plain letters only.
fn plain(letter: char) -> char {
    match letter {
        'å' | 'ä' | 'à' | 'á' => 'a',
        'Å' | 'Ä' => 'A',
        'ö' | 'ø' => 'o',
        'Ö' | 'Ø' => 'O',
        'é' | 'è' | 'ë' => 'e',
        'É' => 'E',
        'ü' => 'u',
        _ if letter.is_ascii_alphanumeric() || "-_.".contains(letter) => letter,
        _ => '-',
    }
}
