//! Which values of groups are not shown, because they are about so few that somebody could be known.

/// What hides the values of the groups of one breakdown, in their order. `counts` is how many people
/// each value is about, where that is known; `least` how many it must be about to be shown.
///
/// The whole is shown beside the groups, so what is hidden can be had by taking the others away from
/// it. Therefore as many more are hidden, the smallest first, as it takes for what is hidden together
/// to be about at least two groups and `least` people.
pub fn hidden(counts: &[Option<u32>], least: u16) -> Vec<bool> {
    let least = u32::from(least);
    let mut hidden: Vec<bool> =
        counts.iter().map(|count| count.is_some_and(|count| count > 0 && count < least)).collect();
    if !hidden.contains(&true) {
        return hidden;
    }
    // The smallest first; nobody knows how small those without a count are.
    let mut order: Vec<usize> = (0..counts.len()).collect();
    order.sort_by_key(|place| counts.get(*place).copied().flatten().unwrap_or(0));
    for place in order {
        let together: u32 = hidden
            .iter()
            .zip(counts)
            .filter_map(|(is_hidden, count)| if *is_hidden { *count } else { None })
            .fold(0, u32::saturating_add);
        let many = hidden.iter().filter(|is_hidden| **is_hidden).count();
        if many >= 2 && together >= least {
            break;
        }
        // A group of nobody hides nothing.
        if counts.get(place).copied().flatten() != Some(0)
            && let Some(one) = hidden.get_mut(place)
        {
            *one = true;
        }
    }
    hidden
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_small_group_takes_the_next_smallest_with_it() {
        let hide = |counts: &[u32]| {
            let counts: Vec<_> = counts.iter().copied().map(Some).collect();
            hidden(&counts, 5)
        };
        assert_eq!(hide(&[40, 30]), [false, false]);
        assert_eq!(hide(&[40, 4]), [true, true], "the other is the whole without this one");
        assert_eq!(hide(&[40, 4, 9]), [false, true, true]);
        assert_eq!(hide(&[40, 1, 2, 30]), [false, true, true, true], "three people are too few");
        assert_eq!(hide(&[40, 3, 3, 30]), [false, true, true, false]);
        assert_eq!(hide(&[5, 0]), [false, false], "nobody is nobody");
        assert_eq!(hidden(&[None, Some(3), Some(50)], 5), [true, true, true]);
        assert_eq!(hidden(&[None, None], 5), [false, false]);
    }

    proptest! {
        #[test]
        fn what_is_hidden_cannot_be_had_from_the_whole(
            counts in proptest::collection::vec(0_u32..40, 1..8), least in 1_u16..12,
        ) {
            let given: Vec<_> = counts.iter().copied().map(Some).collect();
            let hidden = hidden(&given, least);
            let small = |count: u32| count > 0 && count < u32::from(least);
            for (is_hidden, count) in hidden.iter().zip(&counts) {
                prop_assert!(*is_hidden || !small(*count), "{counts:?} {hidden:?}");
            }
            let (some, people): (usize, u32) = hidden.iter().zip(&counts).filter(|(is_hidden, _)| **is_hidden)
                .fold((0, 0), |(some, people), (_, count)| (some + 1, people + count));
            let everyone = counts.iter().filter(|count| **count > 0).count() == some;
            prop_assert!(some == 0 || everyone || (some >= 2 && people >= u32::from(least)), "{counts:?} {hidden:?}");
        }
    }
}
