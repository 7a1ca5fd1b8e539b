//! What is wrong with a model file and how to mend it, in Swedish. The English stands in `explain_en`.

use super::explain_en;
use super::kinds::LinkKind;
use super::problem::{Fault, Problem, Register, Shape};
use serde::ser::{Serialize, SerializeStruct, Serializer};

/// A language of the texts about model files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// Swedish.
    Swedish,
    /// English.
    English,
}

/// One problem or open decision in plain words.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Explanation {
    /// What is wrong, or what is to be decided.
    pub what: String,
    /// How to mend it, or what holds until the decision.
    pub mend: String,
}

impl Explanation {
    pub(super) fn new(what: impl Into<String>, mend: impl Into<String>) -> Self {
        Self { what: what.into(), mend: mend.into() }
    }
}

impl Problem {
    /// What is wrong and how to mend it.
    pub fn explain(&self, language: Language) -> Explanation {
        match language {
            Language::Swedish => swedish(&self.fault),
            Language::English => explain_en::english(&self.fault),
        }
    }
}

impl Serialize for Problem {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("Problem", 5)?;
        fields.serialize_field("path", &self.path)?;
        fields.serialize_field("line", &self.line)?;
        fields.serialize_field("code", self.code())?;
        fields.serialize_field("sv", &self.explain(Language::Swedish))?;
        fields.serialize_field("en", &self.explain(Language::English))?;
        fields.end()
    }
}

/// Links that two roles may have, for the advice.
pub(super) fn allowed_links(child: super::Role, parent: super::Role) -> String {
    let words: Vec<&str> =
        LinkKind::between(child, parent).into_iter().map(LinkKind::key).collect();
    words.join(", ")
}

fn swedish(fault: &Fault) -> Explanation {
    Explanation { what: what(fault), mend: mend(fault) }
}

fn what(fault: &Fault) -> String {
    match fault {
        Fault::Empty => "Filen är tom.".into(),
        Fault::TooLarge { bytes, limit } => {
            format!("Filen är {bytes} byte. En modell får vara högst {limit} byte.")
        }
        Fault::Binary => "Filen är inte en textfil.".into(),
        Fault::NotUtf8 => "Texten är inte sparad som UTF-8.".into(),
        Fault::Yaml { detail } => format!("Filen följer inte reglerna för YAML: {detail}."),
        Fault::TooDeep { limit } => format!("Listor ligger i varandra i fler än {limit} nivåer."),
        Fault::TooManyNodes { limit } => format!("Filen innehåller fler än {limit} värden."),
        Fault::AliasBomb { limit } => {
            format!("Upprepningar med * gör filen större än {limit} värden.")
        }
        Fault::SeveralDocuments => "Filen innehåller fler än ett YAML-dokument.".into(),
        Fault::ForeignTag { tag } => {
            format!("Värdet har taggen ”{tag}”, som inte används i modeller.")
        }
        Fault::DuplicateKey { key } => format!("Nyckeln ”{key}” finns två gånger på samma ställe."),
        Fault::KeyNotText => "En nyckel är inte en kort text.".into(),
        Fault::UnknownFormat { found } => format!("Formatet ”{found}” går inte att läsa."),
        Fault::MissingKey { key } => format!("Nyckeln ”{key}” saknas."),
        Fault::UnknownKey { key, .. } => format!("Nyckeln ”{key}” finns inte i formatet."),
        Fault::WrongShape { expected, found } => {
            format!("Här ska det stå {}, men det står {}.", shape(*expected), shape(*found))
        }
        Fault::EmptyText => "Texten är tom.".into(),
        Fault::UnknownWord { list, word, .. } => {
            format!("”{word}” finns inte i listan för {}.", list_name(list))
        }
        Fault::BadId { id } => format!("”{id}” kan inte användas som id."),
        Fault::DuplicateId { id } => format!("”{id}” används två gånger i samma lista."),
        Fault::Dangling { register, id, .. } => {
            format!("”{id}” finns inte bland {}.", register_name(*register))
        }
        Fault::LinkNotAllowed { child, link, parent_type, parent } => format!(
            "En typ med rollen {child} får inte ha länken {link} till ”{parent_type}”, som har rollen {parent}."
        ),
        Fault::TypeCycle { types } => {
            format!("Typerna är förälder till varandra i en ring: {}.", types.join(" → "))
        }
        Fault::Orphan { role } => format!("En typ med rollen {role} måste ha en förälder."),
        Fault::MinOverMax { min, max } => {
            format!("Minsta antalet {min} är större än det största, {max}.")
        }
        Fault::BadDate { text } => format!("”{text}” är inte ett datum."),
        Fault::BadDayOfYear { text } => format!("”{text}” är inte en dag på året."),
        Fault::OutOfRange { found, min, max } => {
            format!("{found} är inte ett heltal från {min} till {max}.")
        }
        Fault::EndsBeforeStart => "Modellen slutar gälla innan den börjar.".into(),
        Fault::TooFew { min, found } => {
            format!("Listan har {found} poster men behöver minst {min}.")
        }
        Fault::NoMissingLevel => "Skalan saknar en nivå för det som inte går att bedöma.".into(),
        Fault::OnlyMissingLevels => "Skalan har ingen nivå för en bedömning.".into(),
        Fault::StepTime { found } => {
            format!("Steget anger tid på {found} sätt, men ska göra det på ett.")
        }
        other => lists(other),
    }
}

