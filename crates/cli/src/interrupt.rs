//! Interrupts (Ctrl-C and similar signals): the program ends at once, but never while it replaces a report, and removes
//! its temporary files.

use crate::language::tell;
use std::io::Write;
use std::process;
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};

use crate::exit::Exit;
use crate::temporary;

/// Locked during changes that must be complete.
static CRITICAL: Mutex<()> = Mutex::new(());

/// The exit code of an interruption that is the regular end of a command.
static REGULAR_END: OnceLock<Exit> = OnceLock::new();

/// Makes interruption the regular end of a command, with this exit code.
pub(crate) fn ends_with(exit: Exit) {
    REGULAR_END.get_or_init(|| exit);
}

/// Delays interruption until the guard is dropped.
pub(crate) fn hold_off() -> MutexGuard<'static, ()> {
    CRITICAL.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Installs the handler that ends the program with the exit code of an interruption.
pub(crate) fn install() {
    let installed = ctrlc::set_handler(|| {
        let _whole = hold_off();
        let _none_left = temporary::remove_all();
        if let Some(exit) = REGULAR_END.get() {
            process::exit(i32::from(exit.code()));
        }
        // Nobody may be listening any more.
        let _ = writeln!(std::io::stderr(), "{}", tell!("interrupted"));
        process::exit(i32::from(Exit::Interrupted.code()));
    });
    if let Err(error) = installed {
        tracing::warn!("{}", tell!("interrupt-unset", error = error.to_string()));
    }
}
