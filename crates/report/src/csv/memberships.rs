//! `memberships.csv`: all cases and sets, with the values used to compute the results.
//!
//! Columns are named after sets. If the crossover policy of an analysis moves memberships of a condition, the column
//! holds the moved values and `SET (calibrated)` the original ones; a case that an analysis leaves out has no value in
//! the condition near 0.5, and one without a value of a set has none in its column. If analyses use different values of a set, each has a column `SET (ANALYSIS)`.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{self, Write};

use equifinal_qca::findings::Findings;
use equifinal_study::memberships::{Memberships, Set, UNSAID, UNSAID_SIGN};
use equifinal_study::missing::is_missing;
use equifinal_study::natural;

use super::writing::{safe, writer};

/// Memberships of cases, by index, that differ from the calibrated ones; `None` if a case is left out.
type Moved = BTreeMap<usize, Option<f64>>;

/// A column: the memberships of a set, some of them moved.
struct Column<'a> {
    name: String,
    set: &'a Set,
    moved: Moved,
}

impl Column<'_> {
    fn value(&self, case: usize) -> Option<f64> {
        let calibrated = || self.set.values.get(case).copied();
        self.moved.get(&case).copied().unwrap_or_else(calibrated).filter(|&value| !is_missing(value))
    }
}

/// Writes cases by sets in full precision, independent of the order of the raw file.
pub(super) fn write(memberships: &Memberships, findings: &[Findings], to: &mut dyn Write) -> io::Result<()> {
    let cases = Cases { ids: &memberships.cases, order: natural::order(&memberships.cases) };
    let columns: Vec<Column<'_>> = memberships.sets.iter().flat_map(|set| columns(set, &cases, findings)).collect();
    let mut writer = writer(to)?;
    writer.write_record(std::iter::once("case".to_owned()).chain(columns.iter().map(|column| safe(&column.name))))?;
    let mut cell = String::new();
    for &case in &cases.order {
        writer.write_field(safe(&cases.ids[case]))?;
        for column in &columns {
            cell.clear();
            match column.value(case) {
                None => {}
                Some(value)
                    if column.set.kind.in_literal(value, UNSAID, false) > 0.0 && column.set.kind.is_unsaid(UNSAID) =>
                {
                    cell.push_str(UNSAID_SIGN);
                }
                Some(value) => write!(cell, "{value}").map_err(io::Error::other)?,
            }
            writer.write_field(&cell)?;
        }
        writer.write_record(None::<&[u8]>)?;
    }
    writer.flush()
}

/// The ids of cases and their positions in natural order.
struct Cases<'a> {
    ids: &'a [String],
    order: Vec<usize>,
}

impl Cases<'_> {
    fn position(&self, id: &str) -> Option<usize> {
        let found = self.order.binary_search_by(|&case| natural::compare(&self.ids[case], id));
        found.ok().map(|at| self.order[at])
    }
}

/// The columns of a set.
fn columns<'a>(set: &'a Set, cases: &Cases<'_>, findings: &[Findings]) -> Vec<Column<'a>> {
    // What analyses use otherwise than calibrated, each with their names.
    let mut used: Vec<(Vec<&str>, Moved)> = Vec::new();
    for findings in findings {
        let is_condition = findings.analysis.conditions.contains(&set.name);
        if !is_condition && findings.analysis.outcome.set != set.name {
            continue;
        }
        let moved = if is_condition { moved(findings, set, cases) } else { Moved::new() };
        match used.iter_mut().find(|(_, known)| *known == moved) {
            Some((names, _)) => names.push(&findings.analysis.name),
            None => used.push((vec![&findings.analysis.name], moved)),
        }
    }
    let is_used = used.is_empty() || used.iter().any(|(_, moved)| moved.is_empty());
    let column = |name: String, moved: Moved| Column { name, set, moved };
    let mut columns: Vec<Column<'_>> = match used.len() {
        0 => vec![column(set.name.clone(), Moved::new())],
        1 => used.into_iter().map(|(_, moved)| column(set.name.clone(), moved)).collect(),
        _ => {
            let of = |(names, moved): (Vec<&str>, Moved)| column(format!("{} ({})", set.name, names.join(", ")), moved);
            used.into_iter().map(of).collect()
        }
    };
    if !is_used {
        columns.push(column(format!("{} (calibrated)", set.name), Moved::new()));
    }
    columns
}

