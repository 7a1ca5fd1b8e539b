//! What fits some words and the visitor may see, in words.

use domain::access::Action;
use domain::ids::{ElementId, OrgUnitId};
use domain::search::Index;
use domain::steering::Role;

use super::things::{Thing, index};
use crate::cx::Cx;
use crate::i18n::Texts;

/// Something found.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Hit {
    /// What it is, in the municipality's words.
    pub(super) kind: String,
    /// Its title or name.
    pub(super) title: String,
    /// Whose it is, or where it lies.
    pub(super) note: String,
    /// Its page.
    pub(super) url: String,
}

/// What fits: what one can do first, because there are few, then things by how well they fit.
pub(super) fn find(cx: &Cx<'_, '_>, words: &str, most: usize) -> Vec<Hit> {
    let mut hits = doings(cx, words);
    let (words, role) = without_synonym(cx.texts(), words);
    let structure = &cx.structure;
    let left = most.saturating_sub(hits.len());
    let wanted = |thing: &Thing| match thing {
        Thing::Element(id) => structure
            .element(*id)
            .is_some_and(|one| role.is_none_or(|role| one.role == role) && cx.may_see(one)),
        Thing::OrgUnit(_) => role.is_none(),
    };
    let found = index(cx.app, structure).find(&words, left, wanted);
    hits.extend(found.into_iter().filter_map(|thing| match thing {
        Thing::Element(id) => element(cx, id),
        Thing::OrgUnit(id) => org_unit(cx, id),
    }));
    hits.truncate(most);
    hits
}

fn element(cx: &Cx<'_, '_>, id: ElementId) -> Option<Hit> {
    let structure = &cx.structure;
    let element = structure.element(id)?;
    let element_type = structure.model.element_type(&element.element_type)?;
    Some(Hit {
        kind: crate::steering::singular(cx.language(), &element_type.term).clone(),
        title: element.title.clone(),
        note: structure.organisation.name(element.owner).to_owned(),
        url: crate::elements::url(element),
    })
}

fn org_unit(cx: &Cx<'_, '_>, id: OrgUnitId) -> Option<Hit> {
    let organisation = &cx.structure.organisation;
    let unit = organisation.get(id)?;
    let level =
        cx.structure.model.org_levels.iter().find(|level| level.id.to_string() == unit.level);
    Some(Hit {
        kind: level
            .map(|level| crate::steering::singular(cx.language(), &level.name).clone())
            .unwrap_or_default(),
        title: unit.name.clone(),
        note: unit.parent.map(|parent| organisation.name(parent).to_owned()).unwrap_or_default(),
        url: format!("/organisation/{id}"),
    })
}

/// What the visitor can do that fits the words.
fn doings(cx: &Cx<'_, '_>, words: &str) -> Vec<Hit> {
    let texts = cx.texts();
    let may = |action| crate::app::may_somewhere(cx.visit, action);
    let all = [
        ("/", texts.search_go_home(), true),
        ("/trad", texts.search_go_thread(), true),
        ("/trad?vy=ord", texts.search_go_words(), true),
        ("/trad/halsa", texts.search_go_health(), may(Action::ReadThread)),
        ("/planera", texts.search_do_plan(), may(Action::Plan)),
        ("/folja-upp", texts.search_go_follow_up(), true),
        ("/matt/inlasning", texts.search_do_import(), may(Action::Import)),
        ("/matt/nytt", texts.search_do_measure(), may(Action::Plan)),
        ("/aktiviteter", texts.search_go_activities(), may(Action::ReadThread)),
        ("/uppdrag", texts.search_go_assignments(), may(Action::ReadThread)),
        ("/modell", texts.search_go_model(), true),
        ("/organisation", texts.search_go_organisation(), true),
        ("/spar", texts.search_go_trail(), may(Action::Audit)),
        ("/personer", texts.search_go_people(), may(Action::Organise)),
    ];
    let may_go = all.iter().filter(|(_, _, may)| *may);
    let index = Index::new(may_go.map(|(url, words, _)| ((*url, *words), *words, "")));
    index
        .find(words, 3, |_| true)
        .into_iter()
        .map(|(url, words)| Hit {
            kind: texts.search_doing().to_owned(),
            title: words.to_owned(),
            note: String::new(),
            url: url.to_owned(),
        })
        .collect()
}

/// Words such as *kpi* mean a role, whatever the municipality calls it. Answers the words without
/// it, and the role; when nothing else was asked for the word stays, so that something is found.
fn without_synonym(texts: Texts, words: &str) -> (String, Option<Role>) {
    let lists = [
        (Role::Measure, texts.search_words_for_measure()),
        (Role::Goal, texts.search_words_for_goal()),
        (Role::Activity, texts.search_words_for_activity()),
    ];
    let role_of = |word: &str| {
        let word = word.to_lowercase();
        let is_in = |list: &str| list.split(", ").any(|one| one == word);
        lists.iter().find(|(_, list)| is_in(list)).map(|(role, _)| *role)
    };
    let role = words.split_whitespace().find_map(role_of);
    let others: Vec<&str> =
        words.split_whitespace().filter(|word| role_of(word).is_none()).collect();
    match (role, others.is_empty()) {
        (Some(role), false) => (others.join(" "), Some(role)),
        _ => (words.to_owned(), None),
    }
}
