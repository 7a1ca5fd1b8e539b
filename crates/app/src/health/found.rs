//! What the check finds now, without what is let be.

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::access::Action;
use domain::elements::{Element, Unwell};
use domain::health::{Facts, Fault, Rule, Subject, check};
use domain::ids::ElementId;
use jiff::civil::Date;

use super::store::{self, LetBe};
use crate::cx::Cx;
use crate::web::error::AppError;

/// What is found, and what is let be although it is found.
#[derive(Clone, Debug)]
pub(super) struct Known {
    /// Faults to mend.
    pub(super) faults: Vec<Fault>,
    /// Faults that are let be today.
    pub(super) let_be: Vec<(Fault, LetBe)>,
}

impl Known {
    /// How many faults each rule has found.
    pub(super) fn counts(&self) -> BTreeMap<Rule, usize> {
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

/// Everything that the visitor may know of, with what the store knows. It is found in the whole: what
/// hangs on a draft that the visitor may not see does not hang in the air. Drafts of others stay theirs,
/// what a private provider reads of other bodies is what they have decided, and that somebody has
/// been silent is for those who plan where it is.
pub(super) fn everything(cx: &mut Cx<'_, '_>) -> Result<Known, AppError> {
    let facts = facts(cx.tx)?;
    let whole = Arc::clone(&cx.whole);
    let mut faults = check(&whole, &facts, cx.today());
    for fault in &mut faults {
        fault.others.retain(|id| cx.structure.element(*id).is_some_and(|one| cx.may_see(one)));
    }
    // The same words as something that the visitor may not see says nothing to them.
    faults.retain(|fault| fault.rule != Rule::SameWords || !fault.others.is_empty());
    faults.retain(|fault| {
        let element = fault.subject.element().and_then(|id| whole.element(id));
        let is_open = |owner| match fault.rule {
            Rule::Silent => cx.can(Action::Plan, owner),
            _ => !cx.is_provider_elsewhere(owner),
        };
        element.is_none_or(|element| cx.may_see(element)) && fault.owner.is_none_or(is_open)
    });
    Ok(part(faults, store::let_be(cx.tx)?, cx.today()))
}

/// What the picture leaves out.
pub(super) fn facts(tx: &mut db::Tx<'_>) -> Result<Facts, AppError> {
    Ok(Facts {
        latest: crate::measures::store::latest_periods(tx)?,
        progress: crate::activities::store::all_progress(tx)?,
        exemptions: crate::goals::store::adopted_exemptions(tx)?,
        last_active: store::last_active(tx)?,
    })
}

/// How many elements have each fault that the picture itself knows of, for a page that shows only
/// counts: those that the check lists to the visitor, without what is let be.
pub fn open_counts(cx: &mut Cx<'_, '_>) -> Result<Vec<(Rule, usize)>, AppError> {
    if Arc::ptr_eq(&cx.structure, &cx.whole) {
        return open_counts_of_all(cx);
    }
    let whole = Arc::clone(&cx.whole);
    let is_told = |one: &&Arc<Element>| {
        one.is_current() && cx.may_see(one) && !cx.is_provider_elsewhere(one.owner)
    };
    let told: Vec<&Arc<Element>> = whole.elements().filter(is_told).collect();
    let of = |kind: Unwell| told.iter().filter(|one| whole.is_unwell(kind, one)).count();
    let found: Vec<(Unwell, usize)> =
        Unwell::ALL.into_iter().map(|kind| (kind, of(kind))).collect();
    let may = |id| told.iter().any(|one| one.id == id);
    without_let_be(cx, found, may)
}

/// The same of everything, also what is not decided yet and whoever looks.
pub fn open_counts_of_all(cx: &mut Cx<'_, '_>) -> Result<Vec<(Rule, usize)>, AppError> {
    let whole = Arc::clone(&cx.whole);
    let found = Unwell::ALL.into_iter().map(|kind| (kind, whole.health().count(kind))).collect();
    without_let_be(cx, found, |_| true)
}

/// Takes from what was counted what is let be today, of the elements that were counted.
fn without_let_be(
    cx: &mut Cx<'_, '_>,
    found: Vec<(Unwell, usize)>,
    is_counted: impl Fn(ElementId) -> bool,
) -> Result<Vec<(Rule, usize)>, AppError> {
    let (today, whole) = (cx.today(), Arc::clone(&cx.whole));
    let let_be = store::let_be(cx.tx)?;
    let is_let_be = |one: &&LetBe, kind: Unwell| {
        let element = one.subject.element().and_then(|id| whole.element(id));
        let unwell = element.is_some_and(|element| {
            element.is_current() && is_counted(element.id) && whole.is_unwell(kind, element)
        });
        one.until >= today && one.rule == Rule::from(kind) && unwell
    };
    let left = |kind| let_be.iter().filter(|one| is_let_be(one, kind)).count();
    let of = |(kind, count): (Unwell, usize)| (Rule::from(kind), count.saturating_sub(left(kind)));
    Ok(found.into_iter().map(of).collect())
}
