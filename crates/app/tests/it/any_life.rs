//! Whatever is done in whatever order with what is planned, through the pages that people use: no
//! circle in the thread, nothing decided that is left in the air or moved without a decision, an
//! audit trail that holds, and a history that tells every row.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use app::choosing::store::everybody;
use app::goals::store::{LinkChange, link_proposals};
use app::past::Days;
use domain::elements::{Element, ElementState, Link, Structure};
use domain::ids::ElementId;
use domain::steering::Role;
use proptest::prelude::*;

use super::any_edits::{differing, lines};
use crate::kit::{Browser, FOUNDER, TestApp};

/// One thing somebody does, and to which of a few things.
#[derive(Clone, Copy, Debug)]
struct Edit {
    what: u8,
    one: u8,
    other: u8,
}

fn edits() -> impl Strategy<Value = Vec<Edit>> {
    let edit =
        (0..24_u8, 0..24_u8, 0..24_u8).prop_map(|(what, one, other)| Edit { what, one, other });
    proptest::collection::vec(edit, 1..40)
}

/// A change of many that can be taken back.
struct Receipt {
    url: String,
    /// What hung on nothing before it.
    loose: BTreeSet<ElementId>,
}

/// What somebody lets go of with open eyes.
#[derive(Default, Debug)]
struct LetGo {
    /// What hung on nothing else than these may be left in the air.
    parents: BTreeSet<ElementId>,
    /// These may.
    children: BTreeSet<ElementId>,
    /// Links of what is decided may change: something has been decided.
    decides: bool,
}

struct Town {
    app: TestApp,
    browser: Browser,
    owner: String,
    receipts: Vec<Receipt>,
    steps: u8,
}

type Fields = Vec<(String, String)>;

fn field(name: &str, value: &impl ToString) -> (String, String) {
    (name.to_owned(), value.to_string())
}

/// One of those that something can be done to, whichever the number says.
fn pick(of: &Structure, at: u8, fits: impl Fn(&Element) -> bool) -> Option<Arc<Element>> {
    let mut all: Vec<&Arc<Element>> = of.elements().filter(|one| fits(one)).collect();
    all.sort_by_key(|one| one.id);
    let at = usize::from(at).checked_rem(all.len())?;
    all.get(at).map(|one| Arc::clone(one))
}

fn is_decided(one: &Element) -> bool {
    one.state == ElementState::Adopted && one.role != Role::Measure
}

impl Town {
    /// Goals on goals, demands and work under them; most of it decided.
    fn new() -> Self {
        let preset = include_str!("../../../../presets/osteraker-2018.yaml");
        let miljomal = "- {type: miljomal, link: contributes}";
        let own = format!("{miljomal}\n      - {{type: resultatmal, link: decomposes, min: 0}}");
        let app = TestApp::founded("Provköping", &preset.replacen(miljomal, &own, 1));
        let browser = app.signed_in(FOUNDER);
        let owner = app.structure().organisation.roots()[0].to_string();
        let person = app.reading(everybody).remove(0).person;
        let mut town = Self { app, browser, owner, receipts: Vec::new(), steps: 0 };
        for (number, of, under, decided) in [
            (1, "resultatmal", None, true),
            (2, "resultatmal", Some(1), true),
            (3, "resultatmal", Some(2), true),
            (4, "resultatmal", None, true),
            (5, "resultatmal", Some(4), false),
            (6, "leveranskrav", Some(2), true),
            (7, "leveranskrav", Some(4), false),
            (8, "aktivitet", Some(2), true),
            (9, "aktivitet", Some(4), false),
        ] {
            let id = |number: u8| ElementId::from([number; 16]);
            let fields = vec![
                field("id", &id(number)),
                field("typ", &of),
                field("titel", &format!("Mål {number}")),
                field("agare", &town.owner),
                field("ansvarig", &person),
                field("under", &under.map(|under| id(under).to_string()).unwrap_or_default()),
                field("fran", &"2026-01-01"),
                field("till", &"2026-12-31"),
                field("niva", &"Som i fjol"),
            ];
            assert_eq!(town.send("/mal", &fields), 303, "{number}");
            if decided {
                let element = town.structure().element(id(number)).map(Arc::clone).unwrap();
                assert_eq!(town.decide(&element, "beslut"), 303, "{number}");
            }
        }
        town
    }

    fn structure(&self) -> Arc<Structure> {
        self.app.structure()
    }

    /// Sends a form; where it led when it was kept.
    fn sent(&mut self, address: &str, fields: &Fields) -> (u16, String) {
        let fields: Vec<(&str, &str)> =
            fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let reply = self.browser.post(address, &fields);
        assert!(!reply.status.is_server_error(), "{address} {fields:?}: {}", reply.text());
        (reply.status.as_u16(), reply.header("location").to_owned())
    }

