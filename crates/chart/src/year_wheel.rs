//! The year as a ring: months outside, up to four rings of periods inside, a needle at today.

use crate::canvas::{Canvas, Caption, Frame};
use crate::label::fitted;
use crate::path::PathData;
use crate::scale::count;
use crate::theme::{Ink, Theme};

/// How an arc is filled; says which year the work concerns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum ArcPattern {
    /// The year itself.
    #[default]
    Solid,
    /// The year before, for example its accounts.
    Dotted,
    /// The year after, for example its budget.
    Striped,
}

/// Whose ring it is, told by colour and by how far out it lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum RingTone {
    /// What the picture is about.
    #[default]
    Own,
    /// What stands beside it.
    Other,
}

/// A ring of periods, and the days that close them.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct WheelRing {
    /// The periods.
    pub arcs: Vec<WheelArc>,
    /// Days that are marked with a dot, as day of the year from 1.
    pub days: Vec<u16>,
    /// How it is drawn.
    pub tone: RingTone,
}

/// A period on one of the inner rings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WheelArc {
    /// First day, as day of the year from 1.
    pub first_day: u16,
    /// Last day, as day of the year. Before `first_day`: the period passes new year.
    pub last_day: u16,
    /// How it is filled.
    pub pattern: ArcPattern,
}

/// The wheel of a year.
#[derive(Clone, Debug, PartialEq)]
pub struct YearWheel {
    /// Accessible name; the description says what is now and what is next.
    pub caption: Caption,
    /// Whether the year has 366 days.
    pub leap_year: bool,
    /// Names of the months, short, January first. Missing ones are not written.
    pub months: Vec<String>,
    /// The rings inside the months, the outermost first; those after the fourth are left out.
    pub rings: Vec<WheelRing>,
    /// Today as day of the year, if it lies in this year. Its month is marked.
    pub today: Option<u16>,
    /// The small words in the middle, for example "i dag".
    pub centre_small: String,
    /// The large words in the middle, for example "25 augusti".
    pub centre_large: String,
}

const SIZE: f64 = 300.0;
const CENTRE: f64 = SIZE / 2.0;
const RADIUS: f64 = CENTRE - 4.0;
const MOST_RINGS: usize = 4;

impl YearWheel {
    /// The picture as one `svg` element, 300 × 300.
    pub fn svg(&self, theme: Theme<'_>) -> String {
        let frame = Frame::new("chart chart-wheel", SIZE, SIZE);
        let mut canvas = Canvas::informing(theme, &frame, &self.caption, "");
        self.months(&mut canvas);
        for (place, ring) in self.rings.iter().take(MOST_RINGS).enumerate() {
            self.ring(&mut canvas, ring, RADIUS - 40.0 - self.step() * count(place));
        }
        if let Some(day) = self.today {
            needle(&mut canvas, self.angle(day));
        }
        self.centre(&mut canvas);
        canvas.finish()
    }

    fn months(&self, canvas: &mut Canvas<'_>) {
        let current = self.today.map(|day| self.month_of(day).0);
        for month in 0..12 {
            let from = 30.0 * count(month);
            let now = current == Some(month);
            let fill = if now { Ink::Text } else { Ink::Sunken };
            let sector = sector(RADIUS - 26.0, RADIUS, from + 0.7, from + 29.3);
            canvas.tag("path").attr("d", &sector.0).ink("fill", fill).end();
        }
        canvas.group().attr("text-anchor", "middle").num("font-size", 12.5).open();
        for (month, name) in self.months.iter().take(12).enumerate() {
            let (x, y) = on_circle(RADIUS - 13.0, 30.0 * count(month) + 15.0);
            let now = current == Some(month);
            let (ink, weight) = if now { (Ink::Sheet, "700") } else { (Ink::Secondary, "500") };
            let text = canvas.tag("text").num("x", x).num("y", y + 4.0).ink("fill", ink);
            text.attr("font-weight", weight).text(&fitted(name, 12.5, 44.0));
        }
        canvas.end_group();
    }

    /// From one ring to the next; many lie closer, so that there is room in the middle.
    fn step(&self) -> f64 {
        if self.rings.len() > 2 { 11.5 } else { 15.0 }
    }

    /// How thick a ring is.
    fn thick(&self) -> f64 {
        self.step() - 5.0_f64.min(self.step() / 3.0)
    }

    fn ring(&self, canvas: &mut Canvas<'_>, ring: &WheelRing, radius: f64) {
        let ink = match ring.tone {
            RingTone::Own => Ink::Action,
            RingTone::Other => Ink::Line,
        };
        let track = canvas.tag("circle").num("cx", CENTRE).num("cy", CENTRE);
        track.num("r", radius).stroke(Ink::Sunken, self.thick()).end();
        for arc in &ring.arcs {
            self.arc(canvas, *arc, radius, ink);
        }
        for day in &ring.days {
            // In the middle of its day.
            let end = self.angle(day.saturating_add(1));
            let (x, y) = on_circle(radius, f64::midpoint(self.angle(*day), end));
            let dot = canvas.tag("circle").num("cx", x).num("cy", y).num("r", self.thick() / 2.0);
            dot.ink("fill", Ink::Sheet).ink("stroke", ink).num("stroke-width", 2.0).end();
        }
    }

