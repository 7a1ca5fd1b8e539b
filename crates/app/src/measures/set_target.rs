//! Setting a target level for a year, for everyone or for one org unit.

use domain::access::Action;
use domain::elements::{Element, Structure};
use domain::ids::{ElementId, OrgUnitId};
use domain::measures::{Measure, Target, TargetProblem, parse_decimal};
use domain::periods::Period;
use domain::steering::TargetKind;
use maud::{Markup, html};

use super::{target_words, value_words};
use crate::cx::Cx;
use crate::elements::store as nodes;
use crate::frame::Nav;
use crate::i18n::Texts;
use crate::web::error::{Answer, OrNotFound};
use crate::web::response::Response;
use crate::web::ui::{
    Button, Choice, Column, Field, PageHead, Problem, Row, Table, button, error_summary, form_end,
    page_header,
};

/// The kinds a person sets by form; the others follow from the steering model.
const KINDS: [TargetKind; 4] =
    [TargetKind::AtLeast, TargetKind::AtMost, TargetKind::Equal, TargetKind::Range];

#[derive(Default)]
struct Typed {
    period: String,
    org_unit: String,
    kind: String,
    low: String,
    high: String,
}

/// Shows the levels set and a form for one more.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let id: ElementId = cx.req.param("id").or_not_found()?;
    let structure = cx.structure.clone();
    let element = structure.element(id).or_not_found()?;
    let measure = structure.measure(id).or_not_found()?;
    cx.may(Action::Plan, element.owner)?;
    let typed = Typed { period: cx.today().year().to_string(), ..Typed::default() };
    let body = body(cx, &structure, (element, measure), &typed, None);
    Ok(cx.page(&super::terms::target_term(&structure, cx.texts()), Nav::Measures, &body))
}

/// Keeps a level.
pub(super) fn set_target(cx: &mut Cx<'_, '_>) -> Answer {
    let id: ElementId = cx.req.param("id").or_not_found()?;
    let structure = cx.structure.clone();
    let element = structure.element(id).or_not_found()?;
    let measure = structure.measure(id).or_not_found()?;
    cx.may(Action::Plan, element.owner)?;
    let sent = &cx.req.form;
    let typed = Typed {
        period: sent.text("period").to_owned(),
        org_unit: sent.text("enhet").to_owned(),
        kind: sent.text("slag").to_owned(),
        low: sent.text("niva").to_owned(),
        high: sent.text("till").to_owned(),
    };
    match read(cx.texts(), &structure, measure, &typed) {
        Ok(target) => {
            nodes::insert_target(cx.tx, &target)?;
            Ok(Response::see_other(&format!("{}/styrtal", super::url(id))))
        }
        Err(problem) => {
            let body = body(cx, &structure, (element, measure), &typed, Some(&problem));
            let title = super::terms::target_term(&structure, cx.texts());
            Ok(cx.refused(&title, Nav::Measures, &body))
        }
    }
}

type Refused = (&'static str, String);

fn read(
    texts: Texts,
    structure: &Structure,
    measure: &Measure,
    typed: &Typed,
) -> Result<Target, Refused> {
    let unknown = |field: &'static str| (field, texts.web_unknown_choice().to_owned());
    let period: Period =
        typed.period.parse().map_err(|_| ("period", texts.measures_problem_year().to_owned()))?;
    let kind: TargetKind = typed.kind.parse().map_err(|_| unknown("slag"))?;
    let org_unit = if typed.org_unit.is_empty() {
        None
    } else {
        let id: OrgUnitId = typed.org_unit.parse().map_err(|_| unknown("enhet"))?;
        structure.organisation.get(id).ok_or_else(|| unknown("enhet"))?;
        Some(id)
    };
    let level = |field: &'static str, text: &str| {
        if text.is_empty() {
            return Ok(None);
        }
        parse_decimal(text, measure.decimals)
            .map(Some)
            .map_err(|problem| (field, super::record_outcome::explain(texts, problem.into())))
    };
    let target = Target {
        measure: measure.id,
        org_unit,
        period,
        kind,
        low: level("niva", &typed.low)?,
        high: level("till", &typed.high)?,
    };
    target.check().map_err(|problem| match problem {
        TargetProblem::NeedsLevel => ("niva", texts.measures_problem_level().to_owned()),
        TargetProblem::NeedsRange => ("till", texts.measures_problem_range().to_owned()),
    })?;
    Ok(target)
}

