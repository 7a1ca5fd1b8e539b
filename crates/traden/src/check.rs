//! `traden check`: what is not well with a municipality's thread. Changes nothing.

use std::fmt::Write as _;
use std::process::ExitCode;

use anyhow::Context;
use app::app::Clock;
use app::elements::structures::Structures;
use app::health::report::{Report, report};
use app::i18n::{Language, Texts};
use app::web::error::AppError;
use jiff::civil::Date;

use crate::arguments::Health;
use crate::machine::SystemClock;
use crate::output;
use crate::place::{look, municipality, plain};

pub(crate) fn check(wanted: &Health) -> anyhow::Result<ExitCode> {
    let db = look(&wanted.place)?;
    let found = municipality(&db, &wanted.host)?
        .with_context(|| format!("ingen kommun har värdnamnet {}", wanted.host))?;
    let today = if let Some(day) = wanted.day {
        day
    } else {
        let clock = SystemClock::new()?;
        clock.local(clock.now()).date()
    };
    let report = db
        .read(found.tenant, |tx| {
            let structure = Structures::default().at_head(tx, false)?;
            report(tx, &structure, today, Texts::from(Language::Swedish))
        })
        .map_err(|error: AppError| plain(error))?;
    let said = if wanted.json {
        as_json(today, &report)?
    } else {
        in_words((&found.name, today), &report)
    };
    output::write(&said)?;
    Ok(if report.is_broken() { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

fn as_json(today: Date, report: &Report) -> anyhow::Result<String> {
    let all = serde_json::json!({ "day": today.to_string(), "faults": report.lines, "let_be": report.let_be });
    Ok(format!("{}\n", serde_json::to_string_pretty(&all)?))
}

fn in_words((name, today): (&str, Date), report: &Report) -> String {
    let mut said = format!("{name}, tråden kontrollerad för dagen {today}\n");
    let mut last = "";
    for line in &report.lines {
        if line.rule != last {
            let count = report.lines.iter().filter(|other| other.rule == line.rule).count();
            _ = writeln!(said, "\n{} {} ({count})", line.rule, line.name);
            _ = writeln!(said, "  {}\n  {}", line.why, line.mend);
            last = line.rule;
        }
        let owner =
            if line.owner.is_empty() { String::new() } else { format!(" · {}", line.owner) };
        let place = line.fix.as_deref().map(|fix| format!(" · {fix}")).unwrap_or_default();
        _ = writeln!(said, "  - {}{owner}{place}", line.title);
    }
    let count = report.lines.len();
    let faults = if count == 1 { "brist" } else { "brister" };
    _ = writeln!(said, "\n{count} {faults}, {} som låts vara.", report.let_be.len());
    said
}
