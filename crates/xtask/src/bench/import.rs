//! Gate 6: a table of values is handed in, looked at and read in, through the pages a person uses.

use domain::elements::Structure;
use domain::ids::OrgUnitId;
use domain::imports::{Column, Names};
use domain::measures::{Outcome, OutcomeQuality, OutcomeValue};
use domain::periods::Period;
use http::Method;

use super::gates::Gate;
use super::pages::form_fields;
use super::seconds;
use super::stopwatch::cpu_seconds;
use super::town::Town;

const MEASURES: usize = 100;
const ORG_UNITS: usize = 250;
const PERIODS: usize = 4;
const BOUNDARY: &str = "a-boundary-of-the-bench";

/// What it took to read a table in.
struct Took {
    values: f64,
    upload: f64,
    look: f64,
    apply: f64,
}

/// Reads a hundred thousand values in and takes them back.
pub(super) fn gates(town: &Town) -> anyhow::Result<Vec<Gate>> {
    let Took { values, upload, look, apply } = read_in(town, Counts::Unknown)?;
    let limit = (50_000.0, "values/s");
    let (written, whole) = (upload + apply, upload + look + apply);
    Ok(vec![
        Gate::at_least("6", "table import: handed in and read in", limit, Ok(values / written)),
        Gate::at_least("6", "table import: with the look before it", limit, Ok(values / whole)),
    ])
}

/// The same with how many people every value is about, some of them too few. No gate speaks of it.
pub(super) fn with_counts(town: &Town) -> anyhow::Result<()> {
    let Took { values, upload, look, apply } = read_in(town, Counts::SomeFew)?;
    let (written, whole) = (upload + apply, upload + look + apply);
    println!(
        "With counts, some of them small: {:.0} values/s handed in and read in, {:.0} with the look.",
        values / written,
        values / whole
    );
    Ok(())
}

fn read_in(town: &Town, counts: Counts) -> anyhow::Result<Took> {
    let (csv, count) = file(&town.structure, counts);
    let size = csv.len();
    let cookie = importer(town)?;
    let body = multipart(&csv);
    let cpu = cpu_seconds()?;
    let kind = format!("multipart/form-data; boundary={BOUNDARY}");
    let (sent, upload) = seconds(|| {
        town.ask(&Method::POST, "/matt/inlasning", &cookie, &[("content-type", &kind)], body.into())
    })?;
    anyhow::ensure!(sent.status == 303, "handing in answered {}", sent.status);
    let page = sent.location;
    let (shown, look) = seconds(|| town.get(&page, &cookie))?;
    let fields = form_fields(&shown.body);
    let form = super::pages::encode(&fields);
    let (done, apply) =
        seconds(|| town.ask(&Method::POST, &format!("{page}/las-in"), &cookie, &[], form.into()))?;
    anyhow::ensure!(done.status == 303, "reading in answered {}", done.status);
    let cpu = cpu_seconds()? - cpu;
    let (undone, undo) = seconds(|| {
        town.ask(&Method::POST, &format!("{page}/angra"), &cookie, &[], bytes::Bytes::new())
    })?;
    anyhow::ensure!(undone.status == 303, "undoing answered {}", undone.status);
    println!(
        "Import of {count} values ({} kB): handed in {upload:.2} s, looked at {look:.2} s, read in {apply:.2} s, {cpu:.2} s CPU; undone {undo:.2} s.",
        size / 1000
    );
    Ok(Took { values: f64::from(u32::try_from(count)?), upload, look, apply })
}

/// What the table says of how many people its values are about.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Counts {
    /// Nothing.
    Unknown,
    /// Something of each, and of one in so many that it is about few.
    SomeFew,
}

/// One value in so many is about few.
const ONE_FEW_IN: usize = 50;

impl Counts {
    fn cell(self, row: usize) -> String {
        match self {
            Self::Unknown => String::new(),
            Self::SomeFew if row.is_multiple_of(ONE_FEW_IN) => ";3".to_owned(),
            Self::SomeFew => format!(";{}", 40 + row % 97),
        }
    }
}

/// A file where every value differs from what stands there, so that every one is written.
fn file(structure: &Structure, counts: Counts) -> (Vec<u8>, usize) {
    let today = jiff::civil::date(2026, 8, 25);
    let names = Names::new(structure, today);
    let units: Vec<OrgUnitId> =
        structure.organisation.all().map(|unit| unit.id).take(ORG_UNITS).collect();
    let measures = structure.elements().filter_map(|element| structure.measure(element.id));
    // Groups are a closed list, and long ago nothing was measured.
    let measures = measures.filter_map(|one| Some((one, one.breakdowns.first()?.groups.first()?)));
    let long_ago = jiff::civil::date(1990, 8, 25);
    let mut rows = Vec::with_capacity(MEASURES * ORG_UNITS * PERIODS);
    for (measure, group) in measures.take(MEASURES) {
        let latest = Period::containing(long_ago, measure.frequency);
        let periods: Vec<Period> =
            std::iter::successors(Some(latest), |period| Some(period.previous()))
                .take(PERIODS)
                .collect();
        for org_unit in &units {
            for period in &periods {
                let value =
                    OutcomeValue::Measured((i64::try_from(rows.len()).unwrap_or(0) % 97).into());
                rows.push(names.cells(&Outcome {
                    measure: measure.id,
                    org_unit: *org_unit,
                    breakdown: group.clone(),
                    period: *period,
                    value,
                    quality: OutcomeQuality::Verified,
                    version: 1,
                }));
            }
        }
    }
    let count = rows.len();
    (csv_of(rows, counts), count)
}

fn csv_of(rows: Vec<[String; 7]>, counts: Counts) -> Vec<u8> {
    let mut text = Column::headings().join(";");
    if counts == Counts::SomeFew {
        text.push_str(";antal");
    }
    for (at, row) in rows.into_iter().enumerate() {
        text.push('\n');
        text.push_str(&row.join(";"));
        text.push_str(&counts.cell(at));
    }
    text.into_bytes()
}

fn multipart(csv: &[u8]) -> Vec<u8> {
    let mut body = format!(
        "--{BOUNDARY}\r\ncontent-disposition: form-data; name=\"fil\"; filename=\"varden.csv\"\r\n\r\n"
    )
    .into_bytes();
    body.extend_from_slice(csv);
    body.extend_from_slice(format!("\r\n--{BOUNDARY}--\r\n").as_bytes());
    body
}

/// Somebody who may read files in for everyone.
fn importer(town: &Town) -> anyhow::Result<String> {
    for cookie in town.visitors.iter().rev() {
        if town.get("/matt/inlasning", cookie)?.status == 200 {
            return Ok(cookie.clone());
        }
    }
    anyhow::bail!("nobody may read files in")
}
