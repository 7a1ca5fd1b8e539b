//! Coverage × fulfilment: how much of the goal what is reported covers (Malmö's *träffbild*), and how
//! well that part is fulfilled.

use serde::{Deserialize, Serialize};

use super::Grade;
use crate::measures::codes;
use crate::steering::{Assessment, Value};

/// How much of the goal is covered, least first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Extent {
    /// A small part.
    Little,
    /// A part.
    Part,
    /// The whole, or nearly.
    Whole,
}

codes!(Extent { Little = "little", Part = "part", Whole = "whole" });

impl Extent {
    /// All, most first.
    pub const MOST_FIRST: [Self; 3] = [Self::Whole, Self::Part, Self::Little];
}

/// What a person has answered to the two questions of the rule.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Answers {
    /// How much of the goal is covered.
    pub coverage: Option<Extent>,
    /// How well that part is fulfilled.
    pub fulfilment: Option<Grade>,
}

/// What each pair of answers gives.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Matrix {
    own: Vec<(Extent, Grade, Grade)>,
}

/// The words of grades in a matrix in a model's file.
const GRADES: [(&str, Grade); 3] =
    [("achieved", Grade::Reached), ("partly", Grade::Partly), ("not_achieved", Grade::NotReached)];

impl Matrix {
    /// The rule's own matrix, from the parameter `matrix`: for each extent a row of grades. A pair
    /// that it leaves out gives the lower of the two answers.
    pub fn of(rule: &Assessment) -> Self {
        let matrix = rule.params.other.iter().find(|(key, _)| key == "matrix");
        let mut own = Vec::new();
        for extent in Extent::MOST_FIRST {
            let row = matrix.and_then(|(_, rows)| rows.get(extent.code()));
            for (key, fulfilment) in GRADES {
                let gives = row.and_then(|row| row.get(key)).and_then(Value::as_text);
                let gives = GRADES.iter().find(|(word, _)| gives == Some(*word));
                own.extend(gives.map(|(_, grade)| (extent, fulfilment, *grade)));
            }
        }
        Self { own }
    }

    /// What a pair of answers gives.
    pub fn gives(&self, coverage: Extent, fulfilment: Grade) -> Grade {
        let own =
            self.own.iter().find(|(extent, grade, _)| (*extent, *grade) == (coverage, fulfilment));
        own.map_or_else(|| lower(coverage, fulfilment), |(.., gives)| *gives)
    }

    /// All nine pairs with what they give, best first.
    pub fn cells(&self) -> impl Iterator<Item = (Extent, Grade, Grade)> + '_ {
        Extent::MOST_FIRST.into_iter().flat_map(move |extent| {
            let row = Grade::BEST_FIRST.into_iter();
            row.map(move |grade| (extent, grade, self.gives(extent, grade)))
        })
    }
}

/// A goal is no better reached than what is known of it, and no better than that part is.
fn lower(coverage: Extent, fulfilment: Grade) -> Grade {
    let most = match coverage {
        Extent::Whole => Grade::Reached,
        Extent::Part => Grade::Partly,
        Extent::Little => Grade::NotReached,
    };
    most.min(fulfilment)
}
