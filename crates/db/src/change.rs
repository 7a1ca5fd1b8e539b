//! What a write says that it did.

/// One thing that a write did to one object: the source of history and of the audit chain.
#[derive(Clone, Debug)]
pub struct Change {
    /// What was done, such as `adopt`.
    pub action: &'static str,
    /// The kind of object, such as `element`.
    pub object: &'static str,
    /// Which one.
    pub id: [u8; 16],
    /// The object's version after the change; 1 is the first.
    pub version: i64,
    /// The object after the change as JSON: what an as-of page is built from.
    pub payload: String,
}
