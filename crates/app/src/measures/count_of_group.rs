//! How many people the values of groups are about: a list with the ways to put a number right, and the
//! form where that is done and a number is said to have been wrong from the beginning.

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::access::Action;
use domain::elements::{Element, Structure};
use domain::ids::{ElementId, OrgUnitId};
use domain::imports::ValueKey;
use domain::measures::{Measure, Outcome};
use domain::periods::Period;
use maud::{Markup, html};

use super::closed::takes_no_values;
use super::count_of_value::{self, conflict_words, protected_field};
use super::outcome_form::Fields;
use super::{outcome_words, period_words, store, url_for};
use crate::cx::Cx;
use crate::form_page::FormPage;
use crate::frame::Nav;
use crate::i18n::Texts;
use crate::web::error::{Answer, AppError, OrNotFound};
use crate::web::fields::encode;
use crate::web::response::Response;
use crate::web::ui::{
    Column, Field, PageHead, Problem, Row, Stop, Table, Tone, breadcrumb_thread, empty_state,
    notice, page_header,
};

/// The address of the list for an org unit.
pub(super) fn list_url(measure: ElementId, org_unit: OrgUnitId) -> String {
    format!("{}/antal?enhet={org_unit}", super::url(measure))
}

/// The measure and org unit asked for, where the visitor reports.
struct Place<'s> {
    element: &'s Arc<Element>,
    measure: &'s Arc<Measure>,
    org_unit: OrgUnitId,
}

impl<'s> Place<'s> {
    fn find(cx: &mut Cx<'_, '_>, structure: &'s Structure) -> Answer<Self> {
        let id: ElementId = cx.req.param("id").or_not_found()?;
        let element = cx.find_visible(structure, id)?;
        let measure = structure.measure(id).or_not_found()?;
        let is_sent = cx.req.method == http::Method::POST;
        let fields = if is_sent { &cx.req.form } else { &cx.req.query };
        let org_unit: OrgUnitId = fields.parsed("enhet").unwrap_or(element.owner);
        structure.organisation.get(org_unit).or_not_found()?;
        cx.may(Action::RecordOutcome, org_unit)?;
        if takes_no_values(cx, element, measure)?.is_some() {
            return Err(AppError::NotFound);
        }
        Ok(Self { element, measure, org_unit })
    }

    /// What stands for the group and period that were asked for.
    fn value(&self, cx: &mut Cx<'_, '_>) -> Answer<Outcome> {
        let is_sent = cx.req.method == http::Method::POST;
        let fields = if is_sent { &cx.req.form } else { &cx.req.query };
        let (group, period) = (fields.text("grupp").to_owned(), fields.parsed::<Period>("period"));
        let all = store::groups(cx.tx, self.element.id, self.org_unit)?;
        let asked = |one: &Outcome| one.breakdown == group && Some(one.period) == period;
        all.into_iter().find(asked).or_not_found()
    }
}

/// Shows the list; the form where a group and a period are asked for.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let structure = cx.structure.clone();
    let place = Place::find(cx, &structure)?;
    if cx.req.query.text("grupp").is_empty() {
        return list(cx, &place);
    }
    let outcome = place.value(cx)?;
    let known = count_of_value::known(cx, &key_of(&outcome))?;
    let typed = Fields { count: Some(count_of_value::shown(known)), ..Fields::default() };
    let body = body(cx, &place, (&outcome, &typed), (&[], &html! {}))?;
    Ok(cx.page(&title_of(cx.texts(), &outcome), Nav::Measures, &body))
}

/// Keeps what was said of how many.
pub(super) fn count_group(cx: &mut Cx<'_, '_>) -> Answer {
    let structure = cx.structure.clone();
    let place = Place::find(cx, &structure)?;
    let (outcome, texts) = (place.value(cx)?, cx.texts());
    let fields = Fields::sent(&cx.req.form);
    if !place.element.is_current() {
        return Err(AppError::Stale);
    }
    let may_verify = cx.can(Action::Verify, place.org_unit);
    let typed = match count_of_value::typed(texts, &fields, may_verify) {
        Ok(typed) => typed,
        Err((at, words)) => {
            let body =
                body(cx, &place, (&outcome, &fields), (&[Problem::at(at, words)], &html! {}))?;
            return Ok(cx.refused(&title_of(texts, &outcome), Nav::Measures, &body));
        }
    };
    let key = key_of(&outcome);
    let is_known = count_of_value::is_known(cx, &key, typed)?;
    if fields.version != outcome.version.to_string() && !is_known {
        let known = count_of_value::known(cx, &key)?;
        let words = conflict_words(texts, fields.count.as_deref().unwrap_or_default(), known);
        let news = notice(Tone::Partly, texts.measures_conflict(), &html! { p { (words) } });
        let body = body(cx, &place, (&outcome, &fields), (&[], &news))?;
        return Ok(cx.conflicting(&title_of(texts, &outcome), Nav::Measures, &body));
    }
    count_of_value::change(cx, place.measure, (&key, outcome.version), typed)?;
    Ok(Response::see_other(&list_url(place.element.id, place.org_unit)))
}

