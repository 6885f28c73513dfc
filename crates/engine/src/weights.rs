//! The survey weights of the cases.

use std::collections::BTreeMap;

use equifinal_study::config::{DataTable, Study};
use equifinal_study::say;
use equifinal_study::table::{CaseTable, Cells};

use crate::error::EngineError;

/// The weights of the cases by id, with the column that they come from.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct CaseWeights {
    pub(crate) column: String,
    pub(crate) by_case: BTreeMap<String, f64>,
}

/// The column of weights that the study declares.
pub(crate) fn column(tables: &[DataTable]) -> Option<&str> {
    tables.iter().find_map(|table| table.weight.as_deref())
}

/// The weights of the cases, if the study declares them.
///
/// # Errors
/// Every case whose weight is not above 0.
pub(crate) fn weights(study: &Study, table: &CaseTable) -> Result<Option<CaseWeights>, EngineError> {
    let Some(column) = column(&study.tables) else { return Ok(None) };
    let found = table.columns.iter().filter(|own| own.name == column).find_map(|own| match &own.cells {
        Cells::Numbers(numbers) => Some(numbers),
        Cells::Texts(..) => None,
    });
    let Some(numbers) = found else { return Ok(None) };
    let wrong = |((case, &line), &weight): ((&String, &usize), &f64)| {
        (weight <= 0.0).then(|| say!("weight-not-positive", line, column, case, weight = weight.to_string()))
    };
    let problems: Vec<_> = table.cases.iter().zip(&table.lines).zip(numbers).filter_map(wrong).collect();
    if !problems.is_empty() {
        return Err(EngineError::Weights { file: table.file.clone(), problems });
    }
    let by_case = table.cases.iter().cloned().zip(numbers.iter().copied()).collect();
    Ok(Some(CaseWeights { column: column.to_owned(), by_case }))
}
