//! Units and periods of panel data, and what analyses do with them.

use crate::check;

const COLUMNS: &str = "unit: case, time: year,";

#[test]
fn panels() {
    check(
        "panels",
        &[
            (COLUMNS, "unit: case,"),
            (COLUMNS, "time: year,"),
            (COLUMNS, "id: case, unit: case, time: year,"),
            (COLUMNS, "unit: case, time: year, wide: {column: \"{name}_{time}\", times: [2018]},"),
            (COLUMNS, "unit: case, wide: {column: \"{name}\", times: [2018, 2018.0, first, 2019-13]},"),
            (COLUMNS, "unit: case, wide: {times: []},"),
            (COLUMNS, "unit: case, wave: 3,"),
            (
                "panel: {necessity: true, distance: {adjusted: garcia_castro}, permutations: 999}",
                "panel: {necessity: much, distance: {adjusted: other}, between: true}",
            ),
            ("distance: {adjusted: garcia_castro}", "distance: far"),
            ("garcia_castro}, permutations: 999", "garcia_castro}, permutations: 2000000"),
            (COLUMNS, "id: case,"),
            ("kind: passages, of: interviews", "kind: passages, unit: talk"),
        ],
    );
}

/// Scores from other periods; sets at one period make the units the cases of the whole study.
#[test]
fn periods_of_sets() {
    const LAG: &str = "time: {lag: 1}";
    check(
        "periods_of_sets",
        &[
            (LAG, "time: 1"),
            (LAG, "time: {lag: 0}"),
            (LAG, "time: {lag: 5000000000}"),
            (LAG, "time: {lag: 1, lead: 1}"),
            (LAG, "time: {delay: 1}"),
            ("{at: 2019}", "{at: first}"),
            (
                "calibrate: {all_of: [A, \"~B\", \"M[2]\"]}",
                "time: {lag: 1}, calibrate: {all_of: [A, \"~B\", \"M[2]\"]}",
            ),
            ("E: {calibrate:", "E: {time: {change: 1}, calibrate:"),
            ("    column: a\n", "    column: a\n    time: {at: 2019}\n"),
            ("{calibrate: {direct: {exclusion: 1, crossover: 2.5, inclusion: 3}}}", "{time: {at: 2019}}"),
            (COLUMNS, "id: case,"),
        ],
    );
}

/// The parts of an analysis, outputs set by hand, and claims about periods and units.
#[test]
fn parts_and_periods() {
    const OUTPUT: &str = "{rows: \"~A*~B*~C\", output: 0, because: both cases are special}";
    check(
        "parts_and_periods",
        &[
            ("partition: {by: cluster}", "partition: cluster"),
            ("partition: {by: cluster}", "partition: {}"),
            ("cluster: region, ", ""),
            (OUTPUT, "{rows: \"~A*~F\", output: 0.5}"),
            (OUTPUT, "\"~A*~B\""),
            ("time: all", "time: sometimes"),
            ("time: [2018, 2019]", "time: [first, 2018, 2018]"),
            ("time: {at_least: 4}", "time: {at_least: 0}"),
            ("share: 0.8", "share: 80"),
            ("units: 10", "units: 10, share: 0.5"),
            ("first, units: 10", "first"),
        ],
    );
}
