//! What holds for every picture, and what each chart shows.

mod samples;

use std::collections::HashSet;

use chart::{
    Annotation, Baseline, Bullet, Caption, Curve, Desired, Intervals, Mark, Panel, Point,
    PointState, Reference, Scatter, SmallMultiples, Span, Sparkline, Spot, StatusSymbol, Symbol,
    Theme, ThreadLine, Tone, Width, XmrChart,
};
use roxmltree::{Document, Node};
use samples::{PRINT, all, caption, sick_leave, swedish};

const THEMES: [Theme<'static>; 2] = [Theme::Screen, PRINT];
const HOSTILE: &str = "<script>alert(\"x\")</script> & 'y' ]]> \u{0} \u{b} style=";

/// Inside a page the namespace is the HTML parser's business; an XML parser copes without.
fn parsed(svg: &str) -> Document<'_> {
    Document::parse(svg).unwrap_or_else(|e| panic!("{e}: {svg}"))
}

fn elements<'a>(doc: &'a Document<'_>, name: &'a str) -> Vec<Node<'a, 'a>> {
    doc.descendants().filter(|n| n.tag_name().name() == name).collect()
}

fn texts(svg: &str) -> Vec<String> {
    let doc = parsed(svg);
    elements(&doc, "text").iter().filter_map(|n| n.text().map(str::to_owned)).collect()
}

fn number(node: Node<'_, '_>, name: &str) -> f64 {
    node.attribute(name).and_then(|v| v.parse().ok()).unwrap_or(0.0)
}

/// Attribute values that hold coordinates.
fn drawn_numbers(doc: &Document<'_>) -> Vec<String> {
    let coordinates =
        ["x", "y", "cx", "cy", "r", "d", "width", "height", "viewBox", "stroke-width", "font-size"];
    doc.descendants()
        .flat_map(|n| n.attributes())
        .filter(|a| coordinates.contains(&a.name()))
        .map(|a| a.value().to_owned())
        .collect()
}

#[test]
fn every_picture_is_well_formed_and_free_of_styles_and_scripts() {
    for theme in THEMES {
        for (name, svg) in all(theme) {
            let doc = parsed(&svg);
            assert_eq!(doc.root_element().tag_name().name(), "svg", "{name}");
            for node in doc.descendants().filter(Node::is_element) {
                let tag = node.tag_name().name();
                assert!(!["style", "script", "foreignObject", "image"].contains(&tag), "{name}");
                for attribute in node.attributes() {
                    let forbidden =
                        attribute.name() == "style" || attribute.name().starts_with("on");
                    assert!(!forbidden, "{name}: {}", attribute.name());
                }
            }
        }
    }
}

#[test]
fn every_picture_is_named_or_hidden() {
    for (name, svg) in all(Theme::Screen) {
        let doc = parsed(&svg);
        let root = doc.root_element();
        if root.attribute("aria-hidden") == Some("true") {
            continue;
        }
        assert_eq!(root.attribute("role"), Some("img"), "{name}");
        let named = root.attribute("aria-labelledby").expect("a name");
        let ids: Vec<&str> = named.split(' ').collect();
        let title = elements(&doc, "title")[0].attribute("id");
        let desc = elements(&doc, "desc")[0].attribute("id");
        assert_eq!((title, desc), (Some(ids[0]), Some(ids[1])), "{name}");
    }
}

#[test]
fn ids_of_all_pictures_on_a_page_are_different() {
    let mut seen = HashSet::new();
    for (name, svg) in all(Theme::Screen) {
        for node in parsed(&svg).descendants() {
            if let Some(id) = node.attribute("id") {
                assert!(seen.insert(id.to_owned()), "{name}: {id} twice");
            }
        }
    }
}

#[test]
fn screen_takes_colours_from_the_page_and_print_brings_its_own() {
    for (name, svg) in all(Theme::Screen) {
        let fixed = svg.replace("var(--sno,#FFF)", "");
        assert!(!fixed.contains("=\"#"), "{name} has a fixed colour");
    }
    for (name, svg) in all(PRINT) {
        assert!(!svg.contains("var("), "{name}");
        assert!(!svg.contains("currentColor"), "{name}");
        assert!(svg.contains("xmlns=\"http://www.w3.org/2000/svg\""), "{name}");
        assert!(svg.contains(" width=\"") && svg.contains(" height=\""), "{name}");
    }
    let svg = sick_leave(Width::Wide).svg(PRINT);
    assert!(svg.contains("font-family=\"Source Sans 3\""));
    assert!(svg.contains("font-family=\"Familjen Grotesk\""));
}

