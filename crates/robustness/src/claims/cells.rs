//! The values of a cutoff at which a claim has to be evaluated.
//!
//! A cutoff changes a truth table only at a row's own value, so one value represents all between two such values.

use equifinal_qca::findings::{Findings, Row};
use equifinal_study::config::{Decision, Dimension, NumericDecision};
use equifinal_study::cuts::TOLERANCE;

use super::verdict::Edge;

/// A value of one decision that represents its neighbours.
#[derive(Debug, Clone)]
pub(super) struct Cell {
    /// The value.
    pub(super) value: f64,
    /// Distance from the study's own value.
    pub(super) away: f64,
    /// The value at which results change on the way to it.
    pub(super) edge: Option<Edge>,
}

impl Cell {
    fn own(value: f64) -> Self {
        Self { value, away: 0.0, edge: None }
    }
}

/// One value of a cutoff for each truth table within the values of `dimension`, the study's own first.
pub(super) fn cells(cutoff: &NumericDecision, dimension: Option<&Dimension>, findings: &Findings) -> Vec<Cell> {
    let cuts = &findings.analysis.truth_table;
    match cutoff {
        NumericDecision::Pri => shares(cutoff, cuts.pri, dimension, findings, |row| row.pri),
        NumericDecision::Frequency => counts(dimension, findings),
        NumericDecision::Consistency
        | NumericDecision::Anchor { .. }
        | NumericDecision::Idm { .. }
        | NumericDecision::Method { .. } => {
            shares(cutoff, cuts.consistency, dimension, findings, |row| row.consistency)
        }
    }
}

fn shares(
    cutoff: &NumericDecision,
    own: f64,
    dimension: Option<&Dimension>,
    findings: &Findings,
    of: impl Fn(&Row) -> Option<f64>,
) -> Vec<Cell> {
    let mut cells = vec![Cell::own(own)];
    match dimension {
        None => {}
        Some(Dimension::List(values)) => {
            let values = values.iter().filter_map(Decision::number);
            cells.extend(values.map(|value| Cell { value, away: (value - own).abs(), edge: None }));
        }
        Some(&Dimension::Between { from, to, .. }) => {
            let rows = findings.rows.iter().filter(|row| !row.cases.is_empty());
            let mut rows: Vec<(f64, u64)> = rows.filter_map(|row| Some((of(row)?, row.number))).collect();
            rows.sort_by(|a, b| a.0.total_cmp(&b.0));
            cells.extend(between(cutoff, own, from, to, &rows));
        }
    }
    cells
}

/// One value for each part of `from ..= to` between rows' values, except the part with `own`.
fn between(decision: &NumericDecision, own: f64, from: f64, to: f64, rows: &[(f64, u64)]) -> Vec<Cell> {
    // A row is accepted by every cutoff below its value plus the tolerance, and by none from there on.
    let mut borders: Vec<(f64, f64, u64)> = rows.iter().map(|&(value, row)| (value + TOLERANCE, value, row)).collect();
    borders.dedup_by(|a, b| a.0.total_cmp(&b.0).is_eq());
    let inside: Vec<_> = borders.iter().copied().filter(|(border, ..)| from < *border && *border <= to).collect();
    let starts = std::iter::once(from).chain(inside.iter().map(|(border, ..)| *border));
    let ends = inside.iter().map(|(border, ..)| *border).map(Some).chain(std::iter::once(None));
    let mut cells = Vec::new();
    for (start, end) in starts.zip(ends) {
        let ends_before = |value: f64| end.map_or(value <= to, |end| value < end);
        if start <= own && ends_before(own) {
            continue;
        }
        let above = start > own;
        let value = plainest(start, end, to, above);
        // What changes first on the way from the study's own value.
        let edge = if above {
            borders.iter().find(|(border, ..)| *border > own)
        } else {
            borders.iter().rfind(|(border, ..)| *border <= own)
        };
        let last = if above {
            borders.iter().rfind(|(border, ..)| *border <= value)
        } else {
            borders.iter().find(|(border, ..)| *border > value)
        };
        let edge =
            last.or(edge).map(|&(_, value, row)| Edge { decision: decision.clone(), value, above, row: Some(row) });
        cells.push(Cell { value, away: (value - own).abs(), edge });
    }
    cells
}

