//! Scales and their levels. Research records give words and colours; symbols and meanings are then derived.

use super::super::kinds::{Closed, Role};
use super::super::more_kinds::{Colour, ScaleUse, Symbol};
use super::super::open::Matter;
use super::super::problem::Fault;
use super::super::scale::{Scale, ScaleLevel};
use super::keys;
use super::reader::{Part, Reader};

pub(super) fn scales(reader: &mut Reader, top: &Part<'_>) -> Vec<Scale> {
    if top.get("scales").is_none() {
        reader.lacking(top, "scales", Matter::RoleScale, "–");
    }
    let nodes = reader.list(top, "scales");
    let parts = reader.parts(nodes, "scales", keys::SCALE, None);
    parts.iter().filter_map(|part| scale(reader, part)).collect()
}

fn scale(reader: &mut Reader, part: &Part<'_>) -> Option<Scale> {
    let id = reader.id(part);
    let mut roles: Vec<Role> = reader.words(part, "for");
    if part.get("for").is_none() {
        reader.lacking(part, "for", Matter::ScaleRoles, Role::Goal.key());
        roles.push(Role::Goal);
    }
    let scale_use =
        if reader.is_full() { reader.need_word(part, "use") } else { reader.word(part, "use") };
    let only_work =
        !roles.is_empty() && roles.iter().all(|role| role.scale_use() == Some(ScaleUse::Progress));
    let scale_use =
        scale_use.unwrap_or(if only_work { ScaleUse::Progress } else { ScaleUse::Outcome });
    reader.need(part, "levels");
    let levels = levels(reader, part);
    let origin = reader.origin(part);
    Some(Scale { id: id?.into(), scale_use, roles, levels, origin })
}

fn levels(reader: &mut Reader, scale: &Part<'_>) -> Vec<ScaleLevel> {
    let nodes = reader.list(scale, "levels");
    let parts = reader.parts(nodes, &scale.place("levels"), keys::SCALE_LEVEL, Some("niva"));
    let count = parts.len();
    let mut is_derived = false;
    let mut levels = Vec::new();
    for (place, part) in parts.iter().enumerate() {
        levels.extend(level(reader, part, (place, count), &mut is_derived));
    }
    if is_derived {
        let words: Vec<&str> = levels.iter().map(|level: &ScaleLevel| level.symbol.key()).collect();
        reader.open(scale.place("levels"), Matter::ScaleLevels, words.join(", "));
    }
    // A research record without a level for what is missing gets the program's own; see `settle`.
    if reader.is_full()
        && scale.get("levels").is_some()
        && levels.len() == count
        && !levels.iter().any(|level| level.missing)
    {
        reader.problem(scale, "levels", Fault::NoMissingLevel);
    }
    if count == 0 || (levels.len() == count && levels.iter().all(|level| level.missing)) {
        reader.problem(scale, "levels", Fault::OnlyMissingLevels);
    }
    levels
}

fn level(
    reader: &mut Reader,
    part: &Part<'_>,
    place: (usize, usize),
    is_derived: &mut bool,
) -> Option<ScaleLevel> {
    let id = reader.id(part);
    let label = reader.need_text(part, "label");
    let missing = reader.flag(part, "missing").unwrap_or(false);
    let en = reader.text(part, "en");
    let (colour, symbol, meaning) = if reader.is_full() {
        (
            reader.need_word(part, "colour"),
            reader.need_word(part, "symbol"),
            reader.need_text(part, "meaning"),
        )
    } else {
        let colour = known_colour(reader.text(part, "colour").as_deref());
        let symbol = reader.text(part, "symbol").and_then(|word| Symbol::from_key(&word));
        let meaning = reader.text(part, "meaning");
        *is_derived |= colour.is_none() || symbol.is_none() || meaning.is_none();
        let colour = colour.unwrap_or(derived_colour(missing, place));
        (
            Some(colour),
            Some(symbol.unwrap_or(derived_symbol(missing, colour))),
            meaning.or_else(|| label.clone()),
        )
    };
    Some(ScaleLevel {
        id: id?.into(),
        label: label?,
        en,
        symbol: symbol?,
        colour: colour?,
        meaning: meaning?,
        missing,
    })
}

/// Words for colours in research records.
fn known_colour(word: Option<&str>) -> Option<Colour> {
    match word?.to_lowercase().as_str() {
        "good" | "green" | "grön" | "grönt" => Some(Colour::Good),
        "partly" | "yellow" | "gul" | "gult" | "orange" | "amber" => Some(Colour::Partly),
        "concern" | "red" | "röd" | "rött" => Some(Colour::Concern),
        "neutral" | "grey" | "gray" | "grå" | "grått" | "white" | "vit" | "blank" | "blue"
        | "blå" => Some(Colour::Neutral),
        _ => None,
    }
}

/// Without a stated colour the first level is good, the last a concern and those between partly.
fn derived_colour(missing: bool, (place, count): (usize, usize)) -> Colour {
    match place {
        _ if missing => Colour::Neutral,
        0 => Colour::Good,
        _ if place + 1 >= count => Colour::Concern,
        _ => Colour::Partly,
    }
}

fn derived_symbol(missing: bool, colour: Colour) -> Symbol {
    match colour {
        _ if missing => Symbol::NotMeasured,
        Colour::Good => Symbol::Achieved,
        Colour::Partly => Symbol::Partly,
        Colour::Concern => Symbol::NotAchieved,
        Colour::Neutral => Symbol::NotAssessed,
    }
}
