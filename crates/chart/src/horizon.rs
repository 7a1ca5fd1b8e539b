//! The skerry horizon of the personal page: sky, sun or moon, three depths of land, water.
//!
//! Colours come from the page, so season and night are a matter of its stylesheet; only snow is
//! drawn here.

use crate::canvas::{Canvas, Frame};
use crate::path::PathData;
use crate::theme::{Ink, Theme};

/// The season of the horizon. It is written as a class, by which the page chooses the palette.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Season {
    /// Class `spring`.
    Spring,
    /// Class `summer`.
    #[default]
    Summer,
    /// Class `autumn`.
    Autumn,
    /// Class `winter`; there is snow on trees and skerries.
    Winter,
}

/// The landscape behind the greeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Horizon {
    /// The season it shows.
    pub season: Season,
}

/// The water line.
const SHORE: f64 = 206.0;

const FAR: &str = "M250 206c60-8 110-17 190-19 90-2 130 9 210 2 90-8 150-30 280-24 110 5 180 20 \
                   300 10 90-8 150-14 260-12v43z";
const MIDDLE: &str = "M556 206c40-7 70-19 118-19 50 0 66 9 110 9 50 0 74-2 118 10z";
const NEAR: &str = "M938 206c30-6 52-15 92-19 46-5 66 4 108 5 46 2 62-14 112-18 56-4 84 4 126 3 \
                    26-1 44-6 64-6v35z";
const REFLECTION: &str = "M960 206h480v10c-60 8-90 2-140 8-60 7-120-4-190-2-60 2-100-6-150-16z";
/// The upper edge of the near land, as a line of snow.
const DRIFT: &str = "M944 205c30-6 50-14 86-18 46-5 66 4 108 5 46 2 62-14 112-18 56-4 84 4 126 3 \
                     26-1 44-6 64-6v4c-30 2-50 6-70 6-50 1-80-4-120 0-46 5-62 18-112 17-46-2-70-8\
                     -108-5-40 4-60 12-86 12z";

/// Foot and height of the trees on the near and the middle land.
const NEAR_TREES: [(f64, f64, f64); 12] = [
    (1012.0, 13.0, 34.0),
    (1031.0, 18.0, 48.0),
    (1052.0, 21.0, 40.0),
    (1070.0, 22.0, 54.0),
    (1093.0, 20.0, 38.0),
    (1236.0, 26.0, 48.0),
    (1256.0, 30.0, 62.0),
    (1279.0, 32.0, 50.0),
    (1304.0, 31.0, 66.0),
    (1327.0, 28.0, 46.0),
    (1392.0, 24.0, 58.0),
    (1413.0, 26.0, 46.0),
];
const MIDDLE_TREES: [(f64, f64, f64); 7] = [
    (668.0, 17.0, 18.0),
    (681.0, 19.0, 26.0),
    (695.0, 20.0, 21.0),
    (709.0, 19.0, 28.0),
    (724.0, 17.0, 19.0),
    (806.0, 9.0, 16.0),
    (818.0, 10.0, 22.0),
];
const FLAKES: [(f64, f64); 16] = [
    (572.0, 64.0),
    (618.0, 132.0),
    (664.0, 40.0),
    (716.0, 98.0),
    (771.0, 150.0),
    (803.0, 58.0),
    (862.0, 112.0),
    (905.0, 34.0),
    (948.0, 140.0),
    (1004.0, 76.0),
    (1058.0, 124.0),
    (1087.0, 44.0),
    (1215.0, 128.0),
    (1262.0, 66.0),
    (1348.0, 104.0),
    (1401.0, 52.0),
];

impl Horizon {
    /// The picture as one decorative `svg` element that covers its container.
    pub fn svg(self, theme: Theme<'_>) -> String {
        let class = match self.season {
            Season::Spring => "horizon spring",
            Season::Summer => "horizon summer",
            Season::Autumn => "horizon autumn",
            Season::Winter => "horizon winter",
        };
        let frame = Frame { fit: Some("xMaxYMax slice"), ..Frame::new(class, 1440.0, 300.0) };
        let mut canvas = Canvas::decorative(theme, &frame);
        let sky = canvas.tag("rect").num("width", 1440.0).num("height", 300.0);
        sky.ink("fill", Ink::Sky).end();
        let sun = canvas.tag("circle").num("cx", 1164.0).num("cy", 92.0).num("r", 50.0);
        sun.ink("fill", Ink::Sun).end();
        land(&mut canvas, FAR, &[], Ink::FarLand);
        land(&mut canvas, MIDDLE, &MIDDLE_TREES, Ink::MiddleLand);
        land(&mut canvas, NEAR, &NEAR_TREES, Ink::NearLand);
        if self.season == Season::Winter {
            snow(&mut canvas);
        }
        water(&mut canvas);
        canvas.finish()
    }
}

