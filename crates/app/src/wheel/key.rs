//! Keys of calendars: 256 random bits in an address, of which only the digest is kept.

use db::Entropy;
use sha2::{Digest, Sha256};

/// A new key.
pub(super) fn new(entropy: &dyn Entropy) -> String {
    let mut bytes = [0; 32];
    entropy.fill(&mut bytes);
    db::hex(&bytes)
}

/// What the store keeps of a key.
pub(super) fn digest(key: &str) -> Vec<u8> {
    Sha256::digest(key.as_bytes()).to_vec()
}
