//! Turns findings on panel data into their fit between periods and within units (Garcia-Castro & Ariño 2016).
//!
//! A case is a unit in a period. [`fit`] computes consistency and coverage of the solution, of its terms and of every
//! condition as a necessary one: pooled over all cases, between (over the units of each period) and within (over the
//! periods of each unit). Cells without a case are missing: they enter no sum, so balanced and unbalanced panels are
//! computed alike. [`partition`] compares an analysis with itself in parts of its cases.

mod cells;
mod difference;
mod distance;
mod entry;
mod fate;
mod fit;
mod grouped;
mod left_out;
mod moves;
mod partition;
mod transfer;

pub use cells::{Cells, Group};
pub use difference::DifferenceTest;
pub use distance::distance;
pub use entry::{Clustered, Entry};
pub use fate::{Fate, TermFate};
pub use fit::{ModelFit, PanelFindings, PanelTests, fit};
pub use grouped::grouped;
pub use left_out::{LeftOut, left_out};
pub use moves::{Move, Step};
pub use partition::{AnalysedPart, Diversity, Part, Partition, PooledInPart, Sums, partition};
pub use transfer::{TermTransfer, Transfer};
