//! Fit- and case-oriented robustness (Oana & Schneider 2024, Sociological Methods & Research 53:57–88).
//!
//! The initial solution is held against any number of test solutions at once: every model of every comparable
//! alternative is one. All of them enter the smallest and the largest test solution, in full precision; R `SetMethods`
//! takes the first and the last and rounds on the way.

use equifinal_qca::algebra::Algebra;
use equifinal_qca::findings::{Condition, Findings, Model, SufficiencyFit};
use equifinal_qca::sufficiency;
use equifinal_study::exact::Sum;
use equifinal_study::expression::Expression;

use crate::alternatives::AlternativeFindings;

/// How one analysis stands up to its test solutions.
#[derive(Debug, Clone)]
pub struct Protocol {
    /// The analysis.
    pub analysis: String,
    /// The first model of its interpreted solution.
    pub expression: String,
    /// The ids of the cases.
    pub cases: Vec<String>,
    /// Outcome memberships.
    pub outcome: Vec<f64>,
    /// The test solutions.
    pub tests: Vec<TestSolution>,
    /// Alternatives that give none, with the reason.
    pub left_out: Vec<(String, LeftOut)>,
    /// Initial and test solutions held against each other.
    pub all: Standing,
    /// The robust core written as a sum of terms, where it is small enough to be.
    pub core_expression: Option<String>,
    /// Fit of the robust core as a sufficient condition.
    pub core: SufficiencyFit,
}

/// One model of one alternative.
#[derive(Debug, Clone, PartialEq)]
pub struct TestSolution {
    /// The alternative.
    pub alternative: String,
    /// The model.
    pub expression: String,
    /// How like the initial solution it is: Σ min / Σ max.
    pub similarity: Option<f64>,
    /// Its rank by itself, see [`Standing::rank`].
    pub rank: u8,
}

/// Why an alternative gives no test solution.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LeftOut {
    /// It explains something else.
    OtherOutcome,
    /// It has other cases.
    OtherCases,
    /// It has no solution.
    NoSolution,
}

/// An initial solution against the smallest and the largest of its test solutions.
#[derive(Debug, Clone, PartialEq)]
pub struct Standing {
    /// Memberships in the initial solution.
    pub initial: Vec<f64>,
    /// In the intersection of all test solutions.
    pub least: Vec<f64>,
    /// In their union.
    pub greatest: Vec<f64>,
    /// Coverage of the robust core as a share of that of the initial solution.
    pub rf_cov: Option<f64>,
    /// Consistency of the initial solution as a share of that of the robust core; may exceed 1.
    pub rf_cons: Option<f64>,
    /// Overlap of the initial solution with the intersection of the test solutions: Σ min / Σ max.
    pub rf_sc_min: Option<f64>,
    /// Overlap with their union.
    pub rf_sc_max: Option<f64>,
    /// The cases by zone, as positions.
    pub zones: Zones,
}

/// Cases by how they stand to initial solution, test solutions and outcome; cut at 0.5.
///
/// Each zone holds those in the outcome, then those out of it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Zones {
    /// In the initial solution and in all test solutions: typical, deviant in consistency.
    pub robust: [Vec<usize>; 2],
    /// In the initial solution, but not in all test solutions.
    pub shaky: [Vec<usize>; 2],
    /// Not in the initial solution, but in some test solution.
    pub possible: [Vec<usize>; 2],
    /// In none: deviant in coverage however it is decided, irrelevant.
    pub outside: [Vec<usize>; 2],
}

impl Standing {
    /// Holds a solution against its test solutions, one list of memberships each; nothing where there is none.
    pub fn new(initial: &[f64], outcome: &[f64], tests: &[&[f64]]) -> Option<Self> {
        let (first, rest) = tests.split_first()?;
        let (mut least, mut greatest) = (first.to_vec(), first.to_vec());
        for test in rest {
            least.iter_mut().zip(*test).for_each(|(least, &x)| *least = least.min(x));
            greatest.iter_mut().zip(*test).for_each(|(greatest, &x)| *greatest = greatest.max(x));
        }
        let core: Vec<f64> = both(initial, &least);
        let (whole, inner) = (sufficiency(initial, outcome), sufficiency(&core, outcome));
        Some(Self {
            rf_cov: ratio(inner.coverage, whole.coverage),
            rf_cons: ratio(whole.consistency, inner.consistency),
            rf_sc_min: similarity(initial, &least),
            rf_sc_max: similarity(initial, &greatest),
            zones: Zones::new(initial, &least, &greatest, outcome),
            initial: initial.to_vec(),
            least,
            greatest,
        })
    }

    /// Memberships in the robust core: the initial and every test solution.
    pub fn core(&self) -> Vec<f64> {
        both(&self.initial, &self.least)
    }

    /// Coverage of the outcome by the robust core.
    pub fn coverage(&self, outcome: &[f64]) -> Option<f64> {
        sufficiency(&self.core(), outcome).coverage
    }

    /// Share of the typical cases that are robust: robust / (robust + shaky + possible); nothing where 0/0.
    pub fn rcr_typ(&self) -> Option<f64> {
        self.zones.robust_share(0)
    }

    /// The same for cases deviant in consistency.
    pub fn rcr_dev(&self) -> Option<f64> {
        self.zones.robust_share(1)
    }

    /// 1 where no case is shaky or possible, 2 where some are possible, 3 where some are shaky, 4 where both.
    pub fn rank(&self) -> u8 {
        let any = |zone: &[Vec<usize>; 2]| zone.iter().any(|cases| !cases.is_empty());
        1 + u8::from(any(&self.zones.possible)) + 2 * u8::from(any(&self.zones.shaky))
    }
}