#[test]
fn text_on_charts_is_never_smaller_than_twelve_pixels() {
    for (name, svg) in all(Theme::Screen) {
        for node in parsed(&svg).descendants().filter(|n| n.has_attribute("font-size")) {
            assert!(number(node, "font-size") >= 12.0, "{name}");
        }
    }
}

#[test]
fn pictures_of_normal_data_are_at_most_six_kilobytes() {
    for theme in THEMES {
        for (name, svg) in all(theme) {
            // Twelve units are twelve charts in one.
            let budget = if name.starts_with("multiples") { 7_000 } else { 6_000 };
            assert!(svg.len() <= budget, "{name}: {} bytes", svg.len());
        }
    }
}

#[test]
fn the_same_data_gives_the_same_picture() {
    for theme in THEMES {
        assert_eq!(all(theme), all(theme));
    }
}

#[test]
fn coordinates_have_at_most_one_decimal_and_are_all_numbers() {
    for (name, svg) in all(Theme::Screen) {
        if name.starts_with("symbol") {
            continue;
        }
        let doc = parsed(&svg);
        for value in drawn_numbers(&doc) {
            for digits in value.split('.').skip(1) {
                let decimals = digits.chars().take_while(char::is_ascii_digit).count();
                assert!(decimals <= 1, "{name}: {value}");
            }
            assert!(!value.contains("NaN") && !value.contains("inf"), "{name}: {value}");
        }
    }
}

#[test]
fn hostile_words_are_written_as_words() {
    let hostile = HOSTILE.to_owned();
    let xmr = XmrChart {
        caption: caption("\"><b>", HOSTILE, HOSTILE),
        points: vec![Point::new(1.0, HOSTILE), Point::new(2.0, HOSTILE)],
        cuts: Vec::new(),
        annotations: vec![Annotation { at: 1, text: hostile.clone() }],
        target: Some(Reference { value: 1.5, label: hostile.clone() }),
        last_label: hostile.clone(),
        tick_label: &|_| HOSTILE.to_owned(),
        ..sick_leave(Width::Wide)
    };
    let font = Theme::Print { text_font: "\"><b>", heading_font: "\"/>" };
    for theme in [Theme::Screen, font] {
        for width in [Width::Wide, Width::Narrow] {
            let svg = XmrChart { width, ..xmr.clone() }.svg(theme);
            let doc = parsed(&svg);
            assert!(elements(&doc, "script").is_empty() && elements(&doc, "b").is_empty());
            let title = elements(&doc, "title")[0].text().expect("a title");
            assert!(title.starts_with("<script>alert(\"x\")</script> & 'y'"), "{title}");
        }
    }
}

#[test]
fn an_interval_is_drawn_for_each_value_and_the_hidden_one_says_why() {
    let svg = samples::intervals(Width::Wide).svg(Theme::Screen);
    assert!(texts(&svg).contains(&"visas inte".to_owned()), "{svg}");
    let odd = Intervals {
        rows: vec![
            Span { value: Some(f64::NAN), ends: Some((0.0, 1.0)), ..Span::default() },
            Span { value: Some(1.0), ends: Some((f64::NEG_INFINITY, 1e300)), ..Span::default() },
        ],
        reference: Some(Reference { value: f64::NAN, label: "x".to_owned() }),
        ..samples::intervals(Width::Narrow)
    };
    let svg = odd.svg(Theme::Screen);
    assert_eq!(elements(&parsed(&svg), "circle").len(), 1, "only what is a number is drawn");
    assert!(!svg.contains("NaN") && !svg.contains("inf"), "{svg}");
}

