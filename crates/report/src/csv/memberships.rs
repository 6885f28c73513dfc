//! `memberships.csv`: every case in every set, with the values that the results were computed from.
//!
//! A column has the name of its set. Where the crossover policy of an analysis moves memberships of a condition, the column
//! holds them as moved, and `SET (calibrated)` as they were; a case that an analysis leaves out has no value in the
//! condition near 0.5. Where analyses use different values of a set, each has a column: `SET (ANALYSIS)`.

use std::collections::BTreeMap;

use equifinal_qca::findings::Findings;
use equifinal_study::memberships::{Memberships, Set};
use equifinal_study::natural;

use super::{safe, write};

/// The values of a set, a case each in the order of the memberships; nothing where a case is left out.
type Values = Vec<Option<f64>>;

/// Cases by sets in full precision; the order of the raw file leaves no trace.
pub(super) fn memberships(memberships: &Memberships, findings: &[Findings]) -> String {
    let columns: Vec<(String, Values)> =
        memberships.sets.iter().flat_map(|set| columns(set, &memberships.cases, findings)).collect();
    let head = std::iter::once("case".to_owned()).chain(columns.iter().map(|(name, _)| safe(name))).collect();
    let rows = natural::order(&memberships.cases).into_iter().map(|case| {
        let value =
            |values: &Values| values.get(case).copied().flatten().map_or_else(String::new, |value| value.to_string());
        let id = memberships.cases.get(case).map_or_else(String::new, |id| safe(id));
        std::iter::once(id).chain(columns.iter().map(|(_, values)| value(values))).collect()
    });
    write(std::iter::once(head).chain(rows))
}

/// The columns of a set.
fn columns(set: &Set, cases: &[String], findings: &[Findings]) -> Vec<(String, Values)> {
    let calibrated: Values = set.values.iter().copied().map(Some).collect();
    // The values that analyses use, each with their names.
    let mut used: Vec<(Vec<&str>, Values)> = Vec::new();
    for findings in findings {
        let is_condition = findings.analysis.conditions.contains(&set.name);
        if !is_condition && findings.analysis.outcome.set != set.name {
            continue;
        }
        let values = if is_condition { used_by(findings, set, cases) } else { calibrated.clone() };
        match used.iter_mut().find(|(_, known)| *known == values) {
            Some((names, _)) => names.push(&findings.analysis.name),
            None => used.push((vec![&findings.analysis.name], values)),
        }
    }
    let is_used = used.is_empty() || used.iter().any(|(_, values)| *values == calibrated);
    let mut columns: Vec<(String, Values)> = match used.len() {
        0 => vec![(set.name.clone(), calibrated.clone())],
        1 => used.into_iter().map(|(_, values)| (set.name.clone(), values)).collect(),
        _ => used.into_iter().map(|(names, values)| (format!("{} ({})", set.name, names.join(", ")), values)).collect(),
    };
    if !is_used {
        columns.push((format!("{} (calibrated)", set.name), calibrated));
    }
    columns
}

/// The values of a condition as an analysis uses them.
fn used_by(findings: &Findings, set: &Set, cases: &[String]) -> Values {
    let cells = findings.at_crossover.iter().filter(|cell| cell.condition == set.name);
    let moved: BTreeMap<&str, Option<f64>> = cells.map(|cell| (cell.case.as_str(), cell.used)).collect();
    let values = cases.iter().zip(&set.values);
    values.map(|(case, &value)| moved.get(case.as_str()).copied().unwrap_or(Some(value))).collect()
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
        let text = memberships(&sets, &findings.collect::<Vec<_>>());
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
