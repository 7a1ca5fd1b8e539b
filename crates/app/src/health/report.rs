//! The whole check as rows for the command line: nobody is signed in, so nothing is left out but
//! what is let be.

use std::sync::Arc;

use db::Tx;
use domain::elements::Structure;
use domain::health::{Fault, Rule, Severity, Subject, check};
use jiff::civil::Date;
use serde::Serialize;

use super::{fix, found, store, words};
use crate::i18n::Texts;
use crate::web::error::AppError;

/// A fault in words.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Line {
    /// The rule's number.
    pub rule: &'static str,
    /// The rule's word for programs.
    pub key: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// What is not well.
    pub name: &'static str,
    /// Why it matters.
    pub why: &'static str,
    /// What mends it.
    pub mend: &'static str,
    /// In what, for programs.
    pub subject: String,
    /// In what, in words.
    pub title: String,
    /// Whose it is; empty for the whole municipality's.
    pub owner: String,
    /// The page where it is mended, without host.
    pub fix: Option<String>,
}

/// What the check finds.
#[derive(Clone, Debug)]
pub struct Report {
    /// The faults, gravest rules first.
    pub lines: Vec<Line>,
    /// What is let be.
    pub let_be: Vec<LetBeLine>,
}

/// A fault that is let be, and why.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct LetBeLine {
    /// The fault.
    #[serde(flatten)]
    pub fault: Line,
    /// Why it is let be.
    pub reason: String,
    /// The last day it is let be.
    pub until: Date,
}

impl Report {
    /// Whether the thread is broken somewhere.
    pub fn is_broken(&self) -> bool {
        self.lines.iter().any(|line| line.severity == Severity::Broken)
    }
}

/// Checks the municipality of a transaction.
pub fn report(
    tx: &mut Tx<'_>,
    structure: &Arc<Structure>,
    today: Date,
    texts: Texts,
) -> Result<Report, AppError> {
    let facts = found::facts(tx)?;
    let known = found::part(check(structure, &facts, today), store::let_be(tx)?, today);
    let lines = known.faults.iter().map(|fault| line(structure, fault, texts)).collect();
    let left = known.let_be.iter().map(|(fault, one)| LetBeLine {
        fault: line(structure, fault, texts),
        reason: one.reason.clone(),
        until: one.until,
    });
    Ok(Report { lines, let_be: left.collect() })
}

fn line(structure: &Structure, fault: &Fault, texts: Texts) -> Line {
    let organisation = &structure.organisation;
    let title_of = |id| structure.element(id).map(|element| element.title.clone());
    let title = match &fault.subject {
        Subject::Element(id) => title_of(*id).unwrap_or_default(),
        Subject::Share(org_unit, id) => {
            format!("{}: {}", organisation.name(*org_unit), title_of(*id).unwrap_or_default())
        }
        Subject::OrgUnit(id) => organisation.name(*id).to_owned(),
        Subject::Person(_) => fault.others.first().and_then(|id| title_of(*id)).unwrap_or_default(),
        Subject::Model(_) => words::of_model(texts, &structure.model, fault),
    };
    let rule: Rule = fault.rule;
    Line {
        rule: rule.code(),
        key: rule.key(),
        severity: rule.severity(),
        name: words::name(texts, rule),
        why: words::why(texts, rule),
        mend: words::how(texts, rule),
        subject: fault.subject.to_string(),
        title,
        owner: fault.owner.map(|id| organisation.name(id).to_owned()).unwrap_or_default(),
        fix: fix::place(structure, fault),
    }
}
