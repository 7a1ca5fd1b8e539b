//! Every kind of element that a steering model has: written, changed, linked, proposed, decided and
//! ended on screen, with every model there is.

use domain::elements::ElementState;
use domain::ids::ElementId;
use domain::organisation::OrgUnit;
use domain::steering::{ElementType, Role, SteeringModel};

use crate::kit::{Browser, FOUNDER, TestApp};
use crate::models::shared_models;

fn identity(number: usize) -> String {
    format!("0198f0000000700080000000{number:08x}")
}

/// An org unit on the level that owns a type, made when there is none.
fn owner(app: &TestApp, model: &SteeringModel, of: &ElementType) -> String {
    let structure = app.structure();
    let organisation = &structure.organisation;
    let top = organisation.roots()[0];
    let on_level =
        |id: &_| organisation.get(*id).is_some_and(|unit| unit.level == of.owner.as_str());
    if let Some(found) = organisation.subtree(top).iter().find(|id| on_level(id)) {
        return found.to_string();
    }
    let level = model.org_level(&of.owner).expect("the model's own level");
    let place = model.org_levels.iter().position(|one| one.id == level.id).unwrap_or(0);
    let unit = OrgUnit {
        id: [u8::try_from(place + 100).unwrap(); 16].into(),
        level: level.id.as_str().to_owned(),
        kind: level.kind,
        parent: Some(top),
        name: format!("Prov {place}"),
        valid_from: jiff::civil::date(2020, 1, 1),
        valid_to: None,
        succeeded_by: None,
        version: 1,
    };
    let id = unit.id.to_string();
    app.writing(move |tx| {
        tx.leave_unaudited("a test's preparation");
        app::organisation::store::insert_org_unit(tx, &unit).map(|_| ())
    });
    id
}

/// Types so that parents come before what hangs under them.
fn parents_first(model: &SteeringModel) -> Vec<&ElementType> {
    let mut left: Vec<&ElementType> = model.element_types.iter().collect();
    let mut sorted: Vec<&ElementType> = Vec::new();
    while !left.is_empty() {
        let known = |id: &_, of: &ElementType| {
            *id == of.id || sorted.iter().any(|one: &&ElementType| one.id == *id)
        };
        let ready = |of: &&ElementType| of.parents.iter().all(|link| known(&link.parent, of));
        let at = left.iter().position(ready).unwrap_or(0);
        sorted.push(left.remove(at));
    }
    sorted
}

/// Records a decision of the top body about one element and its version.
fn decide(app: &TestApp, browser: &mut Browser, (id, version): (&str, i64), step: &str) -> u16 {
    let chosen = format!("{id}/{version}");
    let body = app.structure().organisation.roots()[0].to_string();
    let fields = [
        ("organ", body.as_str()),
        ("dag", "2026-08-20"),
        ("paragraf", "12"),
        ("sett", "ja"),
        ("mal", chosen.as_str()),
    ];
    browser.post(&format!("/mal/{id}/{step}"), &fields).status.as_u16()
}

