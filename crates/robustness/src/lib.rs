//! The same study under other decisions, and whether its claims hold.
//!
//! `decisions` are what could have been decided otherwise, `scenario` runs a study under them from the raw table on,
//! `universe` does the same for what decides the solutions alone, remembering in `memory` what the next may need. `alternatives` runs
//! the study again under changes that it names itself, `crossover` under the other readings of a membership near 0.5;
//! `comparison` says what became of the solution. `claims` judges what the paper says.

pub mod alternatives;
pub mod claims;
pub mod comparison;
pub mod crossover;
pub mod decisions;
pub mod memory;
pub mod scenario;
pub mod universe;
