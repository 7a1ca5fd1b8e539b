//! What the form of a measure holds, and what it means.

use std::collections::BTreeMap;

use domain::elements::{Element, ElementState};
use domain::ids::{ElementId, OrgUnitId};
use domain::measures::{Aggregation, Direction, LEAST_COUNT, Measure};
use domain::periods::Frequency;
use domain::steering::{Role, TypeId};

use crate::cx::Cx;
use crate::i18n::Texts;

/// Longest name.
const LONGEST_TITLE: usize = 200;
/// Longest text in the other fields.
const LONGEST_TEXT: usize = 4_000;
/// Most decimals a measure keeps.
const MOST_DECIMALS: u8 = 6;
/// Most days that a value may be agreed to come after its period.
const MOST_LAG_DAYS: u16 = 730;

const FIELDS: [&str; 20] = [
    "id",
    "version",
    "typ",
    "titel",
    "text",
    "agare",
    "mal",
    "klass",
    "enhet",
    "decimaler",
    "riktning",
    "metod",
    "kalla",
    "frekvens",
    "organisation",
    "tid",
    "procent",
    "raknas",
    "paverkbar",
    "dagar",
];

/// What is wrong, by field.
pub(super) type Problems = Vec<(&'static str, String)>;

/// The fields as typed.
#[derive(Clone, Default)]
pub(super) struct Typed(BTreeMap<&'static str, String>);

impl Typed {
    /// What the request brought.
    pub(super) fn sent(cx: &Cx<'_, '_>) -> Self {
        Self(FIELDS.into_iter().map(|name| (name, cx.req.form.text(name).to_owned())).collect())
    }

    /// What is kept.
    pub(super) fn of(element: &Element, measure: &Measure) -> Self {
        let flag = |on: bool| if on { "ja" } else { "" }.to_owned();
        Self(BTreeMap::from([
            ("version", element.version.to_string()),
            ("typ", element.element_type.as_str().to_owned()),
            ("titel", element.title.clone()),
            ("text", element.text.clone()),
            ("agare", element.owner.to_string()),
            ("klass", measure.class.clone()),
            ("enhet", measure.measure_unit.clone()),
            ("decimaler", measure.decimals.to_string()),
            ("riktning", measure.direction.code().to_owned()),
            ("metod", measure.method.clone()),
            ("kalla", measure.source.clone()),
            ("frekvens", measure.frequency.code().to_owned()),
            ("organisation", measure.over_organisation.code().to_owned()),
            ("tid", measure.over_time.code().to_owned()),
            ("procent", flag(measure.is_percentage)),
            ("raknas", flag(measure.counts_in_assessment)),
            ("paverkbar", flag(measure.controllable)),
            ("dagar", measure.lag_days.map(|days| days.to_string()).unwrap_or_default()),
        ]))
    }

    /// One field; empty when it is not there.
    pub(super) fn get(&self, name: &str) -> &str {
        self.0.get(name).map_or("", String::as_str)
    }

    /// Fills a field.
    pub(super) fn set(&mut self, name: &'static str, value: impl Into<String>) {
        self.0.insert(name, value.into());
    }
}

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
    if decimals.is_none() {
        unknown("decimaler", &texts.measures_problem_decimals_range(i64::from(MOST_DECIMALS)));
    }
    if lag_days.is_none() && !days.is_empty() {
        unknown("dagar", &texts.measures_problem_lag(i64::from(MOST_LAG_DAYS)));
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
    cx: &Cx<'_, '_>,
    typed: &Typed,
    id: ElementId,
    old: Option<&Element>,
) -> Result<(Element, Measure), Problems> {
    let mut problems = lengths(cx.texts(), typed);
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
        formula: earlier.and_then(|measure| measure.formula.clone()),
        breakdowns: earlier.map(|measure| measure.breakdowns.clone()).unwrap_or_default(),
        least_count: earlier.map_or(LEAST_COUNT, |measure| measure.least_count),
        lag_days: choices.lag_days,
    };
    Ok((element, measure))
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
