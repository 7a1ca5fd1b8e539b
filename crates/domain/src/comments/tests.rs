//! Who reads and asks whom, and what a text may hold.

use proptest::prelude::*;

use super::*;
use crate::access::Grant;
use crate::elements::ElementState;
use crate::ids::{GrantId, OrgUnitId, PersonId};
use crate::organisation::tests::small;
use crate::steering::{Role, TypeId};

fn person(role: AccessRole, org_unit: OrgUnitId) -> Person {
    let grant = Grant { id: GrantId::from([9; 16]), role, org_unit };
    let name = "Amira Lindqvist".to_owned();
    Person { id: PersonId::from([1; 16]), name, title: String::new(), grants: vec![grant] }
}

fn element(owner: OrgUnitId, state: ElementState) -> Element {
    Element {
        id: [5; 16].into(),
        element_type: TypeId::new("mal".to_owned()),
        role: Role::Goal,
        owner,
        number: String::new(),
        title: "Trygg start".to_owned(),
        text: String::new(),
        responsible: None,
        starts_on: None,
        ends_on: None,
        state,
        decision: None,
        version: 1,
    }
}

#[test]
fn comments_are_for_those_who_work_with_the_steering() {
    let (organisation, [council, committee, school]) = small();
    let goal = element(committee, ElementState::Adopted);
    for role in AccessRole::ALL {
        let reads = !matches!(role, AccessRole::Elected | AccessRole::Reader);
        let writes = reads && role != AccessRole::Auditor;
        let one = person(role, council);
        assert_eq!(may_read(&one, &goal, &organisation), reads, "{role:?}");
        assert_eq!(may_write(&one, &goal, &organisation), writes, "{role:?}");
    }
    let elsewhere = person(AccessRole::Provider, school);
    assert!(!may_read(&elsewhere, &goal, &organisation));
    assert!(may_read(&elsewhere, &element(school, ElementState::Adopted), &organisation));
}

#[test]
fn comments_on_a_draft_stay_with_those_who_read_it() {
    let (organisation, [council, committee, school]) = small();
    let draft = element(committee, ElementState::Draft);
    let manager = person(AccessRole::Manager, school);
    assert!(!may_read(&manager, &draft, &organisation));
    assert!(may_read(&manager, &element(committee, ElementState::Adopted), &organisation));
    assert!(may_read(&person(AccessRole::Staff, council), &draft, &organisation));
}

#[test]
fn only_those_who_lead_the_planning_there_take_away_what_others_say() {
    let (organisation, [_, committee, school]) = small();
    let goal = element(committee, ElementState::Adopted);
    let moderates = |role, unit| may_moderate(&person(role, unit), &goal, &organisation);
    assert!(moderates(AccessRole::Controller, committee));
    assert!(moderates(AccessRole::Administrator, committee));
    assert!(!moderates(AccessRole::Controller, school));
    assert!(!moderates(AccessRole::Manager, committee));
}

#[test]
fn a_text_is_kept_without_what_cannot_be_seen() {
    assert_eq!(clean_text("  a\u{202e}b\n\n<b>c</b>\n ", 20), Ok("ab\n\n<b>c</b>".to_owned()));
    assert_eq!(clean_text(" \n\t\u{200b}", 20), Err(TextProblem::Empty));
    assert_eq!(clean_text("ååå", 2), Err(TextProblem::TooLong(3)));
}

fn known(id: u8, name: &str, title: &str) -> Known {
    Known { id: PersonId::from([id; 16]), name: name.to_owned(), title: title.to_owned() }
}

#[test]
fn a_call_is_an_at_sign_before_a_word() {
    assert_eq!(calls("Hej @Amira Lindqvist, och (@Bo)!"), ["Amira Lindqvist, och (@Bo)!", "Bo)!"]);
    assert!(calls("skriv till a@b.se eller @ eller @1").is_empty());
}

#[test]
fn a_call_means_one_person_or_is_told() {
    let people = [
        known(1, "Amira Lindqvist", "rektor"),
        known(2, "Anna Berg", "controller"),
        known(3, "Anna Bergman", ""),
        known(4, "Bo Ek", "rektor"),
        known(5, "Bo Ek", "chef"),
    ];
    let id = |id: u8| Ok(PersonId::from([id; 16]));
    assert_eq!(resolve("amira, hur går det?", &people), id(1));
    assert_eq!(resolve("Anna Bergman.", &people), id(3));
    assert_eq!(resolve("Anna Berg", &people), id(2));
    assert_eq!(resolve("Bo Ek, chef", &people), id(5));
    assert_eq!(resolve("Cia Ström", &people), Err(CallProblem::Unknown("Cia".to_owned())));
    let told = vec!["Bo Ek, rektor".to_owned(), "Bo Ek, chef".to_owned()];
    assert_eq!(resolve("Bo Ek?", &people), Err(CallProblem::Ambiguous("Bo".to_owned(), told)));
    assert!(matches!(resolve("Anna", &people), Err(CallProblem::Ambiguous(..))));
}

#[test]
fn only_addresses_of_the_web_can_be_followed() {
    use Piece::{Address, Words};
    assert_eq!(
        pieces("Se (https://a.se/b?c=1). Klart"),
        [Words("Se ("), Address("https://a.se/b?c=1"), Words("). Klart")]
    );
    for plain in [
        "javascript:alert(1)",
        "[x](javascript:alert(1))",
        "data:text/html,x",
        "https://",
        "xhttps://a.se",
    ] {
        assert_eq!(pieces(plain), [Words(plain)], "{plain}");
    }
    let hostile = pieces("http://a.se/\"onclick=\"x");
    assert_eq!(hostile.first(), Some(&Address("http://a.se/")));
}

proptest! {
    #[test]
    fn the_pieces_of_any_text_are_the_text(text in "(\\PC|https://[a-z.]{0,5}|\n|@){0,60}") {
        let whole: String = pieces(&text)
            .into_iter()
            .map(|piece| match piece { Piece::Words(words) | Piece::Address(words) => words })
            .collect();
        prop_assert_eq!(&whole, &text);
        for call in calls(&text) {
            let _ = resolve(call, &[known(1, "Anna Berg", "chef")]);
        }
    }
}
