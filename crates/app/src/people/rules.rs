//! Rules about people that need no store.

use domain::ids::OrgUnitId;
use domain::organisation::Organisation;

/// Longest name and title.
pub(super) const LONGEST_NAME: usize = 120;
/// Longest address that mail carries.
pub(super) const LONGEST_EMAIL: usize = 254;

/// Whether a text looks like an address that mail can reach.
pub(super) fn is_email(text: &str) -> bool {
    let Some((who, host)) = text.rsplit_once('@') else { return false };
    let plain = |part: &str| {
        !part.is_empty()
            && !part.contains(|letter: char| {
                letter.is_whitespace() || letter.is_control() || "@,;<>\"".contains(letter)
            })
    };
    let dotted = host.contains('.') && host.split('.').all(|part| !part.is_empty());
    plain(who) && plain(host) && dotted
}

/// Whether nobody would be left to give roles at the org unit, when others are administrators there.
pub(super) fn leaves_nobody(
    organisation: &Organisation,
    org_unit: OrgUnitId,
    others: &[OrgUnitId],
) -> bool {
    !others.iter().any(|top| organisation.is_within(org_unit, *top))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use domain::organisation::{OrgLevelKind, OrgUnit};
    use jiff::civil::date;

    use super::*;

    #[test]
    fn addresses_have_a_name_and_a_host() {
        for good in ["anna@skarvik.se", "anna.b+x@post.skarvik.se", "å@räka.se"] {
            assert!(is_email(good), "{good}");
        }
        for bad in [
            "",
            "anna",
            "anna@",
            "@skarvik.se",
            "anna@skarvik",
            "a b@c.se",
            "a@b..se",
            "a@b@c.se",
            "<a@b.se>",
        ] {
            assert!(!is_email(bad), "{bad}");
        }
    }

    #[test]
    fn somebody_must_remain_who_gives_roles() {
        let id = |number: u8| OrgUnitId::from([number; 16]);
        let unit = |number, parent: Option<u8>| {
            Arc::new(OrgUnit {
                id: id(number),
                level: String::new(),
                kind: OrgLevelKind::Unit,
                parent: parent.map(id),
                name: String::new(),
                valid_from: date(2018, 1, 1),
                valid_to: None,
                succeeded_by: None,
                version: 1,
            })
        };
        let organisation = Organisation::new([unit(1, None), unit(2, Some(1))]);
        assert!(leaves_nobody(&organisation, id(1), &[]));
        assert!(leaves_nobody(&organisation, id(1), &[id(2)]));
        assert!(!leaves_nobody(&organisation, id(2), &[id(1)]));
    }
}