    fn send(&mut self, address: &str, fields: &Fields) -> u16 {
        self.sent(address, fields).0
    }

    fn decide(&mut self, one: &Element, step: &str) -> u16 {
        let fields = vec![
            field("organ", &self.owner),
            field("dag", &"2026-08-20"),
            field("paragraf", &1),
            field("sett", &"ja"),
            field("mal", &format!("{}/{}", one.id, one.version)),
        ];
        self.send(&format!("/mal/{}/{step}", one.id), &fields)
    }

    /// Everything proposed, at once.
    fn decide_plan(&mut self) {
        let structure = self.structure();
        let mut fields = vec![
            field("enhet", &self.owner),
            field("organ", &self.owner),
            field("dag", &"2026-08-20"),
            field("paragraf", &1),
        ];
        let proposed = structure.elements().filter(|one| one.state == ElementState::Proposed);
        fields.extend(proposed.map(|one| field("mal", &format!("{}/{}", one.id, one.version))));
        self.send("/planera/beslut", &fields);
    }

    /// Changes two elements from the list.
    fn change_many(&mut self, kind: &str, rows: &[Arc<Element>], to: &str) {
        let structure = self.structure();
        let mut fields = vec![field("vad", &kind), field("till", &to)];
        for one in rows {
            fields.push(field("rad", &one.id));
            fields.push(field("version", &format!("{}.{}", one.id, one.version)));
        }
        let loose = rows.iter().map(|one| one.id);
        let loose = loose.filter(|id| structure.parents(*id).next().is_none()).collect();
        if let (303, url) = self.sent("/trad/andra", &fields) {
            self.receipts.push(Receipt { url, loose });
        }
    }

    fn split(&mut self, one: &Element, other: u8) {
        let mut fields = vec![field("del", &"Den ena"), field("del", &"Den andra")];
        for (at, child) in self.structure().children(one.id).iter().enumerate() {
            let place = (at + usize::from(other)) % 3;
            fields.push(field(&format!("barn-{}", child.id), &place));
        }
        self.send(&format!("/mal/{}/dela", one.id), &fields);
    }

    /// Does one thing; what makes no sense changes nothing.
    fn act(&mut self, edit: Edit) -> LetGo {
        let structure = self.structure();
        let done = match edit.what {
            0..=8 | 12 => self.link(&structure, edit),
            9..=11 | 16..=18 => self.change_decided(&structure, edit),
            20 => {
                self.decide_plan();
                Some(LetGo { decides: true, ..LetGo::default() })
            }
            _ => self.change_draft(&structure, edit),
        };
        done.unwrap_or_default()
    }

    fn link(&mut self, structure: &Structure, edit: Edit) -> Option<LetGo> {
        let Edit { what, one, other } = edit;
        let any = pick(structure, one, Element::is_current)?;
        let second = pick(structure, other, Element::is_current)?;
        match what {
            0..=2 => {
                let third = pick(structure, one.wrapping_add(other), Element::is_current);
                let rows: Vec<_> = std::iter::once(any).chain(third).collect();
                self.change_many("under", &rows, &second.id.to_string());
            }
            3 => {
                let kind = if other % 2 == 0 { "foresla" } else { "slut" };
                self.change_many(kind, &[any, second], "2026-11-30");
            }
            4..=5 => return self.take_back(one),
            6..=7 => {
                let fields = vec![field("till", &second.id)];
                self.send(&format!("/mal/{}/koppla", any.id), &fields);
            }
            8 => {
                let link = structure.links_up(any.id).first()?;
                self.send(&format!("/mal/{}/koppla/bort", any.id), &vec![field("lank", &link.id)]);
                return Some(LetGo { children: BTreeSet::from([any.id]), ..LetGo::default() });
            }
            _ => {
                let owner = self.owner.clone();
                let mals = [field("mal", &any.id), field("mal", &second.id)];
                let fields = std::iter::once(field("enhet", &owner)).chain(mals).collect();
                self.send("/planera/kopiera", &fields);
            }
        }
        None
    }

    fn change_decided(&mut self, structure: &Structure, edit: Edit) -> Option<LetGo> {
        let one = pick(structure, edit.one, is_decided)?;
        match edit.what {
            9..=10 => self.split(&one, edit.other),
            11 => {
                let second = pick(structure, edit.other, Element::is_current)?;
                let fields = vec![field("med", &second.id), field("titel", &"Det enda")];
                self.send(&format!("/mal/{}/sla-ihop", one.id), &fields);
            }
            16 => {
                self.decide(&one, "avsluta");
                let parents = BTreeSet::from([one.id]);
                return Some(LetGo { parents, decides: true, ..LetGo::default() });
            }
            _ => {
                self.send(&format!("/mal/{}/ersatt", one.id), &Vec::new());
            }
        }
        None
    }

