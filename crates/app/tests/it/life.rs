//! What becomes of what is planned: thrown away and taken back, copied to the next period, split,
//! merged, moved and ended.

use domain::elements::{Element, ElementState};
use domain::ids::ElementId;
use domain::steering::Role;
use jiff::civil::date;

use crate::kit::{Browser, FOUNDER, TestApp, id};

const CONTROLLER: &str = "Kerstin Öberg";
const MANAGER: &str = "Amira Lindqvist";
const READER: &str = "Ingrid Malm";
const NEW: &str = "0198f000000070008000000000000001";
const BELOW: &str = "0198f000000070008000000000000002";

fn key(text: &str) -> ElementId {
    text.parse().expect("an identity")
}

fn of_demo(word: &str) -> ElementId {
    key(&id("element", word))
}

fn element(app: &TestApp, id: ElementId) -> Element {
    Element::clone(app.structure().element(id).expect("there"))
}

fn state(app: &TestApp, id: ElementId) -> ElementState {
    element(app, id).state
}

fn committee() -> String {
    id("org", "utbildningsnamnden")
}

fn write(browser: &mut Browser, id: &str, of: &str, title: &str, under: &str) {
    let owner = committee();
    let fields =
        [("id", id), ("typ", of), ("titel", title), ("agare", owner.as_str()), ("under", under)];
    let reply = browser.post("/mal", &fields);
    assert_eq!(reply.status, 303, "{}", reply.text());
}

/// A draft goal with a requirement under it.
fn draft(browser: &mut Browser) {
    write(browser, NEW, "resultatmal", "Alla barn läser", &id("element", "im-uppvaxt"));
    write(browser, BELOW, "leveranskrav", "Varje skola har ett bibliotek", NEW);
}

fn throw_away(browser: &mut Browser, version: &str) -> u16 {
    browser.post(&format!("/mal/{NEW}/kasta"), &[("version", version)]).status.as_u16()
}

fn take_back(browser: &mut Browser) -> u16 {
    browser.post(&format!("/mal/{NEW}/ta-tillbaka"), &[]).status.as_u16()
}

fn decide(browser: &mut Browser, chosen: &[(ElementId, i64)], step: &str) -> u16 {
    let body = committee();
    let chosen: Vec<String> =
        chosen.iter().map(|(id, version)| format!("{id}/{version}")).collect();
    let mut fields = vec![("organ", body.as_str()), ("dag", "2026-08-20"), ("paragraf", "12")];
    fields.push(("sett", "ja"));
    fields.extend(chosen.iter().map(|one| ("mal", one.as_str())));
    let address = if let [one] = chosen.as_slice() {
        format!("/mal/{}/{step}", one.split('/').next().unwrap())
    } else {
        fields.push(("enhet", body.as_str()));
        "/planera/beslut".to_owned()
    };
    browser.post(&address, &fields).status.as_u16()
}

#[test]
fn a_draft_is_thrown_away_and_comes_back_with_what_hung_under_it() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    draft(&mut browser);
    browser.open(&format!("/mal/{NEW}")).press("Kasta utkastet");
    assert_eq!(browser.page().heading(), "Papperskorg");
    assert!(browser.page().says("Alla barn läser"));
    assert!(browser.page().says("med ett under"));
    assert_eq!(state(&app, key(NEW)), ElementState::Discarded);
    assert_eq!(app.structure().parents(key(BELOW)).count(), 0);
    browser.open(&format!("/planera?enhet={}", committee()));
    assert!(!browser.page().says("Alla barn läser"), "gone from the plan");
    browser.open(&format!("/planera/papperskorg?enhet={}", committee())).press("Ta tillbaka");
    assert_eq!(state(&app, key(NEW)), ElementState::Draft);
    let structure = app.structure();
    assert_eq!(structure.parents(key(BELOW)).next().map(|one| one.id), Some(key(NEW)));
    assert_eq!(structure.parents(key(NEW)).count(), 1);
}

#[test]
fn sent_twice_a_draft_is_thrown_away_once_and_taken_back_once() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    draft(&mut browser);
    assert_eq!((throw_away(&mut browser, "1"), throw_away(&mut browser, "1")), (303, 303));
    assert_eq!(element(&app, key(NEW)).version, 2);
    assert_eq!((take_back(&mut browser), take_back(&mut browser)), (303, 303));
    assert_eq!(element(&app, key(NEW)).version, 3);
    assert_eq!(throw_away(&mut browser, "1"), 409, "somebody has changed it");
}

