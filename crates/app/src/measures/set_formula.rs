//! Saying how a measure is computed from others: letters for measures chosen from a list, and a line
//! of arithmetic.

use std::collections::BTreeSet;

use domain::elements::{Element, Structure};
use domain::ids::ElementId;
use domain::measures::Measure;
use domain::measures::formula::{Expression, Formula, FormulaProblem, letter};

use super::formula_form::Form;
use super::planning::plannable;
use super::sound_formula::{Unsound, unsound, way_words};
use super::store;
use crate::choosing::is_searching;
use crate::cx::Cx;
use crate::elements::store as nodes;
use crate::frame::Nav;
use crate::i18n::Texts;
use crate::web::error::{Answer, AppError};
use crate::web::response::Response;

/// Measures that a formula may name.
pub(super) const PLACES: [&str; 5] = ["a", "b", "c", "d", "e"];

/// What is wrong: the field and the words.
pub(super) type Refused = (&'static str, String);

/// The fields as typed.
#[derive(Default)]
pub(super) struct Typed {
    pub(super) text: String,
    /// The identities of the measures chosen, by letter.
    pub(super) chosen: [String; PLACES.len()],
    pub(super) version: String,
}

impl Typed {
    /// What is kept.
    fn of(element: &Element, measure: &Measure) -> Self {
        let mut typed = Self { version: element.version.to_string(), ..Self::default() };
        if let Some(formula) = &measure.formula {
            let parts = formula.measures();
            for (place, part) in typed.chosen.iter_mut().zip(&parts) {
                *place = part.to_string();
            }
            let place = |id: &ElementId| parts.iter().position(|part| *part == id).unwrap_or(0);
            typed.text = formula.written(&|id| letter(place(id)).to_string());
        }
        typed
    }
}

/// What is kept, in the letters of the form and the names they stand for.
fn in_words(cx: &Cx<'_, '_>, element: &Element, measure: &Measure) -> String {
    let kept = Typed::of(element, measure);
    let chosen = kept.chosen.iter().zip(0..).filter(|(part, _)| !part.is_empty());
    let names = chosen.map(|(part, place)| {
        let part = part.parse().ok().and_then(|id| cx.structure.element(id));
        let seen = part.filter(|part| cx.may_see(part)).map(|part| part.title.as_str());
        let title = seen.unwrap_or(cx.texts().measures_formula_hidden());
        format!("{} = {title}", letter(place))
    });
    let names: Vec<String> = names.collect();
    if kept.text.is_empty() {
        cx.texts().measures_not_stated().to_owned()
    } else {
        format!("{} ({})", kept.text, names.join(", "))
    }
}

/// Shows the form.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let structure = cx.structure.clone();
    let (element, measure) = plannable(cx, &structure)?;
    let id = element.id;
    if !element.is_editable() {
        return Ok(Response::see_other(&super::url(id)));
    }
    let form = Form {
        element,
        measure,
        typed: Typed::of(element, measure),
        problem: None,
        theirs: Vec::new(),
    };
    Ok(cx.page(cx.texts().measures_formula_set(), Nav::Measures, &form.body(cx)))
}

/// Keeps the formula, or takes it away when nothing is written.
pub(super) fn set_formula(cx: &mut Cx<'_, '_>) -> Answer {
    let structure = cx.structure.clone();
    let (element, measure) = plannable(cx, &structure)?;
    let id = element.id;
    let sent = &cx.req.form;
    let typed = Typed {
        text: sent.text("formel").to_owned(),
        chosen: PLACES.map(|name| sent.text(name).to_owned()),
        version: sent.text("version").to_owned(),
    };
    let refused = |cx: &Cx<'_, '_>, typed: Typed, problem: Refused| {
        let form = Form { element, measure, typed, problem: Some(problem), theirs: Vec::new() };
        Ok(cx.refused(cx.texts().measures_formula_set(), Nav::Measures, &form.body(cx)))
    };
    if is_searching(cx) {
        let form = Form { element, measure, typed, problem: None, theirs: Vec::new() };
        return Ok(cx.page(cx.texts().measures_formula_set(), Nav::Measures, &form.body(cx)));
    }
    if !element.is_editable() {
        let words = cx.texts().measures_problem_adopted().to_owned();
        return refused(cx, typed, ("formel", words));
    }
    let reworded = store::reworded(cx.tx, id)?;
    let formula = match read(cx, &structure, measure, reworded, &typed) {
        Ok(formula) => formula,
        Err(problem) => return refused(cx, typed, problem),
    };
    if formula == measure.formula {
        return Ok(Response::see_other(&super::url(id)));
    }
    if formula.is_some() && bound(cx, id, reworded)? {
        let words = cx.texts().measures_problem_has_values().to_owned();
        return refused(cx, typed, ("formel", words));
    }
    if typed.version != element.version.to_string() {
        let words = cx.texts().measures_formula_conflict().to_owned();
        let typed = Typed { version: element.version.to_string(), ..typed };
        let theirs = vec![(cx.texts().measures_formula(), in_words(cx, element, measure))];
        let form = Form { element, measure, typed, problem: Some(("formel", words)), theirs };
        let title = cx.texts().measures_formula_set();
        return Ok(cx.conflicting(title, Nav::Measures, &form.body(cx)));
    }
    let next = Element { version: element.version + 1, ..Element::clone(element) };
    nodes::change_element(cx.tx, "change", &next)?;
    nodes::update_measure(cx.tx, &Measure { formula, ..Measure::clone(measure) }, next.version)?;
    Ok(Response::see_other(&super::url(id)))
}