/// The value with the fewest decimals between `start` (included) and `end` (excluded, or `to` included), the nearest to
/// the study's own value.
fn plainest(start: f64, end: Option<f64>, to: f64, from_below: bool) -> f64 {
    let fits = |value: f64| value >= start && end.map_or(value <= to, |end| value < end);
    let mut scale = 10.0;
    for _ in 0..15 {
        scale *= 10.0;
        let value =
            if from_below { (start * scale).ceil() / scale } else { (end.unwrap_or(to) * scale).floor() / scale };
        if fits(value) {
            return value;
        }
    }
    start
}

/// The frequency cutoffs within the values of `dimension`, the study's own first; beyond the largest row nothing
/// changes.
fn counts(dimension: Option<&Dimension>, findings: &Findings) -> Vec<Cell> {
    let own = findings.frequency;
    let largest = findings.rows.iter().map(|row| row.cases.len()).max().unwrap_or_default();
    let values: Vec<usize> = match dimension {
        None => Vec::new(),
        Some(Dimension::List(values)) => values.iter().filter_map(Decision::number).map(count).collect(),
        Some(&Dimension::Between { from, to, .. }) => {
            (count(from)..=count(to).min(largest + 1).max(count(from))).collect()
        }
    };
    let cell = |value: usize| Cell { value: real(value), away: real(value.abs_diff(own)), edge: None };
    std::iter::once(Cell::own(real(own))).chain(values.into_iter().filter(|value| *value != own).map(cell)).collect()
}

/// An integer of a study file, already checked.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole, and at least 1, by the parser")]
pub(super) fn count(value: f64) -> usize {
    value as usize
}

#[expect(clippy::cast_precision_loss, reason = "counts of cases are far below 2^52")]
fn real(value: usize) -> f64 {
    value as f64
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use equifinal_study::cuts::at_least;

    use super::*;

    /// The rows that a cutoff accepts.
    fn accepted(rows: &[(f64, u64)], cutoff: f64) -> Vec<u64> {
        rows.iter().filter(|(value, _)| at_least(Some(*value), cutoff)).map(|(_, row)| *row).collect()
    }

    #[test]
    fn cells_cover_all_truth_tables_of_a_fine_search() {
        let rows = [(0.7512, 3), (0.78, 9), (0.7800000001, 4), (0.8, 1), (0.80004, 7), (0.91, 2)];
        for (own, from, to) in
            [(0.8, 0.75, 0.85), (0.8, 0.8, 0.92), (0.77, 0.70, 0.78), (0.5, 0.79, 0.81), (0.8, 0.8, 0.8)]
        {
            let cells = between(&NumericDecision::Consistency, own, from, to, &rows);
            let tables: BTreeSet<Vec<u64>> =
                cells.iter().map(|cell| cell.value).chain([own]).map(|cutoff| accepted(&rows, cutoff)).collect();
            assert!(cells.iter().all(|cell| (from..=to).contains(&cell.value)), "{cells:?}");
            let steps = (0..=u32::MAX).map(|step| from + f64::from(step) * 1e-5).take_while(|cutoff| *cutoff <= to);
            for cutoff in steps.chain([to]) {
                let table = accepted(&rows, cutoff);
                assert!(tables.contains(&table), "cutoff {cutoff} of {own}: {table:?} is not in {tables:?}");
            }
            assert!(cells.len() <= rows.len(), "{cells:?}");
        }
    }

    #[test]
    fn cells_have_a_round_value_and_the_changed_row() {
        let rows = [(0.717_461, 22), (0.781, 3)];
        let told = |own, from, to| -> Vec<String> {
            between(&NumericDecision::Pri, own, from, to, &rows)
                .iter()
                .map(|cell| match &cell.edge {
                    Some(Edge { value, above, row: Some(row), .. }) => format!("{} {value} {above} {row}", cell.value),
                    _ => cell.value.to_string(),
                })
                .collect()
        };
        assert_eq!(told(0.5, 0.4, 0.8), ["0.72 0.717461 true 22", "0.79 0.781 true 3"]);
        assert_eq!(told(0.8, 0.7, 0.8), ["0.71 0.717461 false 22", "0.78 0.781 false 3"]);
        assert_eq!(told(0.5, 0.4, 0.6), [""; 0]);
    }
}
