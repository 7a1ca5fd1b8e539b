//! Which requests are measured, and their cost in this process.

use bytes::Bytes;
use domain::elements::Element;
use domain::ids::OrgUnitId;
use domain::steering::Role;
use http::Method;

use super::parts::{autosave_path, find_part, save, saves, version_after};
use super::roll_up::widest;
use super::stopwatch::cpu_per_call;
use super::town::Town;

pub(super) use super::names::{FIRST, MANY_SERIES, NAMES, PAGES};

/// A request that was measured.
pub(super) struct Cost {
    /// Milliseconds of CPU.
    pub(super) cpu: f64,
    /// Size of the answer.
    pub(super) bytes: usize,
    /// What was asked for, when it can be asked for again over a connection.
    pub(super) path: Option<(String, String)>,
}

/// What came of it.
pub(super) enum Measured {
    Done(Cost),
    Missing(String),
}

/// Measures every request on one municipality.
pub(super) fn measure(town: &Town) -> anyhow::Result<Vec<Measured>> {
    let goal = busiest(town, Role::Goal).map(|goal| format!("/mal/{}", goal.id));
    let measure = busiest(town, Role::Measure).map(|measure| format!("/matt/{}", measure.id));
    let part = find_part(town)?;
    let spread = widest(town)?.map(|(measure, _)| format!("/matt/{measure}"));
    Ok(vec![
        page(town, Some("/"))?,
        page(town, Some("/trad"))?,
        page(town, goal.as_deref())?,
        page(town, measure.as_deref())?,
        page(town, Some("/aktiviteter?enhet=alla"))?,
        page(town, part.as_deref())?,
        autosave(town, part.as_deref())?,
        record(town, measure.as_deref())?,
        structural(town, false)?,
        structural(town, true)?,
        page(town, Some("/trad?vy=lista"))?,
        page(town, Some("/trad?vy=rutnat"))?,
        page(town, Some("/trad?vy=ord"))?,
        page(town, Some("/folja-upp"))?,
        page(town, Some("/uppsikt"))?,
        page(town, Some("/uppsikt/insamling"))?,
        page(town, Some("/uppsikt/avvikelser"))?,
        page(town, Some("/uppsikt/namnder"))?,
        page(town, Some("/uppsikt/prognoser"))?,
        page(town, Some("/uppsikt/bedombart"))?,
        page(town, Some("/uppsikt/tysta"))?,
        page(town, Some("/uppsikt/kvalitet"))?,
        page(town, Some("/uppsikt/nytt?organ=alla"))?,
        of_council(town, |council| format!("/folja-upp/sammanstallning/{council}"))?,
        of_council(town, |council| format!("/rapport/{council}"))?,
        of_council(town, |council| format!("/arshjul/{council}/2026"))?,
        of_council(town, |council| format!("/arshjul/{council}/2027/under"))?,
        page(town, spread.as_ref().map(|measure| format!("{measure}/enheter?vy=tid")).as_deref())?,
        page(town, spread.as_ref().map(|measure| format!("{measure}/enheter")).as_deref())?,
        page(town, Some("/analyser"))?,
        page(town, Some("/atgarder"))?,
        page(town, Some("/starkt-och-svagt"))?,
    ])
}

/// A page of the council.
fn of_council(town: &Town, path: impl Fn(OrgUnitId) -> String) -> anyhow::Result<Measured> {
    page(town, town.structure.organisation.roots().first().map(|top| path(*top)).as_deref())
}

/// The element of a role with most under it: the dearest page of its kind.
fn busiest(town: &Town, role: Role) -> Option<&Element> {
    town.structure
        .elements()
        .filter(|element| element.role == role)
        .max_by_key(|element| (town.structure.links_down(element.id).len(), element.id))
        .map(|element| &**element)
}

/// The first visitor who may see the page.
fn visitor<'t>(town: &'t Town, path: &str) -> anyhow::Result<Result<&'t str, u16>> {
    let mut last = 404;
    for cookie in &town.visitors {
        let answered = town.get(path, cookie)?;
        if answered.status == 200 {
            return Ok(Ok(cookie));
        }
        last = answered.status;
    }
    Ok(Err(last))
}

fn page(town: &Town, path: Option<&str>) -> anyhow::Result<Measured> {
    let Some(path) = path else { return Ok(Measured::Missing("nothing to show".to_owned())) };
    let cookie = match visitor(town, path)? {
        Ok(cookie) => cookie,
        Err(status) => return Ok(Measured::Missing(format!("{path} answered {status}"))),
    };
    let bytes = town.get(path, cookie)?.body.len();
    let cpu = cpu_per_call(|| town.get(path, cookie).map(drop))?;
    Ok(Measured::Done(Cost { cpu, bytes, path: Some((path.to_owned(), cookie.to_owned())) }))
}

/// Saves one text again and again, with the version that the answer before gave.
fn autosave(town: &Town, part: Option<&str>) -> anyhow::Result<Measured> {
    let Some(part) = part else { return Ok(Measured::Missing("no report part".to_owned())) };
    let path = autosave_path(part);
    for cookie in &town.visitors {
        if !saves(town, &path, cookie)? {
            continue;
        }
        let first = save(town, &path, cookie, "0", 0)?;
        let (mut version, mut number) = (version_after(&first.body, "0".to_owned()), 1);
        let cpu = cpu_per_call(|| {
            number += 1;
            let answered = save(town, &path, cookie, &version, number)?;
            anyhow::ensure!(answered.status == 200, "PATCH answered {}", answered.status);
            version = version_after(&answered.body, std::mem::take(&mut version));
            Ok(())
        })?;
        return Ok(Measured::Done(Cost { cpu, bytes: first.body.len(), path: None }));
    }
    Ok(Measured::Missing("no visitor may write".to_owned()))
}

