//! The outcome of checking a model file.

use super::model::SteeringModel;
use super::open::OpenDecision;
use super::problem::{Fault, Problem};
use super::problems::Problems;
use super::{read, yaml};
use serde::ser::{Serialize, SerializeMap, Serializer};

/// What a model file turned out to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// A complete model.
    Ok(Box<SteeringModel>),
    /// A model that works, with matters that a person has to decide.
    /// The same list is kept in the model as `open_decisions`.
    OkWithOpen(Box<SteeringModel>, Vec<OpenDecision>),
    /// Not a model, with everything that is wrong.
    Refused(Vec<Problem>),
}

/// Reads a model file in the format `styrmodell/1` or `styrmodell-meta/0.1` and says what is wrong with it.
/// Ends quickly on any input: size, depth, number of values, repeated values and number of problems are bounded.
pub fn check(bytes: &[u8]) -> Verdict {
    let (root, problems) = yaml::parse(bytes);
    let Some(root) = root else {
        return refused(problems);
    };
    let (model, problems) = read::read(&root, problems);
    match model {
        Some(model) if problems.is_empty() && model.open_decisions.is_empty() => {
            Verdict::Ok(Box::new(model))
        }
        Some(model) if problems.is_empty() => {
            let open = model.open_decisions.clone();
            Verdict::OkWithOpen(Box::new(model), open)
        }
        _ => refused(problems),
    }
}

fn refused(problems: Problems) -> Verdict {
    let problems = problems.into_sorted();
    // A file without a model always has a problem; this keeps the promise even if reading should miss one.
    if problems.is_empty() {
        return Verdict::Refused(vec![Problem {
            path: String::new(),
            line: None,
            fault: Fault::Empty,
        }]);
    }
    Verdict::Refused(problems)
}

impl Verdict {
    /// The model, if there is one.
    pub fn model(&self) -> Option<&SteeringModel> {
        match self {
            Self::Ok(model) | Self::OkWithOpen(model, _) => Some(model),
            Self::Refused(_) => None,
        }
    }

    /// The model or the problems.
    pub fn into_model(self) -> Result<SteeringModel, Vec<Problem>> {
        match self {
            Self::Ok(model) | Self::OkWithOpen(model, _) => Ok(*model),
            Self::Refused(problems) => Err(problems),
        }
    }

    /// What is wrong; empty when the file is a model.
    pub fn problems(&self) -> &[Problem] {
        match self {
            Self::Refused(problems) => problems,
            _ => &[],
        }
    }

    /// What is open; empty when the model is complete or refused.
    pub fn open_decisions(&self) -> &[OpenDecision] {
        match self {
            Self::OkWithOpen(_, open) => open,
            _ => &[],
        }
    }

    /// A stable word for the outcome.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Ok(_) => "ok",
            Self::OkWithOpen(..) => "ok_with_open_decisions",
            Self::Refused(_) => "refused",
        }
    }
}

/// A summary for programs: the outcome, what the model is, and all open decisions and problems in both languages.
impl Serialize for Verdict {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("verdict", self.key())?;
        if let Some(model) = self.model() {
            map.serialize_entry("id", &model.id)?;
            map.serialize_entry("municipality", &model.municipality)?;
            let counts = [
                ("org_levels", model.org_levels.len()),
                ("element_types", model.element_types.len()),
                ("scales", model.scales.len()),
                ("assessment", model.assessments.len()),
                ("cycle", model.cycle.len()),
                ("documents", model.documents.len()),
                ("glossary", model.glossary.len()),
            ];
            map.serialize_entry("parts", &std::collections::BTreeMap::from(counts))?;
        }
        map.serialize_entry("open_decisions", self.open_decisions())?;
        map.serialize_entry("problems", self.problems())?;
        map.end()
    }
}
