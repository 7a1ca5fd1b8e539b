//! Tests of judging: golden cases from municipalities' own models, and what must always hold.

#![expect(clippy::indexing_slicing, reason = "a test may panic")]

mod golden;
mod laws;
mod people;

use super::{Grade, Input, InputSource, Weight};
use crate::ids::ElementId;
use crate::steering::{
    Aggregate, Assessment, AssessmentId, AssessmentParams, Colour, Origin, RuleMethod, Scale,
    ScaleId, ScaleLevel, ScaleUse, Symbol,
};

fn rule(method: RuleMethod, aggregate: Option<Aggregate>) -> Assessment {
    Assessment {
        id: AssessmentId::from("regel"),
        method,
        params: AssessmentParams { aggregate, ..AssessmentParams::default() },
        stages: Vec::new(),
        origin: Origin::default(),
    }
}

fn input(number: u8, grade: Option<Grade>) -> Input {
    Input {
        element: ElementId::from([number; 16]),
        grade,
        counts: true,
        weight: Weight::EQUAL,
        source: InputSource::Value,
    }
}

fn inputs(grades: &[Option<Grade>]) -> Vec<Input> {
    (0..).zip(grades).map(|(number, grade)| input(number, *grade)).collect()
}

/// A scale with levels of these symbols; what is missing is a level of its own.
fn scale(levels: &[(&str, Symbol)]) -> Scale {
    let missing = [("saknas", Symbol::NotAssessed)];
    Scale {
        id: ScaleId::from("skala"),
        scale_use: ScaleUse::Outcome,
        roles: Vec::new(),
        levels: levels
            .iter()
            .chain(&missing)
            .map(|(id, symbol)| ScaleLevel {
                id: (*id).into(),
                label: (*id).to_owned(),
                en: None,
                symbol: *symbol,
                colour: Colour::Neutral,
                meaning: String::new(),
                missing: *symbol == Symbol::NotAssessed,
            })
            .collect(),
        origin: Origin::default(),
    }
}
