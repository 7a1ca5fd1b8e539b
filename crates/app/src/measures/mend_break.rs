//! Putting a break in a series right: another period or reason, or no break at all, with why.

use domain::access::Action;
use domain::elements::Element;
use domain::ids::{ElementId, OrgUnitId};
use domain::measures::{Baseline, BreakKind, Measure};
use domain::periods::Period;
use maud::{Markup, html};

use super::begin_anew::LONGEST_REASON;
use super::{period_words, store, url_for};
use crate::cx::Cx;
use crate::form_page::FormPage;
use crate::frame::Nav;
use crate::web::error::{Answer, OrNotFound};
use crate::web::fields::Fields;
use crate::web::response::Response;
use crate::web::ui::{Choice, Field, PageHead, Problem};

/// The page of one break.
pub(super) fn mend_url(measure: ElementId, org_unit: OrgUnitId, one: &Baseline) -> String {
    let (kind, from) = (one.kind.code(), one.from);
    format!("{}/brytpunkt/ratta?enhet={org_unit}&slag={kind}&fran={from}", super::url(measure))
}

/// What the form holds.
struct Typed {
    removes: bool,
    period: String,
    reason: String,
    why: String,
}

/// The break of the address, as it stands.
struct Found<'s> {
    element: &'s Element,
    measure: &'s Measure,
    org_unit: OrgUnitId,
    kind: BreakKind,
    from: Period,
    kept: Vec<Baseline>,
}

impl Found<'_> {
    fn standing(&self) -> Option<&Baseline> {
        self.kept.iter().find(|one| one.kind == self.kind && one.from == self.from)
    }
}

fn find<'s>(
    cx: &mut Cx<'_, '_>,
    structure: &'s domain::elements::Structure,
    sent: &Fields,
) -> Answer<Found<'s>> {
    let id: ElementId = cx.req.param("id").or_not_found()?;
    let element = cx.find_visible(structure, id)?;
    let measure = structure.measure(id).or_not_found()?;
    let org_unit: OrgUnitId = sent.parsed("enhet").or_not_found()?;
    structure.organisation.get(org_unit).or_not_found()?;
    cx.may(Action::Plan, org_unit)?;
    let kind: BreakKind = sent.text("slag").parse().ok().or_not_found()?;
    if kind == BreakKind::Method {
        cx.may(Action::Plan, element.owner)?;
    }
    let from: Period = sent.parsed("fran").or_not_found()?;
    let kept = store::baselines(cx.tx, id, org_unit)?;
    Ok(Found { element, measure, org_unit, kind, from, kept })
}

/// Shows the form.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let structure = cx.structure.clone();
    let sent = cx.req.query.clone();
    let found = find(cx, &structure, &sent)?;
    let standing = found.standing().or_not_found()?;
    let typed = Typed {
        removes: false,
        period: found.from.to_string(),
        reason: standing.reason.clone(),
        why: String::new(),
    };
    let body = body(cx, &found, &typed, &[]);
    Ok(cx.page(cx.texts().measures_break_mend(), Nav::Measures, &body))
}

/// Keeps what is put right; what stood before is in the trail.
pub(super) fn mend(cx: &mut Cx<'_, '_>) -> Answer {
    let structure = cx.structure.clone();
    let sent = cx.req.form.clone();
    let found = find(cx, &structure, &sent)?;
    let typed = Typed {
        removes: sent.text("gor") == "bort",
        period: sent.text("period").to_owned(),
        reason: sent.text("skal").trim().to_owned(),
        why: sent.text("varfor").trim().to_owned(),
    };
    let back = Response::see_other(&url_for(found.element.id, found.org_unit));
    let wanted = match read(cx, &found, &typed) {
        Ok(wanted) => wanted,
        Err(problem) => {
            let body = body(cx, &found, &typed, &[problem]);
            return Ok(cx.refused(cx.texts().measures_break_mend(), Nav::Measures, &body));
        }
    };
    // Sent twice it is put right already.
    let is_done = wanted.as_ref().is_none_or(|wanted| found.kept.contains(wanted));
    let Some(standing) = found.standing().cloned() else {
        return if is_done { Ok(back) } else { Err(crate::web::error::AppError::Stale) };
    };
    let (id, org_unit) = (found.element.id, found.org_unit);
    if wanted.as_ref() != Some(&standing) {
        store::take_back_baseline(cx.tx, id, org_unit, (&standing, &typed.why))?;
        if let Some(wanted) = wanted {
            store::insert_baseline(cx.tx, id, org_unit, &wanted)?;
        }
    }
    Ok(back)
}

