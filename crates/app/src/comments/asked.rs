//! Whom a comment asks: the names in it and the one chosen beside it, each of them one person who may
//! read it.

use domain::comments::{CallProblem, Known, MOST_ASKED, calls, may_read, resolve};
use domain::elements::Element;
use domain::ids::{OrgUnitId, PersonId};

use super::store;
use crate::cx::Cx;
use crate::i18n::Texts;
use crate::identity;
use crate::web::error::AppError;

/// Org units below an element's own whose people are proposed.
const MOST_BELOW: usize = 20;
/// People who are proposed.
const MOST_PROPOSED: usize = 100;

/// What is wrong with the names, at the field where they stand.
pub(super) type Wrong = (&'static str, String);

/// The people whom a text and a chosen name ask; the author is not among them.
pub(super) fn asked(
    cx: &mut Cx<'_, '_>,
    element: &Element,
    (text, chosen): (&str, &str),
) -> Result<Result<Vec<PersonId>, Wrong>, AppError> {
    let texts = cx.texts();
    let chosen = chosen.trim().trim_start_matches('@');
    let found = calls(text).into_iter().map(|call| ("text", call));
    let found: Vec<(&str, &str)> =
        found.chain((!chosen.is_empty()).then_some(("namn", chosen))).collect();
    if found.len() > MOST_ASKED {
        let most = i64::try_from(MOST_ASKED).unwrap_or(0);
        return Ok(Err(("text", texts.comments_problem_many(most))));
    }
    let author = cx.person_id()?;
    let mut people = Vec::new();
    for (at, call) in found {
        let known = store::people_called(cx.tx, first_name(call))?;
        let person = match resolve(call, &known) {
            Ok(person) => person,
            Err(problem) => return Ok(Err((field(at), told(texts, &problem)))),
        };
        if !reads(cx, element, person)? {
            let name = known.iter().find(|one| one.id == person).map(|one| one.name.as_str());
            let told = texts.comments_problem_cannot_read(name.unwrap_or_default());
            return Ok(Err((field(at), told)));
        }
        if person != author && !people.contains(&person) {
            people.push(person);
        }
    }
    Ok(Ok(people))
}

fn field(at: &str) -> &'static str {
    if at == "namn" { "namn" } else { "text" }
}

/// The first word, by which people are looked for.
fn first_name(call: &str) -> &str {
    let end = call.find(|letter: char| !letter.is_alphanumeric() && letter != '-');
    call.get(..end.unwrap_or(call.len())).unwrap_or_default().trim_end_matches('-')
}

fn told(texts: Texts, problem: &CallProblem) -> String {
    match problem {
        CallProblem::Unknown(name) => texts.comments_problem_unknown(name),
        CallProblem::Ambiguous(name, people) => {
            texts.comments_problem_ambiguous(name, people.join("; "))
        }
    }
}

/// Whether somebody may read what is said here. The roles of the day decide.
fn reads(cx: &mut Cx<'_, '_>, element: &Element, id: PersonId) -> Result<bool, AppError> {
    let today = cx.today();
    let person = identity::store::person(cx.tx, id, today)?;
    let organisation = &cx.structure.organisation;
    Ok(person.is_some_and(|person| may_read(&person, element, organisation)))
}

/// The people nearest to an element, to choose among; anybody else can be written.
pub(super) fn proposed(cx: &mut Cx<'_, '_>, element: &Element) -> Result<Vec<String>, AppError> {
    let organisation = &cx.structure.organisation;
    let mut org_units: Vec<OrgUnitId> = organisation.ancestors(element.owner);
    org_units.push(element.owner);
    // What is said of a draft is read where it belongs and above.
    if !element.is_undecided() {
        org_units.extend(organisation.children(element.owner).iter().take(MOST_BELOW));
    }
    org_units.sort_unstable();
    org_units.dedup();
    let (today, author) = (cx.today(), cx.person_id()?);
    let mut known: Vec<Known> = store::people_at(cx.tx, org_units, today)?;
    known.retain(|one| one.id != author);
    known.truncate(MOST_PROPOSED);
    let mut names: Vec<String> = known.into_iter().map(in_full).collect();
    names.sort();
    names.dedup();
    Ok(names)
}

fn in_full(one: Known) -> String {
    if one.title.is_empty() { one.name } else { format!("{}, {}", one.name, one.title) }
}