    fn arc(&self, canvas: &mut Canvas<'_>, arc: WheelArc, r: f64, ink: Ink) {
        let from = self.angle(arc.first_day);
        let mut to = self.angle(arc.last_day.saturating_add(1));
        if arc.last_day < arc.first_day {
            to += 360.0;
        }
        // A full circle has no ends to draw between; it stops just short of itself.
        let to = to.min(from + 359.5);
        let ((x0, y0), (x1, y1)) = (on_circle(r, from), on_circle(r, to));
        let d = PathData::new().move_to(x0, y0).arc(r, to - from > 180.0, true, x1, y1);
        let path = canvas.tag("path").attr("d", &d.0).stroke(ink, self.thick());
        match arc.pattern {
            ArcPattern::Solid => path.end(),
            ArcPattern::Dotted => path.attr("stroke-dasharray", "2.5 2.5").end(),
            ArcPattern::Striped => path.attr("stroke-dasharray", "7 2").end(),
        }
    }

    /// Month (from 0) and day of the month (from 0) of a day of the year, with the length of the
    /// month. Days outside the year land on its ends.
    fn month_of(&self, day: u16) -> (usize, u16, u16) {
        let february = if self.leap_year { 29 } else { 28 };
        let lengths = [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
        let mut left = day.saturating_sub(1);
        for (month, length) in lengths.into_iter().enumerate() {
            if left < length {
                return (month, left, length);
            }
            left -= length;
        }
        (11, 31, 31)
    }

    /// Degrees clockwise from the start of January; every month takes 30.
    fn angle(&self, day: u16) -> f64 {
        let (month, before, length) = self.month_of(day);
        30.0 * (count(month) + f64::from(before) / f64::from(length))
    }

    fn centre(&self, canvas: &mut Canvas<'_>) {
        let room = 150.0;
        let small = canvas.tag("text").num("x", CENTRE).num("y", CENTRE - 8.0);
        let small = small.attr("text-anchor", "middle").num("font-size", 13.0);
        small.ink("fill", Ink::Small).text(&fitted(&self.centre_small, 13.0, room));
        let large = canvas.tag("text").num("x", CENTRE).num("y", CENTRE + 15.0);
        let large = large.attr("text-anchor", "middle").heading_font().num("font-size", 22.0);
        let large = large.attr("font-weight", "600").ink("fill", Ink::Text);
        large.text(&fitted(&self.centre_large, 22.0, room));
    }
}

fn on_circle(r: f64, degrees: f64) -> (f64, f64) {
    let (sin, cos) = (degrees - 90.0).to_radians().sin_cos();
    (CENTRE + r * cos, CENTRE + r * sin)
}

fn sector(inner: f64, outer: f64, from: f64, to: f64) -> PathData {
    let (x0, y0) = on_circle(outer, from);
    let (x1, y1) = on_circle(outer, to);
    let (x2, y2) = on_circle(inner, to);
    let (x3, y3) = on_circle(inner, from);
    PathData::new()
        .move_to(x0, y0)
        .arc(outer, false, true, x1, y1)
        .line_to(x2, y2)
        .arc(inner, false, false, x3, y3)
        .close()
}

fn needle(canvas: &mut Canvas<'_>, degrees: f64) {
    let (x, y) = on_circle(RADIUS - 29.0, degrees);
    let (inner_x, inner_y) = on_circle(RADIUS - 84.0, degrees);
    let d = PathData::new().move_to(inner_x, inner_y).line_to(x, y);
    let line = canvas.tag("path").attr("d", &d.0).stroke(Ink::Thread, 2.4);
    line.attr("stroke-linecap", "round").end();
    let knot = canvas.tag("circle").num("cx", x).num("cy", y).num("r", 5.2);
    knot.ink("fill", Ink::Thread).ink("stroke", Ink::Sheet).num("stroke-width", 2.0).end();
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wheel(leap_year: bool) -> YearWheel {
        YearWheel {
            caption: Caption::default(),
            leap_year,
            months: Vec::new(),
            rings: Vec::new(),
            today: None,
            centre_small: String::new(),
            centre_large: String::new(),
        }
    }

    #[test]
    fn days_fall_in_their_month_in_common_and_leap_years() {
        assert_eq!(wheel(false).month_of(1), (0, 0, 31));
        assert_eq!(wheel(false).month_of(60), (2, 0, 31));
        assert_eq!(wheel(true).month_of(60), (1, 28, 29));
        assert_eq!(wheel(false).month_of(365), (11, 30, 31));
    }

    #[test]
    fn days_outside_the_year_land_on_its_ends() {
        assert!((wheel(false).angle(0) - 0.0).abs() < 1e-9);
        assert!((wheel(false).angle(400) - 360.0).abs() < 1e-9);
    }
}
