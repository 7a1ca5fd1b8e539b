//! Rules that hold between the parts of a model: references, links, cycles and orphans.

use super::element::{ElementType, TypeRule};
use super::ids::TypeId;
use super::model::{Origin, SteeringModel};
use super::problem::{Fault, Register};
use super::problems::clip;
use super::suggest::{MAX_SUGGESTIONS, nearest};
use std::collections::{BTreeMap, BTreeSet};

/// What the rules find, with the place in the model.
pub(super) type Finding = (String, Fault);

/// Every identity that may be referred to, also those of parts that could not be read,
/// so that one mistake is reported once.
#[derive(Debug, Default)]
pub(super) struct Known {
    ids: BTreeMap<Register, BTreeSet<String>>,
    /// Types with parents that could not be read; they are no orphans.
    half_read: BTreeSet<String>,
}

impl Known {
    pub(super) fn add(&mut self, register: Register, id: &str) {
        self.ids.entry(register).or_default().insert(id.to_owned());
    }

    pub(super) fn add_half_read(&mut self, element_type: &str) {
        self.half_read.insert(element_type.to_owned());
    }

    pub(super) fn has(&self, register: Register, id: &str) -> bool {
        self.ids.get(&register).is_some_and(|ids| ids.contains(id))
    }

    fn dangling(&self, register: Register, id: &str, suggest: bool) -> Option<Fault> {
        if self.has(register, id) {
            return None;
        }
        let known =
            self.ids.get(&register).filter(|_| suggest).into_iter().flatten().map(String::as_str);
        Some(Fault::Dangling { register, id: clip(id), nearest: nearest(id, known) })
    }
}

/// Goes through a model once.
pub(super) struct Rules<'a> {
    model: &'a SteeringModel,
    known: &'a Known,
    types: BTreeMap<&'a TypeId, &'a ElementType>,
    findings: Vec<Finding>,
}

impl<'a> Rules<'a> {
    pub(super) fn check(model: &'a SteeringModel, known: &'a Known) -> Vec<Finding> {
        let types = model
            .element_types
            .iter()
            .map(|element_type| (&element_type.id, element_type))
            .collect();
        let mut rules = Self { model, known, types, findings: Vec::new() };
        rules.version();
        for element_type in &model.element_types {
            rules.element_type(element_type);
        }
        rules.assessments();
        rules.calendar();
        super::type_cycles::find(model, &mut rules.findings);
        rules.findings
    }

    fn refer(
        &mut self,
        register: Register,
        id: Option<&(impl AsRef<str> + ?Sized)>,
        path: impl FnOnce() -> String,
    ) {
        let suggest = self.findings.len() < MAX_SUGGESTIONS;
        if let Some(fault) = id.and_then(|id| self.known.dangling(register, id.as_ref(), suggest)) {
            self.findings.push((path(), fault));
        }
    }

    fn origin(&mut self, origin: &Origin, place: &str) {
        self.refer(Register::Sources, origin.src.as_ref(), || format!("{place}.src"));
    }

    fn version(&mut self) {
        let version = &self.model.version;
        self.refer(Register::OrgLevels, version.decided_by.as_ref(), || {
            "version.decided_by".to_owned()
        });
        if let (Some(from), Some(to)) = (version.valid_from, version.valid_to)
            && to < from
        {
            self.findings.push(("version.valid_to".to_owned(), Fault::EndsBeforeStart));
        }
    }

    fn element_type(&mut self, element_type: &ElementType) {
        let place = format!("element_types.{}", element_type.id);
        let levels = [
            ("owner", Some(&element_type.owner)),
            ("decided_by", Some(&element_type.decided_by)),
            ("prepared_by", element_type.prepared_by.as_ref()),
        ];
        for (key, level) in levels {
            self.refer(Register::OrgLevels, level, || format!("{place}.{key}"));
        }
        self.refer(Register::Scales, element_type.scale.as_ref(), || format!("{place}.scale"));
        self.refer(Register::Assessments, element_type.assess.as_ref(), || {
            format!("{place}.assess")
        });
        self.origin(&element_type.origin, &place);
        for rule in &element_type.rules {
            self.type_rule(rule, &place);
        }
        self.parents(element_type, &place);
        let is_half_read = self.known.half_read.contains(element_type.id.as_str());
        if element_type.parents.is_empty() && !is_half_read && !element_type.may_stand_alone() {
            self.findings.push((place, Fault::Orphan { role: element_type.role }));
        }
    }

