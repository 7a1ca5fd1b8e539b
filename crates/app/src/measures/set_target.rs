//! Setting a target level for a year, for everyone or for one org unit.

use domain::access::Action;
use domain::elements::{Element, Structure};
use domain::ids::{ElementId, OrgUnitId};
use domain::measures::{Direction, Measure, Target, TargetProblem, parse_decimal};
use domain::periods::{Frequency, Period};
use domain::steering::TargetKind;

use super::planning::plannable;
use super::target_form::Form;
use crate::choosing::is_searching;
use crate::cx::Cx;
use crate::elements::store as nodes;
use crate::frame::Nav;
use crate::i18n::decimal;
use crate::web::error::Answer;
use crate::web::response::Response;

/// What is wrong: the field and the words.
pub(super) type Refused = (&'static str, String);

/// The fields as typed.
#[derive(Default)]
pub(super) struct Typed {
    pub(super) period: String,
    pub(super) org_unit: String,
    pub(super) kind: String,
    pub(super) low: String,
    pub(super) high: String,
    /// Which level the visitor saw, by period and org unit.
    pub(super) seen: String,
    /// The version of the level seen; nothing when there was none.
    pub(super) version: String,
}

impl Typed {
    /// A level to come, of the kind that follows from what is better.
    fn new(period: Period, direction: Direction) -> Self {
        let kind = match direction {
            Direction::Lower => TargetKind::AtMost,
            Direction::Higher | Direction::Neutral => TargetKind::AtLeast,
        };
        Self { period: period.to_string(), kind: kind.key().to_owned(), ..Self::default() }
    }

    fn of(target: &Target) -> Self {
        let words = |level: Option<rust_decimal::Decimal>| {
            level.map(|level| level.to_string().replace('.', ",")).unwrap_or_default()
        };
        Self {
            period: target.period.to_string(),
            org_unit: target.org_unit.map(|unit| unit.to_string()).unwrap_or_default(),
            kind: target.kind.key().to_owned(),
            low: words(target.low),
            high: words(target.high),
            seen: place_of(target),
            version: target.version.to_string(),
        }
    }

    /// The version that the visitor saw of what is now to be set; 0 when it was another level.
    fn known_version(&self, target: &Target) -> i64 {
        let same = self.seen == place_of(target);
        self.version.parse().ok().filter(|_| same).unwrap_or(0)
    }
}

/// Where a level stands among those of its measure.
fn place_of(target: &Target) -> String {
    let org_unit = target.org_unit.map(|unit| unit.to_string()).unwrap_or_default();
    format!("{}/{org_unit}", target.period)
}

/// The first year from now that has no level for everyone.
fn next_without(structure: &Structure, measure: ElementId, year: i16) -> Period {
    let years = (year..year.saturating_add(10)).map(Period::year_of);
    let mut free = years.filter(|year| kept(structure, measure, None, *year).is_none());
    free.next().unwrap_or_else(|| Period::year_of(year))
}

/// The level kept for exactly this org unit and period.
fn kept(
    structure: &Structure,
    measure: ElementId,
    org_unit: Option<OrgUnitId>,
    period: Period,
) -> Option<&Target> {
    let mut all = structure.targets(measure).iter();
    all.find(|target| target.org_unit == org_unit && target.period == period)
}

/// Shows the levels set and a form for one more, or for the one that the address names.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let structure = cx.structure.clone();
    let (element, measure) = plannable(cx, &structure)?;
    let id = element.id;
    let query = &cx.req.query;
    let year = cx.today().year();
    let period = query.parsed("period").unwrap_or_else(|| next_without(&structure, id, year));
    let chosen = query.parsed::<OrgUnitId>("enhet");
    let asked =
        if query.text("period").is_empty() { None } else { kept(&structure, id, chosen, period) };
    let typed = asked.map_or_else(|| Typed::new(period, measure.direction), Typed::of);
    let form = form(&structure, element, measure, typed);
    Ok(cx.page(&super::terms::target_term(&structure, cx.texts()), Nav::Measures, &form.body(cx)))
}

fn form<'a>(
    structure: &'a Structure,
    element: &'a Element,
    measure: &'a Measure,
    typed: Typed,
) -> Form<'a> {
    Form { structure, element, measure, typed, problem: None, theirs: None }
}

