//! The checked study file: a researcher's decisions, in types that exclude contradictions.

mod analysis;
mod budget;
mod chain;
mod claim;
mod coding;
mod concern;
pub mod decision;
mod evaluation;
mod instrument;
mod nca;
mod number;
mod published;
mod resample;
mod robustness;
mod sets;
mod survey;
mod tables;
mod whole;

pub use analysis::*;
pub use budget::*;
pub use chain::*;
pub use claim::*;
pub use coding::*;
pub use concern::*;
pub use decision::{Anchor, Decision, Dimension, NumericDecision};
pub use evaluation::*;
pub use instrument::*;
pub use nca::*;
pub use number::*;
pub use published::*;
pub use resample::*;
pub use robustness::*;
pub use sets::*;
pub use survey::*;
pub use tables::*;
pub use whole::*;
