//! Responses and codings become one score per case and set, with their reliability.
//!
//! `items` is the complete matrix of answers on which `descriptives`, `alpha`, `adequacy`, `factors`, `cfa`,
//! `validity` and `aggregation` rest; `agreement` compares coders. `flow` says how many records each stage of a search took in,
//! excluded and let through.

pub mod adequacy;
pub mod aggregation;
pub mod agreement;
pub mod alpha;
pub mod cfa;
pub mod descriptives;
mod draws;
pub mod factors;
pub mod flow;
pub mod items;
pub mod validity;

pub use flow::{Stage, stages};
