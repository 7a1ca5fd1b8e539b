//! The summary that is suggested from what was written in the other parts, in the writer's own words.

use domain::followup::PartKind;

use super::store::Part;

/// A summary built from what was written in the parts that needed words.
pub(super) fn suggestion(part: &Part, parts: &[Part]) -> String {
    if part.kind != PartKind::Summary {
        return String::new();
    }
    let first =
        |text: &str| text.split_inclusive(". ").next().unwrap_or_default().trim().to_owned();
    let sentences: Vec<String> = parts
        .iter()
        .filter(|other| {
            !other.text.is_empty()
                && other.kind != PartKind::Summary
                && !matches!(
                    other.kind,
                    PartKind::Economy | PartKind::Forecast | PartKind::Question
                )
        })
        .map(|other| format!("{}: {}", other.title, first(&other.text)))
        .collect();
    sentences.join("\n")
}
