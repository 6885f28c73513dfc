//! Claims and evaluations.

use crate::check;

#[test]
fn claims() {
    check(
        "claims",
        &[
            ("  - {id: two, text: Two of them,", "  - {id: few, text: Two of them,"),
            ("  - {id: two, text: Two of them,", "  - {id: two,"),
            ("claim: {path_count: {analysis: first, at_least: 1, at_most: 3}}", "claim: {}"),
            (
                "claim: {path_count: {analysis: first, at_least: 1, at_most: 3}}",
                "claim: {path_cuont: {analysis: first, count: 1}}",
            ),
            ("{path_count: {analysis: first, at_least: 1, at_most: 3}}", "{path_count: {analysis: frist, count: 1}}"),
            ("{path_count: {analysis: first, at_least: 1, at_most: 3}}", "{path_count: {analysis: first}}"),
            ("at_least: 1, at_most: 3", "at_least: 1, count: 3"),
            ("is: \"A*B\", contains: [\"A*B\"], covers: [D], contained_in: \"A\"", "type: conservative"),
            ("is: \"A*B\", contains", "is: \"A + B\", contains"),
            ("is: \"A*B\", contains", "is: \"A*X\", contains"),
            ("is: \"A*B\", contains", "is: \"A*~M[1]*A\", contains"),
            ("is: \"A*B\", contains", "is: [], contains"),
            ("path: way}", "path: wya}"),
            ("path: way}", "path: way, expression: A}"),
            ("expression: A, consistency: 0.8, coverage: 0, relevance: 0.6", "expression: \"A*B\""),
            ("pri: 0.6, coverage: 0.3, unique", "pri: 1.6, coverage: 0.3, unique"),
            ("type: intermediate, path: \"A*B\", consistency", "type: intermediate, consistency"),
            ("{alternatives: [smaller]}", "{alternatives: [smallest]}"),
            ("{alternatives: [smaller]}", "{alternatives: some}"),
            ("{alternatives: [smaller]}", "{alternatives: [smaller], pri: [0.5]}"),
            ("{alternatives: [smaller]}", "{}"),
            ("{from: 0.75, to: 0.85}", "{from: 0.85, to: 0.75}"),
            ("{from: 0.75, to: 0.85}", "{from: 0.75, to: 1.85}"),
            ("frequency: {from: 1, to: 3}", "frequency: {from: 1, to: 2.5}"),
            ("{A: {crossover: {from: 1.5, to: 2.5}}}", "{X: {crossover: {from: 1.5, to: 2.5}}}"),
            ("{A: {crossover: {from: 1.5, to: 2.5}}}", "{A: {threshold: {from: 1.5, to: 2.5}}}"),
            ("{A: {crossover: {from: 1.5, to: 2.5}}}", "{A: {crossover: [1], inclusion: [2]}}"),
            ("models: some", "models: any"),
        ],
    );
}

#[test]
fn evaluations() {
    check(
        "evaluations",
        &[
            ("answers:\n  people: {frequencies", "answers:\n  persons: {frequencies"),
            ("frequencies: [q1], means: [q2]", "frequencies: [q9], means: [trained]"),
            ("item: q1, at_least: 4", "item: q1"),
            ("by: trained", "by: remarks"),
            ("indicators:\n  yearly:", "indicators:\n  talks:"),
            ("{first_to_last: 2.0}", "{first_to_last: 0}"),
            ("growth: 0.1, target: reach", "growth: fast, target: rich"),
            ("unit: share, quantity: inpatients, column: r", "unit: share, quantity: visits, column: r"),
            ("growth: 0.1, target: reach", "target: reach, direction: at_most"),
            ("direction: at_most}", "direction: below}"),
            ("indicators: [rate]", "indicators: [rates]"),
            ("talks.csv, kind: passages", "talks.csv, kind: codings"),
        ],
    );
}
