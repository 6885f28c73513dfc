//! Turns responses and codings into one score per case and set, with their reliability.
//!
//! `items` is the complete matrix of answers, used by `descriptives`, `alpha`, `adequacy`, `factors`, `cfa`, `validity`
//! and `aggregation`; `agreement` compares coders. `sheet` holds coded answers with their gaps, `screening` excludes
//! invalid responses, and `construct` computes scores. `measurement` combines these for a survey. `coding` reads
//! coders' sheets and `coded` evaluates them; `survey`, `indicators` and `themes` serve evaluations other than QCA.
//! `evidence` collects the results of all tables, `flow` counts records through the stages of a search, `numbers`
//! provides the numbers that claims refer to, and `audit` checks published figures.
//!
//! ```
//! use equifinal_measure::alpha::alpha;
//! use equifinal_measure::items::Items;
//!
//! // Four respondents answer two items alike, and a third in part.
//! let answers = vec![vec![1.0, 1.0, 2.0], vec![2.0, 2.0, 1.0], vec![3.0, 3.0, 4.0], vec![4.0, 4.0, 3.0]];
//! let found = alpha(&Items::complete(answers)?)?;
//! assert!((found.alpha - 33.0 / 37.0).abs() < 1e-12, "{}", found.alpha);
//! # Ok::<(), equifinal_measure::items::ItemsError>(())
//! ```

pub mod adequacy;
pub mod aggregation;
pub mod agreement;
pub mod alpha;
pub mod answers;
pub mod audit;
pub mod cfa;
pub mod coded;
pub mod coding;
pub mod construct;
pub mod descriptives;
mod distribution;
mod draws;
pub mod evidence;
pub mod factors;
pub mod flow;
pub mod indicators;
pub mod items;
pub mod measurement;
pub mod numbers;
pub mod screening;
pub mod sheet;
pub mod survey;
pub mod themes;
pub mod validity;

pub use evidence::Evidence;
pub use flow::{Stage, stages};
pub use measurement::{
    Averaged, AveragedCase, Exploration, MeasureError, Measurement, Scale, ScaleItem, Validity, measure,
};

/// The words of this crate.
static WORDS: equifinal_study::catalogue::Catalogue =
    equifinal_study::catalogue::Catalogue::new(include_str!("../words/en.ftl"), include_str!("../words/zh.ftl"));
