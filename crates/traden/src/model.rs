//! `traden model check`: what is wrong with model files, for a person or a program.

use std::path::Path;
use std::process::ExitCode;

use domain::steering::{Language, Verdict, check as check_model};

use crate::arguments::Check;
use crate::init::read_file;
use crate::output;

/// What a file turned out to be.
enum Found {
    Checked(Box<Verdict>),
    Unreadable(std::io::Error),
}

impl Found {
    fn is_accepted(&self) -> bool {
        matches!(self, Self::Checked(verdict) if verdict.model().is_some())
    }
}

pub(crate) fn check(wanted: &Check) -> anyhow::Result<ExitCode> {
    let found: Vec<(&Path, Found)> = wanted
        .files
        .iter()
        .map(|file| {
            let found = match read_file(file) {
                Ok(bytes) => Found::Checked(Box::new(check_model(&bytes))),
                Err(error) => Found::Unreadable(error),
            };
            (file.as_path(), found)
        })
        .collect();
    if wanted.json {
        output::write(&format!("{}\n", json(&found)?))?;
    } else {
        let said: String = found.iter().map(|(file, found)| words(file, found)).collect();
        output::write(&said)?;
    }
    let all = found.iter().all(|(_, found)| found.is_accepted());
    Ok(if all { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn json(found: &[(&Path, Found)]) -> anyhow::Result<String> {
    let mut all = Vec::new();
    for (file, found) in found {
        let mut entry = match found {
            Found::Checked(verdict) => serde_json::to_value(verdict)?,
            Found::Unreadable(error) => {
                serde_json::json!({ "verdict": "unreadable", "error": error.to_string() })
            }
        };
        if let Some(entry) = entry.as_object_mut() {
            entry.insert("file".to_owned(), file.display().to_string().into());
        }
        all.push(entry);
    }
    Ok(serde_json::to_string_pretty(&all)?)
}

fn words(file: &Path, found: &Found) -> String {
    let file = file.display();
    let verdict = match found {
        Found::Unreadable(error) => {
            return format!("{file}: kan inte läsas ({})\n", output::io_words(error));
        }
        Found::Checked(verdict) => verdict,
    };
    match verdict.as_ref() {
        Verdict::Ok(_) => format!("{file}: OK\n"),
        Verdict::OkWithOpen(_, open) => format!("{file}: OK med {} att besluta\n", open.len()),
        Verdict::Refused(problems) => {
            let count = problems.len();
            problems.iter().fold(format!("{file}: underkänd, {count} fel\n"), |text, problem| {
                let place = match (problem.line, problem.path.as_str()) {
                    (Some(line), "") => format!("rad {line}: "),
                    (Some(line), path) => format!("rad {line}, {path}: "),
                    (None, "") => String::new(),
                    (None, path) => format!("{path}: "),
                };
                let explained = problem.explain(Language::Swedish);
                format!("{text}  {place}{}\n    {}\n", explained.what, explained.mend)
            })
        }
    }
}
