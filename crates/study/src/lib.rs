//! The checked study: sets, analyses, decisions, cases, terms, texts; and the values passed between stages.
//!
//! `config` holds a checked study (the crate `equifinal_studyfile` reads one), `expression` the language of set
//! expressions, and `responses`, `table` and `memberships` the values passed between stages. `exact`, `cuts` and
//! `crossover` are the arithmetic of all decisions, `natural` the order of cases, `panel` cases that are a unit in a period, `draws` the only source of
//! randomness, `missing` the mark of values that are not there, `message` what is said to the user in any language, `names` formats
//! names in messages, and `signs` knows full-width signs.
//!
//! ```
//! use equifinal_study::expression::Expression;
//!
//! let expression = Expression::parse("A*~B + C")?;
//! assert_eq!(expression.to_string(), "A*~B + C");
//! # Ok::<(), equifinal_study::expression::ExpressionError>(())
//! ```

pub mod catalogue;
pub mod config;
pub mod crossover;
pub mod cuts;
pub mod detected;
pub mod diagnosis;
pub mod draws;
pub mod exact;
#[deny(clippy::indexing_slicing)]
pub mod expression;
pub mod figure;
pub mod language;
pub mod memberships;
pub mod message;
pub mod missing;
pub mod names;
pub mod natural;
pub mod orders;
pub mod panel;
pub mod periods;
pub mod permutation;
pub mod quantile;
pub mod responses;
pub mod scores;
pub mod screening;
pub mod script;
#[deny(clippy::indexing_slicing)]
pub mod signs;
pub mod table;
pub mod table_notes;
pub mod text;

/// The words of this crate.
static WORDS: catalogue::Catalogue =
    catalogue::Catalogue::new(include_str!("../words/en.ftl"), include_str!("../words/zh.ftl"));
