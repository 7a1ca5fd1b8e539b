//! Two periods beside each other, body by body, drawn for wide and narrow places.

use chart::{Caption, Dumbbell, Pair, Theme, Width};
use maud::{Markup, PreEscaped};

/// The picture in both widths; shares in percent from none to all.
pub(super) fn pairs(
    id: &str,
    (title, desc): (&str, &str),
    groups: &(String, String),
    rows: Vec<Pair>,
) -> (Markup, Markup) {
    let tick_label = |tick: f64| format!("{tick:.0}\u{a0}%");
    let mut picture = Dumbbell {
        caption: Caption { id: id.to_owned(), title: title.to_owned(), desc: desc.to_owned() },
        width: Width::Wide,
        groups: groups.clone(),
        rows,
        tick_label: &tick_label,
    };
    let wide = PreEscaped(picture.svg(Theme::Screen));
    picture.width = Width::Narrow;
    (wide, PreEscaped(picture.svg(Theme::Screen)))
}
