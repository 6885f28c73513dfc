//! Studies under other decisions.
#![expect(clippy::expect_used, reason = "a test stops at the first surprise")]

mod changes;
mod multiverse;
mod ranges;
mod reference;
mod small;
mod universes;