#[test]
fn after_thirty_days_a_draft_cannot_be_taken_back() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    draft(&mut browser);
    throw_away(&mut browser, "1");
    let day = |days: i64| app.clock().advance_secs(days * 86_400);
    day(30);
    let mut browser = app.signed_in(CONTROLLER);
    let trash = format!("/planera/papperskorg?enhet={}", committee());
    browser.open(&trash);
    assert!(browser.page().says("Alla barn läser"), "the last day");
    day(1);
    let mut browser = app.signed_in(CONTROLLER);
    browser.open(&trash);
    assert!(!browser.page().says("Alla barn läser"));
    assert_eq!(take_back(&mut browser), 409);
}

#[test]
fn only_drafts_are_thrown_away_by_those_who_plan_there() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    let before = app.audit_length();
    let adopted = format!("/mal/{}/kasta", of_demo("rm-trygg-start"));
    assert_eq!(browser.post(&adopted, &[("version", "1")]).status, 409);
    assert_eq!(app.audit_length(), before);
    draft(&mut browser);
    for (who, expected) in [(MANAGER, 404), (READER, 403)] {
        assert_eq!(throw_away(&mut app.signed_in(who), "1"), expected, "{who}");
    }
    throw_away(&mut browser, "1");
    for (who, expected) in [(MANAGER, 404), (READER, 404)] {
        let reply = app.signed_in(who).get(&format!("/mal/{NEW}"));
        assert_eq!(reply.status.as_u16(), expected, "{who} knows nothing of what was thrown away");
    }
}

#[test]
fn what_comes_back_does_not_close_a_circle_made_while_it_was_away() {
    let preset = include_str!("../../../../presets/osteraker-2018.yaml");
    let miljomal = "- {type: miljomal, link: contributes}";
    let own = format!("{miljomal}\n      - {{type: resultatmal, link: decomposes, min: 0}}");
    let app = TestApp::founded("Provköping", &preset.replacen(miljomal, &own, 1));
    let mut browser = app.signed_in(FOUNDER);
    let owner = app.structure().organisation.roots()[0].to_string();
    let goals = [NEW, BELOW, "0198f000000070008000000000000003"];
    for goal in goals {
        let fields =
            [("id", goal), ("typ", "resultatmal"), ("titel", goal), ("agare", owner.as_str())];
        assert_eq!(browser.post("/mal", &fields).status, 303);
    }
    let [one, two, three] = goals;
    let mut hang = |child: &str, parent: &str| {
        let address = format!("/mal/{child}/koppla");
        browser.post(&address, &[("till", parent)]).status.as_u16()
    };
    assert_eq!((hang(one, two), hang(three, one)), (303, 303));
    assert_eq!(hang(two, three), 422, "it would be a circle");
    let mut other = app.signed_in(FOUNDER);
    assert_eq!(throw_away(&mut other, "1"), 303);
    assert_eq!(hang(two, three), 303, "what is away is in nobody's way");
    assert_eq!(take_back(&mut other), 303);
    let structure = app.structure();
    for goal in goals {
        assert!(!structure.above(key(goal)).contains(&key(goal)), "{goal}");
    }
    assert!(structure.links_up(key(one)).is_empty(), "the link that would close it went");
    assert_eq!(structure.links_up(key(three)).len(), 1, "the others stay");
}

#[test]
fn a_goal_is_copied_to_the_next_period_with_grounds_and_measures() {
    let app = TestApp::new();
    let mut browser = app.signed_in(MANAGER);
    let old = of_demo("em-skargardens-forskolor");
    let before = app.structure();
    let measures = before.children_with(old, Role::Measure).len();
    browser.open(&format!("/planera/kopiera?mal={old}")).within_budget(30);
    browser.press("Skapa utkasten");
    let structure = app.structure();
    let copies: Vec<_> = structure
        .owned_by(element(&app, old).owner)
        .filter(|one| one.title == element(&app, old).title && one.id != old)
        .collect();
    let [copy] = copies.as_slice() else { panic!("{} copies", copies.len()) };
    assert_eq!((copy.state, copy.version), (ElementState::Draft, 1));
    assert_eq!(copy.starts_on.zip(copy.ends_on), Some((date(2027, 1, 1), date(2027, 12, 31))));
    assert_eq!(structure.children_with(copy.id, Role::Measure).len(), measures);
    assert_eq!(structure.len(), before.len() + 1, "no measure was copied");
    assert!(structure.parents(copy.id).next().is_some());
    assert_eq!(state(&app, old), ElementState::Adopted, "what is decided does not change");
    browser.open(&format!("/planera/kopiera?mal={old}"));
    assert!(browser.page().says("Det finns inget att kopiera"), "copied once");
}

