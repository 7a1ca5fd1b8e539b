//! Identities of the demo: made from the words of the data, so that every start gives the same.

use sha2::{Digest, Sha256};

/// The identity of a thing by its kind and its word in the data.
pub fn id_of<T: From<[u8; 16]>>(kind: &str, word: &str) -> T {
    let digest = Sha256::digest(format!("skarvik/{kind}/{word}").as_bytes());
    let mut bytes = [0; 16];
    for (to, from) in bytes.iter_mut().zip(digest.iter()) {
        *to = *from;
    }
    // UUID version 8: made by a rule of one's own.
    bytes[6] = (bytes[6] & 0x0f) | 0x80;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    T::from(bytes)
}
