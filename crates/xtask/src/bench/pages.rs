//! Which requests are measured, and their cost in this process.

use bytes::Bytes;
use domain::elements::Element;
use domain::steering::Role;
use http::Method;

use super::stopwatch::cpu_per_call;
use super::town::Town;

/// The requests in the order of the table.
pub(super) const NAMES: [&str; 13] = [
    "Min sida `/`",
    "Röda tråden `/trad`",
    "a goal, the busiest",
    "a goal of a unit (with more measures on large)",
    "a measure",
    "list of 200 activities `/aktiviteter`",
    "list of measures `/matt` (fewer rows on small)",
    "report part",
    "autosave",
    "a value recorded",
    "a measure made (structural write)",
    "a measure made, then `/matt`",
    "a measure made, then `/trad`",
];

/// A request that was measured.
pub(super) struct Cost {
    /// Milliseconds of CPU.
    pub(super) cpu: f64,
    /// Size of the answer.
    pub(super) bytes: usize,
    /// SQL statements of one request; none where it is made of several.
    pub(super) statements: Option<u64>,
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
    let unit_goal = unit_goal(town).map(|goal| format!("/mal/{}", goal.id));
    let measure = busiest(town, Role::Measure).map(|measure| format!("/matt/{}", measure.id));
    let part = find_part(town)?;
    Ok(vec![
        page(town, Some("/"))?,
        page(town, Some("/trad"))?,
        page(town, goal.as_deref())?,
        page(town, unit_goal.as_deref())?,
        page(town, measure.as_deref())?,
        page(town, Some("/aktiviteter?enhet=alla"))?,
        page(town, Some("/matt"))?,
        page(town, part.as_deref())?,
        autosave(town, part.as_deref())?,
        record(town, measure.as_deref())?,
        structural(town, None)?,
        structural(town, Some("/matt"))?,
        structural(town, Some("/trad"))?,
    ])
}

/// The element of a role with most under it: the dearest page of its kind.
fn busiest(town: &Town, role: Role) -> Option<&Element> {
    town.structure
        .elements()
        .filter(|element| element.role == role)
        .max_by_key(|element| (town.structure.links_down(element.id).len(), element.id))
        .map(|element| &**element)
}

/// A goal of a unit that both municipalities have, with the same activities under it; on large also copies of
/// its measures.
fn unit_goal(town: &Town) -> Option<&Element> {
    let goal = app::demo::id_of("element", "em-skargardens-forskolor");
    town.structure.element(goal).map(|goal| &**goal)
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
    town.get(path, cookie)?;
    let before = town.app.statements();
    let bytes = town.get(path, cookie)?.body.len();
    let statements = Some(town.app.statements() - before);
    let cpu = cpu_per_call(|| town.get(path, cookie).map(drop))?;
    let path = Some((path.to_owned(), cookie.to_owned()));
    Ok(Measured::Done(Cost { cpu, bytes, statements, path }))
}

/// Follows the links from the follow-up to a part of an account.
fn find_part(town: &Town) -> anyhow::Result<Option<String>> {
    for cookie in &town.visitors {
        for top in ["/folja-upp", "/"] {
            for account in links(&town.get(top, cookie)?.body, "/folja-upp/") {
                let from = town.get(&account, cookie)?;
                if let Some(part) =
                    links(&from.body, "/folja-upp/").into_iter().find(|link| link.contains("/del/"))
                {
                    return Ok(Some(part));
                }
            }
        }
    }
    Ok(None)
}

fn links(body: &Bytes, prefix: &str) -> Vec<String> {
    String::from_utf8_lossy(body)
        .split("href=\"")
        .skip(1)
        .filter_map(|rest| rest.split(['"', '#', '?']).next())
        .filter(|link| link.starts_with(prefix))
        .take(40)
        .map(str::to_owned)
        .collect()
}

