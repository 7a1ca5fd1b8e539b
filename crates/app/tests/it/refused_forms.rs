//! A form that is refused shows its page again. What the visitor may not know of is not on it, also
//! where what was written was weighed against everything.

use app::demo::id_of;
use app::elements::store::{insert_element, insert_link};
use domain::elements::{Element, ElementState, Link};
use domain::ids::ElementId;
use domain::steering::{LinkKind, Role};

use crate::kit::{Browser, TestApp, id};

/// Plans for one org unit.
const MANAGER: &str = "Amira Lindqvist";
/// Plans and records decisions for one committee and what lies under it.
const CONTROLLER_OF_PART: &str = "Cecilia Nord";
/// In the titles of the drafts that neither may read.
const CANARY: &str = "Kanariefågelns utkast";
/// A draft of the committee's own.
const OWN: &str = "0198f000000070008000000000000071";

/// Drafts of the executive board: one hangs under decided goals of others, decided goals of others
/// and a draft of theirs hang under the other.
fn write_drafts(app: &TestApp) {
    let structure = app.structure();
    let like = |word: &str| {
        let element = structure.element(id_of("element", word)).expect("there");
        Element { owner: id_of("org", "kommunstyrelsen"), ..Element::clone(element) }
    };
    let draft = |number: u8, of: Element| Element {
        id: ElementId::from([number; 16]),
        title: format!("{CANARY} {number}"),
        state: ElementState::Draft,
        decision: None,
        version: 1,
        ..of
    };
    let (above, below) =
        (draft(1, like("rm-trygg-start")), draft(2, like("em-centrums-forskolor")));
    let work = structure.elements().find(|one| one.role == Role::Activity).expect("some work");
    let board = id_of("org", "kommunstyrelsen");
    let work = draft(3, Element { owner: board, ..Element::clone(work) });
    let unit_goal: ElementId = id_of("element", "em-skargardens-forskolor");
    let goal: ElementId = id_of("element", "rm-klarar-grundskolan");
    let own: ElementId = OWN.parse().expect("an identity");
    let link = |child: ElementId, parent: ElementId, kind: LinkKind| Link {
        id: app.app().new_id(),
        child,
        parent,
        kind,
    };
    let links = [
        link(unit_goal, above.id, LinkKind::Decomposes),
        link(own, above.id, LinkKind::Contributes),
        link(below.id, goal, LinkKind::Decomposes),
        link(below.id, own, LinkKind::Decomposes),
        link(work.id, unit_goal, LinkKind::Contributes),
        link(work.id, own, LinkKind::Contributes),
        link(work.id, goal, LinkKind::Contributes),
    ];
    app.writing(move |tx| {
        for element in [&above, &below, &work] {
            insert_element(tx, element)?;
        }
        links.iter().try_for_each(|link| insert_link(tx, link))
    });
}

fn refused(browser: &mut Browser, who: &str, address: &str, fields: &[(&str, &str)], status: u16) {
    let reply = browser.post(address, fields);
    assert_eq!(reply.status.as_u16(), status, "{who} {address} {fields:?}");
    assert!(!reply.text().contains(CANARY), "{who} sees it on {address} {fields:?}");
}

#[test]
fn what_one_may_not_know_of_is_on_no_form_that_is_refused() {
    let app = TestApp::new();
    let (unit, committee) = (id("org", "skargardens-forskolor"), id("org", "utbildningsnamnden"));
    let own = [
        ("id", OWN),
        ("typ", "resultatmal"),
        ("titel", "Alla barn läser"),
        ("agare", committee.as_str()),
    ];
    let mut controller = app.signed_in(CONTROLLER_OF_PART);
    assert_eq!(controller.post("/mal", &own).status, 303);
    write_drafts(&app);
    let unit_goal = id("element", "em-skargardens-forskolor");
    let goal = id("element", "rm-klarar-grundskolan");
    let to = |goal: &str, step: &str| format!("/mal/{goal}/{step}");
    for (who, goal, org_unit) in
        [(MANAGER, &unit_goal, &unit), (CONTROLLER_OF_PART, &goal, &committee)]
    {
        let mut browser = app.signed_in(who);
        let mut no = |address: &str, fields: &[(&str, &str)]| {
            refused(&mut browser, who, address, fields, 422);
        };
        no(&to(goal, "dela"), &[("del", "Bara en")]);
        no(&to(goal, "sla-ihop"), &[("titel", "")]);
        no(&to(goal, "koppla"), &[("till", "")]);
        no("/planera/kopiera", &[("enhet", org_unit)]);
        for of in ["enhetsmal", "resultatmal", "aktivitet"] {
            no("/mal", &[("typ", of), ("titel", ""), ("agare", org_unit)]);
        }
        for what in ["ansvarig", "agare", "slut", "under", "foresla"] {
            let till = if what == "under" { id("element", "vision-2040") } else { String::new() };
            no("/trad/andra", &[("rad", goal), ("vad", what), ("till", &till)]);
            no("/trad/andra", &[("rad", goal), ("vad", what), ("till", "")]);
        }
    }
    let mut no = |address: &str, fields: &[(&str, &str)], status: u16| {
        refused(&mut controller, CONTROLLER_OF_PART, address, fields, status);
    };
    for goal in [&goal, &unit_goal] {
        no(&to(goal, "avsluta"), &[("dag", "igår")], 422);
    }
    for (title, version, status) in [("", "1", 422), ("Andra ord", "7", 409)] {
        let fields = [("titel", title), ("agare", committee.as_str()), ("version", version)];
        no(&format!("/mal/{OWN}"), &fields, status);
    }
    no(&to(OWN, "beslut"), &[("dag", "igår")], 422);
    no(&to(OWN, "koppla"), &[("till", OWN)], 422);
    no("/planera/beslut", &[("enhet", &committee)], 422);
    let asked = id("element", "im-uppvaxt");
    let answered = [("enhet", committee.as_str()), ("mal", &asked), ("skal", "")];
    no("/planera/avsta", &answered, 422);
    no("/planera/minimikrav", &[("enhet", &committee), ("krav", "?")], 422);
}

#[test]
fn a_split_places_what_the_visitor_may_not_see_too() {
    let app = TestApp::new();
    let mut controller = app.signed_in(CONTROLLER_OF_PART);
    write_drafts(&app);
    let goal = id("element", "rm-klarar-grundskolan");
    let fields = [("del", "Alla räknar"), ("del", "Alla läser")];
    assert_eq!(controller.post(&format!("/mal/{goal}/dela"), &fields).status, 303);
    let structure = app.structure();
    let part = |title: &str| structure.elements().find(|one| one.title == title).unwrap().id;
    for part in [part("Alla läser"), part("Alla räknar")] {
        let chosen = format!("{part}/1");
        let body = id("org", "utbildningsnamnden");
        let fields =
            [("organ", body.as_str()), ("dag", "2026-08-20"), ("paragraf", "1"), ("mal", &chosen)];
        assert_eq!(controller.post(&format!("/mal/{part}/beslut"), &fields).status, 303);
    }
    let hidden = ElementId::from([2; 16]);
    let structure = app.structure();
    assert!(structure.parents(hidden).any(|one| one.id == part("Alla räknar")));
}
