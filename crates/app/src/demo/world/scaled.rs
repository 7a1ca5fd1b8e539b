//! Skärvik made as large as the largest municipality, by copying its units with everything that
//! hangs on them. For benches and load tests; names get a number, numbers get their own noise.

use std::collections::HashMap;

use super::World;
use super::organisation::OrgUnit;
use super::people;
use super::series::Series;
use super::steering::Element;

/// How large a municipality to make.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Size {
    /// Skärvik as it is.
    Small,
    /// 2,000 organisation units, 10,000 goals, 3,000 measures, 5,000 people, 1,000,000 readings.
    Large,
}

struct Counts {
    orgs: usize,
    goals: usize,
    measures: usize,
    people: usize,
    readings: usize,
}

const LARGE: Counts =
    Counts { orgs: 2_000, goals: 10_000, measures: 3_000, people: 5_000, readings: 1_000_000 };

/// A copy of an id; copy 0 is the original.
fn copy_id(id: &str, copy: usize) -> String {
    if copy == 0 { id.to_owned() } else { format!("{id}-{copy:03}") }
}

/// Goals in the sense of the counts: what an organisation sets out to reach.
pub(in crate::demo) fn is_goal(element: &Element) -> bool {
    matches!(
        element.kind.as_str(),
        "inriktningsmal" | "miljomal" | "nationellt" | "resultatmal" | "enhetsmal" | "prodmal"
    )
}

impl World {
    /// A world of a size. The same size and seed give the same world, byte for byte.
    ///
    /// # Errors
    /// As [`World::load`].
    pub fn scaled(size: Size, seed: u64) -> anyhow::Result<Self> {
        let mut world = Self::load()?;
        world.seed = seed;
        if size == Size::Large {
            world.grow(&LARGE);
        }
        Ok(world)
    }

    fn grow(&mut self, counts: &Counts) {
        let copies = self.copy_units(counts.orgs);
        self.copy_goals(&copies, counts.goals);
        self.copy_activities(&copies);
        let measure_copies = self.copy_measures(counts.measures);
        self.copy_series(&copies, &measure_copies, counts.readings);
        people::add(self, &copies, counts.people);
        self.copy_followup(&copies);
    }

    /// Copies the units that do the work until there are `wanted` nodes; tells the last copy
    /// number of each template.
    fn copy_units(&mut self, wanted: usize) -> HashMap<String, usize> {
        let templates: Vec<OrgUnit> =
            self.organisation.iter().filter(|unit| unit.branch.is_some()).cloned().collect();
        let mut copies: HashMap<String, usize> = HashMap::new();
        for copy in 1..=wanted {
            for unit in &templates {
                if self.organisation.len() >= wanted {
                    return copies;
                }
                self.organisation.push(OrgUnit {
                    id: copy_id(&unit.id, copy),
                    name: format!("{} {}", unit.name, copy + 1),
                    short: unit.short.as_ref().map(|short| format!("{short} {}", copy + 1)),
                    ..unit.clone()
                });
                copies.insert(unit.id.clone(), copy);
            }
        }
        copies
    }

    /// Copies unit goals: first one per copied unit, then further ones for the same units.
    fn copy_goals(&mut self, copies: &HashMap<String, usize>, wanted: usize) {
        let templates: Vec<Element> =
            self.elements.iter().filter(|it| it.kind == "enhetsmal").cloned().collect();
        let mut goals = self.elements.iter().filter(|it| is_goal(it)).count();
        for copy in 1..=wanted {
            for element in &templates {
                if goals >= wanted {
                    return;
                }
                let units = copies.get(&element.owner).copied().unwrap_or(0);
                self.elements.push(Element {
                    id: copy_id(&element.id, copy),
                    title: format!("{} ({})", element.title, copy + 1),
                    owner: copy_id(&element.owner, copy % (units + 1)),
                    ..element.clone()
                });
                goals += 1;
            }
        }
    }

    fn copy_activities(&mut self, copies: &HashMap<String, usize>) {
        let templates = self.activities.clone();
        let known: std::collections::HashSet<String> =
            self.elements.iter().map(|it| it.id.clone()).collect();
        for activity in &templates {
            for copy in 1..=copies.get(&activity.owner).copied().unwrap_or(0) {
                let goal = copy_id(&activity.executes, copy);
                let mut twin = activity.clone();
                twin.id = copy_id(&activity.id, copy);
                twin.owner = copy_id(&activity.owner, copy);
                if known.contains(&goal) {
                    twin.executes = goal;
                }
                self.activities.push(twin);
            }
        }
    }

    /// Copies measures; tells for each template how many copies there are.
    fn copy_measures(&mut self, wanted: usize) -> HashMap<String, usize> {
        let templates = self.measures.clone();
        let mut copies = HashMap::new();
        for copy in 1..=wanted {
            for measure in &templates {
                if self.measures.len() >= wanted {
                    return copies;
                }
                let mut twin = measure.clone();
                twin.id = copy_id(&measure.id, copy);
                twin.name = format!("{} ({})", measure.name, copy + 1);
                self.measures.push(twin);
                copies.insert(measure.id.clone(), copy);
            }
        }
        copies
    }

    /// Copies series over pairs of copied units and copied measures until there are exactly
    /// `wanted` readings; the last series is cut to fit.
    fn copy_series(
        &mut self,
        units: &HashMap<String, usize>,
        measures: &HashMap<String, usize>,
        wanted: usize,
    ) {
        let templates = self.series.clone();
        let mut readings = self.reading_count();
        for round in 1..=wanted {
            let mut added = false;
            for series in &templates {
                let unit_copies = units.get(&series.org).copied().unwrap_or(0) + 1;
                let measure_copies = measures.get(&series.measure).copied().unwrap_or(0) + 1;
                // Each pair of copies once: units go round fastest.
                if round >= unit_copies * measure_copies {
                    continue;
                }
                added = true;
                let mut copied = Series {
                    org: copy_id(&series.org, round % unit_copies),
                    measure: copy_id(&series.measure, round / unit_copies),
                    ..series.clone()
                };
                while readings + copied.len() > wanted && !copied.is_empty() {
                    copied.first = copied.first.next();
                }
                if copied.is_empty() {
                    return;
                }
                readings += copied.len();
                self.series.push(copied);
                if readings == wanted {
                    return;
                }
            }
            if !added {
                return;
            }
        }
    }

    fn copy_followup(&mut self, copies: &HashMap<String, usize>) {
        for budget in self.budgets.clone() {
            for copy in 1..=copies.get(&budget.org).copied().unwrap_or(0) {
                let org = copy_id(&budget.org, copy);
                self.budgets.push(super::Budget { org, ..budget.clone() });
            }
        }
        for report in self.reports.clone() {
            for copy in 1..=copies.get(&report.org).copied().unwrap_or(0) {
                let org = copy_id(&report.org, copy);
                self.reports.push(super::UnitReport { org, ..report.clone() });
            }
        }
    }
}