    fn change_draft(&mut self, structure: &Structure, edit: Edit) -> Option<LetGo> {
        let draft = pick(structure, edit.one, |it| it.state == ElementState::Draft);
        match edit.what {
            13..=14 => {
                let one = draft?;
                self.send(&format!("/mal/{}/kasta", one.id), &vec![field("version", &one.version)]);
                return Some(LetGo { parents: BTreeSet::from([one.id]), ..LetGo::default() });
            }
            15 => {
                let thrown = |it: &Element| it.state == ElementState::Discarded;
                let one = pick(structure, edit.one, thrown)?;
                self.send(&format!("/mal/{}/ta-tillbaka", one.id), &Vec::new());
            }
            19 => {
                let one = draft?;
                let fields = vec![field("version", &one.version)];
                self.send(&format!("/mal/{}/foresla", one.id), &fields);
            }
            21 => return Some(self.settle(&*pick(structure, edit.one, Element::is_current)?)),
            _ => return Some(self.settle(&*pick(structure, edit.one, Element::is_editable)?)),
        }
        None
    }

    /// Decides an element, or the changes of links that are proposed of it.
    fn settle(&mut self, one: &Element) -> LetGo {
        let proposals = self.app.reading(|tx| link_proposals(tx, one.id));
        let ends = proposals.iter().any(|(change, _)| *change == LinkChange::End);
        self.decide(one, "beslut");
        let children = if ends { BTreeSet::from([one.id]) } else { BTreeSet::new() };
        LetGo { children, decides: true, ..LetGo::default() }
    }

    fn take_back(&mut self, one: u8) -> Option<LetGo> {
        let at = usize::from(one).checked_rem(self.receipts.len())?;
        let url = self.receipts[at].url.clone();
        self.send(&format!("{url}/tillbaka"), &Vec::new());
        Some(LetGo { children: self.receipts[at].loose.clone(), ..LetGo::default() })
    }

    /// Does one thing the next day, and weighs what has come of it.
    fn step(&mut self, edit: Edit) -> Result<(), TestCaseError> {
        self.steps += 1;
        self.app.clock().advance_secs(24 * 3_600);
        self.browser.sign_in(FOUNDER);
        let before = self.structure();
        let let_go = self.act(edit);
        let after = self.structure();
        check(&before, &after, &let_go)?;
        prop_assert!(self.app.app().db.verify(self.app.tenant()).unwrap().is_ok());
        Ok(())
    }
}

fn parents(of: &Structure, id: ElementId) -> BTreeSet<ElementId> {
    of.parents(id).map(|one| one.id).collect()
}

fn check(before: &Structure, after: &Structure, let_go: &LetGo) -> Result<(), TestCaseError> {
    for one in after.elements() {
        prop_assert!(!after.above(one.id).contains(&one.id), "{} hangs on itself", one.title);
        if !is_decided(one) {
            continue;
        }
        let hung_on = parents(before, one.id);
        let is_let_go = let_go.children.contains(&one.id) || hung_on.is_subset(&let_go.parents);
        let hangs = !parents(after, one.id).is_empty();
        prop_assert!(hangs || hung_on.is_empty() || is_let_go, "{} is in the air", one.title);
        let Some(was) = before.element(one.id).filter(|was| is_decided(was)) else { continue };
        let same_words =
            Element { responsible: was.responsible, version: was.version, ..Element::clone(one) };
        prop_assert!(same_words == **was, "{} is decided and was changed", one.title);
        let links = |of: &Structure| -> BTreeMap<_, Link> {
            of.links_up(one.id).iter().map(|link| (link.id, *link)).collect()
        };
        let may_move = let_go.decides || one.role == Role::Activity;
        prop_assert!(may_move || links(before) == links(after), "{} was moved", one.title);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_done_with_a_plan_the_thread_stays_whole(edits in edits()) {
        let mut town = Town::new();
        let mut stood: BTreeMap<i64, Vec<String>> = BTreeMap::new();
        for edit in edits {
            town.step(edit).map_err(|fault| fault_in(fault, edit))?;
            stood.insert(town.app.now(), town.app.reading(lines));
        }
        let days = Days::default();
        for (at, then) in &stood {
            let found = days.find(&town.app.app().db, town.app.tenant(), *at, |_| {}).unwrap();
            let told = found.expect("there was something then").0.replica.read(lines).unwrap();
            prop_assert!(told == *then, "{:#?}", differing(then, &told));
        }
    }
}

fn fault_in(fault: TestCaseError, edit: Edit) -> TestCaseError {
    match fault {
        TestCaseError::Fail(why) => TestCaseError::fail(format!("{edit:?}: {why}")),
        reject @ TestCaseError::Reject(_) => reject,
    }
}
