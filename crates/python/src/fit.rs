//! Fit of one set as a condition of another.

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

/// The named measures of a fit; `None` for 0/0.
type Measures = Vec<(&'static str, Option<f64>)>;

/// Fit of x as a sufficient condition of y: consistency, PRI, coverage.
#[pyfunction]
pub(crate) fn sufficiency(x: Vec<f64>, y: Vec<f64>) -> PyResult<Measures> {
    check(&x, &y)?;
    let found = equifinal_qca::sufficiency(&x, &y);
    Ok(vec![("consistency", found.consistency), ("pri", found.pri), ("coverage", found.coverage)])
}

/// Fit of x as a necessary condition of y: consistency, coverage, relevance of necessity.
#[pyfunction]
pub(crate) fn necessity(x: Vec<f64>, y: Vec<f64>) -> PyResult<Measures> {
    check(&x, &y)?;
    let found = equifinal_qca::necessity(&x, &y);
    Ok(vec![("consistency", found.consistency), ("coverage", found.coverage), ("relevance", found.relevance)])
}

/// Refuses memberships that are not in [0, 1], and columns of different lengths.
fn check(x: &[f64], y: &[f64]) -> PyResult<()> {
    if x.len() != y.len() {
        let (x, y) = (x.len(), y.len());
        return Err(PyValueError::new_err(format!("x has {x} memberships and y has {y}: give one of each per case")));
    }
    for (name, values) in [("x", x), ("y", y)] {
        if let Some(at) = values.iter().position(|value| !(0.0..=1.0).contains(value)) {
            let value = values.get(at).copied().unwrap_or(f64::NAN);
            return Err(PyValueError::new_err(format!(
                "{name}[{at}] is {value}, not a membership from 0 to 1: calibrate it first, or leave the case out"
            )));
        }
    }
    Ok(())
}
