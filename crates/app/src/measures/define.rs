//! Defining a measure: what is measured, how, and how values are put together.

use std::collections::BTreeMap;

use domain::access::Action;
use domain::elements::{Element, ElementState, Link, Structure};
use domain::ids::{ElementId, LinkId, OrgUnitId};
use domain::measures::{Aggregation, Direction, Measure};
use domain::periods::Frequency;
use domain::steering::{Role, TypeId};
use maud::{Markup, html};

use crate::cx::Cx;
use crate::elements::store as nodes;
use crate::frame::Nav;
use crate::i18n::Texts;
use crate::web::error::{Answer, AppError, OrNotFound};
use crate::web::response::Response;
use crate::web::ui::{
    Button, Choice, Field, PageHead, Problem, button, error_summary, form_end, page_header,
};

/// Longest name.
const LONGEST_TITLE: usize = 200;
/// Longest text in the other fields.
const LONGEST_TEXT: usize = 4_000;

/// What a direction is called.
pub(super) fn direction_word(texts: Texts, direction: Direction) -> &'static str {
    match direction {
        Direction::Higher => texts.measures_higher(),
        Direction::Lower => texts.measures_lower_better(),
        Direction::Neutral => texts.measures_neutral(),
    }
}

/// What a frequency is called.
pub(super) fn frequency_word(texts: Texts, frequency: Frequency) -> &'static str {
    match frequency {
        Frequency::Month => texts.measures_month(),
        Frequency::Tertial => texts.measures_each_tertial(),
        Frequency::HalfYear => texts.measures_each_half_year(),
        Frequency::Year => texts.measures_year(),
    }
}

fn aggregation_word(texts: Texts, aggregation: Aggregation) -> &'static str {
    match aggregation {
        Aggregation::Sum => texts.measures_sum(),
        Aggregation::Mean => texts.measures_mean_of(),
        Aggregation::Latest => texts.measures_latest(),
        Aggregation::None => texts.measures_not_added(),
    }
}

/// What the municipality calls a target level.
pub(super) fn target_term(structure: &Structure, texts: Texts) -> String {
    crate::steering::target_term(&structure.model).unwrap_or_else(|| texts.measures_target_word().to_owned())
}

