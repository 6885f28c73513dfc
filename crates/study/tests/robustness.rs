//! What is said of mistakes under `robustness`.

#![expect(clippy::panic, reason = "helpers of tests")]

use equifinal_study::parse::parse;

const EVERYTHING: &str = include_str!("everything.yaml");

/// What the author is told of the study with every key, one piece replaced by another each time.
fn check(name: &str, cases: &[(&str, &str)]) {
    let told = cases.iter().map(|(from, to)| {
        assert_eq!(EVERYTHING.matches(from).count(), 1, "{from:?} must occur once");
        let source = EVERYTHING.replace(from, to);
        let refused = parse("study.yaml", source.as_bytes()).err().unwrap_or_else(|| panic!("accepted: {to}"));
        format!("{refused}\n")
    });
    insta::assert_snapshot!(name, told.collect::<Vec<_>>().join("\n"));
}

#[test]
fn robustness() {
    check(
        "robustness",
        &[
            ("ranges: {}", "ranges: {step: 0.1}"),
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
            ("membership_noise: {sd: 0.05, draws: 100}", "membership_noise: {sd: 1.5, draws: 100}"),
            ("reliability: {A: 0.8}", "reliability: {A: 1}"),
            ("reliability: {A: 0.8}", "reliability: {W: 0.8}"),
            ("permutation: 1000", "permutation: 0"),
        ],
    );
}
