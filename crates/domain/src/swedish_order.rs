//! The order of the Swedish alphabet, alike on every engine: å, ä and ö come last.

/// A key that sorts as Swedes sort names; letters that only have another accent sort as without it.
pub fn sort_key(text: &str) -> String {
    let mut key = String::with_capacity(text.len() + 2);
    for letter in text.chars().flat_map(char::to_lowercase) {
        match letter {
            'å' => key.push_str("zz1"),
            'ä' | 'æ' => key.push_str("zz2"),
            'ö' | 'ø' => key.push_str("zz3"),
            'é' | 'è' => key.push('e'),
            'ü' => key.push('u'),
            other => key.push(other),
        }
    }
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_swedish_letters_sort_last() {
        let mut names = ["Östra", "Ängen", "Ås", "Zorn", "Viken"];
        names.sort_by_key(|name| sort_key(name));
        assert_eq!(names, ["Viken", "Zorn", "Ås", "Ängen", "Östra"]);
    }
}
