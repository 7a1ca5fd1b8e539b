//! All frameworks that the municipality knows: those that come with the program, and those it has
//! read in.

use super::pack::{Pack, packs, read as read_pack};
use super::store::{self, TagKey};
use crate::cx::Cx;
use crate::i18n::Texts;
use crate::web::error::AppError;

/// The frameworks.
#[derive(Default)]
pub(super) struct Known {
    own: Vec<Pack>,
}

/// Reads them.
pub(super) fn read(cx: &mut Cx<'_, '_>) -> Result<Known, AppError> {
    let files = store::own_packs(cx.tx)?;
    // What could be read in can be read again; a later program may read more strictly.
    let own = files.values().filter_map(|(content, _)| read_pack(content).ok()).collect();
    Ok(Known { own })
}

impl Known {
    /// All of them, those that come with the program first.
    pub(super) fn all(&self) -> impl Iterator<Item = &Pack> {
        packs().iter().chain(&self.own)
    }

    /// One of them.
    pub(super) fn pack(&self, id: &str) -> Option<&Pack> {
        self.all().find(|pack| pack.id == id)
    }

    /// Whether there is such a goal.
    pub(super) fn has(&self, (framework, goal): &TagKey) -> bool {
        self.pack(framework).is_some_and(|pack| pack.goals.iter().any(|one| one.number == *goal))
    }

    /// What a goal is called; its framework and number where nobody knows any longer.
    pub(super) fn title(&self, texts: Texts, (framework, goal): &TagKey) -> String {
        let pack = self.pack(framework);
        let found = pack.and_then(|pack| {
            Some(pack.shown(texts, pack.goals.iter().find(|one| one.number == *goal)?))
        });
        found.unwrap_or_else(|| format!("{framework} {goal}"))
    }
}
