//! Sets made of other sets.

use equifinal_calibrate::{calibrate, wanted_columns};
use equifinal_study::config::{Calibration, Combination, Given, SetSpec};
use equifinal_study::expression::Literal;
use equifinal_study::memberships::SetKind;
use equifinal_study::table::{CaseTable, Cells, Column};

use crate::spec;

fn named(name: &str, calibrate: Calibration) -> SetSpec {
    SetSpec { name: name.to_owned(), column: name.to_owned(), ..spec(calibrate) }
}

fn made(name: &str, how: Combination, of: &[&str]) -> SetSpec {
    let literal = |text: &&str| {
        let (negated, rest) = text.strip_prefix('~').map_or((false, *text), |rest| (true, rest));
        let (set, level) =
            rest.split_once('[').map_or((rest, None), |(set, level)| (set, level.trim_end_matches(']').parse().ok()));
        Literal { set: set.to_owned(), level, negated }
    };
    named(name, Calibration::Composite { how, of: of.iter().map(literal).collect() })
}

/// A fuzzy `A`, a crisp `B`, a multi-value `M` and one more set.
fn study(composites: Vec<SetSpec>) -> (CaseTable, Vec<SetSpec>) {
    let column = |name: &str, values: &[f64]| Column::of_file(name.to_owned(), Cells::Numbers(values.to_vec()));
    let table = CaseTable {
        file: "a.csv".to_owned(),
        cases: ["c1", "c2", "c3"].map(str::to_owned).to_vec(),
        lines: vec![2, 3, 4],
        columns: vec![column("A", &[0.1, 0.6, 0.9]), column("B", &[1.0, 0.0, 1.0]), column("M", &[0.0, 1.0, 2.0])],
        ..CaseTable::default()
    };
    let mut sets = composites;
    sets.push(named("A", Calibration::Given(Given::Fuzzy)));
    sets.push(named("B", Calibration::Given(Given::Crisp)));
    sets.push(named("M", Calibration::Given(Given::MultiValue)));
    (table, sets)
}

fn check(how: Combination, of: &[&str], kind: SetKind, expected: &[f64]) {
    // Declared before its parts, and used by a set declared before it.
    let (table, sets) = study(vec![made("D", Combination::All, &["C", "C"]), made("C", how, of)]);
    assert_eq!(wanted_columns(&sets).len(), 3, "composites need no column");
    let calibrated = calibrate(&table, &sets).unwrap();
    let names: Vec<&str> = calibrated.memberships.sets.iter().map(|set| set.name.as_str()).collect();
    assert_eq!(names, ["D", "C", "A", "B", "M"], "the order of the study file");
    assert_eq!(calibrated.diagnoses.len(), 5);
    for set in &calibrated.memberships.sets[..2] {
        assert_eq!(set.kind, kind, "{of:?}");
        for (value, expected) in set.values.iter().zip(expected) {
            assert!((value - expected).abs() < 1e-15, "{of:?}: {value} instead of {expected}");
        }
    }
}

#[test]
fn composites_take_the_smallest_the_largest_or_the_mean() {
    check(Combination::All, &["A", "B"], SetKind::Fuzzy, &[0.1, 0.0, 0.9]);
    check(Combination::Any, &["A", "~B"], SetKind::Fuzzy, &[0.1, 1.0, 0.9]);
    check(Combination::Any, &["B", "M[1]"], SetKind::Crisp, &[1.0, 1.0, 1.0]);
    check(Combination::All, &["B", "~M[2]"], SetKind::Crisp, &[1.0, 0.0, 0.0]);
}

#[test]
fn means_are_fuzzy() {
    let (table, sets) = study(vec![made("C", Combination::Mean, &["A", "B", "~M[0]"])]);
    let calibrated = calibrate(&table, &sets).unwrap();
    let set = &calibrated.memberships.sets[0];
    assert_eq!(set.kind, SetKind::Fuzzy);
    for (value, expected) in set.values.iter().zip([1.1 / 3.0, 1.6 / 3.0, 2.9 / 3.0]) {
        assert!((value - expected).abs() < 1e-15, "{value} instead of {expected}");
    }
}

#[test]
fn errors_in_parts_are_reported_once() {
    let (mut table, sets) =
        study(vec![made("C", Combination::All, &["A", "B"]), made("D", Combination::Any, &["B", "M[3]"])]);
    table.columns[0] = Column::of_file("A".to_owned(), Cells::Numbers(vec![0.1, 7.0, 0.9]));
    let errors = calibrate(&table, &sets).unwrap_err().to_string();
    assert_eq!(
        errors.lines().collect::<Vec<_>>(),
        [
            "a.csv: set `D` is made of `M[3]`, but the levels of `M` are 0 to 2",
            "a.csv: line 3, column `A`, case `c2`: 7 is no membership; a set given as fuzzy holds values from 0 to 1, and raw values need anchors, as in `direct: {exclusion: …, crossover: …, inclusion: …}` (set `A`)",
        ]
    );
}
