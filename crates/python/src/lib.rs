//! The module `equifinal._equifinal`: what the Python package `equifinal` takes from the engine and the command.
//!
//! Python hands over texts, bytes and tables and gets bytes of results back; the classes that people use are written in
//! Python, in `python/equifinal`. Work runs without Python's lock, and Ctrl-C is heard while it runs.

mod fit;
mod frame;
mod frame_capsule;
mod refusal;
mod run;
mod watched;

use pyo3::prelude::*;

/// The functions and classes of the module.
#[pymodule]
fn _equifinal(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add("__version__", env!("CARGO_PKG_VERSION"))?;
    module.add("EquifinalError", module.py().get_type::<refusal::EquifinalError>())?;
    module.add("StudyError", module.py().get_type::<refusal::StudyError>())?;
    module.add("DataError", module.py().get_type::<refusal::DataError>())?;
    module.add_class::<run::Run>()?;
    module.add_function(wrap_pyfunction!(run::run_memory, module)?)?;
    module.add_function(wrap_pyfunction!(run::run_file, module)?)?;
    module.add_function(wrap_pyfunction!(run::command, module)?)?;
    module.add_function(wrap_pyfunction!(run::schema, module)?)?;
    module.add_function(wrap_pyfunction!(fit::sufficiency, module)?)?;
    module.add_function(wrap_pyfunction!(fit::necessity, module)?)?;
    Ok(())
}
