//! Work that runs without Python's lock, while Ctrl-C is heard.

use std::sync::Mutex;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use pyo3::exceptions::PyRuntimeError;
use pyo3::prelude::*;

/// The time after which signals are looked at again.
const PATIENCE: Duration = Duration::from_millis(20);

/// Does `work` on a thread of its own. If the user interrupts, `KeyboardInterrupt` is raised at once; the thread ends with
/// its work, or with the process.
pub(crate) fn watched<T: Send + 'static>(py: Python<'_>, work: impl FnOnce() -> T + Send + 'static) -> PyResult<T> {
    let (done, wait) = mpsc::channel();
    let wait = Mutex::new(wait);
    thread::spawn(move || done.send(work()));
    loop {
        let found = py.detach(|| match wait.lock() {
            Ok(wait) => wait.recv_timeout(PATIENCE),
            Err(_) => Err(RecvTimeoutError::Disconnected),
        });
        match found {
            Ok(found) => return Ok(found),
            Err(RecvTimeoutError::Timeout) => py.check_signals()?,
            Err(RecvTimeoutError::Disconnected) => {
                return Err(PyRuntimeError::new_err("a bug in equifinal: the work ended without a result"));
            }
        }
    }
}
