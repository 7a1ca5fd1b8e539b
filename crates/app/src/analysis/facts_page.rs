//! How the computed steps are shown: what is high, low and unchanged, and how far it is to the target levels.

use domain::analysis::{Facts, MeasureFact, Standing};
use domain::elements::Structure;
use domain::periods::Period;
use maud::{Markup, PreEscaped, html};

use super::facts::Looked;
use super::store::{Analysis, Event};
use super::words;
use crate::i18n::Texts;
use crate::measures::{
    FindingWords, Shown, finding_words, period_words, sparkline, url_for, xmr_chart,
};
use crate::web::ui::{
    ChartFigure, Column, Row, Signal, Symbol, Table, Tone, empty_state, notice, section,
    signal_row, signal_status, status,
};

/// Strong and weak areas that are named.
const MOST_NAMED: usize = 3;

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
    fn told(&self) -> &Facts {
        self.kept.unwrap_or(&self.now.facts)
    }

    fn count(number: usize) -> i64 {
        i64::try_from(number).unwrap_or(i64::MAX)
    }

    /// Said when no measure belongs to the subject.
    pub(super) fn none(&self) -> Option<Markup> {
        let texts = self.texts;
        self.told().measures.is_empty().then(|| {
            empty_state(texts.analysis_no_measures(), texts.analysis_no_measures_text(), None)
        })
    }

    /// The chart of a subject that is a single measure.
    pub(super) fn figure(&self, events: &[Event]) -> Markup {
        let [only] = self.now.facts.measures.as_slice() else { return html! {} };
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
            PreEscaped(xmr_chart(self.texts, "analysdiagram", &title, of, beside, how))
        };
        let figure = ChartFigure {
            title: title.clone(),
            status: Some(signal_status(words.symbol, words.tone, &words.word)),
            finding: words.sentence.clone(),
            wide: picture(chart::Width::Wide),
            narrow: Some(picture(chart::Width::Narrow)),
            table: Some((
                self.texts.web_show_table().to_owned(),
                self.values(&title, measure, shown),
            )),
            ..ChartFigure::default()
        };
        html! { (figure) }
    }

    fn values(&self, title: &str, measure: &domain::measures::Measure, shown: &Shown) -> Markup {
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
        html! { (Table::new("analysvarden", title, columns, rows.collect())) }
    }

    /// High, low, unchanged, and what cannot be said.
    pub(super) fn standings(&self) -> Markup {
        let all = [
            Standing::High,
            Standing::Low,
            Standing::Unchanged,
            Standing::Undecided,
            Standing::Missing,
        ];
        html! { @for standing in all { (self.standing(standing)) } (self.more()) }
    }

    fn standing(&self, standing: Standing) -> Markup {
        let texts = self.texts;
        let some: Vec<&MeasureFact> = self.told().that_stand(standing).collect();
        if some.is_empty() {
            return html! {};
        }
        let id = format!("laget-{}", standing as u8);
        let body = html! { @for one in &some { (self.row(one)) } };
        let note = texts.analysis_measures(Self::count(some.len()));
        section(&id, words::standing_word(texts, standing), &note, &body)
    }

    /// A measure with its picture and where it went. Of facts that were kept the picture is left out: it
    /// would show what is known now.
    fn row(&self, one: &MeasureFact) -> Markup {
        let texts = self.texts;
        let live = self.structure.measure(one.measure).zip(self.now.shown.get(&one.measure));
        let picture = live.filter(|_| self.kept.is_none()).map(|(measure, shown)| {
            let id = format!("litet-{}", one.measure);
            PreEscaped(sparkline(texts, &id, &one.title, measure, shown))
        });
        let found = live.map(|(measure, shown)| finding_words(texts, &one.title, measure, shown));
        let (symbol, tone) = match (&found, self.kept) {
            (Some(words), None) => (words.symbol, words.tone),
            _ => (standing_symbol(one.standing), Tone::Neutral),
        };
        let word = match words::way_word(texts, one.way) {
            "" => words::standing_word(texts, one.standing).to_owned(),
            way => way.to_owned(),
        };
        signal_row(&Signal {
            title: one.title.clone(),
            url: url_for(one.measure, self.of.org_unit),
            symbol,
            tone,
            word,
            sentence: one.sentence.clone(),
            sparkline: picture.unwrap_or_else(|| PreEscaped(String::new())),
            value: one.value.clone(),
            target: self.period(&one.period),
        })
    }

    fn period(&self, kept: &str) -> String {
        let period: Option<Period> = kept.parse().ok();
        period.map(|one| period_words(self.texts.language, one)).unwrap_or_default()
    }

    fn more(&self) -> Markup {
        let told = self.told();
        if told.more == 0 {
            return html! {};
        }
        let looked = Self::count(told.measures.len());
        html! { p.soft { (self.texts.analysis_more_measures(looked, Self::count(told.more))) } }
    }

    /// How far it is to the target levels, with what is strong and weak, and groups.
    pub(super) fn levels(&self) -> Markup {
        let texts = self.texts;
        let told = self.told();
        let with_level: Vec<&MeasureFact> =
            told.measures.iter().filter(|one| one.met.is_some()).collect();
        html! {
            (self.strong_and_weak())
            @if with_level.is_empty() {
                p { (texts.analysis_no_levels()) }
            } @else {
                (section("mot-styrtal", texts.analysis_against_levels(), &texts.analysis_measures(Self::count(with_level.len())), &self.level_table()))
            }
            (self.groups())
            (self.more())
        }
    }

    fn level_table(&self) -> Markup {
        let texts = self.texts;
        let told = self.told();
        let short = told.short();
        let rows = short.into_iter().chain(told.met()).map(|one| {
            let met = one.met == Some(true);
            let (shape, word) = if met {
                (Symbol::Met, texts.measures_met())
            } else {
                (Symbol::NotMet, texts.measures_not_met())
            };
            let gap = one.gap.filter(|gap| !gap.is_zero()).map(|gap| {
                let share = (gap * rust_decimal::Decimal::ONE_HUNDRED).round_dp(0).normalize();
                texts.analysis_gap(crate::i18n::decimal(texts.language, share))
            });
            Row::new(vec![
                html! { a href=(url_for(one.measure, self.of.org_unit)) { (one.title) } },
                html! { (one.value) },
                html! { (one.target) },
                html! { (status(shape, word)) @if let Some(gap) = &gap { " " span.fine { (gap) } } },
            ])
        });
        let columns = vec![
            Column::text(texts.analysis_measure()),
            Column::number(texts.analysis_latest()),
            Column::text(texts.analysis_level()),
            Column::text(texts.analysis_reached()),
        ];
        let table = Table::new("styrtal", texts.analysis_against_levels(), columns, rows.collect());
        html! { (table.hide_caption()) }
    }

    /// What is strong and weak beside the others; with few measures there is nothing to be beside.
    fn strong_and_weak(&self) -> Markup {
        let told = self.told();
        let short = told.short();
        let met: Vec<&MeasureFact> = told.met().collect();
        if short.len() + met.len() < 4 {
            return html! {};
        }
        let names = |some: &[&MeasureFact]| {
            let titles: Vec<&str> =
                some.iter().take(MOST_NAMED).map(|one| one.title.as_str()).collect();
            titles.join(", ")
        };
        let texts = self.texts;
        html! {
            @if !short.is_empty() { p { b { (texts.analysis_weak()) } " " (names(&short)) } }
            @if !met.is_empty() { p { b { (texts.analysis_strong()) } " " (names(&met)) } }
        }
    }

    fn groups(&self) -> Markup {
        let texts = self.texts;
        let told = self.told();
        let rows: Vec<Row> = told
            .measures
            .iter()
            .flat_map(|one| one.groups.iter().map(move |group| (one, group)))
            .map(|(one, group)| {
                Row::words(&[
                    one.title.clone(),
                    group.group.clone(),
                    group.value.clone(),
                    group.period.clone(),
                ])
            })
            .collect();
        let body = if rows.is_empty() {
            html! { p { (texts.analysis_no_groups()) } }
        } else {
            let columns = vec![
                Column::text(texts.analysis_measure()),
                Column::text(texts.analysis_group()),
                Column::number(texts.analysis_latest()),
                Column::text(texts.measures_period()),
            ];
            html! { (Table::new("grupper-tabell", texts.measures_groups(), columns, rows).hide_caption()) }
        };
        section("grupper", texts.measures_groups(), "", &body)
    }

    /// That what was concluded from is kept, with what has changed since.
    pub(super) fn kept_notice(&self, when: &str) -> Markup {
        let texts = self.texts;
        let Some(kept) = self.kept else { return html! {} };
        let changed = kept.changed(&self.now.facts);
        let body = html! {
            @if changed.is_empty() { p { (texts.analysis_same_now()) } } @else {
                p { (texts.analysis_now(Self::count(changed.len()))) }
                ul { @for one in changed.iter().take(10) { li { a href=(url_for(one.measure, self.of.org_unit)) { (one.title) } " " (one.value) @if !one.period.is_empty() { " (" (self.period(&one.period)) ")" } ". " (words::standing_word(texts, one.standing)) "." } } }
            }
        };
        let tone = if changed.is_empty() { Tone::Neutral } else { Tone::Event };
        notice(tone, &texts.analysis_kept(when), &body)
    }
}

fn standing_symbol(standing: Standing) -> Symbol {
    match standing {
        Standing::High => Symbol::Rising,
        Standing::Low => Symbol::Falling,
        Standing::Unchanged => Symbol::Usual,
        Standing::Undecided => Symbol::TooFew,
        Standing::Missing => Symbol::NotAssessed,
    }
}
