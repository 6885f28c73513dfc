//! The settings at which a claim has to be evaluated so that it is known over a whole range.
//!
//! A cutoff changes a truth table only at a row's own value, so one setting represents all between two such values.
//! Settings with equal truth tables are evaluated once.

use std::collections::BTreeSet;

use equifinal_qca::findings::{Findings, Row};
use equifinal_study::config::{Across, AnchorName, Span, TruthTableCuts};
use equifinal_study::cuts::{TOLERANCE, at_least};

use super::setting::Setting;
use super::verdict::{Edge, Reason};

/// The settings evaluated for one claim.
#[derive(Debug)]
pub(super) struct TestedSettings {
    /// The settings other than the study's own, the nearest first.
    pub(super) settings: Vec<Other>,
    /// True if they represent the whole range of the claim.
    pub(super) exact: bool,
}

/// A setting other than the study's own.
#[derive(Debug, Clone)]
pub(super) struct Other {
    /// The setting.
    pub(super) setting: Setting,
    /// The value at which results change on the way to it.
    pub(super) edge: Option<Edge>,
}

/// The settings that represent `across`; `chosen` is the study's own value of an anchor.
///
/// # Errors
/// More combinations of cutoffs than `most`.
pub(super) fn across(
    across: &Across,
    findings: &Findings,
    chosen: Option<f64>,
    most: usize,
) -> Result<TestedSettings, Reason> {
    match across {
        Across::Alternatives(ids) => {
            let other = |id: &String| Other { setting: Setting::Alternative(id.clone()), edge: None };
            Ok(TestedSettings { settings: ids.iter().map(other).collect(), exact: true })
        }
        Across::Cutoffs { consistency, pri, frequency } => {
            let cuts = &findings.analysis.truth_table;
            let consistencies =
                shares("consistency", cuts.consistency, consistency.as_ref(), findings, |row| row.consistency);
            let pris = shares("pri", cuts.pri, pri.as_ref(), findings, |row| row.pri);
            let frequencies = counts(frequency.as_ref(), findings);
            let settings = combined([&consistencies, &pris, &frequencies], findings, most)?;
            Ok(TestedSettings { settings, exact: true })
        }
        Across::Anchor { anchor, span } => Ok(anchors(anchor, span, chosen)),
    }
}

/// A value of one decision that represents its neighbours.
#[derive(Debug, Clone)]
struct Cell {
    value: f64,
    /// Distance from the study's own value.
    away: f64,
    edge: Option<Edge>,
}

impl Cell {
    fn own(value: f64) -> Self {
        Self { value, away: 0.0, edge: None }
    }
}

/// One value of a cutoff for each truth table within `span`, the study's own first.
fn shares(
    decision: &'static str,
    own: f64,
    span: Option<&Span>,
    findings: &Findings,
    of: impl Fn(&Row) -> Option<f64>,
) -> Vec<Cell> {
    let mut cells = vec![Cell::own(own)];
    match span {
        None => {}
        Some(Span::Values(values)) => {
            cells.extend(values.iter().map(|&value| Cell { value, away: (value - own).abs(), edge: None }))
        }
        Some(&Span::Range { from, to }) => {
            let rows = findings.rows.iter().filter(|row| !row.cases.is_empty());
            let mut rows: Vec<(f64, u64)> = rows.filter_map(|row| Some((of(row)?, row.number))).collect();
            rows.sort_by(|a, b| a.0.total_cmp(&b.0));
            cells.extend(between(decision, own, from, to, &rows));
        }
    }
    cells
}

