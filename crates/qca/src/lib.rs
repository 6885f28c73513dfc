//! Memberships become necessity, truth table and solutions.
//!
//! [`analyse`] runs one analysis; `findings` says what comes out. Start reading at `truth_table`.

mod analyse;
mod counterfactual;
mod dnf;
mod error;
pub mod findings;
mod fit;
pub mod minimise;
mod necessity;
mod paths;
mod row_sums;
mod sample;
mod solve;
pub mod space;
pub mod term;
mod truth_table;

pub use analyse::analyse;
pub use error::QcaError;
pub use minimise::budget::Budget;