/// Whether values have been reported of the measure or of the one that it gives new words.
fn bound(
    cx: &mut Cx<'_, '_>,
    id: ElementId,
    reworded: Option<ElementId>,
) -> Result<bool, AppError> {
    if store::has_values(cx.tx, id)? {
        return Ok(true);
    }
    match reworded {
        Some(reworded) => Ok(store::has_values(cx.tx, reworded)?),
        None => Ok(false),
    }
}

fn read(
    cx: &Cx<'_, '_>,
    structure: &Structure,
    measure: &Measure,
    reworded: Option<ElementId>,
    typed: &Typed,
) -> Result<Option<Formula>, Refused> {
    let texts = cx.texts();
    if typed.text.trim().is_empty() {
        return Ok(None);
    }
    let mut chosen = [None; PLACES.len()];
    let mut taken = BTreeSet::new();
    for ((place, name), text) in chosen.iter_mut().zip(PLACES).zip(&typed.chosen) {
        if text.is_empty() {
            continue;
        }
        let unknown = || (name, texts.web_unknown_choice().to_owned());
        let id: ElementId = text.parse().map_err(|_| unknown())?;
        let part = structure.measure(id).ok_or_else(unknown)?;
        let element = structure.element(id).filter(|one| one.is_current() && cx.may_see(one));
        element.ok_or_else(unknown)?;
        if part.frequency != measure.frequency {
            return Err((name, texts.measures_problem_part_frequency().to_owned()));
        }
        if !taken.insert(id) {
            return Err((name, texts.measures_problem_part_twice().to_owned()));
        }
        *place = Some(id);
    }
    let known = |place: usize| chosen.get(place).is_some_and(Option::is_some);
    let letters = Expression::of_letters(&typed.text, known)
        .map_err(|problem| ("formel", formula_problem(texts, &problem)))?;
    let formula = letters.renamed(&mut |place| chosen.get(*place).copied().flatten());
    let formula = formula.ok_or_else(|| ("formel", texts.web_unknown_choice().to_owned()))?;
    if formula.measures().is_empty() {
        return Err(("formel", texts.measures_problem_no_part().to_owned()));
    }
    if !formula.can_have_a_value() {
        return Err(("formel", texts.measures_formula_never().to_owned()));
    }
    // New words are weighed as what they will be once they are decided, too.
    for measure in std::iter::once(measure.id).chain(reworded) {
        let formula_of = |id: ElementId| {
            if id == measure { Some(&formula) } else { structure.measure(id)?.formula.as_ref() }
        };
        match unsound(structure, measure, &formula, formula_of) {
            None => {}
            Some(Unsound::Circle(way)) => {
                return Err(("formel", texts.measures_problem_circle(way_words(cx, &way))));
            }
            Some(Unsound::TooLarge) => {
                return Err(("formel", texts.measures_problem_too_large().to_owned()));
            }
        }
    }
    Ok(Some(formula))
}

fn formula_problem(texts: Texts, problem: &FormulaProblem) -> String {
    let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    match problem {
        FormulaProblem::Empty => texts.measures_formula_empty().to_owned(),
        FormulaProblem::TooLong { most } => texts.measures_formula_long(count(*most)),
        FormulaProblem::TooDeep { most } => texts.measures_formula_deep(count(*most)),
        FormulaProblem::UnknownSign { sign, at } => {
            texts.measures_formula_sign(count(*at), sign.to_string())
        }
        FormulaProblem::UnknownMeasure { name } => texts.measures_formula_letter(name),
        FormulaProblem::NotANumber { text } => texts.measures_formula_number(text),
        FormulaProblem::ValueWanted { at } => texts.measures_formula_value(count(*at)),
        FormulaProblem::RuleWanted { at } => texts.measures_formula_rule(count(*at)),
        FormulaProblem::Unmatched { at } => texts.measures_formula_unmatched(count(*at)),
    }
}
