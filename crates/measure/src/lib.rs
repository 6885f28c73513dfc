//! Responses and codings become one score per case and set, with their reliability.
//!
//! `flow` says how many records each stage of a search took in, excluded and let through.

pub mod flow;

pub use flow::{Stage, stages};