/// The names of the fields, as typed.
type Typed = BTreeMap<&'static str, String>;
type Problems = Vec<(&'static str, String)>;

const FIELDS: [&str; 16] = [
    "id", "version", "typ", "titel", "text", "agare", "mal", "klass", "enhet", "decimaler", "riktning",
    "metod", "kalla", "frekvens", "organisation", "tid",
];

/// A form for a new measure.
pub(super) fn new(cx: &mut Cx<'_, '_>) -> Answer {
    let mut typed = Typed::new();
    typed.insert("id", cx.new_id::<ElementId>().to_string());
    typed.insert("mal", cx.req.query.text("mal").to_owned());
    typed.insert("decimaler", "0".to_owned());
    if let Some(home) = cx.visit.person.as_ref().and_then(|person| person.home()) {
        typed.insert("agare", home.to_string());
    }
    let body = form(cx, &typed, &[], None);
    Ok(cx.page(cx.texts().measures_new(), Nav::Measures, &body))
}

/// A form with what is kept.
pub(super) fn edit(cx: &mut Cx<'_, '_>) -> Answer {
    let id: ElementId = cx.req.param("id").or_not_found()?;
    let structure = cx.structure.clone();
    let element = structure.element(id).or_not_found()?;
    let measure = structure.measure(id).or_not_found()?;
    cx.may(Action::Plan, element.owner)?;
    let typed = typed_of(element, measure);
    let body = form(cx, &typed, &[], Some(id));
    Ok(cx.page(cx.texts().measures_edit(), Nav::Measures, &body))
}

fn typed_of(element: &Element, measure: &Measure) -> Typed {
    let flag = |on: bool| if on { "ja" } else { "" }.to_owned();
    Typed::from([
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
    ])
}

fn typed_now(cx: &Cx<'_, '_>) -> Typed {
    FIELDS
        .into_iter()
        .chain(["procent", "raknas", "paverkbar"])
        .map(|name| (name, cx.req.form.text(name).to_owned()))
        .collect()
}

/// Makes a measure, with its link to the goal it measures when one was chosen.
pub(super) fn create(cx: &mut Cx<'_, '_>) -> Answer {
    let typed = typed_now(cx);
    let id: ElementId = cx.client_id();
    let structure = cx.structure.clone();
    if structure.element(id).is_some() {
        return Ok(Response::see_other(&super::url(id)));
    }
    let (element, measure) = match read(cx, &typed, id, None) {
        Ok(both) => both,
        Err(problems) => return Ok(again(cx, &typed, &problems, None)),
    };
    cx.may(Action::Plan, element.owner)?;
    let link = match goal_link(cx, &typed, &element) {
        Ok(link) => link,
        Err(problem) => return Ok(again(cx, &typed, &[problem], None)),
    };
    nodes::insert_element(cx.tx, &element)?;
    nodes::insert_measure(cx.tx, &measure)?;
    if let Some(link) = link {
        nodes::insert_link(cx.tx, &link)?;
    }
    Ok(Response::see_other(&super::url(id)))
}

fn goal_link(
    cx: &Cx<'_, '_>,
    typed: &Typed,
    element: &Element,
) -> Result<Option<Link>, (&'static str, String)> {
    let wanted = typed.get("mal").map_or("", String::as_str);
    if wanted.is_empty() {
        return Ok(None);
    }
    let refused = || ("mal", cx.texts().web_unknown_choice().to_owned());
    let parent: ElementId = wanted.parse().map_err(|_| refused())?;
    let upper = cx.structure.element(parent).ok_or_else(refused)?;
    let model = &cx.structure.model;
    let kind = crate::steering::link_between(model, &element.element_type, &upper.element_type)
        .ok_or_else(|| ("mal", cx.texts().measures_problem_goal().to_owned()))?;
    Ok(Some(Link { id: cx.new_id::<LinkId>(), child: element.id, parent, kind }))
}

/// Keeps a changed measure.
pub(super) fn change(cx: &mut Cx<'_, '_>) -> Answer {
    let id: ElementId = cx.req.param("id").or_not_found()?;
    let structure = cx.structure.clone();
    let old = structure.element(id).or_not_found()?;
    structure.measure(id).or_not_found()?;
    cx.may(Action::Plan, old.owner)?;
    let typed = typed_now(cx);
    let (element, measure) = match read(cx, &typed, id, Some(old)) {
        Ok(both) => both,
        Err(problems) => return Ok(again(cx, &typed, &problems, Some(id))),
    };
    cx.may(Action::Plan, element.owner)?;
    if typed.get("version").and_then(|version| version.parse().ok()) != Some(old.version) {
        return Err(AppError::Stale);
    }
    nodes::change_element(cx.tx, "change", &element)?;
    nodes::update_measure(cx.tx, &measure, element.version)?;
    Ok(Response::see_other(&super::url(id)))
}

fn read(
    cx: &Cx<'_, '_>,
    typed: &Typed,
    id: ElementId,
    old: Option<&Element>,
) -> Result<(Element, Measure), Problems> {
    let texts = cx.texts();
    let mut problems = Problems::new();
    let value = |name: &str| typed.get(name).map_or("", String::as_str);
    let flag = |name: &str| value(name) == "ja";
    if value("titel").is_empty() {
        problems.push(("titel", texts.web_required().to_owned()));
    }
    for (name, most) in [("titel", LONGEST_TITLE), ("text", LONGEST_TEXT), ("metod", LONGEST_TEXT), ("kalla", LONGEST_TEXT), ("enhet", LONGEST_TITLE)] {
        let written = value(name).chars().count();
        if written > most {
            problems.push((name, texts.web_too_long(most, written)));
        }
    }
    let model = &cx.structure.model;
    let type_id = TypeId::new(value("typ"));
    let known_type = model.element_type(&type_id).filter(|known| known.role == Role::Measure);
    let owner: Option<OrgUnitId> = value("agare").parse().ok();
    let owner = owner.filter(|owner| cx.structure.organisation.get(*owner).is_some());
    let direction = value("riktning").parse::<Direction>().ok();
    let frequency = value("frekvens").parse::<Frequency>().ok();
    let over_organisation = value("organisation").parse::<Aggregation>().ok();
    let over_time = value("tid").parse::<Aggregation>().ok();
    let decimals = value("decimaler").parse::<u8>().ok().filter(|decimals| *decimals <= 6);
    for (name, known) in [
        ("typ", known_type.is_some()),
        ("agare", owner.is_some()),
        ("riktning", direction.is_some()),
        ("frekvens", frequency.is_some()),
        ("organisation", over_organisation.is_some()),
        ("tid", over_time.is_some()),
        ("decimaler", decimals.is_some()),
    ] {
        if !known {
            problems.push((name, texts.web_unknown_choice().to_owned()));
        }
    }
    let (Some(owner), Some(direction), Some(frequency), Some(over_organisation), Some(over_time), Some(decimals), true) =
        (owner, direction, frequency, over_organisation, over_time, decimals, problems.is_empty())
    else {
        return Err(problems);
    };
    let base = old.cloned().unwrap_or_else(|| fresh(id, owner, type_id.clone()));
    let version = old.map_or(1, |old| old.version + 1);
    let element = Element {
        element_type: type_id,
        owner,
        title: value("titel").to_owned(),
        text: value("text").to_owned(),
        version,
        ..base
    };
    let measure = Measure {
        id,
        class: value("klass").to_owned(),
        measure_unit: value("enhet").to_owned(),
        decimals,
        direction,
        method: value("metod").to_owned(),
        source: value("kalla").to_owned(),
        frequency,
        over_organisation,
        over_time,
        counts_in_assessment: flag("raknas"),
        controllable: flag("paverkbar"),
        is_percentage: flag("procent"),
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

fn again(cx: &Cx<'_, '_>, typed: &Typed, problems: &[(&'static str, String)], id: Option<ElementId>) -> Response {
    let title = if id.is_some() { cx.texts().measures_edit() } else { cx.texts().measures_new() };
    cx.refused(title, Nav::Measures, &form(cx, typed, problems, id))
}

fn form(cx: &Cx<'_, '_>, typed: &Typed, problems: &[(&'static str, String)], id: Option<ElementId>) -> Markup {
    let texts = cx.texts();
    let value = |name: &str| typed.get(name).map_or("", String::as_str);
    let problem = |name: &str| problems.iter().find(|(at, _)| *at == name).map(|(_, words)| words.as_str());
    let title = if id.is_some() { texts.measures_edit() } else { texts.measures_new() };
    let head = PageHead { title: title.to_owned(), lead: texts.measures_form_lead().to_owned(), ..PageHead::default() };
    let summary: Vec<Problem> = problems.iter().map(|(at, words)| Problem::at(*at, words)).collect();
    let text = |name: &'static str, label: &str| Field::text(name, label).value(value(name)).problem(problem(name));
    let area = |name: &'static str, label: &str| Field::textarea(name, label).rows(3).value(value(name)).problem(problem(name)).optional(texts.web_optional());
    let select = |name: &'static str, label: &str, choices: Vec<Choice>| Field::select(name, label, choices).problem(problem(name));
    let yes = |name: &'static str, label: &str| {
        Field::checkboxes(name, "", vec![Choice::new("ja", label).chosen(value(name) == "ja")]).hide_label()
    };
    let action = id.map_or_else(|| "/matt".to_owned(), super::url);
    let submit = html! { (button(Button::Primary, texts.web_save(), None)) };
    html! {
        div.wrap {
            @if !summary.is_empty() { (error_summary(texts.web_problems(), &summary)) }
            (page_header(&head))
            form.form method="post" action=(action) {
                input type="hidden" name="id" value=(value("id"));
                input type="hidden" name="version" value=(value("version"));
                (text("titel", texts.measures_name()).required())
                (area("text", texts.measures_text()))
                (select("typ", texts.measures_type(), type_choices(cx, value("typ"))))
                @if id.is_none() { (select("mal", texts.measures_goal(), goal_choices(cx, value("mal"))).optional(texts.web_optional())) }
                (select("agare", texts.measures_owner(), crate::organisation::choices(cx, Action::Plan, value("agare"))))
                (select("klass", texts.measures_class(), class_choices(cx, value("klass"))))
                (text("enhet", texts.measures_unit()).hint(texts.measures_unit_hint()))
                (text("decimaler", texts.measures_decimals()))
                (yes("procent", texts.measures_is_percentage()))
                (select("riktning", texts.measures_direction(), words(Direction::ALL, value("riktning"), |one| (one.code(), direction_word(texts, one)))))
                (area("metod", texts.measures_method()))
                (area("kalla", texts.measures_source()))
                (select("frekvens", texts.measures_frequency(), words(&Frequency::ALL, value("frekvens"), |one| (one.code(), frequency_word(texts, one)))))
                (select("organisation", texts.measures_over_organisation(), words(Aggregation::ALL, value("organisation"), |one| (one.code(), aggregation_word(texts, one)))))
                (select("tid", texts.measures_over_time(), words(Aggregation::ALL, value("tid"), |one| (one.code(), aggregation_word(texts, one)))))
                (yes("raknas", texts.measures_counts()))
                (yes("paverkbar", texts.measures_controllable()))
                (form_end(&submit, None))
            }
        }
    }
}

fn words<T: Copy>(all: &[T], chosen: &str, word: impl Fn(T) -> (&'static str, &'static str)) -> Vec<Choice> {
    all.iter()
        .map(|one| {
            let (code, word) = word(*one);
            Choice::new(code, word).chosen(code == chosen)
        })
        .collect()
}

fn type_choices(cx: &Cx<'_, '_>, chosen: &str) -> Vec<Choice> {
    cx.structure
        .model
        .types_with_role(Role::Measure)
        .map(|one| Choice::new(one.id.as_str(), crate::steering::singular(cx.language(), &one.term)).chosen(one.id.as_str() == chosen))
        .collect()
}

fn class_choices(cx: &Cx<'_, '_>, chosen: &str) -> Vec<Choice> {
    cx.structure
        .model
        .types_with_role(Role::Measure)
        .flat_map(|one| &one.classes)
        .map(|class| Choice::new(&class.name, &class.name).chosen(class.name == chosen))
        .collect()
}

fn goal_choices(cx: &Cx<'_, '_>, chosen: &str) -> Vec<Choice> {
    let none = std::iter::once(Choice::new("", "–"));
    let structure = &cx.structure;
    let goals = structure
        .model
        .types_with_role(Role::Goal)
        .flat_map(|one| structure.of_type(&one.id))
        .filter(|goal| cx.can(Action::Plan, goal.owner))
        .map(|goal| {
            let id = goal.id.to_string();
            let here = id == chosen;
            Choice::new(id, format!("{} ({})", goal.title, structure.organisation.name(goal.owner))).chosen(here)
        });
    none.chain(goals).collect()
}
