//! The cells of a panel that are cases of an analysis.

use std::collections::BTreeMap;

use equifinal_study::natural;
use equifinal_study::panel::Panel;

/// A period or a unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Its name.
    pub name: String,
    /// Its cases, as positions in the analysis, ascending.
    pub cases: Vec<usize>,
}

/// The cases of an analysis by period and by unit.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cells {
    /// The periods that have a case, ascending.
    pub periods: Vec<Group>,
    /// The units that have a case, in natural order.
    pub units: Vec<Group>,
}

impl Cells {
    /// The cells of these cases; `table` are the ids of the cases of the panel, in its order.
    pub fn of(cases: &[String], table: &[String], panel: &Panel) -> Self {
        let places: BTreeMap<&str, usize> = table.iter().enumerate().map(|(at, case)| (case.as_str(), at)).collect();
        let by = |names: &[String]| {
            let mut groups: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
            for (position, case) in cases.iter().enumerate() {
                let name = places.get(case.as_str()).and_then(|&at| names.get(at));
                groups.entry(name.map_or("", String::as_str)).or_default().push(position);
            }
            let group = |(name, cases): (&str, Vec<usize>)| Group { name: name.to_owned(), cases };
            let mut groups: Vec<Group> = groups.into_iter().map(group).collect();
            groups.sort_by(|a, b| natural::compare(&a.name, &b.name));
            groups
        };
        Self { periods: by(&panel.times), units: by(&panel.units) }
    }

    /// Number of cells of a unit in a period that have no case in the analysis.
    pub fn missing(&self) -> usize {
        let held: usize = self.units.iter().map(|unit| unit.cases.len()).sum();
        (self.periods.len() * self.units.len()).saturating_sub(held)
    }

    /// The case of a unit in a period, as its position in the analysis.
    pub fn at(&self, unit: &Group, period: &Group) -> Option<usize> {
        unit.cases.iter().copied().find(|case| period.cases.binary_search(case).is_ok())
    }
}
