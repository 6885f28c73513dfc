//! The crate against R `NCA` 5.0.1, against brute force, and against the laws that its results obey.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "tests read the reference in place, say what was compared, and stop where it does not read as documented"
)]

mod demands;
mod differences;
mod golden;
mod grids;
mod influence;
mod laws;
mod refusals;
