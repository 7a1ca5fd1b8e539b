//! The gates: what is promised, what was measured, and whether the promise holds.

use std::collections::BTreeMap;
use std::path::PathBuf;

use anyhow::Context;

/// How much worse than the accepted figure is said aloud.
const TOLERANCE: f64 = 0.15;

/// Which way a figure must go.
#[derive(Clone, Copy)]
enum Limit {
    AtMost(f64),
    AtLeast(f64),
}

/// One promise and what was measured.
pub(super) struct Gate {
    /// Its number among the gates.
    number: &'static str,
    what: String,
    limit: Limit,
    unit: &'static str,
    measured: Result<f64, String>,
}

impl Gate {
    /// A figure that must not be above the limit.
    pub(super) fn at_most(
        number: &'static str,
        what: &str,
        (limit, unit): (f64, &'static str),
        measured: Result<f64, String>,
    ) -> Self {
        Self { number, what: what.to_owned(), limit: Limit::AtMost(limit), unit, measured }
    }

    /// A figure that must not be below the limit.
    pub(super) fn at_least(
        number: &'static str,
        what: &str,
        (limit, unit): (f64, &'static str),
        measured: Result<f64, String>,
    ) -> Self {
        Self { number, what: what.to_owned(), limit: Limit::AtLeast(limit), unit, measured }
    }

    /// Whether the promise holds; none when it was not measured.
    fn holds(&self) -> Option<bool> {
        let measured = *self.measured.as_ref().ok()?;
        Some(match self.limit {
            Limit::AtMost(limit) => measured <= limit,
            Limit::AtLeast(limit) => measured >= limit,
        })
    }

    fn row(&self, accepted: &BTreeMap<String, f64>) -> String {
        let (sign, limit) = match self.limit {
            Limit::AtMost(limit) => ("≤", limit),
            Limit::AtLeast(limit) => ("≥", limit),
        };
        let verdict = match self.holds() {
            Some(true) => "pass",
            Some(false) => "FAIL",
            None => "not measured",
        };
        let measured = match &self.measured {
            Ok(figure) => format!("{} {}", number(*figure), self.unit),
            Err(why) => why.clone(),
        };
        format!(
            "| {} | {} | {sign} {} {} | {measured} | {verdict} | {} |",
            self.number,
            self.what,
            number(limit),
            self.unit,
            self.against(accepted)
        )
    }

    /// How the figure stands to the one accepted last.
    fn against(&self, accepted: &BTreeMap<String, f64>) -> String {
        let (Some(before), Ok(now)) = (accepted.get(&self.key()), &self.measured) else {
            return String::new();
        };
        if *before == 0.0 {
            return String::new();
        }
        let change = now / before - 1.0;
        let worse = match self.limit {
            Limit::AtMost(_) => change > TOLERANCE,
            Limit::AtLeast(_) => change < -TOLERANCE,
        };
        format!("{:+.0} %{}", change * 100.0, if worse { " WORSE" } else { "" })
    }

    fn key(&self) -> String {
        format!("{} {}", self.number, self.what)
    }
}

/// A figure with as many decimals as say something.
fn number(figure: f64) -> String {
    if figure.abs() >= 100.0 { format!("{figure:.0}") } else { format!("{figure:.2}") }
}

/// Prints the table; tells whether every promise holds. One that was not measured does not, unless
/// it is allowed.
pub(super) fn print(gates: &[Gate], unmeasured_allowed: bool) -> anyhow::Result<bool> {
    let accepted = accepted()?;
    println!("\n| Gate | What | Limit | Measured | | Against accepted |");
    println!("|---|---|---:|---:|---|---:|");
    for gate in gates {
        println!("{}", gate.row(&accepted));
    }
    println!(
        "\nThe accepted figures stand in crates/xtask/baseline.tsv and are of one machine: more than 15 % worse is said, and fails nothing by itself."
    );
    let unmeasured = gates.iter().filter(|gate| gate.holds().is_none()).count();
    println!("{unmeasured} of {} gates were not measured.", gates.len());
    let kept = gates.iter().all(|gate| gate.holds() != Some(false));
    Ok(kept && (unmeasured == 0 || unmeasured_allowed))
}

fn place() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("baseline.tsv")
}

fn accepted() -> anyhow::Result<BTreeMap<String, f64>> {
    let Ok(text) = std::fs::read_to_string(place()) else { return Ok(BTreeMap::new()) };
    text.lines()
        .filter_map(|line| line.split_once('\t'))
        .map(|(figure, key)| {
            Ok((key.to_owned(), figure.parse().with_context(|| format!("baseline: {key}"))?))
        })
        .collect()
}

/// Makes what was measured now the accepted figures.
pub(super) fn accept(gates: &[Gate]) -> anyhow::Result<()> {
    let lines: Vec<String> = gates
        .iter()
        .filter_map(|gate| Some(format!("{:.3}\t{}\n", gate.measured.as_ref().ok()?, gate.key())))
        .collect();
    std::fs::write(place(), lines.concat())?;
    Ok(())
}
