//! A year on one sheet: one page of A3, tagged, with everything on it.

mod inspect;

use documents::{
    DocumentError, Figure, Poster, PosterDay, PosterLine, PosterList, PosterMonth, pdf,
};
use inspect::inspect;

const RING: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 300 300\">\
                    <circle cx=\"150\" cy=\"150\" r=\"140\" fill=\"#ECE9E0\"/></svg>";

fn month(number: usize, days: u8) -> PosterMonth {
    let day = |day: u8| PosterDay {
        day,
        title: format!("Månadsuppföljning {number}"),
        note: "rör 2026 · Månadsrapport".into(),
    };
    PosterMonth { title: format!("Månad {number}"), days: (1..=days).map(day).collect() }
}

fn poster(days: u8, others: usize) -> Poster {
    let line = |number: usize| PosterLine {
        day: "15 okt".into(),
        title: format!("Nämnden beslutar {number}"),
        whose: "Utbildningsnämnden".into(),
    };
    Poster {
        title: "Årshjul 2026, Skärgårdens förskolor".into(),
        heading: "Årshjul 2026".into(),
        language: "sv".into(),
        organisation: "Skärgårdens förskolor".into(),
        date: Some("2026-08-25".into()),
        figure: Figure {
            svg: RING.into(),
            alt: "Året som hjul.".into(),
            caption: "Året".into(),
            ..Figure::default()
        },
        key: vec!["Pricken är sista dagen.".into()],
        months: (1..=12).map(|number| month(number, days)).collect(),
        others: PosterList {
            title: "Nivåerna ovanför".into(),
            lines: (0..others).map(line).collect(),
        },
        ..Poster::default()
    }
}

#[test]
fn a_year_is_one_tagged_sheet_with_a_heading_for_each_month_and_a_ring_in_words() {
    let found = inspect(pdf::render_poster(&poster(3, 20)).unwrap());
    assert_eq!(found.pages, 1);
    assert!(found.marked && found.shows_title);
    assert!(found.xmp.contains("pdfuaid:part>1<"), "{}", found.xmp);
    assert_eq!(found.language.as_deref(), Some("sv"));
    assert_eq!([found.count("Title"), found.count("H1")], [1, 13]);
    assert_eq!(found.count("LI"), 12 * 3 + 20);
    let figure = found.tags.iter().find(|tag| tag.role == "Figure").unwrap();
    assert_eq!(figure.alt.as_deref(), Some("Året som hjul."));
    assert!(found.tags.iter().all(|tag| tag.scope.is_none()), "lists, and no table");
    let swedish = |tag: &inspect::Tag| tag.language.as_deref().is_none_or(|of| of == "sv");
    assert!(found.tags.iter().all(swedish));
}

#[test]
fn a_full_year_keeps_to_its_sheet_and_nothing_is_left_out_of_a_fuller_one() {
    assert_eq!(inspect(pdf::render_poster(&poster(4, 40)).unwrap()).pages, 1);
    let fuller = inspect(pdf::render_poster(&poster(8, 60)).unwrap());
    assert_eq!(fuller.count("LI"), 12 * 8 + 60);
}

#[test]
fn months_without_anything_and_hostile_words_are_set_too() {
    let mut empty = poster(0, 0);
    empty.months[0] = month(1, 1);
    empty.months[0].days[0].title = "#eval[x] $a$ *x* \u{202E}👩\u{200D}🚒".into();
    assert_eq!(inspect(pdf::render_poster(&empty).unwrap()).pages, 1);
}

#[test]
fn a_sheet_that_would_be_inaccessible_is_refused() {
    let refused = |change: fn(&mut Poster)| {
        let mut poster = poster(1, 1);
        change(&mut poster);
        pdf::render_poster(&poster).unwrap_err()
    };
    assert_eq!(refused(|one| one.heading.clear()), DocumentError::MissingTitle);
    let no_words = refused(|one| one.figure.alt.clear());
    assert_eq!(no_words, DocumentError::MissingAlt { caption: "Året".into() });
    let headless = refused(|one| one.months[4].title.clear());
    assert!(matches!(headless, DocumentError::MissingSectionTitle { .. }));
    let scripted = refused(|one| one.figure.svg = "<svg onload=\"x()\"/>".into());
    assert!(matches!(scripted, DocumentError::BadFigure { .. }));
}
