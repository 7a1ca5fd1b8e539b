//! How the places in a list of what was found are shared.

use std::collections::BTreeMap;

/// Things with the same name but for a number that are shown before others.
const MOST_ALIKE: usize = 3;

/// The first of what was found, by how well it fits; where more is found than is shown, things that
/// are called the same but for a number come a few at a time, so that one name does not take all
/// places.
pub(super) fn spread<T>(found: Vec<T>, most: usize, title: impl Fn(&T) -> String) -> Vec<T> {
    if found.len() <= most {
        return found;
    }
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let (mut first, rest): (Vec<T>, Vec<T>) = found.into_iter().partition(|thing| {
        let name = title(thing).chars().filter(|letter| letter.is_alphabetic()).collect();
        let count = counts.entry(name).or_default();
        *count += 1;
        *count <= MOST_ALIKE
    });
    first.extend(rest);
    first.truncate(most);
    first
}

/// Places set aside for the people and the analyses that fit: never more than half, so that a few
/// letters that stand in many names leave room for the things they also stand in.
pub(super) fn set_aside(most: usize, (people, analyses): (usize, usize)) -> usize {
    (people + analyses).min(most / 2)
}

/// How many people and analyses are shown in the places that are left; half each where all do not fit.
pub(super) fn beside(left: usize, (people, analyses): (usize, usize)) -> (usize, usize) {
    let people = people.min(left.saturating_sub(analyses).max(left.div_ceil(2)));
    (people, analyses.min(left - people))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_name_with_many_numbers_leaves_room_for_others() {
        let mut all: Vec<String> = (2..200).map(|number| format!("Museet ({number})")).collect();
        all.extend(["Fyrskolan".to_owned(), "Hamnskolan 2".to_owned()]);
        let shown = spread(all.clone(), 10, String::clone);
        assert_eq!(shown.len(), 10);
        assert_eq!(
            shown[..5],
            ["Museet (2)", "Museet (3)", "Museet (4)", "Fyrskolan", "Hamnskolan 2"]
        );
        assert_eq!(shown[5], "Museet (5)");
        // What has room is shown as it fits best.
        assert_eq!(spread(all.clone(), all.len(), String::clone), all);
    }

    #[test]
    fn things_keep_half_of_the_places_and_what_they_leave_is_shared() {
        assert_eq!(set_aside(12, (5, 5)), 6);
        assert_eq!(set_aside(12, (1, 2)), 3);
        assert_eq!(set_aside(100, (5, 5)), 10);
        assert_eq!(beside(6, (5, 5)), (3, 3));
        assert_eq!(beside(6, (5, 2)), (4, 2));
        assert_eq!(beside(6, (1, 5)), (1, 5));
        assert_eq!(beside(12, (5, 5)), (5, 5), "where no thing fits there is room for all");
        assert_eq!(beside(0, (5, 5)), (0, 0));
    }
}
