//! Pictures of the municipalities, kept between requests and brought up to date by deltas.

use std::collections::{BTreeSet, HashMap};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError, Weak};

use db::{DbError, Tenant, Tx};
use domain::access::AccessRole;
use domain::elements::{Delta, Structure};
use domain::ids::OrgUnitId;

use super::store;
use crate::revisions::{self, Changed};
use crate::web::error::AppError;
use crate::{organisation, steering};

/// More deltas than this and a full reload is cheaper.
const MOST_DELTAS: usize = 2_000;

/// How many pictures of a municipality are kept: whoever began to read before the last change finds
/// the one before it.
const MOST_PICTURES: usize = 4;

/// How many pictures are kept as some visitors see them.
const MOST_SEEN: usize = 64;

/// What a visitor's right to read drafts hangs on: the roles, and where they are held.
pub type Grants = Vec<(AccessRole, OrgUnitId)>;

/// The kept pictures.
#[derive(Default)]
pub struct Structures {
    /// The latest pictures, oldest first.
    kept: Mutex<HashMap<Tenant, Vec<Arc<Structure>>>>,
    seen: Mutex<Vec<Seen>>,
    full_loads: AtomicU64,
}

/// Of those who read no drafts.
fn nobodys(_: OrgUnitId) -> bool {
    false
}

/// The org units whose drafts may be read, and the others.
fn parted(
    owners: impl Iterator<Item = OrgUnitId>,
    may_read: impl Fn(OrgUnitId) -> bool,
) -> (BTreeSet<OrgUnitId>, Vec<OrgUnitId>) {
    let (read, hidden): (Vec<_>, Vec<_>) = owners.partition(|owner| may_read(*owner));
    (read.into_iter().collect(), hidden)
}

/// A picture as those with the same roles see it, made from a whole one.
struct Seen {
    whole: Weak<Structure>,
    grants: Grants,
    picture: Arc<Structure>,
}

impl Structures {
    /// A picture without the drafts that the visitor may not read. Visitors with the same roles
    /// share one, and it follows the whole picture as that follows the log.
    pub fn seen(
        &self,
        whole: &Arc<Structure>,
        grants: Grants,
        may_read: impl Fn(OrgUnitId) -> bool,
    ) -> Arc<Structure> {
        if let Some(known) = self.known(whole, &grants) {
            return known;
        }
        let (read, hidden) = parted(whole.owners_of_drafts(), may_read);
        // Made while nobody waits for it: two who make the same have made the same.
        let picture = if hidden.is_empty() {
            Arc::clone(whole)
        } else if !grants.is_empty() && read.len() < hidden.len() {
            let decided = self.seen(whole, Grants::new(), nobodys);
            Arc::new(whole.with_drafts_of(&decided, &read))
        } else {
            let hides = |owner| hidden.binary_search(&owner).is_ok();
            let earlier = self.earlier(whole, &grants);
            let followed = earlier.and_then(|earlier| whole.without_drafts_as(&earlier, hides));
            Arc::new(followed.unwrap_or_else(|| whole.without_drafts_of(&hidden)))
        };
        let mut kept = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        // What is followed needs no predecessor any longer.
        kept.retain(|one| one.grants != grants || one.whole.strong_count() > 0);
        if kept.len() >= MOST_SEEN {
            kept.remove(0);
        }
        kept.push(Seen { whole: Arc::downgrade(whole), grants, picture: Arc::clone(&picture) });
        picture
    }

    /// What those with some roles see of a picture, when that is kept.
    fn known(&self, whole: &Arc<Structure>, grants: &Grants) -> Option<Arc<Structure>> {
        let mut kept = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        let at = kept.iter().position(|one| {
            std::ptr::eq(one.whole.as_ptr(), Arc::as_ptr(whole)) && one.grants == *grants
        })?;
        // What many ask for outlives what is asked for once.
        let found = kept.remove(at);
        let picture = Arc::clone(&found.picture);
        kept.push(found);
        Some(picture)
    }

    /// What those with some roles saw of the picture before this one.
    fn earlier(&self, whole: &Structure, grants: &Grants) -> Option<Arc<Structure>> {
        let kept = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        // The organisation is the municipality's own: roles alone do not tell whose it is.
        let earlier = kept.iter().filter(|one| {
            one.grants == *grants
                && one.picture.revision <= whole.revision
                && Arc::ptr_eq(&one.picture.organisation, &whole.organisation)
        });
        let latest = earlier.max_by_key(|one| one.picture.revision)?;
        Some(Arc::clone(&latest.picture))
    }

