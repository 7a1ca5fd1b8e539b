//! The HTML fragment: structure for screen readers, and nothing of a user's text as markup.

mod sample;

use documents::{Block, Figure, Report, html};

#[test]
fn the_tree_becomes_headings_tables_figures_and_quotes() {
    let fragment = html::render(&sample::interim_report());
    let count = |part: &str| fragment.matches(part).count();
    assert_eq!([count("<h1"), count("<h2"), count("<h3"), count("<h4")], [0, 5, 2, 1]);
    assert_eq!([count("<table>"), count("<caption>")], [4, 4]);
    assert_eq!([count("<th scope=\"col\""), count("<th scope=\"row\"")], [16, 30]);
    assert_eq!([count("<blockquote>"), count("<cite>"), count("class=\"automatic\"")], [3, 3, 1]);
    assert_eq!(count("role=\"img\" aria-label=\""), 2);
    assert!(
        fragment.contains(
            "<h3 id=\"s2-1\"><span class=\"number\">2.1</span> Eleverna läser bättre</h3>"
        )
    );
    assert!(fragment.contains("Karin Ek, rektor · Tärnskolan · 2026-08-31"));
    assert!(!fragment.contains("style="));
    assert!(!fragment.contains("<script"));
}

#[test]
fn every_element_is_closed() {
    let fragment = html::render(&sample::interim_report()).replace("<br>", "");
    let wrapped = format!("<div>{fragment}</div>");
    roxmltree::Document::parse(&wrapped).unwrap();
}

#[test]
fn contents_link_to_the_headings() {
    let report = sample::interim_report();
    let (contents, fragment) = (html::contents(&report), html::render(&report));
    for id in ["s1", "s2", "s2-1", "s2-1-1", "s2-2", "s3", "s4"] {
        assert!(contents.contains(&format!("href=\"#{id}\"")), "{id}");
        assert!(fragment.contains(&format!(" id=\"{id}\"")), "{id}");
    }
}

#[test]
fn hostile_text_is_text() {
    let mut report = sample::interim_report();
    let hostile = "</p><script>alert('x')</script>\" onload=\"y\u{0}&";
    report.sections[0].title = hostile.into();
    report.labels.figure = hostile.into();
    report.sections[0].blocks = vec![
        Block::Paragraph { text: hostile.into() },
        Block::Figure(Figure {
            svg: sample::line_chart(&[("<b>", 70.0)], None),
            alt: hostile.into(),
            caption: hostile.into(),
            finding: hostile.into(),
            source: hostile.into(),
        }),
    ];
    let fragment = html::render(&report);
    assert!(!fragment.contains("<script"));
    assert!(!fragment.contains('\u{0}'));
    assert!(!fragment.contains("\" onload"));
    assert!(fragment.contains("&lt;/p&gt;&lt;script&gt;alert(&#39;x&#39;)"));
}

#[test]
fn a_drawing_that_may_not_be_embedded_leaves_its_text_alternative() {
    let mut report = sample::interim_report();
    report.sections[0].blocks = vec![Block::Figure(Figure {
        svg: "<svg onload=\"x()\"/>".into(),
        alt: "Staplar".into(),
        ..Figure::default()
    })];
    let fragment = html::render(&report);
    assert!(fragment.contains("<p>Staplar</p>"));
    assert!(!fragment.contains("onload"));
}

#[test]
fn an_empty_report_is_an_empty_fragment() {
    assert_eq!(html::render(&Report::default()), "");
    assert_eq!(html::contents(&Report::default()), "");
}