impl Zones {
    fn new(initial: &[f64], least: &[f64], greatest: &[f64], outcome: &[f64]) -> Self {
        let mut zones = Self::default();
        for (case, &y) in outcome.iter().enumerate() {
            let (Some(&own), Some(&least), Some(&greatest)) = (initial.get(case), least.get(case), greatest.get(case))
            else {
                continue;
            };
            let zone = if own.min(least) > 0.5 {
                &mut zones.robust
            } else if own.min(1.0 - least) > 0.5 {
                &mut zones.shaky
            } else if (1.0 - own).min(greatest) > 0.5 {
                &mut zones.possible
            } else if (1.0 - own).min(1.0 - greatest) > 0.5 {
                &mut zones.outside
            } else {
                continue;
            };
            if y > 0.5 {
                zone[0].push(case);
            } else if y < 0.5 {
                zone[1].push(case);
            }
        }
        zones
    }

    #[expect(clippy::cast_precision_loss, reason = "counts of cases are far below 2^52")]
    fn robust_share(&self, side: usize) -> Option<f64> {
        let (robust, shaky, possible) = (self.robust[side].len(), self.shaky[side].len(), self.possible[side].len());
        let all = robust + shaky + possible;
        (all > 0).then(|| robust as f64 / all as f64)
    }
}

fn both(a: &[f64], b: &[f64]) -> Vec<f64> {
    a.iter().zip(b).map(|(&a, &b)| a.min(b)).collect()
}

fn ratio(part: Option<f64>, whole: Option<f64>) -> Option<f64> {
    let (part, whole) = (part?, whole?);
    (whole > 0.0).then(|| part / whole)
}

/// Σ min / Σ max of two sets; nothing where both are empty.
pub fn similarity(a: &[f64], b: &[f64]) -> Option<f64> {
    let union: Vec<f64> = a.iter().zip(b).map(|(&a, &b)| a.max(b)).collect();
    Sum::of(&both(a, b)).share_of(Sum::of(&union))
}

/// The protocol of every analysis that has a solution and at least one test solution.
pub fn protocols(findings: &[Findings], alternatives: &[AlternativeFindings]) -> Vec<Protocol> {
    findings.iter().filter_map(|findings| protocol(findings, alternatives)).collect()
}

fn protocol(findings: &Findings, alternatives: &[AlternativeFindings]) -> Option<Protocol> {
    let initial = findings.solution(findings.analysis.interpret).as_ref().ok()?.models.first()?;
    let mut left_out = Vec::new();
    let mut tests: Vec<(&str, &Findings, &Model)> = Vec::new();
    for alternative in alternatives {
        let own = alternative.comparisons.iter().find(|one| one.analysis == findings.analysis.name);
        let Some(comparison) = own else { continue };
        match test_models(findings, comparison.changed.as_ref()) {
            Ok((changed, models)) => tests.extend(models.iter().map(|model| (alternative.id.as_str(), changed, model))),
            Err(reason) => left_out.push((alternative.id.clone(), reason)),
        }
    }
    let memberships: Vec<&[f64]> = tests.iter().map(|(_, _, model)| model.memberships.as_slice()).collect();
    let all = Standing::new(&initial.memberships, &findings.outcome, &memberships)?;
    let solution = |(alternative, changed, model): &(&str, &Findings, &Model)| {
        let alone = Standing::new(&initial.memberships, &findings.outcome, &[&model.memberships])?;
        Some(TestSolution {
            alternative: (*alternative).to_owned(),
            expression: changed.write_model(model),
            similarity: alone.rf_sc_min,
            rank: alone.rank(),
        })
    };
    let models: Vec<(&Findings, &Model)> = std::iter::once((findings, initial))
        .chain(tests.iter().map(|(_, changed, model)| (*changed, *model)))
        .collect();
    Some(Protocol {
        analysis: findings.analysis.name.clone(),
        expression: findings.write_model(initial),
        cases: findings.cases.clone(),
        outcome: findings.outcome.clone(),
        tests: tests.iter().filter_map(solution).collect(),
        left_out,
        core: sufficiency(&all.core(), &findings.outcome),
        core_expression: core_expression(&models),
        all,
    })
}

/// The models of an alternative that can be held against the initial solution case by case.
pub(crate) fn test_models<'a>(
    findings: &Findings,
    changed: Result<&'a Findings, &String>,
) -> Result<(&'a Findings, &'a [Model]), LeftOut> {
    let changed = changed.map_err(|_| LeftOut::NoSolution)?;
    if changed.analysis.outcome != findings.analysis.outcome {
        return Err(LeftOut::OtherOutcome);
    }
    if changed.cases != findings.cases {
        return Err(LeftOut::OtherCases);
    }
    match changed.solution(changed.analysis.interpret) {
        Ok(solution) => Ok((changed, &solution.models)),
        Err(_) => Err(LeftOut::NoSolution),
    }
}

/// So many models are multiplied out.
const MULTIPLIED: usize = 64;

/// What all models share, as a sum of terms; nothing where it would be too large.
fn core_expression(models: &[(&Findings, &Model)]) -> Option<String> {
    let mut conditions: Vec<Condition> = Vec::new();
    for condition in models.iter().flat_map(|(findings, _)| &findings.conditions) {
        if !conditions.iter().any(|known| known.name == condition.name) {
            conditions.push(condition.clone());
        }
    }
    if models.len() > MULTIPLIED {
        return None;
    }
    let algebra = Algebra::new(conditions).ok()?;
    let mut core: Option<Vec<_>> = None;
    for (findings, model) in models {
        let expression = Expression::parse(&findings.write_model(model)).ok()?;
        let cubes = algebra.cubes(&expression).ok()?;
        core = Some(match core {
            None => cubes,
            Some(core) => algebra.intersected(&core, &cubes).ok()?,
        });
    }
    core.map(|core| algebra.write(&core))
}
