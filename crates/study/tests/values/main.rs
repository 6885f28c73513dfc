//! The values that every stage speaks: arithmetic, expressions, names, tables, decisions and draws.

mod arithmetic;
mod decisions;
mod draws;
mod expressions;
mod logic;
mod order;
mod tables;
mod words;
