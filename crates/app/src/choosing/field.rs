//! What one field of a form offers, and how it is shown.

use maud::{Markup, html};

use super::{MOST, searched};
use crate::cx::Cx;
use crate::i18n::Texts;
use crate::web::ui::{Choice, Field};

/// What can be chosen in one field.
#[derive(Clone, Debug, Default)]
pub struct Offered {
    field: &'static str,
    choices: Vec<Choice>,
    narrowed: Option<Narrowed>,
    /// That the visitor has just searched here.
    is_searched: bool,
}

/// That not everything is shown, and why this is.
#[derive(Clone, Debug)]
struct Narrowed {
    wanted: String,
    /// How many can be chosen in all.
    total: usize,
    /// How many fit what was searched for.
    fitting: usize,
    /// That the only one that fits has been chosen.
    is_chosen: bool,
    /// What is still chosen though it does not fit what was searched for.
    kept: Option<String>,
}

impl Offered {
    /// All there is, when it is a short list.
    pub(super) fn everything(field: &'static str, choices: Vec<Choice>) -> Self {
        Self { field, choices, ..Self::default() }
    }

    /// Some of `total`: those that fit what was searched for, or the nearest where nothing was or
    /// nothing fits.
    pub(super) fn some(
        cx: &Cx<'_, '_>,
        field: &'static str,
        choices: Vec<Choice>,
        (fitting, total): (usize, usize),
    ) -> Self {
        let wanted = searched::words(cx, field);
        let is_searched = searched::asked(cx).as_deref() == Some(field);
        let mut choices = choices;
        // What was chosen before stands among what fits, also when it does not.
        let is_outside = !wanted.is_empty() && fitting > 0 && choices.len() > fitting.min(MOST);
        // Who searches until one is left means that one.
        let is_found = is_searched && fitting == 1;
        if is_found {
            for choice in &mut choices {
                choice.chosen = !(is_outside && choice.chosen);
            }
        }
        let chosen = choices.iter().find(|one| one.chosen);
        let kept = chosen.filter(|_| is_outside && !is_found).map(|one| one.label.clone());
        let narrowed = Some(Narrowed { wanted, total, fitting, is_chosen: is_found, kept });
        Self { field, choices, narrowed, is_searched }
    }

    /// A list that is known already, the nearest first: shown whole while it is short.
    pub fn of(cx: &Cx<'_, '_>, field: &'static str, all: Vec<Choice>) -> Self {
        if all.len() <= MOST {
            return Self::everything(field, all);
        }
        let words = Wanted::of(cx, field);
        let total = all.len();
        let fits = |choice: &&Choice| !words.is_empty() && words.fit(&choice.label);
        let fitting = all.iter().filter(fits).count();
        let mut left = MOST;
        let shown = all.into_iter().filter(|choice| {
            let fits = fitting == 0 || words.fit(&choice.label);
            let is_shown = choice.chosen || (fits && left > 0);
            left = left.saturating_sub(usize::from(is_shown));
            is_shown
        });
        let shown = shown.collect();
        Self::some(cx, field, shown, (fitting, total))
    }

    /// The same for several fields that share one search: none of them is chosen in by it.
    #[must_use]
    pub fn shared(mut self) -> Self {
        if let Some(narrowed) = self.narrowed.as_mut().filter(|narrowed| narrowed.is_chosen) {
            narrowed.is_chosen = false;
            self.choices = self.choices.into_iter().map(|one| one.chosen(false)).collect();
        }
        self
    }

    /// With a choice before the others, such as nobody.
    #[must_use]
    pub fn after(mut self, first: Choice) -> Self {
        self.choices.insert(0, first);
        self
    }

    /// Whether there is nothing to choose among and nothing to search for.
    pub fn is_empty(&self) -> bool {
        self.choices.is_empty() && self.narrowed.is_none()
    }

