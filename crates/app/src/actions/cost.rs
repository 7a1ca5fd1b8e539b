//! What poor quality is estimated to cost: an optional figure of an action or a deviation.

use domain::access::Action;
use domain::actions::{Cost, CostProblem, CostSubject, read_ore};
use domain::ids::{CostId, ElementId, OrgUnitId};
use maud::{Markup, html};

use super::cost_shown::kronor_words;
use super::store;
use crate::cx::Cx;
use crate::frame::Nav;
use crate::i18n::Texts;
use crate::web::error::{Answer as Handled, AppError, OrNotFound};
use crate::web::fields::Fields;
use crate::web::response::Response;
use crate::web::ui::{
    Button, Field, PageHead, Problem, Tone, button, button_link, error_summary, form_end, notice,
    page_header,
};

/// First and last year that an estimate may concern, from today's.
const YEARS: std::ops::RangeInclusive<i16> = -10..=1;

/// What an estimate is of, as far as the visitor may know of it.
struct Found {
    subject: CostSubject,
    org_unit: OrgUnitId,
    title: String,
    back: String,
}

/// Where the cost of a thing is estimated.
pub fn cost_url(subject: CostSubject) -> String {
    let id: ElementId = subject.bytes().into();
    format!("/bristkostnad/{}/{id}", subject.code())
}

pub(super) fn may_estimate(cx: &Cx<'_, '_>, org_unit: OrgUnitId) -> bool {
    cx.can(Action::Plan, org_unit) || cx.can(Action::Report, org_unit)
}

fn find(cx: &mut Cx<'_, '_>) -> Handled<Found> {
    let id: ElementId = cx.req.param("id").or_not_found()?;
    let kind: String = cx.req.param("slag").or_not_found()?;
    let found = match CostSubject::read(&kind, id.bytes()).or_not_found()? {
        CostSubject::Action(id) => {
            let structure = cx.structure.clone();
            let element = cx.find_visible(&structure, id)?;
            store::of_element_or_before(cx.tx, id)?.or_not_found()?;
            Found {
                subject: CostSubject::Action(id),
                org_unit: element.owner,
                title: element.title.clone(),
                back: super::effect_url(element),
            }
        }
        CostSubject::Part(part) => {
            let one = store::deviation(cx.tx, part)?.or_not_found()?;
            let reads = cx.reads_drafts_of(one.org_unit)
                || (one.state.is_handed_in() && cx.can(Action::ReadThread, one.org_unit));
            reads.then_some(()).or_not_found()?;
            Found {
                subject: CostSubject::Part(part),
                org_unit: one.org_unit,
                title: one.title,
                back: format!("/folja-upp/{}/las", one.account),
            }
        }
        CostSubject::Analysis(analysis) => {
            let one = store::analysed(cx.tx, analysis)?.or_not_found()?;
            // Who does not work there may not know of an analysis that is not concluded.
            may_estimate(cx, one.org_unit).then_some(()).or_not_found()?;
            Found {
                subject: CostSubject::Analysis(analysis),
                org_unit: one.org_unit,
                title: one.title,
                back: super::chain::analysis_url(analysis),
            }
        }
    };
    if may_estimate(cx, found.org_unit) { Ok(found) } else { Err(AppError::Forbidden) }
}

/// The fields as typed.
#[derive(Default)]
struct Typed {
    id: String,
    version: i64,
    year: String,
    amount: String,
    estimated: String,
}

impl Typed {
    fn kept(cost: &Cost) -> Self {
        Self {
            id: cost.id.to_string(),
            version: cost.version,
            year: cost.year.to_string(),
            amount: cost.kronor().normalize().to_string().replace('.', ","),
            estimated: cost.estimated.clone(),
        }
    }

    fn sent(form: &Fields) -> Self {
        Self {
            id: form.text("id").to_owned(),
            version: form.parsed("version").unwrap_or(0),
            year: form.text("ar").to_owned(),
            amount: form.text("belopp").to_owned(),
            estimated: form.text("hur").replace("\r\n", "\n"),
        }
    }
}

/// Shows the form: a new estimate, or the one that the address names.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Handled {
    let found = find(cx)?;
    let typed = match cx.req.query.parsed::<CostId>("kostnad") {
        Some(id) => Typed::kept(&of_subject(cx, &found, id)?.or_not_found()?),
        None => Typed {
            id: cx.new_id::<CostId>().to_string(),
            year: cx.today().year().to_string(),
            ..Typed::default()
        },
    };
    let body = body(cx, &found, &typed, (&[], None));
    Ok(cx.page(cx.texts().actions_cost(), Nav::FollowUp, &body))
}

/// The estimate, if it is of this very thing.
fn of_subject(cx: &mut Cx<'_, '_>, found: &Found, id: CostId) -> Result<Option<Cost>, AppError> {
    Ok(store::cost(cx.tx, id)?.filter(|cost| cost.subject == found.subject))
}

