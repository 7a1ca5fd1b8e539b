//! Finding things by a few words, right with å, ä and ö and kind to a misspelling.
//!
//! A hit is exact before it is folded (å ä ö left out by who searches), and folded before it is
//! merely alike. Who writes ä means ä, while é is an e with an accent, whoever writes it.
//! Two texts are alike by the share of letter triples they have in common (Dice).

use std::collections::BTreeSet;

/// Words that are searched, and what they lead to.
#[derive(Clone, Debug)]
pub struct Index<K> {
    entries: Vec<Entry<K>>,
}

#[derive(Clone, Debug)]
struct Entry<K> {
    key: K,
    title: Text,
    more: Text,
}

/// A text as it is written and as a foreign keyboard would write it, both in lower case.
#[derive(Clone, Debug)]
struct Text {
    plain: String,
    folded: String,
}

/// How well something fits. Higher is better; zero is not at all.
pub type Fit = u32;

/// Share of common letter triples, in thousandths, from which two words are alike.
const ALIKE: u32 = 450;

impl<K: Clone> Index<K> {
    /// An index of things with a title, and more words that lead to them such as a number.
    pub fn new<'a>(things: impl IntoIterator<Item = (K, &'a str, &'a str)>) -> Self {
        let entry =
            |(key, title, more)| Entry { key, title: Text::of(title), more: Text::of(more) };
        Self { entries: things.into_iter().map(entry).collect() }
    }

    /// What fits the words best, at most `most`; `wanted` says which may be shown at all.
    /// Every word must fit. Only when nothing does is likeness enough.
    pub fn find(&self, words: &str, most: usize, wanted: impl Fn(&K) -> bool) -> Vec<K> {
        self.find_any(&[words.to_owned()], most, wanted)
    }

    /// As [`Index::find`], for several ways to say the same: the first is what was written and counts
    /// twice, and is the only one that likeness is looked for to.
    pub fn find_any(&self, phrases: &[String], most: usize, wanted: impl Fn(&K) -> bool) -> Vec<K> {
        let words = |phrase: &String| phrase.split_whitespace().map(Text::of).collect::<Vec<_>>();
        let all: Vec<Vec<Text>> =
            phrases.iter().map(words).filter(|words| !words.is_empty()).collect();
        let Some((written, others)) = all.split_first() else { return Vec::new() };
        let mut found = self.scored(&wanted, |entry| {
            let other = others.iter().map(|words| fit(entry, words)).max().unwrap_or(0);
            other.max(fit(entry, written).saturating_mul(2))
        });
        if found.is_empty() {
            let triples: Vec<_> = written.iter().map(|word| triples(&word.folded)).collect();
            found = self.scored(&wanted, |entry| likeness(entry, &triples));
        }
        best(found, most)
    }

    /// As [`Index::find`], for names, of which there may be tens of thousands and where one that is
    /// merely alike is somebody else: likeness is never enough.
    pub fn find_spelt(&self, words: &str, most: usize, wanted: impl Fn(&K) -> bool) -> Vec<K> {
        let words: Vec<Text> = words.split_whitespace().map(Text::of).collect();
        best(self.scored(&wanted, |entry| fit(entry, &words)), most)
    }

    /// What fits at all and is wanted, with how well.
    fn scored(
        &self,
        wanted: &impl Fn(&K) -> bool,
        score: impl Fn(&Entry<K>) -> Fit,
    ) -> Vec<(Fit, &Entry<K>)> {
        self.entries
            .iter()
            .filter_map(|entry| Some((score(entry), entry)).filter(|(score, _)| *score > 0))
            .filter(|(_, entry)| wanted(&entry.key))
            .collect()
    }
}

/// Those that fit best, the shorter first of those that fit alike.
fn best<K: Clone>(mut found: Vec<(Fit, &Entry<K>)>, most: usize) -> Vec<K> {
    found.sort_by(|(a, one), (b, other)| {
        let short = |entry: &Entry<K>| entry.title.plain.len();
        b.cmp(a).then_with(|| short(one).cmp(&short(other)))
    });
    found.into_iter().take(most).map(|(_, entry)| entry.key.clone()).collect()
}

impl Text {
    fn of(text: &str) -> Self {
        let plain: String = text.to_lowercase().chars().map(without_accent).collect();
        let folded = plain.chars().map(fold).collect();
        Self { plain, folded }
    }
}

/// Letters that are no letters of their own in Swedish, as those that are.
fn without_accent(letter: char) -> char {
    match letter {
        'æ' => 'ä',
        'ø' => 'ö',
        'à' | 'á' => 'a',
        'ó' => 'o',
        'é' | 'è' | 'ë' => 'e',
        'ü' => 'u',
        other => other,
    }
}

fn fold(letter: char) -> char {
    match letter {
        'å' | 'ä' => 'a',
        'ö' => 'o',
        other => other,
    }
}

/// How well every word fits; zero when one does not.
fn fit<K>(entry: &Entry<K>, words: &[Text]) -> Fit {
    let mut sum = 0;
    for word in words {
        let best = [
            place(&entry.title.plain, &word.plain) * 4,
            place(&entry.title.folded, &word.plain) * 2,
            place(&entry.more.plain, &word.plain) * 2,
            place(&entry.more.folded, &word.plain),
        ];
        match best.into_iter().max() {
            Some(best) if best > 0 => sum += best,
            _ => return 0,
        }
    }
    sum
}

