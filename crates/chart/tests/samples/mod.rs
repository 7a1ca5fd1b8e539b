//! Charts with the data of the design drafts, for tests and for the gallery.

use chart::{
    Annotation, ArcPattern, Baseline, BaselineLabels, Bullet, Caption, Curve, Desired, Dumbbell,
    Horizon, Intervals, Mark, Pair, Panel, Point, PointState, Reference, RingTone, Scatter, Season,
    SmallMultiples, Span, Sparkline, SparklineSize, Spot, StatusSymbol, Symbol, Theme, ThreadLine,
    ThreadSegment, Tone, WheelArc, WheelRing, Width, XmrChart, YearWheel,
};

pub(crate) const PRINT: Theme<'static> =
    Theme::Print { text_font: "Source Sans 3", heading_font: "Familjen Grotesk" };

pub(crate) const SICK_LEAVE: [f64; 24] = [
    6.4, 6.9, 6.6, 7.1, 6.8, 6.3, 6.7, 6.5, 6.9, 6.4, 6.6, 6.8, 6.5, 6.7, 6.9, 6.4, 6.6, 7.2, 7.4,
    7.3, 7.6, 7.5, 7.8, 8.1,
];
const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];

pub(crate) fn caption(id: &str, title: &str, desc: &str) -> Caption {
    Caption { id: id.to_owned(), title: title.to_owned(), desc: desc.to_owned() }
}

/// Swedish numbers, as a caller would write them.
pub(crate) fn swedish(value: f64) -> String {
    let text = format!("{value:.1}");
    text.strip_suffix(".0").unwrap_or(&text).replace('.', ",").replace('-', "−")
}

/// Two years of months from September 2024.
fn months() -> impl Iterator<Item = String> {
    (0..).map(|i: usize| {
        let month = MONTHS[(i + 8) % 12];
        if i.is_multiple_of(12) { format!("{month} {}", 2024 + i / 12) } else { month.to_owned() }
    })
}

fn sick_points() -> Vec<Point> {
    let marked = |(i, (value, label)): (usize, (&f64, String))| {
        let mark = if i >= 17 { Mark::Worse } else { Mark::Usual };
        Point::new(*value, label).marked(mark)
    };
    SICK_LEAVE.iter().zip(months()).enumerate().map(marked).collect()
}

pub(crate) fn sick_leave(width: Width) -> XmrChart<'static> {
    XmrChart {
        caption: caption(
            "sjuk",
            "Sjukfrånvaro per månad, processdiagram",
            "Medel 6,7 procent, vanlig variation 5,7 till 7,6 procent. De senaste sju månaderna \
             ligger över medel.",
        ),
        width,
        points: sick_points(),
        baselines: vec![Baseline {
            first: 0,
            last: 23,
            mean: 6.6667,
            lower: 5.6994,
            upper: 7.6339,
        }],
        baseline_labels: BaselineLabels {
            upper: "Övre gräns 7,6".to_owned(),
            mean: "Medel 6,7".to_owned(),
            lower: "Nedre gräns 5,7".to_owned(),
        },
        target: Some(Reference { value: 6.5, label: "Mål 6,5".to_owned() }),
        cuts: Vec::new(),
        annotations: vec![Annotation { at: 14, text: "Nya grupper".to_owned() }],
        bounds: (Some(0.0), Some(100.0)),
        last_label: "8,1\u{a0}%".to_owned(),
        tick_label: &swedish,
    }
}

