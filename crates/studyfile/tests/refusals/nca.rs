//! Necessary condition analyses, and claims about them.

use crate::check;

#[test]
fn nca() {
    check(
        "nca",
        &[
            ("    conditions: [B, C, D]\n    on: scores", "    conditions: [B, B, A, Q]\n    on: scores"),
            ("    conditions: [B, C, D]\n    on: scores", "    conditions: [N, E]\n    on: scores"),
            ("    conditions: [B, C, D]\n    on: scores", "    conditions: [\"~B\"]\n    on: raw"),
            (
                "c_lp, lh, ols, {qr: {tau: 0.95}}",
                "c_lp, ce_fdh, ce_fhd, {qr: {tau: 1.5}, line: {slope: 1, intercept: 0}}",
            ),
            (
                "[ce_fdh, cr_fdh, ce_vrs, cr_vrs, cols, c_lp, lh, ols, {qr: {tau: 0.95}}, {line: {slope: 1, intercept: 0}}]",
                "[ols]",
            ),
            (
                "[ce_fdh, cr_fdh, ce_vrs, cr_vrs, cols, c_lp, lh, ols, {qr: {tau: 0.95}}, {line: {slope: 1, intercept: 0}}]",
                "[ce_fhd]",
            ),
            ("    conditions: [B, C, D]\n    on: scores", "    conditions: [Bee, C, D]\n    on: scores"),
            ("decide_by: ce_fdh", "decide_by: ols"),
            ("scope: {A: [1, 5], B: [0, 10]}", "scope: {A: [5, 1], B: [0], X: [1, 2]}"),
            ("corners: {B: upper_left, C: upper_right}", "corners: {B: lower_left, A: upper_left, C: top}"),
            ("steps: 20, cutoff: 0, level: 50", "steps: 2000, cutoff: 3, level: 150"),
            ("steps: [0.2, 0.5]}", "steps: []}"),
            ("permutations: 10000\n    necessary", "permutations: 2000000\n    necessary"),
            ("necessary: {effect_size: 0.1, p: 0.05}", "necessary: {effect_size: 0, p: 5}"),
            ("groups: {by: region}", "groups: {}"),
            ("degrees.decide_by: [ce_fdh, cr_fdh]", "degrees.decide_by: [ce_fdh, ols], ties.consistency: [0.8]"),
            (
                "degrees.scope: [observed, {A: [1, 5], B: [0, 10]}]",
                "degrees.scope: [theoretical, {A: [5, 1], X: [0, 1]}]",
            ),
            ("degrees.outliers: [0, 1]", "degrees.outliers: [3], degree.outliers: [1], degrees.corners: [1]"),
            ("degrees.p: [0.01, 0.05]", "degrees.p: [1], degrees.effect_size: [0]"),
            ("outliers: {largest: 2, leave_out: 0}", "outliers: {largest: 2, leave_out: 3}"),
            (
                "effect_size: 0.1, p_below: 0.05}}}",
                "effect_size: 0.1}}, across: {degrees.decide_by: [ce_fdh], degrees.p: [0.01]}}",
            ),
            ("ceiling: cr_fdh, effect_size: 0.1, p_below: 0.05", "ceiling: cr_fdh"),
            ("{analysis: degrees, condition: B, ceiling: cr_fdh", "{analysis: first, condition: B, ceiling: cr_fdh"),
            ("{analysis: degrees, condition: B, ceiling: cr_fdh", "{analysis: degrees, condition: A, ceiling: cr_fdh"),
            ("{analysis: degrees, condition: B, ceiling: cr_fdh", "{analysis: degrees, condition: B, ceiling: ols"),
            ("effect_size: 0.1, p_below: 0.05}}}", "effect_size: 0.1}}, across: {pri: [0.5]}, models: some}"),
        ],
    );
}
