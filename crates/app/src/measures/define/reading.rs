//! What the form of a measure means: an element and how it measures, or everything that hinders it.

use domain::elements::{Element, ElementState};
use domain::ids::{ElementId, OrgUnitId, PersonId};
use domain::measures::{Aggregation, Direction, Measure};
use domain::periods::Frequency;
use domain::steering::{Role, TypeId};

use super::typed::{Problems, Typed};
use crate::cx::Cx;
use crate::i18n::Texts;
use crate::identity::store::person_row;
use crate::measures::worth;
use crate::web::error::Answer;

/// Longest name.
const LONGEST_TITLE: usize = 200;
/// Longest text in the other fields.
const LONGEST_TEXT: usize = 4_000;
/// Most decimals a measure keeps.
const MOST_DECIMALS: u8 = 6;
/// Most days that a value may be agreed to come after its period.
const MOST_LAG_DAYS: u16 = 730;

fn lengths(texts: Texts, typed: &Typed) -> Problems {
    let mut problems = Problems::new();
    if typed.get("titel").is_empty() {
        problems.push(("titel", texts.web_required().to_owned()));
    }
    for (name, most) in [
        ("titel", LONGEST_TITLE),
        ("text", LONGEST_TEXT),
        ("metod", LONGEST_TEXT),
        ("kalla", LONGEST_TEXT),
        ("enhet", LONGEST_TITLE),
    ] {
        let written = typed.get(name).chars().count();
        if written > most {
            problems.push((name, texts.web_too_long(most, written)));
        }
    }
    problems
}

/// The closed choices of the form, all understood.
struct Choices {
    element_type: TypeId,
    owner: OrgUnitId,
    class: String,
    direction: Direction,
    frequency: Frequency,
    over_organisation: Aggregation,
    over_time: Aggregation,
    decimals: u8,
    lag_days: Option<u16>,
}

fn choices(cx: &Cx<'_, '_>, typed: &Typed, problems: &mut Problems) -> Option<Choices> {
    let texts = cx.texts();
    let structure = &cx.structure;
    let mut unknown = |name, words: &str| problems.push((name, words.to_owned()));
    let element_type = TypeId::new(typed.get("typ"));
    let known =
        structure.model.element_type(&element_type).filter(|known| known.role == Role::Measure);
    let class = typed.get("klass");
    let class_known = class.is_empty()
        || known.is_some_and(|known| known.classes.iter().any(|one| one.name == class));
    let owner: Option<OrgUnitId> = typed.get("agare").parse().ok();
    let owner = owner.filter(|owner| structure.organisation.get(*owner).is_some());
    let direction = typed.get("riktning").parse().ok();
    let frequency = typed.get("frekvens").parse().ok();
    let over_organisation = typed.get("organisation").parse().ok();
    let over_time = typed.get("tid").parse().ok();
    let decimals =
        typed.get("decimaler").parse().ok().filter(|decimals| *decimals <= MOST_DECIMALS);
    let days = typed.get("dagar");
    let lag_days: Option<u16> = days.parse().ok().filter(|days| *days <= MOST_LAG_DAYS);
    for (name, is_known) in [
        ("typ", known.is_some()),
        ("agare", owner.is_some()),
        ("klass", class_known),
        ("riktning", direction.is_some()),
        ("frekvens", frequency.is_some()),
        ("organisation", over_organisation.is_some()),
        ("tid", over_time.is_some()),
    ] {
        if !is_known {
            unknown(name, texts.web_unknown_choice());
        }
    }
    if over_organisation == Some(Aggregation::Latest) {
        unknown("organisation", texts.measures_problem_latest_across());
    }
    if decimals.is_none() {
        unknown("decimaler", &texts.measures_problem_decimals_range(i64::from(MOST_DECIMALS)));
    }
    if lag_days.is_none() && !days.is_empty() {
        unknown("dagar", &texts.measures_problem_lag(i64::from(MOST_LAG_DAYS)));
    }
    if known.is_some_and(|known| typed.own.is_for_another(known)) {
        unknown("typ", texts.own_fields_problem_type());
    }
    known?;
    Some(Choices {
        element_type,
        owner: owner?,
        class: class.to_owned(),
        direction: direction?,
        frequency: frequency?,
        over_organisation: over_organisation?,
        over_time: over_time?,
        decimals: decimals?,
        lag_days,
    })
}

