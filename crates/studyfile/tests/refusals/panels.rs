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
                "panel: {necessity: true, distance: {adjusted: garcia_castro}}",
                "panel: {necessity: much, distance: {adjusted: other}, between: true}",
            ),
            ("distance: {adjusted: garcia_castro}", "distance: far"),
            (COLUMNS, "id: case,"),
            ("kind: passages, of: interviews", "kind: passages, unit: talk"),
        ],
    );
}
