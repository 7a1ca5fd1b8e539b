//! The page of the steering model: everything that it says, in words.

mod assessment;
mod calendar;
mod order;
mod register;
mod type_rules;
mod types;
mod versions;

pub use type_rules::rule_words;
pub use types::link_word;

use std::sync::Arc;

use domain::steering::{OrgLevelId, SteeringModel};
use maud::{Markup, html};

use super::store;
use super::words::{genitive, singular};
use domain::access::Action;

use crate::cx::Cx;
use crate::frame::Nav;
use crate::i18n::{Language, Texts, date};
use crate::web::error::{Answer, OrNotFound};
use crate::web::ui::{Fact, Link, PageHead, facts, page_header, section};

/// A model with what is needed to put it in words.
#[derive(Clone, Copy)]
pub struct Reader<'m> {
    /// The model.
    pub model: &'m SteeringModel,
    /// The texts.
    pub texts: Texts,
    /// The year the calendar is laid out for.
    pub year: i16,
}

impl Reader<'_> {
    /// What a level is called.
    pub fn level(self, id: &OrgLevelId) -> String {
        self.model
            .org_level(id)
            .map(|level| singular(self.texts.language, &level.name))
            .unwrap_or_default()
    }
}

/// A part of the page: its anchor, its heading, what it holds. Empty parts are left out.
struct Part {
    id: &'static str,
    title: &'static str,
    note: String,
    body: Markup,
}

/// Shows the model in force, or an older version when the address asks for one.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let version = super::export::asked(cx)?;
    let versions = store::models(cx.tx)?;
    let newest = versions.first().map_or(version, |newest| newest.version);
    let model = if version == newest {
        Arc::clone(&cx.structure.model)
    } else {
        store::model_of(cx.tx, version)?.or_not_found()?
    };
    let texts = cx.texts();
    let reader = Reader { model: &model, texts, year: cx.today().year() };
    let mut parts = parts(reader);
    parts.insert(parts.len() - 2, versions::part(cx, &versions, version));
    parts.retain(|part| !part.body.0.is_empty());
    let contents: Vec<Link> =
        parts.iter().map(|part| Link::new(format!("#{}", part.id), part.title)).collect();
    let head = PageHead {
        eyebrow: reader.model.municipality.clone(),
        title: texts.steering_title().to_owned(),
        lead: lead(reader),
        end: Some(versions::actions(cx, newest, version)),
    };
    let plans = crate::app::may_somewhere(cx.visit, Action::Plan);
    let body = html! {
        div.wrap.page {
            (page_header(&head))
            (versions::older(texts, newest, version))
            div.with-side {
                div { @for part in &parts { (section(part.id, part.title, &part.note, &part.body)) } }
                aside.side.contents {
                    section.section {
                        h2 #innehall { (texts.steering_contents()) }
                        nav aria-labelledby="innehall" { ul.owned { @for link in &contents { li { (link) } } } }
                        @if plans { p { a href="/analyser/ny?sort=model" { (texts.steering_evaluate()) } } }
                    }
                }
            }
        }
    };
    Ok(cx.page(texts.steering_title(), Nav::Nowhere, &body))
}

fn parts(reader: Reader<'_>) -> Vec<Part> {
    let texts = reader.texts;
    let part = |id, title, body| Part { id, title, note: String::new(), body };
    let open = reader.model.open_decisions.len();
    vec![
        Part {
            note: if open == 0 { String::new() } else { open.to_string() },
            ..part("att-besluta", texts.steering_open(), register::open_decisions(reader))
        },
        part("typer", texts.steering_types(), types::thread_types(reader)),
        part("vid-sidan", texts.steering_other_types(), types::other_types(reader)),
        part("skalor", texts.steering_scales(), assessment::scales(reader)),
        part("bedomning", texts.steering_assessments(), assessment::assessments(reader)),
        part("arbetet-runt", texts.steering_phases(), calendar::phases(reader)),
        Part {
            note: reader.year.to_string(),
            ..part("arshjul", texts.steering_calendar(), calendar::calendar(reader))
        },
        part("dokument", texts.steering_documents(), register::documents(reader)),
        part("nivaer", texts.steering_levels(), register::levels(reader)),
        part("begrepp", texts.steering_terms(), register::terms(reader)),
        part("ordlista", texts.steering_glossary(), register::glossary(reader)),
        part("version", texts.steering_version(), version(reader)),
        part("anmarkningar", texts.steering_notes(), register::notes(reader)),
        part("kallor", texts.steering_sources(), register::sources(reader)),
    ]
}

fn lead(reader: Reader<'_>) -> String {
    let valid = validity(reader);
    match origin(reader) {
        Some(origin) => format!("{origin} {valid}"),
        None => valid,
    }
}

fn validity(reader: Reader<'_>) -> String {
    let texts = reader.texts;
    let version = &reader.model.version;
    match (version.valid_from, version.valid_to) {
        (Some(from), Some(to)) => {
            texts.steering_valid_from_to(date(texts.language, from), date(texts.language, to))
        }
        (Some(from), None) => texts.steering_valid_from(date(texts.language, from)),
        (None, _) => texts.steering_not_in_force().to_owned(),
    }
}

/// Where a borrowed model comes from, as a sentence.
fn origin(reader: Reader<'_>) -> Option<String> {
    let texts = reader.texts;
    let lender = reader.model.version.based_on.as_ref()?;
    let whose = match texts.language {
        Language::Swedish => genitive(&lender.municipality),
        Language::English => lender.municipality.clone(),
    };
    Some(match lender.year {
        Some(year) => texts.steering_based_on_year(whose, year),
        None => texts.steering_based_on(whose),
    })
}

fn version(reader: Reader<'_>) -> Markup {
    let texts = reader.texts;
    let version = &reader.model.version;
    let mut all = vec![Fact::new(texts.steering_validity(), &validity(reader))];
    if let Some(level) = &version.decided_by {
        all.push(Fact::new(texts.steering_decided_by(), &reader.level(level)));
    }
    match &version.decision_ref {
        Some(decision) => all.push(Fact::new(texts.steering_decision(), decision)),
        None => all.push(Fact::rich(
            texts.steering_decision(),
            html! { span.soft { (texts.steering_no_decision()) } },
        )),
    }
    if let Some(origin) = origin(reader) {
        all.push(Fact::new(texts.steering_origin(), &origin));
    }
    for (name, value) in
        [(texts.steering_replaces(), &version.replaces), (texts.steering_remark(), &version.note)]
    {
        if let Some(value) = value {
            all.push(Fact::new(name, value));
        }
    }
    all.push(Fact::rich(texts.steering_id(), html! { code { (reader.model.id.as_str()) } }));
    facts(&all)
}
