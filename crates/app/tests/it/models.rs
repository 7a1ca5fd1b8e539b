//! Any conforming model: a municipality is founded with it, something of every type is put in, and
//! every main page is looked at.

use std::path::{Path, PathBuf};

use app::elements::store::{insert_element, insert_link, insert_measure};
use app::organisation::store::insert_org_unit;
use app::web::error::AppError;
use domain::elements::{Element, ElementState, Link};
use domain::measures::{Aggregation, Direction, Measure};
use domain::organisation::OrgUnit;
use domain::periods::Frequency;
use domain::steering::{OrgLevelKind, Role, SteeringModel};

use crate::kit::{Browser, FOUNDER, TestApp};

/// Words of Österåker's that no other municipality uses by chance.
const OSTERAKERS: [&str; 7] = [
    "inriktningsmål",
    "resultatmål",
    "styrtal",
    "leveranskrav",
    "produktionsstyrelse",
    "tjänstedeklaration",
    "Österåker",
];

/// Models small enough to be read here, each unusual in its own way.
const SMALL: [(&str, &str); 4] = [
    ("no_measures", include_str!("models/no_measures.yaml")),
    ("several_visions", include_str!("models/several_visions.yaml")),
    ("quality_only", include_str!("models/quality_only.yaml")),
    ("other_levels", include_str!("models/other_levels.yaml")),
];

fn unit(number: u8, level: (&str, OrgLevelKind), parent: Option<u8>, name: &str) -> OrgUnit {
    OrgUnit {
        id: [number; 16].into(),
        level: level.0.to_owned(),
        kind: level.1,
        parent: parent.map(|parent| [parent; 16].into()),
        name: name.to_owned(),
        valid_from: jiff::civil::date(2020, 1, 1),
        valid_to: None,
        succeeded_by: None,
        version: 1,
    }
}

/// An org unit on every level, each under the top.
fn units(app: &TestApp, model: &SteeringModel) -> Vec<OrgUnit> {
    let structure = app.structure();
    let top = structure.organisation.get(structure.organisation.roots()[0]).unwrap();
    let mut all = vec![OrgUnit::clone(top)];
    for (number, level) in (100_u8..).zip(&model.org_levels) {
        if level.id.as_str() != top.level {
            let name = format!("Prov {number}");
            let mut one = unit(number, (level.id.as_str(), level.kind), None, &name);
            one.parent = Some(top.id);
            all.push(one);
        }
    }
    all
}

/// One adopted element of every type, linked to what its type allows first.
fn elements(model: &SteeringModel, units: &[OrgUnit]) -> (Vec<Element>, Vec<Link>) {
    let place = |id: &str| {
        let at = model.element_types.iter().position(|one| one.id.as_str() == id).unwrap();
        u8::try_from(at + 1).unwrap()
    };
    let mut links = Vec::new();
    let all = model
        .element_types
        .iter()
        .map(|one| {
            let number = place(one.id.as_str());
            for (way, link) in (1_u8..).zip(&one.parents) {
                if link.parent != one.id {
                    let mut id = [number; 16];
                    id[0] = way;
                    links.push(Link {
                        id: id.into(),
                        child: [number; 16].into(),
                        parent: [place(link.parent.as_str()); 16].into(),
                        kind: link.link,
                    });
                }
            }
            let owner = units.iter().find(|unit| unit.level == one.owner.as_str());
            Element {
                id: [number; 16].into(),
                element_type: one.id.clone(),
                role: one.role,
                owner: owner.unwrap_or(&units[0]).id,
                number: String::new(),
                title: format!("Prov av {}", one.term.singular),
                text: String::new(),
                responsible: None,
                starts_on: None,
                ends_on: None,
                state: ElementState::Adopted,
                decision: None,
                version: 1,
            }
        })
        .collect();
    (all, links)
}