fn title_of(texts: Texts, outcome: &Outcome) -> String {
    texts.measures_count_of_group(&outcome.breakdown, period_words(texts.language, outcome.period))
}

fn key_of(outcome: &Outcome) -> ValueKey {
    let Outcome { measure, org_unit, period, .. } = *outcome;
    ValueKey { measure, org_unit, breakdown: outcome.breakdown.clone(), period }
}

fn stops(cx: &Cx<'_, '_>, place: &Place<'_>) -> [Stop; 2] {
    let name = cx.structure.organisation.name(place.org_unit);
    let address = url_for(place.element.id, place.org_unit);
    [
        Stop::to(address, format!("{}, {name}", place.element.title)),
        Stop::here(cx.texts().measures_counts_of_groups()),
    ]
}

fn list(cx: &mut Cx<'_, '_>, place: &Place<'_>) -> Answer {
    let texts = cx.texts();
    let all = store::groups(cx.tx, place.element.id, place.org_unit)?;
    let counts = store::counts_of(cx.tx, place.element.id, place.org_unit)?;
    let known: BTreeMap<(&str, &str), u32> =
        counts.iter().map(|((_, group, period), count)| ((&**group, &**period), *count)).collect();
    let rows = all.iter().map(|one| {
        let period = one.period.to_string();
        let count = known.get(&(one.breakdown.as_str(), period.as_str())).copied();
        let few = count.filter(|count| place.measure.is_few(*count));
        Row::new(vec![
            html! { (period_words(texts.language, one.period)) },
            html! { (one.breakdown) },
            html! { (outcome_words(texts, place.measure, one.value)) },
            html! {
                (count.map_or_else(|| texts.measures_no_count().to_owned(), |count| count.to_string()))
                @if few.is_some() { small { (texts.measures_hidden()) } }
            },
            mend(texts, place, one),
        ])
    });
    let columns = vec![
        Column::text(texts.measures_period()),
        Column::text(texts.measures_group()),
        Column::number(texts.measures_value()),
        Column::number(texts.measures_people()),
        Column::text(texts.measures_mend_count()),
    ];
    let head = PageHead {
        title: texts.measures_counts_of_groups().to_owned(),
        lead: texts.measures_counts_of_groups_lead().to_owned(),
        ..PageHead::default()
    };
    let title = texts.measures_counts_of_groups();
    let body = html! {
        div.wrap.page {
            (breadcrumb_thread(texts.web_thread_label(), &stops(cx, place)))
            (page_header(&head))
            @if all.is_empty() {
                (empty_state(texts.measures_counts_of_groups_none(), texts.measures_counts_of_groups_none_text(), None))
            } @else {
                (Table::new("antal-grupper", title, columns, rows.collect()).hide_caption().dense().stacked())
            }
        }
    };
    Ok(cx.page(title, Nav::Measures, &body))
}

/// The way to put one number right.
fn mend(texts: Texts, place: &Place<'_>, one: &Outcome) -> Markup {
    let list = list_url(place.element.id, place.org_unit);
    let period = period_words(texts.language, one.period);
    html! {
        a href={ (list) "&period=" (one.period) "&grupp=" (encode(&one.breakdown)) } {
            (texts.measures_mend_count()) span.sr { ": " (one.breakdown) ", " (period) }
        }
    }
}

fn body(
    cx: &mut Cx<'_, '_>,
    place: &Place<'_>,
    (outcome, typed): (&Outcome, &Fields),
    (problems, news): (&[Problem], &Markup),
) -> Answer<Markup> {
    let texts = cx.texts();
    let fewest = count_of_value::protected(cx, place.measure, &key_of(outcome))?;
    let may_verify = cx.can(Action::Verify, place.org_unit);
    let value = outcome_words(texts, place.measure, outcome.value);
    let head = PageHead {
        eyebrow: format!(
            "{}, {}",
            place.element.title,
            cx.structure.organisation.name(place.org_unit)
        ),
        title: title_of(texts, outcome),
        lead: texts.measures_count_of_group_lead(value),
        end: None,
    };
    let least = i64::from(place.measure.least_count);
    let fields = html! {
        input type="hidden" name="enhet" value=(place.org_unit);
        input type="hidden" name="grupp" value=(outcome.breakdown);
        input type="hidden" name="period" value=(outcome.period);
        input type="hidden" name="version" value=(outcome.version);
        (Field::number("antal", texts.measures_count())
            .value(typed.count.as_deref().unwrap_or_default())
            .hint(texts.measures_count_hint(least))
            .problem(Problem::of(problems, "antal")))
        (protected_field(texts, fewest, (may_verify, typed.count_was_wrong)))
    };
    let page = FormPage {
        head,
        problems,
        action: &format!("{}/antal", super::url(place.element.id)),
        save: texts.web_save(),
        cancel: &list_url(place.element.id, place.org_unit),
    };
    Ok(page.body(texts, news, &fields))
}