/// The break as it shall be; none when it is taken away.
fn read(cx: &Cx<'_, '_>, found: &Found<'_>, typed: &Typed) -> Result<Option<Baseline>, Problem> {
    let texts = cx.texts();
    for (field, text) in [("skal", &typed.reason), ("varfor", &typed.why)] {
        let written = text.chars().count();
        if written > LONGEST_REASON {
            return Err(Problem::at(field, texts.web_too_long(LONGEST_REASON, written)));
        }
    }
    if typed.why.is_empty() {
        return Err(Problem::at("varfor", texts.measures_break_why_problem()));
    }
    if typed.removes {
        return Ok(None);
    }
    let unknown = || Problem::at("period", texts.web_unknown_choice());
    let from: Period = typed.period.parse().map_err(|_| unknown())?;
    found
        .measure
        .check_period(from, cx.today())
        .map_err(|problem| Problem::at("period", super::explain(texts, problem)))?;
    if typed.reason.is_empty() {
        return Err(Problem::at("skal", texts.measures_problem_reason()));
    }
    let (kind, locked) = (found.kind, found.standing().and_then(|one| one.locked));
    let wanted = Baseline { kind, from, locked, reason: typed.reason.clone() };
    let taken = |one: &Baseline| one.kind == kind && one.from == from && *one != wanted;
    if from != found.from && found.kept.iter().any(taken) {
        return Err(Problem::at("period", texts.measures_problem_begun()));
    }
    Ok(Some(wanted))
}

fn body(cx: &Cx<'_, '_>, found: &Found<'_>, typed: &Typed, problems: &[Problem]) -> Markup {
    let texts = cx.texts();
    let name = cx.structure.organisation.name(found.org_unit);
    let head = PageHead {
        eyebrow: format!("{} · {name}", found.element.title),
        title: texts.measures_break_mend().to_owned(),
        lead: texts.measures_break_mend_lead().to_owned(),
        end: None,
    };
    let wrong = |name: &str| Problem::of(problems, name);
    let mut offered: Vec<Period> =
        super::outcome_form::recent_periods(found.measure, cx.today()).collect();
    if !offered.contains(&found.from) {
        offered.push(found.from);
    }
    let periods = offered.into_iter().map(|period| {
        let code = period.to_string();
        let chosen = code == typed.period;
        Choice::new(code, period_words(texts.language, period)).chosen(chosen)
    });
    let what = vec![
        Choice::new("andra", texts.measures_break_change()).chosen(!typed.removes),
        Choice::new("bort", texts.measures_break_remove()).chosen(typed.removes),
    ];
    let page = FormPage {
        head,
        problems,
        action: &format!("{}/brytpunkt/ratta", super::url(found.element.id)),
        save: texts.web_save(),
        cancel: &url_for(found.element.id, found.org_unit),
    };
    let fields = html! {
        input type="hidden" name="enhet" value=(found.org_unit);
        input type="hidden" name="slag" value=(found.kind.code());
        input type="hidden" name="fran" value=(found.from);
        (Field::radios("gor", texts.measures_break_what(), what))
        (Field::select("period", texts.measures_begin_from(), periods.collect()).problem(wrong("period")))
        (Field::textarea("skal", texts.measures_reason()).rows(3).value(&typed.reason).problem(wrong("skal")))
        (Field::textarea("varfor", texts.measures_break_why()).rows(2).hint(texts.measures_break_why_hint()).value(&typed.why).problem(wrong("varfor")))
    };
    page.body(texts, &html! {}, &fields)
}