/// Two baselines, gaps, preliminary and forecast values, several events.
pub(crate) fn eventful(width: Width) -> XmrChart<'static> {
    let values = [
        62.0,
        64.0,
        61.0,
        63.0,
        65.0,
        62.0,
        f64::NAN,
        64.0,
        63.0,
        61.0,
        74.0,
        76.0,
        75.0,
        73.0,
        77.0,
        75.0,
        74.0,
        83.0,
        76.0,
        77.0,
        78.0,
    ];
    let mut points: Vec<Point> =
        values.iter().zip(months()).map(|(v, label)| Point::new(*v, label)).collect();
    points[3] = Point::missing("dec");
    points[9].mark = Mark::Neutral;
    points[17].mark = Mark::Better;
    points[18].state = PointState::Preliminary;
    points[19].state = PointState::Forecast;
    points[20].state = PointState::Forecast;
    XmrChart {
        caption: caption("handelser", "Trygghet, processdiagram", "Två perioder."),
        points,
        baselines: vec![
            Baseline { first: 0, last: 9, mean: 63.0, lower: 57.5, upper: 68.5 },
            Baseline { first: 10, last: 20, mean: 75.0, lower: 69.5, upper: 80.5 },
        ],
        baseline_labels: BaselineLabels {
            upper: "Övre gräns 80,5".to_owned(),
            mean: "Medel 75".to_owned(),
            lower: "Nedre gräns 69,5".to_owned(),
        },
        target: Some(Reference { value: 76.0, label: "Mål 76".to_owned() }),
        cuts: Vec::new(),
        annotations: [
            (1, "Ny enkät"),
            (10, "Ny organisation"),
            (11, "Flytt till Hamnen"),
            (17, "Sommar"),
        ]
        .map(|(at, text)| Annotation { at, text: text.to_owned() })
        .to_vec(),
        last_label: "78\u{a0}%".to_owned(),
        ..sick_leave(width)
    }
}

/// Too few points for limits.
pub(crate) fn few_points(width: Width) -> XmrChart<'static> {
    let years = [(84.0, "2022"), (86.0, "2023"), (85.0, "2024"), (88.0, "2025")];
    XmrChart {
        caption: caption("fa", "Behöriga lärare", "Fyra mätningar."),
        points: years.map(|(v, y)| Point::new(v, y)).to_vec(),
        baselines: Vec::new(),
        baseline_labels: BaselineLabels::default(),
        target: Some(Reference { value: 90.0, label: "Mål 90".to_owned() }),
        cuts: Vec::new(),
        annotations: Vec::new(),
        last_label: "88\u{a0}%".to_owned(),
        ..sick_leave(width)
    }
}

pub(crate) fn sparklines() -> Vec<Sparkline> {
    let limits = |last, mean, lower, upper| vec![Baseline { first: 0, last, mean, lower, upper }];
    let series = |values: &[f64], from: usize, mark: Mark| -> Vec<Point> {
        let point = |(i, v): (usize, &f64)| {
            Point::new(*v, "").marked(if i >= from { mark } else { Mark::Usual })
        };
        values.iter().enumerate().map(point).collect()
    };
    let density =
        [5.7, 5.6, 5.8, 5.7, 5.6, 5.7, 5.8, 5.6, 5.7, 5.6, 5.5, 5.4, 5.4, 5.3, 5.3, 5.2, 5.1, 5.1];
    let secure = [91.0, 92.0, 90.0, 93.0, 92.0, 91.0, 92.0, 86.0];
    let usual = Sparkline {
        caption: caption("s1", "Sjukfrånvaro", "Senaste sju månaderna över medel. Senast 8,1."),
        size: SparklineSize::Usual,
        points: series(&SICK_LEAVE, 17, Mark::Worse),
        baselines: limits(23, 6.6667, 5.6994, 7.6339),
        target: Some(6.5),
    };
    let secure = Sparkline {
        caption: caption("s2", "Trygga vårdnadshavare", "Senast 86, under nedre gränsen."),
        points: series(&secure, 7, Mark::Worse),
        baselines: limits(7, 91.5714, 87.5814, 95.5614),
        target: Some(90.0),
        ..usual.clone()
    };
    let density = Sparkline {
        caption: caption("s3", "Barn per årsarbetare", "Sjunker. Senast 5,1."),
        points: series(&density, 10, Mark::Better),
        baselines: limits(17, 5.68, 5.35, 6.0),
        target: Some(5.3),
        ..usual.clone()
    };
    let compact = Sparkline {
        caption: caption("s4", "Sjukfrånvaro", "Liten."),
        size: SparklineSize::Compact,
        ..usual.clone()
    };
    vec![usual, secure, density, compact]
}

pub(crate) fn bullets() -> Vec<Bullet> {
    let bullet = |id, value, target, edges: &[f64], end, desired, tone| Bullet {
        caption: caption(id, "Utfall mot mål", "Stapeln visar utfallet, strecket målet."),
        value: Some(value),
        target: Some(target),
        band_edges: edges.to_vec(),
        end,
        desired,
        tone,
    };
    vec![
        bullet("b1", 89.0, 92.0, &[85.0, 92.0], Some(100.0), Desired::Higher, Tone::Partly),
        bullet("b2", 5.2, 5.3, &[5.3, 5.8], None, Desired::Lower, Tone::Good),
        bullet("b3", 41.0, 45.0, &[38.0, 45.0], Some(60.0), Desired::Higher, Tone::Concern),
        bullet("b4", -3.2, 2.0, &[0.0, 2.0], None, Desired::Higher, Tone::Concern),
    ]
}

