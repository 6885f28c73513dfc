//! Shared by the tests of several crates: optional test material, and a check of imported platform functions.
//!
//! A dependency of tests only. Its functions panic where a test has failed.

pub mod imports;
pub mod needs;
