//! Survey statistics: shares with intervals, tables by group, and tests of groups.

mod groups;
mod shares;

pub use groups::{Crossing, KruskalWallis, MannWhitney, Welch, cross, kruskal_wallis, mann_whitney, welch};
pub use shares::{Frequency, Share, frequencies, wilson};
