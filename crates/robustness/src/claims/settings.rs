//! The settings at which a claim has to be evaluated so that it is known over everything it names.
//!
//! Cutoffs are combined cell by cell over the rows that the other decisions give; settings with equal truth tables are
//! evaluated once.

use std::collections::BTreeSet;

use equifinal_qca::Refuted;
use equifinal_qca::findings::{Findings, Row};
use equifinal_study::config::decision::in_order;
use equifinal_study::config::{Decision, Dimension, NumericDecision, TruthTableCuts};
use equifinal_study::cuts::at_least;

use super::cells::{Cell, cells, count};
use super::evaluation::rerun;
use super::record::{Record, Universe};
use super::verdict::{Edge, Reason};

/// The settings evaluated for one claim.
#[derive(Debug)]
pub(super) struct TestedSettings {
    /// The settings other than the study's own, the nearest first.
    pub(super) settings: Vec<Other>,
    /// True if they represent everything that the claim names.
    pub(super) exact: bool,
}

/// A setting other than the study's own.
#[derive(Debug, Clone)]
pub(super) struct Other {
    /// The decisions that differ.
    pub(super) decisions: Vec<Decision>,
    /// The value at which results change on the way to it.
    pub(super) edge: Option<Edge>,
    /// Their total distance from the study's own; 1 for a word.
    away: f64,
}

/// The cutoffs of the truth table.
const CUTOFFS: [NumericDecision; 3] = [NumericDecision::Consistency, NumericDecision::Pri, NumericDecision::Frequency];

/// The settings that represent every combination of `dimensions`; inner errors are reasons for no answer.
///
/// # Errors
/// A solution that the independent check rejects.
pub(super) fn across(
    dimensions: &[Dimension],
    own: Universe<'_>,
    record: Record<'_>,
) -> Result<Result<TestedSettings, Reason>, Refuted> {
    let (cutoffs, others): (Vec<&Dimension>, Vec<&Dimension>) =
        dimensions.iter().partition(|one| one.number().is_some_and(|number| number.set().is_none()));
    let most = record.study.budget.combinations;
    let exact = others.iter().all(|one| one.values().is_some());
    let (cases, analysis) = (own.findings.cases.len(), &own.findings.analysis);
    let chosen = |number: &NumericDecision| number.chosen(&record.study.sets, analysis, cases);
    let grounds = match grounds(&others, &chosen, most) {
        Ok(grounds) => grounds,
        Err(reason) => return Ok(Err(reason)),
    };
    let mut settings = Vec::new();
    for ground in grounds {
        let rerun = if cutoffs.is_empty() || ground.decisions.is_empty() {
            None
        } else {
            // Without rows of its own there is nothing for cutoffs to change.
            rerun(&ground.decisions, own, record)?.ok().flatten()
        };
        let findings = rerun.as_ref().map_or(own.findings, |rerun| rerun.universe().findings);
        let is_own = ground.decisions.is_empty();
        let combined = if is_own || rerun.is_some() { combined(&cutoffs, findings, most) } else { Ok(Vec::new()) };
        if !is_own {
            settings.push(ground.clone());
        }
        match combined {
            Ok(cutoffs) => settings.extend(cutoffs.into_iter().map(|cutoffs| cutoffs.with(&ground))),
            Err(reason) => return Ok(Err(reason)),
        }
        if settings.len() > most {
            return Ok(Err(Reason::TooMany { settings: settings.len(), most }));
        }
    }
    settings.sort_by(|a, b| (a.decisions.len().cmp(&b.decisions.len())).then(a.away.total_cmp(&b.away)));
    Ok(Ok(TestedSettings { settings, exact }))
}

impl Other {
    /// The study's own decisions.
    fn own() -> Self {
        Self { decisions: Vec::new(), edge: None, away: 0.0 }
    }

    /// These decisions together with others. With several changed no single value is the border.
    fn with(self, ground: &Self) -> Self {
        let edge = self.edge.filter(|_| ground.decisions.is_empty());
        let decisions = in_order([&ground.decisions[..], &self.decisions].concat());
        Self { decisions, edge, away: self.away + ground.away }
    }
}

