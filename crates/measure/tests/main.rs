//! The measures against published and recomputed numbers.

mod agreement;
mod numbers;
mod scales;
mod screening;
mod survey;
