//! The page of the steering model: everything that it says, in words.

mod assessment;
mod calendar;
mod order;
mod register;
mod type_rules;
mod types;

use domain::steering::{OrgLevelId, SteeringModel};
use maud::{Markup, html};

use super::words::singular;
use crate::cx::Cx;
use crate::frame::Nav;
use crate::i18n::{Texts, date};
use crate::web::error::Answer;
use crate::web::ui::{Fact, Link, PageHead, facts, page_header, section};

/// What every part of the page needs.
#[derive(Clone, Copy)]
struct Reader<'m> {
    model: &'m SteeringModel,
    texts: Texts,
    /// The year the calendar is laid out for.
    year: i16,
}

impl Reader<'_> {
    /// What a level is called.
    fn level(self, id: &OrgLevelId) -> String {
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

/// Shows the page.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let structure = cx.structure.clone();
    let texts = cx.texts();
    let reader = Reader { model: &structure.model, texts, year: cx.today().year() };
    let parts: Vec<Part> =
        parts(reader).into_iter().filter(|part| !part.body.0.is_empty()).collect();
    let contents: Vec<Link> =
        parts.iter().map(|part| Link::new(format!("#{}", part.id), part.title)).collect();
    let head = PageHead {
        eyebrow: reader.model.municipality.clone(),
        title: texts.steering_title().to_owned(),
        lead: lead(reader),
        end: None,
    };
    let body = html! {
        div.wrap.page {
            (page_header(&head))
            div.with-side {
                div { @for part in &parts { (section(part.id, part.title, &part.note, &part.body)) } }
                aside.side.contents {
                    section.section {
                        h2 #innehall { (texts.steering_contents()) }
                        nav aria-labelledby="innehall" { ul.owned { @for link in &contents { li { (link) } } } }
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

fn version(reader: Reader<'_>) -> Markup {
    let texts = reader.texts;
    let version = &reader.model.version;
    let mut all = vec![Fact::new(texts.steering_validity(), &lead(reader))];
    if let Some(level) = &version.decided_by {
        all.push(Fact::new(texts.steering_decided_by(), &reader.level(level)));
    }
    for (name, value) in [
        (texts.steering_decision(), &version.decision_ref),
        (texts.steering_replaces(), &version.replaces),
        (texts.steering_remark(), &version.note),
    ] {
        if let Some(value) = value {
            all.push(Fact::new(name, value));
        }
    }
    all.push(Fact::rich(texts.steering_id(), html! { code { (reader.model.id.as_str()) } }));
    facts(&all)
}
