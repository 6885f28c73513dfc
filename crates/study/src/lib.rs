//! What a study is, checked: sets, analyses, decisions, cases, terms, texts; and the values that its stages hand on.
//!
//! `config` holds a study after checking (the crate `equifinal_studyfile` reads one), `expression` the language of set
//! expressions, `responses`, `table` and `memberships` what the stages hand to one another. `exact`, `cuts` and
//! `crossover` are the arithmetic on which every decision rests, `natural` the order of cases, `draws` the only source
//! of chance, `names` how messages speak of names.
//!
//! ```
//! use equifinal_study::expression::Expression;
//!
//! let expression = Expression::parse("A*~B + C")?;
//! assert_eq!(expression.to_string(), "A*~B + C");
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
pub mod figure;
pub mod memberships;
pub mod names;
pub mod natural;
pub mod responses;
pub mod scores;
pub mod screening;
pub mod table;
pub mod text;