fn measure(element: &Element, model: &SteeringModel) -> Measure {
    let classes = &model.element_type(&element.element_type).unwrap().classes;
    Measure {
        id: element.id,
        class: classes.first().map(|class| class.name.clone()).unwrap_or_default(),
        measure_unit: "procent".to_owned(),
        decimals: 1,
        direction: Direction::Higher,
        method: String::new(),
        source: String::new(),
        frequency: Frequency::Year,
        over_organisation: Aggregation::Mean,
        over_time: Aggregation::Mean,
        counts_in_assessment: true,
        controllable: true,
        is_percentage: true,
        formula: None,
        breakdowns: Vec::new(),
        least_count: domain::measures::LEAST_COUNT,
        lag_days: None,
        tells_inhabitants: None,
        tells_reason: String::new(),
        established: String::new(),
        established_link: String::new(),
        share_of: None,
    }
}

/// Puts something of every type in; answers the addresses of what was put in.
fn plant(app: &TestApp) -> Vec<String> {
    let model = app.structure().model.clone();
    let units = units(app, &model);
    let (elements, links) = elements(&model, &units);
    let mut addresses: Vec<String> = elements.iter().map(app::elements::url).collect();
    addresses.extend(units.iter().map(|unit| format!("/organisation/{}", unit.id)));
    addresses.extend(units.iter().map(|unit| format!("/planera?enhet={}", unit.id)));
    addresses.extend(units.iter().map(|unit| format!("/planera/beslut?enhet={}", unit.id)));
    app.writing(move |tx| {
        tx.leave_unaudited("a test's preparation");
        for unit in &units {
            insert_org_unit(tx, unit)?;
        }
        for element in &elements {
            insert_element(tx, element)?;
            if element.role == Role::Measure {
                insert_measure(tx, &measure(element, &model))?;
            }
        }
        for link in &links {
            insert_link(tx, link)?;
        }
        Ok::<_, AppError>(())
    });
    addresses
}

/// Pages that everyone meets.
const PAGES: [&str; 19] = [
    "/",
    "/trad",
    "/trad?vy=ord",
    "/trad?ar=2027",
    "/trad/halsa",
    "/planera",
    "/mal/nytt",
    "/matt",
    "/matt/nytt",
    "/matt/inlasning",
    "/aktiviteter",
    "/uppdrag",
    "/folja-upp",
    "/folja-upp/ny",
    "/modell",
    "/modell/byt",
    "/organisation",
    "/personer",
    "/installningar",
];

fn visit(name: &str, yaml: &str, browser: &mut Browser, addresses: &[String]) -> Vec<String> {
    let mut wrong = Vec::new();
    for address in addresses {
        browser.open(address);
        let status = browser.status();
        if status != 200 {
            wrong.push(format!("{name} {address}: status {status}"));
            continue;
        }
        let page = browser.page();
        let text = page.text().to_lowercase();
        for word in OSTERAKERS {
            let word = word.to_lowercase();
            if !yaml.to_lowercase().contains(&word) && text.contains(&word) {
                wrong.push(format!("{name} {address}: says {word}"));
            }
        }
        if page.texts("h1, h2, h3, h4, th, caption, dt, label, legend").iter().any(String::is_empty)
        {
            wrong.push(format!("{name} {address}: a heading or a label is empty"));
        }
    }
    wrong
}

/// Remarks in records of research are in English and are shown as they stand.
fn is_of_a_remark(yaml: &str, found: &str) -> bool {
    yaml.contains("styrmodell-meta/0.1") && found.contains("GET /modell: english-leftovers")
}

