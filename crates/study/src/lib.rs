//! What a study is: its checked configuration and the values every stage speaks.
//!
//! `parse` reads and checks the study file and `schema` describes it, both from the tables of keys
//! in `grammar`. `config` holds the study file after checking, `expression` the language of set expressions,
//! `responses` and `table` → `memberships` what the stages hand to one another, `exact`, `cuts` and `crossover` the
//! arithmetic on which every decision rests, `natural` the order of cases, `draws` the only source of chance.
//!
//! ```
//! use equifinal_study::expression::Expression;
//! use equifinal_study::parse::parse;
//!
//! let expression = Expression::parse("A*~B + C")?;
//! assert_eq!(expression.to_string(), "A*~B + C");
//!
//! let refused = parse("study.yaml", b"format: equifinal/study/1\nid: Mine\n").unwrap_err();
//! assert!(refused.to_string().contains("study.yaml:2:5"));
//! # Ok::<(), equifinal_study::expression::ExpressionError>(())
//! ```

pub mod config;
pub mod crossover;
pub mod cuts;
pub mod detected;
pub mod diagnosis;
pub mod draws;
pub mod exact;
#[deny(clippy::indexing_slicing)]
pub mod expression;
#[deny(clippy::indexing_slicing)]
mod fields;
pub mod figure;
mod grammar;
pub mod memberships;
pub mod natural;
#[deny(clippy::indexing_slicing)]
pub mod parse;
pub mod problem;
pub mod responses;
pub mod schema;
pub mod scores;
pub mod screening;
pub mod table;
pub mod text;
#[deny(clippy::indexing_slicing)]
mod tree;
