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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WheelArc {
    /// First day, as day of the year from 1.
    pub first_day: u16,
    /// Last day, as day of the year. Before `first_day`: the period passes new year.
    pub last_day: u16,
    /// How it is filled.
    pub pattern: ArcPattern,
    /// Where it leads on screen.
    pub link: Option<ArcLink>,
}

/// Where a period leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArcLink {
    /// The address.
    pub url: String,
    /// What it is, for those who cannot see where it lies.
    pub name: String,
    /// How it is come by.
    pub reach: Reach,
}

/// How a link in the picture is come by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Also with the keyboard, in order.
    Everybody,
    /// By pointing alone: the page has the same link elsewhere, and the keyboard need not pass here.
    Pointing,
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
        let leads = theme.is_screen() && self.links().next().is_some();
        let mut canvas = if leads {
            Canvas::leading(theme, &frame, &self.caption)
        } else {
            Canvas::informing(theme, &frame, &self.caption, "")
        };
        self.months(&mut canvas);
        for (place, ring) in self.rings.iter().take(MOST_RINGS).enumerate() {
            self.ring(&mut canvas, ring, self.radius(place));
        }
        if let Some(day) = self.today {
            needle(&mut canvas, self.angle(day));
        }
        if leads {
            // Above all else, so that nothing drawn lies over what is pointed at.
            for (place, arc, link) in self.links() {
                self.link(&mut canvas, arc, link, self.radius(place));
            }
        }
        self.centre(&mut canvas);
        canvas.finish()
    }

    /// The arcs that lead somewhere, with the place of their ring.
    fn links(&self) -> impl Iterator<Item = (usize, &WheelArc, &ArcLink)> {
        let rings = self.rings.iter().take(MOST_RINGS).enumerate();
        let arcs = rings.flat_map(|(place, ring)| ring.arcs.iter().map(move |arc| (place, arc)));
        arcs.filter_map(|(place, arc)| Some((place, arc, arc.link.as_ref()?)))
    }

    /// The middle of a ring, from the centre of the wheel.
    fn radius(&self, place: usize) -> f64 {
        RADIUS - 40.0 - self.step() * count(place)
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
            self.arc(canvas, arc, radius, ink);
        }
        for day in &ring.days {
            let (x, y) = self.middle_of(*day, radius);
            let dot = canvas.tag("circle").num("cx", x).num("cy", y).num("r", self.thick() / 2.0);
            dot.ink("fill", Ink::Sheet).ink("stroke", ink).num("stroke-width", 2.0).end();
        }
    }

    /// The middle of a day.
    fn middle_of(&self, day: u16, radius: f64) -> (f64, f64) {
        let end = self.angle(day.saturating_add(1));
        on_circle(radius, f64::midpoint(self.angle(day), end))
    }

    /// What is pointed at: the arc and its last day, unseen until somebody does.
    fn link(&self, canvas: &mut Canvas<'_>, arc: &WheelArc, link: &ArcLink, r: f64) {
        let tag = canvas.link().attr("href", &link.url).attr("aria-label", &link.name);
        match link.reach {
            Reach::Everybody => tag.open(),
            Reach::Pointing => tag.attr("tabindex", "-1").open(),
        }
        canvas.tag("title").text(&link.name);
        let d = self.path_of(arc, r);
        let path = canvas.tag("path").attr("d", &d.0).stroke(Ink::Thread, self.thick());
        path.attr("stroke-opacity", "0").attr("pointer-events", "stroke").end();
        let (x, y) = self.middle_of(arc.last_day, r);
        let dot = canvas.tag("circle").num("cx", x).num("cy", y).num("r", self.step() / 2.0);
        dot.ink("fill", Ink::Thread).attr("fill-opacity", "0").end();
        canvas.end_link();
    }

    fn path_of(&self, arc: &WheelArc, r: f64) -> PathData {
        let from = self.angle(arc.first_day);
        let mut to = self.angle(arc.last_day.saturating_add(1));
        if arc.last_day < arc.first_day {
            to += 360.0;
        }
        // A full circle has no ends to draw between; it stops just short of itself.
        let to = to.min(from + 359.5);
        let ((x0, y0), (x1, y1)) = (on_circle(r, from), on_circle(r, to));
        PathData::new().move_to(x0, y0).arc(r, to - from > 180.0, true, x1, y1)
    }

    fn arc(&self, canvas: &mut Canvas<'_>, arc: &WheelArc, r: f64, ink: Ink) {
        let d = self.path_of(arc, r);
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

    fn linked(reach: Reach) -> YearWheel {
        let link = ArcLink { url: "#steg-1".into(), name: "Plan <15 oktober>".into(), reach };
        let (pattern, link) = (ArcPattern::Solid, Some(link));
        let arc = WheelArc { first_day: 280, last_day: 288, pattern, link };
        let ring = WheelRing { arcs: vec![arc], days: vec![288], tone: RingTone::Own };
        YearWheel { rings: vec![ring], ..wheel(false) }
    }

    #[test]
    fn a_period_that_leads_somewhere_is_a_link_with_a_name_and_the_picture_can_be_entered() {
        let svg = linked(Reach::Everybody).svg(Theme::Screen);
        let link = "<a href=\"#steg-1\" aria-label=\"Plan &lt;15 oktober&gt;\">";
        assert!(svg.contains(link), "{svg}");
        assert!(svg.contains("role=\"group\"") && !svg.contains("role=\"img\""), "{svg}");
        let pointed = linked(Reach::Pointing).svg(Theme::Screen);
        assert!(pointed.contains("tabindex=\"-1\""), "{pointed}");
    }

    #[test]
    fn a_picture_without_links_is_one_image_and_paper_has_none() {
        assert!(wheel(false).svg(Theme::Screen).contains("role=\"img\""));
        let print = Theme::Print { text_font: "Source Sans 3", heading_font: "Familjen Grotesk" };
        let svg = linked(Reach::Everybody).svg(print);
        assert!(svg.contains("role=\"img\"") && !svg.contains("<a "), "{svg}");
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
