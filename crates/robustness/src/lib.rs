//! The same study under other decisions, and whether its claims hold.

pub mod alternatives;
