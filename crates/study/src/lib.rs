//! What a study is: its checked configuration and the values every stage speaks.
//!
//! `config` holds the study file after checking, `expression` the language of set expressions,
//! `table` → `memberships` what the stages hand to one another, `exact` and `cuts` the arithmetic
//! on which every decision rests.

pub mod config;
pub mod cuts;
pub mod diagnosis;
pub mod exact;
pub mod expression;
pub mod memberships;
pub mod table;
pub mod text;
