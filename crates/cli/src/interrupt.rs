//! Ctrl-C and its kin: the program ends at once, but never in the middle of replacing a report, and leaves nothing that
//! was only for its work.

use std::io::Write;
use std::process;
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::exit::Exit;
use crate::temporary;

/// Held while something is changed that must be changed whole.
static CRITICAL: Mutex<()> = Mutex::new(());

/// Holds off interruption until the guard is dropped.
pub(crate) fn hold_off() -> MutexGuard<'static, ()> {
    CRITICAL.lock().unwrap_or_else(PoisonError::into_inner)
}

/// From now on an interruption ends the program with its exit code.
pub(crate) fn install() {
    let installed = ctrlc::set_handler(|| {
        let _whole = hold_off();
        let _none_left = temporary::remove_all();
        // Nobody may be listening any more.
        let _ = writeln!(std::io::stderr(), "interrupted; reports are as they were or whole");
        process::exit(i32::from(Exit::Interrupted.code()));
    });
    if let Err(error) = installed {
        tracing::warn!("interruptions will not be told apart from crashes: {error}");
    }
}
