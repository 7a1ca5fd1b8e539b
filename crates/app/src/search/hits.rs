//! What fits some words and the visitor may see, in words.

use domain::access::Action;
use domain::ids::{ElementId, OrgUnitId};
use domain::search::Index;
use domain::steering::{Role, capitalised};

use super::people;
use super::places::{beside, set_aside, spread};
use super::synonyms::{Kinds, Question, phrases};
use super::things::{Thing, index};
use crate::analysis;
use crate::cx::Cx;
use crate::oversight;
use crate::web::error::AppError;

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

/// Things that are weighed against each other before the first are shown: enough that no one name takes
/// all places.
const MOST_WEIGHED: usize = 400;
/// Analyses that are told of; the rest are found in their own list.
const MOST_ANALYSES: usize = 5;
/// People that are told of.
const MOST_PEOPLE: usize = 5;
/// Types of the model that are told of.
const MOST_TERMS: usize = 4;

/// What fits: the model's own words and what one can do first, because there are few, then things by
/// how well they fit.
fn find(cx: &Cx<'_, '_>, words: &str, most: usize) -> Vec<Hit> {
    let structure = &cx.structure;
    let Question { kinds: asked, words: others } = Question::read(&structure.model, words);
    let asks_for_kind = others.is_empty() && !asked.is_empty();
    let mut hits = if asks_for_kind { terms(cx, &asked) } else { Vec::new() };
    hits.extend(doings(cx, words));
    // Who asks for nothing but a kind also looks for things with that word in their title.
    let any = Kinds::default();
    let (kinds, others) = if asks_for_kind { (&any, words.to_owned()) } else { (&asked, others) };
    let left = most.saturating_sub(hits.len());
    let wanted = |thing: &Thing| match thing {
        Thing::Element(id) => {
            structure.element(*id).is_some_and(|one| kinds.holds(one) && cx.may_see(one))
        }
        Thing::OrgUnit(_) => kinds.is_empty(),
    };
    let found = index(cx.app, structure).find_any(&phrases(&others), MOST_WEIGHED, wanted);
    let found = spread(found, left, |thing| match thing {
        Thing::Element(id) => {
            structure.element(*id).map(|one| one.title.clone()).unwrap_or_default()
        }
        Thing::OrgUnit(id) => structure.organisation.name(*id).to_owned(),
    });
    // Where the model's own word answers, what is merely alike is noise.
    let answered = asks_for_kind && !hits.is_empty();
    let lower = others.to_lowercase();
    let found = found.into_iter().filter_map(|thing| match thing {
        Thing::Element(id) => element(cx, id),
        Thing::OrgUnit(id) => org_unit(cx, id),
    });
    hits.extend(found.filter(|hit| !answered || hit.title.to_lowercase().contains(&lower)));
    if asks_for_kind {
        let more = of_kinds(cx, &asked, most).filter(|hit| !hits.contains(hit)).collect::<Vec<_>>();
        hits.extend(more);
    }
    hits.truncate(most);
    hits
}

/// Elements of the kinds that are asked for, as the municipality orders them.
fn of_kinds<'a>(cx: &'a Cx<'_, '_>, kinds: &Kinds, most: usize) -> impl Iterator<Item = Hit> + 'a {
    let types = kinds.of(&cx.structure.model).into_iter();
    let all = types.flat_map(|one| cx.structure.of_type(&one.id));
    all.filter(|one| cx.may_see(one)).take(most).filter_map(|one| element(cx, one.id))
}

/// As [`find`], with the people and the analyses that fit last, for which half of the places are set
/// aside at most.
pub(super) fn find_all(
    cx: &mut Cx<'_, '_>,
    words: &str,
    most: usize,
) -> Result<Vec<Hit>, AppError> {
    let analyses = analysis::fitting(cx, words, MOST_ANALYSES)?;
    let people = people::fitting(cx, words, MOST_PEOPLE)?;
    let others = (people.len(), analyses.len());
    let mut hits = find(cx, words, most.saturating_sub(set_aside(most, others)));
    let (of_people, of_analyses) = beside(most.saturating_sub(hits.len()), others);
    hits.extend(people.into_iter().take(of_people));
    let kind = cx.texts().search_analysis();
    hits.extend(analyses.into_iter().take(of_analyses).map(|one| Hit {
        kind: kind.to_owned(),
        title: one.title,
        note: one.note,
        url: one.url,
    }));
    Ok(hits)
}

pub(super) fn element(cx: &Cx<'_, '_>, id: ElementId) -> Option<Hit> {
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

pub(super) fn org_unit(cx: &Cx<'_, '_>, id: OrgUnitId) -> Option<Hit> {
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
        ("/planera/papperskorg", texts.goals_trash_title(), may(Action::Plan)),
        ("/matt/nytt", texts.search_do_measure(), may(Action::Plan)),
        ("/aktiviteter", texts.search_go_activities(), may(Action::ReadThread)),
        ("/uppdrag", texts.search_go_assignments(), may(Action::ReadThread)),
        ("/modell", texts.search_go_model(), true),
        ("/organisation", texts.search_go_organisation(), true),
        ("/analyser", texts.search_go_analyses(), true),
        (oversight::URL, texts.oversight_title(), may(Action::Oversee)),
        (oversight::NEWS_URL, texts.oversight_news(), may(Action::Oversee)),
        ("/spar", texts.search_go_trail(), may(Action::Audit)),
        ("/personer", texts.search_go_people(), may(Action::ManagePeople)),
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

/// The model's own words for what is asked for, with where all of it is: who writes *nyckeltal*
/// learns what it is called here.
fn terms(cx: &Cx<'_, '_>, kinds: &Kinds) -> Vec<Hit> {
    let (texts, language) = (cx.texts(), cx.language());
    let asked = kinds.of(&cx.structure.model).into_iter();
    asked
        .filter(|one| cx.structure.count_of_type(&one.id) > 0)
        .take(MOST_TERMS)
        .map(|one| Hit {
            kind: texts.search_term().to_owned(),
            title: capitalised(&crate::steering::plural(language, &one.term)),
            note: String::new(),
            url: if one.role == Role::Measure {
                "/matt".to_owned()
            } else {
                format!("/trad?vy=lista&typ={}", one.id)
            },
        })
        .collect()
}
