//! Tables of other libraries, taken over by Arrow's C stream interface without a copy.

use std::ffi::c_void;

use polars::prelude::{Column, IntoColumn, PlSmallStr, PolarsError, Series};
use polars_arrow::array::{Array, StructArray};
use polars_arrow::ffi::{ArrowArrayStream, ArrowArrayStreamReader};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::PyCapsule;

/// The columns of the stream in a capsule of the [PyCapsule interface](https://arrow.apache.org/docs/format/CDataInterface/PyCapsuleInterface.html).
pub(crate) fn columns_of_capsule(capsule: &Bound<'_, PyAny>) -> PyResult<Vec<Column>> {
    let capsule = capsule.cast::<PyCapsule>()?;
    let stream = capsule.pointer_checked(Some(c"arrow_array_stream"))?;
    let chunks = chunks(stream.as_ptr()).map_err(refused)?;
    let (names, mut columns) = chunks;
    let column = |(name, chunks): (String, Vec<Box<dyn Array>>)| {
        let series = Series::try_from((PlSmallStr::from(name.as_str()), chunks));
        series.map(Series::into_column).map_err(|error| {
            PyValueError::new_err(format!("column {name} cannot be taken over: {error}; give numbers or texts"))
        })
    };
    let rest = columns.split_off(names.len().min(columns.len()));
    debug_assert!(rest.is_empty());
    names.into_iter().zip(columns).map(column).collect()
}

/// The words of an error of the table library.
pub(crate) fn refused(error: PolarsError) -> PyErr {
    PyValueError::new_err(format!("the table cannot be taken over: {error}"))
}

/// The names of the columns, and the chunks of each.
type Chunks = (Vec<String>, Vec<Vec<Box<dyn Array>>>);

/// Reads a stream to its end; it is empty afterwards.
#[expect(unsafe_code, reason = "Arrow's C stream interface is pointers")]
fn chunks(stream: *mut c_void) -> Result<Chunks, PolarsError> {
    // SAFETY: a capsule of this name holds a valid stream (the PyCapsule interface). What is moved out of it leaves an
    // empty stream behind, which its owner releases without effect.
    let stream = unsafe { std::ptr::replace(stream.cast::<ArrowArrayStream>(), ArrowArrayStream::empty()) };
    // SAFETY: as before; a released stream is refused.
    let mut reader = unsafe { ArrowArrayStreamReader::try_new(Box::new(stream)) }?;
    let names: Vec<String> = match reader.field().dtype() {
        polars_arrow::datatypes::ArrowDataType::Struct(fields) => {
            fields.iter().map(|field| field.name.to_string()).collect()
        }
        _ => Vec::new(),
    };
    let mut columns: Vec<Vec<Box<dyn Array>>> = names.iter().map(|_| Vec::new()).collect();
    // SAFETY: as before.
    while let Some(batch) = unsafe { reader.next() } {
        let batch = batch?;
        if let Some(batch) = batch.as_any().downcast_ref::<StructArray>() {
            for (column, values) in columns.iter_mut().zip(batch.values()) {
                column.push(values.clone());
            }
        }
    }
    Ok((names, columns))
}
