//! Saying by what a measure is broken down, with the groups there are, and how few are too few.

use domain::elements::Element;
use domain::measures::{BreakdownProblem, Measure, read_breakdowns, write_breakdowns};
use maud::{Markup, html};

use super::few::withhold_again;
use super::planning::{plannable, theirs_notice};
use crate::cx::Cx;
use crate::elements::store as nodes;
use crate::form_page::FormPage;
use crate::frame::Nav;
use crate::i18n::Texts;
use crate::web::error::Answer;
use crate::web::response::Response;
use crate::web::ui::{Field, PageHead, Problem};

/// Most letters of all lines together.
const LONGEST: usize = 4_000;
/// How few may be too few at most.
const MOST_LEAST: u16 = 100;

/// What the form holds.
struct Typed {
    lines: String,
    least: String,
    version: String,
}

/// Shows the form.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let structure = cx.structure.clone();
    let (element, measure) = plannable(cx, &structure)?;
    let id = element.id;
    if !element.is_editable() {
        return Ok(Response::see_other(&super::url(id)));
    }
    let typed = Typed {
        lines: write_breakdowns(&measure.breakdowns),
        least: measure.least_count.to_string(),
        version: element.version.to_string(),
    };
    let body = body(cx, element, &typed, (&[], &[]));
    Ok(cx.page(cx.texts().measures_breakdowns_set(), Nav::Measures, &body))
}

/// Keeps the groups.
pub(super) fn set_breakdowns(cx: &mut Cx<'_, '_>) -> Answer {
    let structure = cx.structure.clone();
    let (element, measure) = plannable(cx, &structure)?;
    let id = element.id;
    let sent = &cx.req.form;
    let typed = Typed {
        lines: sent.text("uppdelning").to_owned(),
        least: sent.text("minst").to_owned(),
        version: sent.text("version").to_owned(),
    };
    let texts = cx.texts();
    let title = texts.measures_breakdowns_set();
    let decided = if element.is_editable() {
        read(texts, measure, &typed)
    } else {
        Err(Problem::at("uppdelning", texts.measures_problem_adopted()))
    };
    let next = match decided {
        Ok(next) => next,
        Err(problem) => {
            let body = body(cx, element, &typed, (&[problem], &[]));
            return Ok(cx.refused(title, Nav::Measures, &body));
        }
    };
    if next == **measure {
        return Ok(Response::see_other(&super::url(id)));
    }
    if typed.version != element.version.to_string() {
        let problem = Problem::at("uppdelning", texts.measures_breakdowns_conflict());
        let typed = Typed { version: element.version.to_string(), ..typed };
        let theirs = [
            (
                texts.measures_breakdowns(),
                write_breakdowns(&measure.breakdowns).replace('\n', "; "),
            ),
            (texts.measures_least(), measure.least_count.to_string()),
        ];
        let body = body(cx, element, &typed, (&[problem], &theirs));
        return Ok(cx.conflicting(title, Nav::Measures, &body));
    }
    let changed = Element { version: element.version + 1, ..Element::clone(element) };
    nodes::change_element(cx.tx, "change", &changed)?;
    nodes::update_measure(cx.tx, &next, changed.version)?;
    withhold_again(cx, [id])?;
    Ok(Response::see_other(&super::url(id)))
}

fn read(texts: Texts, measure: &Measure, typed: &Typed) -> Result<Measure, Problem> {
    let written = typed.lines.chars().count();
    if written > LONGEST {
        return Err(Problem::at("uppdelning", texts.web_too_long(LONGEST, written)));
    }
    let breakdowns = read_breakdowns(&typed.lines).map_err(|problem| {
        let words = match problem {
            BreakdownProblem::NotABreakdown { line } => texts.measures_breakdown_line(line),
            BreakdownProblem::Twice { name } => texts.measures_breakdown_twice(name),
            BreakdownProblem::TooLong { most } => {
                texts.measures_breakdown_long(i64::try_from(most).unwrap_or(0))
            }
            BreakdownProblem::TooMany => texts.measures_breakdown_many().to_owned(),
        };
        Problem::at("uppdelning", words)
    })?;
    let least: Option<u16> = typed.least.parse().ok().filter(|least| *least <= MOST_LEAST);
    let least_count = least
        .ok_or_else(|| Problem::at("minst", texts.measures_problem_least(i64::from(MOST_LEAST))))?;
    Ok(Measure { breakdowns, least_count, ..measure.clone() })
}

fn body(
    cx: &Cx<'_, '_>,
    element: &Element,
    typed: &Typed,
    (problems, theirs): (&[Problem], &[(&'static str, String)]),
) -> Markup {
    let texts = cx.texts();
    let head = PageHead {
        eyebrow: element.title.clone(),
        title: texts.measures_breakdowns_set().to_owned(),
        lead: texts.measures_breakdowns_lead().to_owned(),
        end: None,
    };
    let wrong = |name: &str| Problem::of(problems, name);
    let url = super::url(element.id);
    let page = FormPage {
        head,
        problems,
        action: &format!("{url}/uppdelning"),
        save: texts.web_save(),
        cancel: &url,
    };
    let fields = html! {
                input type="hidden" name="version" value=(typed.version);
                (Field::textarea("uppdelning", texts.measures_breakdowns()).rows(5).hint(texts.measures_breakdowns_hint()).value(&typed.lines).problem(wrong("uppdelning")))
                (Field::number("minst", texts.measures_least()).hint(texts.measures_least_hint()).value(&typed.least).problem(wrong("minst")))
    };
    page.body(texts, &theirs_notice(texts, theirs), &fields)
}
