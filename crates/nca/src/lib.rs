//! Necessary condition analysis (Dul 2016): scores or memberships become ceilings, effect sizes and bottlenecks.
//!
//! A condition is necessary in degree if a corner of its scatter plot with the outcome is empty. Start reading at
//! [`cloud`], which turns that corner to the upper left; [`ceiling`] separates it from the cases, [`measures`]
//! computes its size, [`bottleneck`] the levels that it demands, and [`permutation`] a p-value. [`outliers`],
//! [`groups`] and [`power`] ask further questions of the same ceilings. [`analyse()`] does all of it for one analysis of a
//! study, [`decided()`] what decides alone, for many variants of it. The crate knows scores and memberships, and nothing of truth tables.
//!
//! ```
//! use equifinal_nca::ceiling::ceiling;
//! use equifinal_nca::cloud::{Cloud, Theoretical};
//! use equifinal_nca::measures::measure;
//! use equifinal_study::config::{Ceiling, Corner};
//!
//! let (condition, outcome) = ([1.0, 2.0, 4.0, 3.0], [1.0, 2.0, 3.0, 2.0]);
//! let cloud = Cloud::new(&condition, &outcome, Corner::UpperLeft, Theoretical::default())?;
//! let found = measure(&cloud, &ceiling(&cloud, Ceiling::CeFdh));
//! assert_eq!(found.effect_size, Some(4.0 / 6.0));
//! # Ok::<(), equifinal_nca::NcaError>(())
//! ```

mod analyse;
pub mod bottleneck;
pub mod ceiling;
pub mod cloud;
mod decided;
mod error;
pub mod findings;
pub mod groups;
mod influential;
mod line;
pub mod measures;
pub mod outliers;
mod peers;
pub mod permutation;
mod plane;
pub mod power;
mod quantile_line;
pub mod sample;
mod zone;

pub use analyse::analyse;
pub use decided::{Decided, decided};
pub use error::NcaError;
pub use line::Line;
pub use peers::Peer;

/// The words of this crate.
static WORDS: equifinal_study::catalogue::Catalogue =
    equifinal_study::catalogue::Catalogue::new(include_str!("../words/en.ftl"), include_str!("../words/zh.ftl"));
