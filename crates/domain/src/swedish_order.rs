//! The order of the Swedish alphabet, alike on every engine: å, ä and ö come last, and 2 before 10.

/// Digits in a row beyond which longer numbers are no longer told from each other by their length.
const MOST_DIGITS: usize = 60;

/// A key that sorts as Swedes sort names; letters that only have another accent sort as without it,
/// and numbers sort by how large they are.
pub fn sort_key(text: &str) -> String {
    let mut key = String::with_capacity(text.len() + 4);
    let mut number = String::new();
    for letter in text.chars().flat_map(char::to_lowercase) {
        if letter.is_ascii_digit() {
            number.push(letter);
            continue;
        }
        end_number(&mut number, &mut key);
        match letter {
            'å' => key.push_str("zz1"),
            'ä' | 'æ' => key.push_str("zz2"),
            'ö' | 'ø' => key.push_str("zz3"),
            'é' | 'è' => key.push('e'),
            'ü' => key.push('u'),
            other => key.push(other),
        }
    }
    end_number(&mut number, &mut key);
    key
}

/// Puts the number's length before it, as one letter, so that the shorter number is the smaller.
fn end_number(number: &mut String, key: &mut String) {
    let digits = number.trim_start_matches('0');
    if !number.is_empty() {
        let length = u8::try_from(digits.len().min(MOST_DIGITS)).unwrap_or(0);
        key.push(char::from(b'0' + length));
        key.push_str(digits);
    }
    number.clear();
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn sorted<'n>(names: &[&'n str]) -> Vec<&'n str> {
        let mut names = names.to_vec();
        names.sort_by_key(|name| sort_key(name));
        names
    }

    #[test]
    fn the_swedish_letters_sort_last() {
        let names = ["Östra", "Ängen", "Ås", "Zorn", "Viken"];
        assert_eq!(sorted(&names), ["Viken", "Zorn", "Ås", "Ängen", "Östra"]);
    }

    #[test]
    fn numbers_sort_by_how_large_they_are() {
        let names = ["Avdelning 10", "Avdelning", "Avdelning 9", "Avdelning 9 B", "Avdelning 007"];
        let order = ["Avdelning", "Avdelning 007", "Avdelning 9", "Avdelning 9 B", "Avdelning 10"];
        assert_eq!(sorted(&names), order);
        assert_eq!(sorted(&["3.10", "3.2", "12", "3"]), ["3", "3.2", "3.10", "12"]);
    }

    proptest! {
        #[test]
        fn whole_numbers_sort_as_numbers(a: u64, b: u64) {
            let by_key = sort_key(&a.to_string()).cmp(&sort_key(&b.to_string()));
            prop_assert_eq!(by_key, a.cmp(&b));
        }
    }
}
