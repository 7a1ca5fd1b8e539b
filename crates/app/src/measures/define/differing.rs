//! What somebody else has written meanwhile, field by field.

use domain::steering::TypeId;

use super::typed::Typed;
use crate::cx::Cx;
use crate::i18n::Texts;
use crate::measures::terms::{aggregation_word, direction_word, frequency_word};
use crate::measures::worth;
use crate::steering::singular;

/// The fields that differ from another version: their label and what stands there.
pub(super) fn differing(
    mine: &Typed,
    theirs: &Typed,
    cx: &Cx<'_, '_>,
) -> Vec<(&'static str, String)> {
    let mut all: Vec<(&'static str, String)> = labels(cx.texts())
        .into_iter()
        .filter(|(name, _)| mine.get(name) != theirs.get(name))
        .map(|(name, label)| (label, in_words(cx, name, theirs.get(name))))
        .collect();
    let of_type = cx.structure.model.element_type(&TypeId::new(mine.get("typ")));
    let own = of_type.map(|of_type| mine.own.differing(&theirs.own, of_type)).unwrap_or_default();
    let own = own.into_iter().map(|(name, text)| format!("{name}: {text}"));
    all.extend(own.map(|words| (cx.texts().own_fields_title(), words)));
    all
}

/// What the fields are called, of those that somebody else can have changed.
fn labels(texts: Texts) -> [(&'static str, &'static str); 21] {
    [
        ("titel", texts.measures_name()),
        ("text", texts.measures_text()),
        ("typ", texts.measures_type()),
        ("agare", texts.measures_owner()),
        ("klass", texts.measures_class()),
        ("enhet", texts.measures_unit()),
        ("decimaler", texts.measures_decimals()),
        ("procent", texts.measures_is_percentage()),
        ("riktning", texts.measures_direction()),
        ("metod", texts.measures_method()),
        ("kalla", texts.measures_source()),
        ("frekvens", texts.measures_frequency()),
        ("organisation", texts.measures_over_organisation()),
        ("tid", texts.measures_over_time()),
        ("raknas", texts.measures_counts()),
        ("paverkbar", texts.measures_controllable()),
        ("dagar", texts.measures_lag()),
        ("kontrollfraga", texts.measures_tells()),
        ("kontrollskal", texts.measures_tells_reason()),
        ("etablerat", texts.measures_established()),
        ("etablerat-lank", texts.measures_established_link()),
    ]
}

/// What a field says, as the form's own choices are worded.
fn in_words(cx: &Cx<'_, '_>, name: &str, value: &str) -> String {
    let texts = cx.texts();
    let word = match name {
        "agare" => {
            let owner = value.parse().ok();
            return owner
                .map(|owner| cx.structure.organisation.name(owner).to_owned())
                .unwrap_or_default();
        }
        "typ" => {
            let found = cx.structure.model.element_type(&TypeId::new(value));
            return found.map(|found| singular(texts.language, &found.term)).unwrap_or_default();
        }
        "riktning" => value.parse().map(|one| direction_word(texts, one)).ok(),
        "frekvens" => value.parse().map(|one| frequency_word(texts, one)).ok(),
        "organisation" | "tid" => value.parse().map(|one| aggregation_word(texts, one)).ok(),
        "andel-av" => Some(worth::shared(texts, value.parse().ok())),
        "kontrollfraga" => Some(worth::answered(texts, value.parse().ok())),
        "procent" | "raknas" | "paverkbar" if value.is_empty() => Some(texts.measures_no()),
        "procent" | "raknas" | "paverkbar" => Some(texts.measures_yes()),
        _ => None,
    };
    word.unwrap_or(value).to_owned()
}