/// What went wrong with one type, from writing to ending.
fn lived(app: &TestApp, browser: &mut Browser, of: &ElementType, number: usize) -> Vec<String> {
    let model = app.structure().model.clone();
    let (owner, id) = (owner(app, &model, of), identity(number));
    let mut wrong = Vec::new();
    let mut check = |what: &str, status: u16, expected: u16| {
        if status != expected {
            wrong.push(format!("{} ({}): {what} {status}, not {expected}", of.id, of.role));
        }
    };
    let structure = app.structure();
    let under = of.parents.iter().find_map(|link| structure.of_type(&link.parent).next());
    let under = under.map(|one| one.id.to_string()).unwrap_or_default();
    let person = app.reading(app::choosing::store::everybody);
    let person = person.first().map(|one| one.person.to_string()).unwrap_or_default();
    check("the form", browser.open(&format!("/mal/nytt?typ={}", of.id)).status(), 200);
    let mut fields = vec![
        ("id", id.as_str()),
        ("typ", of.id.as_str()),
        ("titel", "Prov av allt"),
        ("agare", owner.as_str()),
        ("ansvarig", person.as_str()),
        ("under", under.as_str()),
        ("till", "2026-12-31"),
    ];
    check("writing", browser.post("/mal", &fields).status.as_u16(), 303);
    let key: ElementId = id.parse().expect("an identity");
    if app.structure().element(key).is_none() {
        return wrong;
    }
    let page = format!("/{}/{id}", if of.role == Role::Activity { "aktivitet" } else { "mal" });
    check("its page", browser.open(&page).status(), 200);
    let said = browser.page().text().to_lowercase();
    if !said.contains(&of.term.singular.to_lowercase()) {
        check("its term on its page", 0, 1);
    }
    check("its form", browser.open(&format!("/mal/{id}/andra")).status(), 200);
    fields.push(("version", "1"));
    fields.push(("text", "Ändrat"));
    check("changing", browser.post(&format!("/mal/{id}"), &fields).status.as_u16(), 303);
    check("links", browser.open(&format!("/mal/{id}/koppla")).status(), 200);
    let propose = browser.post(&format!("/mal/{id}/foresla"), &[("version", "2")]);
    check("proposing", propose.status.as_u16(), 303);
    check("what is decided", browser.open(&format!("/mal/{id}/beslut")).status(), 200);
    check("deciding", decide(app, browser, (&id, 3), "beslut"), 303);
    let state = |app: &TestApp| app.structure().element(key).map(|one| one.state);
    if state(app) != Some(ElementState::Adopted) {
        check("adopted", 0, 1);
    }
    check("the form to end it", browser.open(&format!("/mal/{id}/avsluta")).status(), 200);
    let again = browser.post(&format!("/mal/{id}/ersatt"), &[("id", &identity(number + 500))]);
    check("a new wording", again.status.as_u16(), 303);
    wrong
}

/// Ends everything written, what hangs lowest first.
fn ended(app: &TestApp, browser: &mut Browser, of: &ElementType, number: usize) -> Vec<String> {
    let id = identity(number);
    let status = decide(app, browser, (&id, 4), "avsluta");
    let key: ElementId = id.parse().expect("an identity");
    let state = app.structure().element(key).map(|one| one.state);
    if (status, state) == (303, Some(ElementState::Ended)) {
        return Vec::new();
    }
    vec![format!("{} ({}): ending {status}, then {state:?}", of.id, of.role)]
}

fn tried(name: &str, yaml: &str) -> Vec<String> {
    let app = TestApp::founded("Provköping", yaml);
    let mut browser = app.signed_in(FOUNDER);
    let model = app.structure().model.clone();
    let types: Vec<&ElementType> =
        parents_first(&model).into_iter().filter(|of| of.role != Role::Measure).collect();
    let mut wrong = Vec::new();
    for (number, of) in types.iter().enumerate() {
        wrong.extend(lived(&app, &mut browser, of, number));
    }
    for (number, of) in types.iter().enumerate().rev() {
        wrong.extend(ended(&app, &mut browser, of, number));
    }
    wrong.into_iter().map(|one| format!("{name}: {one}")).collect()
}

#[test]
fn something_of_every_type_lives_from_writing_to_ending_on_screen() {
    let mut models: Vec<(String, String)> = shared_models()
        .into_iter()
        .map(|path| {
            let name = path.file_stem().unwrap().to_string_lossy().into_owned();
            (name, std::fs::read_to_string(&path).unwrap())
        })
        .collect();
    if models.is_empty() {
        println!("only the presets: there is no shared/data/models beside the workspace");
        models = vec![
            (
                "osteraker".to_owned(),
                include_str!("../../../../presets/osteraker-2018.yaml").to_owned(),
            ),
            (
                "alingsas".to_owned(),
                include_str!("../../../../presets/alingsas-2020.yaml").to_owned(),
            ),
        ];
    }
    let wrong: Vec<String> = models.iter().flat_map(|(name, yaml)| tried(name, yaml)).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