#[test]
fn a_scatter_names_what_differs_rings_the_own_and_leaves_out_what_is_no_number() {
    let chart = samples::funnel(Width::Wide);
    let svg = chart.svg(Theme::Screen);
    assert!(texts(&svg).contains(&"Hamnens förskolor".to_owned()));
    assert_eq!(svg.matches("r=\"9\"").count(), 1, "one is the reader's own");
    let odd =
        Spot { x: f64::NAN, y: 1e300, label: "Ingen".to_owned(), own: true, ..Spot::default() };
    let curves = vec![Curve { points: vec![(f64::NAN, 1.0)], ..Curve::default() }];
    let svg = Scatter { spots: vec![odd], curves, ..chart }.svg(Theme::Screen);
    assert!(!svg.contains("Ingen") && !svg.contains("NaN"), "{svg}");
}

#[test]
fn values_that_are_no_numbers_never_reach_the_picture() {
    let odd = [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 1e300, -1e300, f64::MAX, 1.0, 2.0];
    let points: Vec<Point> = odd.iter().map(|v| Point::new(*v, "x")).collect();
    let baseline = Baseline { first: 0, last: 99, mean: f64::NAN, lower: 0.0, upper: 1e300 };
    let mut pictures = Vec::new();
    for width in [Width::Wide, Width::Narrow] {
        let xmr = XmrChart {
            points: points.clone(),
            baselines: vec![baseline],
            target: Some(Reference { value: f64::NAN, label: "Mål".to_owned() }),
            cuts: Vec::new(),
            annotations: vec![Annotation { at: 99, text: "Efter slutet".to_owned() }],
            bounds: (Some(f64::NAN), Some(f64::NEG_INFINITY)),
            ..sick_leave(width)
        };
        pictures.push(xmr.svg(Theme::Screen));
        let panels = vec![Panel { points: points.clone(), ..Panel::default() }];
        let target = Some(f64::INFINITY);
        let base = samples::multiples(width);
        pictures.push(SmallMultiples { panels, target, columns: 0, ..base }.svg(Theme::Screen));
    }
    let spark = Sparkline {
        points,
        baselines: vec![baseline],
        target: Some(f64::NAN),
        ..Sparkline::default()
    };
    pictures.push(spark.svg(Theme::Screen));
    for value in odd {
        let bullet = Bullet {
            caption: Caption::default(),
            value: Some(value),
            target: Some(value),
            band_edges: odd.to_vec(),
            end: Some(value),
            desired: Desired::Lower,
            tone: Tone::Good,
        };
        pictures.push(bullet.svg(Theme::Screen));
    }
    let symbol = StatusSymbol { size: f64::NAN, ..StatusSymbol::new(Symbol::Done) };
    pictures.push(symbol.svg(Theme::Screen));
    for svg in pictures {
        assert!(!svg.contains("NaN") && !svg.contains("inf"), "{svg}");
        let doc = parsed(&svg);
        for value in drawn_numbers(&doc) {
            assert!(value.len() < 400 && !value.contains('e'), "{value}");
        }
    }
}

#[test]
fn charts_without_any_data_are_still_pictures() {
    for width in [Width::Wide, Width::Narrow] {
        let xmr = XmrChart { points: Vec::new(), target: None, ..sick_leave(width) };
        parsed(&xmr.svg(Theme::Screen));
        let panels = Vec::new();
        parsed(&SmallMultiples { panels, ..samples::multiples(width) }.svg(Theme::Screen));
        let rows = Vec::new();
        parsed(&chart::Dumbbell { rows, ..samples::dumbbell(width) }.svg(Theme::Screen));
    }
    parsed(&Sparkline::default().svg(Theme::Screen));
    parsed(&ThreadLine::progress(Caption::default(), 3, 0).svg(Theme::Screen));
    parsed(&ThreadLine::breadcrumb(Caption::default(), 0).svg(Theme::Screen));
}

#[test]
fn the_process_chart_writes_its_lines_beside_them() {
    let written = texts(&sick_leave(Width::Wide).svg(Theme::Screen));
    for words in ["Övre gräns 7,6", "Medel 6,7", "Mål 6,5", "Nedre gräns 5,7", "8,1\u{a0}%"] {
        assert!(written.iter().any(|w| w == words), "{words} in {written:?}");
    }
    for tick in ["5", "6", "7", "8", "9"] {
        assert!(written.iter().any(|w| w == tick), "{tick}");
    }
}