/// Keeps the estimate.
pub(super) fn keep(cx: &mut Cx<'_, '_>) -> Handled {
    let found = find(cx)?;
    let typed = Typed::sent(&cx.req.form);
    let texts = cx.texts();
    let mut problems = Vec::new();
    let id: Option<CostId> = typed.id.parse().ok();
    if id.is_none() {
        problems.push(Problem::at("belopp", texts.actions_unreadable()));
    }
    let this_year = cx.today().year();
    let years = this_year + YEARS.start()..=this_year + YEARS.end();
    let year = typed.year.parse::<i16>().ok().filter(|year| years.contains(year));
    if year.is_none() {
        let (first, last) = (years.start().to_string(), years.end().to_string());
        problems.push(Problem::at("ar", texts.actions_cost_year_wrong(first, last)));
    }
    let ore = read_ore(&typed.amount);
    problems.extend(ore.err().map(|one| explain(texts, one)));
    problems.extend(Cost::check_words(&typed.estimated).err().map(|one| explain(texts, one)));
    let (Some(id), Some(year), Ok(ore), true) = (id, year, ore, problems.is_empty()) else {
        let body = body(cx, &found, &typed, (&problems, None));
        return Ok(cx.refused(texts.actions_cost(), Nav::FollowUp, &body));
    };
    let back = Response::see_other(&format!("{}#bristkostnad", found.back));
    let known = store::cost(cx.tx, id)?;
    match &known {
        Some(known) if known.subject != found.subject => return Err(AppError::NotFound),
        // The same form sent twice estimates once.
        Some(known) if typed.version == 0 && known.version == 1 => return Ok(back),
        Some(known) if known.version != typed.version => {
            let problem = Problem::at("belopp", texts.actions_said_meanwhile());
            let typed = Typed { version: known.version, ..typed };
            let body = body(cx, &found, &typed, (&[problem], Some(known)));
            return Ok(cx.conflicting(texts.actions_cost(), Nav::FollowUp, &body));
        }
        _ => {}
    }
    let cost = Cost {
        id,
        subject: found.subject,
        org_unit: known.as_ref().map_or(found.org_unit, |known| known.org_unit),
        year,
        ore,
        estimated: typed.estimated.trim().to_owned(),
        person_name: cx.person()?.name.clone(),
        at: cx.visit.now,
        version: known.map_or(1, |known| known.version + 1),
    };
    store::keep_cost(cx.tx, &cost)?;
    Ok(back)
}

fn explain(texts: Texts, problem: CostProblem) -> Problem {
    use CostProblem as P;
    match problem {
        P::NotAnAmount => Problem::at("belopp", texts.actions_not_an_amount()),
        P::OutOfReach => Problem::at("belopp", texts.actions_amount_out_of_reach()),
        P::NotTold => Problem::at("hur", texts.actions_cost_how_needed()),
        P::Long { written } => Problem::at("hur", texts.web_too_long(500, written)),
    }
}

/// The form, with what is wrong and what somebody else kept meanwhile.
fn body(
    cx: &Cx<'_, '_>,
    found: &Found,
    typed: &Typed,
    (problems, theirs): (&[Problem], Option<&Cost>),
) -> Markup {
    let texts = cx.texts();
    let wrong = |field: &str| Problem::of(problems, field);
    let head = PageHead {
        eyebrow: found.title.clone(),
        title: texts.actions_cost().to_owned(),
        lead: texts.actions_cost_lead().to_owned(),
        end: None,
    };
    let buttons = html! {
        (button(Button::Primary, texts.actions_save(), None))
        (button_link(Button::Secondary, &found.back, texts.web_cancel()))
    };
    html! {
        div.wrap.page {
            (error_summary(texts.web_problems(), problems))
            (page_header(&head))
            @if let Some(theirs) = theirs {
                (notice(Tone::Partly, texts.actions_stands_now(), &html! {
                    p { b { (texts.actions_estimated(kronor_words(texts, theirs.kronor()), theirs.year.to_string())) } }
                    p { (theirs.estimated) }
                    p.fine { (theirs.person_name) }
                }))
            }
            form.form method="post" action=(cost_url(found.subject)) {
                input type="hidden" name="id" value=(typed.id);
                input type="hidden" name="version" value=(typed.version);
                (Field::number("belopp", texts.actions_cost_amount()).unit(texts.actions_kr()).value(&typed.amount).problem(wrong("belopp")))
                (Field::number("ar", texts.actions_cost_year()).value(&typed.year).problem(wrong("ar")))
                (Field::textarea("hur", texts.actions_cost_how()).hint(texts.actions_cost_how_hint()).rows(3).value(&typed.estimated).problem(wrong("hur")))
                (form_end(&buttons, None))
            }
        }
    }
}
