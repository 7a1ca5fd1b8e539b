//! The parts of accounts that people write in on a day of reporting.

use bytes::Bytes;
use http::Method;

use super::town::{Answered, Town};

/// The largest part of an account that somebody is led to.
pub(super) fn find_part(town: &Town) -> anyhow::Result<Option<String>> {
    for cookie in &town.visitors {
        let mut largest = None;
        for part in parts_of(town, cookie)? {
            let answered = town.get(&part, cookie)?;
            let size = answered.body.len();
            if answered.status == 200 && largest.as_ref().is_none_or(|(known, _)| size > *known) {
                largest = Some((size, part));
            }
        }
        if let Some((_, part)) = largest {
            return Ok(Some(part));
        }
    }
    Ok(None)
}

/// The parts of accounts that a visitor is led to.
fn parts_of(town: &Town, cookie: &str) -> anyhow::Result<Vec<String>> {
    let mut parts = Vec::new();
    for top in ["/folja-upp", "/"] {
        for account in links(&town.get(top, cookie)?.body, "/folja-upp/") {
            let from = town.get(&account, cookie)?;
            let found = links(&from.body, "/folja-upp/").into_iter();
            parts.extend(found.filter(|link| link.contains("/del/")));
        }
    }
    parts.sort();
    parts.dedup();
    Ok(parts)
}

/// Addresses of parts that autosave, each with the cookie of somebody who may write it.
pub(super) fn find_parts(town: &Town, most: usize) -> anyhow::Result<Vec<(String, String)>> {
    let mut found: Vec<(String, String)> = Vec::new();
    for cookie in &town.visitors {
        for part in parts_of(town, cookie)? {
            let path = autosave_path(&part);
            let taken = found.iter().any(|(known, _)| *known == path);
            if found.len() < most && !taken && saves(town, &path, cookie)? {
                found.push((path, cookie.clone()));
            }
        }
    }
    Ok(found)
}

pub(super) fn autosave_path(part: &str) -> String {
    let id = part.rsplit_once('/').map_or(part, |(_, id)| id);
    format!("/folja-upp/del/{id}")
}

pub(super) fn saves(town: &Town, path: &str, cookie: &str) -> anyhow::Result<bool> {
    let first = save(town, path, cookie, "0", 0)?;
    let version = version_after(&first.body, "0".to_owned());
    Ok(save(town, path, cookie, &version, 1)?.status == 200)
}

pub(super) fn save(
    town: &Town,
    path: &str,
    cookie: &str,
    version: &str,
    number: u32,
) -> anyhow::Result<Answered> {
    let text = format!("{{\"field\":\"text\",\"value\":\"Ett stycke text, gång {number}.\"}}");
    let more = [
        ("if-match", version),
        ("content-type", "application/json"),
        ("accept", "application/json"),
    ];
    town.ask(&Method::PATCH, path, cookie, &more, text.into())
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

/// The version that an answer tells, else the one before.
pub(super) fn version_after(body: &[u8], before: String) -> String {
    let told: serde_json::Value = serde_json::from_slice(body).unwrap_or_default();
    told.get("version")
        .map_or(before, |now| now.as_str().map_or_else(|| now.to_string(), str::to_owned))
}