/// The boxes of all texts whose place and size stand on the element itself.
fn text_boxes(svg: &str) -> Vec<(String, [f64; 4])> {
    let doc = parsed(svg);
    let inherited = |n: Node<'_, '_>, name: &str| {
        n.ancestors().find_map(|a| a.attribute(name)).unwrap_or_default().to_owned()
    };
    elements(&doc, "text")
        .into_iter()
        .map(|node| {
            let text = node.text().unwrap_or_default().to_owned();
            let size: f64 = inherited(node, "font-size").parse().unwrap_or(13.0);
            let width = chart::text_width(&text, size);
            let x = number(node, "x");
            let left = match inherited(node, "text-anchor").as_str() {
                "end" => x - width,
                "middle" => x - width / 2.0,
                _ => x,
            };
            let y = number(node, "y");
            (text, [left, y - size * 0.72, left + width, y])
        })
        .collect()
}

fn assert_texts_apart(chart: &XmrChart<'_>) {
    let room = if chart.width == Width::Wide { 690.0 } else { 340.0 };
    let boxes = text_boxes(&chart.svg(Theme::Screen));
    for (i, (text, a)) in boxes.iter().enumerate() {
        assert!(a[0] >= -0.5 && a[2] <= room + 0.5, "{text} leaves the picture: {a:?}");
        for (other, b) in &boxes[i + 1..] {
            let apart = a[2] <= b[0] || b[2] <= a[0] || a[3] <= b[1] || b[3] <= a[1];
            assert!(apart, "{text} covers {other}: {a:?} {b:?}");
        }
    }
}

#[test]
fn texts_of_process_charts_never_cover_each_other_or_leave_the_picture() {
    for width in [Width::Wide, Width::Narrow] {
        assert_texts_apart(&sick_leave(width));
        assert_texts_apart(&samples::eventful(width));
        assert_texts_apart(&samples::few_points(width));
    }
}

#[test]
fn texts_stay_apart_whatever_the_values_are() {
    // A small generator of numbers, so that the many cases are the same every time.
    let mut state = 11_u32;
    let mut next = move |span: f64| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        f64::from(state >> 16) / 65_536.0 * span
    };
    for round in 0..300 {
        let width = if round % 2 == 0 { Width::Wide } else { Width::Narrow };
        let mut chart = sick_leave(width);
        for point in &mut chart.points {
            point.value = Some(next(10.0)).filter(|v| *v < 9.5);
        }
        let (a, b, c) = (next(10.0), next(10.0), next(10.0));
        let (lower, upper) = (a.min(b).min(c), a.max(b).max(c));
        chart.baselines[0].lower = lower;
        chart.baselines[0].upper = upper;
        chart.baselines[0].mean = a.max(b).min(a.min(b).max(c));
        chart.target = Some(Reference { value: next(12.0), label: "Mål 6,5".to_owned() });
        chart.annotations[0].at = (round * 7) % 24;
        assert_texts_apart(&chart);
    }
}

#[test]
fn the_last_value_stands_by_its_own_point_when_later_ones_are_missing() {
    let mut chart = sick_leave(Width::Wide);
    for point in &mut chart.points[12..] {
        point.value = None;
    }
    let boxes = text_boxes(&chart.svg(Theme::Screen));
    let value = boxes.iter().find(|b| b.0 == chart.last_label).expect("the value");
    assert!(value.1[0] > 200.0 && value.1[2] < 400.0, "{value:?}");
}

#[test]
fn points_differ_by_shape_and_not_only_by_colour() {
    let marked = |mark| {
        let mut chart = samples::few_points(Width::Wide);
        chart.points[1].mark = mark;
        let svg = chart.svg(Theme::Screen);
        let doc = parsed(&svg);
        let circles: Vec<String> = elements(&doc, "circle")
            .iter()
            .filter_map(|c| c.attribute("r").map(str::to_owned))
            .collect();
        (circles, elements(&doc, "path").len())
    };
    let usual = marked(Mark::Usual);
    let better = marked(Mark::Better);
    let worse = marked(Mark::Worse);
    assert!(better.0.contains(&"4.8".to_owned()) && !usual.0.contains(&"4.8".to_owned()));
    assert_eq!((worse.0.len(), worse.1), (usual.0.len() - 1, usual.1 + 1));
}

