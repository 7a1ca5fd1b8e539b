//! The page of what moves along with a measure.

use domain::access::Action;
use domain::elements::{Element, Structure};
use domain::ids::OrgUnitId;
use formats::csv_text;
use maud::{Markup, PreEscaped, html};
use rust_decimal::Decimal;

use super::expected::{self, Answered};
use super::look::{Found, Looked, find};
use crate::cx::Cx;
use crate::frame::Nav;
use crate::i18n::{Texts, decimal};
use crate::measures::{Shown, finding_words, sparkline, url, url_for, value_words};
use crate::web::error::Answer;
use crate::web::response::Response;
use crate::web::ui::{
    Button, Column, PageHead, Row, Signal, Stop, Table, breadcrumb_thread, button, details_section,
    empty_state, form_end, page_header, section, signal_row,
};

/// Shows the page.
pub(in crate::measures) fn show(cx: &mut Cx<'_, '_>) -> Answer<Response> {
    let structure = cx.structure.clone();
    let Found { element, org_unit, own, all } = find(cx)?;
    let answers = expected::answers(cx, element.id, org_unit)?;
    let may_answer = element.is_current() && cx.can(Action::RecordOutcome, org_unit);
    let texts = cx.texts();
    let page = Page {
        texts,
        structure: &structure,
        element: &element,
        org_unit,
        own,
        answers,
        may_answer,
    };
    Ok(cx.page(texts.measures_along(), Nav::Measures, &page.body(&all)))
}

/// How a measure goes along, in words.
fn word(texts: Texts, one: &Looked) -> &'static str {
    match (one.is_told, one.association.coefficient) {
        (true, Some(found)) if found > 0.0 => texts.measures_along_same_way(),
        (true, Some(_)) => texts.measures_along_other_way(),
        _ => texts.measures_along_no_clear(),
    }
}

/// The rank correlation with two decimals; none where one of the two does not move.
fn coefficient(one: &Looked) -> Option<Decimal> {
    Decimal::try_from(one.association.coefficient?).ok().map(|found| found.round_dp(2))
}

/// Downloads all that was looked at.
pub(in crate::measures) fn download(cx: &mut Cx<'_, '_>) -> Answer<Response> {
    let Found { element, all, .. } = find(cx)?;
    let texts = cx.texts();
    let rows = all.iter().map(|one| {
        let coefficient = coefficient(one).map(|found| found.normalize().to_string());
        [
            one.element.title.clone(),
            word(texts, one).to_owned(),
            one.association.pairs.to_string(),
            coefficient.unwrap_or_default(),
        ]
    });
    let head = [
        texts.measures_along_measure(),
        texts.measures_along_how(),
        texts.measures_along_pairs(),
        texts.measures_along_coefficient(),
    ];
    let name = format!("{}, {}.csv", element.title, texts.measures_along());
    Ok(Response::file("text/csv; charset=utf-8", &name, csv_text::write(&head, rows)))
}

struct Page<'a> {
    texts: Texts,
    structure: &'a Structure,
    element: &'a Element,
    org_unit: OrgUnitId,
    own: Shown,
    /// What people have said of it, newest last.
    answers: Vec<Answered>,
    /// Whether the visitor may answer.
    may_answer: bool,
}

