//! A small deterministic generator (splitmix64), so that the same seed gives the same municipality
//! on every machine and in every version of the standard library.

/// A stream of pseudo-random numbers; never for secrets.
#[derive(Debug, Clone)]
pub(super) struct Stream {
    state: u64,
}

impl Stream {
    pub(super) const fn new(seed: u64) -> Self {
        Self { state: seed }
    }

    /// A stream of its own for a named thing: adding one series does not disturb the others.
    pub(super) fn named(seed: u64, parts: &[&str]) -> Self {
        // FNV-1a, with a separator so that ("ab", "c") and ("a", "bc") differ.
        let mut hash = 0xcbf2_9ce4_8422_2325_u64 ^ seed;
        for part in parts {
            for byte in part.bytes().chain(std::iter::once(0xff)) {
                hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
            }
        }
        Self::new(hash)
    }

    pub(super) fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A whole number from 0 up to, not including, `limit` (0 when `limit` is 0).
    pub(super) fn below(&mut self, limit: u64) -> u64 {
        // The bias for limits far below 2^64 is smaller than anything a demo can show.
        if limit == 0 { 0 } else { self.next() % limit }
    }

    /// True in `percent` cases of a hundred.
    pub(super) fn percent(&mut self, percent: u8) -> bool {
        self.below(100) < u64::from(percent)
    }

    /// A bell-shaped whole number around 0, never outside ± `reach`: the mean of four even draws.
    pub(super) fn around_zero(&mut self, reach: i64) -> i64 {
        let width = reach.unsigned_abs().saturating_mul(2).saturating_add(1);
        let sum: i64 =
            (0..4).map(|_| i64::try_from(self.below(width)).unwrap_or(0) - reach.abs()).sum();
        sum / 4
    }
}
