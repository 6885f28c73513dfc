//! The truth table: every configuration, its cases, how far it is a subset of the outcome, and its output.

use std::collections::BTreeMap;

use equifinal_study::config::{Analysis, TruthTableCuts};
use equifinal_study::cuts::{at_least, on_the_line};

use crate::findings::{Output, Row};
use crate::fit::Sums;
use crate::row_sums::row_sums;
use crate::sample::Sample;
use crate::space::Cube;

/// Up to so many conditions the table shows every remainder.
pub(crate) const COMPLETE_UP_TO: usize = 7;

/// The truth table with what minimisation needs of it.
#[derive(Debug, Clone)]
pub(crate) struct TruthTable {
    /// The rows by number: all observed ones and, up to [`COMPLETE_UP_TO`] conditions, every other.
    pub(crate) rows: Vec<Row>,
    /// Cases in no row because a membership is exactly 0.5.
    pub(crate) in_no_row: Vec<usize>,
    /// What each row says of the negated outcome, under the same cutoffs.
    pub(crate) negated: Vec<Output>,
    /// The frequency cutoff as a count.
    pub(crate) frequency: usize,
}

impl TruthTable {
    /// Builds the table of a sample.
    ///
    /// A case belongs to the row in which its membership exceeds 0.5; all cases enter the row's consistency
    /// and PRI. Output is 1 where frequency, consistency and PRI reach their cutoffs, C where a second cutoff
    /// is given and consistency lies between the two, else 0; with too few cases the row is a remainder.
    pub(crate) fn new(sample: &Sample, analysis: &Analysis, implausible: &[Cube]) -> Self {
        let cuts = &analysis.truth_table;
        let frequency = cuts.frequency.count(sample.cases.len());
        let (mut cases, in_no_row) = cases_by_row(sample);
        let numbers: Vec<u64> = if sample.conditions.len() <= COMPLETE_UP_TO {
            (1..=sample.space.rows()).collect()
        } else {
            cases.keys().copied().collect()
        };
        let levels: Vec<Vec<usize>> = numbers.iter().filter_map(|&number| sample.space.levels_of(number)).collect();
        let sums = row_sums(sample, &levels);
        let mut negated = Vec::with_capacity(numbers.len());
        let rows = levels.into_iter().zip(&sums).zip(&numbers).map(|((levels, sums), number)| {
            let members = cases.remove(number).unwrap_or_default();
            negated.push(output(members.len() >= frequency, &sums.negated(), cuts));
            let sums = &sums.outcome;
            let row = sample.space.row(&levels);
            Row {
                number: *number,
                output: output(members.len() >= frequency, sums, cuts),
                contradictory: sample.outcome_is_crisp && disagree(sample, &members),
                on_the_line: members.len() >= frequency && borderline(sums, cuts),
                implausible: members.is_empty() && implausible.iter().any(|cube| cube & !row == 0),
                levels,
                cases: members,
                consistency: sums.consistency(),
                pri: sums.pri(),
            }
        });
        let rows = rows.collect();
        Self { rows, in_no_row, negated, frequency }
    }

    /// The rows that hold cases, as cubes.
    pub(crate) fn observed(&self, sample: &Sample) -> Vec<Cube> {
        self.rows.iter().filter(|row| !row.cases.is_empty()).map(|row| sample.space.row(&row.levels)).collect()
    }
}

/// The cases of each observed row by number, and the cases in no row.
fn cases_by_row(sample: &Sample) -> (BTreeMap<u64, Vec<usize>>, Vec<usize>) {
    let mut rows: BTreeMap<u64, Vec<usize>> = BTreeMap::new();
    let mut in_no_row = Vec::new();
    for case in 0..sample.cases.len() {
        match sample.levels_of(case) {
            Some(levels) => rows.entry(sample.space.number(&levels)).or_default().push(case),
            None => in_no_row.push(case),
        }
    }
    (rows, in_no_row)
}

/// What a row says that holds enough cases, or does not.
pub(crate) fn output(frequent: bool, sums: &Sums, cuts: &TruthTableCuts) -> Output {
    let consistent = at_least(sums.consistency(), cuts.consistency);
    if !frequent {
        Output::Remainder
    } else if consistent && at_least(sums.pri(), cuts.pri) {
        Output::Positive
    } else if !consistent && cuts.contradiction_floor.is_some_and(|floor| at_least(sums.consistency(), floor)) {
        Output::Contradiction
    } else {
        Output::Negative
    }
}

fn borderline(sums: &Sums, cuts: &TruthTableCuts) -> bool {
    on_the_line(sums.consistency(), cuts.consistency)
        || on_the_line(sums.pri(), cuts.pri) && cuts.pri > 0.0
        || cuts.contradiction_floor.is_some_and(|floor| on_the_line(sums.consistency(), floor))
}

fn disagree(sample: &Sample, cases: &[usize]) -> bool {
    let with = cases.iter().filter(|&&case| sample.outcome[case] > 0.5).count();
    with > 0 && with < cases.len()
}