pub(crate) fn threads() -> Vec<ThreadLine> {
    vec![
        ThreadLine::progress(caption("k1", "11 av 14 delar är klara", ""), 11, 14),
        ThreadLine::progress(caption("k2", "61 av 86 delar är klara", ""), 61, 86),
        ThreadLine::breadcrumb(caption("k3", "Din röda tråd", "Fyra steg."), 4),
    ]
}

pub(crate) fn wheel() -> YearWheel {
    let pattern = ArcPattern::Solid;
    let arc = |first_day, last_day| WheelArc { first_day, last_day, pattern, link: None };
    YearWheel {
        caption: caption(
            "hjul",
            "Årshjul",
            "Nu: delårsbokslut, augusti till september. Nästa: budgetdialog 21 september.",
        ),
        leap_year: false,
        months: MONTHS.map(str::to_owned).to_vec(),
        rings: vec![
            WheelRing {
                arcs: vec![
                    arc(34, 89),
                    arc(226, 265),
                    WheelArc { pattern: ArcPattern::Dotted, ..arc(350, 25) },
                ],
                ..WheelRing::default()
            },
            WheelRing {
                arcs: vec![
                    arc(66, 150),
                    WheelArc { pattern: ArcPattern::Striped, ..arc(262, 360) },
                ],
                tone: RingTone::Other,
                ..WheelRing::default()
            },
        ],
        today: Some(237),
        centre_small: "i dag".to_owned(),
        centre_large: "25 augusti".to_owned(),
    }
}

pub(crate) fn multiples(width: Width) -> SmallMultiples<'static> {
    let names = [
        "Skärgårdens förskolor",
        "Centrums förskolor",
        "Norrbackens förskola",
        "Solrosen AB",
        "Hamnens förskolor",
        "Viks förskola",
        "Strandens förskola",
        "Bergets förskola",
        "Ängens förskola",
        "Dalens förskola",
        "Lundens förskola",
        "Åsens förskola",
    ];
    let panel = |(n, name): (usize, &&str)| {
        let start = 78.0 + 2.0 * f64::from(u32::try_from(n % 5).unwrap_or(0));
        let mut points: Vec<Point> = [0.0, 3.0, -1.0, 4.0, 6.0, 5.0, 8.0, 7.0]
            .iter()
            .zip(2018..)
            .map(|(d, year)| Point::new(start + d, year.to_string()))
            .collect();
        if n == 4 {
            points[7] = Point::new(70.0, "2025").marked(Mark::Worse);
        }
        if n == 2 {
            points[3] = Point::missing("2021");
        }
        let last = points[7].value.unwrap_or(0.0);
        Panel { label: (*name).to_owned(), last_label: swedish(last), points }
    };
    SmallMultiples {
        caption: caption("enheter", "Trygghet per enhet", "Tolv enheter, 2018 till 2025."),
        width,
        columns: 4,
        panels: names.iter().enumerate().map(panel).collect(),
        target: Some(85.0),
        tick_label: &swedish,
    }
}

pub(crate) fn dumbbell(width: Width) -> Dumbbell<'static> {
    let pair = |label: &str, first: f64, second: f64| Pair {
        label: label.to_owned(),
        first: Some(first),
        first_label: swedish(first),
        second: Some(second),
        second_label: swedish(second),
    };
    Dumbbell {
        caption: caption("kvinnor-man", "Kvinnor och män", "Sjukfrånvaro per förvaltning."),
        width,
        groups: ("Kvinnor".to_owned(), "Män".to_owned()),
        rows: vec![
            pair("Utbildning", 7.9, 4.8),
            pair("Vård och omsorg", 9.1, 6.2),
            pair("Samhällsbyggnad", 4.1, 4.4),
            pair("Kommunledning", 3.6, 3.6),
            Pair {
                label: "Räddningstjänst".to_owned(),
                first_label: "Färre än fem, visas inte".to_owned(),
                ..Pair::default()
            },
        ],
        tick_label: &swedish,
    }
}

