//! The exit codes, a public contract.

use std::process::{ExitCode, Termination};

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub(crate) enum Exit {
    /// All done. A refused solution is also a result.
    Fine = 0,
    /// A bug in the program.
    Bug = 1,
    /// The command line is invalid, a file cannot be read or written, or a registered plan or ledger was altered.
    Usage = 2,
    /// The study file is refused, for something that its text alone decides.
    StudyRefused = 3,
    /// The data are refused.
    DataRefused = 4,
    /// A committed report is not what its study gives, or a concern is not answered where the study has a gate.
    Stale = 5,
    /// A claim does not hold or cannot be decided.
    ClaimBroken = 6,
    /// The user or the system stopped the program.
    Interrupted = 7,
}

impl Exit {
    /// The code that the process returns.
    pub(crate) fn code(self) -> u8 {
        self as u8
    }
}

impl Termination for Exit {
    fn report(self) -> ExitCode {
        ExitCode::from(self.code())
    }
}
