use proptest::prelude::*;

use super::*;

fn hidden(counts: &[Option<u32>], sums: &[Sum], least: u16) -> Vec<bool> {
    super::hidden(&Values { counts, sums, least, ..Values::default() })
}

/// The groups of one breakdown, whose whole is shown.
fn of_groups(counts: &[Option<u32>], least: u16) -> Vec<bool> {
    hidden(counts, &[Sum { whole: None, parts: (0..counts.len()).collect() }], least)
}

fn sum(whole: usize, parts: &[usize]) -> Sum {
    Sum { whole: Some(whole), parts: parts.to_vec() }
}

#[test]
fn a_small_group_takes_the_next_smallest_with_it() {
    let hide = |counts: &[u32]| {
        let counts: Vec<_> = counts.iter().copied().map(Some).collect();
        of_groups(&counts, 5)
    };
    assert_eq!(hide(&[40, 30]), [false, false]);
    assert_eq!(hide(&[40, 4]), [true, true], "the other is the whole without this one");
    assert_eq!(hide(&[40, 4, 9]), [false, true, true]);
    assert_eq!(hide(&[40, 1, 2, 30]), [false, true, true, true], "three people are too few");
    assert_eq!(hide(&[40, 3, 3, 30]), [false, true, true, false]);
    assert_eq!(hide(&[5, 0]), [false, false], "nobody is nobody");
    assert_eq!(of_groups(&[None, Some(3), Some(50)], 5), [false, true, true]);
    assert_eq!(of_groups(&[None, Some(3), None], 5), [true, true, false]);
    assert_eq!(of_groups(&[None, None], 5), [false, false]);
}

#[test]
fn a_small_unit_takes_a_sibling_with_it_and_an_only_child_its_parent() {
    // A council over two committees; the second has one school alone.
    let sums = [sum(3, &[4]), sum(0, &[1, 2, 3])];
    let hide =
        |counts: &[u32]| hidden(&counts.iter().copied().map(Some).collect::<Vec<_>>(), &sums, 5);
    assert_eq!(hide(&[93, 50, 40, 3, 3]), [false, false, true, true, true]);
    assert_eq!(hide(&[93, 50, 40, 30, 30]), [false; 5]);
    let only = [sum(0, &[1])];
    assert_eq!(hidden(&[Some(60), Some(4)], &only, 5), [true, true]);
}

#[test]
fn a_sibling_that_is_hidden_cannot_be_had_from_its_own_groups() {
    // 0 is the parent of 1 and 2; 3 and 4 are the groups of 2.
    let sums = [Sum { whole: Some(2), parts: vec![3, 4] }, sum(0, &[1, 2])];
    let counts = [33, 3, 30, 12, 18].map(Some);
    assert_eq!(hidden(&counts, &sums, 5), [false, true, true, true, false]);
}

#[test]
fn two_sums_over_the_same_do_not_give_away_what_differs() {
    // What 0 has more than 4 is 3, although two are hidden in each.
    let sums = [sum(4, &[1, 2]), sum(0, &[1, 2, 3])];
    let counts = [Some(20), Some(9), Some(8), Some(3), Some(17)];
    let found = hidden(&counts, &sums, 5);
    assert!(found[3] && !had(&sums, &found).contains(&3), "{found:?}");
}

/// What can be had, found otherwise than by the code itself: with fractions, row by row.
fn had(sums: &[Sum], hidden: &[bool]) -> Vec<usize> {
    let mut rows: Vec<Vec<f64>> = sums
        .iter()
        .map(|sum| {
            let mut row = vec![0.0; hidden.len()];
            sum.parts.iter().for_each(|part| row[*part] += 1.0);
            sum.whole.iter().for_each(|whole| row[*whole] -= 1.0);
            row.iter()
                .zip(hidden)
                .map(|(one, is_hidden)| if *is_hidden { *one } else { 0.0 })
                .collect()
        })
        .collect();
    let mut done = 0;
    for column in 0..hidden.len() {
        let Some(at) = (done..rows.len()).find(|at| rows[*at][column].abs() > 1e-9) else {
            continue;
        };
        rows.swap(done, at);
        let pivot = rows[done].clone();
        for (at, row) in rows.iter_mut().enumerate() {
            let times = row[column] / pivot[column];
            if at != done && times.abs() > 1e-12 {
                row.iter_mut().zip(&pivot).for_each(|(one, other)| *one -= times * other);
            }
        }
        done += 1;
    }
    let left = |row: &Vec<f64>| {
        let places = row.iter().enumerate().filter(|(_, one)| one.abs() > 1e-9);
        places.map(|(place, _)| place).collect::<Vec<_>>()
    };
    rows.iter().map(left).filter(|places| places.len() == 1).map(|places| places[0]).collect()
}