/// Sends the form for a value again and again as it was shown, with the value changed.
fn record(town: &Town, measure: Option<&str>) -> anyhow::Result<Measured> {
    let Some(measure) = measure else { return Ok(Measured::Missing("no measure".to_owned())) };
    let mut recorder = match Recorder::find(town, measure, "") {
        Ok(recorder) => recorder,
        Err(why) => return Ok(Measured::Missing(why.to_string())),
    };
    let bytes = recorder.send(town)?;
    let cpu = cpu_per_call(|| recorder.send(town).map(drop))?;
    Ok(Measured::Done(Cost { cpu, bytes, path: None }))
}

/// A form for a value of a measure, each time with another number.
pub(super) struct Recorder {
    shown: String,
    sent: String,
    cookie: String,
    number: u32,
}

impl Recorder {
    /// The form for the latest period; `query` tells whose value when it is not the owner's.
    pub(super) fn find(town: &Town, measure: &str, query: &str) -> anyhow::Result<Self> {
        let sent = format!("{measure}/varde");
        let shown = format!("{sent}{query}");
        let cookie = visitor(town, &shown)?
            .map_err(|status| anyhow::anyhow!("{shown} answered {status}"))?
            .to_owned();
        Ok(Self { shown, sent, cookie, number: 0 })
    }

    /// Sends the form; the size of the answer.
    pub(super) fn send(&mut self, town: &Town) -> anyhow::Result<usize> {
        self.number += 1;
        let mut fields = form_fields(&town.get(&self.shown, &self.cookie)?.body);
        // What has been checked is corrected with a reason; after that it may change again.
        fields.retain(|(name, _)| name != "kvalitet" && name != "skal");
        fields.push(("kvalitet".to_owned(), "preliminary".to_owned()));
        fields.push(("skal".to_owned(), "Mätt på nytt.".to_owned()));
        for (name, value) in &mut fields {
            if name == "varde" {
                *value = (self.number % 50).to_string();
            }
        }
        let form = encode(&fields).into();
        let sent = town.ask(&Method::POST, &self.sent, &self.cookie, &[], form)?;
        anyhow::ensure!(sent.status == 303, "POST {} answered {}", self.sent, sent.status);
        Ok(sent.body.len())
    }
}

/// Makes measures; with `look` each is followed by a page that must take the change in.
fn structural(town: &Town, look: bool) -> anyhow::Result<Measured> {
    let writer = match Structural::find(town) {
        Ok(writer) => writer,
        Err(why) => return Ok(Measured::Missing(why.to_string())),
    };
    let cpu = cpu_per_call(|| {
        writer.send(town)?;
        if look {
            town.get("/matt", &writer.cookie)?;
        }
        Ok(())
    })?;
    Ok(Measured::Done(Cost { cpu, bytes: 0, path: None }))
}

/// A form that makes a measure, which changes the structure.
pub(super) struct Structural {
    form: String,
    cookie: String,
}

impl Structural {
    pub(super) fn find(town: &Town) -> anyhow::Result<Self> {
        let new = "/matt/nytt";
        let cookie = visitor(town, new)?
            .map_err(|status| anyhow::anyhow!("{new} answered {status}"))?
            .to_owned();
        let mut fields = form_fields(&town.get(new, &cookie)?.body);
        fields.retain(|(name, _)| name != "id");
        for (name, value) in &mut fields {
            match name.as_str() {
                "titel" => "Ett mått till".clone_into(value),
                "enhet" => "procent".clone_into(value),
                _ => {}
            }
        }
        let writer = Self { form: encode(&fields), cookie };
        writer.send(town)?;
        Ok(writer)
    }

    /// Sends the form.
    pub(super) fn send(&self, town: &Town) -> anyhow::Result<()> {
        let form = self.form.clone().into();
        let sent = town.ask(&Method::POST, "/matt", &self.cookie, &[], form)?;
        anyhow::ensure!(sent.status == 303, "POST /matt answered {}", sent.status);
        Ok(())
    }
}

/// The fields of a page's forms as a browser would send them untouched.
pub(super) fn form_fields(body: &Bytes) -> Vec<(String, String)> {
    let page = String::from_utf8_lossy(body);
    let mut fields: Vec<(String, String)> = Vec::new();
    for tag in page.split('<').skip(1) {
        let attribute = |name: &str| {
            let rest = tag.split_once(&format!(" {name}=\""))?.1;
            Some(rest.split('"').next().unwrap_or_default().to_owned())
        };
        let kind = attribute("type").unwrap_or_default();
        if tag.starts_with("input") && matches!(kind.as_str(), "radio" | "checkbox") {
            if tag.contains(" checked") {
                fields.extend(attribute("name").zip(attribute("value")));
            }
        } else if tag.starts_with("input") || tag.starts_with("textarea") {
            let value = attribute("value").unwrap_or_default();
            fields.extend(attribute("name").map(|name| (name, value)));
        } else if tag.starts_with("select") {
            fields.extend(attribute("name").map(|name| (name, String::new())));
        } else if tag.starts_with("option")
            && let (Some(value), Some(last)) = (attribute("value"), fields.last_mut())
            && (last.1.is_empty() || tag.contains(" selected"))
        {
            last.1 = value;
        }
    }
    fields
}

/// Fields as a browser sends them.
pub(super) fn encode(fields: &[(String, String)]) -> String {
    let encoded: Vec<String> = fields
        .iter()
        .map(|(name, value)| format!("{name}={}", app::web::fields::encode(value)))
        .collect();
    encoded.join("&")
}
