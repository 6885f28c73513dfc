//! What tests of several crates share: the material that they need beside the source, and a look at what a program takes
//! from its platform.
//!
//! A dependency of tests only. Its functions panic where a test has failed.

pub mod imports;
pub mod needs;
