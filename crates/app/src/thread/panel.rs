//! What stands beside the map about the chosen element.

use std::collections::BTreeSet;
use std::sync::Arc;

use domain::access::Action;
use domain::elements::{Element, Structure};
use domain::fulfilment::{Fulfilment, Progress};
use domain::ids::ElementId;
use domain::steering::{Role, TypeId};
use maud::{Markup, PreEscaped, html};

use super::columns::Columns;
use super::notes::{is_work, owner, progress_and_day, shape_of, state_tag};
use super::store::{self, Said};
use super::view::{Look, View};
use crate::assessment::store::{AssessmentKind, of_element};
use crate::assessment::{
    GradesBelow, LevelCounts, forecast_word, fulfilment_symbol, fulfilment_word, grades_below,
};
use crate::cx::Cx;
use crate::i18n::{Texts, number_word};
use crate::measures::{latest_words, shown, target_words};
use crate::steering::{plural, singular};
use crate::web::error::AppError;
use crate::web::ui::{Button, Panel, Tone, bullet, button_link, notice, signal_status, symbol_row};

/// Measures with a bar.
const BARS: usize = 3;
/// Most symbols of what contributes; more are told in numbers.
const SYMBOLS: usize = 60;

/// The panel of an element.
pub(super) fn of(
    cx: &mut Cx<'_, '_>,
    columns: &Columns,
    view: &View,
    focus: &Arc<Element>,
) -> Result<Panel, AppError> {
    let structure = cx.structure.clone();
    let texts = cx.texts();
    let below = grades_below(cx, focus.id)?;
    let contributions = Contributions::of(&structure, columns, focus, &below);
    let only = BTreeSet::from([focus.id]);
    let none = BTreeSet::new();
    let (judged, worked) = if is_work(focus) { (&none, &only) } else { (&only, &none) };
    let said = store::said(cx.tx, judged, worked)?;
    let (shape, word) = shape_of(texts, &structure, focus, &said);
    let element_type = structure.model.element_type(&focus.element_type);
    let term = element_type.map(|found| singular(texts.language, &found.term)).unwrap_or_default();
    let bars = bars(cx, &structure, focus)?;
    let forecast = if is_work(focus) { None } else { forecast(cx, focus.id)? };
    let sentence = sentence(cx, &structure, focus, &said, (forecast, &contributions.grades))?;
    let may_link = cx.can(Action::Plan, focus.owner);
    let body = html! {
        @if structure.is_loose(focus) { (loose(texts, focus, may_link)) }
        (bars)
        (contributions.part(texts, columns, &structure))
    };
    let words = view.with(|view| {
        view.look = Look::Words;
        view.focus = Some(focus.id);
    });
    let open = if is_work(focus) { texts.thread_open_work() } else { texts.thread_open_goal() };
    Ok(Panel {
        eyebrow: format!("{term}, {}", owner(texts, &structure, focus)),
        title: focus.title.clone(),
        status: html! { (signal_status(shape, shape.tone(), &word)) (state_tag(texts, focus)) },
        sentence,
        body,
        actions: html! {
            (button_link(Button::Small, &crate::elements::url(focus), open))
            (button_link(Button::SmallSecondary, &words, texts.thread_read_in_words()))
        },
    })
}

/// Goals further to the right that hang on the element.
struct Contributions<'a> {
    first: Option<&'a TypeId>,
    grades: LevelCounts,
}

impl<'a> Contributions<'a> {
    fn of(
        structure: &'a Structure,
        columns: &Columns,
        focus: &Element,
        below: &GradesBelow,
    ) -> Self {
        let place = columns.place(&focus.element_type);
        let mut all = Self { first: None, grades: LevelCounts::default() };
        for (role, found, _) in structure.families(focus.id) {
            if role == Role::Goal && columns.place(found) > place {
                all.first = all.first.or(Some(found));
                all.grades.add(&below.of_type(found));
            }
        }
        all
    }
}

fn loose(texts: Texts, focus: &Element, may_link: bool) -> Markup {
    let body = html! {
        p { (texts.thread_loose_text()) }
        @if may_link { p { a href={"/mal/" (focus.id) "/koppla"} { (texts.thread_loose_fix()) } } }
    };
    notice(Tone::Concern, texts.thread_loose(), &body)
}

fn forecast(cx: &mut Cx<'_, '_>, id: ElementId) -> Result<Option<Fulfilment>, AppError> {
    let all = of_element(cx.tx, id)?;
    Ok(all.into_iter().find(|one| one.kind == AssessmentKind::Forecast).map(|one| one.level))
}

