//! What has been told of files before, found again by their headings.

use db::Tx;
use domain::imports::{Mapping, signature};
use sha2::{Digest, Sha256};

use super::store;
use crate::web::error::Answer;

/// What somebody has told of files with these headings; nothing when nobody has.
pub(super) fn mapping_of(tx: &mut Tx<'_>, header: &[String]) -> Answer<Mapping> {
    let kept = store::mapping(tx, &mapping_key(header))?;
    Ok(kept.map(|(mapping, _)| mapping).unwrap_or_default())
}

/// Files with these headings, in few letters.
pub(super) fn mapping_key(header: &[String]) -> String {
    db::hex(&Sha256::digest(signature(header).as_bytes()))
}
