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
            ("{alternatives: [smaller]}", "{alternatives: [smaller], solution: [complex]}"),
            ("{alternatives: [smaller]}", "{drop_conditions: [Q], drop_cases: [[]], at_crossover: [refuse]}"),
            ("{alternatives: [smaller]}", "{}"),
            ("{from: 0.75, to: 0.85}", "{from: 0.85, to: 0.75}"),
            ("{from: 0.75, to: 0.85}", "{from: 0.75, to: 1.85}"),
            ("frequency: {from: 1, to: 3}", "frequency: {from: 1, to: 2.5}"),
            ("{A: {crossover: {from: 1.5, to: 2.5}}}", "{X: {crossover: {from: 1.5, to: 2.5}}}"),
            ("{A: {crossover: {from: 1.5, to: 2.5}}}", "{A: {threshold: {from: 1.5, to: 2.5}}}"),
            ("{A: {crossover: {from: 1.5, to: 2.5}}}", "{A: {crossover: {from: 2, to: 1}, idm: [0.4]}}"),
            ("models: some", "models: any"),
        ],
    );
}

#[test]
fn robust_claims() {
    check(
        "robust-claims",
        &[
            ("alternatives: all, coverage: 0.4, rf_cov: 0.6", "alternatives: all"),
            ("alternatives: all, coverage: 0.4", "alternatives: all, coverage: 1.4"),
            ("alternatives: [stricter], rf_cov", "alternatives: [strict], rf_cov"),
            ("alternatives: [stricter], rf_cov", "alternatives: [smaller, other], rf_cov"),
            ("{robust_core_covers: {analysis: first, alternatives: all", "{robust_core_covers: {analysis: first"),
            ("rf_cov: 0.5}}}", "rf_cov: 0.5}}, across: {alternatives: all}}"),
            ("as: core, at_least: 0.5", "as: wider, at_least: 0.5"),
            ("as: core, at_least: 0.5", "as: core"),
            ("as: core, at_least: 0.5}}}", "at_least: 0.5}}, models: some}"),
            ("path: way, as: narrower", "path: way, as: core"),
            ("path: way, as: narrower", "path: wya, as: narrower"),
            ("path: way, as: narrower", "path: way, necessary: A"),
            ("expression: \"~A*D\", at_least", "expression: \"~A + D\", at_least"),
            ("necessary: A, at_least: 0.8}}}", "necessary: A, at_least: 0.8}}, across: {pri: [0.5]}}"),
            ("necessary: A, at_least", "necessary: \"A*B\", at_least"),
            ("necessary: A, at_least", "necessary: A, as: exact, at_least"),
            (
                "  multiverse: {vary: {consistency: {from: 0.75, to: 0.9, step: 0.05}, pri: {from: 0.5, to: 0.7}, frequency: [1, 2], anchors: {A: {crossover: [2, 2.5], exclusion: [1], inclusion: [3], together: [2], idm: [0.9, 0.95]}, C: {threshold: {from: 3, to: 5, step: 1}}}, solution: [parsimonious, conservative], expectations: {A: [any, absent]}, drop_conditions: [[], C, [A, B]], drop_cases: [[], c1], at_crossover: [present, absent], degrees.decide_by: [ce_fdh, cr_fdh], degrees.scope: [observed, {A: [1, 5], B: [0, 10]}], degrees.outliers: [0, 1], degrees.effect_size: {from: 0.1, to: 0.3, step: 0.1}, degrees.p: [0.01, 0.05]}, sample: {sobol: 64}, sweep: false}\n",
                "",
            ),
        ],
    );
}

#[test]
fn claims_on_numbers() {
    check(
        "claims-on-numbers",
        &[
            ("{indicator: rate, year: 2023, percent: 96.8}", "{indicator: rates, percent: 96.8}"),
            ("{indicator: rate, year: 2023, percent: 96.8}", "{indicator: rate, year: last, percent: 96.8}"),
            ("{indicator: rate, year: 2023, percent: 96.8}", "{indicator: rate}"),
            ("{indicator: rate, year: 2023, percent: 96.8}", "{indicator: rate, is: 0.968, at_least: 0.9}"),
            ("{indicator: rate, year: 2023, percent: 96.8}", "{indicator: rate, percent: about a tenth}"),
            ("{indicator: rate, year: 2023, percent: 96.8}", "{indicator: rate, answers: people, percent: 96.8}"),
            ("{indicator: rate, year: 2023, percent: 96.8}", "{percent: 96.8}"),
            ("percent: 96.8}}}", "percent: 96.8}}, across: {alternatives: all}}"),
            ("percent: 96.8}}}", "percent: 96.8}}, models: some}"),
            ("{answers: people, share: content, published: content}", "{answers: patients, share: content, is: 1}"),
            ("{answers: people, share: content, published: content}", "{answers: people, share: contents, is: 1}"),
            ("share: content, published: content", "share: content, published: variance"),
            ("{answers: people, item: q2, is: 3.20}", "{answers: people, item: q1, is: 3.20}"),
            ("{answers: people, item: q2, is: 3.20}", "{answers: people, is: 3.20}"),
            ("{answers: people, item: q2, is: 3.20}", "{answers: people, item: q2, year: 2020, is: 3.20}"),
            ("{theme: money, interviews: true", "{theme: debt, interviews: true"),
            ("{theme: money, interviews: true", "{theme: money, percent: 5, interviews: 3"),
            ("{indicator: load, first_to_last: 2}", "{indicator: load}"),
            ("{indicator: load, first_to_last: 2}", "{indicator: load, first_to_last: -2}"),
            ("{indicator: load, met: false, year: 2022}", "{indicator: load, of: growth}"),
            ("{indicator: load, met: false, year: 2022}", "{indicator: load, met: no}"),
            ("{indicator: rate, of: growth}", "{indicator: rate, of: growth, year: 2020}"),
            ("construct: support, alpha: 0.7, omega: 0.7", "construct: suport, alpha: 0.7"),
            ("construct: support, alpha: 0.7, omega: 0.7", "construct: [support, q1]"),
            ("construct: support, alpha: 0.7, omega: 0.7", "alpha: 1.7"),
            ("construct: support, alpha: 0.7, omega: 0.7", "alpha: 0.7, kappa: 0.7, condition: scale"),
            ("coding: papers, condition: scale, percent", "coding: paper, percent"),
            ("coding: papers, condition: scale, percent", "coding: papers, alpha: 0.8, percent"),
            (
                "fleiss, krippendorff_nominal, krippendorff_ordinal, krippendorff_interval, krippendorff_ratio], cons",
                "krippendorff_nominal, krippendorff_ordinal, krippendorff_interval, krippendorff_ratio], cons",
            ),
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