fn land(canvas: &mut Canvas<'_>, ground: &str, trees: &[(f64, f64, f64)], ink: Ink) {
    let mut d = String::new();
    for (x, above_shore, height) in trees {
        d.push_str(&spruce(*x, foot(*above_shore, *height), *height));
    }
    canvas.group().ink("fill", ink).open();
    if !d.is_empty() {
        canvas.tag("path").attr("d", &d).end();
    }
    canvas.tag("path").attr("d", ground).end();
    canvas.end_group();
}

/// Where a tree stands: a little into the ground, so that no light shows under it.
fn foot(above_shore: f64, height: f64) -> f64 {
    SHORE - above_shore + height * 0.08
}

/// A spruce of two tiers with its foot at `(x, y)`.
fn spruce(x: f64, y: f64, h: f64) -> String {
    let w = h * 0.44;
    let upper = [(w * 0.1, h * 0.26), (w * 0.2, h * 0.34), (w * 0.34, h * 0.42)];
    let lower = [(w * 0.1, h * 0.2), (w * 0.2, h * 0.34), (w * 0.36, h * 0.58)];
    let lower_back = [(w * 0.16, h * -0.24), (w * 0.26, h * -0.38), (w * 0.36, h * -0.58)];
    let upper_back = [(w * 0.14, h * -0.08), (w * 0.24, h * -0.16), (w * 0.34, h * -0.42)];
    PathData::new()
        .move_to(x, y - h)
        .curve_by(upper)
        .horizontal_by(w * -0.14)
        .curve_by(lower)
        .horizontal_by(w * -1.12)
        .curve_by(lower_back)
        .horizontal_by(w * -0.14)
        .curve_by(upper_back)
        .close()
        .0
}

/// Snow on the tops of the near trees, along the near land and in the air.
fn snow(canvas: &mut Canvas<'_>) {
    canvas.group().ink("fill", Ink::Snow).attr("fill-opacity", ".7").open();
    let caps: String =
        NEAR_TREES.iter().map(|(x, above, h)| snow_cap(*x, foot(*above, *h) - h, *h)).collect();
    canvas.tag("path").attr("d", &caps).end();
    canvas.tag("path").attr("d", DRIFT).end();
    for (i, (x, y)) in FLAKES.into_iter().enumerate() {
        let r = if i % 3 == 0 { 2.6 } else { 1.7 };
        canvas.tag("circle").num("cx", x).num("cy", y).num("r", r).end();
    }
    canvas.end_group();
}

/// The upper half of the upper tier of a spruce with its top at `(x, y)`: its own edges, closed
/// by two hanging folds.
fn snow_cap(x: f64, y: f64, h: f64) -> String {
    let w = h * 0.44;
    let right = [(w * 0.05, h * 0.13), (w * 0.1, h * 0.215), (w * 0.155, h * 0.2775)];
    let fold = [(w * -0.04, h * 0.08), (w * -0.12, h * 0.08), (w * -0.155, 0.0)];
    let left = [(w * 0.055, h * -0.0625), (w * 0.105, h * -0.1475), (w * 0.155, h * -0.2775)];
    let cap = PathData::new().move_to(x, y).curve_by(right).curve_by(fold).curve_by(fold);
    cap.curve_by(left).close().0
}

fn water(canvas: &mut Canvas<'_>) {
    let rect = canvas.tag("rect").num("y", SHORE).num("width", 1440.0);
    rect.num("height", 300.0 - SHORE).ink("fill", Ink::Water).end();
    let line = canvas.rule(250.0, 1440.0, SHORE).stroke(Ink::NearLand, 1.0);
    line.attr("stroke-opacity", ".5").end();
    let reflection = canvas.tag("path").attr("d", REFLECTION).ink("fill", Ink::NearLand);
    reflection.attr("fill-opacity", ".28").end();
}