/// What is wrong with tagging something with a goal from outside, which any model allows.
fn tagged(name: &str, browser: &mut Browser, addresses: &[String]) -> Option<String> {
    browser.open("/ramverk/agenda2030").press("Använd i kommunen");
    let mut elements = addresses.iter().filter(|one| one.starts_with("/mal/") && one.len() > 20);
    let can_be_tagged =
        |address: &&String| browser.get(&format!("{address}/ramverk")).status == 200;
    let Some(element) = elements.find(can_be_tagged) else {
        return Some(format!("{name}: nothing can be tagged"));
    };
    browser.open(&format!("{element}/ramverk")).choose("4 God utbildning för alla");
    browser.press("Spara märkningen");
    let title = browser.page().heading();
    let says = browser.page().says("Agenda 2030, mål 4: God utbildning för alla");
    browser.follow("Agenda 2030, mål 4: God utbildning för alla");
    let is_listed = browser.page().links().iter().any(|(words, _)| *words == title);
    let file = browser.get("/trad/lista.csv?marke=agenda2030.4").text();
    let is_in_file = file.contains(&title) && file.contains("God utbildning för alla");
    (!says || !is_listed || !is_in_file)
        .then(|| format!("{name} {element}: said {says}, listed {is_listed}, in file {is_in_file}"))
}

/// Everything that is wrong with the pages of a municipality with this model, empty and filled.
fn tried(name: &str, yaml: &str) -> Vec<String> {
    let app = TestApp::founded("Provköping", yaml);
    let mut browser = app.signed_in(FOUNDER);
    browser.gather_findings();
    let mut addresses: Vec<String> = PAGES.iter().map(|&page| page.to_owned()).collect();
    let mut wrong = visit(name, yaml, &mut browser, &addresses);
    addresses.extend(plant(&app));
    wrong.extend(visit(name, yaml, &mut browser, &addresses));
    wrong.extend(tagged(name, &mut browser, &addresses));
    let findings = browser.findings().iter().filter(|found| !is_of_a_remark(yaml, found));
    wrong.extend(findings.map(|found| format!("{name}: {found}")));
    wrong
}

fn assert_right(models: impl IntoIterator<Item = (String, String)>) {
    let wrong: Vec<String> =
        models.into_iter().flat_map(|(name, yaml)| tried(&name, &yaml)).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The models of the research that lie beside the workspace, where they do.
pub(crate) fn shared_models() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = root.ancestors().map(|at| at.join("shared/data/models")).find(|at| at.is_dir());
    let files = folder.and_then(|folder| std::fs::read_dir(folder).ok());
    let mut found: Vec<PathBuf> =
        files.into_iter().flatten().flatten().map(|file| file.path()).collect();
    found.retain(|path| {
        path.extension().is_some_and(|end| end == "yaml")
            && path.file_stem().is_some_and(|stem| stem != "metamodel")
    });
    found.sort();
    found
}

#[test]
fn every_page_holds_with_unusual_models() {
    assert_right(SMALL.map(|(name, yaml)| (name.to_owned(), yaml.to_owned())));
}

#[test]
fn every_page_holds_with_the_presets() {
    assert_right(
        [
            ("osteraker", include_str!("../../../../presets/osteraker-2018.yaml")),
            ("alingsas", include_str!("../../../../presets/alingsas-2020.yaml")),
        ]
        .map(|(name, yaml)| (name.to_owned(), yaml.to_owned())),
    );
}

#[test]
fn every_page_holds_with_the_models_of_other_municipalities() {
    let files = shared_models();
    if files.is_empty() {
        println!("skipped: there is no shared/data/models beside the workspace");
        return;
    }
    assert_right(files.into_iter().map(|path| {
        (
            path.file_stem().unwrap().to_string_lossy().into_owned(),
            std::fs::read_to_string(&path).unwrap(),
        )
    }));
}

#[test]
fn a_borrowed_model_says_whose_it_was_and_holds_from_the_first_day() {
    let app = TestApp::founded("Testby", include_str!("../../../../presets/alingsas-2020.yaml"));
    let mut browser = app.signed_in(FOUNDER);
    browser.open("/modell");
    let text = browser.page().text();
    for said in [
        "Testby",
        "Bygger på Alingsås modell 2020.",
        "Gäller från 25 augusti 2026.",
        "Ange beslutet som modellen gäller enligt",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    assert!(!text.contains("KF 2019-11-27"), "another municipality's decision");
}
