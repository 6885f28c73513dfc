//! Memberships become necessity, truth table and solutions.

pub mod findings;
pub mod term;
