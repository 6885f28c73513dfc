//! Tables of Python as files in memory that the engine reads: no value passes through text.
//!
//! A table is written as an uncompressed Parquet file, which keeps numbers, texts and missing values as they are. The
//! same file on disk gives the same results.

use polars::prelude::{
    Column, DataFrame, IntoColumn, NamedFrom, ParquetCompression, ParquetWriter, PlSmallStr, Series,
};
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyList};

use crate::frame_capsule::{columns_of_capsule, refused};

/// The bytes of a table: anything with Arrow's `__arrow_c_stream__`, or a dictionary of lists.
pub(crate) fn parquet(table: &Bound<'_, PyAny>) -> PyResult<Vec<u8>> {
    let columns = if table.hasattr("__arrow_c_stream__")? {
        columns_of_capsule(&table.call_method0("__arrow_c_stream__")?)?
    } else if let Ok(lists) = table.cast::<PyDict>() {
        columns_of_lists(lists)?
    } else {
        let kind = table.get_type().name()?;
        return Err(PyTypeError::new_err(format!(
            "the data are a {kind}: give a table of pandas, polars or pyarrow, or a dictionary of lists"
        )));
    };
    let height = columns.first().map_or(0, Column::len);
    if let Some(other) = columns.iter().find(|column| column.len() != height) {
        let (name, length) = (other.name(), other.len());
        return Err(PyValueError::new_err(format!("column {name} has {length} values and the first has {height}")));
    }
    let mut frame = DataFrame::new(height, columns).map_err(refused)?;
    let mut bytes = Vec::new();
    let writer = ParquetWriter::new(&mut bytes).with_compression(ParquetCompression::Uncompressed);
    writer.finish(&mut frame).map_err(refused)?;
    Ok(bytes)
}

/// Columns from lists: numbers where every value is one or `None`, texts otherwise.
fn columns_of_lists(lists: &Bound<'_, PyDict>) -> PyResult<Vec<Column>> {
    let mut columns = Vec::new();
    for (name, values) in lists {
        let name: String = name.extract()?;
        let values = values.cast::<PyList>().map_err(|_| {
            PyTypeError::new_err(format!("column {name} is not a list: give one value per case, `None` where it lacks"))
        })?;
        let column = match values.extract::<Vec<Option<f64>>>() {
            Ok(numbers) => Series::new(PlSmallStr::from(name.as_str()), numbers),
            Err(_) => {
                let mut texts = Vec::with_capacity(values.len());
                for value in values {
                    texts.push(if value.is_none() { None } else { Some(value.str()?.to_string()) });
                }
                Series::new(PlSmallStr::from(name.as_str()), texts)
            }
        };
        columns.push(column.into_column());
    }
    Ok(columns)
}