#[test]
fn a_plan_is_copied_as_a_whole_and_what_is_copied_together_hangs_together() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    let (until, owner) = ("2026-12-31", committee());
    let new = [
        (NEW, "resultatmal", "Alla läser", id("element", "im-uppvaxt")),
        (BELOW, "leveranskrav", "Böcker", NEW.to_owned()),
    ];
    for (id, of, title, under) in &new {
        let fields = [
            ("id", *id),
            ("typ", *of),
            ("titel", *title),
            ("agare", owner.as_str()),
            ("under", under.as_str()),
            ("fran", "2026-01-01"),
            ("till", until),
            ("niva", "Som i fjol"),
        ];
        assert_eq!(browser.post("/mal", &fields).status, 303);
        assert_eq!(decide(&mut browser, &[(key(id), 1)], "beslut"), 303);
    }
    browser.open(&format!("/planera/kopiera?enhet={owner}")).within_budget(30);
    assert!(browser.page().says("Hör till kopian av ”Alla läser” om du väljer den också."));
    assert!(browser.page().says("Hör till ”Varje barn får en trygg start”."), "what still holds");
    let fields = [("enhet", owner.as_str()), ("mal", NEW), ("mal", BELOW)];
    assert_eq!(browser.post("/planera/kopiera", &fields).status, 303);
    let length = app.structure().len();
    assert_eq!(browser.post("/planera/kopiera", &fields).status, 303);
    assert_eq!(app.structure().len(), length, "sent twice copies once");
    let structure = app.structure();
    let copy = |title: &str| {
        let mut all = structure.elements().filter(|one| one.title == title);
        all.find(|one| one.state == ElementState::Draft).expect("a copy").id
    };
    let (goal, child) = (copy("Alla läser"), copy("Böcker"));
    let parents: Vec<ElementId> = structure.parents(child).map(|one| one.id).collect();
    assert_eq!(parents, [goal]);
    let grounds = app.reading(|tx| app::grounds::store::grounds(tx, goal));
    assert!(!grounds.is_empty(), "grounds are copied");
}

#[test]
fn a_goal_split_in_two_holds_until_both_parts_are_decided() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    let old = of_demo("rm-klarar-grundskolan");
    let structure = app.structure();
    let children: Vec<ElementId> =
        structure.links_down(old).iter().map(|link| link.child).collect();
    assert!(children.len() > 1, "there is something to place");
    browser.open(&format!("/mal/{old}/dela")).within_budget(30);
    let second = element(&app, children[0]);
    let second = format!("{} ({})", second.title, structure.organisation.name(second.owner));
    browser.fill("Del 1", "Alla elever klarar matematiken").fill("Del 2", "Alla elever läser");
    browser.pick(&second, "Del 2").press("Skapa delarna");
    let structure = app.structure();
    let part =
        |title: &str| structure.elements().find(|one| one.title == title).expect("a part").id;
    let (one, two) = (part("Alla elever klarar matematiken"), part("Alla elever läser"));
    assert_eq!(structure.links_up(one).len(), structure.links_up(old).len());
    let again = [("del", "Alla elever läser"), ("del", "Alla elever klarar matematiken")];
    assert_eq!(browser.post(&format!("/mal/{old}/dela"), &again).status, 303);
    assert_eq!(app.structure().len(), structure.len(), "sent twice splits once");
    assert_eq!(decide(&mut browser, &[(one, 1)], "beslut"), 303);
    assert_eq!(state(&app, old), ElementState::Adopted, "the other part is not decided");
    assert_eq!(decide(&mut browser, &[(two, 1)], "beslut"), 303);
    assert_eq!(state(&app, old), ElementState::Superseded);
    let structure = app.structure();
    for child in &children {
        let mut places = structure.parents(*child);
        assert!(places.any(|place| [one, two].contains(&place.id)), "nothing is left loose");
    }
    let first_link = structure.links_up(children[0]).iter().filter(|link| link.parent == one);
    assert_eq!(first_link.count(), 0, "what was placed stays where it was placed");
}

