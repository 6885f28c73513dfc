//! The same study under other decisions, and whether its claims hold.
//!
//! `alternatives` runs the study again under changes that it names itself, `crossover` under the
//! other readings of a membership near 0.5; `comparison` says what became of the solution.

pub mod alternatives;
pub mod comparison;
pub mod crossover;
