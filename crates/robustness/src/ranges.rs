//! Exact sensitivity ranges: the interval of each number, varied alone, in which the solution does not change.
//!
//! Cutoffs change a truth table only at a row's own consistency, PRI or number of cases, so those values are tried in
//! turn. Anchors are followed by `anchor_search`. Oana & Schneider (2024) search in steps.

use equifinal_study::config::{Analysis, NumericDecision};
use equifinal_study::cuts::TOLERANCE;
use rayon::prelude::*;

use crate::anchor_search::find_ends;
use crate::domain::{domain, ways};
use crate::interval::Ends;
pub use crate::interval::{Cause, End, Interval, Stopped};
pub use crate::judgement::{Break, ChangedRow, Sameness};
use crate::memory::Memory;
use crate::universe::Reanalysis;
use crate::untried::{Reason, Task, Untried, original};
use crate::walk::Walk;

/// The ranges of one analysis.
#[derive(Debug, Clone)]
pub struct AnalysisRanges {
    /// The analysis.
    pub analysis: String,
    /// The ranges, all or single ones, that could not be found, with the reason.
    pub untried: Vec<Untried>,
    /// One range per number.
    pub ranges: Vec<Range>,
}

/// The range of a number.
#[derive(Debug, Clone)]
pub struct Range {
    /// The number.
    pub decision: NumericDecision,
    /// The study's own value.
    pub chosen: f64,
    /// The interval by each degree of sameness, in the order of [`Sameness::ALL`].
    pub intervals: [Interval; 3],
}

/// The ranges of every number of every analysis.
pub fn ranges(reanalysis: &Reanalysis<'_>) -> Vec<AnalysisRanges> {
    let analyses = reanalysis.study().analyses.iter().enumerate();
    analyses.collect::<Vec<_>>().into_par_iter().map(|(at, analysis)| of_analysis(reanalysis, at, analysis)).collect()
}

fn of_analysis(reanalysis: &Reanalysis<'_>, at: usize, analysis: &Analysis) -> AnalysisRanges {
    let own = reanalysis.universe_of(&mut Memory::default(), at, &Default::default());
    let untried = |task, reason| Untried { analysis: analysis.name.clone(), task, reason };
    let original = match original(own) {
        Ok(original) => original,
        Err(reason) => {
            let untried = vec![untried(Task::Ranges, reason)];
            return AnalysisRanges { analysis: analysis.name.clone(), untried, ranges: Vec::new() };
        }
    };
    let study = reanalysis.study();
    // A set that contains another by several ways need not move monotonically with it.
    let in_several_ways = |decision: &NumericDecision| {
        decision.set().is_some_and(|moved| study.sets.iter().any(|set| ways(study, &set.name, moved) > 1))
    };
    let (several, of_sets): (Vec<NumericDecision>, Vec<NumericDecision>) =
        NumericDecision::of_sets(&study.sets, analysis).into_iter().partition(in_several_ways);
    let mut numbers = vec![NumericDecision::Consistency, NumericDecision::Pri, NumericDecision::Frequency];
    numbers.extend(of_sets);
    let of_decision = |decision: NumericDecision| {
        let mut walk = Walk { reanalysis, memory: Memory::default(), analysis: at, decision, original: &original };
        walk.range(analysis)
    };
    AnalysisRanges {
        analysis: analysis.name.clone(),
        untried: several
            .into_iter()
            .map(|decision| untried(Task::Range(decision.clone()), several_ways(&decision)))
            .collect(),
        ranges: numbers.into_par_iter().map(of_decision).collect::<Vec<_>>().into_iter().flatten().collect(),
    }
}

fn several_ways(decision: &NumericDecision) -> Reason {
    Reason::SeveralWays { set: decision.set().unwrap_or_default().to_owned() }
}

