//! Compares the measures with published and recomputed numbers.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod agreement;
mod numbers;
mod scales;
mod screening;
mod survey;