#[test]
fn parts_decided_together_take_the_place_at_once() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    let old = of_demo("rm-klarar-grundskolan");
    let fields = [("del", "Alla räknar"), ("del", ""), ("del", "Alla läser")];
    assert_eq!(browser.post(&format!("/mal/{old}/dela"), &fields).status, 303);
    let structure = app.structure();
    let part = |title: &str| structure.elements().find(|one| one.title == title).unwrap().id;
    let parts = [(part("Alla räknar"), 1), (part("Alla läser"), 1)];
    assert_eq!(decide(&mut browser, &parts, "beslut"), 303);
    assert_eq!(state(&app, old), ElementState::Superseded);
}

#[test]
fn two_goals_become_one_when_it_is_decided() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    let (one, other) = (of_demo("rm-trivsel-i-skolan"), of_demo("rm-behoriga"));
    browser.open(&format!("/mal/{one}/sla-ihop")).choose(&element(&app, other).title);
    browser.fill("Vad ska uppnås?", "Skolor där alla trivs och lär sig").press("Skapa utkastet");
    let structure = app.structure();
    let new = structure
        .elements()
        .find(|one| one.title == "Skolor där alla trivs och lär sig")
        .expect("a draft")
        .id;
    browser.open(&format!("/mal/{new}")).within_budget(30);
    for word in [one, other] {
        assert!(browser.page().says(&element(&app, word).title), "what it replaces is named");
    }
    assert_eq!(
        (state(&app, one), state(&app, other)),
        (ElementState::Adopted, ElementState::Adopted)
    );
    assert_eq!(decide(&mut browser, &[(new, 1)], "beslut"), 303);
    let gone = ElementState::Superseded;
    assert_eq!((state(&app, one), state(&app, other)), (gone, gone));
    browser.open(&format!("/mal/{other}"));
    assert!(browser.page().says("Ersatt av"));
    let structure = app.structure();
    for old in [one, other] {
        for link in structure.links_down(old) {
            if structure.element(link.child).is_some_and(|child| child.is_current()) {
                let links = structure.links_up(link.child);
                assert!(links.iter().any(|link| link.parent == new));
            }
        }
    }
}

#[test]
fn a_wording_thrown_away_stays_there_while_another_is_on_its_way() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    let old = of_demo("rm-trygg-start");
    let begin = |browser: &mut Browser, id: &str| {
        let reply = browser.post(&format!("/mal/{old}/ersatt"), &[("id", id)]);
        assert_eq!(reply.status, 303, "{}", reply.text());
    };
    begin(&mut browser, NEW);
    assert_eq!(throw_away(&mut browser, "1"), 303);
    app.clock().set(date(2026, 8, 25).at(13, 0, 0, 0));
    begin(&mut browser, BELOW);
    let audit = app.audit_length();
    browser.post_and_show(&format!("/mal/{NEW}/ta-tillbaka"), &[]);
    assert_eq!(browser.status(), 422);
    assert!(browser.page().says("Något annat är redan på väg i stället"));
    assert_eq!((app.audit_length(), state(&app, key(NEW))), (audit, ElementState::Discarded));
    // Once the other is thrown away it comes back, and the other does not.
    assert_eq!(browser.post(&format!("/mal/{BELOW}/kasta"), &[("version", "1")]).status, 303);
    assert_eq!(take_back(&mut browser), 303);
    browser.post_and_show(&format!("/mal/{BELOW}/ta-tillbaka"), &[]);
    assert_eq!(browser.status(), 422);
    browser.open(&format!("/mal/{old}"));
    assert!(browser.page().says("En ny lydelse är på väg"));
}

#[test]
fn a_part_of_a_split_comes_back_beside_the_others() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    let old = of_demo("rm-trygg-start");
    let reply =
        browser.post(&format!("/mal/{old}/dela"), &[("del", "En del"), ("del", "En annan")]);
    assert_eq!(reply.status, 303, "{}", reply.text());
    app.clock().set(date(2026, 8, 25).at(13, 0, 0, 0));
    let parts = app.reading(|tx| app::goals::store::successors(tx, old));
    let path = format!("/mal/{}", parts[0]);
    assert_eq!(browser.post(&format!("{path}/kasta"), &[("version", "1")]).status, 303);
    assert_eq!(browser.post(&format!("{path}/ta-tillbaka"), &[]).status, 303);
    assert_eq!(state(&app, parts[0]), ElementState::Draft);
}

