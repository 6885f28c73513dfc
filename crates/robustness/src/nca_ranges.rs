//! The ranges over which the thresholds of a necessary condition analysis, moved alone, leave every condition as it is.

use equifinal_nca::findings::Findings;
use equifinal_study::cuts::at_least;

/// The ranges of the two thresholds: the effect size above the first value, up to and including the second; p from the
/// first value, below the second. `None` where no condition is in the way.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct ThresholdRanges {
    /// The smallest effect size that counts.
    pub effect_size: [Option<f64>; 2],
    /// The largest p-value that counts; `None` without a test.
    pub p: Option<[Option<f64>; 2]>,
}

/// The ranges of an analysis. They are exact: a condition changes sides at its own effect size and p-value alone.
pub fn threshold_ranges(findings: &Findings) -> ThresholdRanges {
    let spec = &findings.spec;
    let deciding = findings.conditions.iter().filter_map(|one| one.analysed.as_ref().ok()?.deciding());
    let values: Vec<(f64, Option<f64>)> =
        deciding.filter_map(|one| Some((one.measures.effect_size?, one.p.map(|p| p.p)))).collect();
    let is_tested = spec.permutations > 0;
    let passes_p = |p: &Option<f64>| !is_tested || p.is_some_and(|p| p <= spec.p);
    let passes_effect = |effect: f64| at_least(Some(effect), spec.effect_size);
    let effects = || values.iter().filter(|(_, p)| passes_p(p)).map(|(effect, _)| *effect);
    let p_values = || values.iter().filter(|(effect, _)| passes_effect(*effect)).filter_map(|(_, p)| *p);
    ThresholdRanges {
        effect_size: [
            effects().filter(|effect| !passes_effect(*effect)).max_by(f64::total_cmp),
            effects().filter(|effect| passes_effect(*effect)).min_by(f64::total_cmp),
        ],
        p: is_tested.then(|| {
            [
                p_values().filter(|p| *p <= spec.p).max_by(f64::total_cmp),
                p_values().filter(|p| *p > spec.p).min_by(f64::total_cmp),
            ]
        }),
    }
}