/// What is wrong with what a list or a field holds.
fn lists(fault: &Fault) -> String {
    match fault {
        Fault::TooMany { most, found } => {
            format!("Listan har {found} poster men får ha högst {most}.")
        }
        Fault::TooLong { most, found } => {
            format!("Texten har {found} tecken men får ha högst {most}.")
        }
        Fault::Repeated { word } => format!("”{word}” står två gånger i samma lista."),
        Fault::OnlyForMeasures { word } => {
            format!("”same_as: {word}” finns bara för typer med rollen measure.")
        }
        Fault::More { count } => format!("Det finns {count} fel till som inte visas."),
        _ => String::new(),
    }
}

/// Advice for each fault.
fn mend(fault: &Fault) -> String {
    let meant = |nearest: &Option<String>, otherwise: &str| match nearest {
        Some(word) => format!("Menade du ”{word}”?"),
        None => otherwise.to_owned(),
    };
    match fault {
        Fault::Empty => "Börja från en av de färdiga modellerna i mappen presets.".into(),
        Fault::TooLarge { .. } => "Kontrollera att det är rätt fil. En vanlig modell är mindre än 50 000 byte.".into(),
        Fault::Binary => "Spara modellen som vanlig text med ändelsen .yaml.".into(),
        Fault::NotUtf8 => "Öppna filen i en textredigerare och spara den med kodningen UTF-8.".into(),
        Fault::Yaml { .. } => "Titta på raden och den före. Ofta är det indraget, ett kolon eller ett citattecken som är fel.".into(),
        Fault::TooDeep { .. } => "Ta bort onödiga nivåer. En modell behöver högst sex.".into(),
        Fault::TooManyNodes { .. } => "Kontrollera att det är rätt fil.".into(),
        Fault::AliasBomb { .. } => "Skriv ut värdena i stället för att upprepa dem med & och *.".into(),
        Fault::SeveralDocuments => "Dela filen vid raden ---, en modell i varje fil.".into(),
        Fault::ForeignTag { .. } => "Ta bort taggen, det vill säga ordet efter utropstecknet.".into(),
        Fault::DuplicateKey { .. } => "Ta bort den ena eller slå ihop dem.".into(),
        Fault::KeyNotText => "Skriv nyckeln som ett ord, följt av kolon.".into(),
        Fault::UnknownFormat { .. } => "Skriv ”meta: styrmodell/1” först i filen. Även styrmodell-meta/0.1 går att läsa.".into(),
        Fault::MissingKey { key } => format!("Lägg till ”{key}:” med ett värde. Se docs/styrmodell.md."),
        Fault::UnknownKey { nearest, .. } => meant(nearest, "Ta bort nyckeln, eller skriv texten under ”note”."),
        Fault::WrongShape {
            expected: Shape::Text,
            found: Shape::Number | Shape::Flag,
        } => "Sätt citattecken runt värdet.".into(),
        Fault::WrongShape { expected, .. } => format!("Skriv om värdet till {}.", shape(*expected)),
        Fault::EmptyText => "Skriv en text.".into(),
        Fault::UnknownWord { nearest, allowed, .. } => format!("{} De ord som går att använda är: {}.", meant(nearest, "Byt ord."), allowed.join(", ")),
        Fault::BadId { .. } => "Använd högst 80 tecken. Modellens eget id får bara ha små bokstäver a–z, siffror och bindestreck.".into(),
        Fault::DuplicateId { .. } => "Ge den ena ett annat id.".into(),
        Fault::Dangling { register, id, nearest } => meant(nearest, &format!("Lägg till ”{id}” under ”{}” eller ändra hänvisningen.", register.key())),
        Fault::LinkNotAllowed { child, parent, .. } => {
            let links = allowed_links(*child, *parent);
            if links.is_empty() { "Byt förälder, eller ta bort länken.".to_owned() } else { format!("Använd i stället: {links}.") }},
        Fault::TypeCycle { .. } => "Ta bort en av länkarna så att kedjan får en början.".into(),
        Fault::Orphan { .. } => "Lägg till en förälder under ”parents”, eller regeln ”parent_optional: true”.".into(),
        Fault::MinOverMax { .. } => "Byt plats på talen eller ändra ett av dem.".into(),
        Fault::BadDate { .. } => "Skriv år-månad-dag, till exempel 2018-01-01.".into(),
        Fault::BadDayOfYear { .. } => "Skriv månad-dag inom citattecken, till exempel \"02-28\".".into(),
        Fault::OutOfRange { min, max, .. } => format!("Skriv ett heltal från {min} till {max}."),
        Fault::EndsBeforeStart => "Ändra valid_from eller valid_to.".into(),
        Fault::TooFew { .. } => "Lägg till det som saknas.".into(),
        Fault::TooMany { .. } => "Ta bort några, eller flytta dem till en annan typ.".into(),
        Fault::TooLong { .. } => "Korta texten. Det längre kan stå under ”help”.".into(),
        Fault::Repeated { .. } => "Ta bort det ena eller skriv ett annat ord.".into(),
        Fault::OnlyForMeasures { .. } => "Ta bort ”same_as”, eller flytta fältet till en typ med rollen measure.".into(),
        Fault::NoMissingLevel => "Lägg till en nivå med ”missing: true”, till exempel ”Kan inte bedömas”.".into(),
        Fault::OnlyMissingLevels => "Lägg till minst en nivå utan ”missing”.".into(),
        Fault::StepTime { .. } => "Använd ett av ”months” med ”due”, ”dates”, ”per_year” eller ”once”.".into(),
        Fault::More { .. } => "Rätta felen ovan och kontrollera filen igen.".into(),
    }
}