fn body(
    cx: &Cx<'_, '_>,
    structure: &Structure,
    (element, measure): (&Element, &Measure),
    typed: &Typed,
    problem: Option<&Refused>,
) -> Markup {
    let texts = cx.texts();
    let term = super::terms::target_term(structure, texts);
    let head =
        PageHead { eyebrow: element.title.clone(), title: term.clone(), ..PageHead::default() };
    let summary: Vec<Problem> = problem.iter().map(|(at, words)| Problem::at(*at, words)).collect();
    let wrong = |name: &str| {
        problem.as_ref().filter(|(at, _)| *at == name).map(|(_, words)| words.as_str())
    };
    let kinds = KINDS
        .iter()
        .map(|kind| {
            Choice::new(kind.key(), kind_word(texts, *kind)).chosen(kind.key() == typed.kind)
        })
        .collect();
    let mut units = vec![Choice::new("", texts.measures_everyone())];
    units.extend(crate::organisation::choices(cx, Action::Plan, &typed.org_unit));
    let submit = html! { (button(Button::Primary, texts.web_save(), None)) };
    html! {
        div.wrap.page {
            @if !summary.is_empty() { (error_summary(texts.web_problems(), &summary)) }
            (page_header(&head))
            (levels(texts, structure, measure, &term))
            form.form method="post" action={(super::url(element.id)) "/styrtal"} {
                (Field::text("period", texts.measures_target_period()).value(&typed.period).problem(wrong("period")))
                (Field::select("enhet", texts.measures_org_unit(), units).problem(wrong("enhet")))
                (Field::select("slag", texts.measures_target_kind(), kinds).problem(wrong("slag")))
                (Field::number("niva", texts.measures_level()).value(&typed.low).unit(&measure.measure_unit).problem(wrong("niva")))
                (Field::number("till", texts.measures_level_to()).value(&typed.high).unit(&measure.measure_unit).optional(texts.web_optional()).problem(wrong("till")))
                (form_end(&submit, None))
            }
        }
    }
}

fn kind_word(texts: Texts, kind: TargetKind) -> &'static str {
    match kind {
        TargetKind::AtLeast => texts.measures_kind_at_least(),
        TargetKind::AtMost => texts.measures_kind_at_most(),
        TargetKind::Range => texts.measures_kind_range(),
        _ => texts.measures_kind_equal(),
    }
}

fn levels(texts: Texts, structure: &Structure, measure: &Measure, term: &str) -> Markup {
    let mut targets: Vec<&Target> = structure.targets(measure.id).iter().collect();
    targets.sort_by_key(|target| std::cmp::Reverse(target.period));
    let rows = targets
        .iter()
        .map(|target| {
            let whose = target.org_unit.map_or_else(
                || texts.measures_everyone().to_owned(),
                |unit| structure.organisation.name(unit).to_owned(),
            );
            let words = target_words(texts, measure, target);
            let words = if words.is_empty() {
                target.low.map(|low| value_words(texts.language, measure, low)).unwrap_or_default()
            } else {
                words
            };
            Row::words(&[target.period.to_string(), whose, words])
        })
        .collect::<Vec<_>>();
    if rows.is_empty() {
        return html! {};
    }
    let columns = vec![
        Column::text(texts.measures_period()),
        Column::text(texts.measures_org_unit()),
        Column::text(term),
    ];
    html! { (Table::new("nivaer", term, columns, rows)) }
}