/// Every combination of decisions other than cutoffs, the study's own first.
pub(super) fn grounds(
    dimensions: &[&Dimension],
    chosen: &dyn Fn(&NumericDecision) -> Option<f64>,
    most: usize,
) -> Result<Vec<Other>, Reason> {
    let mut all = vec![Other::own()];
    for dimension in dimensions {
        let chosen = dimension.number().and_then(chosen);
        let values = values(dimension);
        let size = all.len().saturating_mul(values.len() + 1);
        if size > most {
            return Err(Reason::TooMany { settings: size, most });
        }
        let added = values.into_iter().flat_map(|decision| {
            let value = decision.number();
            let away = value.map_or(1.0, |value| chosen.map_or(0.0, |chosen| (value - chosen).abs()));
            let with = move |ground: &Other| {
                let decisions = in_order(ground.decisions.iter().cloned().chain([decision.clone()]).collect());
                Other { decisions, edge: None, away: ground.away + away }
            };
            all.iter().map(with).collect::<Vec<_>>()
        });
        let added: Vec<Other> = added.collect();
        all.extend(added);
    }
    Ok(all)
}

/// Number of values that represent a range of an anchor if it cannot be proven.
const STEPS: u32 = 200;

/// The values of a dimension, evenly spaced in a range; without those that change nothing.
fn values(dimension: &Dimension) -> Vec<Decision> {
    match dimension {
        Dimension::List(values) => {
            let changes = |one: &&Decision| !matches!(one, Decision::DropCases(names) | Decision::DropConditions(names) if names.is_empty());
            values.iter().filter(changes).cloned().collect()
        }
        Dimension::Between { number, from, to } => {
            let step = |at: u32| from + (to - from) * f64::from(at) / f64::from(STEPS);
            (0..=STEPS).map(|at| Decision::Number(number.clone(), step(at))).collect()
        }
    }
}

/// Every combination of cutoffs with a distinct truth table, except the study's own: fewest changes first, then the
/// nearest.
fn combined(dimensions: &[&Dimension], findings: &Findings, most: usize) -> Result<Vec<Other>, Reason> {
    let of = |cutoff: &NumericDecision| dimensions.iter().find(|one| one.number() == Some(cutoff)).copied();
    let [consistencies, pris, frequencies] = CUTOFFS.map(|cutoff| cells(&cutoff, of(&cutoff), findings));
    let size = consistencies.len().saturating_mul(pris.len()).saturating_mul(frequencies.len());
    if size > most {
        return Err(Reason::TooMany { settings: size, most });
    }
    let mut all: Vec<[&Cell; 3]> = Vec::with_capacity(size);
    for consistency in &consistencies {
        for pri in &pris {
            all.extend(frequencies.iter().map(|frequency| [consistency, pri, frequency]));
        }
    }
    let changed = |cells: &[&Cell; 3]| cells.iter().filter(|cell| cell.away > 0.0).count();
    all.sort_by(|a, b| changed(a).cmp(&changed(b)).then(away(a).total_cmp(&away(b))));
    let mut seen = BTreeSet::new();
    all.retain(|cells| seen.insert(table(cells, findings)));
    // The first is the study's own.
    Ok(all.iter().skip(1).map(other).collect())
}

fn away(cells: &[&Cell; 3]) -> f64 {
    cells.iter().map(|cell| cell.away).sum()
}

/// The outputs of the observed rows under these cutoffs, which determine the solutions.
fn table([consistency, pri, frequency]: &[&Cell; 3], findings: &Findings) -> Vec<u8> {
    let TruthTableCuts { contradiction_floor, .. } = findings.analysis.truth_table;
    let output = |row: &Row| {
        let consistent = at_least(row.consistency, consistency.value);
        if row.cases.len() < count(frequency.value) {
            0
        } else if consistent && at_least(row.pri, pri.value) {
            1
        } else if !consistent && contradiction_floor.is_some_and(|floor| at_least(row.consistency, floor)) {
            2
        } else {
            3
        }
    };
    findings.rows.iter().filter(|row| !row.cases.is_empty()).map(output).collect()
}

fn other(cells: &[&Cell; 3]) -> Other {
    let changed = || CUTOFFS.into_iter().zip(cells).filter(|(_, cell)| cell.away > 0.0);
    let mut edges = changed();
    // With several decisions changed no single value is the border.
    let edge = edges.next().filter(|_| edges.next().is_none()).and_then(|(_, cell)| cell.edge.clone());
    let decisions = changed().map(|(cutoff, cell)| Decision::Number(cutoff, cell.value)).collect();
    Other { decisions, edge, away: away(cells) }
}
