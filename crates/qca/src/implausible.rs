//! The rows that a study declares implausible.

use equifinal_study::config::{Analysis, Rows};

use crate::dnf::Dnf;
use crate::error::QcaError;
use crate::space::Cube;

/// The cubes of each entry that the study declares implausible, including observed rows.
pub(crate) fn implausible(analysis: &Analysis, dnf: &Dnf<'_>) -> Result<Vec<Vec<Cube>>, QcaError> {
    let row = |&number: &u64| {
        let (analysis, rows) = (analysis.name.clone(), dnf.space.rows());
        let levels = dnf.space.levels_of(number).ok_or(QcaError::NoRow { analysis, row: number, rows })?;
        Ok(dnf.space.row(&levels))
    };
    let cubes = analysis.implausible.iter().map(|implausible| match &implausible.rows {
        Rows::Expression(expression) => dnf.cubes(expression),
        Rows::Numbers(numbers) => numbers.iter().map(row).collect(),
    });
    cubes.collect()
}
