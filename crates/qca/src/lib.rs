//! Memberships become necessity, truth table and solutions.
//!
//! [`analyse`] runs one analysis; `findings` says what comes out. Start reading at `truth_table`.
//! `frame` gives rows and models alone, for sweeps.
//! `observed` says what the truth table shows beside its solutions.
//! `certain` bounds what can change between two sets of memberships. `algebra` computes with expressions, `relation` tests any of them against the cases.

pub mod algebra;
mod analyse;
pub mod certain;
mod certificate;
pub mod combinations;
mod consistent;
pub mod core;
mod counterfactual;
mod crossover;
mod dnf;
mod error;
mod excluded;
mod expectations;
pub mod findings;
mod fit;
pub mod frame;
mod ledger;
pub mod minimise;
pub mod necessity;
pub mod observed;
mod paths;
mod problem;
mod refusal;
pub mod relation;
mod row_sums;
mod sample;
mod solve;
pub mod space;
mod sufficiency;
pub mod term;
mod theory;
mod truth_table;
mod union;
mod unproven;

pub use analyse::{analyse, parsimonious_only};
pub use certificate::{Flaw, Procedure, Refuted};
pub use dnf::Misfit;
pub use error::QcaError;
pub use fit::sufficiency;
pub use minimise::budget::Budget;
pub use sufficiency::sufficiency_of;
