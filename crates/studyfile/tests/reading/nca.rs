//! Necessary condition analyses.

use equifinal_study::config::Study;

use crate::check;

fn read(study: &Study) -> String {
    let spec = &study.nca[0];
    let ceilings: Vec<&str> = spec.ceilings.iter().map(|ceiling| ceiling.name()).collect();
    let bottleneck = &spec.bottleneck;
    format!(
        "{} of {} on {}: {} by {}, scope {:?}, corners {:?}, {} to {} by {:?}, {:?} at {:?}, {} permutations, d {} p {}, groups {:?}, {} outliers",
        spec.conditions.join(" "),
        spec.outcome,
        spec.on.name(),
        ceilings.join(" "),
        spec.deciding().map_or("", |ceiling| ceiling.name()),
        spec.scope,
        spec.corners,
        bottleneck.outcome.name(),
        bottleneck.condition.name(),
        bottleneck.steps,
        bottleneck.cutoff,
        bottleneck.level,
        spec.permutations,
        spec.effect_size,
        spec.p,
        spec.groups,
        spec.outliers,
    )
}

#[test]
fn analyses_in_degree() {
    check(
        "truth_table: {consistency: 0.8}}",
        "truth_table: {consistency: 0.8}}\nnca: {degrees: {outcome: Y, conditions: [A]@}}",
        read,
        &[
            (
                "",
                "A of Y on scores: ce_fdh cr_fdh by ce_fdh, scope [], corners [], percentage_range to percentage_range by Count(10), Named at None, 10000 permutations, d 0.1 p 0.05, groups None, 2 outliers",
            ),
            (
                ", on: memberships, ceilings: [ols, qr, {line: {slope: 1, intercept: 0}}], decide_by: line, scope: {Y: [0, 1]}, corners: {A: lower_right}, bottleneck: {outcome: actual, condition: percentile, steps: [2, 1, 2], cutoff: 2, level: 3}, permutations: 0, necessary: {effect_size: 0.2, p: 0.01}, groups: {by: place}, outliers: {largest: 0}",
                "A of Y on memberships: ols qr line by line, scope [(\"Y\", (0.0, 1.0))], corners [(\"A\", LowerRight)], actual to percentile by Levels([1.0, 2.0]), Computed at Some(3.0), 0 permutations, d 0.2 p 0.01, groups Some(\"place\"), 0 outliers",
            ),
        ],
    );
}
