//! Counterfactuals as a ledger: every remainder, which models use it, and what allowed or excluded it.

use std::collections::BTreeSet;

use equifinal_study::config::SolutionType;

use crate::expectations::Expectations;
use crate::findings::{Findings, LedgerRow, Output, Row};
use crate::sample::Sample;
use crate::space::Cube;

/// Tables with more rows than this have no ledger row by row.
pub(crate) const MOST_ROWS: u64 = 512;

/// A relieved conservative term: what it may cover, and the term it comes from.
struct Relieved {
    easy: Cube,
    from: Cube,
}

/// The ledger of an analysis; empty where there are too many remainders to list.
pub(crate) fn ledger(sample: &Sample, findings: &Findings, expectations: &Expectations) -> Vec<LedgerRow> {
    if sample.space.rows() > MOST_ROWS {
        return Vec::new();
    }
    let relieved = relieved(sample, findings, expectations);
    let known: Vec<&Row> = findings.rows.iter().collect();
    let row_of = |number: u64| known.binary_search_by_key(&number, |row| row.number).ok().map(|i| known[i]);
    let mut ledger = Vec::new();
    for number in 1..=sample.space.rows() {
        let seen = row_of(number);
        if seen.is_some_and(|row| row.output != Output::Remainder) {
            continue;
        }
        let Some(levels) = sample.space.levels_of(number) else { continue };
        let used = |kind: SolutionType| using(findings, kind, &levels);
        let (parsimonious, intermediate) = (used(SolutionType::Parsimonious), used(SolutionType::Intermediate));
        let allowed_by = allowed_by(sample, &relieved, sample.space.row(&levels));
        ledger.push(LedgerRow {
            row: number,
            easy: allowed_by.is_some(),
            allowed_by: allowed_by.unwrap_or_default(),
            below_frequency: seen.is_some_and(|row| !row.cases.is_empty()),
            implausible: seen.is_some_and(|row| row.implausible),
            levels,
            parsimonious,
            intermediate,
        });
    }
    ledger
}

/// Positions of the listed models of a solution that cover a row.
fn using(findings: &Findings, kind: SolutionType, row: &[usize]) -> Vec<usize> {
    let Ok(solution) = findings.solution(kind) else { return Vec::new() };
    let covers = |&model: &usize| solution.models[model].paths.iter().any(|path| path.term.covers(row));
    (0..solution.models.len()).filter(covers).collect()
}

/// Every conservative term towards every parsimonious term that contains it.
fn relieved(sample: &Sample, findings: &Findings, expectations: &Expectations) -> Vec<Relieved> {
    let terms = |kind: SolutionType| -> BTreeSet<Cube> {
        let models = findings.solution(kind).as_ref().map_or(&[][..], |solution| &solution.models);
        models.iter().flat_map(|model| &model.paths).map(|path| sample.space.cube(&path.term)).collect()
    };
    if !expectations.any() {
        return Vec::new();
    }
    let (conservative, parsimonious) = (terms(SolutionType::Conservative), terms(SolutionType::Parsimonious));
    let pairs = conservative.iter().flat_map(|&from| parsimonious.iter().map(move |&to| (from, to)));
    let pairs = pairs.filter(|(from, to)| to & !from == 0);
    pairs.map(|(from, to)| Relieved { easy: expectations.simplified(&sample.space, from, to), from }).collect()
}

/// The conditions whose expectations make a row an easy counterfactual: those on which it leaves the observed term.
fn allowed_by(sample: &Sample, relieved: &[Relieved], row: Cube) -> Option<Vec<usize>> {
    let ways = relieved.iter().filter(|way| way.easy & !row == 0);
    let nearest = ways.map(|way| sample.space.conflict(row, way.from)).min_by_key(|left| (left.count_ones(), *left))?;
    Some((0..sample.space.conditions()).filter(|&condition| nearest & sample.space.condition(condition) != 0).collect())
}
