//! The values that every stage speaks: arithmetic, expressions, names, tables, decisions and draws.
#![expect(clippy::panic, clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod arithmetic;
mod decisions;
mod draws;
mod expressions;
mod logic;
mod order;
mod tables;
mod words;
