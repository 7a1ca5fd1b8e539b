//! What is high, low and unchanged, and what cannot be said.

use domain::analysis::{MeasureFact, Standing, Way};
use maud::{Markup, PreEscaped, html};

use super::facts_page::FactsPage;
use super::words;
use crate::measures::{finding_words, sparkline, url_for};
use crate::web::ui::{Signal, Symbol, Tone, section, signal_row};

impl FactsPage<'_> {
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

    pub(super) fn standing(&self, standing: Standing) -> Markup {
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
    pub(super) fn row(&self, one: &MeasureFact) -> Markup {
        let texts = self.texts;
        let live = self.structure.measure(one.measure).zip(self.now.shown.get(&one.measure));
        let picture = live.filter(|_| self.kept.is_none()).map(|(measure, shown)| {
            let id = format!("litet-{}", one.measure);
            PreEscaped(sparkline(texts, &id, &one.title, measure, shown))
        });
        let found = live.map(|(measure, shown)| finding_words(texts, &one.title, measure, shown));
        let tone = match (&found, self.kept) {
            (Some(words), None) => words.tone,
            _ => Tone::Neutral,
        };
        let symbol = match one.way {
            Way::Up => Symbol::Rising,
            Way::Down => Symbol::Falling,
            Way::Same => Symbol::Usual,
            Way::Unknown => standing_symbol(one.standing),
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
