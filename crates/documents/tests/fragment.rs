//! The HTML fragment: structure for screen readers, and nothing of a user's text as markup.

mod sample;

use documents::{Block, Fact, Figure, Origin, Quote, Report, Status, Symbol, html};

#[test]
fn the_tree_becomes_headings_tables_figures_and_quotes() {
    let fragment = html::render(&sample::interim_report());
    let count = |part: &str| fragment.matches(part).count();
    assert_eq!([count("<h1"), count("<h2"), count("<h3"), count("<h4")], [0, 5, 2, 1]);
    assert_eq!([count("<table>"), count("<caption id=")], [4, 4]);
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

#[test]
fn a_quote_says_who_speaks_of_what_and_links_only_within_the_site() {
    let quoted = |address: &str| {
        let mut report = sample::interim_report();
        report.sections[0].blocks = vec![Block::Quote(Quote {
            text: "Två tjänster är vakanta.".into(),
            about: "Sjukfrånvaro".into(),
            status: Some(Status {
                symbol: Symbol::Missed,
                tone: None,
                word: "Räknar inte med att nå målet".into(),
            }),
            facts: vec![Fact { name: "Orsaker".into(), value: "Vakanser".into() }],
            origin: Origin {
                who: "Elif Demir".into(),
                place: "Hamnens förskolor".into(),
                when: "21 augusti 2026".into(),
                address: address.into(),
            },
            automatic: false,
        })];
        report
    };
    let fragment = html::render(&quoted("/folja-upp/1/las#del-2"));
    for part in [
        "<b>Hamnens förskolor</b> <span>Sjukfrånvaro</span>",
        "Räknar inte med att nå målet",
        "<dt>Orsaker</dt><dd>Vakanser</dd>",
        "<cite><a href=\"/folja-upp/1/las#del-2\">Elif Demir · 21 augusti 2026</a></cite>",
    ] {
        assert!(fragment.contains(part), "{part}");
    }
    for elsewhere in ["https://example.org/", "//example.org", "javascript:alert(1)"] {
        assert!(!html::render(&quoted(elsewhere)).contains(elsewhere), "{elsewhere}");
    }
    let unlinked = html::render(&quoted("/folja-upp/1/las").without_addresses());
    assert!(!unlinked.contains("<a ") && unlinked.contains("Elif Demir · 21 augusti 2026"));
}

#[test]
fn a_long_report_in_parts_holds_everything_once_with_the_numbers_of_the_whole() {
    let report = sample::interim_report();
    let whole = html::render(&report);
    assert_eq!(html::parts(&report, usize::MAX).len(), 1);
    let parts = html::parts(&report, 1);
    assert_eq!(parts.len(), 6, "five chapters, one of them with two sections");
    let ids = |html: &str| {
        let all = html.split(" id=\"s").skip(1);
        all.map(|rest| rest.split('"').next().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let mut found: Vec<String> = parts.iter().flat_map(|part| ids(&part.html)).collect();
    found.dedup();
    let again = found.iter().filter(|id| *id == "2").count();
    assert_eq!(again, 2, "the heading of a chapter that is cut stands in both parts");
    found.sort();
    found.dedup();
    let mut expected = ids(&whole);
    expected.sort();
    assert_eq!(found, expected);
    let captions = |html: &str| html.matches("<caption id=").count();
    assert_eq!(parts.iter().map(|part| captions(&part.html)).sum::<usize>(), captions(&whole));
    for part in &parts {
        let wrapped = format!("<div>{}</div>", part.html.replace("<br>", ""));
        roxmltree::Document::parse(&wrapped).unwrap();
        assert!(!part.chapters.is_empty());
    }
}