    /// What is chosen, also by the search just made.
    pub fn chosen(&self) -> Option<&str> {
        self.choices.iter().find(|one| one.chosen).map(|one| one.value.as_str())
    }

    /// Whether a search is needed to see everything.
    pub fn is_narrowed(&self) -> bool {
        self.narrowed.is_some()
    }

    /// The field, with its search when not everything is shown.
    pub fn field(&self, texts: Texts, label: &str) -> Field {
        let field = Field::select(self.field, label, self.choices.clone());
        let Some(narrowed) = &self.narrowed else { return field };
        let field = field.below(self.search(texts, narrowed, label));
        if self.is_searched {
            field.told_by_and_focused(self.note_id())
        } else {
            field.told_by(self.note_id())
        }
    }

    /// The field when it shares the search of another.
    pub fn field_without_search(&self, name: &str, label: &str, choices: Vec<Choice>) -> Field {
        let field = Field::select(name, label, choices);
        if self.is_narrowed() { field.told_by(self.note_id()) } else { field }
    }

    /// What the search of several fields says and does; nothing when everything is shown.
    pub fn shared_search(&self, texts: Texts, label: &str) -> Markup {
        html! {
            @if let Some(narrowed) = &self.narrowed { div.field { div.below { (self.search(texts, narrowed, label)) } } }
        }
    }

    /// The choices as they are, for fields that share them.
    pub fn choices(&self) -> &[Choice] {
        &self.choices
    }

    fn note_id(&self) -> String {
        format!("{}-urval", self.field)
    }

    fn search(&self, texts: Texts, narrowed: &Narrowed, label: &str) -> Markup {
        let (name, before) = (searched::name(self.field), searched::name_before(self.field));
        html! {
            p #(self.note_id()) { (narrowed.words(texts, self.choices.iter().filter(|one| !one.value.is_empty()).count())) }
            div.search-line {
                label for=(name) { (texts.choosing_label()) span.sr { ": " (label) } }
                input.input #(name) type="search" name=(name) value=(narrowed.wanted) autocomplete="off";
                input type="hidden" name=(before) value=(narrowed.wanted);
                (searched::button(texts, self.field, label))
            }
        }
    }
}

impl Narrowed {
    fn words(&self, texts: Texts, shown: usize) -> String {
        let (fitting, total) = (count(self.fitting), count(self.total));
        let found = if self.wanted.is_empty() {
            texts.choosing_nearest(count(shown), total)
        } else if self.fitting == 0 {
            texts.choosing_none(total, &self.wanted)
        } else if self.fitting > MOST {
            texts.choosing_many(fitting, count(MOST), total, &self.wanted)
        } else if self.is_chosen {
            texts.choosing_one(total, &self.wanted)
        } else {
            texts.choosing_some(fitting, total, &self.wanted)
        };
        match &self.kept {
            Some(kept) => format!("{found} {}", texts.choosing_kept(kept)),
            None => found,
        }
    }
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// The words of a search: what fits holds them all, in any order.
pub(super) struct Wanted(Vec<String>);

impl Wanted {
    /// What was searched for in a field.
    pub(super) fn of(cx: &Cx<'_, '_>, field: &str) -> Self {
        Self::read(&searched::words(cx, field))
    }

    pub(super) fn read(text: &str) -> Self {
        Self(text.to_lowercase().split_whitespace().map(str::to_owned).collect())
    }

    /// Whether nothing was searched for.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether a text holds every word.
    pub(super) fn fit(&self, text: &str) -> bool {
        let lower = text.to_lowercase();
        self.0.iter().all(|word| lower.contains(word.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_fits_holds_every_word_in_any_order_and_case() {
        let wanted = Wanted::read(" Öberg  kerst ");
        assert!(wanted.fit("Kerstin Öberg, Controller"));
        assert!(!wanted.fit("Kerstin Lind"));
        assert!(Wanted::read(" ").is_empty());
    }
}