impl Page<'_> {
    fn body(&self, all: &[Looked]) -> Markup {
        let texts = self.texts;
        let stops = [
            Stop::to(url(self.element.id), &self.element.title),
            Stop::here(texts.measures_along()),
        ];
        let name = self.structure.organisation.name(self.org_unit);
        let head = PageHead {
            eyebrow: format!("{}, {name}", self.element.title),
            title: texts.measures_along().to_owned(),
            lead: texts.measures_along_lead().to_owned(),
            ..PageHead::default()
        };
        let told: Vec<&Looked> = all.iter().filter(|one| one.is_told).collect();
        let count = i64::try_from(all.len()).unwrap_or(0);
        html! {
            div.wrap.page {
                (breadcrumb_thread(texts.web_thread_label(), &stops))
                (page_header(&head))
                @if all.is_empty() {
                    (empty_state(texts.measures_along_too_few(), texts.measures_along_too_few_text(), Some(&html! { a href=(url_for(self.element.id, self.org_unit)) { (self.element.title) } })))
                } @else {
                    (section("samband-matt", &self.element.title, "", &self.row("egen", self.element, &self.own, (String::new(), ""))))
                    (section("samband", texts.measures_along_found(), &texts.measures_along_looked(count), &html! {
                        @if told.is_empty() { p { (texts.measures_along_none()) } }
                        (self.asked(&told))
                        @if !told.is_empty() { p.soft { (texts.measures_along_note()) } }
                    }))
                    (details_section(None, texts.measures_along_all(), "", told.is_empty(), &self.table(all)))
                }
            }
        }
    }

    /// What is told, each with whether it was expected; a form for who may answer.
    fn asked(&self, told: &[&Looked]) -> Markup {
        let texts = self.texts;
        let each = html! {
            @for (nth, one) in told.iter().enumerate() {
                (self.told(nth, one))
                (expected::question(texts, one.element.id, &self.answers, self.may_answer))
            }
            @if !told.is_empty() { p { b { (texts.measures_along_missing()) } } }
        };
        if told.is_empty() || !self.may_answer {
            return each;
        }
        html! {
            form.form method="post" action={(url(self.element.id)) "/samband"} {
                input type="hidden" name="enhet" value=(self.org_unit);
                (each)
                (form_end(&button(Button::Primary, texts.web_save(), None), None))
            }
        }
    }

    fn told(&self, nth: usize, one: &Looked) -> Markup {
        let texts = self.texts;
        let pairs = i64::try_from(one.association.pairs).unwrap_or(0);
        let (own, other) = (&self.element.title, &one.element.title);
        let sentence = if one.association.coefficient.unwrap_or(0.0) > 0.0 {
            texts.measures_along_together(other, own, pairs)
        } else {
            texts.measures_along_opposed(other, own, pairs)
        };
        self.row(&format!("samband-{nth}"), &one.element, &one.shown, (sentence, word(texts, one)))
    }

    /// A measure with its picture; of the subject itself what it says, of others how it goes along.
    fn row(
        &self,
        id: &str,
        element: &Element,
        shown: &Shown,
        (sentence, along): (String, &str),
    ) -> Markup {
        let texts = self.texts;
        let Some(measure) = self.structure.measure(element.id) else { return html! {} };
        let words = finding_words(texts, &element.title, measure, shown);
        let value = shown.series.latest();
        let value = value.map(|(_, value)| value_words(texts.language, measure, value));
        signal_row(&Signal {
            title: element.title.clone(),
            url: url_for(element.id, self.org_unit),
            symbol: words.symbol,
            tone: words.tone,
            word: words.word.clone(),
            sentence: if sentence.is_empty() { words.sentence.clone() } else { sentence },
            sparkline: PreEscaped(sparkline(texts, id, &element.title, measure, shown)),
            value: value.unwrap_or_default(),
            target: along.to_owned(),
        })
    }

    fn table(&self, all: &[Looked]) -> Markup {
        let texts = self.texts;
        let rows = all
            .iter()
            .map(|one| {
                let coefficient = coefficient(one).map(|found| decimal(texts.language, found));
                Row::new(vec![
                    html! { a href=(url_for(one.element.id, self.org_unit)) { (one.element.title) } },
                    html! { (word(texts, one)) },
                    html! { (one.association.pairs) },
                    html! { (coefficient.unwrap_or_else(|| texts.measures_along_still().to_owned())) },
                ])
            })
            .collect();
        let columns = vec![
            Column::text(texts.measures_along_measure()),
            Column::text(texts.measures_along_how()),
            Column::number(texts.measures_along_pairs()),
            Column::number(texts.measures_along_coefficient()),
        ];
        let table = Table::new("alla-samband", texts.measures_along_all(), columns, rows);
        let csv = format!("{}/samband.csv?enhet={}", url(self.element.id), self.org_unit);
        html! {
            (table.hide_caption())
            p.block { a.csv href=(csv) download { (texts.web_csv()) } }
            p.fine { (texts.measures_along_method()) }
        }
    }
}