    /// The picture of the transaction's moment. Kept for others when `keep` says that what the
    /// transaction sees is committed.
    pub fn at_head(&self, tx: &mut Tx<'_>, keep: bool) -> Result<Arc<Structure>, AppError> {
        let head = revisions::revision(tx)?;
        self.at(tx, head, keep)
    }

    /// The picture of a revision that has just been read.
    pub fn at(&self, tx: &mut Tx<'_>, head: i64, keep: bool) -> Result<Arc<Structure>, AppError> {
        let tenant = tx.identity();
        let kept = self.latest(tenant, head);
        if let Some(kept) = &kept
            && kept.revision == head
        {
            return Ok(Arc::clone(kept));
        }
        let fresh = match kept {
            Some(old) => match revisions::since(tx, old.revision, head)? {
                Some(changes) if changes.len() <= MOST_DELTAS => {
                    let mut next = Structure::clone(&old);
                    next.revision = head;
                    for change in changes {
                        apply(tx, &mut next, change)?;
                    }
                    next
                }
                _ => self.load(tx, head)?,
            },
            None => self.load(tx, head)?,
        };
        let fresh = Arc::new(fresh);
        Ok(if keep { self.keep(tenant, fresh) } else { fresh })
    }

    /// The latest picture kept that is not of a later revision.
    fn latest(&self, tenant: Tenant, head: i64) -> Option<Arc<Structure>> {
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.get(&tenant)?.iter().rev().find(|kept| kept.revision <= head).map(Arc::clone)
    }

    /// Keeps a picture of what is committed, such as a write has begun with; the one that is kept
    /// of its revision already, if any.
    pub fn keep(&self, tenant: Tenant, picture: Arc<Structure>) -> Arc<Structure> {
        let mut all = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let kept = all.entry(tenant).or_default();
        match kept.binary_search_by_key(&picture.revision, |kept| kept.revision) {
            Ok(at) => kept.get(at).map_or(picture, Arc::clone),
            Err(at) => {
                kept.insert(at, Arc::clone(&picture));
                if kept.len() > MOST_PICTURES {
                    kept.remove(0);
                }
                picture
            }
        }
    }

    /// Forgets all pictures of a municipality.
    pub fn forget(&self, tenant: Tenant) {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner).remove(&tenant);
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        seen.retain(|one| one.whole.strong_count() > 0);
    }

    /// How many times a whole picture was loaded, for the test that reporting reloads nothing.
    pub fn full_loads(&self) -> u64 {
        self.full_loads.load(Ordering::Relaxed)
    }

    fn load(&self, tx: &mut Tx<'_>, head: i64) -> Result<Structure, AppError> {
        self.full_loads.fetch_add(1, Ordering::Relaxed);
        let model = steering::store::model_in_force(tx)?;
        let organisation = Arc::new(organisation::store::organisation(tx)?);
        let mut structure = Structure::new(model, organisation);
        for element in store::all_elements(tx)? {
            structure.apply(Delta::Element(Arc::new(element)));
        }
        for measure in store::all_measures(tx)? {
            structure.apply(Delta::Measure(Arc::new(measure)));
        }
        for (child, links) in store::all_links(tx)? {
            structure.apply(Delta::LinksOf(child, links));
        }
        for (measure, targets) in store::all_targets(tx)? {
            structure.apply(Delta::TargetsOf(measure, targets));
        }
        structure.loaded_at(head);
        Ok(structure)
    }
}

fn apply(tx: &mut Tx<'_>, structure: &mut Structure, change: Changed) -> Result<(), AppError> {
    match change {
        Changed::Element(id) => {
            let element = store::element(tx, id)?
                .ok_or(DbError::Schema("a delta without its element".to_owned()))?;
            structure.apply(Delta::Element(Arc::new(element)));
            if let Some(measure) = store::measure(tx, id)? {
                structure.apply(Delta::Measure(Arc::new(measure)));
            }
        }
        Changed::LinksOf(id) => structure.apply(Delta::LinksOf(id, store::links_of(tx, id)?)),
        Changed::TargetsOf(id) => {
            structure.apply(Delta::TargetsOf(id, store::targets_of(tx, id)?));
        }
        Changed::Organisation => {
            let organisation = organisation::store::organisation(tx)?;
            structure.apply(Delta::Organisation(Arc::new(organisation)));
        }
        Changed::Model => structure.apply(Delta::Model(steering::store::model_in_force(tx)?)),
    }
    Ok(())
}
