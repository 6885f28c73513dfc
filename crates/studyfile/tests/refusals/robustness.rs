//! Keys under `robustness`.

use equifinal_studyfile::parse::parse;

use crate::check;

#[test]
fn robustness() {
    check(
        "robustness",
        &[
            ("ranges: {maps: [", "ranges: {step: 0.1, maps: ["),
            ("threshold: [3, 4]}}, pri: [0.5, 0.6]}]}", "threshold: [3, 4]}}}]}"),
            ("threshold: [3, 4]}}, pri: [0.5, 0.6]}]}", "threshold: [3, 4]}}, solution: [parsimonious]}]}"),
            ("threshold: [3, 4]}}, pri: [0.5, 0.6]}]}", "threshold: [3, 4]}}, pri: {from: 0.5, to: 0.6}}]}"),
            (
                "threshold: [3, 4]}}, pri: [0.5, 0.6]}]}",
                "threshold: {from: 3, to: 4, step: 0.001}}}, pri: {from: 0, to: 1, step: 0.01}}]}",
            ),
            ("threshold: [3, 4]}}, pri: [0.5, 0.6]}]}", "crossover: [3, 4]}}, pri: [0.5, 0.6]}]}"),
            ("consistency: {from: 0.75, to: 0.9, step: 0.05}", "consistency: {from: 0.75, to: 1.2, step: 0.05}"),
            ("consistency: {from: 0.75, to: 0.9, step: 0.05}", "consistency: {from: 0.9, to: 0.75, step: 0.05}"),
            ("consistency: {from: 0.75, to: 0.9, step: 0.05}", "consistency: {from: 0.75, to: 0.9, step: 0}"),
            ("consistency: {from: 0.75, to: 0.9, step: 0.05}", "consistency: {from: 0.75, to: 0.9, step: 0.0000001}"),
            ("frequency: [1, 2], anchors", "frequency: {from: 1, to: 3, step: 0.5}, anchors"),
            ("frequency: [1, 2], anchors", "frequency: [0], anchors"),
            ("anchors: {A: {crossover: [2, 2.5]", "anchors: {D: {crossover: [2, 2.5]"),
            ("anchors: {A: {crossover: [2, 2.5]", "anchors: {W: {crossover: [2, 2.5]"),
            ("solution: [parsimonious, conservative]", "solution: [complex]"),
            ("expectations: {A: [any, absent]}", "expectations: {Y: [any, absent]}"),
            ("drop_conditions: [[], C, [A, B]]", "drop_conditions: [[], Q, [A, B]]"),
            ("sample: {sobol: 64}", "sample: {sobol: 64, latin_hypercube: 64}"),
            (", sample: {sobol: 64}", ""),
            ("sample: {sobol: 64}", "sample: {sobol: 5001}"),
            ("sample: {sobol: 64}, sweep: false", "sample: {sobol: 5000000000}, sweep: true"),
            ("sample: {sobol: 64}, sweep: false", "sample: {latin_hypercube: 1000000000001}, sweep: true"),
            ("search: 4000, universes: 5000", "search: 0, universes: 1000000000001"),
            ("sample: {sobol: 64}", "sample: list"),
            ("sample: {sobol: 64}", "sample: lists"),
            ("membership_noise: {sd: 0.05, draws: 100}", "membership_noise: {sd: 1.5, draws: 100}"),
            ("reliability: {A: 0.8}", "reliability: {A: 1}"),
            ("reliability: {A: 0.8}", "reliability: {W: 0.8}"),
            ("permutation: 1000", "permutation: 0"),
            ("reliability: {A: 0.8}", "reliability: {K: 0.8, J: 0.8, I: 0.7, N: 0.5}"),
            ("coder_disagreement: {draws: 100}", "coder_disagreement: {draws: 0}"),
            ("bootstrap: 100,", "bootstrap: 1000000000,"),
            ("membership_noise: {sd: 0.05, draws: 100}", "membership_noise: {sd: 0.05, draws: 5001}"),
            (
                "measurement_error: {reliability: {A: 0.8}, draws: 100}",
                "measurement_error: {reliability: {A: 0.8}, draws: 5001}",
            ),
            ("coder_disagreement: {draws: 100}", "coder_disagreement: {draws: 5001}"),
            ("permutation: 1000", "permutation: 5001"),
            ("random_data: 100, limits", "random_data: 5001, limits"),
            ("limits: {draws: 5000, orders: 50000, ways: 500}", "limits: {draws: 0, orders: 10000001, ways: many}"),
        ],
    );
}

/// A study of cases only, without reliabilities or coders, and with more draws than the default limit.
#[test]
fn nothing_to_draw_from() {
    let study = "format: equifinal/study/1
id: plain
title: Plain
provenance: synthetic
data: {cases: {file: plain/cases.csv, id: id}}
sets:
  A: {calibrate: {given: fuzzy}}
  Y: {calibrate: {given: fuzzy}}
analyses: {only: {outcome: Y, conditions: [A], truth_table: {frequency: 1, consistency: 0.8, pri: 0.7}}}
robustness:
  resample:
    measurement_error: {draws: 10}
    coder_disagreement: {draws: 10}
    bootstrap: 1000000000
";
    let refused = parse("study.yaml", study.as_bytes()).expect_err("accepted");
    insta::assert_snapshot!(refused);
}