/// Saves one text again and again, with the version that the answer before gave.
fn autosave(town: &Town, part: Option<&str>) -> anyhow::Result<Measured> {
    let Some((_, part)) = part.and_then(|path| path.rsplit_once('/')) else {
        return Ok(Measured::Missing("no report part".to_owned()));
    };
    let path = format!("/folja-upp/del/{part}");
    let mut why = "no visitor may write".to_owned();
    for cookie in &town.visitors {
        let (mut version, mut number) = ("0".to_owned(), 0);
        let mut save = || {
            number += 1;
            let text =
                format!("{{\"field\":\"text\",\"value\":\"Ett stycke text, gång {number}.\"}}");
            let more = [
                ("if-match", version.as_str()),
                ("content-type", "application/json"),
                ("accept", "application/json"),
            ];
            let answered = town.ask(&Method::PATCH, &path, cookie, &more, text.into())?;
            let told: serde_json::Value =
                serde_json::from_slice(&answered.body).unwrap_or_default();
            if let Some(now) = told.get("version") {
                version = now.as_str().map_or_else(|| now.to_string(), str::to_owned);
            }
            Ok::<_, anyhow::Error>(answered)
        };
        // The first answer may be a conflict that tells the version.
        save()?;
        let second = save()?;
        if second.status != 200 {
            why = format!("PATCH answered {}", second.status);
            continue;
        }
        let cpu = cpu_per_call(|| save().map(drop))?;
        return Ok(Measured::Done(Cost {
            cpu,
            bytes: second.body.len(),
            statements: None,
            path: None,
        }));
    }
    Ok(Measured::Missing(why))
}

/// Sends the form for a value again and again as it was shown, with the value changed.
fn record(town: &Town, measure: Option<&str>) -> anyhow::Result<Measured> {
    let Some(measure) = measure else { return Ok(Measured::Missing("no measure".to_owned())) };
    let path = format!("{measure}/varde");
    let cookie = match visitor(town, &path)? {
        Ok(cookie) => cookie,
        Err(status) => return Ok(Measured::Missing(format!("{path} answered {status}"))),
    };
    let mut number = 0;
    let mut send = || {
        number += 1;
        let shown = town.get(&path, cookie)?;
        let mut fields = form_fields(&shown.body);
        for (name, value) in &mut fields {
            if name == "varde" {
                *value = (number % 50).to_string();
            }
        }
        town.ask(&Method::POST, &path, cookie, &[], encode(&fields).into())
    };
    let first = send()?;
    if first.status != 303 {
        return Ok(Measured::Missing(format!("POST answered {}", first.status)));
    }
    let cpu = cpu_per_call(|| send().map(drop))?;
    Ok(Measured::Done(Cost { cpu, bytes: first.body.len(), statements: None, path: None }))
}

/// Makes measures; with `look` each is followed by a page that must take the change in.
fn structural(town: &Town, look: Option<&str>) -> anyhow::Result<Measured> {
    let new = "/matt/nytt";
    let cookie = match visitor(town, new)? {
        Ok(cookie) => cookie,
        Err(status) => return Ok(Measured::Missing(format!("{new} answered {status}"))),
    };
    let mut fields = form_fields(&town.get(new, cookie)?.body);
    fields.retain(|(name, _)| name != "id");
    for (name, value) in &mut fields {
        match name.as_str() {
            "titel" => "Ett mått till".clone_into(value),
            "enhet" => "procent".clone_into(value),
            _ => {}
        }
    }
    let form = encode(&fields);
    let send = || town.ask(&Method::POST, "/matt", cookie, &[], form.clone().into());
    let first = send()?;
    if first.status != 303 {
        return Ok(Measured::Missing(format!("POST /matt answered {}", first.status)));
    }
    let cpu = cpu_per_call(|| {
        send()?;
        if let Some(page) = look {
            town.get(page, cookie)?;
        }
        Ok(())
    })?;
    Ok(Measured::Done(Cost { cpu, bytes: first.body.len(), statements: None, path: None }))
}

/// The fields of a page's forms as a browser would send them untouched.
fn form_fields(body: &Bytes) -> Vec<(String, String)> {
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

fn encode(fields: &[(String, String)]) -> String {
    let encoded: Vec<String> = fields
        .iter()
        .map(|(name, value)| format!("{name}={}", app::web::fields::encode(value)))
        .collect();
    encoded.join("&")
}
