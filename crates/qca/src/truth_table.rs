//! The truth table: every configuration with its cases, its consistency and its output.

use std::collections::BTreeMap;

use equifinal_study::config::{Analysis, TruthTableCuts};
use equifinal_study::crossover::{is_in, is_out};
use equifinal_study::cuts::on_the_line;

use crate::findings::Row;
use crate::fit::Sums;
use crate::further_fit::symmetric;
use crate::output::{Output, Reached, output, says};
use crate::problem::Problem;
use crate::row_sums::row_sums;
use crate::sample::Sample;
use crate::space::Cube;

/// Maximum number of conditions for which the table lists every remainder.
pub(crate) const COMPLETE_UP_TO: usize = 7;

/// The truth table with the inputs of minimisation.
#[derive(Debug, Clone)]
pub(crate) struct TruthTable {
    /// The rows by number: all observed ones and, up to [`COMPLETE_UP_TO`] conditions, every other.
    pub(crate) rows: Vec<Row>,
    /// Cases in no row because a membership is 0.5.
    pub(crate) in_no_row: Vec<usize>,
    /// The output of each row for the negated outcome, under the same cutoffs.
    pub(crate) negated: Vec<Output>,
    /// The frequency cutoff as a count.
    pub(crate) frequency: usize,
}

impl TruthTable {
    /// Builds the table of a sample.
    ///
    /// A case belongs to one row; all cases enter the row's consistency and PRI. The output is 1 if frequency,
    /// consistency and PRI reach their cutoffs, C if a second cutoff is given and consistency lies between the two,
    /// otherwise 0; a row with too few cases is a remainder. An observed row may have an output set by hand instead.
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
            let (sums, sym) = (&sums.outcome, symmetric(sums.outcome, sums.without));
            let row = sample.space.row(&levels);
            let computed = output(members.len() >= frequency, sums, cuts);
            let hand_set = sample.frame.hand_set();
            let (output, by_hand) = if members.is_empty() { (computed, None) } else { hand_set.output(row, computed) };
            Row {
                number: *number,
                output,
                by_hand,
                contradictory: disagree(sample, &members),
                on_the_line: by_hand.is_none() && members.len() >= frequency && borderline(sums, cuts),
                implausible: members.is_empty() && implausible.iter().any(|cube| cube & !row == 0),
                levels,
                cases: members,
                consistency: sums.consistency(),
                pri: sums.pri(),
                sym,
            }
        });
        let rows = rows.collect();
        Self { rows, in_no_row, negated, frequency }
    }

    /// The problem of minimisation: implausible remainders are negatives, contradictions follow the analysis's rule.
    pub(crate) fn problem(&self, sample: &Sample, analysis: &Analysis, implausible: &[Cube]) -> Problem {
        let rows = self.rows.iter().filter(|row| !row.cases.is_empty());
        let observed: Vec<(Cube, Output)> = rows.map(|row| (sample.space.row(&row.levels), row.output)).collect();
        Problem::of_rows(&sample.space, &observed, analysis.minimise.contradictions, implausible)
    }

    /// The rows that hold cases, as cubes.
    pub(crate) fn observed(&self, sample: &Sample) -> Vec<Cube> {
        self.rows.iter().filter(|row| !row.cases.is_empty()).map(|row| sample.space.row(&row.levels)).collect()
    }

    /// The numbers of the rows that hold cases and lie in one of some cubes.
    pub(crate) fn observed_in(&self, sample: &Sample, cubes: &[Cube]) -> Vec<u64> {
        let lies_in = |row: &&Row| cubes.iter().any(|cube| cube & !sample.space.row(&row.levels) == 0);
        self.rows.iter().filter(|row| !row.cases.is_empty()).filter(lies_in).map(|row| row.number).collect()
    }
}

/// The cases of each observed row by number, and the cases in no row.
fn cases_by_row(sample: &Sample) -> (BTreeMap<u64, Vec<usize>>, Vec<usize>) {
    let mut rows: BTreeMap<Cube, Vec<usize>> = BTreeMap::new();
    let mut in_no_row = Vec::new();
    for case in 0..sample.cases.len() {
        match sample.row_of(case) {
            Some(row) => rows.entry(row).or_default().push(case),
            None => in_no_row.push(case),
        }
    }
    (rows.into_iter().map(|(row, cases)| (sample.space.number_of(row), cases)).collect(), in_no_row)
}

/// True if the output depends on the last digits of comparisons with a cutoff: other results of the close comparisons
/// would give another output.
fn borderline(sums: &Sums, cuts: &TruthTableCuts) -> bool {
    let own = Reached::of(sums, cuts);
    // No value lies below a cutoff of nought.
    let close = |value: Option<f64>, cutoff: f64| cutoff > 0.0 && on_the_line(value, cutoff);
    let either = |own: bool, close: bool| if close { vec![own, !own] } else { vec![own] };
    let consistency = either(own.consistency, close(sums.consistency(), cuts.consistency));
    let pri = either(own.pri, close(sums.pri(), cuts.pri));
    let floor = cuts.contradiction_floor.is_some_and(|floor| close(sums.consistency(), floor));
    let floor = either(own.floor, floor);
    consistency.iter().any(|&consistency| {
        pri.iter().any(|&pri| floor.iter().any(|&floor| says(Reached { consistency, pri, floor }) != says(own)))
    })
}

/// True if some cases are in the outcome and others out of it.
fn disagree(sample: &Sample, cases: &[usize]) -> bool {
    let any = |side: fn(f64) -> bool| cases.iter().any(|&case| side(sample.outcome[case]));
    any(is_in) && any(is_out)
}