#[test]
fn preliminary_points_are_hollow_and_forecasts_are_dashed() {
    let mut chart = samples::few_points(Width::Wide);
    assert!(!chart.svg(Theme::Screen).contains("stroke-dasharray=\"6 4\""));
    chart.points[2].state = PointState::Preliminary;
    chart.points[3].state = PointState::Forecast;
    let svg = chart.svg(Theme::Screen);
    assert!(svg.contains("stroke-dasharray=\"6 4\""));
    let doc = parsed(&svg);
    let hollow = elements(&doc, "circle")
        .iter()
        .filter(|c| c.attribute("fill") == Some("var(--ark)"))
        .count();
    assert_eq!(hollow, 2);
}

#[test]
fn limits_step_at_a_new_baseline() {
    let svg = samples::eventful(Width::Wide).svg(Theme::Screen);
    let doc = parsed(&svg);
    let bands = elements(&doc, "rect");
    assert_eq!(bands.len(), 2);
    let first_end = number(bands[0], "x") + number(bands[0], "width");
    assert!((first_end - number(bands[1], "x")).abs() < 0.2);
    assert!((number(bands[0], "y") - number(bands[1], "y")).abs() > 1.0);
}

#[test]
fn few_points_are_drawn_without_limits() {
    let svg = samples::few_points(Width::Wide).svg(Theme::Screen);
    let doc = parsed(&svg);
    assert!(elements(&doc, "rect").is_empty());
    assert!(!svg.contains("stroke-dasharray=\"5 4\""));
    assert!(texts(&svg).contains(&"Mål 90".to_owned()));
}

#[test]
fn limits_are_not_drawn_beyond_what_the_measure_can_reach() {
    let chart = XmrChart {
        points: [97.0, 99.0, 98.0, 96.0, 99.0, 98.0].map(|v| Point::new(v, "")).to_vec(),
        baselines: vec![Baseline { first: 0, last: 5, mean: 97.8, lower: 92.0, upper: 103.6 }],
        target: None,
        ..sick_leave(Width::Wide)
    };
    let written = texts(&chart.svg(Theme::Screen));
    assert!(written.contains(&"100".to_owned()), "{written:?}");
    assert!(!written.contains(&"105".to_owned()), "{written:?}");
}

#[test]
fn bars_start_at_zero() {
    let bullet = Bullet { end: Some(100.0), ..samples::bullets()[0].clone() };
    let svg = bullet.svg(Theme::Screen);
    let doc = parsed(&svg);
    let bar = elements(&doc, "rect")
        .into_iter()
        .find(|r| r.attribute("fill") == Some("var(--barnsten)"))
        .expect("a bar");
    assert!(number(bar, "x").abs() < 1e-9);
    assert!((number(bar, "width") - 280.0 * 0.89).abs() < 0.1);
}

#[test]
fn progress_fills_as_many_knots_as_are_done() {
    let svg = ThreadLine::progress(caption("k", "11 av 14", ""), 11, 14).svg(Theme::Screen);
    let doc = parsed(&svg);
    let knots = elements(&doc, "circle");
    let fill = |c: &Node<'_, '_>| c.parent().and_then(|g| g.attribute("fill").map(str::to_owned));
    let filled = knots.iter().filter(|c| fill(c).as_deref() == Some("var(--lingon)")).count();
    assert_eq!((knots.len(), filled), (14, 11));
}

#[test]
fn snow_falls_in_winter_only() {
    for (name, svg) in all(Theme::Screen) {
        if name.starts_with("horizon") {
            assert_eq!(svg.contains("--sno"), name.ends_with("Winter"), "{name}");
        }
    }
}

#[test]
fn the_process_chart_of_the_design_looks_as_agreed() {
    let drawn = sick_leave(Width::Wide).svg(Theme::Screen);
    let agreed = include_str!("snapshots/xmr-wide.svg");
    assert_eq!(drawn, agreed.trim_end(), "if the change is wanted, write the new picture there");
    assert_eq!(swedish(6.5), "6,5");
}
