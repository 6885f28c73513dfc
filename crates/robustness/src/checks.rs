//! Runs all robustness checks that a study asks for.

use std::sync::Arc;

use equifinal_qca::findings::Findings;
use equifinal_study::config::Study;
use equifinal_study::table::CaseTable;

use crate::alternatives::AlternativeFindings;
use crate::chance::{Permuted, permutations};
use crate::decisions::Decisions;
use crate::maps::{PairMap, maps};
use crate::memory::Memory;
use crate::multiverse::Multiverse;
use crate::nca_resample::{NcaResampled, resample_nca};
use crate::plan::Plan;
use crate::protocol::{Protocol, protocols};
use crate::random_tables::{RandomData, random_data};
use crate::ranges::{AnalysisRanges, ranges};
use crate::resample::{Resampled, resample};
use crate::thresholds::{Thresholds, thresholds};
use crate::universe::Reanalysis;
use crate::untried::{Task, Untried, original};

/// The results of all robustness checks that a study asks for, except named alternatives.
#[derive(Debug, Clone, Default)]
pub struct RobustnessResults {
    /// Fit- and case-oriented robustness of each analysis, against the named alternatives.
    pub protocols: Vec<Protocol>,
    /// Robustness ranges of each number.
    pub ranges: Vec<AnalysisRanges>,
    /// Maps of pairs of numbers.
    pub maps: Vec<PairMap>,
    /// The solution at every raw-consistency cutoff.
    pub thresholds: Vec<Thresholds>,
    /// Survival in the multiverse.
    pub multiverse: Option<Multiverse>,
    /// Survival with other cases or redrawn values.
    pub resampled: Vec<Resampled>,
    /// Necessary condition analyses with other cases or redrawn values.
    pub nca_resampled: Vec<NcaResampled>,
    /// Permutation tests.
    pub permuted: Vec<Permuted>,
    /// Tests on tables without any relation.
    pub random_data: Vec<RandomData>,
    /// The study with its percentile anchors moved.
    pub percentile_shifts: Vec<AlternativeFindings>,
    /// Checks that could not be run.
    pub untried: Vec<Untried>,
    /// The cases, sorted; ranges and thresholds refer to them by index.
    pub cases: Arc<Vec<String>>,
}

/// Runs all checks; the order of the cases in `table` does not matter.
pub fn run_checks(
    study: &Study,
    table: &CaseTable,
    findings: &[Findings],
    alternatives: &[AlternativeFindings],
) -> RobustnessResults {
    let mut tried = RobustnessResults::default();
    let plan = &study.robustness;
    // A study whose sets cannot be calibrated has no findings, and is refused before.
    let Ok(reanalysis) = Reanalysis::new(study, table) else { return tried };
    let cases = &reanalysis.table().cases;
    // Findings that leave no case out have the same ones.
    let known = findings.iter().map(|own| &own.cases).find(|known| ***known == *cases);
    tried.cases = known.map_or_else(|| Arc::new(cases.clone()), Arc::clone);
    if !alternatives.is_empty() {
        tried.protocols = protocols(findings, alternatives, &reanalysis.memberships());
    }
    if plan.ranges {
        let (ranges, (maps, untried)) = rayon::join(|| ranges(&reanalysis), || maps(&reanalysis));
        tried.untried.extend(ranges.iter().flat_map(|found| found.untried.iter().cloned()));
        tried.untried.extend(untried);
        (tried.ranges, tried.maps) = (ranges, maps);
    }
    let (thresholds, untried) = thresholds(&reanalysis, findings);
    tried.thresholds = thresholds;
    tried.untried.extend(untried);
    let explore = |wanted| Multiverse::explore(&reanalysis, Plan::new(study, wanted, analysed(findings)), findings);
    tried.multiverse = plan.multiverse.as_ref().map(explore);
    tried.untried.extend(tried.multiverse.iter().flat_map(|found| not_followed(&reanalysis, found)));
    if let Some(wanted) = &plan.resample {
        tried.resampled = resample(&reanalysis, wanted, findings);
        tried.nca_resampled = resample_nca(&reanalysis, wanted);
        let permuted = |draws| permutations(&reanalysis, draws, wanted.limits.orders, findings);
        tried.permuted = wanted.permutation.map_or_else(Vec::new, permuted);
        tried.random_data = wanted.random_data.map_or_else(Vec::new, |draws| random_data(&reanalysis, draws, findings));
    }
    tried
}

/// Number of cases in the first analysis, whose frequency cutoff may be a share of them.
fn analysed(findings: &[Findings]) -> usize {
    findings.first().map_or(0, |first| first.cases.len())
}

/// The analyses that a multiverse does not follow, unless it is for sweeps: they have no solution, or depend on the
/// cases.
fn not_followed(reanalysis: &Reanalysis<'_>, found: &Multiverse) -> Vec<Untried> {
    let followed = |name: &str| found.swept || found.tallies.iter().any(|tally| tally.analysis == name);
    let analyses = reanalysis.study().analyses.iter().enumerate().filter(|(_, one)| !followed(&one.name));
    let untried = analyses.filter_map(|(at, one)| {
        let own = reanalysis.universe_of(&mut Memory::default(), at, &Decisions::default());
        Some(Untried { analysis: one.name.clone(), task: Task::Multiverse, reason: original(own).err()? })
    });
    untried.collect()
}
