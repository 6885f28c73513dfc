//! The values that every stage speaks: arithmetic, and expressions.

mod arithmetic;
mod expressions;
