//! Open decisions in plain words: what is to be decided, and what holds until then. Both languages.

use super::explain::{Explanation, Language};
use super::open::{Matter, OpenDecision};
use serde::ser::{Serialize, SerializeStruct, Serializer};

impl OpenDecision {
    /// What is to be decided, and what holds until then.
    pub fn explain(&self, language: Language) -> Explanation {
        match language {
            Language::Swedish => Explanation::new(
                swedish(self.matter),
                format!("Tills vidare gäller: {}", self.default),
            ),
            Language::English => Explanation::new(
                english(self.matter),
                format!("Until then this holds: {}", self.default),
            ),
        }
    }
}

impl Serialize for OpenDecision {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("OpenDecision", 5)?;
        fields.serialize_field("path", &self.path)?;
        fields.serialize_field("matter", &self.matter)?;
        fields.serialize_field("default", &self.default)?;
        fields.serialize_field("sv", &self.explain(Language::Swedish))?;
        fields.serialize_field("en", &self.explain(Language::English))?;
        fields.end()
    }
}

fn swedish(matter: Matter) -> &'static str {
    match matter {
        Matter::TermForms => "Skriv ordet i obestämd och bestämd form, ental och flertal.",
        Matter::ValidFrom => "Bestäm från vilken dag modellen gäller.",
        Matter::DecisionRef => "Ange beslutet som modellen gäller enligt.",
        Matter::ValidTo => "Bestäm till vilken dag modellen gäller.",
        Matter::Horizon => "Bestäm hur länge typen gäller.",
        Matter::RoleScale => "Bestäm vilken skala som ska användas.",
        Matter::ScaleLevels => "Bestäm symbol, färg och betydelse för skalans nivåer.",
        Matter::ScaleRoles => "Bestäm vad skalan används för.",
        Matter::MissingLevel => "Bestäm vad nivån heter när en bedömning saknas.",
        Matter::Assessment => "Bestäm hur bedömningen görs.",
        Matter::Aggregate => "Bestäm hur flera resultat vägs ihop till ett förslag.",
        Matter::RuleParams => {
            "Bestäm vad som ska gälla för regeln. Det som står här sparas men används inte."
        }
        Matter::ClassCounts => "Bestäm om måttklassen räknas när mål bedöms.",
        Matter::ClassControllable => "Bestäm om kommunen kan påverka måttklassen.",
        Matter::TypeRule => "Bestäm vad regeln ska innebära. Värdet går inte att använda.",
        Matter::Calendar => "Bestäm årshjulet.",
        Matter::DueDay => "Bestäm vilken dag i månaden som stegen ska vara klara.",
        Matter::StepTime => "Bestäm när steget sker.",
        Matter::RelYear => "Bestäm vilket år steget handlar om.",
        Matter::Documents => "Bestäm vilka dokument som ingår.",
        Matter::Definition => "Skriv vad ordet betyder.",
        Matter::Reference => {
            "Bestäm vad hänvisningen ska peka på. Det som anges finns inte i modellen."
        }
    }
}

fn english(matter: Matter) -> &'static str {
    match matter {
        Matter::TermForms => {
            "Write the word in its indefinite and definite forms, singular and plural."
        }
        Matter::ValidFrom => "Decide from which day the model holds.",
        Matter::DecisionRef => "Name the decision by which the model holds.",
        Matter::ValidTo => "Decide until which day the model holds.",
        Matter::Horizon => "Decide how long the type holds.",
        Matter::RoleScale => "Decide which scale to use.",
        Matter::ScaleLevels => "Decide symbol, colour and meaning for the levels of the scale.",
        Matter::ScaleRoles => "Decide what the scale is for.",
        Matter::MissingLevel => "Decide what the level is called when a judgement is missing.",
        Matter::Assessment => "Decide how the assessment is made.",
        Matter::Aggregate => "Decide how several results become one proposal.",
        Matter::RuleParams => {
            "Decide what the rule shall do. What stands here is kept but not used."
        }
        Matter::ClassCounts => {
            "Decide whether the class of measures counts when goals are assessed."
        }
        Matter::ClassControllable => {
            "Decide whether the municipality can affect the class of measures."
        }
        Matter::TypeRule => "Decide what the rule shall mean. Its value cannot be used.",
        Matter::Calendar => "Decide the yearly cycle.",
        Matter::DueDay => "Decide on which day of the month steps are due.",
        Matter::StepTime => "Decide when the step takes place.",
        Matter::RelYear => "Decide which year the step is about.",
        Matter::Documents => "Decide which documents there are.",
        Matter::Definition => "Write what the word means.",
        Matter::Reference => {
            "Decide what the reference shall point to. What is named is not in the model."
        }
    }
}