pub(crate) fn intervals(width: Width) -> Intervals<'static> {
    let span = |label: &str, value: f64, reach: f64, mark| Span {
        label: label.to_owned(),
        value: Some(value),
        value_label: format!("{}\u{a0}%", swedish(value)),
        ends: Some((value - reach, value + reach)),
        mark,
    };
    Intervals {
        caption: caption("spann", "Trygghet per enhet", "Fem enheter med intervall."),
        width,
        rows: vec![
            span("Hamnens förskolor", 71.0, 6.0, Mark::Worse),
            span("Skärgårdens förskolor", 84.0, 9.0, Mark::Usual),
            span("Centrums förskolor", 88.0, 3.0, Mark::Usual),
            span("Solrosen AB", 95.0, 4.0, Mark::Better),
            Span {
                label: "Viks förskola".to_owned(),
                value_label: "visas inte".to_owned(),
                ..Span::default()
            },
        ],
        reference: Some(Reference { value: 86.0, label: "Alla tillsammans 86 %".to_owned() }),
        tick_label: &swedish,
    }
}

pub(crate) fn funnel(width: Width) -> Scatter<'static> {
    let sizes = [20.0, 30.0, 45.0, 70.0, 100.0, 150.0, 220.0, 300.0];
    let curve = |factor: f64, label: &str| Curve {
        points: sizes.iter().map(|n: &f64| (*n, 85.0 + factor * 35.0 / n.sqrt())).collect(),
        dashed: factor.abs() < 2.5,
        label: label.to_owned(),
    };
    let spots = [(25.0, 80.0), (60.0, 91.0), (110.0, 84.0), (180.0, 70.0), (280.0, 86.0)];
    let spot = |(n, (x, y)): (usize, &(f64, f64))| Spot {
        x: *x,
        y: *y,
        label: if n == 3 { "Hamnens förskolor".to_owned() } else { String::new() },
        mark: if n == 3 { Mark::Worse } else { Mark::Usual },
        own: n == 1,
    };
    Scatter {
        caption: caption("tratt", "Trygghet efter storlek", "En enhet skiljer sig."),
        width,
        spots: spots.iter().enumerate().map(spot).collect(),
        curves: vec![
            curve(3.1, "99,8 %"),
            curve(2.0, "95 %"),
            curve(-2.0, "95 %"),
            curve(-3.1, "99,8 %"),
        ],
        upright: None,
        level: Some(Reference { value: 85.0, label: "Alla tillsammans 85 %".to_owned() }),
        x_title: "Antal svar".to_owned(),
        y_title: "Trygga, procent".to_owned(),
        x_tick: &swedish,
        y_tick: &swedish,
    }
}

/// Every chart in every variant, with a name.
pub(crate) fn all(theme: Theme<'_>) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = Vec::new();
    for (width, name) in [(Width::Wide, "wide"), (Width::Narrow, "narrow")] {
        for (kind, svg) in [
            ("xmr", sick_leave(width).svg(theme)),
            ("xmr eventful", eventful(width).svg(theme)),
            ("xmr few", few_points(width).svg(theme)),
            ("multiples", multiples(width).svg(theme)),
            ("dumbbell", dumbbell(width).svg(theme)),
            ("intervals", intervals(width).svg(theme)),
            ("scatter", funnel(width).svg(theme)),
        ] {
            found.push((format!("{kind} {name}"), svg));
        }
    }
    let numbered = |kind: &str, svgs: Vec<String>| {
        svgs.into_iter().enumerate().map(|(i, s)| (format!("{kind} {i}"), s)).collect::<Vec<_>>()
    };
    found.extend(numbered("sparkline", sparklines().iter().map(|s| s.svg(theme)).collect()));
    found.extend(numbered("bullet", bullets().iter().map(|b| b.svg(theme)).collect()));
    found.extend(numbered("thread", threads().iter().map(|t| t.svg(theme)).collect()));
    let symbols = Symbol::ALL.iter().map(|s| StatusSymbol::new(*s).svg(theme)).collect();
    found.extend(numbered("symbol", symbols));
    found.push(("segment".to_owned(), ThreadSegment.svg(theme)));
    found.push(("wheel".to_owned(), wheel().svg(theme)));
    for season in [Season::Spring, Season::Summer, Season::Autumn, Season::Winter] {
        found.push((format!("horizon {season:?}"), Horizon { season }.svg(theme)));
    }
    found
}