fn sentence(
    cx: &mut Cx<'_, '_>,
    structure: &Structure,
    focus: &Element,
    said: &Said,
    (forecast, contributions): (Option<Fulfilment>, &LevelCounts),
) -> Result<String, AppError> {
    let texts = cx.texts();
    let mut parts = Vec::new();
    if is_work(focus) {
        let progress = said.progress.get(&focus.id).copied().unwrap_or(Progress::NotStarted);
        parts.push(format!("{}.", progress_and_day(texts, structure, focus, progress, cx.today())));
        let person: BTreeSet<_> = focus.responsible.into_iter().collect();
        let names = store::names(cx.tx, &person)?;
        parts.extend(names.into_values().map(|name| texts.thread_responsible(name)));
    }
    if let Some(forecast) = forecast {
        let element_type = structure.model.element_type(&focus.element_type);
        let word = forecast_word(texts, &structure.model, element_type, forecast);
        parts.push(texts.thread_forecast(super::words::lowered(&word)));
    }
    if contributions.all() > 0 {
        let reached = contributions.count(Fulfilment::Achieved);
        let count =
            |number: usize| number_word(texts.language, i64::try_from(number).unwrap_or(i64::MAX));
        let all = i64::try_from(contributions.all()).unwrap_or(i64::MAX);
        let some = domain::steering::capitalised(&count(reached));
        parts.push(if reached == 0 {
            texts.thread_none_reached().to_owned()
        } else {
            texts.thread_reached(all, count(contributions.all()), some)
        });
    }
    Ok(parts.join(" "))
}

fn bars(cx: &mut Cx<'_, '_>, structure: &Structure, focus: &Element) -> Result<Markup, AppError> {
    let texts = cx.texts();
    let today = cx.today();
    let mut rows = Vec::new();
    let mut heading = String::new();
    // What counts in the judgement says most about the goal.
    let mut measures = structure.measures_of(focus.id);
    measures.sort_by_key(|(_, measure)| !measure.counts_in_assessment);
    for (index, (element, measure)) in measures.into_iter().take(BARS).enumerate() {
        let Some(shown) = shown(cx, structure, element.id, focus.owner, today)? else {
            continue;
        };
        let Some(value) = latest_words(texts, measure, &shown) else { continue };
        let id = format!("stapel-{index}");
        let bar = crate::measures::bullet(texts, &id, &element.title, measure, &shown)
            .unwrap_or_default();
        let target = shown
            .target
            .as_ref()
            .map(|target| texts.thread_target(target_words(texts, measure, target)));
        rows.push(bullet(&element.title, &value, &target.unwrap_or_default(), &PreEscaped(bar)));
        if heading.is_empty() {
            let found = structure.model.element_type(&element.element_type);
            heading = found.map(|found| plural(texts.language, &found.term)).unwrap_or_default();
        }
    }
    Ok(html! {
        @if !rows.is_empty() {
            h3 { (heading) }
            @for row in &rows { (row) }
        }
    })
}

impl Contributions<'_> {
    fn part(&self, texts: Texts, columns: &Columns, structure: &Structure) -> Markup {
        let Some(first) = self.first.filter(|_| self.grades.all() > 0) else { return html! {} };
        let grades = [
            Fulfilment::Achieved,
            Fulfilment::Partly,
            Fulfilment::NotAchieved,
            Fulfilment::CannotTell,
            Fulfilment::NotAssessed,
        ];
        let counted: Vec<(Fulfilment, usize)> = grades
            .into_iter()
            .map(|grade| (grade, self.grades.count(grade)))
            .filter(|(_, count)| *count > 0)
            .collect();
        let symbols: Vec<_> = counted
            .iter()
            .flat_map(|(grade, count)| std::iter::repeat_n(fulfilment_symbol(*grade), *count))
            .collect();
        let element_type = structure.model.element_type(first);
        let words: Vec<String> = counted
            .iter()
            .map(|(grade, count)| {
                let word = fulfilment_word(texts, &structure.model, element_type, *grade);
                format!("{count} {}", super::words::lowered(&word))
            })
            .collect();
        let place = columns.place(first).unwrap_or(0);
        let heading = match columns.columns.get(place).map(|column| column.tier) {
            Some(super::columns::Tier::Workplace) => texts.thread_contributions(),
            _ => texts.thread_goals_below(),
        };
        html! {
            h3 { (heading) }
            // The first of very many symbols would say something else than all of them.
            @if symbols.len() <= SYMBOLS { (symbol_row(&symbols)) }
            p.soft { (words.join(", ")) }
        }
    }
}
