//! What the check finds now, without what is let be.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use domain::elements::Structure;
use domain::health::{Facts, Fault, Rule, Subject, check};
use jiff::civil::Date;

use super::store::{self, LetBe};
use crate::cx::Cx;
use crate::elements::derived::Derived;
use crate::web::error::AppError;

/// What is found, and what is let be although it is found.
#[derive(Clone, Debug)]
pub struct Known {
    /// Faults to mend.
    pub faults: Vec<Fault>,
    /// Faults that are let be today.
    pub let_be: Vec<(Fault, LetBe)>,
}

impl Known {
    /// How many faults each rule has found.
    pub fn counts(&self) -> BTreeMap<Rule, usize> {
        let mut counts = BTreeMap::new();
        for fault in &self.faults {
            *counts.entry(fault.rule).or_default() += 1;
        }
        counts
    }
}

/// Parts what is let be from what is not.
pub(super) fn part(faults: Vec<Fault>, let_be: Vec<LetBe>, today: Date) -> Known {
    let kept: BTreeMap<(Rule, Subject), LetBe> = let_be
        .into_iter()
        .filter(|one| one.until >= today)
        .map(|one| ((one.rule, one.subject.clone()), one))
        .collect();
    let mut known = Known { faults: Vec::new(), let_be: Vec::new() };
    for fault in faults {
        match kept.get(&(fault.rule, fault.subject.clone())) {
            Some(one) => known.let_be.push((fault, one.clone())),
            None => known.faults.push(fault),
        }
    }
    known
}

/// Everything, with what the store knows. Drafts of others stay theirs.
pub(super) fn everything(cx: &mut Cx<'_, '_>) -> Result<Known, AppError> {
    let facts = facts(cx.tx)?;
    let structure = Arc::clone(&cx.structure);
    let mut faults = check(&structure, &facts, cx.today());
    faults.retain(|fault| {
        let element = fault.subject.element().and_then(|id| structure.element(id));
        element.is_none_or(|element| cx.may_see(element))
    });
    Ok(part(faults, store::let_be(cx.tx)?, cx.today()))
}

/// What the picture leaves out.
pub(super) fn facts(tx: &mut db::Tx<'_>) -> Result<Facts, AppError> {
    Ok(Facts {
        latest: store::latest_periods(tx)?,
        progress: crate::activities::store::all_progress(tx)?,
        no_commitment: crate::goals::store::adopted_exemptions(tx)?
            .into_iter()
            .map(|one| (one.org_unit, one.element))
            .collect(),
        last_active: store::last_active(tx)?,
    })
}

type OfADay = Mutex<Option<(Date, Arc<Vec<Fault>>)>>;

static STRUCTURAL: Derived<OfADay> = Derived::new();

/// How many faults the rules find that need nothing but the picture, for a page that shows only
/// counts. The check is made once for a picture and day, not for each page.
pub fn structural(cx: &mut Cx<'_, '_>) -> Result<BTreeMap<Rule, usize>, AppError> {
    let (today, structure) = (cx.today(), Arc::clone(&cx.structure));
    let kept = STRUCTURAL.of(&structure, |_| Mutex::new(None));
    let found = {
        let mut kept = kept.lock().unwrap_or_else(PoisonError::into_inner);
        match &*kept {
            Some((day, found)) if *day == today => Arc::clone(found),
            _ => {
                let found = Arc::new(of_picture(&structure, today));
                *kept = Some((today, Arc::clone(&found)));
                found
            }
        }
    };
    let mut counts = BTreeMap::new();
    for fault in found.iter() {
        *counts.entry(fault.rule).or_default() += 1;
    }
    for one in store::let_be(cx.tx)?.into_iter().filter(|one| one.until >= today) {
        let is_found =
            found.iter().any(|fault| fault.rule == one.rule && fault.subject == one.subject);
        if let Some(count) = counts.get_mut(&one.rule).filter(|_| is_found) {
            *count -= 1;
        }
    }
    Ok(counts)
}

fn of_picture(structure: &Structure, today: Date) -> Vec<Fault> {
    let mut found = check(structure, &Facts::default(), today);
    found.retain(|fault| fault.rule.is_structural());
    found
}
