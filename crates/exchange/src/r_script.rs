//! Reads the text of an R script as R's own parser does (`?Syntax`), without running it.
//!
//! As in R, every operator is a call of a function of its name: `d$X <- 1` calls `<-` with `d$X` and `1`.

mod expression;
mod matching;
mod precedence;
mod syntax;
mod tokens;

pub use expression::{Argument, Expression, Kind};
pub use matching::{Matched, Mismatch, matched};
pub use syntax::{RScript, Unread, UnreadReason, parse_r_script};
