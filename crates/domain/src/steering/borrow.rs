//! Putting a model in force in a municipality: its own, or one that was written for another.

use super::ids::ModelId;
use super::model::{BasedOn, ModelVersion, SteeringModel};
use super::open::{Matter, OpenDecision};
use jiff::civil::Date;

/// Where, from when and by which decision a model shall hold.
#[derive(Debug, Clone, Copy)]
pub struct InForce<'a> {
    /// The municipality's own name.
    pub municipality: &'a str,
    /// The first day, when it is another than the model says.
    pub valid_from: Option<Date>,
    /// The decision, when it is another than the model says.
    pub decision: Option<&'a str>,
    /// The day it is done.
    pub today: Date,
}

/// The model would end before it begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the model ends before it begins")]
pub struct EndsBeforeStart;

/// Words that a municipality's name may end with without being another municipality.
const ENDINGS: [&str; 3] = [" kommun", " stad", " region"];
const VALID_FROM: &str = "version.valid_from";
const DECISION: &str = "version.decision_ref";
/// Longest identity that the format allows, less room for the year.
const LONGEST_ID: usize = 70;

impl SteeringModel {
    /// Whether the model was written for the municipality. *Alingsås kommun* is *Alingsås*.
    pub fn is_of(&self, municipality: &str) -> bool {
        bare(&self.municipality) == bare(municipality)
    }

    /// The model as it holds in the municipality. One that was written for another becomes the
    /// borrower's own: it keeps where it comes from, but neither the lender's validity nor its
    /// decision. A decision that nobody names is left to decide.
    ///
    /// # Errors
    /// When its last day would come before its first.
    pub fn put_in_force(mut self, wanted: &InForce<'_>) -> Result<Self, EndsBeforeStart> {
        if !self.is_of(wanted.municipality) {
            self = self.borrowed(wanted.municipality, wanted.today);
        }
        let version = &mut self.version;
        version.valid_from = wanted.valid_from.or(version.valid_from);
        if let Some(decision) = wanted.decision {
            version.decision_ref = Some(decision.to_owned());
        }
        if version.valid_to.zip(version.valid_from).is_some_and(|(to, from)| to < from) {
            return Err(EndsBeforeStart);
        }
        let (has_day, has_decision) =
            (version.valid_from.is_some(), version.decision_ref.is_some());
        self.leave_open(VALID_FROM, Matter::ValidFrom, !has_day);
        self.leave_open(DECISION, Matter::DecisionRef, !has_decision);
        Ok(self)
    }

    fn borrowed(mut self, municipality: &str, today: Date) -> Self {
        let year = self.version.valid_from.map(Date::year);
        let lender = BasedOn {
            municipality: std::mem::replace(&mut self.municipality, municipality.to_owned()),
            model: std::mem::replace(&mut self.id, own_id(municipality, today.year())),
            year,
        };
        self.version = ModelVersion {
            valid_from: Some(today),
            decided_by: self.version.decided_by,
            // A model that was lent on comes from where it was first written.
            based_on: Some(self.version.based_on.unwrap_or(lender)),
            ..ModelVersion::default()
        };
        self.leave_open("version.valid_to", Matter::ValidTo, false);
        self
    }

    fn leave_open(&mut self, path: &str, matter: Matter, open: bool) {
        let here = |one: &OpenDecision| one.path == path && one.matter == matter;
        if !open {
            self.open_decisions.retain(|one| !here(one));
        } else if !self.open_decisions.iter().any(here) {
            let default = "–".to_owned();
            self.open_decisions.insert(0, OpenDecision { path: path.to_owned(), matter, default });
        }
    }
}

/// The name without what municipalities add to it, in small letters.
fn bare(municipality: &str) -> String {
    let name = municipality.trim().to_lowercase();
    let name = ENDINGS.iter().find_map(|ending| name.strip_suffix(ending)).unwrap_or(&name);
    name.strip_suffix('s').unwrap_or(name).to_owned()
}

