//! Comparison with R `cna` 4.0 and `frscore` 0.5, and with enumeration.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "tests read the reference in place, and stop where it does not read as documented"
)]

mod cases;
mod causal_chains;
mod configurations;
mod enumeration;
mod models;
mod scores;
