//! Two groups as paired dots, period by period.

use chart::{Caption, Dumbbell, Pair, Theme, Width};
use domain::measures::Outcome;

use super::{PERIODS, Shown};
use crate::measures::period_words;
use crate::measures::words::tick_words;

impl Shown<'_> {
    pub(super) fn dots(&self, title: &str, (first, second): (&str, &str), width: Width) -> String {
        let texts = self.texts;
        let number = |outcome: Option<&&Outcome>| {
            let shown = outcome.filter(|one| !self.is_hidden(one))?;
            f64::try_from(shown.value.number()?).ok()
        };
        let rows = self
            .periods
            .iter()
            .rev()
            .take(PERIODS)
            .map(|(period, groups)| {
                let (one, other) = (groups.get(first), groups.get(second));
                Pair {
                    label: period_words(texts.language, *period),
                    first: number(one),
                    first_label: self.words(one),
                    second: number(other),
                    second_label: self.words(other),
                }
            })
            .collect();
        let tick = |value: f64| tick_words(texts.language, value);
        Dumbbell {
            caption: Caption {
                id: format!("grupper-bild-{}", self.place),
                title: title.to_owned(),
                desc: texts.measures_groups_text(first, second),
            },
            width,
            groups: (first.to_owned(), second.to_owned()),
            rows,
            tick_label: &tick,
        }
        .svg(Theme::Screen)
    }
}
