//! The year as a ring for each level, drawn from steps.

use chart::{ArcLink, ArcPattern, Caption, RingTone, Theme, WheelArc, WheelRing, YearWheel};
use domain::calendar::WheelStep;
use jiff::civil::Date;
use maud::{Markup, PreEscaped, html};

use crate::i18n::{Texts, date_short, month_name};

/// A ring of the picture.
pub struct Ring {
    /// Its periods.
    pub periods: Vec<(Date, Date, ArcPattern)>,
    /// Days that are marked with a dot.
    pub days: Vec<Date>,
    /// How it is drawn.
    pub tone: RingTone,
    /// Where each of the first periods leads, in their order.
    links: Vec<ArcLink>,
}

impl Ring {
    /// The ring of some steps.
    pub fn of<'s>(steps: impl IntoIterator<Item = &'s WheelStep>, tone: RingTone) -> Self {
        let (mut periods, mut days) = (Vec::new(), Vec::new());
        for step in steps {
            periods.push((step.content.begins(), step.content.due_on, pattern(step)));
            days.push(step.content.due_on);
        }
        Self { periods, days, tone, links: Vec::new() }
    }

    /// The ring of some steps, where each leads somewhere.
    pub(super) fn leading<'s>(
        steps: impl IntoIterator<Item = &'s WheelStep>,
        tone: RingTone,
        link: impl Fn(&WheelStep) -> ArcLink,
    ) -> Self {
        let steps: Vec<&WheelStep> = steps.into_iter().collect();
        let links = steps.iter().map(|step| link(step)).collect();
        Self { links, ..Self::of(steps, tone) }
    }

    fn drawn(&self, year: i16) -> WheelRing {
        let number = |day: Date| u16::try_from(day.day_of_year()).unwrap_or(1);
        // What began the year before is drawn from the first of January.
        let first = |day: Date| if day.year() < year { 1 } else { number(day) };
        let links = self.links.iter().cloned().map(Some).chain(std::iter::repeat(None));
        let here = self.periods.iter().zip(links).filter(|((_, last, _), _)| last.year() == year);
        WheelRing {
            arcs: here
                .map(|((opens, last, pattern), link)| WheelArc {
                    first_day: first(*opens),
                    last_day: number(*last),
                    pattern: *pattern,
                    link,
                })
                .collect(),
            days: self.days.iter().copied().filter(|day| day.year() == year).map(number).collect(),
            tone: self.tone,
        }
    }
}

/// How a step's year is told: dotted looks back, striped looks ahead.
fn pattern(step: &WheelStep) -> ArcPattern {
    match step.content.about_year.cmp(&step.year) {
        std::cmp::Ordering::Less => ArcPattern::Dotted,
        std::cmp::Ordering::Equal => ArcPattern::Solid,
        std::cmp::Ordering::Greater => ArcPattern::Striped,
    }
}

/// The picture of a year; the needle stands on today where it lies in it. `told` says in words what
/// is next.
pub fn picture(texts: Texts, year: i16, today: Date, rings: &[Ring], told: &str) -> Markup {
    let wheel = drawn(texts, year, today, rings, told);
    html! { div.wheel { (PreEscaped(wheel.svg(Theme::Screen))) } }
}

/// The same on paper, where no day is today.
pub(super) fn printed(texts: Texts, year: i16, rings: &[Ring], told: &str) -> String {
    let theme = Theme::Print { text_font: "Source Sans 3", heading_font: "Source Sans 3" };
    drawn(texts, year, Date::MIN, rings, told).svg(theme)
}

fn drawn(texts: Texts, year: i16, today: Date, rings: &[Ring], told: &str) -> YearWheel {
    let here = today.year() == year;
    YearWheel {
        caption: Caption {
            id: "arshjul".to_owned(),
            title: texts.wheel_of_year(year),
            desc: told.to_owned(),
        },
        leap_year: jiff::civil::date(year, 1, 1).in_leap_year(),
        months: (1..=12)
            .map(|month| month_name(texts.language, month).chars().take(3).collect())
            .collect(),
        rings: rings.iter().map(|ring| ring.drawn(year)).collect(),
        today: u16::try_from(today.day_of_year()).ok().filter(|_| here),
        centre_small: if here { texts.wheel_needle().to_owned() } else { String::new() },
        centre_large: if here { date_short(texts.language, today) } else { year.to_string() },
    }
}
