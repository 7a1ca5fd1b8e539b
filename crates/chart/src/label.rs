//! Text in pictures: how wide it is about, how it is cut, and how labels are kept from covering each other.

/// About how wide a text is, in the unit of `size`. There are no font files here; the classes of
/// letters are set slightly wide, so that a text that should fit does fit.
pub fn text_width(text: &str, size: f64) -> f64 {
    text.chars().map(letter_width).sum::<f64>() * size
}

fn letter_width(c: char) -> f64 {
    match c {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' => 0.27,
        ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' => 0.22,
        'f' | 't' | 'r' | '(' | ')' | '[' | ']' | '/' | '-' => 0.36,
        'm' | 'w' | 'M' | 'W' | '%' | '@' | '…' | '—' => 0.86,
        c if c.is_uppercase() => 0.64,
        c if c.is_ascii() => 0.53,
        c if c.is_alphabetic() && u32::from(c) < 0x250 => 0.55,
        _ => 1.0,
    }
}

/// The text, cut with an ellipsis if it is wider than `room`.
pub(crate) fn fitted(text: &str, size: f64, room: f64) -> String {
    if text_width(text, size) <= room {
        return text.to_owned();
    }
    let mut kept = String::new();
    let mut used = letter_width('…') * size;
    for c in text.chars() {
        used += letter_width(c) * size;
        if used > room {
            break;
        }
        kept.push(c);
    }
    let end = kept.trim_end().len();
    kept.truncate(end);
    kept.push('…');
    kept
}

/// Where a label wants to be on a line of labels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Slot {
    /// Wanted centre.
    pub centre: f64,
    /// Room the label takes along the line.
    pub height: f64,
    /// How strongly it holds its place against its neighbours; above zero.
    pub weight: f64,
}

/// A run of labels that touch each other.
struct Block {
    start: f64,
    height: f64,
    weight: f64,
    members: usize,
}

impl Block {
    fn overlaps(&self, next: &Self) -> bool {
        self.start + self.height > next.start
    }

    /// Joins two runs at the place where both together are moved the least.
    fn joined(&self, next: &Self) -> Self {
        let weight = self.weight + next.weight;
        let start = (self.start * self.weight + (next.start - self.height) * next.weight) / weight;
        Self {
            start,
            height: self.height + next.height,
            weight,
            members: self.members + next.members,
        }
    }
}

/// Moves labels as little as possible so that none covers another and all stay between `low` and
/// `high`. Returns the new centres in the order of `slots`. If they cannot all fit they are
/// stacked from `low` without covering each other.
pub fn spread(slots: &[Slot], low: f64, high: f64) -> Vec<f64> {
    let mut order: Vec<usize> = (0..slots.len()).collect();
    order.sort_by(|a, b| slots[*a].centre.total_cmp(&slots[*b].centre));
    let mut blocks: Vec<Block> = Vec::new();
    for &i in &order {
        let slot = slots[i];
        let start = bounded(slot.centre - slot.height / 2.0, slot.height, low, high);
        let mut block =
            Block { start, height: slot.height, weight: slot.weight.max(1e-6), members: 1 };
        while let Some(last) = blocks.pop() {
            if !last.overlaps(&block) {
                blocks.push(last);
                break;
            }
            block = last.joined(&block);
            block.start = bounded(block.start, block.height, low, high);
        }
        blocks.push(block);
    }
    let mut centres = vec![0.0; slots.len()];
    let mut members = order.into_iter();
    for block in &blocks {
        let mut edge = block.start;
        for i in members.by_ref().take(block.members) {
            centres[i] = edge + slots[i].height / 2.0;
            edge += slots[i].height;
        }
    }
    centres
}

fn bounded(start: f64, height: f64, low: f64, high: f64) -> f64 {
    start.min(high - height).max(low)
}

/// A box that text or a mark takes up.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Area {
    pub(crate) left: f64,
    pub(crate) top: f64,
    pub(crate) right: f64,
    pub(crate) bottom: f64,
}

impl Area {
    pub(crate) fn overlaps(&self, other: &Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    pub(crate) fn contains(&self, x: f64, y: f64) -> bool {
        (self.left..=self.right).contains(&x) && (self.top..=self.bottom).contains(&y)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slots(centres: &[f64]) -> Vec<Slot> {
        centres.iter().map(|c| Slot { centre: *c, height: 16.0, weight: 1.0 }).collect()
    }

    fn gaps_hold(centres: &[f64], height: f64) -> bool {
        let mut sorted = centres.to_vec();
        sorted.sort_by(f64::total_cmp);
        sorted.windows(2).all(|w| w[1] - w[0] >= height - 1e-6)
    }

    #[test]
    fn labels_with_room_stay_where_they_are() {
        assert_eq!(spread(&slots(&[100.0, 40.0]), 0.0, 200.0), [100.0, 40.0]);
    }

    #[test]
    fn labels_that_would_cover_each_other_share_the_move() {
        let placed = spread(&slots(&[50.0, 52.0]), 0.0, 200.0);
        assert!((placed[0] - 43.0).abs() < 1e-6, "{placed:?}");
        assert!((placed[1] - 59.0).abs() < 1e-6, "{placed:?}");
    }

    #[test]
    fn a_heavy_label_holds_its_place() {
        let mut wanted = slots(&[50.0, 52.0]);
        wanted[0].weight = 1000.0;
        assert!((spread(&wanted, 0.0, 200.0)[0] - 50.0).abs() < 0.1);
    }

    #[test]
    fn no_labels_cover_each_other_or_leave_the_room_wherever_they_want_to_be() {
        // A small generator of numbers, so that the many cases are the same every time.
        let mut state = 7_u32;
        for _ in 0..500 {
            let centres: Vec<f64> = (0..6)
                .map(|_| {
                    state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                    f64::from(state >> 16) / 65_536.0 * 260.0 - 30.0
                })
                .collect();
            let placed = spread(&slots(&centres), 0.0, 200.0);
            assert!(gaps_hold(&placed, 16.0), "{centres:?} -> {placed:?}");
            assert!(placed.iter().all(|p| (7.99..=192.01).contains(p)), "{placed:?}");
        }
    }

    #[test]
    fn labels_without_enough_room_still_do_not_cover_each_other() {
        assert!(gaps_hold(&spread(&slots(&[5.0, 5.0, 5.0]), 0.0, 20.0), 16.0));
    }

    #[test]
    fn a_text_that_is_too_wide_is_cut_with_an_ellipsis() {
        assert_eq!(fitted("Medel", 13.0, 100.0), "Medel");
        let cut = fitted("Personal med förskollärarexamen", 13.0, 80.0);
        assert!(cut.ends_with('…') && text_width(&cut, 13.0) <= 80.0, "{cut}");
    }
}