#[test]
fn what_a_body_has_decided_to_end_ends_and_stays_in_history() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    let goal = of_demo("rm-klarar-grundskolan");
    let version = element(&app, goal).version;
    assert_eq!(decide(&mut browser, &[(goal, version + 5)], "avsluta"), 409);
    assert_eq!(decide(&mut browser, &[(goal, version)], "avsluta"), 303);
    assert_eq!(state(&app, goal), ElementState::Ended);
    let mut reader = app.signed_in(READER);
    reader.open(&format!("/mal/{goal}"));
    assert!(
        reader.page().says("Utbildningsnämnden 20 augusti 2026 § 12"),
        "{}",
        reader.page().text()
    );
    assert_eq!(decide(&mut browser, &[(goal, version + 1)], "avsluta"), 409, "only once");
    assert_eq!(app.signed_in(MANAGER).get(&format!("/mal/{goal}/avsluta")).status, 403);
}

#[test]
fn ending_asks_about_what_hangs_under_and_is_taken_back_as_it_was() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    let goal = of_demo("rm-klarar-grundskolan");
    let before = element(&app, goal);
    browser.open(&format!("/mal/{goal}/avsluta")).fill("Paragraf", "12");
    assert!(browser.page().says("Det här hänger bara här"), "{}", browser.page().text());
    let audit = app.audit_length();
    browser.press("Avsluta enligt beslutet");
    assert_eq!((browser.status(), app.audit_length()), (422, audit));
    assert!(browser.page().says("Läs vad som hänger under och kryssa i rutan"));
    browser.choose("Jag har sett vad som hänger under").press("Avsluta enligt beslutet");
    assert_eq!(browser.status(), 200, "{}", browser.page().text());
    assert_eq!(state(&app, goal), ElementState::Ended);
    browser.press("Ta tillbaka avslutandet");
    assert_eq!(browser.status(), 200, "{}", browser.page().text());
    let after = element(&app, goal);
    assert_eq!(after, Element { version: after.version, ..before }, "as it was before");
    assert!(browser.page().says("Avslutandet togs tillbaka"), "{}", browser.page().text());
    let version = after.version.to_string();
    let again = [("version", version.as_str())];
    let audit = app.audit_length();
    let address = format!("/mal/{goal}/avsluta/ta-tillbaka");
    assert_eq!(browser.post(&address, &again).status, 303);
    assert_eq!(app.audit_length(), audit, "once");
}

#[test]
fn parts_have_different_names_and_a_second_split_says_that_nothing_was_kept() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    let path = format!("/mal/{}/dela", of_demo("rm-klarar-grundskolan"));
    let same = browser.post(&path, &[("del", "En del"), ("del", "en del ")]);
    assert_eq!(same.status, 422);
    assert!(same.text().contains("Två delar heter likadant"), "{}", same.text());
    let parts = [("del", "En del"), ("del", "En annan")];
    assert_eq!(browser.post(&path, &parts).status, 303);
    let length = app.structure().len();
    assert_eq!(browser.post(&path, &parts).status, 303, "the same sent twice");
    let other = browser.post(&path, &[("del", "Något"), ("del", "Något annat")]);
    assert_eq!(other.status, 409);
    assert!(other.text().contains("Inget av det du skrev nu har sparats"), "{}", other.text());
    assert_eq!(app.structure().len(), length);
}

#[test]
fn moving_to_another_parent_is_one_step() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    draft(&mut browser);
    let (old, new) = (of_demo("im-uppvaxt"), of_demo("im-arbetsgivare"));
    let link = app.structure().links_up(key(NEW))[0].id;
    let fields = [("till", new.to_string()), ("istallet", link.to_string())];
    let fields: Vec<(&str, &str)> =
        fields.iter().map(|(name, text)| (*name, text.as_str())).collect();
    assert_eq!(browser.post(&format!("/mal/{NEW}/koppla"), &fields).status, 303);
    let structure = app.structure();
    let parents: Vec<ElementId> = structure.parents(key(NEW)).map(|one| one.id).collect();
    assert_eq!(parents, [new]);
    assert_ne!(parents, [old]);
}