/// Where in a text a word stands: first, at the start of a word, inside one, or nowhere.
fn place(text: &str, word: &str) -> Fit {
    let mut best = 0;
    for (at, _) in text.match_indices(word) {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        best = best.max(match before {
            None => 4,
            Some(letter) if !letter.is_alphanumeric() => 3,
            Some(_) => 1,
        });
    }
    best
}

fn triples(word: &str) -> BTreeSet<[char; 3]> {
    let letters: Vec<char> = [' ', ' '].into_iter().chain(word.chars()).chain([' ']).collect();
    letters.windows(3).filter_map(|three| three.try_into().ok()).collect()
}

/// The mean likeness of the words to the title's words they are most like, in thousandths; zero
/// when one is like none.
fn likeness<K>(entry: &Entry<K>, words: &[BTreeSet<[char; 3]>]) -> Fit {
    let mut sum = 0;
    for word in words {
        let best = entry
            .title
            .folded
            .split(|letter: char| !letter.is_alphanumeric())
            .filter(|part| !part.is_empty())
            .map(|part| dice(word, &triples(part)))
            .max()
            .unwrap_or(0);
        if best < ALIKE {
            return 0;
        }
        sum += best;
    }
    sum / u32::try_from(words.len().max(1)).unwrap_or(1)
}

/// Dice's coefficient in thousandths: twice what is common over all there is
/// (Dice 1945, Ecology 26:297–302).
fn dice(one: &BTreeSet<[char; 3]>, other: &BTreeSet<[char; 3]>) -> u32 {
    let all = one.len() + other.len();
    let common = one.intersection(other).count();
    u32::try_from((2_000 * common).checked_div(all).unwrap_or(0)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn index() -> Index<&'static str> {
        let titles = [
            "Sjukfrånvaro",
            "Trygg lek i mindre grupper",
            "Trygga vårdnadshavare",
            "Otrygghet på väg hem",
            "Ängsbackens förskola",
            "Angelägna ärenden",
        ];
        Index::new(titles.map(|title| (title, title, "")))
    }

    fn find(words: &str) -> Vec<&'static str> {
        index().find(words, 10, |_| true)
    }

    #[test]
    fn the_start_of_a_word_comes_before_its_inside() {
        let found = find("trygg");
        assert_eq!(
            found,
            ["Trygga vårdnadshavare", "Trygg lek i mindre grupper", "Otrygghet på väg hem"]
        );
    }

    #[test]
    fn what_was_written_comes_before_other_ways_to_say_it() {
        let phrases = ["grupper", "trygga"].map(str::to_owned);
        let found = index().find_any(&phrases, 10, |_| true);
        assert_eq!(found, ["Trygg lek i mindre grupper", "Trygga vårdnadshavare"]);
    }

    #[test]
    fn every_word_must_fit_in_any_order() {
        assert_eq!(find("grupper trygg"), ["Trygg lek i mindre grupper"]);
        assert_eq!(find("trygg skola"), [] as [&str; 0]);
    }

    #[test]
    fn swedish_letters_are_letters_of_their_own_and_may_still_be_left_out() {
        assert_eq!(find("äng"), ["Ängsbackens förskola"], "äng is not ang");
        assert_eq!(find("ang"), ["Angelägna ärenden", "Ängsbackens förskola"]);
        assert_eq!(find("sjukfranvaro"), ["Sjukfrånvaro"]);
    }

    #[test]
    fn a_misspelling_finds_what_it_is_like() {
        assert_eq!(find("sjukfrånvarro"), ["Sjukfrånvaro"]);
        assert_eq!(find("förskolla"), ["Ängsbackens förskola"]);
        assert_eq!(find("xyzzy"), [] as [&str; 0]);
    }

    #[test]
    fn a_name_is_found_by_its_letters_and_never_by_likeness() {
        let names = ["Alexander Persson", "Lars Ek", "Karin Larsson", "Örjan Åhs", "Andre Ohs"];
        let index = Index::new(names.map(|name| (name, name, "")));
        let find = |words: &str| index.find_spelt(words, 10, |_| true);
        assert_eq!(find("lars"), ["Lars Ek", "Karin Larsson"]);
        assert_eq!(find("ahs orjan"), ["Örjan Åhs"]);
        assert_eq!(find("andré"), ["Andre Ohs"], "an accent is no letter of its own");
        assert_eq!(find("öhs"), [] as [&str; 0], "who writes ö means ö");
        assert_eq!(find("larz"), [] as [&str; 0]);
        assert_eq!(find(" "), [] as [&str; 0]);
        assert_eq!(index.find_spelt("lars", 10, |name| *name != "Lars Ek"), ["Karin Larsson"]);
    }

    #[test]
    fn what_may_not_be_shown_is_not_found() {
        let found = index().find("trygg", 10, |title| !title.starts_with("Trygga"));
        assert_eq!(found, ["Trygg lek i mindre grupper", "Otrygghet på väg hem"]);
        assert_eq!(index().find("trygg", 1, |_| true).len(), 1);
    }

    proptest! {
        #[test]
        fn any_text_is_found_by_itself(title in "\\PC{1,40}", words in "\\PC{0,40}") {
            let index = Index::new([(1, title.as_str(), "")]);
            if title.split_whitespace().next().is_some() {
                prop_assert_eq!(index.find(&title, 5, |_| true), vec![1]);
            }
            index.find(&words, 5, |_| true);
        }
    }
}
