//! Noting something that happened, which is drawn on every chart of the org unit.

use domain::access::Action;
use domain::elements::Element;
use domain::ids::{ElementId, OrgUnitId};
use jiff::civil::Date;
use maud::{Markup, html};

use super::{store, url_for};
use crate::cx::Cx;
use crate::form_page::FormPage;
use crate::frame::Nav;
use crate::web::error::{Answer, OrNotFound};
use crate::web::response::Response;
use crate::web::ui::{Field, PageHead, Problem};

/// Longest text: it must fit on a chart.
const LONGEST_TEXT: usize = 40;

/// What the form holds.
struct Typed {
    id: uuid::Uuid,
    day: String,
    text: String,
}

/// Shows the form.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let id: ElementId = cx.req.param("id").or_not_found()?;
    let structure = cx.structure.clone();
    let element = cx.find_visible(&structure, id)?;
    structure.measure(id).or_not_found()?;
    let org_unit: OrgUnitId = cx.req.query.parsed("enhet").unwrap_or(element.owner);
    structure.organisation.get(org_unit).or_not_found()?;
    cx.may(Action::RecordOutcome, org_unit)?;
    let typed = Typed {
        id: uuid::Uuid::from_bytes(cx.new_id()),
        day: cx.today().to_string(),
        text: String::new(),
    };
    let body = body(cx, (element, org_unit), &typed, &[]);
    Ok(cx.page(cx.texts().measures_note_event(), Nav::Measures, &body))
}

/// Keeps the event.
pub(super) fn note_event(cx: &mut Cx<'_, '_>) -> Answer {
    let id: ElementId = cx.req.param("id").or_not_found()?;
    let structure = cx.structure.clone();
    let element = cx.find_visible(&structure, id)?;
    structure.measure(id).or_not_found()?;
    let org_unit: OrgUnitId = cx.req.form.parsed("enhet").or_not_found()?;
    structure.organisation.get(org_unit).or_not_found()?;
    cx.may(Action::RecordOutcome, org_unit)?;
    let sent = &cx.req.form;
    let event = sent.parsed("id").unwrap_or_else(|| uuid::Uuid::from_bytes(cx.new_id()));
    let typed =
        Typed { id: event, day: sent.text("dag").to_owned(), text: sent.text("text").to_owned() };
    let decided = if element.is_current() {
        read(cx, &typed)
    } else {
        Err(Problem::at("text", cx.texts().measures_problem_ended()))
    };
    match decided {
        Ok(annotation) => {
            store::insert_annotation(cx.tx, event.into_bytes(), org_unit, &annotation)?;
            Ok(Response::see_other(&url_for(id, org_unit)))
        }
        Err(problem) => {
            let body = body(cx, (element, org_unit), &typed, &[problem]);
            Ok(cx.refused(cx.texts().measures_note_event(), Nav::Measures, &body))
        }
    }
}

fn read(cx: &Cx<'_, '_>, typed: &Typed) -> Result<store::Annotation, Problem> {
    let texts = cx.texts();
    let day: Date = typed.day.parse().map_err(|_| Problem::at("dag", texts.web_bad_date()))?;
    if day > cx.today() {
        return Err(Problem::at("dag", texts.measures_problem_future_event()));
    }
    let written = typed.text.chars().count();
    if written == 0 {
        return Err(Problem::at("text", texts.web_required()));
    }
    if written > LONGEST_TEXT {
        return Err(Problem::at("text", texts.web_too_long(LONGEST_TEXT, written)));
    }
    Ok(store::Annotation { day, text: typed.text.clone() })
}

fn body(
    cx: &Cx<'_, '_>,
    (element, org_unit): (&Element, OrgUnitId),
    typed: &Typed,
    problems: &[Problem],
) -> Markup {
    let texts = cx.texts();
    let head = PageHead {
        eyebrow: cx.structure.organisation.name(org_unit).to_owned(),
        title: texts.measures_note_event().to_owned(),
        lead: texts.measures_note_event_lead().to_owned(),
        end: None,
    };
    let wrong = |name: &str| Problem::of(problems, name);
    let page = FormPage {
        head,
        problems,
        action: &format!("{}/handelse", super::url(element.id)),
        save: texts.web_save(),
        cancel: &url_for(element.id, org_unit),
    };
    let fields = html! {
                input type="hidden" name="id" value=(typed.id.simple());
                input type="hidden" name="enhet" value=(org_unit);
                (Field::date("dag", texts.measures_event_day()).value(&typed.day).problem(wrong("dag")))
                (Field::text("text", texts.measures_event_text()).hint(texts.measures_event_hint()).value(&typed.text).problem(wrong("text")))
    };
    page.body(texts, &html! {}, &fields)
}
