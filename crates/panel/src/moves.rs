//! The moves of units between rows of the truth table, from each period to the next.

use std::collections::BTreeMap;

use equifinal_qca::findings::Findings;

use crate::cells::Cells;

/// The way from one period to the next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The period before.
    pub from: String,
    /// The period after.
    pub to: String,
    /// The moves, by row before and row after.
    pub moves: Vec<Move>,
    /// Units that are in a row before, and in none after, in natural order.
    pub gone: Vec<String>,
    /// Units that are in a row after, and in none before, in natural order.
    pub come: Vec<String>,
}

/// Units that are in one row before and in another, or the same, after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Move {
    /// The number of the row before.
    pub from: u64,
    /// The number of the row after.
    pub to: u64,
    /// The units, in natural order.
    pub units: Vec<String>,
}

/// The steps between the periods that have a case. A unit without a case in a row in either period makes no move.
pub(crate) fn steps(findings: &Findings, cells: &Cells) -> Vec<Step> {
    let mut rows = vec![None; findings.cases.len()];
    for row in &findings.rows {
        for &case in &row.cases {
            if let Some(own) = rows.get_mut(case) {
                *own = Some(row.number);
            }
        }
    }
    let pairs = cells.periods.windows(2).filter_map(|pair| Some((pair.first()?, pair.get(1)?)));
    pairs
        .map(|(before, after)| {
            let (mut moves, mut gone, mut come) = (BTreeMap::<(u64, u64), Vec<String>>::new(), Vec::new(), Vec::new());
            for unit in &cells.units {
                let row = |period| cells.at(unit, period).and_then(|case| rows.get(case).copied().flatten());
                match (row(before), row(after)) {
                    (Some(from), Some(to)) => moves.entry((from, to)).or_default().push(unit.name.clone()),
                    (Some(_), None) => gone.push(unit.name.clone()),
                    (None, Some(_)) => come.push(unit.name.clone()),
                    (None, None) => {}
                }
            }
            let moves = moves.into_iter().map(|((from, to), units)| Move { from, to, units }).collect();
            Step { from: before.name.clone(), to: after.name.clone(), moves, gone, come }
        })
        .collect()
}
