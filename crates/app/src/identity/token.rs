//! Session tokens: 256 random bits in a cookie, their digest in the store.

use db::Entropy;
use sha2::{Digest, Sha256};

use crate::app::Settings;

/// The cookie's name. The prefix makes browsers refuse it over plain http, where only a demo runs.
pub(super) fn cookie_name(settings: &Settings) -> &'static str {
    if settings.plain_http { "traden" } else { "__Host-traden" }
}

/// A new token.
pub(super) fn new(entropy: &dyn Entropy) -> String {
    let mut bytes = [0; 32];
    entropy.fill(&mut bytes);
    db::hex(&bytes)
}

/// What the store keeps of a token.
pub(super) fn digest(token: &str) -> Vec<u8> {
    Sha256::digest(token.as_bytes()).to_vec()
}

/// The `Set-Cookie` header; an empty token takes the cookie away.
pub(super) fn cookie(settings: &Settings, token: &str) -> String {
    let name = cookie_name(settings);
    let secure = if settings.plain_http { "" } else { "; Secure" };
    let age = if token.is_empty() { "; Max-Age=0" } else { "" };
    format!("{name}={token}; Path=/; HttpOnly; SameSite=Lax{secure}{age}")
}
