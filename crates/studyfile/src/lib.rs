//! Parses the text of a study file into a study, with the place of every mistake; generates its schema.
//!
//! `parse` reads and checks a file, `schema` describes one to editors and `reference` to readers, all from the tables of
//! keys in `grammar`. `tree` is the YAML with its places, `fields` reads the keys of one map, and `problem` is a mistake
//! with its line. `slips` are full-width signs and the like, which `problem` shows with the line to type. `edit` writes
//! keys back into the text.
//!
//! ```
//! use equifinal_studyfile::parse::parse;
//!
//! let refused = parse("study.yaml", b"format: equifinal/study/1\nid: Mine\n").unwrap_err();
//! assert!(refused.to_string().contains("study.yaml:2:5"));
//! ```

#[deny(clippy::indexing_slicing)]
pub mod edit;
#[deny(clippy::indexing_slicing)]
mod fields;
mod grammar;
#[deny(clippy::indexing_slicing)]
pub mod parse;
#[deny(clippy::indexing_slicing)]
pub mod problem;
pub mod reference;
pub mod schema;
#[deny(clippy::indexing_slicing)]
mod slips;
#[deny(clippy::indexing_slicing)]
mod tree;

/// The words of this crate.
static WORDS: equifinal_study::catalogue::Catalogue =
    equifinal_study::catalogue::Catalogue::new(include_str!("../words/en.ftl"), include_str!("../words/zh.ftl"));