/// Org units in a tree, each with a value for everybody and one for each of two groups, where the
/// larger are made up of the smaller and every value of its groups.
fn a_table() -> impl Strategy<Value = (Vec<Option<u32>>, Vec<Sum>)> {
    (proptest::collection::vec((any::<u8>(), 0_u32..30, 0_u32..30), 2..9), any::<u8>()).prop_map(
        |(units, with_groups)| {
            let parent = |at: usize| (at > 0).then(|| usize::from(units[at].0) % at);
            let mut groups: Vec<[u32; 2]> = units.iter().map(|one| [one.1, one.2]).collect();
            for at in (1..units.len()).rev() {
                let own = groups[at];
                let above = &mut groups[parent(at).unwrap()];
                *above = [above[0] + own[0], above[1] + own[1]];
            }
            let has_groups = |at: usize| with_groups & (1 << (at % 8)) != 0;
            let mut counts = Vec::new();
            for of in &groups {
                counts.extend([Some(of[0] + of[1]), Some(of[0]), Some(of[1])]);
            }
            let mut sums = Vec::new();
            for at in (0..units.len()).rev() {
                if has_groups(at) {
                    sums.push(sum(at * 3, &[at * 3 + 1, at * 3 + 2]));
                }
            }
            for at in (0..units.len()).rev() {
                let children: Vec<usize> =
                    (1..units.len()).filter(|child| parent(*child) == Some(at)).collect();
                for group in 0..3 {
                    // Its own work is a part beside the children, with a place after all others.
                    let asked = |one: &usize| group == 0 || has_groups(*one);
                    if !children.is_empty() && asked(&at) && children.iter().all(asked) {
                        let mut parts: Vec<usize> =
                            children.iter().map(|child| child * 3 + group).collect();
                        counts.push(Some(if group == 1 {
                            units[at].1
                        } else if group == 2 {
                            units[at].2
                        } else {
                            units[at].1 + units[at].2
                        }));
                        parts.push(counts.len() - 1);
                        sums.push(sum(at * 3 + group, &parts));
                    }
                }
            }
            (counts, sums)
        },
    )
}

proptest! {
    #[test]
    fn what_is_hidden_cannot_be_had_from_the_whole(
        counts in proptest::collection::vec(0_u32..40, 1..8), least in 1_u16..12,
    ) {
        let given: Vec<_> = counts.iter().copied().map(Some).collect();
        let hidden = of_groups(&given, least);
        let small = |count: u32| count > 0 && count < u32::from(least);
        for (is_hidden, count) in hidden.iter().zip(&counts) {
            prop_assert!(*is_hidden || !small(*count), "{counts:?} {hidden:?}");
        }
        let (some, people): (usize, u32) = hidden.iter().zip(&counts).filter(|(is_hidden, _)| **is_hidden)
            .fold((0, 0), |(some, people), (_, count)| (some + 1, people + count));
        let everyone = counts.iter().filter(|count| **count > 0).count() == some;
        prop_assert!(some == 0 || everyone || (some >= 2 && people >= u32::from(least)), "{counts:?} {hidden:?}");
    }

    #[test]
    fn no_hidden_value_is_the_difference_of_shown_ones((counts, sums) in a_table(), least in 2_u16..10) {
        let found = hidden(&counts, &sums, least);
        for (place, count) in counts.iter().enumerate() {
            let is_few = count.is_some_and(|count| count > 0 && count < u32::from(least));
            prop_assert!(found[place] || !is_few, "{place} is about too few");
        }
        for known in had(&sums, &found) {
            // A value of somebody alone among values of nobody has nothing to stand behind.
            let with = sums.iter().filter(|sum| sum.members().any(|it| it == known));
            let left = with.flat_map(Sum::members).any(|it| !found[it] && counts[it] != Some(0));
            prop_assert!(!left, "{known} can be had: {counts:?} {sums:?} {found:?}");
        }
        prop_assert_eq!(&found, &hidden(&counts, &sums, least), "the same is hidden each time");
    }

    #[test]
    fn what_is_hidden_of_a_whole_is_about_enough_together((counts, sums) in a_table(), least in 2_u16..10) {
        let found = hidden(&counts, &sums, least);
        for sum in &sums {
            let hidden = sum.parts.iter().filter(|part| found[**part]);
            let people: u32 = hidden.clone().map(|part| counts[*part].unwrap_or(0)).sum();
            let rest = sum.members().any(|it| !found[it] && counts[it] != Some(0));
            prop_assert!(hidden.count() == 0 || people >= u32::from(least) || !rest, "{sum:?} {counts:?} {found:?}");
        }
    }
}
