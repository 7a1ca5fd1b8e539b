//! Saying that comparison begins anew in a series, with the reason: what was before is another story.

use domain::access::Action;
use domain::elements::Element;
use domain::ids::{ElementId, OrgUnitId};
use domain::measures::{Baseline, BreakKind, Measure};
use domain::periods::Period;
use maud::{Markup, html};

use super::{period_words, store, url_for};
use crate::cx::Cx;
use crate::form_page::FormPage;
use crate::frame::Nav;
use crate::web::error::{Answer, OrNotFound};
use crate::web::response::Response;
use crate::web::ui::{Choice, Field, PageHead, Problem};

/// Longest reason, in letters.
pub(super) const LONGEST_REASON: usize = 500;

/// What the form holds.
#[derive(Default)]
struct Typed {
    kind: String,
    period: String,
    reason: String,
}

/// Shows the form.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let id: ElementId = cx.req.param("id").or_not_found()?;
    let structure = cx.structure.clone();
    let element = cx.find_visible(&structure, id)?;
    let measure = structure.measure(id).or_not_found()?;
    let org_unit: OrgUnitId = cx.req.query.parsed("enhet").unwrap_or(element.owner);
    structure.organisation.get(org_unit).or_not_found()?;
    cx.may(Action::Plan, org_unit)?;
    let body = body(cx, (element, measure, org_unit), &Typed::default(), &[]);
    Ok(cx.page(cx.texts().measures_begin_anew(), Nav::Measures, &body))
}

/// Keeps the break.
pub(super) fn begin_anew(cx: &mut Cx<'_, '_>) -> Answer {
    let id: ElementId = cx.req.param("id").or_not_found()?;
    let structure = cx.structure.clone();
    let element = cx.find_visible(&structure, id)?;
    let measure = structure.measure(id).or_not_found()?;
    let org_unit: OrgUnitId = cx.req.form.parsed("enhet").or_not_found()?;
    structure.organisation.get(org_unit).or_not_found()?;
    cx.may(Action::Plan, org_unit)?;
    let sent = &cx.req.form;
    let typed = Typed {
        kind: sent.text("slag").to_owned(),
        period: sent.text("period").to_owned(),
        reason: sent.text("skal").to_owned(),
    };
    if !element.is_current() {
        let problem = Problem::at("period", cx.texts().measures_problem_ended());
        let body = body(cx, (element, measure, org_unit), &typed, &[problem]);
        return Ok(cx.refused(cx.texts().measures_begin_anew(), Nav::Measures, &body));
    }
    let kept = store::baselines(cx.tx, id, org_unit)?;
    let baseline = match read(cx, (element, measure), &typed, &kept) {
        Ok(baseline) => baseline,
        Err(problem) => {
            let body = body(cx, (element, measure, org_unit), &typed, &[problem]);
            return Ok(cx.refused(cx.texts().measures_begin_anew(), Nav::Measures, &body));
        }
    };
    // The same break sent twice is kept once.
    if !kept.contains(&baseline) {
        store::insert_baseline(cx.tx, id, org_unit, &baseline)?;
    }
    Ok(Response::see_other(&url_for(id, org_unit)))
}

fn read(
    cx: &Cx<'_, '_>,
    (element, measure): (&Element, &Measure),
    typed: &Typed,
    kept: &[Baseline],
) -> Result<Baseline, Problem> {
    let texts = cx.texts();
    let unknown = || Problem::at("period", texts.web_unknown_choice());
    let from: Period = typed.period.parse().map_err(|_| unknown())?;
    measure
        .check_period(from, cx.today())
        .map_err(|problem| Problem::at("period", super::explain(texts, problem)))?;
    let written = typed.reason.chars().count();
    if written == 0 {
        return Err(Problem::at("skal", texts.measures_problem_reason()));
    }
    if written > LONGEST_REASON {
        return Err(Problem::at("skal", texts.web_too_long(LONGEST_REASON, written)));
    }
    let kind = match typed.kind.as_str() {
        "" => BreakKind::Work,
        code => code.parse().map_err(|_| Problem::at("slag", texts.web_unknown_choice()))?,
    };
    if kind == BreakKind::Method && !cx.can(Action::Plan, element.owner) {
        return Err(Problem::at("slag", texts.measures_problem_method_owner()));
    }
    let baseline = Baseline { kind, from, locked: None, reason: typed.reason.clone() };
    let stands = |one: &&Baseline| one.from == from && one.kind == kind;
    if kept.iter().find(stands).is_some_and(|one| *one != baseline) {
        return Err(Problem::at("period", texts.measures_problem_begun()));
    }
    Ok(baseline)
}

fn body(
    cx: &Cx<'_, '_>,
    (element, measure, org_unit): (&Element, &Measure, OrgUnitId),
    typed: &Typed,
    problems: &[Problem],
) -> Markup {
    let texts = cx.texts();
    let head = PageHead {
        eyebrow: format!("{} · {}", element.title, cx.structure.organisation.name(org_unit)),
        title: texts.measures_begin_anew().to_owned(),
        lead: texts.measures_begin_anew_lead().to_owned(),
        end: None,
    };
    let wrong = |name: &str| Problem::of(problems, name);
    let periods = super::outcome_form::recent_periods(measure, cx.today())
        .map(|period| {
            let code = period.to_string();
            let chosen = code == typed.period;
            Choice::new(code, period_words(texts.language, period)).chosen(chosen)
        })
        .collect();
    let offered =
        |kind: &&BreakKind| **kind == BreakKind::Work || cx.can(Action::Plan, element.owner);
    let kinds = BreakKind::ALL
        .iter()
        .filter(offered)
        .map(|kind| {
            let word = match kind {
                BreakKind::Work => texts.measures_break_work(),
                BreakKind::Method => texts.measures_break_method(),
            };
            let typed = if typed.kind.is_empty() { BreakKind::Work.code() } else { &typed.kind };
            Choice::new(kind.code(), word).chosen(kind.code() == typed)
        })
        .collect();
    let page = FormPage {
        head,
        problems,
        action: &format!("{}/brytpunkt", super::url(element.id)),
        save: texts.web_save(),
        cancel: &url_for(element.id, org_unit),
    };
    let fields = html! {
                input type="hidden" name="enhet" value=(org_unit);
                (Field::radios("slag", texts.measures_break_kind(), kinds).problem(wrong("slag")))
                (Field::select("period", texts.measures_begin_from(), periods).problem(wrong("period")))
                (Field::textarea("skal", texts.measures_reason()).rows(3).hint(texts.measures_reason_hint()).value(&typed.reason).problem(wrong("skal")))
    };
    page.body(texts, &html! {}, &fields)
}
