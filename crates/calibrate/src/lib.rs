//! Turns scores into set memberships.
//!
//! `direct` is the curve through three anchors (Ragin 2008), `percentile` takes anchors from the cases, `stepwise`
//! counts thresholds, `cumulative` uses the distribution of the cases, `indirect` smooths groups, `composite` combines
//! sets, `given` checks calibrated columns, `recode` looks values up, `temporal` reads orders of events, `describe` describes the result for the report,
//! `beyond` detects anchors that no value reaches, and `total` rows of totals. Memberships never depend on the order of the cases.
//!
//! ```
//! use equifinal_calibrate::direct::memberships;
//! use equifinal_study::config::{Anchors, Shape};
//!
//! let anchors = Anchors { exclusion: 20.0, crossover: 30.0, inclusion: 90.0 };
//! let degrees = memberships(&[20.0, 30.0, 90.0], anchors, 0.95, Shape::Logistic);
//! assert!((degrees[0] - 0.05).abs() < 1e-12);
//! assert_eq!(degrees[1], 0.5);
//! assert!((degrees[2] - 0.95).abs() < 1e-12);
//! ```

mod beyond;
mod calibrate;
mod composite;
mod cumulative;
mod describe;
mod diagnose;
pub mod direct;
pub mod error;
mod given;
pub mod indirect;
pub mod percentile;
mod recode;
mod stepwise;
mod temporal;
pub mod thresholds;
mod total;

pub use calibrate::{Calibrated, calibrate, calibrate_one, memberships, wanted_columns};
pub use diagnose::diagnose;
pub use error::{CalibrateError, CalibrateErrors};

/// The words of this crate.
static WORDS: equifinal_study::catalogue::Catalogue =
    equifinal_study::catalogue::Catalogue::new(include_str!("../words/en.ftl"), include_str!("../words/zh.ftl"));