    fn parents(&mut self, element_type: &ElementType, place: &str) {
        for (index, link) in element_type.parents.iter().enumerate() {
            self.refer(Register::ElementTypes, Some(&link.parent), || {
                format!("{place}.parents[{index}].type")
            });
            if let (Some(min), Some(max)) = (link.min, link.max)
                && min > max
            {
                self.findings.push((
                    format!("{place}.parents[{index}].min"),
                    Fault::MinOverMax { min, max },
                ));
            }
            let Some(parent) = self.types.get(&link.parent) else {
                continue;
            };
            if !link.link.allows(element_type.role, parent.role) {
                let fault = Fault::LinkNotAllowed {
                    child: element_type.role,
                    link: link.link,
                    parent_type: clip(parent.id.as_str()),
                    parent: parent.role,
                };
                self.findings.push((format!("{place}.parents[{index}].link"), fault));
            }
        }
    }

    fn type_rule(&mut self, rule: &TypeRule, place: &str) {
        let path = || format!("{place}.rules.{}", rule.kind());
        match rule {
            TypeRule::MustCoverAllParents(parent) => {
                self.refer(Register::ElementTypes, parent.as_ref(), path);
            }
            TypeRule::IfUnmeasurableUse(other) => {
                self.refer(Register::ElementTypes, Some(other), path);
            }
            TypeRule::ViewOver(types) => {
                for id in types {
                    self.refer(Register::ElementTypes, Some(id), path);
                }
            }
            TypeRule::InheritsTo(levels) => {
                for level in levels {
                    self.refer(Register::OrgLevels, Some(level), path);
                }
            }
            TypeRule::ProposalsAllowed(level) => {
                self.refer(Register::OrgLevels, level.as_ref(), path);
            }
            TypeRule::MaxPerOwner(_)
            | TypeRule::MaxTotal(_)
            | TypeRule::ParentOptional
            | TypeRule::MustHaveMeasure
            | TypeRule::RequiresDecisionRef
            | TypeRule::Variants(_)
            | TypeRule::NotForAssessment => {}
        }
    }

    fn assessments(&mut self) {
        for assessment in &self.model.assessments {
            let place = format!("assessment.{}", assessment.id);
            let params = &assessment.params;
            for class in &params.include_classes {
                self.refer(Register::MeasureClasses, Some(class), || {
                    format!("{place}.params.include_classes")
                });
            }
            for child in &params.child_types {
                self.refer(Register::ElementTypes, Some(child), || {
                    format!("{place}.params.child_types")
                });
            }
            for (level, _) in &params.thresholds {
                self.refer(Register::ScaleLevels, Some(level), || {
                    format!("{place}.params.thresholds")
                });
            }
            self.refer(Register::Scales, params.scale.as_ref(), || format!("{place}.params.scale"));
            self.origin(&assessment.origin, &place);
        }
        for scale in &self.model.scales {
            self.origin(&scale.origin, &format!("scales.{}", scale.id));
        }
    }

    fn calendar(&mut self) {
        for step in &self.model.cycle {
            let place = format!("cycle.{}", step.id);
            self.refer(Register::OrgLevels, step.level.as_ref(), || format!("{place}.level"));
            self.refer(Register::Documents, step.document.as_ref(), || format!("{place}.doc"));
            self.origin(&step.origin, &place);
        }
        for document in &self.model.documents {
            let place = format!("documents.{}", document.id);
            self.refer(Register::OrgLevels, Some(&document.level), || format!("{place}.level"));
            self.refer(Register::OrgLevels, document.decided_by.as_ref(), || {
                format!("{place}.decided_by")
            });
            self.origin(&document.origin, &place);
        }
    }
}
