//! How the computed steps are shown: what is high, low and unchanged, and how far it is to the target levels.

use domain::analysis::{Facts, MeasureFact};
use domain::elements::Structure;
use domain::periods::Period;
use maud::{Markup, PreEscaped, html};

use super::facts::Looked;
use super::store::{Analysis, Event};
use super::words;
use crate::i18n::Texts;
use crate::measures::{FindingWords, Shown, finding_words, period_words, url, url_for, xmr_chart};
use crate::web::ui::{
    ChartFigure, Column, Link, Row, Table, Tone, empty_state, notice, section, signal_status,
};

/// Charts above what happened.
const MOST_FIGURES: usize = 4;

/// What a page of facts is made of.
pub(super) struct FactsPage<'a> {
    pub(super) texts: Texts,
    pub(super) structure: &'a Structure,
    pub(super) of: &'a Analysis,
    /// What the figures say now.
    pub(super) now: &'a Looked,
    /// What they said when the step was called done.
    pub(super) kept: Option<&'a Facts>,
}

impl FactsPage<'_> {
    /// What the conclusion rests on: what was kept, else what the figures say now.
    pub(super) fn told(&self) -> &Facts {
        self.kept.unwrap_or(&self.now.facts)
    }

    pub(super) fn count(number: usize) -> i64 {
        i64::try_from(number).unwrap_or(i64::MAX)
    }

    /// Said when no measure belongs to the subject.
    pub(super) fn none(&self) -> Option<Markup> {
        let texts = self.texts;
        let told = self.told();
        (told.measures.is_empty() && told.counts.is_empty()).then(|| {
            empty_state(texts.analysis_no_measures(), texts.analysis_no_measures_text(), None)
        })
    }

    /// The chart of a subject that is a single measure, while the figures are those of today.
    pub(super) fn figure_first(&self, events: &[Event]) -> Markup {
        if self.kept.is_some() {
            html! {}
        } else {
            self.figure(events)
        }
    }

    /// The chart after figures that were kept: it is drawn from the figures of today, and says so.
    pub(super) fn figure_after(&self, events: &[Event]) -> Markup {
        let texts = self.texts;
        if self.kept.is_none() || self.now.facts.measures.len() != 1 {
            return html! {};
        }
        section(
            "diagram-nu",
            texts.analysis_chart_now(),
            texts.analysis_chart_now_note(),
            &self.figure(events),
        )
    }

    fn figure(&self, events: &[Event]) -> Markup {
        let [only] = self.now.facts.measures.as_slice() else { return html! {} };
        self.figure_of(only, events, "")
    }

    /// The charts of a subject: of its measures those that stand out first, so many that they can be read
    /// beside what happened.
    pub(super) fn figures(&self, events: &[Event]) -> Markup {
        let mut all: Vec<&MeasureFact> = self.now.facts.measures.iter().collect();
        all.sort_by_key(|one| one.standing);
        html! {
            @for (nth, one) in all.iter().take(MOST_FIGURES).enumerate() {
                (self.figure_of(one, events, &if nth == 0 { String::new() } else { format!("-{nth}") }))
            }
        }
    }

    fn figure_of(&self, only: &MeasureFact, events: &[Event], nth: &str) -> Markup {
        let found = self.structure.measure(only.measure).zip(self.now.shown.get(&only.measure));
        let Some((measure, shown)) = found.filter(|(_, shown)| !shown.series.points.is_empty())
        else {
            return html! {};
        };
        let words = finding_words(self.texts, &only.title, measure, shown);
        let events: Vec<_> = events
            .iter()
            .map(|one| crate::measures::store::Annotation { day: one.day, text: one.text.clone() })
            .collect();
        let title = if measure.measure_unit.is_empty() {
            only.title.clone()
        } else {
            format!("{}, {}", only.title, measure.measure_unit)
        };
        let picture = |width| {
            let of = (&**measure, shown);
            let beside: (&FindingWords, &[_]) = (&words, &events);
            let how = (width, chart::Theme::Screen);
            let id = format!("analysdiagram{nth}");
            PreEscaped(xmr_chart(self.texts, &id, &title, of, beside, how))
        };
        let figure = ChartFigure {
            title: title.clone(),
            status: Some(signal_status(words.symbol, words.tone, &words.word)),
            finding: words.sentence.clone(),
            wide: picture(chart::Width::Wide),
            narrow: Some(picture(chart::Width::Narrow)),
            table: Some((
                self.texts.web_show_table().to_owned(),
                self.values((&title, nth), measure, shown),
            )),
            csv: Some(Link::new(
                format!("{}/varden.csv?enhet={}", url(only.measure), self.of.org_unit),
                self.texts.web_csv(),
            )),
            ..ChartFigure::default()
        };
        html! { (figure) }
    }

    fn values(
        &self,
        (title, nth): (&str, &str),
        measure: &domain::measures::Measure,
        shown: &Shown,
    ) -> Markup {
        let texts = self.texts;
        let rows = shown.series.points.iter().rev().map(|place| {
            let value = match &place.outcome {
                _ if shown.withheld.contains(&place.period) => texts.measures_hidden().to_owned(),
                None => texts.measures_unreported().to_owned(),
                Some(one) => crate::measures::outcome_words(texts, measure, one.value),
            };
            Row::words(&[period_words(texts.language, place.period), value])
        });
        let columns =
            vec![Column::text(texts.measures_period()), Column::number(texts.measures_value())];
        html! { (Table::new(format!("analysvarden{nth}"), title, columns, rows.collect())) }
    }

    pub(super) fn period(&self, kept: &str) -> String {
        let period: Option<Period> = kept.parse().ok();
        period.map(|one| period_words(self.texts.language, one)).unwrap_or_default()
    }

    pub(super) fn more(&self) -> Markup {
        let told = self.told();
        if told.more == 0 {
            return html! {};
        }
        let looked = Self::count(told.measures.len());
        html! { p.soft { (self.texts.analysis_more_measures(looked, Self::count(told.more))) } }
    }

    /// That what was concluded from is kept, with what has changed since.
    pub(super) fn kept_notice(&self, when: &str) -> Markup {
        let texts = self.texts;
        let Some(kept) = self.kept else { return html! {} };
        let changed = kept.changed(&self.now.facts);
        let counted = kept.counts != self.now.facts.counts;
        let is_same = changed.is_empty() && !counted;
        let body = html! {
            @if is_same { p { (texts.analysis_same_now()) } }
            @if counted { p { (texts.analysis_model_now()) } (self.counted_now()) }
            @if !changed.is_empty() {
                p { (texts.analysis_now(Self::count(changed.len()))) }
                ul { @for one in changed.iter().take(10) { li { a href=(url_for(one.measure, self.of.org_unit)) { (one.title) } " " (one.value) @if !one.period.is_empty() { " (" (self.period(&one.period)) ")" } ". " (words::standing_word(texts, one.standing)) "." } } }
            }
        };
        let tone = if is_same { Tone::Neutral } else { Tone::Event };
        notice(tone, &texts.analysis_kept(when), &body)
    }
}