/// One value for each part of `from ..= to` between rows' values, except the part with `own`.
fn between(decision: &'static str, own: f64, from: f64, to: f64, rows: &[(f64, u64)]) -> Vec<Cell> {
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
        let edge = last.or(edge).map(|&(_, value, row)| Edge { decision, value, above, row: Some(row) });
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

/// The frequency cutoffs within `span`, the study's own first; beyond the largest row nothing changes.
fn counts(span: Option<&Span>, findings: &Findings) -> Vec<Cell> {
    let own = findings.frequency;
    let largest = findings.rows.iter().map(|row| row.cases.len()).max().unwrap_or_default();
    let values: Vec<usize> = match span {
        None => Vec::new(),
        Some(Span::Values(values)) => values.iter().map(|&value| count(value)).collect(),
        Some(&Span::Range { from, to }) => (count(from)..=count(to).min(largest + 1).max(count(from))).collect(),
    };
    let cell = |value: usize| Cell { value: real(value), away: real(value.abs_diff(own)), edge: None };
    std::iter::once(Cell::own(real(own))).chain(values.into_iter().filter(|value| *value != own).map(cell)).collect()
}

/// An integer of a study file, already checked.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole, and at least 1, by the parser")]
fn count(value: f64) -> usize {
    value as usize
}

#[expect(clippy::cast_precision_loss, reason = "counts of cases are far below 2^52")]
fn real(value: usize) -> f64 {
    value as f64
}

/// Every combination with a distinct truth table: fewest changes first, then the nearest.
fn combined(
    [consistencies, pris, frequencies]: [&[Cell]; 3],
    findings: &Findings,
    most: usize,
) -> Result<Vec<Other>, Reason> {
    let size = consistencies.len().saturating_mul(pris.len()).saturating_mul(frequencies.len());
    if size > most {
        return Err(Reason::TooMany { settings: size, most });
    }
    let mut all: Vec<[&Cell; 3]> = Vec::with_capacity(size);
    for consistency in consistencies {
        for pri in pris {
            all.extend(frequencies.iter().map(|frequency| [consistency, pri, frequency]));
        }
    }
    let changed = |cells: &[&Cell; 3]| cells.iter().filter(|cell| cell.away > 0.0).count();
    let away = |cells: &[&Cell; 3]| cells.iter().map(|cell| cell.away).sum::<f64>();
    all.sort_by(|a, b| changed(a).cmp(&changed(b)).then(away(a).total_cmp(&away(b))));
    let mut seen = BTreeSet::new();
    all.retain(|cells| seen.insert(table(cells, findings)));
    // The first is the study's own.
    Ok(all.iter().skip(1).map(other).collect())
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

fn other([consistency, pri, frequency]: &[&Cell; 3]) -> Other {
    let changed = |cell: &Cell| (cell.away > 0.0).then_some(cell.value);
    let mut edges = [consistency, pri, frequency].into_iter().filter(|cell| cell.away > 0.0);
    // With several decisions changed no single value is the border.
    let edge = edges.next().filter(|_| edges.next().is_none()).and_then(|cell| cell.edge.clone());
    let setting = Setting::Cutoffs {
        consistency: changed(consistency),
        pri: changed(pri),
        frequency: changed(frequency).map(count),
    };
    Other { setting, edge }
}

/// Number of values that represent a range of an anchor if it cannot be proven.
const STEPS: u32 = 200;

/// Values of an anchor: those named, or evenly spaced ones; the nearest to the study's own first.
fn anchors(anchor: &AnchorName, span: &Span, chosen: Option<f64>) -> TestedSettings {
    let (mut values, exact) = match span {
        Span::Values(values) => (values.clone(), true),
        &Span::Range { from, to } => {
            let step = |at: u32| from + (to - from) * f64::from(at) / f64::from(STEPS);
            ((0..=STEPS).map(step).collect(), false)
        }
    };
    if let Some(chosen) = chosen {
        values.sort_by(|a, b| (a - chosen).abs().total_cmp(&(b - chosen).abs()));
    }
    let other = |value: f64| Other { setting: Setting::Anchor { anchor: anchor.clone(), value }, edge: None };
    TestedSettings { settings: values.into_iter().map(other).collect(), exact }
}

#[cfg(test)]
mod tests {
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
            let cells = between("consistency", own, from, to, &rows);
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
            between("pri", own, from, to, &rows)
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
