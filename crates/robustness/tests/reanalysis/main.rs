//! Tests of studies under other decisions.
#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "tests read studies and references in place, and stop at the first surprise"
)]

mod budgets;
mod chance;
mod changes;
mod claims;
mod contraries;
mod cores;
mod decisions;
mod ends;
mod impossible;
mod kinds;
mod maps;
mod measurement_error;
mod multiverse;
mod own;
mod ranges;
mod reference;
mod small;
mod thresholds;
mod tied;
mod universes;
mod universes_counted;
