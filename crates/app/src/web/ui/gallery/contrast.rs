//! Contrast of the colour tokens as WCAG 2.2 defines it (relative luminance, 1.4.3 and 1.4.11), in both
//! schemes and both palettes, read from the stylesheet itself.

use std::collections::BTreeMap;

type Tokens = BTreeMap<String, [[f64; 3]; 2]>;

fn colour(hex: &str) -> [f64; 3] {
    let digit = |at: usize| f64::from(u8::from_str_radix(&hex[at..at + 2], 16).unwrap()) / 255.0;
    [digit(1), digit(3), digit(5)]
}

fn tokens(css: &str) -> Tokens {
    css.split(';')
        .filter_map(|part| part.rsplit_once("--").map(|(_, token)| token))
        .filter_map(|token| token.split_once(":light-dark("))
        .filter_map(|(name, pair)| Some((name, pair.trim_end_matches(')').split_once(',')?)))
        .map(|(name, (light, dark))| (name.to_owned(), [colour(light), colour(dark)]))
        .collect()
}

fn luminance(colour: [f64; 3]) -> f64 {
    let [red, green, blue] = colour.map(|part| {
        if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

fn ratio(one: [f64; 3], other: [f64; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn palettes() -> Vec<(&'static str, Tokens)> {
    let css = include_str!("../../../../assets/traden.css");
    let root = css.split(":root{").nth(1).unwrap().split('}').next().unwrap();
    let lights =
        css.split(":root[data-palett=trafikljus]{").nth(1).unwrap().split('}').next().unwrap();
    let linen = tokens(root);
    let mut swapped = linen.clone();
    swapped.extend(tokens(lights));
    vec![("linen", linen), ("traffic light", swapped)]
}

fn demand(ink: &str, ground: &str, least: f64) {
    for (palette, tokens) in palettes() {
        for scheme in [0, 1] {
            let found = ratio(tokens[ink][scheme], tokens[ground][scheme]);
            assert!(found >= least, "{palette} {scheme}: {ink} on {ground} {found:.2} < {least}");
        }
    }
}

#[test]
fn text_can_be_read_on_every_ground() {
    for ink in [
        "granit", "skiffer", "fjord", "lingon", "bla", "barnsten", "orange", "grus", "ljung", "lav",
    ] {
        for ground in ["linne", "ark"] {
            demand(ink, ground, 4.5);
        }
    }
    demand("skiffer", "linne-2", 4.5);
    demand("pa-fjord", "fjord", 4.5);
}

#[test]
fn status_and_text_can_be_read_on_their_tints() {
    for status in ["bla", "barnsten", "orange", "grus", "ljung"] {
        let tint = format!("{status}-ton");
        demand("granit", &tint, 7.0);
        demand(status, &tint, 4.5);
    }
    demand("fjord", "fjord-ton", 4.5);
}

#[test]
fn borders_of_controls_can_be_seen() {
    demand("kant-stark", "linne", 3.0);
    demand("kant-stark", "ark", 3.0);
}
