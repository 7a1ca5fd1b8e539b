//! How objects of the audit trail lie in tables: which of their fields are which columns.

use db::Value;
use domain::measures::{Breakdown, write_breakdowns};
use rust_decimal::Decimal;
use serde_json::Value as Json;

use super::store::TrailRow;
use crate::i18n::sort_key;

/// How a field is kept.
#[derive(Clone, Copy)]
pub(super) enum As {
    /// An identity.
    Id,
    /// An identity or nothing.
    MaybeId,
    /// An identity; sixteen zero bytes for nothing.
    IdOrZero,
    /// Text; empty for nothing.
    Text,
    /// Text that content from before it existed does not tell of: nothing was said then.
    NewText,
    /// Text or nothing.
    MaybeText,
    /// A whole number.
    Int,
    /// A whole number or nothing.
    MaybeInt,
    /// Truth.
    Truth,
    /// The digits of a decimal.
    Digits,
    /// The scale of a decimal.
    Scale,
    /// The key that a name is sorted by.
    SortKey,
    /// A list, one to a line.
    Lines,
    /// Breakdowns of a measure with their groups.
    Groups,
    /// One of the texts that the content gathers; empty when it is not there.
    OfTexts,
}

/// A column, the field it holds, and how.
pub(super) type Column = (&'static str, &'static str, As);

/// The field that is the object's own identity.
pub(super) const ITSELF: &str = "@id";
/// The field that is the version the trail gives.
pub(super) const VERSION: &str = "@version";

/// What a column holds after a change; none when the content does not say.
pub(super) fn value(id: [u8; 16], version: &TrailRow, column: Column) -> Option<Value> {
    let (_, field, kept_as) = column;
    match field {
        ITSELF => return Some(id.into()),
        VERSION => return Some(version.version.into()),
        _ => {}
    }
    let content = version.payload.as_ref()?;
    if let As::OfTexts = kept_as {
        return of_field(content.get("texts")?.get(field).unwrap_or(&Json::Null), As::Text);
    }
    if let (None, As::NewText) = (content.get(field), kept_as) {
        return Some("".into());
    }
    of_field(content.get(field)?, kept_as)
}

/// A field as its column keeps it.
pub(super) fn of_field(field: &Json, kept_as: As) -> Option<Value> {
    let text = || field.as_str().unwrap_or_default();
    let id = || identity(field);
    Some(match kept_as {
        As::Id => id()?.into(),
        As::MaybeId => id().into(),
        As::IdOrZero => id().unwrap_or([0; 16]).into(),
        As::Text | As::NewText | As::OfTexts => text().into(),
        As::MaybeText => field.as_str().into(),
        As::Int => field.as_i64()?.into(),
        As::MaybeInt => field.as_i64().into(),
        As::Truth => field.as_bool()?.into(),
        As::Digits => decimal(field).and_then(|it| i64::try_from(it.mantissa()).ok()).into(),
        As::Scale => decimal(field).map_or(0, |it| i64::from(it.scale())).into(),
        As::SortKey => sort_key(text()).into(),
        As::Groups => {
            let breakdowns: Vec<Breakdown> = serde_json::from_value(field.clone()).ok()?;
            write_breakdowns(&breakdowns).into()
        }
        As::Lines => {
            let lines = field.as_array()?.iter().filter_map(Json::as_str);
            lines.collect::<Vec<_>>().join("\n").into()
        }
    })
}

/// An identity, as its text or, where it can be of several kinds of things, as its bytes.
fn identity(field: &Json) -> Option<[u8; 16]> {
    match field {
        Json::Array(_) => serde_json::from_value(field.clone()).ok(),
        _ => field
            .as_str()?
            .parse::<domain::ids::ElementId>()
            .ok()
            .map(domain::ids::ElementId::bytes),
    }
}

fn decimal(field: &Json) -> Option<Decimal> {
    field.as_str()?.parse().ok()
}
