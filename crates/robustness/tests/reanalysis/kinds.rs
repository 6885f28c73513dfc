//! One study per kind of calibration, for laws that hold for all of them.

use equifinal_qca::findings::Findings;
use equifinal_robustness::decisions::Decisions;
use equifinal_robustness::universe::Reanalysis;
use equifinal_study::config::Study;
use equifinal_study::table::CaseTable;
use equifinal_studyfile::parse::parse;

use crate::small::{IDENTITY, table};

/// Eighteen cases; memberships near one half and values on anchors among them.
const CASES: &str = "
    id  a   b  C    Y
    k1  8.1 80 0.9  0.95
    k2  7.2 75 0.8  0.7
    k3  6.8 62 0.3  0.8
    k4  6.1 55 0.7  0.6
    k5  5.9 20 0.85 0.9
    k6  5.2 31 0.2  0.3
    k7  5.0 44 0.6  0.65
    k8  4.7 70 0.1  0.4
    k9  4.4 66 0.75 0.7
    k10 3.9 58 0.35 0.2
    k11 3.6 35 0.9  0.45
    k12 3.1 28 0.15 0.1
    k13 2.8 81 0.55 0.3
    k14 2.2 42 0.45 0.15
    k15 1.9 15 0.65 0.05
    k16 1.4 12 0.25 0.2
    k17 7.7 25 0.4  0.75
    k18 3.3 49 0.7  0.55";

/// The calibrations of the first condition, from the scores `a`.
pub(crate) const CALIBRATIONS: [&str; 7] = [
    "direct: {exclusion: 2, crossover: 4.6, inclusion: 8}",
    "direct: {exclusion: 2, crossover: 4.6, inclusion: 8, shape: linear}",
    "direct: {exclusion: 8, crossover: 5.1, inclusion: 2}",
    "percentiles: {exclusion: 10, crossover: 45, inclusion: 90}",
    "crisp: {threshold: 4.6}",
    "levels: {thresholds: [3.5, 6.5]}",
    "ecdf: {exclusion: 2, crossover: 4.6, inclusion: 8}",
];

/// The solutions that can be interpreted.
pub(crate) const INTERPRETED: [&str; 3] = ["intermediate", "parsimonious", "conservative"];

pub(crate) fn cases() -> CaseTable {
    table(CASES)
}

/// A study with this calibration of `A` and more keys.
pub(crate) fn study(calibration: &str, interpret: &str, more: &str) -> Study {
    let keys = format!(
        "{IDENTITY}
sets:
  A: {{column: a, calibrate: {{{calibration}}}}}
  B: {{column: b, calibrate: {{crisp: {{threshold: 40}}}}}}
  C: {{calibrate: {{given: fuzzy}}}}
  Y: {{calibrate: {{given: fuzzy}}}}
analyses:
  main:
    outcome: Y
    conditions: [A, B, C]
    truth_table: {{frequency: 1, consistency: 0.75, pri: 0.5}}
    expectations: {{B: present, C: present}}
    interpret: {interpret}
    negation: true
{more}"
    );
    parse("small.yaml", keys.as_bytes()).unwrap_or_else(|refused| panic!("{refused}"))
}

/// The study's own findings.
pub(crate) fn findings(reanalysis: &Reanalysis<'_>) -> Vec<Findings> {
    let found = reanalysis.findings(&Decisions::default()).expect("good data");
    found.into_iter().collect::<Result<_, _>>().expect("findings")
}

/// Calls `check` with every study, its cases, and its name in messages; returns their number.
pub(crate) fn every(more: &str, mut check: impl FnMut(&Study, &CaseTable, &str)) -> usize {
    let table = cases();
    let mut seen = 0;
    for calibration in CALIBRATIONS {
        for interpret in INTERPRETED {
            check(&study(calibration, interpret, more), &table, &format!("{calibration}, {interpret}"));
            seen += 1;
        }
    }
    seen
}

/// The models of a solution, each a sorted list of paths, in order; `None` if there is no solution.
pub(crate) fn models(findings: &Findings) -> Option<Vec<Vec<String>>> {
    let solution = findings.solution(findings.analysis.interpret).as_ref().ok()?;
    let paths = |model: &equifinal_qca::findings::Model| {
        let mut paths: Vec<String> = model.paths.iter().map(|path| findings.write_term(&path.term)).collect();
        paths.sort_unstable();
        paths
    };
    let mut models: Vec<_> = solution.models.iter().map(paths).collect();
    models.sort_unstable();
    Some(models)
}