/// The memberships in a condition that an analysis uses instead of the calibrated ones.
fn moved(findings: &Findings, set: &Set, cases: &Cases<'_>) -> Moved {
    let cells = findings.at_crossover.iter().filter(|cell| cell.condition == set.name);
    let placed = cells.filter_map(|cell| Some((cases.position(&cell.case)?, cell.used)));
    placed.filter(|&(case, used)| used != set.values.get(case).copied()).collect()
}

#[cfg(test)]
mod tests {
    use equifinal_qca::{Budget, analyse};
    use equifinal_study::config::{Analysis, AtCrossover, Frequency, TruthTableCuts};
    use equifinal_study::expression::Literal;
    use equifinal_study::memberships::SetKind;

    use super::*;

    /// The table of analyses with these outcomes, conditions and policies.
    fn check(analyses: &[(&str, &[&str], AtCrossover)], expected: &[&str]) {
        let set =
            |name: &str, values: [f64; 3]| Set { name: name.to_owned(), kind: SetKind::Fuzzy, values: values.to_vec() };
        let sets = vec![set("A", [0.9, 0.5, 0.1]), set("B", [0.8, 0.2, 0.4]), set("Y", [0.9, 0.5, 0.4])];
        let sets = Memberships { cases: ["c10", "c2", "=c1"].map(str::to_owned).to_vec(), sets };
        let cuts =
            TruthTableCuts { frequency: Frequency::Count(1), consistency: 0.8, pri: 0.0, contradiction_floor: None };
        let findings = analyses.iter().enumerate().map(|(at, (outcome, conditions, policy))| {
            let outcome = Literal { set: (*outcome).to_owned(), level: None, negated: false };
            let conditions = conditions.iter().map(|&name| name.to_owned()).collect();
            let analysis =
                Analysis { at_crossover: *policy, ..Analysis::new(&format!("n{at}"), outcome, conditions, cuts) };
            analyse(&analysis, &sets, &Budget::default()).unwrap()
        });
        let mut text = Vec::new();
        write(&sets, &findings.collect::<Vec<_>>(), &mut text).unwrap();
        let text = String::from_utf8(text).unwrap();
        // Every text stands in quotes.
        let text = text.trim_start_matches('\u{FEFF}').replace('"', "");
        assert_eq!(text.lines().collect::<Vec<_>>(), expected);
    }

    #[test]
    fn the_values_are_those_that_the_analyses_used() {
        use AtCrossover::{Absent, Drop, Present, Warn};
        let plain = ["case,A,B,Y", "'=c1,0.1,0.4,0.4", "c2,0.5,0.2,0.5", "c10,0.9,0.8,0.9"];
        check(&[], &plain);
        check(&[("Y", &["A", "B"], Warn)], &plain);
        check(&[("Y", &["B"], Present)], &plain);
        let moved =
            ["case,A,A (calibrated),B,Y", "'=c1,0.1,0.1,0.4,0.4", "c2,0.501,0.5,0.2,0.5", "c10,0.9,0.9,0.8,0.9"];
        check(&[("Y", &["A", "B"], Present), ("B", &["A"], Present)], &moved);
        check(
            &[("Y", &["A", "B"], Drop)],
            &["case,A,A (calibrated),B,Y", "'=c1,0.1,0.1,0.4,0.4", "c2,,0.5,0.2,0.5", "c10,0.9,0.9,0.8,0.9"],
        );
        // A set that one analysis explains is used there as calibrated.
        check(
            &[("Y", &["A", "B"], Absent), ("A", &["B"], Absent), ("B", &["A"], Absent)],
            &["case,A (n0, n2),A (n1),B,Y", "'=c1,0.1,0.1,0.4,0.4", "c2,0.499,0.5,0.2,0.5", "c10,0.9,0.9,0.8,0.9"],
        );
        check(
            &[("B", &["A"], Present), ("Y", &["A"], Absent)],
            &[
                "case,A (n0),A (n1),A (calibrated),B,Y",
                "'=c1,0.1,0.1,0.1,0.4,0.4",
                "c2,0.501,0.499,0.5,0.2,0.5",
                "c10,0.9,0.9,0.9,0.8,0.9",
            ],
        );
    }
}
