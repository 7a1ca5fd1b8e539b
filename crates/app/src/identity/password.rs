//! Passwords: Argon2id with 64 MiB and two passes, as our security design asks. Few are hashed at
//! once, so that a flood of sign-ins cannot take the machine's memory.

use std::sync::{Condvar, Mutex, PoisonError};
use std::time::Duration;

use argon2::{Algorithm, Argon2, Params, Version};
use db::{Entropy, hex};

/// Shortest password taken. Length beats odd characters.
pub(super) const SHORTEST: usize = 15;
/// Longest password taken, so that hashing stays bounded.
pub(super) const LONGEST: usize = 256;

const MEMORY_KIB: u32 = 64 * 1024;
const PASSES: u32 = 2;
/// How many are hashed at once: each takes its memory.
const MOST_AT_ONCE: usize = 2;
/// How long one waits for its turn before the visitor is asked to come back.
const LONGEST_WAIT: Duration = Duration::from_secs(2);

static HASHINGS: Turns = Turns { taken: Mutex::new(0), freed: Condvar::new() };

/// How many hashings are going on.
struct Turns {
    taken: Mutex<usize>,
    freed: Condvar,
}

/// The right to hash, given back when it goes.
struct Turn<'a>(&'a Turns);

impl Turns {
    /// A turn; none when all stay taken for the whole wait.
    fn take(&self, wait: Duration) -> Option<Turn<'_>> {
        let taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        let (mut taken, _) = self
            .freed
            .wait_timeout_while(taken, wait, |taken| *taken >= MOST_AT_ONCE)
            .unwrap_or_else(PoisonError::into_inner);
        if *taken >= MOST_AT_ONCE {
            return None;
        }
        *taken += 1;
        Some(Turn(self))
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        let mut taken = self.0.taken.lock().unwrap_or_else(PoisonError::into_inner);
        *taken = taken.saturating_sub(1);
        self.0.freed.notify_one();
    }
}

fn digest(password: &str, salt: &[u8]) -> Option<[u8; 32]> {
    let _turn = HASHINGS.take(LONGEST_WAIT)?;
    let params = Params::new(MEMORY_KIB, PASSES, 1, Some(32)).ok()?;
    let mut out = [0; 32];
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(password.as_bytes(), salt, &mut out)
        .ok()?;
    Some(out)
}

/// What is kept of a password: `argon2id$salt$digest` in hexadecimal. None when too
/// many are hashed already.
pub fn hash(password: &str, entropy: &dyn Entropy) -> Option<String> {
    let mut salt = [0; 16];
    entropy.fill(&mut salt);
    Some(format!("argon2id${}${}", hex(&salt), hex(&digest(password, &salt)?)))
}

/// Whether the password is the kept one. Takes as long for an unknown account as for a known one.
/// None when too many are hashed already.
pub(super) fn verify(password: &str, kept: Option<&str>) -> Option<bool> {
    let mut parts = kept.unwrap_or("argon2id$00000000000000000000000000000000$").split('$');
    let (_, salt, wanted) = (parts.next(), parts.next().unwrap_or(""), parts.next().unwrap_or(""));
    let Some(salt) = unhex(salt).filter(|salt| salt.len() == 16) else { return Some(false) };
    let found = hex(&digest(password, &salt)?);
    let equal = found.len() == wanted.len()
        && found.bytes().zip(wanted.bytes()).fold(0, |all, (a, b)| all | (a ^ b)) == 0;
    Some(equal && kept.is_some())
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
        assert_eq!(verify("tråden är röd och lång", Some(&kept)), Some(true));
        for (wrong, kept) in [
            ("tråden är röd och kort", Some(kept.as_str())),
            ("", Some(kept.as_str())),
            ("vad som helst", None),
            ("vad som helst", Some("skräp")),
        ] {
            assert_eq!(verify(wrong, kept), Some(false), "{wrong}");
        }
    }

    #[test]
    fn no_more_than_two_are_hashed_at_once() {
        let turns = Turns { taken: Mutex::new(0), freed: Condvar::new() };
        let wait = Duration::from_millis(1);
        let first = turns.take(wait);
        let second = turns.take(wait);
        assert!(first.is_some() && second.is_some());
        assert!(turns.take(wait).is_none());
        drop(first);
        assert!(turns.take(wait).is_some());
    }
}