/// Keeps a level. When somebody else was faster both levels are shown.
pub(super) fn set_target(cx: &mut Cx<'_, '_>) -> Answer {
    let structure = cx.structure.clone();
    let (element, measure) = plannable(cx, &structure)?;
    let id = element.id;
    let sent = &cx.req.form;
    let typed = Typed {
        period: sent.text("period").to_owned(),
        org_unit: sent.text("enhet").to_owned(),
        kind: sent.text("slag").to_owned(),
        low: sent.text("niva").to_owned(),
        high: sent.text("till").to_owned(),
        seen: sent.text("sedd").to_owned(),
        version: sent.text("version").to_owned(),
    };
    let title = super::terms::target_term(&structure, cx.texts());
    let back = format!("{}/styrtal", super::url(id));
    if is_searching(cx) {
        let form = form(&structure, element, measure, typed);
        return Ok(cx.page(&title, Nav::Measures, &form.body(cx)));
    }
    if !element.is_current() {
        let problem = Some(("period", cx.texts().measures_problem_ended().to_owned()));
        let form = Form { problem, ..form(&structure, element, measure, typed) };
        return Ok(cx.refused(&title, Nav::Measures, &form.body(cx)));
    }
    let target = match read(cx, measure, &typed) {
        Ok(target) => target,
        Err(problem) => {
            let form = Form { problem: Some(problem), ..form(&structure, element, measure, typed) };
            return Ok(cx.refused(&title, Nav::Measures, &form.body(cx)));
        }
    };
    let before = kept(&structure, id, target.org_unit, target.period);
    if before.is_some_and(|before| before.says_the_same(&target)) {
        return Ok(Response::see_other(&back));
    }
    let known = before.map_or(0, |before| before.version);
    if typed.known_version(&target) != known {
        let typed = Typed { seen: place_of(&target), version: known.to_string(), ..typed };
        let form = Form { theirs: before.cloned(), ..form(&structure, element, measure, typed) };
        return Ok(cx.conflicting(&title, Nav::Measures, &form.body(cx)));
    }
    nodes::keep_target(cx.tx, &Target { version: known + 1, ..target })?;
    Ok(Response::see_other(&back))
}

fn read(cx: &Cx<'_, '_>, measure: &Measure, typed: &Typed) -> Result<Target, Refused> {
    let texts = cx.texts();
    let unknown = |field: &'static str| (field, texts.web_unknown_choice().to_owned());
    let bad_period = || ("period", texts.measures_problem_year().to_owned());
    let period: Period = typed.period.parse().map_err(|_| bad_period())?;
    if period.frequency() != Frequency::Year && period.frequency() != measure.frequency {
        return Err(("period", texts.measures_problem_target_period().to_owned()));
    }
    let kind: TargetKind = typed.kind.parse().map_err(|_| unknown("slag"))?;
    let org_unit = if typed.org_unit.is_empty() {
        None
    } else {
        let id: OrgUnitId = typed.org_unit.parse().map_err(|_| unknown("enhet"))?;
        cx.structure.organisation.get(id).ok_or_else(|| unknown("enhet"))?;
        if !cx.can(Action::Plan, id) {
            return Err(unknown("enhet"));
        }
        Some(id)
    };
    let level = |field: &'static str, text: &str| {
        if text.is_empty() {
            return Ok(None);
        }
        parse_decimal(text, measure.decimals)
            .map(Some)
            .map_err(|problem| (field, super::explain(texts, problem.into())))
    };
    let target = Target {
        measure: measure.id,
        org_unit,
        period,
        kind,
        low: level("niva", &typed.low)?,
        high: level("till", &typed.high)?,
        version: 1,
    };
    target.check_in(measure).map_err(|problem| match problem {
        TargetProblem::OutOfBounds { is_high, low, high } => {
            let (high, low) = (decimal(texts.language, high), decimal(texts.language, low));
            let field = if is_high { "till" } else { "niva" };
            (field, texts.measures_problem_target_bounds(high, low))
        }
        TargetProblem::NeedsLevel => ("niva", texts.measures_problem_level().to_owned()),
        TargetProblem::NeedsRange => ("till", texts.measures_problem_range().to_owned()),
    })?;
    Ok(target)
}
