//! Whose values make up the value of an org unit above them.

use super::Organisation;
use crate::ids::OrgUnitId;

impl Organisation {
    /// The org units between one and `top` above it, the nearest first; none when it does not lie
    /// under `top`.
    pub fn between(&self, id: OrgUnitId, top: OrgUnitId) -> Option<Vec<OrgUnitId>> {
        let mut between = Vec::new();
        for above in self.upward(id) {
            if above == top {
                return Some(between);
            }
            between.push(above);
        }
        None
    }

    /// Whether an org unit is one of those whose values make up the value of `top`: it is `top` or
    /// lies under it, and no org unit between the two has values, which would tell of it already.
    pub fn makes_up(
        &self,
        id: OrgUnitId,
        top: OrgUnitId,
        has_values: impl Fn(OrgUnitId) -> bool,
    ) -> bool {
        if id == top {
            return true;
        }
        for above in self.upward(id) {
            if above == top {
                return true;
            }
            if has_values(above) {
                return false;
            }
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::small;
    use super::*;

    #[test]
    fn what_the_middle_has_said_is_not_counted_once_more_from_below() {
        let (organisation, [council, committee, school]) = small();
        let all = [council, committee, school];
        let making = |has: &[OrgUnitId]| {
            let has = has.to_vec();
            let makes_up = |unit: &&OrgUnitId| {
                has.contains(*unit)
                    && organisation.makes_up(**unit, council, |one| has.contains(&one))
            };
            all.iter().filter(makes_up).copied().collect::<Vec<_>>()
        };
        assert_eq!(making(&[school]), [school]);
        assert_eq!(making(&[committee, school]), [committee]);
        assert!(!organisation.makes_up(council, school, |_| false));
        assert_eq!(organisation.between(school, council), Some(vec![committee]));
        assert_eq!(organisation.between(council, school), None);
    }
}