/// An identity of letters that model files allow: `upplands-vasby-2026`.
fn own_id(municipality: &str, year: i16) -> ModelId {
    let mut id = String::new();
    for letter in municipality.to_lowercase().chars().take(LONGEST_ID) {
        match letter {
            'å' | 'ä' | 'á' | 'à' => id.push('a'),
            'ö' | 'ø' => id.push('o'),
            'é' | 'è' => id.push('e'),
            'ü' => id.push('u'),
            'a'..='z' | '0'..='9' => id.push(letter),
            _ if id.ends_with('-') || id.is_empty() => {}
            _ => id.push('-'),
        }
    }
    let name = id.trim_end_matches('-');
    let name = if name.is_empty() { "modell" } else { name };
    ModelId::new(format!("{name}-{year}"))
}

#[cfg(test)]
mod tests {
    use super::super::check;
    use super::*;
    use jiff::civil::date;

    const PRESET: &str = include_str!("../../../../presets/alingsas-2020.yaml");

    fn alingsas() -> SteeringModel {
        check(PRESET.as_bytes()).into_model().unwrap()
    }

    fn in_force(municipality: &str) -> InForce<'_> {
        InForce { municipality, valid_from: None, decision: None, today: date(2026, 8, 25) }
    }

    #[test]
    fn a_borrowed_model_is_the_borrowers_and_says_where_it_comes_from() {
        let model = alingsas().put_in_force(&in_force("Upplands Väsby")).unwrap();
        assert_eq!(model.municipality, "Upplands Väsby");
        assert_eq!(model.id.as_str(), "upplands-vasby-2026");
        assert_eq!(model.version.valid_from, Some(date(2026, 8, 25)));
        assert_eq!((model.version.valid_to, &model.version.decision_ref), (None, &None));
        let origin = model.version.based_on.as_ref().unwrap();
        assert_eq!((origin.municipality.as_str(), origin.year), ("Alingsås", Some(2020)));
        let open: Vec<Matter> = model.open_decisions.iter().map(|one| one.matter).collect();
        assert_eq!(open, [Matter::DecisionRef]);
        assert_eq!(check(model.to_yaml().as_bytes()).into_model().unwrap(), model);
    }

    #[test]
    fn the_lender_of_a_model_that_was_lent_on_is_the_first_one() {
        let once = alingsas().put_in_force(&in_force("Testby")).unwrap();
        let twice = once.put_in_force(&in_force("Provby")).unwrap();
        assert_eq!(twice.version.based_on.unwrap().municipality, "Alingsås");
    }

    #[test]
    fn a_municipality_keeps_its_own_model_as_it_is() {
        for name in ["Alingsås", "alingsås kommun", "Alingsås Kommun"] {
            assert_eq!(alingsas().put_in_force(&in_force(name)).unwrap(), alingsas(), "{name}");
        }
        assert!(!alingsas().is_of("Alings"), "another name");
    }

    #[test]
    fn naming_day_and_decision_settles_them() {
        let borrowed = alingsas().put_in_force(&in_force("Testby")).unwrap();
        let wanted = InForce {
            valid_from: Some(date(2027, 1, 1)),
            decision: Some("KF 2026-11-16 § 12"),
            ..in_force("Testby")
        };
        let decided = borrowed.put_in_force(&wanted).unwrap();
        assert_eq!(decided.version.valid_from, Some(date(2027, 1, 1)));
        assert!(decided.open_decisions.is_empty(), "{:?}", decided.open_decisions);
    }

    #[test]
    fn a_model_cannot_begin_after_its_last_day() {
        let mut model = alingsas();
        model.version.valid_to = Some(date(2023, 12, 31));
        let late = InForce { valid_from: Some(date(2024, 1, 1)), ..in_force("Alingsås") };
        assert_eq!(model.put_in_force(&late), Err(EndsBeforeStart));
    }

    #[test]
    fn every_name_gives_an_identity_that_can_be_read() {
        for (name, id) in
            [("Testby", "testby-2026"), ("  Åre & Öre!", "are-ore-2026"), ("§", "modell-2026")]
        {
            assert_eq!(own_id(name, 2026).as_str(), id);
        }
    }
}
