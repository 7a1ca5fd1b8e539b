//! Passwords: Argon2id with 64 MiB and two passes, as our security design asks.

use argon2::{Algorithm, Argon2, Params, Version};
use db::Entropy;

/// Shortest password taken. Length beats odd characters.
pub(super) const SHORTEST: usize = 15;
/// Longest password taken, so that hashing stays bounded.
pub(super) const LONGEST: usize = 256;

const MEMORY_KIB: u32 = 64 * 1024;
const PASSES: u32 = 2;

fn digest(password: &str, salt: &[u8]) -> Option<[u8; 32]> {
    let params = Params::new(MEMORY_KIB, PASSES, 1, Some(32)).ok()?;
    let mut out = [0; 32];
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(password.as_bytes(), salt, &mut out)
        .ok()?;
    Some(out)
}

/// What is kept of a password: `argon2id$salt$digest` in hexadecimal. None when hashing failed.
pub fn hash(password: &str, entropy: &dyn Entropy) -> Option<String> {
    let mut salt = [0; 16];
    entropy.fill(&mut salt);
    Some(format!("argon2id${}${}", hex(&salt), hex(&digest(password, &salt)?)))
}

/// Whether the password is the kept one. Takes as long for an unknown account as for a known one.
pub(super) fn verify(password: &str, kept: Option<&str>) -> bool {
    let mut parts = kept.unwrap_or("argon2id$00000000000000000000000000000000$").split('$');
    let (_, salt, wanted) = (parts.next(), parts.next().unwrap_or(""), parts.next().unwrap_or(""));
    let Some(salt) = unhex(salt) else { return false };
    let Some(found) = digest(password, &salt) else { return false };
    let found = hex(&found);
    let equal = found.len() == wanted.len()
        && found.bytes().zip(wanted.bytes()).fold(0, |all, (a, b)| all | (a ^ b)) == 0;
    equal && kept.is_some()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn unhex(text: &str) -> Option<Vec<u8>> {
    (0..text.len())
        .step_by(2)
        .map(|at| u8::from_str_radix(text.get(at..at + 2)?, 16).ok())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Still;
    impl Entropy for Still {
        fn fill(&self, bytes: &mut [u8]) {
            bytes.fill(7);
        }
    }

    #[test]
    fn only_the_right_password_opens() {
        let kept = hash("tråden är röd och lång", &Still).unwrap();
        assert!(verify("tråden är röd och lång", Some(&kept)));
        assert!(!verify("tråden är röd och kort", Some(&kept)));
        assert!(!verify("", Some(&kept)));
        assert!(!verify("vad som helst", None));
        assert!(!verify("vad som helst", Some("skräp")));
    }
}