fn shape(shape: Shape) -> &'static str {
    match shape {
        Shape::Nothing => "ingenting",
        Shape::Flag => "true eller false",
        Shape::Number => "ett tal",
        Shape::WholeNumber => "ett heltal",
        Shape::Text => "en text",
        Shape::List => "en lista",
        Shape::Mapping => "nycklar med värden",
        Shape::TextOrNumber => "en text eller ett heltal",
        Shape::TextOrMapping => "en text eller nycklar med värden",
    }
}

fn register_name(register: Register) -> &'static str {
    match register {
        Register::OrgLevels => "organisationens nivåer",
        Register::ElementTypes => "elementtyperna",
        Register::Scales => "skalorna",
        Register::ScaleLevels => "skalornas nivåer",
        Register::Assessments => "bedömningsreglerna",
        Register::Documents => "dokumenten",
        Register::Sources => "källorna",
        Register::MeasureClasses => "måttklasserna",
    }
}

/// Names of the closed lists. A new list without a name shows its English one.
fn list_name(list: &'static str) -> &'static str {
    match list {
        "role" => "roller",
        "link" => "länkar",
        "method" => "bedömningsmetoder",
        "target kind" => "slag av målvärde",
        "cycle kind" => "slag av steg i årshjulet",
        "document kind" => "slag av dokument",
        "organisational level kind" => "slag av nivå",
        "horizon" => "tidshorisonter",
        "formulation" => "formuleringskontroller",
        "type rule" => "regler för typer",
        "aggregate" => "sätt att väga ihop",
        "scale use" => "användningar av skalor",
        "symbol" => "symboler",
        "colour" => "färger",
        "confidence" => "grader av säkerhet",
        "matter" => "frågor att besluta",
        "due day" => "dagar i månaden",
        other => other,
    }
}