/// The element and measure that the fields describe; `old` is the element that is changed.
///
/// # Errors
/// Everything that is wrong with the fields.
pub(super) fn read(
    cx: &mut Cx<'_, '_>,
    typed: &Typed,
    id: ElementId,
    old: Option<&Element>,
) -> Answer<Result<(Element, Measure), Problems>> {
    let responsible = responsible(cx, typed)?;
    Ok(responsible.and_then(|person| {
        let (element, measure) = described(cx, typed, id, old)?;
        Ok((Element { responsible: person, ..element }, measure))
    }))
}

/// Who is to answer for the measure: nobody, or a person that there is.
fn responsible(cx: &mut Cx<'_, '_>, typed: &Typed) -> Answer<Result<Option<PersonId>, Problems>> {
    let wanted = typed.get("ansvarig");
    if wanted.is_empty() {
        return Ok(Ok(None));
    }
    let person = wanted.parse().ok().map(|id| person_row(cx.tx, id)).transpose()?.flatten();
    let unknown = || vec![("ansvarig", cx.texts().web_unknown_choice().to_owned())];
    Ok(person.map(|person| Some(person.id)).ok_or_else(unknown))
}

fn described(
    cx: &Cx<'_, '_>,
    typed: &Typed,
    id: ElementId,
    old: Option<&Element>,
) -> Result<(Element, Measure), Problems> {
    let texts = cx.texts();
    let mut problems = lengths(texts, typed);
    problems.extend(worth::problems(texts, |name| typed.get(name)));
    let of_type = cx.structure.model.element_type(&TypeId::new(typed.get("typ")));
    problems.extend(of_type.into_iter().flat_map(|one| typed.own.flaws(texts, one)));
    let choices = choices(cx, typed, &mut problems);
    let Some(choices) = choices.filter(|_| problems.is_empty()) else { return Err(problems) };
    let flag = |name: &str| typed.get(name) == "ja";
    let base =
        old.cloned().unwrap_or_else(|| fresh(id, choices.owner, choices.element_type.clone()));
    let element = Element {
        element_type: choices.element_type,
        owner: choices.owner,
        title: typed.get("titel").to_owned(),
        text: typed.get("text").to_owned(),
        version: old.map_or(1, |old| old.version + 1),
        ..base
    };
    // What has pages of its own stays as it is here.
    let earlier = old.and_then(|old| cx.structure.measure(old.id));
    let measure = Measure {
        id,
        class: choices.class,
        measure_unit: typed.get("enhet").to_owned(),
        decimals: choices.decimals,
        direction: choices.direction,
        method: typed.get("metod").to_owned(),
        source: typed.get("kalla").to_owned(),
        frequency: choices.frequency,
        over_organisation: choices.over_organisation,
        over_time: choices.over_time,
        counts_in_assessment: flag("raknas"),
        controllable: flag("paverkbar"),
        is_percentage: flag("procent"),
        lag_days: choices.lag_days,
        ..earlier.map_or_else(|| Measure::unsaid(id), |measure| Measure::clone(measure))
    };
    Ok((element, worth::put(measure, |name| typed.get(name))))
}

fn fresh(id: ElementId, owner: OrgUnitId, element_type: TypeId) -> Element {
    Element {
        id,
        element_type,
        role: Role::Measure,
        owner,
        number: String::new(),
        title: String::new(),
        text: String::new(),
        responsible: None,
        starts_on: None,
        ends_on: None,
        state: ElementState::Draft,
        decision: None,
        version: 1,
    }
}
