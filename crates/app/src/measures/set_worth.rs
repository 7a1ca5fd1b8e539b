//! Answering the control question of a measure, and naming its established definition. That is no part
//! of what was decided: it is said of decided measures too.

use domain::elements::Element;
use domain::measures::Measure;
use maud::{Markup, html};

use super::planning::{plannable, theirs_notice};
use super::store;
use super::worth::{self, FIELDS};
use crate::cx::Cx;
use crate::elements::store as nodes;
use crate::form_page::FormPage;
use crate::frame::Nav;
use crate::web::error::{Answer, AppError};
use crate::web::response::Response;
use crate::web::ui::{PageHead, Problem};

/// What the form holds, by field.
struct Typed {
    fields: [(&'static str, String); 5],
    version: String,
}

impl Typed {
    fn get(&self, name: &'static str) -> &str {
        self.fields.iter().find(|(known, _)| *known == name).map_or("", |(_, text)| text)
    }
}

/// Shows the form.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let structure = cx.structure.clone();
    let (element, measure) = plannable(cx, &structure)?;
    if !element.is_current() {
        return Ok(Response::see_other(&super::url(element.id)));
    }
    let typed = Typed { fields: worth::kept(measure), version: element.version.to_string() };
    let body = body(cx, element, &typed, (&[], &[]));
    Ok(cx.page(cx.texts().measures_worth_set(), Nav::Measures, &body))
}

/// Keeps what was answered.
pub(super) fn set_worth(cx: &mut Cx<'_, '_>) -> Answer {
    let structure = cx.structure.clone();
    let (element, measure) = plannable(cx, &structure)?;
    let texts = cx.texts();
    let title = texts.measures_worth_set();
    let sent = |name| (name, cx.req.form.text(name).to_owned());
    let typed = Typed { fields: FIELDS.map(sent), version: cx.req.form.text("version").to_owned() };
    if !element.is_current() {
        return Err(AppError::Stale);
    }
    let problems: Vec<Problem> = worth::problems(texts, |name| typed.get(name))
        .into_iter()
        .map(|(at, words)| Problem::at(at, words))
        .collect();
    if !problems.is_empty() {
        let body = body(cx, element, &typed, (&problems, &[]));
        return Ok(cx.refused(title, Nav::Measures, &body));
    }
    let next = worth::put(Measure::clone(measure), |name| typed.get(name));
    if next == **measure {
        return Ok(Response::see_other(&super::url(element.id)));
    }
    if typed.version != element.version.to_string() {
        let labels = [
            texts.measures_tells(),
            texts.measures_tells_reason(),
            texts.measures_established(),
            texts.measures_established_link(),
            texts.measures_share_of(),
        ];
        let mut kept = worth::kept(measure).map(|(_, words)| words);
        worth::answered(texts, measure.tells_inhabitants).clone_into(&mut kept[0]);
        worth::shared(texts, measure.share_of).clone_into(&mut kept[4]);
        let theirs: Vec<(&'static str, String)> = labels.into_iter().zip(kept).collect();
        let typed = Typed { version: element.version.to_string(), ..typed };
        let body = body(cx, element, &typed, (&[], &theirs));
        return Ok(cx.conflicting(title, Nav::Measures, &body));
    }
    let changed = Element { version: element.version + 1, ..Element::clone(element) };
    nodes::change_element(cx.tx, "change", &changed)?;
    nodes::update_measure(cx.tx, &next, changed.version)?;
    carry_on(cx, measure, &next)?;
    Ok(Response::see_other(&super::url(element.id)))
}

/// Lets new wordings that wait for their decision say the same, unless they have been given another
/// answer: else adopting one would take back what was answered meanwhile.
fn carry_on(cx: &mut Cx<'_, '_>, was: &Measure, now: &Measure) -> Result<(), AppError> {
    let whole = cx.whole.clone();
    for id in store::rewordings(cx.tx, was.id)? {
        let (Some(element), Some(measure)) = (whole.element(id), whole.measure(id)) else {
            continue;
        };
        if element.is_editable() && measure.has_worth_of(was) {
            let changed = Element { version: element.version + 1, ..Element::clone(element) };
            nodes::change_element(cx.tx, "change", &changed)?;
            nodes::update_measure(cx.tx, &measure.with_worth_of(now), changed.version)?;
        }
    }
    Ok(())
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
        title: texts.measures_worth_set().to_owned(),
        lead: texts.measures_worth_lead().to_owned(),
        end: None,
    };
    let of_type = cx.structure.model.element_type(&element.element_type);
    let question = worth::question(texts, of_type);
    let url = super::url(element.id);
    let page = FormPage {
        head,
        problems,
        action: &format!("{url}/kontrollfraga"),
        save: texts.web_save(),
        cancel: &url,
    };
    let wrong = |name: &str| Problem::of(problems, name);
    let fields = html! {
        input type="hidden" name="version" value=(typed.version);
        (worth::fields(texts, &question, |name| typed.get(name), wrong))
    };
    page.body(texts, &theirs_notice(texts, theirs), &fields)
}