impl Walk<'_> {
    fn range(&mut self, analysis: &Analysis) -> Option<Range> {
        let universe = self.original.universe();
        let chosen = self.decision.chosen(&self.reanalysis.study().sets, analysis, universe.cases.outcome.len())?;
        let [low, high] = match self.decision {
            NumericDecision::Consistency | NumericDecision::Pri => {
                [self.cutoff(chosen, false), self.cutoff(chosen, true)]
            }
            NumericDecision::Frequency => [self.frequency(chosen, false), self.frequency(chosen, true)],
            _ => {
                let domain = domain(&self.decision, self.reanalysis.study(), self.reanalysis.table())?;
                [find_ends(self, chosen, domain, false), find_ends(self, chosen, domain, true)]
            }
        };
        let [l0, l1, l2] = low;
        let [h0, h1, h2] = high;
        let between = |low, high| Interval { low, high };
        let intervals = [between(l0, h0), between(l1, h1), between(l2, h2)];
        Some(Range { decision: self.decision.clone(), chosen, intervals })
    }

    /// The end of a cutoff's range on one side: it is moved past one row after another.
    fn cutoff(&mut self, chosen: f64, upwards: bool) -> [End; 3] {
        let mut ends = Ends::default();
        let mut before = self.original.universe().clone();
        for (value, beyond) in self.steps(chosen, upwards) {
            let after = self.at(beyond);
            // The row's own value still lets it pass: upwards the value belongs to the range, downwards it does not.
            ends.judge(self.original, &before, &after, || (value, upwards));
            let Ok(after) = after else { break };
            before = after;
            if ends.all_found() {
                break;
            }
        }
        ends.or(End { at: if upwards { 1.0 } else { 0.0 }, included: true, cause: Cause::Limit })
    }

    /// Rows' own values from the chosen cutoff on, each with a cutoff just beyond it; values within the tolerance of
    /// comparisons count as one.
    fn steps(&self, chosen: f64, upwards: bool) -> Vec<(f64, f64)> {
        let universe = self.original.universe();
        let frequency = universe.cuts.frequency.count(universe.cases.outcome.len());
        let rows = universe.rows.iter().filter(|row| row.cases.len() >= frequency);
        let is_pri = self.decision == NumericDecision::Pri;
        let mut values: Vec<f64> = rows.filter_map(|row| if is_pri { row.pri } else { row.consistency }).collect();
        values.sort_unstable_by(f64::total_cmp);
        let apart = 4.0 * TOLERANCE;
        let mut groups: Vec<(f64, f64)> = Vec::new();
        for value in values {
            match groups.last_mut() {
                Some((_, last)) if value - *last < apart => *last = value,
                _ => groups.push((value, value)),
            }
        }
        if upwards {
            let passing: Vec<f64> =
                groups.iter().map(|group| group.1).filter(|last| last + TOLERANCE > chosen).collect();
            let next = passing.iter().skip(1).copied().chain([1.0 + apart]);
            let beyond = passing.iter().zip(next).map(|(&value, next)| (value, f64::midpoint(value, next).min(1.0)));
            // Nothing is above a cutoff of 1 but by the tolerance.
            beyond.filter(|(value, beyond)| value + TOLERANCE <= *beyond).collect()
        } else {
            let failing = groups.iter().rev().map(|group| group.0).filter(|first| first + TOLERANCE <= chosen);
            failing.map(|value| (value, value)).collect()
        }
    }

    #[expect(clippy::cast_precision_loss, reason = "counts of cases are far below 2^52")]
    fn frequency(&mut self, chosen: f64, upwards: bool) -> [End; 3] {
        let universe = self.original.universe();
        let most = universe.rows.iter().map(|row| row.cases.len()).max().unwrap_or_default() as f64;
        let limit = if upwards { (most + 1.0).max(chosen) } else { 1.0 };
        let mut ends = Ends::default();
        let mut before = universe.clone();
        let mut value = chosen;
        while value.total_cmp(&limit).is_ne() && !ends.all_found() {
            let next = if upwards { value + 1.0 } else { value - 1.0 };
            let after = self.at(next);
            ends.judge(self.original, &before, &after, || (value, true));
            let Ok(after) = after else { break };
            (before, value) = (after, next);
        }
        ends.or(End { at: limit, included: true, cause: Cause::Limit })
    }
}
